"""Files beside the pages: written if they changed, and removed with what they were made from."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["OutputFile", "all_exist", "remove", "write"]

#: This many characters of a new file are encoded at once.
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to write.

    :param name: the path below the output folder.
    :param digest: of everything that the content depends on; empty if only the content itself tells.
    :param content: makes the content; ``None`` if that failed, which was reported.
    """

    name: str
    digest: str
    content: Callable[[], str | None]


def write(folder: Path, files: Iterable[OutputFile], known: Mapping[str, str]) -> dict[str, str]:
    """Write the files whose content differs. The others keep their time.

    :param known: name → digest, of the files that an earlier build wrote.
    :returns: the same for these files, without those that failed.
    """
    files = list(files)
    there = _existing(folder, [file.name for file in files])
    written: dict[str, str] = {}
    for file in files:
        exists = file.name in there
        current = exists and file.digest and known.get(file.name) == file.digest
        if current or _put(folder / file.name, file.content(), exists):
            written[file.name] = file.digest
    return written


def all_exist(folder: Path, names: Iterable[str]) -> bool:
    """Whether all of these files exist."""
    names = set(names)
    return names == _existing(folder, names)


def remove(folder: Path, names: Iterable[str]) -> None:
    """Remove files, and their folders if these become empty."""
    for name in names:
        with contextlib.suppress(OSError):
            (folder / name).unlink()
        for parent in list(Path(name).parents)[:-1]:
            with contextlib.suppress(OSError):
                (folder / parent).rmdir()


def _existing(folder: Path, names: Iterable[str]) -> Set[str]:
    """Those of the names that exist. Lists each folder once, because a site can have thousands of files."""
    names = list(names)
    folders = {name.rpartition("/")[0] for name in names}
    return {found for inner in folders for found in _listed(folder, inner)}.intersection(names)


def _listed(folder: Path, inner: str) -> Iterator[str]:
    with contextlib.suppress(OSError):
        for name in os.listdir(folder / inner):  # noqa: PTH208  (names alone are enough, and much faster)
            yield f"{inner}/{name}" if inner else name


def _put(path: Path, content: str | None, exists: bool) -> bool:
    """Write a file unless it has this content already. Whether it has it now."""
    if content is None:
        return False
    try:
        if not exists:
            _create(path, content)
        elif path.read_bytes() != (data := content.encode("utf-8", "replace")):
            _replace(path, data)
    except OSError:
        return False
    return True


def _create(path: Path, content: str) -> None:
    try:
        file = path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("wb")
    with file:  # in pieces, because all works of a site are too much to have in memory twice
        for start in range(0, len(content), _PIECE):
            file.write(content[start : start + _PIECE].encode("utf-8", "replace"))


def _replace(path: Path, data: bytes) -> None:
    """Write a file atomically: somebody may be downloading it from a server that serves this folder."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).chmod(0o644)
    Path(name).replace(path)
