"""Sorting is total and stable, and grouping loses and repeats nothing, whatever the records."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from records import record
from sphinx_vitae.model import Moment, PartialDate
from sphinx_vitae.select import GROUPINGS, NUMBERINGS, Arrangement, Sorting, arrange, items

MOMENTS = st.builds(Moment, st.integers(-50, 2100), st.integers(0, 12), st.integers(0, 28))
DATES = st.one_of(
    st.none(),
    st.builds(PartialDate, MOMENTS),
    st.builds(PartialDate, MOMENTS, st.none() | MOMENTS, st.just(True)),
    st.builds(PartialDate, st.none(), st.none(), st.just(False), st.text(max_size=5)),
)
FIELDS = ("date", "year", "title", "author", "venue", "type", "status", "key", "keyword", "volume")


@st.composite
def records(draw: st.DrawFn) -> list[Any]:
    count = draw(st.integers(1, 12))
    return [
        record(
            f"k{n}",
            title=draw(st.text(max_size=4)),
            position=n,
            date=draw(DATES),
            status=draw(st.sampled_from(["", "submitted", "inpress"])),
            keywords=tuple(draw(st.lists(st.sampled_from("ab"), max_size=2))),
            fields={"volume": draw(st.text(max_size=3))},
            texts={"abbr": draw(st.sampled_from(["", "SC", "sc"]))},
        )
        for n in range(count)
    ]


ARRANGEMENTS = st.builds(
    Arrangement,
    sort=st.lists(st.builds(Sorting, st.sampled_from(FIELDS), st.booleans()), min_size=1, max_size=3).map(
        tuple
    ),
    group_by=st.lists(st.sampled_from(GROUPINGS), max_size=3).map(tuple),
    number=st.sampled_from(NUMBERINGS),
)


@given(records(), ARRANGEMENTS, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_the_input(
    found: list[Any], arrangement: Arrangement, chance: random.Random
) -> None:
    shuffled = found[:]
    chance.shuffle(shuffled)
    assert arrange(found, arrangement) == arrange(shuffled, arrangement)


@given(records(), ARRANGEMENTS)
def test_groups_partition_and_numbers_run_through(found: list[Any], arrangement: Arrangement) -> None:
    arranged = list(items(arrange(found, arrangement)))
    assert sorted(item.record.key for item in arranged) == sorted(r.key for r in found)
    numbers = [item.number for item in arranged]
    count = [str(n) for n in range(1, len(found) + 1)]
    assert (
        numbers
        == {"none": [""] * len(found), "ascending": count, "descending": count[::-1]}[arrangement.number]
    )
