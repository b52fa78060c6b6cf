"""Configuration values: what is right is normalised, what is wrong has its default and a problem."""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declared import keys
from sphinx_vitae.model import (
    SETTINGS,
    Design,
    Problem,
    ProblemKind,
    Profile,
    Setting,
    Settings,
    Venue,
    find_venue,
    read_settings,
)
from sphinx_vitae.model.setting_parsers import read_text

DAY = datetime.date(2026, 1, 15)
NAMES = [setting.name for setting in SETTINGS]


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
    settings, _ = read(cv={"paper": "letter", "accent": "#7A1F2B", "fontsize": "11pt", "page-numbers": False})
    assert settings.designs.common == Design(
        paper="letter", accent="7A1F2B", fontsize="11pt", page_numbers=False
    )


def test_a_document_has_a_look_of_its_own_upon_what_all_have() -> None:
    short = {"paper": "letter", "font": "sans"}
    settings, problems = read(cv={"accent": "#7A1F2B", "short.tex": short, "list.tex": {"font": "Inter"}})
    assert problems == ()
    assert settings.designs.of("cv.tex") == Design(accent="7A1F2B")
    assert settings.designs.of("short.tex") == Design(accent="7A1F2B", paper="letter", font="sans")
    assert settings.designs.of("list.tex") == Design(accent="7A1F2B", font="Inter")


def test_the_accent_of_pages_is_that_of_the_cv_unless_this_has_its_own() -> None:
    settings, problems = read(accent="#147", cv={"b.tex": {"accent": "#7A1F2B"}, "c.tex": {"font": "sans"}})
    assert problems == ()
    assert settings.accent == "#114477"
    assert settings.designs.of("a.tex") == Design(accent="114477")
    assert settings.designs.of("b.tex") == Design(accent="7A1F2B")
    assert settings.designs.of("c.tex") == Design(accent="114477", font="sans")
    assert read(accent="teal", cv={"accent": "navy"})[0].designs.of("a.tex").accent == "000080"


def test_an_accent_too_light_for_paper_is_darkened_in_print_alone() -> None:
    settings, problems = read(accent="yellow")
    assert (settings.accent, problems) == ("#FFFF00", ())
    assert settings.designs.common.accent == "5F5F00"


def test_a_venue_is_found_by_its_tag_of_any_year() -> None:
    venues, problems = read(
        venues={"MICRO": {"name": "Microarchitecture"}, "Top500": {"url": "https://x.org"}}
    )
    assert problems == ()
    found = [
        find_venue(venues.venues, tag) for tag in ("MICRO", "micro’23", "MICRO 2023", "MICRO'23", "MICRO23")
    ]
    assert found == [Venue(name="Microarchitecture")] * 5
    assert find_venue(venues.venues, "Top500") == Venue(url="https://x.org")
    assert [find_venue(venues.venues, tag) for tag in ("", "2023", "MICRO-W", "Top5")] == [None] * 4


def test_what_is_wrong_of_the_look_of_a_document_names_the_document() -> None:
    settings, problems = read(cv={"a.tex": {"paper": "b5", "colour": "red"}, "b.tex": 5, "font": "x}y"})
    assert settings.designs.of("a.tex") == Design()
    assert len(problems) == 4
    assert ["'a.tex'" in str(problem) for problem in problems] == [False, True, True, False]
    assert "'b.tex'" in str(problems[3])


def test_today_is_a_date_or_its_text() -> None:
    assert read(today="2020-02-03")[0].today == read(today=datetime.date(2020, 2, 3))[0].today
    assert type(read(today=datetime.datetime(2020, 2, 3, 4, 5))[0].today) is datetime.date


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_value_of_a_wrong_type_is_one_problem_and_the_default(setting: Any) -> None:
    settings, problems = read(**{setting.name: object()})
    assert [problem.kind for problem in problems] == [ProblemKind.CONFIG]
    assert problems[0].message.startswith(f"vitae_{setting.name} ")
    assert problems[0].fix
    assert settings == Settings(today=DAY)


SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates()
    | st.sampled_from(["https://example.org", "Doe, Jane", "a4", "{value}", "2020-01-01", "#12f",
                       object()])
)  # fmt: skip
KEYS = (
    st.sampled_from([*(f.name for f in dataclasses.fields(Profile)), "label", "paper", "accent", "page-numbers",
                     "color"])
    | st.none() | st.integers() | st.text() | st.tuples(st.integers())
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=12,
)


@given(name=st.sampled_from(NAMES), value=VALUES)
def test_any_value_gives_settings_of_the_right_types_and_problems(name: str, value: Any) -> None:
    settings, problems = read_settings({name: value}, DAY)
    for problem in problems:
        assert problem.kind is ProblemKind.CONFIG
        assert problem.message.startswith(f"vitae_{name} ")
        assert problem.fix
        assert "\n" not in str(problem)
    for person in (*settings.owners, *settings.people):
        assert person.name
        for field in dataclasses.fields(person):
            if field.name == "aliases":
                assert all(isinstance(alias, str) for alias in person.aliases)
            elif field.name == "links":
                assert all(isinstance(part, str) for link in person.links for part in link)
            else:
                assert isinstance(getattr(person, field.name), str)
    assert all(isinstance(part, str) for pair in settings.kinds.items() for part in pair)
    assert all(isinstance(p, str) for link in settings.links.values() for p in link.values())
    for venue in settings.venues.values():
        assert re.fullmatch("(#[0-9A-F]{6})?", venue.color)
        assert re.fullmatch(r"(https?://\S+)?", venue.url)
        assert isinstance(venue.name, str)
    assert re.fullmatch("(#[0-9A-F]{6})?", settings.accent)
    assert type(settings.profile) is bool
    assert type(settings.designs.common.page_numbers) is bool
    assert type(settings.today) is datetime.date
    assert settings.reading


def test_a_value_that_cannot_be_printed_is_a_problem() -> None:
    assert "is a value of type int; " in str(read(layout=10**5000)[1][0])


