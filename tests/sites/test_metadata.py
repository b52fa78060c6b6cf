"""What pages say to Google Scholar, Zotero, search engines and whoever shares them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from page_heads import Head, head_of
from png_files import png
from shared import Shared
from site_builder import Site

BASE = "https://example.org/ada"
OWNER = {
    "name": "Lovelace, Ada",
    "orcid": "0000-0002-1825-0097",
    "headline": "Programs engines",
    "affiliation": "University of London",
    "email": "ada@example.org",
    "phone": "+44 20 7946 0958",
    "photo": "ada.png",
    "links": {
        "Mail": "mailto:other@example.org",
        "Call": "tel:+442079460959",
        "Code": "https://example.net/ada",
    },
}
HOSTILE = r"""</script><script>alert(1)</script> "quoted" <b> & \\&amp; ' ]]> {{ 1 }}"""
BIB = (
    r"""
@article{engine, author={Lovelace, Ada and Babbage, Charles and {IceCube Collaboration}}, title={On $x^2$ and {Engines}},
  journaltitle={Journal of Engines}, volume={2}, number={3}, pages={4--9}, date={2024-05-17}, issn={1234-5678},
  doi={10.1000/engine}, abstract={"""
    + "Engines compute. " * 30
    + r"""}, keywords={engines, notes}, pdf={engine-file.pdf},
  preview={engine.png}, award={Best Paper}}
@inproceedings{paper, author={Lovelace, Ada}, title={A paper}, booktitle={Proceedings of Looms}, eventtitle={LOOM}, date={2023},
  pdf={https://publisher.example.com/paper.pdf}}
@book{book, author={Lovelace, Ada}, title={A book}, publisher={Press}, date={2022}, isbn={978-3-16-148410-0}}
@software{program, author={Lovelace, Ada}, title={A program}, date={2021~}, url={https://example.net/program}}
@misc{hostile, author={Lovelace, Ada}, title={HOSTILE}, note={n}, abstract={HOSTILE}, date={2020}}
@talk{talk, author={Lovelace, Ada}, title={A talk}, eventtitle={LOOM}, location={Turin}, date={2024-06-01}, related={paper}}
@talk{undated, author={Lovelace, Ada}, title={Another talk}, eventtitle={LOOM}}
@award{medal, title={Medal}, organization={Society}, date={2024}}
""".replace("HOSTILE", r"</script><script>alert(1)</script> {``}quoted'' <b> \& ]]\> ' \{\{ 1 \}\}")
)


def write(site: Site, **settings: Any) -> None:
    values = {
        "html_baseurl": BASE,
        "vitae_owner": OWNER,
        "vitae_pages": {"publication": "publications", "talk": "talks", "award": "awards"},
        "vitae_feeds": ["publications", "talks"],
        **settings,
    }
    site.configure(**values)
    site.write("references.bib", BIB)
    site.write("engine-file.pdf", "%PDF-1.7")
    for name in ("engine.png", "ada.png"):
        (site.folder / name).write_bytes(png(400))
    site.write("index.md", "# Ada Lovelace\n```{cv-header}\n```\n```{toctree}\nlist\ntalks\nplain\n```\n")
    site.write("list.md", "# Publications\n```{publications}\n```\n")
    site.write("talks.md", "# Talks\n```{talks}\n```\n")
    site.write("plain.md", "# Plain\nNothing of ours.\n")


def once(shared: Shared, name: str, builder: str = "html", **settings: Any) -> Path:
    """The site with these settings, built once for all tests."""

    def make(folder: Path) -> None:
        site = Site(folder)
        write(site, **settings)
        site.build(builder)

    return shared.folder(f"metadata-{name}", make) / "_build" / builder


@pytest.fixture
def built(shared: Shared) -> Path:
    return once(shared, "html")


@pytest.fixture
def head(built: Path) -> Callable[[str], Head]:
    return lambda name: head_of(built / name)


def work(built: Path, key: str) -> Head:
    return head_of(built / "publications" / f"{key}.html")


# Google Scholar and Zotero -------------------------------------------------------------------------


