"""What pages ask of the catalogue. A page is read again when an answer differs from the one it got."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from sphinx_vitae.catalogue import Catalogue, Doubt, announced, digest_of, told
from sphinx_vitae.model import Record, sorted_name
from sphinx_vitae.select import (
    Arrangement,
    Group,
    Item,
    Query,
    QueryPeople,
    arrange,
    count,
    items,
    select,
    sort_fields,
    type_words,
)

__all__ = [
    "ChoicesDependency",
    "CitationDependency",
    "CountDependency",
    "Dependency",
    "EntryDependency",
    "ListDependency",
    "NewsDependency",
    "OwnerDependency",
    "PeopleDependency",
]


class Dependency(Protocol):
    """Hashable and picklable: it is kept with the page that asked it."""

    def digest(self, catalogue: Catalogue) -> str:
        """Of the answer: equal as long as the page would be read to the same."""


@dataclass(frozen=True, slots=True)
class ListDependency:
    """Which records, in what order, in which groups?"""

    query: Query
    arrangement: Arrangement

    def answer(self, catalogue: Catalogue) -> tuple[Group, ...] | tuple[Item, ...]:
        return arrange(self.selected(catalogue), self.arrangement)

    def selected(self, catalogue: Catalogue) -> list[Record]:
        """Which records, in no order yet."""
        today = catalogue.settings.today
        return select(self.candidates(catalogue), self.query, today, _cast(self.query, catalogue))

    def doubts(self, catalogue: Catalogue) -> tuple[Doubt, ...]:
        """Names of which it is not known whether they are those that the query asks for."""
        return catalogue.doubts(self.query.author.wanted, self.candidates(catalogue))

    def candidates(self, catalogue: Catalogue) -> Iterable[Record]:
        """The records among which it asks.

        Keys and files name what they want; anything else draws on the owner's files.
        """
        query = self.query
        if query.keys:
            return catalogue.records.values()
        return catalogue.works if query.bibfiles.wanted else catalogue.owned

    def digest(self, catalogue: Catalogue) -> str:
        return self.digest_of_answer(self.answer(catalogue), catalogue)

    def digest_of_answer(self, arranged: tuple[Group, ...] | tuple[Item, ...], catalogue: Catalogue) -> str:
        """For who has the answer already."""
        entries = [catalogue.digest(item.record.key) for item in items(arranged)]
        settings = catalogue.settings
        look = (settings.owners, settings.people, settings.layout, settings.names, settings.max_authors)
        marks = (catalogue.marks.words, sorted(catalogue.marks.signs))
        doubts = (catalogue.doubtful, self.doubts(catalogue))
        return digest_of(_shape(arranged), entries, look, marks, doubts)


def _cast(query: Query, catalogue: Catalogue) -> QueryPeople:
    """Who is meant by the names of a query; a role is that of the author given, else of the owner."""
    author = query.author
    wanted = catalogue.named(author.wanted) if author.wanted else None
    unwanted = catalogue.named(author.unwanted) if author.unwanted else None
    return QueryPeople(wanted, unwanted, wanted or catalogue.owners)


@dataclass(frozen=True, slots=True)
class NewsDependency(ListDependency):
    """The same of news, some of which are entries of other kinds, dated by the day they began.

    What news written by hand tell of is not announced by itself. They count wherever they stand in time, on
    this list or on that of another year; those that the list leaves out for another reason do not.
    """

    def candidates(self, catalogue: Catalogue) -> Iterator[Record]:
        query = self.query
        records = list(ListDependency.candidates(self, catalogue))
        by_hand = dataclasses.replace(query, kinds=("news",), years=(), not_years=(), when="")
        left_out = (
            set() if query.keys else told(catalogue, select(records, by_hand, catalogue.settings.today))
        )
        for record in records:
            if record.kind == "news":
                yield record
            elif query.keys:
                yield announced(record) or record
            elif record.key not in left_out and (news := announced(record)):
                yield news


@dataclass(frozen=True, slots=True)
class CountDependency(ListDependency):
    """How many of them there are in each group."""

    def digest_of_answer(self, arranged: tuple[Group, ...] | tuple[Item, ...], catalogue: Catalogue) -> str:
        counts = count(arranged, self.arrangement.group_by, self.arrangement.group_order)
        return digest_of(counts, self.doubts(catalogue))


@dataclass(frozen=True, slots=True)
class PeopleDependency:
    """Who are the other people that the configuration knows?"""

    def digest(self, catalogue: Catalogue) -> str:
        return digest_of(catalogue.settings.people)


@dataclass(frozen=True, slots=True)
class ChoicesDependency:
    """What can options and arguments be? Asked by pages that had a wrong one: it may become right."""

    kinds: tuple[str, ...]

    def digest(self, catalogue: Catalogue) -> str:
        records = catalogue.records.values()
        words = set().union(*(type_words(record) for record in records if record.kind in self.kinds))
        kinds = {*(record.kind for record in records), *catalogue.settings.kinds.values()}
        names = sorted(map(sorted_name, catalogue.namesakes))
        people = (catalogue.settings.owners, catalogue.settings.people)
        return digest_of(sorted(words), sort_fields(records), sorted(kinds), names, people)


@dataclass(frozen=True, slots=True)
class EntryDependency:
    """What is the entry of this key?"""

    key: str

    def digest(self, catalogue: Catalogue) -> str:
        record = catalogue.find(self.key)
        # What a role prints, and where it leads if the entry stands nowhere.
        named = record and (record.key, record.kind, record.title, record.text("abbr"), record.date)
        return digest_of(named, record and record.links[:1])


@dataclass(frozen=True, slots=True)
class CitationDependency:
    """What does a citation of this key print, and the text that appears above it?"""

    key: str

    def digest(self, catalogue: Catalogue) -> str:
        record = catalogue.find(self.key)
        return digest_of(record and (record.key, catalogue.digest(record.key)))


@dataclass(frozen=True, slots=True)
class WorkDependency:
    """What is the entry of this key in full, and what stands before and after it?"""

    key: str

    def digest(self, catalogue: Catalogue) -> str:
        record = catalogue.find(self.key)
        settings = catalogue.settings
        look = (settings.owners, settings.people, settings.names, settings.pages)
        marks = (catalogue.marks.words, sorted(catalogue.marks.signs))
        beside = [
            other and (other.key, other.title) for other in (catalogue.beside(record) if record else ())
        ]
        return digest_of(record and catalogue.digest(record.key), beside, look, marks, catalogue.doubtful)


@dataclass(frozen=True, slots=True)
class OwnerDependency:
    """Who is the owner, or the person of this name?"""

    name: str

    def digest(self, catalogue: Catalogue) -> str:
        return digest_of(catalogue.settings.owners, catalogue.settings.people)


def _shape(members: tuple[Group, ...] | tuple[Item, ...]) -> list[object]:
    """Groups with their sizes, without the records."""
    return [(m.field, m.value, _shape(m.members)) if isinstance(m, Group) else 1 for m in members]
