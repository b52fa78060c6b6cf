"""Functions for text that is grouped by braces."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_group", "is_plainly_grouped", "split_outside_braces"]

_BRACE: Final = re.compile(r"[{}]")
#: Text with groups that are not nested deeper than in ``{{Title}}``.
_GROUPED: Final = re.compile(r"[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*\}[^{}]*+)*")


def split_outside_braces(value: str, separator: re.Pattern[str]) -> list[str]:
    """Split a string at separators outside braces."""
    if "{" not in value:
        return separator.split(value)
    groups = _groups(value)
    pieces: list[str] = []
    last = group = 0
    for found in separator.finditer(value):
        while group < len(groups) and groups[group][1] <= found.start():
            group += 1
        if group == len(groups) or groups[group][0] >= found.start():
            pieces.append(value[last : found.start()])
            last = found.end()
    return [*pieces, value[last:]]


def _groups(value: str) -> list[tuple[int, int]]:
    """The start and end of each of the outermost groups. A group that is not closed ends with the value."""
    groups: list[tuple[int, int]] = []
    depth = start = 0
    for found in _BRACE.finditer(value):
        if found[0] == "{":
            if not depth:
                start = found.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                groups.append((start, found.end()))
    return [*groups, (start, len(value))] if depth else groups


def is_plainly_grouped(value: str) -> bool:
    """Whether all braces match; false if they are nested deeper than in ``{{Title}}``, which is rare."""
    return _GROUPED.fullmatch(value) is not None


def is_group(value: str) -> bool:
    """Whether a single pair of braces encloses the whole value."""
    return value.startswith("{") and value.endswith("}") and _groups(value) == [(0, len(value))]
