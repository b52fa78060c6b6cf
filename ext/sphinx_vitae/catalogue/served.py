"""The files of this machine that a site may publish.

File names in entries are untrusted, and a symbolic link in a folder can lead anywhere, so the real path
of a file decides. A build publishes nothing from outside the site, and neither sources nor configuration.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

__all__ = ["Served", "is_file"]

#: Extensions of sources, of configuration, and of files that contain secrets.
_KEPT: Final = frozenset(
    (
        ".bib", ".bst", ".cfg", ".conf", ".crt", ".env", ".ini", ".ipynb", ".jinja", ".key", ".md", ".mo",
        ".pem", ".po", ".py", ".pyc", ".pyi", ".rst", ".toml", ".yaml", ".yml",
    )
)  # fmt: skip


def is_file(path: str | Path) -> bool:
    """Whether this is a file, not a folder, a device, a dangling link, or a name that is too long."""
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

    def objection(self, path: str | Path, beside: str | Path = "") -> str:
        """Why a file must not be published; empty if it may be.

        :param beside: a folder whose files may be published too, but not those in its subfolders.
        """
        name = Path(path).name
        real = Path(os.path.realpath(path))
        root = next((root for root in self._roots if real.is_relative_to(root)), None)
        if root is None and beside and real.parent == _real(beside):
            root = real.parent
        if root is None:
            return "it is outside the site and vitae_files"
        inner = (*real.relative_to(root).parts, name)
        if any(part.startswith(".") for part in inner):
            return "files whose names start with a dot are not published"
        if any(Path(part).suffix.lower() in _KEPT for part in (real.name, name)):
            return "sources and configuration are not published"
        return ""


def _real(folder: str | Path) -> Path:
    return Path(os.path.realpath(folder))
