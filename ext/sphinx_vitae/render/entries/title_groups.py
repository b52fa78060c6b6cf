"""Entries with the same title, printed as one: first their common parts, then the parts that differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sphinx_vitae.model import Link, NameList, Record, Talk, Text

from .relations import RelationGroup

__all__ = ["EntryPart", "Occasion", "SharedParts", "split_common"]

#: Where and how a talk was given. These are printed for each occasion, even if they are the same.
_OF_AN_OCCASION: Final = frozenset(
    [
        "type",
        "eventtitle",
        "booktitle",
        "journaltitle",
        "howpublished",
        "organization",
        "institution",
        "venue",
        "location",
        "status",
        "note",
    ]
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An entry in a title group: its id, target (code for its anchor), number, and facet words."""

    record: Record
    id: str = ""
    target: str = ""
    number: str = ""
    value: int = 0
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EntryPart:
    """A part of an entry: a record with only some of its text fields and names, plus links and relations."""

    record: Record
    links: Sequence[Link]
    ties: Sequence[RelationGroup]

    def __bool__(self) -> bool:
        return bool(self.record.texts or self.record.names or self.links or self.ties)


@dataclass(frozen=True, slots=True)
class SharedParts:
    """The parts that entries have in ``common``, and each entry's ``own`` parts, in order.

    ``alike``: whether they differ only in their dates, so that each entry's own part is empty.
    """

    common: EntryPart
    own: tuple[EntryPart, ...]
    alike: bool


def split_common(
    records: Sequence[Record],
    links_of: Callable[[Record], Sequence[Link]],
    ties_of: Callable[[Record], Sequence[RelationGroup]],
) -> SharedParts:
    """Split entries with the same title into common parts and individual parts.

    For a talk that was given only once, everything except the title belongs to the occasion.

    :param records: at least one.
    :param links_of: record → its links.
    :param ties_of: record → its relations.
    """
    links = [links_of(record) for record in records]
    ties = [ties_of(record) for record in records]
    if len(records) == 1 and isinstance(records[0], Talk):
        common = EntryPart(_with(records[0], {}, {}), (), ())
    else:
        first = records[0]
        apart = _OF_AN_OCCASION if isinstance(first, Talk) else frozenset()
        texts = {
            field: text
            for field, text in first.texts.items()
            if field not in apart and all(record.texts.get(field) == text for record in records)
        }
        names = {
            field: people
            for field, people in first.names.items()
            if all(record.names.get(field) == people for record in records)
        }
        common = EntryPart(
            _with(first, texts, names),
            [link for link in links[0] if all(link in others for others in links)],
            _held_by_all(ties),
        )
    parts = zip(records, links, ties, strict=True)
    own = tuple(_rest(common, record, its_links, its_ties) for record, its_links, its_ties in parts)
    return SharedParts(common, own, not any(own))


def _rest(
    common: EntryPart, record: Record, links: Sequence[Link], ties: Sequence[RelationGroup]
) -> EntryPart:
    """The part of an entry that is not common."""
    texts = {field: text for field, text in record.texts.items() if field not in common.record.texts}
    names = {field: people for field, people in record.names.items() if field not in common.record.names}
    tied = {member.key for group in common.ties for member in group.members}
    return EntryPart(
        _with(record, texts, names),
        [link for link in links if link not in common.links],
        _members(ties, lambda key: key not in tied),
    )


def _with(record: Record, texts: Mapping[str, Text], names: Mapping[str, NameList]) -> Record:
    return replace(record, texts=texts, names=names)


def _held_by_all(ties: Sequence[Sequence[RelationGroup]]) -> list[RelationGroup]:
    keys = [{member.key for group in groups for member in group.members} for groups in ties]
    return _members(ties[0], set.intersection(*keys).__contains__)


def _members(groups: Sequence[RelationGroup], wanted: Callable[[str], bool]) -> list[RelationGroup]:
    """The groups with only the members to keep; groups that become empty are dropped."""
    kept = [(group, tuple(m for m in group.members if wanted(m.key))) for group in groups]
    return [replace(group, members=members) for group, members in kept if members]
