"""The script behind the reading list: every form of the document is understood, and what is not is said."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from site_builder import ROOT
from sphinx_vitae.bib import read


@pytest.fixture(scope="module")
def convert() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "aisys_convert", ROOT / "docs" / "gallery" / "aisys_convert.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["aisys_convert"] = module  # its dataclasses look there for their annotations
    spec.loader.exec_module(module)
    return module


#: Authors as the document writes them → each with institutions, by "&".
FORMS = {
    "Ada Abel, Bo Bix, and Cy Cole, MIT": ["Ada Abel: MIT", "Bo Bix: MIT", "Cy Cole: MIT"],
    "Ada Abel and Bo Bix, MIT; Cy Cole, CMU": ["Ada Abel: MIT", "Bo Bix: MIT", "Cy Cole: CMU"],
    "Ada Abel, MIT and CMU; Bo Bix, CMU": ["Ada Abel: MIT & CMU", "Bo Bix: CMU"],
    "Ada Abel, MIT & CMU; Bo Bix, MIT": ["Ada Abel: MIT & CMU", "Bo Bix: MIT"],
    "Ada Abel, MIT / CMU; Bo Bix, CNCERT/CC": ["Ada Abel: MIT & CMU", "Bo Bix: CNCERT/CC"],
    "Ada Abel, MIT/CMU; Bo Bix, CMU": ["Ada Abel: MIT & CMU", "Bo Bix: CMU"],
    "Ada Abel, MIT, CMU; Bo Bix, CMU; Cy Cole, MIT": ["Ada Abel: MIT & CMU", "Bo Bix: CMU", "Cy Cole: MIT"],
    "Ada Abel, MBZ, Petuum, Inc., and CMU; Bo Bix, Petuum, Inc.; Cy Cole, MBZ and CMU; Di Dorn, CMU": [
        "Ada Abel: MBZ & Petuum, Inc. & CMU",
        "Bo Bix: Petuum, Inc.",
        "Cy Cole: MBZ & CMU",
        "Di Dorn: CMU",
    ],
    "Ada Abel, University of Science and Technology; Bo Bix, University of Nevada, Reno": [
        "Ada Abel: University of Science and Technology",
        "Bo Bix: University of Nevada, Reno",
    ],
    "Ada Abel, A University; B Laboratory; Bo Bix, CMU": [
        "Ada Abel: A University & B Laboratory",
        "Bo Bix: CMU",
    ],
    "Ada Abel, Bo Bix, University of Nevada, Reno": [
        "Ada Abel: University of Nevada, Reno",
        "Bo Bix: University of Nevada, Reno",
    ],
    "Ada Abel (MIT), Bo Bix (CMU), Cy Cole (MIT)": ["Ada Abel: MIT", "Bo Bix: CMU", "Cy Cole: MIT"],
    "Ada Abel, Bo Bix (MIT), and Cy Cole (CMU).": ["Ada Abel: MIT", "Bo Bix: MIT", "Cy Cole: CMU"],
    "Ada Abel (MIT); Bo Bix and Cy Cole( CMU )": ["Ada Abel: MIT", "Bo Bix: CMU", "Cy Cole: CMU"],
    "Ada Abel (MIT), Bo Bix (MIT), Cy Cole, Di Dorn (CMU)": [
        "Ada Abel: MIT",
        "Bo Bix: MIT",
        "Cy Cole: ",
        "Di Dorn: CMU",
    ],
    "Ada Abel (MIT), (CMU), Bo Bix (CMU)": ["Ada Abel: MIT & CMU", "Bo Bix: CMU"],
    '"Ada Abel (MIT)*;Bo Bix (Lab (of A), MIT)"': ["Ada Abel*: MIT", "Bo Bix: Lab (of A), MIT"],
    "Ada Abel (A School, China); Bo Bix (A School); Cy Cole (B School, USA)": [
        "Ada Abel: A School",
        "Bo Bix: A School",
        "Cy Cole: B School, USA",
    ],
    "[Ada Abel](https://a.org) MIT, [Bo Bix](https://b.org) , [Cy Cole](https://c.org) Lab, MIT": [
        "Ada Abel https://a.org: MIT",
        "Bo Bix https://b.org: ",
        "Cy Cole https://c.org: Lab, MIT",
    ],
    "[Ada Abel](https://a.org), Bo Bix": ["Ada Abel https://a.org: ", "Bo Bix: "],
    "Ada Abel,Bo Bix , Cy Cole ": ["Ada Abel: ", "Bo Bix: ", "Cy Cole: "],
    "Ada Abel · Bo Bix": ["Ada Abel: ", "Bo Bix: "],
    "*Ada Abel, Bo Bix*": ["Ada Abel: ", "Bo Bix: "],
    "Ada Abel, Bo Bix, Ada Abel": ["Ada Abel: ", "Bo Bix: "],
}


@pytest.mark.parametrize("written", FORMS)
def test_authors_are_read_from_every_form(convert: ModuleType, written: str) -> None:
    report = convert.Report()
    (paper,) = convert.settled(convert.papers(f"## SC\n### 2020\nA title\n{written}\n", report), report)
    found = [
        f"{a.name}{'*' * a.contact}{' ' * bool(a.url)}{a.url}: {' & '.join(a.places)}" for a in paper.authors
    ]
    assert found == FORMS[written]
    assert report.errors == []


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("A title\nAda Abel, Bo Bix", "A title"),
        ("A title.\n\nAda Abel, Bo Bix", "A title"),
        ("A title, \nAda Abel, Bo Bix", "A title"),
        ("A title\\\nAda Abel, Bo Bix", "A title"),
        ("Art: A, B, and C of\nmany lines\nAda Abel, Bo Bix", "Art: A, B, and C of many lines"),
        ("A title | Ada Abel (MIT), Bo Bix (MIT)", "A title"),
        ("A title    Ada Abel (MIT), Bo Bix (MIT)", "A title"),
        ("ART. ART: A Title. Ada Abel, Bo Bix. SC 2020.", "ART: A Title"),
        (
            "**[A title](https://t.org)**\n\n[Ada Abel](https://a.org) MIT, [Bo Bix](https://b.org) MIT",
            "A title",
        ),
        ("**[A title](https://t.org)**[Ada Abel](https://a.org) MIT, [Bo Bix](https://b.org) MIT", "A title"),
    ],
)
def test_titles_are_told_from_authors(convert: ModuleType, lines: str, title: str) -> None:
    report = convert.Report()
    (paper,) = convert.papers(f"## SC\n\n### 2020\n{lines}\n", report)
    assert (paper.venue, paper.year, paper.title) == ("SC", "2020", title)
    assert [author.name for author in paper.authors] == ["Ada Abel", "Bo Bix"]
    assert paper.url == ("https://t.org" if "t.org" in lines else "")
    assert report.errors == []


def test_papers_need_no_empty_line_between_them(convert: ModuleType) -> None:
    text = "## SC\n### 2020\nOne\nAda Abel, Bo Bix\nTwo\nCy Cole, Di Dorn\n## ATC\n### 2021\nThree\nAda Abel, Bo Bix\n"
    found = convert.papers(text, convert.Report())
    assert [(p.venue, p.year, p.title) for p in found] == [
        ("SC", "2020", "One"),
        ("SC", "2020", "Two"),
        ("ATC", "2021", "Three"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## SC\n### 2020\nA title\n\n### 2021\n", "line 5: error: no authors follow 'A title'"),
        ("## SC\n### 2020\nA title\n", "line 3: error: no authors follow 'A title'"),
        ("## SC\n### 2020\nA title\nB | Ada Abel, Bo Bix\n", "line 4: error: no authors follow 'A title'"),
        (
            "## SC\n### 2020\nA title\n\nA School; Bo Bix, MIT\n",
            "line 5: error: 'A School' is no name of one person",
        ),
        (
            "## SC\n### 2020\nA title\n\nof two lines\n",
            "line 5: error: 'of two lines' is no name of one person",
        ),
        (
            "## SC\n### 2020\nA title\nAda Abel, Bo Bix3\n",
            "line 4: error: 'Bo Bix3' is no name of one person",
        ),
        ("## Moon\n### 2020\nA title\nAda Abel, Bo Bix\n", "line 4: error: no paper of a known venue"),
        ("## SC\nA title\nAda Abel, Bo Bix\n", "line 3: error: no paper of a known venue"),
    ],
)
def test_what_is_not_understood_is_an_error(convert: ModuleType, text: str, message: str) -> None:
    report = convert.Report()
    convert.papers(text, report)
    assert report.errors
    assert report.errors[0].startswith(message)


def test_the_entries_read_back(convert: ModuleType, tmp_path: Path) -> None:
    """Corrections that the document does not need any more are errors; without them, the file is written."""
    document = tmp_path / "list.md"
    target = tmp_path / "list.bib"
    document.write_text(
        "## VLDB\n### 2021\nART: the DNNs\nTom St. John (A & B)*, Bo Bïx (A/C)\n## arXiv\n### 2020\nART: the\nBo Bix, Ada Abel\n",
        "utf-8",
    )
    assert convert.main(str(document), str(target)) == 1
    assert not target.exists()
    corrections = dict(convert.CORRECTIONS)
    convert.CORRECTIONS.clear()
    assert convert.main(str(document), str(target)) == 0
    once = target.read_bytes()
    assert convert.main(str(document), str(target)) == 0
    convert.CORRECTIONS.update(corrections)
    assert target.read_bytes() == once
    records, problems = read([("list.bib", once)])
    assert not problems
    first, second = records
    assert (first.key, first.groups[0], str(first.title)) == (
        "aisys-stjohn2021art",
        "journal",
        "ART: the DNNs",
    )
    assert (second.key, second.groups[0]) == ("aisys-bix2020art", "preprint")
    tom, bo = first.people("author").persons
    assert (tom.family, tom.affiliation, tom.marks) == ("St. John", "A & B", ("corresponding",))
    assert (bo.family, bo.affiliation, bo.marks) == ("Bïx", "A & C", ())


def test_titles_keep_their_capitals(convert: ModuleType) -> None:
    assert convert.bib_title("Ray: A GPU-driven Way of DNNs") == "{Ray}: A {GPU}-driven Way of {DNNs}"
    assert convert.bib_title("A Low Co-Design on Multi-GPU Sets") == "A Low Co-Design on Multi-{GPU} Sets"


def test_keys_are_unique(convert: ModuleType) -> None:
    report = convert.Report()
    text = "## SC\n### 2020\nFast and Big\nBo Bix, Ada Abel\nFast or Small\nBo Bix, Ada Abel\n"
    assert list(convert.keys(convert.papers(text, report))) == ["aisys-bix2020fast", "aisys-bix2020fastor"]
