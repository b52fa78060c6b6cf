"""What the processes of a test run make once, and then only look at: builds of a site, and PDFs by LaTeX."""

from __future__ import annotations

import functools
import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from latexmk import compile_pdf
from site_builder import Built, build_sample

__all__ = ["Shared"]


@dataclass(frozen=True)
class Shared:
    """A folder that all processes of the run know.

    :param root: the folder.
    """

    root: Path

    def folder(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder of this name. The first process that asks fills it, while the others wait.

        If that fails, it fails for all of them with the same words.
        """
        folder, failure, complete = (self.root / f"{name}{suffix}" for suffix in ("", ".failed", ".complete"))
        self.root.mkdir(parents=True, exist_ok=True)
        with FileLock(self.root / f"{name}.lock"):
            if not (complete.exists() or failure.exists()):
                folder.mkdir()
                try:
                    make(folder)
                except AssertionError as error:
                    failure.write_text(str(error), "utf-8")
                else:
                    complete.touch()
        assert complete.exists(), failure.read_text("utf-8")
        return folder

    def sample(self, builder: str, *tags: str) -> Built:
        """The project's own site."""
        name = "-".join(("sample", builder, *tags))
        folder = self.folder(name, functools.partial(build_sample, builder=builder, tags=tags))
        return Built(folder / builder, "", [])

    def pdf(self, folder: Path, name: str) -> Path:
        """The PDF of a document that lies in a folder of LaTeX, with its log beside it.

        It is compiled once, however many folders hold the same sources.
        """
        sources = [path for path in sorted(folder.iterdir()) if path.is_file()]
        made = functools.partial(_compile, sources=sources, name=name)
        return self.folder(f"pdf-{name}-{_digest(sources)}", made) / f"{name}.pdf"


def _digest(sources: Sequence[Path]) -> str:
    made = hashlib.sha256()
    for path in sources:
        content = path.read_bytes()
        made.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return made.hexdigest()[:16]


def _compile(folder: Path, *, sources: Sequence[Path], name: str) -> None:
    for path in sources:
        shutil.copy(path, folder)
    assert compile_pdf(folder, name) == []
