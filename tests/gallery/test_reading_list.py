"""The reading list of the gallery has every paper of its document: title, venue, year, authors, links, in its order.

What must be there stands in aisys_facts.txt, which was read from the document and not from the bibliography.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from site_builder import ROOT, Site
from sphinx_vitae.bib import read
from sphinx_vitae.cli import main
from sphinx_vitae.model import Record

GALLERY = ROOT / "docs" / "gallery"
FACTS = Path(__file__).with_name("aisys_facts.txt")


@dataclass
class Paper:
    """A paper as the document has it; ``links``: those of authors by name, that of the paper under ""."""

    venue: str
    year: str
    title: str
    authors: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.title} ({self.venue} {self.year})"


def facts() -> Iterator[Paper]:
    venue = year = ""
    paper = None
    for line in FACTS.read_text("utf-8").splitlines():
        if line.startswith("= "):
            venue, year = line[2:].split()
        elif line.startswith("- ") and paper:
            paper.authors = line[2:].split(", ")
        elif line.startswith("* ") and paper:
            name, _, url = line[2:].rpartition(": ")
            paper.links[name] = url
        elif not line.startswith("#"):
            if paper:
                yield paper
            paper = Paper(venue, year, line)
    assert paper
    yield paper


PAPERS = list(facts())
GROUPS = {group: list(papers) for group, papers in groupby(PAPERS, lambda paper: (paper.venue, paper.year))}


class Page:
    """The built page; ``groups``: venue and year → its entries, in the order of the page."""

    def __init__(self, html: BeautifulSoup) -> None:
        self.html = html

    @cached_property
    def venues(self) -> dict[str, Tag]:
        return {heading(s): s for s in self.html.select("section.vitae-group:not(.vitae-by-year)")}

    @cached_property
    def groups(self) -> dict[tuple[str, str], list[Tag]]:
        return {
            (venue, heading(group)): list(group.select(".vitae-entry"))
            for venue, section in self.venues.items()
            for group in section.select("section.vitae-by-year")
        }

    def entry(self, paper: Paper) -> Tag:
        found = [e for e in self.groups[paper.venue, paper.year] if title_of(e) == paper.title]
        assert len(found) == 1, f"{paper}: {len(found)} found"
        return found[0]


def text(tag: Tag | None) -> str:
    assert tag
    return " ".join(tag.get_text().split()).replace("’", "'")


def heading(section: Tag) -> str:
    title = section.find(re.compile(r"h\d"), recursive=False)
    assert isinstance(title, Tag)
    return str(title.contents[0]).strip()


def title_of(entry: Tag) -> str:
    return text(entry.select_one(".vitae-title"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page and its bibliography on a site of their own, built once."""
    site = Site(tmp_path_factory.mktemp("reading-list"))
    for path in GALLERY.glob("aisys*"):
        (site.folder / "gallery").mkdir(exist_ok=True)
        shutil.copy(path, site.folder / "gallery")
    site.configure(
        bibtex_bibfiles=["references.bib", "gallery/aisys.bib"],
        vitae_bibfiles=["references.bib"],
        vitae_owner={"name": "Huang, Guyue", "aliases": ["Huang, G."]},  # the list names a Gang Huang
    )
    site.write("index.md", "# Home\n\n```{publications}\n```\n\n```{toctree}\ngallery/aisys\n```\n")
    return Page(site.build().html("gallery/aisys.html"))


@pytest.fixture(scope="module")
def records() -> list[Record]:
    found, problems = read([("aisys.bib", (GALLERY / "aisys.bib").read_bytes())])
    assert not problems
    return list(found)


def test_the_document_was_read_whole() -> None:
    assert len(PAPERS) == 233
    assert len(GROUPS) == 51
    assert len({paper.venue for paper in PAPERS} - {"arXiv"}) == 17
    assert {paper.year for paper in PAPERS} == {"2015", *(str(year) for year in range(2018, 2024))}
    assert sum(len(paper.links) for paper in PAPERS) == 214
    assert all(paper.authors for paper in PAPERS)


def test_the_venues_stand_in_the_order_of_the_document_with_their_counts(page: Page) -> None:
    venues = list(dict.fromkeys(paper.venue for paper in PAPERS))
    assert list(page.venues) == venues
    for venue, section in page.venues.items():
        count = sum(paper.venue == venue for paper in PAPERS)
        assert text(section.select_one("h2 > .vitae-count")) == f"{count} paper{'s' if count > 1 else ''}"
    jumps = {a["href"]: text(a) for a in page.html.select(".vitae-jump > a")}
    assert jumps == {f"#{section['id']}": venue for venue, section in page.venues.items()}


