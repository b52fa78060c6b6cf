"""Suggestions for misspelt commands in formulas."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Final

from sphinx_vitae.model import edits

from .commands import ARGUMENTS, SYMBOLS

__all__ = [
    "TEXT_ACCENTS",
    "as_formula",
    "character_of",
    "is_formula_command",
    "near_formula_command",
    "swapped_formula_command",
]

#: Shorter commands are not compared; in long ones, two edits are allowed.
_SHORTEST: Final = 4
_LONG: Final = 8
_LONGEST: Final = 30
#: Characters that some people write as commands.
_CHARACTERS: Final = {
    "minus": "-",
    "plus": "+",
    "equals": "=",
    "slash": "/",
    "tilde": "\\sim",
    "textless": "<",
    "textgreater": ">",
    "lt": "<",
    "gt": ">",
    "less": "<, or \\emph or a similar command if it is part of an HTML tag, as in $\\less$i$\\greater$",
    "greater": ">, or \\emph or a similar command if it is part of an HTML tag",
    "bold": "\\mathbf",
    "mod": "\\bmod",
    "smallin": "\\in, or \\epsilon if it is the letter",
}
#: Accents that are commands for text only → their equivalents in formulas.
TEXT_ACCENTS: Final = {
    '"': "ddot",
    "'": "acute",
    "`": "grave",
    "^": "hat",
    "~": "tilde",
    "=": "bar",
    ".": "dot",
}
#: A backslash that an exporter has escaped.
_ESCAPED: Final = ("textbackslash", "backslash")
_KNOWN: Final = sorted(name for name in (*SYMBOLS, *ARGUMENTS) if len(name) >= _SHORTEST)
_BY_LETTERS: Final = {
    letters: list(names)
    for letters, names in groupby(sorted(_KNOWN, key=sorted), lambda name: "".join(sorted(name)))
}


def is_formula_command(name: str) -> bool:
    """Whether a command is known in formulas."""
    return name in SYMBOLS or name in ARGUMENTS


def as_formula(command: str, letters: str) -> str:
    """The formula of a known command with letters after it: ``$\\hat{p}$``, ``$\\sim p$``."""
    if command in ARGUMENTS:
        return f"$\\{command}{{{letters or '…'}}}$"
    return f"$\\{command} {letters}$" if letters else f"$\\{command}$"


def character_of(name: str) -> str:
    """The character that some people write as a command; empty if there is none."""
    character = _CHARACTERS.get(name, "")
    return "" if "\\" in character else character


def swapped_formula_command(name: str) -> str:
    """The only known command with the same letters in another order; empty if there is none."""
    found = _BY_LETTERS.get("".join(sorted(name)), [])
    return found[0] if len(found) == 1 else ""


@lru_cache(1024)
def near_formula_command(name: str) -> str:
    r"""``did you mean \lambda?`` if an unknown command is similar to a known one; empty otherwise."""
    if name in _CHARACTERS:
        return f"write {_CHARACTERS[name]}"
    if name in TEXT_ACCENTS:
        return f"write \\{TEXT_ACCENTS[name]} instead of \\{name}"
    rest = next((name[len(prefix) :] for prefix in _ESCAPED if name.startswith(prefix)), "")
    if is_formula_command(rest):
        return f"did you mean \\{rest}?"
    if not _SHORTEST <= len(name) <= _LONGEST:
        return ""
    if swapped := swapped_formula_command(name):
        return f"did you mean \\{swapped}?"
    limit = 2 if len(name) >= _LONG else 1
    letters = set(name)  # comparing letters is faster than counting edits
    near = [
        (edits(name, other), other)
        for other in _KNOWN
        if abs(len(other) - len(name)) <= limit and len(letters.symmetric_difference(other)) <= 2 * limit
    ]
    count, other = min(near, default=(limit + 1, ""))
    return f"did you mean \\{other}?" if count <= limit else ""
