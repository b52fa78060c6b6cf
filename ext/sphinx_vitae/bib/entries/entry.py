"""Raw entries → entries with biblatex's names, with macros expanded and aliases resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from sys import intern
from typing import Final

from sphinx_vitae.model import ProblemKind

from ..syntax.bib_file import BibFile
from ..syntax.characters import squeeze
from ..syntax.grammar import RawEntry, RawField
from ..vocabulary import PROSE_FIELDS, canonical_field, canonical_type, is_known, written_name
from .duplicate_fields import report_duplicate
from .macros import Macros
from .misspelt_fields import report_misspelt

__all__ = ["Entry", "by_key", "expand"]


class Entry:
    """An entry whose ``fields`` have biblatex's names and plain values (LaTeX, without macros)."""

    __slots__ = ("fields", "file", "key", "raw", "type", "written", "written_key")

    def __init__(self, file: BibFile, raw: RawEntry) -> None:
        self.file = file
        self.raw = raw
        self.type = ""
        self.key = self.written_key = raw.key
        self.fields: dict[str, str] = {}
        self.written: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> int:
        return self.file.line(self.raw.start)

    def line_of(self, field: str, quoted: str = "") -> int:
        """The line of the field with this biblatex name, or of a quoted part of it, if the field contains
        that part unchanged; the entry's line if the field was inherited.
        """
        for raw in self.raw.fields:
            if canonical_field(raw.name) == field:
                return self.file.lines.of_part(raw.start, raw.end, quoted)
        return self.line

    def called(self, field: str) -> str:
        """The entry's own name for a field: ``journal`` if it uses that instead of ``journaltitle``."""
        return written_name(field, (raw.name for raw in self.raw.fields))

    def macros_in(self, field: str) -> list[str]:
        """The names of macros in the value of the field with this biblatex name."""
        for raw in self.raw.fields:
            if canonical_field(raw.name) == field:
                return [part.text for part in raw.parts if part.bare]
        return []

    def report(
        self, kind: ProblemKind, message: str, field: str = "", fix: str = "", quoted: str = ""
    ) -> None:
        """Add a problem to the file, at the line of a quoted part of a field, of the field, or of the entry."""
        line = self.line_of(field, quoted) if field else self.line
        self.file.report(kind, message, line, self.written_key, fix)


#: An empty line starts a new paragraph in prose fields. In other fields, it is white space, as in BibTeX.
_EMPTY_LINE: Final = re.compile(r"[ \t]*\r?\n(?:[ \t]*\r?\n)+")


def expand(file: BibFile, raw: RawEntry, macros: Macros, *, silent: bool = False) -> Entry:
    """The entry with its own fields, before inheritance.

    If a field is given twice, the first one counts. If a field occurs together with one of its aliases
    (``location`` and ``address``), the alias keeps its own name.

    :param silent: whether words that are not macros are valid values.
    """
    entry = Entry(file, raw)
    key = entry.key = entry.written_key = file.clean(raw.key, raw.start, "the key", raw.key)
    entry.type, implied = canonical_type(raw.type)
    written: list[tuple[str, str]] = []
    values: dict[str, str] = {}
    again: dict[str, list[tuple[RawField, str]]] = {}
    unknown: list[tuple[RawField, str]] = []
    for field in raw.fields:
        value = macros.value(field, None if silent else file, key) if field.parts else field.value
        given = field.name
        if file.suspect:
            given = file.clean(given, field.start, "the name of a field", key)
            value = file.clean(value, field.start, given, key)
        name = given.lower()
        if "\n" in value and name.partition("+")[0] in PROSE_FIELDS:
            value = _EMPTY_LINE.sub(r" \\par ", value.strip())
        value = squeeze(value)
        written.append((intern(given), value))  # the same few names occur in every entry
        if not name:  # without a name, there is no field; the missing name has been reported
            continue
        if name in values:
            again.setdefault(name, []).append((field, value))
            continue
        values[name] = value
        if not is_known(name):
            unknown.append((field, name))
    for name, others in again.items():
        if is_known(name):
            report_duplicate(file, raw, key, values[name], others)
    entry.written = tuple(written)
    if unknown:
        report_misspelt(file, raw, key, written, unknown)
    fields = entry.fields
    for name, value in values.items():
        if value:
            canonical = canonical_field(name)
            fields[canonical if canonical == name or not values.get(canonical) else name] = value
    if implied:
        fields.setdefault("type", implied)
    if "number" not in fields and fields.get("issue", "").isdigit():
        fields["number"] = fields.pop("issue")  # reference managers write the issue number here
    return entry


def by_key(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """Entries by key and by the other keys in their ``ids``; the first entry with a key wins."""
    found: dict[str, Entry] = {}
    others: dict[str, Entry] = {}
    for entry in entries:
        if entry.written_key:
            found.setdefault(entry.written_key, entry)
        if "ids" in entry.fields:
            for key in entry.fields["ids"].split(","):
                others.setdefault(key.strip(), entry)
    return {**others, **found}
