"""Exports a record with biblatex's entry types and fields, in Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sphinx_vitae.bib.markup.text_parser import parse_text
from sphinx_vitae.bib.vocabulary import words
from sphinx_vitae.model import NAME_FIELDS, Record, is_site_field

from ..facts import Facts, edtf, line_of, read_date
from .entry_source import address_value, entry_source, names_value
from .latex_text import escaped, field_latex, latex_of

__all__ = ["to_biblatex"]

#: The entry types in biblatex's data model (manual §2.1).
_TYPES: Final = words(
    """
    article book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection dataset
    manual misc online patent periodical suppperiodical proceedings mvproceedings inproceedings reference mvreference
    inreference report software thesis unpublished artwork audio bibnote commentary image jurisdiction legislation legal
    letter movie music performance standard video
    """
)
#: Kind or entry type → an entry type that all programs know.
_OTHERS: Final = {
    "talk": "unpublished",
    "review": "article",
    "preprint": "online",
    "poster": "unpublished",
    "webpage": "online",
}
#: Text fields, in output order (manual §2.2.2).
_TEXTS: Final = (
    "title", "subtitle", "titleaddon", "journaltitle", "journalsubtitle", "issuetitle", "issuesubtitle", "booktitle",
    "booksubtitle", "booktitleaddon", "maintitle", "mainsubtitle", "maintitleaddon", "eventtitle", "eventtitleaddon", "venue",
    "volume", "number", "issue", "series", "edition", "volumes", "part", "chapter", "pages", "pagetotal", "eid", "version",
    "type", "howpublished", "organization", "institution", "publisher", "location", "note", "addendum", "pubstate",
    "origtitle", "origpublisher", "origlocation", "shorttitle", "shortjournal", "shortseries",
)  # fmt: skip
#: Titles whose parts are joined in a record.
_TITLES: Final = frozenset(name for name in _TEXTS if name.endswith("title") or name.endswith("subtitle"))
_WORD: Final = re.compile(r"[\w-]+")
#: Entry type → field → the equivalent field of this type, for talks and activities, which do not exist in
#: biblatex.
_MOVED: Final = {
    "unpublished": {"organization": "howpublished", "institution": "howpublished"},
    "misc": {
        "eventtitle": "howpublished",
        "number": "note",
        "institution": "organization",
        "venue": "location",
    },
}
_IDENTIFIERS: Final = ("doi", "eprint", "eprinttype", "eprintclass", "isbn", "issn", "isrn", "ismn")


def to_biblatex(record: Record) -> str:
    """The entry with biblatex's types and fields, in Unicode.

    Inherited fields are included. Abstracts, private fields and fields that only this site uses are omitted.
    """
    record = record.own
    kind = _kind(record)
    moved = _MOVED.get(kind, {})
    fields: dict[str, str] = {}
    for name, value in _values(record):
        given = moved.get(name, name) if record.kind != "publication" else name
        if value:
            fields[given] = f"{fields[given][:-1]}, {value[1:]}" if given in fields else value
    return entry_source(kind, record, fields.items())


def _kind(record: Record) -> str:
    name = record.type if record.kind == "publication" else record.kind
    return name if name in _TYPES else _OTHERS.get(name, "misc")


def _values(record: Record) -> Iterator[tuple[str, str]]:
    for role in NAME_FIELDS:
        if names := record.names.get(role):
            yield role, _braced(names_value(names, escaped))
            yield f"{role}type", _braced(_word(record.fields.get(f"{role}type", "")))
    for name in _TEXTS:
        yield name, _braced(_text(record, name))
    for name, text in record.texts.items():
        if "+an:" in name and not is_site_field(name):  # a translation
            yield name, _braced(f'="{latex_of(text, letters=str)}"')
    yield from _dates(record)
    for name in _IDENTIFIERS:
        yield name, _braced(address_value(line_of(record.fields.get(name, ""))))
    yield "url", _braced(address_value(Facts(record).url))
    yield "langid", _braced(_word(record.fields.get("langid", "")))
    yield "keywords", _braced(escaped(", ".join(Facts(record).keywords)))


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _text(record: Record, name: str) -> str:
    source = record.fields.get(name, "")
    text = parse_text(source) if name in _TITLES else record.text(name)
    return field_latex(source, text, letters=str) if text else ""


def _dates(record: Record) -> Iterator[tuple[str, str]]:
    yield "date", _braced(edtf(record.date))
    if record.date and record.date.literal:
        yield "year", _braced(escaped(line_of(record.date.literal)))
    for name in ("eventdate", "origdate", "urldate"):
        yield name, _braced(edtf(read_date(record.fields.get(name, ""))))


def _word(written: str) -> str:
    """A biblatex keyword; empty if the value cannot be one."""
    return written if _WORD.fullmatch(written) else ""
