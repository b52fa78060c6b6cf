"""The filter above a list, as a reader uses it: in the browser, with the script of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

AXE = "axe is missing; `python3 noxfile.py browser` brings it"

OWN = "publications"  # the words by which the page tells its two lists apart
OTHERS = "publications-1"
SNOW = {"lindqvist2025snow", "holm2025review", "bernard2022melt", "lindqvist2020handbook"}


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit("furo", "filter")


def form(page: Page, listing: str = OWN) -> Locator:
    return page.locator(f".vitae-filter[data-list='{listing}']")


def shown(page: Page, listing: str = OWN) -> set[str]:
    """The keys of the entries of a list that a reader sees."""
    found: list[str] = page.evaluate(
        "s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility()).map(e => e.id)",
        f".vitae-list[data-list='{listing}'] > .vitae-entry",
    )
    return {id_.removeprefix("pub-") for id_ in found}


def choose(page: Page, facet: str, *values: str, listing: str = OWN) -> None:
    """Open a facet, tick values, and close it again."""
    panel = form(page, listing).locator(".vitae-facet").filter(has=page.locator(f"input[name='{facet}']"))
    panel.locator("summary").click()
    for value in values:
        panel.locator(f"input[value='{value}']").check()
    panel.locator("summary").click()


def settled(page: Page, listing: str, text: str) -> None:
    """Wait until the count of a list is said."""
    page.wait_for_function(
        "([listing, text]) => document.querySelector(`.vitae-filter[data-list='${listing}']`)"
        ".nextElementSibling.querySelector('[role=status]').textContent === text",
        arg=[listing, text],
        timeout=5000,
    )


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(page: Page) -> None:
    everything = shown(page)
    assert len(everything) == 13
    choose(page, "keyword", "snow")
    assert shown(page) == SNOW
    choose(page, "year", "2025", "2022")
    assert shown(page) == {"lindqvist2025snow", "holm2025review", "bernard2022melt"}
    choose(page, "type", "journal")
    assert shown(page) == {"holm2025review"}
    summaries = form(page).locator(".vitae-facet > summary").all_inner_texts()
    assert [text.strip() for text in summaries] == ["Type (1)", "Year (2)", "Venue", "Topic (1)"]
    form(page).locator("[type=reset]").click()
    page.wait_for_function("document.querySelectorAll('.vitae-entry[hidden]').length === 0")
    assert shown(page) == everything
    assert not form(page).locator("[type=reset]").is_visible()


def test_a_venue_is_found_under_its_own_name(page: Page) -> None:
    choose(page, "venue", "sosp", listing=OTHERS)
    assert shown(page, OTHERS) == {"scheduler", "parity"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Muller", {"muller"}),
        ("müller", {"muller"}),
        ("lukasz zaneta", {"muller"}),  # whom the one line of the entry leaves out
        ("depth of snow", {"muller"}),
        ("SOSP", {"scheduler", "parity"}),
        ("weather LINDQVIST", {"rain"}),
        ("uber regen", {"rain"}),  # the title in a language that is not that of the page
        ("nobody wrote this", set()),
    ],
)
def test_search_folds_accents_and_wants_every_word(page: Page, words: str, found: set[str]) -> None:
    form(page, OTHERS).get_by_role("searchbox").fill(words)
    assert shown(page, OTHERS) == found
    assert len(shown(page)) == 13, "the other list is left alone"


def test_groups_without_entries_are_hidden_with_the_links_to_them(page: Page) -> None:
    choose(page, "keyword", "ice")
    headings = page.locator(".vitae-group > h3:visible, .vitae-group > h2:visible")
    assert [re.sub(r"\W", "", text) for text in headings.all_inner_texts()] == ["2024"], "without its count"
    assert page.locator(".vitae-jump > a:visible").all_inner_texts() == ["2024"]


def test_the_count_is_announced_for_each_list_by_itself(page: Page) -> None:
    settled(page, OWN, "13 papers")
    roles = [each.get_attribute("role") for each in page.locator(".vitae-status").all()]
    assert roles == ["status", "status", "status"]
    choose(page, "keyword", "snow")
    settled(page, OWN, "4 of 13 papers")
    settled(page, OTHERS, "10 papers")
    form(page).locator("[type=reset]").click()
    settled(page, OWN, "13 papers")


def test_the_address_keeps_what_was_asked_of_both_lists(page: Page) -> None:
    page.evaluate("history.replaceState(null, '', '?theirs=1#own')")
    choose(page, "keyword", "snow", "rivers")
    form(page, OTHERS).get_by_role("searchbox").fill("müller & ärger")
    page.wait_for_function(f"new URLSearchParams(location.search).has('q-{OTHERS}')")
    asked = page.evaluate("[...new URLSearchParams(location.search)].map(pair => pair.join('='))")
    assert sorted(asked) == ["keyword=rivers", "keyword=snow", f"q-{OTHERS}=müller & ärger", "theirs=1"]
    assert page.evaluate("location.hash") == "#own", "what others keep there stays"
    form(page, OTHERS).get_by_role("searchbox").fill("Müller")
    page.wait_for_function(f"new URLSearchParams(location.search).get('q-{OTHERS}') === 'Müller'")

    page.reload()
    assert shown(page) == SNOW | {"lindqvist2023graph", "lindqvist2022gauges", "lindqvist2021memory"}
    assert shown(page, OTHERS) == {"muller"}
    assert form(page, OTHERS).get_by_role("searchbox").input_value() == "Müller"
    assert form(page).locator("input:checked").count() == 2
    for listing in (OWN, OTHERS):
        form(page, listing).locator("[type=reset]").click()
    page.wait_for_function("location.search === '?theirs=1'")


def test_a_link_to_a_hidden_entry_shows_it(page: Page) -> None:
    choose(page, "keyword", "ice")
    assert shown(page) == {"lindqvist2024ice"}
    page.evaluate("location.hash = '#pub-lindqvist2019thesis'")
    page.wait_for_function("document.getElementById('pub-lindqvist2019thesis').checkVisibility()")
    assert len(shown(page)) == 13, "the filter is cleared, not bent"
    page.wait_for_function(
        "(r => r.top >= 0 && r.bottom <= innerHeight)"
        "(document.getElementById('pub-lindqvist2019thesis').getBoundingClientRect())"
    )
    assert form(page).locator("input:checked").count() == 0

    page.goto(page.url.split("?")[0].split("#")[0] + "?keyword=ice#pub-holm2025review")
    page.wait_for_function("document.getElementById('pub-holm2025review').checkVisibility()")


def test_escape_and_a_click_beside_it_close_a_facet(page: Page) -> None:
    facet = form(page).locator(".vitae-facet").nth(1)
    facet.locator("summary").click()
    facet.locator("input").nth(2).focus()
    page.keyboard.press("Escape")
    assert facet.get_attribute("open") is None
    assert page.evaluate("document.activeElement.matches('.vitae-facet > summary')")
    facet.locator("summary").click()
    page.locator("h1").click()
    assert facet.get_attribute("open") is None


def test_the_keyboard_does_all_that_a_mouse_does(page: Page) -> None:
    box = form(page).get_by_role("searchbox")
    box.focus()
    page.keyboard.type("basins")
    assert shown(page) == {"lindqvist2025snow"}
    page.keyboard.press("Enter")
    assert "filter.html" in page.url, "Enter sends nothing anywhere"
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # opens the first facet
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "type"
    page.keyboard.press("Space")
    assert 0 < len(shown(page)) < 13
    ring = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(ring) != "none"
    page.keyboard.press("Escape")
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.innerText.trim()"))
        assert page.evaluate(ring) != "none"
    assert stops == ["Year", "Venue", "Topic", "Clear"]
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.vitae-entry[hidden]').length === 0")


@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing_in_open_panels(visit: Visit, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=AXE).Axe()
    bare = {found["id"] for found in axe.run(visit("furo", "bare", width=width)).response["violations"]}
    page = visit("furo", "filter", width=width)
    for facet in form(page).locator(".vitae-facet").all():
        facet.locator("summary").click()
        panel = facet.locator("fieldset").bounding_box()
        assert panel is not None
        assert panel["x"] >= 0
        assert panel["x"] + panel["width"] <= width
        found = axe.run(page).response["violations"]
        assert [each["id"] for each in found if each["id"] not in bare] == []
        facet.locator("summary").click()


def test_without_scripting_all_is_there_but_the_form(
    browser: BrowserContext, built: Callable[..., object]
) -> None:
    assert browser.browser is not None
    window = browser.browser.new_context(java_script_enabled=False)
    try:
        page = window.new_page()
        page.goto((built("furo") / "filter.html").as_uri() + "?keyword=ice")  # type: ignore[operator]
        assert page.locator(".vitae-filter:visible").count() == 0
        entries = page.locator(".vitae-list[data-list] > .vitae-entry")
        assert entries.count() == 13 + 10 + 2
        assert all(entry.is_visible() for entry in entries.all())
        assert page.locator(".vitae-button:visible").count() == 0
        page.locator("#pub-lindqvist2025snow summary", has_text="BibTeX").click()
        assert page.locator("#pub-lindqvist2025snow pre").is_visible()
    finally:
        window.close()


def test_occasions_of_a_title_are_found_one_by_one(page: Page) -> None:
    talks = "talks-2"
    occasions = page.locator(".vitae-occasions > .vitae-entry")
    assert [each.get_attribute("id") for each in occasions.all()] == [
        "talk-reading",
        "talk-scale",
        "talk-workshop",
    ]
    choose(page, "year", "2022", listing=talks)
    settled(page, talks, "2 of 3 talks")
    visible = [each.get_attribute("id") for each in occasions.all() if each.is_visible()]
    assert visible == ["talk-scale", "talk-workshop"]
    form(page, talks).get_by_role("searchbox").fill("several aws")
    settled(page, talks, "1 of 3 talks")
    assert page.locator(".vitae-by-title > .vitae-entry:visible").count() == 1


def test_entries_that_stay_as_they_are_are_not_touched(visit: Visit) -> None:
    """Which keeps lists of thousands quick, without asking a clock, which would tell about the machine."""
    page = visit("furo", "filter")
    touched = page.evaluate(
        """async () => {
            const box = document.querySelector(".vitae-filter input[type=search]");
            const changes = [];
            const watch = new MutationObserver((records) => changes.push(...records));
            const lists = document.querySelectorAll("[data-list='publications'].vitae-list");
            for (const list of lists) watch.observe(list, { subtree: true, attributeFilter: ["hidden"] });
            const type = async (text) => {
                changes.length = 0;
                box.value = text;
                box.dispatchEvent(new Event("input", { bubbles: true }));
                await Promise.resolve();
                return changes.length;
            };
            return [await type("basins"), await type("many gauges"), await type("Gauges many")];
        }"""
    )
    assert touched == [12, 2, 0]
