"""Addresses and file names of an old site, in one form."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from sphinx_vitae.model import slug

__all__ = ["normal_address", "simple_name"]


def normal_address(url: str) -> str:
    """An address below the root of a site, in one form: ``/publication/one``."""
    path = re.sub(r"(?:^|/)index(?:\.html?|\.q?md)?$|\.html?$|\.q?md$", "", url.strip())
    return f"/{path.strip('/')}"


def simple_name(name: str) -> str:
    """A file name without characters that a path, a pattern or a directive would understand."""
    path = PurePosixPath(name)
    stem = re.sub(r"[^\w.-]+", "-", path.stem).strip("-.") or slug(path.stem)
    return f"{stem}{path.suffix}"
