"""Who is meant by a name: a person of the configuration, nobody, or one of several people."""

from __future__ import annotations

from typing import Any

import pytest

from records import names, record
from sphinx_vitae.bib import parse_name, read
from sphinx_vitae.catalogue.namesakes import Namesakes
from sphinx_vitae.catalogue.people import People
from sphinx_vitae.model import NameList, Person, Profile

GUYUE = Profile(name="Huang, Guyue")


def written(*people: str) -> Namesakes:
    """The names of a bibliography."""
    return Namesakes([record("k", names={"author": names(*people)})])


def authors(text: str, annotation: str = "") -> NameList:
    extra = f", author+an={{{annotation}}}" if annotation else ""
    records, _ = read([("a.bib", f"@misc{{k, title={{T}}, author={{{text}}}{extra}}}".encode())])
    return records[0].names["author"]


def found(people: People, text: str, annotation: str = "") -> list[str]:
    """Who of a list is of the set, as written."""
    lists = authors(text, annotation)
    among = people.among(lists)
    return [str(person) for person in lists.persons if person in among]


def test_a_person_is_known_by_name_alias_orcid_and_annotation() -> None:
    people = People(
        [Profile(name="Huang, Guyue", aliases=("Wong, Guyue",), orcid="https://orcid.org/0000-0002")]
    )
    assert Person(family="Huang", given="G.") in people
    assert Person(family="Wong", given="Guyue") in people
    assert Person(family="Smith", given="X", orcid="0000-0002") in people
    assert Person(family="Smith", given="X", marks=("me",)) in people
    assert Person(family="Smith", given="Guyue") not in people
    assert Person(family="Huang", given="Guyue", orcid="0000-0003") not in people


def test_initials_are_the_owners_where_they_can_be_nobody_elses() -> None:
    people = People([GUYUE], (), written("Huang, Guyue", "Huang, G.", "Huang, Jiayi", "Wang, Guo"))
    assert people.find(parse_name("Huang, G.")) is GUYUE


@pytest.mark.parametrize("other", ["Huang, Guo", "Huang, Gao-Feng"])
def test_initials_are_nobodys_where_another_full_name_has_them(other: str) -> None:
    people = People([GUYUE], (), written("Huang, Guyue", "Huang, G.", other))
    assert people.find(parse_name("Huang, G.")) is None
    assert people.find(parse_name("Huang, Guyue")) is GUYUE
    assert people.find(parse_name(other)) is None
    (number, doubt), *more = people.doubts(authors("Dai, Guohao and Huang, G."))
    assert (number, doubt.profile, doubt.others, more) == (2, GUYUE, (parse_name(other),), [])


def test_initials_that_tell_the_two_apart_leave_no_doubt() -> None:
    people = People([Profile(name="Huang, Guyue Y.")], (), written("Huang, Guo X."))
    assert people.find(parse_name("Huang, G. Y.")) is not None
    assert people.find(parse_name("Huang, G.")) is None


def test_other_initials_are_no_other_person() -> None:
    people = People([Profile(name="Smith, John")], (), written("Smith, J. A.", "Smith, J. B.", "Smith, J."))
    assert people.find(parse_name("Smith, J.")) is not None
    assert people.find(parse_name("Smith, John A.")) is not None


def test_of_two_people_who_could_each_be_the_one_neither_is() -> None:
    people = People([Profile(name="Smith, John")], (), written("Smith, John A.", "Smith, J. B."))
    assert people.find(parse_name("Smith, John A.")) is not None
    assert people.find(parse_name("Smith, J. B.")) is None
    full = People([Profile(name="Smith, John")], (), written("Smith, John A.", "Smith, John B."))
    assert full.find(parse_name("Smith, John A.")) is None
    assert full.find(parse_name("Smith, John")) is not None


def test_a_person_of_the_configuration_makes_doubt_too() -> None:
    guo = Profile(name="Huang, Guo")
    people = People([GUYUE], [guo])
    assert people.find(parse_name("Huang, G.")) is None
    assert [str(other) for _, d in people.doubts(authors("Huang, G.")) for other in d.others] == ["Guo Huang"]


def test_an_alias_settles_it_for_either_and_widens_nothing() -> None:
    there = written("Huang, Guyue", "Huang, G.", "Huang, Guo")
    mine = People([Profile(name="Huang, Guyue", aliases=("Huang, G.",))], (), there)
    assert found(mine, "Huang, G. and Huang, Guo and Huang, Guyue") == ["Guyue Huang"]
    assert found(mine, "Huang, G. and Huang, Guo") == ["G. Huang"]
    theirs = People([GUYUE], [Profile(name="Huang, Guo", aliases=("Huang, G.",))], there)
    assert found(theirs, "Huang, G. and Huang, Guyue") == ["Guyue Huang"]
    assert not list(theirs.doubts(authors("Huang, G.")))


