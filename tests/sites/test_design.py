"""The design of a site: the owner in the sidebar, the accent, and venues with a name, an address and a colour."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest

from site_builder import Built, Site

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>'
OWNER: dict[str, Any] = {
    "name": "Huang, Guyue",
    "headline": 'Architect & <b>"more"</b>',
    "affiliation": "NVIDIA",
    "address": "Santa Clara",
    "photo": "pictures/me.svg",
    "links": {
        "GitHub": "https://github.com/x",
        "GitHub of the lab": "https://github.com/lab",
        "CV": "cv.pdf",
        "IRC": "guyue",
    },
}
FURO: dict[str, Any] = {
    "html_theme": "furo",
    "html_title": "A site",
    "vitae_profile": True,
    "vitae_owner": OWNER,
}


@pytest.fixture
def designed(site: Site) -> Site:
    """Two pages, the second in a folder."""
    site.configure(**FURO)
    site.write("pictures/me.svg", SVG)
    site.write("index.md", "# P\n```{toctree}\nsub/other\n```\n")
    site.write("sub/other.md", "# O\n\nText.\n")
    return site


def preloaded(built: Built, name: str) -> list[str]:
    return [str(tag["href"]) for tag in built.all("link[rel=preload][as=font]", name)]


def test_the_owner_is_in_the_sidebar_of_every_page_with_all_details(designed: Site) -> None:
    built = designed.build()
    for name, up in (
        ("index.html", ""),
        ("sub/other.html", "../"),
        ("search.html", ""),
        ("genindex.html", ""),
    ):
        profile = ".sidebar-drawer .vitae-profile"
        home = built.one(f"{profile} .vitae-name a", name)
        assert (home.get_text(), home["href"]) == (
            "Guyue Huang",
            "#" if name == "index.html" else f"{up}index.html",
        )
        lines = [
            built.one(f"{profile} .vitae-{part}", name).get_text()
            for part in ("headline", "affiliation", "place")
        ]
        assert lines == ['Architect & <b>"more"</b>', "NVIDIA", "Santa Clara"]
        photo = built.one(f"{profile} img", name)
        assert (photo["src"], photo["alt"], photo["width"], photo["height"]) == (
            f"{up}_images/me.svg", "Guyue Huang", "400", "300",
        )  # fmt: skip
        assert built.one(f"{profile} .vitae-action", name)["href"] == f"{up}cv.pdf"
        assert not built.all(".sidebar-brand", name)
    assert (built.folder / "_images/me.svg").read_text("utf-8") == SVG
    assert not (built.folder / "_static/me.svg").exists()


def test_the_script_is_loaded_where_it_has_something_to_do(designed: Site) -> None:
    designed.write("references.bib", "@misc{k, title={T}, abstract={A.}}")
    designed.write("sub/other.md", "# O\n\n```{publications}\n:layout: feature\n```\n")
    designed.write("index.md", "# P\n```{toctree}\nsub/other\n```\n```{publications}\n:canonical:\n```\n")
    built = designed.build()
    assert built.all("script[src*='vitae.js']")
    assert built.all("link[href*='vitae.css']", "sub/other.html")
    assert not built.all("script[src*='vitae.js']", "sub/other.html")


def sheets(built: Built, page: str = "index.html") -> list[str]:
    """The names of the style sheets that a page loads, in their order."""
    found = built.all('link[rel="stylesheet"]', page)
    return [str(link["href"]).partition("?")[0].rpartition("/")[2] for link in found]


def test_a_page_loads_the_style_sheets_for_what_it_contains(designed: Site) -> None:
    designed.write(
        "references.bib", "@article{k, title={T}, author={Huang, Guyue}, journal={J}, year={2024}}"
    )
    designed.write("sub/other.md", "# O\n\n```{code-block} python\nx = 1\n```\n")
    designed.write(
        "index.md",
        "# P\n```{toctree}\nsub/other\n```\n```{publications-chart}\n```\n```{publications}\n:filterable:\n```\n",
    )
    designed.configure(**FURO | {"vitae_pages": True})
    built = designed.build()
    ours = ["vitae.css", "vitae-filter.css", "vitae-chart.css", "vitae-print.css", "vitae-site.css"]
    assert [name for name in sheets(built) if name.startswith("vitae")] == ours
    assert "vitae-work.css" in sheets(built, "publications/k.html")
    assert not {"vitae-filter.css", "vitae-chart.css"} & {*sheets(built, "publications/k.html")}
    assert "pygments.css" in sheets(built, "sub/other.html")
    assert "pygments.css" not in sheets(built)
    assert all(link["media"] == "print" for link in built.all("link[href*='vitae-print.css']"))
    assert all((built.folder / "_static" / name).is_file() for name in ours)
    assert "/*" not in built.text("_static/vitae.css")


def test_tabs_show_the_initials_of_the_owner_in_the_accent_unless_the_site_has_an_icon(
    designed: Site,
) -> None:
    designed.configure(**FURO | {"vitae_accent": "yellow"})
    icon = unquote(str(designed.build().one("link[rel~=icon]", "sub/other.html")["href"]))
    assert ">GH</text>" in icon
    assert 'fill="#FFFF00"' not in icon, "white letters need a dark ground"
    designed.configure(**FURO | {"vitae_owner": OWNER | {"name": "毛"}})
    built = designed.build(expect=("vitae.owner-unknown",))
    assert ">毛</text>" in unquote(str(built.one("link[rel~=icon]")["href"]))
    designed.write("icon.svg", SVG)
    designed.configure(**FURO | {"html_favicon": "icon.svg"})
    assert [str(link["href"]).partition("?")[0] for link in designed.build().all("link[rel~=icon]")] == [
        "_static/icon.svg"
    ]


def test_a_second_link_with_the_same_icon_and_text_that_is_no_link_are_words(designed: Site) -> None:
    ways = designed.build().all(".vitae-profile .vitae-ways > li")
    assert [" ".join(way.get_text().split()) for way in ways] == ["GitHub", "GitHub of the lab", "IRC: guyue"]
    assert [bool(way.find("svg")) for way in ways] == [True, False, False]


def test_fonts_are_preloaded_by_what_a_page_holds_and_are_there(designed: Site) -> None:
    designed.write("sub/other.md", "# O\n\n*Ł*\n")
    built = designed.build()
    assert preloaded(built, "index.html") == [
        "_static/fonts/vitae-serif-latin.woff2", "_static/fonts/vitae-sans-latin.woff2",
    ]  # fmt: skip
    fonts = preloaded(built, "sub/other.html")
    assert len(fonts) == 6
    assert all((built.folder / "sub" / font).is_file() for font in fonts)
    assert (built.folder / "_static/fonts/OFL.txt").is_file()


def test_pages_are_written_again_when_what_they_show_of_the_owner_changes(designed: Site) -> None:
    designed.build()
    assert designed.build().written == []
    designed.write("pictures/me.svg", SVG.replace("300", "400"))
    built = designed.build()
    assert built.one(".vitae-profile img", "sub/other.html")["height"] == "400"
    designed.configure(**FURO | {"vitae_owner": OWNER | {"headline": "Another"}})
    built = designed.build()
    assert built.texts(".vitae-profile .vitae-headline", "sub/other.html") == ["Another"]
    designed.configure(**FURO | {"vitae_accent": "teal"})
    built = designed.build()
    assert "--vitae-accent: #008080" in built.text("sub/other.html")
    designed.configure(**FURO | {"vitae_profile": False})
    built = designed.build()
    assert not built.all(".vitae-profile", "sub/other.html")
    assert built.texts(".sidebar-brand-text", "sub/other.html") == ["A site"]
    assert "vitae-site.css" not in built.text("sub/other.html")


def test_a_group_has_the_title_of_its_site_in_the_sidebar(designed: Site) -> None:
    designed.configure(**FURO | {"vitae_owner": [OWNER, "Dai, Guohao"]})
    built = designed.build()
    assert built.texts(".vitae-profile .vitae-name") == ["A site"]
    assert not built.all(".vitae-profile :is(img, .vitae-headline, .vitae-ways)")


@pytest.mark.parametrize(
    ("values", "expect"),
    [
        (
            {"html_theme": "basic"},
            "vitae_profile requires the 'furo' theme, but html_theme is 'basic'; it was ignored; "
            "show the owner on a page with the cv-header directive [vitae.config]",
        ),
        ({"vitae_owner": None}, "vitae_profile is True, but vitae_owner is not set [vitae.owner-missing]"),
        (
            {"vitae_owner": OWNER | {"photo": "gone.png"}},
            "vitae_owner contains 'gone.png' for 'photo', which does not exist; write its path, relative to the source folder",
        ),
        (
            {"vitae_profile": "yes"},
            "vitae_profile is 'yes'; it must be True or False; the default, False, was used",
        ),
        ({"vitae_accent": "</style>"}, "vitae_accent contains '</style>'; it must be a colour"),
    ],
)
def test_what_has_no_effect_is_a_warning_and_the_site_is_built(
    designed: Site, values: dict[str, Any], expect: str
) -> None:
    designed.configure(**FURO | values)
    built = designed.build(expect=(expect,))
    assert built.texts("h1")
    assert "</style></style>" not in built.text("index.html")
    assert not built.all(".vitae-profile img") or "vitae_accent" in values


def test_variables_and_sidebars_of_the_site_override_those_of_the_design(designed: Site) -> None:
    variables = {
        "light_css_variables": {"color-brand-primary": "#123456"},
        "dark_css_variables": {"font-stack": "serif"},
    }
    sidebars = {"index": ["sidebar/brand.html"]}
    designed.configure(**FURO, html_theme_options=variables, html_sidebars=sidebars)
    built = designed.build()
    head = built.text("index.html")
    assert ":root:root body { --color-brand-primary: #123456 }" in head
    assert ":root:root body[data-theme=dark] { --font-stack: serif }" in head
    assert not built.all(".sidebar-drawer .vitae-profile")
    assert built.all(".sidebar-drawer .vitae-profile", "sub/other.html")


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "epub"])
def test_other_builders_for_html_have_it_too_except_a_book(designed: Site, builder: str) -> None:
    designed.configure(**FURO, epub_show_urls="no", copyright="me")
    built = designed.build(builder)
    if builder == "epub":
        assert "vitae-profile" not in built.text("index.xhtml")
        assert not (built.folder / "_static/fonts").exists()
        return
    name, up = ("sub/other/index.html", "../../") if builder == "dirhtml" else ("index.html", "")
    assert built.one(".vitae-profile img", name)["src"] == f"{up}_images/me.svg"
    assert built.one(".vitae-profile .vitae-action", name)["href"] == f"{up}cv.pdf"
    assert (built.folder / "_images/me.svg").is_file()


def test_a_template_of_the_site_replaces_ours_and_is_reported_once_if_it_fails(designed: Site) -> None:
    designed.configure(**FURO, templates_path=["own"])
    own = "own/vitae/html/profile.html.jinja"
    designed.write(own, '<p class="own">{{ name }}</p>')
    assert designed.build().texts(".sidebar-drawer .own", "sub/other.html") == ["Guyue Huang"]
    designed.write(own, "{{ nobody.name }}")
    built = designed.build(
        expect=("the template for the profile failed: UndefinedError: 'nobody' is undefined (line 1",)
    )
    assert built.texts(".sidebar-brand-text", "sub/other.html") == ["A site"]


VENUES = {
    "MICRO": {"name": "Microarchitecture <&>", "url": "https://example.org/?a=1&b=2", "color": "teal"},
    "SC": {"name": "Supercomputing", "url": "https://example.org/sc"},
}
WORKS = r"""
@inproceedings{full, title={Full}, author={Huang, Guyue}, booktitle={Own Name}, abbr={MICRO}, date={2023}, doi={10.1000/1}}
@inproceedings{bare, title={Bare}, author={Huang, Guyue}, abbr={MICRO}, date={2022}}
@article{other, title={Other}, author={Huang, Guyue}, abbr={SC20}, date={2020}}
@talk{talk, title={Talk}, author={Huang, Guyue}, abbr={SC}, date={2019}}
"""


def test_a_venue_gives_what_an_entry_lacks_and_no_more(site: Site) -> None:
    site.configure(vitae_venues=VENUES)
    site.write("references.bib", WORKS)
    site.write(
        "index.md",
        "# P\n```{publications}\n:layout: tagged\n:show: venue, bibtex\n```\n```{talks}\n```\n"
        "```{publications}\n:layout: ieee\n```\n",
    )
    built = site.build()
    tags = built.all("#pub-full, #pub-bare, #pub-other")
    found = [tag.select_one(".vitae-key") for tag in tags]
    assert [(tag["href"], tag["title"], tag.get("style", "")) for tag in found if tag] == [
        ("https://doi.org/10.1000/1", "Own Name", "--vitae-venue: #008080"),
        ("https://example.org/?a=1&b=2", "Microarchitecture <&>", "--vitae-venue: #008080"),
        ("https://example.org/sc", "Supercomputing", ""),
    ]
    assert [tag.select_one(".vitae-venue").get_text().split(",")[0] for tag in tags] == [
        "Own Name", "Microarchitecture <&>", "Supercomputing",
    ]  # fmt: skip
    assert "Supercomputing" in built.one("#talk-talk").get_text()
    assert "in Microarchitecture <&>, 2022" in built.texts(".vitae-reference > li")[1]
    assert "Microarchitecture" not in built.one("#pub-bare pre").get_text(), "as it was written"
