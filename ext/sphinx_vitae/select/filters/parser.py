"""The filter language of sphinxcontrib-bibtex, applied to records: ``year >= 2020 and author % "Huang"``.

Expressions are parsed with Python's own grammar. Only the nodes listed here are accepted, and nothing is
executed. The result is a tree of values that can be stored with a page.
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

_ALLOWED: Final = (
    "a filter can contain: and, or, not, ==, !=, <, <=, >, >=, in, not in, % for a regular expression, | and & for sets, "
    'field names, "strings", numbers, {sets}, [lists], True and False'
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
#: Everything a filter can contain: operators as written, and an example of every other part.
FILTER_FORMS: Final = (
    *("and", "or", "not"),
    *_EQUALS.values(),
    *_ORDERS.values(),
    *("%", "|", "&", '"text"', "2020", "{a set}", "[a list]", "True", "False"),
)
_LONGEST: Final = 2000
_DEEPEST: Final = 50


class FilterError(ValueError):
    """An error in a filter. The message says what is wrong, and what is allowed."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A string, a number, True or False."""

    value: Value

    def of(self, _: Record) -> Value:
        """The value itself."""
        return self.value


@dataclass(frozen=True, slots=True)
class Field:
    """The name of a field."""

    name: str

    def of(self, record: Record) -> Value:
        """The value of the field in a record."""
        return field_value(record, self.name)


@dataclass(frozen=True, slots=True)
class Several:
    """A set, list or tuple."""

    parts: tuple[Node, ...]

    def of(self, record: Record) -> Value:
        """The values of all parts."""
        found: list[Scalar] = []
        for part in self.parts:
            value = part.of(record)
            found.extend(value.parts if isinstance(value, Many) else (value,))
        return Many(tuple(found))


@dataclass(frozen=True, slots=True)
class Search:
    """A search for a regular expression (``%``)."""

    subject: Node
    pattern: re.Pattern[str]

    def of(self, record: Record) -> Value:
        """Whether the pattern is found."""
        return any(self.pattern.search(text) for text in texts(self.subject.of(record)))


@dataclass(frozen=True, slots=True)
class Union:
    """``|`` or ``&``."""

    sign: str
    left: Node
    right: Node

    def of(self, record: Record) -> Value:
        """The combined value."""
        return unite(self.left.of(record), self.sign, self.right.of(record))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison, ``in`` or ``not in``."""

    left: Node
    sign: str
    right: Node

    def of(self, record: Record) -> Value:
        """Whether the comparison is true."""
        left, right = self.left.of(record), self.right.of(record)
        if self.sign in {"==", "!="}:
            return equal(left, right) == (self.sign == "==")
        if self.sign in {"in", "not in"}:
            return contains(right, left) == (self.sign == "in")
        return ordered(left, self.sign, right)


@dataclass(frozen=True, slots=True)
class Not:
    """A negation."""

    part: Node

    def of(self, record: Record) -> Value:
        """Whether the part is false."""
        return not truth(self.part.of(record))


@dataclass(frozen=True, slots=True)
class Junction:
    """``and`` of all parts, or ``or``."""

    all: bool
    parts: tuple[Node, ...]

    def of(self, record: Record) -> Value:
        """Whether all parts are true, or any part is."""
        return (all if self.all else any)(truth(part.of(record)) for part in self.parts)


Node = Literal | Field | Several | Search | Union | Comparison | Not | Junction


@dataclass(frozen=True, slots=True)
class Filter:
    """A parsed filter; ``fields`` are the names of the fields in it, as written."""

    tree: Node
    fields: tuple[str, ...]

    def holds(self, record: Record) -> bool:
        """Whether the filter is true for a record."""
        return truth(self.tree.of(record))


def parse_filter(text: str, canonical: Callable[[str], str] = str.lower) -> Filter:
    """Parse a filter.

    :param canonical: the name of a field, as written → its name in records.
    :raises FilterError: if the filter is not valid.
    """
    text = " ".join(text.split("\n")).strip()
    if not text:
        raise FilterError(f"it is empty; {_ALLOWED}")
    if len(text) > _LONGEST:
        raise FilterError(f"it is longer than {_LONGEST} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "\d" in a string is not an escape sequence
            parsed = ast.parse(text, mode="eval")
    except SyntaxError as error:
        place = f" at column {error.offset}" if error.offset else ""
        why = "use == to test for equality" if _ASSIGNMENT.search(text) else error.msg
        raise FilterError(f"{_short(text)} cannot be parsed{place}: {why}; {_ALLOWED}") from None
    except (ValueError, RecursionError, MemoryError):
        raise FilterError(f"{_short(text)} cannot be parsed; {_ALLOWED}") from None
    reader = _Reader(canonical)
    return Filter(reader.read(parsed.body, 0), tuple(dict.fromkeys(reader.fields)))


class _Reader:
    """Converts Python's syntax tree to ours."""

    def __init__(self, canonical: Callable[[str], str]) -> None:
        self._canonical = canonical
        self.fields: list[str] = []

    def read(self, node: ast.expr, depth: int) -> Node:
        """Convert an expression.

        :raises FilterError: if the expression is not allowed in filters.
        """
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
            # "year > 2020 & selected" would be parsed as "year > (2020 & selected)".
            raise FilterError(f"{ast.unparse(node)!r} combines a number with {sign}; write {word}")
        return Union(sign, left, right)

    def _comparison(self, node: ast.Compare, depth: int) -> Node:
        """A comparison, or a chain of them: ``2018 <= year < 2022``."""
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
                f"{name!r} is not available: a list is built before it is known which pages cite an entry"
            )
        if name in {"true", "false"}:
            return Literal(name == "true")
        self.fields.append(name)
        return Field(name.lower() if name.lower() in SPECIAL else self._canonical(name))


def _pattern(node: ast.expr) -> re.Pattern[str]:
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        raise FilterError(f"% must be followed by a regular expression in quotes, not {_shown(node)}")
    try:
        return compile_pattern(node.value)
    except ValueError as error:
        raise FilterError(f"{_short(node.value)} is not a valid regular expression: {error}") from None


def _refuse(node: ast.expr) -> NoReturn:
    raise FilterError(f"{_shown(node)} is not allowed in a filter; {_ALLOWED}")


def _shown(node: ast.expr) -> str:
    return _short(ast.unparse(node))


def _short(text: str) -> str:
    return repr(text if len(text) < 60 else f"{text[:59]}…")
