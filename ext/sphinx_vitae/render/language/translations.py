"""The catalogues with the phrases in other languages: ours, and those of a site (``locale_dirs``)."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from sphinx_vitae.model import Problem, ProblemKind, is_right_to_left

from .calendar import Calendar
from .catalogue_words import CatalogueWords
from .translated_words import Words

__all__ = ["DOMAIN", "LOCALES", "phrases", "placeholders", "words_in", "wrong_placeholders"]

DOMAIN: Final = "sphinx_vitae"
LOCALES: Final = Path(__file__).resolve().parents[2] / "locales"
_PLACEHOLDER: Final = re.compile(r"\{\w*\}")
#: Languages that have the catalogue of another one.
_SAME: Final = {"no": "nb", "zh": "zh_CN", "zh_Hans": "zh_CN"}


def words_in(
    language: str, folders: Sequence[Path] = (), own: Mapping[str, str] | None = None
) -> tuple[Words, list[Problem]]:
    """The words in a language. English, if no catalogue exists for it.

    :param language: as in conf.py: ``de``, ``pt_BR``.
    :param folders: the site's ``locale_dirs``, whose catalogues override ours.
    :param own: phrase → what to print instead.
    :returns: the words, and a problem for each translation of the site that cannot be used.
    """
    languages = _candidates(language)
    paths = [folder / name / "LC_MESSAGES" / f"{DOMAIN}.po" for folder in folders for name in languages]
    paths = [path for path in paths if path.is_file()]
    state = repr((sorted((own or {}).items()), [(str(path), path.stat().st_mtime_ns) for path in paths]))
    translations, problems = _of_site(paths)
    from_right = is_right_to_left(language)
    translations.append(gettext.translation(DOMAIN, LOCALES, languages, fallback=True))
    if not any(isinstance(each, gettext.GNUTranslations) for each in translations):
        if own:
            return CatalogueWords(translations[0], None, own, state, from_right=from_right), problems
        return Words(state=state, from_right=from_right), problems
    for each in translations[1:]:
        translations[0].add_fallback(each)
    words = CatalogueWords(translations[0], _calendar(languages), own, state, from_right=from_right)
    return words, problems


def _candidates(language: str) -> list[str]:
    """The language and, after it, the language without its region."""
    name = language.replace("-", "_")
    found = [name, name.partition("_")[0]]
    return list(dict.fromkeys(other for each in found for other in (each, _SAME.get(each, each))))


def _calendar(languages: Sequence[str]) -> Calendar | None:
    """The calendar of the first language that CLDR has, unless it is English."""
    for name in languages:
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        return None if locale.language == "en" else Calendar(locale)
    return None


def _of_site(paths: Iterable[Path]) -> tuple[list[gettext.NullTranslations], list[Problem]]:
    """The catalogues of a site, without translations whose placeholders are wrong."""
    found: list[gettext.NullTranslations] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            with path.open("rb") as file:
                catalog = read_po(file, abort_invalid=True)
        except (OSError, ValueError, PoFileError) as error:
            text = f"the catalogue cannot be read: {error}"
            problems.append(Problem(ProblemKind.CONFIG, text, str(path), fix="it was ignored"))
            continue
        for wrong in list(wrong_placeholders(catalog)):
            problems.append(_wrong(wrong, path))
            catalog.delete(wrong.id, wrong.context)
        compiled = io.BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        found.append(gettext.GNUTranslations(compiled))
    return found, problems


def _wrong(message: Message, path: Path) -> Problem:
    said = _forms(message.id)[0]
    wanted = ", ".join(placeholders(said)) or "none"
    text = f"the translation of {said!r} has other placeholders than the phrase, which has {wanted}"
    return Problem(ProblemKind.CONFIG, text, str(path), message.lineno or 0, fix="it was ignored")


def wrong_placeholders(catalog: Catalog) -> Iterator[Message]:
    """The translations in a catalogue that do not have the placeholders of their phrases."""
    for message in catalog:
        if not message.id or not message.string or message.fuzzy:
            continue
        wanted = placeholders(_forms(message.id)[-1])
        if any(placeholders(form) != wanted for form in _forms(message.string) if form):
            yield message


def placeholders(text: str) -> list[str]:
    """The placeholders in a phrase, such as ``{}`` and ``{venue}``, sorted."""
    return sorted(_PLACEHOLDER.findall(text))


def _forms(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


@cache
def phrases() -> tuple[str, ...]:
    """All phrases in English, sorted; of a phrase with a plural, both forms."""
    with (LOCALES / f"{DOMAIN}.pot").open("rb") as file:
        catalog = read_po(file)
    return tuple(sorted({form for message in catalog if message.id for form in _forms(message.id)}))
