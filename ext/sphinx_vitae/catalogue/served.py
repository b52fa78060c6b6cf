"""The files on this machine that a site may publish.

File names in entries are untrusted, and a symbolic link in a folder can point anywhere, so the real path
of each file is checked. A build never publishes files from outside the site, source files, or configuration.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

__all__ = ["Served", "is_file"]

#: Extensions of source files, configuration files, and files that contain secrets.
_KEPT: Final = frozenset(
    (
        ".bib", ".bst", ".cfg", ".conf", ".crt", ".env", ".ini", ".ipynb", ".jinja", ".key", ".md", ".mo",
        ".pem", ".po", ".py", ".pyc", ".pyi", ".rst", ".toml", ".yaml", ".yml",
    )
)  # fmt: skip

_OUTSIDE: Final = "it is outside the site and vitae_files"


def is_file(path: str | Path) -> bool:
    """Whether this is a file, rather than a folder, a device, a dangling link, or a name that is too long."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


class Served:
    """The folders whose files may be published.

    :param roots: the source folder of the site, and the folders of ``vitae_files``.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        self._roots = tuple(_real(root) for root in roots)

    @staticmethod
    def is_outside(objection: str) -> bool:
        """Whether an objection is only to the folder of a file."""
        return objection == _OUTSIDE

    def objection(self, path: str | Path, beside: str | Path = "") -> str:
        """The reason why a file must not be published; empty if it may be published.

        :param beside: another folder whose files may be published, but not those in its subfolders.
        """
        name = Path(path).name
        real = Path(os.path.realpath(path))
        root = next((root for root in self._roots if real.is_relative_to(root)), None)
        if root is None and beside and real.parent == _real(beside):
            root = real.parent
        if root is None:
            return _OUTSIDE
        inner = (*real.relative_to(root).parts, name)
        if any(part.startswith(".") for part in inner):
            return "files whose names start with a dot are not published"
        if any(Path(part).suffix.lower() in _KEPT for part in (real.name, name)):
            return "source files and configuration files are not published"
        return ""


def _real(folder: str | Path) -> Path:
    return Path(os.path.realpath(folder))
