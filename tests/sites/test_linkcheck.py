"""``linkcheck`` sees the external links of every entry, each once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from site_builder import Site

PATHS = {"/paper", "/code", "/jane", "/inside", "/slides", "/item"}


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server that knows `PATHS` and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200 if self.path in PATHS else 404)
            self.end_headers()

        do_GET = do_HEAD

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as made:
        Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_address[1]}"
        made.shutdown()


def checked(site: Site) -> list[dict[str, object]]:
    """What linkcheck says of each address."""
    lines = site.build("linkcheck").text("output.json").splitlines()
    return [json.loads(line) for line in lines]


def bib(server: str) -> str:
    return f"""\
@article{{one,
  author       = {{Huang, Guyue and Doe, Jane}},
  author+an:url = {{2="{server}/jane"}},
  title        = {{One}},
  journaltitle = {{J}},
  date         = {{2020}},
  url          = {{{server}/paper}},
  code         = {{{server}/code}},
  html         = {{{server}/gone?a=1&b=2}},
  abstract     = {{See \\href{{{server}/inside}}{{there}}.}},
}}
@talk{{given, title={{Given}}, eventtitle={{E}}, date={{2021}}, slides={{{server}/slides}}, related={{one}}}}
"""


PAGES = {
    "md": {
        "index": "# Home\n\n```{publications}\n:limit: 5\n```\n\n```{toctree}\nall\nmore\n```\n",
        "all": "# All\n\nWords.\n\n```{publications}\n:group-by: year\n```\n\n```{talks}\n```\n",
        "more": "# More\n\n```{publications}\n:year: 2020\n```\n\n```{cv-item} Thing\n:url: SERVER/item\n```\n",
    },
    "rst": {
        "index": "Home\n====\n\n.. publications::\n   :limit: 5\n\n.. toctree::\n\n   all\n   more\n",
        "all": "All\n===\n\nWords.\n\n.. publications::\n   :group-by: year\n\n.. talks::\n",
        "more": "More\n====\n\n.. publications::\n   :year: 2020\n\n.. cv-item:: Thing\n   :url: SERVER/item\n",
    },
}


@pytest.mark.parametrize("markup", PAGES)
def test_every_link_is_checked_once_and_reported_where_the_entry_stands(
    site: Site, server: str, markup: str
) -> None:
    site.write("references.bib", bib(server))
    for name, text in PAGES[markup].items():
        site.write(f"{name}.{markup}", text.replace("SERVER", server))
    found = checked(site)
    status = {str(fact["uri"]).removeprefix(server): fact["status"] for fact in found}
    assert status == {**dict.fromkeys(PATHS, "working"), "/gone?a=1&b=2": "broken"}
    assert max(Counter(fact["uri"] for fact in found).values()) == 1
    broken = (site.folder / "_build/linkcheck/output.txt").read_text("utf-8").splitlines()
    assert len(broken) == 1
    line = {"md": 5, "rst": 6}[markup]  # of the directive
    assert broken[0].startswith(f"all.{markup}:{line}: [broken] {server}/gone?a=1&b=2: 404")


def test_with_a_page_of_its_own_a_link_is_reported_there(site: Site, server: str) -> None:
    site.write("references.bib", bib(server))
    site.configure(vitae_pages=True)
    for name, text in PAGES["md"].items():
        site.write(f"{name}.md", text.replace("SERVER", server))
    found = [fact for fact in checked(site) if fact["status"] == "broken"]
    assert [(fact["filename"], fact["uri"]) for fact in found] == [
        ("publications/one.vitae", f"{server}/gone?a=1&b=2")
    ]


def test_what_is_news_alone_is_checked_too(site: Site, server: str) -> None:
    site.write("references.bib", bib(server))
    site.write("index.md", "# Home\n\n```{news}\n:auto: publications\n```\n")
    assert f"{server}/gone?a=1&b=2" in {fact["uri"] for fact in checked(site)}


def test_a_template_that_fails_leaves_the_links_of_the_entry(site: Site, server: str) -> None:
    site.write("references.bib", bib(server))
    site.configure(templates_path=["templates"])
    site.write("templates/vitae/html/publication-page.html.jinja", "{{ no_such_thing }}\n")
    site.write("index.md", "# Home\n\n```{publications}\n```\n\n```{talks}\n```\n")
    assert f"{server}/code" in {fact["uri"] for fact in checked(site)}
