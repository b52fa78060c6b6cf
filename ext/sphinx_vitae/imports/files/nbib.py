"""Converts PubMed's format (nbib, MEDLINE) to CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from .tagged import date_of, first_of, full_pages, person, tagged

__all__ = ["nbib_items"]

_LINE: Final = re.compile(r"([A-Z][A-Z0-9]{0,3}) *- ?(.*)$")
_MARKED: Final = re.compile(r"(\S+)\s*\[(doi|pii)\]")
#: Matches "Long V", the short form of a name.
_SHORT: Final = re.compile(r"(.+) ([A-Z]{1,4})(?: (Jr|Sr|2nd|3rd))?")


def nbib_items(text: str) -> Iterator[Mapping[str, object]]:
    """The references in a file, as CSL-JSON items."""
    record: dict[str, list[str]] = {}
    for tag, value in tagged(text, _LINE, joiner=" "):
        if tag == "PMID" and record:
            yield _item(record)
            record = {}
        record.setdefault(tag, []).append(value)
    if record:
        yield _item(record)


def _item(record: Mapping[str, list[str]]) -> dict[str, object]:
    marked = {
        found[2]: found[1]
        for value in (*record.get("AID", []), *record.get("LID", []))
        if (found := _MARKED.search(value))
    }
    kinds = {kind.lower() for kind in record.get("PT", [])}
    book = first_of(record, "BTI")
    first, _, last = first_of(record, "PG").partition("-")
    return {
        "type": "chapter" if book and "TI" in record else "book" if book else _kind(kinds),
        "title": first_of(record, "TI", "BTI"),
        "author": [*_names(record, "FAU", "AU"), *({"literal": name} for name in record.get("CN", []))],
        "editor": _names(record, "FED", "ED"),
        "issued": date_of(first_of(record, "DP"), first_of(record, "DP")),
        "container-title": book or first_of(record, "JT", "TA"),
        "volume": first_of(record, "VI"),
        "issue": first_of(record, "IP"),
        "page": full_pages(first.strip(), last.strip()),
        "article-number": marked.get("pii", "") if re.fullmatch(r"e\d+", marked.get("pii", "")) else "",
        "publisher": first_of(record, "PB"),
        "publisher-place": first_of(record, "PL") if book else "",
        "DOI": marked.get("doi", ""),
        "PMID": first_of(record, "PMID"),
        "PMCID": first_of(record, "PMC"),
        "abstract": first_of(record, "AB"),
    }


def _kind(kinds: set[str]) -> str:
    return "preprint" if "preprint" in kinds else "article-journal"


def _names(record: Mapping[str, list[str]], full: str, short: str) -> list[dict[str, str]]:
    if full in record:
        return [person(name) for name in record[full]]
    return [_short(name) for name in record.get(short, [])]


def _short(name: str) -> dict[str, str]:
    found = _SHORT.fullmatch(name)
    if found is None:
        return {"literal": name}
    return {
        "family": found[1],
        "given": " ".join(f"{letter}." for letter in found[2]),
        "suffix": found[3] or "",
    }
