"""What to write instead of a ``month`` that contains something else, so that nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

from sphinx_vitae.model import PartialDate

from ..dates.date_parser import parse_date, parse_year_month_day
from ..dates.months import BESIDES, is_month, month_in, sides_of
from .date_texts import field_for, iso, moved
from .identifiers import arxiv_month
from .misplaced import misplaced

__all__ = ["MONTH_FIX", "month_fix", "year_for_month"]

MONTH_FIX: Final = "write jan, feb, … or a number from 1 to 12"
#: Longer texts are not examined for a month.
_LONGEST: Final = 300
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NAMED_DAY: Final = re.compile(r"([^\W\d_]{3,9})[/.-](\d{1,2})[/.-](\d{4})")
_SHORT_DAY: Final = re.compile(r"([12]\d|3[01])[/.](0?[1-9]|1[0-2])[/.](\d\d)")
_TWO_DAYS: Final = re.compile(r"(\d{1,2})\.? ?[-–]{1,2} ?(\d{1,2})\. ?(0?[1-9]|1[0-2])\. ?(\d{4})")
_LAST_DAY: Final = 31
#: An issue or a volume.
_NUMBERED: Final = re.compile(
    r"(?:(?:issue|no|nr|number|heft)\.? ?(\d+)|(?:vol|volume|bd|band)\.? ?(\d+))", re.I
)
_QUARTER: Final = re.compile(r"Q([1-4])", re.I)
_WEEKDAYS: Final = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NUMBERS: Final = re.compile(r"\d+")


def year_for_month(fields: Mapping[str, str], text: str) -> str:
    """How to add the year of a month, which another field may contain."""
    in_note = misplaced(fields.get("note", ""))
    if in_note and in_note.field == "year":
        return "rename note to year"
    archive = fields.get("eprinttype", "").lower()
    at_arxiv = arxiv_month(fields.get("eprint", "")) if archive == "arxiv" else None
    sides = sides_of(text)
    if at_arxiv and sides and sides[0].month == at_arxiv[1]:
        return f"add year = {{{at_arxiv[0]}}}, from the arXiv number"
    return "add year = {…}"


def month_fix(fields: Mapping[str, str], text: str, date: PartialDate) -> str:
    """What to write instead of a month that contains something else: a whole date, or other text."""
    instead = "instead of month and year" if "year" in fields else "instead"
    whole = parse_date(text)
    day = whole.start if whole.start and whole.start.day and not whole.literal else None
    if day and str(day.year) == fields.get("year", str(day.year)):
        return f"write date = {{{iso(day)}}} {instead}"
    if day:  # reference managers write the day of the download here
        fix = f"{MONTH_FIX}, or remove the field if the month is not known"
        return fix if "urldate" in fields else f"{fix}; a day of access belongs in urldate = {{{iso(day)}}}"
    if fix := _month_within(fields, text):
        return fix
    if whole.start and whole.start.month and not whole.ranged and str(whole.start.year) == fields.get("year"):
        return f"write month = {_MONTHS[whole.start.month - 1]}" if whole.start.month <= 12 else MONTH_FIX
    if fix := _named_day(text, fields.get("year", "")):
        return f"write date = {{{fix}}} {instead}"
    if numbered := _NUMBERED.fullmatch(text):
        field = "number" if numbered[1] else "volume"
        value = numbered[1] or numbered[2]
        if field in fields:
            return f"remove it if it is the {field}, which is given; otherwise, write the month"
        return f"move it: {field} = {{{value}}}"
    if quarter := _QUARTER.fullmatch(text):
        first = _MONTHS[3 * int(quarter[1]) - 3]
        return f"write month = {first}, the first month of the quarter, or move “{text}” to another field, such as number or note"
    every = _WORD.findall(text)
    words = [word for word in every if not is_month(word)]
    if len(every) > 1 and words == every:
        return f"move it to another field, such as {field_for(fields, text)}"
    if len(_NUMBERS.findall(text)) > 1:
        return f"write date = {{YYYY-MM-DD}} {instead}"
    if (meant := _misspelt(text)) and date.start:
        return f"write month = {meant}"
    fix = MONTH_FIX if date.start else f"{MONTH_FIX}, and a year"
    return f"{fix}, and move the rest to another field, such as note" if len(words) > 1 else fix


def _named_day(text: str, year: str) -> str:
    """The day in a text such as ``Feb/14/2020`` or, if it is in the year of the work, ``24/10/11``, or the days in one
    such as ``24.-26.10.2011``; or else empty.
    """
    if (days := _TWO_DAYS.fullmatch(text)) and days[4] == year and int(days[1]) < int(days[2]) <= _LAST_DAY:
        return "/".join(f"{year}-{int(days[3]):02d}-{int(day):02d}" for day in days.groups()[:2])
    if (named := _NAMED_DAY.fullmatch(text)) and is_month(named[1]):
        day = parse_year_month_day(named[3], named[1], named[2]).start
        return iso(day) if day and day.day else ""
    short = _SHORT_DAY.fullmatch(text)
    if short and len(year) == 4 and year.endswith(short[3]) and int(short[1]) > 12:
        return f"{year}-{int(short[2]):02d}-{int(short[1]):02d}"
    return ""


def _misspelt(text: str) -> str:
    """The month whose English name is most similar to a word; empty if none is."""
    near = get_close_matches(text.strip(" .").lower(), _NAMES, 1, 0.8)
    return _MONTHS[_NAMES.index(near[0])] if near else ""


def _month_within(fields: Mapping[str, str], text: str) -> str:
    """What to write instead of a month with other text, such as a place, if it contains a single readable month
    or days of a month; empty otherwise.
    """
    words = text.split()
    found = month_in(words) if len(text) < _LONGEST else None
    if found is None:
        return ""
    start, end = found
    run, year = " ".join(words[start:end]).strip(BESIDES), fields.get("year", "")
    date = parse_year_month_day(year, run)
    if date.literal or date.start is None or str(date.start.year) != year:
        return ""
    besides = (_WEEKDAYS.sub("", " ".join(each)) for each in (words[:start], words[end:]))
    rest = moved(fields, *besides, fewest=1)
    if date.start.day:
        last = f"/{iso(date.end)}" if date.end and date.end.day else ""
        return f"write date = {{{iso(date.start)}{last}}} instead of month and year{rest}"
    number = date.start.month
    if date.ranged or number > len(_MONTHS):
        return f"write month = {{{run}}}{rest}"
    return f"write month = {_MONTHS[number - 1]}{rest}"