def test_an_alias_of_two_people_settles_nothing() -> None:
    both = [
        Profile(name="Huang, Guyue", aliases=("Huang, G.",)),
        Profile(name="Huang, Guo", aliases=("Huang, G.",)),
    ]
    people = People(both)
    assert people.find(parse_name("Huang, G.")) is None
    assert len(list(people.doubts(authors("Huang, G.")))) == 1


def test_an_annotation_settles_it_for_an_entry() -> None:
    people = People([GUYUE], (), written("Huang, Guyue", "Huang, Guo"))
    assert found(people, "Huang, G. and Xie, Y.", "1=me") == ["G. Huang"]
    assert found(people, "Huang, Guyue and Huang, G.", "2=me") == ["G. Huang"]
    assert not list(people.doubts(authors("Huang, G. and Xie, Y.", "1=me")))
    assert not list(people.doubts(authors("Huang, G. and Huang, Gui", "2=me")))


def test_an_orcid_settles_it() -> None:
    owner = Profile(name="Huang, Guyue", orcid="0000-0002-1825-0097")
    other = Person("Huang", "Guo", orcid="0000-0001-0000-0001")
    there = Namesakes([record("k", names={"author": NameList((other,))})])
    people = People([owner], (), there)
    assert people.find(Person("Huang", "G.", orcid="https://orcid.org/0000-0002-1825-0097")) is owner
    assert people.find(Person("Huang", "G.", orcid="0000-0001-0000-0001")) is None
    assert people.find(Person("Huang", "G.")) is None
    also = Namesakes([record("k", names={"author": NameList((Person("Huang", "Gu", orcid=owner.orcid),))})])
    assert People([owner], (), also).find(Person("Huang", "G.")) is owner


def test_nobody_stands_in_a_list_twice() -> None:
    assert found(People([GUYUE]), "Huang, G. and Huang, Guyue") == ["Guyue Huang"]


def test_a_name_of_initials_in_the_configuration_is_not_two_people() -> None:
    owner = Profile(name="Huang, G.")
    people = People([owner], (), written("Huang, G.", "Huang, Guyue", "Huang, Guo"))
    assert people.find(parse_name("Huang, G.")) is owner
    assert people.find(parse_name("Huang, Guyue")) is None
    assert People([owner], (), written("Huang, Guyue")).find(parse_name("Huang, Guyue")) is owner


def test_the_mark_me_means_an_owner_and_nobody_else() -> None:
    guo = Profile(name="Huang, Guo")
    asked: Any = ((), Namesakes(), [GUYUE])
    assert found(People([GUYUE], *asked), "Smith, J. and Huang, Guo", "1=me") == ["J. Smith"]
    assert found(People([guo], *asked), "Smith, J. and Huang, Guo", "1=me") == ["Guo Huang"]
    assert found(People([guo], *asked), "Huang, Guo and Smith, J.", "1=me") == []
    assert found(People([guo], (), Namesakes(), []), "Smith, J.", "1=me") == []
    group: Any = ((), Namesakes(), [GUYUE, guo])
    assert found(People([guo], *group), "Huang, Guo and Smith, J.", "1=me") == ["Guo Huang"]
    assert found(People([GUYUE], *group), "Huang, Guo and Smith, J.", "1=me") == []


def test_without_an_owner_the_mark_is_all_there_is() -> None:
    assert found(People([]), "Smith, J. and Doe, J.", "2=me") == ["J. Doe"]


def test_two_descriptions_of_one_name_are_one_person() -> None:
    again = Profile(name="Guyue Huang", url="https://example.org", aliases=("Wong, G.",))
    people = People([GUYUE], [again])
    assert people.find(parse_name("Huang, G.")) is GUYUE
    assert people.find(parse_name("Wong, G.")) is GUYUE


def test_the_nearest_names_are_those_of_the_family() -> None:
    there = written("Huang, Guyue", "Huang, Guohao", "Huang, Jiayi", "Wang, Yu")
    assert there.nearest("Huang, Guye", 2) == ["Huang, Guyue", "Huang, Guohao"]
    assert there.nearest("Huan, Guyue")[0] == "Huang, Guyue"
    assert there.nearest("Huang Guyue")[0] == "Huang, Guyue"
    assert there.nearest("Zzz") == []
