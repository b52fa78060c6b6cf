"""Identifying people: whether a name in the bibliography refers to a person in conf.py.

A name that could also refer to another person is attributed to neither. It is a `Doubt` until an alias or
an annotation resolves it. Names are never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import (
    NameList,
    Person,
    Profile,
    abbreviates,
    alike_key,
    family_key,
    name_key,
    same_name,
    sorted_name,
)

from .marks import OWN
from .namesakes import COMPARED, Namesakes

__all__ = ["Doubt", "People"]

#: The maximum number of other people to look for, and to list in a message about an ambiguous name.
_SHOWN: Final = 3
_MANY: Final = 50


@dataclass(frozen=True, slots=True)
class Doubt:
    """An ambiguous name: it could refer to the person in a profile, or to one of these others."""

    name: Person
    profile: Profile
    others: tuple[Person, ...]

    def __str__(self) -> str:
        others = [sorted_name(other) for other in self.others]
        more = "many" if len(others) >= _MANY else str(len(others) - _SHOWN)
        listed = " or ".join(others[:_SHOWN]) + (f" or {more} others" if len(others) > _SHOWN else "")
        return f"“{sorted_name(self.name)}” could be {self.profile.name} or {listed}, and is attributed to neither"


@dataclass(slots=True, eq=False)
class _Known:
    """A person in conf.py, with all known names and ORCIDs."""

    profile: Profile
    names: list[Person] = field(default_factory=list)
    orcids: set[str] = field(default_factory=set)
    _keys: set[tuple[str, str, bool]] = field(default_factory=set)
    _full: list[Person] | None = None

    def add(self, profile: Profile) -> None:
        """Add another description of the same person."""
        self.names += [parse_name(name) for name in (profile.name, *profile.aliases)]
        self._keys = {name_key(name) for name in self.names}
        self._full = None
        if profile.orcid:
            self.orcids.add(_orcid(profile.orcid))

    def is_settled(self, person: Person) -> bool:
        """Whether the name is written in exactly this way, or an ORCID identifies the person."""
        return _orcid(person.orcid) in self.orcids or name_key(person) in self._keys

    def agreeing(self, person: Person) -> list[Person]:
        """The person's names that match a written name.

        ``Huang, G.`` next to ``Huang, Guyue`` is only a short form, not another name.
        """
        if self._full is None:
            compared = self.names[:COMPARED]
            self._full = [name for name in compared if not any(abbreviates(name, o) for o in compared)]
        return [name for name in self._full if same_name(name, person)]

    def is_other(self, person: Person) -> bool:
        """Whether an ORCID shows that a name refers to another person."""
        return bool(person.orcid and self.orcids) and _orcid(person.orcid) not in self.orcids


class People:
    """A set of people in which to look up names.

    :param profiles: people, known by name, aliases and ORCID.
    :param others: the other people in conf.py, to whom a name could also refer.
    :param namesakes: the names in the bibliography: people to whom a name could also refer.
    :param owners: the people to whom the mark ``me`` can refer; by default, the profiles.
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
        self._families: set[str] = set()
        self._by_name: dict[tuple[str, str, bool], list[_Known]] = {}
        self._alike: dict[tuple[str, str], dict[_Known, None]] = {}
        self._by_orcid: dict[str, _Known] = {}
        self._verdicts: dict[tuple[str, ...], _Known | Doubt | None] = {}
        self._members = {self._add(profile) for profile in profiles}
        self._owners = self._members if owners is None else {self._add(profile) for profile in owners}
        for profile in others:
            self._add(profile)

    def __bool__(self) -> bool:
        return bool(self._members)

    def _add(self, profile: Profile) -> _Known:
        """Add a description. Descriptions with the same name or ORCID describe the same person; the first
        one is the profile.
        """
        if profile in self._known:
            return self._known[profile]
        name = replace(parse_name(profile.name), orcid=profile.orcid)
        same = (known for known in self._by_name.get(name_key(name), ()) if not known.is_other(name))
        known = self._by_orcid.get(_orcid(profile.orcid)) or next(same, None) or _Known(profile)
        self._known[profile] = known
        known.add(profile)
        for person in known.names:
            self._families.add(family_key(person))
            written = self._by_name.setdefault(name_key(person), [])
            if len(written) < COMPARED and known not in written:
                written.append(known)
            alike = self._alike.setdefault(alike_key(person), {})
            if len(alike) < COMPARED:
                alike[known] = None
        self._by_orcid.update(dict.fromkeys(known.orcids, known))
        return known

    def find(self, person: Person) -> Profile | None:
        """The profile of this person; ``None`` if the person is unknown or ambiguous."""
        known = self._who(person)
        return known.profile if isinstance(known, _Known) and known in self._members else None

    def __contains__(self, person: Person) -> bool:
        return bool(self.among(NameList((person,))))

    def among(self, names: NameList) -> frozenset[Person]:
        """The names that belong to people in the set.

        Annotations (``author+an = {2=me}``) take precedence for all owners. Nobody appears twice in a
        list: if a list contains both a full name and its initials, the initials refer to another person.
        """
        by_mark = [person for person in names.persons if person.marks and OWN in person.marks]
        marked = bool(by_mark)
        if not (marked or self._members):
            return frozenset()
        mine = {person for person in by_mark if self._is_marked(person)}
        there: dict[_Known, list[Person]] = {}
        for person in names.persons:
            known = self._who(person)
            if isinstance(known, _Known) and known in self._members and OWN not in person.marks:
                there.setdefault(known, []).append(person)
        for known, people in there.items():
            if not (marked and known in self._owners):
                others = list(dict.fromkeys(people))[:COMPARED]
                mine.update(p for p in people if not any(abbreviates(p, other) for other in others))
        return frozenset(mine)

    def doubts(self, names: NameList) -> Iterator[tuple[int, Doubt]]:
        """The numbers, starting with 1, of names that could refer to people in the set, unless the list
        itself resolves them.
        """
        marked = any(OWN in person.marks for person in names.persons if person.marks)
        settled: dict[_Known, list[Person]] = {}
        for number, person in enumerate(names.persons, 1):
            doubt = self._who(person)
            if not isinstance(doubt, Doubt) or OWN in person.marks:
                continue
            known = self._known[doubt.profile]
            if known not in settled:
                settled[known] = list(islice(filter(known.is_settled, names.persons), 2))
            elsewhere = any(p is not person for p in settled[known])
            if known in self._members and not elsewhere and not (marked and known in self._owners):
                yield number, doubt

    def absent(self, lists: Iterable[NameList]) -> Iterator[Profile]:
        """The profiles in the set that do not appear with certainty in any list."""
        missing = dict.fromkeys(known for known in self._known.values() if known in self._members)
        for names in lists:
            if not missing:
                return
            for person in names.persons:
                for known in self._marked(person) if OWN in person.marks else (self._who(person),):
                    if isinstance(known, _Known):
                        missing.pop(known, None)
        yield from (known.profile for known in missing)

    def doubtful(self) -> Iterator[Person]:
        """The ambiguous names in the bibliography."""
        return (person for person in self._namesakes if isinstance(self._who(person), Doubt))

    def is_owner(self, profile: Profile) -> bool:
        """Whether the mark ``me`` can refer to this person."""
        return self._known[profile] in self._owners

    def _is_marked(self, person: Person) -> bool:
        """Whether the mark ``me`` on this name refers to a person in the set."""
        if self._owners is self._members:
            return True
        return bool(self._marked(person) & self._members)

    def _marked(self, person: Person) -> set[_Known]:
        """The owners to whom the mark ``me`` on this name can refer."""
        likely = {known for known in self._owners if known.is_settled(person) or known.agreeing(person)}
        return likely or self._owners

    def _who(self, person: Person) -> _Known | Doubt | None:
        """The person with this name. Equal ORCIDs take precedence over names."""
        if person.orcid and (known := self._by_orcid.get(_orcid(person.orcid))):
            return known
        key = (person.family, person.given, person.prefix, person.literal, person.orcid)
        try:
            return self._verdicts[key]
        except KeyError:
            verdict = self._judged(person) if family_key(person) in self._families else None
            self._verdicts[key] = verdict
            return verdict

    def _judged(self, person: Person) -> _Known | Doubt | None:
        """The person to whom a name refers.

        An exact match takes precedence over names that are merely compatible.
        """
        settled = self._settled(person, person)
        alike = self._alike.get(alike_key(person), ())
        likely = settled or [k for k in alike if not k.is_other(person) and k.agreeing(person)]
        if not likely:
            return None
        others = [known.names[0] for known in likely[1:]]
        if not settled:
            others += islice(self._strangers(person, likely[0]), _MANY)
        unique = tuple({sorted_name(other): other for other in others}.values())
        return Doubt(person, likely[0].profile, unique[:_MANY]) if unique else likely[0]

    def _settled(self, name: Person, person: Person) -> list[_Known]:
        """The people whose name is written in exactly this way, and who could be this person."""
        return [known for known in self._by_name.get(name_key(name), ()) if not known.is_other(person)]

    def _strangers(self, person: Person, known: _Known) -> Iterator[Person]:
        """People in the bibliography because of whom a name may not refer to the known person.

        Either they are not that person, but the name could be theirs; or they could be that person, but the
        name cannot be theirs. Initials alone do not count as another person.
        """
        own = known.agreeing(person)
        for other in self._namesakes.alike(person):
            if same_name(other, person):
                if known.is_other(other) or not (known.is_settled(other) or known.agreeing(other)):
                    yield other
            elif any(same_name(other, name) for name in own) and not self._is_settled(other, person):
                yield other

    def _is_settled(self, other: Person, person: Person) -> bool:
        """Whether a name in the bibliography refers to a known person whose ORCID does not rule out this
        person.
        """
        known = self._by_orcid.get(_orcid(other.orcid)) if other.orcid else None
        return bool(known and not known.is_other(person)) or bool(self._settled(other, person))


def _orcid(written: str) -> str:
    """The bare ORCID number, even if it is given as a URL."""
    return written.rstrip("/").rsplit("/", 1)[-1].upper()
