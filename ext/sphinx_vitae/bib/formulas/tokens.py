"""The tokens of a formula, and their replacements in the TeX source that is passed on."""

from __future__ import annotations

import re
from html import unescape
from typing import Final, NamedTuple
from unicodedata import normalize

from .characters import PRIMES, script_of
from .damaged import commands_restored
from .errors import UnsetFormulaError

__all__ = ["Token", "Tokens", "begins_script"]

#: Real formulas are much shorter, and longer formulas exceed TeX's maximum width. The result may
#: be longer than the source, and is parsed again.
_LONGEST: Final = 5000
_LONGEST_ON_PAGES: Final = 30_000
_TOKEN: Final = re.compile(r"\\([A-Za-z]++)|\\(.|\Z)|((?:(?!\xa0)\s)++)|(.)", re.S)
_COMMENTED: Final = re.compile(r"\\([A-Za-z]++)|\\(.|\Z)|((?:(?!\xa0)\s|%[^\n]*+)++)|(.)", re.S)
_SCRIPT_SIGNS: Final = frozenset("^_")
_ENDS_IN_NAME: Final = re.compile(r"\\[A-Za-z]+\Z")


class Token(NamedTuple):
    r"""A command (``kind`` is its name), or another token.

    ``kind`` is ``\`` for a control symbol, a space for white space, and empty at the end of the formula.
    Otherwise it is the character itself.
    """

    kind: str
    text: str

    @property
    def command(self) -> str:
        """The name of the command; empty for all other tokens."""
        return self.kind if len(self.text) > 1 and self.kind.isalpha() else ""

    @property
    def symbol(self) -> str | None:
        """The character of a control symbol."""
        return self.text[1:] if self.kind == "\\" else None


#: The names of ``_`` and ``^`` in MathSciNet.
_SCRIPT: Final = re.compile(r"(?<!\\)\\s([bp])(?![A-Za-z])\s*")
#: HTML elements of scripts and fonts, and their content.
_ELEMENT: Final = re.compile(r"<(sub|sup|i|em|b|strong)>([^<>$]{1,200})</\1>", re.I)
_OF_ELEMENT: Final = {"sub": "_{%s}", "sup": "^{%s}", "b": r"\mathbf{%s}", "strong": r"\mathbf{%s}"}
#: HTML entities that stand for a sign of a formula, as databases export them.
_ENTITY: Final = re.compile(r"&(#?\w{2,8});")
#: A space of a given width.
_KERN: Final = re.compile(r"\\mkern\s*-?[\d.]+\s*mu\b")
_END: Final = Token("", "")


class Tokens:
    """The tokens, from left to right. `written` collects their replacements.

    :param page: whether the formula is on a page, where ``%`` starts a comment.
    """

    def __init__(self, source: str, *, page: bool) -> None:
        longest = _LONGEST_ON_PAGES if page else _LONGEST
        if len(source) > longest:
            raise UnsetFormulaError(f"it is longer than {longest} characters")
        pattern = _COMMENTED if page else _TOKEN
        if not page:
            source = commands_restored(_without_html(source))
        source = _KERN.sub(r"\\,", source)
        source = _SCRIPT.sub(lambda found: "_" if found[1] == "b" else "^", normalize("NFC", source))
        self._tokens = [_token(found) for found in pattern.finditer(source)]
        self.written = [token.text for token in self._tokens]
        self.position = 0

    def peek(self) -> Token:
        """The next token that is not white space."""
        tokens = self._tokens
        while self.position < len(tokens) and tokens[self.position].kind == " ":
            self.position += 1
        return tokens[self.position] if self.position < len(tokens) else _END

    def take(self) -> Token:
        """Consume the next token that is not white space."""
        token = self.peek()
        self.position += 1
        return token

    def following(self) -> Token:
        """The next token that is not white space. The white space before it is not consumed."""
        position = self.position
        token = self.peek()
        self.position = position
        return token

    def adjacent(self) -> Token:
        """The token that immediately follows, even if it is white space."""
        return self._tokens[self.position] if self.position < len(self._tokens) else _END

    def ahead(self, count: int) -> str:
        """The next tokens as text, up to the first that is not a single character."""
        made: list[str] = []
        for token in self._tokens[self.position : self.position + count]:
            if len(token.text) > 1:
                break
            made.append(token.text)
        return "".join(made)

    def replace(self, text: str, position: int | None = None) -> None:
        """Replace the last token, or the token at a position, with other text."""
        self.written[self.position - 1 if position is None else position] = text

    def put_before(self, position: int, text: str) -> None:
        """Insert text before a token."""
        self.written[position] = text + self.written[position]

    def wrap(self, start: int, before: str, after: str) -> None:
        """Insert text around the tokens from a position to the last one."""
        self.put_before(start, before)
        self.written[self.position - 1] += after

    def erase(self, start: int) -> None:
        """Omit the tokens from a position up to the next one, which is kept."""
        self.written[start : self.position] = [""] * (self.position - start)

    @property
    def tex(self) -> str:
        """The TeX source that is passed on. A command never runs together with the letters after it."""
        made: list[str] = []
        for text in self.written:
            if made and text[:1].isalpha() and _ENDS_IN_NAME.search(made[-1]):
                made.append(" ")
            if text and not (text == " " and (not made or made[-1] == " ")):
                made.append(text)
        if made and made[-1] == " ":
            made.pop()
        return "".join(made)


def begins_script(token: Token) -> bool:
    """Whether a token is a prime, or starts a script."""
    kind = token.kind
    if kind in _SCRIPT_SIGNS or kind in PRIMES:
        return True
    return len(kind) == 1 and kind > "\x7f" and bool(script_of(kind)[0])


def _without_html(source: str) -> str:
    """A formula from a database, with TeX source instead of HTML."""
    if "</" in source:
        source = _ELEMENT.sub(lambda found: _OF_ELEMENT.get(found[1].lower(), "{%s}") % found[2], source)
    return _ENTITY.sub(_character, source) if ";" in source else source


def _character(found: re.Match[str]) -> str:
    character = unescape(found[0])
    return character if len(character) == 1 and character not in "\\{}$%#&" else found[0]


def _token(found: re.Match[str]) -> Token:
    name, symbol, blank, character = found.groups()
    if name:
        return Token(name, found[0])
    if symbol is not None:
        return Token("\\", "\\ " if symbol.isspace() else found[0])
    return Token(" ", " ") if blank else Token(character, character)
