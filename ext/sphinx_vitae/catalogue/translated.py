"""Entries in the language of the site: translations that replace texts (``title+an:german``), and those that
follow titles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sphinx_vitae.model import (
    EMPTY,
    Record,
    Settings,
    Text,
    best_language,
    known_language,
    language_tag,
    suits,
)

__all__ = ["in_language_of_site", "translations_after"]

_REPLACED: Final = ("abstract", "note", "location")
_MARK: Final = "+an:"
#: The language that readers of any other language most probably read too.
_FALLBACK: Final = "en"


def in_language_of_site(records: Iterable[Record], settings: Settings) -> tuple[Record, ...]:
    """The records, with texts in the language of the site where the entries have them.

    The title of a publication is never replaced, because readers look for the work under that title.
    """
    return tuple(_translated(record, settings) for record in records)


def _translated(record: Record, settings: Settings) -> Record:
    if settings.own_language != settings.first_language and not record.fields.get("langid"):
        record = replace(record, language=language_tag(settings.first_language).replace("_", "-"))
    texts = dict(_translations(record, settings))
    if not texts:
        return record
    replaced = {name: record.title if name == "title" else record.texts.get(name, EMPTY) for name in texts}
    title = texts.pop("title", record.title)
    return replace(record, title=title, texts={**record.texts, **texts}, replaced=replaced)


def _translations(record: Record, settings: Settings) -> Iterator[tuple[str, Text]]:
    """Each field that has a translation for the site's readers, with the translation."""
    if not settings.language or not any(_MARK in name for name in record.texts):
        return
    own = _language(record, settings)
    for field in _REPLACED if record.kind == "publication" else ("title", *_REPLACED):
        prefix = field + _MARK
        offered: dict[str, Text] = {}
        for name, text in record.texts.items():
            if name.startswith(prefix) and (language := known_language(name.removeprefix(prefix))):
                offered.setdefault(language, text)
        if offered and (best := best_language(settings.language, own, offered)):
            yield field, offered[best]


def _language(record: Record, settings: Settings) -> str:
    """The language of an entry; empty if it is unknown, because the site has only one language."""
    return language_tag(record.fields.get("langid", "")) or settings.first_language


def translations_after(record: Record, settings: Settings) -> dict[str, Text]:
    """The translations that follow the title, by language: the one in the language of the site.

    A title in that language, or in English, needs no other translation. A title in a third language is followed
    by its translation into English, or else by all its translations, in the order of the entry.
    """
    translations: dict[str, Text] = {}
    for name, text in record.other_titles.items():
        if language := known_language(name):
            translations.setdefault(language, text)
    if not translations:  # nearly always
        return {}
    own = _language(record, settings)
    if best := best_language(settings.language, own, translations):
        return {best: translations[best]}
    if suits(settings.language, own or settings.language) or suits(_FALLBACK, own):
        return {}
    best = best_language(_FALLBACK, "", translations)
    return {best: translations[best]} if best else translations
