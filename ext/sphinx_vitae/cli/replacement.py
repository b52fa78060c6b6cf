"""Files written atomically: all of the new content, or none of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["replace_file", "write_file"]


def replace_file(path: Path, content: bytes) -> None:
    """Replace the contents of a file atomically: readers see either the old contents or the new contents.

    The mode is kept, and a symbolic link stays a link. Other hard links to the file keep the old contents.

    :raises OSError: if the file cannot be replaced. In that case, it is unchanged.
    """
    target = Path(os.path.realpath(path))
    if not os.access(target, os.W_OK):  # renaming over it would work, but would ignore the owner's intention
        raise PermissionError(13, "the file is read-only", str(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, name)
        _keep_owner(target, name)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def write_file(path: Path, content: bytes) -> None:
    """Replace a file atomically, or create it.

    :raises OSError: if that is not possible. In that case, the file is unchanged.
    """
    if os.path.lexists(path):
        replace_file(path, content)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _keep_owner(target: Path, name: str) -> None:
    """Make the owner of the old file the owner of the new one, if that is another user and the system allows
    it.
    """
    if hasattr(os, "chown"):
        status = target.stat()
        with suppress(OSError):
            os.chown(name, status.st_uid, status.st_gid)
