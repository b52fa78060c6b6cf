"""What an entry is printed for, and the pieces that entries of all kinds consist of."""

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
    """The list and the page that an entry is printed for.

    :param functions: what templates of other formats call, for plain text; ``context`` is what these take.
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
        return self.functions.text(self.context, text)

    def asked(self, record: Record, field: str, default: bool = False) -> Iterator[str]:
        """An abstract or annotation, where the list shows it."""
        if (text := record.text(field)) and self.options.shows(field, default):
            yield self.functions.prose(self.context, text)

    def date(self, record: Record) -> str:
        return self.functions.date(record).text

    def links(self, record: Record) -> Sequence[Link]:
        """Where it can be found, if the list shows that."""
        return self.functions.links(self.context, record) if self.options.shows("links") else ()

    def related(self, record: Record) -> Sequence[RelationGroup]:
        return self.activity_functions.related(self.context, record)

    def names(self, people: Sequence[Name | Hidden]) -> str:
        """Names in running text; of those that are hidden, how many there are."""
        said = []
        hidden = 0
        for n, each in enumerate(people):
            hidden += len(each.names)
            shown = "…" if isinstance(each, Hidden) else each.text + each.marks
            said.append((each.before if n else "") + shown + each.after)
        if hidden and not people[-1].others:  # an open list has more still
            said.append(f", {self.words('and {} more').format(hidden)}")
        return "".join(said)
