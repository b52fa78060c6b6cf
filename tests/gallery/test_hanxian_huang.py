"""The CV of Hanxian Huang, on its page and in print, says everything that the original says, in its order.

The facts are taken from the original, never from our bibliography. Two misspelt words are mended ("Muti-",
"A Equality"), a month is as the page prints it, and dates that stood apart from their lines in the original
are with the works that they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

import pytest
from bs4 import BeautifulSoup, Tag

from gallery_pages import addresses, build_page, entry, in_order, one, plain, words
from pdf_checks import MISSING, Pdf, joined, output
from shared import Shared

HOME: Final = "https://hanxian97.github.io"


class Fact(NamedTuple):
    """A line of the CV, and what stands with it."""

    title: str
    details: tuple[str, ...] = ()


class Project(NamedTuple):
    """``papers`` by their numbers in the list of publications."""

    title: str
    details: tuple[str, ...]
    papers: tuple[int, ...] = ()


class Position(NamedTuple):
    title: str
    details: tuple[str, ...]
    projects: tuple[Project, ...]


class Work(NamedTuple):
    authors: str
    title: str
    details: tuple[str, ...]


EDUCATION: Final = (
    Fact(
        "Ph.D. student in Computer Science",
        (
            "University of California San Diego",
            "Department of Computer Science and Engineering",
            "San Diego, CA, USA",
            "Dec 2024 (expected)",
            "GPA: 4.00/4.00",
        ),
    ),
    Fact(
        "M.S. in Computer Science",
        (
            "University of California San Diego",
            "Department of Computer Science and Engineering",
            "San Diego, CA, USA",
            "Sep 2019",
            "GPA: 3.96/4.00",
        ),
    ),
    Fact(
        "B.S. in Computer Science and Technology",
        (
            "Peking University",
            "School of Electronics Engineering and Computer Science",
            "Beijing, China",
            "Sep 2015 – Jul 2019",
            "Major GPA: 3.75/4.00",
        ),
    ),
)

INTERESTS: Final = (
    "computer systems",
    "compilers",
    "programming languages",
    "ML4Sys",
    "Sys4ML",
)

AWARDS: Final = (
    Fact("ACM SIGSOFT Distinguished Paper Award", ("2024",)),
    Fact("Machine Learning and Systems Rising Star", ("2024",)),
    Fact("Powell Fellowship", ("2019",)),
    Fact("Schlumberger Scholarship", ("2018", "op 3%")),
    Fact("Merit student", ("2018", "Peking University", "op 3%")),
    Fact(
        "Second Prize",
        ("2018", "6th PKU Young Scientists Symposium on Informatics", "op 5%"),
    ),
)

WORK: Final = (
    Position(
        "Research Intern",
        (
            "PyTorch Core Performance team, Meta",
            "Menlo Park, CA, USA",
            "Jun – Sep 2024",
            "Dr. Andrew Or and Supriya Rao",
        ),
        (
            Project(
                "Bayesian Optimization for Mixed-Precision Quantization",
                ("TorchAO", "sensitivity", "20.1%", "2.8%", "15.1%", "3.2%", "Llama3-8B", "int8"),
            ),
        ),
    ),
    Position(
        "Research Intern",
        (
            "Gray System Lab, Microsoft Research",
            "remote",
            "Redmond, WA, USA",
            "Jun 2022 – May 2023",
            "Dr. Yuanyuan Tian",
            "ull-time Jun – Sep 2022",
            "part-time Oct 2022 – May 2023",
        ),
        (
            Project(
                "SIBYL: Forecasting Time-Evolving Query Workloads",
                ("SIGMOD'24", "10k", "87.3%", "1.7×", "1.3×", "materialized views", "indexes"),
                (4,),
            ),
        ),
    ),
    Position(
        "Machine Learning Intern",
        (
            "Y-tech Lab, Kwai Inc.",
            "remote",
            "Palo Alto, CA, USA",
            "Jun – Sep 2021",
            "Dr. Xin Chen",
        ),
        (
            Project(
                "Fasor: A Fast Tensor Program Optimization Framework",
                ("ICS'24", "80%", "10.24×", "8.17×", "Intel CPU", "NVIDIA GPU", "TVM", "reinforcement"),
                (2,),
            ),
        ),
    ),
    Position(
        "Research Intern",
        ("Kwai Inc.", "Jun – Sep 2020", "Dr. Xin Chen"),
        (
            Project(
                "ADMM-based Model Pruning",
                (
                    "pre-train, ADMM-softcut, prune and fine-tune",
                    "alternating direction method of multipliers",
                    "70%",
                    "ImageNet",
                ),
            ),
        ),
    ),
    Position(
        "Research Intern",
        (
            "Heterogeneous and Extreme Computing (HEX) group, Microsoft Research Asia",
            "Beijing, China",
            "Oct 2018 – May 2019",
            "Dr. Chen Zhang",
        ),
        (
            Project(
                "Sparsity/Quantization for Larger-scale Neural Network",
                ("quantization", "sparsity", "architecture", "sensitivity", "full-size"),
            ),
        ),
    ),
)

RESEARCH: Final = (
    Position(
        "Graduate Student Researcher",
        (
            "STABLE Lab, University of California San Diego",
            "San Diego, CA, USA",
            "Sep 2019 – present",
            "Prof. Jishen Zhao",
        ),
        (
            Project(
                "GeoT: Tensor Centric Library for Graph Neural Networks",
                ("In progress", "segment reduction", "decision tree", "1.80×", "1.68×", "PyTorch"),
                (16,),
            ),
            Project(
                "Exploiting CS Education Theory for LLMs Prompting in Programming Tasks",
                ("May 2024", "everse learning", "air programming", "GPT-3.5", "CodeGen-350M"),
            ),
            Project(
                "Multi-Agent LLMs for Verilog RTL Code Generation",
                ("In progress", "10.4%", "pass@5", "test benches"),
                (17,),
            ),
            Project(
                "WASMREV: Multi-modal Learning for WebAssembly Reverse Engineering",
                ("ISSTA'24", "Dec 2023", "74.9%", "93.1%", "87.3%", "BERTScore-F1"),
                (3,),
            ),
            Project(
                "WASMBert: First Transferable WebAssembly Language Model",
                ("Aug 2023", "55%", "16%", "code property graphs"),
                (14,),
            ),
            Project(
                "TripLe: Efficient Vision Transformer (ViT) Training and Scaling",
                ("ICCV'23", "Dec 2022", "80%", "8×", "knowledge distillation"),
                (5,),
            ),
            Project(
                "Q-gym: An Equality Saturation-based DNN Inference Framework",
                ("PACT'22", "May 2022", "70%", "2.56×", "1.78×", "OneDNN"),
                (6,),
            ),
            Project(
                "GateNet and GateFlow: Accelerating BNN evaluation under FHE",
                ("ICLR Workshop '21", "Dec 2020", "popcount", "GateComp", "13.41×"),
                (9, 15),
            ),
            Project(
                "Learn-to-Share: Efficient Multi-NLP Tasks Training",
                ("ICML'21", "elta-pruning", "1.4%", "49.5%", "GLUE"),
                (8,),
            ),
            Project(
                "Ayudante: Assisting Persistent Memory Programming",
                ("USENIX ATC'21", "Jan 2021", "78.7% to 100%", "Java"),
                (7,),
            ),
        ),
    ),
    Position(
        "Research Intern",
        (
            "Microprocessor Architecture Researchers LAB, University of California Los Angeles",
            "Los Angeles, CA, USA",
            "Jul – Sep 2018",
            "Prof. Glenn Reinman",
        ),
        (
            Project(
                "Efficient Face Recognition Application on Computing Hierarchy",
                ("Alpha Data FPGA board", "near-storage", "near-memory", "near-cache"),
            ),
        ),
    ),
    Position(
        "Research Assistant",
        (
            "Center for Energy-efficient Computing and Applications, Peking University",
            "Beijing, China",
            "Sep 2017 – Mar 2018",
            "Prof. Guojie Luo",
        ),
        (
            Project(
                "Adaptive-Precision Framework for SGD Using Deep Q-Learning",
                ("ICCAD'18", "Mar 2018", "4.3×", "32-bit"),
                (10,),
            ),
            Project(
                "FPGA-based Real-Time Super-Resolution System",
                ("FCCM'18", "Jan 2018", "30 frames per second", "4k"),
                (11,),
            ),
        ),
    ),
)

PROJECTS: Final = tuple(project for position in RESEARCH for project in position.projects)

WORKS: Final = (
    Work(
        "X. Chen, H. Huang, Y. Gao, Y. Wang, J. Zhao, K. Ding",
        "Learning to Maximize Mutual Information for Chain-of-Thought Distillation",
        ("Annual Meeting of the Association for Computational Linguistics (ACL) Findings", "2024"),
    ),
    Work(
        "H. Huang, X. Chen, J. Zhao",
        "Fasor: A Fast Tensor Program Optimization Framework for Efficient DNN Deployment",
        ("International Conference on Supercomputing (ICS)", "2024"),
    ),
    Work(
        "H. Huang, J. Zhao",
        "Multi-representation Learning for WebAssembly Reverse Engineering",
        (
            "ACM SIGSOFT International Symposium on Software Testing and Analysis (ISSTA)",
            "2024",
            "ACM SIGSOFT Distinguished Paper Award",
        ),
    ),
    Work(
        "H. Huang, T. Siddiqui, R. Alotaibi, C. Curino, J. Leeka, A. Jindal, J. Zhao,"
        " J. Camacho-Rodríguez, Y. Tian",
        "SIBYL: Forecasting Time-Evolving Query Workloads",
        ("ACM SIGMOD International Conference on Management of Data", "2024"),
    ),
    Work(
        "C. Fu, H. Huang, Z. Jiang, Y. Ni, L. Nai, G. Wu, L. Cheng, Y. Zhou, S. Li, A. Li, J. Zhao",
        "TripLe: Revisiting Pretrained Model Reuse and Progressive Learning for Efficient Vision Transformer"
        " Scaling and Searching",
        ("International Conference on Computer Vision (ICCV)", "2023"),
    ),
    Work(
        "C. Fu, H. Huang, B. Wasti, C. Cummins, R. Baghdadi, K. Hazelwood, Y. Tian, J. Zhao, H. Leather",
        "Q-gym: An Equality Saturation Framework for DNN Inference Exploiting Weight Repetition",
        (
            "Proceedings of the International Conference on Parallel Architectures and Compilation Techniques"
            " (PACT)",
            "2022",
        ),
    ),
    Work(
        "H. Huang, Z. Wang, J. Kim, S. Swanson, J. Zhao",
        "Ayudante: A Deep Reinforcement Learning Approach to Assist Persistent Memory Programming",
        ("USENIX Annual Technical Conference (ATC)", "2021"),
    ),
    Work(
        "C. Fu, H. Huang, X. Chen, Y. Tian, J. Zhao",
        "Learn-to-Share: A Hardware-friendly Transfer Learning Framework Exploiting Computation and Parameter"
        " Sharing",
        (
            "Proceedings of the International Conference on Machine Learning (ICML)",
            "Long presentation",
            "2021",
        ),
    ),
    Work(
        "C. Fu, H. Huang, X. Chen, J. Zhao",
        "Gatenet: Bridging the gap between binarized neural network and the evaluation",
        ("ICLR Workshop on Security and Safety in Machine Learning Systems", "2021"),
    ),
    Work(
        "W. Zhang*, H. Huang*, J. Zhang, M. Jiang, G. Luo",
        "Adaptive-Precision Framework for SGD using Deep Q-Learning",
        ("Proceedings of the International Conference on Computer Aided Design (ICCAD)", "2018"),
    ),
    Work(
        "Z. He*, H. Huang*, M. Jiang, Y. Bai, G. Luo",
        "FPGA-based Real-Time Super-Resolution System for Ultra High-Definition Videos",
        (
            "IEEE International Symposium on Field-Programmable Custom Computing Machines (FCCM)",
            "2018",
        ),
    ),
    Work(
        "G. Luo, Z. He, H. Huang, Y. Bai, H. Jia, M. Jiang",
        "FPGA-based Real-time Super-resolution Method and System",
        ("Patent CN108765282B", "9 October 2020"),
    ),
    Work(
        "Z. Peng, Y. Liu, H. Huang, Y. Ren, J. Yang, L. Liu, X. Chen",
        "Multi-level intermediate representation decoder for heterogeneous platforms",
        ("Patent US11928446B2", "12 March 2024"),
    ),
    Work(
        "H. Huang, J. Zhao",
        "Neural WebAssembly Comprehension: A Transferable WebAssembly Learning for Generalized Analysis Tasks",
        ("Under review",),
    ),
    Work(
        "C. Fu*, H. Huang*, H. Chen, Y. Li, J. Zhao",
        "GateFlow: Bridging The Gap Between Binarized Neural Network And Fully Homomorphic Encryption",
        ("Under review",),
    ),
    Work(
        "Z. Yu, G. Zhang, H. Huang, K. Ding, J. Zhao",
        "GeoT: Building Efficient Tensor Centric Library for Graph Neural Network via Segment Reduction",
        ("Under review",),
    ),
    Work(
        "H. Huang, Z. Lin, Z. Wang, X. Chen, K. Ding, J. Zhao",
        "Towards LLM-Powered Verilog RTL Assistant: Self-Correction and Self-Verification",
        ("Under review",),
    ),
)

#: The whole CV from top to bottom.
IN_ORDER: Final = (
    "Hanxian Huang",
    "Education",
    *(fact.title for fact in EDUCATION),
    "Research interests",
    "Awards",
    *(fact.title for fact in AWARDS),
    "Work experience",
    *(
        part
        for position in WORK
        for part in (position.title, position.details[0], *(project.title for project in position.projects))
    ),
    "Research experience",
    *(
        part
        for position in RESEARCH
        for part in (position.title, position.details[0], *(project.title for project in position.projects))
    ),
    "Publications",
    *(work.title for work in WORKS),
)


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    return build_page(tmp_path_factory.mktemp("hanxian"), "hanxian-huang").html("gallery/hanxian-huang.html")


def test_the_page_has_everything_in_the_order_of_the_original(page: BeautifulSoup) -> None:
    assert in_order(IN_ORDER, words(one(page, "[role=main]"))) == []
    assert HOME in addresses(one(page, ".vitae-header"))


@pytest.mark.parametrize("fact", EDUCATION, ids=lambda fact: fact.title)
def test_a_degree_has_its_grade(page: BeautifulSoup, fact: Fact) -> None:
    text = words(entry(page, ".vitae-item", fact.title))
    assert [detail for detail in fact.details if detail not in text] == []


@pytest.mark.parametrize("fact", AWARDS, ids=lambda fact: fact.title)
def test_an_award_has_its_date(page: BeautifulSoup, fact: Fact) -> None:
    text = words(entry(page, "#awards .vitae-entry", fact.title))
    assert [detail for detail in fact.details if detail not in text] == []


def test_the_interests_are_named(page: BeautifulSoup) -> None:
    text = words(one(page, "#research-interests"))
    assert [interest for interest in INTERESTS if interest not in text] == []


@pytest.mark.parametrize("position", WORK, ids=lambda position: position.details[0])
def test_a_job_has_its_project_with_bullets_below(page: BeautifulSoup, position: Position) -> None:
    tag = page.select("#work-experience > ul > .vitae-entry")[WORK.index(position)]
    text = words(tag)
    assert plain(tag.select_one(".vitae-title").get_text()) == position.title
    (project,) = position.projects
    assert [part for part in (*position.details, *project.details) if part not in text] == []
    above = tag.select_one(".vitae-prose > ul > li")
    assert plain(above.get_text(" ")).startswith(project.title)
    assert len(above.select("ul > li")) >= 2
    assert _papers(page, tag.select(".vitae-source a[href]")) == project.papers


@pytest.mark.parametrize("position", RESEARCH, ids=lambda position: position.details[0])
def test_a_research_position_holds_its_projects(page: BeautifulSoup, position: Position) -> None:
    (tag,) = (
        item for item in page.select("#research-experience .vitae-item") if position.details[0] in words(item)
    )
    assert plain(tag.select_one(".vitae-title").get_text()) == position.title
    text = words(tag)
    assert [detail for detail in position.details if detail not in text] == []
    projects = [plain(title.get_text()) for title in tag.select(".vitae-entry .vitae-title")]
    assert projects == [project.title for project in position.projects]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.title)
def test_a_project_is_dated_and_tied_to_its_papers(page: BeautifulSoup, project: Project) -> None:
    tag = entry(page, "#research-experience .vitae-entry", project.title)
    text = words(tag)
    assert [detail for detail in project.details if detail not in text] == []
    assert _papers(page, tag.select(".vitae-source a[href]")) == project.papers


def _papers(page: BeautifulSoup, links: Iterable[Tag]) -> tuple[int, ...]:
    """The numbers of the works that links lead to."""
    found = [one(page, f"{link['href']} > .vitae-key") for link in links]
    return tuple(int(number.get_text()) for number in found)


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.title)
def test_a_work_has_its_number_authors_and_venue(page: BeautifulSoup, work: Work) -> None:
    tag = entry(page, "#publications .vitae-entry", work.title)
    assert plain(tag.select_one(".vitae-key").get_text()) == str(WORKS.index(work) + 1)
    assert plain(tag.select_one(".vitae-names").get_text()) == f"{work.authors}."
    assert [plain(name.get_text()) for name in tag.select("strong.vitae-me")] == ["H. Huang"]
    assert addresses(one(tag, ".vitae-names")) == set(), "the original knows no more of anybody"
    text = words(tag)
    assert [detail for detail in work.details if detail not in text] == []


def test_the_award_and_its_paper_lead_to_each_other(page: BeautifulSoup) -> None:
    award = entry(page, "#awards .vitae-entry", AWARDS[0].title)
    paper = entry(page, "#publications .vitae-entry", WORKS[2].title)
    assert f"#{paper['id']}" in addresses(award)
    assert f"#{award['id']}" in addresses(one(paper, ".vitae-award"))


@pytest.fixture(scope="session")
def cv(shared: Shared) -> Pdf:
    return Pdf.by_latex(shared.pdf(shared.sample("latex").folder, "cv-hanxian-huang"))


def printed(test: Callable[..., None]) -> Callable[..., None]:
    """A test of the PDF by LaTeX."""
    for mark in (
        pytest.mark.pdf,
        pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
        pytest.mark.thorough(reason="takes a PDF of its own; tests/pdf looks at the one of the sample CV"),
    ):
        test = mark(test)
    return test


@printed
def test_the_pdf_has_everything_in_the_order_of_the_original(cv: Pdf) -> None:
    assert in_order(IN_ORDER, cv.text("-raw")) == []


@printed
def test_the_pdf_has_all_details(cv: Pdf) -> None:
    text = plain(cv.text("-raw")).replace("* ,", "*,")  # a raised sign ends a line there
    wanted = [*INTERESTS, *(work.authors for work in WORKS)]
    for fact in (*EDUCATION, *AWARDS):
        wanted += fact.details
    for work in WORKS:  # in the column of dates, months are abbreviated
        wanted += [re.sub(r"\b(Oct|Mar)(ober|ch)\b", r"\1", detail) for detail in work.details]
    for position in (*WORK, *RESEARCH):
        wanted += position.details
        wanted += [detail for project in position.projects for detail in project.details]
    assert [part for part in wanted if joined(part) not in text] == []


@printed
def test_the_pdf_numbers_all_works_through(cv: Pdf) -> None:
    text = cv.text("-raw").partition("Publications")[2]
    assert in_order([f"[{n}] {work.title[:12]}" for n, work in enumerate(WORKS, 1)], text) == []


@printed
def test_the_pdf_passes_every_check_that_this_latex_can_pass(cv: Pdf) -> None:
    passed = {name for name, ok in cv.checks().items() if ok}
    assert cv.expected() - passed == set()
    assert cv.dangling() == []
    assert f"{HOME}" in {address.rstrip("/") for address in cv.addresses}
    log = cv.path.with_suffix(".log").read_text("utf-8", "replace")
    wide = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide", log)]
    assert [points for points in wide if points > 1] == []


@printed
def test_in_print_projects_stand_further_in_than_their_positions(cv: Pdf) -> None:
    found = re.findall(
        r'<word xMin="([\d.]+)"[^>]*>(.*?)</word>', output("pdftotext", "-bbox", str(cv.path), "-")
    )

    def left(text: str) -> float:
        """Where this begins, by its first three words; publications of the same name come after."""
        wanted = text.split()[:3]
        place = next(n for n in range(len(found)) if [word for _, word in found[n : n + 3]] == wanted)
        return float(found[place][0])

    for position in RESEARCH:
        edge = left(position.details[0])
        assert {left(project.title) > edge + 10 for project in position.projects} == {True}


@printed
def test_what_follows_the_bullets_does_not_begin_a_page(cv: Pdf) -> None:
    pages = output("pdftotext", "-layout", str(cv.path), "-").split("\f")
    assert len(pages) > 3
    assert [page for page in pages if page.lstrip().startswith("Paper")] == []


@printed
def test_the_source_is_not_printed(cv: Pdf) -> None:
    text = cv.text()
    assert "@inproceedings" not in text
    assert "made from" not in text
