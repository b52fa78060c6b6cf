"""Problems with entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from sphinx_vitae.bib.fields.text_fields import EMPTY_ENTRY
from sphinx_vitae.model import Problem, ProblemKind, Record, quoted

__all__ = ["empty_entries", "entry_problem", "named_from", "without_consequences"]

#: Problems that another problem with the same entry may cause.
_MISSING: Final = frozenset((ProblemKind.TITLE_MISSING, ProblemKind.FIELD_MISSING))
_CONSEQUENCES: Final = {
    ProblemKind.SYNTAX: _MISSING | {ProblemKind.FIELD_DUPLICATE},
    ProblemKind.CROSSREF_UNKNOWN: _MISSING,
}
#: If at least this many entries in a file are empty, a single problem reports it, with the first keys.
_MANY: Final = 4
_FIRST: Final = 3


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
    """The problems without those that say that a field is missing from an entry, or given twice, because its
    syntax is wrong, or because its parent is unknown.
    """
    found = list(problems)
    caused = {
        (each.file, each.key, kind)
        for each in found
        if each.key and each.kind in _CONSEQUENCES
        for kind in _CONSEQUENCES[each.kind]
    }
    return [each for each in found if (each.file, each.key, each.kind) not in caused]


def empty_entries(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems. Many empty entries in a file are one problem, at the first of them."""
    empty: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        if each.kind is ProblemKind.TITLE_MISSING and each.message == EMPTY_ENTRY:
            empty[each.file].append(each)
    for each in problems:
        group = (
            empty[each.file] if each.kind is ProblemKind.TITLE_MISSING and each.message == EMPTY_ENTRY else []
        )
        if len(group) < _MANY:
            yield each
        elif each is group[0]:
            keys = ", ".join(quoted(one.key) for one in group[:_FIRST])
            message = f"{len(group)} entries are empty: {keys}, …"
            yield replace(each, message=message, key="", fix="fill them in, or remove them")
