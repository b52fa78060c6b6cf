"""The BibTeX of a long list, which pages load from the file of the list when a reader asks for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_builder import Site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

COUNT = 301
ENTRY = "@misc{{{key}, title={{Work {n} \\{{a\\}}}}, author={{Huang, Guyue}}, note={{See @misc{{Key:7,}}}}, date={{2020}}, abstract={{Abstract of {n}}}}}\n"
#: Keys that a search for their names would confuse, and one that addresses must escape.
KEYS = {5: "Key", 6: "Key:70", 7: "Key:7", 8: "Key/7+ä"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a list of so many works, without pages of works."""
    site = Site(tmp_path_factory.mktemp("long"))
    entries = [ENTRY.format(key=KEYS.get(n, f"other{n}"), n=n) for n in range(COUNT)]
    site.write("references.bib", "".join(entries))
    site.write("index.md", "# All\n```{publications}\n```\n")
    return site.build().folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of the site at a server of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def tab(browser: BrowserContext) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_the_entry_is_cut_out_of_the_file_which_is_loaded_once(tab: Page, address: str) -> None:
    loaded: list[str] = []
    tab.on("request", lambda request: loaded.append(request.url))
    tab.goto(f"{address}/index.html")
    for number, key in KEYS.items():
        entry = tab.locator(".vitae-entry", has_text=f"Work {number} {{")
        button = entry.get_by_role("button", name="BibTeX")
        button.focus()
        button.press("Enter" if number % 2 else "Space")
        source = entry.locator("details[open] > pre")
        source.wait_for()
        lines = source.text_content().splitlines()
        assert lines[0] == f"@misc{{{key},"
        assert lines[-1] == "}"
        assert f"Work {number}" in "".join(lines)
        assert len([line for line in lines if line.startswith("@")]) == 1
        assert entry.locator("summary").evaluate("summary => summary === document.activeElement")
        assert entry.locator("button", has_text="Copy").count() == 1
        entry.get_by_role("button", name="Abstract").click()
        entry.locator("details[open] > p", has_text=f"Abstract of {number}").wait_for()
    files = [url.rpartition("/")[2] for url in loaded if "publications." in url]
    assert files == ["index.publications.bib", "index.publications.json"]
    assert tab.url == f"{address}/index.html"


def test_from_a_disk_it_is_a_plain_link_to_the_file(tab: Page, folder: Path) -> None:
    tab.goto((folder / "index.html").as_uri())
    link = tab.locator("a.vitae-fetch-all").first
    assert link.get_attribute("role") is None
    assert link.get_attribute("href").startswith("index.publications.bib#")
    link.click()
    tab.wait_for_url("**/index.publications.bib*")
    assert "@misc{Key:7," in tab.content()


def test_without_scripts_it_is_a_plain_link_to_the_file(browser: BrowserContext, address: str) -> None:
    window = browser.browser.new_context(java_script_enabled=False)
    page = window.new_page()
    page.goto(f"{address}/index.html")
    link = page.locator("a.vitae-fetch-all").first
    assert link.get_attribute("role") is None
    link.click()
    page.wait_for_url("**/index.publications.bib*")
    assert "@misc{Key:7," in page.content()
    window.close()


def test_if_the_file_cannot_be_loaded_the_link_leads_to_it(tab: Page, address: str) -> None:
    tab.route(
        "**/index.publications.*",
        lambda route: route.fulfill(status=404, content_type="text/plain", body="gone"),
    )
    tab.goto(f"{address}/index.html")
    tab.locator("a.vitae-fetch-all").first.click()
    tab.wait_for_url("**/index.publications.bib*")
