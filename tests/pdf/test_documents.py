"""Documents of a site in print: a letter in a look of its own, what stands on a CV, and the same bytes anywhere."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from latexmk import compile_pdf
from pdf_checks import MISSING, Pdf, output
from shared import Shared
from site_builder import Site

pytestmark = [pytest.mark.pdf, pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")]

LETTER = """\
# Letter

```{cv-letter} Application for a position
:to: Prof. Ada Lovelace; Institute of Engines; London
:date: 2026-01-15
:opening: Dear Professor Lovelace,
:closing: Yours sincerely,

I am writing of {pub}`a sparse core <huang2023rmstc>`.

Engines & efficient offices are my subject, 100 % of it.
```
"""
CV = """\
# Curriculum vitae

```{cv-header}
```

## Words

An official, efficient, affluent office.[^note] The greatest $\\alpha_1 \\le n^2$ of all.

> Quoted with care.

Term
: Its definition.

| Year | Course |
|------|--------|
| 1843 | Engines |

    print("literal")

[^note]: It has a footnote.

```{page-break}
```

## Publications

```{publications}
:number: descending
```
"""
LOOK = {"paper": "letter", "font": "sans", "fontsize": "12pt", "accent": "#7A1F2B"}


def write(folder: Path) -> None:
    """The documents in LaTeX."""
    site = Site(folder)
    documents = [
        (name, f"{name}.tex", title, "Guyue Huang", "vitae")
        for name, title in (("letter", "Letter"), ("cv", "Curriculum vitae"))
    ]
    site.configure(
        latex_documents=documents,
        vitae_cv={"letter.tex": LOOK},
        myst_enable_extensions=["deflist", "dollarmath"],
    )
    site.write("index.md", "# Home\n\n```{toctree}\nletter\ncv\n```\n")
    site.write("letter.md", LETTER)
    site.write("cv.md", CV)
    site.build("latex")


@pytest.fixture(scope="session")
def folder(shared: Shared) -> Path:
    return shared.folder("documents", write) / "_build" / "latex"


@pytest.fixture(scope="session")
def printed(shared: Shared, folder: Path) -> Callable[[str], Pdf]:
    """A document by its name."""
    return lambda name: Pdf.by_latex(shared.pdf(folder, name))


@pytest.mark.parametrize("name", ["letter", "cv"])
def test_a_document_passes_every_check_that_this_latex_can_pass(
    printed: Callable[[str], Pdf], name: str
) -> None:
    pdf = printed(name)
    without = {"bookmarks", "headings in the tag tree"} if name == "letter" else set()  # it has no headings
    assert pdf.expected() - without - {check for check, passed in pdf.checks().items() if passed} == set()
    log = pdf.path.with_suffix(".log").read_text("utf-8", "replace")
    assert [p for p in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide", log) if float(p) > 1] == []
    assert pdf.dangling() == []


@pytest.mark.parametrize("mode", ["-layout", "-raw"])
def test_a_letter_has_its_parts_in_order(printed: Callable[[str], Pdf], mode: str) -> None:
    text, position = printed("letter").text(mode), 0
    for part in (
        "Guyue Huang",
        "15 January 2026",
        "Prof. Ada Lovelace",
        "Institute of Engines",
        "London",
        "Application for a position",
        "Dear Professor Lovelace,",
        "I am writing of a sparse core.",
        "Engines & efficient offices are my subject, 100 % of it.",
        "Yours sincerely,",
        "Guyue Huang",
    ):
        position = text.index(part, position) + len(part)


def test_a_letter_is_not_headed_by_the_title_of_its_document(printed: Callable[[str], Pdf]) -> None:
    assert not re.search(r"\bLetter\b", printed("letter").text())


def test_a_document_has_the_look_that_is_given_under_its_target(printed: Callable[[str], Pdf]) -> None:
    letter, cv = printed("letter"), printed("cv")
    assert "(letter)" in output("pdfinfo", str(letter.path))
    assert "(A4)" in output("pdfinfo", str(cv.path))
    assert "Pagella" not in output("pdffonts", str(letter.path)).replace("PagellaMath", "")
    assert "Pagella-Regular" in output("pdffonts", str(cv.path))
    assert letter.pages == 1
    heights = {}
    for pdf, word in ((letter, "writing"), (cv, "affluent")):
        boxes = output("pdftotext", "-bbox", str(pdf.path), "-")
        low, high = re.findall(rf'yMin="(.*?)" xMax=".*?" yMax="(.*?)">{word}<', boxes)[0]
        heights[word] = float(high) - float(low)
    assert heights["writing"] > 1.1 * heights["affluent"]


def test_what_follows_a_page_break_begins_a_page(printed: Callable[[str], Pdf]) -> None:
    pages = output("pdftotext", "-raw", str(printed("cv").path), "-").split("\f")
    assert pages[1].startswith("Publications")
    assert "Publications" not in pages[0]


def test_words_keep_their_letters_and_notes_their_numbers(printed: Callable[[str], Pdf]) -> None:
    text = printed("cv").text("-raw")
    for part in ("An official, efficient, affluent office.", "Quoted with care.", "Term Its definition."):
        assert part in text
    assert re.search(r"1\s*It has a footnote\.", text)
    assert "Footnote rendering" not in text


def test_the_same_source_gives_the_same_bytes_in_another_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("FORCE_SOURCE_DATE", "1")
    made = []
    for name in ("a", "b/deeper"):
        target = tmp_path / name
        shutil.copytree(folder, target)
        assert compile_pdf(target, "letter") == []
        made.append((target / "letter.pdf").read_bytes())
    assert made[0] == made[1]


TYPES = (
    "article", "inproceedings", "book", "incollection", "unpublished", "phdthesis", "techreport", "patent", "software",
    "dataset", "misc", "online",
)  # fmt: skip
HEADS = ("Conference", "chapters", "Preprints", "Reports", "Patents", "Software", "Datasets", "Total")


@pytest.mark.parametrize("years", [12, 37], ids=["on a page", "over pages"])
def test_the_numbers_of_a_wide_chart_stay_within_the_line_and_its_words_whole(site: Site, years: int) -> None:
    works = "".join(
        f"@{kind}{{{kind}{year}, author = {{Huang, Guyue}}, title = {{Work}}, date = {{{1984 + year}}}}}\n"
        for kind in TYPES
        for year in range(years)
    )
    site.configure(suppress_warnings=["vitae"])  # of fields that are missing
    site.write("references.bib", works)
    site.write("index.md", "# CV\n\n```{publications-chart}\n:group-by: year, type\n```\n")
    folder = site.build("latex").folder
    assert compile_pdf(folder, "cv") == []
    assert "Overfull" not in (folder / "cv.log").read_text("utf-8", "replace")
    said = output("pdftotext", "-layout", str(folder / "cv.pdf"), "-").split()
    assert [head for head in HEADS if head not in said] == []
