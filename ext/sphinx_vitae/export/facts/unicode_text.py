"""Converts `Text` to one line of Unicode, for formats without markup."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import Inline, Text

from .formula_text import formula_text, in_script

__all__ = ["legal", "line_of", "unicode_text"]

#: Characters that XML 1.0 (§2.2) does not allow, or that are meaningless in every format: control characters,
#: surrogates, noncharacters.
_ILLEGAL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
#: The superscripts and subscripts in Unicode, apart from letters.
_NUMERIC: Final = re.compile("[0-9+−=()-]+")
_SPACES: Final = re.compile(r"\s+")
_PRINTABLE: Final = bytes(range(0x20, 0x7F))
_LONG: Final = 200


def unicode_text(text: Text) -> str:
    """The text on one line, without markup."""
    parts = text.parts
    if len(parts) == 1 and isinstance(first := parts[0], str):  # nearly all
        return line_of(first)
    return line_of("".join(map(_inline, parts))) if parts else ""


def line_of(text: str) -> str:
    """The string as one line, without characters that XML does not allow."""
    printable = text.isprintable() if len(text) < _LONG or not text.isascii() else _is_printable(text)
    if printable and "  " not in text:  # nearly all: no control characters, and no space but this one
        return text.strip()
    return _SPACES.sub(" ", legal(text)).strip()


def _is_printable(text: str) -> bool:
    """The same as ``isprintable`` for ASCII, six times faster for an abstract."""
    return not text.encode().translate(None, _PRINTABLE)


def legal(text: str) -> str:
    """The string without characters that XML does not allow. Line breaks are kept."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def _inline(part: Inline) -> str:
    if isinstance(part, str):
        return part
    inner = "".join(map(_inline, part.parts))
    if part.kind == "math":
        return formula_text(inner)
    if part.kind in ("sub", "sup") and _NUMERIC.fullmatch(inner):  # 10⁵ must not become 105
        return in_script(inner, above=part.kind == "sup")
    if part.kind == "quote":
        return f"“{inner}”"
    return f" {inner}" if part.kind in ("item", "par") else inner
