"""Arrangement: order and groups."""

from __future__ import annotations

from typing import Any

import pytest

from records import date, names, record
from sphinx_vitae.model import FAR, Moment, PartialDate, Talk
from sphinx_vitae.select import Arrangement, Group, Item, Sorting, arrange, group_values, items, parse_sort


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


def test_nested_groups_are_read_in_order() -> None:
    records = [
        record("a", date=date(2020), groups=("journal",), position=0),
        record("b", date=date(2022), groups=("journal",), position=1),
        record("c", date=date(2022), groups=("book",), position=2),
    ]
    arranged = arrange(records, Arrangement(group_by=("type", "year")))
    journal, book = arranged
    assert isinstance(journal, Group)
    assert isinstance(book, Group)
    assert (journal.value, [g.value for g in journal.members]) == ("journal", ["2022", "2020"])
    assert [item.record.key for item in items(arranged)] == ["b", "a", "c"]


def test_a_limit_cuts_what_is_sorted() -> None:
    records = [record(str(year), date=date(year)) for year in (2020, 2021, 2022)]
    arranged = arrange(records, Arrangement(limit=2))
    assert [item.record.key for item in items(arranged)] == ["2022", "2021"]


def test_years_follow_the_sort() -> None:
    records = [record(str(year), date=date(year)) for year in (2021, 2020, 2022)]
    up = arrange(records, Arrangement(sort=(Sorting("date"),), group_by=("year",)))
    down = arrange(records, Arrangement(sort=(Sorting("title"),), group_by=("year",)))
    assert [group.value for group in up] == ["2020", "2021", "2022"]
    assert [group.value for group in down] == ["2022", "2021", "2020"]


@pytest.mark.parametrize(
    ("sort", "status", "years"),
    [
        ("-date", "submitted", ["", "2021", "2020"]),
        ("-date", "", ["2021", "2020", ""]),
        ("date", "submitted", ["2020", "2021", ""]),
        ("date", "", ["2020", "2021", ""]),
        ("year", "inpress", ["2020", "2021", ""]),
        ("title", "forthcoming", ["", "2021", "2020"]),
        ("-date", "prepublished", ["2021", "2020", ""]),
    ],
)
def test_works_without_a_year_are_the_newest_group_if_they_are_unpublished_else_the_last(
    sort: str, status: str, years: list[str]
) -> None:
    records = [
        record("a", date=date(2020)),
        record("x", status=status),
        record("b", date=date(2021)),
    ]
    found = arrange(records, Arrangement(sort=parse_sort(sort), group_by=("year",)))
    assert [group.value for group in found] == years


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


TALKS = [
    record("old", cls=Talk, title="Sparse Tensors", date=date(2020), position=0),
    record("other", cls=Talk, title="Another", date=date(2021), position=1),
    record("new", cls=Talk, title="sparse  tensors", date=date(2023), position=2),
    record("undated", cls=Talk, title="Sparse tensors", position=3),
]


@pytest.mark.parametrize(
    ("sort", "groups"),
    [
        ("-date", [("sparse  tensors", ["new", "old", "undated"]), ("Another", ["other"])]),
        ("date", [("Sparse Tensors", ["new", "old", "undated"]), ("Another", ["other"])]),
        ("title", [("Another", ["other"]), ("Sparse Tensors", ["new", "old", "undated"])]),
    ],
)
def test_a_title_is_one_group_with_its_occasions_newest_first(
    sort: str, groups: list[tuple[str, list[str]]]
) -> None:
    arranged = arrange(TALKS, Arrangement(sort=parse_sort(sort), group_by=("title",)))
    assert [(g.field, g.value, [i.record.key for i in items(g.members)]) for g in arranged] == [
        ("title", value, keys) for value, keys in groups
    ]


def test_ordered_groups_stand_first_at_any_level() -> None:
    records = [
        record("a", date=date(2020), groups=("journal",), status="submitted", position=0),
        record("b", date=date(2021), groups=("conference",), position=1),
        record("c", date=date(2022), groups=("book",), position=2),
        record("d", date=date(2023), groups=("book",), status="submitted", position=3),
    ]
    plain = Arrangement(group_by=("type", "status"))
    assert shape(arrange(records, plain)) == [
        ("journal", ["submitted"]), ("conference", [""]), ("book", ["submitted", ""]),
    ]  # fmt: skip
    ordered = Arrangement(group_by=("type", "status"), group_order=("book", "", "conference", "nothing"))
    assert shape(arrange(records, ordered)) == [
        ("book", ["", "submitted"]), ("conference", [""]), ("journal", ["submitted"]),
    ]  # fmt: skip
    assert group_values(records, plain) == [
        ("type", "book"), ("type", "conference"), ("type", "journal"), ("status", "submitted"), ("status", ""),
    ]  # fmt: skip


def shape(groups: Any) -> list[tuple[str, list[str]]]:
    return [(group.value, [inner.value for inner in group.members]) for group in groups]


def test_a_work_stands_under_the_first_ordered_keyword_that_it_has() -> None:
    records = [
        record("a", keywords=("GPU", "Sparsity"), position=0),
        record("b", keywords=("sparsity", "compilers"), position=1),
        record("c", keywords=("Compilers",), position=2),
        record("d", position=3),
    ]

    def grouped(*order: str) -> list[tuple[str, list[str]]]:
        arranged = arrange(records, Arrangement(group_by=("keyword",), group_order=order))
        return [(g.value, [i.record.key for i in items(g.members)]) for g in arranged]

    assert grouped() == [("GPU", ["a"]), ("sparsity", ["b"]), ("Compilers", ["c"]), ("", ["d"])]
    assert grouped("sparsity") == [("Sparsity", ["a", "b"]), ("Compilers", ["c"]), ("", ["d"])]
    assert grouped("compilers", "gpu") == [("compilers", ["b", "c"]), ("GPU", ["a"]), ("", ["d"])]
    values = [value for _, value in group_values(records, Arrangement(group_by=("keyword",)))]
    assert values == ["GPU", "Sparsity", "compilers", ""]


def test_a_group_is_one_however_it_is_written() -> None:
    records = [
        record("a", texts={"abbr": "Café"}, position=0),
        record("b", texts={"abbr": "CAFE"}, position=1),
    ]
    (group,) = arrange(records, Arrangement(group_by=("venue",)))
    assert isinstance(group, Group)
    assert group.value == "Café"


def test_a_field_that_is_read_sorts_by_what_is_read() -> None:
    records = [
        record("a", texts={"journaltitle": "Nature"}, fields={"journaltitle": "{{Nature}}"}, position=0),
        record("b", texts={"journaltitle": "Cell"}, fields={"journaltitle": "Cell"}, position=1),
        record("c", texts={"journaltitle": "Zoo"}, fields={"journaltitle": "Zoo"}, position=2),
    ]
    assert keys(records, "journaltitle") == ["b", "a", "c"]
