"""An entry that does not follow the grammar: what is known about it, and where its parts can end."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import ProblemKind

from ..vocabulary import is_known
from .characters import visible
from .grammar import ASSIGN, NAME, Fault, Landmarks, RawField

__all__ = ["ENTRY_HEADER", "BrokenEntry"]

#: The start of an entry.
ENTRY_HEADER: Final = re.compile(r"@[ \t]*+[A-Za-z][\w-]*+\s*+[{(]")
_SEPARATORS: Final = re.compile(r"(?:[\s,]++|%[^\n]*+)*")
_SPACE: Final = re.compile(r"(?:\s++|%[^\n]*+)*")
#: A field's name and equals sign.
_FIELD: Final = re.compile(rf"{NAME}\s*+=")
#: A field without an equals sign.
_NO_EQUALS: Final = re.compile(rf"({NAME})[ \t]*+(?=[{{\"]|(?<=[ \t])(\w++)\s*+[,}}\n])")
#: The places where text without delimiters can end.
_MARK: Final = re.compile(r"[{}()@]|[\s,]++")


class BrokenEntry:
    """The entry whose ``@type{`` was found, while it is being parsed."""

    def __init__(self, text: str, landmarks: Landmarks, found: re.Match[str], faults: list[Fault]) -> None:
        self.text = text
        self.landmarks = landmarks
        self.found = found
        self.faults = faults
        self.type = visible(found[1])
        self.close = ")" if found[2] == "(" else "}"
        self.key = ""
        self.fields: list[RawField] = []
        self._said: set[str] = set()

    def fault(self, offset: int, message: str, fix: str) -> None:
        """Report a problem, unless the same message has been reported already."""
        if message not in self._said:
            self._said.add(message)
            self.faults.append(Fault(ProblemKind.SYNTAX, offset, message, self.key, fix))

    def skip(self, offset: int) -> int:
        """The offset after white space and comments."""
        found = _SPACE.match(self.text, offset)
        return found.end() if found else offset

    def skip_separators(self, offset: int) -> int:
        """The offset after white space, comments and commas."""
        found = _SEPARATORS.match(self.text, offset)
        return found.end() if found else offset

    def is_at(self, offset: int, *marks: str) -> bool:
        """Whether one of these characters is at the offset; ``""`` stands for the end of the text."""
        return self.text[offset : offset + 1] in marks

    def may_end(self, end: int) -> bool:
        """Whether a value can end here, because a field or the end of the entry follows."""
        if end < 0:
            return False
        following = self.skip_separators(end)
        return self.is_at(following, self.close) or bool(ASSIGN.match(self.text, following))

    def may_follow(self, end: int) -> bool:
        """Whether a value can end here, because a comma, the end of the entry, or another part follows."""
        following = self.skip(end)
        return self.is_at(following, ",", "#", self.close, "") or bool(ASSIGN.match(self.text, following))

    def is_field(self, offset: int) -> bool:
        """Whether a field's name and its equals sign are at the offset."""
        return bool(_FIELD.match(self.text, offset))

    def lacks_equals(self, offset: int) -> str:
        """The name of a field that lacks only its equals sign."""
        name = _NO_EQUALS.match(self.text, offset)
        if name is None or name[1].startswith("\\"):  # a command
            return ""
        return name[1] if name[2] is None or is_known(name[1]) else ""

    def end_of_text(self, offset: int) -> int:
        """Where text without delimiters ends: before a comma or a new line that precedes a field, before the
        end of the entry, or before the next entry. White space and commas at its end do not belong to it.
        """
        text, depth = self.text, 0
        limit = min(self.landmarks.entry_start(offset), self.landmarks.field_start(offset))
        for found in _MARK.finditer(text, offset, limit):
            mark = found[0]
            if mark in "{(":
                depth += mark == "{" or self.close == ")"
            elif mark in "})":
                if not depth and mark == self.close:
                    return self._before(offset, found.start())
                depth -= bool(depth and (mark == "}" or self.close == ")"))
            elif mark == "@":
                if ENTRY_HEADER.match(text, found.start()):
                    return self._before(offset, found.start())
            elif not depth and ("," in mark or "\n" in mark) and self.is_field(found.end()):
                return found.start()
        return self._before(offset, limit)

    def _before(self, offset: int, end: int) -> int:
        """The end without white space and commas before it."""
        while end > offset and self.text[end - 1] in " \t\r\n,":
            end -= 1
        return end
