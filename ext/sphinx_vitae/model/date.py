"""Dates, with the precision of the original (ISO 8601-2 levels 0 and 1, as in biblatex §2.3.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .pickling import pickled_as_tuple

__all__ = ["FAR", "Moment", "PartialDate"]

#: Sorts after every valid date.
FAR: Final = (1_000_000, 0, 0)
#: Season (spring to winter) → its first month.
_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Moment:
    """A year, or a season, month or day in a year.

    ``month`` is 1 to 12, or 21 to 24 for spring to winter. 0 means that ``month`` or ``day`` is not
    given. Years before year 1 are numbered as in ISO 8601: 0 is 1 BCE.
    """

    year: int
    month: int = 0
    day: int = 0
    approximate: bool = False
    uncertain: bool = False

    @property
    def key(self) -> tuple[int, int, int]:
        """A sort key. Missing parts come first; a season counts as its first month."""
        return (self.year, _SEASONS.get(self.month, self.month), self.day)

    @property
    def iso(self) -> str:
        """ISO 8601 format, for machines; without a season. Empty for years that HTML does not allow."""
        if not 0 < self.year <= 9999:
            return ""
        text = f"{self.year:04d}"
        if 1 <= self.month <= 12:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return text


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date or an interval.

    A single date has only a ``start``. An interval is ``ranged``, and either end can be missing; without an
    ``end``, it has not ended yet. ``literal`` is a date that could not be parsed, as written; in that case,
    ``start`` is the part that could be parsed, if any.
    """

    start: Moment | None = None
    end: Moment | None = None
    ranged: bool = False
    literal: str = ""

    @property
    def year(self) -> int | None:
        """The year of the start, or of the end if the start is unknown."""
        moment = self.start or self.end
        return moment.year if moment else None

    @property
    def first(self) -> tuple[int, int, int]:
        """The sort key for the start."""
        moment = self.start or self.end
        return moment.key if moment else (0, 0, 0)

    @property
    def last(self) -> tuple[int, int, int]:
        """The sort key for the end; `FAR` if the interval has not ended yet."""
        if self.ranged and self.end is None:
            return FAR
        moment = self.end or self.start
        return moment.key if moment else (0, 0, 0)
