"""Records: the entries in a bibliography, after parsing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final, Self

from .date import PartialDate
from .person import NOBODY, NameList, Person
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

#: Activities that have an entry type. Any other word in ``vitae_kinds`` defines a new activity.
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

#: The groups of publications, in the order in which they are shown.
PUBLICATION_GROUPS: Final = (
    "journal", "conference", "workshop", "book", "edited", "chapter", "review", "preprint", "thesis", "report",
    "patent", "software", "dataset", "poster", "other",
)  # fmt: skip


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Source:
    """The location of an entry: the file, as in conf.py, and the line, counted from 1."""

    file: str
    line: int


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Link:
    """A link to a work. ``kind`` is the field that it comes from (``doi``, ``code``, …)."""

    kind: str
    label: str
    url: str


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Tie:
    """A relation to another entry, written as ``related`` in one of the two entries.

    ``type`` is biblatex's relatedtype, ``text`` its relatedstring. ``inverse`` is true in the entry that
    does not contain the relation.
    """

    key: str
    type: str = ""
    text: Text = EMPTY
    inverse: bool = False


def _packed_text(text: Text) -> Text | str:
    """A text without markup as a string, as most are."""
    return part if len(text.parts) == 1 and isinstance(part := text.parts[0], str) else text


def _unpacked_text(packed: Text | str) -> Text:
    return Text((packed,)) if isinstance(packed, str) else packed


def _packed_texts(texts: Mapping[str, Text]) -> dict[str, Text | str]:
    return {name: _packed_text(text) for name, text in texts.items()}


def _unpacked_texts(packed: Mapping[str, Text | str]) -> dict[str, Text]:
    return {name: _unpacked_text(value) for name, value in packed.items()}


def _packed_names(names: Mapping[str, NameList]) -> dict[str, tuple[tuple[Person, ...], bool]]:
    return {field: (found.persons, found.others) for field, found in names.items()}


def _unpacked_names(packed: Mapping[str, tuple[tuple[Person, ...], bool]]) -> dict[str, NameList]:
    return {field: NameList(*facts) for field, facts in packed.items()}


def _packed_source(source: Source) -> tuple[str, int]:
    return source.file, source.line


def _unpacked_source(packed: tuple[str, int]) -> Source:
    return Source(*packed)


def _packed_pairs(pairs: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Names and values in turn."""
    return tuple(chain.from_iterable(pairs))


