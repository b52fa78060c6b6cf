"""A problem with a name or a list of names."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NameFlaw"]


class NameFlaw(NamedTuple):
    """What is wrong, and what to write instead. Text in “…” tells where the name is in the file."""

    message: str
    fix: str
