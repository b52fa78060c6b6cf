"""Functions for the templates for talks, awards, activities and news, in addition to `entry_functions`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import jinja2

from sphinx_vitae.bib import parse_date
from sphinx_vitae.catalogue import Catalogue, announced
from sphinx_vitae.model import Record, Text

from ..entries.news_sentences import NewsSentences
from ..entries.relations import RelationGroup
from ..entries.talk_kinds import listed_kind
from ..entries.title_groups import Occasion, SharedParts, split_common
from ..formats.writer import Writer
from ..language.dates import DateText, print_date
from ..language.translated_words import Words
from ..names.printed_names import Hidden, Name
from ..options import EntryOptions
from ..texts import commas
from ..venue.activity_details import activity_details, heading_number, leads_with_name, talk_details, thesis
from .entry_functions import EntryFunctions, TemplateContext

__all__ = ["ActivityFunctions", "NewsLine"]


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A news item: its date (also in the ``long`` form), and its sentence in the format of the page."""

    date: DateText
    long: str
    text: str


class ActivityFunctions:
    """The functions for one format. They are based on `EntryFunctions`."""

    def __init__(self, general: EntryFunctions, catalogue: Catalogue, words: Words, writer: Writer) -> None:
        self._general = general
        self._catalogue = catalogue
        self._words = words
        self._writer = writer

    @property
    def by_name(self) -> dict[str, Callable[..., Any]]:
        """All functions, by the names that templates use."""
        methods = (
            self.activity_details, self.announcement, self.day, self.moment, self.others, self.related, self.shared,
            self.talk_details, self.talk_kind,
        )  # fmt: skip
        return {method.__name__: method for method in methods} | {
            "joined": commas,
            "heading_number": heading_number,
            "leads_with_name": leads_with_name,
            "thesis": thesis,
        }

    @jinja2.pass_context
    def activity_details(
        self,
        context: TemplateContext,
        record: Record,
        place: bool = True,
        amount: bool = True,
        tabular: bool = False,
    ) -> Text:
        """Whichever of role, type, organisation, event, status, place, amount and number the list shows."""
        return activity_details(
            record, context["options"], self._words, place=place, amount=amount, tabular=tabular
        )

    def talk_kind(self, record: Record) -> Text:
        """The kind of a talk, in the language of the site if we know it."""
        return listed_kind(record, self._words)

    @jinja2.pass_context
    def talk_details(self, context: TemplateContext, record: Record, emphasised: bool = False) -> Text:
        """The event, host, place and status of a talk, if the list shows them."""
        return talk_details(record, context["options"], emphasised=emphasised)

    @jinja2.pass_context
    def announcement(self, context: TemplateContext, record: Record) -> NewsLine:
        """An entry as a news item."""
        page = context["page"]
        sentence = NewsSentences(self._catalogue, self._words, page.address).sentence(record)
        dated = record if record.kind == "news" else announced(record) or record
        return NewsLine(
            self.day(dated),
            print_date(dated.date, self._words, alone=True).text,
            self._general.written(sentence, page),
        )

    def day(self, record: Record) -> DateText:
        """The date, with the precision of the original and abbreviated months."""
        return print_date(record.date, self._words, "days", alone=record.kind != "publication")

    def moment(self, written: str) -> DateText:
        """A date from the settings, in short form; text that is not a date is returned unchanged."""
        return print_date(parse_date(written) if written else None, self._words, "short", alone=True)

    @jinja2.pass_context
    def others(self, context: TemplateContext, record: Record) -> list[Name | Hidden]:
        """The people whom an entry is about; empty if it is only about the owner, and the list is not about
        anyone else. The result is also empty for an award in a work's own entry, because these people are the
        authors of the work.
        """
        if not record.written and record.kind == "award":
            return []
        options: EntryOptions = context["options"]
        names: list[Name | Hidden] = self._general.names(context, record)
        alone = len(names) == 1 and isinstance(names[0], Name) and names[0].me
        only = len(self._catalogue.settings.owners) == 1 or bool(options.owner)
        return [] if alone and only else names

    @jinja2.pass_context
    def related(self, context: TemplateContext, record: Record, *kinds: str) -> list[RelationGroup]:
        """The related entries that the list shows and that the title does not link to.

        :param kinds: the kinds to include; by default, all.
        """
        options: EntryOptions = context["options"]
        if not options.shows("related"):
            return []
        cited = {span.target for span in record.title.spans("cite")}
        found = []
        for group in self._general.ties(context, record):
            members = tuple(member for member in group.members if member.key not in cited)
            if members and (not kinds or group.kind in kinds):
                found.append(replace(group, members=members))
        return found

    @jinja2.pass_context
    def shared(self, context: TemplateContext, occasions: Sequence[Occasion]) -> SharedParts:
        """The common parts of entries with the same title, and the individual parts of each."""
        options: EntryOptions = context["options"]
        return split_common(
            [occasion.record for occasion in occasions],
            lambda record: self._general.links(context, record) if options.shows("links") else [],
            lambda record: self.related(context, record),
        )
