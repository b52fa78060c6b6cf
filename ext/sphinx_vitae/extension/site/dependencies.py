"""The dependencies of pages on the catalogue. If the result of a dependency changes, the page is read again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sphinx_vitae import export, select
from sphinx_vitae.catalogue import announced, candidates, digest_of, selected, told
from sphinx_vitae.model import shown_on, sorted_name

if TYPE_CHECKING:
    from sphinx_vitae.catalogue import Catalogue, Doubt
    from sphinx_vitae.model import Record
    from sphinx_vitae.select import Arrangement, Group, Item, Query

__all__ = [
    "Career",
    "CareerDependency",
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
    """A dependency of a page. It must be hashable and picklable, because it is stored with the page."""

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of the result. As long as it stays the same, the page does not need to be read again."""


@dataclass(frozen=True, slots=True)
class ListDependency:
    """The records of a list, in order and in groups."""

    query: Query
    arrangement: Arrangement

    def answer(self, catalogue: Catalogue) -> tuple[Group, ...] | tuple[Item, ...]:
        """The records, sorted and grouped."""
        return select.arrange(self.selected(catalogue), self.arrangement)

    def selected(self, catalogue: Catalogue) -> list[Record]:
        """The records, unsorted."""
        return selected(catalogue, self.query, self.candidates(catalogue))

    def doubts(self, catalogue: Catalogue) -> tuple[Doubt, ...]:
        """Ambiguous names that may match those in the query."""
        return catalogue.doubts(self.query.author.wanted, self.candidates(catalogue))

    def candidates(self, catalogue: Catalogue) -> Iterable[Record]:
        """The records to select from."""
        return candidates(catalogue, self.query)

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of the records, their groups, and the settings that affect their appearance."""
        return self.digest_of_answer(self.answer(catalogue), catalogue)

    def digest_of_answer(self, arranged: tuple[Group, ...] | tuple[Item, ...], catalogue: Catalogue) -> str:
        """The same digest, if the result is already known."""
        entries = [catalogue.digest(item.record.key) for item in select.items(arranged)]
        shown = shown_on(catalogue.settings, "list")
        marks = (catalogue.marks.words, sorted(catalogue.marks.signs))
        doubts = (catalogue.doubtful, self.doubts(catalogue))
        return digest_of(_shape(arranged), entries, shown, marks, doubts)


class NewsDependency(ListDependency):
    """The same for news, including announcements of other entries, under their start dates.

    Entries that are related to a ``@news`` entry are not announced. This applies regardless of the date of
    the ``@news`` entry, which can be in the list for another year, but not if the list excludes the ``@news``
    entry for any other reason.
    """

    __slots__ = ()

    def candidates(self, catalogue: Catalogue) -> Iterator[Record]:
        """The ``@news`` entries, and the announcements of other entries."""
        query = self.query
        records = list(ListDependency.candidates(self, catalogue))
        by_hand = dataclasses.replace(query, kinds=("news",), years=(), not_years=(), when="")
        left_out = (
            set()
            if query.keys
            else told(catalogue, select.select(records, by_hand, catalogue.settings.today))
        )
        for record in records:
            if record.kind == "news":
                yield record
            elif query.keys:
                yield announced(record) or record
            elif record.key not in left_out and (news := announced(record)):
                yield news


class CountDependency(ListDependency):
    """The number of records in each group."""

    __slots__ = ()

    def digest_of_answer(self, arranged: tuple[Group, ...] | tuple[Item, ...], catalogue: Catalogue) -> str:
        """A digest of the counts."""
        counts = select.count(arranged, self.arrangement.group_by, self.arrangement.group_order)
        return digest_of(counts, self.doubts(catalogue))


@dataclass(frozen=True, slots=True)
class PeopleDependency:
    """The people in ``vitae_people``."""

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of the setting."""
        return digest_of(catalogue.settings.people)


@dataclass(frozen=True, slots=True)
class ChoicesDependency:
    """The input that options and arguments accept.

    Pages with invalid input depend on it, because the input may become valid.
    """

    kinds: tuple[str, ...]

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of types, fields, kinds and names."""
        records = catalogue.records.values()
        words = set().union(*(select.type_words(record) for record in records if record.kind in self.kinds))
        kinds = {*(record.kind for record in records), *catalogue.settings.kinds.values()}
        names = sorted(map(sorted_name, catalogue.namesakes))
        people = (catalogue.settings.owners, catalogue.settings.people)
        return digest_of(sorted(words), select.sort_fields(records), sorted(kinds), names, people)


@dataclass(frozen=True, slots=True)
class EntryDependency:
    """The text that a role shows for the entry with this key."""

    key: str

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of its name and its first link."""
        record = catalogue.find(self.key)
        # The text of a role, and its target if the entry is not in any list.
        named = record and (record.key, record.kind, record.title, record.text("abbr"), record.date)
        return digest_of(named, record and record.links[:1])


@dataclass(frozen=True, slots=True)
class CitationDependency:
    """The citation of the entry with this key, and the tooltip."""

    key: str

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of the record."""
        record = catalogue.find(self.key)
        return digest_of(record and (record.key, catalogue.digest(record.key)))


@dataclass(frozen=True, slots=True)
class WorkDependency:
    """The entry with this key in full, with its neighbours."""

    key: str

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of the record, its neighbours, and the settings that affect its appearance."""
        record = catalogue.find(self.key)
        shown = shown_on(catalogue.settings, "entry")
        marks = (catalogue.marks.words, sorted(catalogue.marks.signs))
        beside = [
            other and (other.key, other.title) for other in (catalogue.beside(record) if record else ())
        ]
        return digest_of(record and catalogue.digest(record.key), beside, shown, marks, catalogue.doubtful)


@dataclass(frozen=True, slots=True)
class OwnerDependency:
    """The owner, or the person with this name."""

    name: str

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of all people."""
        return digest_of(catalogue.settings.owners, catalogue.settings.people)


@dataclass(frozen=True, slots=True)
class Career:
    """The facts about the owner on a home page that are not in conf.py.

    :param job_title: the current position.
    :param alumni_of: where the owner took degrees.
    :param awards: the names of the awards.
    """

    job_title: str = ""
    alumni_of: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CareerDependency:
    """The position, degrees and awards of the owner."""

    def answer(self, catalogue: Catalogue) -> Career:
        """The facts, newest first."""
        current = select.select(
            catalogue.listable("position"), select.Query(when="current"), catalogue.settings.today
        )
        degrees = (export.unicode_text(record.organization) for record in catalogue.listable("degree"))
        awards = (export.unicode_text(record.title) for record in catalogue.listable("award"))
        title = next((export.unicode_text(record.title) for record in current), "")
        return Career(title, tuple(filter(None, degrees)), tuple(awards))

    def digest(self, catalogue: Catalogue) -> str:
        """A digest of the facts."""
        return digest_of(self.answer(catalogue))


def _shape(members: tuple[Group, ...] | tuple[Item, ...]) -> list[object]:
    """Groups with their sizes, without records."""
    return [(m.field, m.value, _shape(m.members)) if isinstance(m, select.Group) else 1 for m in members]
