"""Stage 1: an entry that does not follow the grammar → what can be read of it, and what is wrong.

The idea throughout: a line that begins with a known field's name and an equals sign begins a field,
and an ``@`` with a word and a brace begins an entry, whatever the braces before them say. Valid files
never come here, except those with ``%`` comments inside entries.
"""

from __future__ import annotations

import re

from ..model import ProblemKind
from .raw import ASSIGN, BARE, NAME, Fault, Landmarks, Part, RawEntry, RawField

__all__ = ["recover"]

_SKIP = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
_SKIP_SPACE = re.compile(r"(?:\s++|%[^\n]*+)*+")
_KEY = re.compile(r"[^\s,={}%]*+(?:\{[^\s,={}]*+\}[^\s,={}%]*+)*+")
_REST_OF_KEY = re.compile(r"[^\n,={}@]*+")
_HEADER = re.compile(r"@[ \t]*+[A-Za-z][\w-]*+\s*+[{(]")
_NO_EQUALS = re.compile(rf"({NAME})[ \t]*+(?=[{{\"])")
_BARE = re.compile(BARE)
_UNQUOTED = re.compile(r"[^,\n{}\"#=@]++")
_JUNK = re.compile(r"[^\n,}{\")@]*+")
_STRAY_FIELD = re.compile(rf"[\s,]*+({NAME})\s*+=\s*+[{{\"\d]")


def recover(text: str, landmarks: Landmarks, found: re.Match[str], faults: list[Fault]) -> RawEntry:
    """The entry whose ``@type{`` was found, read as well as it can be."""
    return _Recovery(text, landmarks, found, faults).entry()