def test_a_work_has_the_tags_that_google_scholar_requires(built: Path) -> None:
    head = work(built, "engine")
    assert head.one("citation_title") == "On x^2 and Engines" or "Engines" in head.one("citation_title")
    assert head.all("citation_author")[:2] == ["Lovelace, Ada", "Babbage, Charles"]
    assert head.one("citation_publication_date") == "2024/05/17"
    assert head.one("citation_journal_title") == "Journal of Engines"
    assert [head.one(f"citation_{name}") for name in ("volume", "issue", "firstpage", "lastpage", "issn", "doi")] == [
        "2", "3", "4", "9", "1234-5678", "10.1000/engine",
    ]  # fmt: skip
    assert head.one("citation_abstract").startswith("Engines compute. Engines")


@pytest.mark.parametrize(
    ("key", "type_"),
    [
        ("engine", "journalArticle"),
        ("paper", "conferencePaper"),
        ("book", "book"),
        ("program", "computerProgram"),
    ],
)
def test_every_work_names_its_type_for_zotero(built: Path, key: str, type_: str) -> None:
    assert work(built, key).one("z:itemType") == type_


def test_the_proceedings_come_before_the_conference(built: Path) -> None:
    names = work(built, "paper").names("citation_")
    assert names.index("citation_inbook_title") < names.index("citation_conference_title")


def test_a_talk_is_a_presentation_without_a_conference(built: Path) -> None:
    head = head_of(built / "talks" / "talk.html")
    assert head.one("z:itemType") == "presentation"
    assert "citation_conference_title" not in head.names()


def test_a_pdf_beside_the_page_is_named_with_its_address(built: Path) -> None:
    assert work(built, "engine").one("citation_pdf_url") == f"{BASE}/publications/engine.pdf"
    assert (built / "publications" / "engine.pdf").is_file()


def test_a_pdf_elsewhere_is_not_named(built: Path) -> None:
    assert "citation_pdf_url" not in work(built, "paper").names()


def test_coins_are_on_lists_and_never_on_pages_of_works(built: Path) -> None:
    titles = [parse_qs(item) for item in head_of(built / "list.html").coins]
    assert len(titles) == 5
    assert titles[0]["rft.jtitle"] == ["Journal of Engines"]
    assert len(head_of(built / "talks.html").coins) == 2
    for page in [*built.glob("publications/*.html"), *built.glob("talks/*.html"), built / "plain.html"]:
        assert head_of(page).coins == [], page


def test_a_list_has_no_tags_of_a_single_work(built: Path) -> None:
    assert head_of(built / "list.html").names("citation_") == []


def test_a_longer_list_has_no_coins(site: Site) -> None:
    write(site, vitae_coins=4)
    built = site.build()
    assert head_of(built.folder / "list.html").coins == []
    assert "mainEntity" not in head_of(built.folder / "list.html").typed("CollectionPage")
    assert len(head_of(built.folder / "talks.html").coins) == 2


# Sharing -------------------------------------------------------------------------------------------


def test_a_shared_work_shows_its_title_abstract_and_picture(built: Path) -> None:
    head = work(built, "engine")
    assert head.one("og:type") == "article"
    assert "Engines" in head.one("og:title")
    assert head.one("og:url") == f"{BASE}/publications/engine.html"
    assert head.one("og:image") == f"{BASE}/publications/engine.preview.png"
    assert head.one("twitter:card") == "summary_large_image"
    said = head.one("description")
    assert said == head.one("og:description")
    assert len(said) <= 201
    assert said.endswith("compute.…") or said.endswith("Engines…")


def test_a_work_without_an_abstract_is_described_by_its_people_venue_and_year(built: Path) -> None:
    assert work(built, "paper").one("description") == "Ada Lovelace. Proceedings of Looms. 2023"


def test_without_a_picture_of_its_own_a_page_shows_the_owner(built: Path) -> None:
    for page in ("publications/paper.html", "list.html", "index.html"):
        head = head_of(built / page)
        assert head.one("og:image") == f"{BASE}/_images/ada.png"
        assert head.one("twitter:card") == "summary"
        assert head.one("og:image:alt") == "Ada Lovelace"


def test_the_home_page_describes_the_owner(built: Path) -> None:
    head = head_of(built / "index.html")
    assert head.one("og:title") == "Ada Lovelace"
    assert head.one("og:type") == "profile"
    assert head.one("description") == "Programs engines, University of London"


def test_what_the_page_says_of_itself_is_kept(site: Site) -> None:
    write(site)
    meta = "---\nmyst:\n  html_meta:\n    description: Mine.\n    'property=og:title': My title\n---\n"
    site.write("list.md", f"{meta}# Publications\n```{{publications}}\n```\n")
    head = head_of(site.build().folder / "list.html")
    assert head.one("og:title") == "My title"
    assert head.one("description") == "Mine."


