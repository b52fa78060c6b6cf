"""TeX formulas as one line of Unicode: ``\\alpha^2`` as ``α²``, ``\\frac{1}{n+1}`` as ``1/(n+1)``."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import lookup, normalize

from sphinx_vitae.bib.formulas import UnsetFormulaError, parse_formula
from sphinx_vitae.bib.formulas import tree as t
from sphinx_vitae.bib.formulas.characters import ACCENTS
from sphinx_vitae.bib.formulas.symbols import MATH_SYMBOLS

__all__ = ["formula_text", "in_script"]

_ABOVE: Final = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_BELOW: Final = dict(
    zip("0123456789+-−=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", strict=True)
)
#: Accent command → combining character.
_COMBINING: Final = {command: character for character, command in ACCENTS.items()} | {
    "widehat": "\u0302",
    "widetilde": "\u0303",
    "bar": "\u0304",
}
#: Commands that change only the shape of their argument.
_SHAPES: Final = frozenset(
    [
        "mathbf",
        "mathit",
        "mathnormal",
        "mathrm",
        "mathsf",
        "mathtt",
        "boldsymbol",
        "operatorname",
        "operatorname*",
        "mathcal",
        "mathfrak",
        "mathbin",
        "mathrel",
        "mathop",
        "mathord",
        "mathopen",
        "mathclose",
        "mathpunct",
        "boxed",
    ]
)
_SPACES: Final = frozenset((" ", "~", ":", ">", ";", "quad", "qquad"))
#: Superscript → its character, for characters that are always raised.
_RAISED: Final = {"∘": "°", "*": "*", "∗": "*", "†": "†", "′": "′"}
#: Operators that separate terms.
_BINARY: Final = frozenset("+-−=<>≤≥±∓ ")


@lru_cache(1024)
def formula_text(source: str) -> str:
    """The formula in Unicode, or its TeX source if it does not fit on one line, as for arrays."""
    try:
        return _row(parse_formula(source))
    except UnsetFormulaError:
        return source


def in_script(text: str, *, above: bool) -> str:
    """The text in superscript or subscript characters; empty if Unicode lacks one of them."""
    table = _ABOVE if above else _BELOW
    return "".join(table[character] for character in text) if all(c in table for c in text) else ""


def _row(row: t.Row) -> str:
    """The parts of a row. An operator such as ``log`` is a separate word: ``n log n``."""
    made = ""
    operator = False
    for part in row:
        text = _part(part)
        base = part.base if isinstance(part, t.Scripts) else part
        named = isinstance(base, t.Symbol) and base.name not in MATH_SYMBOLS
        if (named or operator) and text[:1].isalnum() and made[-1:].isalnum():
            made += " "
        made += text
        operator = named
    return made


def _part(part: t.Node) -> str:
    match part:
        case t.Character(character):
            return character
        case t.Symbol(name):
            return MATH_SYMBOLS.get(name, name)
        case t.Space(name):
            return " " if name in _SPACES else ""
        case t.Braces(body) | t.Styled(_, body):
            return _row(body)
        case t.Applied(name, arguments):
            return _applied(name, arguments)
        case t.Root(index, body):
            return (
                f"{in_script(_row(index), above=True)}√{_term(_row(body))}"
                if index
                else f"√{_term(_row(body))}"
            )
        case t.TextRun(_, parts):
            return "".join(each if isinstance(each, str) else _part(each) for each in parts)
        case t.Sized(_, bracket) | t.Middle(bracket):
            return _bracket(bracket)
        case t.Fenced(left, body, right):
            return f"{_bracket(left)}{_row(body)}{_bracket(right)}"
        case t.Negated(struck):
            return normalize("NFC", f"{_part(struck)}\u0338")
        case t.Scripts():
            return _scripts(part)
    raise UnsetFormulaError("it cannot be written on one line")


def _applied(name: str, arguments: tuple[t.Row, ...]) -> str:
    texts = [_row(argument) for argument in arguments]
    if name in _SHAPES:
        return texts[0]
    if name in ("frac", "dfrac", "tfrac", "cfrac"):
        return f"{_term(texts[0])}/{_term(texts[1])}"
    if name == "sqrt":
        return f"√{_term(texts[0])}"
    if name == "mathbb":
        return "".join(map(_double_struck, texts[0]))
    if name in _COMBINING and len(texts[0]) == 1:
        return normalize("NFC", texts[0] + _COMBINING[name])
    raise UnsetFormulaError("it cannot be written on one line")


def _double_struck(letter: str) -> str:
    """A blackboard bold letter. Some of them, such as ℝ, have irregular code points."""
    for form in (
        "MATHEMATICAL DOUBLE-STRUCK CAPITAL {}",
        "DOUBLE-STRUCK CAPITAL {}",
        "MATHEMATICAL DOUBLE-STRUCK SMALL {}",
    ):
        if letter.isascii() and letter.isalpha() and ("SMALL" in form) == letter.islower():
            try:
                return lookup(form.format(letter.upper()))
            except KeyError:
                continue
    return letter


def _term(text: str) -> str:
    """The text, in parentheses if it has several terms."""
    return f"({text})" if not _BINARY.isdisjoint(text) or "/" in text else text


def _bracket(name: str) -> str:
    return "" if name == "." else MATH_SYMBOLS.get(name.removeprefix("\\"), name.removeprefix("\\"))


def _scripts(part: t.Scripts) -> str:
    base = _part(part.base) if part.base else ""
    below, above = _row(part.below or ()), _row(part.above or ())
    lowered = in_script(below, above=False) or _marked("_", below)
    raised = _RAISED.get(above) or in_script(above, above=True) or _marked("^", above)
    return base + "′" * part.primes + lowered + raised


def _marked(sign: str, text: str) -> str:
    """A superscript or subscript for which Unicode has no characters."""
    return sign + (text if len(text) == 1 else f"({text})") if text else ""
