"""The parts of a formula: characters, commands with their arguments, and brackets."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from .arrays import ArrayParser
from .characters import ACCENTS, INTEGRALS, check_character, is_combining
from .commands import (
    ALPHABETS,
    ARGUMENTS,
    BRACKETS,
    MULTIPLIED,
    NOTHING,
    PAGE_ARGUMENTS,
    SIZES,
    SPACES,
    STRUCK,
    SUBSTITUTES,
    SYMBOLS,
    SYNONYMS,
    TEXTS,
    UNSTRUCK,
)
from .cursor import Context, misplaced
from .errors import UnsetFormulaError
from .near import TEXT_ACCENTS
from .texts import TextParser
from .tokens import Token, begins_script
from .tree import (
    Aligned,
    Applied,
    Braces,
    Character,
    Fenced,
    Middle,
    Negated,
    NewLine,
    Node,
    Root,
    Row,
    Sized,
    Space,
    Symbol,
    Tag,
)

__all__ = ["PartParser"]

_SPACE_SYMBOLS: Final = frozenset(",:;!> ")
_SYMBOLS: Final = frozenset("{}%#&$_|")
#: Characters that can themselves be superscripts.
_BACKPRIMES: Final = frozenset("`‵‶‷")
_STRUCK: Final = frozenset("=<>|/+-*:")
_BRACKET_CHARACTERS: Final = frozenset("()[]|/<>")
_BRACKET_SYMBOLS: Final = frozenset("{}|")


class PartParser(ArrayParser, TextParser):
    """Parses parts without their scripts."""

    @abstractmethod
    def argument(self, missing: str) -> Row:
        """Parse a group, or a single part, which is put in braces for TeX unless it is a single character.

        :param missing: the error message if there is neither.
        """

    def nucleus(self, context: Context) -> Node:
        """Parse one part without its scripts."""
        token = self.tokens.take()
        if token.command:
            return self._command(token.command, context)
        if token.symbol is not None:
            return self._symbol(token)
        if token.kind == "{":
            with self.nested():
                return Braces(self.in_braces("group"))
        if token.kind == "&":
            return Aligned()
        if token.kind in {"~", "\u00a0"}:
            self.tokens.replace("~")
            return Space("~")
        return self._character(token.kind)

    def _character(self, character: str) -> Node:
        """Parse a character, with the combining accents that follow it."""
        check_character(character)
        if self.bare_index and character in "[]":
            raise UnsetFormulaError("the index of a root has brackets without braces around them")
        if character in _BACKPRIMES:
            self.tokens.replace(f"{{{character}}}")
        part: Node = Character(character)
        start, accents = self.tokens.position - 1, 0
        while is_combining(accent := self.tokens.adjacent().kind):
            accents += 1
            self.deepen(1)
            if accent not in ACCENTS or not character.isalnum():
                check_character(accent)
            self.tokens.take()
            self.tokens.replace("")
            self.tokens.wrap(start, f"\\{ACCENTS[accent]}{{", "}")
            part = Applied(ACCENTS[accent], ((part,),))
        self.deepen(-accents)
        return part

    def _symbol(self, token: Token) -> Node:
        """Parse a control symbol. This method gets a line break only where line breaks are allowed."""
        symbol = token.text[1:]
        if symbol == "\\":
            self.end_line()
            return NewLine()
        if symbol in _SPACE_SYMBOLS:
            return Space(symbol)
        if symbol in _SYMBOLS:
            return Symbol(symbol)
        if symbol in TEXT_ACCENTS:
            raise UnsetFormulaError(f"\\{symbol} is an accent for text", symbol)
        raise UnsetFormulaError(f"unknown command \\{symbol}" if symbol else "it ends with \\", symbol)

    def _command(self, name: str, context: Context) -> Node:
        if name in SYNONYMS:
            name = SYNONYMS[name]
            self.tokens.replace(f"\\{name} ")
        if name in SYMBOLS or name in SPACES:
            if name in SUBSTITUTES:
                self.tokens.replace(SUBSTITUTES[name])
            return Space(name) if name in SPACES else Symbol(name)
        if name in TEXTS:
            return self.text(name)
        if name in NOTHING:
            self.tokens.replace("{}")
            return Braces(())
        if name in ARGUMENTS or (self.page and name in PAGE_ARGUMENTS):
            return self._applied(name)
        if name in SIZES:
            return Sized(name, self._bracket(name))
        if name == "left":
            return self._fenced()
        if name == "begin":
            with self.nested():
                return self.environment()
        if name == "not":
            return self._negated()
        if name == "middle" and context == "fence":
            return Middle(self._bracket(name))
        if name == "ensuremath":
            self.tokens.replace("")
            return Braces(self.argument(r"the argument of \ensuremath is missing"))
        return self._page_command(name)

    def _page_command(self, name: str) -> Node:
        """Parse a command that is allowed only on pages, or not at all."""
        if name in {"limits", "nolimits"}:
            raise UnsetFormulaError(f"\\{name} does not follow an operator")
        if name == "middle":
            raise UnsetFormulaError(r"\middle is not between \left and \right")
        if self.page and name in {"nonumber", "notag"}:
            return Tag("")
        if self.page and name in {"label", "tag"}:
            plain = name == "tag" and self.tokens.adjacent().kind != "*"
            if name == "tag" and not plain:
                self.tokens.take()
            word = self.word_in_braces()
            return Tag("" if name == "label" else f"({word})" if plain else word)
        raise UnsetFormulaError(f"unknown command \\{name}", name)

    def _applied(self, name: str) -> Node:
        """Parse a command with its arguments."""
        start = self.tokens.position - 1
        if name in SUBSTITUTES:
            self.tokens.replace(SUBSTITUTES[name])
        star = "*" if name == "operatorname" and self.tokens.peek().kind == "*" else ""
        if star:
            self.tokens.take()
        missing = f"an argument of \\{name} is missing"
        if name == "sqrt" and self.tokens.peek().kind == "[":
            with self.nested(measured=True):
                return Root(self._index(), self.argument(missing))
        if name == "substack" and self.tokens.peek().kind == "{":
            self.tokens.take()
            with self.nested():
                return Applied(name, (self.in_braces("lines"),))
        with self.nested(measured=name in MULTIPLIED):
            count = ARGUMENTS.get(name) or PAGE_ARGUMENTS[name]
            made = Applied(name + star, tuple(self.argument(missing) for _ in range(count)))
        if name in ALPHABETS and not all(
            isinstance(part, Character | Symbol) for part in made.arguments[0] or (None,)
        ):
            self.tokens.wrap(start, "{", "}")
        return made

    def _index(self) -> Row:
        """Parse the index of a root.

        TeX ends it at the first closing bracket, even if that belongs to another pair.
        """
        if self.bare_index:
            raise UnsetFormulaError("the index of a root has brackets without braces around them")
        self.tokens.take()
        self.bare_index = True
        index = self.row("index")
        self.expect("]")
        self.bare_index = False
        return index

    def _negated(self) -> Negated:
        r"""Parse the symbol that ``\not`` strikes out: one character or command, with or without braces."""
        tokens = self.tokens
        if braces := tokens.peek().kind == "{":
            tokens.take()
            tokens.replace("")
        token = tokens.take()
        part: Character | Symbol
        if token.command in SYMBOLS and token.command not in UNSTRUCK:
            part = Symbol(STRUCK.get(token.command, token.command))
            tokens.replace(f"\\{part.name}")
        elif len(token.text) == 1 and (token.kind.isalnum() or token.kind in _STRUCK or token.kind > "\x7f"):
            part = Character(token.kind)
            check_character(token.kind)
        else:
            raise UnsetFormulaError(r"\not is not followed by a symbol that can be struck out")
        if begins_script(token) or token.kind in INTEGRALS:
            raise UnsetFormulaError(r"\not is not followed by a symbol that can be struck out")
        if braces:
            self.expect("}")
            tokens.replace("")
        return Negated(part)

    # Brackets -------------------------------------------------------------------------------------------

    def _fenced(self) -> Fenced:
        with self.nested():
            left = self._bracket("left")
            body = self.row("fence")
            if (token := self.tokens.take()).command != "right":
                raise (
                    misplaced(token, r"\left has no \right")
                    if token.kind != "}"
                    else UnsetFormulaError(r"\left has no \right")
                )
            return Fenced(left, body, self._bracket("right"))

    def _bracket(self, name: str) -> str:
        """Parse the bracket after a command; empty for a full stop, which means no bracket."""
        token = self.tokens.take()
        if self.bare_index and token.kind and token.kind in "[]":
            raise UnsetFormulaError("the index of a root has brackets without braces around them")
        if token.kind == ".":
            return ""
        if token.kind in _BRACKET_CHARACTERS or token.command in BRACKETS:
            return token.kind
        if token.symbol is not None and token.symbol in _BRACKET_SYMBOLS:
            return token.text
        raise UnsetFormulaError(f"\\{name} is not followed by a bracket")
