"""The catalogue: all records of a site, with relations and owners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import (
    Nearest,
    Profile,
    Publication,
    Record,
    Settings,
    Text,
    Tie,
    fold,
    record_id,
    slug,
    sorted_name,
)
from sphinx_vitae.select import Arrangement, Query, arrange, items, select

from .digest import digest_of, digest_of_strings
from .files import LocalFile
from .marks import Marks, marks_of
from .namesakes import Namesakes
from .ownership import Ownership, aliases_of
from .people import Doubt, People
from .relations import award_titles, tie

__all__ = ["Catalogue"]


class Catalogue:
    """All records, in the order of files and entries, and the relations between them."""

    def __init__(
        self,
        records: Iterable[Record],
        settings: Settings,
        files: Mapping[str, tuple[LocalFile, ...]] = MappingProxyType({}),
    ) -> None:
        self.settings = settings
        self.files = files
        self.records: dict[str, Record] = {record.key: record for record in records}
        self._aliases = aliases_of(self.records.values())
        self._ties = tie(self.records, self._aliases)
        self._digests: dict[str, str] = {}
        self._listable: dict[str, tuple[Record, ...]] = {}
        self._places: dict[str, dict[str, int]] = {}

    def complete(self) -> None:
        """Compute what each page needs, before processes are forked: each of them would compute it again."""
        _ = (self.people, self.doubtful, self.marks, self._slugs)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The plain label of each record → its key."""
        return {record_id(record.kind, key): key for key, record in self.records.items()}

    @cached_property
    def ownership(self) -> Ownership:
        """The ownership of records."""
        return Ownership(self.records, self.settings, self.namesakes, self._aliases)

    @property
    def owners(self) -> People:
        """The owners of the site."""
        return self.ownership.owners

    @cached_property
    def people(self) -> People:
        """Everyone in conf.py."""
        settings = self.settings
        return People((*settings.owners, *settings.people), (), self.namesakes, settings.owners)

    @cached_property
    def namesakes(self) -> Namesakes:
        """All names in the bibliography."""
        return Namesakes(self.records.values())

    @cached_property
    def doubtful(self) -> tuple[str, ...]:
        """The ambiguous names. Any entry can change them, and then lists change too."""
        return tuple(sorted(sorted_name(name) for name in self.people.doubtful()))

    def named(self, names: Iterable[str]) -> People:
        """The people with these names. If a name is in conf.py, it refers to that person."""
        settings = self.settings
        meant = [self.people.find(parse_name(name)) or Profile(name=name) for name in names]
        return People(meant, (*settings.owners, *settings.people), self.namesakes, settings.owners)

    def doubts(self, names: Iterable[str], records: Iterable[Record]) -> tuple[Doubt, ...]:
        """Ambiguous names in these records that may refer to people who are mentioned only on a page, each
        name once.

        If the person is in conf.py, the names are reported as problems in the bibliography instead.
        """
        unknown = [name for name in names if not self.people.find(parse_name(name))]
        if not unknown:
            return ()
        people = self.named(unknown)
        lists = (names for record in records for names in record.names.values())
        found = (doubt for names in lists for _, doubt in people.doubts(names))
        return tuple({sorted_name(doubt.name): doubt for doubt in found}.values())

    @cached_property
    def marks(self) -> Marks:
        """The marks after names. Each mark has the same symbol on every page."""
        return marks_of(self.records.values())

    @cached_property
    def works(self) -> tuple[Record, ...]:
        """The records in all files, except parents from which others only inherit."""
        return tuple(record for record in self.records.values() if not self.ownership.is_parent(record))

    @cached_property
    def owned(self) -> tuple[Record, ...]:
        """The records that lists use: those in the owner's files, except parents."""
        return tuple(record for record in self.works if self.ownership.holds(record))

    def is_mine(self, record: Record) -> bool:
        """Whether a record is a work of which the owner is an author or editor."""
        return record.kind == "publication" and self.ownership.names_owner(record)

    def find(self, key: str) -> Record | None:
        """The record with this key, or with this key among its ``ids``."""
        return self.records.get(key) or self.records.get(self._aliases.get(key, ""))

    def key_of_slug(self, wanted: str) -> str:
        """The key of the record with this slug; empty if there is none."""
        return self._slugs.get(wanted, "")

    @cached_property
    def _slugs(self) -> dict[str, str]:
        return {slug(key): key for key in self.records}

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self.records)

    def nearest(self, key: str) -> str:
        """A suggestion of the most similar key, phrased as a question; empty if there is none."""
        return self._nearest.did_you_mean(key)

    def ties(self, key: str) -> tuple[Tie, ...]:
        """A record's relations, including those written in the related entry."""
        return self._ties.get(key, ())

    def listable(self, kind: str) -> tuple[Record, ...]:
        """The owner's records of one kind that lists can show, newest first."""
        if kind not in self._listable:
            found = select(self.owned, Query(kinds=(kind,)), self.settings.today)
            self._listable[kind] = tuple(item.record for item in items(arrange(found, Arrangement())))
        return self._listable[kind]

    def is_listable(self, record: Record) -> bool:
        """Whether this is one of the owner's records that lists can show."""
        return record.key in self._places_of(record.kind)

    def _places_of(self, kind: str) -> Mapping[str, int]:
        """Key → place among the listable records of one kind."""
        if kind not in self._places:
            self._places[kind] = {record.key: place for place, record in enumerate(self.listable(kind))}
        return self._places[kind]

    def beside(self, record: Record) -> tuple[Record | None, Record | None]:
        """The previous (newer) record of the same kind, and the next (older) one."""
        found, place = self.listable(record.kind), self._places_of(record.kind).get(record.key)
        if place is None:
            return None, None
        return (found[place - 1] if place else None), (found[place + 1] if place + 1 < len(found) else None)

    def awards(self, record: Record) -> tuple[tuple[Text, str], ...]:
        """The awards for a work, without duplicates: the name and the record's key for each."""
        found: dict[str, tuple[Text, str]] = {}
        for written in self.ties(record.key):
            other = self.records[written.key]
            if other.kind == "award":
                found.setdefault(fold(str(other.own_title)), (other.title, other.key))
        if isinstance(record, Publication) and not found:
            found = {fold(str(title)): (title, "") for title in award_titles(record)}
        return tuple(found.values())

    def digest(self, key: str) -> str:
        """A digest that changes whenever the output for a record or for a related record changes."""
        own = self._own_digest(key)
        if key not in self._ties and key not in self.files:  # most
            return own
        others = [(written, self._own_digest(written.key)) for written in self.ties(key)]
        files = [(file.kind, file.label, file.name, file.size) for file in self.files.get(key, ())]
        return digest_of(own, files, others) if others or files else own

    def _own_digest(self, key: str) -> str:
        if key not in self._digests:
            self._digests[key] = _digest(self.records[key])
        return self._digests[key]


def _digest(record: Record) -> str:
    """A digest of everything in a record that a page can show, so not of its position in the file.

    Texts, names and dates are derived from the fields, and are not included again. A derived award has no
    fields.
    """
    links = [(link.kind, link.label, link.url) for link in record.links]
    entry = (record.kind, record.type, record.groups, links, dict(record.fields))
    if record.written:
        return digest_of_strings(*entry, record.written_type, record.written_key, record.written)
    return digest_of(*entry, record.title, record.texts, record.names, record.date)
