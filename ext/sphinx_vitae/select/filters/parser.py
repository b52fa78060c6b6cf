"""The filter language of sphinxcontrib-bibtex, on records: ``year >= 2020 and author % "Huang"``.

An expression is read with Python's own grammar, and only what is named here is taken from it; nothing is
ever run. What comes out is a tree of values that can be kept with a page.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NoReturn

from sphinx_vitae.model import Record

from .regular_expressions import compile_pattern
from .values import SPECIAL, Many, Scalar, Value, contains, equal, field_value, ordered, texts, truth, unite

__all__ = ["FILTER_FORMS", "Filter", "FilterError", "parse_filter"]

_THERE_ARE: Final = (
    "there are: and, or, not, ==, !=, <, <=, >, >=, in, not in, % for a regular expression, | and & for sets, "
    'names of fields, "texts", numbers, {sets}, [lists], True and False'
)
_PAGES: Final = frozenset(("cited", "docname", "docnames"))
_ASSIGNMENT: Final = re.compile(r"(?<![=!<>:])=(?!=)")
_ORDERS: Final[dict[type[ast.cmpop], str]] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_EQUALS: Final[dict[type[ast.cmpop], str]] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not in",
}
#: All that a filter is made of: signs as they are written, and an example of each other part.
FILTER_FORMS: Final = (
    *("and", "or", "not"),
    *_EQUALS.values(),
    *_ORDERS.values(),
    *("%", "|", "&", '"text"', "2020", "{a set}", "[a list]", "True", "False"),
)
_LONGEST: Final = 2000
_DEEPEST: Final = 50


class FilterError(ValueError):
    """Says what is wrong with a filter, and what there is."""


@dataclass(frozen=True, slots=True)
class Literal:
    value: Value

    def of(self, _: Record) -> Value:
        return self.value


@dataclass(frozen=True, slots=True)
class Field:
    name: str

    def of(self, record: Record) -> Value:
        return field_value(record, self.name)


@dataclass(frozen=True, slots=True)
class Several:
    """A set, list or tuple as the filter writes it."""

    parts: tuple[Node, ...]

    def of(self, record: Record) -> Value:
        found: list[Scalar] = []
        for part in self.parts:
            value = part.of(record)
            found.extend(value.parts if isinstance(value, Many) else (value,))
        return Many(tuple(found))


@dataclass(frozen=True, slots=True)
class Search:
    subject: Node
    pattern: re.Pattern[str]

    def of(self, record: Record) -> Value:
        return any(self.pattern.search(text) for text in texts(self.subject.of(record)))


@dataclass(frozen=True, slots=True)
class Union:
    sign: str
    left: Node
    right: Node

    def of(self, record: Record) -> Value:
        return unite(self.left.of(record), self.sign, self.right.of(record))


@dataclass(frozen=True, slots=True)
class Comparison:
    left: Node
    sign: str
    right: Node

    def of(self, record: Record) -> Value:
        left, right = self.left.of(record), self.right.of(record)
        if self.sign in {"==", "!="}:
            return equal(left, right) == (self.sign == "==")
        if self.sign in {"in", "not in"}:
            return contains(right, left) == (self.sign == "in")
        return ordered(left, self.sign, right)


@dataclass(frozen=True, slots=True)
class Not:
    part: Node

    def of(self, record: Record) -> Value:
        return not truth(self.part.of(record))


@dataclass(frozen=True, slots=True)
class Junction:
    """``and`` of all parts, or ``or`` of them."""

    all: bool
    parts: tuple[Node, ...]

    def of(self, record: Record) -> Value:
        return (all if self.all else any)(truth(part.of(record)) for part in self.parts)


Node = Literal | Field | Several | Search | Union | Comparison | Not | Junction


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that was read. ``fields`` are the names of fields in it, as written."""

    tree: Node
    fields: tuple[str, ...]

    def holds(self, record: Record) -> bool:
        """Whether it is true of a record."""
        return truth(self.tree.of(record))


