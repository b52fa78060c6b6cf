"""The text of a .bib file → raw entries and macros, each with its position.

Text that follows BibTeX's grammar is parsed here, in linear time: with one regular expression per field,
which handles a few levels of braces. Deeper levels are looked up in a table, which is built in one pass. An
entry that does not follow the grammar goes to `recover`, so that the entries before and after it are not
affected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_vitae.model import ProblemKind

from .characters import HIDDEN, HIDDEN_CHARACTERS, visible
from .grammar import (
    ASSIGN,
    BARE,
    BRACED,
    NAME,
    QUOTED,
    Fault,
    Landmarks,
    RawEntry,
    RawField,
    Scan,
    ValuePart,
    stray_field,
)
from .recovery import recover
from .swallowed_fields import may_swallow

__all__ = ["entries_within", "scan"]

_FIELD = re.compile(rf"[\s,]*+({NAME})\s*+=\s*+(?:{BRACED}|{QUOTED}|{BARE})\s*+(?=[,}})])")
#: The same for a value without braces in it, as nearly all are; a single character is skipped four times faster than two.
_FLAT_FIELD = re.compile(rf"[\s,]*+({NAME})\s*+=\s*+\{{([^}}]*+)\}}\s*+(?=[,}})])")
_PIECE = re.compile(rf"(?:{BRACED}|{QUOTED}|{BARE})")
_SPACE = re.compile(r"\s*+")
_CLOSING = {"{": re.compile(r"[\s,]*+\}"), "(": re.compile(r"[\s,]*+\)")}
_KEY = {
    "{": re.compile(r"\s*+((?!%)[^\s,={}]++)\s*+(?=[,}])"),
    "(": re.compile(r"\s*+((?!%)[^\s,={})]++)\s*+(?=[,)])"),
}

#: A comment, or the possible start of a block.
_TOP = re.compile(rf"%[^\n]*+|@[\s{HIDDEN}]*+([A-Za-z][\w{HIDDEN}-]*+)(?:[\s{HIDDEN}]*+([{{(]))?")
#: Text which shows that an ``@`` inside a word starts a block.
_KEY_AND_COMMA = re.compile(r"\s*+[^\s,={}]*+\s*+,")
#: Text which shows that an ``@`` and a word without an opening brace start an entry.
_KEY_AND_FIELD = re.compile(rf"[ \t]++[^\s,={{}}()@]++\s*+,\s*+{NAME}\s*+=\s*+[{{\"\w]")


def scan(text: str) -> Scan:
    """All entries and macros of a .bib file, in order, and its syntax errors.

    Text between blocks is ignored, as in BibTeX. A ``%`` there starts a comment, as in biber.
    """
    faults: list[Fault] = []
    return Scan(list(_blocks(text, Landmarks(text), faults, 0, len(text))), faults)


def entries_within(text: str, landmarks: Landmarks, start: int, end: int) -> Iterator[RawEntry]:
    """The entries and macros that begin between two offsets."""
    return _blocks(text, landmarks, [], start, end)


def _blocks(
    text: str, landmarks: Landmarks, faults: list[Fault], offset: int, end: int
) -> Iterator[RawEntry]:
    while (found := _TOP.search(text, offset)) and found.start() < end:
        offset = found.end()
        if found[1] is None:
            continue
        odd = not found[0].isprintable()
        name = visible(found[1]) if odd else found[1]
        if not _begins_block(text, found, name):
            continue
        if name.lower() in ("comment", "preamble"):
            offset = _behind_comment(text, landmarks, found)
            continue
        known = len(faults)
        entry = _strict(text, landmarks, found, name) or recover(text, landmarks, found, faults)
        if odd:
            _report_hidden(found, entry, faults, known)
        yield entry
        offset = max(offset, entry.end)


def _report_hidden(found: re.Match[str], entry: RawEntry, faults: list[Fault], place: int) -> None:
    """Report invisible characters before the brace, which make BibTeX ignore the entry."""
    if hidden := HIDDEN_CHARACTERS.search(found[0]):
        message = f"@{entry.type} contains the invisible character U+{ord(hidden[0]):04X}"
        fix = f"write @{entry.type}{{{entry.key},"
        faults.insert(place, Fault(ProblemKind.SYNTAX, found.start(), message, entry.key, fix))


def _begins_block(text: str, found: re.Match[str], name: str) -> bool:
    """Whether an ``@`` with a word starts a block. An ``@`` in an e-mail address does not."""
    start, end = found.span()
    if name.lower() == "comment":
        return True
    if found[2] is None:
        indent = text[max(0, start - 80) : start].rpartition("\n")
        return (
            not indent[2].strip()
            and (start < 80 or indent[1] != "")
            and bool(_KEY_AND_FIELD.match(text, end))
        )
    before = text[start - 1 : start]
    return not (before.isalnum() or before == "_") or bool(_KEY_AND_COMMA.match(text, end))


def _behind_comment(text: str, landmarks: Landmarks, found: re.Match[str]) -> int:
    """The offset after a comment or preamble: after its closing brace, or else after the line."""
    end = landmarks.brace(found.end() - 1) if found[2] == "{" else -1
    if end < 0:
        end = text.find("\n", found.end())
    return len(text) if end < 0 else end


def _strict(text: str, landmarks: Landmarks, found: re.Match[str], name: str) -> RawEntry | None:
    """Parse an entry or ``@string`` that follows the grammar; otherwise, return ``None``."""
    delimiter = found[2]
    if delimiter is None:
        return None
    offset, written_key = found.end(), ""
    if name.lower() != "string":
        key = _KEY[delimiter].match(text, offset)
        if key is None:
            return None
        offset, written_key = key.end(), key[1]
    fields: list[RawField] = []
    end = _fields(text, landmarks, fields, offset, delimiter)
    if end < 0 or stray_field(text, end):
        return None
    return RawEntry(name, written_key, fields, found.start(), end)


def _fields(text: str, landmarks: Landmarks, fields: list[RawField], offset: int, delimiter: str) -> int:
    """Parse fields up to the closing delimiter; return the offset after it, or -1."""
    flat, nested = _FLAT_FIELD.match, _FIELD.match
    while True:
        while ((found := flat(text, offset)) and "{" not in found[2]) or (found := nested(text, offset)):
            offset = found.end()
            group = found.lastindex or 0
            value = found[group]
            if "=" in value and may_swallow(value):
                return -1
            parts = (ValuePart(value, True),) if group == 4 and not value.isdigit() else ()
            fields.append(RawField(found[1], value, found.start(1), offset, parts))
        if closing := _CLOSING[delimiter].match(text, offset):
            return closing.end()
        field = _joined(text, landmarks, offset)
        if field is None:
            return -1
        fields.append(field)
        offset = field.end


def _joined(text: str, landmarks: Landmarks, offset: int) -> RawField | None:
    """Parse a field whose value is joined with ``#``, or has more levels of braces than the patterns can
    handle.
    """
    name = ASSIGN.match(text, offset)
    if name is None:
        return None
    parts: list[ValuePart] = []
    offset = name.end()
    while True:
        if found := _PIECE.match(text, offset):
            group = found.lastindex or 0
            parts.append(ValuePart(found[group], group == 3 and not found[group].isdigit()))
            end = found.end()
        else:
            end = landmarks.closing(offset)
            if end < 0:
                return None
            value = text[offset + 1 : end - 1]
            if "=" in value and may_swallow(value):
                return None
            parts.append(ValuePart(value, False))
        offset = _skip_space(text, end)
        if not text.startswith("#", offset):
            break
        offset = _skip_space(text, offset + 1)
    if text[offset : offset + 1] not in (",", "}", ")"):
        return None
    joined = tuple(parts) if len(parts) > 1 or parts[0].bare else ()
    return RawField(name[1], "".join(part.text for part in parts), name.start(1), offset, joined)


def _skip_space(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset
