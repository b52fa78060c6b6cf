"""Records: what an entry of a bibliography is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from .date import PartialDate
from .person import NOBODY, NameList
from .pickling import pickled_as_tuple
from .text import EMPTY, Text

__all__ = [
    "ACTIVITIES",
    "PUBLICATION_GROUPS",
    "Activity",
    "Award",
    "Link",
    "Publication",
    "Record",
    "Source",
    "Talk",
    "Tie",
]

#: Activities that have an entry type of their own; any other word in ``vitae_kinds`` names a new one.
ACTIVITIES: Final = (
    "position",
    "degree",
    "service",
    "teaching",
    "project",
    "grant",
    "student",
    "membership",
    "news",
)

#: What publications are grouped by, besides their entry type; in the order in which groups are shown.
PUBLICATION_GROUPS: Final = (
    "journal", "conference", "workshop", "book", "edited", "chapter", "review", "preprint", "thesis", "report",
    "patent", "software", "dataset", "poster", "other",
)  # fmt: skip


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry begins: the file as configured, and the line, counted from 1."""

    file: str
    line: int


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Link:
    """An address of a work. ``kind`` is the field that gave it (``doi``, ``code``, …)."""

    kind: str
    label: str
    url: str


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Tie:
    """A relation to another entry, written as ``related`` in one of the two.

    ``type`` is biblatex's relatedtype, ``text`` its relatedstring; ``inverse`` on the side where it
    was not written.
    """

    key: str
    type: str = ""
    text: Text = EMPTY
    inverse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all kinds have in common.

    Field names are biblatex's whatever dialect the entry was written in (``journaltitle``, not
    ``journal``).

    :param key: unique in the catalogue; `written_key` is what the file has.
    :param kind: ``publication``, ``talk``, ``award``, or the name of an activity.
    :param type: the entry type, lower case, by its biblatex name.
    :param groups: what ``:type:`` selects by besides the entry type: ``journal``, ``conference``, …
    :param names: the name lists that the entry has.
    :param texts: every field that is meant to be read, except the title.
    :param fields: every field, as written, with macros expanded and inheritance done.
    :param written: the entry's own fields in their order, by the names and in the words of the file.
    :param position: 0, 1, 2 … in the order of files and entries: the last resort of every sorting.
    """

    key: str
    kind: str
    type: str
    source: Source
    title: Text
    position: int = 0
    groups: tuple[str, ...] = ()
    names: Mapping[str, NameList] = field(default_factory=dict)
    date: PartialDate | None = None
    texts: Mapping[str, Text] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    keywords: tuple[str, ...] = ()
    status: str = ""
    selected: bool = False
    ties: tuple[Tie, ...] = ()
    written: tuple[tuple[str, str], ...] = ()
    written_type: str = ""
    written_key: str = ""

    def text(self, *fields: str) -> Text:
        """The first of these fields that the entry has; empty if none."""
        texts = self.texts
        for name in fields:
            # Asked dozens of times of every entry that is printed, mostly in vain: no call of `Text.__bool__`.
            if name in texts and (value := texts[name]).parts:
                return value
        return EMPTY

    def people(self, *fields: str) -> NameList:
        """The first of these name lists that the entry has; empty if none."""
        for name in fields:
            if value := self.names.get(name):
                return value
        return NOBODY

    def link(self, *kinds: str) -> Link | None:
        """The first link of these kinds."""
        for kind in kinds:
            for link in self.links:
                if link.kind == kind:
                    return link
        return None

    @property
    def organization(self) -> Text:
        """Who gave it, employed, or was host."""
        return self.text("organization", "institution", "publisher")


@pickled_as_tuple
@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Record):
    """A work. Its ``kind`` is always ``publication``."""

    @property
    def creators(self) -> NameList:
        """Who stands in the place of the author."""
        return self.people("author", "editor", "translator", "holder")

    @property
    def container(self) -> Text:
        """What it appeared in: journal, proceedings, book."""
        return self.text("journaltitle", "booktitle", "maintitle", "eventtitle")


@pickled_as_tuple
@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Record):
    """A talk given once, at an event. Its ``kind`` is always ``talk``."""

    @property
    def event(self) -> Text:
        return self.text("eventtitle", "booktitle", "journaltitle", "howpublished")

    @property
    def host(self) -> Text:
        return self.text("organization", "institution")

    @property
    def place(self) -> Text:
        return self.text("venue", "location")


@pickled_as_tuple
@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Record):
    """Something won. Its ``kind`` is always ``award``.

    One that was written as the ``award`` field of a publication has that publication's source, and
    a tie to it.
    """


@pickled_as_tuple
@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """A position, degree, service, course, project, …; its ``kind`` says which."""
