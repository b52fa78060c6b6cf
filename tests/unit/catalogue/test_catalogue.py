"""From files to a catalogue: ties, awards, aliases, and the cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_vitae.catalogue import Bibliography, Catalogue
from sphinx_vitae.model import ProblemKind, Publication, Settings

BIB = """\
@misc{paper, title={Paper}, ids={old, older}, date={2020}, award={Best Paper}}
@misc{other, title={Other}, related={paper}, relatedstring={Extends}}
@talk{talk, title={Talk}, related={old}}
"""


def bibliography(
    folder: Path, text: str = BIB, settings: Settings | None = None, version: str = "1"
) -> Bibliography:
    path = folder / "references.bib"
    path.write_text(text, "utf-8")
    return Bibliography({"references.bib": path}, (), settings or Settings(), folder / "cache", version)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return bibliography(tmp_path).catalogue


def test_a_tie_holds_at_both_ends_also_by_another_key(catalogue: Catalogue) -> None:
    assert [(tie.key, tie.inverse) for tie in catalogue.ties("paper")] == [
        ("other", True),
        ("talk", True),
        ("paper.award", True),
    ]
    assert [(tie.key, str(tie.text), tie.inverse) for tie in catalogue.ties("other")] == [
        ("paper", "Extends", False)
    ]
    assert [tie.key for tie in catalogue.ties("talk")] == ["paper"]


def test_a_tie_written_at_both_ends_is_one(tmp_path: Path) -> None:
    text = "@misc{a, title={A}, related={b}}\n@misc{b, title={B}, related={a}}"
    catalogue = bibliography(tmp_path, text).catalogue
    assert [len(catalogue.ties(key)) for key in "ab"] == [1, 1]


def test_an_entry_is_found_by_its_other_keys(catalogue: Catalogue) -> None:
    assert catalogue.find("older") is catalogue.records["paper"]
    assert catalogue.find("oldest") is None
    assert catalogue.nearest("othr") == "did you mean 'other'?"


def test_an_award_field_is_an_award_of_its_own(catalogue: Catalogue) -> None:
    award = catalogue.records["paper.award"]
    assert (award.kind, str(award.title), award.date) == (
        "award",
        "Best Paper",
        catalogue.records["paper"].date,
    )


@pytest.mark.parametrize(
    "related", ["@award{x, title={Best paper}, related={p}}", "@award{x, title={Best Paper}}"]
)
def test_an_award_entry_that_repeats_the_field_is_that_award(tmp_path: Path, related: str) -> None:
    tied = "related={x}, " if "related" not in related else ""
    text = f"@misc{{p, title={{P}}, {tied}award={{Best Paper}}}}\n{related}"
    catalogue = bibliography(tmp_path, text).catalogue
    assert [key for key, record in catalogue.records.items() if record.kind == "award"] == ["x"]


def test_another_award_of_the_same_paper_is_another(tmp_path: Path) -> None:
    text = "@misc{p, title={P}, award={Best Paper}}\n@award{x, title={Best Talk}, related={p}}"
    catalogue = bibliography(tmp_path, text).catalogue
    paper = catalogue.records["p"]
    assert isinstance(paper, Publication)
    assert [str(title) for title, _ in catalogue.awards(paper)] == [
        "Best Talk",
        "Best Paper",
    ]


def test_only_entries_of_the_owners_files_are_drawn_on(tmp_path: Path) -> None:
    (tmp_path / "mine.bib").write_text("@misc{a, title={A}}")
    (tmp_path / "cited.bib").write_text("@misc{b, title={B}}")
    paths = {name: tmp_path / name for name in ("mine.bib", "cited.bib")}
    catalogue = Bibliography(paths, (), Settings(bibfiles=("mine.bib",)), tmp_path / "cache", "1").catalogue
    assert [record.key for record in catalogue.owned] == ["a"]
    assert set(catalogue.records) == {"a", "b"}


def test_a_file_that_is_not_there_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@misc{a, title={A}}")
    paths = {name: tmp_path / name for name in ("gone.bib", "a.bib")}
    read = Bibliography(paths, (), Settings(), tmp_path / "cache", "1")
    assert [(p.kind, p.file) for p in read.problems] == [(ProblemKind.FILE_MISSING, "gone.bib")]
    assert list(read.catalogue.records) == ["a"]


def test_a_digest_changes_with_the_entry_and_with_what_it_is_tied_to(tmp_path: Path) -> None:
    before = bibliography(tmp_path).catalogue
    after = bibliography(tmp_path, BIB.replace("{Talk}", "{Another talk}")).catalogue
    changed = {key for key in before.records if before.digest(key) != after.digest(key)}
    assert changed == {"talk", "paper"}


def test_a_comment_above_changes_no_digest(tmp_path: Path) -> None:
    before = bibliography(tmp_path).catalogue
    after = bibliography(tmp_path, "% a comment\n" + BIB).catalogue
    assert all(before.digest(key) == after.digest(key) for key in before.records)


def test_a_second_reading_comes_from_the_cache_with_its_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = BIB + "@misc{bad, title={Bad} date={2020}}"
    first = bibliography(tmp_path, text)
    problems = first.problems
    monkeypatch.setattr("sphinx_vitae.catalogue.reading.read", None)
    second = bibliography(tmp_path, text)
    assert second.problems == problems != ()
    assert second.catalogue.records == first.catalogue.records


def test_the_cache_is_left_for_other_bytes_settings_and_code(tmp_path: Path) -> None:
    digests = {
        bibliography(tmp_path).state,
        bibliography(tmp_path, BIB + " ").state,
        bibliography(tmp_path, settings=Settings(kinds={"misc": "talk"})).state,
        bibliography(tmp_path, version="2").state,
    }
    assert len(digests) == 4


@pytest.mark.parametrize("damage", [b"", b"\x80\x05garbage", b"not a pickle"])
def test_a_damaged_cache_is_read_anew(tmp_path: Path, damage: bytes) -> None:
    keys = list(bibliography(tmp_path).catalogue.records)
    _ = bibliography(tmp_path).problems
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(damage)
    assert list(bibliography(tmp_path).catalogue.records) == keys


def test_old_readings_are_forgotten(tmp_path: Path) -> None:
    _ = bibliography(tmp_path).catalogue
    _ = bibliography(tmp_path, BIB + " ").catalogue
    assert len(list((tmp_path / "cache").iterdir())) == 3


def test_a_cache_that_cannot_be_written_costs_time_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("sphinx_vitae.catalogue.cache.tempfile.mkstemp", refuse)
    assert "paper" in bibliography(tmp_path).catalogue.records


def test_a_citation_in_a_text_is_a_tie_and_an_unknown_one_a_problem(tmp_path: Path) -> None:
    text = (
        r"@misc{a, title={A}, abstract={See \cite{b} and \emph{\cite{c}}.}}"
        + "\n@misc{b, title={B}, ids={c}}"
    )
    read = bibliography(tmp_path, text)
    assert [(tie.key, tie.inverse) for tie in read.catalogue.ties("b")] == [("a", True)]
    assert read.problems == ()
    read = bibliography(tmp_path, text.replace("cite{b}", "cite{bb}"))
    assert [str(problem) for problem in read.problems] == [
        "a: abstract cites 'bb', which is not in the files checked; "
        "remove \\cite from the abstract, or correct the key"
    ]


def test_a_file_that_is_saved_while_it_is_read_is_not_kept_under_its_old_digest(tmp_path: Path) -> None:
    file = tmp_path / "r.bib"
    file.write_text("@misc{old, title = {Old}}")
    first = Bibliography({"r.bib": file}, (), Settings(), tmp_path / "cache", "1")
    file.write_text("@misc{new, title = {New}}")
    assert list(first.catalogue.records) == ["new"]
    file.write_text("@misc{old, title = {Old}}")
    second = Bibliography({"r.bib": file}, (), Settings(), tmp_path / "cache", "1")
    assert list(second.catalogue.records) == ["old"]
