"""The ``table`` layout: a list of activities as a table, with a row for each activity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_vitae.model import N_, Record
from sphinx_vitae.render import Words, print_date

from ..doctree.text_nodes import text_nodes

if TYPE_CHECKING:
    from docutils.nodes import Node

__all__ = ["table_of"]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column after the first: its heading, and its content for a record, which has no nodes if it is empty."""

    heading: str
    cell: Callable[[Record, Words], Sequence[Node]]


def _field(name: str) -> Callable[[Record, Words], Sequence[Node]]:
    return lambda record, words: text_nodes(record.text(name))


def _date(record: Record, words: Words) -> Sequence[Node]:
    printed = print_date(record.date, words, "days", alone=True).text
    return [nodes.Text(printed)] if printed else []


#: Columns that are shown if they are not empty for all records.
_COLUMNS: Final = (
    # Translators: the head of a column with roles in projects, such as "investigator"
    _Column(N_("Role"), _field("role")),
    # Translators: the head of a column with the amounts of grants, such as "€ 120,000"
    _Column(N_("Amount"), _field("amount")),
    # Translators: the head of a column with numbers, such as those of courses
    _Column(N_("No."), _field("number")),
    _Column(N_("Date"), _date),
)
#: The widths of columns in characters, for plain text.
_FIRST: Final = 44
_LEAST: Final = 6


def table_of(
    kind: str, rows: Iterable[tuple[Record, Node]], words: Words, classes: Sequence[str] = ()
) -> nodes.table:
    """Create a table with these entries.

    :param kind: the kind of activity, whose name is the first heading.
    :param rows: each record, with the node of the entry for the first cell.
    """
    rows = list(rows)
    cells = [[column.cell(record, words) for column in _COLUMNS] for record, _ in rows]
    shown = [n for n in range(len(_COLUMNS)) if any(row[n] for row in cells)]
    head = _row(
        [[nodes.Text(words.kind(kind, 1))], *([nodes.Text(words(_COLUMNS[n].heading))] for n in shown)]
    )
    body = []
    for (_, entry), row in zip(rows, cells, strict=True):
        made = _row([row[n] for n in shown])
        made.insert(0, nodes.entry("", entry))
        body.append(made)
    widths = [
        max(_LEAST, *(len("".join(part.astext() for part in row[n])) for row in cells)) + 2 for n in shown
    ]
    columns = [nodes.colspec(colwidth=width) for width in (_FIRST, *widths)]
    group = nodes.tgroup("", *columns, nodes.thead("", head), nodes.tbody("", *body), cols=len(columns))
    return nodes.table("", group, classes=["vitae-table", "colwidths-auto", *classes])


def _row(cells: Iterable[Sequence[Node]]) -> nodes.row:
    return nodes.row(
        "", *(nodes.entry("", *([nodes.paragraph("", "", *cell)] if cell else [])) for cell in cells)
    )
