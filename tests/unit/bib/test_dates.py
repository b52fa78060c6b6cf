"""Dates: EDTF as in biblatex, and the ways of BibTeX."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import parse_date
from sphinx_vitae.bib.dates.date_parser import parse_year_month_day
from sphinx_vitae.model import FAR, Moment, PartialDate
from unit.bib.reading import entry


def single(*parts: int, **signs: bool) -> PartialDate:
    return PartialDate(Moment(*parts, **signs))  # type: ignore[arg-type]


def interval(start: tuple[int, ...] | None, end: tuple[int, ...] | None) -> PartialDate:
    first = Moment(*start) if start else None  # type: ignore[arg-type]
    last = Moment(*end) if end else None  # type: ignore[arg-type]
    return PartialDate(first, last, ranged=True)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", single(2024)),
        ("2024-05", single(2024, 5)),
        ("2024-05-17", single(2024, 5, 17)),
        ("0045", single(45)),
        ("-0043-03-15", single(-43, 3, 15)),
        ("y17000", single(17000)),
        ("2004-02-29", single(2004, 2, 29)),
        ("2024-05-17T10:30", single(2024, 5, 17)),
        ("2024-05-17T10:30:00+02:00", single(2024, 5, 17)),
        ("2024~", single(2024, approximate=True)),
        ("2024-05?", single(2024, 5, uncertain=True)),
        ("2024%", single(2024, approximate=True, uncertain=True)),
        ("2024-21", single(2024, 21)),
        ("2024-24", single(2024, 24)),
        ("199X", interval((1990,), (1999,))),
        ("19XX", interval((1900,), (1999,))),
        ("1999-XX", single(1999)),
        ("1999-07-XX", single(1999, 7)),
        ("2022/2024", interval((2022,), (2024,))),
        ("2022-06/2022-09", interval((2022, 6), (2022, 9))),
        ("2024-05/", interval((2024, 5), None)),
        ("2024-05/..", interval((2024, 5), None)),
        ("2024/unknown", interval((2024,), None)),
        ("/2024", interval(None, (2024,))),
        ("../2024", interval(None, (2024,))),
    ],
)
def test_dates_of_biblatex(text: str, date: PartialDate) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024/05/17", single(2024, 5, 17)),
        ("2024-5-7", single(2024, 5, 7)),
        ("17.5.2024", single(2024, 5, 17)),
        ("5/17/2024", single(2024, 5, 17)),
        ("May 2024", single(2024, 5)),
        ("17 May 2024", single(2024, 5, 17)),
        ("May 17, 2024", single(2024, 5, 17)),
        ("2026-09-07--2026-09-08", interval((2026, 9, 7), (2026, 9, 8))),
        ("2026-09-07 – 2026-09-08", interval((2026, 9, 7), (2026, 9, 8))),
        ("May 5--7, 2024", interval((2024, 5, 5), (2024, 5, 7))),
        ("2019 - present", interval((2019,), None)),
    ],
)
def test_other_dates_that_say_one_thing_are_read(text: str, date: PartialDate) -> None:
    assert parse_date(text) == date
    assert parse_year_month_day(text) == date


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2024-13", Moment(2024)),
        ("2023-02-30", Moment(2023, 2)),
        ("2024-00", Moment(2024)),
        ("2024/13/17", Moment(2024, 0, 0)),
        ("5/7/2024", Moment(2024, 7, 5)),
        ("199x", None),
        ("202²", None),
        ("2020²", None),
        ("2024/2023", Moment(2024)),
        ("soon", None),
        ("/", None),
        ("../..", None),
        ("", None),
    ],
)
def test_what_is_no_date_is_kept_with_what_can_be_made_of_it(text: str, start: Moment | None) -> None:
    assert parse_date(text) == PartialDate(start, literal=text)


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        ("2020", "", "", single(2020)),
        ("2020", "jan", "", single(2020, 1)),
        ("2020", "01", "05", single(2020, 1, 5)),
        ("2020", "Sept.", "", single(2020, 9)),
        ("2020", "Decem", "", single(2020, 12)),
        ("2020", "jun~3", "", single(2020, 6, 3)),
        ("2020", "15 jan", "", single(2020, 1, 15)),
        ("2020", "3rd of June", "", single(2020, 6, 3)),
        ("2020", "juin", "", single(2020, 6)),
        ("2020", 'M{\\"a}rz', "", single(2020, 3)),
        ("2020", "août", "", single(2020, 8)),
        ("2020", "enero", "", single(2020, 1)),
        ("2020", "luglio", "", single(2020, 7)),
        ("2020", "março", "", single(2020, 3)),
        ("2020", "5", "3--7", interval((2020, 5, 3), (2020, 5, 7))),
        ("2020", "June 3-5", "", interval((2020, 6, 3), (2020, 6, 5))),
        ("2020", "3--5 June", "", interval((2020, 6, 3), (2020, 6, 5))),
        ("2020", "June 30 -- July 2", "", interval((2020, 6, 30), (2020, 7, 2))),
        ("2020", "may/jun", "", interval((2020, 5), (2020, 6))),
        ("2020", "July and August", "", interval((2020, 7), (2020, 8))),
        ("2020", "Dec/Jan", "", interval((2020, 12), (2021, 1))),
        ("2020", "Winter", "", single(2020, 24)),
        ("2021/2022", "", "", interval((2021,), (2022,))),
        ("2021--22", "", "", interval((2021,), (2022,))),
        ("2021-12", "", "", single(2021, 12)),
        ("{2024}", "", "", single(2024)),
        ("2024a", "", "", single(2024)),
        ("[2024]", "", "", single(2024)),
        ("2024?", "", "", single(2024, uncertain=True)),
        ("ca. 1890", "", "", single(1890, approximate=True)),
        ("May 2020", "", "", single(2020, 5)),
        ("n.d.", "", "", PartialDate(literal="n.d.")),
        ("2020", "Issue 4", "", PartialDate(Moment(2020), literal="Issue 4 2020")),
        ("2020", "feb", "30", PartialDate(Moment(2020, 2), literal="30 feb 2020")),
        ("", "May", "", PartialDate(literal="May")),
    ],
)
def test_dates_of_bibtex(year: str, month: str, day: str, date: PartialDate) -> None:
    assert parse_year_month_day(year, month, day) == date


def test_an_open_end_sorts_behind_everything() -> None:
    assert parse_date("2024/").last == FAR


@pytest.mark.parametrize(
    ("kind", "fields", "date"),
    [
        ("talk", "eventdate = {2020-02}, date = {2021}", single(2020, 2)),
        ("talk", "date = {2021}", single(2021)),
        ("article", "eventdate = {2020-02}, date = {2021}", single(2021)),
        ("article", "eventdate = {2020-02}, year = 2021", single(2021)),
        ("article", "eventdate = {2020-02}", single(2020, 2)),
        ("article", "urldate = {2020-02}, origdate = {1999}", None),
    ],
)
def test_which_field_dates_an_entry(kind: str, fields: str, date: PartialDate | None) -> None:
    assert entry(fields, kind).date == date
