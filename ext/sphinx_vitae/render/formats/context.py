"""The interface of the page or document for which an entry is rendered."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

__all__ = ["RenderContext"]


class RenderContext(Protocol):
    """Everything that depends on the page that is being written."""

    def address(self, key: str) -> str:
        """The URL of the entry with this key, relative to this page; empty if it is not on a page."""

    def math(self, source: str) -> str:
        """A TeX formula in the format of the page, escaped."""

    def label(self, key: str) -> str:
        """The text to print for a citation of this key."""

    def file(self, name: str) -> str:
        """The URL of a file that an entry provides; empty if the format does not support files."""

    def number(self, key: str) -> str:
        """The number of an entry on this page; empty if it does not have one."""

    def page(self, key: str) -> str:
        """The URL of the entry page; empty if there is none, or if it is this page."""

    def download(self, key: str, form: str, files: str = "") -> str:
        """The address of a file to download an entry from; empty if there is none.

        :param form: ``bib``, or ``ics`` for the calendar file of a talk.
        :param files: the name of the list among the files of its page, if the entry has no file of its own.
        """

    def picture(self, name: str, path: Path) -> str:
        """The URL of a local image, by its file name next to the page; empty if images are not shown."""
