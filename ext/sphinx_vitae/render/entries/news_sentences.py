"""Entries as news: a short sentence for each kind of entry, with links to the entries that it mentions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import EMPTY, Award, Publication, Record, Span, Talk, Text, fold

from ..language.translated_words import Words
from ..names.printed_names import print_name
from ..texts import capital, commas, unlinked
from ..venue.tag import tag

__all__ = ["NewsSentences"]

_PLACE: Final = re.compile(r"\{(\w+)\}")
#: Group of a publication → its sentences, with and without a venue.
_NEW: Final = {
    "poster": ("Poster at {venue}: {title}", "New poster: {title}"),
    "book": ("New book: {title}", "New book: {title}"),
    "edited": ("New edited volume: {title}", "New edited volume: {title}"),
    "chapter": ("New chapter in {venue}: {title}", "New chapter: {title}"),
    "review": ("New review in {venue}: {title}", "New review: {title}"),
    "preprint": ("New preprint: {title}", "New preprint: {title}"),
    "thesis": ("Thesis, {venue}: {title}", "Thesis: {title}"),
    "report": ("New report, {venue}: {title}", "New report: {title}"),
    "patent": ("New patent: {title}", "New patent: {title}"),
    "software": ("New software: {title}", "New software: {title}"),
    "dataset": ("New dataset: {title}", "New dataset: {title}"),
}
_PAPER: Final = ("New paper in {venue}: {title}", "New paper: {title}")
_TO_APPEAR: Final = ("To appear in {venue}: {title}", "To appear: {title}")
#: Words in a talk's ``type`` that qualify the talk, but do not name a kind of talk.
_QUALITIES: Final = frozenset(
    [
        "contributed",
        "distinguished",
        "guest",
        "invited",
        "keynote",
        "lightning",
        "oral",
        "plenary",
        "public",
        "spotlight",
        "virtual",
    ]
)
#: Groups of publications that are presented at an event, where awards for them are presented too.
_AT_EVENTS: Final = frozenset({"conference", "workshop", "poster"})


@dataclass(frozen=True, slots=True)
class NewsSentences:
    """Composes sentences without full stops.

    :param address: key of an entry → its URL relative to the page; empty if it is not on a page.
    """

    catalogue: Catalogue
    words: Words
    address: Callable[[str], str]

    def sentence(self, record: Record) -> Text:
        """The sentence that announces a record. For a ``@news`` entry, the sentence is the title."""
        if record.kind == "news":
            return record.title
        if isinstance(record, Publication):
            return self._publication(record)
        if isinstance(record, Talk):
            return self._talk(record)
        return self._award(record) if isinstance(record, Award) else self._activity(record)

    def _linked(self, record: Record) -> Text:
        """The title, linked to the entry, or else, if the entry is not on a page, to its first link."""
        parts = unlinked(record.title).parts
        if self.address(record.key):
            return Text((Span("cite", parts, record.key),))
        return Text((Span("link", parts, record.links[0].url),)) if record.links else Text(parts)

    def _said(self, patterns: tuple[str, str], venue: Text, title: Text) -> Text:
        """The first pattern, for an entry with a venue, or the second pattern, for an entry without one."""
        values = {"venue": venue, "title": title}
        said = EMPTY
        for n, part in enumerate(_PLACE.split(self.words(patterns[0 if venue else 1]))):
            said = said + (values.get(part, EMPTY) if n % 2 else part)
        return said

    def _publication(self, record: Publication) -> Text:
        group = next((name for name in record.groups if name in _NEW), "")
        if record.status in {"forthcoming", "inpress"}:
            patterns = _TO_APPEAR
        elif record.status == "prepublished":
            patterns = _NEW["preprint"]
        else:
            patterns = _NEW.get(group, _PAPER)
        return self._said(patterns, self._venue(record), self._linked(record))

    @staticmethod
    def _venue(record: Publication) -> Text:
        """The shortest name of the venue."""
        if mark := tag(record):
            return Text((mark,))
        if record.type in {"thesis", "report"}:
            return unlinked(record.organization)
        return unlinked(record.text("shortjournal", "journaltitle", "eventtitle", "booktitle"))

    def _talk(self, record: Talk) -> Text:
        where = commas(unlinked(record.event), unlinked(record.host)) or unlinked(record.place)
        what = self._kind_of_talk(record)
        title = self._linked(record)
        if not where:
            return what + ": " + title
        return what + f" {self.words('at')} " + where + ": " + title

    def _kind_of_talk(self, record: Talk) -> Text:
        written = unlinked(record.text("type"))
        if not written:
            return Text((self.words.kind("talk", 1),))
        if fold(str(written)) == "keynote":
            return Text((self.words("Keynote"),))
        if _QUALITIES.issuperset(fold(str(written)).replace(",", " ").split()):
            return Text((self.words(f"{str(written).capitalize()} talk"),))
        return capital(written)

    def _award(self, record: Award) -> Text:
        """``Best Paper Award at MICRO’23 for …``; ``Travel Grant, MLSys``."""
        works = [
            work
            for tie in self.catalogue.ties(record.key)
            if isinstance(work := self.catalogue.records[tie.key], Publication)
        ]
        said = commas(self._linked(record), *self._recipients(record))
        event = unlinked(record.text("eventtitle"))
        giver = unlinked(record.organization)
        if not record.written and works:
            giver = self._venue(works[0])
        if works and not event and not _AT_EVENTS.isdisjoint(works[0].groups):
            event, giver = giver, EMPTY
        if event:
            said = said + f" {self.words('at')} " + event
        said = commas(said, giver)
        for n, work in enumerate(works):
            said = said + (", " if n else f" {self.words('for')} ") + self._linked(work)
        return said

    def _activity(self, record: Record) -> Text:
        """``Grant: title, who, organisation, amount``."""
        return (
            Text((f"{self.words.kind(record.kind, 1)}: ",))
            + self._linked(record)
            + _after(
                *self._recipients(record),
                record.text("role"),
                record.organization,
                record.text("eventtitle"),
                record.text("amount"),
            )
        )

    def _recipients(self, record: Record) -> list[str]:
        """The people that the entry is about, except the owner, if the entry itself lists them."""
        names = record.people("author") if record.written else None
        if names is None:
            return []
        mine = self.catalogue.owners.among(names)
        return [print_name(person, "full") for person in names.persons if person not in mine]


def _after(*parts: Text | str) -> Text:
    rest = commas(*(unlinked(part) if isinstance(part, Text) else part for part in parts))
    return Text((", ",)) + rest if rest else EMPTY
