"""Writing a site: either all of it or nothing, without overwriting existing files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from .answers import ScaffoldError

__all__ = ["check_folder", "write_folder"]

#: The files in a repository that was newly created on a host, by the start of the name in lower case.
_KEPT: Final = (".git", "license", "licence", "readme")


def check_folder(folder: Path) -> frozenset[str]:
    """Return the names of the files in a folder that are left unchanged.

    The folder must not contain anything else.

    :raises ScaffoldError: if it is a file, cannot be read, or contains other files.
    """
    try:
        names = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    except NotADirectoryError:
        raise ScaffoldError(f"{folder} is a file; choose a folder that does not exist yet") from None
    except OSError as error:
        raise ScaffoldError(f"{folder} cannot be read: {error.strerror}") from None
    taken = [name for name in names if not _is_kept(name)]
    if taken:
        raise ScaffoldError(
            f"{folder} contains {taken[0]}, which would not be overwritten; choose a new or empty folder"
        )
    return frozenset(names)


def _is_kept(name: str) -> bool:
    """``.git``, ``.gitignore``, ``.gitattributes``, ``LICENSE``, any ``README``; not ``.github``."""
    stem = name.lower().split(".")[0] or name.lower()
    return stem in _KEPT or name in {".gitignore", ".gitattributes", ".gitkeep"}


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a site.

    They are first written next to the folder and then moved, so that an interruption does not leave anything
    behind.

    :param files: path below the folder, with ``/`` → content. Existing files are skipped.
    :raises ScaffoldError: if something cannot be written.
    """
    kept = check_folder(folder)
    wanted = {name: content for name, content in files.items() if name.split("/")[0] not in kept}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.resolve().parent) as made:
            beside = Path(made, "site")
            for name, content in wanted.items():
                path = beside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            if folder.exists():
                _move_into(beside, folder)
            else:
                beside.rename(folder)
    except OSError as error:
        raise ScaffoldError(f"{folder} cannot be written: {error.strerror or error}") from None


def _move_into(beside: Path, folder: Path) -> None:
    """Move everything. If anything cannot be moved, remove everything that was moved."""
    moved: list[Path] = []
    try:
        for path in sorted(beside.iterdir()):
            target = folder / path.name
            path.rename(target)
            moved.append(target)
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
