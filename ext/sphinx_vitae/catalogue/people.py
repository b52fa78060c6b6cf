"""Who is who: whether a name in the bibliography is a person in conf.py.

A name that can also belong to another person is attributed to neither. It is a `Doubt`, until an alias or
an annotation resolves it. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import (
    NameList,
    Person,
    Profile,
    Record,
    abbreviates,
    equal_name,
    family_key,
    is_full,
    same_name,
    sorted_name,
)

__all__ = ["Doubt", "Namesakes", "People"]

_ME: Final = "me"
#: A message about an ambiguous name lists this many other people.
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Doubt:
    """An ambiguous name: it can be the person of a profile, or one of these others."""

    name: Person
    profile: Profile
    others: tuple[Person, ...]

    def __str__(self) -> str:
        others = [sorted_name(other) for other in self.others]
        listed = " or ".join(others[:_SHOWN]) + (f" or {n} others" if (n := len(others) - _SHOWN) > 0 else "")
        return (
            f"“{sorted_name(self.name)}” can be {self.profile.name} or {listed}, and is attributed to neither"
        )


class Namesakes:
    """All names in a bibliography, by family name. Names marked as the owner's belong to nobody else."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        lists = (names for record in records for names in record.names.values())
        written = {
            (person.family, person.given, person.prefix, person.suffix, person.literal, person.orcid): None
            for names in lists
            for person in names.persons
            if _ME not in person.marks
        }
        self._by_family: dict[str, list[Person]] = {}
        for family, given, prefix, suffix, literal, orcid in written:
            person = Person(family, given, prefix, suffix, literal, orcid=orcid)
            self._by_family.setdefault(family_key(person), []).append(person)

    def of(self, family: str) -> Sequence[Person]:
        """Everyone with this family name, as `family_key` gives it; each spelling once."""
        return self._by_family.get(family, ())

    def __iter__(self) -> Iterator[Person]:
        return (person for family in self._by_family.values() for person in family)

    def nearest(self, name: str, count: int = 5) -> list[str]:
        """The names most similar to this one: of its family, or else of families with a similar name."""
        person = parse_name(name)
        if family_key(person) not in self._by_family and person.given:
            other = Person(person.given, person.family)  # Huang Guyue
            person = other if family_key(other) in self._by_family else person
        families = [family_key(person)] if family_key(person) in self._by_family else []
        families = families or get_close_matches(family_key(person), self._by_family, n=3)
        people = [other for family in families for other in self._by_family[family]]
        if not person.given:  # a full name says more than its initials
            people = [other for other in people if is_full(other)] or people
        names = list(dict.fromkeys(map(sorted_name, people)))
        return get_close_matches(sorted_name(person), names, n=count, cutoff=0)


@dataclass(slots=True, eq=False)
class _Known:
    """A person in conf.py, with all known names and ORCIDs."""

    profile: Profile
    names: list[Person] = field(default_factory=list)
    orcids: set[str] = field(default_factory=set)

    def add(self, profile: Profile) -> None:
        """Add another description of the same person."""
        self.names += [parse_name(name) for name in (profile.name, *profile.aliases)]
        if profile.orcid:
            self.orcids.add(_orcid(profile.orcid))

    def is_settled(self, person: Person) -> bool:
        """Whether the name exactly matches one of these, or an ORCID identifies the person."""
        return _orcid(person.orcid) in self.orcids or any(equal_name(name, person) for name in self.names)

    def agreeing(self, person: Person) -> list[Person]:
        """The names that can be written like this. ``Huang, G.`` beside ``Huang, Guyue`` is not another
        name.
        """
        return [
            name
            for name in self.names
            if same_name(name, person) and not any(abbreviates(name, other) for other in self.names)
        ]

    def is_other(self, person: Person) -> bool:
        """Whether an ORCID shows that it is another person."""
        return bool(person.orcid and self.orcids) and _orcid(person.orcid) not in self.orcids


