"""Raw entries have their places in the text, and strict reading and recovery agree on valid files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sphinx_vitae.bib
from sphinx_vitae.bib.syntax.grammar import Landmarks
from sphinx_vitae.bib.syntax.recovery import recover
from sphinx_vitae.bib.syntax.scanner import scan

VALID = """\
% a comment
@article{one,
  title = {A {B} "C"},
  note = "x {"} y",
  month = jan # "~3",
  year = 2020,
}
@book( two, title = {In (parentheses)} , year = {2021} )
@misc{three}
"""


def test_spans_are_those_of_entries_and_fields() -> None:
    entries = scan(VALID).entries
    spans = [VALID[entry.start : entry.end] for entry in entries]
    assert [span[:9] for span in spans] == ["@article{", "@book( tw", "@misc{thr"]
    assert [span[-1] for span in spans] == ["}", ")", "}"]
    fields = [VALID[field.start : field.end].strip() for field in entries[0].fields]
    assert fields == [
        'title = {A {B} "C"}',
        'note = "x {"} y"',
        'month = jan # "~3"',
        "year = 2020",
    ]


def test_bare_words_are_told_from_values_in_delimiters() -> None:
    month = scan(VALID).entries[0].fields[2]
    assert [(part.text, part.bare) for part in month.parts] == [("jan", True), ("~3", False)]
    assert scan(VALID).entries[0].fields[3].parts == ()


def test_recovery_reads_valid_entries_as_strict_reading_does() -> None:
    for entry in scan(VALID).entries:
        found = re.compile(r"@\s*([A-Za-z]+)\s*([{(])").match(VALID, entry.start)
        assert found
        faults: list[object] = []
        recovered = recover(VALID, Landmarks(VALID), found, faults)  # type: ignore[arg-type]
        assert faults == []
        assert recovered.end == entry.end
        assert [(f.name, f.value, f.parts) for f in recovered.fields] == [
            (f.name, f.value, f.parts) for f in entry.fields
        ]


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("@misc{k, title = {T} year = 1}", "no comma after title", "add a comma"),
        ("@misc{k title = {T}}", "no comma after the key", "write @misc{k,"),
        ("@misc{k, title = {T}", "the entry is not closed before the end of the file", "add } at the end"),
        ("@misc{k, title {T}}", "no equals sign after title", "write title = {…}"),
        ("@misc{k, title = }", "title has no value", "write title = {…}, or remove the field"),
        ("@misc{k, title = {T}}, year = {1}}", "unmatched } before year", "remove one }"),
        (
            "@misc{k, title = {A {B}, year = {1}}\n@misc{l}",
            "no closing } for title",
            "add }, after its value",
        ),
        ("@misc{k, title = A B}", "the value of title has neither braces nor quotes", "write title = {A B}"),
        ("@misc k, title = {T}}", "no opening brace after @misc", "write @misc{k,"),
        ("@misc{k l, title = {T}}", "the key “k l” contains a space", "write k-l"),
        ('@misc{k, title = A, B and C",\n year = 1}', 'no opening " for title', 'add " before its value'),
        ("@misc{k, title = A {B} C},\n year = 1}", "no opening { for title", "add { before its value"),
        ("@misc{k, title = {A B} C},\n year = 1}", "unmatched } in title", "remove one }"),
        ("@misc{k, title = = {A}}", "there are two equals signs after title", "remove one"),
        ("@misc{{k, title = {A}}", "there are two opening braces after @misc", "remove one"),
        ("@misc{k, ; title = {T}}", "“; title = {T}}” is not a field", "write name = {value},"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_write(text: str, message: str, fix: str) -> None:
    assert [(fault.message, fault.fix) for fault in scan(text).faults] == [(message, fix)]


FAULTLESS = """@article{key2020,
  author = "Doe, Jane and Roe, Rae",
  title = {A {Title} with Words},
  journal = "Transactions on Science",
  volume = 38,
  number = {2},
  month = may,
  year = 1991
}

@misc{next, title = {N}, year = {2000}}
"""


@pytest.mark.parametrize("place", [m.start() for m in re.finditer(r"[{}\",=]", FAULTLESS)])
def test_a_character_left_out_or_written_twice_is_one_fault_and_nothing_is_lost(place: int) -> None:
    for count in (0, 2):
        text = FAULTLESS[:place] + count * FAULTLESS[place] + FAULTLESS[place + 1 :]
        found = scan(text)
        if count == 0 and re.fullmatch(r"@\w+", text[:place].rpartition("\n")[2]):
            continue  # without its brace, a line is not an entry, but a comment
        assert len(found.faults) <= 1
        assert [len(entry.fields) for entry in found.entries][1:] == [2]
        values = " ".join(field.value for field in found.entries[0].fields)
        assert all(word in values for word in ("Rae", "Words", "Transactions", "38", "2", "may", "1991"))


def test_free_text_behind_an_entry_is_not_taken_into_it() -> None:
    found = scan("@misc{k, title = {T}}\nversion 2, size = 5 MB, x = 5\n@misc{l}")
    assert found.faults == []
    assert [len(entry.fields) for entry in found.entries] == [1, 0]
    assert scan("@misc{k, title = {T}}\nx = 5\n@misc{l}").faults == []


def test_no_pattern_repeats_a_group_possessively() -> None:
    # Python before 3.11.5 matches such patterns wrongly (gh-106052), and Debian 12 has 3.11.2.
    package = Path(sphinx_vitae.bib.__file__).parent
    found = [f"{p.name}: {line}" for p in package.glob("*.py") for line in p.read_text("utf-8").splitlines()
             if re.search(r"(?<!\\)\)[*+?]\+|\(\?>", line)]  # fmt: skip
    assert found == []
