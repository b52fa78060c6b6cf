"""Prints the parts that all kinds of entries share, for one list on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sphinx_vitae.model import Link, Record, Text

from ..entries.relations import RelationGroup
from ..formats.context import RenderContext
from ..language.translated_words import Words
from ..names.printed_names import Hidden, Name
from ..options import EntryOptions
from ..templating.activity_functions import ActivityFunctions
from ..templating.entry_functions import EntryFunctions

__all__ = ["EntryPrinter"]


class EntryPrinter:
    """Prints parts of an entry as plain text.

    :param functions: the functions that templates call, with a plain-text writer.
    :param page: the page that the entry is rendered for.
    :param options: the options of its list.
    """

    __slots__ = ("activity_functions", "context", "functions", "options", "words")

    def __init__(
        self,
        functions: EntryFunctions,
        activity_functions: ActivityFunctions,
        words: Words,
        page: RenderContext,
        options: EntryOptions,
    ) -> None:
        self.functions = functions
        self.activity_functions = activity_functions
        self.words = words
        self.options = options
        self.context = {"page": page, "options": options}

    def text(self, text: Text) -> str:
        """Text from a record, on one line."""
        return self.functions.text(self.context, text)

    def asked(self, record: Record, field: str, default: bool = False) -> Iterator[str]:
        """An abstract or annotation, if the list shows it."""
        if (text := record.text(field)) and self.options.shows(field, default):
            yield self.functions.prose(self.context, text)

    def date(self, record: Record) -> str:
        """The date of a record."""
        return self.functions.date(record).text

    def links(self, record: Record) -> Sequence[Link]:
        """The links of a record, if the list shows them."""
        return self.functions.links(self.context, record) if self.options.shows("links") else ()

    def related(self, record: Record) -> Sequence[RelationGroup]:
        """The relations of a record, if the list shows them."""
        return self.activity_functions.related(self.context, record)

    def names(self, people: Sequence[Name | Hidden]) -> str:
        """Names in running text; hidden names are only counted."""
        said: list[str] = []
        hidden = 0
        for each in people:
            if isinstance(each, Hidden):
                hidden += len(each.names)
                shown = "…"
            else:
                shown = each.text + each.marks
            said.append((each.before if said else "") + shown + each.after)
        if hidden and not people[-1].others:  # already implied by "et al."
            more = self.words.plural("and {} more", "and {} more", hidden)
            said.append(f"{self.words.comma}{more.format(hidden)}")
        return "".join(said)
