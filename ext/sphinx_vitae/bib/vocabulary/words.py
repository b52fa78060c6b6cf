"""Sets of words, written as blocks of text."""

from __future__ import annotations

__all__ = ["words"]


def words(block: str) -> frozenset[str]:
    """A set of words, written as a block of text."""
    return frozenset(block.split())
