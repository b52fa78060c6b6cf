"""Records in the RIS format, for reference managers, with a tag and a value on each line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sphinx_vitae.model import Person, Record

from .facts import Facts, given_last, iso_date, line_of

__all__ = ["to_ris"]

#: RIS types for works in journals, in which ``SN`` is the ISSN.
_PERIODICALS: Final = frozenset(("JOUR", "JFULL", "MGZN", "NEWS"))


def to_ris(record: Record, facts: Facts | None = None) -> str:
    """The lines of one record, from ``TY`` to ``ER``, each ended by CR LF as the format demands.

    :param facts: the facts about the record, if another format has read them.
    """
    facts = facts or Facts(record.own)
    lines = [f"{tag}  - {value}" for tag, value in _tags(facts) if value]
    return "\r\n".join((f"TY  - {facts.type.ris}", *lines, "ER  - ", ""))


def _tags(facts: Facts) -> Iterator[tuple[str, str]]:
    kind, text = facts.type.ris, facts.text
    yield "ID", line_of(facts.record.key)
    yield "TI", facts.title
    yield from (("AU", _name(person)) for person in facts.authors)
    editors = "A3" if kind in ("BOOK", "EDBOOK") else "A2"
    yield from ((editors, _name(person)) for person in facts.people("editor"))
    yield from (("A4", _name(person)) for person in facts.people("translator"))
    yield from _dates(facts)
    yield from _containers(facts)
    yield "VL", facts.volume if facts.volume != facts.series_number else ""
    yield "IS", facts.issue
    yield ("SN" if kind in ("RPRT", "PAT") else "M1"), facts.number
    first, last = facts.pages
    yield "SP", first or text("eid") or text("pagetotal")
    yield "EP", last
    yield "ET", text("edition") or text("version")
    yield "PB", facts.publisher
    yield (
        ("C1" if kind == "CONF" else "CY"),
        text("venue") or text("location") if facts.event else facts.place,
    )
    yield "M3", facts.genre
    yield from (("SN", number) for number in (facts.issns if kind in _PERIODICALS else facts.isbns))
    yield "DO", facts.full_doi
    yield "DB", facts.archive
    yield "AN", facts.eprint
    yield "UR", facts.url
    yield "LA", facts.language
    yield from (("KW", keyword) for keyword in facts.keywords)
    yield "AB", facts.abstract


def _containers(facts: Facts) -> Iterator[tuple[str, str]]:
    if facts.type.ris == "CONF":
        yield "T2", facts.event or facts.container
        yield "C3", facts.container
    else:
        yield "T2", facts.container or facts.event
    yield "T3", facts.series
    yield "J2", facts.text("shortjournal")


def _dates(facts: Facts) -> Iterator[tuple[str, str]]:
    """``PY`` is the year, and ``DA`` is ``YYYY/MM/DD/``, in which unknown parts are empty."""
    if date := iso_date(facts.record.date):
        year, month, day = (*date.split("-"), "", "")[:3]
        yield "PY", year
        yield "DA", f"{year}/{month}/{day}/" if month else ""


def _name(person: Person) -> str:
    """``Family, Given, Suffix``. An organization has no commas, because they would split its name."""
    return ", ".join(filter(None, (given_last(person), line_of(person.suffix))))
