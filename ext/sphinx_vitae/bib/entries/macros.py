"""``@string`` macros and bare words → their values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from sphinx_vitae.model import ProblemKind

from ..dates.months import is_month, sides_of
from ..syntax.bib_file import BibFile
from ..syntax.grammar import RawEntry, RawField
from ..vocabulary import MONTH_MACROS, words

__all__ = ["FIELDS_OF_MACROS", "Macros"]

#: The maximum length of a value that macros expand to. Each definition can double the previous one.
_LONGEST: Final = 10_000
#: The limit on the number of characters that macros generate: this many per character in the files, plus a
#: constant.
_FACTOR: Final = 20
_BESIDES: Final = 1_000_000
#: Bare words that are valid values.
_LITERALS = frozenset(("true", "false"))
#: Fields in which a bare word is probably a macro, which another file may define.
FIELDS_OF_MACROS: Final = words(
    """
    address author booktitle editor eventtitle institution journal journaltitle location organization publisher
    school series shortjournal
    """
)
#: What programs write instead of a value that is missing.
_PLACEHOLDERS: Final = frozenset(("none", "null", "nan"))
#: A name that only a macro has, such as those of the IEEE: "IEEE_M_SP".
_MACRO: Final = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+")
#: A number and a stray punctuation mark.
_NUMBER: Final = re.compile(r"(\d+)[.:]")
#: Up to this many undefined macros in a file are reported one by one.
_ONE_BY_ONE: Final = 3


class _Use(NamedTuple):
    """The use of a word that is not a macro."""

    word: str
    field: RawField
    key: str


class Macros:
    """The ``@string`` definitions of all files. Each use refers to the last definition above it, or else
    to the first one below it.
    """

    def __init__(self, size: int) -> None:
        self._left = _BESIDES + _FACTOR * size
        self._anywhere: dict[str, str] = {}
        self._before: dict[str, str] = dict(MONTH_MACROS)
        self._undefined: dict[BibFile, list[_Use]] = defaultdict(list)

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
            self._undefined[file].append(_Use(word, field, key))
        return word

    def report(self, file: BibFile) -> None:
        """Report the undefined words in a file: a single problem if many of them seem to be macros."""
        macros: dict[str, _Use] = {}
        for use in self._undefined[file]:
            in_field = use.field.name.lower() in FIELDS_OF_MACROS
            if len(use.field.parts) > 1 or in_field or _MACRO.fullmatch(use.word):
                macros.setdefault(use.word.lower(), use)
            elif use.field.name.lower() != "month" or sides_of(use.word):
                _report_word(file, use, _in_braces(use))
        if len(macros) > _ONE_BY_ONE:
            _report_many(file, list(macros.values()))
            return
        for use in macros.values():
            _report_macro(file, use)


def _report_word(file: BibFile, use: _Use, fix: str) -> None:
    message = f"{use.field.name} is {use.word} without braces or quotes, and no @string has that name"
    file.report(ProblemKind.STRING_UNDEFINED, message, file.line(use.field.start), use.key, fix)


def _in_braces(use: _Use) -> str:
    """What to write instead of a word that is not a macro."""
    if use.word.lower() in _PLACEHOLDERS:
        return "remove the field"
    number = _NUMBER.fullmatch(use.word)
    value = number[1] if number else use.word.strip("“”„")
    return f"write {use.field.name} = {{{value or use.word}}}"


def _report_macro(file: BibFile, use: _Use) -> None:
    name, word, line = use.field.name, use.word, file.line(use.field.start)
    if len(use.field.parts) == 1:
        macro = f"if it is a macro, add @string{{{word} = {{…}}}}, or check the file that defines it too"
        _report_word(file, use, f"write {name} = {{{word}}}; or, {macro}")
        return
    message = f"{name} uses @string {word}, which is not defined in the files checked"
    fix = f"add @string{{{word} = {{…}}}}, or check the file that defines it too"
    file.report(ProblemKind.STRING_UNDEFINED, message, line, use.key, fix)


def _report_many(file: BibFile, uses: Sequence[_Use]) -> None:
    shown = ", ".join(use.word for use in uses[:_ONE_BY_ONE])
    message = f"{len(uses)} @string macros are not defined in the files checked: {shown}, …"
    fix = "add their @string definitions, or check the file that contains them too"
    file.report(ProblemKind.STRING_UNDEFINED, message, file.line(uses[0].field.start), fix=fix)
