"""`Text` in HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup, escape

from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.model import Inline, Span, Text

from .context import RenderContext
from .fragments import blocks, cited

__all__ = ["Html"]


class Html:
    """Writes HTML5."""

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

    def escape(self, text: str) -> Markup:
        """A string as markup."""
        return escape(text)

    def text(self, text: Text, page: RenderContext) -> Markup:
        """Running text, in which bullet points stay inline."""
        if len(text.parts) == 1 and isinstance(first := text.parts[0], str):
            return escape(first)
        return Markup("".join(self._inline(text.parts, page)))

    def prose(self, text: Text, page: RenderContext) -> Markup:
        """Paragraphs and bulleted lists."""
        out = []
        for block in blocks(text):
            if isinstance(block, tuple):
                out.append(f"<p>{''.join(self._inline(block, page)).strip()}</p>")
            else:
                out.append("<ul>" + "".join(f"<li>{self._item(item, page)}</li>" for item in block) + "</ul>")
        return Markup("\n".join(out))

    def _item(self, item: Span, page: RenderContext) -> str:
        """The content of a bullet point: text, or paragraphs and nested bullet points."""
        prose = str(self.prose(Text(item.parts), page))
        first, _, rest = prose.removeprefix("<p>").partition("</p>")
        # A single paragraph, or a paragraph before nested bullet points, does not need <p>.
        return first + rest if prose.startswith("<p>") and "<p>" not in rest else prose

    def _inline(self, parts: tuple[Inline, ...], page: RenderContext) -> Iterator[str]:
        for part in parts:
            if isinstance(part, str):
                yield str(escape(part))
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