class _Recovery:
    """Reads one entry; every step takes at least one character, and looks ahead only over what it takes."""

    def __init__(self, text: str, landmarks: Landmarks, found: re.Match[str], faults: list[Fault]) -> None:
        self.text = text
        self.landmarks = landmarks
        self.found = found
        self.faults = faults
        self.type = found[1]
        self.close = ")" if found[2] == "(" else "}"
        self.key = ""
        self.fields: list[RawField] = []
        self.said: set[str] = set()

    def fault(self, offset: int, message: str, fix: str = "", kind: ProblemKind = ProblemKind.SYNTAX) -> None:
        """Reports a fault, once per entry unless it is about a field by name."""
        if message not in self.said:
            self.said.add(message)
            self.faults.append(Fault(kind, offset, message, self.key, fix))

    def entry(self) -> RawEntry:
        offset = self.found.end()
        if self.type.lower() != "string":
            offset = self.read_key(offset)
        if self.found[2] is None:
            self.fault(
                self.found.start(),
                f"the opening brace is missing behind @{self.type}",
                f"write @{self.type}{{{self.key},",
            )
        end = self.read_fields(offset)
        return RawEntry(self.type, self.key, self.fields, self.found.start(), end)

    def skip(self, offset: int, pattern: re.Pattern[str] = _SKIP_SPACE) -> int:
        found = pattern.match(self.text, offset)
        return found.end() if found else offset

    def read_key(self, offset: int) -> int:
        """Reads the key; the offset where the fields begin."""
        text = self.text
        start = self.skip(offset)
        if ASSIGN.match(text, start):
            return start
        found = _KEY.match(text, start)
        self.key = found[0].rstrip(self.close if self.close == ")" else "") if found else ""
        offset = self.skip(start + len(self.key))
        if text[offset : offset + 1] in (",", self.close, ""):
            return offset
        if _HEADER.match(text, offset):
            return offset
        if self.key and ASSIGN.match(text, offset):
            self.fault(offset, "the comma behind the key is missing", f"write @{self.type}{{{self.key},")
            return offset
        rest = _REST_OF_KEY.match(text, offset)
        if rest and rest[0].strip() and text[rest.end() : rest.end() + 1] in (",", "\n", self.close):
            self.key = f"{self.key} {rest[0].strip()}"
            fix = "-".join(self.key.split())
            self.fault(start, f"the key “{self.key}” holds a blank", f"write {fix}")
            return rest.end()
        return offset

    def read_fields(self, offset: int) -> int:
        """Reads fields; the offset behind the entry."""
        text = self.text
        while True:
            offset = self.skip(offset, _SKIP)
            if offset >= len(text) or _HEADER.match(text, offset):
                line = "the end of the file" if offset >= len(text) else "the next entry"
                self.fault(
                    self.found.start(),
                    f"the entry is not closed before {line}",
                    f"write {self.close} at its end",
                )
                return offset
            if text[offset] == self.close:
                stray = _STRAY_FIELD.match(text, offset + 1)
                if stray is None:
                    return offset + 1
                self.fault(
                    offset, f"there is a {self.close} too many before {stray[1]}", f"remove one {self.close}"
                )
                offset += 1
                continue
            offset = self.read_field(offset)

    def read_field(self, offset: int) -> int:
        """Reads one field, or what stands in its place; the offset behind it."""
        text = self.text
        if name := ASSIGN.match(text, offset):
            end = self.read_value(name[1], name.start(1), name.end())
            following = self.skip(end)
            if text[following : following + 1] not in (",", self.close, "", "@") and ASSIGN.match(
                text, following
            ):
                self.fault(end - 1, f"the comma behind {name[1]} is missing", "write a comma there")
            return end
        if name := _NO_EQUALS.match(text, offset):
            self.fault(offset, f"the equals sign behind {name[1]} is missing", f"write {name[1]} = ")
            return self.read_value(name[1], name.start(1), name.end())
        end = self.landmarks.closing(offset)
        if end < 0:
            junk = _JUNK.match(text, offset)
            end = max(junk.end() if junk else 0, offset + 1)
        self.fault(offset, f"“{_shorten(text[offset:end])}” is not a field", "write name = {value},")
        return end

    def read_value(self, name: str, start: int, offset: int) -> int:
        """Reads a value and adds the field; the offset behind it."""
        text = self.text
        parts: list[Part] = []
        while True:
            part, end = self.read_piece(name, offset)
            if part is not None:
                parts.append(part)
            offset = self.skip(end)
            if part is None or not text.startswith("#", offset):
                break
            offset = self.skip(offset + 1)
        joined = tuple(parts) if len(parts) > 1 or any(part.bare for part in parts) else ()
        self.fields.append(RawField(name, "".join(part.text for part in parts), start, end, joined))
        return end

    def read_piece(self, name: str, offset: int) -> tuple[Part | None, int]:
        """One piece of a value and the offset behind it."""
        text = self.text
        if text[offset : offset + 1] in ("{", '"'):
            end = self.landmarks.closing(offset)
            cut = self.find_break(offset + 1, end)
            if cut < 0:
                return Part(text[offset + 1 : end - 1], False), end
            delimiter = "}" if text[offset] == "{" else '"'
            self.fault(
                offset,
                f"the {delimiter} that closes {name} is missing",
                f"write {delimiter}, behind its value",
            )
            return Part(_tidy(text[offset + 1 : cut]), False), cut
        word = _BARE.match(text, offset)
        if word is None:
            if text[offset : offset + 1] not in (",", self.close):
                return None, offset
            self.fault(offset, f"{name} has no value", f"write {name} = {{…}}")
            return None, offset
        following = self.skip(word.end())
        if text[following : following + 1] in (",", "#", self.close, "", "@") or ASSIGN.match(
            text, following
        ):
            return Part(word[0], not word[0].isdigit()), word.end()
        rest = _UNQUOTED.match(text, offset)
        value = rest[0].strip() if rest else word[0]
        self.fault(
            offset,
            f"the value of {name} has neither braces nor quotes",
            f"write {name} = {{{_shorten(value)}}}",
        )
        return Part(value, False), rest.end() if rest else word.end()

    def find_break(self, offset: int, end: int) -> int:
        """Where a value must have ended: -1 if ``end``, its closing delimiter, is to be trusted.

        A line that begins another field is such a place; one that begins another entry only where the
        value is not closed, or holds such a line as well.
        """
        limit = end if end >= 0 else len(self.text)
        field = self.landmarks.field_start(offset)
        entry = self.landmarks.entry_start(offset)
        if end >= 0 and field >= limit:
            return -1
        return min(field, entry, limit)


def _tidy(value: str) -> str:
    """A value that was cut off, without the delimiters that belonged to something else."""
    value = value.rstrip(" \t\r\n,")
    surplus = value.count("}") - value.count("{")
    while surplus > 0 and value.endswith(("}", '"')):
        surplus -= value[-1] == "}"
        value = value[:-1].rstrip(" \t\r\n,")
    if surplus == 0 and value.count('"') % 2:
        value = value.removesuffix('"')
    return value


def _shorten(text: str) -> str:
    """The beginning of a text, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
