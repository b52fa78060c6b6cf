"""Marks after names: which symbol represents which word, on every page of a site.

``equal`` is ``*`` and ``corresponding`` is ``†``, as in most journals. Any other word in an annotation
(``author+an``, biblatex manual §3.7) gets the next symbol, in the order in which words first appear in the
bibliography. A symbol that is part of a name is kept. Because its meaning is unknown, the same symbol is
not used for any word.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Final

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.catalogue.marks import OWN, Marks
from sphinx_vitae.model import N_, Person, Record

from ..language.translated_words import Words

__all__ = ["Signs", "legend"]

#: Words with a fixed symbol, and their meaning.
_USUAL: Final = {
    # Translators: the meaning of a symbol after names: these authors contributed equally
    "equal": ("*", N_("equal contribution")),
    # Translators: the meaning of a symbol after the name of the author who answers letters
    "corresponding": ("†", N_("corresponding author")),
}
_MORE: Final = "†‡§¶‖#"


class Signs:
    """The symbol for each word on a site."""

    def __init__(self, marks: Marks, words: Words) -> None:
        free = (sign for sign in _signs() if sign not in marks.signs)
        self._words = words
        self._signs = {"equal": "*"}
        for word in ("corresponding", *marks.words):
            if word not in self._signs:
                self._signs[word] = next(free)

    @property
    def by_word(self) -> Mapping[str, str]:
        """Word → symbol, in the order of a legend."""
        return self._signs

    def of(self, person: Person) -> str:
        """The symbols after a person's name, without duplicates."""
        signs = list(dict.fromkeys(self._signs.get(mark.casefold(), mark) for mark in _marks(person)))
        return (",".join if any(sign.isalnum() for sign in signs) else "".join)(signs)

    def meaning(self, person: Person) -> str:
        """The meaning of these symbols, if known."""
        known = dict.fromkeys(mark.casefold() for mark in _marks(person))
        return self._words.comma.join(self.means(mark) for mark in known if mark in self._signs)

    def means(self, word: str) -> str:
        """A word, as it is printed in a legend."""
        if word in _USUAL:
            return self._words(_USUAL[word][1])
        return word.replace("_", " ")


def _signs() -> Iterator[str]:
    """Symbols that every text font contains, then letters, then numbers."""
    yield from _MORE
    yield from string.ascii_lowercase
    yield from map(str, count(1))


def _marks(person: Person) -> Iterator[str]:
    return (mark for mark in person.marks if mark.casefold() != OWN)


def legend(records: Iterable[Record], catalogue: Catalogue, words: Words) -> list[tuple[str, str]]:
    """The symbols after the names in these records, and their meanings, for a legend above the list.

    Only names that are used as the author have symbols. Symbols that are part of names are omitted, because
    their meaning is unknown.
    """
    used: set[str] = set()
    for record in records:
        for person in record.people("author", "editor", "translator", "holder").persons:
            used.update(mark.casefold() for mark in person.marks)
    if not used:
        return []
    signs = Signs(catalogue.marks, words)
    return [(sign, signs.means(word)) for word, sign in signs.by_word.items() if word in used]
