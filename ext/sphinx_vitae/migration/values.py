"""The values of a file, of which each is used once; what nobody used is a leftover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .data import Plain
from .old_site import Leftover

__all__ = ["Values", "leftovers_of"]

_LONGEST: Final = 2_000
#: Values that say nothing.
_EMPTY: Final = frozenset(("", "#", "[]", "{}"))


class Values:
    """A dictionary of a file.

    :param file: below the old site.
    :param place: of the dictionary in the file: ``education[2].``
    """

    def __init__(self, value: Plain, file: str, place: str = "") -> None:
        self._data: dict[str, Plain] = value if isinstance(value, dict) else {}
        self.file, self.place = file, place
        self._used: set[str] = set()
        self._children: list[Values] = []

    def __bool__(self) -> bool:
        return bool(self._data)

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def names(self) -> list[str]:
        """The names of all values."""
        return list(self._data)

    def peek(self, name: str) -> str:
        """A text, which is not used by this."""
        value = self._data.get(name)
        return value.strip() if isinstance(value, str) else ""

    def text(self, *names: str) -> str:
        """The first text that is not empty under one of these names."""
        for name in names:
            value = self._data.get(name)
            if isinstance(value, str) and value.strip() not in _EMPTY:
                self._used.add(name)
                return value.strip()
        return ""

    def texts(self, *names: str) -> list[str]:
        """The texts of a list; a single text is a list of one."""
        for name in names:
            value = self._data.get(name)
            if isinstance(value, str) and value.strip() not in _EMPTY:
                self._used.add(name)
                return [value.strip()]
            if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
                self._used.add(name)
                return [each.strip() for each in value if each.strip()]
        return []

    def whole(self, name: str) -> Plain:
        """A value as it is, which is used by this."""
        self._used.add(name)
        return self._data.get(name, "")

    def child(self, name: str) -> Values:
        """A dictionary in this one; empty if there is none."""
        value = self._data.get(name)
        made = Values(value, self.file, f"{self.place}{name}.")
        if isinstance(value, dict):
            self._used.add(name)
            self._children.append(made)
        return made

    def children(self, name: str) -> list[Values]:
        """The dictionaries of a list in this one. Anything else in the list is a leftover."""
        value = self._data.get(name)
        if not isinstance(value, list) or not any(isinstance(each, dict) for each in value):
            return []
        self._used.add(name)
        made = [
            Values(
                each if isinstance(each, dict) else {"": each}, self.file, f"{self.place}{name}[{number}]."
            )
            for number, each in enumerate(value, 1)
        ]
        self._children += made
        return [each for each in made if "" not in each]

    def rename(self, name: str, other: str) -> None:
        """Give a value the name that it has elsewhere, if that is free."""
        if name in self._data and other not in self._data:
            self._data = {other if key == name else key: value for key, value in self._data.items()}

    def use(self, *names: str) -> None:
        """Take values whose meaning the new site has in another way."""
        self._used.update(names)

    def unused(self) -> Iterator[Leftover]:
        """What was not used, in the order of the file."""
        for name, value in self._data.items():
            if name not in self._used:
                yield from leftovers_of(value, self.file, f"{self.place}{name}")
        for child in self._children:
            yield from child.unused()


def leftovers_of(value: Plain, file: str, place: str) -> Iterator[Leftover]:
    """A value, one leftover for each text in it."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from leftovers_of(each, file, f"{place}.{name}")
    elif isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            value = ", ".join(each for each in value if each)
            yield from leftovers_of(value, file, place)
        else:
            for number, each in enumerate(value, 1):
                yield from leftovers_of(each, file, f"{place}[{number}]")
    elif str(value).strip() not in _EMPTY and str(value).strip() != "false":
        yield Leftover(file, place.rstrip("."), shortened(str(value).strip()))


def shortened(value: str) -> str:
    """A value for the report; a long one ends with its length."""
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}… ({len(value)} characters in all)"
