"""Sites of other programs, moved by ``sphinx-vitae new --from``: they build, and what was not moved is reported."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from old_sites import FILES, FOLDERS, PDF, write_all, write_site
from services import services
from site_builder import run_sphinx
from sphinx_vitae.cli import main

#: Of the invented sites, one work has no author.
FAULT = "2020purl: @inproceedings has no author; add author = {…} [vitae.field-missing]"


def moved(site: Path, *sources: Path, more: tuple[str, ...] = ()) -> Path:
    named = [word for source in sources for word in ("--from", str(source))]
    assert main(["new", str(site), "--yes", *named, *more]) == 0
    return site


def warnings(site: Path, builder: str = "html") -> list[str]:
    """What a nitpicky build says."""
    _, said = run_sphinx(
        site, site / "_build" / builder, site / "_build" / f"{builder}.doctrees", builder, nitpicky=True
    )
    return [
        line.split("WARNING: ")[-1]
        for line in said.splitlines()
        if re.search("(WARNING|ERROR|CRITICAL):", line)
    ]


def test_six_sites_as_one_build_with_what_check_says_and_nothing_else(tmp_path: Path) -> None:
    sources = write_all(tmp_path / "old")
    before = {path: path.read_bytes() for path in (tmp_path / "old").rglob("*") if path.is_file()}
    site = moved(tmp_path / "new", *sources)
    assert warnings(site) == [FAULT]
    html = site / "_build" / "html"
    home = (html / "index.html").read_text("utf-8")
    assert "I weave." in home
    assert "root:" not in home  # the page would have included /etc/passwd
    assert "photo.png" in home
    page = (html / "news" / "two.html").read_text("utf-8")
    assert 'href="../projects/loom.html"' in page
    assert "roe2021.pdf" in page
    assert (html / "publications" / "roe2021weaving.html").exists()
    assert "Ann Poe" in (html / "members.html").read_text("utf-8")
    assert "Wool" in (html / "cv.html").read_text("utf-8")
    assert "Stitches" in (html / "talks.html").read_text("utf-8")
    assert "First" in (html / "blog.html").read_text("utf-8")
    assert {path: path.read_bytes() for path in (tmp_path / "old").rglob("*") if path.is_file()} == before


@pytest.mark.thorough("each program alone; the test above has all of them in one site")
@pytest.mark.parametrize("name", [*FOLDERS, *FILES])
@pytest.mark.parametrize("builder", ["html", "latex", "cvpdf"])
def test_each_site_builds_alone_in_three_formats(tmp_path: Path, name: str, builder: str) -> None:
    if name in FILES:
        source = tmp_path / name
        source.write_text(FILES[name], "utf-8")
    else:
        source = write_site(tmp_path / name, FOLDERS[name])
    site = moved(tmp_path / "new", source)
    assert warnings(site, builder) == ([FAULT] if name == "academicpages" else [])


def test_the_report_names_counts_losses_works_to_complete_and_samples(tmp_path: Path) -> None:
    site = moved(tmp_path / "new", write_site(tmp_path / "old", FOLDERS["academicpages"]))
    report = (site / "migration.md").read_text("utf-8")
    assert "- 2 publications\n- 1 talk\n- 1 course\n- 1 project\n- 2 pages\n- 4 files\n" in report
    assert "$ sphinx-vitae import doi:10.5555/purl.1 --into references.bib\n" in report
    assert "### `_portfolio/hat.md`\n\n- `body`: `{: .notice}`\n" in report
    assert "- `_publications/2009-10-01-paper-title-number-1.md`" in report
    assert "migration.md" in (site / "conf.py").read_text("utf-8")


def test_old_addresses_of_works_and_pages_lead_to_pages_that_exist(tmp_path: Path) -> None:
    site = moved(tmp_path / "new", write_site(tmp_path / "old", FOLDERS["academicpages"]))
    assert warnings(site) == [FAULT]
    html = (site / "_build" / "html").resolve()
    redirects = json.loads((site / "redirects.json").read_text("utf-8"))
    assert {"publication/knit/index", "talks/stitches/index", "links/index"} <= set(redirects)
    for old, new in redirects.items():
        target, _, anchor = new.partition("#")
        page = (html / old).parent / target
        assert page.resolve().is_file(), (old, new)
        assert f'id="{anchor}"' in page.resolve().read_text("utf-8") if anchor else True


def test_files_are_found_by_the_key_of_their_entry(tmp_path: Path) -> None:
    site = moved(tmp_path / "new", write_site(tmp_path / "old", FOLDERS["academicpages"]))
    assert (site / "files" / "moe2019knit.pdf").read_bytes() == PDF


def test_upgrade_sees_no_difference_in_a_site_that_was_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = moved(tmp_path / "new", write_site(tmp_path / "old", FOLDERS["quarto"]))
    capsys.readouterr()
    assert main(["upgrade", str(site)]) == 0
    assert capsys.readouterr().out == ""


def test_a_bib_file_is_a_source_too_and_a_state_is_kept_for_a_file_that_was_imported(tmp_path: Path) -> None:
    csl = tmp_path / "works.json"
    csl.write_text(
        '[{"type": "book", "title": "Looms", "author": [{"family": "Roe", "given": "Jane"}]}]', "utf-8"
    )
    site = moved(tmp_path / "new", csl, more=("--name", "Roe, Jane"))
    assert "title = {Looms}" in (site / "references.bib").read_text("utf-8")
    assert json.loads((site / "references.import.json").read_text("utf-8"))
    bib = tmp_path / "mine.bib"
    bib.write_bytes(b"@book{a, author = {Roe, Jane}, title = {A}, publisher = {P}, year = 2000}\r\n% end")
    other = moved(tmp_path / "other", bib, more=("--name", "Roe, Jane"))
    assert (other / "mine.bib").read_bytes() == bib.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--from", "nowhere"), "nowhere does not exist; a source is a file"),
        (("--from", "."), "is not the folder of a site of al-folio"),
        (("--from", "broken.yaml"), "broken.yaml cannot be read: it is not valid YAML in line 1"),
    ],
)
def test_a_source_that_cannot_be_used_is_one_sentence_and_writes_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.yaml").write_text("cv: [", "utf-8")
    assert main(["new", "new", "--yes", "--name", "Roe, Jane", *arguments]) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1
    assert not Path("new").exists()


def test_no_request_is_made_without_online_and_with_it_works_are_completed(tmp_path: Path) -> None:
    source = write_site(tmp_path / "old", FOLDERS["academicpages"])
    answer = {
        "type": "paper-conference",
        "title": "Purl Alone",
        "author": [{"family": "Moe", "given": "Max"}],
        "issued": {"date-parts": [[2020]]},
        "DOI": "10.5555/purl.1",
    }
    with services() as running:
        running.answer("/10.5555/purl.1", json.dumps(answer))
        moved(tmp_path / "offline", source, more=tuple(running.options()))
        assert running.paths == []
        site = moved(tmp_path / "online", source, more=("--online", *running.options()))
        assert running.paths == ["/10.5555/purl.1"]
    text = (site / "references.bib").read_text("utf-8")
    assert text.count("{Purl Alone}") == 1
    assert "author = {Moe, Max},\n  title = {Purl Alone}" in text or text.count("{Moe, Max}") == 2
    assert "## Works to complete" not in (site / "migration.md").read_text("utf-8")


def test_a_monthly_import_is_written_only_if_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = ("--name", "Roe, Jane", "--host", "github")
    workflow = Path(".github", "workflows", "import.yml")
    assert not (moved(tmp_path / "a", more=named) / workflow).exists()
    site = moved(tmp_path / "b", more=(*named, "--monthly", "https://orcid.org/0000-0002-1825-0097"))
    text = (site / workflow).read_text("utf-8")
    assert "run: sphinx-vitae import orcid:0000-0002-1825-0097 --into references.bib --write" in text
    assert main(["upgrade", str(site)]) == 0
    for words in (("--monthly", "x; rm"), ("--monthly", "orcid:0000-0002-1825-0097", "--host", "gitlab")):
        assert main(["new", str(tmp_path / "c"), "--yes", *named, *words]) == 2
    said = capsys.readouterr().err
    assert "x; rm is not a service" in said
    assert "--monthly needs --host github" in said
