"""The protocols that the writer for each output format implements."""

from __future__ import annotations

from collections.abc import Sequence
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
        """A link to ``#label``, or to an outside address."""

    def on_page(self, addresses: Sequence[str]) -> str:
        """The number of the page that has all these (``#label``), if it is not the page of this place."""

    def url(self, url: str) -> str:
        """A URL as an argument."""

    def verbatim(self, source: str) -> str:
        """Source code, unchanged."""
