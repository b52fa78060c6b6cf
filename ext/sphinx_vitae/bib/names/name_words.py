"""The words of one name: initials, particles, suffixes and degrees."""

from __future__ import annotations

import re
from typing import Final

from ..markup.text_parser import plain
from ..syntax.braces import split_outside_braces
from ..vocabulary import words

__all__ = [
    "COMMA",
    "DEGREE_INITIALS",
    "INITIALS",
    "LONGEST",
    "is_capital_particle",
    "is_initials",
    "is_lower",
    "is_suffix",
    "prefix_and_family",
    "split_words",
    "unmarked",
    "without_suffix",
]

#: Longer texts are not names.
LONGEST: Final = 400
COMMA: Final = re.compile("[,，]")
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}|[A-Z]{2,3}|[A-Z]-[A-Z]")
#: Suffixes that are more often initials, unless a comma indicates otherwise: "Hughes, Thomas J.R.", "Brody,
#: JR".
_INITIALS_TOO: Final = re.compile(r"JR|SR|MD|RN|(?:[^\W\d_]\.){2,}")
_SUFFIXES: Final = words("jr sr ii iii iv 2nd 3rd filho neto junior")
_DEGREES: Final = words("phd md msc mph dphil drph mba rn")
#: Degrees that can also be the initials of a person.
DEGREE_INITIALS: Final = words("M.A. B.A. M.S. B.S. M.D. LL.M. MA BA MS MD")
#: A word with a capital letter before a family name, which may belong to it: "Van Dam J."
_CAPITAL_PARTICLE: Final = re.compile(
    r"(?:d[aeiou]|del|della|le|la|van|von|der|den|mac|san|santa|st\.?|al|el|bin|ibn|ter)", re.I
)
_BLANK: Final = re.compile(r"\s+")


def unmarked(text: str) -> str:
    """LaTeX → plain words, separated by single spaces."""
    if "--" in text:  # any kind of hyphen
        text = text.replace("---", "-").replace("--", "-")
    if "\\" in text or "{" in text or "~" in text or not text.isascii():
        text = plain(text)
        return " ".join(text.split())
    return text.strip()


def split_words(text: str) -> list[str]:
    """Split a name into words, except inside braces. ``~`` counts as a space, but accents do not."""
    if "~" in text and "\\~" not in text:
        text = text.replace("~", " ")
    return [word for word in split_outside_braces(text, _BLANK) if word]


def is_suffix(text: str) -> bool:
    """Whether a word is a suffix such as "Jr." or "III", or a degree."""
    word = text.replace(".", "").strip(" {}").lower()
    return word in _SUFFIXES or word in _DEGREES


def without_suffix(text: str) -> tuple[str, str]:
    """Split off a suffix that is the last of several words, unless it is more likely a pair of initials."""
    first, _, last = text.rpartition(" ")
    return (first, last) if first and is_suffix(last) and not _INITIALS_TOO.fullmatch(last) else (text, "")


def is_initials(word: str) -> bool:
    """Whether a word consists of initials, such as "J.", "J.-P." or "JP".

    A single letter without a full stop can be a family name (X).
    """
    return bool(INITIALS.fullmatch(word)) and (not is_suffix(word) or bool(_INITIALS_TOO.fullmatch(word)))


def is_capital_particle(word: str) -> bool:
    """Whether a word with a capital letter may belong to the family name after it, as in "Van Dam"."""
    return _CAPITAL_PARTICLE.fullmatch(word) is not None


def is_lower(word: str) -> bool:
    """Whether a word starts with a lower-case letter.

    Braces hide the letter, except those of an accent (as in BibTeX).
    """
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    for character in plain(word):
        if character.isalpha():
            return character.islower()
    return False


def prefix_and_family(words: list[str]) -> tuple[str, str]:
    """The prefix, which consists of the words up to the last one in lower case, and the family name.

    The last word always belongs to the family name, and so does a particle inside it ("Fernández de
    Córdoba, Ana").
    """
    last = -1
    if words and is_lower(words[0]):
        last = max((index for index, word in enumerate(words[:-1]) if is_lower(word)), default=-1)
    return unmarked(" ".join(words[: last + 1])), unmarked(" ".join(words[last + 1 :]))
