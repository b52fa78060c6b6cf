"""biblatex and BibTeX dates → `PartialDate`.

``date`` is ISO 8601-2 (EDTF) at levels 0 and 1, as in biblatex's manual, §2.3.8 and its tables. BibTeX's
``year``, ``month`` and ``day`` are parsed, with `months`, in the formats that people use. Anything else is
kept as a literal, along with the parts that could be parsed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from functools import lru_cache
from typing import Final

from sphinx_vitae.model import Moment, PartialDate

from ..markup.text_parser import plain
from .months import Side, sides_of

__all__ = ["parse_date", "parse_year_month_day"]

#: Longer values are not dates.
_LONGEST: Final = 80
_EDTF: Final = re.compile(
    r"(?P<year>[+-]?\d{4}|[Yy]-?\d{5,7}|[+-]?\d{5,7}|\d{3}X|\d{2}XX|\dXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:[Tt ]\d\d(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?\s?(?:[Zz]|[+-]\d\d:?\d\d)?)?"
    r"(?P<sign>[?~%]|\?~|~\?)?"
)
#: How an open or unknown end is written.
_OPEN: Final = frozenset(("", "..", "unknown", "*", "open", "present", "now", "today", "ongoing"))
#: Two dates separated by dashes. biblatex requires a slash.
_DASHED: Final = re.compile(r"(.*\d\S*?)(?:\s*(?:-{2,3}|–|—)\s*|\s+-\s+)(\S.*)")
_CIRCA: Final = re.compile(r"(?:c\.|ca\.?|circa|approx\.?|um|env\.)\s*(?=\d)", re.I)
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BARE_YEAR: Final = re.compile(r"[\[(]?(-?\d{3}(?!\d|[a-z])|-?\d{4})[a-z]?[\])]?(\?)?\.?")
_YEARS: Final = re.compile(r"(\d{4})\s*(?:-{1,3}|–|—|/|\s+to\s+|\s+and\s+)\s*(\d{4}|\d{2})\.?")
#: Numeric dates that are not in EDTF order: 2024/5/17, 17.5.2024.
_YEAR_FIRST: Final = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)")
_YEAR_LAST: Final = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?!\d)")
#: Digits that are not numbers: 2020² is a year with a footnote.
_RAISED: Final = re.compile("[²³¹⁰-⁹₀-₉]")
_DIGITS: Final = re.compile(r"\d+")


@lru_cache(8192)
def parse_date(text: str) -> PartialDate:
    """The value of a ``date`` field. If it is not a date, the text becomes the ``literal``."""
    text = text.strip()
    if len(text) <= _LONGEST and (dashed := _DASHED.fullmatch(text)):
        ranged = parse_date(f"{dashed[1]}/{dashed[2]}")
        if not ranged.literal:
            return ranged
    written = [side.strip() for side in text.split("/")]
    if len(text) > _LONGEST or len(written) > 2 or not any(written):
        return _best(text)
    moments = [_moment(side) for side in written]
    if len(moments) == 1:
        end = _last_year(written[0])
        return PartialDate(moments[0], end, ranged=end is not None) if moments[0] else _best(text)
    start, end = moments
    known = [
        side.lower() in _OPEN if moment is None else True
        for side, moment in zip(written, moments, strict=True)
    ]
    if not all(known) or not (start or end) or (start and end and end.key < start.key):
        return _best(text)
    return PartialDate(start, _last_year(written[1]) or end, ranged=True)


def _moment(text: str) -> Moment | None:
    """One side of an interval; ``None`` if it is not EDTF, or the day does not exist."""
    found = _EDTF.fullmatch(text)
    if found is None:
        return None
    year = int(found["year"].upper().replace("X", "0").lstrip("Yy"))
    month, day = _number(found["month"]), _number(found["day"])
    if found["month"] == "00" or found["day"] == "00" or not _exists(year, month, day):
        return None
    sign = found["sign"] or ""
    both = sign == "%" or len(sign) == 2
    return Moment(year, month, day, approximate=both or sign == "~", uncertain=both or sign == "?")


def _number(digits: str | None) -> int:
    return int(digits) if digits and digits.isdecimal() else 0


def _exists(year: int, month: int, day: int) -> bool:
    """Whether the day, month or season exists. A season has no days."""
    if 21 <= month <= 24:
        return day == 0
    if not 0 <= month <= 12:
        return False
    return day == 0 or (month > 0 and day <= monthrange(year if 0 < year < 9999 else 2000, month)[1])


def _last_year(text: str) -> Moment | None:
    """The last year that unspecified digits can stand for (199X: 1999)."""
    year = text[:4]
    return Moment(int(year.replace("X", "9"))) if "X" in year and year.replace("X", "9").isdecimal() else None


def _best(text: str) -> PartialDate:
    """The date in a string that is not EDTF. Unless it is unambiguous, the string becomes the literal."""
    if not text or len(text) > _LONGEST:
        return PartialDate(literal=text)
    if found := _YEAR_FIRST.match(text) or _YEAR_LAST.match(text):
        return _in_numbers(text, found)
    reading = _in_words(text, "", "")
    return replace(reading, literal=text) if reading.literal else reading


def _in_numbers(text: str, found: re.Match[str]) -> PartialDate:
    """A numeric date, with a literal if the day does not exist or could be the month."""
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    doubtful = found.end() < len(text) or (
        found.re is _YEAR_LAST and "/" in text and month <= 12 and day <= 12
    )
    if month > 12 >= day:
        month, day = day, month
        doubtful = doubtful or found.re is _YEAR_FIRST
    moment = Moment(year, month if _exists(year, month, 0) else 0, day if _exists(year, month, day) else 0)
    doubtful = doubtful or not month or (moment.month, moment.day) != (month, day)
    return PartialDate(moment, literal=text if doubtful else "")


@lru_cache(8192)
def parse_year_month_day(year: str, month: str = "", day: str = "") -> PartialDate:
    """BibTeX's ``year``, ``month`` and ``day``. Anything else in these fields goes into the ``literal``."""
    written = " ".join(filter(None, (day, month, year)))
    if len(written) > 5 * _LONGEST:
        return PartialDate(literal=plain(written))
    year, month, day = _plain(year), _plain(month), _plain(day)
    if len(year) + len(month) + len(day) > _LONGEST:
        return PartialDate(literal=" ".join(filter(None, (day, month, year))))
    if len(year) == 4 and year.isdecimal():
        return _with_month(int(year), month, day)
    if not month and not day:
        if interval := _interval(year):
            return interval
        date = parse_date(year)
        if not date.literal and (date.start or date.end):
            return date
    bare = _CIRCA.sub("", year, count=1)
    if found := _BARE_YEAR.fullmatch(bare):
        return _with_month(
            int(found[1]), month, day, approximate=bare != year, uncertain=found[2] is not None
        )
    return _in_words(year, month, day)


