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
            "write title = {A {B}},",
        ),
        ("@misc{k, title = A B}", "the value of title has neither braces nor quotes", "write title = {A B}"),
        ("@misc k, title = {T}}", "no opening brace after @misc", "write @misc{k,"),
        ("@misc{k l, title = {T}}", "the key “k l” contains a space", "write k-l"),
        ('@misc{k, title = A, B and C",\n year = 1}', 'no opening " for title', 'add " before its value'),
        ("@misc{k, title = A {B} C},\n year = 1}", "no opening { for title", "add { before its value"),
        ("@misc{k, title = {A B} C},\n year = 1}", "unmatched } in title", "remove the } in “A B}”, or the last one"),
        ("@misc{k, title = = {A}}", "there are two equals signs after title", "remove one"),
        ("@misc{{k, title = {A}}", "there are two opening braces after @misc", "remove one"),
        (
            "@misc{k,\n title = \\textit{Birds, bees: a {B}ook.},\n year = 1}",
            "the value of title has neither braces nor quotes",
            "write title = {\\textit{Birds, bees: a {B}ook.}}",
        ),
        (
            "@misc{k, author = Doe, Jane and Roe, Rae,\n year = 1}",
            "the value of author has neither braces nor quotes",
            "write author = {Doe, Jane and Roe, Rae}",
        ),
        (
            "@misc{k, title = A study of how birds, bees and other animals fly in (strong) wind,\n year = 1}",
            "the value of title has neither braces nor quotes",
            "put { before “A” and } after “…animals fly in (strong) wind”",
        ),
        (
            "@misc{k, title = 'Birds', year = 1}",
            "the value of title is in single quotes, which are not delimiters",
            "write title = {Birds}",
        ),
        (
            '@misc{k, author = "Doe, J.},\n title = "Birds"}',
            'the value of author begins with " but ends with }',
            'write " instead of the } at its end',
        ),
        (
            '@misc{k, title = {Birds",\n year = 1}',
            'the value of title begins with { but ends with "',
            'write } instead of the " at its end',
        ),
        (
            "@misc{k, howpublished = {}in the archives, Town\n}",
            "“in the archives, Town” follows the value of howpublished",
            "write howpublished = {in the archives, Town}",
        ),
        ("@misc{k, title = {A} B}", "“B” follows the value of title", "move it into the value if it belongs there; otherwise, remove it"),
        ('@string{k = "A"\\textsl{}}', "“\\textsl{}” follows the value of k", "move it into the value if it belongs there; otherwise, remove it"),
        ("@misc{k, title = {A}; year = 1}", "“;” follows the value of title instead of a comma", "write a comma"),
        ("@misc{k, title = {A}.\n}", "“.” follows the value of title", "remove it"),
        ("@misc{k, x = {Y},\nTitle : {T}}", "“:” follows Title instead of an equals sign", "write Title = {…}"),
        ("@misc{k, x = {Y}, year: 2020}", "“:” follows year instead of an equals sign", "write year = {…}"),
        (
            '@misc{k, x = {Y}, "title": "T", "author": "A"}',
            "“:” follows title instead of an equals sign",
            "write equals signs instead of colons, and no quotes around the names",
        ),
        ("@misc{k, title = “A B”}", "the value of title is in typographic quotes, which are not delimiters", "write title = {A B}"),
        ("@misc{k, title = ``A B''}", "the value of title is in typographic quotes, which are not delimiters", "write title = {A B}"),
        ("@misc{k, year = 2020, https://example.org/a}", "“https://example.org/a” is not a field", "write url = {https://example.org/a},"),
        ("@misc{k, title: {T}}", "“:” follows title instead of an equals sign", "write title = {…}"),
        ("@misc{k, title =\n year = 1}", "title has no value", "write title = {…}, or remove the field"),
        (
            "@misc{k, note = {\\emph{Preprint},\n title = {T},\n year = {2020},\n eprint = {1}},\n}",
            "no closing } for note",
            "write note = {\\emph{Preprint}},",
        ),
        (
            '@misc{k, note = "\\emph{Preprint}}"\n}\n@misc{l}',
            "there is one } too many in note",
            "remove the } after “\\emph{Preprint}”",
        ),
        (
            "@misc{k, abstract = {We describe how birds, bees and other animals fly in a strong wind.\n year = {2020}}\n@misc{l}",
            "no closing } for abstract",
            "add }, after “…animals fly in a strong wind.”",
        ),
        ("@misc{k, title = {T}},.\n year = 1}", "unmatched } before year", "remove one }"),
        ("@misc{k, title = {T},\n https://x.org/a,\n year = 1}", "“https://x.org/a” is not a field", "write url = {https://x.org/a},"),
        ("@misc{k, ; title = {T}}", "“;” is not a field", "remove it"),
        (
            "@misc{k, title = {T}\n}\n\naddendum = {A},\n\n@misc{l}",
            "addendum stands outside an entry, after the } in line 2, and was read as part of this one",
            "move it before that }, with a comma before it, or remove it",
        ),
        (
            "@misc{k, title = {T},\n}\n\neprint = {2},\nnote = {N}\n",
            "eprint and 1 more field stand outside an entry, after the } in line 2, and were read as part of this one",
            "move them before that }, or remove them",
        ),
        (
            "@misc{k, title = {T}, number = 3\n}\nnumbr = {2},\nFeatured:\n@misc{l}",
            "numbr stands outside an entry, after the } in line 2, and is ignored, because this one has such a field",
            "remove it, or move it into the entry that it belongs to",
        ),
        (
            "@misc{k,\n title = {T}\n}\nauthor = {A, B},\ntitle = {U}\n}\n@misc{l}",
            "the fields from author on belong to no entry and are ignored",
            "write the @type{key, of their entry before author",
        ),
        (
            "@misc{k,\n title = {T}, year = 1, pages = {3}\n},\njournal = {J},\nyear = 2,\npages = {4}\n}\n@misc{l}",
            "the fields from journal on belong to no entry and are ignored",
            "write the @type{key, of their entry before journal",
        ),
        (
            "@misc{k,\n title = {Rain *$^{ </sup>},\n year = {2001}\n}\n@misc{l}",
            "no closing } for title",
            "remove $^{ </sup>, the remnant of a formula",
        ),
        (
            "@misc{k,\n@misc{l}",
            "the entry has no fields and is not closed before the next entry",
            "remove it, or add its fields and }",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_what_to_write(text: str, message: str, fix: str) -> None:
    assert [(fault.message, fault.fix) for fault in scan(text).faults] == [(message, fix)]


def test_fields_outside_an_entry_are_reported_at_their_line_and_replace_none_of_its_fields() -> None:
    text = "@misc{k, number = 3\n}\n\nNumber = {2},\neid = {7}\n\n@misc{l}"
    scanned = scan(text)
    assert [text.count("\n", 0, fault.offset) + 1 for fault in scanned.faults] == [5, 4]
    fields = [[(field.name, field.value) for field in entry.fields] for entry in scanned.entries]
    assert fields == [[("number", "3"), ("eid", "7")], []]


def test_fields_without_the_header_of_their_entry_are_not_read_into_the_one_before() -> None:
    scanned = scan("@misc{k, title = {T}\n}\ntitle = {U},\nauthor = {Doe, Jane}\n}\n@misc{l}")
    assert [[field.value for field in entry.fields] for entry in scanned.entries] == [["T"], []]


def test_a_brace_is_missing_before_the_first_field_that_a_value_swallows() -> None:
    text = """@misc{k,
  abstract = {Birds fly.
    journal = {Wings},
    month = feb,
    pages = {1--2}
  },
  year = {2020},
}"""
    (entry,), faults = scan(text)
    assert (faults[0].message, faults[0].fix) == (
        "no closing } for abstract",
        "write abstract = {Birds fly.},",
    )
    assert [field.name for field in entry.fields] == ["abstract", "journal", "month", "pages", "year"]


def test_a_brace_too_many_in_quotes_loses_nothing() -> None:
    text = '@misc{k, note = "A {B}} c",\n year = "2020"\n}\n@misc{l}'
    entries, _ = scan(text)
    assert [(field.name, field.value) for field in entries[0].fields] == [
        ("note", "A {B} c"),
        ("year", "2020"),
    ]
    assert [entry.key for entry in entries] == ["k", "l"]


def test_text_without_delimiters_and_behind_a_value_is_kept_and_no_field_is_lost() -> None:
    text = """@misc{k,
  title = \\textit{Birds, bees, and {B}ats},
  author = "Doe, J. and Roe, R.},
  howpublished = {}in the archives, Town,
  note = {\\emph{Preprint},
  year = {2020},
  eprint = {1}},
}
@misc{l}"""
    first, second = scan(text).entries
    assert [(field.name, field.value) for field in first.fields] == [
        ("title", "\\textit{Birds, bees, and {B}ats}"),
        ("author", "Doe, J. and Roe, R."),
        ("howpublished", "in the archives, Town"),
        ("note", "\\emph{Preprint}"),
        ("year", "2020"),
        ("eprint", "1"),
    ]
    assert second.key == "l"


def test_an_entry_that_a_value_quotes_is_not_taken_for_swallowed_fields() -> None:
    text = "@misc{k, abstract = {Write\n @book{x,\n  title = {T},\n  year = {2020},\n }\n}, year = 2021}"
    found = scan(text)
    assert found.faults == []
    assert [field.name for field in found.entries[0].fields] == ["abstract", "year"]


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
