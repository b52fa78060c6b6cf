"""Who is who: whether a name of the bibliography is a person of the configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import NameList, Person, Profile, fold

__all__ = ["People", "same_name"]

_GIVEN: Final = re.compile(r"[\s.\-‐‑]+")


def same_name(one: Person, other: Person) -> bool:
    """Whether two names can be the same person's.

    The family names are equal, and the given names agree as far as both go, where an initial agrees
    with every name that begins with it. A part of a name is never enough: without any given name
    on one side, both must be without.
    """
    if one.literal or other.literal:
        return fold(str(one)) == fold(str(other))
    if _family(one) != _family(other):
        return False
    mine, theirs = _given(one), _given(other)
    if not mine or not theirs:
        return mine == theirs
    if "".join(mine) == "".join(theirs):
        return True
    return all(_agree(a, b) for a, b in zip(mine, theirs, strict=False))


def _family(person: Person) -> str:
    """Particles belong to the family name; some files write them, some do not space them."""
    return fold(person.prefix + person.family).replace(" ", "").replace("-", "")


def _given(person: Person) -> list[str]:
    return [part for part in _GIVEN.split(fold(person.given)) if part]


def _agree(one: str, other: str) -> bool:
    """A name agrees with itself and with its initial."""
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (len(shorter) == 1 and longer.startswith(shorter))


class People:
    """A set of persons that names can be looked up in.

    :param profiles: from the configuration; a person is known by its name, aliases and ORCID.
    """

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._profiles = tuple(profiles)
        self._by_family: dict[str, list[tuple[Person, Profile]]] = {}
        self._by_orcid = {p.orcid.rsplit("/", 1)[-1]: p for p in self._profiles if p.orcid}
        for profile in self._profiles:
            for name in (profile.name, *profile.aliases):
                person = parse_name(name)
                self._by_family.setdefault(_index(person), []).append((person, profile))

    def __bool__(self) -> bool:
        return bool(self._profiles)

    def find(self, person: Person) -> Profile | None:
        """The profile of this person, or ``None``. Equal ORCIDs decide, then names."""
        if person.orcid and (profile := self._by_orcid.get(person.orcid.rsplit("/", 1)[-1])):
            return profile
        for name, profile in self._by_family.get(_index(person), ()):
            if same_name(name, person) and not (person.orcid and profile.orcid):
                return profile  # who has another ORCID is somebody else
        return None

    def __contains__(self, person: Person) -> bool:
        return "me" in person.marks or self.find(person) is not None

    def among(self, names: NameList) -> frozenset[Person]:
        """Which of these names are people of the set. Annotations (``author+an = {2=me}``) decide for all of them."""
        marked = frozenset(person for person in names.persons if "me" in person.marks)
        return marked or frozenset(person for person in names.persons if person in self)


def _index(person: Person) -> str:
    return fold(person.literal) if person.literal else _family(person)
