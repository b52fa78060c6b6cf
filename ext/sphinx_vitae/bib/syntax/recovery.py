"""Recovers as much as possible from entries that do not follow the grammar, and reports what is wrong.

A line that starts with a known field's name and an equals sign starts a field, and an ``@`` with a word
and a brace starts an entry, regardless of the preceding braces. Valid files never need this, except those
with ``%`` comments inside entries.
"""

from __future__ import annotations

import re

from sphinx_vitae.model import ProblemKind, excerpt

from ..vocabulary import is_known
from .characters import visible
from .grammar import ASSIGN, BARE, NAME, Fault, Landmarks, RawEntry, RawField, ValuePart, stray_field

__all__ = ["recover"]

#: The maximum number of problems reported per entry for text that is not a field.
_ENOUGH = 5
#: How far to look for quotes within a value; quotes further away belong to something else.
_NEAR = 1000
_SKIP = re.compile(r"(?:[\s,]++|%[^\n]*+)*")
_SKIP_SPACE = re.compile(r"(?:\s++|%[^\n]*+)*")
_KEY = re.compile(r"[^\s,={}]*+(?:\{[^\s,={}]*+\}[^\s,={}]*+)*")
_DOUBLED = re.compile(r"\{\s*+(?=[^\s,={}]++\s*+,)")
_REST_OF_KEY = re.compile(r"[^\n,={}@]*+")
_HEADER = re.compile(r"@[ \t]*+[A-Za-z][\w-]*+\s*+[{(]")
_NO_EQUALS = re.compile(rf"({NAME})[ \t]*+(?=[{{\"]|(?<=[ \t])(\w++)\s*+[,}}\n])")
_EQUALS = re.compile(r"(?:=\s*+)+")
_BARE = re.compile(BARE)
_UNESCAPED = re.compile(r"\\.|[{}]", re.S)
_QUOTE = re.compile('"')
#: A value without its opening quote.
_TO_QUOTE = re.compile(r"([^\n{}\"#=]++)\"")
#: A value without its opening brace.
_TO_BRACE = re.compile(r"([^\n{}\"#=]++(?:\{[^\n{}]*+\}[^\n{}\"#=]*+)*)\}")
#: The rest of a value in braces, one of which was closed too early.
_SURPLUS = re.compile(r"[^\n{}\"#=]++\}")
_UNQUOTED = re.compile(r"[^,\n{}\"#=@]++")
#: A field that somebody disabled: ``@url = {…}``.
_MARKED_FIELD = re.compile(rf"@({NAME})\s*=")
#: Text that cannot start a field or an entry, up to the next space.
_JUNK = {
    "}": re.compile(r"(?:[^\s,{}\"@%]++|@(?!\s*[A-Za-z]))*"),
    ")": re.compile(r"(?:[^\s,{)\"@%]++|@(?!\s*[A-Za-z]))*"),
}


def recover(text: str, landmarks: Landmarks, found: re.Match[str], faults: list[Fault]) -> RawEntry:
    """The entry whose ``@type{`` was found, or as much of it as can be parsed."""
    return _Recovery(text, landmarks, found, faults).entry()


