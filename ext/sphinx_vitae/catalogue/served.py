"""Which files of this machine a site may publish.

What an entry names is untrusted, and a symbolic link in a folder of files may lead anywhere: so what counts is
where a file really lies. A build publishes nothing from outside the site, and no source or configuration of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

__all__ = ["Served", "is_file"]

#: Endings of sources, of configuration, and of what keeps secrets.
_KEPT: Final = frozenset(
    (
        ".bib", ".bst", ".cfg", ".conf", ".crt", ".env", ".ini", ".ipynb", ".jinja", ".key", ".md", ".mo",
        ".pem", ".po", ".py", ".pyc", ".pyi", ".rst", ".toml", ".yaml", ".yml",
    )
)  # fmt: skip


def is_file(path: str | Path) -> bool:
    """Whether this is a file: no folder, no device, no link to nothing, and no name too long to be one."""
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
        """Why a file may not be published; empty if it may.

        :param beside: a folder of which the files, but not those in its folders, may be published too.
        """
        name = Path(path).name
        real = Path(os.path.realpath(path))
        root = next((root for root in self._roots if real.is_relative_to(root)), None)
        if root is None and beside and real.parent == _real(beside):
            root = real.parent
        if root is None:
            return "it lies outside the site and vitae_files"
        inner = (*real.relative_to(root).parts, name)
        if any(part.startswith(".") for part in inner):
            return "names that begin with a full stop are not published"
        if any(Path(part).suffix.lower() in _KEPT for part in (real.name, name)):
            return "sources and configuration are not published"
        return ""


def _real(folder: str | Path) -> Path:
    return Path(os.path.realpath(folder))
