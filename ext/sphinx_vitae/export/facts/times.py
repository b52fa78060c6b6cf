"""The start and end of an event, to the minute if the entry specifies the time."""

from __future__ import annotations

import datetime
import re
from typing import Final
from zoneinfo import ZoneInfo

from sphinx_vitae.model import Moment, Record

__all__ = ["EventTime", "event_span", "event_times"]

#: Matches a time in EDTF, as in ``2024-05-17T14:00:00+02:00``.
_EDTF: Final = re.compile(r"[Tt ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s?([Zz]|[+-]\d\d:?\d\d)?")
#: Matches the ``time`` field: ``14:00`` or ``14:00--15:30``.
_TIME: Final = re.compile(r"(\d{1,2})[:.](\d\d)(?:\s*(?:-{1,3}|–|/)\s*(\d{1,2})[:.](\d\d))?")

#: A day, or a time on a day. A time without a zone is local time.
EventTime = datetime.date | datetime.datetime


def event_span(record: Record) -> tuple[EventTime | None, EventTime | None]:
    """The start and end of an event; ``None`` if the day is unknown.

    Times are part of the date (``2024-05-17T14:00+02:00``), or in the ``time`` field. The zone is the offset
    in the date, or in the ``timezone`` field, such as ``Europe/Berlin``.
    """
    date = record.date
    if date is None or date.literal or date.start is None:
        return None, None
    first, last = _day(date.start), _day(date.end) if date.end else None
    if first is None:
        return None, None
    written = record.fields.get("eventdate") or record.fields.get("date", "")
    start_text, _, end_text = written.partition("/")
    zone = _zone(record.fields.get("timezone", ""))
    start, end = _at(first, start_text, zone), _at(last, end_text, zone)
    found = _TIME.fullmatch(record.fields.get("time", "").strip())
    if found and not isinstance(start, datetime.datetime) and last is None:
        start = _time(first, found[1], found[2], zone) or first
        end = _time(first, found[3], found[4], zone) if found[3] else None
    return start, end


def _day(moment: Moment) -> datetime.date | None:
    try:
        return datetime.date(moment.year, moment.month, moment.day)
    except ValueError:
        return None


def _at(day: datetime.date | None, written: str, zone: datetime.tzinfo | None) -> EventTime | None:
    """The day with its time, if the date contains one."""
    found = _EDTF.search(written) if day else None
    if day is None or found is None:
        return day
    return _time(day, found[1], found[2], _offset(found[4]) or zone) or day


def _time(
    day: datetime.date, hour: str, minute: str, zone: datetime.tzinfo | None
) -> datetime.datetime | None:
    try:
        return datetime.datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=zone)
    except ValueError:
        return None


def _offset(written: str | None) -> datetime.tzinfo | None:
    if not written:
        return None
    if written in "Zz":
        return datetime.UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    if hours > 14 or minutes > 59:
        return None
    delta = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(-delta if written[0] == "-" else delta)


def _zone(name: str) -> datetime.tzinfo | None:
    """The time zone with this name; ``None`` if this system does not know it, in which case the time is local
    time.
    """
    try:
        return ZoneInfo(name.strip()) if name.strip() else None
    except (OSError, ValueError, LookupError):
        return None


def event_times(record: Record) -> tuple[str, str]:
    """The start and end in ISO 8601, with the known precision. The end is empty if it equals the start."""
    start, end = event_span(record)
    date = record.date
    first = (
        start.isoformat() if start else (date.start.iso if date and date.start and not date.literal else "")
    )
    last = end.isoformat() if end else (date.end.iso if date and date.end and not date.literal else "")
    return first, last if last != first else ""
