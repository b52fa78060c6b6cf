"""Finds the fields that the value of another field contains, because a brace in it is not closed."""

from __future__ import annotations

import re
from typing import Final

from ..vocabulary import is_known
from .grammar import NAME

__all__ = ["may_swallow", "swallowed"]

#: A comma at the end of a line, and a field with a delimited value at the beginning of the next one.
_FIELD_ON_LINE: Final = re.compile(rf",[ \t]*+\r?\n[ \t]*+({NAME})[ \t]*+=[ \t]*+[{{\"]")
#: A field at the beginning of a line.
_LINE_OF_FIELD: Final = re.compile(rf"\r?\n[ \t]*+({NAME})[ \t]*+=[ \t]*+[{{\"\w]")


def may_swallow(value: str) -> bool:
    """Whether a closed value contains a field, so that a brace before the field was not closed."""
    return "\n" in value and swallowed(value, 0, len(value)) >= 0


def swallowed(text: str, start: int, end: int) -> int:
    """The position of the comma before the first field that a value between two offsets swallows, or -1.

    A value may quote an entry. Then its fields follow the ``@`` of that entry.
    """
    for found in _FIELD_ON_LINE.finditer(text, start, end):
        if is_known(found[1]):
            return _first(text, start, found.start()) if text.find("@", start, found.start()) < 0 else -1
    return -1


def _first(text: str, start: int, end: int) -> int:
    """The end of the line before the first field between two offsets; otherwise ``end``.

    Where one field is certain, a field before it may lack its comma, or its delimiters.
    """
    for found in _LINE_OF_FIELD.finditer(text, start, end):
        if is_known(found[1]):
            return found.start()
    return end