def _plain(value: str) -> str:
    """A value stripped of LaTeX."""
    return value if value.isalnum() else plain(value).replace("\u00a0", " ").strip()


def _interval(text: str) -> PartialDate | None:
    """Years such as "2021/2022" or "2021--22"; "2021-12" is a month."""
    found = _YEARS.fullmatch(text)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    if len(found[2]) == 2:
        if last <= 12 and "/" not in text and "--" not in text and "–" not in text:
            return None
        last += first - first % 100
    return PartialDate(Moment(first), Moment(last), ranged=True) if last >= first else None


def _in_words(year: str, month: str, day: str) -> PartialDate:
    """A year field that contains more than a number: "May 2020", "2020 (in press)", "in press"."""
    literal = " ".join(filter(None, (day, month, year)))
    found = _YEAR.search(year)
    if found is None or _RAISED.search(year):
        return PartialDate(literal=literal)
    rest = f"{year[: found.start()]} {year[found.end() :]}".strip(" ,.-/()")
    reading = _with_month(int(found[0]), rest or month, day)
    return PartialDate(reading.start, literal=literal) if reading.literal else reading


def _with_month(
    year: int, month: str, day: str, *, approximate: bool = False, uncertain: bool = False
) -> PartialDate:
    """A year combined with the other two fields; with a literal if those cannot be parsed."""
    sides = sides_of(month)
    literal = " ".join(filter(None, (day, month, str(year))))
    if sides is None:
        return PartialDate(Moment(year, 0, 0, approximate, uncertain), literal=literal)
    first, last = sides
    days = [int(number) for number in _DIGITS.findall(day)[:2]]
    if first.month and not first.day and days:
        first = first._replace(day=days[0])
        if len(days) == 2 and last is None:
            last = Side(first.month, days[1])
    start = _valid(first.year or year, first, approximate, uncertain)
    if last is None:
        return PartialDate(start, literal=literal if start.day != first.day else "")
    end = _valid(last.year or year, last, approximate, uncertain)
    if end.key < start.key:  # December to January
        end = _valid(year + 1, last, approximate, uncertain)
    return PartialDate(start, end, ranged=True) if end != start else PartialDate(start)


def _valid(year: int, side: Side, approximate: bool, uncertain: bool) -> Moment:
    day = side.day if _exists(year, side.month, side.day) else 0
    return Moment(year, side.month, day, approximate, uncertain)
