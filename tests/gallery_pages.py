"""One page of the gallery, built without the rest of the site; and how facts are looked up in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from bs4 import Tag

from site_builder import ROOT, Built, Site, build_strictly

__all__ = ["GALLERY", "addresses", "build_page", "entry", "in_order", "one", "plain", "words"]

GALLERY = ROOT / "docs" / "gallery"


def build_page(folder: Path, name: str) -> Built:
    """The page ``name`` and its source, with the settings that docs/conf.py has for it."""
    site = Site(folder)
    (folder / "gallery").mkdir()
    for file in (f"{name}.md", f"{name}-source.md", f"{name}.bib"):
        shutil.copy(GALLERY / file, folder / "gallery")
    shutil.copy(ROOT / "docs" / "people.yaml", folder)
    site.write("index.md", f"# Home\n\n```{{toctree}}\ngallery/{name}\n```\n")
    site.configure(
        bibtex_bibfiles=["references.bib", f"gallery/{name}.bib"],
        vitae_bibfiles=["references.bib"],
        vitae_people="people.yaml",
        myst_enable_extensions=["colon_fence", "deflist"],
    )
    return build_strictly(folder, folder / "_build", "html")


def plain(text: str) -> str:
    """As facts are written: one line, straight quotes, ordinary spaces."""
    return " ".join(text.replace("’", "'").replace("\u00a0", " ").split())


def words(tag: Tag) -> str:
    """The text of an element, with a space where another element begins or ends, but before no punctuation."""
    return re.sub(r" (?=[,.;:)])", "", plain(tag.get_text(" "))).replace("( ", "(")


def addresses(tag: Tag) -> set[str]:
    return {str(a["href"]) for a in tag.select("a[href]")}


def one(tag: Tag, selector: str) -> Tag:
    """The only element that matches."""
    found = tag.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]


def entry(page: Tag, selector: str, title: str) -> Tag:
    """The only element of these whose title is this."""
    found = [
        tag
        for tag in page.select(selector)
        if (heading := tag.select_one(".vitae-title")) and plain(heading.get_text()) == title
    ]
    assert len(found) == 1, f"{title!r}: {len(found)} found"
    return found[0]


def in_order(parts: Iterable[str], text: str) -> list[str]:
    """The parts that do not stand in the text behind those before them."""
    missing, position = [], 0
    for part in parts:
        found = text.find(part, position)
        if found < 0:
            missing.append(part)
        else:
            position = found + len(part)
    return missing
