"""Mending a file: what has one right answer, and not a byte more.

Works on the raw entries with their places, so everything that is not mended stays as it was: order,
white space, comments, line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from .calendars import is_month
from .identifiers import clean_doi
from .raw import RawEntry, RawField
from .scan import scan
from .source import CONTROL, BibFile
from .vocabulary import canonical_field, near_field

__all__ = ["Mend", "mend"]

_BOM: Final = b"\xef\xbb\xbf"
_COMMENT: Final = re.compile(r"%[^\n]*")
_RESOLVER: Final = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.I)
_LITERALS: Final = frozenset(("true", "false"))


class Mend(NamedTuple):
    """One change: this stretch of the text becomes that."""

    start: int
    end: int
    text: str


def mend(content: bytes) -> bytes:
    """The file with what has one right answer put right; the same bytes if there is nothing to mend.

    Mended are: a comma missing between two fields, a misspelt field name (unless the entry has the right
    one too), a bare word that is no macro, a DOI behind several resolvers, control characters, and an
    encoding other than UTF-8.
    """
    file = BibFile("", content)
    text = file.text
    pieces, behind = [], 0
    for change in sorted(_mends(text)):
        if change.start >= behind:
            pieces += [text[behind : change.start], change.text]
            behind = change.end
    mended = CONTROL.sub("", "".join([*pieces, text[behind:]]))
    if b"\n" not in content and b"\r" in content:
        mended = mended.replace("\n", "\r")
    result = mended.encode("utf-8")
    return _BOM + result if content.startswith(_BOM) else result


def _mends(text: str) -> Iterator[Mend]:
    entries = scan(text).entries
    macros = {f.name.lower() for raw in entries if raw.type.lower() == "string" for f in raw.fields}
    for raw in entries:
        if raw.type.lower() == "string":
            continue
        yield from _commas(text, raw)
        yield from _names(raw)
        for field in raw.fields:
            yield from _bare_word(text, field, macros)
            yield from _doi(text, field)


def _commas(text: str, raw: RawEntry) -> Iterator[Mend]:
    for field, following in pairwise(raw.fields):
        between = text[field.end : following.start]
        if "," not in _COMMENT.sub("", between) and not between.strip().strip("%"):
            yield Mend(field.end, field.end, ",")


def _names(raw: RawEntry) -> Iterator[Mend]:
    there = {canonical_field(field.name) for field in raw.fields}
    for field in raw.fields:
        right = near_field(field.name)
        if right and "+" not in field.name and canonical_field(right) not in there:
            there.add(canonical_field(right))
            yield Mend(field.start, field.start + len(field.name), right)


def _bare_word(text: str, field: RawField, macros: set[str]) -> Iterator[Mend]:
    if len(field.parts) != 1 or not field.parts[0].bare:
        return
    word = field.parts[0].text
    known = word.lower() in macros or word.lower() in _LITERALS or is_month(word) or word.isdecimal()
    start = field.end - len(word)
    if not known and text[start : field.end] == word:
        yield Mend(start, field.end, f"{{{word}}}")


def _doi(text: str, field: RawField) -> Iterator[Mend]:
    if field.name.lower() != "doi" or field.parts or clean_doi(field.value):
        return
    parts = _RESOLVER.split(field.value.strip())
    doi = clean_doi(parts[-1])
    start = text.rfind(field.value, field.start, field.end)
    if doi and len(parts) > 1 and not any(parts[:-1]) and start >= 0:
        yield Mend(start, start + len(field.value), doi)
