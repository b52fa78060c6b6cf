"""Converts HTML, JATS and MathML in responses from services to `Text`."""

from __future__ import annotations

import re
from html import unescape
from typing import Final
from xml.etree import ElementTree

from sphinx_vitae.bib.formulas import UnsetFormulaError, checked_formula
from sphinx_vitae.bib.markup.commands import TAGS
from sphinx_vitae.bib.vocabulary import words
from sphinx_vitae.model import Inline, Span, SpanKind, Text

from .mathml import formula_of

__all__ = ["html_text", "with_formulas"]

#: Tag → how it formats its content: as in a bibliography, and those of JATS.
_KINDS: Final[dict[str, SpanKind]] = {tag: kind for tag, kind in TAGS.items() if kind} | {"monospace": "code"}
#: JATS and HTML tags that are ignored, except for their content.
_DROPPED: Final = frozenset(TAGS) | words(
    """
    title p sec div a br u underline inline-formula disp-formula alternatives ext-link xref
    named-content list list-item ul ol li h1 h2 h3 h4 tex-math abstract trans-abstract label font roman
    sans-serif styled-content uri break email fn ref script style annotation semantics
    """
)
_TAG: Final = re.compile(r"<(/?)(?:[a-z]{1,9}:)?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?(/?)>")
_MATH: Final = re.compile(r"<((?:[a-z]{1,9}:)?)math\b.*?</\1math\s*>", re.S | re.I)
_TEX: Final = re.compile(
    r"<(?:[a-z]{1,9}:)?(?:tex-math\b[^<>]*|annotation\b[^<>]*x-tex[^<>]*)>(.*?)</", re.S | re.I
)
_COMMENT: Final = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>", re.S)
_PREFIX: Final = re.compile(
    r"(</?)[a-z]{1,9}:(?=[A-Za-z])|\sxmlns(?::\w+)?=(?:\"[^\"]*\"|'[^']*')|\s\w+:\w+=(?:\"[^\"]*\"|'[^']*')"
)
_DOLLARS: Final = re.compile(r"\$\$?([^$]+?)\$\$?|\\\((.+?)\\\)")
_BLANKS: Final = re.compile(r"\s+")
#: Services sometimes escape text twice, but not more often.
_ENTITIES: Final = 2
_BLOCKS: Final = frozenset(("p", "br", "sec", "title", "li", "list-item", "div", "break"))
_LONGEST: Final = 60_000


def html_text(source: str) -> Text:
    """The text of a value from a service, including emphasis and formulas."""
    source = _COMMENT.sub("", source[:_LONGEST])
    for _ in range(_ENTITIES):
        if "&" not in source or _MATH.search(source):
            break
        source = unescape(source)
    parser = _Parser()
    behind = 0
    for found in _MATH.finditer(source):
        parser.markup(source[behind : found.start()])
        parser.formula(found[0])
        behind = found.end()
    parser.markup(source[behind:])
    return with_formulas(Text(parser.parts()))


class _Parser:
    """Collects text and spans. An unclosed tag ends with its parent."""

    def __init__(self) -> None:
        self.stack: list[tuple[str, list[Inline]]] = [("", [])]

    def markup(self, source: str) -> None:
        behind = 0
        for found in _TAG.finditer(source):
            name = found[2].lower()
            if name not in _KINDS and name not in _DROPPED:
                continue
            self.text(source[behind : found.start()])
            behind = found.end()
            if name in _BLOCKS:
                self.text(" ")
            if name in _KINDS and not found[3]:
                self.close(name) if found[1] else self.stack.append((name, []))
        self.text(source[behind:])

    def text(self, text: str) -> None:
        if text := _BLANKS.sub(" ", unescape(text) if "&" in text else text):
            self.stack[-1][1].append(text)

    def formula(self, markup: str) -> None:
        if found := _TEX.search(markup):
            tex = unescape(found[1]).strip().strip("$").strip()
        else:
            try:
                tex = formula_of(ElementTree.fromstring(_PREFIX.sub(r"\1", markup)))
            except ElementTree.ParseError:
                return self.text(re.sub(r"<[^<>]*>", "", markup))
        checked = _checked(tex)
        if checked and not tex.isalnum():
            self.stack[-1][1].append(Span("math", (checked,)))
        else:
            self.text(tex)
        return None

    def close(self, name: str) -> None:
        if any(opened == name for opened, _ in self.stack):
            while self.stack[-1][0] != name:
                self._pop()
            self._pop()

    def _pop(self) -> None:
        name, parts = self.stack.pop()
        if parts:
            self.stack[-1][1].append(Span(_KINDS[name], tuple(parts)))

    def parts(self) -> tuple[Inline, ...]:
        while len(self.stack) > 1:
            self._pop()
        return tuple(_trimmed(self.stack[0][1]))


def _trimmed(parts: list[Inline]) -> list[Inline]:
    """The parts, with adjacent strings joined, white space collapsed, and none at either end."""
    joined: list[Inline] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] = _BLANKS.sub(" ", joined[-1] + part)
        else:
            joined.append(part)
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip()
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip()
    return [part for part in joined if part != ""]


def with_formulas(text: Text) -> Text:
    """The text, with TeX between dollar signs as formulas. ``US$5 and $6`` does not contain a formula."""
    return Text(tuple(_split(text.parts)))


def _split(parts: tuple[Inline, ...]) -> list[Inline]:
    made: list[Inline] = []
    for part in parts:
        if isinstance(part, Span):
            made.append(
                part if part.kind == "math" else Span(part.kind, tuple(_split(part.parts)), part.target)
            )
            continue
        behind = 0
        for found in _DOLLARS.finditer(part):
            tex = (found[1] or found[2]).strip()
            if (set(tex) & set("\\^_") or len(tex) == 1) and (checked := _checked(tex)):
                made += [part[behind : found.start()], Span("math", (checked,))]
                behind = found.end()
        made.append(part[behind:])
    return [part for part in made if part]


def _checked(tex: str) -> str:
    try:
        return checked_formula(tex) if tex else ""
    except UnsetFormulaError:
        return ""
