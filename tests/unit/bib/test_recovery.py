"""Whatever happens to one entry, those before and after it are read as if nothing had happened."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import read

BEFORE = """\
@article{a, title = {First}, author = {Doe, Jane}, year = 2020}
@book{b,
  title = "Second {Book}",
  year = {2021},
}
"""
MIDDLE = """\
@article{m,
  title = {The {Middle} One},
  author = "Roe, Max",
  journal = jot # { B},
  year = 2022
}
"""
AFTER = """\

@inproceedings{y,
  title = {Next},
  abstract = {Of {braces} and "quotes"},
}
@misc{z, title = {Last}}
"""
NEIGHBOURS = ("a", "b", "y", "z")


def neighbours(middle: str) -> list[tuple[str, str, dict[str, str]]]:
    records, _ = read([("refs.bib", (BEFORE + middle + AFTER).encode())])
    return [(r.key, str(r.title), dict(r.fields)) for r in records if r.key in NEIGHBOURS]


EXPECTED = neighbours(MIDDLE)


def test_all_neighbours_are_there_to_begin_with() -> None:
    assert [key for key, _, _ in EXPECTED] == list(NEIGHBOURS)


@pytest.mark.parametrize("character", list('{}"@,=#%()\\$~\n x'))
def test_one_character_more_anywhere_in_an_entry(character: str) -> None:
    for position in range(1, len(MIDDLE)):
        assert neighbours(MIDDLE[:position] + character + MIDDLE[position:]) == EXPECTED, position


@pytest.mark.parametrize("count", [1, 2, 7])
def test_some_characters_less_anywhere_in_an_entry(count: int) -> None:
    for position in range(len(MIDDLE) - count):
        assert neighbours(MIDDLE[:position] + MIDDLE[position + count :]) == EXPECTED, position


def test_an_entry_cut_off_anywhere() -> None:
    for position in range(len(MIDDLE)):
        assert neighbours(MIDDLE[:position] + "\n") == EXPECTED, position
