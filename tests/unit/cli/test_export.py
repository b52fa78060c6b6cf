"""``sphinx-vitae export``: every format, the options of lists, and messages that say what to write."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_vitae.cli import main
from sphinx_vitae.export import EXPORTS
from sphinx_vitae.options import SELECTING
from unit.export.readers import read_atom, read_ics
from unit.export.sample import BIB, WORKS

PACKAGES = Path(__file__).parents[3] / "ext"
BASE = ("--base-url", "https://ada.example/")


@pytest.fixture
def export(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs the command on the sample; gives the exit code, the output and the messages."""
    shutil.copy(BIB, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 2024-06-01

    def run(name: str, *options: str, file: str = "works.bib") -> tuple[int, str, str]:
        code = main(["export", name, file, *options])
        return (code, *capsys.readouterr())

    return run


def keys(output: str) -> list[str]:
    return [item["id"] for item in json.loads(output)]


@pytest.mark.parametrize("name", EXPORTS)
def test_every_format_is_written_without_messages(export, name: str) -> None:  # type: ignore[no-untyped-def]
    code, output, messages = export(name, *BASE, "--owner", "Lovelace, Ada")
    assert (code, messages) == (0, "")
    assert len(output) > 200


def test_works_are_newest_first_and_all_of_them(export) -> None:  # type: ignore[no-untyped-def]
    _, output, _ = export("csl-json")
    assert set(keys(output)) == set(WORKS)
    assert keys(output)[:2] == ["journal", "preprint"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--type", "journal"), ["journal"]),
        (("--year", "2023..", "--type=-preprint,-poster"), ["journal", "conference", "edited"]),
        (("--year", "last 1", "--limit", "1"), ["journal"]),
        (("--author", "Noether, Emmy"), ["chapter"]),
        (("--author=-Lovelace, Ada", "--type", "thesis, workshop"), ["workshop"]),
        (("--keywords", "sparse"), ["journal"]),
        (("--status", "submitted"), ["preprint"]),
        (
            ("--filter", 'title % "Engine" and year == 2023', "--sort", "title"),
            ["conference", "poster", "edited"],
        ),
        (("--exclude", "journal", "--year", "2024"), ["preprint"]),
        (("--type", "report, patent", "--sort", "author"), ["patent", "report"]),
        (("--bibfile", "works.bib", "--type", "book"), ["book"]),
        (("--author", "Babbage, Charles", "--role", "first"), ["conference", "workshop"]),
        (("--kind", "award,degree"), ["journal.award", "award", "degree"]),
    ],
)
def test_the_options_of_lists_select_and_sort(export, options: tuple[str, ...], expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    code, output, messages = export("csl-json", *options)
    assert (code, keys(output), messages) == (0, expected, "")


def test_every_option_that_selects_is_a_flag(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    printed = capsys.readouterr().out
    assert all(f"--{option.name}" in printed for option in SELECTING)
    assert "``" not in printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("atom",), "atom needs --base-url, the address of the page that lists the entries"),
        (
            ("ris", "--base-url", "ada.example"),
            "--base-url is 'ada.example'; it must begin with https:// or http://",
        ),
        (("ris", "--type", "jurnal"), "option 'type': 'jurnal' is not one of: "),
        (("ris", "--year", "2020-2010"), "option 'year': '2020-2010' ends before it begins; write 2010-2020"),
        (("ris", "--author", "Nobody"), "option 'author': 'Nobody' does not appear in any entry"),
        (
            ("ris", "--exclude", "jornal"),
            "option 'exclude': no entry has the key 'jornal'; did you mean 'journal'?",
        ),
        (
            ("ris", "--role", "first"),
            "option 'role': neither an author nor an owner is set; add --author or --owner",
        ),
        (("ris", "--kind", "lecture"), "--kind: 'lecture' is not one of: "),
        (("ris", "--sort", "colour"), "option 'sort': cannot sort by 'colour'; use one of: "),
    ],
)
def test_a_wrong_option_exits_with_2_and_says_what_to_write(export, arguments, message) -> None:  # type: ignore[no-untyped-def]
    code, output, messages = export(*arguments)
    assert (code, output) == (2, "")
    assert messages.startswith(f"sphinx-vitae export: {message}")
    assert messages.count("\n") == 1


