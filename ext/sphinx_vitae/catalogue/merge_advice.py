"""What to do with two entries that are, or may be, for the same work."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.model import Publication, Record, fold

from .entry_problems import and_list
from .shared_dois import containers

__all__ = ["choice", "kept", "same_work"]

#: Fields that programs write for themselves. Differences between them do not matter.
_OF_PROGRAMS: Final = frozenset(
    (
        "file",
        "timestamp",
        "owner",
        "date-added",
        "date-modified",
        "biburl",
        "bibsource",
        "localfile",
        "groups",
        "printed",
        "read",
        "comment",
    )
)
#: How many differing fields a message names.
_NAMED: Final = 4


def kept(first: Record, record: Record) -> str:
    """What to do with two entries for the same publication: the fields that differ are named."""
    one, other = (
        {name.lower(): value for name, value in each.written if value and "+" not in name}
        for each in (first, record)
    )
    both = ", with the fields of both" if one.keys() - _OF_PROGRAMS != other.keys() - _OF_PROGRAMS else ""
    differing = [name for name, value in one.items() if name in other and _bare(value) != _bare(other[name])]
    named = [name for name in differing if name not in _OF_PROGRAMS]
    if first.type != record.type:
        named.insert(0, "type")
    if not named:
        return f"keep one{both}"
    more = len(named) - _NAMED
    shown = and_list([*named[:_NAMED], f"{more} more fields"] if more > 1 else named)
    values = "value" if len(named) == 1 else "values"
    return f"keep one{both}{' and' if both else ', with'} the right {values} of {shown}"


def _bare(value: str) -> str:
    """A value without differences that do not matter."""
    return "".join(filter(str.isalnum, fold(value)))


def same_work(first: Record, record: Record) -> str:
    return f"if they are the same publication, {kept(first, record)}"


def choice(first: Publication, record: Publication) -> str:
    """What to do with two entries that can be for the same publication, or for versions of one work.

    If they appeared in different places, they are probably versions.
    """
    same = same_work(first, record)
    if not first.written_key:
        return same
    versions = "if they are versions of one work, add the other's key to its related field"
    places = containers(first, record)
    is_apart = first.type != record.type or (all(places) and places[0] != places[1])
    return f"{versions}; {same}" if is_apart else f"{same}; {versions}"
