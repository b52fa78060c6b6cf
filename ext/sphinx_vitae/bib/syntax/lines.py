"""The lines of a text, and of parts of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

__all__ = ["Lines"]

#: A longer value may have as many problems as words, and searching it for each would take the square of its length.
_SEARCHED: Final = 1 << 15


class Lines:
    """The line numbers of a text, counted from 1. The ends of its lines are found on first use."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: list[int] | None = None

    def at(self, offset: int) -> int:
        """The line of an offset in the text."""
        return bisect_left(self._found(), offset) + 1

    def start_of(self, line: int) -> int:
        """The offset at which a line starts."""
        ends = self._found()
        return ends[min(line - 2, len(ends) - 1)] + 1 if line > 1 and ends else 0

    def of_part(self, start: int, end: int, part: str) -> int:
        """The line of a part of the text between two offsets; the first line if the part is empty, or not there."""
        first = self.at(start)
        if not part or end - start > _SEARCHED or first == self.at(end):
            return first
        name = _whole_name(part).search(self._text, start, end)
        place = name.start(1) if name else self._text.find(part, start, end)
        return self.at(max(place, start))

    def _found(self) -> list[int]:
        if self._ends is None:
            self._ends = [found.start() for found in re.finditer("\n", self._text)]
        return self._ends


def _whole_name(part: str) -> re.Pattern[str]:
    """A name between two "and"s: "A." is found in "Doe, J. and A. and Roe, M.", but not in "A. Doe"."""
    return re.compile(rf"(?:\sand\s+|[{{\"])({re.escape(part)})(?:\s+and\s|\s*[}}\"])", re.I)
