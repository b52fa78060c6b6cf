"""Configuration values: what is right is normalised, what is wrong has its default and a problem."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from sphinx_vitae.model import SETTINGS, Look, Problem, ProblemKind, Profile, Settings, read_settings

DAY = datetime.date(2026, 1, 15)


def read(**values: Any) -> tuple[Settings, tuple[Problem, ...]]:
    return read_settings(values, DAY)


def test_without_values_everything_has_its_default() -> None:
    settings, problems = read()
    assert problems == ()
    assert settings == Settings(today=DAY)


def test_an_owner_is_a_name_a_person_or_a_list_of_these() -> None:
    assert read(owner="Huang, Guyue")[0].owners == (Profile(name="Huang, Guyue"),)
    person = {"name": "Huang, Guyue", "aliases": ["Huang, G."], "links": {"Web": "https://example.org"}}
    expected = Profile(name="Huang, Guyue", aliases=("Huang, G.",), links=(("Web", "https://example.org"),))
    assert read(owner=person)[0].owners == (expected,)
    assert read(owner=["A, B", person])[0].owners == (Profile(name="A, B"), expected)


def test_an_owner_that_is_a_name_gets_what_people_says_of_it() -> None:
    settings, _ = read(owner="A, B", people={"A, B": {"orcid": "0000-0001"}, "C, D": "https://example.org"})
    assert settings.owners == (Profile(name="A, B", orcid="0000-0001"),)
    assert settings.people[1].url == "https://example.org"


def test_a_look_is_read_from_a_dictionary() -> None:
    settings, _ = read(cv={"paper": "letter", "accent": "#abcdef", "fontsize": "11pt", "page-numbers": False})
    assert settings.look == Look(paper="letter", accent="abcdef", fontsize="11pt", page_numbers=False)


def test_today_is_a_date_or_its_text() -> None:
    assert read(today="2020-02-03")[0].today == read(today=datetime.date(2020, 2, 3))[0].today


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_value_of_a_wrong_type_is_one_problem_and_the_default(setting: Any) -> None:
    settings, problems = read(**{setting.name: object()})
    assert [problem.kind for problem in problems] == [ProblemKind.CONFIG]
    assert problems[0].message.startswith(f"vitae_{setting.name} ")
    assert settings == Settings(today=DAY)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"cv": {"accent": "blue"}}, "has the accent 'blue'; it takes a colour as '#1F4E79'"),
        ({"cv": {"papre": "a4"}}, "has 'papre'; it takes 'paper', 'accent', 'fontsize', 'page-numbers'"),
        ({"links": {"x": {"lable": "X"}}}, "it takes a dictionary with 'label' and 'url'"),
        (
            {"owner": {"name": "X", "links": ["a"]}},
            "has links ['a'] for 'X'; they are a dictionary: label → URL",
        ),
        ({"max_authors": True}, "is True; it takes a number, 0 or more"),
    ],
)
def test_a_wrong_value_says_what_is_allowed(values: dict[str, Any], message: str) -> None:
    _, problems = read(**values)
    assert message in problems[0].message
