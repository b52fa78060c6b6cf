"""Icons of links to people."""

from __future__ import annotations

from pathlib import Path

import pytest

import sphinx_vitae
from sphinx_vitae.render.templating import icons

FOLDER = Path(sphinx_vitae.__file__).parent / "icons"


@pytest.mark.parametrize(
    ("label", "url", "name"),
    [
        ("Email", "mailto:a@example.org", "mail"),
        ("Phone", "tel:+1555", "phone"),
        ("Code", "https://github.com/example", "github"),
        ("Page", "https://example.github.io/", "world"),
        ("Citations", "https://scholar.google.de/citations?user=x", "googlescholar"),
        ("DBLP", "https://dblp.uni-trier.de/pid/1", "dblp"),
        ("Code", "https://gitlab.example.edu/me", "gitlab"),
        ("Mastodon", "https://example.social/@me", "mastodon"),
        ("Web", "https://example.org", "world"),
        ("Lab", "https://example.org/lab", ""),
        ("Lab", "https://github.com.example.org/", ""),
        ("Lab", "https://notgithub.com/", ""),
        ("", "", ""),
    ],
)
def test_an_address_has_the_icon_of_its_host_or_else_of_its_label(label: str, url: str, name: str) -> None:
    assert icons.icon_of(label, url) == name


def test_every_name_that_links_can_have_is_a_file_and_every_file_is_drawn() -> None:
    named = {
        *icons._SCHEMES.values(),
        *icons._BY_DOMAIN.values(),
        *icons._BY_HOST.values(),
        *icons._BY_WORD.values(),
    }
    files = {path.stem for path in FOLDER.rglob("*.svg")}
    assert named <= files
    for name in files:
        drawn = icons.icon(name)
        assert drawn.startswith('<svg class="vitae-icon" viewBox="0 0 24 24"')
        assert '<path d="' in drawn
        assert 'aria-hidden="true"' in drawn
        assert "M0 0h24v24H0z" not in drawn, "the square around the icons of Tabler"


def test_a_name_without_a_file_draws_nothing() -> None:
    assert icons.icon("none") == ""
