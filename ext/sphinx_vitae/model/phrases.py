"""Marks phrases that are printed, and therefore translated."""

from __future__ import annotations

__all__ = ["NN_", "N_"]


def N_(text: str) -> str:
    """The same text, marked as a phrase, so that it is extracted into the catalogues (``locales``).

    Tables of phrases use this function. The phrases are translated where they are printed.
    """
    return text


def NN_(one: str, several: str) -> tuple[str, str]:
    """The same as `N_` for a phrase with a plural: the phrases for one and for several."""
    return one, several
