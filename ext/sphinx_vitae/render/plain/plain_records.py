"""Any record as plain text, on one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import Publication, Record

from ..entries.title_groups import EntryPart, Occasion
from ..formats.context import RenderContext
from ..formats.plain_text import Plain
from ..hidden_parts import without_hidden
from ..language.translated_words import Words
from ..options import EntryOptions
from ..styles.registry import Styles
from ..templating.activity_functions import ActivityFunctions
from ..templating.composed import Composed
from ..templating.entry_functions import EntryFunctions
from .activities import activity, news, occasions_of, talk
from .entry_printer import EntryPrinter
from .publications import compact, publication, styled

__all__ = ["PlainText"]


class PlainText:
    """Renders records without markup.

    :param styles: the styles, which all formats share.
    :param composed: the parts that the formats compose for each other.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        words: Words,
        styles: Styles | None = None,
        composed: Composed | None = None,
    ) -> None:
        self._words = words
        self._styles = styles or Styles(catalogue, words)
        writer = Plain()
        self._functions = EntryFunctions(catalogue, words, writer, self._styles, composed or Composed())
        self._activity_functions = ActivityFunctions(self._functions, catalogue, words, writer)

    def entry(self, record: Record, page: RenderContext, options: EntryOptions, *, kind: str = "") -> str:
        """One entry in a list, without its number.

        :param kind: the kind as which it is printed, if that is not its own kind: ``news``.
        """
        printer = self._printer(page, options)
        return _line(self._said(record, printer, kind or record.kind))

    def occasions(
        self, kind: str, occasions: Sequence[Occasion], page: RenderContext, options: EntryOptions
    ) -> list[str]:
        """Entries with the same title: first the common part, then the parts that differ, if any."""
        printer = self._printer(page, options)
        return [_line(said) for said in occasions_of(kind, occasions, printer)]

    def _printer(self, page: RenderContext, options: EntryOptions) -> EntryPrinter:
        return EntryPrinter(self._functions, self._activity_functions, self._words, page, options)

    def _said(self, record: Record, printer: EntryPrinter, kind: str) -> Iterable[str]:
        if kind == "news":
            return news(record, printer)
        if not isinstance(record, Publication):
            part = EntryPart(record, printer.links(record), printer.related(record))
            print_ = talk if kind == "talk" else activity
            return print_(part, printer, printer.date(record))
        if printer.options.layout in self._styles.names:
            return styled(record, printer)
        record = without_hidden(record, printer.options.hide)
        return (
            compact(record, printer) if printer.options.layout == "compact" else publication(record, printer)
        )


def _line(said: Iterable[str]) -> str:
    return " ".join(" ".join(said).split())
