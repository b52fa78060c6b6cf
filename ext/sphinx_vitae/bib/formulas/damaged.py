r"""Formulas in which an exporter took the beginning of a command for an accent: ``łeq`` is ``\leq``, ``ąppa`` is ``\kappa``."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

from .near import is_formula_command

__all__ = ["commands_restored"]

#: Combining character → LaTeX's command for it.
_ACCENTS: Final = {
    "\u0306": "u",
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0323": "d",
    "\u0327": "c",
    "\u0328": "k",
    "\u0331": "b",
    "\u0361": "t",
}
#: Letter → LaTeX's command for it.
_LETTERS: Final = {"ł": "l", "ø": "o", "ı": "i", "Ł": "L", "Ø": "O"}
_DAMAGED: Final = re.compile(
    rf"(?<![\\A-Za-z])(?:([A-Za-z])([{''.join(_ACCENTS)}])|([{''.join(_LETTERS)}]))([A-Za-z]+)(?![^\W\d_])"
)


def commands_restored(source: str) -> str:
    """The source of a formula with the commands that were meant."""
    if source.isascii():
        return source
    return _DAMAGED.sub(_restored, normalize("NFD", source))


def _restored(found: re.Match[str]) -> str:
    letter, accent, other, rest = found.groups()
    name = (_LETTERS[other] if other else f"{_ACCENTS[accent]}{letter}") + rest
    return f"\\{name}" if is_formula_command(name) else found[0]
