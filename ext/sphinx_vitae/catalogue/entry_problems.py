"""Problems with entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sphinx_vitae.model import Problem, ProblemKind, Record, quoted

__all__ = ["entry_problem", "named_from", "without_consequences"]

#: Problems that a syntax error in the same entry may cause.
_CONSEQUENCES: Final = frozenset((ProblemKind.TITLE_MISSING, ProblemKind.FIELD_MISSING))


def entry_problem(kind: ProblemKind, record: Record, message: str, fix: str = "", field: str = "") -> Problem:
    """A problem with an entry, identified by its key in the file.

    :param field: the biblatex name of the field that is wrong. `FieldLines` finds its line.
    """
    key = record.written_key if record.written_type else record.key
    return Problem(kind, message, record.source.file, record.source.line, key, fix, field)


def named_from(other: Record, here: Record) -> str:
    """A reference to another entry in a message: its key and its location."""
    source = other.source
    place = f"line {source.line}" if source.file == here.source.file else f"{source.file}:{source.line}"
    if other.written_type and not other.written_key:
        return f"the entry without a key ({place})"
    return f"{quoted(other.written_key or other.key)} ({place})"


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those that say that a field is missing from an entry whose syntax is wrong."""
    found = list(problems)
    broken = {(each.file, each.key) for each in found if each.kind is ProblemKind.SYNTAX and each.key}
    return [each for each in found if each.kind not in _CONSEQUENCES or (each.file, each.key) not in broken]
