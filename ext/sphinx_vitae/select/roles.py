"""Selection by people: in which records they appear, and in which role.

All functions are pure: the people to whom names refer are a parameter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Protocol

from sphinx_vitae.model import NameList, Person, Record

from .terms import Terms

__all__ = ["ROLES", "PeopleSet", "QueryPeople", "names_any", "parse_people", "roles"]

ROLES: Final = ("author", "editor", "translator", "first", "last", "corresponding", "equal")
#: The name fields of editors (biblatex manual §2.2.2).
_EDITORS: Final = ("editor", "editora", "editorb", "editorc")
#: Separates names, except in braces.
_AND: Final = re.compile(r"\s+and\s+(?![^{}]*\})", re.I)


class PeopleSet(Protocol):
    """A set of people."""

    def among(self, names: NameList) -> frozenset[Person]:
        """The names that belong to people in the set."""


@dataclass(frozen=True, slots=True)
class QueryPeople:
    """The people to whom a query refers.

    :param wanted: the people in ``author``.
    :param unwanted: the people with a minus sign.
    :param actors: the people to whom ``role`` applies.
    """

    wanted: PeopleSet | None = None
    unwanted: PeopleSet | None = None
    actors: PeopleSet | None = None


def names_any(record: Record, people: PeopleSet | None) -> bool:
    """Whether any name field of the record includes one of these people."""
    return people is not None and any(people.among(names) for names in record.names.values())


def roles(record: Record, people: PeopleSet | None) -> set[str]:
    """All roles that these people have in a record."""
    found: set[str] = set()
    if people is None:
        return found
    for field, names in record.names.items():
        there = people.among(names)
        if not there:
            continue
        if field in _EDITORS:
            found.add("editor")
        elif field in {"author", "translator"}:
            found.add(field)
        found.update(mark for person in there for mark in person.marks if mark in {"corresponding", "equal"})
        if field == "author":
            found.update(_places(names, there))
    return found


def _places(names: NameList, there: frozenset[Person]) -> set[str]:
    """``first``: they are the first author, or marked as equal to the first author; ``last``: they are the
    last author.
    """
    persons = names.persons
    first = [p for n, p in enumerate(persons) if not n or {"equal"} <= {*persons[0].marks} & {*p.marks}]
    found = {"first"} if not there.isdisjoint(first) else set()
    if persons[-1] in there and not names.others:
        found.add("last")
    return found


def parse_people(text: str) -> Terms:
    """Parse ``Huang, Guyue and -Xie, Yuan``: the names as written."""
    names = [" ".join(name.split()) for name in _AND.split(f" {text} ") if name.strip()]
    return Terms(
        tuple(name for name in names if not name.startswith("-")),
        tuple(name[1:].strip() for name in names if name.startswith("-") and name[1:].strip()),
    )
