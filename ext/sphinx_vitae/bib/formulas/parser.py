"""TeX formula → its tree, and the TeX source that is passed on."""

from __future__ import annotations

import re
from typing import Final

from .characters import PRIMES, script_of
from .commands import ALPHABETS, DECLARATIONS, OPERATORS
from .cursor import Context, misplaced
from .errors import UnsetFormulaError
from .parts import PartParser
from .tokens import Token, begins_script
from .tree import SCRIPTLESS, Applied, Braces, Character, Node, Row, Scripts, Styled, Symbol

__all__ = ["checked_formula", "parse_formula"]

_EMPTY_LINE: Final = re.compile(r"\n\s*\n")
#: Commands whose result is an operator, regardless of the argument.
_MADE_OPERATORS: Final = frozenset(("mathop", "operatorname", "operatorname*", "overbrace", "underbrace"))


def checked_formula(source: str) -> str:
    """The formula as TeX source that every typesetter accepts.

    :raises UnsetFormulaError: if it cannot be typeset.
    """
    if _EMPTY_LINE.search(source):
        raise UnsetFormulaError("it has an empty line")
    parser = _Parser(source, page=False)
    if not parser.whole():
        raise UnsetFormulaError("it is empty")
    return parser.tokens.tex


def parse_formula(source: str) -> Row:
    """The tree of a formula that is on a page, or that has already been checked.

    :raises UnsetFormulaError: if it cannot be typeset.
    """
    return _Parser(source, page=True).whole()


class _Parser(PartParser):
    """Parses a formula from left to right, once."""

    def whole(self) -> Row:
        made = self.row("page" if self.page else "formula")
        if (token := self.tokens.peek()).kind:
            raise misplaced(token, f"{token.text} is not allowed here")
        return made

    # Rows -----------------------------------------------------------------------------------------------

    def row(self, context: Context) -> Row:
        """Parse the parts of a row. A declaration applies to all parts after it."""
        styles: list[tuple[str, list[Node]]] = [("", [])]
        while (token := self.tokens.peek()).kind and not self._ends(token, context):
            if token.command in DECLARATIONS:
                self.tokens.take()
                if begins_script(
                    self.tokens.following()
                ):  # otherwise, TeX would attach it to the preceding part
                    self.tokens.replace(f"{token.text}{{}}")
                styles.append((token.command, []))
                self.deepen(1)
            else:
                styles[-1][1].append(self._scripted(context))
        self.deepen(1 - len(styles))
        body: Row = ()
        for name, parts in reversed(styles):
            body = (Styled(name, (*parts, *body)),) if name else (*parts, *body)
        return body

    @staticmethod
    def _ends(token: Token, context: Context) -> bool:
        """Whether a token ends the row."""
        if token.kind == "&":
            return context != "page"
        if token.text == r"\\":
            return context not in {"page", "lines"}
        if token.kind == "]":
            return context == "index"
        return token.kind in {"}", "$"} or token.command in {"end", "right"}

    def _scripted(self, context: Context) -> Node:
        """Parse a part with its primes and scripts."""
        token = self.tokens.peek()
        base = None if begins_script(token) else self.nucleus(context)
        if isinstance(base, SCRIPTLESS):
            return base
        last = self.tokens.position - 1
        limits = ""
        while (token := self.tokens.peek()).command in {"limits", "nolimits"}:
            if not _is_operator(base):
                raise UnsetFormulaError(f"\\{token.command} does not follow an operator")
            limits = self.tokens.take().command
        if begins_script(self.tokens.following()) and _is_accent_with_scripts(base):
            self.tokens.put_before(last, "{}")  # otherwise TeX drops the group around it
        primes, below, above = self._scripts()
        if base is not None and not limits and not primes and below is None and above is None:
            return base
        return Scripts(base, limits, primes, below, above)

    def _scripts(self) -> tuple[int, Row | None, Row | None]:
        """Parse the primes, the subscript and the superscript.

        A superscript can follow primes, but not precede them.
        """
        primes, found, last = 0, dict[str, Row](), ""
        while begins_script(token := self.tokens.peek()):
            sign = script_of(token.kind)[0] or ("'" if token.kind in PRIMES else token.kind)
            if sign in found or ("^" in found and sign == "'") or (primes and sign != "_" and last != "'"):
                raise UnsetFormulaError("it has two superscripts or two subscripts in the same place")
            last = sign
            if sign == "'":
                primes += self._primes()
            else:
                found[sign] = self._script(sign)
        return primes, found.get("_"), found.get("^")

    def _primes(self) -> int:
        """Parse the primes that follow.

        TeX accepts a superscript after them only if there is no white space in between.
        """
        count = 0
        while (token := self.tokens.peek()).kind in PRIMES:
            self.tokens.take()
            self.tokens.replace("'" * PRIMES[token.kind])
            count += PRIMES[token.kind]
            start = self.tokens.position
            self.tokens.peek()
            if begins_script(self.tokens.adjacent()):
                self.tokens.erase(start)
        return count

    def _script(self, sign: str) -> Row:
        """Parse the content of a script. Unicode scripts are converted to TeX."""
        token = self.tokens.take()
        if token.kind == sign:
            return self.argument(f"nothing follows {sign}")
        start = self.tokens.position - 1
        made: list[str] = []
        while script_of(token.kind)[0] == sign:
            made.append(script_of(token.kind)[1])
            self.tokens.replace(made[-1])
            token = self.tokens.adjacent()
            self.tokens.position += 1
        self.tokens.position -= 1
        self.tokens.wrap(start, f"{sign}{{", "}")
        return tuple(Character(character) for character in "".join(made))

    def argument(self, missing: str) -> Row:
        """Parse a group, or a single part, which is put in braces for TeX unless it is a single character."""
        token = self.tokens.peek()
        if token.kind == "{":
            self.tokens.take()
            with self.nested():
                return self.in_braces("group")
        if not token.kind or self._ends(token, "index") or begins_script(token) or token.kind == "&":
            raise UnsetFormulaError(missing)
        if token.command in DECLARATIONS or token.command in {"limits", "nolimits", "middle"}:
            raise UnsetFormulaError(missing)
        start = self.tokens.position
        with self.nested():
            part = self.nucleus("group")
        if not isinstance(part, Character) or not part.character.isascii():
            self.tokens.wrap(start, "{", "}")
        return (part,)


def _is_operator(node: Node | None) -> bool:
    r"""Whether ``\limits`` can follow this node."""
    if isinstance(node, Symbol):
        return node.name in OPERATORS
    return isinstance(node, Applied) and node.name in _MADE_OPERATORS


def _is_accent_with_scripts(node: Node | None) -> bool:
    """Whether a group consists of an accented or struck-out letter with scripts."""
    inside = False
    while isinstance(node, Braces | Styled | Applied):
        if isinstance(node, Applied) and node.name not in ALPHABETS and node.name != "mathord":
            return False
        body = node.arguments[0] if isinstance(node, Applied) else node.body
        if len(body) != 1:
            return False
        node, inside = body[0], True
    return inside and isinstance(node, Scripts) and not isinstance(node.base, Character | Symbol | None)
