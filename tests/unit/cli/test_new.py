"""``sphinx-vitae new`` and ``upgrade``: what they write, what they refuse, and what they leave behind."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_vitae.cli import main
from sphinx_vitae.scaffold import RECORD

ROOT = Path(__file__).resolve().parents[3]
BIB = """\
@string{j = {Journal of Looms}}
@article{one, author = {Lovelace, Ada and Babbage, C.}, title = {One}, journal = j, year = 1843}
@article{two, author = {A. Lovelace}, title = {Two}, journal = j, year = 1842}
@position{p, title = {Analyst}, organization = {Engine House}, date = {1840/}}
"""


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "mine.bib"
    path.write_bytes(BIB.replace("\n", "\r\n").encode() + b"% \xe9 is Latin-1\r\n")
    return path


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_person_without_a_bibliography_gets_examples_in_their_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert main(["new", str(site), "--name", "Lovelace, Ada", "--yes"]) == 0
    assert {"conf.py", "index.md", "publications.md", "talks.md", "awards.md", "cv.md"} <= names(site)
    assert {"grants.md", "teaching.md", "students.md"} <= names(site)
    assert {"references.bib", "people.yaml", "requirements.txt", ".gitignore", "README.md"} <= names(site)
    text = (site / "references.bib").read_text("utf-8")
    types = re.findall(r"^@(\w+)\{example-", text, re.M)
    assert types == ["article", "talk", "award", "grant", "teaching", "student"]
    assert text.count("title        = {Example: ") == len(types)
    assert text.count("{Lovelace, Ada") == len(types) - 1  # the student is somebody else
    said = capsys.readouterr().out
    assert "check: " in said
    assert "python -m sphinx" in said


def test_conf_py_is_short_and_each_setting_is_explained(tmp_path: Path) -> None:
    for host in ("github", "gitlab", "readthedocs", "none"):
        for more in ([], ["--group"]):
            site = tmp_path / f"{host}{len(more)}"
            main(["new", str(site), "--name", "Lovelace, Ada", "--yes", "--host", host, *more])
            lines = (site / "conf.py").read_text("utf-8").splitlines()
            assert len(lines) <= 30
            settings = [line for line in lines if line.startswith("vitae_")]
            assert all("  # " in line for line in settings if not line.endswith("{"))
            compile("\n".join(lines), "conf.py", "exec")


def test_the_bibliography_is_copied_byte_for_byte_and_decides_the_pages(tmp_path: Path, bib: Path) -> None:
    site = tmp_path / "site"
    assert main(["new", str(site), "--name", "Lovelace, Ada", "--bib", str(bib), "--yes"]) == 0
    assert (site / "references.bib").read_bytes() == bib.read_bytes()
    assert "grants.md" not in names(site)
    assert "{activities} position" in (site / "cv.md").read_text("utf-8")
    conf = (site / "conf.py").read_text("utf-8")
    assert '"aliases": ["Lovelace, A."]' in conf
    assert str(tmp_path) not in "".join(
        path.read_text("utf-8", "replace") for path in site.rglob("*") if path.is_file()
    )


def test_what_a_cloned_repository_holds_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "LICENSE").write_text("MIT")
    (tmp_path / ".gitignore").write_text("*.log")
    assert main(["new", str(tmp_path), "--name", "Lovelace, Ada", "--yes"]) == 0
    assert (tmp_path / "README.md").read_text() == "mine"
    assert (tmp_path / ".gitignore").read_text() == "*.log"
    assert (tmp_path / "conf.py").exists()


@pytest.mark.parametrize("name", ["notes.txt", ".github", "conf.py", "readmes.md"])
def test_any_other_file_keeps_it_from_writing(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text("mine")
    assert main(["new", str(tmp_path), "--name", "Lovelace, Ada", "--yes"]) == 2
    assert names(tmp_path) == {name}
    assert name in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes"], "--name"),
        (["--name", "", "--yes"], "empty"),
        (
            ["--name", "Lovelace, Ada", "--language", "en,germn", "--yes"],
            "'germn' is unknown; did you mean german?",
        ),
        (["--sample", "--language", "xx"], "the language 'xx' is unknown; write codes: --language en,de"),
        (["--sample", "--language", ","], "no language is given"),
        (["--name", 'Ada"; import os', "--yes"], "letters"),
        (["--name", "Lovelace, {Ada}", "--yes"], "letters"),
        (["--name", "Lovelace, Ada", "--bib", "absent.bib", "--yes"], "absent.bib cannot be read"),
        (
            ["--name", "Smyth, Ada", "--bib", "BIB", "--yes"],
            '"Smyth, Ada" does not appear in any entry of BIB',
        ),
        (["--name", "Lovelace, Ada", "--bib", "EMPTY", "--yes"], "does not contain any entries"),
    ],
)
def test_what_it_cannot_use_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, bib: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    empty = tmp_path / "empty.bib"
    empty.write_text("nothing")
    before = names(tmp_path)
    real = {"BIB": str(bib), "EMPTY": str(empty)}
    assert main(["new", str(tmp_path / "site"), *[real.get(word, word) for word in arguments]]) == 2
    error = capsys.readouterr().err
    assert said.replace("BIB", str(bib)) in error
    assert error.count("\n") == 1
    assert names(tmp_path) == before
    assert not (tmp_path / "site").exists()


def test_a_name_that_is_nobodys_names_the_nearest(
    tmp_path: Path, bib: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", str(tmp_path / "site"), "--name", "Lovelase, Ada", "--bib", str(bib), "--yes"])
    assert "Lovelace, Ada" in capsys.readouterr().err


def test_a_file_in_the_place_of_the_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").write_text("")
    assert main(["new", str(tmp_path / "site"), "--name", "Lovelace, Ada", "--yes"]) == 2
    assert main(["new", str(tmp_path / "site" / "below"), "--name", "Lovelace, Ada", "--yes"]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_nothing_is_left_when_writing_fails_half_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    rename, moved = Path.rename, []

    def failing(self: Path, target: Path) -> Path:
        moved.append(self)
        if len(moved) > 5:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    assert main(["new", str(tmp_path), "--name", "Lovelace, Ada", "--yes"]) == 2
    assert "No space left" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [".git"]


def test_nothing_of_a_sample_person_is_in_a_site_of_another_name(tmp_path: Path, bib: Path) -> None:
    for arguments in ([], ["--bib", str(bib)], ["--group", "--host", "github"]):
        site = tmp_path / f"site{len(arguments)}"
        main(["new", str(site), "--name", "Lovelace, Ada", "--yes", *arguments])
        texts = [
            path.read_text("utf-8", "replace")
            for path in site.rglob("*")
            if path.suffix != ".whl" and path.is_file()
        ]
        assert not re.search("guyue|huang|lindqvist", "\n".join(texts), re.I)


def terminal(folder: Path, *typed: bytes) -> tuple[int, str]:
    """Run ``new`` at a terminal; type something whenever it asks. Return the exit code and what is shown."""
    process, screen = pty.fork()
    if process == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test run in the background ignores it
        os.chdir(folder.parent)
        environment = os.environ | {"PYTHONPATH": str(ROOT / "ext")}
        os.execve(sys.executable, [sys.executable, "-m", "sphinx_vitae", "new", str(folder)], environment)
    shown, waiting = b"", list(typed)
    try:
        while True:
            if select.select([screen], [], [], 0.5)[0]:
                shown += os.read(screen, 4096)
                if waiting and shown.endswith((b": ", b"] ")):
                    os.write(screen, waiting.pop(0))
            elif not waiting and typed[-1] in {b"\x03", b"\x04"} and b"nothing was written" not in shown:
                os.write(screen, typed[-1])  # a key that came just before the question waited for one
    except OSError:  # the terminal is closed
        pass
    os.close(screen)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode("utf-8", "replace")


def test_at_a_terminal_it_asks_four_questions_and_again_what_it_cannot_read(
    tmp_path: Path, bib: Path
) -> None:
    code, shown = terminal(
        tmp_path / "site", b"Lovelace, Ada\n", b"perhaps\n", b"group\n", f"{bib}\n".encode(), b"github\n"
    )
    assert code == 0, shown
    assert shown.count("[") >= 3
    assert "write person or group" in shown
    assert (tmp_path / "site" / "members.md").exists()
    assert (tmp_path / "site" / ".github" / "workflows" / "site.yml").exists()
    assert (tmp_path / "site" / "references.bib").read_bytes() == bib.read_bytes()


@pytest.mark.parametrize("last", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("answered", [[], [b"Lovelace, Ada\n"], [b"Lovelace, Ada\n", b"\n", b"\n"]], ids=len)
def test_an_interrupted_question_leaves_nothing(tmp_path: Path, answered: list[bytes], last: bytes) -> None:
    code, shown = terminal(tmp_path / "site", *answered, last)
    assert code == 130, shown
    assert "nothing was written" in shown
    assert "Traceback" not in shown
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device is one of Linux")
def test_output_that_cannot_be_written_is_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx_vitae", "new", "--name", "Lovelace, Ada", "--yes"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "ext")}
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [*command, tmp_path / "one"],
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (run.returncode, run.stderr.count("\n")) == (1, 1), run.stderr
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [*command, tmp_path / "two"],
        env=environment,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (run.returncode, run.stderr) == (1, "")
    assert (tmp_path / "two" / "conf.py").exists()


def test_upgrade_shows_what_it_would_write_differently_and_changes_nothing(
    tmp_path: Path, bib: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    main(["new", str(site), "--name", "Lovelace, Ada", "--bib", str(bib), "--host", "github", "--yes"])
    (site / "conf.py").write_text("# mine\n")  # what its owner changed does not matter
    capsys.readouterr()
    assert main(["upgrade", str(site)]) == 0
    assert capsys.readouterr().out == ""
    known = json.loads((site / RECORD).read_text("utf-8"))
    known["files"][".github/workflows/site.yml"] = known["files"][".github/workflows/site.yml"].replace(
        "actions/checkout@v", "actions/checkout@v0"
    )
    (site / RECORD).write_text(json.dumps(known), "utf-8")
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert main(["upgrade", str(site)]) == 1
    shown = capsys.readouterr().out
    assert "-      - uses: actions/checkout@v0" in shown
    assert "+      - uses: actions/checkout@v" in shown
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_upgrade_of_anything_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", str(tmp_path)]) == 2
    (tmp_path / RECORD).write_text("{}")
    assert main(["upgrade", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 2
