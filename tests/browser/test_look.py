"""What a reader sees: in five themes, light and dark, wide and narrow, on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

AXE = "axe is missing; `python3 noxfile.py browser` brings it"

#: What axe finds on a page: the rule, and the first element that breaks it.
AUDIT = """rules => axe.run({ resultTypes: ["violations"], rules }).then(
    ({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html])
)"""

#: The site in furo with ``vitae_profile``.
PROFILE = "furo+profile"
THEMES = ("furo", "alabaster", "sphinx_rtd_theme", "pydata_sphinx_theme", "sphinx_book_theme")
DARK = ("furo", "pydata_sphinx_theme", "sphinx_book_theme")
PAGES = ("index", "publications", "cv", "forms", "filter", "work")

#: Whatever stands in what we print; the surroundings are the theme's.
OURS = (
    ":is(.vitae-list, .vitae-group, .vitae-item, .vitae-header, .vitae-people, .vitae-publication,"
    " .vitae-filter, .vitae-bar, .vitae-chart)"
)

#: Every text of ours whose contrast with what is behind it is below 4.5, as [text, ratio, colour].
FAINT = """(ours) => {
    const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const rgba = (colour) => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = colour;
        pixel.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a));
    const behind = (element) => {
        if (!element) return [255, 255, 255];
        const colour = rgba(getComputedStyle(element).backgroundColor);
        return colour[3] === 1 ? colour.slice(0, 3) : over(colour, behind(element.parentElement));
    };
    const veil = (e) => (e ? getComputedStyle(e).opacity * veil(e.parentElement) : 1);
    const luminance = (c) => {
        const [r, g, b] = c.map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const found = [];
    let seen = 0;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const element = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || !element.closest(ours) || element.closest(".headerlink")) continue;
        if (!element.checkVisibility({ contentVisibilityAuto: true })) continue;
        seen += 1;
        const ground = behind(element);
        const colour = rgba(getComputedStyle(element).color);
        colour[3] *= veil(element);
        const [a, b] = [luminance(over(colour, ground)), luminance(ground)].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < 4.5) found.push([walk.currentNode.data.trim(), ratio, getComputedStyle(element).color]);
    }
    return { seen, found };
}"""


def unfold(page: Page) -> None:
    """Open all that opens: what details share a name for is tried elsewhere."""
    page.evaluate(
        "document.querySelectorAll('.vitae-entry details').forEach(d => { d.removeAttribute('name'); d.open = true })"
    )


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    found: list[dict[str, float]] = page.evaluate(
        "s => [...document.querySelectorAll(s)].map(e => e.getBoundingClientRect().toJSON())", selector
    )
    return found


def test_nine_to_twelve_entries_stand_on_a_screen_of_furo(visit: Visit) -> None:
    """Thirteen works of six years, with titles and venues of one line and of two."""
    page = visit("furo", "publications")
    entries = boxes(page, ".vitae-card > .vitae-entry")
    assert len(entries) == 13
    pitch = (entries[-1]["bottom"] - entries[0]["top"]) / (len(entries) - 0.5)
    assert 9 <= 800 / pitch <= 12
    whole = [entry for entry in entries if entry["bottom"] <= 800]
    assert len(whole) >= 8, "below the heading of the page"
    small = page.evaluate(
        "[...document.querySelectorAll('.vitae-entry *')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        ".filter(size => size < 10).length"
    )
    assert small == 0, "many entries are no merit when nobody can read them"


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("theme", [*THEMES, PROFILE])
def test_nothing_is_wider_than_the_window(visit: Visit, theme: str, name: str) -> None:
    page = visit(theme, name)
    for opened, widths in ((False, (320, 1100, 1280)), (True, (1280, 375, 320))):
        if opened:
            unfold(page)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            too_wide, beyond = page.evaluate(
                "ours => [document.scrollingElement.scrollWidth - innerWidth,"
                " [...document.querySelectorAll(ours + ' *')].filter(e => e.checkVisibility()"
                " && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))]",
                OURS,
            )
            state = f"{width} pixels, {'open' if opened else 'closed'}"
            assert beyond == [], state
            assert too_wide <= 0, state


@pytest.mark.parametrize(
    ("theme", "dark"),
    [*((theme, False) for theme in (*THEMES, PROFILE)), *((theme, True) for theme in (*DARK, PROFILE))],
)
def test_every_text_has_a_contrast_of_four_and_a_half(visit: Visit, theme: str, dark: bool) -> None:
    """Links have the colour that the theme gives links: if that is too faint, it is so on all its pages."""
    for name in PAGES:
        page = visit(theme, name, dark=dark)
        unfold(page)
        ground = page.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number)"
        )
        assert (len(ground) == 3 and sum(ground) < 200) == dark, "the theme follows the system"
        links = page.evaluate(
            """() => {
                const link = document.createElement("p");
                link.innerHTML = '<a class="reference external" href="https://example.org/none">link</a>';
                document.querySelector("h1").after(link);
                return getComputedStyle(link.firstChild).color;
            }"""
        )
        faint: dict[str, Any] = page.evaluate(FAINT, OURS)
        assert faint["seen"] > 10, f"nothing of ours on {name}"
        assert [item for item in faint["found"] if item[2] != links] == [], name


@pytest.mark.parametrize("theme", THEMES)
def test_owner_and_award_are_told_apart_without_colour(visit: Visit, theme: str) -> None:
    page = visit(theme, "publications")
    weights = page.evaluate(
        "[...document.querySelectorAll('.vitae-me, .vitae-award')].map(e =>"
        " [getComputedStyle(e).fontWeight - getComputedStyle(e.parentElement).fontWeight, e.innerText])"
    )
    assert len(weights) == 14, "the owner in each entry, and one award"
    assert all(more >= 200 and text for more, text in weights)
    assert [text for _, text in weights if "Award" in text] == ["Best Paper Award"]


@pytest.mark.parametrize("theme", THEMES)
def test_title_comes_first_and_hangs_beside_its_number(visit: Visit, theme: str) -> None:
    for name in ("publications", "cv", "forms"):
        page = visit(theme, name, width=375)
        numbered = ":is(.vitae-card, .vitae-reference) > .vitae-entry:has(> .vitae-key)"
        keys = boxes(page, f"{numbered} > .vitae-key")
        starts = boxes(page, f"{numbered} > .vitae-key + *")
        assert keys
        for key, start in zip(keys, starts, strict=True):
            assert abs(key["top"] - start["top"]) < 6
            assert key["right"] <= start["left"] + 1
        titles = boxes(page, ".vitae-card > .vitae-entry > .vitae-title")
        names = boxes(page, ".vitae-card > .vitae-entry > .vitae-names")
        assert all(title["bottom"] <= name_["top"] + 1 for title, name_ in zip(titles, names, strict=True))


def test_keyboard_reaches_everything_and_one_thing_is_open_at_a_time(visit: Visit) -> None:
    page = visit("furo", "publications")
    wanted = page.evaluate(
        "[...document.querySelectorAll('.vitae-list :is(a[href], summary)')].map((e, i) => (e.dataset.stop = i))"
    )
    page.evaluate("document.querySelector('h1').setAttribute('tabindex', '-1')")
    page.focus("h1")
    reached: list[int] = []
    while len(reached) < len(wanted):
        page.keyboard.press("Tab")
        stop, ring = page.evaluate(
            "[document.activeElement.dataset.stop, getComputedStyle(document.activeElement).outlineStyle]"
        )
        if stop is not None:
            assert ring != "none", "who types must see where"
            reached.append(int(stop))
    assert reached == list(range(len(wanted)))

    entry = page.locator("#pub-lindqvist2025snow")
    abstract, bibtex = entry.locator("summary").all()
    abstract.focus()
    before = [abstract.bounding_box(), bibtex.bounding_box()]
    page.keyboard.press("Enter")
    assert entry.locator("details[open] p").is_visible()
    assert [abstract.bounding_box(), bibtex.bounding_box()] == before, "what was pressed stays where it is"
    source = page.evaluate("document.querySelector('#pub-lindqvist2025snow .vitae-source').clientWidth")
    unfolded = entry.locator("details[open] p").bounding_box()
    assert unfolded is not None
    assert unfolded["width"] > 0.9 * source
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert entry.locator("details[open] summary").all_inner_texts() == ["BibTeX"]
    assert entry.locator("pre").is_visible()


@pytest.mark.parametrize(
    ("theme", "dark"),
    [*((theme, False) for theme in (*THEMES, PROFILE)), *((theme, True) for theme in (*DARK, PROFILE))],
)
def test_axe_finds_nothing_that_a_bare_page_does_not_have(visit: Visit, theme: str, dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=AXE).Axe()
    # The rule on contrast takes half of the time. In other themes, what is wide and what is narrow is the same text.
    contrast = (1280, 400) if theme == PROFILE else (400 if dark else 1280,)

    def findings(name: str) -> dict[tuple[int, str], str]:
        page = visit(theme, name, dark=dark)
        unfold(page)
        page.evaluate(axe.axe_script)
        found = {}
        for width in (1280, 400):
            page.set_viewport_size({"width": width, "height": 800})
            for id_, html in page.evaluate(AUDIT, {"color-contrast": {"enabled": width in contrast}}):
                found[width, id_] = html
        return found

    known = findings("bare")
    for name in PAGES if theme == PROFILE else ("index", "forms", "cv"):
        new = {fault: html for fault, html in findings(name).items() if fault not in known}
        assert new == {}, name


@pytest.mark.parametrize("theme", THEMES)
def test_paper_has_no_switches_and_plain_links(visit: Visit, theme: str) -> None:
    page = visit(theme, "forms")
    page.emulate_media(media="print")
    assert not page.locator(".vitae-list summary:visible, .vitae-filter:visible, .vitae-jump:visible").count()
    hidden_names = page.locator(".vitae-more").first.evaluate("e => e.checkVisibility() && e.innerText")
    assert "Chidi Okafor" in hidden_names
    page = visit(theme, "publications")
    page.emulate_media(media="print")
    links = page.evaluate(
        "[...document.querySelectorAll('.vitae-source > a')].filter(e => e.checkVisibility()).map(e => ["
        " getComputedStyle(e).color === getComputedStyle(e.parentElement).color,"
        " getComputedStyle(e, '::after').content.includes(e.href)])"
    )
    assert len(links) > 6
    assert all(plain and written for plain, written in links)
    kept = page.evaluate(
        "[...document.querySelectorAll('.vitae-by-year > h2')].map(e => getComputedStyle(e).breakAfter)"
    )
    assert set(kept) == {"auto"}, "else all years are kept on one page"


@pytest.mark.parametrize("theme", THEMES)
def test_the_cv_on_paper_has_no_ways_through_the_site(visit: Visit, theme: str) -> None:
    page = visit(theme, "cv")
    page.emulate_media(media="print")
    ways = ".skip-to-content, #pst-skip-link, nav, [role=navigation], .sidebar-drawer, .toc-drawer"
    assert not [way for way in page.locator(ways).all() if way.is_visible()]
    assert page.locator(".vitae-header, .vitae-item, .vitae-list").first.is_visible()


def test_bibtex_is_copied_as_it_was_written_however_it_is_wrapped(visit: Visit) -> None:
    page = visit("furo", "forms", width=375)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    entry = page.locator("#pub-preview")
    entry.locator("summary", has_text="BibTeX").click()
    button, link = entry.locator(".vitae-links > *").all()
    assert link.get_attribute("href") == "https://example.org/preview.bib", "the file, beside what copies"
    button.click()
    copied = "button => button.textContent === 'Copied'"
    page.wait_for_function(copied, arg=button.element_handle())  # the clipboard answers in its own time
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0] == "@inproceedings{preview,"
    assert lines[-1] == "}"
    assert [line.split("=")[0].strip() for line in lines[1:-1]] == [
        "author", "title", "booktitle", "date", "doi", "url", "keywords",
    ]  # fmt: skip
    assert (
        entry.locator("pre").evaluate("e => e.clientHeight / parseFloat(getComputedStyle(e).lineHeight)") > 15
    )


def test_ties_unfold_where_they_are_several(visit: Visit) -> None:
    page = visit("furo", "forms")
    entry = page.locator("#pub-words")
    ties = entry.locator(".vitae-tie")
    assert not ties.first.is_visible()
    entry.locator("summary", has_text="Related").click()
    assert ties.all_inner_texts() == [
        "Talks: Reading Group, A Workshop with a Long Name in a City far away",
        "Project: A Tool for Words",
    ]
    page = visit("furo", "publications")
    snow = page.locator("#pub-lindqvist2025snow")
    assert snow.locator(".vitae-source > a.internal").all_inner_texts() == ["Talk"], (
        "one is a link like others"
    )


@pytest.mark.parametrize("width", [1280, 375])
def test_numbers_stand_beside_their_entries_in_every_layout(visit: Visit, width: int) -> None:
    """Left of what they number, on its first line, and inside of the page."""
    page = visit("furo", "forms", width=width)
    found = page.evaluate(
        """() => [...document.querySelectorAll("ol.vitae-list:not(.vitae-compact) > .vitae-entry")].map((entry) => {
            const box = (e) => e.getBoundingClientRect();
            const text = (e) => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect(); };
            const key = entry.querySelector(":scope > .vitae-number") ?? entry.querySelector(":scope > .vitae-key");
            const what = entry.querySelector(":scope > :not(.vitae-key, .vitae-number)");
            const first = entry.querySelector(":scope > a.vitae-key") ?? what;
            return [text(key).right - box(what).left, text(key).top - box(first).top, text(key).left - box(entry).left];
        })"""
    )
    assert len(found) > 20
    for over, below, left in found:
        assert over < 0, "does not run into the text"
        assert abs(below) < 8 or width == 375, "on the first line"
        assert left > -0.5


@pytest.mark.parametrize("width", [1280, 375])
def test_entries_with_a_date_and_without_begin_at_the_same_place(visit: Visit, width: int) -> None:
    """Right of the date; below it where there is little room, because a period does not break."""
    page = visit("furo", "forms", width=width)
    for place in ("#projects", "#projects-of-a-position .vitae-item"):
        entries = f"{place} .vitae-dated > .vitae-entry"
        (date,) = boxes(page, f"{entries} > .vitae-key")
        texts = boxes(page, f"{entries} > :not(.vitae-key)")
        assert len({round(text["left"]) for text in texts}) == 1
        assert all(text["width"] > 240 for text in texts)
        right = 0 if width == 375 else 60
        assert texts[0]["left"] >= date["left"] + right
        assert right or texts[0]["top"] >= date["bottom"] - 1


@pytest.mark.parametrize("width", [1280, 375])
def test_where_the_group_says_the_year_links_begin_where_the_title_does(visit: Visit, width: int) -> None:
    page = visit("furo", "forms", width=width)
    found = page.evaluate(
        """() => [...document.querySelectorAll(".without-venues > .vitae-entry")].map(entry => {
            const left = e => e.getClientRects()[0].left;
            const first = [...entry.querySelector(".vitae-source").children].find((e) => e.getBoundingClientRect().width);
            const year = entry.querySelector(".vitae-year");
            return [first && left(first) - left(entry.querySelector(".vitae-title")), year && year.checkVisibility()];
        })"""
    )
    assert len([over for over, _ in found if over is not None]) > 3
    assert all(over is None or abs(over) < 0.5 for over, _ in found)
    assert not any(year for _, year in found)


@pytest.mark.parametrize("name", PAGES)
def test_markup_repeats_no_id_and_nests_as_it_may(built: Callable[[str], Path], name: str) -> None:
    page = BeautifulSoup((built("furo") / f"{name}.html").read_text("utf-8"), "html.parser")
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    blocks = "div, p, ul, ol, details, fieldset, form, pre"
    inline = ".vitae-list :is(span, cite, strong, em, i, b, sup, summary, p)"
    assert page.select(f"{inline} :is({blocks})") == []
    entries: dict[str, set[int]] = {}
    for details in page.select(".vitae-entry details[name]"):
        entry = details.find_parent(class_="vitae-entry")
        entries.setdefault(str(details["name"]), set()).add(id(entry))
    assert all(len(found) == 1 for found in entries.values()), "one entry closes nothing of another"
    for image in page.select("img[class^=vitae-]"):
        assert image["alt"] is not None
        assert int(str(image["width"])) > 0 < int(str(image["height"]))
    children = page.select(":is(ul, ol)[class*=vitae-] > :not(li)")
    assert children == []
