"""The links inside a built site are sound, with every builder that writes pages."""

from __future__ import annotations

import re

import pytest

from link_checker import Links, of_epub, of_folder
from shared import Shared
from site_builder import BIB, Built, Site

BUILDERS = ("html", "dirhtml", "singlehtml", "epub")
DEMO = {
    "index.md": "# Home\n\n```{cv-header}\n```\n\n```{news}\n:auto: publications, talks\n```\n\n"
    "```{publications}\n:selected:\n:name: chosen\n```\n\n{ref}`to all <works>`, {pub}`huang2021eda`, "
    "{talk}`tvmcon`, {any}`travel`, {cite:t}`dai2022daspmm`\n\n"
    "```{toctree}\nlists/all\nlists/more\nlists/given\n```\n",
    "lists/all.md": "# All\n\n```{publications}\n:name: works\n:caption: Works\n:group-by: year, type\n:filterable:\n"
    ":number: descending\n```\n",
    "lists/more.rst": "More\n====\n\n.. publications::\n   :layout: compact\n   :canonical:\n   :group-by: venue\n\n"
    ".. note::\n\n   .. publications::\n      :year: 2023\n      :group-by: year\n\n.. bibliography::\n",
    "lists/given.md": "# Given\n\n```{talks}\n:group-by: title\n```\n\n```{awards}\n```\n\n"
    "```{activities} position, odd\n```\n",
}
MORE = (
    "@talk{second, title={Pipelining in compilers}, eventtitle={Other}, date={2022}, related={huang2023rmstc}}\n"
    "@odd{a/b:c, title={Odd}, date={2021}, related={travel}, note={After \\cite{huang2021eda}}}\n"
    "@misc{DBLP:conf/x-1, author={Huang, Guyue}, title={Öd}, date={2020}, related={huang2023rmstc}, pdf={a b.pdf}}\n"
)


def links(built: Built, builder: str) -> Links:
    return of_epub(next(built.folder.glob("*.epub"))) if builder == "epub" else of_folder(built.folder)


def assert_sound(found: Links, builder: str, at_least: int) -> None:
    broken, repeated = found.broken(), found.repeated_ids()
    if (
        builder == "singlehtml"
    ):  # Sphinx links to pages that it does not write there, and makes ids of headings by page
        unwritten = {f"index.html: {page}" for page in ("genindex.html", "search.html", "#document-index")}
        broken = [link for link in broken if link not in unwritten]
        repeated = [id_ for id_ in repeated if re.match(r"index\.html: (pub|talk|award|activity)-", id_)]
    # The session `site` builds the demo, and a test of the demo follows the links to it.
    broken = [link for link in broken if not re.match(r"gallery/\S+: demo/", link)]
    assert "\n".join(broken) == ""
    assert repeated == []
    assert found.followed > at_least


@pytest.mark.parametrize("pages", [False, True])
@pytest.mark.parametrize("builder", BUILDERS)
def test_the_links_of_a_site_are_sound(site: Site, builder: str, *, pages: bool) -> None:
    site.write("references.bib", BIB + MORE)
    site.write("files/a b.pdf", "%PDF-")
    folders = {"publication": "works", "talk": "given", "award": "won"} if pages else {}
    site.configure(
        vitae_pages=folders, vitae_files=["files"], vitae_kinds={"odd": "odd"}, copyright="Guyue Huang"
    )
    for name, text in DEMO.items():
        site.write(name, text)
    assert_sound(links(site.build(builder), builder), builder, 50)


@pytest.mark.parametrize(
    "builder",
    [
        "html",
        *(
            pytest.param(
                builder, marks=pytest.mark.thorough(reason="a small site is followed in every builder")
            )
            for builder in BUILDERS
            if builder != "html"
        ),
    ],
)
def test_the_links_of_the_sample_are_sound(shared: Shared, builder: str) -> None:
    assert_sound(links(shared.sample(builder), builder), builder, 100)


def test_a_link_that_leads_nowhere_is_seen() -> None:
    page = "<a href='b.html#there'></a><a href='b.html#gone'></a><img src='c.png'><a href='#x'></a><p id=x></p><p id=x></p>"
    found = Links(["a.html", "b.html"], {"a.html": page, "b.html": "<p id='there'></p>"})
    assert found.broken() == ["a.html: b.html#gone", "a.html: c.png"]
    assert found.repeated_ids() == ["a.html: x"]
