"""The optional parts of the class that a printed CV needs. Extra fonts and maths packages are slow to load,
and few CVs use them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sphinx_vitae.model import MORE_SYMBOLS, SYMBOLS, Font, Script, runs_backwards, scripts_for

__all__ = ["latex_needs", "latex_scripts"]

# Characters that all fonts of the class contain: TeX Gyre Pagella, Heros, Cursor and Latin Modern, in all
# four shapes.
_COMMON: Final = (
    "\t\n\r\x20-\x7e\xa0-\u0137\u0139-\u0148\u014a-\u0165\u0168-\u017f\u2010\u2011\u2013\u2014\u2018-\u201a"
)
_COMMON_TOO: Final = "\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u2122\u2212"
_OTHER: Final = re.compile(f"[^{_COMMON}{_COMMON_TOO}]")
# Superscripts and subscripts are positioned as in formulas.
_MATH: Final = re.compile(
    r"(?<!\\)(?:\\\\)*(?:\$|\\\(|\\\[)|\\ensuremath\b"
    r"|\\begin\{(?:displaymath|math|equation|eqnarray|align|alignat|flalign|gather|multline|footnote|footnotetext)\*?\}"
    r"|\\(?:textsuperscript|textsubscript|footnote|footnotemark|footnotetext|sphinxfootnotemark)\b"
)
# Commands whose text is not in the source.
_INCLUDED: Final = re.compile(r"\\(?:input|include|subimport|import|subfile|InputIfFileExists)\b")


def latex_needs(source: str, preamble: str) -> str:
    r"""The argument of our class's ``\vitaecvneeds``.

    The class itself detects characters that are still missing, for example in included files, and loads
    fonts for them in the next run. This argument saves that run.

    :param source: a whole document.
    :param preamble: the site's own preamble, which may use the maths packages of the class.
    """
    included = bool(_INCLUDED.search(source))
    letters = bool(_OTHER.search(source))
    found = {
        **{script.key: letters and bool(script.pattern.search(source)) for script in scripts_for("")},
        "rtl": letters and runs_backwards(source),
        "math": included or bool(preamble.strip()) or bool(_MATH.search(source)),
    }
    found["cjk"] |= included
    return ",".join(["letters"] * (letters or included) + [need for need, there in found.items() if there])


def latex_scripts(language: str) -> str:
    r"""The argument of our class's ``\vitaecvscripts``: the fonts for each script.

    :param language: the language of the site, for East Asian fonts.
    """
    *others, east_asian = (_described(script) for script in scripts_for(language))
    symbols = f"letters||||{_files(SYMBOLS)}|{_files(SYMBOLS)}"
    more = f"cjk||||{_files(MORE_SYMBOLS)}|{_files(MORE_SYMBOLS)}"
    return ";".join((*others, symbols, east_asian, more))


def _described(script: Script) -> str:
    parts = (
        script.key,
        script.name,
        script.package,
        script.opentype,
        _files(script.serif),
        _files(script.sans),
    )
    return "|".join(parts)


def _files(fonts: Iterable[Font]) -> str:
    return ",".join(f"{font.file}/{font.bold}/{font.italic}/{font.index}" for font in fonts if font.file)