def test_a_page_without_our_content_has_no_metadata(built: Path) -> None:
    head = head_of(built / "plain.html")
    assert head.names("og:") == []
    assert head.data == []
    assert head.related("alternate") == []


# Signposting ---------------------------------------------------------------------------------------


def test_signposting_leads_to_the_doi_the_files_and_the_list(built: Path) -> None:
    head = work(built, "engine")
    assert head.related("cite-as") == [("https://doi.org/10.1000/engine", "")]
    assert head.related("author") == [("https://orcid.org/0000-0002-1825-0097", "")]
    assert head.related("describedby") == [
        ("engine.bib", "application/x-bibtex"),
        ("engine.json", "application/vnd.citationstyles.csl+json"),
        ("engine.ris", "application/x-research-info-systems"),
    ]
    assert head.related("item") == [("engine.pdf", "application/pdf")]
    assert head.related("type") == [
        ("https://schema.org/ScholarlyArticle", ""),
        ("https://schema.org/AboutPage", ""),
    ]
    assert head.related("collection") == [("../list.html", "text/html")]
    for address, _ in head.related("describedby"):
        assert (built / "publications" / address).is_file()


# Structured data -----------------------------------------------------------------------------------


def test_a_work_is_structured_data_with_all_its_authors(built: Path) -> None:
    data = work(built, "engine").typed("ScholarlyArticle")
    assert len(data["author"]) == 3
    assert "10.1000/engine" in str(data)
    assert "Best Paper" in str(data["award"])


def test_a_talk_is_an_event_with_the_paper_that_it_presents(built: Path) -> None:
    data = head_of(built / "talks" / "talk.html").typed("Event")
    assert data["startDate"] == "2024-06-01"
    assert f"{BASE}/publications/paper.html" in str(data["workFeatured"])


def test_the_home_page_is_about_the_owner(built: Path) -> None:
    data = head_of(built / "index.html").typed("ProfilePage")
    assert data["mainEntity"]["@type"] == "Person"
    assert data["mainEntity"]["@id"] == f"{BASE}/index.html#me"
    assert "https://example.net/ada" in str(data)


def test_the_home_page_of_a_group_is_about_its_members(site: Site) -> None:
    write(site, vitae_owner=[OWNER, "Babbage, Charles"], project="Engines Lab")
    built = site.build()
    data = head_of(built.folder / "index.html").typed("ResearchOrganization")
    assert data["name"] == "Engines Lab"
    assert "Ada Lovelace" in str(data)
    assert "Charles Babbage" in str(data)


def test_a_list_is_a_collection_of_addresses(built: Path) -> None:
    items = head_of(built / "list.html").typed("CollectionPage")["mainEntity"]["itemListElement"]
    assert [item["url"] for item in items] == [
        f"{BASE}/publications/{key}.html" for key in ("engine", "paper", "book", "program", "hostile")
    ]


# Everywhere ----------------------------------------------------------------------------------------


def test_no_page_says_anything_twice(built: Path) -> None:
    repeated = {"citation_author", "citation_keywords", "viewport"}
    for page in built.rglob("*.html"):
        names = [name for name in head_of(page).names() if name not in repeated]
        assert len(names) == len(set(names)), page


def test_email_and_phone_are_in_no_metadata_feed_or_calendar(built: Path) -> None:
    said = []
    for page in built.rglob("*.html"):
        head = head_of(page)
        said.append(str((head.meta, head.links, head.data, head.coins)))
    for ending in ("atom", "json", "ics", "bib", "ris", "txt"):
        said += [
            path.read_text("utf-8") for path in built.rglob(f"*.{ending}") if "_sources" not in path.parts
        ]
    assert len(said) > 20
    for private in ("ada@example", "other@example", "7946", "79460959", "mailto:", "tel:"):
        assert not [text for text in said if private in text], private


def test_hostile_values_stay_values(built: Path) -> None:
    head = work(built, "hostile")
    for text in (head.one("citation_title"), head.one("og:title"), head.data[0]["name"]):
        assert "</script><script>alert(1)</script>" in text
    source = (built / "publications" / "hostile.html").read_text("utf-8")
    assert "<script>alert(1)" not in source
    assert "{{ 1 }}" in head.one("citation_title")
    assert "<script>alert(1)" not in (built / "list.html").read_text("utf-8")


