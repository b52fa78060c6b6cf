"""The status and date of a work: whether and when it appeared. A single field can contain both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sphinx_vitae.model import Moment, PartialDate, ProblemKind, Text, excerpt

from ..dates.date_parser import parse_date, parse_year_month_day
from ..dates.months import sides_of
from ..entries.entry import Entry
from ..markup.text_parser import parse_text, plain
from .misplaced import misplaced, where_it_belongs
from .publication_status import STATES, Status, state_key, status_in_date, status_in_note, status_in_venue

__all__ = ["appearance_of", "day_of_access"]

#: Words that mean that a work has appeared.
_APPEARED: Final = frozenset(("published", "final", ""))
#: Longer values are assumed to contain neither a year nor a status.
_LONGEST: Final = 300
_LONGEST_DATE: Final = 30
#: Page numbers contain a digit, or are Roman numerals.
_PAGED: Final = re.compile(r"\d|^[ivxlcIVXLC]+\b")
#: Part of a date → what to write instead.
_FIXES: Final = {
    "year": "write four digits",
    "month": "write jan, feb, … or a number from 1 to 12",
    "day": "write a number from 1 to 31",
}
_BEFORE_CHRIST: Final = re.compile(r"\b(\d{1,4})\s*B\.?\s?C", re.I)
_YEAR: Final = re.compile(r"\d{4}")
_YEARS: Final = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_DAY: Final = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_SEPARATORS: Final = re.compile(r"\D+")
_DAY_IN_TEXT: Final = re.compile(r"(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)")
_YEAR_RANGE: Final = re.compile(r"\s*(\d{4})\s*(?:-+|–|/)\s*(\d{4})\s*")
#: Words between two years that limit a period.
_PERIOD: Final = re.compile(r"\d\s*(?:and|or|to|until|und|oder|bis|et|ou|à|y|o|e|a)\s+\D{0,6}\d", re.I)
#: What begins a remark after a date.
_AFTER_DATE: Final = re.compile(r"[,;(]")
_TWO_YEARS: Final = re.compile(r"(\d{4})\s*[\[(]\s*(\d{4})\s*[\])]")
_UNDATED: Final = re.compile(
    r"0+|undated|unknown|none|null|nan|undefined|n\.?\s*d\.?|s\.?\s*d\.?|no date|o\.?\s*J\.?|\?+|n/a|-+", re.I
)
#: What a work is if it has no date.
_UNPUBLISHED: Final = re.compile(
    r"unpublished|manuscript|draft|working paper|mimeo|personal communication", re.I
)
_DAYS: Final = re.compile(r"\d{1,2}(?:\s*-+\s*\d{1,2})?")
#: Words for the date on which somebody looked at a website.
_ACCESSED: Final = re.compile(
    r"\b(?:access|retriev|visit|cited|abgeruf|aufgeruf|zugriff|consult|acess|besucht|hentet|lest)", re.I
)
_MONTH: Final = re.compile(r"\b(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])", re.I)
_WORDS_OF_ACCESS: Final = re.compile(
    r"\b(?:(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]+)\b", re.I
)
#: A date such as 11/03/2012, whose first number can be the day or the month.
_DAY_OR_MONTH: Final = re.compile(r"\b(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/")
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
    """The key for the value of ``pubstate``."""
    key = state_key(written)
    if not key and written.lower() not in _APPEARED:
        message = f"pubstate is “{excerpt(written)}”, which is not a publication state"
        entry.report(ProblemKind.VALUE_UNKNOWN, message, "pubstate", f"write one of {', '.join(STATES)}")
    return key


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
    if (
        status is None
        and month[:1] == "("
        and len(month) < _LONGEST
        and (status := status_in_date(plain(month)))
    ):
        month = status.rest
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
    if date.literal:
        written = entry.fields.get(field) or date.literal
        message, fix = _date_problem(entry, field, written, date)
        entry.report(ProblemKind.DATE_UNREADABLE, message, field, fix)
    return date if date.literal or date.start or date.end else None


def _date_problem(entry: Entry, field: str, written: str, date: PartialDate) -> tuple[str, str]:
    """What is wrong with a date, and what to write instead."""
    fields, called = entry.fields, entry.called(field)
    found = misplaced(written)
    if field == "year" and sides_of(plain(written)) and misplaced(fields.get("month", "")):
        return (
            f"{called} is “{excerpt(written)}”, which is a month",
            f"exchange it with {entry.called('month')}",
        )
    if field == "year" and _UNPUBLISHED.fullmatch(plain(written).strip()):
        return f"{called} is “{excerpt(written)}”, which is not a date", f"rename {called} to note"
    if field in _FIXES and _UNDATED.fullmatch(written):
        return f"{called} is “{excerpt(written)}”, which is not a date", "remove the field"
    if found and (found.field != "year" or field == "month"):
        return f"{called} is “{excerpt(written)}”, which is {found.kind}", where_it_belongs(fields, found)
    message = f"{called} is “{excerpt(written)}”, which cannot be read as a date"
    if field == "month" and "year" not in fields and sides_of(plain(written)):
        return f"{called} is “{excerpt(written)}”, but there is no year", "add year = {…}"
    if field == "month" and " " in written and not any(map(str.isdigit, written)):
        return message, "move it to another field, such as note, or remove it"
    if field == "date" and "year" in fields and _DAYS.fullmatch(written):
        fix = (
            f"rename {called} to day" if "month" in fields else f"write {called} = {{{fields['year']}-MM-DD}}"
        )
        return message, fix
    if field == "year" and (dotted := _DAY_IN_TEXT.search(written)):
        return message, f"write date = {{{dotted[3]}-{int(dotted[2]):02d}-{int(dotted[1]):02d}}} instead"
    if field == "year" and (years := _YEAR_RANGE.fullmatch(plain(written))) and years[1] > years[2]:
        message = f"{called} is “{excerpt(written)}”, which ends before it begins"
        return message, f"write date = {{{years[2]}/{years[1]}}} instead"
    if field == "year" and (both := _TWO_YEARS.fullmatch(written)):
        return message, f"write year = {{{both[1]}}} and origdate = {{{both[2]}}}"
    if field == "year" and (accessed := day_of_access(written)):
        return message, f"write urldate = {{{accessed}}} instead"
    return message, _date_fix(field, written, date)


def day_of_access(written: str) -> str:
    """The value for ``urldate`` if a text says when somebody looked at a website; empty for other texts."""
    if not _ACCESSED.search(written):
        return ""
    if _DAY_OR_MONTH.search(written):
        return "YYYY-MM-DD"
    day = parse_date(_WORDS_OF_ACCESS.sub("", plain(written)).strip(" :,.")).start
    if day and day.day:
        return _iso(day)
    years = _YEARS.findall(written)
    return years[0] if len(years) == 1 and not _MONTH.search(written) else "YYYY-MM-DD"


def _year_fix(written: str, years: Sequence[str]) -> str:
    """What to write instead of a text that contains years: a date at its beginning, a period, or the only year."""
    day = parse_year_month_day(plain(_AFTER_DATE.split(written)[0])).start
    if day and day.day:
        return f"write date = {{{_iso(day)}}} instead"
    if len(years) == 2 and years[0] < years[1] and _PERIOD.search(written):
        return f"write date = {{{years[0]}/{years[1]}}} instead"
    return f"write year = {{{years[0]}}}" if len(years) == 1 else "write a single year"


def _iso(day: Moment) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _date_fix(field: str, written: str, date: PartialDate) -> str:
    """What to write instead of a date, for the part that could be parsed."""
    if found := _BEFORE_CHRIST.search(written):
        return f"write date = {{-{int(found[1]) - 1:04d}}}"
    if field == "year" and (years := _YEARS.findall(written)):
        return _year_fix(written, years)
    if field == "year" and _DAY.fullmatch(plain(written).strip()):
        return "write date = {YYYY-MM-DD} instead"
    if field in _FIXES:
        return _FIXES[field] if date.start or field == "year" else f"{_FIXES[field]}, and a year"
    if date.start and date.start.day:
        whole = _iso(date.start)
        if _SEPARATORS.sub("-", written).startswith(whole):
            return f"write {whole}"
    return "write YYYY-MM-DD"
