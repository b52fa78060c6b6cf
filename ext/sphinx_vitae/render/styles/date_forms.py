"""Dates in house styles, with the precision of the original, and with the order and month names of the style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from sphinx_vitae.model import Moment, PartialDate

from ..language.calendar import Calendar, Form
from ..language.dates import print_date, year_of
from ..language.translated_words import Words

__all__ = ["full", "longer", "printed", "short", "undotted"]

Order = Literal["month first", "year first", "year, month"]
Month = Callable[[Words, int], str]


def full(words: Words, month: int) -> str:
    """The month in full: April."""
    return words.month(month)


def undotted(words: Words, month: int) -> str:
    """The month abbreviated without a full stop: Apr."""
    return words.month(month, short=True)


def short(words: Words, month: int) -> str:
    """The month abbreviated as in IEEE style: Apr., Jun., Sep., but May."""
    name, whole = words.month(month, short=True), words.month(month)
    return name if name == whole else f"{name}."


def longer(words: Words, month: int) -> str:
    """The month abbreviated as in ACM style: April, June, Sept."""
    whole = words.month(month)
    if len(whole) <= 5 or month > 12:
        return whole
    return f"{whole[:4] if month == 9 else words.month(month, short=True)}."


def printed(
    date: PartialDate | None,
    words: Words,
    month: Month,
    order: Order = "month first",
    *,
    days: bool = True,
    dash: str = "–",
) -> str:
    """A date as ``Apr. 3–5, 2002``, ``2002 Apr 3-5`` or ``2002, April 3–5``; empty if there is none.

    :param month: how to print months.
    :param days: whether to print days.
    :param dash: the text between start and end.
    """
    if date is None:
        return ""
    start, end = date.start or date.end, date.end
    if date.literal or start is None:
        return date.literal
    if words.calendar:
        return _in_language(date if days else _without_days(date), words, words.calendar, month, order, dash)
    first = _within(start, words, month, days)
    if not date.ranged or end is None or date.start is None:
        whole = _assembled(first, _year(start, words), order, bool(start.day and days))
        return f"{whole}{dash}" if date.ranged and end is None else whole
    last = _within(end, words, month, days)
    if start.year != end.year:
        return f"{_assembled(first, _year(start, words), order, bool(start.day and days))}{dash}{_assembled(last, _year(end, words), order, bool(end.day and days))}"
    if start.month == end.month and start.day and end.day and days:
        last = str(end.day)
    both = first if first == last or not last else f"{first}{dash}{last}"
    return _assembled(both, _year(start, words), order, bool(end.day and days))


def _in_language(
    date: PartialDate, words: Words, calendar: Calendar, month: Month, order: Order, dash: str
) -> str:
    """A date with the patterns of the language, after the year if this is the order of the style."""
    form: Form = "long" if month is full else "days"
    start, end = date.start or date.end, date.end if date.start else None
    months = [moment.month for moment in (start, end) if moment]
    if order == "month first" or calendar.year_first or not start or not all(0 < n <= 12 for n in months):
        return print_date(date, words, form).text
    comma = words.comma if order == "year, month" else " "
    if end is None or start.year != end.year:
        parts = [f"{_year(m, words)}{comma}{calendar.moment(m, form)}" for m in (start, end) if m]
        return dash.join(parts) + (dash if date.ranged and end is None and date.start else "")
    if start.month == end.month:
        within = calendar.days(start, end, form) if start.day and end.day else calendar.moment(end, form)
    else:
        within = calendar.months(start, end, form)
    return f"{_year(start, words)}{comma}{within}"


def _without_days(date: PartialDate) -> PartialDate:
    start, end = (moment and replace(moment, day=0) for moment in (date.start, date.end))
    return replace(date, start=start, end=end)


def _within(moment: Moment, words: Words, month: Month, days: bool) -> str:
    """Month and day."""
    if not moment.month:
        return ""
    name = month(words, moment.month)
    return f"{name} {moment.day}" if moment.day and days else name


def _year(moment: Moment, words: Words) -> str:
    year = year_of(moment, words)
    if moment.approximate:
        year = words("c. {}").format(year)
    return f"{year}?" if moment.uncertain else year


def _assembled(within: str, year: str, order: Order, with_day: bool) -> str:
    if not within:
        return year
    if order == "month first":
        return f"{within}, {year}" if with_day else f"{within} {year}"
    return f"{year}, {within}" if order == "year, month" else f"{year} {within}"
