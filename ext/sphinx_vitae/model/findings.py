"""What is wrong with the values of the configuration, in words that are the same for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final, TypeGuard

from .problem import Problem, ProblemKind

__all__ = ["LEFT_OUT", "Findings", "is_name", "is_text", "listed", "shown", "texts_among"]

LEFT_OUT: Final = "it was left out"
_LONGEST: Final = 160


class Findings:
    """What is wrong with one value of the configuration.

    :param name: of the value, as conf.py has it.
    :param default: that is used where nothing of the value is right.
    """

    def __init__(self, name: str, default: object) -> None:
        self.problems: list[Problem] = []
        self._name = name
        self._default = default

    def wrong(self, value: object, allowed: str) -> None:
        """The value is not as it has to be."""
        self._note(f"is {shown(value)}; {allowed}", f"the default, {self._default!r}, was used")

    def part(self, value: object, where: str, allowed: str, fix: str = LEFT_OUT) -> None:
        """A part of the value is not as it has to be."""
        self._note(" ".join(f"has {shown(value)} {where}".split()) + f"; {allowed}", fix)

    def unknown(self, key: object, known: Iterable[str], where: str, takes: str) -> None:
        """A dictionary has a key that nobody reads."""
        known = list(known)
        near = get_close_matches(key, known, n=1) if isinstance(key, str) else []
        meant = f"did you mean {near[0]!r}? " if near else ""
        self.part(key, where, f"{takes} {listed(known)}", f"{meant}{LEFT_OUT}")

    def _note(self, message: str, fix: str) -> None:
        self.problems.append(Problem(ProblemKind.CONFIG, f"{self._name} {message}", fix=fix))


def shown(value: object) -> str:
    """The value as a person wrote it, on one line that can be read."""
    try:
        text = " ".join(repr(value).split())
    except Exception:  # a value may fail to print itself, as an integer of many thousand digits does
        text = f"a value of type {type(value).__name__}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def listed(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in words)


def is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def is_name(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and any(character.isalnum() for character in value)


def texts_among(value: object, found: Findings, where: str) -> tuple[str, ...]:
    """The texts in a list, with what is none noted."""
    if isinstance(value, str):
        value = [value]
    elif not isinstance(value, (list, tuple)):
        found.part(value, where, "it takes a list of texts")
        return ()
    for item in value:
        if not is_text(item):
            found.part(item, where, "it takes a list of texts")
    return tuple(item.strip() for item in value if is_text(item))
