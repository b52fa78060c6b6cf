"""Code that the RIS and PubMed parsers share. In both formats, each line contains a tag and a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sphinx_vitae.bib import parse_date
from sphinx_vitae.bib.dates.months import is_month

from ..dates import edtf
from ..names import is_organization

__all__ = ["date_of", "first_of", "full_pages", "person", "tagged"]

_SLASHED: Final = re.compile(r"(\d{4})/(\d{0,2})/?(\d{0,2})/?.*")
_YEAR: Final = re.compile(r"\b(\d{4})\b")
#: "2018 Mar 1", "2018 Mar-Apr", "Mar 2018", "MAR 15".
_WORDS: Final = re.compile(
    r"(?:(\d{4})\s+)?([A-Za-z]{3,9})\.?(?:-[A-Za-z]{3,9})?(?:\s+(\d{1,2}))?(?:,?\s+(\d{4}))?$"
)
#: Matches the short form of a name: "Roe AB", "Roe A.B.".
_FAMILY_INITIALS: Final = re.compile(r"([^\W\d_][^,]*[a-zà-ÿ]) ((?:[A-Z]\.?-?){1,4})")
_LONGEST: Final = 100_000


def tagged(text: str, line: re.Pattern[str], joiner: str = " ") -> Iterator[tuple[str, str]]:
    """The tags with their values. A line without a tag continues the previous value."""
    tag, parts = "", list[str]()
    for written in text.splitlines():
        found = line.match(written)
        if found:
            if tag:
                yield tag, joiner.join(filter(None, parts))[:_LONGEST]
            tag, parts = found[1], [(found[2] or "").strip()]
        else:
            parts.append(written.strip())
    if tag:
        yield tag, joiner.join(filter(None, parts))[:_LONGEST]


def first_of(record: Mapping[str, list[str]], *tags: str) -> str:
    """The first value among these tags, in their order."""
    return next((value for tag in tags for value in record.get(tag, []) if value), "")


def person(name: str) -> dict[str, str]:
    """Parse a name: ``Family, Given, Suffix``, or in reading order."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) > 1 and parts[0]:
        if is_organization(name):
            return {"literal": name}
        return {"family": parts[0], "given": parts[1], "suffix": parts[2] if len(parts) > 2 else ""}
    if found := _FAMILY_INITIALS.fullmatch(name.strip()):
        return {"family": found[1], "given": found[2]}
    given, _, family = name.strip().rpartition(" ")
    return (
        {"family": family, "given": given}
        if given and not is_organization(name)
        else {"literal": name.strip(", ")}
    )


def date_of(date: str, year: str) -> dict[str, object]:
    """Parse a date in any of the formats that programs write; return its CSL form, with at least the year."""
    given = _YEAR.search(year) or _YEAR.search(date)
    parts: list[str] = [given[1]] if given else []
    if found := _SLASHED.match(date):
        parts = [found[1], found[2], found[3]] if found[2] and found[1] == (parts or [found[1]])[0] else parts
    elif (found := _WORDS.match(date.strip())) and is_month(found[2]) and parts:
        read = edtf(parse_date(f"{found[3] or ''} {found[2]} {parts[0]}".strip()))
        parts = read.partition("/")[0].split("-") if read else parts
    elif re.fullmatch(r"\d{4}-\d\d(-\d\d)?", date):
        parts = date.split("-")
    return {"date-parts": [parts]}


def full_pages(first: str, last: str) -> str:
    """A page range, with an abbreviated end (454–81) written in full."""
    if not first or not last or last == first or "-" in first:
        return first or last
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{first}-{last}"
