"""A site in furo with ``vitae_profile``: fonts, colours, the owner in the sidebar, and the measures of its pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sphinx_vitae
from browser.test_look import FAINT, OURS, PAGES, PROFILE, boxes, unfold
from sphinx_vitae.extension.files.style_sheets import compact

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from browser.test_look import Visit

pytestmark = pytest.mark.browser

STATIC = Path(sphinx_vitae.__file__).parent
SHIFTS = """
    window.shifts = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
"""
#: From black to white, and the most vivid.
ACCENTS = (
    "black", "white", "yellow", "lime", "cyan", "magenta", "red", "blue", "hotpink", "gold", "#7f7f7f",
)  # fmt: skip


@pytest.fixture
def load(browser: BrowserContext, served: Callable[[str], str]) -> Callable[..., tuple[Page, list[str]]]:
    """Load a page of the site from a server: the tab, and the addresses of the fonts that it loads."""

    def load_page(
        name: str, width: int, *, dark: bool = False, uncached: bool = False
    ) -> tuple[Page, list[str]]:
        page = browser.new_page()
        if uncached:
            browser.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        fonts: list[str] = []
        page.on("requestfinished", lambda r: fonts.append(r.url) if r.url.endswith(".woff2") else None)
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.add_init_script(SHIFTS)
        page.goto(f"{served(PROFILE)}/{name}.html", wait_until="networkidle")
        return page, fonts

    return load_page


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (400, False), (1280, True)])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_while_a_page_loads(
    load: Callable[..., tuple[Page, list[str]]], name: str, width: int, dark: bool
) -> None:
    page, fonts = load(name, width, dark=dark)
    if page.evaluate(
        "shifts"
    ):  # A browser that has just started can be late once; a page that moves does so again.
        page, fonts = load(name, width, dark=dark, uncached=True)
    assert page.evaluate("shifts") == 0
    assert fonts
    preloaded = page.evaluate("[...document.querySelectorAll('link[rel=preload][as=font]')].map(e => e.href)")
    assert sorted(fonts) == sorted(preloaded), "a font that arrives later than the text is not used"
    page.close()


@pytest.mark.parametrize(("name", "most"), [("publications", 120_000), ("forms", 260_000)])
def test_fonts_are_few_and_small(load: Callable[..., tuple[Page, list[str]]], name: str, most: int) -> None:
    """Within Latin-1, and with the letters beyond."""
    page, fonts = load(name, 1280)
    assert page.evaluate("document.body.innerText.search(/[\\u0100-\\u02ba]/) >= 0") == (name == "forms")
    assert sum(len(page.request.get(font).body()) for font in fonts) <= most
    families = page.evaluate(
        "['h1', '.vitae-title', '.vitae-names'].map(s => getComputedStyle(document.querySelector(s)).fontFamily)"
    )
    assert [family.split(",")[0] for family in families] == ['"Vitae Serif"', '"Vitae Serif"', '"Vitae Sans"']
    page.close()


def test_compact_style_sheets_have_the_same_rules(browser: BrowserContext) -> None:
    page = browser.new_page()
    rules = """css => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s*([,>(){};])\\s*/g, "$1").replace(/: /g, ":"));
    }"""
    for path in (*STATIC.glob("static/*.css"), *STATIC.glob("site_static/*.css")):
        css = path.read_text("utf-8")
        assert page.evaluate(rules, css) == page.evaluate(rules, compact(css)), path.name
    page.close()


@pytest.mark.parametrize("width", [1009, 1024, 1072, 1100])
def test_the_owner_is_shown_once_beside_the_page_on_windows_of_medium_width(
    load: Callable[..., tuple[Page, list[str]]], width: int
) -> None:
    page, _ = load("index", width)
    photos = page.locator(".vitae-photo:visible, .vitae-header > .vitae-headline:visible")
    assert photos.count() == page.locator(".vitae-profile > .vitae-photo").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_closed_drawers_cannot_be_reached_with_the_keyboard(
    load: Callable[..., tuple[Page, list[str]]],
) -> None:
    page, _ = load("index", 400)
    inside = "document.querySelector('.sidebar-drawer').contains(document.activeElement)"
    focused = []
    for _step in range(8):
        page.keyboard.press("Tab")
        focused.append(page.evaluate(inside))
    assert not any(focused)
    page.locator("label.nav-overlay-icon, .nav-overlay-icon label").first.click()
    page.wait_for_timeout(400)
    assert page.locator(".sidebar-drawer .sidebar-search").is_visible()
    page.locator(".sidebar-drawer .sidebar-search").focus()
    assert page.evaluate(inside)
    page.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_is_readable_in_any_accent_and_any_colour_of_a_venue(visit: Visit, dark: bool) -> None:
    for name in ("index", "work", "cv"):
        page = visit(PROFILE, name, dark=dark)
        unfold(page)
        for accent in ACCENTS:
            page.evaluate(
                """(colour) => {
                    document.body.style.setProperty("--vitae-accent", colour);
                    document.querySelectorAll(".vitae-tag").forEach(e => e.style.setProperty("--vitae-venue", colour));
                }""",
                accent,
            )
            faint = page.evaluate(FAINT, f"{OURS}, .vitae-profile, .sidebar-tree, p, h1, h2")
            assert faint["seen"] > 20
            assert faint["found"] == [], f"{accent} on {name}"


def test_seven_whole_entries_are_on_a_screen(visit: Visit) -> None:
    page = visit(PROFILE, "publications")
    assert len([entry for entry in boxes(page, ".vitae-card > .vitae-entry") if entry["bottom"] <= 800]) >= 7


def test_the_owner_is_in_the_sidebar_of_every_page_and_once_on_the_screen(visit: Visit) -> None:
    for name in (*PAGES, "search"):
        page = visit(PROFILE, name)
        profile = page.locator(".sidebar-drawer .vitae-profile")
        assert profile.locator(".vitae-name").inner_text() == "Maja Lindqvist"
        photo = profile.locator("img")
        assert photo.evaluate("e => e.naturalWidth") > 0
        assert photo.get_attribute("alt") == "Maja Lindqvist"
        icons = profile.locator(".vitae-way").all()
        assert [icon.text_content() for icon in icons] == ["Email", "ORCID"]
        assert all(icon.locator("svg").bounding_box() for icon in icons)
        assert profile.locator(".vitae-word").all_inner_texts() == ["Software"], "an address without an icon"
        assert profile.locator(".vitae-action").get_attribute("href") == "cv.pdf"
        assert not page.locator(".vitae-header .vitae-photo:visible").count()
    page = visit(PROFILE, "index", width=400)
    assert page.locator(".vitae-header .vitae-photo").is_visible()
    assert not page.locator(".vitae-profile .vitae-name").is_visible() or page.evaluate(
        "document.querySelector('.sidebar-drawer').getBoundingClientRect().right <= 0"
    )


def test_names_of_sixty_letters_and_photos_of_any_shape_stay_in_their_place(visit: Visit) -> None:
    for name, width in (("publications", 400), ("work", 400), ("index", 1280)):
        page = visit(PROFILE, name, width=width)
        page.evaluate(
            """(long) => {
                for (const e of document.querySelectorAll(".vitae-me, .vitae-name > a, .brand")) e.textContent = long;
                for (const e of document.querySelectorAll("img.vitae-photo")) {
                    e.src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1600' height='300'/>";
                    e.width = 1600;
                    e.height = 300;
                }
            }""",
            "Maximiliana Wolfeschlegelsteinhausenbergerdorffwelchevoralte",
        )
        assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
        if width == 400:
            (title,), (toggle,) = boxes(page, ".mobile-header .brand"), boxes(page, ".header-right")
            assert title["right"] <= toggle["left"]
            assert title["height"] < 40
        for photo in [box for box in boxes(page, "img.vitae-photo") if box["width"]]:
            assert 0.7 < photo["height"] / photo["width"] < 1.3


def test_a_figure_is_as_wide_as_the_text_and_no_larger_than_it_is(visit: Visit) -> None:
    page = visit(PROFILE, "work")
    (text,) = boxes(page, ".vitae-text")
    sizes = []
    for width, height in ((240, 300), (1600, 900), (900, 9000)):
        page.evaluate(
            """([width, height]) => {
                document.querySelector(".vitae-text > .vitae-preview")?.remove();
                const figure = new Image(width, height);
                figure.className = "vitae-preview";
                document.querySelector(".vitae-text").prepend(figure);
            }""",
            [width, height],
        )
        sizes += [
            (box["width"] - 34, box["height"] - 34) for box in boxes(page, ".vitae-text > .vitae-preview")
        ]
    small, wide, high = sizes
    assert small == (240, 300)
    assert abs(wide[0] + 34 - text["width"]) < 1
    assert abs(wide[1] - wide[0] * 9 / 16) < 1
    assert high[1] < 500


def test_names_of_people_that_are_links_look_different_from_those_that_are_not(visit: Visit) -> None:
    page = visit(PROFILE, "forms")
    linked, plain = (
        page.evaluate(
            "s => [...document.querySelectorAll(s)].map(e => [getComputedStyle(e).color, getComputedStyle(e).textDecorationLine])",
            f".vitae-person .vitae-title{child}",
        )
        for child in (" > a", ":not(:has(a))")
    )
    assert linked
    assert plain
    assert {line for _, line in linked} == {"underline"}
    assert {line for _, line in plain} == {"none"}
    assert not {colour for colour, _ in linked} & {colour for colour, _ in plain}


@pytest.mark.parametrize("width", [1280, 1440, 400, 320])
def test_dates_do_not_break(visit: Visit, width: int) -> None:
    for name in ("cv", "forms", "index"):
        page = visit(PROFILE, name, width=width)
        lines = page.evaluate(
            """() => [...document.querySelectorAll("time.vitae-key, .vitae-date")]
                .filter(e => e.checkVisibility() && !e.closest(".vitae-by-title"))
                .map(e => [e.innerText, e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight)])"""
        )
        assert lines
        assert [text for text, high in lines if high > 1.6] == []


def test_paper_has_the_text_of_a_page_and_no_sidebar(visit: Visit) -> None:
    page = visit(PROFILE, "cv", width=700)
    page.emulate_media(media="print")
    assert not page.locator(".sidebar-drawer:visible").count()
    assert page.locator(".vitae-header .vitae-name").is_visible()
    written = page.evaluate(
        "getComputedStyle(document.querySelector('.vitae-header [href^=mailto]'), '::after').content"
    )
    assert "maja@example.org" in written
    colours = page.evaluate(
        "[...document.querySelectorAll('.vitae-list :is(a, span, div)')].filter(e => e.checkVisibility())"
        ".map(e => getComputedStyle(e).backgroundColor)"
    )
    assert {re.sub(r"\s", "", colour) for colour in colours} <= {"rgba(0,0,0,0)", "rgb(255,255,255)"}
