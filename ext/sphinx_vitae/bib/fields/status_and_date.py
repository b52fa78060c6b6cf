"""The status and date of a work: whether and when it appeared. A single field can contain both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sphinx_vitae.model import PartialDate, ProblemKind, Text, excerpt

from ..dates.date_parser import parse_date, parse_year_month_day
from ..dates.months import sides_of
from ..entries.entry import Entry
from ..markup.text_parser import parse_text, plain
from .date_advice import date_problem
from .publication_status import (
    STATES,
    Status,
    state_key,
    states_within,
    status_in_date,
    status_in_note,
    status_in_venue,
)

__all__ = ["appearance_of"]

#: Words that mean that a work has appeared.
_APPEARED: Final = frozenset(("published", "ppublish", "epublish", "final", ""))
#: Longer values are assumed to contain neither a year nor a status.
_LONGEST: Final = 300
_LONGEST_DATE: Final = 30
#: Page numbers contain a digit, or are Roman numerals.
_PAGED: Final = re.compile(r"\d|^[ivxlcIVXLC]+\b")
_YEAR: Final = re.compile(r"\d{4}")
_VENUES: Final = ("journaltitle", "booktitle", "eventtitle")
_NOTES: Final = ("note", "howpublished", "addendum")


def appearance_of(entry: Entry, kind: str, texts: dict[str, Text]) -> tuple[str, PartialDate | None]:
    """The status and the date of an entry.

    The words for the status become the text of ``pubstate``, and are removed from their original
    field.
    """
    date, found = _date(entry, kind)
    if date is not None and ("note" in texts or "howpublished" in texts or "addendum" in texts):
        date = _without_doubled_date(entry, texts, date)
    if "pubstate" in texts:
        return _pubstate(entry, str(texts["pubstate"])), date
    if kind != "publication":
        return "", date
    field, told = _status(entry)
    if told and told.rest:
        texts[field] = parse_text(told.rest)
    elif told:
        texts.pop(field, None)
    if status := found or told:
        texts["pubstate"] = parse_text(status.written)
        return status.key, date
    return "", date


def _pubstate(entry: Entry, written: str) -> str:
    """The key for the value of ``pubstate``. If it says more, its first key is used, and the rest reported."""
    key = state_key(written)
    if key or written.lower() in _APPEARED:
        return key
    keys, rest = states_within(written)
    other = "addendum" if "note" in entry.fields else "note"
    if keys:
        message = f"pubstate is “{excerpt(written)}”, which says more than a publication state"
        fix = f"write pubstate = {{{'} or {'.join(keys)}}}"
        if rest != entry.fields.get("year"):
            fix += f", and move “{excerpt(rest)}” to {other}"
    else:
        message = f"pubstate is “{excerpt(written)}”, which is not a publication state"
        fix = f"write one of {', '.join(STATES)}, or move the text to {other}"
    entry.report(ProblemKind.VALUE_UNKNOWN, message, "pubstate", fix)
    return keys[0] if keys else ""


def _without_doubled_date(entry: Entry, texts: dict[str, Text], date: PartialDate) -> PartialDate:
    """The date. A note that only repeats it, or contains only the month, is removed."""
    if date.start is None or date.ranged or date.literal:
        return date
    for field in _NOTES:
        value = entry.fields.get(field, "")
        if field not in texts or len(value) > _LONGEST_DATE or str(date.start.year) not in value:
            continue
        noted = parse_year_month_day(value)
        if noted.literal or noted.ranged or noted.start is None or noted.start.year != date.start.year:
            continue
        if not date.start.month:
            date = noted
        if date.start is not None and noted.start.month in (0, date.start.month):
            del texts[field]
    return date


def _status(entry: Entry) -> tuple[str, Status | None]:
    """The field that contains a status, and the status.

    If a work has page numbers, it has appeared, so any status in a note is outdated.
    """
    fields = entry.fields
    for field in _VENUES:
        if field in fields and (found := status_in_venue(fields[field])):
            return field, found
    pages = fields.get("pages", "")
    if pages and len(pages) < _LONGEST and not _PAGED.search(pages):
        if key := state_key(plain(pages)):
            return "pages", Status(key, plain(pages))
        pages = ""
    for field in _NOTES:
        if field in fields and not pages and (found := status_in_note(fields[field])):
            return field, found
    return "", None


def _date(entry: Entry, kind: str) -> tuple[PartialDate | None, Status | None]:
    """The date of an entry; for a talk, the date of its event. A status in a date field is not a date."""
    fields = entry.fields
    for field in ("eventdate", "date") if kind == "talk" else ("date",):
        if field in fields and not _is_part(entry, field):
            return _dated(entry, field)
    year, month = fields.get("year", ""), fields.get("month", "") or fields.get("date", "")
    if not year and not month:
        return _dated(entry, "eventdate") if "eventdate" in fields else (None, None)
    status = None
    if not year.isdecimal() and len(year) < _LONGEST:
        status = status_in_date(plain(year))
        year = status.rest if status else year
    if month and (told := status_in_date(month)):
        status, month = status or told, told.rest
    date = parse_year_month_day(year, month, fields.get("day", ""))
    return _reported(entry, _unreadable_part(fields, year) if date.literal else "", date), status


def _is_part(entry: Entry, field: str) -> bool:
    """Whether a date is only the day and month beside a ``year``: ``17--22 September``."""
    value = entry.fields[field]
    if field != "date" or "year" not in entry.fields or len(value) > _LONGEST_DATE:
        return False
    return _YEAR.search(value) is None and sides_of(plain(value)) is not None


def _unreadable_part(fields: Mapping[str, str], year: str) -> str:
    """Which of BibTeX's three fields cannot be parsed. The year is given without a status."""
    month = fields.get("month", "")
    if not year and "year" in fields:  # it contains only a status
        return "year"
    if year and not month and "day" not in fields:
        return "year"
    if year and (not year.isdecimal() or (month and "day" not in fields and sides_of(plain(month)))):
        return "year"
    return "day" if "day" in fields and sides_of(plain(fields.get("month", ""))) else "month"


def _dated(entry: Entry, field: str) -> tuple[PartialDate | None, Status | None]:
    """The date in a field that contains a complete date."""
    value = entry.fields[field]
    date = parse_date(value)
    if date.literal and len(value) < _LONGEST and (status := status_in_date(plain(value))):
        return _reported(entry, field, parse_year_month_day(status.rest)), status
    return _reported(entry, field, date), None


def _reported(entry: Entry, field: str, date: PartialDate) -> PartialDate | None:
    """The date, if any. A date that cannot be parsed is reported."""
    waits = field == "month" and "pubstate" in entry.fields and "year" not in entry.fields
    if date.literal and not (
        waits and sides_of(plain(date.literal))
    ):  # the year of a work in press can be unknown
        written = entry.fields.get(field) or date.literal
        message, fix = date_problem(entry, field, written, date)
        entry.report(ProblemKind.DATE_UNREADABLE, message, field, fix)
    return date if date.literal or date.start or date.end else None
