"""The command line: every problem on a line, and an exit code that a script can rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_vitae.cli import main

FINE = "@article{a,\n author={Huang, Guyue}, title={A}, journal={J}, year=2020,\n}\n"
GAPS = "@article{b, author={Huang, Guyue}, title={B}, year=2020}\n"
BROKEN = "@article{c, title={C} author={X, Y}, journal={J}, year=2020}\n"


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs the command on a file; gives the exit code and what was printed."""
    monkeypatch.chdir(tmp_path)

    def run(text: str, *options: str) -> tuple[int, str]:
        (tmp_path / "refs.bib").write_text(text, "utf-8")
        code = main(["check", "refs.bib", *options])
        return code, capsys.readouterr().out

    return run


def test_a_sound_file_prints_nothing(check) -> None:  # type: ignore[no-untyped-def]
    assert check(FINE) == (0, "")


def test_a_warning_is_a_line_and_fails_only_when_strict(check) -> None:  # type: ignore[no-untyped-def]
    line = "refs.bib:1: warning: b: @article lacks journaltitle [field-missing]\n"
    assert check(GAPS) == (0, line)
    assert check(GAPS, "--strict") == (1, line)


def test_an_error_fails(check) -> None:  # type: ignore[no-untyped-def]
    code, printed = check(BROKEN)
    assert code == 1
    assert printed.startswith("refs.bib:1: error: c: ")
    assert printed.endswith("[syntax]\n")


def test_a_file_that_is_not_there_is_an_error(check) -> None:  # type: ignore[no-untyped-def]
    code, printed = check(FINE, "gone.bib")
    assert (code, printed) == (
        1,
        "gone.bib:1: error: cannot be read: No such file or directory [file-missing]\n",
    )


def test_json_holds_the_same(check) -> None:  # type: ignore[no-untyped-def]
    code, printed = check(GAPS, "--format", "json")
    assert code == 0
    assert json.loads(printed) == [
        {
            "file": "refs.bib",
            "line": 1,
            "severity": "warning",
            "code": "field-missing",
            "key": "b",
            "message": "@article lacks journaltitle",
            "fix": "",
        }
    ]


def test_an_owner_finds_strangers(check) -> None:  # type: ignore[no-untyped-def]
    stranger = "@article{s, author={Doe, Jane}, title={S}, journal={J}, year=2021}\n"
    more = FINE.replace("{a,", "{a2,").replace("{A}", "{A2}")
    _, printed = check(FINE + more + stranger, "--owner", "Huang, Guyue")
    assert "s: none of its authors is in vitae_owner" in printed
    assert printed.endswith("[owner-absent]\n")


def test_an_owner_whom_no_entry_names_is_said_at_the_first_file(check) -> None:  # type: ignore[no-untyped-def]
    _, printed = check(FINE, "--owner", "Nobody, Ada")
    assert "refs.bib:1: warning: vitae_owner 'Nobody, Ada' is named in 0 of 1 entry" in printed


def test_a_private_field_is_a_note_that_never_fails(check) -> None:  # type: ignore[no-untyped-def]
    private = FINE.replace("year=2020", "year=2020, file={/home/me/a.pdf}")
    code, printed = check(private, "--strict")
    assert (code, printed) == (0, "refs.bib:1: note: a: file: neither shown nor exported [field-private]\n")


def test_a_wrong_command_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["chekc"])
    assert stopped.value.code == 2
    assert "usage: sphinx-vitae" in capsys.readouterr().err


def test_fix_mends_the_file_shows_the_change_and_prints_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "refs.bib"
    path.write_text("% mine\n@misc{a, title={A} year=2020}\n@misc{b, note={B}}\n")
    assert main(["check", "--fix", "refs.bib"]) == 0
    printed = capsys.readouterr()
    assert "-@misc{a, title={A} year=2020}\n+@misc{a, title={A}, year=2020}\n" in printed.err
    assert printed.out.count("\n") == 1
    assert "[title-missing]" in printed.out
    assert path.read_text() == "% mine\n@misc{a, title={A}, year=2020}\n@misc{b, note={B}}\n"
    assert main(["check", "--fix", "refs.bib"]) == 0
    assert capsys.readouterr().err == ""
