"""Counts: how many records a chart has to show, of each value or pair of values. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import PUBLICATION_GROUPS, fold

from .arrangement import Group, Item, items
from .statuses import STATUSES

__all__ = ["COUNTED", "VALUE_ORDERS", "YEARS", "Counts", "count"]

#: What can be counted by: `sphinx_vitae.select.GROUPINGS` with values that several records share.
COUNTED: Final = ("year", "type", "venue", "keyword", "status")
#: Over more years, those without a record are left out.
YEARS: Final = 60
#: Fields whose values have an order of their own; a work without a status is published. Other values stand by size.
VALUE_ORDERS: Final[dict[str, tuple[str, ...]]] = {"type": PUBLICATION_GROUPS, "status": ("", *STATUSES[1:])}


@dataclass(frozen=True, slots=True)
class Counts:
    """A table of numbers.

    :param fields: one or two of `COUNTED`: that of the axis, and that of the series.
    :param axis: values of the first field, as of `sphinx_vitae.select.value_of`.
    :param series: values of the second field; none where there is no second.
    :param cells: for each value of the axis, the number of each series, or the one number.
    """

    fields: tuple[str, ...]
    axis: tuple[str, ...]
    series: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]


def count(groups: Iterable[Group | Item], fields: tuple[str, ...], order: Sequence[str] = ()) -> Counts:
    """Count what was grouped by these fields.

    Years ascend, without gaps unless they are many; types and statuses stand as in lists, anything else by size.

    :param order: values that stand first, folded, of either field.
    """
    numbers: Counter[tuple[str, str]] = Counter()
    axis: dict[str, str] = {}  # by what it folds to, as it is written first
    series: dict[str, str] = {}
    for group in groups:
        if isinstance(group, Group):
            row = fold(group.value)
            axis.setdefault(row, group.value)
            for member in group.members:
                inner = member.value if isinstance(member, Group) else ""
                series.setdefault(fold(inner), inner)
                numbers[row, fold(inner)] += sum(1 for _ in items((member,)))
    by_axis: Counter[str] = Counter()
    by_series: Counter[str] = Counter()
    for (row, column), number in numbers.items():
        by_axis[row] += number
        by_series[column] += number
    rows = _in_order(fields[0], axis, by_axis, order)
    columns = _in_order(fields[-1], series, by_series, order) if len(fields) > 1 else list(series.values())
    if fields[0] == "year":
        rows = _without_gaps(rows, order)
    cells = tuple(tuple(numbers[fold(row), fold(column)] for column in columns) for row in rows)
    return Counts(fields, tuple(rows), tuple(columns) if len(fields) > 1 else (), cells)


def _in_order(field: str, values: dict[str, str], sizes: Counter[str], order: Sequence[str]) -> list[str]:
    """The values: those of the order, then as the field has them, then what has no value."""
    first = {key: n for n, key in enumerate(dict.fromkeys(order))}
    known = VALUE_ORDERS.get(field, ())

    def rank(key: str) -> tuple[int, bool, bool, int]:
        value = values[key]
        if value in known:
            return first.get(key, len(first)), False, False, known.index(value)
        own = int(value or 0) if field == "year" else -sizes[key]
        return first.get(key, len(first)), not value, True, own

    return [values[key] for key in sorted(values, key=rank)]


def _without_gaps(years: list[str], order: Sequence[str]) -> list[str]:
    """With the years between them, unless these are many, or somebody put them into an order."""
    dated = [int(year) for year in years if year]
    if not dated or dated[-1] - dated[0] >= YEARS or set(years) & set(order):
        return years
    return [*map(str, range(dated[0], dated[-1] + 1)), *(year for year in years if not year)]
