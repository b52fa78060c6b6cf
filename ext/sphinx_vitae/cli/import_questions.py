"""The questions that an import asks in a terminal: write all changes, each of them, or none."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_vitae.imports import Change
from sphinx_vitae.model import printable

from .import_report import one_line

__all__ = ["chosen"]


def chosen(changes: Sequence[Change]) -> tuple[list[Change], bool]:
    """The changes that the user accepts, and whether to write anything.

    After "none", the next import asks again. A "no" to a single change is remembered.
    """
    safe = [change for change in changes if change.safe]
    proposed = [change for change in changes if not change.safe]
    accepted: list[Change] = []
    if safe:
        answer = _answer("Write these changes? [all/each/none] ", ("all", "each", "none"))
        if answer == "none":
            return [], False
        accepted = safe if answer == "all" else _each(safe, "Write it?")
    if proposed:
        print("The following changes would replace what you wrote.")
        accepted += _each(proposed, "Accept it?")
    return accepted, True


def _each(changes: Sequence[Change], question: str) -> list[Change]:
    accepted: list[Change] = []
    for number, change in enumerate(changes):
        print(printable(one_line(change)))
        answer = _answer(f"{question} [yes/no/all/none] ", ("yes", "no", "all", "none"))
        if answer == "all":
            return [*accepted, *changes[number:]]
        if answer == "none":
            return accepted
        if answer == "yes":
            accepted.append(change)
    return accepted


def _answer(question: str, words: Sequence[str]) -> str:
    while True:
        written = input(question).strip().lower()
        found = [word for word in words if written and word.startswith(written)]
        if found:  # "no" comes before "none"
            return found[0]
        print(f"write {', '.join(words[:-1])} or {words[-1]}")
