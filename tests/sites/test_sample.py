"""The sample site says everything that the two documents it was made from say."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from pathlib import Path

import myst_parser
import pytest
from bs4 import BeautifulSoup, Tag

from sample_facts import (
    ACTIVITIES,
    ADVISORS,
    AWARDS,
    INTERESTS,
    NAMES,
    NEWS,
    OWNER,
    PROJECTS,
    PUBLICATIONS,
    RESEARCH,
    SAME_ADDRESS,
    SELECTED,
    TALKS,
    Fact,
)
from shared import Shared
from site_builder import Built, build_sample


@pytest.fixture(scope="session")
def sample(shared: Shared) -> Built:
    return shared.sample("html")


def plain(text: str) -> str:
    """As the facts are written: one line, straight quotes."""
    return " ".join(text.replace("’", "'").replace("\u00a0", " ").split())


def addresses(tag: Tag | BeautifulSoup) -> set[str]:
    """The addresses of links. MyST 4 escapes what pages link to twice, which browsers undo once."""
    read = unescape if myst_parser.__version__.startswith("4.") else str
    return {read(str(a["href"])) for a in tag.select("a[href]")}


def entry(sample: Built, page: str, fact: Fact, prefix: str) -> Tag:
    return sample.one(f"#{prefix}-{fact.key}", page)


def missing(fact: Fact, tag: Tag | BeautifulSoup) -> list[str]:
    """The addresses of a fact that stand nowhere in the tag, as themselves or as an equal one."""
    there = addresses(tag)
    return [link for link in fact.links if link not in there and SAME_ADDRESS.get(link) not in there]


@pytest.mark.parametrize("fact", PUBLICATIONS, ids=lambda fact: fact.key)
def test_a_publication_stands_on_its_page_with_names_venue_date_and_links(sample: Built, fact: Fact) -> None:
    tag = entry(sample, "publications.html", fact, "pub")
    assert plain(tag.select_one(".vitae-title").get_text()) == fact.title
    assert missing(fact, tag) == []
    text = plain(tag.get_text(" "))
    for detail in fact.details:
        assert detail in text
    names = plain(tag.select_one(".vitae-names").get_text())
    assert re.search(".*".join(re.escape(f) for f in fact.families if f != "..."), names)
    assert len(tag.select("strong.vitae-me")) == 1
    section = tag.find_parent("section")
    assert plain(section.select_one("h2").get_text()).startswith(fact.date[0])


def test_all_publications_are_numbered_down_to_one(sample: Built) -> None:
    assert sample.texts(".vitae-key", "publications.html") == [
        str(n) for n in range(len(PUBLICATIONS), 0, -1)
    ]


def test_the_selected_publications_stand_at_home_behind_their_tags(sample: Built) -> None:
    keys = [str(tag["id"]).removeprefix("pub-") for tag in sample.all(".vitae-feature > li", "index.html")]
    assert keys == list(SELECTED)
    assert sample.texts(".vitae-feature .vitae-tag") == ["ISCA’25", "MICRO’23", "MLSys’23", "DAC’22", "SC’20"]


@pytest.mark.parametrize("key", SELECTED)
def test_a_selected_publication_has_its_links_and_its_tag_leads_to_the_publisher(
    sample: Built, key: str
) -> None:
    fact = next(fact for fact in PUBLICATIONS if fact.key == key)
    tag = entry(sample, "index.html", fact, "pub")
    assert plain(tag.select_one(".vitae-title").get_text()) == fact.title
    assert missing(fact, tag) == []
    publisher = [SAME_ADDRESS.get(link, link) for link in fact.links[:1]]
    assert [a["href"] for a in tag.select("a.vitae-tag")] == publisher


@pytest.mark.parametrize("fact", PUBLICATIONS, ids=lambda fact: fact.key)
def test_the_cv_prints_initials_before_family_names(sample: Built, fact: Fact) -> None:
    tag = entry(sample, "cv.html", fact, "pub")
    names = plain(tag.select_one(".vitae-names").get_text())
    assert names == f"{NAMES[fact.key].removesuffix('.')}."
    for detail in fact.details:
        assert detail in plain(tag.get_text(" "))


@pytest.mark.parametrize("fact", NEWS, ids=lambda fact: fact.key)
def test_an_item_of_the_news_stands_at_home(sample: Built, fact: Fact) -> None:
    tag = entry(sample, "index.html", fact, "activity")
    text = plain(tag.get_text(" "))
    for part in (fact.title, *fact.details, *fact.date):
        assert part in text
    assert missing(fact, tag) == []


def test_the_text_on_research_names_papers_and_leads_to_them(sample: Built) -> None:
    section = sample.one("#research", "index.html")
    text = plain(section.get_text(" "))
    links = {(plain(a.get_text()), str(a["href"])) for a in section.select("a[href]")}
    for fact in RESEARCH:
        assert [part for part in (fact.title, *fact.details) if part not in text] == []
        if fact.key:
            assert (fact.title, f"publications/{fact.key}.html#pub-{fact.key}") in links


def test_the_cv_says_what_research_is_about(sample: Built) -> None:
    text = plain(sample.one("#research-interests", "cv.html").get_text(" "))
    assert [part for part in INTERESTS if part not in text] == []


@pytest.mark.parametrize("fact", TALKS, ids=lambda fact: fact.key)
def test_a_talk_stands_on_its_page_with_event_date_and_links(sample: Built, fact: Fact) -> None:
    tag = entry(sample, "talks.html", fact, "talk")
    text = plain(tag.get_text(" "))
    for part in (fact.title, *fact.details, *fact.date):
        assert part in text
    assert missing(fact, tag) == []


@pytest.mark.parametrize("fact", AWARDS, ids=lambda fact: fact.key)
def test_an_award_stands_on_its_page_with_its_giver_and_date(sample: Built, fact: Fact) -> None:
    tag = entry(sample, "awards.html", fact, "award")
    text = plain(tag.get_text(" "))
    for part in (fact.title, *fact.details, *fact.date):
        assert part in text
    assert missing(fact, tag) == []


@pytest.mark.parametrize("fact", ACTIVITIES, ids=lambda fact: fact.key)
def test_a_position_degree_service_or_project_stands_in_the_cv(sample: Built, fact: Fact) -> None:
    tag = entry(sample, "cv.html", fact, "activity")
    text = plain(tag.get_text(" "))
    for part in (fact.title, *fact.details, *fact.date):
        assert part in text
    assert missing(fact, tag) == []


@pytest.mark.parametrize("fact", PROJECTS, ids=lambda fact: fact.key)
def test_a_project_stands_on_its_page_with_code_and_paper(sample: Built, fact: Fact) -> None:
    tag = entry(sample, "projects.html", fact, "activity")
    text = plain(tag.get_text(" "))
    assert [part for part in (fact.title, *fact.details) if part not in text] == []
    assert missing(fact, tag) == []


def test_the_owner_and_the_advisors_are_introduced_at_home(sample: Built) -> None:
    page = sample.html("index.html")
    text = plain(page.get_text(" "))
    for fact in (OWNER, *ADVISORS):
        assert missing(fact, page) == []
        for part in (fact.title, *fact.details):
            assert part in text


def test_an_award_and_its_paper_lead_to_each_other(sample: Built) -> None:
    award = sample.one("#award-dac2022nominee .vitae-note a", "awards.html")
    assert award["href"] == "publications/dai2022daspmm.html#pub-dai2022daspmm"
    paper = sample.one("#pub-dai2022daspmm .vitae-award a", "publications.html")
    assert paper["href"] == "awards.html#award-dac2022nominee"


def test_every_internal_link_of_a_list_leads_to_an_entry(sample: Built) -> None:
    names = [path.relative_to(sample.folder).as_posix() for path in sample.folder.rglob("*.html")]
    pages = {name: sample.html(name) for name in names if not name.startswith("_")}
    ids = {name: {str(tag["id"]) for tag in page.select("[id]")} for name, page in pages.items()}
    followed = 0
    for name, page in pages.items():
        for href in (str(a["href"]) for a in page.select(".vitae-entry a.internal")):
            target, _, fragment = href.partition("#")
            page_of_it = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) if target else name
            )
            assert not fragment or fragment in ids[page_of_it], f"{name}: {href}"
            followed += 1
    assert followed > 50


@pytest.mark.parametrize("page", ["index.html", "talks.html", "cv.html", "publications/huang2023alcop.html"])
def test_the_pages_of_the_sample_say_so_and_lead_to_the_guide(sample: Built, page: str) -> None:
    banner = sample.one(".announcement", page)
    assert "This is the sample site of Sphinx Vitae" in banner.get_text()
    (link,) = addresses(banner)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) == "guide/index.html"


@pytest.mark.parametrize(
    "page", ["guide/index.html", "gallery/hui-guan.html", "reference/index.html", "search.html"]
)
def test_pages_that_are_not_of_the_sample_have_no_banner(sample: Built, page: str) -> None:
    assert sample.all(".announcement", page) == []


def test_the_navigation_says_what_is_sample_and_what_is_documentation(sample: Built) -> None:
    captions = sample.texts(".sidebar-tree .caption", "guide/index.html")
    assert captions == ["The sample site", "Gallery", "Guide", "Reference"]


def test_no_address_of_a_person_is_on_the_site() -> None:
    root = Path(__file__).resolve().parents[2]
    written = [path for suffix in ("md", "bib", "yaml") for path in (root / "docs").rglob(f"*.{suffix}")]
    for path in (root / "references.bib", *written):
        for address in re.findall(r"[\w.+-]+@[\w-]+\.\w+", path.read_text("utf-8")):
            assert address.endswith("@example.org"), f"{path.name}: {address}"


#: The builders besides that of pages, with the suffix of what each writes.
BUILDERS = {
    "dirhtml": ".html",
    "singlehtml": ".html",
    "latex": ".tex",
    "text": ".txt",
    "man": ".1",
    "epub": ".xhtml",
}


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_is_content_with_the_sample(shared: Shared, builder: str) -> None:
    assert_complete(shared.sample(builder), BUILDERS[builder])


@pytest.mark.parametrize(
    "builder",
    [
        "dirhtml",
        *(
            pytest.param(builder, marks=pytest.mark.thorough(reason="the others print from the same pages"))
            for builder in BUILDERS
            if builder != "dirhtml"
        ),
    ],
)
def test_every_builder_is_content_with_the_sample_in_two_processes(tmp_path: Path, builder: str) -> None:
    assert_complete(build_sample(tmp_path, builder, jobs=2), BUILDERS[builder])


def assert_complete(built: Built, suffix: str) -> None:
    texts = [path.read_text("utf-8") for path in built.folder.rglob(f"*{suffix}")]
    whole = plain(" ".join(texts)).replace(r"\-", "-")
    for fact in PUBLICATIONS:
        assert fact.title in whole
