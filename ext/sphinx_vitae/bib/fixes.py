"""The corrections that ``check --fix`` makes: everything that is unambiguous, and nothing else.

The corrections are based on raw entries and their positions, so the rest of the file stays unchanged: order,
white space, comments, line endings. To be safe, the result is parsed again, and a fix that changes more than
intended is dropped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from .dates.months import is_month
from .entries.entry import Entry
from .entries.macros import FIELDS_OF_MACROS
from .fields.identifiers import clean_doi
from .reader import entries_of
from .syntax.bib_file import BibFile
from .syntax.characters import cleaned, without_controls
from .syntax.grammar import RawEntry, RawField
from .syntax.scanner import scan
from .vocabulary import canonical_field
from .vocabulary.misspellings import is_given, sure_field

__all__ = ["Fix", "Fixed", "fixed", "macro_names"]

_BOM: Final = b"\xef\xbb\xbf"
_COMMENT: Final = re.compile(r"%[^\n]*")
_RESOLVER: Final = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.I)
_LITERALS: Final = frozenset(("true", "false"))
#: One fix can make another one possible. A file that still changes after this many passes is not fixed.
_PASSES: Final = 4


@dataclass(frozen=True, slots=True)
class Fix:
    """One correction: its location, and a description."""

    line: int
    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after its fixes.

    :param refusal: why nothing was fixed, although there was something to fix; empty otherwise.
    """

    content: bytes
    fixes: tuple[Fix, ...] = ()
    refusal: str = ""


class _Change(NamedTuple):
    """A replacement for part of the text, with the numbers of its entry and field."""

    start: int
    end: int
    text: str
    entry: int
    field: int
    fix: Fix
    name: str = ""  # the field's name, if it is renamed
    value: str = ""  # the field's value, if that changes


def fixed(content: bytes, macros: Iterable[str] = ()) -> Fixed:
    """Correct everything in a file that is unambiguous. If there is nothing to correct, the bytes stay the
    same.

    The corrections are: a missing comma between two fields; a misspelt field name, if the entry lacks that
    field; a bare word that is not a macro; several resolver URLs before a DOI; control
    characters; and an encoding other than UTF-8.

    :param macros: the names of the ``@string`` macros that are defined in other files of the site.
    """
    file = BibFile("", content)
    if file.lost:
        return Fixed(content, refusal=f"some bytes are not characters in {file.encoding}")
    fixes: list[Fix] = []
    if file.encoding:
        fixes.append(Fix(1, "", f"converted from {file.encoding} to UTF-8"))
    text, known = file.text, frozenset(map(str.lower, macros))
    for _ in range(_PASSES):
        after, made = _pass(text, known)
        if after == text:
            break
        text = after
        fixes += made
    else:
        return Fixed(content, refusal="its entries cannot be told apart")
    return Fixed(_bytes(text, content), tuple(sorted(fixes, key=_place))) if fixes else Fixed(content)


def _place(fix: Fix) -> tuple[int, str]:
    return fix.line, fix.message


def macro_names(content: bytes) -> frozenset[str]:
    """The names of the macros that a file defines."""
    return _defined(scan(BibFile("", content).text).entries)


def _bytes(text: str, before: bytes) -> bytes:
    """The text as it is stored in the file, with byte order mark and line endings."""
    if b"\n" not in before and b"\r" in before:
        text = text.replace("\n", "\r")
    return (_BOM if before.startswith(_BOM) else b"") + text.encode()


def _pass(text: str, macros: frozenset[str]) -> tuple[str, list[Fix]]:
    """The text with every fix that does not change anything else, and a list of these fixes."""
    cleaned, found = _without_controls(text)
    if found and _contents(cleaned) == _contents(text):
        return cleaned, found
    changes = list(_changes(text, macros))
    before = _contents(text)
    while changes:
        after = _applied(text, changes)
        wrong = _differences(before, _contents(after), changes)
        if not wrong:
            return after, [change.fix for change in changes]
        kept = [change for change in changes if change.entry not in wrong]
        changes = kept if len(kept) < len(changes) else []
    return text, []


def _without_controls(text: str) -> tuple[str, list[Fix]]:
    """The text without control characters, and the lines that contained them."""
    after = without_controls(text)
    if after == text:
        return text, []
    lines = zip(text.split("\n"), after.split("\n"), strict=False)
    message = "control characters decoded or removed"
    return after, [Fix(n, "", message) for n, (old, new) in enumerate(lines, 1) if old != new]


class _Content(NamedTuple):
    """The content of an entry, regardless of its formatting."""

    type: str
    key: str
    line: int
    written: tuple[tuple[str, str], ...]


def _contents(text: str) -> list[_Content]:
    file = BibFile("", text.encode())
    return [_content(entry) for entry in entries_of([file])]