def test_a_dictionary_that_holds_itself_is_a_problem() -> None:
    itself: dict[str, Any] = {}
    itself["A, B"] = itself
    assert len(read(people=itself)[1]) == 1
    assert len(read(owner=itself)[1]) == 1


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"cv": {"accent": "bleu"}}, "contains 'bleu' for 'accent'; it must be a colour such as '#1F4E79'"),
        (
            {"cv": {"accent": "#FFD700"}},
            "contains '#FFD700' for 'accent'; its contrast against white is 1.4:1, but text needs 4.5:1; "
            "the default, '#1F4E79', was used",
        ),
        ({"cv": {"page-numbers": "no"}}, "contains 'no' for 'page-numbers'; it must be True or False"),
        (
            {"cv": {"papre": "a4"}},
            f"contains 'papre'; the valid keys are {keys(Design)};",
        ),
        ({"cv": {"papre": "a4"}}, "did you mean 'paper'? it was ignored"),
        ({"cv": {5: "a4"}}, f"contains 5; the valid keys are {keys(Design)};"),
        ({"links": {"x": {"lable": "X"}}}, "contains 'lable' for 'x'; the valid keys are 'label', 'url'"),
        ({"links": {"x": {"url": 5}}}, "contains 5 for 'url' of 'x'; it must be a string"),
        ({"links": {"x": {"url": "osf.io/{value}"}}}, "it must begin with https://"),
        ({"links": {"x": {"url": "javascript:{value}"}}}, "it must begin with https://"),
        (
            {"owner": {"name": "X", "links": ["a"]}},
            "contains ['a'] for 'links' of 'X'; it must be a dictionary",
        ),
        (
            {"owner": {"name": "X", "links": {"x": 5}}},
            "contains 5 for 'x' among 'links' of 'X'; it must be a URL",
        ),
        ({"owner": {"name": "X", "email": None}}, "contains None for 'email' of 'X'; it must be a string"),
        ({"owner": {"name": "X", "headline": 5}}, "contains 5 for 'headline' of 'X'; it must be a string"),
        (
            {"owner": {"name": "X", "aliases": None}},
            "contains None for 'aliases' of 'X'; it must be a list of strings",
        ),
        (
            {"owner": {"name": "X", "aliases": ["Y", 5]}},
            "contains 5 for 'aliases' of 'X'; it must be a list of strings",
        ),
        ({"owner": {"name": "X", 5: "y"}}, f"contains 5 for 'X'; the valid keys are {keys(Profile)};"),
        ({"owner": {"nmae": "X"}}, "did you mean 'name' instead of 'nmae'? it was ignored"),
        (
            {"owner": {"name": " "}},
            "contains {'name': ' '}; a person must be a name, or a dictionary with 'name'",
        ),
        ({"owner": ""}, "contains ''; a person must be a name, or a dictionary with 'name'"),
        ({"owner": ["A, B", ""]}, "contains ''; a person must be a name, or a dictionary with 'name'"),
        (
            {"people": {"A, B": None}},
            "contains None for 'A, B'; it must be a URL, or a person as in vitae_owner",
        ),
        ({"people": {"A, B": ["x"]}}, "contains ['x'] for 'A, B'; it must be a URL"),
        ({"people": {"Doe, Jane": 3}}, "contains 3 for 'Doe, Jane'; it must be a URL"),
        (
            {"people": {"A, B": {"name": 3}}},
            "contains 3 for 'name' of 'A, B'; it must be a name; 'A, B' was used",
        ),
        ({"people": {3: "https://example.org"}}, "contains 3 as a key; it must be the name of a person"),
        ({"people": {"": "https://example.org"}}, "contains '' as a key; it must be the name of a person"),
        ({"kinds": {"talks.bib": 5}}, "contains 5 for 'talks.bib'; a kind must be a word"),
        ({"files": ["pdfs", None]}, "contains None; it must be a list of strings"),
        (
            {"accent": "reddish"},
            "vitae_accent contains 'reddish'; it must be a colour such as '#1F4E79', '#147' or 'teal'; the default colours were used",
        ),
        ({"accent": "#12345"}, "contains '#12345'; it must be a colour"),
        ({"accent": "red;}*{display:none"}, "contains 'red;}*{display:none'; it must be a colour"),
        ({"accent": 5}, "contains 5; it must be a colour"),
        ({"profile": "yes"}, "is 'yes'; it must be True or False"),
        ({"venues": ["SC"]}, "is ['SC']; it must be a dictionary: tag →"),
        (
            {"venues": {"SC": "#123"}},
            "contains '#123' for 'SC'; it must be a dictionary with 'name', 'url', 'color'",
        ),
        (
            {"venues": {"SC": {"colour": "#123"}}},
            "the valid keys are 'name', 'url', 'color'; did you mean 'color'?",
        ),
        (
            {"venues": {"SC": {"color": "url(//x)"}}},
            "vitae_venues contains 'url(//x)' for 'color' of 'SC'; it must be a colour such as '#1F4E79', '#147' or 'teal'; grey was used",
        ),
        ({"venues": {"SC": {"url": "javascript:x"}}}, "it must be an address that begins with https://"),
        ({"venues": {"SC": {"url": 'https://x.org/" x="'}}}, "it must be an address that begins with"),
        ({"venues": {"SC": {"name": 3}}}, "contains 3 for 'name' of 'SC'; it must be a string"),
        ({"venues": {"SC": {}, "sc20": {}}}, "contains 'sc20' as a key; another key is the same tag"),
        ({"venues": {"": {}}}, "contains '' as a key; it must be the tag of a venue"),
        ({"max_authors": True}, "is True; it must be 0 or a positive integer"),
        (
            {"languages": ["en", "de"]},
            "it must be a dictionary: language → path, such as {'en': '/', 'de': '/de/'}",
        ),
        (
            {"languages": {"germn": "/de/"}},
            "contains 'germn' as a key; it must be a language as in Sphinx, such as 'de' or 'pt_BR'; did you mean 'de'?",
        ),
        ({"languages": {"xx": "/xx/"}}, "contains 'xx' as a key; it must be a language as in Sphinx"),
        ({"languages": {"de": "de"}}, "contains 'de' for 'de'; it must be a path such as '/' or '/de/'"),
        ({"languages": {"de": "https://example.org/de/"}}, "it must be a path such as '/' or '/de/'"),
        ({"languages": {"de": "/../de/"}}, "it must be a path such as '/' or '/de/'"),
        ({"languages": {"de": 5}}, "contains 5 for 'de'; it must be a path"),
        ({"languages": {"en": "/", "de": "/"}}, "contains '/' for 'de'; another language has the same path"),
    ],
)
def test_a_wrong_value_is_one_problem_that_says_what_is_allowed(values: dict[str, Any], message: str) -> None:
    _, problems = read(**values)
    assert len(problems) == 1
    assert message in str(problems[0])


