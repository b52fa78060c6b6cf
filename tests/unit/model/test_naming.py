"""Whether two written names can be one person's: by rule, never by a part of a name."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import abbreviates, equal_name, is_full, same_name, sorted_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huang, Guyue", "Huang, G."),
        ("Huang, Guyue", "Guyue Huang"),
        ("Huang, Guyue", "HUANG, GUYUE"),
        ("Müller, Jürgen", "Muller, Jurgen"),
        ("Tsai, Po-An", "Tsai, P.-A."),
        ("Tsai, Po-An", "Tsai, PA"),
        ("Tsai, Po-An", "Tsai, Poan"),
        ("Lovelace, Ada", "Lovelace, Ada Augusta"),
        ("Lovelace, Ada Augusta", "Lovelace, A. A."),
        ("de la Cruz, María", "De La Cruz, Maria"),
        ("Łukasiewicz, Jan", "Lukasiewicz, J."),
        ("{The ATLAS Collaboration}", "{the ATLAS collaboration}"),
        ("Plato", "plato"),
        ("王伟", "王 伟"),
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
        ("王伟", "王伟民"),  # one sign is no initial
    ],
)
def test_names_of_two_people_do_not(one: str, other: str) -> None:
    assert not same_name(parse_name(one), parse_name(other))
    assert not same_name(parse_name(other), parse_name(one))


@pytest.mark.parametrize(
    ("one", "other", "equal", "shorter"),
    [
        ("Huang, Guyue", "HUANG, Gu-Yue", True, False),
        ("Huang, G.", "Huang, Guyue", False, True),
        ("Huang, Guyue", "Huang, G.", False, False),
        ("Lovelace, A. A.", "Lovelace, Ada", False, False),  # each says what the other does not
        ("Lovelace, A.", "Lovelace, Ada A.", False, True),
        ("Huang, G.", "Huang, Jiayi", False, False),
    ],
)
def test_a_name_can_be_written_alike_or_say_less(one: str, other: str, equal: bool, shorter: bool) -> None:
    assert equal_name(parse_name(one), parse_name(other)) is equal
    assert abbreviates(parse_name(one), parse_name(other)) is shorter


@pytest.mark.parametrize(
    ("name", "full"),
    [("Huang, Guyue", True), ("Huang, G.", False), ("Huang, GY", False), ("王伟", True), ("Plato", False)],
)
def test_a_name_is_full_when_a_given_name_is_written_out(name: str, full: bool) -> None:
    assert is_full(parse_name(name)) is full


@pytest.mark.parametrize(
    ("name", "written"),
    [("Guyue Huang", "Huang, Guyue"), ("María de la Cruz", "de la Cruz, María"), ("{A Team}", "{A Team}")],
)
def test_a_name_is_written_as_in_a_bibliography(name: str, written: str) -> None:
    assert sorted_name(parse_name(name)) == written
