"""Counts: what a chart shows, of records in groups."""

from __future__ import annotations

from typing import Any

import pytest

from records import date, record
from sphinx_vitae.model import fold
from sphinx_vitae.select import YEARS, Arrangement, Counts, Sorting, arrange, count


def counted(records: list[Any], *fields: str, order: tuple[str, ...] = ()) -> Counts:
    folded = tuple(map(fold, order))
    arrangement = Arrangement(sort=(Sorting("date"),), group_by=fields, group_order=folded)
    return count(arrange(records, arrangement), fields, folded)


def work(key: str, year: int = 0, venue: str = "", **values: Any) -> Any:
    texts = {"abbr": venue} if venue else {}
    return record(key, date=date(year) if year else None, texts=texts, **values)


def test_years_ascend_and_have_no_gaps() -> None:
    found = counted([work("a", 2023), work("b", 2020), work("c", 2023)], "year")
    assert found == Counts(("year",), ("2020", "2021", "2022", "2023"), (), ((1,), (0,), (0,), (2,)))


def test_what_has_no_year_stands_behind_them() -> None:
    found = counted([work("a"), work("b", 2020), work("c", 2022)], "year")
    assert found.axis == ("2020", "2021", "2022", "")
    assert found.cells == ((1,), (0,), (1,), (1,))


@pytest.mark.parametrize(("span", "years"), [(YEARS - 1, YEARS), (YEARS, 2)])
def test_gaps_are_only_filled_where_years_are_few(span: int, years: int) -> None:
    assert len(counted([work("a", 1900), work("b", 1900 + span)], "year").axis) == years


def test_years_in_an_order_that_was_given_stand_in_it() -> None:
    found = counted([work("a", 2020), work("b", 2023)], "year", order=("2023",))
    assert found.axis == ("2023", "2020")


def test_venues_stand_by_size_and_those_that_are_named_first() -> None:
    venues = ["One", "Two", "Two", "Three", "Three", "Three", "", "", "", ""]
    records = [work(f"k{n}", 2020, venue) for n, venue in enumerate(venues)]
    assert counted(records, "venue").axis == ("Three", "Two", "One", "")
    assert counted(records, "venue", order=("One",)).axis == ("One", "Three", "Two", "")
    assert [sum(row) for row in counted(records, "venue").cells] == [3, 2, 1, 4]


def test_types_and_statuses_stand_as_in_lists() -> None:
    records = [
        work("a", 2020, groups=("book",)),
        work("b", 2020, groups=("book",)),
        work("c", 2020, groups=("journal",), status="submitted"),
        work("d", 2020, type="whatever"),
        work("e", 2020, type="whatever"),
        work("f", 2020, type="whatever"),
    ]
    assert counted(records, "type").axis == ("journal", "book", "whatever")
    assert counted(records, "status").axis == ("", "submitted")


def test_series_have_one_order_in_every_bar() -> None:
    records = [
        work("a", 2020, "One"),
        work("b", 2021, "two"),
        work("c", 2021, "Two"),
        work("d", 2022, "One"),
        work("e", 2022, "TWO"),
        work("f", 2022),
    ]
    found = counted(records, "year", "venue")
    assert found.series == ("two", "One", "")  # values that fold to the same are one
    assert found.cells == ((0, 1, 0), (2, 0, 0), (1, 1, 1))


def test_every_record_is_counted_once() -> None:
    records = [work(f"k{n}", 2000 + n % 7, "abc"[n % 3], groups=("journal", "other")) for n in range(50)]
    for fields in (("year", "venue"), ("venue", "year"), ("type",), ("keyword", "status")):
        assert sum(sum(row) for row in counted(records, *fields).cells) == 50
