"""Parts of entries that are composed once, for the plain text of an entry and for its output in a format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sphinx_vitae.model import Record

from ..options import COMPACT, EntryOptions

__all__ = ["Composed"]

_Part = TypeVar("_Part")


class Composed:
    """Parts that one format has composed and that another has not taken yet.

    A part is forgotten when it is taken, so that a list of thousands of entries does not hold all of them.
    """

    def __init__(self) -> None:
        #: The options that parts depend on → name and kind → key of the record → the record and its part.
        self._parts: dict[tuple[Any, ...], dict[tuple[str, str], dict[str, tuple[Any, Any]]]] = {}
        #: The options of the last part, and the parts that depend on them.
        self._options: EntryOptions | None = None
        self._alike: dict[tuple[str, str], dict[str, tuple[Any, Any]]] = {}

    def part(self, name: str, record: Record, options: EntryOptions, compose: Callable[[], _Part]) -> _Part:
        """A part of an entry, which depends only on the record and on the options of the list."""
        if options is not self._options:
            self._options = options
            # Of the layouts, only the compact one matters. An entry page has another layout than its plain text.
            choices = (
                options.layout == COMPACT, options.names, options.max_authors, options.affiliations, options.show,
                options.hide, options.owner,
            )  # fmt: skip
            self._alike = self._parts.setdefault(choices, {})
        parts = self._alike.setdefault((name, record.kind), {})
        composed_for, part = parts.pop(record.key, (None, None))
        if composed_for is record:  # a part of an entry, in a group of one title, has the key of the entry
            made: _Part = part
            return made
        made = compose()
        parts[record.key] = (record, made)
        return made
