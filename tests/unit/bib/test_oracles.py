"""On files that follow BibTeX's grammar pybtex and bibtexparser find the same entries and the same values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sphinx_vitae.bib import read

pybtex = pytest.importorskip("pybtex.database.input.bibtex", reason="pybtex is not installed")

CASES = Path(__file__).parents[2] / "corpus" / "cases"
#: Syntax and macros that pybtex refuses, and bytes that it cannot decode.
REFUSED = (
    "broken-",
    "key-",
    "encoding-",
    "field-duplicate",
    "field-misspelt",
    "stray-at",
    "selected-",
    "strings",
    "comments",
    "empty",
    "entry-in-abstract-of-broken-entry",
    "text-unmatched-braces",
    "text-control-characters",
    "text-unicode",
    "text-whitespace",
    "lines-cr",
)
VALID = [path for path in sorted(CASES.glob("*.bib")) if not path.name.startswith(REFUSED)]
NAMES = {"author", "editor"}


def pybtex_entries(path: Path) -> dict[str, dict[str, str]]:
    parser: Any = pybtex.Parser(person_fields=[])
    data = parser.parse_bytes(path.read_bytes())
    return {
        key: {name.lower(): value for name, value in entry.fields.items()}
        for key, entry in data.entries.items()
    }


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_entries_and_values_are_those_of_pybtex(path: Path) -> None:
    records, _ = read([(path.name, path.read_bytes())])
    ours = {record.written_key: {name.lower(): value for name, value in record.written} for record in records}
    for key, theirs in pybtex_entries(path).items():
        if key in ours:  # @xdata is no record
            mine = ours[key]
            assert mine.keys() == theirs.keys(), key
            for name, value in theirs.items():
                if name != "month":
                    assert " ".join(value.split()) == " ".join(mine[name].split()), (key, name)
    assert len(VALID) > 60


#: Files in which bibtexparser loses an entry: ``{foo \\}``, a line of an abstract that begins like an entry,
#: and a comma too many.
LOST = {"backslash-before-brace", "entry-in-abstract", "separators"}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_keys_and_fields_are_those_of_bibtexparser(path: Path) -> None:
    splitter = pytest.importorskip("bibtexparser.splitter", reason="bibtexparser is not installed")
    library = splitter.Splitter(path.read_text("utf-8-sig")).split()
    theirs = {entry.key: [field.key.lower() for field in entry.fields] for entry in library.entries}
    records, _ = read([(path.name, path.read_bytes())])
    ours = [record for record in records if record.written_key in theirs]
    assert (len(ours) < len(records)) == (path.stem in LOST)
    for record in ours:
        assert [name.lower() for name, _ in record.written] == theirs[record.written_key]
