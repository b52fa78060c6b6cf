"""Files that are replaced as a whole, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["replace_file"]


def replace_file(path: Path, content: bytes) -> None:
    """Give a file new contents: whoever looks at it, at whatever moment, sees all of the old or all of the new.

    Its mode stays, and a link to it stays a link. (What else hangs on the file, such as other hard links, does not
    follow: that would need writing into it.)

    :raises OSError: if the file cannot be replaced; then it is as it was.
    """
    target = Path(os.path.realpath(path))
    if not os.access(target, os.W_OK):  # renaming over it would work, and override what its owner decided
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


def _keep_owner(target: Path, name: str) -> None:
    """Give the new file to the old one's owner, where that is somebody else and the system lets us."""
    if hasattr(os, "chown"):
        status = target.stat()
        with suppress(OSError):
            os.chown(name, status.st_uid, status.st_gid)
