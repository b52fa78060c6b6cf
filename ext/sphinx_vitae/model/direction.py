"""The direction of text: languages from right to left, and text of the other direction within a language.

Most text is in the right order by itself, by the Unicode bidirectional algorithm. At the ends of a title or name
it needs help: brackets, full stops and numbers there would belong to the text around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

__all__ = ["is_right_to_left", "runs", "runs_backwards"]

#: Languages (ISO 639) and scripts (ISO 15924) from right to left.
_LANGUAGES: Final = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi")
)
_SCRIPTS: Final = frozenset(("arab", "hebr", "nkoo", "syrc", "thaa"))
#: Hebrew, Arabic, Syriac, Thaana, N'Ko and related letters: the blocks whose letters are R or AL (UAX #9).
_RIGHT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LEFT: Final = rf"[^\W\d_{_RIGHT}]"
_BACKWARDS: Final = re.compile(f"[{_RIGHT}]")
#: In a language from right to left: from another letter or a digit up to the next letter of the language.
_LATIN: Final = re.compile(rf"[^\W{_RIGHT}][^{_RIGHT}]*")
#: And numbers with signs between them, which are written from left to right, too: ``12–34``, ``2020 – 2024``,
#: ``29(4):112``.
_NUMBERS: Final = re.compile(r"\d+(?:(?: ?[-–] ?|[:./])\d+|\(\d+\))+")
#: In a language from left to right: from a letter of the other direction up to the next letter of the language.
_OTHER: Final = re.compile(rf"[{_RIGHT}](?:(?!{_LEFT}).)*", re.S)
_BRACKETS: Final = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
#: Marks that belong to the text before them: in abbreviations, names of software, and Hebrew abbreviations.
_KEPT: Final = ".!?%+#*…’'\u05f3\u05f4"


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left.

    :param language: as in conf.py or BCP 47: ``ar``, ``he-IL``, ``az_Arab``.
    """
    name, *subtags = language.replace("_", "-").lower().split("-")
    scripts = [tag for tag in subtags if len(tag) == 4 and tag.isalpha()]
    return scripts[0] in _SCRIPTS if scripts else name in _LANGUAGES


def runs_backwards(text: str) -> bool:
    """Whether a text contains letters that are written from right to left."""
    return not text.isascii() and _BACKWARDS.search(text) is not None


def runs(text: str, *, from_right: bool) -> Iterator[tuple[str, bool]]:
    """Split a text where the direction changes.

    :param from_right: whether the text around it is from right to left.
    :returns: pieces of the text, and whether each has the other direction.
    """
    done = 0
    for found in (_LATIN if from_right else _OTHER).finditer(text):
        for start, end in _kept(text, found.start(), found.end(), from_right=from_right):
            if start > done:
                yield text[done:start], False
            yield text[start:end], True
            done = end
    if done < len(text):
        yield text[done:], False


def _kept(text: str, start: int, end: int, *, from_right: bool) -> Iterator[tuple[int, int]]:
    """The parts of a run that need the other direction: all of it, or the numbers in it if it has no letters."""
    parts = [(start, end)]
    if from_right and not re.search(_LEFT, text[start:end]):
        parts = [found.span() for found in _NUMBERS.finditer(text, start, end)]
    for first, last in parts:
        yield first, next(end for end in range(last, first, -1) if _closes(text[first:end]))


def _closes(run: str) -> bool:
    """Whether a run ends with a letter, a digit, or a mark that belongs to it, and all brackets are in pairs."""
    last = run[-1]
    if not (last.isalnum() or last in _KEPT or last in _BRACKETS or unicodedata.category(last)[0] == "M"):
        return False
    return all(run.count(opening) == run.count(closing) for closing, opening in _BRACKETS.items())
