"""Whose name is it: by rule, never by a part of it."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import parse_name
from sphinx_vitae.catalogue import People
from sphinx_vitae.model import Person, Profile, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huang, Guyue", "Huang, G."),
        ("Huang, Guyue", "Guyue Huang"),
        ("Huang, Guyue", "HUANG, GUYUE"),
        ("Müller, Jürgen", "Muller, Jurgen"),
        ("Tsai, Po-An", "Tsai, P.-A."),
        ("Tsai, Po-An", "Tsai, Poan"),
        ("Lovelace, Ada", "Lovelace, Ada Augusta"),
        ("Lovelace, Ada Augusta", "Lovelace, A. A."),
        ("de la Cruz, María", "De La Cruz, Maria"),
        ("Łukasiewicz, Jan", "Lukasiewicz, J."),
        ("{The ATLAS Collaboration}", "{the ATLAS collaboration}"),
        ("Plato", "plato"),
    ],
)
def test_names_of_one_person_agree(one: str, other: str) -> None:
    assert same_name(parse_name(one), parse_name(other))
    assert same_name(parse_name(other), parse_name(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huang, Guyue", "Huang, Guo"),
        ("Huang, Guyue", "Huang, Jiayi"),
        ("Huang, Guyue", "Huangfu, Guyue"),
        ("Huang, Guyue", "Huang"),
        ("Huang, Guyue", "Guyue, Huang"),
        ("Lovelace, Ada B.", "Lovelace, Ada C."),
        ("Li, Hao", "Li, Haoran"),
        ("{Huang Lab}", "Huang, Lab"),
    ],
)
def test_names_of_two_people_do_not(one: str, other: str) -> None:
    assert not same_name(parse_name(one), parse_name(other))


def test_a_person_is_known_by_name_alias_orcid_and_annotation() -> None:
    people = People(
        [Profile(name="Huang, Guyue", aliases=("Wong, Guyue",), orcid="https://orcid.org/0000-0002")]
    )
    assert Person(family="Huang", given="G.") in people
    assert Person(family="Wong", given="Guyue") in people
    assert Person(family="Smith", given="X", orcid="0000-0002") in people
    assert Person(family="Smith", given="X", marks=("me",)) in people
    assert Person(family="Smith", given="Guyue") not in people
