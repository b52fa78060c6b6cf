"""Whatever is written as a filter is read or refused, and what is read can be asked of every record."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from records import date, names, record
from sphinx_vitae.select import FilterError, parse_filter

RECORDS = [
    record("bare", type="misc"),
    record(
        "full",
        date=date(2020, 5),
        names={"author": names("Huang, Guyue", "A Team")},
        keywords=("a", "b"),
        fields={"volume": "12"},
        texts={"note": "x"},
        selected=True,
    ),
]
TERMS = [
    "year",
    "author",
    "keywords",
    "selected",
    "note",
    "volume",
    "type",
    "nothing",
    "2020",
    '"a"',
    '""',
    "True",
    "{1, 'a'}",
    "[]",
]
SIGNS = [" == ", " != ", " < ", " >= ", " in ", " not in ", " and ", " or ", " & ", " | ", " < year < "]


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> str:
    if not depth or draw(st.booleans()):
        return draw(st.sampled_from(TERMS))
    form = draw(st.integers(0, 3))
    left = draw(expressions(depth - 1))
    if form == 0:
        return f"not ({left})"
    if form == 1:
        return f"({left}) % {draw(st.text(max_size=6))!r}"
    return f"({left}){draw(st.sampled_from(SIGNS))}({draw(expressions(depth - 1))})"


@given(expressions())
def test_every_filter_that_is_read_has_an_answer(text: str) -> None:
    try:
        found = parse_filter(text)
    except FilterError:
        return
    for entry in RECORDS:
        assert isinstance(found.holds(entry), bool)
        assert parse_filter(f"not ({text})").holds(entry) is not found.holds(entry)
    assert pickle.loads(pickle.dumps(found)) == found


@given(st.text(max_size=40) | st.text(alphabet="()[]{}'\"%&|<>=!,.:-\\ \nabr1", max_size=40))
def test_nothing_written_as_a_filter_is_a_traceback(text: str) -> None:
    try:
        found = parse_filter(text)
    except FilterError:
        return
    assert isinstance(found.holds(RECORDS[1]), bool)
