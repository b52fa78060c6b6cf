"""`Text` in HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup, escape

from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.model import Inline, Span, Text, runs, runs_backwards

from .context import RenderContext
from .fragments import adjoined, blocks, cited

__all__ = ["Html"]


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
        if self._from_right is None or not (self._from_right or runs_backwards(text)):
            return escape(text)
        return Markup("").join(
            Markup('<bdi dir="{}">{}</bdi>').format(self._isolated, piece) if turned else escape(piece)
            for piece, turned in runs(text, from_right=self._from_right)
        )

    def text(self, text: Text, page: RenderContext) -> Markup:
        """Running text, in which bullet points stay inline."""
        if len(text.parts) == 1 and isinstance(first := text.parts[0], str):
            return self.escape(first)
        return Markup("".join(self._inline(text.parts, page)))

    def prose(self, text: Text, page: RenderContext) -> Markup:
        """Paragraphs and bulleted lists. Each has the direction of its text, which is not isolated within it."""
        out = []
        for block in blocks(text):
            if isinstance(block, tuple):
                inner = "".join(self._bare._inline(block, page)).strip()
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

    def _inline(self, parts: tuple[Inline, ...], page: RenderContext) -> Iterator[str]:
        for part in adjoined(parts) if self._from_right else parts:
            if isinstance(part, str):
                yield str(self.escape(part))
            elif part.kind == "math":
                yield page.math(str(Text(part.parts)))
            elif part.kind in {"link", "person"}:
                yield self.link(part.target, "".join(self._inline(part.parts, page)), "external")
            elif part.kind == "cite":
                inner = "".join(self._inline(cited(part, page), page))
                yield self.link(page.address(part.target), inner, "internal")
            else:
                before, after = self._TAGS[part.kind]
                yield before
                yield from self._inline(part.parts, page)
                yield after

    @staticmethod
    def link(url: str, inner: str, kind: str) -> str:
        """A link around markup; only the markup if the URL is missing, or external and unsafe.

        :param kind: ``external`` or ``internal``.
        """
        url = checked_url(url) if kind == "external" else url
        if not url:
            return inner
        return f'<a class="reference {kind}" href="{escape(url)}">{inner}</a>'
