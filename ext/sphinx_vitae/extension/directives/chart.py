"""The ``publications-chart`` directive: the number of works by year, type or venue, as a chart and as a
table.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes

from sphinx_vitae.model import N_, slug
from sphinx_vitae.options import Choices, Option, OptionError, several
from sphinx_vitae.render import Chart
from sphinx_vitae.select import COUNTED, Arrangement, Counts, Group, Item, Sorting, count

from ..doctree.nodes import vitae_chart
from ..options.declared import OPTIONS
from ..site.dependencies import CountDependency, ListDependency
from .lists import PublicationsDirective

if TYPE_CHECKING:
    from docutils.nodes import Node

    from sphinx_vitae.render import Words

__all__ = ["ChartDirective"]

#: The list options for selecting works, and for the chart's caption and label.
_OF_LISTS: Final = (
    *("type", "year", "keywords", "author", "role", "status", "selected", "when", "bibfile", "filter", "exclude"),
    *("group-order", "empty", "caption", "name", "class"),
)  # fmt: skip
_FIELDS: Final = {
    "year": N_("Year"),
    "type": N_("Type"),
    # Translators: where a paper was published: the name of a journal or conference
    "venue": N_("Venue"),
    # Translators: what a paper is about, by its keywords
    "keyword": N_("Topic"),
    "status": N_("Status"),
}
_TITLES: Final = {
    "year": N_("Papers by year"),
    "type": N_("Papers by type"),
    "venue": N_("Papers by venue"),
    "keyword": N_("Papers by topic"),
    "status": N_("Papers by status"),
}


def _axis_and_series(text: str, choices: Choices) -> tuple[str, ...]:
    fields: tuple[str, ...] = several(*COUNTED)(text, choices)
    if len(fields) not in {1, 2} or len(set(fields)) < len(fields):
        raise OptionError(f"{text!r} must be one or two of: {', '.join(COUNTED)}")
    return fields


_GROUP_BY: Final = Option(
    "group-by",
    "words",
    "What the bars represent and, after a comma, how each bar is divided. Years are drawn as columns, and all other values "
    "as rows, with the longest first. If a bar would have more than eight parts, the smallest parts are combined; the table shows all of them.",
    _axis_and_series,
    COUNTED,
    ("year, venue",),
    "year",
)


class ChartDirective(PublicationsDirective):
    """Counts works, and creates a chart and a table with the counts."""

    takes: ClassVar[tuple[Option, ...]] = (*(o for o in OPTIONS if o.name in _OF_LISTS), _GROUP_BY)

    def _arrangement(self, keys: tuple[str, ...], options: dict[str, Any]) -> Arrangement:
        return Arrangement(sort=(Sorting("date"),), group_by=options.get("group-by", ("year",)))

    def _dependency(
        self, kinds: tuple[str, ...], keys: tuple[str, ...], options: dict[str, Any]
    ) -> ListDependency:
        dependency = super()._dependency(kinds, keys, options)
        return CountDependency(dependency.query, dependency.arrangement)

    def _nodes(
        self,
        kinds: tuple[str, ...],
        options: dict[str, Any],
        dependency: ListDependency,
        arranged: tuple[Group, ...] | tuple[Item, ...],
    ) -> list[Node]:
        counts = count(arranged, dependency.arrangement.group_by, dependency.arrangement.group_order)
        words = self.domain.rendering.words
        chart = _chart(counts, words)
        name = options.get("name")
        heading = self.heading(options, slug(nodes.make_id(name)) if name else self.name)
        node = vitae_chart(
            chart=dataclasses.asdict(chart),
            title=words(_TITLES[counts.fields[0]]),  # or its caption, once this is translated
            summary=self._summary(chart),
            classes=options.get("class", "").split(),
        )
        node += _table(chart, counts.fields, words)
        self.set_source_info(node)
        return [*heading, node]

    def _summary(self, chart: Chart) -> str:
        """A one-line summary of the chart."""
        words = self.domain.rendering.words
        most = max(chart.totals)
        # Translators: the description of a chart, as in "48 papers. Most: 2023, 9."
        return words("{total}. Most: {name}, {number}.").format(
            total=words.counted(self.kind, sum(chart.totals)),
            name=chart.axis[chart.totals.index(most)],
            number=most,
        )


def _chart(counts: Counts, words: Words) -> Chart:
    """The counts, with each value replaced by its heading."""
    axis = tuple(words.heading(counts.fields[0], value) for value in counts.axis)
    series = tuple(words.heading(counts.fields[-1], value) for value in counts.series)
    return Chart(counts.fields[0], axis, series, counts.cells)


def _table(chart: Chart, fields: Sequence[str], words: Words) -> nodes.table:
    """The same numbers as a table. The field with more values becomes the rows, so that the table is narrow."""
    # Translators: the sum of a column
    total = words("Total")
    if not chart.series:
        rows = zip(chart.axis, chart.cells, strict=True)
        return _made((words(_FIELDS[fields[0]]), words.kind("publication", 2)), rows)
    cells = [(*row, sum(row)) for row in chart.cells]
    cells.append(tuple(map(sum, zip(*cells, strict=True))))
    down, across = (*chart.axis, total), (*chart.series, total)
    field = fields[0]
    if len(across) > len(down):
        down, across, field = across, down, fields[1]
        cells = list(zip(*cells, strict=True))
    return _made((words(_FIELDS[field]), *across), zip(down, cells, strict=True))


def _made(head: Sequence[str], rows: Iterable[tuple[str, Sequence[int]]]) -> nodes.table:
    cells = [(name, *map(str, numbers)) for name, numbers in rows]
    widths = [
        max(map(len, column)) + 2 for column in zip(head, *cells, strict=True)
    ]  # in characters, for plain text
    columns = [nodes.colspec(colwidth=width) for width in widths]
    columns[0]["stub"] = 1  # row headings
    head_and_body = nodes.thead("", _row(head)), nodes.tbody("", *map(_row, cells))
    group = nodes.tgroup("", *columns, *head_and_body, cols=len(head))
    return nodes.table("", group, classes=["vitae-counts", "colwidths-auto"])


def _row(cells: Iterable[str]) -> nodes.row:
    """A row of cells. Zeros get a class that makes them less prominent."""
    entries = (
        nodes.entry("", nodes.paragraph(cell, cell), classes=["vitae-nought"] if cell == "0" else [])
        for cell in cells
    )
    return nodes.row("", *entries)
