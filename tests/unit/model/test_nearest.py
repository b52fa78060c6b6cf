"""The nearest of known words, for few and for many."""

from __future__ import annotations

import pytest

from sphinx_vitae.model import Nearest, did_you_mean, edits


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("year", "year", 0), ("yaer", "year", 1), ("yar", "year", 1), ("yearr", "year", 1), ("yeer", "year", 1),
        ("", "year", 4), ("jounral", "journal", 1), ("smith2002", "smith2020", 1), ("smith2002", "smith2023", 2),
    ],
)  # fmt: skip
def test_a_swap_of_neighbours_is_one_edit(one: str, other: str, count: int) -> None:
    assert edits(one, other) == edits(other, one) == count


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("smith2002", ["smith2003", "smith2023", "smith2020"], "smith2020"),
        ("publicatoins", ["publications", "publication"], "publications"),
        ("Year", ["month", "year"], "year"),
        ("colour", ["month", "year"], ""),
        ("huang2023", ["huang2021eda", "huang2023rmstc"], "huang2023rmstc"),
        ("huang2023rmst", ["huang2023", "huang2023rmstc"], "huang2023rmstc"),
    ],
)
def test_the_nearest_word_is_suggested(word: str, known: list[str], meant: str) -> None:
    wanted = f"did you mean {meant!r}?" if meant else ""
    assert did_you_mean(word, known) == wanted
    assert Nearest(known).did_you_mean(word) == wanted


def test_many_words_of_one_shape_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def counted(one: str, other: str) -> int:
        compared.append(other)
        return edits(one, other)

    monkeypatch.setattr("sphinx_vitae.model.nearest.edits", counted)
    nearest = Nearest(f"{chr(number)}key" for number in range(0x4E00, 0x4E00 + 5000))
    assert nearest.did_you_mean("xkey")
    assert len(compared) < 50
