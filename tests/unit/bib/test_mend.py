"""Mending: what has one right answer, and all else byte for byte as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_vitae.bib import mend, read

AROUND = "% a comment , with = signs\r\n@misc{x,\r\n\ttitle =  {X} ,\n}\n\n%s\n free text\n@comment{c}\n@string{s = {S}}\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("@misc{a, title = {A} year = 2020}", "@misc{a, title = {A}, year = 2020}"),
        ("@misc{a,\n title = {A}\n  year = 2020\n}", "@misc{a,\n title = {A},\n  year = 2020\n}"),
        ("@misc{a, titel = {A}}", "@misc{a, title = {A}}"),
        ("@misc{a, titel = {A}, title = {B}}", "@misc{a, titel = {A}, title = {B}}"),
        ("@misc{a, title = {A}, note = word}", "@misc{a, title = {A}, note = {word}}"),
        ("@misc{a, title = {A}, note = s}", "@misc{a, title = {A}, note = s}"),
        ("@misc{a, title = {A}, month = jul}", "@misc{a, title = {A}, month = jul}"),
        ("@misc{a, title = {A}, selected = true}", "@misc{a, title = {A}, selected = true}"),
        ("@misc{a, doi = {https://doi.org/https://doi.org/10.1000/x}}", "@misc{a, doi = {10.1000/x}}"),
        ("@misc{a, doi = {https://doi.org/10.1000/x}}", "@misc{a, doi = {https://doi.org/10.1000/x}}"),
        ("@misc{a, doi = {none}}", "@misc{a, doi = {none}}"),
        ("@misc{a, title = {A\x08B}}", "@misc{a, title = {AB}}"),
        ("@misc{a, title = {A", "@misc{a, title = {A"),
    ],
)  # fmt: skip
def test_one_right_answer_is_given_and_nothing_else_is_touched(wrong: str, right: str) -> None:
    before, after = (AROUND.replace("%s", entry).encode() for entry in (wrong, right))
    assert mend(before) == after
    assert mend(after) == after


def test_the_encoding_becomes_utf8_and_a_mark_at_the_beginning_stays() -> None:
    assert mend("@misc{a, title = {Ö}}".encode("latin-1")) == "@misc{a, title = {Ö}}".encode()
    marked = "\ufeff@misc{a, title = {A} year = 2020}".encode()
    assert mend(marked) == "\ufeff@misc{a, title = {A}, year = 2020}".encode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    lines = ["@misc{a,", " title = {A}", " year = 2020}", ""]
    mended = ["@misc{a,", " title = {A},", " year = 2020}", ""]
    assert mend(end.join(lines).encode()) == end.join(mended).encode()


@given(st.binary(max_size=400))
def test_any_bytes_are_mended_once_and_for_all(content: bytes) -> None:
    once = mend(content)
    assert mend(once) == once


@given(st.text(alphabet='@misc{a,}"title=year 2020\n%#doi:/.\\x', max_size=120))
def test_mending_loses_no_entry(text: str) -> None:
    before, _ = read([("a.bib", text.encode())])
    after, _ = read([("a.bib", mend(text.encode()))])
    assert len(before) == len(after)
