"""Printed dates, with the same precision as the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sphinx_vitae.model import Moment, PartialDate

from .translated_words import Words

__all__ = ["DateText", "print_date"]

Form = Literal["short", "long", "days"]


@dataclass(frozen=True, slots=True)
class DateText:
    """A printed date, and its start in ISO 8601 format for machines (empty if there is none)."""

    text: str
    iso: str = ""

    @property
    def is_year(self) -> bool:
        """Whether it is only a year."""
        return self.text.isdecimal()


def print_date(date: PartialDate | None, words: Words, form: Form = "long") -> DateText:
    """A date as ``17 May 2024``, ``Jun – Sep 2022``, ``2021 – present``, ``c. 1850``, or as written.

    :param form: ``short`` abbreviates months and omits days; ``days`` abbreviates months and keeps days.
    """
    if date is None:
        return DateText("")
    if date.literal or (date.start is None and date.end is None):
        return DateText(date.literal)
    start, end = date.start, date.end
    iso = (start or end or Moment(0)).iso
    if not date.ranged:
        return DateText(_moment(start or end, words, form), iso)
    if start is None:
        return DateText(f"{words('until')} {_moment(end, words, form)}", iso)
    if end is None:
        return DateText(f"{_moment(start, words, form)} – {words('present')}", iso)
    return DateText(_range(start, end, words, form), iso)


def _range(start: Moment, end: Moment, words: Words, form: Form) -> str:
    """The start and end; the parts that they share are printed only once."""
    last = _moment(end, words, form)
    if start.year != end.year or not start.month:
        first = _moment(start, words, form)
        return first if first == last else f"{first} – {last}"
    if start.month != end.month or form == "short":
        first = _parts(start, words, form, year=False)
        return last if start.month == end.month else f"{first} – {last}"
    return f"{start.day}–{last}" if start.day and end.day and start.day != end.day else last


def _moment(moment: Moment | None, words: Words, form: Form) -> str:
    if moment is None:
        return ""
    text = _parts(moment, words, form, year=True)
    if moment.approximate:
        text = f"{words('c.')} {text}"
    return f"{text}?" if moment.uncertain else text


def _parts(moment: Moment, words: Words, form: Form, *, year: bool) -> str:
    parts = []
    if moment.day and form != "short":
        parts.append(str(moment.day))
    if moment.month:
        parts.append(words.month(moment.month, short=form != "long"))
    if year:
        number = moment.year
        parts.append(str(number) if number > 0 else f"{1 - number} {words('BCE')}")
    return " ".join(parts)
