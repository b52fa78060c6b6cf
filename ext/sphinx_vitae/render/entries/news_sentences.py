"""Entries as news: a short sentence for each kind of entry, with links to the entries that it mentions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import EMPTY, N_, Award, Publication, Record, Span, Talk, Text

from ..language.translated_words import Words
from ..names.printed_names import print_name
from ..texts import commas, filled, unlinked
from ..venue.tag import tag
from .talk_kinds import announced_kind

__all__ = ["NewsSentences"]

#: Group of a publication → its sentences, with and without a venue.
_NEW: Final = {
    # Translators: an item of news, as in "Poster at NeurIPS: Sparse matrices"
    "poster": (N_("Poster at {venue}: {title}"), N_("New poster: {title}")),
    "book": (N_("New book: {title}"), N_("New book: {title}")),
    # Translators: an item of news about a book that somebody edited
    "edited": (N_("New edited volume: {title}"), N_("New edited volume: {title}")),
    "chapter": (N_("New chapter in {venue}: {title}"), N_("New chapter: {title}")),
    "review": (N_("New review in {venue}: {title}"), N_("New review: {title}")),
    "preprint": (N_("New preprint: {title}"), N_("New preprint: {title}")),
    # Translators: an item of news; the venue is a university
    "thesis": (N_("Thesis, {venue}: {title}"), N_("Thesis: {title}")),
    "report": (N_("New report, {venue}: {title}"), N_("New report: {title}")),
    "patent": (N_("New patent: {title}"), N_("New patent: {title}")),
    "software": (N_("New software: {title}"), N_("New software: {title}")),
    "dataset": (N_("New dataset: {title}"), N_("New dataset: {title}")),
}
# Translators: an item of news, as in "New paper in Nature: Sparse matrices"
_PAPER: Final = (N_("New paper in {venue}: {title}"), N_("New paper: {title}"))
# Translators: an item of news, as in "To appear in Nature: Sparse matrices"
_TO_APPEAR: Final = (N_("To appear in {venue}: {title}"), N_("To appear: {title}"))
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
        return filled(self.words(patterns[0 if venue else 1]), venue=venue, title=title)

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
        what = announced_kind(record, self.words)
        title = self._linked(record)
        if not where:
            return what + self.words.colon + title
        return filled(self.words("{talk} at {event}: {title}"), talk=what, event=where, title=title)

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
            said = filled(self.words("{award} at {event}"), award=said, event=event)
        said = commas(said, giver)
        if works:
            named = commas(*map(self._linked, works))
            said = filled(self.words("{award} for {works}"), award=said, works=named)
        return said

    def _activity(self, record: Record) -> Text:
        """``Grant: title, who, organisation, amount``."""
        return (
            Text((self.words.kind(record.kind, 1) + self.words.colon,))
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
