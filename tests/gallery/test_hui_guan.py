"""The page of Hui Guan's group says everything that the original says, with each of its links.

The facts are taken from the original, never from our bibliography. An item of the news is told by its month
and by what it is about; all its links must stand in it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import pytest
from bs4 import BeautifulSoup, Tag

from gallery_pages import addresses, build_page, entry, in_order, one, plain, words


class News(NamedTuple):
    """``tied``: to an entry of the lists below, which has the same title."""

    month: str
    about: str
    links: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    tied: bool = True


class Work(NamedTuple):
    """``members``: the authors whom the original names."""

    title: str
    tag: str
    links: tuple[str, ...] = ()
    members: tuple[str, ...] = ("Hui Guan",)


class Fact(NamedTuple):
    title: str
    details: tuple[str, ...]
    links: tuple[str, ...] = ()


LIJUN: Final = "https://zhanglijun95.github.io/resume/"
KUNJAL: Final = "https://astuary.github.io/Kunjal/"
SOHAIB: Final = "https://sohaibahmad759.github.io/"
ZHOU: Final = "https://www.chem.umass.edu/faculty/zhou-lin"
NEURIPS: Final = "https://nips.cc/"
IBM: Final = "https://research.ibm.com/university/awards/fellowships.html"
ADVANCE: Final = (
    "https://www.umass.edu/advance/find-funding/collaborative-research-seed-grants/"
    "collaborative-research-seed-grant-recipients-fall-1"
)


def nsf(number: int) -> str:
    return f"https://www.nsf.gov/awardsearch/showAward?AWD_ID={number}&HistoricalAwards=false"


def hosted(name: str, scheme: str = "http") -> str:
    return f"{scheme}://guanh01.github.io/files/{name}.pdf"


NEWS: Final = (
    News(
        "Feb 2024",
        "Adaptive Deep Learning Systems Towards Edge Intelligence",
        (nsf(2338512),),
        ("NSF", "CAREER"),
    ),
    News(
        "Feb 2024",
        "GMorph: Accelerating Multi-DNN Inference via Model Fusion",
        ("https://2024.eurosys.org/",),
        ("Qizheng Yang", "EuroSys'24"),
    ),
    News(
        "Sep 2023",
        "Flow: Per-instance Personalized Federated Learning",
        (KUNJAL, NEURIPS),
        ("Kunjal Panchal", "NeurIPS'23"),
    ),
    News("Sep 2023", "2023 IBM PhD Fellowship Award", (LIJUN, IBM), ("Lijun Zhang",)),
    News(
        "Sep 2023",
        "Proteus: A High-Throughput Inference-Serving System with Accuracy Scaling",
        (SOHAIB, "https://www.asplos-conference.org/asplos2024/"),
        ("Sohaib Ahmad", "ASPLOS'24"),
    ),
    News(
        "Sep 2023",
        "Memory-Driven Full-Stack Collaboration for Embedded Systems",
        (nsf(2312396),),
        ("NSF", "collaborators"),
    ),
    News(
        "Aug 2023",
        "Deep Learning on Anomaly Detection for Human Dynamics and Hazard Response",
        (nsf(2220211),),
        ("NSF", "collaborators", "graphs"),
    ),
    News(
        "Aug 2023",
        "Accelerating Subgraph Enumeration Using Auxiliary Graphs",
        ("https://pact2023.github.io/",),
        ("Juelin", "Sandeep", "PACT'23"),
    ),
    News(
        "May 2023",
        "Flash: Concept Drift Adaptation in Federated Learning",
        (hosted("2023flash", "https"),),
        ("ICML'23", "adaptive optimizer", "drift"),
    ),
    News(
        "May 2023",
        "Automatically marginalized MCMC in probabilistic programming",
        ("https://arxiv.org/pdf/2302.00564.pdf",),
        ("ICML'23", "Hamiltonian Monte Carlo"),
    ),
    News("May 2023", "NUMAlloc: A Faster NUMA Memory Allocator", (), ("ISMM'23",)),
    News(
        "May 2023",
        "GSplit: Scaling Graph Neural Network Training on Large Graphs via Split-Parallelism",
        ("https://arxiv.org/pdf/2303.13775.pdf",),
        ("arXiv",),
    ),
    News(
        "Apr 2023",
        "Re-thinking computation offload for efficient inference on IoT devices with duty-cycled radios",
        (hosted("2023mobicom"), "https://sigmobile.org/mobicom/2023/"),
        ("MobiCom'23",),
    ),
    News(
        "Oct 2022",
        "Groot: A GPU-Resident System for Efficient Graph Machine Learning",
        ("https://amzn.to/ara-fall-winter-2021",),
        ("Amazon Research Award", "UMass Amherst"),
    ),
    News(
        "Sep 2022",
        "AutoMTL: A Programming Framework for Automating Efficient Multi-Task Learning",
        (hosted("2022automtl"), NEURIPS, LIJUN, "https://github.com/zhanglijun95/AutoMTL"),
        ("NeurIPS'22", "Lijun", "open source"),
    ),
    News(
        "Sep 2022",
        "Transparently Scaling Graph Neural Network Training to Large-Scale Models and Graphs",
        (nsf(2224054),),
        ("NSF",),
    ),
    News(
        "Jul 2022",
        "Fine-Grained Personalized Federated Learning Through Dynamic Routing",
        (hosted("2022flow"), "https://crossfl2022.github.io/program/"),
        ("CrossFL'2022 Workshop", "MLSys", "Kunjal"),
    ),
    News(
        "Jul 2022",
        "Improving Subgraph Representation Learning via Multi-View Augmentation",
        ("https://arxiv.org/pdf/2205.13038.pdf", "http://ai4science.net/icml22/schedule.html"),
        ("AI4Science'22 Workshop", "ICML"),
    ),
    News(
        "May 2022",
        "A Tree-Structured Multi-Task Model Recommender",
        (hosted("2022automl"), "https://automl.cc/", LIJUN, "https://github.com/zhanglijun95/TreeMTL"),
        ("AutoML'22", "Lijun", "open source"),
    ),
    News("May 2022", "new PhD student", (), ("Qizheng Yang", "summer"), tied=False),
    News(
        "Mar 2022",
        "Multitasking-Centric Optimization for Deep Learning Applications",
        ("https://mynvidia.force.com/HardwareGrant/s/Application",),
        ("NVIDIA Academic Hardware Grant Program",),
    ),
    News(
        "Mar 2022",
        "Rethinking Hard-Parameter Sharing in Multi-Domain Learning",
        (hosted("2022rethinking"), "http://2022.ieeeicme.org/", LIJUN),
        ("ICME'22", "Lijun"),
    ),
    News(
        "Mar 2022",
        "Enabling Near Real-Time NLU-Driven Natural Language Programming through Dynamic Grammar Graph-Based"
        " Translation",
        (hosted("2022cgo"), "https://conf.researchr.org/home/cgo-2022"),
        ("CGO'22",),
    ),
    News(
        "Mar 2022",
        "COMET: A Novel Memory-Efficient Deep Learning Training Framework by Using Error-Bounded Lossy"
        " Compression",
        ("https://arxiv.org/pdf/2111.09562.pdf", "https://vldb.org/2022/"),
        ("VLDB'22",),
    ),
    News(
        "Nov 2021",
        "Accelerating Fragment-Based Quantum Chemistry via Machine Learning",
        (ZHOU, ADVANCE),
        ("Prof. Zhou Lin", "UMass ADVANCE Collaborative Research Seed Grant"),
    ),
    News(
        "Oct 2021",
        "FreeLunch: Compression-based GPU Memory Management for Convolutional Neural Networks",
        (hosted("2021mchpc"), "https://passlab.github.io/mchpc/mchpc2021/"),
        ("MCHPC'21 Workshop", "SC'21"),
    ),
    News(
        "Oct 2021",
        "Recurrent Neural Networks Meet Context-Free Grammar: Two Birds with One Stone",
        (hosted("2021rnn"), "https://icdm2021.auckland.ac.nz/"),
        ("ICDM'21",),
    ),
    News(
        "Jun 2021",
        "Scalable Graph Neural Network Training: The Case for Sampling",
        (hosted("2021sampling"),),
        ("ACM SIGOPS Operating Systems Review",),
    ),
    News(
        "Jun 2021",
        "CoCoPIE",
        ("https://cacm.acm.org/magazines/2021/6/252819-cocopie/fulltext",),
        ("CACM'21",),
    ),
    News("Jun 2021", "NumaPerf", (hosted("2021ics"),), ("ICS'21",)),
    News(
        "May 2021",
        "deep multi-task learning",
        ("https://research.adobe.com/collaborations/",),
        ("Adobe Research Collaboration Grant",),
    ),
    News(
        "May 2021",
        "Reuse-Centric Kmeans Configuration",
        ("https://www.sciencedirect.com/science/article/abs/pii/S0306437921000430", LIJUN),
        ("Information Systems", "Lijun"),
    ),
)

ME: Final = ("Hui Guan",)
WORKS: Final = (
    Work(NEWS[1].about, "EuroSys'24", NEWS[1].links, ("Qizheng Yang", *ME)),
    Work(NEWS[4].about, "ASPLOS'24", NEWS[4].links, ("Sohaib Ahmad", *ME)),
    Work(NEWS[2].about, "NeurIPS'23", NEWS[2].links, ("Kunjal Panchal", *ME)),
    Work(NEWS[7].about, "PACT'23", NEWS[7].links, ("Juelin", "Sandeep")),
    Work(NEWS[8].about, "ICML'23", NEWS[8].links),
    Work(NEWS[9].about, "ICML'23", NEWS[9].links),
    Work(NEWS[10].about, "ISMM'23"),
    Work(NEWS[11].about, "arXiv'23", NEWS[11].links),
    Work(NEWS[12].about, "MobiCom'23", NEWS[12].links),
    Work(NEWS[14].about, "NeurIPS'22", NEWS[14].links, ("Lijun Zhang", *ME)),
    Work(NEWS[16].about, "CrossFL'22", (*NEWS[16].links, KUNJAL), ("Kunjal Panchal", *ME)),
    Work(NEWS[17].about, "AI4Science'22", NEWS[17].links),
    Work(NEWS[18].about, "AutoML'22", NEWS[18].links, ("Lijun Zhang", *ME)),
    Work(NEWS[21].about, "ICME'22", NEWS[21].links, ("Lijun Zhang", *ME)),
    Work(NEWS[22].about, "CGO'22", NEWS[22].links),
    Work(NEWS[23].about, "VLDB'22", NEWS[23].links),
    Work(NEWS[25].about, "MCHPC'21", NEWS[25].links),
    Work(NEWS[26].about, "ICDM'21", NEWS[26].links),
    Work(NEWS[27].about, "OSR'21", NEWS[27].links),
    Work(NEWS[28].about, "CACM'21", NEWS[28].links),
    Work(NEWS[29].about, "ICS'21", NEWS[29].links),
    Work(NEWS[31].about, "Inf. Syst.'21", NEWS[31].links, ("Lijun Zhang", *ME)),
)

GRANTS: Final = (
    Fact(NEWS[0].about, ("Feb 2024", "NSF", "CAREER"), NEWS[0].links),
    Fact(NEWS[5].about, ("Sep 2023", "NSF"), NEWS[5].links),
    Fact(NEWS[6].about, ("Aug 2023", "NSF"), NEWS[6].links),
    Fact(NEWS[13].about, ("Oct 2022", "Amazon Research Award"), NEWS[13].links),
    Fact(NEWS[15].about, ("Sep 2022", "NSF"), NEWS[15].links),
    Fact(NEWS[20].about, ("Mar 2022", "NVIDIA", "Academic Hardware Grant"), NEWS[20].links),
    Fact(
        NEWS[24].about,
        ("Nov 2021", "UMass ADVANCE", "Collaborative Research Seed Grant", "Zhou Lin"),
        NEWS[24].links,
    ),
    Fact(
        "Resource-efficient deep multi-task learning",
        ("May 2021", "Adobe", "Research Collaboration Grant"),
        NEWS[30].links,
    ),
)

AWARDS: Final = (
    Fact("NSF CAREER Award", ("2024", "Hui Guan")),
    Fact("IBM PhD Fellowship Award", ("2023", "Lijun Zhang"), (LIJUN, IBM)),
    Fact("Outstanding Dissertation Award", ("2020", "Hui Guan", "NCSU Electrical and Computer Engineering")),
    Fact("IBM PhD Fellowship", ("2015 – 2018", "Hui Guan")),
)

#: Who is in the group, with their home pages.
MEMBERS: Final = {
    "Hui Guan": "",
    "Lijun Zhang": LIJUN,
    "Kunjal Panchal": KUNJAL,
    "Sohaib Ahmad": SOHAIB,
    "Qizheng Yang": "",
    "Juelin": "",
    "Sandeep": "",
}

INTRODUCTION: Final = (
    "Assistant Professor",
    "College of Information and Computer Sciences (CICS)",
    "University of Massachusetts Amherst",
    "flagship campus",
    "Ph.D. in Electrical Engineering",
    "North Carolina State University",
    "2020",
    "PLASMA",
    "Programming Language and Systems at Massachusetts",
    "compilers",
    "runtimes",
    "efficiently",
    "reliable",
    "diverse applications running on various systems",
    "cost less to develop",
    "edge",
    "accuracy",
    "composability",
    "pipelining",
    "locality",
)
INSTITUTIONS: Final = {
    "https://www.cics.umass.edu/",
    "https://www.ece.ncsu.edu/",
    "https://plasma-umass.org/",
}


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    return build_page(tmp_path_factory.mktemp("guan"), "hui-guan").html("gallery/hui-guan.html")


def test_the_introduction_names_people_places_and_aims(page: BeautifulSoup) -> None:
    text = words(one(page, "[role=main]")).partition("News")[0]
    assert [part for part in INTRODUCTION if part not in text] == []
    assert addresses(page) >= INSTITUTIONS


def test_the_news_are_those_of_the_original_in_their_order(page: BeautifulSoup) -> None:
    items = page.select("#news .vitae-entry")
    assert [one(item, ".vitae-key").get_text() for item in items] == [news.month for news in NEWS]
    assert in_order([news.about for news in NEWS], words(one(page, "#news"))) == []


@pytest.mark.parametrize("number", range(len(NEWS)), ids=lambda number: NEWS[number].about)
def test_an_item_of_the_news_has_each_of_its_links(page: BeautifulSoup, number: int) -> None:
    news = NEWS[number]
    item = page.select("#news .vitae-entry")[number]
    text = words(item)
    assert [part for part in (news.about, *news.names) if part not in text] == []
    assert set(news.links) - addresses(item) == set()


@pytest.mark.parametrize("number", range(len(NEWS)), ids=lambda number: NEWS[number].about)
def test_an_item_of_the_news_leads_to_what_it_is_about(page: BeautifulSoup, number: int) -> None:
    news = NEWS[number]
    item = page.select("#news .vitae-entry")[number]
    targets = [one(page, f"#{href.removeprefix('#')}") for href in addresses(item) if href.startswith("#")]
    assert len(targets) == news.tied
    for target in targets:
        title = plain(one(target, ".vitae-title").get_text())
        assert title in news.about or news.about in title


def test_the_works_are_those_of_the_news(page: BeautifulSoup) -> None:
    titles = [plain(title.get_text()) for title in page.select("#publications .vitae-entry .vitae-title")]
    assert sorted(titles) == sorted(work.title for work in WORKS)


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.title)
def test_a_work_has_its_tag_its_links_and_members_that_stand_out(page: BeautifulSoup, work: Work) -> None:
    tag = entry(page, "#publications .vitae-entry", work.title)
    assert plain(one(tag, ".vitae-key").get_text()) == work.tag
    assert set(work.links) - addresses(tag) == set()
    emphasised = tag.select(".vitae-names strong.vitae-me")
    assert tuple(plain(name.get_text()) for name in emphasised) == work.members
    for name in emphasised:
        home = MEMBERS[plain(name.get_text())]
        assert addresses(name) == ({home} if home else set())


def test_the_people_are_listed_with_their_home_pages(page: BeautifulSoup) -> None:
    people = {_name(person): addresses(person) for person in page.select("#people .vitae-person")}
    assert people == {name: {home} if home else set() for name, home in MEMBERS.items()}
    assert "Summer 2022" in words(page.select("#people .vitae-person")[list(MEMBERS).index("Qizheng Yang")])
    assert ZHOU in addresses(one(page, "#people"))


def _name(person: Tag) -> str:
    return plain(one(person, ".vitae-title").get_text())


@pytest.mark.parametrize("fact", GRANTS, ids=lambda fact: fact.title)
def test_a_grant_has_its_giver_and_link(page: BeautifulSoup, fact: Fact) -> None:
    _has(page, "#grants .vitae-entry", fact)


@pytest.mark.parametrize("fact", AWARDS, ids=lambda fact: fact.title)
def test_an_award_has_its_winner(page: BeautifulSoup, fact: Fact) -> None:
    _has(page, "#awards .vitae-entry", fact)


def _has(page: BeautifulSoup, selector: str, fact: Fact) -> None:
    tag = entry(page, selector, fact.title)
    text = words(tag)
    assert [detail for detail in fact.details if detail not in text] == []
    assert set(fact.links) - addresses(tag) == set()
