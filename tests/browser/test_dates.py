"""Dates on narrow screens, in languages whose months are longer than in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_builder import Site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

BIB = """
@news{one, title={It snows.}, date={2025-11}}
@news{two, title={It thaws.}, date={2026-05}}
@position{job, title={Professor}, organization={University}, date={2015-09/2019-06}}
"""
#: For each selector: the start and end of the text of the date, and the start of what is beside it.
MEASURE = """selector => [...document.querySelectorAll(selector)].map(entry => {
  const text = document.createRange();
  text.selectNodeContents(entry.querySelector('.vitae-key'));
  const box = text.getBoundingClientRect(), lines = text.getClientRects().length;
  return {end: box.right, lines, beside: entry.children[1].getBoundingClientRect().left};
})"""


@pytest.mark.parametrize("language", ["en", "uk", "zh_CN"])
def test_dates_on_a_narrow_screen_stay_on_one_line_and_off_the_dots_of_news(
    site: Site, browser: BrowserContext, language: str
) -> None:
    site.configure(language=language, html_theme="furo")
    site.write("references.bib", BIB)
    site.write("index.md", "# P\n\n```{news}\n```\n\n```{activities} position\n```\n")
    tab = browser.new_page()
    tab.set_viewport_size({"width": 400, "height": 800})
    tab.goto((site.build().folder / "index.html").as_uri())
    news = tab.evaluate(MEASURE, ".vitae-news > .vitae-entry")
    periods = tab.evaluate(MEASURE, ".vitae-dated:not(.vitae-news) > .vitae-entry")
    tab.close()
    assert len(news) == 2
    assert len({each["beside"] for each in news}) == 1
    assert all(each["end"] + 4 < each["beside"] for each in news)  # half a dot is before the text
    assert [each["lines"] for each in (*news, *periods)] == [1, 1, 1]
