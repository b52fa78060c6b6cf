"""The base of all parsers for formulas: tokens, nesting depth, and rows of parts, which a subclass parses."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Literal

from .errors import UnsetFormulaError
from .tokens import Token, Tokens
from .tree import Row

__all__ = ["Context", "Cursor", "misplaced"]

#: TeX allows 255 levels of groups, and one part can use several; Typst's layout allows fewer. The result
#: may have a few more levels than the source, and is parsed again.
_DEEPEST: Final = 20
_DEEPEST_ON_PAGES: Final = 40
#: The maximum nesting depth of commands whose arguments are measured several times.
_MEASURED: Final = 2

#: The context of a row: a formula on a page, which can have several lines; a formula in a bibliography;
#: braces; a pair of brackets; the index of a root; stacked lines; a cell of an array; or text.
Context = Literal["page", "formula", "group", "fence", "index", "lines", "cell", "text"]


class Cursor:
    """The position of the parser in a formula.

    :param page: whether the formula is on a page; such formulas are not passed on to TeX by this package.
    """

    def __init__(self, source: str, *, page: bool) -> None:
        self.page = page
        self.tokens = Tokens(source, page=page)
        self.bare_index = False  # whether the next "]" ends the index of a root
        self._depth = 0
        self._measured = 0

    @abstractmethod
    def row(self, context: Context) -> Row:
        """Parse the parts before a token that ends the row. That token is not consumed."""

    @contextmanager
    def nested(self, *, measured: bool = False) -> Iterator[None]:
        """Parse one level deeper.

        :param measured: whether TeX typesets the content several times.
        """
        self._measured += measured
        self.deepen(1)
        yield
        self.deepen(-1)
        self._measured -= measured

    def deepen(self, levels: int) -> None:
        """Count opened levels (or, if negative, closed ones)."""
        self._depth += levels
        if self._depth > (_DEEPEST_ON_PAGES if self.page else _DEEPEST) or self._measured > _MEASURED:
            raise UnsetFormulaError("it is nested too deeply")

    def in_braces(self, context: Context) -> Row:
        """Parse the row in braces. The opening brace has been consumed."""
        bare, self.bare_index = self.bare_index, False
        body = self.row(context)
        self.expect("}")
        self.bare_index = bare
        return body

    def expect(self, kind: str) -> None:
        """Consume a character that must come next."""
        found = self.tokens.take()
        if found.kind != kind:
            raise misplaced(found, f"{kind} is missing")

    def word_in_braces(self) -> str:
        """The characters in braces, without surrounding spaces; empty if the braces contain anything else."""
        tokens = self.tokens
        if tokens.peek().kind != "{":
            return ""
        tokens.take()
        made: list[str] = []
        while len(tokens.adjacent().text) == 1 and tokens.adjacent().kind not in set("{}$&#"):
            made.append(tokens.adjacent().text)
            tokens.position += 1
        return "".join(made).strip() if tokens.take().kind == "}" else ""


def misplaced(token: Token, otherwise: str) -> UnsetFormulaError:
    """Return the error for a token in the wrong place."""
    if token.kind == "":
        return UnsetFormulaError(otherwise)
    if token.kind == "&" or token.text == r"\\":
        return UnsetFormulaError(r"& and \\ are allowed only in a matrix or a similar environment")
    if token.kind == "}":
        return UnsetFormulaError("there is one } too many")
    if token.command in {"right", "end"}:
        opening = {"right": r"\left", "end": r"\begin"}[token.command]
        return UnsetFormulaError(rf"\{token.command} has no {opening}")
    return UnsetFormulaError(otherwise)