def test_dirhtml_says_the_same_with_its_own_addresses(shared: Shared) -> None:
    built = once(shared, "dirhtml", "dirhtml")
    page = built / "publications" / "engine" / "index.html"
    head = head_of(page)
    assert head.one("citation_pdf_url") == f"{BASE}/publications/engine/engine.pdf"
    assert (page.parent / "engine.pdf").is_file()
    assert head.one("og:url") == f"{BASE}/publications/engine/"
    for address, _ in [*head.related("describedby"), *head.related("item")]:
        assert (page.parent / address).is_file(), address
    assert head.related("collection") == [("../../list/", "text/html")]
    assert head_of(built / "index.html").typed("ProfilePage")["mainEntity"]["@id"] == f"{BASE}/#me"


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text", "xml"])
def test_other_builders_have_neither_metadata_nor_files(site: Site, builder: str) -> None:
    write(site)
    site.replace("conf.py", 'project = "Test"', 'project = "Test"\ncopyright = "Ada"')
    built = site.build(builder)
    pages = list(built.folder.rglob("*.*html"))
    assert not [page for page in pages if "citation_title" in page.read_text("utf-8")]
    assert not [page for page in pages if "Z3988" in page.read_text("utf-8")]
    assert not [*built.folder.rglob("*.bib"), *built.folder.rglob("*.ics"), *built.folder.rglob("*.atom")]


def test_without_the_address_of_the_site_what_needs_one_is_left_out_with_one_note(site: Site) -> None:
    write(site, html_baseurl="")
    built = site.build()
    assert built.status.count("vitae.address-unknown") == 1
    assert 'html_baseurl = "https://example.org/"' in built.status
    head = work(built.folder, "engine")
    assert head.one("citation_doi") == "10.1000/engine"
    assert not {"citation_pdf_url", "citation_abstract_html_url", "og:url", "og:image"}.intersection(
        head.names()
    )
    assert head.related("describedby")[0] == ("engine.bib", "application/x-bibtex")
    assert head_of(built.folder / "index.html").related("alternate") == []
    assert [*built.folder.rglob("*.atom")] == []
    for page in built.folder.rglob("*.html"):
        for name, content in head_of(page).meta:
            assert not content.startswith(("/", "publications/")), (page, name)


def test_an_address_without_a_scheme_is_none(site: Site) -> None:
    write(site, html_baseurl="example.org")
    assert "html_baseurl is 'example.org', which is not an address" in site.build().status


@pytest.mark.parametrize(
    ("value", "there", "absent"),
    [
        (["citation"], {"citation_title"}, {"og:title", "description"}),
        (["opengraph"], {"og:title", "description"}, {"citation_title"}),
        (False, set(), {"og:title", "citation_title", "description", "twitter:card"}),
    ],
)
def test_the_setting_selects_parts(site: Site, value: Any, there: set[str], absent: set[str]) -> None:
    write(site, vitae_metadata=value)
    built = site.build().folder
    head = work(built, "engine")
    assert there <= set(head.names())
    assert not absent.intersection(head.names())
    assert head.data == []
    assert head.related("cite-as") == []
    assert head_of(built / "list.html").coins == []


def test_a_template_of_the_site_replaces_a_part(site: Site) -> None:
    write(site, templates_path=["templates"])
    for part, text in {
        "citation": '<meta name="mine" content="{{ record.key }}" />',
        "opengraph": '<meta property="og:mine" content="{{ tags | length }}" />',
        "signposting": '<link rel="mine" href="{{ links[0][1] }}" />',
        "jsonld": '<script type="application/ld+json">{{ as_json({"@type": "Mine"}) }}</script>',
        "coins": '<span class="Z3988" title="mine"></span>',
        "alternate": '<link rel="alternate" href="mine" />',
    }.items():
        site.write(f"templates/vitae/html/head/{part}.html.jinja", text)
    built = site.build().folder
    head = work(built, "engine")
    assert head.one("mine") == "engine"
    assert head.names("og:") == ["og:mine"]
    assert head.related("mine") == [("https://doi.org/10.1000/engine", "")]
    assert [data["@type"] for data in head.data] == ["Mine"]
    assert head_of(built / "list.html").coins == ["mine"]
    assert head_of(built / "list.html").related("alternate") == [("mine", "")]


