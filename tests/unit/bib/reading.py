"""How the tests of this folder read a bibliography."""

from __future__ import annotations

from sphinx_vitae.bib import read
from sphinx_vitae.model import Problem, ProblemKind, Record

__all__ = ["entry", "kinds_of", "records_of"]


def records_of(text: str) -> tuple[dict[str, Record], tuple[Problem, ...]]:
    """The records of one file by key, and its problems."""
    records, problems = read([("refs.bib", text.encode())])
    return {record.key: record for record in records}, problems


def entry(fields: str, entry_type: str = "misc") -> Record:
    """The record of one entry, whatever is wrong with it."""
    records, _ = read([("refs.bib", f"@{entry_type}{{k, {fields}}}".encode())])
    return records[0]


def kinds_of(problems: tuple[Problem, ...]) -> list[ProblemKind]:
    return [problem.kind for problem in problems]
