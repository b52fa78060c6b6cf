"""The cache of what reading the bibliography gave: pickles beside the doctrees, named by digest.

Records and problems lie in two files: a build in which no page changes needs the problems alone.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import tempfile
from pathlib import Path
from typing import Any, Final

from sphinx_vitae.model import Problem, Record

__all__ = ["Cache"]

_RECORDS: Final = "records"
_PROBLEMS: Final = "problems"


class Cache:
    """One reading of the bibliography, kept under its digest in a folder of its own."""

    def __init__(self, folder: Path, digest: str) -> None:
        self._folder = folder
        self._digest = digest

    def store(self, records: tuple[Record, ...], problems: tuple[Problem, ...]) -> None:
        """Keep a reading, and forget older ones. A folder that cannot be written costs time only."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for name, value in ((_RECORDS, records), (_PROBLEMS, problems)):
                self._write(self._path(name), pickle.dumps(value, protocol=5))
            for path in self._folder.iterdir():
                if self._digest not in path.name:
                    path.unlink()

    def records(self) -> tuple[Record, ...] | None:
        """The records, or ``None`` if they are not here or cannot be read."""
        found: tuple[Record, ...] | None = self._read(_RECORDS)
        return found

    def problems(self) -> tuple[Problem, ...] | None:
        """The problems, or ``None`` if they are not here or cannot be read."""
        found: tuple[Problem, ...] | None = self._read(_PROBLEMS)
        return found

    def _path(self, name: str) -> Path:
        return self._folder / f"{self._digest}.{name}"

    def _read(self, name: str) -> Any:
        try:
            return pickle.loads(self._path(name).read_bytes())
        except Exception:  # a pickle cut short or made by other code fails in any way it likes
            return None

    def _write(self, path: Path, data: bytes) -> None:
        """Whole or not at all, whoever else builds at the same time."""
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=f"{self._digest}.part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
