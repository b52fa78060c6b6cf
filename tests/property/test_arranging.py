"""Sorting is total and stable, and grouping loses and repeats nothing, whatever the records."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from records import record
from sphinx_vitae.model import Moment, PartialDate, fold
from sphinx_vitae.select import GROUPINGS, Arrangement, Group, Sorting, arrange, group_values, items

MOMENTS = st.builds(Moment, st.integers(-50, 2100), st.integers(0, 12), st.integers(0, 28))
DATES = st.one_of(
    st.none(),
    st.builds(PartialDate, MOMENTS),
    st.builds(PartialDate, MOMENTS, st.none() | MOMENTS, st.just(True)),
    st.builds(PartialDate, st.none(), st.none(), st.just(False), st.text(max_size=5)),
)
#: Words that fold to the same, and what folds to nothing or to more letters.
TITLES = st.sampled_from(["One", "one", "Óne", "Two", "", " ", "\u0301", "ß", "10", "9", "9x", "\ud800"])
FIELDS = ("date", "year", "title", "author", "venue", "type", "status", "key", "keyword", "volume")


@st.composite
def records(draw: st.DrawFn) -> list[Any]:
    count = draw(st.integers(1, 8))
    return [
        record(
            f"k{n}",
            title=draw(TITLES),
            position=n,
            date=draw(DATES),
            status=draw(st.sampled_from(["", "submitted", "inpress"])),
            keywords=tuple(draw(st.lists(st.sampled_from("abAB"), max_size=3))),
            fields={"volume": draw(TITLES)},
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
    group_order=st.lists(st.sampled_from(["a", "b", "sc", "submitted", "", "2000"]), max_size=4).map(tuple),
)


@given(records(), ARRANGEMENTS, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_the_input(
    found: list[Any], arrangement: Arrangement, chance: random.Random
) -> None:
    shuffled = found[:]
    chance.shuffle(shuffled)
    assert arrange(found, arrangement) == arrange(shuffled, arrangement)


@given(records(), ARRANGEMENTS)
def test_groups_partition(found: list[Any], arrangement: Arrangement) -> None:
    arranged = list(items(arrange(found, arrangement)))
    assert sorted(item.record.key for item in arranged) == sorted(r.key for r in found)


def groups(members: Any) -> list[Group]:
    """All groups, at every level."""
    there = [member for member in members if isinstance(member, Group)]
    return [*there, *(inner for group in there for inner in groups(group.members))]


@given(records(), ARRANGEMENTS)
def test_no_two_groups_beside_each_other_are_the_same_and_none_is_empty(
    found: list[Any], arrangement: Arrangement
) -> None:
    arranged = arrange(found, arrangement)
    for level in ([*arranged], *(group.members for group in groups(arranged))):
        values = [fold(member.value) for member in level if isinstance(member, Group)]
        assert len(values) == len(set(values))
    assert all(group.members for group in groups(arranged))


@given(records(), ARRANGEMENTS)
def test_ordered_groups_stand_before_others_in_their_order(
    found: list[Any], arrangement: Arrangement
) -> None:
    order = list(dict.fromkeys(arrangement.group_order))
    arranged = arrange(found, arrangement)
    for level in ([*arranged], *(group.members for group in groups(arranged))):
        values = [fold(member.value) for member in level if isinstance(member, Group)]
        places = [order.index(value) if value in order else len(order) for value in values]
        assert places == sorted(places)


@given(records(), ARRANGEMENTS)
def test_a_list_has_no_other_groups_than_it_says(found: list[Any], arrangement: Arrangement) -> None:
    said = {(field, fold(value)) for field, value in group_values(found, arrangement)}
    assert {(group.field, fold(group.value)) for group in groups(arrange(found, arrangement))} <= said
