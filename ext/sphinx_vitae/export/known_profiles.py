"""The profiles in conf.py of the people in an entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import NameList, Person, Profile

__all__ = ["STRANGERS", "KnownPeople", "known_people"]


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """People with profiles.

    :param profiles: name list → the profile of each person who has one.
    :param owner: the owner of the site, if it is a single person.
    """

    profiles: Callable[[NameList], Mapping[Person, Profile]]
    owner: Profile | None = None


def known_people(catalogue: Catalogue) -> KnownPeople:
    """The people with profiles on a site. An ambiguous name has no profile."""

    def profiles(names: NameList) -> Mapping[Person, Profile]:
        own = catalogue.owners.among(names)
        found = {person: catalogue.people.find(person) for person in names.persons}
        known = {person: profile for person, profile in found.items() if profile}
        if owner:
            known = {
                person: profile for person, profile in known.items() if profile != owner or person in own
            }
            known |= dict.fromkeys(own, owner)
        return known

    owners = catalogue.settings.owners
    owner = owners[0] if len(owners) == 1 else None
    return KnownPeople(profiles, owner)


#: Used if there are no profiles.
STRANGERS = KnownPeople(lambda _: MappingProxyType({}))
