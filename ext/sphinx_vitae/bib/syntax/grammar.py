"""The contents of a .bib file, as written, and the patterns for its grammar."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sphinx_vitae.model import ProblemKind

from ..vocabulary import is_known
from .lines import Lines

__all__ = [
    "ASSIGN",
    "BARE",
    "BRACED",
    "NAME",
    "QUOTED",
    "Fault",
    "Landmarks",
    "RawEntry",
    "RawField",
    "Scan",
    "ValuePart",
    "stray_field",
]


class ValuePart(NamedTuple):
    """A part of a value that is joined with ``#``; ``bare`` if it has no delimiters."""

    text: str
    bare: bool


class RawField(NamedTuple):
    """A field, as written. ``value`` does not include the delimiters.

    ``parts`` is empty unless the value is joined, or has bare words other than numbers. ``start`` is the
    position of the name, ``end`` the position after the value.
    """

    name: str
    value: str
    start: int
    end: int
    parts: tuple[ValuePart, ...] = ()


class RawEntry(NamedTuple):
    """An entry, as written, from the ``@`` (``start``) to the position after its end."""

    type: str
    key: str
    fields: list[RawField]
    start: int
    end: int


class Fault(NamedTuple):
    """A problem at an offset in the text."""

    kind: ProblemKind
    offset: int
    message: str
    key: str = ""
    fix: str = ""


class Scan(NamedTuple):
    """The blocks in one file. An entry of type ``string`` defines macros."""

    entries: list[RawEntry]
    faults: list[Fault]


_FLAT: Final = r"[^{}]*+"


def _nested(depth: int) -> str:
    """A pattern for text with the given number of levels of matching braces. It never backtracks far.

    Groups are not repeated possessively, here and elsewhere, because Python before 3.11.5 matches that
    wrongly.
    """
    return _FLAT if depth == 0 else rf"{_FLAT}(?:\{{{_nested(depth - 1)}\}}{_FLAT})*"


#: The name of a field or macro.
NAME: Final = r"[^\s=,{}\"#%()@']++"
#: Values in braces or quotes, up to a certain nesting depth; and values without delimiters.
BRACED: Final = rf"\{{({_nested(4)})\}}"
QUOTED: Final = rf"\"([^\"{{}}]*+(?:\{{{_nested(2)}\}}[^\"{{}}]*+)*)\""
BARE: Final = r"((?!')[^\s,;{}\"#%()=@]++)"
#: A field's name with its equals sign, and the separators before it.
ASSIGN: Final = re.compile(rf"[\s,]*+({NAME})\s*+=\s*+")

_STRAY_FIELD: Final = re.compile(rf"[\s,.;]*+({NAME})\s*+=\s*+(?:[{{\"]|(\w))")
_QUOTE_OR_BRACE: Final = re.compile(r"[\"{}]")


#: A field's name and equals sign, in a position where a field can start: on a new line, or after a comma.
_FIELD_START: Final = re.compile(rf"(?:\n[ \t]*+,?[ \t]*+|,[ \t]*+)({NAME})[ \t]*+=[ \t]*+(?=[{{\"\w])")
_ENTRY_START: Final = re.compile(r"\n[ \t]*+@[ \t]*+[A-Za-z][\w-]*+[ \t]*+[{(]")


def stray_field(text: str, offset: int) -> str:
    """The name of a field found after the end of an entry, which was therefore closed too early."""
    found = _STRAY_FIELD.match(text, offset)
    return found[1] if found and (found[2] is None or is_known(found[1])) else ""


class Landmarks:
    """The data for recovery: which brace closes which, and where fields and entries can start.

    Everything is computed on first use and cached, so that any number of queries from the start to the
    end of the text takes linear time.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._closing: dict[int, int] | None = None
        self._next = {_FIELD_START: (0, -1), _ENTRY_START: (0, -1)}
        self.lines = Lines(text)

    def brace(self, offset: int) -> int:
        """The offset after the brace that closes the one at ``offset``, or -1."""
        if self._closing is None:
            self._closing = closing = {}
            opened: list[int] = []
            for found in re.finditer(r"[{}]", self._text):
                if found[0] == "{":
                    opened.append(found.start())
                elif opened:
                    closing[opened.pop()] = found.end()
        return self._closing.get(offset, -1)

    def closing(self, offset: int) -> int:
        """The offset after the delimiter that closes the braced or quoted value at ``offset``, or -1."""
        text = self._text
        if text.startswith("{", offset):
            return self.brace(offset)
        if not text.startswith('"', offset):
            return -1
        position = offset + 1
        while found := _QUOTE_OR_BRACE.search(text, position):
            if found[0] == '"':
                return found.end()
            position = self.brace(found.start()) if found[0] == "{" else -1
            if position < 0:
                break
        return -1

    def field_start(self, offset: int) -> int:
        """The position of the next line start or comma before the name of a known field and an equals sign."""
        return self._after(_FIELD_START, offset)

    def entry_start(self, offset: int) -> int:
        """The end of the next line that precedes what looks like the start of an entry."""
        return self._after(_ENTRY_START, offset)

    def _after(self, pattern: re.Pattern[str], offset: int) -> int:
        since, position = self._next[pattern]
        if not since <= offset <= position:
            position = len(self._text)
            for found in pattern.finditer(self._text, offset):
                if pattern is _ENTRY_START or is_known(found[1]):
                    position = found.start()
                    break
            self._next[pattern] = (offset, position)
        return position
