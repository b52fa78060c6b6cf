"""Converts the presentation MathML that occurs in titles to TeX."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

__all__ = ["formula_of"]

_SPECIAL: Final = {
    "\\": "\\backslash ",
    "{": "\\lbrace ",
    "}": "\\rbrace ",
    "%": "\\%",
    "#": "\\#",
    "$": "\\$",
    "&": "\\&",
    "_": "\\_",
    "^": "\\hat{}",
    "~": "\\sim ",
}
#: Below this depth, formulas are printed as plain text.
_DEEPEST: Final = 30


def formula_of(element: Element, depth: int = 0) -> str:
    """The TeX source for an element, without dollar signs."""
    name = element.tag.rpartition("}")[2].lower()
    children = list(element)
    if depth > _DEEPEST:
        return "".join(map(_token, element.itertext()))
    if not children:
        return _leaf(name, " ".join((element.text or "").split()))
    made = [formula_of(child, depth + 1) for child in children]
    shape = _SHAPES.get(name)
    if shape and len(made) >= shape[0]:
        return shape[1](made)
    if name == "semantics":
        return made[0]
    return "".join(made)


def _leaf(name: str, text: str) -> str:
    if name in ("mtext", "ms") or (name in ("mi", "mo") and len(text) > 1 and text.isalpha()):
        return f"\\mathrm{{{_token(text)}}}" if text else ""
    return _token(text)


def _token(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in text)


_SHAPES: Final[Mapping[str, tuple[int, Callable[[list[str]], str]]]] = {
    "msub": (2, lambda made: f"{made[0]}_{{{made[1]}}}"),
    "msup": (2, lambda made: f"{made[0]}^{{{made[1]}}}"),
    "msubsup": (3, lambda made: f"{made[0]}_{{{made[1]}}}^{{{made[2]}}}"),
    "mfrac": (2, lambda made: f"\\frac{{{made[0]}}}{{{made[1]}}}"),
    "msqrt": (1, lambda made: f"\\sqrt{{{''.join(made)}}}"),
    "mroot": (2, lambda made: f"\\sqrt[{made[1]}]{{{made[0]}}}"),
}
