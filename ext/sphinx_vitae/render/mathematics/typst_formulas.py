"""The tree of a TeX formula → a Typst formula.

Every character is escaped or a separate word, so that no part of a formula can have a different meaning in
Typst. Every function call has all of its arguments; empty arguments are ``""``.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final
from unicodedata import normalize

from sphinx_vitae.bib.formulas import parse_formula
from sphinx_vitae.bib.formulas import tree as t
from sphinx_vitae.bib.formulas.symbols import MATH_SYMBOLS

from ..formats.typst import literal
from .commands import (
    AROUND,
    BRACKETS,
    CHARACTERS,
    DECLARATIONS,
    DELIMITERS,
    MATRICES,
    OPERATORS,
    PAIRED,
    SIGNS,
    SIZES,
    TEXTS,
    WORDS,
)

__all__ = ["typst_formula"]

_EMPTY: Final = '""'
_NUMBER: Final = re.compile(r"\d+(?:\.\d*)?")
#: The characters other than letters that a word can contain, as text.
_IN_WORDS: Final = frozenset("-*'/.:+")


def typst_formula(source: str) -> str:
    """A formula as the content of ``$…$``.

    :raises UnsetFormulaError: if it cannot be typeset.
    """
    return _row(parse_formula(source))


def _row(row: t.Row) -> str:
    """The parts of a row, with the digits of each number joined; never less than an empty string."""
    made: list[str] = []
    number = False  # whether the last part is a number
    for part, following in zip_longest(row, row[1:]):
        text = _part(part)
        if number and (_is_figure(part) or (_is_point(part, following) and "." not in made[-1])):
            made[-1] += "." if text == "\\." else text
        else:
            made.append(text)
        number = isinstance(part, t.Character) and bool(_NUMBER.fullmatch(made[-1]))
    return " ".join(filter(None, made)) or _EMPTY


def _is_figure(part: t.Node | None) -> bool:
    """Whether a part is a digit, with or without scripts."""
    base = part.base if isinstance(part, t.Scripts) and not part.limits else part
    return isinstance(base, t.Character) and base.character.isdigit() and base.character.isascii()


def _is_point(part: t.Node, following: t.Node | None) -> bool:
    """Whether a part is a decimal point."""
    return part == t.Character(".") and _is_figure(following)


def _part(part: t.Node) -> str:
    match part:
        case t.Character(character):
            return _character(character)
        case t.Symbol(name):
            return _symbol(name)
        case t.Space(name):
            return WORDS.get(name) or SIGNS[name]
        case t.Braces(body):
            return f'class("normal", {_row(body)})' if body else _EMPTY
        case t.Applied(name, arguments):
            return _applied(name, arguments)
        case t.Root(index, body):
            return f"root({_row(index)}, {_row(body)})" if index else f"sqrt({_row(body)})"
        case t.Styled(name, body):
            return DECLARATIONS[name].format(_row(body))
        case t.Scripts():
            return _scripts(part)
        case t.Array():
            return _array(part)
        case t.TextRun():
            return _text(part)
        case _:
            return _bracketed(part)


def _character(character: str) -> str:
    if character in CHARACTERS:
        return CHARACTERS[character]
    return character if character.isalnum() else f"\\{character}"


def _symbol(name: str) -> str:
    if name in OPERATORS:
        return name
    if made := MATH_SYMBOLS.get(name) or WORDS.get(name) or SIGNS.get(name):
        # as a separate word, a bracket would be matched with another, and a root would take the next part as
        # its argument
        return f"\\{made}" if made in BRACKETS else made
    return f"\\{name}"


def _applied(name: str, arguments: tuple[t.Row, ...]) -> str:
    if name.startswith("operatorname"):
        limits = str(name.endswith("*")).lower()
        word = _word(arguments[0])
        body = f"upright({_row(arguments[0])})" if word is None else literal(word)
        return f"op({body}, limits: #{limits})"
    if name == "sqrt":
        return f"sqrt({_row(arguments[0])})"
    return (AROUND.get(name) or PAIRED[name]).format(*map(_row, arguments))


def _word(row: t.Row) -> str | None:
    """The letters of an operator's name, if it consists only of letters."""
    made: list[str] = []
    for part in row:
        if isinstance(part, t.Character) and (part.character.isalnum() or part.character in _IN_WORDS):
            made.append(part.character)
        elif part == t.Space(","):
            made.append("\u202f")
        elif isinstance(part, t.Space) and part.name in {" ", "~"}:
            made.append(" ")
        elif isinstance(part, t.Symbol) and len(part.name) == 1 and part.name != "|":
            made.append(part.name)
        else:
            return None
    return "".join(made)


