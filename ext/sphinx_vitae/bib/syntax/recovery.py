"""Recovers as much as possible from entries that do not follow the grammar, and reports what is wrong.

A line that starts with a known field's name and an equals sign starts a field, and an ``@`` with a word
and a brace starts an entry, regardless of the preceding braces. Valid files never need this, except those
with ``%`` comments inside entries.
"""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import excerpt

from ..vocabulary import is_known
from .broken_entry import ENTRY_HEADER, BrokenEntry
from .broken_values import read_value
from .grammar import ASSIGN, NAME, Fault, Landmarks, RawEntry, stray_field
from .stray_fields import Closing, close_at_delimiter, close_before

__all__ = ["recover"]

#: The maximum number of problems reported per entry for text that is not a field.
_ENOUGH: Final = 5
_KEY: Final = re.compile(r"[^\s,={}]*+(?:\{[^\s,={}]*+\}[^\s,={}]*+)*")
_KEY_WITH_EQUALS: Final = re.compile(r"([^\s,={}\"]++)=[^\s,={}\"]++(?=\s*,)")
_DOUBLED: Final = re.compile(r"\{\s*+(?=[^\s,={}]++\s*+,)")
_REST_OF_KEY: Final = re.compile(r"[^\n,={}@]*+")
#: A field that somebody disabled: ``@url = {…}``.
_MARKED_FIELD: Final = re.compile(rf"@({NAME})\s*=")
#: A field with a colon in place of its equals sign, perhaps as in JSON.
_COLON: Final = re.compile(r"([\"']?)([A-Za-z][\w-]*)\1\s*:")
_PUNCTUATION: Final = re.compile(r"[;:.|/,]++\s*+")
_ADDRESS: Final = re.compile(r"(?:\\url\s*+\{)?((?:https?|ftp)://[^\s{}]++)\}?")


def recover(text: str, landmarks: Landmarks, found: re.Match[str], faults: list[Fault]) -> RawEntry:
    """The entry whose ``@type{`` was found, or as much of it as can be parsed."""
    entry = BrokenEntry(text, landmarks, found, faults)
    offset = found.end()
    if entry.type.lower() != "string":
        offset = _read_key(entry, offset)
    if found[2] is None:
        fix = f"write @{entry.type}{{{entry.key},"
        entry.fault(found.start(), f"no opening brace after @{entry.type}", fix)
    end = _read_fields(entry, offset)
    return RawEntry(entry.type, entry.key, entry.fields, found.start(), end)


def _read_key(entry: BrokenEntry, offset: int) -> int:
    """Parse the key; return the offset of the fields."""
    text = entry.text
    start = entry.skip(offset)
    if doubled := _DOUBLED.match(text, start):
        entry.fault(start, f"there are two opening braces after @{entry.type}", "remove one")
        start = doubled.end()
    if (odd := _KEY_WITH_EQUALS.match(text, start)) and not is_known(odd[1]):
        entry.key = odd[0]
        return odd.end()
    if ASSIGN.match(text, start) or ENTRY_HEADER.match(text, start):
        return start
    found = _KEY.match(text, start)
    entry.key = found[0].rstrip(entry.close if entry.close == ")" else "") if found else ""
    offset = entry.skip(start + len(entry.key))
    key = entry.key.rstrip(";:.")
    if key and key != entry.key and ASSIGN.match(text, offset):
        message = f"“{entry.key[len(key) :]}” follows the key instead of a comma"
        entry.key = key
        entry.fault(start, message, f"write @{entry.type}{{{key},")
        return offset
    if entry.is_at(offset, ",", entry.close, "") or ENTRY_HEADER.match(text, offset):
        return offset
    if entry.key and ASSIGN.match(text, offset):
        entry.fault(start, "no comma after the key", f"write @{entry.type}{{{entry.key},")
        return offset
    rest = _REST_OF_KEY.match(text, offset)
    if rest and rest[0].strip() and entry.is_at(rest.end(), ",", "\n", entry.close):
        entry.key = f"{entry.key} {rest[0].strip()}"
        entry.fault(start, f"the key “{entry.key}” contains a space", f"write {'-'.join(entry.key.split())}")
        return rest.end()
    return offset