def test_the_years_of_a_venue_stand_newest_first(page: Page) -> None:
    newest_first = sorted(GROUPS, key=lambda group: (list(page.venues).index(group[0]), -int(group[1])))
    assert list(page.groups) == newest_first


@pytest.mark.parametrize("group", GROUPS, ids=" ".join)
def test_a_group_has_its_papers_in_the_order_of_the_document(page: Page, group: tuple[str, str]) -> None:
    assert [title_of(entry) for entry in page.groups[group]] == [paper.title for paper in GROUPS[group]]


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_paper_has_its_authors_in_their_order(page: Page, paper: Paper) -> None:
    printed = text(page.entry(paper).select_one(".vitae-names"))
    pattern = r"\b.*?\b".join(map(re.escape, paper.authors))
    assert re.match(pattern, printed), printed


def test_the_authors_in_the_bibliography_are_these_and_no_others(records: list[Record]) -> None:
    found = [[f"{p.given} {p.family}".strip() for p in r.people("author").persons] for r in records]
    assert found == [paper.authors for paper in PAPERS]


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_a_paper_has_the_links_of_the_document_and_no_others(page: Page, paper: Paper) -> None:
    entry = page.entry(paper)
    names = {text(a): a["href"] for a in entry.select(".vitae-names a")}
    others = [a["href"] for a in entry.select(".vitae-source a")]
    assert names == {name: url for name, url in paper.links.items() if name}
    assert others == [url for name, url in paper.links.items() if not name]


#: Of each form in which the document has affiliations: what follows the title.
AFFILIATIONS = {
    # A, B, and C, UC Berkeley
    "Ray": "Philipp Moritz, Robert Nishihara, Stephanie Wang, Alexey Tumanov, Richard Liaw, Eric Liang, Melih Elibol, "
    "Zongheng Yang, William Paul, Michael I. Jordan and Ion Stoica, UC Berkeley",
    # A and B, X; C, X, Y
    "TVM": "Tianqi Chen and Thierry Moreau, University of Washington; Ziheng Jiang, University of Washington & AWS; "
    "Lianmin Zheng, Shanghai Jiao Tong University; Eddie Yan, Haichen Shen and Meghan Cowan, University of Washington; "
    "Leyuan Wang, UC Davis & AWS; Yuwei Hu, Cornell; Luis Ceze, Carlos Guestrin and Arvind Krishnamurthy, University "
    "of Washington",
    # A, X and Y; E, X, Y, and Z
    "Pollux": "Aurick Qiao, Petuum, Inc. & Carnegie Mellon University; Sang Keun Choe and Suhas Jayaram Subramanya, "
    "Carnegie Mellon University; Willie Neiswanger, Petuum, Inc. & Carnegie Mellon University; Qirong Ho, Petuum, Inc.; "
    "Hao Zhang, Petuum, Inc. & UC Berkeley; Gregory R. Ganger, Carnegie Mellon University; Eric P. Xing, MBZUAI & "
    "Petuum, Inc. & Carnegie Mellon University",
    # A, X; Y; B, X; Z
    "Microsecond-scale": "Mingcong Han, Institute of Parallel and Distributed Systems, SEIEE, Shanghai Jiao Tong "
    "University & Shanghai AI Laboratory; Hanze Zhang, Institute of Parallel and Distributed Systems, SEIEE, Shanghai "
    "Jiao Tong University & MoE Key Lab of Artificial Intelligence, AI Institute, Shanghai Jiao Tong University, China; "
    "Rong Chen, Institute of Parallel and Distributed Systems, SEIEE, Shanghai Jiao Tong University & Shanghai AI "
    "Laboratory; Haibo Chen, Institute of Parallel and Distributed Systems, SEIEE, Shanghai Jiao Tong University & "
    "Engineering Research Center for Domain-specific Operating Systems, Ministry of Education, China",
    # A, X/Y; and names without "and"
    "Habitat": "Geoffrey X. Yu, University of Toronto & Vector Institute; Yubo Gao, University of Toronto; Pavel Golikov "
    "and Gennady Pekhimenko, University of Toronto & Vector Institute",
    "Faith": "Boyuan Feng, Tianqi Tang, Yuke Wang, Zhaodong Chen, Zheng Wang, Shu Yang, Yuan Xie and Yufei Ding, "
    "University of California, Santa Barbara",
    # brackets behind each
    "Parity": "Jack Kosaian and K. V. Rashmi, Carnegie Mellon University; Shivaram Venkataraman, University of "
    "Wisconsin-Madison",
    # brackets behind several
    "Borg": "Muhammad Tirmazi, Harvard University; Adam Barker, Google & University of St Andrews; Nan Deng, Md Ehtesam "
    "Haque, Zhijing Gene Qin and Steven Hand, Google; Mor Harchol-Balter, Carnegie Mellon University; John Wilkes, Google",
    # brackets behind each but one
    "Lyra": "Jiamin Li, City University of Hong Kong; Hong Xu, The Chinese University of Hong Kong; Yibo Zhu and Zherui "
    "Liu, ByteDance Inc.; Chuanxiong Guo; Cong Wang, City University of Hong Kong",
    # an asterisk behind brackets
    "Where": "Alexander Isenko†, Ruben Mayer and Jeffery Jedele, Technical University of Munich; Hans-Arno Jacobsen, "
    "University of Toronto",
    # brackets behind brackets
    "RecShard": "Geet Sethi, Stanford University & Meta; Bilge Acun and Niket Agarwal, Meta; Christos Kozyrakis and "
    "Caroline Trippel, Stanford University; Carole-Jean Wu, Meta",
    # brackets in brackets
    "FedBalancer": "Jaemin Shin, School of Computing, KAIST; Yuanchun Li and Yunxin Liu, Institute for AI Industry "
    "Research (AIR), Tsinghua University; Sung-Ju Lee, School of Electrical Engineering, KAIST",
    # A X, B , C X
    "TurboTransformers": "Jiarui Fang, Tencent; Yang Yu; Chengduo Zhao and Jie Zhou, Tencent",
    # none
    "ET": "Shiyang Chen, Shaoyi Huang, Santosh Pandey, Bingbing Li, Guang R. Gao, Long Zheng, Caiwen Ding, Hang Liu",
}


