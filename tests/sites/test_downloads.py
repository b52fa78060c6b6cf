"""Files beside the pages: works in BibTeX, CSL-JSON and RIS; feeds; calendars."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pybtex.database import parse_string

from site_builder import BIB, Built, Site

BASE = "https://example.org/ada"
ATOM = "{http://www.w3.org/2005/Atom}"
TALK = "@talk{day, title={On a day}, eventtitle={LOOM}, location={Turin}, author={Huang, Guyue}, date={2024-06-01}}\n"
NEWS = "@news{moved, title={I moved, see \\cite{huang2021eda}}, date={2024-07-02}}\n"


@pytest.fixture
def pages(site: Site) -> Site:
    """Lists of all works and of some, talks, and pages of works."""
    site.configure(html_baseurl=BASE, vitae_pages=True, vitae_feeds=["publications", "talks", "news", "all"])
    site.write("references.bib", BIB + TALK + NEWS)
    site.write("index.md", "# Home\n```{toctree}\nsub/works\nsome\ntalks\n```\n")
    site.write("sub/works.md", "# Works\n```{publications}\n:group-by: year\n```\n")
    site.write("some.md", "# Some\n```{publications}\n:year: 2023\n```\n")
    site.write("talks.md", "# Talks\n```{talks}\n```\n")
    return site


def keys(built: Built, name: str) -> list[str]:
    """The keys of a file, in order."""
    if name.endswith(".bib"):
        return list(parse_string(built.text(name), "bibtex").entries)
    if name.endswith(".json"):
        return [item["id"] for item in json.loads(built.text(name))]
    return [line[6:] for line in built.text(name).splitlines() if line.startswith("ID  - ")]


def files(built: Built) -> dict[str, tuple[bytes, int]]:
    """The content and time of all files that are no pages and no parts of the theme."""
    found = {}
    for path in sorted(built.folder.rglob("*")):
        if path.suffix in {".bib", ".json", ".ris", ".atom", ".ics"} and "_sources" not in path.parts:
            name = path.relative_to(built.folder).as_posix()
            found[name] = (path.read_bytes(), path.stat().st_mtime_ns)
    return found


ALL = ["huang2023rmstc", "dai2022daspmm", "huang2021eda"]


@pytest.mark.parametrize("form", ["bib", "json", "ris"])
def test_works_lists_and_the_site_have_files(pages: Site, form: str) -> None:
    built = pages.build()
    assert keys(built, f"sub/works.publications.{form}") == ALL
    for key in ALL:
        assert keys(built, f"publications/{key}.{form}") == [key]
    assert keys(built, "publications.bib") == ALL
    assert [a["href"] for a in built.all(".vitae-downloads a", "sub/works.html")] == [
        f"works.publications.{ending}" for ending in ("bib", "json", "ris")
    ]
    assert [a["href"] for a in built.all(".vitae-downloads a", "publications/huang2021eda.html")] == [
        f"huang2021eda.{ending}" for ending in ("bib", "json", "ris")
    ]


def test_a_list_that_is_not_canonical_has_files_if_it_asks_for_them(pages: Site) -> None:
    built = pages.build()
    assert built.all(".vitae-downloads", "some.html") == []
    assert not (built.folder / "some.publications.bib").exists()
    pages.write("some.md", "# Some\n```{publications}\n:year: 2023\n:show: downloads\n:name: recent\n```\n")
    pages.write("sub/works.md", "# Works\n```{publications}\n:hide: downloads\n```\n")
    os.utime(pages.folder / "some.md", (2e9, 2e9))
    os.utime(pages.folder / "sub/works.md", (2e9, 2e9))
    built = pages.build()
    assert keys(built, "some.recent.bib") == ["huang2023rmstc"]
    assert not (built.folder / "sub" / "works.publications.bib").exists()
    assert built.all(".vitae-downloads", "sub/works.html") == []


def test_two_lists_of_a_page_have_different_files(pages: Site) -> None:
    text = "".join(f"```{{publications}}\n:year: {year}\n```\n" for year in (2023, 2022))
    pages.write("sub/works.md", f"# Works\n{text}```{{publications}}\n:name: Old\n:year: ..2021\n```\n")
    pages.write("some.md", "# Some\n")
    built = pages.build()
    assert [keys(built, f"sub/works.{name}.bib") for name in ("publications", "publications-2", "old")] == [
        [key] for key in ALL
    ]


def test_the_files_of_dirhtml_have_the_same_names(pages: Site) -> None:
    html, dirhtml = files(pages.build()), files(pages.build("dirhtml"))
    assert html.keys() == dirhtml.keys()
    assert {name: content for name, (content, _) in html.items() if name.endswith((".bib", ".ris"))} == {
        name: content for name, (content, _) in dirhtml.items() if name.endswith((".bib", ".ris"))
    }
    page = pages.folder / "_build/dirhtml/publications/huang2021eda/index.html"
    assert 'href="../huang2021eda.bib"' in page.read_text("utf-8")


def test_nothing_is_written_again_that_did_not_change(pages: Site) -> None:
    first = files(pages.build())
    assert files(pages.build()) == first
    pages.replace("references.bib", "Heuristic adaptability", "Heuristics")
    second = files(pages.build())
    changed = {name for name in second if second[name][0] != first[name][0]}
    assert changed == {
        *(f"publications/dai2022daspmm.{form}" for form in ("bib", "json", "ris")),
        *(f"sub/works.publications.{form}" for form in ("bib", "json", "ris")),
        *(f"feeds/{name}.{form}" for name in ("publications", "all") for form in ("atom", "json")),
        "publications.bib",
    }
    assert {name for name in second if second[name][1] != first[name][1]} == changed


def test_a_file_that_somebody_deleted_is_written_again(pages: Site) -> None:
    built = pages.build()
    (built.folder / "publications" / "huang2021eda.ris").unlink()
    assert keys(pages.build(), "publications/huang2021eda.ris") == ["huang2021eda"]


def test_files_go_with_what_they_were_made_from(pages: Site) -> None:
    pages.build()
    text = BIB[: BIB.index("@article{huang2021eda")] + BIB[BIB.index("@inproceedings{dai") :] + TALK
    pages.write("references.bib", text.replace("related    = {huang2023rmstc},", ""))
    os.utime(pages.folder / "references.bib", (2e9, 2e9))
    built = pages.build()
    assert not [*built.folder.glob("publications/huang2021eda.*")]
    assert keys(built, "publications.bib") == ALL[:2]
    pages.replace("conf.py", "vitae_feeds = ", "vitae_downloads = False\nvitae_feeds = [] and ")
    built = pages.build()
    assert files(built).keys() == set()
    assert not (built.folder / "feeds").exists()
    assert built.all(".vitae-downloads", "sub/works.html") == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_incremental_build_equals_a_clean_one(pages: Site, tmp_path: Path, jobs: int) -> None:
    pages.build(jobs=jobs)
    pages.replace("references.bib", "Heuristic adaptability", "Heuristics")
    pages.write("some.md", "# Some\n```{publications}\n:year: 2023\n:canonical:\n```\n")
    os.utime(pages.folder / "some.md", (2e9, 2e9))
    again = files(pages.build(jobs=jobs))
    pages.build_into(tmp_path / "clean", jobs=jobs)
    clean = files(Built(tmp_path / "clean" / "html", "", []))
    assert {name: content for name, (content, _) in again.items()} == {
        name: content for name, (content, _) in clean.items()
    }
    for name in ("sub/works.html", "some.html", "publications/dai2022daspmm.html"):
        assert (tmp_path / "clean" / "html" / name).read_text("utf-8") == (
            pages.folder / "_build" / "html" / name
        ).read_text("utf-8")


def test_files_of_the_site_are_never_overwritten(pages: Site) -> None:
    pages.write("extra/publications.bib", "mine")
    pages.replace("conf.py", "html_baseurl", 'html_extra_path = ["extra"]\nhtml_baseurl')
    built = pages.build()
    assert built.text("publications.bib") == "mine"
    assert "publications.bib was not written, because html_extra_path has a file of that name" in built.status
    assert "vitae.output-taken" in built.status
    assert pages.build().text("publications.bib") == "mine"


def test_a_page_called_publications_and_the_file_of_all_works_do_not_collide(site: Site) -> None:
    site.write("index.md", "# Home\n```{toctree}\npublications\n```\n")
    site.write("publications.md", "# One\n```{publication} huang2021eda\n```\n")
    built = site.build()
    assert keys(built, "publications.bib") == ALL
    assert keys(built, "publications.huang2021eda.bib") == ["huang2021eda"]


def test_private_fields_and_abstracts_are_in_no_bibtex_file(pages: Site) -> None:
    pages.replace(
        "references.bib",
        "  doi       =",
        "  file = {/home/me/x.pdf},\n  secret = {s3cret},\n  abstract = {Long.},\n  doi =",
    )
    pages.replace("conf.py", "html_baseurl", 'vitae_private_fields = ["secret"]\nhtml_baseurl')
    built = pages.build()
    for text in (built.text("publications.bib"), built.text("publications/huang2023rmstc.json")):
        assert "s3cret" not in text
        assert "/home/me" not in text
    assert "Long." not in built.text("publications.bib")


# Feeds and calendars -------------------------------------------------------------------------------


def test_feeds_hold_the_newest_entries_with_full_content(pages: Site) -> None:
    built = pages.build()
    feed = ET.fromstring(built.text("feeds/all.atom"))
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles[:3] == [
        "I moved, see [Machine learning for circuits: a survey]",
        "On a day",
        "Pipelining in compilers",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2024-07-02T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Guyue Huang"
    works = ET.fromstring(built.text("feeds/publications.atom"))
    first = works.find(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}updated") == "2023-01-01T00:00:00Z"
    assert first.find(f"{ATOM}link").get("href") == f"{BASE}/publications/huang2023rmstc.html"
    content = first.findtext(f"{ATOM}content") or ""
    addresses = re.findall(r'href="([^"]*)"', content)
    assert f"{BASE}/talks.html#talk-tvmcon" in addresses
    assert all(address.startswith("https://") for address in addresses)
    items = json.loads(built.text("feeds/publications.json"))["items"]
    assert [item["url"] for item in items] == [f"{BASE}/publications/{key}.html" for key in ALL]


def test_the_id_of_an_entry_outlives_its_title_and_its_page(pages: Site) -> None:
    def ids(built: Built) -> list[str | None]:
        feed = ET.fromstring(built.text("feeds/publications.atom"))
        return [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]

    before = ids(pages.build())
    pages.replace("references.bib", "Heuristic adaptability", "Heuristics")
    pages.replace("conf.py", "vitae_pages = True", "vitae_pages = {}")
    assert ids(pages.build()) == before


def test_a_feed_can_be_shorter(pages: Site) -> None:
    pages.configure(html_baseurl=BASE, vitae_feeds={"publications": 2})
    built = pages.build()
    assert len(json.loads(built.text("feeds/publications.json"))["items"]) == 2
    assert not (built.folder / "talks.ics").exists()


def test_pages_announce_the_feeds_of_what_they_show(pages: Site) -> None:
    built = pages.build()

    def feeds(page: str) -> list[str]:
        return [str(link["href"]) for link in built.all('link[rel="alternate"]', page)]

    assert feeds("sub/works.html") == [
        f"../feeds/{name}.{form}" for name in ("publications", "all") for form in ("atom", "json")
    ]
    assert len(feeds("index.html")) == 8
    assert feeds("talks.html")[0] == "feeds/talks.atom"


def test_a_talk_offers_its_calendar_and_the_site_one_of_all(pages: Site) -> None:
    built = pages.build()
    assert [
        a["href"] for a in built.all(".vitae-source > a", "talks.html") if a.get_text() == "Calendar"
    ] == ["talks/day.ics"]
    for name in ("talks.ics", "talks/day.ics"):
        text = (built.folder / name).read_bytes().decode()
        assert text.startswith("BEGIN:VCALENDAR\r\n")
        assert text.count("BEGIN:VEVENT") == 1
        assert "DTSTART;VALUE=DATE:20240601\r\n" in text
        assert "SUMMARY:On a day\r\n" in text
    pages.write("talks.md", "# Talks\n```{talks}\n:hide: downloads\n```\n")
    os.utime(pages.folder / "talks.md", (2e9, 2e9))
    assert "Calendar" not in pages.build().text("talks.html")


def test_the_calendar_is_written_without_the_address_of_the_site(pages: Site) -> None:
    pages.configure(vitae_feeds=["talks"])
    built = pages.build()
    assert "URL" not in built.text("talks.ics")
    assert not (built.folder / "feeds").exists()
    assert "no feed is written" in built.status


def test_a_template_of_feeds_that_fails_is_reported(pages: Site) -> None:
    pages.configure(html_baseurl=BASE, vitae_feeds=["talks"], templates_path=["t"])
    pages.write("t/vitae/html/feed-entry.html.jinja", "{{ nothing.there }}")
    built = pages.build(expect=("the template for entries in feeds failed",))
    assert not (built.folder / "feeds").exists()
    pages.write("t/vitae/html/feed-entry.html.jinja", "mine")
    assert ">mine<" in pages.build().text("feeds/talks.atom")


# Long lists ----------------------------------------------------------------------------------------


def long_site(site: Site, **settings: object) -> Site:
    site.configure(**settings)
    entries = [
        f"@misc{{Key:{n}, title={{Work {n}}}, author={{Huang, Guyue}}, date={{2020}}}}\n" for n in range(301)
    ]
    site.write("references.bib", "".join(entries))
    site.write("index.md", "# Home\n```{toctree}\nall\n```\n")
    site.write("all.md", "# All\n```{publications}\n```\n")
    return site


def test_a_long_list_links_to_its_bibtex_file_with_the_key_of_each_entry(site: Site) -> None:
    built = long_site(site).build()
    assert built.all("pre", "all.html") == []
    links = built.all("a.vitae-fetch", "all.html")
    assert len(links) == 301
    assert links[7]["href"] == "all.publications.bib#Key%3A7"
    assert keys(built, "all.publications.bib")[7] == "Key:7"


def test_with_pages_a_long_list_links_to_the_file_of_each_work(site: Site) -> None:
    built = long_site(site, vitae_pages=True).build()
    address = str(built.all("a.vitae-fetch", "all.html")[7]["href"]).partition("#")[0]
    assert keys(built, address) == ["Key:7"]


def test_a_long_list_that_is_not_canonical_has_its_bibtex_file_too(site: Site) -> None:
    long_site(site).write("index.md", "# Home\n```{publications}\n:canonical:\n```\n```{toctree}\nall\n```\n")
    built = site.build()
    assert len(keys(built, "all.publications.bib")) == 301
    assert len(keys(built, "all.publications.json")) == 301
    assert not (built.folder / "all.publications.ris").exists()
    assert built.one(".vitae-downloads", "all.html").get("hidden")


def test_without_downloads_a_long_list_contains_its_bibtex(site: Site) -> None:
    built = long_site(site, vitae_downloads=False).build()
    assert len(built.all("pre", "all.html")) == 301
    assert built.all("a.vitae-fetch", "all.html") == []


def test_a_long_list_that_hides_bibtex_has_no_links(site: Site) -> None:
    long_site(site).write("all.md", "# All\n```{publications}\n:hide: bibtex\n```\n")
    assert site.build().all("a.vitae-fetch", "all.html") == []


def test_a_long_list_has_no_abstracts_unless_it_asks_for_them(site: Site) -> None:
    long_site(site)
    text = (site.folder / "references.bib").read_text("utf-8")
    site.write("references.bib", text.replace("date={2020}", "date={2020}, abstract={Prose.}"))
    built = site.build()
    assert "Prose." not in built.text("all.html")
    assert len(built.all("a.vitae-fetch-all", "all.html")) == 301
    assert built.one("[data-abstract]", "all.html")["data-abstract"] == "Abstract"
    site.write("all.md", "# All\n```{publications}\n:show: abstract\n```\n")
    os.utime(site.folder / "all.md", (2e9, 2e9))
    built = site.build()
    assert built.text("all.html").count("Prose.") == 301
    assert len(built.all("a.vitae-fetch", "all.html")) == 301


def test_entries_with_one_key_keep_their_bibtex_in_a_long_list(site: Site) -> None:
    long_site(site)
    with (site.folder / "references.bib").open("a") as file:
        file.write("@misc{Key:3, title={Again}, author={Huang, Guyue}, date={2020}}\n")
    built = site.build(expect=("Key:3",))
    assert len(built.all("pre", "all.html")) == 1


def test_other_builders_show_long_lists_as_they_are(site: Site) -> None:
    built = long_site(site).build("singlehtml")
    assert len(built.all("pre")) == 301
    assert built.all(".vitae-downloads") == []
