"""The catalogues: complete, compiled, with the placeholders of the phrases, and nothing printed beside them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import locales
from python_phrases import python_phrases
from sphinx_vitae.render.entries.relations import RELATIONS
from sphinx_vitae.render.language.translations import LOCALES, wrong_placeholders

PACKAGE = LOCALES.parent
RECIPES = Path(__file__).parents[2] / "docs" / "contributing" / "recipes.md"
LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
#: Words of the script that no reader sees: types, names and states of elements, and of what browsers offer.
SHOWN = re.compile(
    r"""(?:textContent|innerText|title|ariaLabel|alert\(|placeholder)\s*[:=(]\s*["'`](?!\$)[^"'`]*[A-Za-z]"""
)

#: Phrases that other languages have taken from English, or share with it; any other one was not translated.
SHARED_WITH_ENGLISH = (
    "Abstract|Article {}|Audio CD|Blog|CV|Code|Curriculum vitae|Data|Datasets|Date|Demo|Download|Email|For|France|Grant|In {}|In: {}|"
    "Internet|Keynote|Link|No.|Pages|Patent|Poster|Posters|Preprint|Preprints|Project|Publications|Role|Slides|"
    "Software|Standard|Status|Student|Supplement|Total|Type|Version {}|Video|Vol. {}|Volumes|WIPO|Web|Website|Winter|"
    "article {}|collab.|comp.|cont.|dataset|dir.|ed.|et al.|for|in {language}|in {}|no. {}|org.|page {}|pages {}|"
    "pp. {}|preprint|prod.|publication|red.|rev.|section {}|sections {}|ser. {}|software|version {}|vol. {}|"
    "volume {}|{award} for {works}|{} page|{} pages|{} volumes|{}, ed.|{}, editor|{}, inventor"
)


def catalog(language: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / "sphinx_vitae.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def phrases(found: Catalog) -> list[Message]:
    return [message for message in found if message.id]


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A phrase, or the forms of one with a plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def test_a_clean_checkout_has_current_catalogues() -> None:
    stale = [
        path.name for path, content in locales.files(()) if not path.exists() or path.read_bytes() != content
    ]
    assert not stale, "run python3 noxfile.py locales"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_translated(language: str) -> None:
    for message in phrases(catalog(language)):
        assert message.string, message.id
        assert all(forms(message.string)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_the_phrase_in_english(language: str) -> None:
    """A phrase can be the same in both languages, such as "Software"."""
    for message in phrases(catalog(language)):
        english = forms(message.id)
        if any(re.search("[A-Za-z]{2}", re.sub(r"\{\w*\}", "", form)) for form in english):
            shared = english[0] in SHARED_WITH_ENGLISH.split("|")
            assert shared or set(english).isdisjoint(forms(message.string)), english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_placeholders_of_its_phrase(language: str) -> None:
    assert [message.id for message in wrong_placeholders(catalog(language))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_of_a_relation_ends_with_a_colon(language: str) -> None:
    """Lists print a colon after the label."""
    labels = {label for labels in RELATIONS.values() for label in labels}
    found = {
        message.id: str(message.string) for message in phrases(catalog(language)) if message.id in labels
    }
    assert found.keys() == labels
    assert [text for text in found.values() if text.rstrip().endswith((":", "："))] == []


def test_no_line_breaks_before_french_punctuation_or_within_guillemets() -> None:
    for message in phrases(catalog("fr")):
        for form in forms(message.string):
            assert not re.search("(?<!\u00a0)(?<!Example)[:»]|«(?!\u00a0)|(?<!\u202f)[;!?]", form), form


def test_a_translation_with_another_placeholder_is_found() -> None:
    made = Catalog(locale="de")
    made.add("In {}", "Im {x}")
    made.add(("{} paper", "{} papers"), ("{} Arbeit", "viele Arbeiten"))
    made.add("{award} at {event}", "{event}: {award}")
    assert [message.id for message in wrong_placeholders(made)] == ["In {}", ("{} paper", "{} papers")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_begins_and_ends_with_the_punctuation_that_joins_it(language: str) -> None:
    """A comma at the beginning joins a phrase to what is before it; no phrase has stray spaces."""
    for message in phrases(catalog(language)):
        for form in forms(message.string):
            assert form == form.strip(), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_sources_names_every_phrase(language: str) -> None:
    rows = [line.split("\t") for line in (LOCALES / "SOURCES").read_text("utf-8").splitlines()]
    head = rows[0]
    named = {(row[0], row[1]): row[head.index(language)] for row in rows[1:]}
    for message in phrases(catalog(language)):
        text = message.id if isinstance(message.id, str) else message.id[0]
        assert named[message.context or "", text], text


MARKED = b"""\
words(f"{words('in an f-string')}")
self.plural("One", plural("Two", "Twos", 2), 1)
# Translators: what it is
in_context("a context", "Three")
words(variable)
unknown("Four")
"""


def test_phrases_are_found_wherever_a_module_calls_their_functions() -> None:
    """Babel finds those in f-strings only with Python 3.12, and sees too many in nested calls."""
    found = python_phrases(BytesIO(MARKED), ("words", "plural", "in_context"), ("Translators:",), {})
    assert sorted(found, key=str) == [
        (1, "words", ("in an f-string",), []),
        (1, "words", (None,), []),
        (2, "plural", ("One", None, None), []),
        (2, "plural", ("Two", "Twos", None), []),
        (4, "in_context", ("a context", "Three"), ["Translators: what it is"]),
        (5, "words", (None,), []),
    ]


def test_catalogues_do_not_name_the_version_of_babel() -> None:
    """With each version, the same files would be written anew."""
    for content in (locales.written(Catalog(locale="de")), locales.compiled(Catalog(locale="de"))):
        assert b"Content-Transfer-Encoding: 8bit" in content
        assert b"Babel" not in content


def test_the_table_of_sources_names_projects_that_the_recipe_describes() -> None:
    rows = [line.split("\t") for line in (LOCALES / "SOURCES").read_text("utf-8").splitlines()[1:]]
    named = {source for row in rows for cell in row[2:] for source in cell.split(", ")} - {"ours"}
    table = re.findall(r"^\| ([^|]+) \|", RECIPES.read_text("utf-8"), re.M)
    described = {source for cell in table for source in cell.split(", ")}
    assert named <= described


def test_no_english_is_left_in_the_script() -> None:
    script = (PACKAGE / "static" / "vitae.js").read_text("utf-8")
    assert not SHOWN.findall(script)
    assert SHOWN.findall('button.textContent = "Copy";')


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.glob("templates/vitae/*/**/*.jinja")), ids=lambda path: path.name
)
def test_no_english_is_left_in_the_templates(path: Path) -> None:
    """Names of formats are the same in all languages."""
    source = re.sub(r"\{#.*?#\}|<#.*?#>", "", path.read_text("utf-8"), flags=re.S)
    source = re.sub(r"\{[{%].*?[%}]\}|<%.*?%>", "", source, flags=re.S)
    text = re.sub(r"<[^<>]*>|\\\w+|#[\w-]+|\b[\w-]+=\S+|\bdata-", "", source)
    if path.parent.name in {"latex", "typst"}:
        return  # macros, whose words are commands
    words = set(re.findall(r"[A-Za-z]{3,}", text)) - {"BibTeX", "DOI", "ISBN", "CSL", "JSON", "RIS"}
    assert not words
