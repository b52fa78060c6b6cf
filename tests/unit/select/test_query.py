"""Selection: which records a query finds."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from records import date, record
from sphinx_vitae.model import Moment, PartialDate, Source
from sphinx_vitae.select import (
    Query,
    Terms,
    Years,
    parse_filter,
    parse_keywords,
    parse_terms,
    parse_years,
    select,
)

TODAY = datetime.date(2026, 6, 15)


def found(query: Query, *records: Any) -> list[str]:
    return [r.key for r in select(records, query, TODAY)]


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("2024", (Years(2024, 2024),), ()),
        ("2018-2022", (Years(2018, 2022),), ()),
        ("2018–2022", (Years(2018, 2022),), ()),
        ("2020..", (Years(2020, None),), ()),
        ("..2015", (Years(None, 2015),), ()),
        ("2020..2022", (Years(2020, 2022),), ()),
        ("last 5", (Years(latest=5),), ()),
        ("2020, -2021", (Years(2020, 2020),), (Years(2021, 2021),)),
    ],
)
def test_years_are_read(text: str, wanted: tuple[Years, ...], unwanted: tuple[Years, ...]) -> None:
    assert parse_years(text) == (wanted, unwanted)


@pytest.mark.parametrize("text", ["soon", "20x4", "..", "last", "2020-2021-2022", "-"])
def test_what_is_no_year_is_refused_and_the_forms_are_named(text: str) -> None:
    with pytest.raises(ValueError, match="write 2024, 2018-2022"):
        parse_years(text)


def test_the_last_years_include_this_one() -> None:
    assert [Years(latest=2).hold(year, TODAY) for year in (2024, 2025, 2026, 2027)] == [
        False,
        True,
        True,
        False,
    ]


def test_words_are_folded_and_negated() -> None:
    assert parse_terms("Journal, -Poster ,, ") == Terms(("journal",), ("poster",))


def test_keywords_join_by_ampersand() -> None:
    assert parse_keywords("a, B & c, -d") == ((("a",), ("b", "c")), (("d",),))


def test_type_finds_entry_types_groups_and_words_of_the_field() -> None:
    talk = record("t", type="talk", groups=(), texts={"type": "Invited keynote"})
    paper = record("p", type="inproceedings", groups=("conference", "poster"))
    for word, keys in {
        "keynote": ["t"],
        "invited keynote": ["t"],
        "poster": ["p"],
        "inproceedings": ["p"],
    }.items():
        assert found(Query(type=parse_terms(word)), talk, paper) == keys
    assert found(Query(type=parse_terms("conference, -poster")), talk, paper) == []


def test_keys_decide_the_order_and_the_kind_does_not_count() -> None:
    one, two, three = record("one"), record("two", kind="talk"), record("three")
    assert found(Query(kinds=("publication",), keys=("three", "two")), one, two, three) == ["three", "two"]


def test_a_record_without_a_date_is_in_no_year() -> None:
    assert found(Query(years=(Years(None, 3000),)), record("a"), record("b", date=date(2020))) == ["b"]


def test_a_file_is_found_by_its_whole_name_or_the_last_part() -> None:
    here = record("here", source=Source("../bib/Talks.bib", 1))
    for name in ("talks.bib", "../bib/talks.bib"):
        assert found(Query(bibfiles=parse_terms(name)), here) == ["here"]
    assert found(Query(bibfiles=parse_terms("alks.bib")), here) == []


@pytest.mark.parametrize(
    ("status", "keys"),
    [
        ("published", ["out"]),
        ("submitted, inpress", ["soon", "sent"]),
        ("-submitted", ["out", "soon"]),
        ("-published", ["soon", "sent"]),
    ],
)
def test_a_work_without_a_status_is_published(status: str, keys: list[str]) -> None:
    works = [record("out"), record("soon", status="inpress"), record("sent", status="submitted")]
    assert found(Query(status=parse_terms(status)), *works) == keys


def test_a_filter_narrows_like_any_option() -> None:
    query = Query(kinds=("publication",), filter=parse_filter("year >= 2020"))
    assert query.narrowed
    assert found(query, record("a", date=date(2019)), record("b", date=date(2020)), record("c")) == ["b"]


def interval(start: Moment | None, end: Moment | None) -> PartialDate:
    return PartialDate(start, end, ranged=True)


@pytest.mark.parametrize(
    ("when", "span"),
    [
        ("upcoming", date(2027)),
        ("upcoming", date(2026, 7)),
        ("upcoming", date(2026, 6, 16)),
        ("current", date(2026)),
        ("current", date(2026, 6)),
        ("current", date(2026, 6, 15)),
        ("current", date(2026, 22)),
        ("current", interval(Moment(2020), None)),
        ("current", interval(None, Moment(2026, 6))),
        ("past", date(2025)),
        ("past", date(2026, 5)),
        ("past", date(2026, 6, 14)),
        ("past", date(2025, 24)),
        ("past", interval(Moment(2020), Moment(2021))),
    ],
)
def test_when_measures_a_date_as_long_as_it_is_imprecise(when: str, span: PartialDate) -> None:
    asked = ("upcoming", "current", "past")
    there = [w for w in asked if found(Query(when=w), record("r", date=span))]
    assert there == [when]


def test_a_query_that_leaves_nothing_out_is_not_narrowed() -> None:
    assert not Query(kinds=("talk",)).narrowed
    assert Query(kinds=("talk",), selected=True).narrowed


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        ("", True),
        ("useprefix=true", True),
        ("skipbib=false", True),
        ("skipbib", False),
        ("a, dataonly=true", False),
    ],
)
def test_an_entry_can_ask_to_stand_in_no_list_but_is_there_when_it_is_named(
    options: str, listed: bool
) -> None:
    entry = record("k", fields={"options": options} if options else {})
    assert found(Query(kinds=("publication",)), entry) == (["k"] if listed else [])
    assert found(Query(kinds=("publication",), keys=("k",)), entry) == ["k"]
