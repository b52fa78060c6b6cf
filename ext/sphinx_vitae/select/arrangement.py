"""Sorting and grouping the selected records. All functions are pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sphinx_vitae.model import PUBLICATION_GROUPS, Record, Talk, fold

from .field_text import field_text
from .statuses import UNPUBLISHED

__all__ = [
    "GROUPINGS",
    "Arrangement",
    "Group",
    "Item",
    "Sorting",
    "arrange",
    "group_values",
    "items",
    "parse_sort",
    "sort_fields",
    "value_of",
]

GROUPINGS: Final = ("year", "type", "venue", "keyword", "status", "title", "none")


@dataclass(frozen=True, slots=True)
class Sorting:
    """A field to sort by, and the direction."""

    field: str
    descending: bool = False


_NEWEST: Final = (Sorting("date", descending=True),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """How the records of a list are sorted, grouped and limited.

    :param group_by: for each level of groups, a field of `GROUPINGS`.
    :param group_order: values of groups at any level, folded; these groups come first, in this order.
    :param limit: the maximum number of records; 0 means no limit.
    """

    sort: tuple[Sorting, ...] = _NEWEST
    group_by: tuple[str, ...] = ()
    group_order: tuple[str, ...] = ()
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A record with its position in the list."""

    record: Record


@dataclass(frozen=True, slots=True)
class Group:
    """Records with the same ``value`` in ``field``; the value is empty if they do not have one."""

    field: str
    value: str
    members: tuple[Group, ...] | tuple[Item, ...]


def arrange(records: Sequence[Record], arrangement: Arrangement) -> tuple[Group, ...] | tuple[Item, ...]:
    """Sort, limit and group records, in the order in which the list is read and numbered.

    :returns: groups, nested by level; items if there is no grouping.
    """
    found = _sorted(records, arrangement.sort)
    if arrangement.limit:
        found = found[: arrangement.limit]

    def grouped(members: list[Record], fields: tuple[str, ...]) -> tuple[Group, ...] | tuple[Item, ...]:
        if not fields:
            return tuple(Item(record) for record in members)
        return tuple(
            Group(fields[0], value, grouped(part, fields[1:]))
            for value, part in _partition(members, fields[0], arrangement)
        )

    return grouped(found, tuple(field for field in arrangement.group_by if field != "none"))


def items(members: Iterable[Group | Item]) -> Iterator[Item]:
    """All items of nested groups, in reading order."""
    for member in members:
        if isinstance(member, Item):
            yield member
        else:
            yield from items(member.members)


def _sorted(records: Sequence[Record], sort: tuple[Sorting, ...]) -> list[Record]:
    """A total, stable order. Ties are broken by the order of files and entries."""
    found = sorted(records, key=lambda record: record.position) if sort else list(records)
    for sorting in reversed(sort):
        key = _sort_key(sorting)
        found.sort(key=key, reverse=sorting.descending)
    return found


def _sort_key(sorting: Sorting) -> Callable[[Record], Any]:
    if sorting.field == "date":
        return lambda record: _date_key(record, descending=sorting.descending)
    value = _VALUES.get(sorting.field) or (lambda record: _field_value(record, sorting.field))

    def key(record: Record) -> Any:
        found = value(record)
        # Records without a value come last in both directions.
        return (bool(found) == sorting.descending, *_comparable(found))

    return key


def _date_key(record: Record, *, descending: bool) -> tuple[Any, ...]:
    """The key for sorting by end, then start.

    Without a date, unpublished works count as the newest; other records come last.
    """
    if record.date is None or record.date.year is None:
        newest = record.status in UNPUBLISHED
        return (2 if newest else 0 if descending else 3, (), ())
    return (1, record.date.last, record.date.first)


def _comparable(value: str) -> tuple[int, int, str]:
    """A key that sorts numbers before words, in numerical order."""
    text = fold(value)
    return (0, int(text), "") if text.isdecimal() and len(text) < 20 else (1, 0, text)


def _names(record: Record, field: str) -> str:
    return ", ".join(
        person.literal or " ".join((person.family, person.given)) for person in record.people(field).persons
    )


def _field_value(record: Record, field: str) -> str:
    if field in record.names:
        return _names(record, field)
    return field_text(record, field)


def _year(record: Record) -> str:
    return str(record.date.year) if record.date and record.date.year is not None else ""


def _type(record: Record) -> str:
    return record.groups[0] if record.groups else record.type