def test_jsonld_has_addresses_only_with_a_base_url(export) -> None:  # type: ignore[no-untyped-def]
    _, without, _ = export("jsonld", "--type", "book")
    assert "ada.example" not in without
    assert "url" not in json.loads(without)["@graph"][0]
    _, output, _ = export("jsonld", "--type", "book", *BASE)
    assert json.loads(output)["@graph"][0]["@id"] == "https://ada.example/#pub-book"


def test_a_feed_has_publications_talks_awards_and_news(export) -> None:  # type: ignore[no-untyped-def]
    _, output, _ = export("atom", *BASE, "--owner", "Lovelace, Ada")
    ids = {item.id.partition("#")[2].partition("-")[0] for item in read_atom(output).entries}
    assert ids == {"pub", "talk", "award", "activity"}
    assert read_atom(output).feed.author == "Ada Lovelace"


def test_the_calendar_has_the_talks(export) -> None:  # type: ignore[no-untyped-def]
    _, output, _ = export("ics")
    assert len(read_ics(output)) == 2


def test_a_file_is_written_in_utf_8_with_the_line_ends_of_its_format(export, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert export("ris", "-o", "out.ris") == (0, "", "")
    written = (tmp_path / "out.ris").read_bytes()
    assert "Lovélace".encode() in written
    assert written.count(b"\n") == written.count(b"\r\n")
    assert export("bibtex", "-o", "out.bib")[0] == 0
    assert b"\r" not in (tmp_path / "out.bib").read_bytes()


def test_a_file_that_cannot_be_written_is_a_message(export) -> None:  # type: ignore[no-untyped-def]
    code, _, messages = export("ris", "-o", "no/such/folder/out.ris")
    assert code == 1
    assert messages.startswith("sphinx-vitae export: no")
    assert "cannot be written" in messages


def test_what_is_wrong_with_the_bibliography_is_said_and_the_rest_is_exported(export, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "bad.bib").write_text("@article{a, title={A} author={X, Y}}\n@book{b, title={B}}\n")
    code, output, messages = export("csl-json", file="bad.bib")
    assert code == 1
    assert set(keys(output)) == {"a", "b"}
    assert messages.startswith("bad.bib:1: error: a: ")
    assert "to print them, run `sphinx-vitae check`" in messages
    code, output, messages = export("csl-json", file="gone.bib")
    assert (code, keys(output)) == (1, [])
    assert "gone.bib:1: error: " in messages
    assert "no entry matches; the output is empty" in messages


def test_entries_that_a_feed_or_calendar_cannot_date_are_named(export, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "t.bib").write_text("@talk{a, title={A}, date={2024}}\n@talk{b, title={B}}\n")
    assert (
        export("ics", file="t.bib")[2]
        == "sphinx-vitae export: omitted from ics, because their dates are unknown: a, b\n"
    )
    assert (
        export("atom", *BASE, file="t.bib")[2]
        == "sphinx-vitae export: omitted from atom, because their dates are unknown: b\n"
    )


def test_it_works_without_sphinx_docutils_jinja_and_pybtex() -> None:
    code = (
        "import sys\n"
        "for name in ('sphinx', 'docutils', 'sphinxcontrib', 'imagesize', 'jinja2', 'markupsafe', 'pybtex'): sys.modules[name] = None\n"
        "from sphinx_vitae.cli import main\n"
        f"sys.exit(main(['export', 'bibtex', {str(BIB)!r}, '--type', 'book']))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PACKAGES,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("@book{book,\n")
