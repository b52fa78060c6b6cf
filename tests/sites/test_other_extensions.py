"""Metadata beside that of other extensions: nothing is said twice, and nothing collides."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from page_heads import head_of
from png_files import png
from site_builder import Site

BASE = "https://example.org/ada/"
BIB = """\
@article{engine, author={Lovelace, Ada}, title={On "Engines" & <looms>}, journaltitle={J}, date={2024}, abstract={Engines compute.}}
@article{plain, author={Lovelace, Ada}, title={Plain}, journaltitle={J}, date={2023}}
"""


def site_with(site: Site, extension: str, module: str, **settings: object) -> Site:
    if importlib.util.find_spec(module.partition(".")[0]) is None:
        pytest.skip(f"{extension} is not installed")
    site.configure(
        extensions=["myst_parser", "sphinx_vitae", extension],
        html_baseurl=BASE,
        vitae_owner={"name": "Lovelace, Ada", "photo": "ada.png"},
        vitae_pages=True,
        **settings,
    )
    site.write("references.bib", BIB.replace("&", r"\&"))
    for name in ("engine.png", "ada.png"):
        (site.folder / name).write_bytes(png(400))
    site.write("index.md", "# Ada\n```{cv-header}\n```\n```{toctree}\nlist\nplain\n```\n")
    site.write("list.md", "# Works\n```{publications}\n```\n")
    site.write("plain.md", "# Plain\nSome words.\n")
    return site


@pytest.fixture
def opengraph(site: Site) -> Site:
    found = site_with(site, "sphinxext.opengraph", "sphinxext", ogp_site_url=BASE, vitae_files=["."])
    return found


def test_with_opengraph_nothing_is_said_twice(opengraph: Site) -> None:
    built = opengraph.build().folder
    for page in built.rglob("*.html"):
        names = [
            name
            for name in head_of(page).names()
            if name.startswith(("og:", "twitter:")) or name == "description"
        ]
        assert len(names) == len(set(names)), (page, names)


def test_opengraph_takes_type_description_and_picture_from_us(opengraph: Site) -> None:
    built = opengraph.build().folder
    head = head_of(built / "publications" / "engine.html")
    assert head.one("og:type") == "article"
    assert head.one("og:title") == 'On "Engines" & <looms>'
    assert head.one("og:description") == head.one("description") == "Engines compute."
    assert head.one("og:image") == f"{BASE}publications/engine.preview.png"
    assert head.one("og:url") == f"{BASE}publications/engine.html"
    assert head.one("og:site_name") == "Test"
    assert head.one("twitter:card") == "summary_large_image"
    other = head_of(built / "publications" / "plain.html")
    assert other.one("og:image") == f"{BASE}_images/ada.png"
    assert other.one("twitter:card") == "summary"
    assert head_of(built / "index.html").one("og:type") == "profile"
    assert head_of(built / "plain.html").one("og:description") == "Some words."


def test_what_a_page_says_to_opengraph_is_kept(opengraph: Site) -> None:
    opengraph.write("list.md", "---\nog:title: Mine\n---\n# Works\n```{publications}\n```\n")
    opengraph.write("plain.md", "---\nogp_disable: true\n---\n# Plain\n```{publications}\n:year: 2023\n```\n")
    built = opengraph.build().folder
    assert head_of(built / "list.html").one("og:title") == "Mine"
    assert head_of(built / "plain.html").names("og:") == []
    assert opengraph.build().written == []


@pytest.mark.filterwarnings("ignore:'sphinx.environment.BuildEnvironment.app'")  # its own
def test_a_sitemap_lists_pages_and_no_files(site: Site) -> None:
    site_with(site, "sphinx_sitemap", "sphinx_sitemap", sitemap_url_scheme="{link}", vitae_feeds=["all"])
    built = site.build().folder
    addresses = [
        element.text for element in ET.parse(built / "sitemap.xml").iter() if element.tag.endswith("loc")
    ]
    assert f"{BASE}publications/engine.html" in addresses
    assert all(str(address).endswith(".html") for address in addresses)


def test_a_page_not_found_says_nothing_of_a_work(site: Site) -> None:
    site_with(site, "notfound.extension", "notfound", vitae_feeds=["all"])
    built = site.build().folder
    head = head_of(Path(built) / "404.html")
    assert head.names("og:") == []
    assert head.data == []
    assert head.related("alternate") == []
