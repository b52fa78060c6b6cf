"""The cache of parsed bibliographies: pickles next to the doctrees, named by digest.

The parts of a result are separate files. A build that changes no pages needs only the problems, not the
records.
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
    """The cache for one parsed bibliography, in a folder of its own. Files are named by digest."""

    def __init__(self, folder: Path, digest: str) -> None:
        self._folder = folder
        self._digest = digest

    def store(self, parts: Mapping[str, object]) -> None:
        """Store the parts of a result, and delete older ones. If the folder is not writable, nothing is
        stored, which only costs time.
        """
        with contextlib.suppress(OSError), collector_paused():
            self._folder.mkdir(parents=True, exist_ok=True)
            for name, value in parts.items():
                self._write(self._path(name), value)
            for path in self._folder.iterdir():
                if self._digest not in path.name:
                    path.unlink()

    def read(self, part: str) -> Any:
        """Load a part; return ``None`` if it is missing or cannot be read."""
        try:
            content = self._path(part).read_bytes()
            with collector_paused(kept=True):
                return pickle.loads(content)
        except Exception:  # a pickle that is truncated or from another version can raise anything
            return None

    def _path(self, part: str) -> Path:
        return self._folder / f"{self._digest}.{part}"

    def _write(self, path: Path, value: object) -> None:
        """Write atomically, because several builds may run at the same time, and without a copy in memory."""
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=f"{self._digest}.part")
        with os.fdopen(handle, "wb") as file:
            pickle.dump(value, file, protocol=5)
        Path(name).replace(path)
