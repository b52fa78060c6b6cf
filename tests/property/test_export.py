"""What is exported as BibTeX reads back to the same work."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_vitae.bib import read
from sphinx_vitae.export import to_bibtex
from sphinx_vitae.model import Record, is_private, is_site_field

CASES = sorted(Path(__file__).parents[1].joinpath("corpus", "cases").glob("*.bib"))
VALUES = st.text(alphabet="Aa zé黄-$&%#_~^'\"\\{},=@", max_size=20).filter(
    lambda value: value.count("{") == value.count("}") == 0 and not value.endswith("\\")
)


def kept(record: Record) -> dict[str, str]:
    """The fields that are meant for others; translations without biblatex's marks, which exports add."""
    names = {name.lower() for name, _ in record.written}
    return {
        name: " ".join(_unmarked(name, value).split())
        for name, value in record.fields.items()
        if name in names and shown(name)
    }


def _unmarked(name: str, value: str) -> str:
    marked = "+an:" in name and value.startswith('="') and value.endswith('"')
    return value[2:-1] if marked else value


def shown(name: str) -> bool:
    return not is_site_field(name) and not is_private(name)


def again(record: Record) -> Record:
    records, _ = read([("again.bib", to_bibtex(record).encode("utf-8", "surrogatepass"))])
    assert len(records) == 1
    return records[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_entries_of_the_corpus_read_back(case: Path) -> None:
    records, _ = read([("case.bib", case.read_bytes())])
    for record in records:
        back = again(record)
        assert back.type == record.type
        assert kept(back) == kept(record)
        if "crossref" not in record.fields and "xdata" not in record.fields:
            assert (back.date, back.keywords) == (record.date, record.keywords)
            names = {field: [str(p) for p in people.persons] for field, people in record.names.items()}
            assert {f: [str(p) for p in people.persons] for f, people in back.names.items()} == names


@given(st.dictionaries(st.sampled_from(["title", "author", "note", "publisher", "year"]), VALUES, min_size=1))
def test_any_values_read_back(fields: dict[str, str]) -> None:
    entry = "@book{k, " + ", ".join(f"{name} = {{{value}}}" for name, value in fields.items()) + "}"
    records, _ = read([("a.bib", entry.encode())])
    assert kept(again(records[0])) == kept(records[0])
