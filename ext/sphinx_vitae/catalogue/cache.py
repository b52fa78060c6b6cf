"""The cache of what reading the bibliography gave: pickles beside the doctrees, named by digest.

What a reading consists of lies in files of their own: a build in which no page changes needs the problems
alone, and not the records.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx_vitae.bib import collector_paused

__all__ = ["Cache"]


class Cache:
    """One reading of the bibliography, kept under its digest in a folder of its own."""

    def __init__(self, folder: Path, digest: str) -> None:
        self._folder = folder
        self._digest = digest

    def store(self, parts: Mapping[str, object]) -> None:
        """Keep the parts of a reading, and forget older ones. A folder that cannot be written costs time only."""
        with contextlib.suppress(OSError), collector_paused():
            self._folder.mkdir(parents=True, exist_ok=True)
            for name, value in parts.items():
                self._write(self._path(name), pickle.dumps(value, protocol=5))
            for path in self._folder.iterdir():
                if self._digest not in path.name:
                    path.unlink()

    def read(self, part: str) -> Any:
        """A part, or ``None`` if it is not here or cannot be read."""
        try:
            with collector_paused():
                return pickle.loads(self._path(part).read_bytes())
        except Exception:  # a pickle cut short or made by other code fails in any way it likes
            return None

    def _path(self, part: str) -> Path:
        return self._folder / f"{self._digest}.{part}"

    def _write(self, path: Path, data: bytes) -> None:
        """Whole or not at all, whoever else builds at the same time."""
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=f"{self._digest}.part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
