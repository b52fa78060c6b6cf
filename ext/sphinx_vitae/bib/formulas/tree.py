"""The parts of a formula.

A tree contains only elements that every typesetter accepts: all arguments are present, and all names
are known. Its depth is limited, so that it can be processed recursively.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = [
    "Aligned",
    "Applied",
    "Array",
    "Braces",
    "Character",
    "Fenced",
    "Middle",
    "Negated",
    "NewLine",
    "Node",
    "Root",
    "Row",
    "Scripts",
    "Sized",
    "Space",
    "Styled",
    "Symbol",
    "Tag",
    "TextRun",
]


class Node:
    """A part of a formula."""

    __slots__ = ()


Row = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Character(Node):
    """One character with its usual meaning."""

    character: str


@dataclass(frozen=True, slots=True)
class Symbol(Node):
    """A command without arguments, such as ``alpha`` or ``sum``; or a control symbol, such as ``{``."""

    name: str


@dataclass(frozen=True, slots=True)
class Space(Node):
    """A space, identified by the name of its command: ``quad``, ``,`` or ``~``. It cannot have scripts."""

    name: str


@dataclass(frozen=True, slots=True)
class Braces(Node):
    """The content of braces."""

    body: Row


@dataclass(frozen=True, slots=True)
class Applied(Node):
    """A command with its arguments, such as ``frac``."""

    name: str
    arguments: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Root(Node):
    """A root with an index."""

    index: Row
    body: Row


@dataclass(frozen=True, slots=True)
class Styled(Node):
    """A declaration, such as ``bf``, and the rest of its group, to which it applies."""

    name: str
    body: Row


@dataclass(frozen=True, slots=True)
class TextRun(Node):
    """Text in a formula. Its parts are strings, nested text and nested formulas."""

    name: str
    parts: tuple[str | TextRun | Braces, ...]


@dataclass(frozen=True, slots=True)
class Sized(Node):
    """A bracket of a specific size. The bracket is a character or a command; if empty, there is no bracket."""

    name: str
    bracket: str


@dataclass(frozen=True, slots=True)
class Middle(Node):
    """A bracket that is as tall as the pair around it."""

    bracket: str


@dataclass(frozen=True, slots=True)
class Fenced(Node):
    r"""The content between ``\left`` and ``\right``."""

    left: str
    body: Row
    right: str


@dataclass(frozen=True, slots=True)
class Negated(Node):
    """A struck-out character or symbol."""

    part: Character | Symbol


@dataclass(frozen=True, slots=True)
class Array(Node):
    """An environment with rows of cells.

    ``columns`` is the argument of ``array``; it is empty for other environments.
    """

    environment: str
    columns: str
    rows: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True)
class Scripts(Node):
    """A part with primes and scripts. Its base may be empty, as in ``{}^{14}C``."""

    base: Node | None
    limits: str  # "limits", "nolimits" or empty
    primes: int
    below: Row | None
    above: Row | None


@dataclass(frozen=True, slots=True)
class NewLine(Node):
    """The end of a line that is not a row of an array."""


@dataclass(frozen=True, slots=True)
class Aligned(Node):
    """The alignment point in lines that are not rows of an array."""


@dataclass(frozen=True, slots=True)
class Tag(Node):
    """The label that replaces the number of a displayed formula."""

    text: str


#: Nodes that cannot have a script.
SCRIPTLESS: Final = (Space, Middle, NewLine, Aligned, Tag)
