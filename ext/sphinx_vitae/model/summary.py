"""Summaries of long lists of problems: a few problems of each kind are kept, and the rest are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from .problem import Problem, ProblemKind

__all__ = ["summed_up"]

#: This many problems with the same code in one file are shown individually.
_ONE_BY_ONE: Final = 20
_NAMES: Final = 6


def summed_up(problems: Iterable[Problem], how: str) -> list[Problem]:
    """The problems, in order. For each code in each file, at most twenty problems are kept, and a final
    one gives the number of the others.

    Problems with private fields are combined into one note per file.

    :param how: how to see all of them, as in “``--verbose`` lists them”.
    """
    groups: dict[tuple[str, ProblemKind], list[Problem]] = defaultdict(list)
    result: list[Problem] = []
    for problem in problems:
        group = groups[problem.file, problem.kind]
        group.append(problem)
        if problem.kind is ProblemKind.FIELD_PRIVATE and problem.file:
            if len(group) == 1:
                result.append(problem)
        elif len(group) <= _ONE_BY_ONE or not problem.file:
            result.append(problem)
        elif len(group) == _ONE_BY_ONE + 1:
            result.append(problem)  # only keeps the place; the problems are counted below
    return [_summary(problem, groups[problem.file, problem.kind], how) for problem in result]


def _summary(problem: Problem, group: Sequence[Problem], how: str) -> Problem:
    if problem.kind is ProblemKind.FIELD_PRIVATE and len(group) > 1:
        names = dict.fromkeys(name for each in group for name in each.message.partition(":")[0].split(", "))
        shown = ", ".join(list(names)[:_NAMES]) + (", …" if len(names) > _NAMES else "")
        message = f"{len(group)} entries have private fields ({shown}), which are neither shown nor exported"
        return replace(problem, message=message, key="", fix=how)
    if problem.file and len(group) > _ONE_BY_ONE and problem is group[_ONE_BY_ONE]:
        more = len(group) - _ONE_BY_ONE
        message = f"{more} more problem{'s' if more > 1 else ''} of this kind in this file"
        return replace(problem, message=message, key="", fix=how)
    return problem
