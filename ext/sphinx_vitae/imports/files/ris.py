"""Converts RIS, as written by Zotero, EndNote, Mendeley, Web of Science, Scopus and publishers, to CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from .tagged import date_of, first_of, full_pages, person, tagged

__all__ = ["ris_items"]

_LINE: Final = re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$")
_TYPES: Final = {
    "JOUR": "article-journal",
    "EJOU": "article-journal",
    "JFULL": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "INPR": "article-journal",
    "ABST": "article-journal",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "edited-book",
    "THES": "thesis",
    "RPRT": "report",
    "DATA": "dataset",
    "COMP": "software",
    "PAT": "patent",
    "ELEC": "webpage",
    "BLOG": "webpage",
    "UNPB": "manuscript",
    "MANSCPT": "manuscript",
    "SLIDE": "speech",
    "GEN": "document",
}
_CONTAINERS: Final = {
    "chapter": ("BT", "T2", "TI", "JO", "JF"),
    "paper-conference": ("BT", "C3", "T2", "JO", "JF", "T3"),
    "": ("JF", "T2", "JO", "JA", "J2"),
}
#: Some programs use another tag for the first author or for all authors. The order of the lines counts.
_SYNONYMS: Final = {"A1": "AU"}
_FILLER: Final = re.compile(r"^\d{4}/0?1/0?1(?:/|$)")
_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")


def ris_items(text: str) -> Iterator[Mapping[str, object]]:
    """The references in a file, as CSL-JSON items."""
    record: dict[str, list[str]] = {}
    for tag, value in tagged(text, _LINE):
        if tag == "TY":
            if record:
                yield _item(record)
            record = {"TY": [value]}
        elif tag == "ER":
            if record:
                yield _item(record)
            record = {}
        elif record:
            record.setdefault(_SYNONYMS.get(tag, tag), []).append(value)
    if record:
        yield _item(record)


def _item(record: Mapping[str, list[str]]) -> dict[str, object]:
    kind = _TYPES.get(first_of(record, "TY").upper(), "document")
    title = first_of(record, "TI", "T1", "CT")
    if kind in ("book", "edited-book") and not title:
        title = first_of(record, "BT", "T2")
    container = next(
        (
            value
            for tag in _CONTAINERS.get(kind, _CONTAINERS[""])
            if (value := first_of(record, tag)) and value != title
        ),
        "",
    )
    editors = record.get("ED", []) or record.get("A2", []) or record.get("A3", [])
    doi = first_of(record, "DO", "DI") or _doi_in(record, "M3", "L3", "UR", "N1")
    item: dict[str, object] = {
        "type": kind,
        "id": first_of(record, "ID", "LB"),
        "title": title,
        "author": [person(name) for name in record.get("AU", [])],
        "editor": [person(name) for name in editors] if kind not in ("thesis", "patent") else [],
        "issued": _date(record),
        "container-title": container if kind not in ("book", "edited-book", "thesis", "report") else "",
        "collection-title": first_of(record, "T3")
        or (first_of(record, "T2") if kind in ("book", "edited-book") else ""),
        "volume": first_of(record, "VL"),
        "issue": first_of(record, "IS", "CP"),
        "edition": first_of(record, "ET"),
        "page": full_pages(first_of(record, "SP"), first_of(record, "EP")),
        "article-number": first_of(record, "C7", "AR"),
        "publisher": first_of(record, "PB"),
        "publisher-place": first_of(record, "CY", "PP"),
        "ISBN": first_of(record, "SN") if kind not in ("article-journal", "paper-conference") else "",
        "DOI": doi,
        "PMID": first_of(record, "PMID"),
        "URL": first_of(record, "UR", "LK"),
        "genre": first_of(record, "M3"),
        "abstract": first_of(record, "AB", "N2"),
    }
    return item


def _date(record: Mapping[str, list[str]]) -> dict[str, object]:
    """The date of a record. January 1 is read as the year alone, because publishers write it if they only
    know the year.
    """
    year = first_of(record, "PY", "Y1", "YR")
    date = first_of(record, "DA", "Y1", "PY")
    return date_of(year if _FILLER.search(date) else date, year)


def _doi_in(record: Mapping[str, list[str]], *tags: str) -> str:
    for tag in tags:
        for value in record.get(tag, []):
            if ("doi" in value.lower() or value.startswith("10.")) and (found := _DOI.search(value)):
                return found[0]
    return ""
