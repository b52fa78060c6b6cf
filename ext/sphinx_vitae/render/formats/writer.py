"""The protocols that the writer for each output format implements."""

from __future__ import annotations

from typing import Protocol

from sphinx_vitae.model import Text

from .context import RenderContext

__all__ = ["PrintWriter", "RawSource", "Writer"]


class RawSource(str):
    """LaTeX or Typst source, which must not be escaped again."""

    __slots__ = ()


class Writer(Protocol):
    """Writes `Text` in one format."""

    def escape(self, text: str) -> str:
        """A string as source in the format."""

    def text(self, text: Text, page: RenderContext) -> str:
        """Running text, in which bullet points stay inline."""

    def prose(self, text: Text, page: RenderContext) -> str:
        """Paragraphs and bulleted lists."""


class PrintWriter(Writer, Protocol):
    """Writes a print format. Templates for print also call these functions, which HTML does not need."""

    def internal(self, address: str, inner: str) -> str:
        """A link to ``#label``, with its page number if it is on another page, or to an external URL."""

    def url(self, url: str) -> str:
        """A URL as an argument."""

    def verbatim(self, source: str) -> str:
        """Source code, unchanged."""
