"""Every problem about a field is reported at the line of that field, and says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_vitae.catalogue import Bibliography, problems_of
from sphinx_vitae.model import Problem, Profile, Settings

HEAD = (
    "@string{x = {y \\lost}}\n\n@article{k,\n  title = {T},\n  author = {Huang, Guyue},\n  journal = {J},\n"
)
TAIL = "\n  year = 2020,\n}\n"
FIELD_LINE = 7


def problems(folder: Path, text: str, settings: Settings | None = None) -> tuple[Problem, ...]:
    path = folder / "refs.bib"
    path.write_text(text, "utf-8", newline="")
    return problems_of({"refs.bib": path}, settings or Settings())


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (
            "pdf = {paper.pdf},",
            "pdf refers to the file 'paper.pdf', which is not in the folder of the bibliography; "
            "copy it next to the bibliography, or add its folder to vitae_files",
        ),
        ("slides = {my%20talk.pdf},", "slides refers to the file 'my talk.pdf', which is not in"),
        (
            "html = {page.html},",
            "html refers to 'page.html', which is not a type of file that is published; "
            "write the URL where readers can find it",
        ),
        ("pdf = {../paper.pdf},", "pdf refers to '../paper.pdf', which is outside its folder"),
        ("pdf = {%2e%2e/paper.pdf},", "pdf refers to '../paper.pdf', which is outside its folder"),
        ("preview = {p.doc},", "preview refers to 'p.doc', which is not a picture; a picture ends in .png"),
        ("preview = {https://x.org/p.png},", "preview is a URL, 'https://x.org/p.png'; pictures on"),
        ("url = {10.1000/182},", "url is the DOI '10.1000/182', not an address; move it: doi = {10.1000/182}"),
        (
            "code = {soon},",
            "code is 'soon', which is neither a URL nor a file name; "
            "write a URL that begins with https://, or remove the field",
        ),
        ("url = {javascript:x},", "url: “javascript:x” begins with javascript:, which is not allowed"),
        ("doi = {abc},", "doi is “abc”, which is not a DOI; a DOI is as in 10.1000/182"),
        ("doi = {10.1/x},", "doi is “10.1/x”, which is not a DOI; a DOI is as in 10.1000/182"),
        ("doi = {DOI 10.1/x},", "doi is “DOI 10.1/x”, which is not a DOI; write it from 10. on"),
        ("@url = {https://x.org},", "“@url = {https://x.org},” is not a field; remove the @ before url, or the field"),
        (
            "editor = {Wenqing GU},",
            "editor: “Wenqing GU” was interpreted as the family name Wenqing with initials; "
            "write Wenqing, GU, or GU, Wenqing if GU is the family name",
        ),
        ("note = x,", "note (from @string x): unknown LaTeX command \\lost; the command itself is printed"),
        ("doi = {https://x.org/a},", "doi is “https://x.org/a”, which is not a DOI; move it to url"),
        ("selected = {maybe},", "selected is “maybe”, which is neither true nor false"),
        ("pubstate = {lost},", "pubstate is “lost”, which is not a publication state"),
        ("date = {31.2.2020},", "date is “31.2.2020”, which cannot be read as a date; write YYYY-MM-DD"),
        (
            "date = {2018/05/29/online},",
            "date is “2018/05/29/online”, which cannot be read as a date; write 2018-05-29",
        ),
        ("month = {later},", "month is “later”, which cannot be read as a date; write jan, feb"),
        ("editor = {Vicky; Coon},", "editor: “Vicky; Coon” was interpreted as two names; write “and” between two names"),
        ("note = {A\x97B},", "note contains characters in the wrong encoding, which were decoded as “—”; sphinx-vitae"),
        ("editor = {Doe, Jane and and Roe, R.},", "editor: extra “and”; remove it"),
        ("note = {\\nope{x}},", "note: unknown LaTeX command \\nope; its argument is printed"),
        ("note = {\\texit{x}},", "note: unknown LaTeX command \\texit; its argument is printed; did you mean \\textit?"),
        ("note = {a $ b},", "note: unmatched dollar sign"),
        ("note = {\\url{doi/10.1000/182}},", "note: “doi/10.1000/182” cannot be linked; write \\doi{10.1000/182}"),
        ("note = {See \\cite{kk}.},", "note cites 'kk', which is not in the files checked; correct the key"),
        (
            "related = {gone},",
            "related refers to 'gone', which is not in the files checked; "
            "correct the key, or add the file that contains it",
        ),
        ("crossref = {gone},", "crossref refers to 'gone', which is not in the files checked; correct the key"),
        ("author+an = {2=equal},", "author+an annotates name 2, but there is one name"),
        ("journal = {J},", "journal is given twice, with the same value; remove one of them"),
        ("journal = {K},", "journal is given twice; the first one, “J”, is used; merge them, or remove one"),
        ("note = {a\x07},", "note contains control characters, which were removed; sphinx-vitae check --fix"),
        ("note = word,", "note is word without braces or quotes"),
        ("timestamp = {today},", "timestamp: neither shown nor exported"),
    ],
)  # fmt: skip
def test_a_problem_with_a_field_is_at_its_line(tmp_path: Path, field: str, message: str) -> None:
    tail = "\n}\n" if "date = " in field else TAIL
    found = problems(tmp_path, HEAD + "  " + field + tail)
    assert [problem.line for problem in found] == [FIELD_LINE], found
    assert str(found[0]).removeprefix("k: ").startswith(message)


def test_a_name_and_a_command_are_found_within_a_field_of_several_lines(tmp_path: Path) -> None:
    text = (
        "@misc{k, title = {T},\n author = {Huang, Guyue and\n Doe, Jane, and\n Roe, Rae, and X, Y},\n"
        " note = {One\n two \\nope{x}}}\n"
    )
    found = {problem.line: str(problem) for problem in problems(tmp_path, text)}
    assert found == {
        3: "k: author: extra comma in “Doe, Jane,” (this also applies to 1 more name); write Doe, Jane",
        6: "k: note: unknown LaTeX command \\nope; its argument is printed",
    }


def test_lines_are_right_whatever_ends_them_and_where_several_entries_share_one(tmp_path: Path) -> None:
    entry = "@misc{k1, title={T}} @misc{k,\n title = {T},\n code = {soon}}"
    for end in ("\n", "\r\n", "\r"):
        found = problems(tmp_path, f"\ufeff{end}{entry}".replace("\n", end))
        assert [(problem.key, problem.line) for problem in found] == [("k", 4)]


def test_an_inherited_field_has_the_line_of_the_entry(tmp_path: Path) -> None:
    text = "@xdata{x, code = {soon}}\n\n@misc{k, title = {T},\n xdata = {x}}\n"
    assert [problem.line for problem in problems(tmp_path, text)] == [3]


def test_owner_absent_and_a_doubtful_name_are_at_the_line_of_the_names(tmp_path: Path) -> None:
    mine = "@misc{%s, title = {%s},\n author = {Huang, Guyue}}\n"
    text = "".join(mine % (key, key) for key in "abc") + (
        "@misc{d, title = {D},\n\n author = {Doe, Jane}}\n@misc{e, title = {E},\n author = {Huang, G.}}\n"
        "@misc{f, title = {F}, author = {Huang, Guo}}\n"
    )
    found = problems(tmp_path, text, Settings(owners=(Profile(name="Huang, Guyue"),)))
    assert [(problem.kind.code, problem.key, problem.line) for problem in found] == [
        ("owner-absent", "d", 9),
        ("owner-absent", "f", 12),
        ("name-doubtful", "e", 11),
    ]


def test_a_file_that_goes_away_is_at_the_line_of_its_field_in_a_build_from_the_cache(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@misc{k,\n title = {T},\n pdf = {paper.pdf}}\n")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4")
    arguments = (
        {"refs.bib": path},
        (),
        Settings(files=("papers", "more")),
        tmp_path / "cache",
        "1",
        tmp_path,
    )
    assert Bibliography(*arguments).problems == ()
    (tmp_path / "paper.pdf").unlink()
    (problem,) = Bibliography(*arguments).problems
    assert problem.line == 3
    assert "is not in papers, more or the folder of the bibliography" in problem.message


def test_files_of_which_none_is_found_are_one_problem(tmp_path: Path) -> None:
    entry = "@misc{k%d,\n title = {T%d},\n pdf = {p%d.pdf}}\n"
    text = "".join(entry % (n, n, n) for n in range(5))
    (problem,) = problems(tmp_path, text)
    assert (problem.key, problem.line) == ("", 3)
    assert str(problem) == (
        "none of the 5 files that entries refer to is in the folder of the bibliography: 'p0.pdf', 'p1.pdf', 'p2.pdf', …; "
        "add their folder to vitae_files, or copy them next to the bibliography"
    )
    (tmp_path / "p3.pdf").write_bytes(b"%PDF-1.4")
    assert [problem.line for problem in problems(tmp_path, text)] == [3, 6, 9, 15]


def test_a_percent_encoded_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "my talk & more.pdf").write_bytes(b"%PDF-1.4")
    assert problems(tmp_path, "@misc{k, title = {T}, pdf = {my%20talk%20\\&%20more.pdf}}") == ()


def test_a_field_that_no_entry_of_a_type_has_is_one_problem(tmp_path: Path) -> None:
    paper = "@inproceedings{%s, title = {%s}, booktitle = {B}, year = 2020%s}\n"
    text = "".join(paper % (key, key, "") for key in "abcd")
    (problem,) = problems(tmp_path, text)
    assert (problem.line, str(problem)) == (
        1,
        "none of the 4 @inproceedings entries has an author; add author = {…} to each",
    )
    text += paper % ("e", "e", ", author = {Doe, Jane}")
    assert [problem.key for problem in problems(tmp_path, text)] == ["a", "b", "c", "d"]
    gaps = text.replace(", year = 2020}", "}").replace(", year = 2020,", ",")
    found = [str(problem) for problem in problems(tmp_path, gaps)]
    assert found == [
        "none of the 5 @inproceedings entries has a year; add year = {…} to each",
        *[f"{key}: @inproceedings has no author; add author = {{…}}" for key in "abcd"],
    ]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("@collection{k, title={T}, year=2020,\n author={A, B}}", (2, "@collection has no editor; rename author to editor")),
        ("@techreport{k, title={T}, year=2020, author={A, B},\n publisher={P}}", (2, "@techreport has no institution; rename publisher to institution")),
        ("@phdthesis{k, title={T}, year=2020, author={A, B},\n publisher={P}}", (2, "@phdthesis has no school; rename publisher to school")),
        ("@article{k, title={T}, year=2020, collaboration={ATLAS}, journal={J}}", None),
        ("@article{k, title={T}, year=2020, author={A, B}, eprint={2101.00001}}", None),
        ("@inbook{k, title={T}, year=2020, author={A, B}, chapter={Three}, publisher={P}}", None),
    ],
)  # fmt: skip
def test_a_field_that_is_there_under_another_name_is_not_missing(
    tmp_path: Path, entry: str, message: tuple[int, str] | None
) -> None:
    found = [(problem.line, str(problem).removeprefix("k: ")) for problem in problems(tmp_path, entry)]
    assert found == ([message] if message else [])


def test_one_doi_in_two_entries_with_other_titles_is_the_doi_that_is_wrong(tmp_path: Path) -> None:
    work = "@misc{%s, title = {%s},\n doi = {10.1000/182}}\n"
    one, other = "Thermal transport across the interface", "Insight into heat transfer of oxides"
    (problem,) = problems(tmp_path, work % ("a", one) + work % ("b", other))
    assert (problem.line, str(problem)) == (
        4,
        "b: has the DOI of 'a' (line 1), but another title; "
        "correct the wrong DOI, or add the key of the other entry to the related field",
    )
    (problem,) = problems(tmp_path, work % ("a", one) + work % ("b", one + ": a study"))
    assert (problem.line, problem.message) == (3, "is the same work as 'a' (line 1)")


def test_the_message_about_a_key_given_twice_knows_whether_the_entry_is_the_same(tmp_path: Path) -> None:
    same = "@misc{k, title = {T}}\n"
    for second, message in {
        same: "the same entry is given twice (line 1); remove one of them",
        "@misc{k, title = {{T}}, year = 2020}": "another entry has this key (line 1); merge the two entries",
        "@misc{k, title = {U}}": "another entry has this key (line 1); give it another key",
    }.items():
        (problem,) = problems(tmp_path, same + second)
        assert str(problem).startswith(f"k: {message}")