def _venue(record: Record) -> str:
    """The venue tag without its year, or else the venue's shortest name."""
    if isinstance(record, Talk):
        return str(record.event or record.host)
    return str(record.text("abbr", "shortjournal", "journaltitle", "eventtitle", "booktitle"))


_VALUES: Final[dict[str, Callable[[Record], str]]] = {
    "year": _year,
    "title": lambda record: str(record.own_title),
    "author": lambda record: _names(record, "author") or _names(record, "editor"),
    "venue": _venue,
    "type": _type,
    "status": lambda record: record.status,
    "key": lambda record: record.key,
    "keyword": lambda record: record.keywords[0] if record.keywords else "",
}


def value_of(record: Record, field: str) -> str:
    """The value by which a record is grouped; empty if it does not have one.

    :param field: one of `GROUPINGS`.
    """
    return _VALUES[field](record)


def _partition(
    records: list[Record], field: str, arrangement: Arrangement
) -> Iterator[tuple[str, list[Record]]]:
    """The groups of a level with their records; each record is in exactly one group.

    Groups come in the order of their first record, years in numerical order. Values that fold to the same
    text form one group, with the spelling of its first record.
    """
    order = {value: n for n, value in enumerate(dict.fromkeys(arrangement.group_order))}
    groups: dict[str, tuple[str, list[Record]]] = {}
    for record in records:
        value = _keyword(record, order) if field == "keyword" else _VALUES[field](record)
        groups.setdefault(fold(value), (value, []))[1].append(record)
    values = list(groups)
    if field == "year":
        values = _in_order_of_years(groups, arrangement.sort)
    else:
        values.sort(key=lambda value: _rank(field, value))
    values.sort(key=lambda value: order.get(value, len(order)))
    for value, members in (groups[value] for value in values):
        # Occasions are sorted from newest to oldest, regardless of how their titles are sorted.
        yield value, _sorted(members, _NEWEST) if field == "title" else members


def _in_order_of_years(groups: dict[str, tuple[str, list[Record]]], sort: tuple[Sorting, ...]) -> list[str]:
    ascending = any(s.field in {"date", "year"} and not s.descending for s in sort)
    dated = sorted((value for value in groups if value), key=int, reverse=not ascending)
    if "" not in groups:
        return dated
    unpublished = any(record.status in UNPUBLISHED for record in groups[""][1])
    return ["", *dated] if unpublished and not ascending else [*dated, ""]


def _keyword(record: Record, order: dict[str, int]) -> str:
    """The keyword under which a work is grouped: the first one in the group order, or else its first keyword."""
    ordered = [keyword for keyword in record.keywords if fold(keyword) in order]
    if ordered:
        return min(ordered, key=lambda keyword: order[fold(keyword)])
    return record.keywords[0] if record.keywords else ""


def _rank(field: str, value: str) -> tuple[bool, int]:
    """The rank of a group.

    Types have a fixed order; other groups keep their order, except that the group without a value comes last.
    """
    if field == "type" and value in PUBLICATION_GROUPS:
        return False, PUBLICATION_GROUPS.index(value)
    return not value, len(PUBLICATION_GROUPS)


def group_values(records: Sequence[Record], arrangement: Arrangement) -> list[tuple[str, str]]:
    """The groups that a list has, or could have with another group order, because a work can be under any of
    its keywords.

    :returns: fields and values.
    """
    found: dict[tuple[str, str], tuple[str, str]] = {}
    shown = _sorted(records, arrangement.sort)[: arrangement.limit or None]
    for field in arrangement.group_by:
        for record in shown if field != "none" else ():
            several = record.keywords if field == "keyword" else ()
            for value in several or (_VALUES[field](record),):
                found.setdefault((field, fold(value)), (field, value))
    return list(found.values())


def sort_fields(records: Iterable[Record]) -> list[str]:
    """The names of the fields by which these records can be sorted."""
    found = {"date", *_VALUES}
    for record in records:
        found.update(record.fields)
        found.update(record.names)
    return sorted(name for name in found if "+" not in name)


def parse_sort(text: str) -> tuple[Sorting, ...]:
    """``-year, title`` → fields and directions. Whether the fields exist is not checked here."""
    parts = [part.strip().lower() for part in text.split(",") if part.strip()]
    return tuple(Sorting(part.removeprefix("-").strip(), part.startswith("-")) for part in parts)
