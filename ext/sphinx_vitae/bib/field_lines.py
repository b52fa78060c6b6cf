"""The line numbers of fields, which are looked up in the text of a file when a problem needs them.

Records only know the line of their entry. Most entries have no problems, so the lines of their fields are
neither computed nor stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sphinx_vitae.model import Problem

from .syntax.bib_file import BibFile
from .syntax.characters import cleaned
from .syntax.grammar import Landmarks, RawEntry
from .syntax.scanner import entries_within
from .vocabulary import canonical_field

__all__ = ["FieldLines"]


class _OpenFile:
    """A file in which lines are looked up. Each line is parsed only once, even if it contains many entries."""

    def __init__(self, name: str, content: bytes) -> None:
        self._file = BibFile(name, content)
        self._landmarks = Landmarks(self._file.text)
        self._entries: dict[int, dict[str, RawEntry]] = {}

    def line(self, line: int, key: str, field: str, place: str) -> int:
        """The line of a field, or of a part of its value, in the entry that has this key and starts on the given line;
        the given line if the entry itself does not have the field.
        """
        entries = self._entries_on(line)
        entry = entries.get(key) or next(iter(entries.values()), None)
        for written in entry.fields if entry else ():
            if canonical_field(written.name) == field:
                return self._file.lines.of_part(written.start, written.end, place)
        return line

    def _entries_on(self, line: int) -> dict[str, RawEntry]:
        if line not in self._entries:
            found = self._entries[line] = dict[str, RawEntry]()
            text, lines = self._file.text, self._file.lines
            start, end = lines.start_of(line), lines.start_of(line + 1)
            for entry in entries_within(text, self._landmarks, start, end if end > start else len(text)):
                found.setdefault(cleaned(entry.key)[0], entry)
        return self._entries[line]


class FieldLines:
    """Finds the lines of fields in bibliographies.

    :param files: file names, as in problems, and contents.
    """

    def __init__(self, files: Iterable[tuple[str, bytes]]) -> None:
        self._contents = dict(files)
        self._open: dict[str, _OpenFile] = {}

    def located(self, problem: Problem) -> Problem:
        """The problem, at the line of its field. An inherited field has the line of the entry."""
        if not problem.field or problem.file not in self._contents:
            return problem
        if problem.file not in self._open:
            self._open[problem.file] = _OpenFile(problem.file, self._contents[problem.file])
        line = self._open[problem.file].line(problem.line, problem.key, problem.field, problem.place)
        return replace(problem, line=line, field="", place="")
