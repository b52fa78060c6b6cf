"""Environments with rows and cells, and lines stacked above each other."""

from __future__ import annotations

import re
from typing import Final

from .commands import COLUMNS, DISPLAYS, ENVIRONMENTS
from .cursor import Cursor, misplaced
from .errors import UnsetFormulaError
from .tree import Array, Row

__all__ = ["ArrayParser"]

_COLUMNS: Final = re.compile(r"[clr|\s]*[clr][clr|\s]*")
_POSITION: Final = re.compile(r"\[[tbc]\]")
_DISTANCE: Final = re.compile(r"\[\s*-?\s*(?:\d+\.?\d*|\.\d+)\s*(?:pt|em|ex|mm|cm|in|bp|pc)\s*\]")
#: A row that starts with ``[``, which TeX would parse as an option.
_WITH_POSITION: Final = ("aligned", "gathered", "array", "split")
_LONGEST_OPTION: Final = 20


class ArrayParser(Cursor):
    r"""Parses the contents of environments."""

    def environment(self) -> Array:
        r"""The environment. ``\begin`` has been consumed."""
        name = self._name()
        if name not in ENVIRONMENTS and not (self.page and name.rstrip("*") in DISPLAYS):
            raise UnsetFormulaError(f"unknown environment {name}" if name else r"\begin has no environment")
        if name in _WITH_POSITION:
            self.option(_POSITION)
        columns = ""
        if name == "array":
            columns = self.word_in_braces()
            if not _COLUMNS.fullmatch(columns):
                raise UnsetFormulaError("the columns of an array must be specified, as in {lcr}")
        rows = self._rows(name, len(re.sub(r"[|\s]", "", columns)) or COLUMNS.get(name, 0))
        if self.tokens.take().command != "end" or self._name() != name:
            raise UnsetFormulaError(f"\\end{{{name}}} is missing")
        return Array(name.rstrip("*"), columns, rows)

    def _name(self) -> str:
        """The name of an environment. TeX allows ``split`` only in displayed formulas."""
        self.tokens.peek()
        start = self.tokens.position
        name = self.word_in_braces()
        if name == "split":
            self.tokens.erase(start)
            self.tokens.replace("{aligned}")
        return name

    def _rows(self, name: str, columns: int) -> tuple[tuple[Row, ...], ...]:
        """The cells of each row.

        :param columns: the number of columns allowed; 0 means any number.
        """
        bare, self.bare_index = self.bare_index, False
        if bare:
            raise UnsetFormulaError("the index of a root has an environment without braces around it")
        rows = [[self.row("cell")]]
        while (token := self.tokens.peek()).kind == "&" or token.text == r"\\":
            self.tokens.take()
            if token.kind != "&":
                self.end_line()
                rows.append([])
            rows[-1].append(self.row("cell"))
            if columns and len(rows[-1]) > columns and not (self.page and name.endswith("matrix")):
                raise UnsetFormulaError(f"a row of {name} has more than {columns} columns")
        if token.command != "end":
            raise misplaced(token, f"\\end{{{name}}} is missing")
        if rows[-1] == [()]:
            rows.pop()
        return tuple(map(tuple, rows))

    def end_line(self) -> None:
        r"""Parse what follows ``\\``: a star, and a distance."""
        tokens = self.tokens
        if tokens.adjacent().kind == "*":
            tokens.take()
            tokens.replace("")
        elif tokens.peek().kind == "*":
            tokens.replace("{}*", tokens.position)
        self.option(_DISTANCE)

    def option(self, pattern: re.Pattern[str]) -> None:
        """Parse an option in square brackets, or prevent TeX from parsing a bracket as one."""
        tokens = self.tokens
        if tokens.peek().kind != "[":
            return
        start = tokens.position
        text = tokens.ahead(_LONGEST_OPTION)
        if found := pattern.match(text):
            tokens.position += found.end()
        else:
            tokens.replace("{}[", start)
