"""Who the people of an entry are, as far as conf.py says so."""

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

    :param profiles: name list → the profile of each of its people who has one.
    :param owner: the owner of the site, if that is one person.
    """

    profiles: Callable[[NameList], Mapping[Person, Profile]]
    owner: Profile | None = None


def known_people(catalogue: Catalogue) -> KnownPeople:
    """The people that a site describes. A name that can be two people's has no profile."""

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


#: Nobody is known.
STRANGERS = KnownPeople(lambda _: MappingProxyType({}))
