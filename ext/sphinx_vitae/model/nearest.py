"""Suggestions for what was misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["did_you_mean"]


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.7) -> str:
    """``did you mean 'year'?`` for the known word most like this one; empty if none is."""
    words = list(known)
    found = [each for each in words if each.lower() == word.lower()]
    found = found or get_close_matches(word, words, n=1, cutoff=cutoff)
    return f"did you mean {found[0]!r}?" if found else ""
