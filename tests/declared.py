"""Lists of words in messages, made from the declarations of the words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any


def words(declared: Iterable[str]) -> str:
    """``year, type, venue``, as messages about options have them."""
    return ", ".join(declared)


def quoted(declared: Iterable[str]) -> str:
    """``'a4', 'letter'``, as messages about settings have them."""
    return ", ".join(map(repr, declared))


def keys(kind: type[Any]) -> str:
    """The keys of a dictionary in conf.py that becomes an object of this class."""
    return quoted(field.name.replace("_", "-") for field in dataclasses.fields(kind))


def options(directive: type[Any]) -> str:
    """The options of a directive."""
    return words(option.name for option in directive.takes)
