"""In every language: all builders without warnings, no English of ours, and the same entries as in English."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from languages.reading import printed, same_in_all_languages
from languages.sites import in_language
from shared import Shared
from site_builder import Built
from sphinx_vitae.render.language.translations import LOCALES, phrases

LANGUAGES: Final = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
#: Languages of the sessions `tests` and `thorough`.
_IN_TESTS: Final = ("ja",)
_IN_THOROUGH: Final = ("ar", "de", "zh_CN")
#: Names that are the same in all languages.
NAMES: Final = {"arxiv", "bibtex", "csl", "doi", "isbn", "json", "pdf", "ris"}
#: Words that put entries of the bibliography into their groups.
THEIRS: Final = {"Workshop", "poster"}
#: Phrases that the site does not print: they need an entry that lacks a field, a PDF of the CV, or an example of `new`.
NOT_PRINTED: Final = {
    "CV",
    "Keynote talk",
    "New chapter: {title}",
    "New poster: {title}",
    "New review: {title}",
    "Thesis: {title}",
    "This site still shows examples",
    "Replace the entries whose titles begin with “Example:” with your own, and this notice goes away.",
}
THEME: Final = LOCALES.parent / "latex_theme"
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]{2,}")


def _marked(language: str) -> object:
    if language in _IN_TESTS:
        return language
    if language in _IN_THOROUGH:
        return pytest.param(language, marks=pytest.mark.thorough(reason="`tests` has one language"))
    return pytest.param(language, marks=pytest.mark.languages(reason="`thorough` has three languages"))


EVERY_LANGUAGE: Final = pytest.mark.parametrize("language", list(map(_marked, LANGUAGES)))


@pytest.fixture
def english(shared: Shared) -> dict[str, Built]:
    return in_language(shared, "phrases", "en")


@EVERY_LANGUAGE
def test_no_english_of_ours_is_left(shared: Shared, language: str) -> None:
    known = words_of(language)
    left = {
        (where, word)
        for where, text in printed(in_language(shared, "phrases", language))
        for word in _LATIN.findall(text)
        if not (word[0] in "qQ" or word in THEIRS or word.casefold() in known)
    }
    assert sorted(left) == []


@EVERY_LANGUAGE
def test_entries_anchors_and_numbers_are_those_of_english(
    shared: Shared, english: dict[str, Built], language: str
) -> None:
    built = in_language(shared, "phrases", language)
    for builder in ("html", "latex", "cvpdf"):
        assert same_in_all_languages(built[builder], builder) == same_in_all_languages(
            english[builder], builder
        )


@EVERY_LANGUAGE
@pytest.mark.languages(reason="the site with all phrases has more kinds of entries")
def test_the_sample_of_a_new_site_builds_with_the_same_anchors(shared: Shared, language: str) -> None:
    built, english = (in_language(shared, "sample", each) for each in (language, "en"))
    for builder in ("html", "latex", "cvpdf"):
        assert same_in_all_languages(built[builder], builder) == same_in_all_languages(
            english[builder], builder
        )


def test_every_command_in_the_printed_cv_is_defined(english: dict[str, Built]) -> None:
    """A command takes the letters of a phrase that follows it without a brace."""
    defined = "".join(path.read_text("utf-8") for path in THEME.glob("*.[cs][lt][sy]"))
    commands = set(re.findall(r"\\vitae[^\W\d_]+", english["latex"].text("cv.tex")))
    assert commands <= set(re.findall(r"\\vitae[^\W\d_]+", defined))


def test_the_site_prints_every_phrase(english: dict[str, Built]) -> None:
    """Otherwise, the tests above would not see the phrase."""
    text = " ".join(" ".join(text for _, text in printed(english)).split()).casefold()
    missing = {phrase for phrase in phrases() if not pattern(phrase).search(text)} - of_new_sites()
    assert {phrase for phrase in missing if not alone(phrase, missing)} == NOT_PRINTED


def test_english_words_are_found(english: dict[str, Built]) -> None:
    """The test above fails in a language without translations."""
    known = words_of("ja")
    words = {word.casefold() for _, text in printed(english) for word in _LATIN.findall(text)} - known
    assert {"search", "abstract", "papers", "edited", "january", "keynote", "accessed"} <= words


@cache
def words_of(language: str) -> frozenset[str]:
    """The words of the catalogue, and those that come from CLDR: months and names of languages."""
    with (LOCALES / language / "LC_MESSAGES" / "sphinx_vitae.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    locale = Locale.parse(language)
    months = (name for use in locale.months.values() for width in use.values() for name in width.values())
    phrases = [str(message.string) for message in catalogue if message.id]
    texts = " ".join([*phrases, *map(str, months), str(locale.languages["de"])])
    return frozenset(word.casefold() for word in _LATIN.findall(texts)) | NAMES


def of_new_sites() -> set[str]:
    """The phrases that only the pages of a new site contain, which tests/unit/scaffold/test_languages.py checks."""
    with (LOCALES / "sphinx_vitae.pot").open("rb") as file:
        found = [message for message in read_po(file) if message.id]
    return {
        str(message.id)
        for message in found
        if [path for path, _ in message.locations] == ["scaffold/languages.py"]
    }


def pattern(phrase: str) -> re.Pattern[str]:
    """A phrase with something in place of its placeholders; ordinals end in any way."""
    parts = re.split(r"\{\w*\}", phrase.casefold())
    between = [r".{1,120}?" + ("(?:st|nd|rd|th)" if part[:2] in {"st", "th"} else "") for part in parts[1:]]
    rest = [re.escape(part[2:] if part[:2] in {"st", "th"} else part) for part in parts[1:]]
    middle = "".join(f"{some}{after}" for some, after in zip(between, rest, strict=True))
    return re.compile(rf"(?<!\w){re.escape(parts[0])}{middle}(?!\w)")


@cache
def plurals() -> dict[str, str]:
    with (LOCALES / "sphinx_vitae.pot").open("rb") as file:
        found = [message.id for message in read_po(file) if isinstance(message.id, tuple)]
    return {form: other for pair in found for form, other in (pair, pair[::-1])}


def alone(phrase: str, missing: set[str]) -> bool:
    """Whether only this form of a phrase is missing: one or several."""
    other = plurals().get(phrase)
    return other is not None and other != phrase and other not in missing
