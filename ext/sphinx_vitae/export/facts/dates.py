"""Dates in the forms that several formats use."""

from __future__ import annotations

from sphinx_vitae.bib import parse_date
from sphinx_vitae.model import Moment, PartialDate

__all__ = ["edtf", "first_moment", "iso_date", "read_date"]


def read_date(written: str) -> PartialDate | None:
    """Parse a date field; return ``None`` if it is empty."""
    return parse_date(written) if written else None


def first_moment(date: PartialDate | None) -> Moment | None:
    """The start of a date, or its end if only that is known."""
    return (date.start or date.end) if date else None


def iso_date(date: PartialDate | None) -> str:
    """The start as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty for years that do not fit in four digits."""
    moment = first_moment(date)
    return moment.iso if moment else ""


def edtf(date: PartialDate | None) -> str:
    """The date in the format of biblatex's ``date`` (ISO 8601-2); empty if it could not be parsed."""
    if date is None or date.literal:
        return ""
    start, end = _side(date.start), _side(date.end)
    return f"{start}/{end}" if date.ranged else start


def _side(moment: Moment | None) -> str:
    if moment is None:
        return ""
    year = moment.year
    text = f"{year:04d}" if 0 <= year <= 9999 else f"{year:05d}" if -9999 <= year < 0 else f"Y{year}"
    text += f"-{moment.month:02d}" if moment.month else ""
    text += f"-{moment.day:02d}" if moment.day else ""
    sign = {(True, True): "%", (True, False): "~", (False, True): "?"}
    return text + sign.get((moment.approximate, moment.uncertain), "")
