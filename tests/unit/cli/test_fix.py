"""``check --fix``: the file is replaced as a whole or not at all, and every change is announced."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_vitae.cli import main
from sphinx_vitae.cli.replacement import replace_file

PACKAGES = Path(__file__).parents[3] / "ext"
WRONG = "% mine\n@misc{a, title={A} year=2020}\n@misc{b, note={B}}\n"
RIGHT = "% mine\n@misc{a, title={A}, year=2020}\n@misc{b, note={B}}\n"


@pytest.fixture
def refs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "refs.bib"
    path.write_text(WRONG)
    return path


def test_the_file_is_fixed_the_change_is_shown_and_what_is_left_is_printed(
    refs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--fix", "refs.bib"]) == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("refs.bib:2: fixed: a: comma added after title\n")
    assert "-@misc{a, title={A} year=2020}\n+@misc{a, title={A}, year=2020}\n" in printed.err
    assert printed.out.count("\n") == 1
    assert "[title-missing]" in printed.out
    assert refs.read_text() == RIGHT
    assert main(["check", "--fix", "refs.bib"]) == 0
    assert capsys.readouterr().err == ""


def test_mode_mark_and_line_ends_stay(refs: Path) -> None:
    refs.write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    refs.chmod(0o640)
    main(["check", "--fix", "refs.bib"])
    assert refs.read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(refs.stat().st_mode) == 0o640
    assert [path.name for path in refs.parent.iterdir()] == ["refs.bib"]


def test_a_link_stays_and_what_it_leads_to_is_fixed(refs: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    real = refs.rename(tmp_path / "folder" / "real.bib")
    refs.symlink_to(Path("folder", "real.bib"))
    main(["check", "--fix", "refs.bib"])
    assert refs.is_symlink()
    assert real.read_text() == RIGHT


@pytest.mark.parametrize("step", ["fsync", "fdopen"])
def test_a_full_disk_leaves_the_file_as_it_was(
    refs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    main(["check", "--fix", "refs.bib"])
    assert refs.read_text() == WRONG
    assert [path.name for path in refs.parent.iterdir()] == ["refs.bib"]
    assert capsys.readouterr().err == "refs.bib: not fixed: No space left on device\n"


def test_whoever_stops_it_finds_the_old_file(refs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(self: Path, target: Path) -> None:
        assert refs.read_text() == WRONG
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        replace_file(refs, b"new")
    assert refs.read_text() == WRONG
    assert [path.name for path in refs.parent.iterdir()] == ["refs.bib"]


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_fixed(
    refs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.bib"
    other.write_text(WRONG)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "refs.bib")
    assert main(["check", "--fix", "refs.bib", "other.bib", "gone.bib"]) == 1
    assert refs.read_text() == WRONG
    assert other.read_text() == RIGHT
    assert capsys.readouterr().err.startswith(
        "refs.bib: not fixed: the file is read-only\nother.bib:2: fixed: "
    )


def test_a_file_that_cannot_be_written_back_is_refused(
    refs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = WRONG.encode().replace(b"{A}", b"{\x81}")
    refs.write_bytes(content)
    main(["check", "--fix", "refs.bib"])
    assert refs.read_bytes() == content
    printed = capsys.readouterr()
    assert printed.err == "refs.bib: not fixed: some bytes are not characters in Windows-1252\n"
    assert "refs.bib:2: warning: this line contains a byte" in printed.out


def test_macros_of_the_other_files_count(refs: Path, tmp_path: Path) -> None:
    refs.write_text("@misc{a, title={A}, note=later}\n")
    (tmp_path / "strings.bib").write_text("@string{Later = {L}}\n")
    main(["check", "--fix", "refs.bib", "strings.bib"])
    assert refs.read_text() == "@misc{a, title={A}, note=later}\n"


def test_output_in_another_encoding_and_control_characters_do_no_harm(refs: Path) -> None:
    refs.write_bytes("@misc{k\x1b[2J, title={Ö}\n year=2020}\n@misc{b, titel={Ä}}\n".encode())
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(PACKAGES)}
    command = [sys.executable, "-m", "sphinx_vitae", "check", "--fix", "refs.bib"]
    run = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    assert b"Traceback" not in run.stderr
    assert b"\x1b" not in run.stdout + run.stderr
    assert b"-@misc{k\\x1b[2J, title={" in run.stderr
