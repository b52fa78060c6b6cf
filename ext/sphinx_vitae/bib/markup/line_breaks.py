"""The line breaks that reference managers write as ``\\n`` and ``\\r`` in abstracts and notes."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import ProblemKind

from ..formulas.near import is_formula_command
from .commands import DECLARATIONS, DROPPED, SPANS, TRANSPARENT, near_command
from .flaws import Flaw
from .symbols import ACCENTS, JOURNALS, SYMBOLS

__all__ = ["without_line_breaks"]

#: A formula, or a command without an argument that may be such a line break and the word after it: ``\\nThe``.
_BREAK: Final = re.compile(r"\$[^$]*+\$|\\(?:n|r(?=[A-Z\\]))(?![a-z]*\s*\{)([A-Za-z]*)")
_KNOWN: Final = (SPANS, DECLARATIONS, DROPPED, TRANSPARENT, SYMBOLS, ACCENTS, JOURNALS)
_OTHERS: Final = frozenset(("newcommand", "newpage", "node", "not", "notag", "nonumber"))


def without_line_breaks(source: str) -> tuple[str, Flaw | None]:
    r"""The source with spaces instead of ``\n`` and ``\r``, and the problem with them, which is reported once per
    file.
    """
    first: list[str] = []

    def spaced(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        name = found[0][1:]
        is_known = is_formula_command(name) or any(name in known for known in _KNOWN)
        if is_known or name in _OTHERS or near_command(name):
            return found[0]
        first.append(found[0])
        return f" {found[1]}"

    spaces = _BREAK.sub(spaced, source)
    if not first:
        return source, None
    message = f"{first[0][:2]} stands for a line break in “{first[0]}”, and a space is printed"
    fix = "write spaces or line breaks instead of \\n and \\r throughout the file"
    return spaces, Flaw(ProblemKind.MARKUP_UNKNOWN, message, fix, once="\\n", place=first[0])
