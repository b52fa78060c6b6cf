"""The ``group-order`` option: names of groups → their values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sphinx_vitae.model import fold
from sphinx_vitae.render import english_heading
from sphinx_vitae.select import STATUSES, VALUE_ORDERS

__all__ = ["resolve_order"]

_PUBLISHED: Final = STATUSES[0]


def resolve_order(
    wanted: Sequence[str],
    there: Iterable[tuple[str, str]],
    group_by: Sequence[str],
    heading: Callable[[str, str], str],
) -> tuple[tuple[str, ...], list[str], list[str]]:
    """Find the values of groups, which can be given by value or by heading, in English or in the language of the
    site, because pages do not change with the language.

    :param wanted: values or headings, folded.
    :param there: the field and value of each group in the list.
    :param heading: field and value → heading.
    :returns: the values, folded; the words that do not match any group, which are kept because future
        entries may add such a group; and the headings of the groups in the list.
    """
    there = list(there)
    # Values that a group can have on any site, even if the list has no such group at present.
    possible = [(field, value) for field in group_by for value in VALUE_ORDERS.get(field, ())]
    values: dict[str, dict[str, None]] = {}
    for field, value in (*there, *possible):
        called = {fold(heading(field, value)), fold(english_heading(field, value)), fold(value)} - {""}
        for name in called | ({_PUBLISHED} if (field, value) == ("status", "") else set()):
            values.setdefault(name, {})[fold(value)] = None
    order = dict.fromkeys(value for word in wanted for value in values.get(word, {word: None}))
    names = list(dict.fromkeys(heading(field, value) for field, value in there))
    return tuple(order), [word for word in wanted if word not in values], names
