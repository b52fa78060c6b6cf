"""Editing by position: what is said changes, and everything else stays byte for byte."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib.syntax.scanner import scan
from sphinx_vitae.imports.layout import layout_of
from sphinx_vitae.imports.patch import EntryEdit, PatchError, patched


def edited(
    text: str, *, key: str = "a", kind: str = "", new: tuple[str, ...] = (), **fields: str | None
) -> str:
    entries = scan(text).entries
    entry = next(entry for entry in entries if entry.key == key)
    return patched(text, [EntryEdit(entry, fields, kind)], new, layout_of(text, entries))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{a,\n  title = {T},\n}\n", "@misc{a,\n  title = {T},\n  doi = {D},\n}\n"),
        ("@misc{a,\n  title = {T}\n}\n", "@misc{a,\n  title = {T},\n  doi = {D}\n}\n"),
        ("@misc{a,\n\ttitle={T}, % mine\n}\n", "@misc{a,\n\ttitle={T}, % mine\n\tdoi={D},\n}\n"),
        ("@misc{a,\n  title  = {T},\n  author = {R},\n  }\n", "@misc{a,\n  title  = {T},\n  author = {R},\n  doi    = {D},\n  }\n"),
        ("@misc{a, title={T}, year=2020}\n", "@misc{a, title={T}, year=2020, doi = {D}}\n"),
        ("@misc{a, title={T},}\n", "@misc{a, title={T}, doi = {D},}\n"),
        ("@misc{a}\n", "@misc{a,\n  doi = {D},}\n"),
        ("@misc{a,\r\n  title = {T}\r\n}\r\n", "@misc{a,\r\n  title = {T},\r\n  doi = {D}\r\n}\r\n"),
        ("@misc(a, title = \"T\")", "@misc(a, title = \"T\", doi = {D})"),
    ],
)  # fmt: skip
def test_a_field_is_added_as_the_others_are_written(before: str, after: str) -> None:
    assert edited(before, doi="D") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{a, title = {T} , x={1}}", "@misc{a, title = {N} , x={1}}"),
        ('@misc{a, title = "T"}', '@misc{a, title = "N"}'),
        ("@misc{a, title = t # { x}, x = y}", "@misc{a, title = {N}, x = y}"),
        ("@misc{a,\n  TITLE={T\n two},\n}", "@misc{a,\n  TITLE={N},\n}"),
    ],
)
def test_a_value_is_replaced_between_its_delimiters(before: str, after: str) -> None:
    assert edited(before, title="N") == after


def test_a_value_with_quotes_gets_braces() -> None:
    assert edited('@misc{a, title = "T"}', title='say "N"') == '@misc{a, title = {say "N"}}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "@misc{a,\n  title = {T},\n  note = {N},\n  year = 2020,\n}",
            "@misc{a,\n  title = {T},\n  year = 2020,\n}",
        ),
        ("@misc{a, title = {T}, note = {N}, year = 2020}", "@misc{a, title = {T},  year = 2020}"),
    ],
)
def test_a_field_is_removed_with_its_line(before: str, after: str) -> None:
    assert edited(before, note=None) == after


def test_the_names_of_the_entry_are_used_for_what_it_has_and_for_what_is_new() -> None:
    before = "@article{a,\n  journal = {Acta},\n  year = 2020,\n  month = jan,\n}\n"
    assert edited(before, journaltitle="Nova", date="2021-05-17", location="Oslo") == (
        "@article{a,\n  journal = {Nova},\n  year = {2021},\n  month = may,\n  address = {Oslo},\n}\n"
    )


def test_a_year_without_a_month_takes_the_month_away() -> None:
    before = "@article{a,\n  year = 2020,\n  month = jan,\n}\n"
    assert edited(before, date="2021") == "@article{a,\n  year = {2021},\n}\n"


def test_the_type_changes_alone() -> None:
    assert edited("@ Misc { a, title = {T}}", kind="inproceedings") == "@inproceedings { a, title = {T}}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "@x{b}\n"),
        ("\n", "\n@x{b}\n"),
        ("@misc{a}", "@misc{a}\n\n@x{b}\n"),
        ("@misc{a}\n", "@misc{a}\n\n@x{b}\n"),
        ("@misc{a}\r\n", "@misc{a}\r\n\r\n@x{b}\r\n"),
        ("@misc{a}\n\n\n% end\n", "@misc{a}\n\n\n% end\n\n@x{b}\n"),
    ],
)
def test_new_entries_come_last_one_blank_line_apart(before: str, after: str) -> None:
    assert patched(before, [], ["@x{b}"], layout_of(before, scan(before).entries)) == after


def test_an_edit_that_would_change_more_than_it_says_is_refused() -> None:
    text = "@misc{a, title = {T}}\n@misc{b, title = {B}}\n"
    with pytest.raises(PatchError, match="a"):
        edited(text, doi="x}, note = {smuggled")
    with pytest.raises(PatchError):
        patched(text, [], ["@x{c, title = {open"], layout_of(text, scan(text).entries))
