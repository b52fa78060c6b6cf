"""Fields after a closing delimiter: decides which entry they belong to, and reports them.

If another closing delimiter follows them, the first one is unmatched, or the fields are those of an entry
whose header is missing. Otherwise, they are outside an entry, where BibTeX ignores them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from ..vocabulary import canonical_field
from ..vocabulary.misspellings import is_given, near_field
from .broken_entry import BrokenEntry
from .grammar import RawField

__all__ = ["Closing", "close_at_delimiter", "close_before"]


class Closing(NamedTuple):
    """A closing delimiter that a field follows: its offset, and how many fields were read before it."""

    offset: int
    fields: int


def close_at_delimiter(entry: BrokenEntry, closings: Sequence[Closing]) -> None:
    """Report what is before the delimiter at which an entry ends.

    Delimiters before it are unmatched, unless another entry lacks its header: then its fields repeat those of the
    entry before.
    """
    ends = [Closing(-1, 0), *closings, Closing(-1, len(entry.fields))]
    without_header: list[RawField] = []
    given: set[str] = set()
    for closing, following in pairwise(ends):
        fields = entry.fields[closing.fields : following.fields]
        names = {canonical_field(field.name) for field in fields}
        repeated = given & names
        if ("title" in repeated or len(repeated) > 1) and _is_on_own_line(entry, closing):
            name = fields[0].name
            message = f"the fields from {name} on belong to no entry and are ignored"
            entry.fault(fields[0].start, message, f"write the @type{{key, of their entry before {name}")
            without_header += fields
        elif fields and closing.offset >= 0:
            _report_unmatched(entry, closing)
        given |= names
    _remove(entry, without_header)


def _report_unmatched(entry: BrokenEntry, closing: Closing) -> None:
    """Report a delimiter that closes nothing, and advise how to keep the field after it."""
    name = entry.fields[closing.fields].name
    fix = f"remove one {entry.close}"
    if _is_on_own_line(entry, closing):
        fix = (
            f"remove it if {name} belongs to this entry; "
            f"otherwise, write the @type{{key, of the entry that {name} belongs to before {name}"
        )
    entry.fault(closing.offset, f"unmatched {entry.close} before {name}", fix)


def close_before(entry: BrokenEntry, closings: Sequence[Closing], what: str) -> None:
    """Report an entry that ends before the next one or the end of the file, without a delimiter of its own there.

    :param what: what follows the entry, for the message.
    """
    if closings:
        for closing in closings[:-1]:
            _report_unmatched(entry, closing)
        _report_outside(entry, closings[-1])
    elif entry.key and not entry.fields:
        message = f"the entry has no fields and is not closed before {what}"
        entry.fault(entry.found.start(), message, f"remove it, or add its fields and {entry.close}")
    else:
        fix = f"add {entry.close} at the end"
        entry.fault(entry.found.start(), f"the entry is not closed before {what}", fix)


def _is_on_own_line(entry: BrokenEntry, closing: Closing) -> bool:
    """Whether a delimiter is on another line than the field before it, so that it seems to close the entry."""
    return "\n" in _before(entry, closing)


def _before(entry: BrokenEntry, closing: Closing) -> str:
    """The text between the last field before a delimiter, or the header, and the delimiter."""
    start = entry.fields[closing.fields - 1].end if closing.fields else entry.found.end()
    return entry.text[start : closing.offset]


def _report_outside(entry: BrokenEntry, closing: Closing) -> None:
    """Report the fields after the end of the entry. Those that it has already are ignored."""
    given = {canonical_field(field.name) for field in entry.fields[: closing.fields]}
    behind = entry.fields[closing.fields :]
    ignored = [field for field in behind if _is_repeated(field.name, given)]
    read = [field for field in behind if not _is_repeated(field.name, given)]
    where = f"outside an entry, after the {entry.close} in line {entry.landmarks.lines.at(closing.offset)}"
    comma = bool(closing.fields) and "," not in _before(entry, closing)
    if len(read) == 1:
        message = f"{read[0].name} stands {where}, and was read as part of this one"
        fix = f"move it before that {entry.close}{', with a comma before it' * comma}, or remove it"
        entry.fault(read[0].start, message, fix)
    elif read:
        others = "1 more field" if len(read) == 2 else f"{len(read) - 1} more fields"
        message = f"{read[0].name} and {others} stand {where}, and were read as part of this one"
        fix = f"move them before that {entry.close}{', with a comma before them' * comma}, or remove them"
        entry.fault(read[0].start, message, fix)
    for field in ignored:
        message = f"{field.name} stands {where}, and is ignored, because this one has such a field"
        entry.fault(field.start, message, "remove it, or move it into the entry that it belongs to")
    _remove(entry, ignored)


def _is_repeated(name: str, given: Set[str]) -> bool:
    """Whether an entry with these fields has the field already, even if its name is misspelt."""
    meant = near_field(name)
    return canonical_field(name) in given or bool(meant and is_given(meant, given))


def _remove(entry: BrokenEntry, fields: Iterable[RawField]) -> None:
    """Remove fields that do not belong to the entry."""
    starts = {field.start for field in fields}
    entry.fields[:] = [field for field in entry.fields if field.start not in starts]
