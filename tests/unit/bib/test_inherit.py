"""``crossref`` and ``xdata``: as biber does it, but for what identifies one work alone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.bib.syntax.scanner import scan
from unit.bib.reading import kinds_of, records_of

BOOKS = """\
@mvbook{mvbook, author = {Doe, Jane}, title = {MV}, subtitle = {S}, titleaddon = {A}, volumes = {9}}
@mvcollection{mvcollection, editor = {Doe, Jane}, title = {MV}, publisher = {P}}
@mvproceedings{mvproceedings, editor = {Doe, Jane}, title = {MV}, eventtitle = {E}}
@mvreference{mvreference, editor = {Doe, Jane}, title = {MV}, date = {1990}}
@book{book, author = {Doe, Jane}, title = {B}, subtitle = {S}, date = {1991}, crossref = {mvbook}}
@collection{collection, editor = {Roe, Max}, title = {C}, crossref = {mvcollection}}
@proceedings{proceedings, title = {P}, subtitle = {S}, location = {L}, crossref = {mvproceedings}}
@reference{reference, title = {R}, crossref = {mvreference}}
@periodical{periodical, editor = {Doe, Jane}, title = {J}, subtitle = {S}, number = {3}, issuetitle = {I}}
@inbook{inbook, author = {Poe, Ann}, title = {T}, crossref = {book}}
@bookinbook{bookinbook, title = {T}, crossref = {book}}
@suppbook{suppbook, title = {T}, crossref = {mvbook}}
@incollection{incollection, title = {T}, crossref = {collection}}
@suppcollection{suppcollection, title = {T}, crossref = {mvcollection}}
@inproceedings{inproceedings, title = {T}, date = {2001-05}, crossref = {proceedings}}
@inreference{inreference, title = {T}, crossref = {reference}}
@article{article, author = {Poe, Ann}, title = {T}, crossref = {periodical}}
@misc{misc, title = {T}, crossref = {book}}
@xdata{x1, publisher = {X}, location = {XL}}
@xdata{x2, series = {XS}, xdata = {x1}}
@misc{withx, title = {T}, xdata = {x2}}
"""


def test_every_pair_of_types_is_as_in_biber(tmp_path: Path) -> None:
    if not shutil.which("biber"):
        pytest.skip("biber is not installed")
    source, resolved = tmp_path / "in.bib", tmp_path / "out.bib"
    source.write_text(BOOKS, "utf-8")
    command = ["biber", "--tool", "--quiet", "--output-resolve-crossrefs", "--output-resolve-xdata"]
    command += ["--output-fieldcase=lower", f"--output-file={resolved}", str(source)]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    expected = {
        entry.key: {field.name: field.value for field in entry.fields}
        for entry in scan(resolved.read_text("utf-8")).entries
    }
    records, problems = records_of(BOOKS)
    assert problems == ()
    for key, record in records.items():
        fields = {name: value for name, value in record.fields.items() if name not in ("crossref", "xdata")}
        assert fields == expected[key], key


def test_a_book_lends_its_title_to_parts_of_every_kind() -> None:
    text = (
        "@book{b, title = {B}}@incollection{c, title = {C}, crossref = {b}}"
        "@inproceedings{p, title = {P}, crossref = {b}}"
    )
    records, _ = records_of(text)
    assert [records[key].fields["booktitle"] for key in "cp"] == ["B", "B"]


def test_the_short_title_of_a_whole_is_not_that_of_its_volumes() -> None:
    text = "@mvbook{m, title = {M}, shorttitle = {S}, series = {R}}@book{b, title = {B}, crossref = {m}}"
    fields = records_of(text)[0]["b"].fields
    assert "shorttitle" not in fields
    assert fields["series"] == "R"


@pytest.mark.parametrize("field", ["doi", "url", "eprint", "pdf", "abstract", "selected", "award", "related"])
def test_what_belongs_to_one_work_alone_is_not_inherited(field: str) -> None:
    text = (
        f"@proceedings{{p, title = {{P}}, {field} = {{true}}}}"
        "@inproceedings{i, title = {I}, crossref = {p}}"
    )
    records, _ = records_of(text)
    assert field not in records["i"].fields


@pytest.mark.parametrize("own", ["date = {2001}", "year = 2001", "year = 2001, month = may"])
def test_a_date_is_inherited_as_a_whole(own: str) -> None:
    text = (
        "@book{b, title = {B}, date = {1999-03-04}}"
        f"@inbook{{i, title = {{I}}, crossref = {{b}}, {own}}}"
    )
    date = records_of(text)[0]["i"].date
    assert date
    assert date.year == 2001
    assert date.start
    assert date.start.day == 0


def test_fields_go_through_chains_files_and_other_keys() -> None:
    records, problems = read(
        [
            ("a.bib", b"@inbook{i, title = {I}, crossref = {other}}"),
            ("b.bib", b"@book{b, title = {B}, ids = {more, other}, xdata = {x}}\n@xdata{x, publisher = {P}}"),
        ]
    )
    assert problems == ()
    assert records[0].fields["booktitle"] == "B"
    assert records[0].fields["publisher"] == "P"


def test_a_long_chain_and_a_circle_end() -> None:
    chain = "".join(f"@book{{k{n}, title = {{T}}, crossref = {{k{n + 1}}}}}" for n in range(5000))
    records, problems = records_of(chain + "@book{k5000, title = {T}, crossref = {k4990}, note = {far}}")
    assert problems == ()
    assert records["k0"].fields["note"] == "far"


def test_a_parent_that_is_not_there_is_reported_at_the_field() -> None:
    _, problems = records_of("@misc{k, title = {T},\n crossref = {no},\n xdata = {none}}")
    assert [(problem.line, problem.kind.code) for problem in problems] == [
        (2, "crossref-unknown"),
        (3, "crossref-unknown"),
    ]
    assert kinds_of(problems)[0].severity == "warning"