def test_a_wrong_key_leaves_the_right_ones_and_each_is_said() -> None:
    owner = {
        "name": "X",
        "orcid": "0000-0001",
        "emial": "x@example.org",
        7: "x",
        "links": {"A": 1, "B": "b.org"},
    }
    settings, problems = read(owner=owner, cv={"paper": "letter", "fontsize": "9pt", "papre": 1})
    assert settings.owners == (Profile(name="X", orcid="0000-0001", links=(("B", "b.org"),)),)
    assert settings.designs.common == Design(paper="letter")
    assert ["did you mean 'email'?" in problem.fix for problem in problems[:3]] == [True, False, False]
    assert len(problems) == 5


def test_what_is_right_of_a_list_or_dictionary_is_kept() -> None:
    settings, _ = read(
        owner=["A, B", 5],
        people={"C, D": "https://example.org", "E, F": 3},
        links={"x": {"label": "X", "url": 5}, "y": None},
        kinds={"talks.bib": "talk", "software": None},
        files=["pdfs", 5],
    )
    assert [person.name for person in (*settings.owners, *settings.people)] == ["A, B", "C, D"]
    assert settings.links == {"x": {"label": "X"}}
    assert settings.kinds == {"talks.bib": "talk"}
    assert settings.files == ("pdfs",)


def test_a_path_of_a_language_gets_its_slash() -> None:
    languages, problems = read(languages={"en": "/", "pt_BR": "/sites/pt-br", "zh_CN": "/zh/"})
    assert languages.languages == {"en": "/", "pt_BR": "/sites/pt-br/", "zh_CN": "/zh/"}
    assert problems == ()


def test_files_of_which_none_is_a_name_are_all_files() -> None:
    assert read(bibfiles=[5])[0].bibfiles is None


@pytest.mark.parametrize(("setting", "kind"), [("owner", Profile), ("cv", Design)])
def test_the_reference_says_every_key_that_can_be_given(setting: str, kind: Any) -> None:
    explanation = next(s.explanation for s in SETTINGS if s.name == setting)
    for field in dataclasses.fields(kind):
        assert f"\n- ``{field.name.replace('_', '-')}``: " in explanation


#: `layout` under an old name.
RENAMED = Setting("look", "card", "An old name.", read_text, "layout", deprecated="vitae_layout")


def read_renamed(**values: Any) -> tuple[str, list[str]]:
    settings, problems = read_settings(values, DAY, (*SETTINGS, RENAMED))
    assert {problem.kind for problem in problems} <= {ProblemKind.CONFIG}
    return settings.layout, [str(problem) for problem in problems]


def test_a_deprecated_setting_works_and_the_warning_says_what_to_write() -> None:
    warning = "vitae_look is deprecated; the next minor version removes it; write vitae_layout"
    assert read_renamed(look="compact") == ("compact", [warning])


def test_a_deprecated_setting_that_is_not_set_has_no_effect() -> None:
    assert read_renamed() == ("card", [])
    assert read_renamed(layout="tagged") == ("tagged", [])


def test_the_setting_that_replaces_a_deprecated_one_overrides_it() -> None:
    layout, warnings = read_renamed(look="compact", layout="tagged")
    assert (layout, len(warnings)) == ("tagged", 1)
