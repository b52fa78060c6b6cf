"""Exports a record for BibTeX 0.99 and pybtex: the entry types and fields of their standard styles, with
ASCII LaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sphinx_vitae.bib.vocabulary import type_name
from sphinx_vitae.model import Moment, PartialDate, Record

from ..facts import STATUS_WORDS, Facts, line_of
from .entry_source import address_value, entry_source, names_value
from .latex_text import ascii_latex, ascii_name, escaped, field_latex, latex_of

__all__ = ["to_classic_bibtex"]

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS: Final = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
#: biblatex field → field in BibTeX styles (btxdoc, §3.2), in output order.
_FIELDS: Final = {
    "journaltitle": "journal",
    "booktitle": "booktitle",
    "volume": "volume",
    "number": "number",
    "series": "series",
    "edition": "edition",
    "chapter": "chapter",
    "organization": "organization",
    "publisher": "publisher",
    "location": "address",
}
#: Entry types in which the institution is called ``school``.
_THESES: Final = frozenset(("phdthesis", "mastersthesis"))
_ROLES: Final = ("author", "editor", "translator")
#: Most page numbers.
_PAGES: Final = re.compile(r"[0-9]+(?:–[0-9]+)?")


def to_classic_bibtex(record: Record, facts: Facts | None = None) -> str:
    """The entry with the types and fields of BibTeX's standard styles, in ASCII, except for letters without a
    command.

    Inherited fields are included. Abstracts, private fields and fields that only this site uses are omitted.

    :param facts: the facts about the record, if another format has read them.
    """
    facts = facts or Facts(record.own)
    kind = _kind(facts)
    return entry_source(kind, record, _values(facts, kind))


def _kind(facts: Facts) -> str:
    record, kind = facts.record, facts.type.bibtex
    if kind == "phdthesis" and record.fields.get("type", "").lower() in (
        "mathesis",
        "bathesis",
        "mastersthesis",
    ):
        return "mastersthesis"
    if kind == "incollection" and not record.text("booktitle", "maintitle"):
        return "inbook"
    return kind


def _values(facts: Facts, kind: str) -> Sequence[tuple[str, str]]:
    record, fields = facts.record, facts.record.fields
    names = [(role, names_value(record.names[role], _name_part)) for role in _ROLES if role in record.names]
    texts = [
        ("title", _title(facts)),
        *[
            (name, _text(record, field))
            for field, name in _FIELDS.items()
            if field in fields or field in facts.texts
        ],
        ("howpublished", _how_published(record, kind)),
        ("school" if kind in _THESES else "institution", _text(record, "institution")),
        ("type", _type(record, kind)),
        ("pages", _pages(facts)),
    ]
    others = [
        ("note", _note(record)),
        ("doi", address_value(facts.doi)),
        ("eprint", _raw(fields.get("eprint", ""))),
        ("archiveprefix", _archive(fields.get("eprinttype", "")) if "eprint" in fields else ""),
        ("primaryclass", _raw(fields.get("eprintclass", ""))),
        ("isbn", " ".join(facts.isbns)),
        ("issn", " ".join(facts.issns)),
        ("url", address_value(facts.url)),
        ("keywords", _encoded(", ".join(facts.keywords))),
    ]
    return *_braced(names), *_braced(texts), *_date(record.date), *_braced(others)


def _name_part(text: str) -> str:
    return ascii_name(escaped(text))


def _encoded(text: str) -> str:
    return ascii_latex(escaped(text)) if text else ""


def _braced(fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, f"{{{value}}}") for name, value in fields if value]


def _raw(value: str) -> str:
    """An identifier, which LaTeX packages read verbatim, without characters that would end the value."""
    return address_value(line_of(value)) if value else ""


def _title(facts: Facts) -> str:
    """The title and subtitle, with protected capitals."""
    fields = facts.record.fields
    joined = ": ".join(filter(None, (fields.get("title", "").rstrip(" ."), fields.get("subtitle", ""))))
    return field_latex(joined, facts.rich_title)


def _text(record: Record, field: str) -> str:
    """A text field."""
    if field not in record.fields and field not in record.texts:  # most entries lack most fields
        return ""
    source, text = record.fields.get(field, ""), record.text(field)
    return field_latex(source, text) if source or text.parts else ""


def _type(record: Record, kind: str) -> str:
    """The ``type`` field in words, unless the entry type has the same meaning."""
    written = record.fields.get("type", "")
    if written.lower() in ("phdthesis", "mathesis", "mastersthesis", "techreport") and kind != "misc":
        return ""
    name = type_name("", written.lower())
    return _encoded(name) if name else _text(record, "type")


def _pages(facts: Facts) -> str:
    written = facts.texts.get("pages", "")
    if _PAGES.fullmatch(written):
        return written.replace("–", "--")
    return latex_of(facts.record.text("pages", "eid"))


def _how_published(record: Record, kind: str) -> str:
    """The ``howpublished`` field: the venue. For entries without a specific type, styles print no other venue
    field.
    """
    if kind != "misc" or record.text("howpublished"):
        return _text(record, "howpublished")
    number = " ".join(filter(None, (_type(record, kind), _text(record, "number"))))
    fields = ("eventtitle", "booktitle", "publisher", "organization", "institution")
    return number or next(filter(None, (_text(record, name) for name in fields)), "")


def _note(record: Record) -> str:
    """The notes, and the status of an unpublished work."""
    notes = [_text(record, name) for name in ("note", "addendum")]
    status = STATUS_WORDS.get(record.status, "") if record.kind == "publication" else ""
    if status and str(record.text("pubstate")).lower() != record.status:
        status = latex_of(record.text("pubstate"))
    return ", ".join(filter(None, (*notes, status)))


def _archive(written: str) -> str:
    written = line_of(written)
    return "arXiv" if written.lower() == "arxiv" else _encoded(written)


def _date(date: PartialDate | None) -> Sequence[tuple[str, str]]:
    """``year``, ``month`` as a macro, and ``day``, which styles ignore. A date that could not be parsed
    becomes the year.
    """
    if date is None:
        return ()
    if date.literal:
        return _braced([("year", _encoded(line_of(date.literal)))])
    moments = [moment for moment in (date.start, date.end) if moment]
    if not moments:
        return ()
    first, last = moments[0], moments[-1]
    if first.year != last.year:
        return (("year", f"{{{_year(first)}--{_year(last)}}}"),)
    return ("year", f"{{{_year(first)}}}"), *_within_year(first, last)


def _within_year(first: Moment, last: Moment) -> Sequence[tuple[str, str]]:
    """The months and days between two moments in the same year."""
    if first.month in _SEASONS:
        return (("month", f"{{{_SEASONS[first.month]}}}"),)
    if not 1 <= first.month <= 12:
        return ()
    month = _MONTHS[first.month - 1]
    if first.month != last.month and 1 <= last.month <= 12:
        return (("month", f'{month} # "--" # {_MONTHS[last.month - 1]}'),)
    day = str(first.day) if first.day == last.day else f"{first.day}--{last.day}"
    return ("month", month), *_braced([("day", day)] if first.day else [])


def _year(moment: Moment) -> str:
    """The year: ``ca. 2021``, ``2021?``. Years before 1 have a minus sign."""
    year = f"{moment.year:04d}" if moment.year >= 0 else f"{moment.year:05d}"
    return f"{'ca. ' if moment.approximate else ''}{year}{'?' if moment.uncertain else ''}"
