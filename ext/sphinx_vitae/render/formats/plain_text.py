"""`Text` without markup."""

from __future__ import annotations

from sphinx_vitae.model import Inline, Span, Text

from .context import RenderContext
from .fragments import blocks, cited

__all__ = ["Plain"]


class Plain:
    """Writes text without markup, for searches and for the ``text``, ``man`` and ``texinfo`` builders."""

    def escape(self, text: str) -> str:
        """The string, in which lines can break at every space."""
        return text.replace("\u00a0", " ")

    def text(self, text: Text, page: RenderContext) -> str:
        """Running text, in which bullet points stay inline."""
        if len(text.parts) == 1 and isinstance(first := text.parts[0], str):
            return self.escape(first)
        return self._inline(text.parts, page)

    def prose(self, text: Text, page: RenderContext) -> str:
        """Paragraphs and bullet points (``•``), all on one line."""
        out = []
        for block in blocks(text):
            if isinstance(block, tuple):
                out.append(self._inline(block, page).strip())
            else:
                out.extend("• " + self.prose(Text(item.parts), page) for item in block)
        return " ".join(out)

    def _inline(self, parts: tuple[Inline, ...], page: RenderContext) -> str:
        return "".join(
            [self.escape(part) if isinstance(part, str) else self._span(part, page) for part in parts]
        )

    def _span(self, span: Span, page: RenderContext) -> str:
        if span.kind == "math":
            return page.math(str(Text(span.parts)))
        inner = self._inline(cited(span, page) if span.kind == "cite" else span.parts, page)
        return f"“{inner}”" if span.kind == "quote" else inner