def test_a_template_that_fails_is_reported_and_the_page_is_built(site: Site) -> None:
    write(site, templates_path=["templates"], vitae_pages={}, vitae_feeds=[])
    site.write("templates/vitae/html/head/coins.html.jinja", "{{ nothing.there }}")
    built = site.build(expect=("the template for the metadata 'coins' failed",))
    assert len(built.all(".vitae-entry", "list.html")) == 5


def test_bad_entries_have_valid_metadata_without_invented_values(site: Site) -> None:
    write(site)
    authors = " and ".join(f"Family{n}, Given" for n in range(3000))
    site.write(
        "references.bib",
        "@misc{untitled, author={Lovelace, Ada}, date={2020}}\n@misc{nobody, title={T}, date={2021~}}\n"
        "@misc{undated, title={U}, author={{A Corporation, Inc.}}}\n"
        f"@article{{many, title={{M}}, author={{{authors}}}, date={{2020-13}}, journaltitle={{J}}}}\n",
    )
    built = site.build(expect=("no title", "cannot be read as a date", "the list is empty"))
    assert work(built.folder, "untitled").all("citation_title") == []
    assert work(built.folder, "nobody").all("citation_author") == []
    assert work(built.folder, "nobody").one("citation_publication_date") == "2021"
    assert work(built.folder, "undated").all("citation_publication_date") == []
    assert len(work(built.folder, "many").all("citation_author")) == 3000
    for page in built.folder.glob("publications/*.html"):
        assert "" not in [content for _, content in head_of(page).meta]


def test_metadata_follows_the_setting_and_the_list(site: Site) -> None:
    write(site)
    site.build()
    assert site.build().written == []
    site.replace(
        "conf.py",
        "vitae_feeds = ['publications', 'talks']",
        "vitae_feeds = ['talks']\nvitae_metadata = ['coins']",
    )
    built = site.build().folder
    assert head_of(built / "index.html").data == []
    assert len(head_of(built / "index.html").related("alternate")) == 2
    assert work(built, "engine").names("citation_") == []


def test_the_collection_follows_a_list_that_moves(site: Site) -> None:
    write(site)
    site.build()
    (site.folder / "list.md").rename(site.folder / "works.md")
    site.replace("index.md", "list\n", "works\n")
    assert work(site.build().folder, "engine").related("collection") == [("../works.html", "text/html")]


def test_the_home_page_can_be_another_than_the_root(site: Site) -> None:
    write(site)
    site.write("index.md", "# Site\n```{toctree}\nabout\nlist\ntalks\nplain\n```\n")
    site.write("about.md", "# Ada Lovelace\n```{cv-header}\n```\n")
    built = site.build().folder
    assert head_of(built / "about.html").typed("ProfilePage")["mainEntity"]["@id"] == f"{BASE}/about.html#me"
    assert head_of(built / "index.html").data == []


def test_the_root_is_the_home_page_if_no_page_has_a_header(site: Site) -> None:
    write(site)
    site.write("index.md", "# Site\n```{toctree}\nlist\ntalks\nplain\n```\n")
    site.build()
    assert head_of(site.build().folder / "index.html").typed("ProfilePage")
    site.replace("conf.py", "Programs engines", "Programs looms")
    assert head_of(site.build().folder / "index.html").one("description").startswith("Programs looms")


def test_a_page_written_by_hand_about_one_work_is_its_page(site: Site) -> None:
    write(site, vitae_pages={})
    site.write("one.md", "---\norphan: true\n---\n# One\n```{publication} paper\n```\n")
    site.write(
        "two.md", "---\norphan: true\n---\n# Two\n```{publication} paper\n```\n```{publication} book\n```\n"
    )
    built = site.build().folder
    assert head_of(built / "one.html").one("citation_title") == "A paper"
    assert (built / "one.bib").is_file()
    assert head_of(built / "two.html").names("citation_") == []


def test_llms_txt_lists_pages_and_works_if_it_is_asked_for(site: Site, built: Path) -> None:
    assert not (built / "llms.txt").exists()
    write(site, vitae_metadata=["llms"])
    text = site.build().text("llms.txt")
    assert text.startswith("# Test\n\n> Ada Lovelace\n\n## Pages\n\n")
    assert f"- [Publications]({BASE}/list.html)\n" in text
    assert f"- [A paper]({BASE}/publications/paper.html): Ada Lovelace, Proceedings of Looms, 2023\n" in text
    assert text.count("publications/engine.html") == 1
    assert len(re.findall(r"^- \[", text, re.M)) == 4 + 2 + 2 + 5  # pages, of talks, of awards, works
