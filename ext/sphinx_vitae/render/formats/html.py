"""`Text` in HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import markupsafe
from markupsafe import Markup

from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.model import Inline, Span, Text, runs, runs_backwards

from .context import RenderContext
from .fragments import adjoined, blocks, cited

__all__ = ["Html", "as_markup", "escaped"]


def _replaced(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


#: Escapes a string as `markupsafe.escape` does, without making it `Markup`. The function that does so is private to
#: markupsafe; if it does not exist, pages only take longer.
escaped: Final[Callable[[str], str]] = getattr(markupsafe, "_escape_inner", _replaced)


def as_markup(source: str) -> Markup:
    """HTML as `Markup`, whose own constructor first asks whether it has a form in HTML."""
    return str.__new__(Markup, source)


def _escape(text: str) -> Markup:
    return text if isinstance(text, Markup) else as_markup(escaped(text))


class Html:
    """Writes HTML5.

    :param from_right: whether the site is written from right to left; text of the other direction is then isolated.
        ``None`` isolates nothing.
    """

    _TAGS: Final = {
        "emph": ("<em>", "</em>"),
        "strong": ("<strong>", "</strong>"),
        "smallcaps": ('<span class="vitae-smallcaps">', "</span>"),
        "sub": ("<sub>", "</sub>"),
        "sup": ("<sup>", "</sup>"),
        "code": ("<code>", "</code>"),
        "quote": ("“", "”"),
        "item": ("", " "),
        "me": ('<strong class="vitae-me">', "</strong>"),
        "mark": ('<sup class="vitae-mark">', "</sup>"),
        "par": ("", ""),
    }

    def __init__(self, *, from_right: bool | None = None) -> None:
        self._from_right = from_right
        self._isolated = "ltr" if from_right else "rtl"

    def escape(self, text: str) -> Markup:
        """A string as markup, in which text of the other direction is isolated."""
        return self._isolating(text, _escape)

    def in_parts(self, text: str) -> Markup:
        """The same with an element for each part between commas. The parts of one direction are isolated together."""
        return self._isolating(text, _in_parts)

    def _isolating(self, text: str, written: Callable[[str], Markup]) -> Markup:
        if self._from_right is None or not (self._from_right or runs_backwards(text)):
            return written(text)
        return Markup("").join(
            Markup('<bdi dir="{}">{}</bdi>').format(self._isolated, written(piece))
            if turned
            else written(piece)
            for piece, turned in runs(text, from_right=self._from_right)
        )

    def text(self, text: Text, page: RenderContext) -> Markup:
        """Running text, in which bullet points stay inline."""
        if len(text.parts) == 1 and isinstance(first := text.parts[0], str):
            return self.escape(first)
        return as_markup(self._inline(text.parts, page))

    def prose(self, text: Text, page: RenderContext) -> Markup:
        """Paragraphs and bulleted lists. Each has the direction of its text, which is not isolated within it."""
        out = []
        for block in blocks(text):
            if isinstance(block, tuple):
                inner = self._bare._inline(block, page).strip()
                out.append(f"<p{self._direction(inner)}>{inner}</p>")
            else:
                items = [self._item(item, page) for item in block]
                out.append("<ul>" + "".join(f"<li{self._direction(i)}>{i}</li>" for i in items) + "</ul>")
        return Markup("\n".join(out))

    @property
    def _bare(self) -> Html:
        return self if self._from_right is None else Html()

    def _direction(self, inner: str) -> str:
        """The attribute of an element that can have another direction than the page."""
        turned = self._from_right or (self._from_right is not None and runs_backwards(inner))
        return ' dir="auto"' if turned else ""

    def _item(self, item: Span, page: RenderContext) -> str:
        """The content of a bullet point: text, or paragraphs and nested bullet points."""
        prose = str(self.prose(Text(item.parts), page))
        first, _, rest = prose.partition("</p>")
        # A single paragraph, or a paragraph before nested bullet points, does not need <p>.
        return first.partition(">")[2] + rest if prose.startswith("<p") and "</p>" not in rest else prose

    def _inline(self, parts: tuple[Inline, ...], page: RenderContext) -> str:
        adjacent = adjoined(parts) if self._from_right else parts
        return "".join(
            [self._string(part) if isinstance(part, str) else self._span(part, page) for part in adjacent]
        )

    def _string(self, text: str) -> str:
        """The same as `escape`, for a part of a text, which nearly always has one direction."""
        return escaped(text) if text.isascii() and not self._from_right else self.escape(text)

    def _span(self, span: Span, page: RenderContext) -> str:
        if span.kind == "math":
            return page.math(str(Text(span.parts)))
        if span.kind == "cite":
            return self.link(page.address(span.target), self._inline(cited(span, page), page), "internal")
        inner = self._inline(span.parts, page)
        if span.kind in {"link", "person"}:
            return self.link(span.target, inner, "external")
        before, after = self._TAGS[span.kind]
        return f"{before}{inner}{after}"

    @staticmethod
    def link(url: str, inner: str, kind: str) -> str:
        """A link around markup; only the markup if the URL is missing, or external and unsafe.

        :param kind: ``external`` or ``internal``.
        """
        url = checked_url(url) if kind == "external" else url
        if not url:
            return inner
        return f'<a class="reference {kind}" href="{escaped(url)}">{inner}</a>'


def _in_parts(text: str) -> Markup:
    *first, last = (as_markup(escaped(part)) for part in text.split(", "))
    part = Markup('<span class="vitae-part">{}</span>').format
    said = (part(each + ",") if each else Markup(",") for each in first)
    return Markup(" ").join([*said, part(last) if last else last])
