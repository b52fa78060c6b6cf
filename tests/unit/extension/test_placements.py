"""Of several places of an entry, the first of the best rank is the one that counts."""

from __future__ import annotations

import pytest

from sphinx_vitae.extension.site.placements import Placement, Placements


def place(id_: str, rank: int, number: str = "") -> Placement:
    return Placement("key", "publication", id_, "name", rank=rank, number=number)


@pytest.mark.parametrize(
    ("ranks", "first"),
    [((1, 1), "one"), ((2, 1), "two"), ((1, 2), "one"), ((0, 0, 0), "one"), ((2, 1, 1), "two")],
)
def test_the_first_of_the_best_rank_counts(ranks: tuple[int, ...], first: str) -> None:
    ids = ("one", "two", "three")[: len(ranks)]
    on_a_page = Placements({"a": [place(id_, rank) for id_, rank in zip(ids, ranks, strict=True)]}, ["a"])
    assert on_a_page.find("key", {"a"}, prefer="a") == ("a", place(first, ranks[ids.index(first)]))
    assert on_a_page.canonical["key"][1].id == first
    pages = {id_: [place(id_, rank, id_)] for id_, rank in zip(ids, ranks, strict=True)}
    on_pages = Placements(pages, ids)
    assert on_pages.canonical["key"][0] == first
    assert on_pages.numbered["key"].number == first


def test_a_list_comes_after_a_page_of_the_entry_and_is_no_page() -> None:
    assert Placements({"a": [place("x", 0)]}, ["a"]).page("key") is None
    assert Placements({"a": [place("x", -1)]}, ["a"]).page("key") == ("a", place("x", -1))