class _Recovery:
    """Parses one entry. Every step consumes at least one character, and looks ahead no further."""

    def __init__(self, text: str, landmarks: Landmarks, found: re.Match[str], faults: list[Fault]) -> None:
        self.text = text
        self.landmarks = landmarks
        self.found = found
        self.faults = faults
        self.type = visible(found[1])
        self.close = ")" if found[2] == "(" else "}"
        self.key = ""
        self.fields: list[RawField] = []
        self.said: set[str] = set()
        self.junk = 0  # parts that are not fields
        self.junk_end = -1

    def fault(self, offset: int, message: str, fix: str) -> None:
        """Report a problem, unless the same message has been reported already."""
        if message not in self.said:
            self.said.add(message)
            self.faults.append(Fault(ProblemKind.SYNTAX, offset, message, self.key, fix))

    def entry(self) -> RawEntry:
        offset = self.found.end()
        if self.type.lower() != "string":
            offset = self.read_key(offset)
        if self.found[2] is None:
            self.fault(
                self.found.start(),
                f"no opening brace after @{self.type}",
                f"write @{self.type}{{{self.key},",
            )
        end = self.read_fields(offset)
        return RawEntry(self.type, self.key, self.fields, self.found.start(), end)

    def skip(self, offset: int, pattern: re.Pattern[str] = _SKIP_SPACE) -> int:
        found = pattern.match(self.text, offset)
        return found.end() if found else offset

    def read_key(self, offset: int) -> int:
        """Parse the key; return the offset of the fields."""
        text = self.text
        start = self.skip(offset)
        if doubled := _DOUBLED.match(text, start):
            self.fault(start, f"there are two opening braces after @{self.type}", "remove one")
            start = doubled.end()
        if ASSIGN.match(text, start) or _HEADER.match(text, start):
            return start
        found = _KEY.match(text, start)
        self.key = found[0].rstrip(self.close if self.close == ")" else "") if found else ""
        offset = self.skip(start + len(self.key))
        if self.key.rstrip(";:.") and self.key[-1] in ";:." and ASSIGN.match(text, offset):
            written, self.key = self.key, self.key.rstrip(";:.")
            message = f"“{written[len(self.key) :]}” follows the key instead of a comma"
            self.fault(start, message, f"write @{self.type}{{{self.key},")
            return offset
        if text[offset : offset + 1] in (",", self.close, ""):
            return offset
        if _HEADER.match(text, offset):
            return offset
        if self.key and ASSIGN.match(text, offset):
            self.fault(offset, "no comma after the key", f"write @{self.type}{{{self.key},")
            return offset
        rest = _REST_OF_KEY.match(text, offset)
        if rest and rest[0].strip() and text[rest.end() : rest.end() + 1] in (",", "\n", self.close):
            self.key = f"{self.key} {rest[0].strip()}"
            fix = "-".join(self.key.split())
            self.fault(start, f"the key “{self.key}” contains a space", f"write {fix}")
            return rest.end()
        return offset

    def read_fields(self, offset: int) -> int:
        """Parse fields; return the offset after the entry."""
        text = self.text
        while True:
            offset = self.skip(offset, _SKIP)
            if offset >= len(text) or _HEADER.match(text, offset):
                line = "the end of the file" if offset >= len(text) else "the next entry"
                self.fault(
                    self.found.start(),
                    f"the entry is not closed before {line}",
                    f"add {self.close} at the end",
                )
                return offset
            if text[offset] == self.close:
                stray = stray_field(text, offset + 1)
                if not stray:
                    return offset + 1
                message = f"unmatched {self.close} before {stray}"
                self.fault(offset, message, f"remove one {self.close}")
                offset += 1
                continue
            offset = self.read_field(offset)

    def read_field(self, offset: int) -> int:
        """Parse one field, or the text found instead; return the offset after it."""
        text = self.text
        if name := ASSIGN.match(text, offset):
            end, complete = self.read_value(name[1], name.start(1), name.end())
            following = self.skip(end)
            if complete and text[following : following + 1] != "," and ASSIGN.match(text, following):
                self.fault(end - 1, f"no comma after {name[1]}", "add a comma")
            return end
        name = _NO_EQUALS.match(text, offset)
        if name and (name[2] is None or is_known(name[1])):
            self.fault(offset, f"no equals sign after {name[1]}", f"write {name[1]} = {{…}}")
            return self.read_value(name[1], name.start(1), name.end())[0]
        end = min(self.landmarks.closing(offset), self.landmarks.entry_start(offset))
        if end < 0:
            junk = _JUNK[self.close].match(text, offset + 1)
            end = junk.end() if junk else offset + 1
        self.junk += offset != self.junk_end
        if offset != self.junk_end and self.junk <= _ENOUGH:
            junk_line = text[offset : offset + 60].partition("\n")[0]
            marked = _MARKED_FIELD.match(junk_line)
            fix = f"remove the @ before {marked[1]}, or the field" if marked else "write name = {value},"
            self.fault(offset, f"“{excerpt(junk_line, 40)}” is not a field", fix)
        self.junk_end = self.skip(end)
        return end

    def read_value(self, name: str, start: int, offset: int) -> tuple[int, bool]:
        """Parse a value and add the field; return the offset after it, and whether it had delimiters."""
        text = self.text
        parts: list[ValuePart] = []
        complete = True
        if repeated := _EQUALS.match(text, offset):
            self.fault(offset, f"there are two equals signs after {name}", "remove one")
            offset = repeated.end()
        while complete:
            delimited = text[offset : offset + 1] in ("{", '"')
            part, end, complete = (
                self.read_delimited(name, offset) if delimited else self.read_bare(name, offset)
            )
            parts.append(part)
            offset = self.skip(end)
            if not text.startswith("#", offset):
                break
            offset = self.skip(offset + 1)
        joined = tuple(parts) if len(parts) > 1 or parts[0].bare else ()
        self.fields.append(RawField(name, "".join(part.text for part in parts), start, end, joined))
        return end, complete

    def read_delimited(self, name: str, offset: int) -> tuple[ValuePart, int, bool]:
        """Parse a value in braces or quotes; return it, the offset after it, and whether it was closed."""
        text = self.text
        end = self.landmarks.closing(offset)
        if text[offset] == "{" and (end < 0 or text[end - 2] == "\\") and not self.may_end(end):
            end = self.behind_escaped_braces(name, offset, end)
        elif (
            text[offset] == "{"
            and end >= 0
            and (rest := _SURPLUS.match(text, end))
            and self.may_end(rest.end())
            and not self.may_follow(end)
        ):
            self.fault(end - 1, f"unmatched }} in {name}", "remove one }")
            return ValuePart(text[offset + 1 : end - 1] + text[end : rest.end() - 1], False), rest.end(), True
        elif text[offset] == '"' and end >= 0 and not self.may_follow(end):
            end = self.behind_inner_quotes(name, offset, end)
        cut = self.find_break(offset + 1, end)
        if cut < 0:
            return ValuePart(text[offset + 1 : end - 1], False), end, True
        delimiter = "}" if text[offset] == "{" else '"'
        self.fault(offset, f"no closing {delimiter} for {name}", f"add {delimiter}, after its value")
        return ValuePart(_tidy(text[offset + 1 : cut]), False), cut, False

    def read_bare(self, name: str, offset: int) -> tuple[ValuePart, int, bool]:
        """Parse a value without delimiters: a number, a macro, or several words that should have delimiters."""
        text = self.text
        word = _BARE.match(text, offset)
        if word is None:
            self.fault(offset, f"{name} has no value", f"write {name} = {{…}}, or remove the field")
            return ValuePart("", False), offset, False
        if closed := self.closed_only(name, offset):
            return closed
        following = self.skip(word.end())
        if text[following : following + 1] in (",", "#", self.close, "@", "") or ASSIGN.match(
            text, following
        ):
            return ValuePart(word[0], not word[0].isdigit()), word.end(), True
        rest = _UNQUOTED.match(text, offset) or word
        value = rest[0].strip()
        message = f"the value of {name} has neither braces nor quotes"
        self.fault(offset, message, f"write {name} = {{{excerpt(value, 40)}}}")
        return ValuePart(value, False), rest.end(), True

    def closed_only(self, name: str, offset: int) -> tuple[ValuePart, int, bool] | None:
        """Parse a value that has a closing delimiter, but no opening one."""
        text = self.text
        found = _TO_QUOTE.match(text, offset)
        if found and self.may_follow(found.end()):
            self.fault(offset, f'no opening " for {name}', 'add " before its value')
        elif (found := _TO_BRACE.match(text, offset)) and stray_field(text, found.end()):
            self.fault(offset, f"no opening {{ for {name}", "add { before its value")
        else:
            return None
        return ValuePart(found[1].strip(), False), found.end(), True

    def may_end(self, end: int) -> bool:
        """Whether a value can end here, because a field or the end of the entry follows."""
        if end < 0:
            return False
        following = self.skip(end, _SKIP)
        return self.text[following : following + 1] == self.close or bool(ASSIGN.match(self.text, following))

    def may_follow(self, end: int) -> bool:
        """Whether a value can end here, because a comma, the end of the entry, or another part follows."""
        following = self.skip(end)
        return self.text[following : following + 1] in (",", "#", self.close, "") or bool(
            ASSIGN.match(self.text, following)
        )

    def behind_inner_quotes(self, name: str, offset: int, end: int) -> int:
        """The end of a quoted value that contains quotes itself; BibTeX would end it at the first of them."""
        limit = min(self.landmarks.field_start(offset), self.landmarks.entry_start(offset), end + _NEAR)
        for found in _QUOTE.finditer(self.text, end, limit):
            if self.may_follow(found.end()):
                message = f"the value of {name} is in quotes, but also contains quotes"
                self.fault(offset, message, f"write {name} = {{…}}, with braces around the value")
                return found.end()
        return end

    def behind_escaped_braces(self, name: str, offset: int, end: int) -> int:
        """The end of a value in braces, if escaped braces do not count. BibTeX counts them."""
        depth = 0
        limit = min(self.landmarks.field_start(offset), self.landmarks.entry_start(offset))
        for found in _UNESCAPED.finditer(self.text, offset, limit):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if depth == 0:
                if not self.may_end(found.end()):
                    break
                message = f"unmatched escaped brace in {name}, which BibTeX counts"
                self.fault(found.start(), message, "write \\textbraceleft or \\textbraceright")
                return found.end()
        return end

    def find_break(self, offset: int, end: int) -> int:
        """The position where a value must have ended; -1 if ``end``, its closing delimiter, is plausible.

        It is plausible if a valid continuation follows it, or if no field starts before it. Otherwise, the
        value ended before the next line on which a field or an entry starts.
        """
        limit = end if end >= 0 else len(self.text)
        field = self.landmarks.field_start(offset)
        if end >= 0 and (field >= limit or self.may_end(end)):
            return -1
        return min(field, self.landmarks.entry_start(offset), limit)


def _tidy(value: str) -> str:
    """A truncated value, with balanced braces."""
    surplus = value.count("}") - value.count("{")
    end = len(value)
    while end and (value[end - 1] in " \t\r\n," or (surplus > 0 and value[end - 1] in '}"')):
        surplus -= value[end - 1] == "}"
        end -= 1
    value = value[:end]
    if value.count('"') % 2:
        value = value.removesuffix('"')
    return value + "}" * -surplus