def _text(text: t.TextRun) -> str:
    parts = (literal(part) if isinstance(part, str) else _part(part) for part in text.parts)
    return TEXTS[text.name].format(" ".join(parts) or _EMPTY)


def _scripts(scripts: t.Scripts) -> str:
    made = _EMPTY if scripts.base is None else _part(scripts.base) or _EMPTY
    if scripts.limits:
        made = f"{'limits' if scripts.limits == 'limits' else 'scripts'}({made})"
    made += "'" * scripts.primes
    if scripts.below is not None:
        made += f"_({_row(scripts.below)})"
    if scripts.above is not None:
        made += f"^({_row(scripts.above)})"
    return made


# Brackets and arrays ------------------------------------------------------------------------------------


def _bracketed(part: t.Node) -> str:
    """Brackets and their content, struck-out parts, and lines."""
    match part:
        case t.Sized(name, bracket):
            return f"lr({_bracket(bracket) or _EMPTY}, size: #{SIZES[name.rstrip('lrm')]})"
        case t.Middle(bracket):
            return f"mid({_bracket(bracket) or _EMPTY})"
        case t.Fenced(left, body, right):
            return f"lr({_bracket(left)} {_row(body)} {_bracket(right)})"
        case t.Negated(negated):
            return _negated(_part(negated))
        case t.NewLine():
            return "\\ \n"
        case t.Aligned():
            return "&"
        case t.Tag(text):
            return f"wide {literal(text)}" if text else ""
    raise AssertionError(part)


def _negated(part: str) -> str:
    """A negated symbol. Most of them are in Unicode; the others are struck through."""
    plain = part.removeprefix("\\")
    composed = normalize("NFC", plain + "\u0338")
    return composed if len(plain) == 1 and len(composed) == 1 else f"cancel({part})"


def _bracket(bracket: str) -> str:
    """A bracket; empty if there is none."""
    if not bracket:
        return ""
    if bracket in DELIMITERS:
        return DELIMITERS[bracket]
    return _character(bracket) if len(bracket) == 1 else _symbol(bracket.removeprefix("\\"))


def _array(array: t.Array) -> str:
    """An array.

    A semicolon needs a space before it; otherwise, it would end code that is embedded in the cell.
    """
    rows = [[_row(cell) for cell in row] for row in array.rows] or [[_EMPTY]]
    if array.environment in MATRICES:
        cells = " ; ".join(", ".join(row) for row in rows)
        made = (
            f"mat(delim: {MATRICES[array.environment]}, {_bars(array.columns, max(map(len, rows)))}{cells})"
        )
        return f"{'inline' if array.environment == 'smallmatrix' else 'display'}({made})"
    lines = [" & ".join(row) for row in rows]
    if array.environment == "cases":
        return f"display(cases({', '.join(lines)}))"
    return f"display(mat(delim: #none, row-gap: #.5em, {' ; '.join(lines)}))"


def _bars(columns: str, count: int) -> str:
    """The lines between the columns of an array, up to the actual number of cells.

    :param count: the number of cells in the longest row.
    """
    before = [len(re.sub(r"[|\s]", "", columns[:n])) for n, sign in enumerate(columns) if sign == "|"]
    inner = [n for n in dict.fromkeys(before) if 0 < n < count]
    return f"augment: #(vline: ({''.join(f'{n}, ' for n in inner)})), " if inner else ""
