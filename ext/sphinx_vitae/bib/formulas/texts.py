"""Text in a formula."""

from __future__ import annotations

from typing import Final

from .characters import check_character, is_combining
from .commands import SUBSTITUTES, TEXTS
from .cursor import Cursor
from .errors import UnsetFormulaError
from .tokens import Token
from .tree import Braces, TextRun

__all__ = ["TextParser"]

#: Control symbol → the character that it produces in text.
_SYMBOLS: Final = {
    **{character: character for character in "%#&$_{}"},
    ",": "\u202f",
    ":": " ",
    ">": " ",
    ";": " ",
    "!": "",
    " ": " ",
}
_CHARACTERS: Final = {"~": "\u00a0", "\u00a0": "\u00a0"}


class TextParser(Cursor):
    r"""Parses the arguments of commands such as ``\text``."""

    def text(self, name: str) -> TextRun:
        """Parse the text argument of a command that has been consumed."""
        if name in SUBSTITUTES:
            self.tokens.replace(SUBSTITUTES[name])
        if self.tokens.peek().kind != "{":
            raise UnsetFormulaError(f"the text of \\{name} has no braces")
        self.tokens.take()
        with self.nested():
            return TextRun(name, tuple(self._parts()))

    def _parts(self) -> list[str | TextRun | Braces]:
        """Parse the content of braces, and join consecutive strings."""
        parts: list[str | TextRun | Braces] = []
        run: list[str] = []
        while (token := self.tokens.adjacent()).kind != "}":
            self.tokens.position += 1
            if token.kind == "{":
                with self.nested():
                    inner = self._parts()
            elif token.command in TEXTS:
                inner = [self.text(token.command)]
            elif token.kind == "$" and self.page:
                inner = [self._formula()]
            else:
                inner = [self._string(token)]
            for part in inner:
                if isinstance(part, str):
                    run.append(part)
                else:
                    parts += [*(["".join(run)] if run else []), part]
                    run = []
        self.tokens.position += 1
        return [*parts, *(["".join(run)] if "".join(run) else [])]

    def _string(self, token: Token) -> str:
        """The text that a token stands for."""
        symbol = token.symbol
        if token.kind == "":
            raise UnsetFormulaError("} is missing")
        if token.command or (symbol is not None and symbol not in _SYMBOLS):
            raise UnsetFormulaError(f"{token.text} is not allowed in its text", token.text[1:])
        if symbol is not None:
            return _SYMBOLS[symbol]
        if token.kind in {"^", "_"}:
            raise UnsetFormulaError(f"{token.kind} is not allowed in its text")
        if not is_combining(token.kind) and token.kind not in _CHARACTERS:
            check_character(token.kind)
        if token.kind == "\u00a0":
            self.tokens.replace("~")
        return _CHARACTERS.get(token.kind, token.kind)

    def _formula(self) -> Braces:
        """Parse a formula in the text. Its opening dollar sign has been consumed."""
        with self.nested():
            body = self.row("text")
        self.expect("$")
        return Braces(body)
