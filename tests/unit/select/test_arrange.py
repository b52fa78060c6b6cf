"""Arrangement: order, groups and numbers."""

from __future__ import annotations

from typing import Any

import pytest

from records import date, names, record
from sphinx_vitae.model import FAR, Moment, PartialDate, Talk
from sphinx_vitae.select import Arrangement, Group, Item, Sorting, arrange, items, parse_sort


def keys(records: list[Any], sort: str) -> list[str]:
    arranged = arrange(records, Arrangement(sort=parse_sort(sort)))
    return [item.record.key for item in items(arranged)]


def test_the_newest_date_is_first_and_what_still_runs_before_it() -> None:
    running = record("running", date=PartialDate(Moment(2020), None, ranged=True))
    over = record("over", date=PartialDate(Moment(2021), Moment(2023), ranged=True))
    assert running.date.last == FAR
    assert keys([over, record("new", date=date(2024)), running], "-date") == ["running", "new", "over"]


def test_without_a_date_unpublished_works_are_first_and_others_last() -> None:
    records = [record("none"), record("old", date=date(1999)), record("soon", status="submitted")]
    assert keys(records, "-date") == ["soon", "old", "none"]
    assert keys(records, "date") == ["old", "soon", "none"]


def test_what_the_fields_leave_open_the_order_of_the_file_decides() -> None:
    records = [record(key, date=date(2020), position=n) for n, key in enumerate("cab")]
    assert keys(records, "-date") == keys(records[::-1], "-date") == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("title", ["b", "a", "c"]),
        ("-title", ["c", "a", "b"]),
        ("author", ["c", "a", "b"]),
        ("volume", ["a", "b", "c"]),
        ("-volume", ["b", "a", "c"]),
        ("venue, -key", ["c", "b", "a"]),
    ],
)
def test_fields_sort_folded_numbers_as_numbers_and_missing_ones_last(sort: str, expected: list[str]) -> None:
    records = [
        record(
            "a", title="Émile", names={"author": names("Łuk, A")}, fields={"volume": "9"}, texts={"abbr": "Z"}
        ),
        record(
            "b", title="ada", names={"author": names("Zed, A")}, fields={"volume": "10"}, texts={"abbr": "Y"}
        ),
        record("c", title="Zoo", names={"author": names("Abe, A")}, texts={"abbr": "x"}),
    ]
    assert keys(records, sort) == expected


def test_numbers_continue_over_nested_groups_in_reading_order() -> None:
    records = [
        record("a", date=date(2020), groups=("journal",), position=0),
        record("b", date=date(2022), groups=("journal",), position=1),
        record("c", date=date(2022), groups=("book",), position=2),
    ]
    arranged = arrange(records, Arrangement(group_by=("type", "year"), number="descending", prefix="J"))
    journal, book = arranged
    assert isinstance(journal, Group)
    assert isinstance(book, Group)
    assert (journal.value, [g.value for g in journal.members]) == ("journal", ["2022", "2020"])
    assert [(i.record.key, i.number) for i in items(arranged)] == [("b", "J3"), ("a", "J2"), ("c", "J1")]


def test_a_limit_cuts_before_numbers_are_given() -> None:
    records = [record(str(year), date=date(year)) for year in (2020, 2021, 2022)]
    arranged = arrange(records, Arrangement(limit=2, number="descending"))
    assert [(item.record.key, item.number) for item in items(arranged)] == [("2022", "2"), ("2021", "1")]


def test_years_follow_the_sort() -> None:
    records = [record(str(year), date=date(year)) for year in (2021, 2020, 2022)]
    up = arrange(records, Arrangement(sort=(Sorting("date"),), group_by=("year",)))
    down = arrange(records, Arrangement(sort=(Sorting("title"),), group_by=("year",)))
    assert [group.value for group in up] == ["2020", "2021", "2022"]
    assert [group.value for group in down] == ["2022", "2021", "2020"]


def test_unpublished_works_are_the_first_group_of_years_and_others_the_last() -> None:
    dated = record("dated", date=date(2020))
    assert [
        g.value for g in arrange([dated, record("x", status="submitted")], Arrangement(group_by=("year",)))
    ] == [
        "",
        "2020",
    ]
    assert [g.value for g in arrange([dated, record("x")], Arrangement(group_by=("year",)))] == ["2020", ""]


def test_a_venue_is_the_tag_else_the_shortest_name() -> None:
    records = [
        record("a", texts={"abbr": "SC", "booktitle": "Supercomputing"}),
        record("b", texts={"journaltitle": "Nature"}),
        record("c", cls=Talk, texts={"organization": "Meta"}),
    ]
    assert [group.value for group in arrange(records, Arrangement(group_by=("venue",)))] == [
        "SC",
        "Nature",
        "Meta",
    ]


def test_no_grouping_is_one_list() -> None:
    arranged = arrange([record("a")], Arrangement(group_by=("none",)))
    assert [type(member) for member in arranged] == [Item]
