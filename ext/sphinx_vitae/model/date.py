"""Dates, exactly as precise as they were given (ISO 8601-2 levels 0 and 1, as in biblatex §2.3.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .pickling import pickled_as_tuple

__all__ = ["FAR", "Moment", "PartialDate"]

#: Sorts after every date that can be written.
FAR: Final = (1_000_000, 0, 0)
#: Spring to winter → their first months.
_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a season or month of it, or a day.

    ``month`` is 1 to 12, or 21 to 24 for spring to winter; 0 and ``day`` 0 mean "not said".
    Years before 1 count as in ISO 8601: 0 is 1 BCE.
    """

    year: int
    month: int = 0
    day: int = 0
    approximate: bool = False
    uncertain: bool = False

    @property
    def key(self) -> tuple[int, int, int]:
        """Sort key: what is not said comes first; a season stands at its first month."""
        return (self.year, _SEASONS.get(self.month, self.month), self.day)

    @property
    def iso(self) -> str:
        """As ISO 8601, for machines; a season is left out. Empty for years that HTML does not know."""
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

    A single date has a ``start`` alone. An interval is ``ranged`` and may lack either end: without
    an ``end`` it is still running. ``literal`` holds what could not be read as a date, as written;
    then ``start`` is what could be made of it, if anything.
    """

    start: Moment | None = None
    end: Moment | None = None
    ranged: bool = False
    literal: str = ""

    @property
    def year(self) -> int | None:
        """The year in which it began, or ended where the beginning is not known."""
        moment = self.start or self.end
        return moment.year if moment else None

    @property
    def first(self) -> tuple[int, int, int]:
        """Sort key of the beginning."""
        moment = self.start or self.end
        return moment.key if moment else (0, 0, 0)

    @property
    def last(self) -> tuple[int, int, int]:
        """Sort key of the end; `FAR` while it is still running."""
        if self.ranged and self.end is None:
            return FAR
        moment = self.end or self.start
        return moment.key if moment else (0, 0, 0)
