"""What each output format does with `Text`: the protocols that its writer implements."""

from __future__ import annotations

from typing import Protocol

from sphinx_vitae.model import Text

from .context import RenderContext

__all__ = ["PrintWriter", "RawSource", "Writer"]


class RawSource(str):
    """Source of LaTeX or Typst: not to be escaped again."""

    __slots__ = ()


class Writer(Protocol):
    """What a format makes of texts."""

    def escape(self, text: str) -> str: ...

    def text(self, text: Text, page: RenderContext) -> str:
        """Running text, in one line of thought: bullets stay inline."""

    def prose(self, text: Text, page: RenderContext) -> str:
        """Paragraphs and bullet lists."""


class PrintWriter(Writer, Protocol):
    """A format for paper: its templates write source, and call what HTML has no need of."""

    def internal(self, address: str, inner: str) -> str:
        """A link to an entry, with its page if that is another one: to ``#label``, or to an address outside."""

    def url(self, url: str) -> str:
        """An address as an argument."""

    def verbatim(self, source: str) -> str:
        """Lines of source, as they are."""