def _unpacked_pairs(packed: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    each = iter(packed)
    return tuple(zip(each, each, strict=True))


def _packed_links(links: tuple[Link, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple([(link.kind, link.label, link.url) for link in links])


def _unpacked_links(packed: tuple[tuple[str, str, str], ...]) -> tuple[Link, ...]:
    return tuple([Link(*facts) for facts in packed])


@pickled_as_tuple
@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The attributes that all kinds share.

    Field names are always biblatex's, whichever names the file uses (``journaltitle``, not ``journal``).

    :param key: unique in the catalogue; `written_key` is the key in the file.
    :param kind: ``publication``, ``talk``, ``award``, or the name of an activity.
    :param type: the biblatex name of the entry type, in lower case.
    :param groups: the words for ``:type:`` besides the entry type: ``journal``, ``conference``, …
    :param names: the name lists of the entry.
    :param texts: every field with text for readers, except the title.
    :param fields: every field, as written, with macros expanded and inherited fields added.
    :param language: the language of an entry without ``langid``, unless it is that of the site.
    :param replaced: the title and texts that a translation into the site's language replaces, by field.
    :param written: the entry's own fields, in order, with the names and values that the file uses.
    :param position: 0, 1, 2 … in the order of files and entries, which is the final sort criterion
        everywhere.
    """

    key: str
    kind: str
    type: str
    source: Source = field(metadata={"packed": _packed_source, "unpacked": _unpacked_source})
    title: Text = field(metadata={"packed": _packed_text, "unpacked": _unpacked_text})
    position: int = 0
    groups: tuple[str, ...] = ()
    names: Mapping[str, NameList] = field(
        default_factory=dict, metadata={"packed": _packed_names, "unpacked": _unpacked_names}
    )
    date: PartialDate | None = None
    texts: Mapping[str, Text] = field(
        default_factory=dict, metadata={"packed": _packed_texts, "unpacked": _unpacked_texts}
    )
    fields: Mapping[str, str] = field(default_factory=dict)
    links: tuple[Link, ...] = field(
        default=(), metadata={"packed": _packed_links, "unpacked": _unpacked_links}
    )
    keywords: tuple[str, ...] = ()
    status: str = ""
    selected: bool = False
    ties: tuple[Tie, ...] = ()
    written: tuple[tuple[str, str], ...] = field(
        default=(), metadata={"packed": _packed_pairs, "unpacked": _unpacked_pairs}
    )
    written_type: str = ""
    written_key: str = ""
    replaced: Mapping[str, Text] = field(default_factory=dict)
    language: str = ""

    def text(self, *fields: str) -> Text:
        """The text of the first of these fields that the entry has; empty if it does not have any of them."""
        texts = self.texts
        for name in fields:
            # Called dozens of times per entry, mostly without a result, so it avoids `Text.__bool__`.
            if name in texts and (value := texts[name]).parts:
                return value
        return EMPTY

    def people(self, *fields: str) -> NameList:
        """The first of these name lists that the entry has; empty if it does not have any of them."""
        for name in fields:
            if value := self.names.get(name):
                return value
        return NOBODY

    def link(self, *kinds: str) -> Link | None:
        """The first link of one of these kinds."""
        for kind in kinds:
            for link in self.links:
                if link.kind == kind:
                    return link
        return None

    def own_text(self, *fields: str) -> Text:
        """The same as `text`, in the language of the entry rather than of the site.

        Which entries a list selects, and in which order, does not depend on the language of the site.
        """
        for name in fields:
            if value := self.replaced[name] if name in self.replaced else self.texts.get(name):
                return value
        return EMPTY

    @property
    def other_titles(self) -> dict[str, Text]:
        """The title in other languages and scripts, by the name of the annotation."""
        if "+" not in "".join(self.texts):  # nearly always
            return {}
        prefix = "title+an:"
        return {name[len(prefix) :]: text for name, text in self.texts.items() if name.startswith(prefix)}

    @property
    def own_title(self) -> Text:
        """The title in the language of the entry."""
        return self.replaced.get("title", self.title)

    @property
    def own(self) -> Self:
        """The record in the language of the entry, for exports and metadata."""
        if not self.replaced:
            return self
        texts = {name: text for name, text in {**self.texts, **self.replaced}.items() if text}
        texts.pop("title", None)
        return replace(self, title=self.own_title, texts=texts, replaced={})

    @property
    def title_language(self) -> str:
        """The ``langid`` of the title, or else its tag; empty if it is in the language of the site."""
        return "" if "title" in self.replaced else self.fields.get("langid") or self.language

    @property
    def organization(self) -> Text:
        """The organization that presented the award, employed the person, or hosted the event."""
        return self.text("organization", "institution", "publisher")


class Publication(Record):
    """A work. Its ``kind`` is always ``publication``."""

    __slots__ = ()

    @property
    def creators(self) -> NameList:
        """The authors, or the people who are shown instead of them."""
        return self.people("author", "editor", "translator", "holder")

    @property
    def container(self) -> Text:
        """The journal, proceedings or book that contains the work."""
        return self.text("journaltitle", "booktitle", "maintitle", "eventtitle")


class Talk(Record):
    """A talk that was given once, at an event. Its ``kind`` is always ``talk``."""

    __slots__ = ()

    @property
    def event(self) -> Text:
        return self.text("eventtitle", "booktitle", "journaltitle", "howpublished")

    @property
    def host(self) -> Text:
        return self.text("organization", "institution")

    @property
    def place(self) -> Text:
        return self.text("venue", "location")


class Award(Record):
    """An award. Its ``kind`` is always ``award``.

    An award from the ``award`` field of a publication has the source of that publication, and a relation
    to it.
    """

    __slots__ = ()


class Activity(Record):
    """A position, degree, service, course, project, …, named by its ``kind``."""

    __slots__ = ()
