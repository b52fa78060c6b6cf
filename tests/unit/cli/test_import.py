"""``sphinx-vitae import``: what it shows, asks and writes, and how it ends."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from services import Reply, Services, services
from sphinx_vitae.cli import main

ROOT = Path(__file__).resolve().parents[3]
WORK = "@article{DBLP:journals/acta/Roe2%d, author={Ann Roe}, title={Loom Number %d}, journal={Acta}, pages={%s}, year={202%d}, doi={10.1000/%d}}\n"


def dblp(*pages: str) -> Reply:
    return Reply("".join(WORK % (n, n, page, n, n) for n, page in enumerate(pages, 1)), "text/plain")


@pytest.fixture
def host() -> Iterator[Services]:
    with services() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that an import would have made."""
    slept: list[float] = []
    monkeypatch.setattr("sphinx_vitae.imports.web.time.sleep", slept.append)
    return slept


def run(host: Services, *words: str) -> int:
    return main(["import", *words, *host.options()])


def test_without_a_terminal_it_shows_a_diff_and_a_summary_and_writes_nothing(
    folder: Path, host: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2", "3--4"))
    assert run(host, "dblp:1/2") == 0
    printed = capsys.readouterr()
    assert "--- references.bib\n+++ references.bib (after the import)\n" in printed.out
    assert "+@article{roe2021loom,\n+  author = {Roe, Ann},\n" in printed.out
    assert printed.out.endswith(
        "new: roe2021loom: Loom Number 1 (dblp:1/2)\n"
        "new: roe2022loom: Loom Number 2 (dblp:1/2)\n"
        "2 new entries, 0 changed, 0 unchanged\n"
        "Nothing was written. To write the changes, add --write.\n"
    )
    assert printed.err == ""
    assert list(folder.iterdir()) == []


def test_write_makes_the_file_and_the_state_and_a_second_run_changes_nothing(
    folder: Path, host: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2", "3--4"))
    assert run(host, "dblp:1/2", "--write") == 0
    assert sorted(path.name for path in folder.iterdir()) == ["references.bib", "references.import.json"]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    capsys.readouterr()
    assert run(host, "dblp:1/2", "--write") == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before
    assert capsys.readouterr().out == "0 new entries, 0 changed, 2 unchanged\n"


def test_write_leaves_what_you_wrote_and_lists_what_it_would_replace(
    folder: Path, host: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2"), dblp("5--6"))
    run(host, "dblp:1/2", "--write")
    mine = Path("references.bib").read_text().replace("{1--2}", "{1--3}")
    Path("references.bib").write_text(mine)
    capsys.readouterr()
    assert run(host, "dblp:1/2", "--write") == 0
    assert capsys.readouterr().out == (
        "proposed: roe2021loom: pages: “1--3” → “5--6” (dblp:1/2)\n"
        "0 new entries, 0 changed, 0 unchanged, 1 proposed change to what you wrote\n"
        "Proposed changes were not written. To see them again, run the command in a terminal with --again.\n"
    )
    assert Path("references.bib").read_text() == mine
    run(host, "dblp:1/2")
    assert capsys.readouterr().out == "0 new entries, 0 changed, 1 unchanged\n"
    run(host, "dblp:1/2", "--again")
    assert capsys.readouterr().out.startswith("proposed: roe2021loom: pages: “1--3” → “5--6” (dblp:1/2)\n")


def test_another_file_keeps_its_byte_order_mark_line_endings_and_mode(folder: Path, host: Services) -> None:
    path = Path("own.bib")
    path.write_bytes("\ufeff% Mine\r\n@misc{a,\r\n  title = {Ä},\r\n}\r\n".encode())
    path.chmod(0o640)
    host.answer("/10.1000/9", '{"DOI": "10.1000/9", "title": "T", "type": "dataset"}')
    assert run(host, "doi:10.1000/9", "--into", "own.bib", "--write") == 0
    content = path.read_bytes()
    assert content.startswith(
        "\ufeff% Mine\r\n@misc{a,\r\n  title = {Ä},\r\n}\r\n\r\n@dataset{t,\r\n".encode()
    )
    assert content.count(b"\n") == content.count(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o640
    assert Path("own.import.json").exists()


def test_a_source_that_fails_is_one_sentence_and_the_others_are_used(
    folder: Path, host: Services, waits: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2"))
    host.answer("/10.1000/8", Reply(status=503))
    Path("half.json").write_text('[{"title": "A')
    assert run(host, "doi:10.1000/8", "half.json", "pmid:7", "dblp:1/2", "--write") == 1
    assert capsys.readouterr().err.splitlines() == [
        "sphinx-vitae import: doi:10.1000/8: 127.0.0.1 is not available (503), even at the third attempt; try again later",
        "sphinx-vitae import: file:half.json: the file is not valid JSON in line 1",
        "sphinx-vitae import: pmid:7: 127.0.0.1 does not know this identifier; check the spelling",
    ]
    assert "roe2021loom" in Path("references.bib").read_text()
    assert waits


def test_if_every_source_fails_nothing_is_written(
    folder: Path, host: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("references.bib").write_text("@misc{a, title={A}}\n")
    assert run(host, "pmid:7", "--write") == 1
    assert capsys.readouterr().err.endswith("no works were found, and nothing was changed\n")
    assert Path("references.bib").read_text() == "@misc{a, title={A}}\n"
    assert not Path("references.import.json").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["dplp:1/2"], "dplp:1/2 is not a source; did you mean 'dblp'?"),
        (
            ["nofile.bib"],
            "nofile.bib does not exist; a source is a file, or an identifier such as dblp:12/3456",
        ),
        (["pmid:1", "--mailto", "me\nX: y"], "is not an e-mail address"),
        (["references.bib"], "references.bib is the bibliography itself"),
        (["pmid:1", "--into", "nowhere/a.bib"], "the folder nowhere does not exist"),
        (["pmid:1", "--into", "."], ". cannot be read: Is a directory"),
        (["pmid:1", "--into", "broken.bib"], "broken.import.json: it is not valid JSON, line 1"),
        (
            ["other.bib", "--into", "latin.bib"],
            "latin.bib is Windows-1252, not UTF-8; convert it with sphinx-vitae check --fix latin.bib",
        ),
    ],
)
def test_a_wrong_command_is_one_sentence_and_exit_code_2(
    folder: Path, host: Services, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("references.bib").write_text("@misc{a, title={A}}\n")
    Path("other.bib").write_text("@misc{b, title={B}}\n")
    Path("latin.bib").write_bytes(b"@misc{a, title={\xe4}}\n")
    Path("broken.import.json").write_text("{")
    assert run(host, *words, "--write") == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert host.asked == []


def test_a_file_that_changes_meanwhile_is_not_overwritten(
    folder: Path, host: Services, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2"))
    Path("references.bib").write_text("@misc{a, title={A}}\n")
    monkeypatch.setattr(
        "sphinx_vitae.cli.imports.summary", lambda _: [Path("references.bib").write_text("% new\n")]
    )
    assert run(host, "dblp:1/2", "--write") == 1
    assert "has changed in the meantime; nothing was written" in capsys.readouterr().err
    assert Path("references.bib").read_text() == "% new\n"


def test_a_folder_that_cannot_be_written_is_one_sentence(
    folder: Path, host: Services, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sphinx_vitae.cli.imports.write_file", full)
    host.answer("/pid/1/2.bib", dblp("1--2"))
    assert run(host, "dblp:1/2", "--write") == 1
    assert "references.bib cannot be written: No space left on device" in capsys.readouterr().err


def test_what_a_service_sends_cannot_move_the_cursor(
    folder: Path, host: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    host.answer("/10.1000/9", '{"DOI": "10.1000/9", "title": "A\\u001b[2J\\u202eB", "type": "book"}')
    run(host, "doi:10.1000/9")
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err
    assert "\u202e" not in printed.out + printed.err


def test_half_a_character_in_an_answer_stops_nothing(folder: Path, host: Services) -> None:
    host.answer(
        "/10.1000/9",
        '{"DOI": "10.1000/9", "id": "\\ud800", "title": "A\\ud800B", "author": [{"family": "R\\udfffe"}], "URL": "https://x/\\ud800"}',
    )
    assert run(host, "doi:10.1000/9", "--write") == 0
    assert "title = {AB}" in Path("references.bib").read_text()


def test_the_address_of_the_user_is_sent_with_each_request(folder: Path, host: Services) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2"))
    run(host, "dblp:1/2", "--mailto", "ann.roe@example.org")
    assert host.asked[0][1]["User-Agent"].endswith("; mailto:ann.roe@example.org)")


def test_what_takes_longer_than_a_second_says_so(
    folder: Path, host: Services, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ticks = iter(range(100))
    monkeypatch.setattr("sphinx_vitae.cli.import_sources.time.monotonic", lambda: float(next(ticks)))
    host.answer("/pid/1/2.bib", dblp("1--2"))
    run(host, "dblp:1/2")
    assert capsys.readouterr().err == "dblp:1/2: sending requests; this can take minutes …\n"


# ---- At a terminal --------------------------------------------------------------------------------------


def terminal(folder: Path, host: Services, *typed: str) -> tuple[int, str]:
    """Run an import at a terminal; answer its questions. Return the exit code and what is shown."""
    process, screen = pty.fork()
    if process == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test run in the background ignores it
        os.chdir(folder)
        environment = os.environ | {"PYTHONPATH": str(ROOT / "ext"), "COLUMNS": "200"}
        command = [sys.executable, "-m", "sphinx_vitae", "import", "dblp:1/2", *host.options()]
        os.execve(sys.executable, command, environment)
    shown, waiting, idle = b"", list(typed), 0
    try:
        while True:
            if select.select([screen], [], [], 0.2)[0]:
                shown, idle = shown + os.read(screen, 4096), 0
            elif waiting and shown.endswith(b"] "):
                os.write(screen, waiting.pop(0).encode())
            else:
                idle += 1
                assert idle < 300, shown.decode()  # it waits for an answer to a question that is not expected
    except OSError:  # the terminal is closed
        pass
    os.close(screen)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()


def test_at_a_terminal_all_changes_are_written_or_none(folder: Path, host: Services) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2", "3--4"))
    code, shown = terminal(folder, host, "none\n")
    assert (code, list(folder.iterdir())) == (0, [])
    code, shown = terminal(folder, host, "perhaps\n", "all\n")
    assert code == 0, shown
    assert "write all, each or none" in shown
    assert Path("references.bib").read_text().count("@") == 2


def test_at_a_terminal_each_change_is_asked_for_and_a_refusal_is_remembered(
    folder: Path, host: Services
) -> None:
    host.answer(
        "/pid/1/2.bib", dblp("1--2", "3--4"), dblp("1--2", "3--4"), dblp("5--6", "3--4"), dblp("5--6", "3--4")
    )
    terminal(folder, host, "each\n", "no\n", "yes\n")
    text = Path("references.bib").read_text()
    assert ("roe2021loom" in text, "roe2022loom" in text) == (False, True)
    Path("references.bib").write_text(text.replace("3--4", "3--9"))
    code, shown = terminal(folder, host)
    assert code == 0
    assert (
        "0 new entries, 0 changed, 1 unchanged, 1 deleted or refused earlier (--again offers them again)"
        in shown
    )


def test_at_a_terminal_a_change_to_what_you_wrote_is_asked_for_by_itself(
    folder: Path, host: Services
) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2"), dblp("5--6"), dblp("5--6"))
    main(["import", "dblp:1/2", "--write", *host.options()])
    mine = Path("references.bib").read_text().replace("1--2", "1--9")
    Path("references.bib").write_text(mine)
    code, shown = terminal(folder, host, "yes\n")
    assert code == 0
    assert "The following changes would replace what you wrote." in shown
    assert Path("references.bib").read_text() == mine.replace("1--9", "5--6")


def test_an_interrupted_question_writes_nothing(folder: Path, host: Services) -> None:
    host.answer("/pid/1/2.bib", dblp("1--2"))
    code, shown = terminal(folder, host, "\x03")
    assert (code, list(folder.iterdir())) == (130, [])
    assert "interrupted; nothing was written" in shown
