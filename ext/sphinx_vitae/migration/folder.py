"""Reading the folder of an old site, which is not trusted: nothing outside it, and nothing large."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from .old_site import MigrationError

__all__ = ["Folder"]

_MOST_FILES: Final = 20_000
_LARGEST_TEXT: Final = 4_000_000
_LARGEST_FILE: Final = 50_000_000
_LARGEST_COPY: Final = 500_000_000
_SKIPPED: Final = frozenset(("node_modules", "_site", "public", "resources", "vendor", "venv", "_build"))


class Folder:
    """The files of an old site. Symbolic links are not followed.

    :param only: the one file of it that is read; pictures beside it are not.
    :ivar refused: files that were not read → why.
    """

    def __init__(self, root: Path, only: str = "") -> None:
        self.root = root
        self.refused: dict[str, str] = {}
        self.names = frozenset((only,)) if only else frozenset(self._found())
        self._copied = 0

    def _found(self) -> Iterator[str]:
        count = 0
        for where, folders, files in os.walk(self.root, followlinks=False):
            below = Path(where).relative_to(self.root)
            folders[:] = sorted(name for name in folders if name[:1] != "." and name not in _SKIPPED)
            for name in [*folders, *sorted(files)]:
                path = Path(where, name)
                if path.is_symlink():
                    self.refused[(below / name).as_posix()] = "a symbolic link, which was not followed"
                elif name in files and path.is_file():
                    yield (below / name).as_posix()
                    count += 1
            folders[:] = [name for name in folders if not Path(where, name).is_symlink()]
            if count > _MOST_FILES:
                raise MigrationError(
                    f"{self.root} has more than {_MOST_FILES} files; name the folder of the site itself"
                )

    def has(self, name: str) -> bool:
        """Whether there is this file, or a folder with files."""
        return name in self.names or any(each.startswith(f"{name}/") for each in self.names)

    def under(self, folder: str, *suffixes: str) -> list[str]:
        """The files below a folder, with one of these extensions, in order."""
        return sorted(
            name
            for name in self.names
            if name.startswith(f"{folder}/" if folder else "") and name.lower().endswith(suffixes or ("",))
        )

    def text(self, name: str) -> str:
        """The text of a file; empty, with a reason in `refused`, if it is too large or cannot be read."""
        content = self._bytes(name, _LARGEST_TEXT)
        return content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")

    def content(self, name: str) -> bytes:
        """The bytes of a bibliography."""
        return self._bytes(name, _LARGEST_TEXT)

    def copied(self, name: str) -> bytes | None:
        """The bytes of a picture or another file for the new site; ``None``, with a reason, if there are too many."""
        if self._copied > _LARGEST_COPY:
            self.refused[name] = "the files of the site are larger than 500 MB together: copy it yourself"
            return None
        content = self._bytes(name, _LARGEST_FILE)
        self._copied += len(content)
        return None if name in self.refused else content

    def _bytes(self, name: str, largest: int) -> bytes:
        path = self.root / name
        try:
            if path.stat().st_size > largest:
                self.refused[name] = f"larger than {largest // 1_000_000} MB, and not read"
                return b""
            return path.read_bytes()
        except OSError as error:
            self.refused[name] = f"cannot be read: {error.strerror}"
            return b""

    def find(self, address: str, beside: str = "", below: tuple[str, ...] = ("",)) -> str:
        """The file that an address of the site means; empty if there is none.

        :param beside: the file that has the address.
        :param below: folders that the addresses of the site start in.
        """
        path = address.partition("#")[0].partition("?")[0]
        starts = [*(below if path.startswith("/") else ()), PurePosixPath(beside).parent.as_posix(), *below]
        for start in starts:
            made = _normal(f"{start}/{path}")
            if made in self.names:
                return made
        return ""


def _normal(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
