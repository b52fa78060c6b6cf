"""Names in print: their form, whose they are, and which of many are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import Person

__all__ = ["Hidden", "Name", "marks_of", "print_name", "shorten"]

_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
#: Annotations that have a sign of their own; any other sign stands as it was written.
_SIGNS: Final = {"equal": "*", "corresponding": "†"}


@dataclass(frozen=True, slots=True)
class Name:
    """One name in print; ``me`` for the owner, ``marks`` behind it."""

    text: str
    me: bool = False
    marks: str = ""
    url: str = ""

    @property
    def names(self) -> tuple[Name, ...]:
        """The names that hide behind this one: none, as opposed to `Hidden`."""
        return ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Names in the middle of a long list that only show when asked for."""

    names: tuple[Name, ...]


def print_name(person: Person, form: str) -> str:
    """A name as ``full`` (Guyue Huang), ``initials`` (G. Huang) or ``family-initials`` (Huang G.).

    Chinese, Japanese and Korean names stand family first, without a space, in any form. An initial
    stands for each word of the given names, and keeps a hyphen: Po-An is P.-A.
    """
    if person.literal or not person.given:
        return str(person)
    family = " ".join(part for part in (person.prefix, person.family) if part)
    if _CJK.search(person.family):
        return family + person.given
    suffix = f" {person.suffix}" if person.suffix else ""
    if form == "full":
        return f"{person.given} {family}{suffix}"
    initials = " ".join(_initials(word) for word in person.given.split())
    return f"{initials} {family}{suffix}" if form == "initials" else f"{family}{suffix} {initials}"


def _initials(word: str) -> str:
    return "-".join(f"{part[0]}." for part in word.split("-") if part.strip("."))


def marks_of(person: Person) -> str:
    """The signs behind a name: those of its annotations, and those that were written."""
    return "".join(_SIGNS.get(mark, "" if mark.isalpha() else mark) for mark in person.marks)


def shorten(names: Sequence[Name], limit: int) -> list[Name | Hidden]:
    """The names of a list in order, those beyond *limit* hidden; 0 hides none.

    The first ones, the last and the owner are never hidden, and never one name alone: it would take
    less room than saying so.
    """
    if not limit or len(names) <= limit:
        return list(names)
    shown = {n for n, name in enumerate(names) if n < max(limit - 1, 1) or n == len(names) - 1 or name.me}
    return _folded(names, shown)


def _folded(printed: Sequence[Name], shown: set[int]) -> list[Name | Hidden]:
    folded: list[Name | Hidden] = []
    run: list[Name] = []
    for n, name in enumerate(printed):
        if n not in shown:
            run.append(name)
            continue
        folded.extend([Hidden(tuple(run))] if len(run) > 1 else run)
        run = []
        folded.append(name)
    return folded
