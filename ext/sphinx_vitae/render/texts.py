"""Builds a `Text` from others: joined, emphasised, as an ordinal, or without links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sphinx_vitae.model import EMPTY, Inline, Span, Text

__all__ = [
    "COMMA",
    "around_number",
    "bare",
    "capital",
    "chained",
    "commas",
    "distinct",
    "emph",
    "filled",
    "joined",
    "unlinked",
    "with_comma",
]

#: What is between the parts of a text. It is a string of its own, which `with_comma` replaces.
COMMA: Final = ", "
#: Longer numbers, such as identifiers, are not kept together with the word before them.
_LONGEST_NUMBER: Final = 16
_PLACE: Final = re.compile(r"\{(\w+)\}")


def bare(text: str) -> Text:
    """The string as a `Text`."""
    return Text((text,)) if text else EMPTY


def around_number(words: tuple[str, str], text: Text | str) -> tuple[str, str]:
    """The words before and after a text. If it is a number, lines do not break between them: ``pages 4–5``."""
    first = str(text).partition(" ")[0]
    if len(first) > _LONGEST_NUMBER or not any(map(str.isdigit, first)):
        return words
    before, after = words
    return (
        f"{before[:-1]}\u00a0" if before.endswith(" ") else before,
        f"\u00a0{after[1:]}" if after.startswith(" ") else after,
    )


def chained(*parts: Text | str) -> Text:
    """The parts, one after the other."""
    made: list[Inline] = []
    for part in parts:
        made += part.parts if isinstance(part, Text) else (part,)
    return Text(tuple(made))


def joined(separator: str, *parts: Text | str | None) -> Text:
    """The parts that are not empty, separated by *separator*."""
    made = EMPTY
    for part in parts:
        if part:
            made = made + (separator if made else "") + part
    return made


def commas(*parts: Text | str | None) -> Text:
    """The parts that are not empty, separated by commas."""
    return joined(COMMA, *parts)


def distinct(*parts: Text) -> Text:
    """The parts that are not empty, separated by commas, and without duplicates."""
    there = [part for part in parts if part.parts]
    if len(there) < 2:
        return there[0] if there else EMPTY
    once: dict[str, Text] = {}
    for part in there:
        once.setdefault(str(part), part)
    first, *others = once.values()
    return Text((*first.parts, *(inline for other in others for inline in (COMMA, *other.parts))))


def emph(text: Text | str) -> Text:
    """The text in italics; empty if the text is empty."""
    return Text((Span("emph", text.parts if isinstance(text, Text) else (text,)),)) if text else EMPTY


def filled(pattern: str, **parts: Text) -> Text:
    """A phrase with a text in place of each placeholder: ``{volume} of {whole}``."""
    made = EMPTY
    for n, part in enumerate(_PLACE.split(pattern)):
        made = made + (parts.get(part, EMPTY) if n % 2 else part)
    return made


def capital(text: Text) -> Text:
    """The text with its first letter capitalised."""
    if text.parts and isinstance(first := text.parts[0], str):
        return Text((first[:1].upper() + first[1:], *text.parts[1:]))
    return text


def with_comma(text: Text, comma: str) -> Text:
    """The text with the comma of a language between its parts."""
    return text if comma == COMMA else Text(tuple(_with_comma(text.parts, comma)))


def _with_comma(parts: tuple[Inline, ...], comma: str) -> Iterator[Inline]:
    for part in parts:
        if isinstance(part, str):
            yield comma if part == COMMA else part
        else:
            yield Span(part.kind, tuple(_with_comma(part.parts, comma)), part.target)


def unlinked(text: Text) -> Text:
    """The text without links and citations, for use inside a link."""
    return (
        Text(tuple(_unlinked(text.parts))) if any(not isinstance(part, str) for part in text.parts) else text
    )


def _unlinked(parts: tuple[Inline, ...]) -> Iterator[Inline]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif part.kind in {"link", "cite"}:
            yield from _unlinked(part.parts)
        else:
            yield Span(part.kind, tuple(_unlinked(part.parts)), part.target)