def _read_fields(entry: BrokenEntry, offset: int) -> int:
    """Parse fields; return the offset after the entry."""
    text, reports_left = entry.text, _ENOUGH
    closings: list[Closing] = []
    while True:
        offset = entry.skip_separators(offset)
        if _is_over(entry, offset):
            close_before(entry, closings, "the end of the file" if offset >= len(text) else "the next entry")
            return offset
        if entry.is_at(offset, entry.close):
            if not stray_field(text, offset + 1):
                close_at_delimiter(entry, closings)
                return offset + 1
            closings.append(Closing(offset, len(entry.fields)))
            offset += len(entry.close)
            if mark := _PUNCTUATION.match(text, offset):
                offset = mark.end()
        elif ASSIGN.match(text, offset) or entry.lacks_equals(offset):
            offset = _read_field(entry, offset)
        else:
            end = _end_of_junk(entry, offset)
            # Text between two entries is allowed, even after a stray field.
            if reports_left and not (closings and _is_over(entry, entry.skip(end))):
                reports_left -= 1
                _report_junk(entry, offset, end)
            offset = end


def _is_over(entry: BrokenEntry, offset: int) -> bool:
    """Whether the file ends here, or the next entry begins."""
    return offset >= len(entry.text) or bool(ENTRY_HEADER.match(entry.text, offset))


def _read_field(entry: BrokenEntry, offset: int) -> int:
    """Parse one field; return the offset after it."""
    text = entry.text
    if name := ASSIGN.match(text, offset):
        end, complete = read_value(entry, name[1], name.start(1), name.end())
        following = entry.skip(end)
        if complete and not entry.is_at(following, ",") and ASSIGN.match(text, following):
            entry.fault(end - 1, f"no comma after {name[1]}", "add a comma")
        return end
    written = entry.lacks_equals(offset)
    start = offset + len(written)
    name_only = written.rstrip(":")
    message = (
        f"no equals sign after {name_only}"
        if name_only == written
        else f"“:” follows {name_only} instead of an equals sign"
    )
    entry.fault(offset, message, f"write {name_only} = {{…}}")
    return read_value(entry, name_only, offset, entry.skip(start))[0]


def _end_of_junk(entry: BrokenEntry, offset: int) -> int:
    """The offset after text that is not a field. At least one character is skipped."""
    mark = _PUNCTUATION.match(entry.text, offset)
    if mark and (entry.is_field(mark.end()) or entry.is_at(mark.end(), entry.close)):
        return mark.end()
    return max(entry.end_of_text(offset), offset + 1)


def _report_junk(entry: BrokenEntry, offset: int, end: int) -> None:
    junk = entry.text[offset:end].strip()
    marked = _MARKED_FIELD.match(junk)
    if marked:
        junk = entry.text[offset : offset + 60].partition("\n")[0]
        fix = f"remove the @ before {marked[1]}, or the field"
    elif (colon := _COLON.match(junk)) and is_known(colon[2]):
        fix = f"write {colon[2]} = {{…}}"
        if colon[1]:
            fix = "write equals signs instead of colons, and no quotes around the names"
        return entry.fault(offset, f"“:” follows {colon[2]} instead of an equals sign", fix)
    elif address := _ADDRESS.fullmatch(junk):
        fix = f"write url = {{{address[1]}}},"
    elif len(junk) <= 1 or not any(map(str.isalnum, junk)):
        fix = "remove it"
    else:
        fix = "remove it, or write the name of a field and an equals sign before it"
    entry.fault(offset, f"“{excerpt(junk, 40)}” is not a field", fix)