class People:
    """A set of people in which to look up names.

    :param profiles: people, known by name, aliases and ORCID.
    :param others: the other people in conf.py, to whom a name can also belong.
    :param namesakes: the names in the bibliography, to whose bearers a name can also belong.
    :param owners: those of all these whom the mark ``me`` can mean; by default, the profiles.
    """

    def __init__(
        self,
        profiles: Iterable[Profile],
        others: Iterable[Profile] = (),
        namesakes: Namesakes | None = None,
        owners: Iterable[Profile] | None = None,
    ) -> None:
        self._namesakes = namesakes or Namesakes()
        self._known: dict[Profile, _Known] = {}
        self._by_family: dict[str, list[_Known]] = {}
        self._by_orcid: dict[str, _Known] = {}
        self._verdicts: dict[tuple[str, ...], _Known | Doubt | None] = {}
        self._members = {self._add(profile) for profile in profiles}
        self._owners = self._members if owners is None else {self._add(profile) for profile in owners}
        for profile in others:
            self._add(profile)

    def __bool__(self) -> bool:
        return bool(self._members)

    def _add(self, profile: Profile) -> _Known:
        """Add a description. Descriptions with the same name or ORCID are of one person; the first is its
        profile.
        """
        if profile in self._known:
            return self._known[profile]
        name = replace(parse_name(profile.name), orcid=profile.orcid)
        family = self._by_family.get(family_key(name), ())
        same = (known for known in family if known.is_settled(name) and not known.is_other(name))
        known = self._by_orcid.get(_orcid(profile.orcid)) or next(same, None) or _Known(profile)
        self._known[profile] = known
        known.add(profile)
        for person in known.names:
            bucket = self._by_family.setdefault(family_key(person), [])
            if known not in bucket:
                bucket.append(known)
        self._by_orcid.update(dict.fromkeys(known.orcids, known))
        return known

    def find(self, person: Person) -> Profile | None:
        """The profile of this person; ``None`` if it is unknown or ambiguous."""
        known = self._who(person)
        return known.profile if isinstance(known, _Known) and known in self._members else None

    def __contains__(self, person: Person) -> bool:
        return bool(self.among(NameList((person,))))

    def among(self, names: NameList) -> frozenset[Person]:
        """The names that are people of the set.

        Annotations (``author+an = {2=me}``) decide for all owners. Nobody is in a list twice: if a name
        is, its initials are another person.
        """
        marked = any(_ME in person.marks for person in names.persons)
        if not (marked or self._members):
            return frozenset()
        mine = {person for person in names.persons if _ME in person.marks and self._is_marked(person)}
        for known in self._members:
            if not (marked and known in self._owners):
                there = [p for p in names.persons if _ME not in p.marks and self._who(p) is known]
                mine.update(p for p in there if not any(abbreviates(p, other) for other in there))
        return frozenset(mine)

    def doubts(self, names: NameList) -> Iterator[tuple[int, Doubt]]:
        """The names, counted from 1, that can be people of the set, with nothing in the list to resolve it."""
        marked = any(_ME in person.marks for person in names.persons)
        for number, person in enumerate(names.persons, 1):
            doubt = self._who(person)
            if not isinstance(doubt, Doubt) or _ME in person.marks:
                continue
            known = self._known[doubt.profile]
            elsewhere = any(known.is_settled(p) for p in names.persons if p is not person)
            if known in self._members and not elsewhere and not (marked and known in self._owners):
                yield number, doubt

    def absent(self, lists: Iterable[NameList]) -> Iterator[Profile]:
        """The profiles of the set that no list names with certainty."""
        missing = dict.fromkeys(known for known in self._known.values() if known in self._members)
        for names in lists:
            if not missing:
                return
            for person in names.persons:
                for known in self._marked(person) if _ME in person.marks else (self._who(person),):
                    if isinstance(known, _Known):
                        missing.pop(known, None)
        yield from (known.profile for known in missing)

    def doubtful(self) -> Iterator[Person]:
        """The ambiguous names in the bibliography."""
        return (person for person in self._namesakes if isinstance(self._who(person), Doubt))

    def is_owner(self, profile: Profile) -> bool:
        """Whether the mark ``me`` can mean this person."""
        return self._known[profile] in self._owners

    def _is_marked(self, person: Person) -> bool:
        """Whether the mark ``me`` at this name means a person of the set."""
        if self._owners is self._members:
            return True
        return bool(self._marked(person) & self._members)

    def _marked(self, person: Person) -> set[_Known]:
        """The owners whom the mark ``me`` at this name can mean."""
        likely = {known for known in self._owners if known.is_settled(person) or known.agreeing(person)}
        return likely or self._owners

    def _who(self, person: Person) -> _Known | Doubt | None:
        """The person with this name. Equal ORCIDs decide, then names."""
        if person.orcid and (known := self._by_orcid.get(_orcid(person.orcid))):
            return known
        family = self._by_family.get(family_key(person))
        if not family:
            return None
        key = (person.family, person.given, person.prefix, person.literal, person.orcid)
        if key not in self._verdicts:
            self._verdicts[key] = self._judged(person, [k for k in family if not k.is_other(person)])
        return self._verdicts[key]

    def _judged(self, person: Person, family: list[_Known]) -> _Known | Doubt | None:
        """The person of a family with this name. An exact match counts for more than a name that agrees."""
        settled = [known for known in family if known.is_settled(person)]
        likely = settled or [known for known in family if known.agreeing(person)]
        if not likely:
            return None
        others = [known.names[0] for known in likely[1:]]
        if not settled:
            others += self._strangers(person, likely[0], family)
        unique = tuple({sorted_name(other): other for other in others}.values())
        return Doubt(person, likely[0].profile, unique) if unique else likely[0]

    def _strangers(self, person: Person, known: _Known, family: list[_Known]) -> Iterator[Person]:
        """The people in the bibliography who make the name ambiguous.

        Either the name can be theirs, and they are not that person; or they can be that person, and then
        the name is not theirs. Initials alone are not another person.
        """
        own = known.agreeing(person)
        for other in self._namesakes.of(family_key(person)):
            if not is_full(other):
                continue
            if same_name(other, person):
                if known.is_other(other) or not (known.is_settled(other) or known.agreeing(other)):
                    yield other
            elif any(same_name(other, name) for name in own) and not any(k.is_settled(other) for k in family):
                yield other


def _orcid(written: str) -> str:
    """The number alone, from an address too."""
    return written.rstrip("/").rsplit("/", 1)[-1].upper()
