"""The layout of a .bib file: BibTeX or biblatex names, indentation, alignment. New entries have the same
layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.bib.syntax.grammar import RawEntry
from sphinx_vitae.bib.vocabulary import KINDS

__all__ = ["Layout", "dialect_type", "layout_of", "named_fields", "written_entry"]

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_INDENT: Final = re.compile(r"\n([ \t]+)[\w-]+[ \t]*=")
#: The order of fields in a new entry; others follow.
_ORDER: Final = (
    "author", "editor", "translator", "title", "subtitle", "journaltitle", "booktitle", "eventtitle", "organization",
    "institution", "howpublished", "role", "type", "volume", "number", "series", "pages", "eid", "edition", "version",
    "publisher", "venue", "location", "date", "year", "month", "pubstate", "isbn", "doi", "eprint", "eprinttype",
    "eprintclass", "pmid", "pmcid", "dblp", "url",
)  # fmt: skip
_LAST: Final = ("abstract", "keywords", "related", "relatedtype", "relatedstring", "ids")
_NAMES: Final = {
    "journaltitle": "journal",
    "location": "address",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
}
#: Entry types that only biblatex has → BibTeX's equivalents.
_TYPES: Final = {
    "online": "misc",
    "report": "techreport",
    "collection": "book",
    "inreference": "incollection",
    "dataset": "misc",
    "software": "misc",
    "patent": "misc",
    "review": "article",
}
_THESES: Final = {"mathesis": "mastersthesis", "phdthesis": "phdthesis", "": "phdthesis"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of entries.

    :param biblatex: whether fields and types have the names from biblatex rather than BibTeX.
    :param aligned: whether equals signs are in one column.
    """

    biblatex: bool = True
    indent: str = "  "
    aligned: bool = False
    newline: str = "\n"


def layout_of(text: str, entries: Sequence[RawEntry]) -> Layout:
    """The most common layout in a file. Names are biblatex's unless the file uses BibTeX's."""
    names = [field.name.lower() for entry in entries for field in entry.fields]
    ours = sum(name in ("date", "journaltitle") for name in names)
    theirs = sum(name in ("year", "journal") for name in names)
    found = _INDENT.search(text)
    aligned = [is_aligned(text, entry) for entry in entries if len(entry.fields) > 2]
    return Layout(
        biblatex=ours >= theirs,
        indent=found[1] if found else "  ",
        aligned=sum(aligned) * 2 > len(aligned),
        newline="\r\n" if "\r\n" in text else "\n",
    )


def is_aligned(text: str, entry: RawEntry) -> bool:
    """Whether the equals signs of an entry are in one column, although its field names differ in length."""
    columns = {column_of(text, field.start) for field in entry.fields}
    return len(columns) == 1 and len({len(field.name) for field in entry.fields}) > 1


def column_of(text: str, start: int) -> int:
    """The column of the equals sign of the field that starts here, counted from the start of the field name."""
    return text.index("=", start) - start


def written_entry(kind: str, key: str, fields: Mapping[str, str], layout: Layout) -> str:
    """A new entry, without a final line break."""
    pairs = named_fields(kind, fields, layout)
    width = max((len(name) for name, _ in pairs), default=0) if layout.aligned else 0
    lines = [f"{layout.indent}{name:<{width}} = {value}," for name, value in pairs]
    return layout.newline.join((f"@{dialect_type(kind, fields, layout)}{{{key},", *lines, "}"))


def dialect_type(kind: str, fields: Mapping[str, str], layout: Layout) -> str:
    """The entry type in this layout."""
    if layout.biblatex:
        return kind
    if kind == "thesis":
        return _THESES.get(fields.get("type", ""), "thesis")
    return _TYPES.get(kind, kind)


def named_fields(kind: str, fields: Mapping[str, str], layout: Layout) -> list[tuple[str, str]]:
    """The fields in order, with the names in this layout, and with delimited values."""
    given = {name: value for name, value in fields.items() if value}
    if not layout.biblatex and KINDS.get(kind, "publication") == "publication":
        given = _in_bibtex(kind, given)
        return [(name, value if name == "month" else f"{{{value}}}") for name, value in _ordered(given)]
    return [(name, f"{{{value}}}") for name, value in _ordered(given)]


def _in_bibtex(kind: str, fields: dict[str, str]) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, value in fields.items():
        if name == "date":
            made |= year_and_month(value)
        elif name == "institution" and kind == "thesis":
            made["school"] = value
        elif not (name == "type" and kind == "thesis" and value in _THESES):
            made[_NAMES.get(name, name)] = value
    return made


def year_and_month(date: str) -> dict[str, str]:
    """The BibTeX ``year`` and ``month`` for a date. A date that they cannot express is written to ``year``
    unchanged.
    """
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-\d\d)?)?", date)
    if found is None:
        return {"year": date}
    month = int(found[2]) if found[2] else 0
    return {"year": found[1], **({"month": _MONTHS[month - 1]} if 1 <= month <= 12 else {})}


def _ordered(fields: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    def place(name: str) -> int:
        theirs = {other: ours for ours, other in _NAMES.items()}
        ours = {"school": "institution"}.get(name, theirs.get(name, name))
        if ours in _ORDER:
            return _ORDER.index(ours)
        return len(_ORDER) + (_LAST.index(ours) + 1 if ours in _LAST else 0)

    return sorted(fields.items(), key=lambda item: place(item[0]))