def _content(entry: Entry) -> _Content:
    return _Content(entry.raw.type, entry.written_key, entry.line, entry.written)


def _differences(before: list[_Content], after: list[_Content], changes: Sequence[_Change]) -> set[int]:
    """The entries in which more has changed than their fixes intended; all entries if they cannot be matched."""
    if len(before) != len(after):
        return set(range(len(before)))
    announced: dict[int, list[_Change]] = defaultdict(list)
    for change in changes:
        announced[change.entry].append(change)
    return {
        number
        for number, (old, new) in enumerate(zip(before, after, strict=True))
        if new != _expected(old, announced[number])
    }


def _expected(content: _Content, changes: Iterable[_Change]) -> _Content:
    written = list(content.written)
    for change in changes:
        name, value = written[change.field]
        written[change.field] = (change.name or name, change.value or value)
    return content._replace(written=tuple(written))


def _applied(text: str, changes: Iterable[_Change]) -> str:
    pieces, behind = [], 0
    for change in sorted(changes):
        if change.start >= behind:
            pieces += [text[behind : change.start], change.text]
            behind = change.end
    return "".join([*pieces, text[behind:]])


def _defined(entries: Iterable[RawEntry]) -> frozenset[str]:
    return frozenset(
        field.name.lower() for raw in entries if raw.type.lower() == "string" for field in raw.fields
    )


def _changes(text: str, macros: frozenset[str]) -> Iterator[_Change]:
    file = BibFile("", text.encode())
    found = scan(text).entries
    macros |= _defined(found)
    for number, raw in enumerate(each for each in found if each.type.lower() != "string"):
        finder = _Finder(text, file, raw, number, macros)
        yield from finder.commas()
        yield from finder.names()
        for position, field in enumerate(raw.fields):
            yield from finder.bare_word(position, field)
            yield from finder.doi(position, field)


class _Finder:
    """Finds the corrections for one entry."""

    def __init__(self, text: str, file: BibFile, raw: RawEntry, number: int, macros: frozenset[str]) -> None:
        self.text = text
        self.file = file
        self.raw = raw
        self.number = number
        self.macros = macros

    def change(
        self, position: int, start: int, end: int, text: str, message: str, *, name: str = "", value: str = ""
    ) -> _Change:
        fix = Fix(self.file.line(start), cleaned(self.raw.key)[0], message)
        return _Change(start, end, text, self.number, position, fix, name, value)

    def commas(self) -> Iterator[_Change]:
        for position, (field, following) in enumerate(pairwise(self.raw.fields)):
            # A space must follow the quote; otherwise, the quote may be inside the value.
            between = self.text[field.end : following.start]
            bare = _COMMENT.sub("", between)
            blank = not bare.strip() and (bare or self.text[field.end - 1] == "}")
            if blank and self._is_closed(field):
                yield self.change(position, field.end, field.end, ",", f"comma added after {field.name}")

    def _is_closed(self, field: RawField) -> bool:
        """Whether the value ends with its own delimiter. A truncated value does not."""
        written = self.text[field.start : field.end].partition("=")[2].strip()
        if written.startswith(('"', "{")) and len(written) < 2:
            return False
        closing = {'"': '"', "{": "}"}.get(written[:1], written[-1:])
        return written.endswith(closing) and written.count("{") == written.count("}")

    def names(self) -> Iterator[_Change]:
        given = {canonical_field(field.name) for field in self.raw.fields}
        for position, field in enumerate(self.raw.fields):
            right = sure_field(field.name)
            if right and not is_given(right, given):
                given.add(canonical_field(right))
                end = field.start + len(field.name)
                message = f"{field.name} renamed to {right}"
                yield self.change(position, field.start, end, right, message, name=right)

    def bare_word(self, position: int, field: RawField) -> Iterator[_Change]:
        if len(field.parts) != 1 or not field.parts[0].bare or field.name.lower() in FIELDS_OF_MACROS:
            return
        word = field.parts[0].text
        known = word.lower() in self.macros or word.lower() in _LITERALS or is_month(word)
        known = known or word.rstrip(".:").isdecimal()  # a number is valid, or has a stray punctuation mark
        start = field.end - len(word)
        if word and not known and self.text[start : field.end] == word:
            message = f"braces added around the value of {field.name}"
            yield self.change(position, start, field.end, f"{{{word}}}", message)

    def doi(self, position: int, field: RawField) -> Iterator[_Change]:
        if field.name.lower() != "doi" or field.parts:
            return
        parts = _RESOLVER.split(field.value.strip())
        doi = clean_doi(parts[-1])
        start = self.text.rfind(field.value, field.start, field.end)
        if doi == parts[-1] and len(parts) > 2 and not any(parts[:-1]) and start >= 0:
            end = start + len(field.value)
            yield self.change(position, start, end, doi, f"resolver URLs before {doi} removed", value=doi)
