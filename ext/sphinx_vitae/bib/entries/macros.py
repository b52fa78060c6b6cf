"""``@string`` macros and bare words → their values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sphinx_vitae.model import ProblemKind

from ..dates.months import is_month
from ..syntax.bib_file import BibFile
from ..syntax.grammar import RawEntry, RawField
from ..vocabulary import MONTH_MACROS

__all__ = ["Macros"]

#: The maximum length of a value that macros expand to. Each definition can double the previous one.
_LONGEST: Final = 10_000
#: The limit on the number of characters that macros generate: this many per character in the files, plus a
#: constant.
_FACTOR: Final = 20
_BESIDES: Final = 1_000_000
#: Bare words that are valid values.
_LITERALS = frozenset(("true", "false"))


class Macros:
    """The ``@string`` definitions of all files. Each use refers to the last definition above it, or else
    to the first one below it.
    """

    def __init__(self, size: int) -> None:
        self._left = _BESIDES + _FACTOR * size
        self._anywhere: dict[str, str] = {}
        self._before: dict[str, str] = dict(MONTH_MACROS)

    def collect(self, definitions: Iterable[RawEntry]) -> None:
        """Collect all definitions, in a first pass."""
        for raw in definitions:
            for field in raw.fields:
                self._anywhere.setdefault(field.name.lower(), self.value(field, None, ""))

    def define(self, file: BibFile, raw: RawEntry) -> None:
        """Apply a definition to the entries that follow it, in a second pass."""
        for field in raw.fields:
            self._before[field.name.lower()] = self.value(field, file, "")

    def value(self, field: RawField, file: BibFile | None, key: str) -> str:
        """A field's value with macros expanded. A word that is not a macro is kept as its own value."""
        if not field.parts:
            return field.value
        pieces = [
            self._expanded(part.text, field, file, key) if part.bare else part.text for part in field.parts
        ]
        if len(pieces) == 1 and self._left > 0:
            self._left -= len(pieces[0])
            return pieces[0]
        length = sum(map(len, pieces))
        if self._left > 0 and (length <= _LONGEST or not any(part.bare for part in field.parts)):
            self._left -= length
            return "".join(pieces)
        if file:
            message = f"{field.name} is too long with its @string macros; their names are used"
            file.report(ProblemKind.STRING_LONG, message, file.line(field.start), key, "write shorter macros")
        return "".join(part.text for part in field.parts)

    def _expanded(self, word: str, field: RawField, file: BibFile | None, key: str) -> str:
        name = word.lower()
        value = self._before.get(name, self._anywhere.get(name))
        if value is not None:
            return value
        if file and name not in _LITERALS and not is_month(word):
            message = f"{field.name} is {word} without braces or quotes, and no @string has that name"
            line = file.line(field.start)
            file.report(ProblemKind.STRING_UNDEFINED, message, line, key, f"write {field.name} = {{{word}}}")
        return word
