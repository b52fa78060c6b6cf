"""Problems with settings, with the same wording for all settings."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final, TypeGuard

from .problem import Problem, ProblemKind

__all__ = ["LEFT_OUT", "SettingProblems", "is_name", "is_text", "listed", "shown", "texts_among"]

LEFT_OUT: Final = "it was ignored"
_LONGEST: Final = 160


class SettingProblems:
    """The problems with one setting.

    :param name: the name of the setting, as in conf.py.
    :param default: the value that is used if no part of the setting is valid.
    """

    def __init__(self, name: str, default: object) -> None:
        self.problems: list[Problem] = []
        self._name = name
        self._default = default

    def wrong(self, value: object, allowed: str) -> None:
        """Report that the whole value is invalid."""
        self._note(f"is {shown(value)}; {allowed}", f"the default, {self._default!r}, was used")

    def part(self, value: object, where: str, allowed: str, fix: str = LEFT_OUT) -> None:
        """Report that part of the value is invalid."""
        self._note(" ".join(f"contains {shown(value)} {where}".split()) + f"; {allowed}", fix)

    def unknown(
        self, key: object, known: Iterable[str], where: str, allowed: str = "the valid keys are"
    ) -> None:
        """Report an unknown key in a dictionary."""
        known = list(known)
        near = get_close_matches(key, known, n=1) if isinstance(key, str) else []
        meant = f"did you mean {near[0]!r}? " if near else ""
        self.part(key, where, f"{allowed} {listed(known)}", f"{meant}{LEFT_OUT}")

    def _note(self, message: str, fix: str) -> None:
        self.problems.append(Problem(ProblemKind.CONFIG, f"{self._name} {message}", fix=fix))


def shown(value: object) -> str:
    """A value as written, on one short line."""
    try:
        text = " ".join(repr(value).split())
    except Exception:  # repr can fail, for example for an integer of many thousand digits
        text = f"a value of type {type(value).__name__}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def listed(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in words)


def is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def is_name(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and any(character.isalnum() for character in value)


def texts_among(value: object, found: SettingProblems, where: str) -> tuple[str, ...]:
    """The strings in a list. Anything else in the list is reported."""
    if isinstance(value, str):
        value = [value]
    elif not isinstance(value, (list, tuple)):
        found.part(value, where, "it must be a list of strings")
        return ()
    for item in value:
        if not is_text(item):
            found.part(item, where, "it must be a list of strings")
    return tuple(item.strip() for item in value if is_text(item))
