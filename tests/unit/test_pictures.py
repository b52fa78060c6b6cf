"""The pictures of README and documentation: each is declared, shown, described, and small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from imagesize import get as size

import pictures

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MARKDOWN = re.compile(r"!\[([^\]]+)\]\([^)]*pictures/([\w-]+)\.png\)")
FIGURE = re.compile(r"\{figure\} \S*pictures/([\w-]+)\.png\n((?:\:.*\n)*)\n?(.*)")
LARGEST = 260_000  # bytes


def shown() -> dict[str, list[tuple[str, str]]]:
    """Name of a picture → the pages that show it, each with the words there."""
    found: dict[str, list[tuple[str, str]]] = {}
    for page in PAGES:
        text = page.read_text("utf-8")
        for words, name in MARKDOWN.findall(text):
            found.setdefault(name, []).append((page.name, words))
        for name, options, caption in FIGURE.findall(text):
            (alt,) = re.findall(r"^:alt: (.+)$", options, re.M)
            found.setdefault(name, []).append((page.name, f"{alt} {caption}"))
    return found


def test_every_picture_is_declared_and_shown() -> None:
    files = {path.stem for path in pictures.PICTURES.iterdir()}
    assert files == pictures.DECLARED.keys()
    assert shown().keys() == files


@pytest.mark.parametrize("name", pictures.DECLARED)
def test_a_picture_is_small_and_as_large_as_declared(name: str) -> None:
    path = pictures.PICTURES / f"{name}.png"
    assert path.stat().st_size < LARGEST
    shot = pictures.DECLARED[name]
    if isinstance(shot, pictures.Page):
        assert size(path) == (shot.width, shot.height)


@pytest.mark.parametrize("page", ["README.md", "docs/guide/index.md", "docs/gallery/index.md"])
def test_the_first_picture_is_of_the_fictional_person_and_says_so(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    first = re.search(r"[\w/.-]+\.(?:png|webp|svg)", text)
    assert first is not None
    assert first[0].endswith("pictures/demo-home.png")
    assert "fictional person" in text[: first.end() + 400]


def test_a_picture_is_unknown_by_another_name() -> None:
    with pytest.raises(SystemExit, match="portrait is unknown; pictures: demo-home, "):
        pictures.main("portrait")
