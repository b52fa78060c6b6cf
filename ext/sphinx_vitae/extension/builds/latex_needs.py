"""The optional parts of the class that a printed CV needs. Extra fonts and maths packages are slow to load,
and few CVs use them.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["latex_needs"]

# Characters that all fonts of the class contain: TeX Gyre Pagella, Heros, Cursor and Latin Modern, in all
# four shapes.
_COMMON: Final = (
    "\t\n\r\x20-\x7e\xa0-\u0137\u0139-\u0148\u014a-\u0165\u0168-\u017f\u2010\u2011\u2013\u2014\u2018-\u201a"
)
_COMMON_TOO: Final = "\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u2122\u2212"
_OTHER: Final = re.compile(f"[^{_COMMON}{_COMMON_TOO}]")
# East Asian scripts, and symbols that their fonts contain.
_CJK: Final = re.compile(
    "[\u1100-\u11ff\u2460-\u24ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f"
    "\uff00-\uffef\U00016fe0-\U00018d8f\U0001aff0-\U0001b2ff\U0001f100-\U0001f2ff\U00020000-\U0003ffff]"
)
# Accented Greek letters, the only Greek letters that those fonts lack.
_GREEK: Final = re.compile("[\u0384-\u0390\u03aa-\u03b0\u03ca-\u03cf\u1f00-\u1fff]")
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
    found = {
        "letters": included or bool(_OTHER.search(source)),
        "greek": bool(_GREEK.search(source)),
        "cjk": included or bool(_CJK.search(source)),
        "math": included or bool(preamble.strip()) or bool(_MATH.search(source)),
    }
    return ",".join(need for need, there in found.items() if there)
