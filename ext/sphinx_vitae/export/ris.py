"""Records in the RIS format, for reference managers, with a tag and a value on each line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sphinx_vitae.model import Person, Record

from .facts import Facts, given_last, iso_date, line_of

__all__ = ["to_ris"]

#: RIS types for works in journals, in which ``SN`` is the ISSN.
_PERIODICALS: Final = frozenset(("JOUR", "JFULL", "MGZN", "NEWS"))
#: RIS types in which editors have the tag ``A3``.
_BOOKS: Final = ("BOOK", "EDBOOK")


def to_ris(record: Record, facts: Facts | None = None) -> str:
    """The lines of one record, from ``TY`` to ``ER``, each ended by CR LF as the format demands.

    :param facts: the facts about the record, if another format has read them.
    """
    facts = facts or Facts(record.own)
    lines = [f"{tag}  - {value}" for tag, value in _tags(facts) if value]
    return "\r\n".join((f"TY  - {facts.type.ris}", *lines, "ER  - ", ""))


def _tags(facts: Facts) -> Sequence[tuple[str, str | None]]:
    kind, text = facts.type.ris, facts.texts.get
    first, last = facts.pages
    return (
        ("ID", facts.key),
        ("TI", facts.title),
        *[("AU", _name(person)) for person in facts.authors],
        *[("A3" if kind in _BOOKS else "A2", _name(person)) for person in facts.people("editor")],
        *[("A4", _name(person)) for person in facts.people("translator")],
        *_dates(facts),
        *_containers(facts),
        ("VL", facts.volume if facts.volume != facts.series_number else ""),
        ("IS", facts.issue),
        ("SN" if kind in ("RPRT", "PAT") else "M1", facts.number),
        ("SP", first or text("eid") or text("pagetotal")),
        ("EP", last),
        ("ET", text("edition") or text("version")),
        ("PB", facts.publisher),
        (
            "C1" if kind == "CONF" else "CY",
            text("venue") or text("location") if facts.event else facts.place,
        ),
        ("M3", facts.genre),
        *[("SN", number) for number in (facts.issns if kind in _PERIODICALS else facts.isbns)],
        ("DO", facts.full_doi),
        ("DB", facts.archive),
        ("AN", facts.eprint),
        ("UR", facts.url),
        ("LA", facts.language),
        *[("KW", keyword) for keyword in facts.keywords],
        ("AB", facts.abstract),
    )


def _containers(facts: Facts) -> Sequence[tuple[str, str | None]]:
    series = ("T3", facts.series), ("J2", facts.texts.get("shortjournal"))
    if facts.type.ris == "CONF":
        return ("T2", facts.event or facts.container), ("C3", facts.container), *series
    return ("T2", facts.container or facts.event), *series


def _dates(facts: Facts) -> Sequence[tuple[str, str | None]]:
    """``PY`` is the year, and ``DA`` is ``YYYY/MM/DD/``, in which unknown parts are empty."""
    year, _, rest = iso_date(facts.record.date).partition("-")
    month, _, day = rest.partition("-")
    return ("PY", year), ("DA", f"{year}/{month}/{day}/" if month else "")


def _name(person: Person) -> str:
    """``Family, Given, Suffix``. An organization has no commas, because they would split its name."""
    name = given_last(person)
    return ", ".join(filter(None, (name, line_of(person.suffix)))) if person.suffix else name
