"""Any bytes give records and problems, never an exception; and nothing that can be read is lost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sphinx_vitae.bib import parse_date, parse_name, parse_text, read
from sphinx_vitae.bib.names.name_lists import read_names
from sphinx_vitae.model import PartialDate, Person, Problem, Record

CASES = Path(__file__).parents[1] / "corpus" / "cases"
VALID = (CASES / "text-commands.bib").read_bytes() + (CASES / "names-forms.bib").read_bytes()
#: What means something to BibTeX, LaTeX or us.
WORDS = r"""
{ } " # @ % \ $ ~ = , ( ) ' ` - & < > * ^ ; : / . [ ] @article{ @string{ @comment{ @xdata{ @talk{ title
author author+an date year month journal doi url eprint pages related crossref xdata ids selected
pubstate entrysubtype keywords 2020 jan \emph{ \textbf{ \'{ \"o \item \begin{itemize} \end{itemize} \url{
\href{ \cite{ \( \) $$ -- `` '' and others et~al. Jr. van 10.1000/ https:// javascript: &amp; &#1;
in~press family= submitted to. Doe, Jane é 黄 小
"""
BLANKS = (" ", "\n", "\r\n", "\t", "\x00", "\ufeff", "\u0301", "\u00a0", "\u200e", "a", "b")
TOKENS = st.sampled_from((*WORDS.split(), *BLANKS))
SOUP = st.lists(TOKENS, max_size=40).map("".join)
LETTERS = st.text("abcABCäß {}~,.-", max_size=40)


def checked(*contents: bytes) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Reads, and asserts what always holds."""
    records, problems = read([(f"{number}.bib", content) for number, content in enumerate(contents)])
    assert [record.position for record in records] == list(range(len(records)))
    assert len({record.key for record in records}) == len(records)
    for record in records:
        assert record.title
        assert record.key
        assert all(value for value in record.fields.values())
        assert all(
            link.url.split(":")[0].lower() in ("http", "https", "mailto", "ftp") for link in record.links
        )
        assert all(
            str(text) == " ".join(str(text).split(" ")).strip(" ") or text.parts
            for text in record.texts.values()
        )
    for problem in problems:
        assert problem.file
        assert problem.message
    return records, problems


@settings(deadline=None)
@given(st.lists(st.binary(max_size=200), max_size=3))
def test_any_bytes(contents: list[bytes]) -> None:
    checked(*contents)


@settings(max_examples=300, deadline=None)
@given(SOUP)
@example('@a{b,c="')
def test_any_soup_of_special_characters(soup: str) -> None:
    checked(soup.encode())
    checked(
        f"@misc{{k, title = {{{soup}}}, author = {{{soup}}}, date = {{{soup}}}, note = {{{soup}}}}}".encode()
    )


@settings(deadline=None)
@given(
    st.sampled_from(
        ["title", "author", "author+an", "date", "year", "month", "doi", "url", "pages", "related"]
    ),
    SOUP,
)
def test_any_value_of_any_field(field: str, soup: str) -> None:
    records, _ = checked(f"@misc{{a}}\n@misc{{k, {field} = {{{soup}}},\n}}\n@misc{{z}}".encode())
    assert {"a", "z"} <= {record.written_key for record in records}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_mutation_of_a_valid_file(data: st.DataObject) -> None:
    content = bytearray(VALID)
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(content) - 1))
        length = data.draw(st.integers(0, 20))
        content[position : position + length] = data.draw(TOKENS).encode()
    checked(bytes(content))


@settings(deadline=None)
@given(LETTERS)
def test_no_letter_of_a_text_is_lost(source: str) -> None:
    printed = str(parse_text(source))
    assert [c for c in printed if c.isalpha()] == [c for c in source if c.isalpha()]


@settings(deadline=None)
@given(st.text("abcABC {}~,.-;", max_size=30))
def test_no_letter_of_a_name_is_lost(source: str) -> None:
    def letters(person: Person) -> list[str]:
        parts = (person.literal, person.given, person.prefix, person.family, person.suffix)
        return [c for part in parts for c in part if c.isalpha()]

    wanted = sorted(c for c in source if c.isalpha())
    assert sorted(letters(parse_name(source))) == wanted
    names = read_names(" ".join(source.split())).names
    assert sorted(c for person in names.persons for c in letters(person)) == wanted


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_a_date_or_stays_as_it_was(text: str) -> None:
    date = parse_date(text)
    assert isinstance(date, PartialDate)
    assert date.literal in ("", text.strip())
    assert date.first <= date.last


@settings(deadline=None)
@given(st.dates())
def test_every_day_is_read_as_itself(day: object) -> None:
    date = parse_date(str(day))
    assert date.start
    assert date.start.iso == str(day)
    assert not date.literal


@pytest.mark.parametrize(
    "pattern",
    [*"{}\"#@%\\$~=,()'`-&<*;", "{}", "{a", "\\emph{", "@a{b,c={", " and ", "\xa0", " \xa0", "``", '1="'],
)
@pytest.mark.parametrize("field", ["title", "author", "author+an", "note", "year", "url"])
def test_reading_takes_linear_time(pattern: str, field: str) -> None:
    def seconds(size: int) -> float:
        content = f"@misc{{k, {field} = {{{pattern * (size // len(pattern))}}}}}\n".encode()
        begin = time.process_time()
        read([("refs.bib", content)])
        return time.process_time() - begin

    # A tenth of the size of the largest fields that were ever seen; quadratic time would take minutes.
    assert seconds(200_000) < 2


BEFORE = ("", "@misc{k, title = {", '@misc{k, title = "', "@misc{", "@string{k = a # ")
BROKEN = ("}", "{", '"', "@a{k,t={", "\n@a{k,t={", '\n@a{k,t="', "\n@a{k,t={x\\}", ",year={", "a={")


@pytest.mark.parametrize(
    ("before", "pattern"),
    [
        pytest.param(
            before,
            pattern,
            marks=pytest.mark.thorough(reason="each start and each pattern is tried with one other")
            if before and pattern != BROKEN[0]
            else (),
        )
        for pattern in BROKEN
        for before in BEFORE
    ],
)
def test_reading_broken_files_takes_linear_time(before: str, pattern: str) -> None:
    content = before + pattern * (100_000 // len(pattern))
    begin = time.process_time()
    read([("refs.bib", content.encode())])
    assert time.process_time() - begin < 4
