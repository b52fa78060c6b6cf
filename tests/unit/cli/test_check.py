"""The command line: every problem on a line, and an exit code that a script can rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_vitae.cli import main

PACKAGES = Path(__file__).parents[3] / "ext"
FINE = "@article{a,\n author={Huang, Guyue}, title={A}, journal={J}, year=2020,\n}\n"
GAPS = "@article{b, author={Huang, Guyue}, title={B}, year=2020}\n"
NO_JOURNAL = (
    "@article has no journal; add journal = {…}; if it is not in a journal, change the type to "
    "@inproceedings or @incollection (add booktitle), @book (add publisher), @techreport (add institution), "
    "@phdthesis or @mastersthesis (add school), or @misc for anything else"
)
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
    line = f"refs.bib:1: warning: b: {NO_JOURNAL} [field-missing]\n"
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
        "gone.bib:1: error: does not exist; its folder contains refs.bib [file-missing]\n",
    )


def test_a_name_near_the_one_that_is_not_there_is_given(check) -> None:  # type: ignore[no-untyped-def]
    _, printed = check(FINE, "res.bib")
    assert printed == "res.bib:1: error: does not exist; did you mean 'refs.bib'? [file-missing]\n"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("@article{a, jounral={J}, author={X, Y}, title={T}, year=2020}", "a: unknown field jounral; did you mean journal?"),
        ("@article{a, journal={J}, author={X, Y}, title={T}, yaer=2020}", "a: unknown field yaer; did you mean year?"),
        ("@phdthesis{a, author={X, Y}, title={T}, year=2020}", "a: @phdthesis has no school; add school = {…}"),
        ("@article{a, author={X, Y}, title={T}, date=2020, journaltitle={J}}\n@article{b, author={X, Y}, title={U}, date=2020}",
         "b: " + NO_JOURNAL.replace("journal;", "journaltitle;").replace("journal =", "journaltitle =")
             .replace("@phdthesis or @mastersthesis (add school)", "@thesis (add institution)")
             .replace("@techreport", "@report")),
        ("@artcile{a, journal={J}, author={X, Y}, title={T}, year=2020}",
         "a: unknown entry type @artcile; the entry is printed like @misc; did you mean @article?"),
        ("@article{y; title={T}, journal={J}, author={X, Y}, year=2020}",
         "y: “;” follows the key instead of a comma; write @article{y,"),
        ('@article{y, title="Quotes "inside" here", journal={J}, author={X, Y}, year=2020}',
         "y: the value of title is in quotes, but also contains quotes; write title = {…}, with braces around the value"),
        ("@misc{smith2020, title={T}}@misc{smith2023, title={U}}@misc{a, title={V}, related={smith2002}}",
         "a: related refers to 'smith2002', which is not in the files checked; did you mean 'smith2020'?"),
        ("@misc{smith2020, title={T}}@misc{smith2023, title={U}}@misc{a, title={V}, note={\\cite{smith2002}}}",
         "a: note cites 'smith2002', which is not in the files checked; did you mean 'smith2020'?"),
        ("@article{a, journal={\\nope{J}}, author={X, Y}, title={T}, year=2020}",
         "a: journal: unknown LaTeX command \\nope; its argument is printed; "
         "remove \\nope, or write a known command, such as \\emph, instead"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_message_in_the_words_of_the_file(check, entry: str, message: str) -> None:  # type: ignore[no-untyped-def]
    _, printed = check(entry + "\n")
    lines = [line.partition(": ")[2].partition(": ")[2].rpartition(" [")[0] for line in printed.splitlines()]
    assert lines == [message]


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
            "message": NO_JOURNAL.partition("; ")[0],
            "fix": NO_JOURNAL.partition("; ")[2],
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
    assert (code, printed) == (0, "refs.bib:2: note: a: file: neither shown nor exported [field-private]\n")


def test_a_wrong_command_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["chekc"])
    assert stopped.value.code == 2
    assert "usage: sphinx-vitae" in capsys.readouterr().err


def test_github_gets_annotations(check) -> None:  # type: ignore[no-untyped-def]
    _, printed = check(GAPS.replace("{B}", "{100% \\nope{B}}"), "--format", "github")
    assert printed.splitlines() == [
        "::warning file=refs.bib,line=1,title=markup-unknown::b: title: unknown LaTeX command \\nope; its argument is"
        " printed; remove \\nope, or write a known command, such as \\emph, instead",
        f"::warning file=refs.bib,line=1,title=field-missing::b: {NO_JOURNAL}",
    ]


def test_more_than_twenty_of_one_code_are_counted(check) -> None:  # type: ignore[no-untyped-def]
    many = "".join(GAPS.replace("{b,", f"{{b{n},").replace("{B}", f"{{B{n}}}") for n in range(25))
    many += FINE.replace("{a,", "{f,")  # one that has a journal, so that it is no habit of the file
    _, printed = check(many)
    lines = printed.splitlines()
    assert len(lines) == 21
    assert lines[-1] == (
        "refs.bib:21: warning: 5 more problems of this kind in this file; --verbose lists them [field-missing]"
    )
    assert check(many, "--verbose")[1].count("[field-missing]") == 25
    assert len(json.loads(check(many, "--format", "json")[1])) == 25
    assert check(many, "--format", "github")[1].count("\n") == 25


def test_private_fields_are_one_note_a_file(check) -> None:  # type: ignore[no-untyped-def]
    private = FINE.replace("year=2020", "year=2020, file={/home/me/a.pdf}")
    other = private.replace("{a,", "{b,").replace("{A}", "{B}").replace("file", "owner")
    _, printed = check(private + other)
    assert printed == (
        "refs.bib:2: note: 2 entries have private fields (file, owner), which are neither shown nor exported;"
        " --verbose lists them [field-private]\n"
    )
    assert check(private + other, "--verbose")[1].count("[field-private]") == 2


def test_nothing_of_a_file_moves_the_cursor(check) -> None:  # type: ignore[no-untyped-def]
    _, printed = check("@article{k\x1b[2J\u202e, author={X, Y}, title={T}, year=2020}\n")
    assert "\x1b" not in printed
    assert "\u202e" not in printed


def test_it_works_without_sphinx_docutils_and_imagesize(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(GAPS)
    code = (
        "import sys\n"
        "for name in ('sphinx', 'docutils', 'imagesize', 'jinja2', 'markupsafe', 'pybtex'): sys.modules[name] = None\n"
        "from sphinx_vitae.cli import main\n"
        f"sys.exit(main(['check', {str(tmp_path / 'refs.bib')!r}]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGES, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "[field-missing]" in run.stdout


def test_the_folders_of_files_come_from_conf_py_without_running_it(check, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    entry = "@misc{k, title = {T},\n pdf = {rain.pdf}}\n"
    (tmp_path / "docs" / "papers").mkdir(parents=True)
    (tmp_path / "docs" / "papers" / "rain.pdf").write_bytes(b"%PDF")
    assert "which is not in the folder of the bibliography" in check(entry)[1]
    assert check(entry, "--files", "docs/papers") == (0, "")
    conf = tmp_path / "docs" / "conf.py"
    conf.write_text('vitae_files = ["papers"]\nraise SystemExit("executed")\n', "utf-8")
    assert check(entry) == (0, "")
    assert "which is not in papers or the folder" in check(entry.replace("rain", "snow"))[1]
    for useless in ("vitae_files = folders()\n", "vitae_files = [\n", "project = 'P'\n"):
        conf.write_text(useless, "utf-8")
        assert "which is not in the folder of the bibliography" in check(entry)[1]


def test_a_folder_of_the_site_that_does_not_exist_is_a_problem(check, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "conf.py").write_text('vitae_files = ["gone"]', "utf-8")
    assert check(FINE)[1] == (
        "refs.bib:1: warning: vitae_files contains 'gone': No such file or directory; its files are not linked [config]\n"
    )


def test_a_folder_of_the_command_line_that_does_not_exist_is_refused(check, capsys) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SystemExit):
        check(FINE, "--files", "gone")
    assert "gone is not a folder" in capsys.readouterr().err


def test_a_link_to_itself_is_not_its_own_suggestion(check, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "rain.bib").symlink_to("rain.bib")
    assert (
        "rain.bib:1: error: is a link to a file that does not exist; its folder contains refs.bib [file-missing]\n"
        in (check(FINE, "rain.bib")[1])
    )
