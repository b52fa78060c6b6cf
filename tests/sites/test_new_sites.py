"""Sites that ``sphinx-vitae new`` writes: they build as they are, in HTML, LaTeX and Typst."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_builder import ROOT, run_sphinx
from sphinx_vitae.cli import main

BUILDERS = ("html", "latex", "cvpdf")
NOTICE = ".vitae-examples"
#: Invented, with faults: a duplicate, a misspelt field, an unreadable date, no author.
FAULTY = """\
@article{one, author = {Lovelace, Ada and Babbage, Charles}, title = {One}, jounral = {Looms}, year = 1843}
@article{two, author = {A. Lovelace}, title = {Two}, journal = {Looms}, year = {soon}, doi = {10.5555/2}}
@article{again, author = {A. Lovelace}, title = {Two}, journal = {Looms}, year = 1844, doi = {10.5555/2}}
@misc{three, title = {Three}, howpublished = {javascript:alert(1)}, url = {javascript:alert(1)}}
@inproceedings{four, author = {Lovelace, Ada}, title = {Four}, booktitle = {Fair}, year = 1845, abbr = {F}}
@talk{five, title = {Five}, eventtitle = {Fair}, date = {1845-05}}
@news{six, title = {Six is out.}, date = {1845-06}, related = {four}}
"""


def new(folder: Path, *arguments: str) -> Path:
    assert main(["new", str(folder), "--yes", *arguments]) == 0
    return folder


def warnings(site: Path, builder: str, language: str = "") -> list[str]:
    """What a nitpicky build of a site warns of, below its folder."""
    out = site / "_build" / builder / language
    doctrees = site / "_build" / f"{builder}{language}.doctrees"
    _, said = run_sphinx(site, out, doctrees, builder, nitpicky=True, language=language)
    return [
        line.replace(f"{site}/", "")
        for line in said.splitlines()
        if re.search("(WARNING|ERROR|CRITICAL):", line)
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--name", "Lovelace, Ada", "--host", "github"), id="person"),
        pytest.param(("--name", "Lovelace, Ada", "--group"), id="group"),
        pytest.param(("--sample", "--host", "readthedocs"), id="sample"),
    ],
)
def test_a_new_site_builds_without_a_warning_in_three_formats(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    site = new(tmp_path / "site", *arguments)
    assert {builder: warnings(site, builder) for builder in BUILDERS} == {builder: [] for builder in BUILDERS}
    home = (site / "_build" / "html" / "index.html").read_text("utf-8")
    assert ("vitae-examples" in home) == ("--sample" not in arguments)
    assert (site / "_build" / "cvpdf" / "cv.pdf").read_bytes().startswith(b"%PDF")


def headings(site: Path, name: str) -> list[str]:
    page = BeautifulSoup((site / "_build/html" / name).read_text("utf-8"), "html.parser")
    return [heading.get_text().removesuffix("¶") for heading in page.select("article :is(h1, h2)")]


def test_the_sample_in_two_languages_builds_in_both(tmp_path: Path) -> None:
    site = new(tmp_path / "site", "--sample", "--language", "en,de", "--host", "github")
    assert warnings(site, "html") == []
    assert warnings(site, "html", "de") == []
    assert warnings(site, "cvpdf", "de") == []
    assert headings(site, "publications.html")[0] == "Publications"
    assert headings(site, "de/publications.html")[0] == "Publikationen"
    german = BeautifulSoup((site / "_build/html/de/cv.html").read_text("utf-8"), "html.parser")
    assert [link["href"] for link in german.select(".sidebar-drawer .vitae-languages a")] == ["../cv.html"]


def test_a_group_in_two_languages_has_its_title_and_texts_in_that_of_the_build(tmp_path: Path) -> None:
    bib = tmp_path / "one.bib"
    bib.write_text("@article{a, author={Lovelace, Ada}, title={Looms}, journaltitle={J}, date={1843}}")
    site = new(
        tmp_path / "site", "--name", "Lovelace, Ada", "--group", "--language", "en,de", "--bib", str(bib)
    )
    assert warnings(site, "html", "de") == []
    pages = {
        name: BeautifulSoup((site / f"_build/html/de/{name}.html").read_text("utf-8"), "html.parser")
        for name in ("index", "awards")
    }
    title = "Forschungsgruppe von Ada Lovelace"
    assert [tag.get_text().strip("¶") for tag in pages["index"].select("head title, h1")] == [title, title]
    assert pages["awards"].select("title")[0].get_text() == f"Auszeichnungen - {title}"
    assert [tag.get_text() for tag in pages["index"].select(".vitae-all")] == ["Alle Publikationen"]
    assert [tag.get_text() for tag in pages["awards"].select(".vitae-empty")] == ["Noch keine Einträge."]


@pytest.mark.parametrize("arguments", [("--sample",), ("--name", "Lovelace, Ada")], ids=["sample", "person"])
def test_a_site_in_german_has_headings_in_german(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    site = new(tmp_path / "site", *arguments, "--language", "german")
    assert warnings(site, "html") == []
    assert headings(site, "publications.html")[0] == "Publikationen"
    assert not (site / "locales").exists()


@pytest.mark.parametrize("host", ["github", "gitlab", "readthedocs"])
def test_each_host_builds_every_language(tmp_path: Path, host: str) -> None:
    site = new(tmp_path / "site", "--name", "Lovelace, Ada", "--language", "pt_BR,en,de", "--host", host)
    conf = (site / "conf.py").read_text("utf-8")
    if host == "readthedocs":
        assert 'vitae_languages = {"pt_BR": f"/pt-br/{_version}/", "en": f"/en/{_version}/"' in conf
        assert '{"pt-br": "pt_BR", "en": "en", "de": "de"}' in conf
        assert "Translations" in (site / ".readthedocs.yaml").read_text("utf-8")
        return
    assert 'vitae_languages = {"pt_BR": "/", "en": "/en/", "de": "/de/"}' in conf
    workflow = (site / (".github/workflows/site.yml" if host == "github" else ".gitlab-ci.yml")).read_text(
        "utf-8"
    )
    root = "_build/html" if host == "github" else "public"
    for language in ("en", "de"):
        assert f"-t pdf -D language={language} . {root}/{language}\n" in workflow
        assert f"cp _build/pdf/{language}/*.pdf {root}/{language}/\n" in workflow
    assert 'msgstr "Publications"' in (site / "locales/en/LC_MESSAGES/pages.po").read_text("utf-8")


@pytest.mark.parametrize(
    ("host", "file", "installs"),
    [
        ("github", ".github/workflows/site.yml", "--no-install-recommends fonts-noto-cjk fonts-noto-core\n"),
        ("gitlab", ".gitlab-ci.yml", "--no-install-recommends fonts-noto-cjk fonts-noto-core #"),
        ("readthedocs", ".readthedocs.yaml", "    - fonts-noto-cjk\n    - fonts-noto-core\n"),
    ],
)
def test_a_host_installs_the_fonts_of_the_languages_and_of_no_other(
    tmp_path: Path, host: str, file: str, installs: str
) -> None:
    site = new(tmp_path / "site", "--name", "Lovelace, Ada", "--language", "de,ja,he", "--host", host)
    assert installs in (site / file).read_text("utf-8")
    latin = new(tmp_path / "latin", "--name", "Lovelace, Ada", "--language", "de", "--host", host)
    assert "fonts" not in (latin / file).read_text("utf-8")


def test_with_ones_own_bibliography_the_build_warns_of_what_check_prints_and_of_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bib = tmp_path / "mine.bib"
    bib.write_text(FAULTY, "utf-8")
    site = new(tmp_path / "site", "--name", "Lovelace, Ada", "--bib", str(bib))
    capsys.readouterr()
    main(["check", "--verbose", "--owner", "Lovelace, Ada", str(site / "references.bib")])
    printed = [
        re.sub(r": (warning|error): ", ": ", line.replace(f"{site}/", "")).replace(" [", " [vitae.")
        for line in capsys.readouterr().out.splitlines()
        if ": note: " not in line
    ]
    assert len(printed) >= 4
    for builder in BUILDERS:
        said = [re.sub(r": (WARNING|ERROR): ", ": ", line) for line in warnings(site, builder)]
        assert sorted(said) == sorted(printed), builder


def test_the_notice_goes_from_every_page_with_the_last_example(tmp_path: Path) -> None:
    site = new(tmp_path / "site", "--name", "Lovelace, Ada")
    pages = site / "_build" / "html"
    assert warnings(site, "html") == []
    names = ("index", "cv", "teaching", "publications/example-article")
    assert all("vitae-examples" in (pages / f"{name}.html").read_text("utf-8") for name in names)
    path = site / "references.bib"
    path.write_text(path.read_text("utf-8").replace("Example: ", "").replace("example-", "my-"), "utf-8")
    assert warnings(site, "html") == []
    assert not any("vitae-examples" in page.read_text("utf-8") for page in pages.rglob("*.html"))


def test_a_photo_in_files_is_that_of_the_owner(tmp_path: Path) -> None:
    site = new(tmp_path / "site", "--name", "Lovelace, Ada")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="20"/></svg>'
    (site / "files" / "photo.svg").write_text(svg, "utf-8")
    assert warnings(site, "html") == []
    assert "_images/photo.svg" in (site / "_build" / "html" / "index.html").read_text("utf-8")


def test_this_repository_is_no_site_to_start_from() -> None:
    """What `new` writes needs nothing of the checkout: no path of it, and no file of its documentation."""
    texts = [
        path.read_text("utf-8") for path in (ROOT / "ext/sphinx_vitae/scaffold/templates").glob("*.jinja")
    ]
    assert len(texts) > 10
    assert not any(re.search(r"\.\./|docs/|tests/", text) for text in texts)
