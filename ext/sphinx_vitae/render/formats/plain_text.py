"""`Text` without markup."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_vitae.model import Inline, Text

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
        return "".join(self._inline(text.parts, page))

    def prose(self, text: Text, page: RenderContext) -> str:
        """Paragraphs and bullet points (``•``), all on one line."""
        out = []
        for block in blocks(text):
            if isinstance(block, tuple):
                out.append("".join(self._inline(block, page)).strip())
            else:
                out.extend("• " + self.prose(Text(item.parts), page) for item in block)
        return " ".join(out)

    def _inline(self, parts: tuple[Inline, ...], page: RenderContext) -> Iterator[str]:
        for part in parts:
            if isinstance(part, str):
                yield self.escape(part)
            elif part.kind == "math":
                yield page.math(str(Text(part.parts)))
            elif part.kind == "cite":
                yield from self._inline(cited(part, page), page)
            elif part.kind == "quote":
                yield "“"
                yield from self._inline(part.parts, page)
                yield "”"
            else:
                yield from self._inline(part.parts, page)