def parse_filter(text: str, canonical: Callable[[str], str] = str.lower) -> Filter:
    """Read a filter.

    :param canonical: a field's name as written → as records have it.
    :raises FilterError: if it is none.
    """
    text = " ".join(text.split("\n")).strip()
    if not text:
        raise FilterError(f"it is empty; {_THERE_ARE}")
    if len(text) > _LONGEST:
        raise FilterError(f"it is longer than {_LONGEST} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "\d" in a text is what it is
            parsed = ast.parse(text, mode="eval")
    except SyntaxError as error:
        place = f" at column {error.offset}" if error.offset else ""
        why = "equality is written ==" if _ASSIGNMENT.search(text) else error.msg
        raise FilterError(f"{_short(text)} cannot be read{place}: {why}; {_THERE_ARE}") from None
    except (ValueError, RecursionError, MemoryError):
        raise FilterError(f"{_short(text)} cannot be read; {_THERE_ARE}") from None
    reader = _Reader(canonical)
    return Filter(reader.read(parsed.body, 0), tuple(dict.fromkeys(reader.fields)))


class _Reader:
    """Python's tree → ours."""

    def __init__(self, canonical: Callable[[str], str]) -> None:
        self._canonical = canonical
        self.fields: list[str] = []

    def read(self, node: ast.expr, depth: int) -> Node:
        if depth > _DEEPEST:
            raise FilterError("it is nested too deeply")
        match node:
            case ast.BoolOp():
                return Junction(isinstance(node.op, ast.And), self._all(node.values, depth))
            case ast.UnaryOp(op=ast.Not()):
                return Not(self.read(node.operand, depth + 1))
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return Literal(-number)
            case ast.BinOp():
                return self._operation(node, depth)
            case ast.Compare():
                return self._comparison(node, depth)
            case ast.Name():
                return self._name(node.id)
            case ast.Constant(value=str() | int() | float() as value):
                return Literal(value)
            case ast.Set() | ast.List() | ast.Tuple():
                return Several(self._all(node.elts, depth))
        return _refuse(node)

    def _all(self, nodes: list[ast.expr], depth: int) -> tuple[Node, ...]:
        return tuple(self.read(node, depth + 1) for node in nodes)

    def _operation(self, node: ast.BinOp, depth: int) -> Node:
        left = self.read(node.left, depth + 1)
        if isinstance(node.op, ast.Mod):
            return Search(left, _pattern(node.right))
        if not isinstance(node.op, (ast.BitOr, ast.BitAnd)):
            return _refuse(node)
        sign, word = ("|", "or") if isinstance(node.op, ast.BitOr) else ("&", "and")
        right = self.read(node.right, depth + 1)
        if any(
            isinstance(side, Literal) and not isinstance(side.value, (str, bool)) for side in (left, right)
        ):
            # "year > 2020 & selected" would be read as "year > (2020 & selected)".
            raise FilterError(f"{ast.unparse(node)!r} joins a number by {sign}; write {word}")
        return Union(sign, left, right)

    def _comparison(self, node: ast.Compare, depth: int) -> Node:
        """One comparison, or a chain of them as ``2018 <= year < 2022``."""
        sides = self._all([node.left, *node.comparators], depth)
        found: list[Node] = []
        for left, sign, right in zip(sides, node.ops, sides[1:], strict=False):
            word = (_ORDERS | _EQUALS).get(type(sign))
            if word is None:
                return _refuse(node)
            found.append(Comparison(left, word, right))
        return found[0] if len(found) == 1 else Junction(True, tuple(found))

    def _name(self, name: str) -> Node:
        if name in _PAGES:
            raise FilterError(
                f"{name!r} is not available: which pages cite an entry is known too late for a list"
            )
        if name in {"true", "false"}:
            return Literal(name == "true")
        self.fields.append(name)
        return Field(name.lower() if name.lower() in SPECIAL else self._canonical(name))


def _pattern(node: ast.expr) -> re.Pattern[str]:
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        raise FilterError(f"behind % stands {_shown(node)}; it takes a regular expression in quotes")
    try:
        return compile_pattern(node.value)
    except ValueError as error:
        raise FilterError(
            f"{_short(node.value)} is no regular expression that can be used: {error}"
        ) from None


def _refuse(node: ast.expr) -> NoReturn:
    raise FilterError(f"{_shown(node)} is no part of a filter; {_THERE_ARE}")


def _shown(node: ast.expr) -> str:
    return _short(ast.unparse(node))


def _short(text: str) -> str:
    return repr(text if len(text) < 60 else f"{text[:59]}…")
