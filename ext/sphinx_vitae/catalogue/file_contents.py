"""The contents of bibliographies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

__all__ = ["FileContents", "contents_of"]

#: Files by name, with their contents, or why they cannot be read.
FileContents: TypeAlias = tuple[tuple[str, bytes | str], ...]


def contents_of(paths: Mapping[str, Path]) -> FileContents:
    """The contents of the files, or why they cannot be read."""
    return tuple((name, _content(path)) for name, path in paths.items())


def _content(path: Path) -> bytes | str:
    try:
        return path.read_bytes()
    except OSError as error:
        return error.strerror or type(error).__name__
