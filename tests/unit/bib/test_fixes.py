"""Fixes: what has one right answer, and all else byte for byte as it was."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib import fixed, macro_names, read
from sphinx_vitae.bib.vocabulary import canonical_field
from sphinx_vitae.bib.vocabulary.misspellings import sure_field
from sphinx_vitae.bib.vocabulary.other_programs import PROGRAMS

AROUND = "% a comment , with = signs\r\n@misc{x,\r\n\ttitle =  {X} ,\n}\n\n%s\n free text\n@comment{c}\n@string{s = {S}}\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("@misc{a, title = {A} year = 2020}", "@misc{a, title = {A}, year = 2020}"),
        ("@misc{a,\n title = {A}\n  year = 2020\n}", "@misc{a,\n title = {A},\n  year = 2020\n}"),
        ("@misc{a, title = {A, year = 2020}", "@misc{a, title = {A, year = 2020}"),
        ("@misc{a,\n title = {One,\n year = 2020\n}", "@misc{a,\n title = {One,\n year = 2020\n}"),
        ('@misc{a, title="Quotes "inside" here"}', '@misc{a, title="Quotes "inside" here"}'),
        ("@misc{a, titel = {A}}", "@misc{a, title = {A}}"),
        ("@misc{a, titel = {A}, title = {B}}", "@misc{a, titel = {A}, title = {B}}"),
        ("@misc{a, title = {A}, note = word}", "@misc{a, title = {A}, note = {word}}"),
        ("@misc{a, title = {A}, year = 2012.}", "@misc{a, title = {A}, year = 2012.}"),
        ("@misc{a, title = {A}, journal = pami}", "@misc{a, title = {A}, journal = pami}"),
        ("@misc{a, title = {A}, note = s}", "@misc{a, title = {A}, note = s}"),
        ("@misc{a, title = {A}, month = jul}", "@misc{a, title = {A}, month = jul}"),
        ("@misc{a, title = {A}, selected = true}", "@misc{a, title = {A}, selected = true}"),
        ("@misc{a, doi = {https://doi.org/https://doi.org/10.1000/x}}", "@misc{a, doi = {10.1000/x}}"),
        ("@misc{a, doi = {https://doi.org/10.1000/x}}", "@misc{a, doi = {https://doi.org/10.1000/x}}"),
        ("@misc{a, doi = {none}}", "@misc{a, doi = {none}}"),
        ("@misc{a, title = {e\x0ecient, ba\x0fed}}", "@misc{a, title = {efficient, baffled}}"),
        ("@misc{a, title = {A\x0e B}}", "@misc{a, title = {A B}}"),
        ("@misc{a, title = {A\x08B}}", "@misc{a, title = {AB}}"),
        ("@misc{a, author = {O\x92Kane, Ann}}", "@misc{a, author = {O’Kane, Ann}}"),
        ("@misc{a, title = {1990â\x80\x931999}}", "@misc{a, title = {1990–1999}}"),
        ("@misc{a, title = {A", "@misc{a, title = {A"),
    ],
)  # fmt: skip
def test_one_right_answer_is_given_and_nothing_else_is_touched(wrong: str, right: str) -> None:
    before, after = (AROUND.replace("%s", entry).encode() for entry in (wrong, right))
    assert fixed(before).content == after
    assert fixed(after).content == after


def test_a_fix_names_the_key_that_the_record_has() -> None:
    content = "@misc{\u200bk, titel = {A}}".encode()
    (fix,) = fixed(content).fixes
    assert fix.key == read([("refs.bib", content)])[0][0].written_key == "k"


def test_a_misspelt_field_is_not_compared_with_every_other_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(name: str) -> str:
        asked.append(name)
        return canonical_field(name)

    for module in ("bib.fixes", "bib.entries.entry", "bib.vocabulary.misspellings"):
        monkeypatch.setattr(f"sphinx_vitae.{module}.canonical_field", counted)
    count = 200
    fixed(f"@misc{{k, {', '.join(['jounral = {x}'] * count)}}}".encode())
    assert count <= len(asked) < 30 * count


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yaer", "year"), ("jounral", "journal"), ("publihser", "publisher"), ("booktitel", "booktitle"),
        ("adress", "address"), ("auther", "author"), ("organizaton", "organization"),
        ("volumme", "volume"),
    ],
)  # fmt: skip
def test_a_swap_or_one_slipped_letter_within_a_long_name_is_corrected(written: str, meant: str) -> None:
    assert sure_field(written) == meant


@pytest.mark.parametrize(
    "name",
    [
        # somebody's own
        "newversion", "oldversion", "myyear", "xxnote", "xnote", "doii", "titlee", "optnote", "altnote", "bdsk-note",
        "coauthors", "created", "caption", "name",
        # a number or a language behind
        "note1", "pdf2", "date2", "year2", "doi2", "url2", "abstract_en", "titleen", "title-de", "abstractenglish",
        # the slip is at an end, in a short name, no letter, or there are two of it
        "umber", "eissn", "authors", "volum", "noet2", "noze", "titlle", "book-title", "pubdate", "dates", "organisaton",
        # other programs'
        "review", "preprint", "elocation-id", "fjournal", "fseries",
        # known, or nothing near
        "title", "journal", "colour",
    ],
)  # fmt: skip
def test_any_other_name_is_somebodys_own(name: str) -> None:
    assert sure_field(name) == ""


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_name_of_another_program_is_ever_renamed(program: str) -> None:
    assert not [name for name in PROGRAMS[program] if sure_field(name)]


@pytest.mark.parametrize(
    ("there", "kept"),
    [
        ("year = 2020", "dtae"), ("month = jan", "dtae"), ("date = {2020}", "yaer"), ("journaltitle = {J}", "jounral"),
        ("location = {L}", "adress"), ("institution = {I}", "schoool"),
    ],
)  # fmt: skip
def test_a_field_is_not_renamed_to_one_that_the_entry_has_by_any_of_its_names(there: str, kept: str) -> None:
    text = f"@misc{{a, title = {{T}}, {there}, {kept} = {{X}}}}\n".encode()
    assert fixed(text).content == text


def test_the_encoding_becomes_utf8_and_a_mark_at_the_beginning_stays() -> None:
    result = fixed("@misc{a, title = {Ö}}".encode("latin-1"))
    assert result.content == "@misc{a, title = {Ö}}".encode()
    assert [fix.message for fix in result.fixes] == ["converted from Windows-1252 to UTF-8"]
    marked = "\ufeff@misc{a, title = {A} year = 2020}".encode()
    assert fixed(marked).content == "\ufeff@misc{a, title = {A}, year = 2020}".encode()


@pytest.mark.parametrize("content", [b"@misc{a, title = {\xe9\x81} year = 2020}", b"\xff\xfe@\x00\x00\xd8"])
def test_a_file_whose_characters_are_not_all_known_is_refused(content: bytes) -> None:
    result = fixed(content)
    assert (result.content, result.fixes) == (content, ())
    assert result.refusal.startswith("some bytes are not characters in ")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    lines = ["@misc{a,", " title = {A}", " year = 2020}", ""]
    after = ["@misc{a,", " title = {A},", " year = 2020}", ""]
    assert fixed(end.join(lines).encode()).content == end.join(after).encode()


def test_macros_of_another_file_count() -> None:
    assert macro_names(b"@string{Later = {L}, more = {M}}\n@misc{a, note = x}") == {"later", "more"}
    text = b"@misc{a, title = {A}, note = LATER}"
    assert fixed(text, ["later"]).content == text


def test_a_fix_says_where_and_what() -> None:
    result = fixed(b"@misc{a,\n titel = {A}\n yaer = 2020}\n@misc{b, doi = {doi:https://doi.org/10.1000/x}}")
    assert [(fix.line, fix.key, fix.message) for fix in result.fixes] == [
        (2, "a", "comma added after titel"),
        (2, "a", "titel renamed to title"),
        (3, "a", "yaer renamed to year"),
        (4, "b", "resolver URLs before 10.1000/x removed"),
    ]


def test_a_fix_that_would_change_another_entry_is_dropped_and_the_others_stay() -> None:
    text = b"@misc{a, titel = {A}}\n@misc{b, title = {B} year = 2020}\n"
    assert fixed(text).content == b"@misc{a, title = {A}}\n@misc{b, title = {B}, year = 2020}\n"
    before, _ = read([("a.bib", text)])
    after, _ = read([("a.bib", fixed(text).content)])
    assert before[1] == after[1]
