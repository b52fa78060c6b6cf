"""Dates in house styles, with the precision of the original, and with the order and month names of the style."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sphinx_vitae.model import Moment, PartialDate

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


def _within(moment: Moment, words: Words, month: Month, days: bool) -> str:
    """Month and day."""
    if not moment.month:
        return ""
    name = month(words, moment.month)
    return f"{name} {moment.day}" if moment.day and days else name


def _year(moment: Moment, words: Words) -> str:
    year = str(moment.year) if moment.year > 0 else f"{1 - moment.year} {words('BCE')}"
    if moment.approximate:
        year = f"{words('c.')} {year}"
    return f"{year}?" if moment.uncertain else year


def _assembled(within: str, year: str, order: Order, with_day: bool) -> str:
    if not within:
        return year
    if order == "month first":
        return f"{within}, {year}" if with_day else f"{within} {year}"
    return f"{year}, {within}" if order == "year, month" else f"{year} {within}"
