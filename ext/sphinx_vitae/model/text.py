"""Text with markup: the content of a field, independent of any output format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from .pickling import pickled_as_tuple

__all__ = ["EMPTY", "Inline", "Span", "SpanKind", "Text"]

SpanKind = Literal[
    "emph",
    "strong",
    "smallcaps",
    "sub",
    "sup",
    "code",
    "math",
    "link",
    "quote",
    "cite",
    "item",
    "par",
    "me",
    "mark",
    "person",
]


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Span:
    """A part of a `Text` with markup.

    ``target`` is the address of a ``link``, the key of a ``cite``, and empty otherwise. The only part of a
    ``math`` span is its TeX source, without dollar signs. An ``item`` is one bullet. A ``par`` separates two
    paragraphs, and is printed as a space if they are joined on one line.

    Three kinds occur only in composed references: ``me`` is the owner's name, ``mark`` is a mark after a
    name, and ``person`` is a name whose ``target`` is a home page, which is linked on pages but not in print.
    """

    kind: SpanKind
    parts: tuple[Inline, ...]
    target: str = ""


Inline = str | Span


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Text:
    """A sequence of plain strings (Unicode, without LaTeX) and spans."""

    parts: tuple[Inline, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __str__(self) -> str:
        """The text without markup; formulas as TeX source."""
        if len(self.parts) == 1 and isinstance(self.parts[0], str):
            return self.parts[0]
        return "".join(_strings(self.parts))

    def __add__(self, other: Text | str) -> Text:
        return Text(self.parts + (other.parts if isinstance(other, Text) else (other,) if other else ()))

    def spans(self, kind: SpanKind) -> Iterator[Span]:
        """All spans of one kind, in reading order, at any depth."""
        return _find(self.parts, kind)


def _strings(parts: tuple[Inline, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            if part.kind == "item":
                yield " "
            yield from _strings(part.parts)


def _find(parts: tuple[Inline, ...], kind: SpanKind) -> Iterator[Span]:
    for part in parts:
        if isinstance(part, Span):
            if part.kind == kind:
                yield part
            yield from _find(part.parts, kind)


EMPTY: Final = Text()
