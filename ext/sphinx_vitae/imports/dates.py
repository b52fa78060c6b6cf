"""Converts dates from services to EDTF, as in biblatex."""

from __future__ import annotations

from calendar import monthrange

from sphinx_vitae.model import Moment, PartialDate

__all__ = ["edtf", "from_parts", "interval"]


def from_parts(parts: object) -> str:
    """A date from its CSL parts: year, month and day, as numbers or strings. The later parts can be missing."""
    numbers: list[int] = []
    for part in parts if isinstance(parts, list | tuple) else ():
        text = str(part).strip()
        if not text.isascii() or not text.isdigit():
            break
        numbers.append(int(text))
    if not numbers or not 0 < numbers[0] <= 9999:
        return ""
    date = f"{numbers[0]:04d}"
    if len(numbers) > 1 and 1 <= numbers[1] <= 12:
        date += f"-{numbers[1]:02d}"
        if len(numbers) > 2 and 1 <= numbers[2] <= monthrange(numbers[0], numbers[1])[1]:
            date += f"-{numbers[2]:02d}"
    return date


def interval(start: str, end: str, *, lasting: bool = False) -> str:
    """The interval between two dates. With ``lasting``, a missing end means that the interval is open."""
    if not end:
        return f"{start}/" if start and lasting else start
    return f"{start}/{end}" if start != end else start


def edtf(date: PartialDate | None) -> str:
    """A date as biblatex writes it; empty if it could not be read."""
    if date is None or not (date.start or date.end):
        return ""
    start = _moment(date.start) if date.start else ".."
    if not date.ranged:
        return start
    return f"{start}/{_moment(date.end) if date.end else ''}"


def _moment(moment: Moment) -> str:
    text = f"{moment.year:04d}"
    if moment.month:
        text += f"-{moment.month:02d}"
        if moment.day:
            text += f"-{moment.day:02d}"
    return text + (
        "%"
        if moment.approximate and moment.uncertain
        else "~"
        if moment.approximate
        else "?"
        if moment.uncertain
        else ""
    )
