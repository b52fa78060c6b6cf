"""A file of people that is hostile or wrong is said at its line, soon, and never stops a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_vitae.extension.settings.people_file import PeopleFile
from sphinx_vitae.model import Problem, ProblemKind


def read(folder: Path, text: str) -> PeopleFile:
    (folder / "people.yaml").write_text(text, "utf-8")
    return PeopleFile("people.yaml", folder)


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (BOMB, 6, "expands to more than 200000 values through its aliases"),
        ("x: 1\ny: &y [*y]\n", 2, "expands to more than 200000 values through its aliases"),
        ("x: 1\ny: " + "[" * 3000 + "]" * 3000, 2, "is nested more than 20 levels deep"),
        ("x: " + "{a: " * 3000 + "1" + "}" * 3000, 1, "is nested more than 20 levels deep"),
        ("[" * 3000, 1, "is nested more than 20 levels deep"),
    ],
)
def test_what_a_file_may_stand_for_is_bounded(tmp_path: Path, text: str, line: int, message: str) -> None:
    found = read(tmp_path, text)
    assert found.value == {}
    assert [(p.line, p.message) for p in found.problems] == [(line, f"vitae_people {message}")]
    assert found.problems[0].file.endswith("people.yaml")


def test_aliases_that_stand_for_little_are_read(tmp_path: Path) -> None:
    found = read(
        tmp_path, "Doe, Jane: &jane\n  url: &url https://example.org\nDoe, J.: *jane\nRoe, R.: *url\n"
    )
    assert not found.problems
    assert found.value == {
        "Doe, Jane": {"url": "https://example.org"},
        "Doe, J.": {"url": "https://example.org"},
        "Roe, R.": "https://example.org",
    }


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}", "null"])
def test_an_empty_file_has_nobody(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).value == {}


@pytest.mark.parametrize(
    "text",
    ["\x00", "? [a]\n: b\n", "a: *nobody\n", "a: b: c\n", "a\n", "%x", "a: !!python/object:os.system x"],
)
def test_no_file_stops_the_build(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert found.problems or found.value == {"a": "x"}


def test_a_problem_is_at_the_person_whom_it_is_about(tmp_path: Path) -> None:
    found = read(tmp_path, "Doe, Jane: x\nRoe, R.: y\n")
    said = Problem(
        ProblemKind.CONFIG, "vitae_people contains 'Doe, Jane' for 'url' of 'Roe, R.'; it must be a URL"
    )
    assert found.located(said).line == 2
