"""The page or document for which an entry is rendered, as the formats see it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

__all__ = ["RenderContext"]


class RenderContext(Protocol):
    """Everything that depends on the page being written."""

    def address(self, key: str) -> str:
        """The address of the entry with this key, as seen from this page; empty if it is not on a page."""

    def math(self, source: str) -> str:
        """TeX mathematics in the format of the page, escaped."""

    def label(self, key: str) -> str:
        """The text that a citation of this key prints."""

    def file(self, name: str) -> str:
        """The address of a file that an entry offers; empty if the format has no place for files."""

    def number(self, key: str) -> str:
        """The number of an entry on this page; empty if it has none."""

    def page(self, key: str) -> str:
        """The address of the entry's own page; empty if it has none, or if that is this page."""

    def picture(self, name: str, path: Path) -> str:
        """The address of a local image, by its file name next to the page; empty if images are not shown."""
