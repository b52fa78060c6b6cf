"""The demo of the gallery: what ``sphinx-vitae new --sample`` writes, with a banner, beside the pages that link to it."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import demo
from gallery_pages import addresses
from shared import Shared
from site_builder import ROOT, Built, build_strictly
from sphinx_vitae.cli import main

ADDED = demo.ADDED.read_text("utf-8")
SAMPLE = ROOT / "ext" / "sphinx_vitae" / "scaffold" / "sample"
ICONS = ROOT / "ext" / "sphinx_vitae" / "icons"


def build(folder: Path) -> None:
    demo.write(folder / "source", ADDED)
    build_strictly(folder / "source", folder, "html")


@pytest.fixture(scope="session")
def built(shared: Shared) -> Built:
    """The demo, built without a warning."""
    return Built(shared.folder("demo", build) / "html", "", [])


@pytest.fixture(scope="session")
def source(built: Built) -> Path:
    return built.folder.parent / "source"


@pytest.fixture(scope="session")
def docs(shared: Shared) -> Built:
    return shared.sample("html", "pdf")


def pages(site: Built) -> list[str]:
    return sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html"))


def target(page: str, address: str) -> str:
    """Where a link on a page leads, from the top of the site; links to other sites lead to no file."""
    parts = urlsplit(address)
    inside = "" if parts.scheme or parts.netloc else unquote(parts.path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), inside))


def test_it_is_the_site_that_new_writes_with_lines_of_the_gallery_behind_its_settings(
    source: Path, tmp_path: Path
) -> None:
    assert main(["new", str(tmp_path / "site"), "--sample", "--yes"]) == 0
    written = {p.relative_to(tmp_path / "site"): p for p in (tmp_path / "site").rglob("*") if p.is_file()}
    assert len(written) > 20
    for name, path in written.items():
        added = f"\n{ADDED}".encode() if name == Path("conf.py") else b""
        assert (source / name).read_bytes() == path.read_bytes() + added, name


def test_its_bibliography_has_nothing_to_be_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--strict", "--owner", "Lindqvist, Maja", str(SAMPLE / "references.bib")])
    assert (code, capsys.readouterr().out) == (0, "")


def test_every_page_says_that_the_person_is_fictional_and_leads_back(built: Built, docs: Built) -> None:
    assert len(pages(built)) > 20
    for page in pages(built):
        banner = built.one(".announcement", page)
        assert "is a fictional person" in banner.get_text(), page
        targets = [target(f"gallery/demo/{page}", address) for address in addresses(banner)]
        assert len(targets) == 2
        assert all((docs.folder / each).is_file() for each in targets), (page, targets)


def test_the_address_of_the_demo_is_below_the_gallery(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", "https://docs.example.org/en/latest/")
    build(tmp_path)
    home = Built(tmp_path / "html", "", []).one("link[rel=canonical]")
    assert home["href"] == "https://docs.example.org/en/latest/gallery/demo/index.html"


def test_links_of_the_documentation_to_the_demo_lead_somewhere(built: Built, docs: Built) -> None:
    """The PDF, which is not built here, is linked from the demo itself."""
    linked = {target(page, address) for page in pages(docs) for address in addresses(docs.html(page))}
    found = {each.removeprefix("gallery/demo/") for each in linked if each.startswith("gallery/demo/")}
    assert {"index.html", "publications/ice2024.html", "cv.pdf"} <= found
    assert [name for name in sorted(found - {"cv.pdf"}) if not (built.folder / name).is_file()] == []
    assert "cv.pdf" in addresses(built.html())


def test_the_gallery_shows_its_source(docs: Built) -> None:
    shown = [tag.get_text().strip() for tag in docs.all("pre", "gallery/demo-source.html")]
    texts = [path for path in SAMPLE.iterdir() if path.is_file()]
    assert len(texts) > 6
    for path in texts:
        assert path.read_text("utf-8").strip() in shown, path.name


def test_it_has_what_the_gallery_promises(built: Built) -> None:
    cards = built.all(".vitae-feature > li")
    assert len(cards) == 4
    assert all(card.select_one(".vitae-tag") and card.select_one("img") for card in cards)
    assert built.one(".vitae-profile .vitae-photo")["src"]
    assert [len(built.all(".vitae-news li", page)) for page in ("index.html", "news.html")] == [2, 5]
    assert len(built.texts(".vitae-feature .vitae-summary")) == 4
    numbers = built.texts(".vitae-list .vitae-number, .vitae-list .vitae-key", "publications.html")
    assert len(numbers) >= 12
    assert len(built.all(".vitae-person img, .vitae-people img", "group.html")) == 6


def test_every_file_of_the_sample_is_shown(built: Built) -> None:
    text = "".join(built.text(page) for page in pages(built))
    files = {path.name for path in (SAMPLE / "files").iterdir()}
    assert len(files) == 10
    assert [name for name in sorted(files) if not re.search(rf"{Path(name).stem}[\w.]*\.svg", text)] == []


def test_every_icon_is_shown(built: Built) -> None:
    text = "".join(built.text(page) for page in pages(built))
    outlines = {
        path.stem: max(re.findall(r'\bd="([^"]+)"', path.read_text("utf-8")), key=len)
        for path in ICONS.rglob("*.svg")
    }
    assert [name for name, outline in outlines.items() if outline not in text] == []
