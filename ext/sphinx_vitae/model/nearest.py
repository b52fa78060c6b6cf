"""Suggestions for misspelt words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from .quoting import quoted

__all__ = ["Nearest", "did_you_mean", "edits"]

#: For longer words, only the beginning is compared.
_LONGEST: Final = 64
#: The maximum number of words compared for one shape, or on each side of the word in sorted order.
_ENOUGH: Final = 8
_BESIDE: Final = 2
_ALIKE: Final = 0.7


def edits(one: str, other: str) -> int:
    """The number of letters that are omitted, added, replaced or swapped with an adjacent letter."""
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != wanted))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, previous = previous, current
    return previous[-1]


def did_you_mean(word: str, known: Iterable[str], cutoff: float = _ALIKE) -> str:
    """``did you mean 'year'?`` for the most similar known word; empty if no word is similar.

    This compares every known word, so use it for small sets of words. For many words, create a `Nearest`.
    """
    words = list(known)
    same = [each for each in words if each.lower() == word.lower()]
    near = same or _ranked(word, get_close_matches(word, words, n=_ENOUGH, cutoff=cutoff))
    return _question(near)


def _ranked(word: str, candidates: Iterable[str]) -> list[str]:
    """The most similar words first.

    A missing ending counts as one edit. Of equally similar words, those with the same letters come first.
    """
    letters = sorted(word)

    def distance(other: str) -> tuple[int, bool]:
        return 1 if other.startswith(word) else edits(word, other), sorted(other) != letters

    return sorted(candidates, key=distance)


def _question(near: list[str]) -> str:
    return f"did you mean {quoted(near[0])}?" if near else ""


class Nearest:
    """Finds the most similar of many known words.

    The time for a suggestion depends on the length of the word, not on the number of known words. Words that
    are one edit apart share a *shape*: the word without one of its letters. Most other similar words have the
    same beginning.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._shapes: dict[str, list[str]] = {}
        self._sorted: list[tuple[str, str]] = []

    def did_you_mean(self, word: str) -> str:
        """``did you mean 'smith2020'?``; empty if no known word is similar."""
        if not self._sorted:
            self._index()
        folded = word.lower()[:_LONGEST]
        place = bisect_left(self._sorted, (folded, ""))
        found = [other for _, other in self._sorted[max(place - _BESIDE, 0) : place + _BESIDE]]
        for shape in _shapes(folded):
            found += self._shapes.get(shape, ())
        near = [other for other in dict.fromkeys(found) if _is_near(folded, other.lower()[:_LONGEST])]
        return _question(_ranked(word[:_LONGEST], near[: 4 * _ENOUGH]))

    def _index(self) -> None:
        for other in dict.fromkeys(self._known):
            folded = other.lower()[:_LONGEST]
            self._sorted.append((folded, other))
            for shape in _shapes(folded):
                of_shape = self._shapes.setdefault(shape, [])
                if len(of_shape) < _ENOUGH:
                    of_shape.append(other)
        self._sorted.sort()


def _shapes(word: str) -> Iterator[str]:
    """The word itself, and the word without each of its letters in turn."""
    yield word
    for position in range(len(word)):
        yield word[:position] + word[position + 1 :]


def _is_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