@pytest.mark.parametrize("word", AFFILIATIONS)
def test_institutions_stand_behind_their_authors(page: Page, word: str) -> None:
    paper = next(p for p in PAPERS if re.split(r"[:\s]", p.title)[0] == word)
    assert text(page.entry(paper).select_one(".vitae-names")) == AFFILIATIONS[word]


def test_affiliations_are_institutions(records: list[Record]) -> None:
    places = {p.affiliation for r in records for p in r.people("author").persons if p.affiliation}
    names = {str(p) for r in records for p in r.people("author").persons}
    assert len(places) > 200
    for place in places:
        assert not re.search(r"[;*\[\]]|^and\b|\band$|\s{2}|^\W", place), place
        assert not any(part in names for part in re.split(r", | & ", place)), place


def test_the_page_is_whole_without_scripts(page: Page) -> None:
    assert text(page.html.select_one(".vitae-status")) == "233 papers"
    assert len(page.html.select(".vitae-entry")) == 233
    assert not page.html.select(".vitae-entry[hidden], .vitae-group[hidden], .vitae-entry details")


def test_the_facets_have_every_venue_year_and_type(page: Page) -> None:
    def words(name: str) -> dict[str, int]:
        labels = [box.parent for box in page.html.select(f'.vitae-facet input[name="{name}"]')]
        return {
            text(label).rpartition(" ")[0]: int(text(label.select_one(".vitae-count"))) for label in labels
        }

    by_venue = {venue: sum(p.venue == venue for p in PAPERS) for venue in page.venues}
    assert words("venue") == by_venue
    assert words("year") == {p.year: sum(q.year == p.year for q in PAPERS) for p in PAPERS}
    assert words("type") == {"Journal articles": 4, "Conference papers": 228, "Preprints": 1}


def test_the_chart_has_the_numbers_of_the_document(page: Page) -> None:
    head, *rows = [
        [text(cell) for cell in row.select("th, td")] for row in page.html.select("table.vitae-counts tr")
    ]
    years = [str(year) for year in range(2015, 2024)]
    assert head == ["Venue", *years, "Total"]
    *venues, total = [(name, list(map(int, numbers))) for name, *numbers in rows]
    assert {name: numbers[:-1] for name, numbers in venues} == {
        venue: [len(GROUPS.get((venue, year), ())) for year in years] for venue in page.venues
    }
    assert total == ("Total", [*(sum(p.year == year for p in PAPERS) for year in years), 233])
    drawn = [int(text(bar).rpartition(" ")[2]) for bar in page.html.select(".vitae-chart rect > title")]
    assert sum(drawn) == 233


def test_the_bibliography_passes_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(GALLERY / "aisys.bib"), "--strict"]) == 0
    assert capsys.readouterr().out == ""


def test_the_keys_are_those_of_this_list_alone(records: list[Record]) -> None:
    keys = [record.key for record in records]
    assert all(re.fullmatch(r"aisys-[a-z]+\d{4}[a-z0-9]+", key) for key in keys)
    assert len({key.casefold() for key in keys}) == 233


def test_there_is_no_address_of_anybody() -> None:
    whole = (GALLERY / "aisys.bib").read_text("utf-8")
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", whole) == []
