"""The gallery as a whole: its bibliographies are sound, and its page leads to each document and its source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gallery_pages import GALLERY, addresses
from shared import Shared
from site_builder import ROOT, Built
from sphinx_vitae.cli import main

BIBLIOGRAPHIES = sorted(GALLERY.glob("*.bib"))
PAGES = sorted(
    path.stem for path in GALLERY.glob("*.md") if f"{path.stem}.bib" in {b.name for b in BIBLIOGRAPHIES}
)


@pytest.fixture(scope="session")
def sample(shared: Shared) -> Built:
    return shared.sample("html", "pdf")


@pytest.mark.parametrize("path", BIBLIOGRAPHIES, ids=lambda path: path.stem)
def test_a_bibliography_has_nothing_to_be_warned_of(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--strict", str(path)])
    assert (code, capsys.readouterr().out) == (0, "")


def test_no_two_files_share_a_key() -> None:
    files = [ROOT / "references.bib", *(ROOT / "docs").rglob("*.bib")]
    keys = [key for path in files for key in re.findall(r"^@\w+\{([^,\s]+),", path.read_text("utf-8"), re.M)]
    assert len(BIBLIOGRAPHIES) >= 2
    assert len(keys) > 150
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", PAGES)
def test_a_document_is_reached_and_shows_its_source(sample: Built, name: str) -> None:
    """On the page itself, or on a page that both lead to."""
    assert f"{name}.html" in addresses(sample.html("gallery/index.html"))
    shown = sample.all("pre", f"gallery/{name}.html")
    if (GALLERY / f"{name}-source.md").exists():
        assert f"{name}-source.html" in addresses(sample.html("gallery/index.html"))
        assert f"{name}-source.html" in addresses(sample.one("article", f"gallery/{name}.html"))
        shown += sample.all("pre", f"gallery/{name}-source.html")
    texts = [tag.get_text().strip() for tag in shown]
    for suffix in (".md", ".bib"):
        assert (GALLERY / f"{name}{suffix}").read_text("utf-8").strip() in texts


def test_the_site_of_the_owner_is_in_the_gallery_too(sample: Built) -> None:
    page = sample.html("gallery/index.html")
    assert {"../index.html", "../cv.html", "guyue-huang-source.html"} <= addresses(page)
    shown = [tag.get_text().strip() for tag in sample.all("pre", "gallery/guyue-huang-source.html")]
    docs = ROOT / "docs"
    for path in (
        ROOT / "references.bib",
        *(docs / f"{name}.md" for name in ("index", "cv", "talks", "projects")),
    ):
        assert path.read_text("utf-8").strip() in shown


def test_pdfs_are_offered_by_the_names_that_are_made(sample: Built) -> None:
    links = addresses(sample.html("gallery/index.html"))
    offered = {Path(link).stem for link in links if link.endswith(".pdf")}
    made = set(re.findall(r'"([\w-]+)\.tex"', (ROOT / "docs" / "conf.py").read_text("utf-8")))
    assert "cv-hanxian-huang" in offered
    assert offered <= made


def test_pages_without_the_pdf_do_not_offer_it(shared: Shared) -> None:
    assert "PDF" not in shared.sample("text").text("gallery/index.txt")
