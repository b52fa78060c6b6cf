"""The filter language: what holds of a record, and what is no filter."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from records import date, names, record
from sphinx_vitae.bib.vocabulary import canonical_field
from sphinx_vitae.select import FilterError, parse_filter

PAPER = record(
    "Huang2023",
    type="thesis",
    written_type="PhDThesis",
    written_key="Huang2023",
    title="DA-SpMM: Émulating GPUs",
    date=date(2023, 5),
    names={"author": names("Huang, Guyue", "Xie, Yuan"), "editor": names("ATLAS Collaboration")},
    keywords=("Sparsity", "GPU kernel"),
    fields={"volume": "9", "doi": "10.1/x", "version": "1.10", "groups": "mine"},
    texts={"pages": "12--34", "journaltitle": "Nature", "number": "26(5)", "note": "false"},
    status="inpress",
    selected=True,
)


@pytest.mark.parametrize(
    "text",
    [
        # numbers by size, whether the filter or the entry writes them in quotes
        "year >= 2020",
        'year == "2023"',
        "year == 2023",
        '"2020" < year',
        "2020 <= year < 2024",
        "volume < 10",
        'volume < "10"',
        "volume == 9",
        "pages > 2",
        "number >= 26",
        "month == 5",
        "year > -5",
        'version != "1.1"',
        # texts without regard to case or accents
        'title == "da-spmm: emulating gpus"',
        '"EMULATING" in title',
        '"sparse" not in title',
        'journal == "nature"',
        'journaltitle < "Science"',
        "Year == 2023",
        # the entry itself
        'type == "thesis"',
        'type == "phdthesis"',
        'type in {"article", "thesis"}',
        'type not in ["article"]',
        'key == "huang2023"',
        'key in ("a", "Huang2023")',
        'status == "inpress" and pubstate == "inpress"',
        'groups == "mine"',
        # lists
        '"sparsity" in keywords',
        '"spars" not in keywords',
        'keywords == "gpu kernel"',
        'keywords == ["GPU kernel", "sparsity"]',
        'keywords != {"sparsity"}',
        "keywords in {'sparsity', 'graphs'}",
        'keywords & {"sparsity", "graphs"}',
        'not keywords & {"graphs"}',
        'keywords | {"graphs"} == {"sparsity", "gpu kernel", "graphs"}',
        'keywords % "^gpu"',
        # names
        '"Huang" in author',
        '"guyue huang" in author',
        '"Huang, Guyue" in author',
        '"Huan" not in author',
        '"Guyue Xie" not in author',
        'author == "Huang, Guyue and Xie, Yuan"',
        'author == "Yuan Xie"',
        'author % "huang"',
        'author % "^Huang, Guyue and Xie"',
        'author % "Guyue Huang and Yuan"',
        'author < "M"',
        '"ATLAS" in editor',
        # what is not there is empty
        'publisher == ""',
        "not publisher",
        "translator == ''",
        "not translator",
        'publisher != "x"',
        "not publisher < 3 and not publisher >= 3",
        'not translator % "x"',
        'not "x" in publisher',
        "day == ''",
        # logic
        "selected",
        "selected == True",
        "selected and not False",
        "(year == 2023) & selected",
        "False or (volume == 8) | selected",
        "not note",
        "true and not false",
        # regular expressions
        r'title % r"\bGPUs\b"',
        'title % "\\d|GPU"',
        'doi % "^10[.]"',
        'volume % "^9$"',
        'publisher % "^$"',
        # a filter may stand on several lines
        "year == 2023\n  and selected",
    ],
)
def test_a_filter_holds(text: str) -> None:
    assert parse_filter(text, canonical_field).holds(PAPER)
    assert not parse_filter(f"not ({text})", canonical_field).holds(PAPER)


def test_a_record_without_anything_fails_no_filter() -> None:
    bare: Any = record("bare", type="misc")
    for text in [
        "year < 2020",
        "year > 2020",
        "author < 'M'",
        "keywords < 3",
        "selected > 1",
        "1 in selected",
    ]:
        assert not parse_filter(text).holds(bare)
    for text in ["year != 2020", "not author", "keywords == ''", "keywords == []", "month == ''"]:
        assert parse_filter(text).holds(bare)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it is empty; a filter can contain: and, or, not"),
        ("year >", "'year >' cannot be parsed"),
        ("year = 2020", "use == to test for equality"),
        ("year >= 2020 and", "cannot be parsed"),
        ("a b", "cannot be parsed"),
        ("x\0y", "cannot be parsed"),
        ("(" * 300 + "x", "cannot be parsed"),
        ("not " * 200 + "x", "nested too deeply"),
        ("x or " * 500 + "x", "longer than 2000"),
        ("len(author) > 3", "'len(author)' is not allowed in a filter; a filter can contain: and, or"),
        ("author.x", "'author.x' is not allowed"),
        ("keywords[0]", "'keywords[0]' is not allowed"),
        ("year + 1 == 2", "'year + 1' is not allowed"),
        ("a is b", "'a is b' is not allowed"),
        ("None", "'None' is not allowed"),
        ("b'x' in title", "is not allowed"),
        ("-year < 1", "'-year' is not allowed"),
        ("lambda: 1", "is not allowed"),
        ("[x for x in keywords]", "is not allowed"),
        ("year > 2020 & selected", "combines a number with &; write and"),
        ("cited", "'cited' is not available: a list is built before it is known which pages cite"),
        ('year > 2000 and "index" in docnames', "'docnames' is not available"),
        ('title % "("', "is not a valid regular expression: missing )"),
        ('title % "(a+)+b"', "can take forever"),
        ('title % "(a|aa)*b"', "can take forever"),
        ('title % "((a?)b{2,})+c"', "can take forever"),
        ('title % "(a*){10}"', "can take forever"),
        ('title % "\\bGPU\\b"', 'write r before the quotes: r"'),
        (f'title % "{"x" * 501}"', "longer than 500"),
        ("title % journal", "% must be followed by a regular expression in quotes, not 'journal'"),
        ("title % 5", "% must be followed by a regular expression in quotes, not '5'"),
    ],
)
def test_what_is_no_filter_is_refused_and_why(text: str, message: str) -> None:
    with pytest.raises(FilterError) as error:
        parse_filter(text, canonical_field)
    assert message in str(error.value)
    assert len(str(error.value)) < 400


@pytest.mark.parametrize(
    "pattern", ["(ab)+c", "(?:x|y)z*", "a*b*", r"\(a+\)+", "[(a+)]+", "(a|b){2}", "(a+)?b", "(?i:x)"]
)
def test_a_harmless_pattern_is_taken(pattern: str) -> None:
    parse_filter(f"title % {pattern!r}")


def test_a_filter_can_be_kept_with_a_page() -> None:
    text = 'year >= 2020 and author % "x" or keywords & {"a", 1} or not selected'
    one, two = parse_filter(text), parse_filter(text)
    assert one == two == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(two)
    assert one != parse_filter(text.replace("2020", "2021"))
    assert one.fields == ("year", "author", "keywords", "selected")
