"""What a format asks about the page that an entry is rendered for."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

__all__ = ["RenderContext"]


class RenderContext(Protocol):
    """What only the page that is being written knows."""

    def address(self, key: str) -> str:
        """Where the entry of this key is, as seen from this page; empty if it is on none."""

    def math(self, source: str) -> str:
        """TeX math in the page's own format, escaped."""

    def label(self, key: str) -> str:
        """What a citation of this key prints."""

    def file(self, name: str) -> str:
        """Where a file that an entry offers is; empty if the format has no place for it."""

    def number(self, key: str) -> str:
        """The number of the entry on this page; empty if it has none."""

    def page(self, key: str) -> str:
        """Where the entry has a page of its own that is not this one; empty if it has none."""

    def picture(self, name: str, path: Path) -> str:
        """Where a picture of one's own is, by its name beside the page; empty if the format shows none."""
