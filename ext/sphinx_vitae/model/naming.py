"""Whether two written names can be one person's: by rule, never by a part of a name.

Names are compared folded. The family names must be equal; given names agree as far as both go, where an
initial agrees with every name that begins with it. Who is really meant where several people fit is not
decided here.
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
#: "JA" beside a family name that is not in capitals is J. A., as PubMed writes it.
_CAPITALS: Final = re.compile(r"[^\W\d_]{2,3}")
#: From here on, Unicode has the scripts of East Asia, where one sign is a whole name.
_EAST_ASIA: Final = "\u1100"


def same_name(one: Person, other: Person) -> bool:
    """Whether two names can be the same person's.

    The family names are equal, and the given names agree as far as both go. A part of a name is never
    enough: without any given name on one side, both must be without.
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
    """Whether two names are written alike, but for case, accents, hyphens and full stops."""
    return name_key(one) == name_key(other)


def name_key(person: Person) -> tuple[str, str, bool]:
    """Equal for names that are written alike (`equal_name`)."""
    return family_key(person), "".join(_given(person)), bool(person.literal)


def alike_key(person: Person) -> tuple[str, str]:
    """Equal for all names that can be one person's (`same_name`): family name and initial."""
    return family_key(person), "".join(_given(person))[:1]


def abbreviates(one: Person, other: Person) -> bool:
    """Whether *one* says less of the same name than *other*: ``Huang, G.`` of ``Huang, Guyue``."""
    mine, theirs = _given(one), _given(other)
    return (
        same_name(one, other)
        and not equal_name(one, other)
        and len(mine) <= len(theirs)
        and all(len(a) <= len(b) for a, b in zip(mine, theirs, strict=False))
    )


def is_full(person: Person) -> bool:
    """Whether the first of the given names is written out."""
    given = _given(person)
    return bool(given) and not _is_initial(given[0])


def family_key(person: Person) -> str:
    """Equal where family names are. Particles belong to them; some files write them, some do not space them."""
    if person.literal:
        return fold(person.literal)
    return _family(person.prefix + person.family)


@lru_cache(1 << 15)
def _family(written: str) -> str:
    return fold(written).replace(" ", "").replace("-", "")


def sorted_name(person: Person) -> str:
    """The name as a bibliography has it: ``de la Cruz, Jr., María``."""
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
    """The given names, folded; a word of capitals is initials, unless the family name is in capitals too."""
    parts: list[str] = []
    for part in _GIVEN.split(given):
        if not capitals and part.isupper() and _CAPITALS.fullmatch(part):
            parts.extend(fold(part))
        elif part:
            parts.append(fold(part))
    return tuple(part for part in parts if part)


def _agree(one: str, other: str) -> bool:
    """A name agrees with itself and with its initial."""
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (_is_initial(shorter) and longer.startswith(shorter))


def _is_initial(name: str) -> bool:
    return len(name) == 1 and name < _EAST_ASIA
