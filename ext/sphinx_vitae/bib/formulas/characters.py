"""Non-ASCII characters in formulas: Unicode scripts, primes and accents are converted to TeX."""

from __future__ import annotations

from typing import Final
from unicodedata import category, decomposition

from .errors import UnsetFormulaError

__all__ = ["ACCENTS", "INTEGRALS", "PRIMES", "check_character", "is_combining", "script_of"]

#: Combining character → equivalent command.
ACCENTS: Final = {
    "\u0300": "grave",
    "\u0301": "acute",
    "\u0302": "hat",
    "\u0303": "tilde",
    "\u0304": "bar",
    "\u0305": "overline",
    "\u0306": "breve",
    "\u0307": "dot",
    "\u0308": "ddot",
    "\u030a": "mathring",
    "\u030c": "check",
    "\u0332": "underline",
    "\u20d7": "vec",
    "\u20db": "dddot",
}
PRIMES: Final = {"'": 1, "′": 1, "″": 2, "‴": 3, "⁗": 4}
#: TeX treats these as operators with limits, so they cannot be struck out.
INTEGRALS: Final = frozenset(map(chr, (*range(0x222B, 0x2234), *range(0x2A0B, 0x2A1D))))
#: Formatting tag of a Unicode decomposition → script character.
_SCRIPTS: Final = {"<super>": "^", "<sub>": "_"}


def script_of(character: str) -> tuple[str, str]:
    """The kind and content of a single-character script: ``²`` is ``^`` and ``2``."""
    form, _, points = decomposition(character).partition(" ") if character > "\x7f" else ("", "", "")
    if form not in _SCRIPTS:
        return "", ""
    text = "".join(chr(int(point, 16)) for point in points.split())
    return (_SCRIPTS[form], text) if text.isalnum() or text in {"+", "−", "=", "(", ")"} else ("", "")


def is_combining(character: str) -> bool:
    """Whether a character combines with the preceding one."""
    return character > "\x7f" and category(character)[0] == "M"


def check_character(character: str) -> None:
    """Check that every typesetter accepts this character as it is.

    :raises UnsetFormulaError: if a typesetter does not accept it.
    """
    if character in "%#$&":
        raise UnsetFormulaError(f"{character} must be written \\{character}")
    if not character.isprintable() or is_combining(character) or character == "\ufffd":
        raise UnsetFormulaError(f"it contains the character U+{ord(character):04X}, which cannot be typeset")
