"""Counts for charts: the number of records for each value, or for each pair of values.

All functions are pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import PUBLICATION_GROUPS, fold

from .arrangement import Group, Item, items
from .statuses import STATUSES

__all__ = ["COUNTED", "VALUE_ORDERS", "YEARS", "Counts", "count"]

#: Fields to count by: those of `sphinx_vitae.select.GROUPINGS` whose values several records share.
COUNTED: Final = ("year", "type", "venue", "keyword", "status")
#: Years without records are omitted if the range is longer than this.
YEARS: Final = 60
#: Fields whose values have a fixed order (an empty status is "published"); other values are sorted by size.
VALUE_ORDERS: Final[dict[str, tuple[str, ...]]] = {"type": PUBLICATION_GROUPS, "status": ("", *STATUSES[1:])}


@dataclass(frozen=True, slots=True)
class Counts:
    """A table of numbers.

    :param fields: one or two of `COUNTED`: the one on the axis, and the one for the series.
    :param axis: values of the first field (see `sphinx_vitae.select.arrangement.value_of`).
    :param series: values of the second field; empty if there is only one field.
    :param cells: for each value on the axis, the number for each series, or a single number.
    """

    fields: tuple[str, ...]
    axis: tuple[str, ...]
    series: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]


def count(groups: Iterable[Group | Item], fields: tuple[str, ...], order: Sequence[str] = ()) -> Counts:
    """Count records that are grouped by one or two fields.

    Years ascend, without gaps unless there are too many; types and statuses are in their fixed order; other
    values are sorted by size.

    :param order: values of either field, folded, which come first.
    """
    numbers: Counter[tuple[str, str]] = Counter()
    axis: dict[str, str] = {}  # folded value → as first written
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
    """The values: first those in *order*, then the others in the order of the field, then the empty value."""
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
    """The years, including those without records in between, unless there are too many of them, or an order
    is given.
    """
    dated = [int(year) for year in years if year]
    if not dated or dated[-1] - dated[0] >= YEARS or set(years) & set(order):
        return years
    return [*map(str, range(dated[0], dated[-1] + 1)), *(year for year in years if not year)]
