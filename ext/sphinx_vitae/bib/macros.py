"""Stage 2: ``@string`` macros and bare words → their values."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx_vitae.model import ProblemKind

from .calendars import is_month
from .raw import RawEntry, RawField
from .source import BibFile
from .vocabulary import MONTH_MACROS

__all__ = ["Macros"]

#: Bare words that are values in their own right.
_LITERALS = frozenset(("true", "false"))


class Macros:
    """The ``@string`` definitions of all files. A use sees the last one before it, else the first after."""

    def __init__(self) -> None:
        self._anywhere: dict[str, str] = {}
        self._before: dict[str, str] = dict(MONTH_MACROS)

    def collect(self, definitions: Iterable[RawEntry]) -> None:
        """First pass: what is defined anywhere."""
        for raw in definitions:
            for field in raw.fields:
                self._anywhere.setdefault(field.name.lower(), self.value(field, None, ""))

    def define(self, file: BibFile, raw: RawEntry) -> None:
        """Second pass: what is defined here, for the entries that follow."""
        for field in raw.fields:
            self._before[field.name.lower()] = self.value(field, file, "")

    def value(self, field: RawField, file: BibFile | None, key: str) -> str:
        """A field's value with its macros expanded; a word that is none stands for itself."""
        if not field.parts:
            return field.value
        return "".join(
            self._expanded(part.text, field, file, key) if part.bare else part.text for part in field.parts
        )

    def _expanded(self, word: str, field: RawField, file: BibFile | None, key: str) -> str:
        name = word.lower()
        value = self._before.get(name, self._anywhere.get(name))
        if value is not None:
            return value
        if file and name not in _LITERALS and not is_month(word):
            message = f"{field.name} is {word} without braces or quotes, and there is no @string of that name"
            line = file.line(field.start)
            file.report(ProblemKind.STRING_UNDEFINED, message, line, key, f"write {field.name} = {{{word}}}")
        return word
