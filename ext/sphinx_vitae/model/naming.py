"""Rules for whether two written names can refer to the same person.

A match of only part of a name is never enough.

Names are compared folded. The family names must be equal. The given names must agree up to the end of the
shorter one; an initial agrees with every name that begins with it. If several people match, other modules
decide.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .folding import fold
from .person import Person

__all__ = [
    "abbreviates",
    "alike_key",
    "equal_name",
    "family_key",
    "is_full",
    "name_key",
    "same_name",
    "sorted_name",
]

_GIVEN: Final = re.compile(r"[\s.\-‐‑]+")
#: PubMed writes J. A. as "JA". Such a word stands for initials only if the family name is not in capitals.
_CAPITALS: Final = re.compile(r"[^\W\d_]{2,3}")
#: From this code point on, Unicode contains East Asian scripts, in which one character can be a whole name.
_EAST_ASIA: Final = "\u1100"


def same_name(one: Person, other: Person) -> bool:
    """Whether two names can refer to the same person.

    The family names must be equal, and the given names must agree up to the end of the shorter one. If one
    name has no given name, the other must not have one either.
    """
    if one.literal or other.literal:
        return fold(str(one)) == fold(str(other))
    if family_key(one) != family_key(other):
        return False
    mine, theirs = _given(one), _given(other)
    if not mine or not theirs:
        return mine == theirs
    if "".join(mine) == "".join(theirs):
        return True
    return all(_agree(a, b) for a, b in zip(mine, theirs, strict=False))


def equal_name(one: Person, other: Person) -> bool:
    """Whether two names are written alike, apart from case, accents, hyphens and full stops."""
    return name_key(one) == name_key(other)


def name_key(person: Person) -> tuple[str, str, bool]:
    """A key that is equal for names that are written alike (`equal_name`)."""
    return family_key(person), "".join(_given(person)), bool(person.literal)


def alike_key(person: Person) -> tuple[str, str]:
    """A key that is equal for all names that can refer to one person (`same_name`): family name and initial."""
    return family_key(person), "".join(_given(person))[:1]


def abbreviates(one: Person, other: Person) -> bool:
    """Whether *one* is a shorter form of *other*: ``Huang, G.`` for ``Huang, Guyue``."""
    mine, theirs = _given(one), _given(other)
    return (
        same_name(one, other)
        and not equal_name(one, other)
        and len(mine) <= len(theirs)
        and all(len(a) <= len(b) for a, b in zip(mine, theirs, strict=False))
    )


def is_full(person: Person) -> bool:
    """Whether the first given name is written out."""
    given = _given(person)
    return bool(given) and not _is_initial(given[0])


def family_key(person: Person) -> str:
    """A key that is equal for equal family names.

    It includes particles, which some files omit or write without spaces.
    """
    if person.literal:
        return fold(person.literal)
    return _family(person.prefix + person.family)


@lru_cache(1 << 15)
def _family(written: str) -> str:
    return fold(written).replace(" ", "").replace("-", "")


def sorted_name(person: Person) -> str:
    """The name in the form used in bibliographies: ``de la Cruz, Jr., María``."""
    if person.literal:
        return f"{{{person.literal}}}"
    if person.family_first:
        return str(person)
    family = " ".join(part for part in (person.prefix, person.family) if part)
    return ", ".join(part for part in (family, person.suffix, person.given) if part)


def _given(person: Person) -> tuple[str, ...]:
    return _given_names(person.given, person.family.isupper())


@lru_cache(1 << 15)
def _given_names(given: str, capitals: bool) -> tuple[str, ...]:
    """The given names, folded.

    A word in capitals is treated as initials, unless the family name is in capitals too.
    """
    parts: list[str] = []
    for part in _GIVEN.split(given):
        if not capitals and part.isupper() and _CAPITALS.fullmatch(part):
            parts.extend(fold(part))
        elif part:
            parts.append(fold(part))
    return tuple(part for part in parts if part)


def _agree(one: str, other: str) -> bool:
    """Whether the names are equal, or one is the initial of the other."""
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (_is_initial(shorter) and longer.startswith(shorter))


def _is_initial(name: str) -> bool:
    return len(name) == 1 and name < _EAST_ASIA
