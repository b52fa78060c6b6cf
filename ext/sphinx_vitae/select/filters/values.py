"""The values that a filter compares: equality, order, containment.

A missing field is an empty string. Strings are compared in folded form. If one side is a number, both sides
are compared as numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import NAME_FIELDS, Moment, NameList, Record, fold

from ..field_text import field_text

__all__ = [
    "SPECIAL",
    "Many",
    "Scalar",
    "Value",
    "contains",
    "equal",
    "field_value",
    "ordered",
    "texts",
    "truth",
    "unite",
]

Scalar = str | int | float | bool

#: A number on its own, and a number at the start of a string: ``2024-05``, ``12--34``, ``26(5)``.
_NUMBER: Final = re.compile(r"\s*([+-]?\d{1,15}(?:\.\d{1,15})?)\s*")
_LEADING: Final = re.compile(r"\s*([+-]?\d{1,15}(?:\.\d{1,15})?)(?!\w)")
_FALSE: Final = frozenset(("", "false", "no"))


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values.

    :param whole: the forms in which the whole list can be written as a single string.
    :param people: whether each part is a name, which some of its words are enough to match.
    """

    parts: tuple[Scalar, ...]
    whole: tuple[str, ...] = ()
    people: bool = False


Value = Scalar | Many


def field_value(record: Record, name: str) -> Value:
    """The value of a field in a record; an empty string if the record does not have the field.

    :param name: biblatex's name of the field, or one of `SPECIAL`.
    """
    if name in SPECIAL:
        return SPECIAL[name](record)
    if name in NAME_FIELDS:
        return _people(record.people(name))
    return field_text(record, name)


def _people(names: NameList) -> Many:
    """Each name in reading order; the whole list with names in either order, as in a bibliography."""
    reading = tuple(str(person) for person in names.persons)
    filed = tuple(
        person.literal
        or ", ".join(part for part in (f"{person.prefix} {person.family}".strip(), person.given) if part)
        for person in names.persons
    )
    return Many(reading, (" and ".join(filed), " and ".join(reading)), people=True)


def _moment(part: Callable[[Moment], int]) -> Callable[[Record], Value]:
    def value(record: Record) -> Value:
        moment = (record.date.start or record.date.end) if record.date else None
        return (part(moment) or "") if moment else ""

    return value


def _year(record: Record) -> Value:
    return "" if record.date is None or record.date.year is None else record.date.year


#: Fields whose value is not just their text, and ``type`` and ``key``, which are not fields of an entry.
SPECIAL: Final[Mapping[str, Callable[[Record], Value]]] = {
    "type": lambda record: Many((record.type, record.written_type.lower()), (record.type,)),
    "key": lambda record: Many((record.key, record.written_key), (record.key,)),
    "title": lambda record: str(record.own_title),
    "keywords": lambda record: Many(record.keywords, (", ".join(record.keywords),)),
    "selected": lambda record: record.selected,
    "pubstate": lambda record: record.status,
    "status": lambda record: record.status or str(record.text("status")),
    "year": _year,
    "month": _moment(lambda moment: moment.month),
    "day": _moment(lambda moment: moment.day),
}


def truth(value: Value) -> bool:
    """Whether a value is true: not empty, 0, False, ``false`` or ``no``."""
    if isinstance(value, Many):
        return bool(value.parts)
    return fold(value) not in _FALSE if isinstance(value, str) else bool(value)


def texts(value: Value) -> tuple[str, ...]:
    """The strings in which a regular expression is searched."""
    if isinstance(value, Many):
        return (*map(str, value.parts), *value.whole) or ("",)
    return (str(value).lower() if isinstance(value, bool) else str(value),)


def equal(one: Value, other: Value) -> bool:
    """Whether two values are equal. A list equals each of its parts, and any list with the same parts."""
    if isinstance(one, Many) and isinstance(other, Many):
        return all(_has(other, part) for part in one.parts) and all(_has(one, part) for part in other.parts)
    if isinstance(one, Many):
        return _has(one, other) or (not one.parts and other == "")
    if isinstance(other, Many):
        return equal(other, one)
    return _same(one, other)


def _has(many: Many, value: Value) -> bool:
    return any(equal(value, part) for part in (*many.parts, *many.whole))


def _same(one: Scalar, other: Scalar) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return truth(one) == truth(other)
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    mine, theirs = _number(one, _NUMBER), _number(other, _NUMBER)
    return mine is not None and mine == theirs


def _number(value: Scalar, pattern: re.Pattern[str]) -> float | None:
    if not isinstance(value, str):
        return value
    found = pattern.match(value) if pattern is _LEADING else pattern.fullmatch(value)
    return float(found[1]) if found else None


_ORDERS: Final[Mapping[str, Callable[[int], bool]]] = {
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
}


def ordered(one: Value, order: str, other: Value) -> bool:
    """Whether ``one < other`` (or ``<=``, …) is true; ``False`` if either is empty, or if only one of them is
    a number.
    """
    mine, theirs = _single(one), _single(other)
    if "" in (mine, theirs):
        return False
    strict = _NUMBER if isinstance(mine, str) and isinstance(theirs, str) else _LEADING
    numbers = _number(mine, strict), _number(theirs, strict)
    if numbers[0] is not None and numbers[1] is not None:
        return _ORDERS[order]((numbers[0] > numbers[1]) - (numbers[0] < numbers[1]))
    if not (isinstance(mine, str) and isinstance(theirs, str)):
        return False
    left, right = fold(mine), fold(theirs)
    return _ORDERS[order]((left > right) - (left < right))


def _single(value: Value) -> Scalar:
    if isinstance(value, Many):
        return value.whole[0] if value.whole else value.parts[0] if value.parts else ""
    return value


def contains(container: Value, value: Value) -> bool:
    """``value in container``: whether the value is a part of a list, words of a name, or a substring.

    If the value is a list, any of its parts is enough.
    """
    if isinstance(value, Many):
        return any(contains(container, part) for part in value.parts)
    if isinstance(container, Many):
        return _has(container, value) or (container.people and _names(container, str(value)))
    return fold(str(value)) in fold(str(container))


def _names(people: Many, words: str) -> bool:
    """Whether these words occur together in a name, in either order of its parts, as whole words."""
    wanted = f" {fold(words).replace(',', '').strip()} "
    names = (*map(str, people.parts), *people.whole[0].split(" and "))
    return any(wanted in f" {fold(name).replace(',', '')} " for name in names)


def unite(one: Value, sign: str, other: Value) -> Value:
    """``|`` and ``&`` of lists, or of booleans."""
    if isinstance(one, bool) or isinstance(other, bool):
        return (truth(one) or truth(other)) if sign == "|" else (truth(one) and truth(other))
    left, right = _many(one), _many(other)
    if sign == "&":
        return Many(tuple(part for part in left.parts if _has(right, part)))
    return Many((*left.parts, *(part for part in right.parts if not _has(left, part))))


def _many(value: Value) -> Many:
    if isinstance(value, Many):
        return value
    return Many(() if value == "" else (value,))
