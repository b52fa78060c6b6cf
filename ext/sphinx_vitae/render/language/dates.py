"""Printed dates, with the same precision as the original."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_vitae.model import Moment, PartialDate

from .calendar import Calendar, Form
from .translated_words import Words

__all__ = ["DateText", "print_date", "season_of", "year_of"]


@dataclass(frozen=True, slots=True)
class DateText:
    """A printed date, and its start in ISO 8601 format for machines (empty if there is none).

    :param is_period: whether the text has a start and an end.
    """

    text: str
    iso: str = ""
    is_period: bool = False

    @property
    def is_year(self) -> bool:
        """Whether it is only a year."""
        return self.text.isdecimal()


def print_date(
    date: PartialDate | None, words: Words, form: Form = "long", *, alone: bool = False
) -> DateText:
    """A date as ``17 May 2024``, ``Jun – Sep 2022``, ``2021 – present``, ``c. 1850``, or as written.

    :param form: ``short`` abbreviates months and omits days; ``days`` abbreviates months and keeps days.
    :param alone: whether the date is in a column or sentence of its own, where a year can have a sign (``2024年``), rather
        than in a reference.
    """
    if date is None:
        return DateText("")
    if date.literal or (date.start is None and date.end is None):
        return DateText(date.literal, is_period="–" in date.literal)
    start, end = date.start, date.end
    iso = (start or end or Moment(0)).iso
    sign = words.calendar.year_sign if alone and words.calendar else ""
    if not date.ranged:
        return DateText(_moment(start or end, words, form, sign), iso)
    if start is None:
        return DateText(_until(end, words, form, sign), iso)
    if end is None:
        # Translators: a period that has not ended, as in "2021 – present"
        return DateText(words("{} – present").format(_moment(start, words, form, sign)), iso, is_period=True)
    text = _range(start, end, words, form, sign)
    return DateText(
        text, iso, is_period=text not in {_moment(each, words, form, sign) for each in (start, end)}
    )


def _until(end: Moment | None, words: Words, form: Form, sign: str) -> str:
    text = _moment(end, words, form, sign)
    if words.calendar and end and end.month <= 12:
        text = words.calendar.after_until(text, end.month)
    # Translators: the end of a period whose beginning is unknown, as in "until 2021"
    return words("until {}").format(text)


def _range(start: Moment, end: Moment, words: Words, form: Form, sign: str) -> str:
    """The start and end; the parts that they share are printed only once."""
    calendar = words.calendar
    last = _moment(end, words, form, sign)
    if start.year != end.year or not start.month:
        shared = calendar and calendar.years_share_sign and not start.month and not end.month
        first = _moment(start, words, form, "" if shared and start.year != end.year else sign)
        if first == last:
            return first
        return calendar.between(first, last) if calendar else f"{first} – {last}"
    if start.month == end.month and (form == "short" or not start.day or not end.day or start.day == end.day):
        return last
    if calendar:
        return _range_of_year(start, end, words, calendar, form)
    if start.month != end.month:
        return f"{_parts(start, words, form, year=False)} – {last}"
    return f"{start.day}–{last}"


def _range_of_year(start: Moment, end: Moment, words: Words, calendar: Calendar, form: Form) -> str:
    """Two days or months of one year, with the patterns of the language."""
    if start.month > 12 or not end.month or end.month > 12:
        first = _parts(start, words, form, year=calendar.year_first)
        return calendar.between(
            first,
            _doubted(end, _parts(end, words, form, year=not calendar.year_first or not end.month), words),
        )
    if start.month == end.month:
        text = calendar.days(start, end, form, year=year_of(end, words))
    else:
        text = calendar.months(start, end, form, year=year_of(end, words))
    return _doubted(end, text, words)


def _moment(moment: Moment | None, words: Words, form: Form, sign: str) -> str:
    if moment is None:
        return ""
    text = _parts(moment, words, form, year=True)
    return _doubted(moment, text if moment.month else text.removesuffix(sign) + sign, words)


def _doubted(moment: Moment, text: str, words: Words) -> str:
    """The text of a date, marked if the date is approximate or uncertain."""
    if moment.approximate:
        # Translators: an approximate date, as in "c. 1850"
        text = words("c. {}").format(text)
    return f"{text}?" if moment.uncertain else text


def _parts(moment: Moment, words: Words, form: Form, *, year: bool) -> str:
    if words.calendar and moment.month:
        if moment.month > 12:
            return season_of(moment, words, year=year)
        return words.calendar.moment(moment, form, year=year_of(moment, words) if year else "")
    parts = []
    if moment.day and form != "short":
        parts.append(str(moment.day))
    if moment.month:
        parts.append(words.month(moment.month, short=form != "long"))
    if year:
        parts.append(year_of(moment, words))
    return " ".join(parts)


def season_of(moment: Moment, words: Words, *, year: bool = True) -> str:
    """A season, such as ``Spring 2024``."""
    season = words.month(moment.month)
    # Translators: as in "Spring 2024"
    return words("{season} {year}").format(season=season, year=year_of(moment, words)) if year else season


def year_of(moment: Moment, words: Words) -> str:
    """A year, such as ``2024`` or ``44 BCE``."""
    return str(moment.year) if moment.year > 0 else words("{} BCE").format(1 - moment.year)
