"""The marks after names: words from annotations, and symbols that are part of the names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import Record

__all__ = ["OWN", "Marks", "marks_of"]

#: The annotation for the owner's name, which is shown by emphasis instead of a symbol.
OWN: Final = "me"
#: Two consecutive letters make a word; anything shorter was a superscript.
_WORD: Final = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Marks:
    """A site's marks.

    :param words: words from annotations (``author+an``, biblatex manual §3.7), in the order of their first
        occurrence.
    :param signs: symbols that are part of names.
    """

    words: tuple[str, ...]
    signs: frozenset[str]


def marks_of(records: Iterable[Record]) -> Marks:
    """All marks in these records."""
    words: dict[str, None] = {}
    signs: set[str] = set()
    for record in records:
        for names in record.names.values():
            for person in names.persons:
                for mark in person.marks:
                    if _WORD.search(mark):
                        words.setdefault(mark.casefold())
                    else:
                        signs.add(mark)
    words.pop(OWN, None)
    return Marks(tuple(words), frozenset(signs))
