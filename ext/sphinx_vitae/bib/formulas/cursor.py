"""What every part of the parser has: tokens, a depth, and rows of parts that it does not read itself."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Literal

from .errors import UnsetFormulaError
from .tokens import Token, Tokens
from .tree import Row

__all__ = ["Context", "Cursor", "misplaced"]

#: TeX has 255 levels of groups, and a part takes several; Typst's layout has fewer. What is handed on may have a few
#: more levels than what was written, and is read again.
_DEEPEST: Final = 20
_DEEPEST_ON_PAGES: Final = 40
#: A part may be measured several times at each of these levels.
_MEASURED: Final = 2

#: What a row stands in: the formula of a page, where it may have lines of its own; the formula of a bibliography;
#: braces; a pair of brackets; the index of a root; stacked lines; a cell of an array; or a text.
Context = Literal["page", "formula", "group", "fence", "index", "lines", "cell", "text"]


class Cursor:
    """Where the parser stands in a formula.

    :param page: whether the formula is one of a page, which is not handed on to TeX here.
    """

    def __init__(self, source: str, *, page: bool) -> None:
        self.page = page
        self.tokens = Tokens(source, page=page)
        self.bare_index = False  # whether the next "]" ends the index of a root
        self._depth = 0
        self._measured = 0

    @abstractmethod
    def row(self, context: Context) -> Row:
        """The parts up to a token that ends the row, which is left."""

    @contextmanager
    def nested(self, *, measured: bool = False) -> Iterator[None]:
        """One level further in.

        :param measured: whether TeX typesets what is in it several times.
        """
        self._measured += measured
        self.deepen(1)
        yield
        self.deepen(-1)
        self._measured -= measured

    def deepen(self, levels: int) -> None:
        """Counts levels that are open from now on, or no more."""
        self._depth += levels
        if self._depth > (_DEEPEST_ON_PAGES if self.page else _DEEPEST) or self._measured > _MEASURED:
            raise UnsetFormulaError("it is nested too deep")

    def in_braces(self, context: Context) -> Row:
        """The row in braces; the opening one has been taken."""
        bare, self.bare_index = self.bare_index, False
        body = self.row(context)
        self.expect("}")
        self.bare_index = bare
        return body

    def expect(self, kind: str) -> None:
        """Takes a character that must come next."""
        found = self.tokens.take()
        if found.kind != kind:
            raise misplaced(found, f"{kind} is missing")

    def word_in_braces(self) -> str:
        """The characters in braces, without blanks around them; empty if there is anything else."""
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
    """What is wrong if this token stands where something else must."""
    if token.kind == "":
        return UnsetFormulaError(otherwise)
    if token.kind == "&" or token.text == r"\\":
        return UnsetFormulaError(r"& and \\ are allowed only in a matrix or a similar environment")
    if token.kind == "}":
        return UnsetFormulaError("there is a } too many")
    if token.command in {"right", "end"}:
        opening = {"right": r"\left", "end": r"\begin"}[token.command]
        return UnsetFormulaError(rf"\{token.command} has no {opening}")
    return UnsetFormulaError(otherwise)
