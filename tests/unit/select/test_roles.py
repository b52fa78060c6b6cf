"""Whom a list asks for: people by name, and what they are of an entry."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from records import names, record
from sphinx_vitae.model import NameList, Person
from sphinx_vitae.select import Query, QueryPeople, Terms, parse_people, parse_terms, select

TODAY = datetime.date(2026, 1, 1)


class Just:
    """A person known by family name alone."""

    def __init__(self, family: str) -> None:
        self.family = family

    def among(self, names: NameList) -> frozenset[Person]:
        return frozenset(person for person in names.persons if person.family == self.family)


def authors(text: str, **marks: str) -> NameList:
    """``A B C``: people by family name; marks by the name that has them."""
    persons = []
    for name in text.split():
        own = tuple(marks.get(name, "").split())
        persons.append(Person(name, "X", marks=own) if name != "others" else Person("others"))
    others = persons[-1].family == "others"
    return NameList(tuple(persons[:-1] if others else persons), others)


def has(role: str, family: str, **lists: Any) -> bool:
    paper = record("k", names=lists)
    cast = QueryPeople(None, None, Just(family))
    return bool(select([paper], Query(role=parse_terms(role)), TODAY, cast))


def test_people_are_joined_by_and() -> None:
    assert parse_people("Huang, Guyue and -Xie,  Yuan\nand {Smith and Sons}") == Terms(
        ("Huang, Guyue", "{Smith and Sons}"), ("Xie, Yuan",)
    )
    assert parse_people("Ferdinand Anders") == Terms(("Ferdinand Anders",))
    assert parse_people(" and - ") == Terms()


def test_people_are_found_in_every_field_of_names() -> None:
    papers = [
        record(field, names={"author": names("Doe, J"), field: names("Xie, Yuan")})
        for field in ("author", "editor", "translator", "bookauthor", "holder", "annotator")
    ]
    found = select(papers, Query(author=Terms(("Xie",))), TODAY, QueryPeople(Just("Xie")))
    assert [r.key for r in found] == ["author", "editor", "translator", "bookauthor", "holder", "annotator"]
    rest = select(
        [*papers, record("none")], Query(author=Terms((), ("Xie",))), TODAY, QueryPeople(None, Just("Xie"))
    )
    assert [r.key for r in rest] == ["none"]


@pytest.mark.parametrize(
    ("role", "family", "text", "marks", "expected"),
    [
        ("author", "B", "A B C", {}, True),
        ("author", "D", "A B C", {}, False),
        ("first", "A", "A B C", {}, True),
        ("first", "B", "A B C", {}, False),
        ("first", "B", "A B C", {"A": "equal", "B": "equal"}, True),
        ("first", "C", "A B C", {"A": "equal", "B": "equal"}, False),
        ("first", "C", "A B C", {"A": "equal", "C": "equal"}, True),
        ("first", "C", "A B C", {"B": "equal", "C": "equal"}, False),  # equal seniors
        ("first", "A", "A B C", {"B": "equal", "C": "equal"}, True),
        ("last", "C", "A B C", {}, True),
        ("last", "A", "A", {}, True),
        ("first", "A", "A", {}, True),
        ("last", "B", "A B others", {}, False),  # somebody comes after
        ("corresponding", "B", "A B", {"B": "corresponding"}, True),
        ("corresponding", "A", "A B", {"B": "corresponding"}, False),
        ("equal", "B", "A B C", {"B": "equal", "C": "equal"}, True),
        ("equal", "A", "A B C", {"B": "equal", "C": "equal"}, False),
        ("first, last", "C", "A B C", {}, True),
        ("-first", "B", "A B C", {}, True),
        ("-first", "A", "A B C", {}, False),
        ("author, -first", "A", "A B C", {}, False),
        ("author, -first", "B", "A B C", {}, True),
    ],
)
def test_a_role_is_what_somebody_is_of_an_entry(
    role: str, family: str, text: str, marks: dict[str, str], expected: bool
) -> None:
    assert has(role, family, author=authors(text, **marks)) is expected


def test_who_edits_or_translates_is_no_author() -> None:
    lists = {"author": authors("A"), "editora": authors("B C"), "translator": authors("D")}
    assert has("editor", "C", **lists)
    assert has("translator", "D", **lists)
    for role in ("author", "first", "last"):
        assert not has(role, "B", **lists)
    assert not has("editor", "A", **lists)


def test_nobody_has_no_role() -> None:
    assert (
        select([record("k", names={"author": authors("A")})], Query(role=parse_terms("first")), TODAY) == []
    )
