"""What to write instead of days: those in a ``date`` beside a ``year``, and a list of them in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sphinx_vitae.model import Moment

from ..dates.date_parser import parse_year_month_day
from .date_texts import iso

__all__ = ["days_fix", "listed_days"]

_DAY_AND_MONTH: Final = re.compile(r"(\d{1,2})\. ?(0?[1-9]|1[0-2])\.?")
_DAYS: Final = re.compile(r"(\d{1,2})(?:\s*(?:-+|–)\s*(\d{1,2}))?")
_LAST_DAY: Final = 31
#: Days of one month: "24, 25 and 26 March 1969".
_LISTED: Final = re.compile(
    r"(\d{1,2})(?:,\s*\d{1,2}){0,9}(?:,\s*|\s*(?:,?\s(?:and|und|et|y|e|en|og|i)\s|&)\s*)(\d{1,2})\.?\s+(?:de\s+)?"
    r"([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4})"
)
#: Fields of a work that was presented at an event.
_OF_EVENTS: Final = ("booktitle", "eventtitle", "venue")


def days_fix(fields: Mapping[str, str], called: str) -> str:
    """What to write instead of a ``date`` beside a ``year``; empty if it contains more than days.

    :param called: the name of the field, as written.
    """
    year, written = fields["year"], fields["date"]
    if year.isdecimal() and (dotted := _DAY_AND_MONTH.fullmatch(written)):
        return f"write {called} = {{{year}-{int(dotted[2]):02d}-{int(dotted[1]):02d}}}"
    found = _DAYS.fullmatch(written)
    if found is None:
        return ""
    days = [day for day in found.groups() if day]
    if any(not 1 <= int(day) <= _LAST_DAY for day in days):
        return ""
    known = _in_month(fields, days) if "day" not in fields else []
    if not known:
        return f"write {called} = {{{'/'.join(f'{year}-MM-{int(day):02d}' for day in days)}}}"
    whole = f"{called} = {{{'/'.join(map(iso, known))}}} instead of year, month and {called}"
    if len(known) > 1 and "eventdate" not in fields and any(name in fields for name in _OF_EVENTS):
        event = f"write eventdate = {{{'/'.join(map(iso, known))}}} instead of {called}"
        return f"{event} if these are the days of the event; otherwise, write {whole}"
    return f"write {whole}"


def _in_month(fields: Mapping[str, str], days: list[str]) -> list[Moment]:
    """The days in the month and the year of the entry, in their order; empty if they are not such days."""
    dates = [parse_year_month_day(fields["year"], fields.get("month", ""), day) for day in days]
    found = [date.start for date in dates if date.start and date.start.day and not date.literal]
    return found if len(found) == len(days) and found == sorted(found, key=iso) else []


def listed_days(text: str) -> str:
    """The first and the last of the days that a text lists, as a range; empty if it contains more."""
    found = _LISTED.fullmatch(text.strip())
    if found is None:
        return ""
    days = _in_month({"year": found[4], "month": found[3]}, [found[1], found[2]])
    return "/".join(map(iso, days))
