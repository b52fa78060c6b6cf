"""The names in a bibliography: who else a name could refer to, and which name was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Final

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import Person, Record, alike_key, family_key, is_full, sorted_name

from .marks import OWN

__all__ = ["COMPARED", "Namesakes"]

#: The maximum number of names with the same family name and initial that a name is compared with. Real
#: bibliographies have fewer; the limit prevents a malicious one from slowing down the build.
COMPARED: Final = 200


class Namesakes:
    """All names in a bibliography, by family name. Names marked as the owner's do not refer to anyone else."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        lists = (names for record in records for names in record.names.values())
        written = {
            (person.family, person.given, person.prefix, person.suffix, person.literal, person.orcid): None
            for names in lists
            for person in names.persons
            if OWN not in person.marks
        }
        self._by_family: dict[str, list[Person]] = {}
        self._alike: dict[str, dict[tuple[str, str], list[Person]]] = {}
        for family, given, prefix, suffix, literal, orcid in written:
            person = Person(family, given, prefix, suffix, literal, orcid=orcid)
            self._by_family.setdefault(family_key(person), []).append(person)

    def alike(self, person: Person) -> Sequence[Person]:
        """Full names that could refer to this person, each spelling once."""
        family = family_key(person)
        if family not in self._alike:
            found: dict[tuple[str, str], list[Person]] = {}
            for other in self._by_family.get(family, ()):
                if is_full(other):
                    found.setdefault(alike_key(other), []).append(other)
            self._alike[family] = found
        return self._alike[family].get(alike_key(person), ())[:COMPARED]

    def __iter__(self) -> Iterator[Person]:
        return (person for family in self._by_family.values() for person in family)

    def nearest(self, name: str, count: int = 5) -> list[str]:
        """The most similar names: those with the same family name, or else with a similar one."""
        person = parse_name(name)
        if family_key(person) not in self._by_family and person.given:
            other = Person(person.given, person.family)  # Huang Guyue
            person = other if family_key(other) in self._by_family else person
        families = [family_key(person)] if family_key(person) in self._by_family else []
        families = families or get_close_matches(family_key(person), self._by_family, n=3)
        people = [other for family in families for other in self._by_family[family]]
        if not person.given:  # a full name is more helpful than its initials
            people = [other for other in people if is_full(other)] or people
        names = list(dict.fromkeys(map(sorted_name, people)))
        return get_close_matches(sorted_name(person), names, n=count, cutoff=0)
