"""One page, several documents: what stands under ``only`` is in its document alone, and nothing leads to it elsewhere."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import sphinx

from site_builder import Built, Site

HOME = {
    "md": "# Home\n\n{pub}`dai2022daspmm`, {talk}`tvmcon`, {ref}`talks`.\n\n```{toctree}\ncv\npubs\n```\n",
    "rst": "Home\n====\n\n:pub:`dai2022daspmm`, :talk:`tvmcon`, :ref:`talks`.\n\n.. toctree::\n\n   cv\n   pubs\n",
}
PUBS = {
    "md": "# Pubs\n\n```{publications}\n:number: descending\n```\n",
    "rst": "Pubs\n====\n\n.. publications::\n   :number: descending\n",
}
CV = {
    "md": """\
# CV

```{cv-header}
```

{pub}`dai2022daspmm` {pub-number}`dai2022daspmm` {ref}`talks` {talk}`tvmcon` {cite:p}`huang2021eda`

:::{only} cv_short
## Selected

```{publications}
:number: canonical
:selected:
```
:::

:::{only} not cv_short
## All of them

```{publications}
:number: canonical
:group-by: year
```

(talks)=
## Talks

### Invited

```{talks}
```
:::

## Awards

```{awards}
```
""",
    "rst": """\
CV
==

.. cv-header::

:pub:`dai2022daspmm` :pub-number:`dai2022daspmm` :ref:`talks` :talk:`tvmcon` :cite:p:`huang2021eda`

.. only:: cv_short

   Selected
   --------

   .. publications::
      :number: canonical
      :selected:

.. only:: not cv_short

   All of them
   -----------

   .. publications::
      :number: canonical
      :group-by: year

   .. _talks:

   Talks
   -----

   Invited
   ~~~~~~~

   .. talks::

Awards
------

.. awards::
""",
}


@pytest.fixture(params=["md", "rst"])
def variants(request: pytest.FixtureRequest, site: Site) -> Site:
    markup: str = request.param
    for name, texts in (("index", HOME), ("pubs", PUBS), ("cv", CV)):
        site.write(f"{name}.{markup}", texts[markup])
    documents = [
        ("cv", "cv.tex", "Curriculum vitae", "Guyue Huang", "vitae"),
        ("cv", "cv-short.tex", "Short CV", "Guyue Huang", "vitae"),
        ("pubs", "pubs.tex", "Publications", "Guyue Huang", "vitae"),
        ("index", "site.tex", "The site", "Guyue Huang", "howto"),
    ]
    site.configure(latex_documents=documents, myst_enable_extensions=["colon_fence"])
    return site


def sections(tex: str) -> list[str]:
    return re.findall(r"^\\(?:sub)*section\{(.*)\}$", tex, re.M)


def dangling(tex: str) -> set[str]:
    """Labels that links ask for, and that are not there."""
    asked = set(re.findall(r"\\(?:hyperref\[|hyperlink\{|vitaeonpage\{)\\detokenize\{(.*?)\}", tex))
    return asked - set(re.findall(r"\\label\{\\detokenize\{(.*?)\}", tex))


def test_headings_are_in_their_documents_alone(variants: Site) -> None:
    built = variants.build("latex")
    assert sections(built.text("cv.tex")) == [
        *("All of them", "2023", "2022", "2021"),
        *("Talks", "Invited", "Awards"),
    ]
    assert sections(built.text("cv-short.tex")) == ["Selected", "Awards"]


def test_headings_on_the_page_keep_their_levels(variants: Site) -> None:
    built = variants.build()
    headings = built.all("h1, h2, h3", "cv.html")
    texts = [(tag.name, " ".join(str(tag.find(string=True)).split())) for tag in headings]
    at = texts.index(("h1", "CV"))
    assert texts[at : at + 8] == [
        *(("h1", "CV"), ("h2", "All of them"), ("h3", "2023"), ("h3", "2022"), ("h3", "2021")),
        *(("h2", "Talks"), ("h3", "Invited"), ("h2", "Awards")),
    ]


def numbers(built: Built, name: str) -> dict[str, str]:
    return {
        key: number
        for number, key in re.findall(r"\\vitaeitem\{(\w*)\}.*?:pub-(\w+?)(?:-2)?\}", built.text(name))
    }


def test_numbers_are_equal_in_all_documents(variants: Site) -> None:
    built = variants.build("latex")
    everywhere = {"huang2023rmstc": "3", "dai2022daspmm": "2", "huang2021eda": "1"}
    assert numbers(built, "pubs.tex") == everywhere
    assert numbers(built, "cv.tex") == everywhere
    assert numbers(built, "cv-short.tex") == {"huang2023rmstc": "3"}


def test_a_number_that_a_document_leaves_out_is_printed_all_the_same(variants: Site) -> None:
    short = variants.build("latex").text("cv-short.tex")
    line = next(line for line in short.splitlines() if "Heuristic" in line)
    assert re.search(r"\{2\}", line)


@pytest.mark.parametrize("base", ["", "https://example.org/"])
def test_no_link_leads_to_what_a_document_leaves_out(variants: Site, base: str) -> None:
    variants.write("conf.py", (variants.folder / "conf.py").read_text("utf-8") + f"html_baseurl = {base!r}\n")
    built = variants.build("latex")
    for name in ("cv.tex", "cv-short.tex", "pubs.tex", "site.tex"):
        assert dangling(built.text(name)) == set(), name
    short = built.text("cv-short.tex")
    for id_ in ("pub-dai2022daspmm", "talks", "talk-tvmcon", "pub-huang2021eda"):
        assert (f"{{https://example.org/cv.html\\#{id_}}}" in short) == bool(base)


def test_links_on_pages_lead_to_what_stands_on_pages(variants: Site) -> None:
    built = variants.build()
    ids = {str(tag["id"]) for tag in built.all("[id]", "cv.html")}
    assert {"pub-huang2023rmstc", "pub-dai2022daspmm", "talk-tvmcon", "talks"} <= ids
    assert not [id_ for id_ in ids if id_.endswith("-2")]
    home = [str(link["href"]) for link in built.all("[role=main] p a")]
    assert home == ["cv.html#pub-dai2022daspmm", "cv.html#talk-tvmcon", "cv.html#talks"]


def test_what_is_in_print_alone_is_no_target_of_pages(site: Site) -> None:
    site.write(
        "index.md",
        "# P\n\n{pub}`huang2023rmstc` {talk}`tvmcon`\n\n```{only} latex\n```{publications}\n```\n\n```{talks}\n```\n```\n",
    )
    site.write(
        "index.md",
        (site.folder / "index.md").read_text().replace("```{only} latex", "````{only} latex")[:-4] + "````\n",
    )
    page = site.build()
    assert [str(link["href"]) for link in page.all("[role=main] p a")] == [
        "https://doi.org/10.1145/3613424.3623775",
        "https://example.org/video",
    ]
    tex = site.build("latex").text("cv.tex")
    assert r"\hyperref[\detokenize{index:pub-huang2023rmstc}]" in tex
    assert dangling(tex) == set()


@pytest.mark.skipif(
    sphinx.version_info < (9,), reason="this Sphinx fails on sections in nested conditions, in every format"
)
def test_labels_and_text_stay_in_their_order_around_headings(site: Site) -> None:
    site.configure(myst_enable_extensions=["colon_fence"])
    text = (
        "# P\n\n## A\n\nBegin.\n\n::::{only} html\nBefore.\n\n### B\n\nIn B.\n\n:::{only} not html\n### C\n\nIn C.\n:::\n\n"
        "## D\n\nIn D.\n::::\n\n### E\n\nIn E.\n"
    )
    site.write("index.md", text)
    shown = site.build().one("[role=main]").get_text(" ")
    position = [shown.index(word) for word in ("Begin.", "Before.", "In B.", "In D.")]
    assert all(one < next_ for one, next_ in pairwise(position))
    assert "In C." not in shown
    assert "In E." in shown
    tex = site.build("latex").text("cv.tex")
    assert not any(f"In {name}." in tex for name in "BCD")
    assert sections(tex) == ["A", "E"]


def test_documents_of_one_page_come_in_the_order_of_their_files(site: Site) -> None:
    documents = [("index", f"{name}.tex", name, "Me", "vitae") for name in ("b", "a", "c")]
    site.configure(latex_documents=documents)
    site.write("index.rst", "P\n=\n\n" + "".join(f".. only:: {n}\n\n   Here {n}.\n\n" for n in "abc"))
    built = site.build("latex")
    for name in "abc":
        assert re.findall(r"Here (\w)\.", built.text(f"{name}.tex")) == [name]


def test_ties_print_the_numbers_of_lists_that_keep_those_of_another(variants: Site) -> None:
    tex = variants.build("latex").text("cv.tex")
    assert re.search(r"on[ ~].*\\hyperref\[\\detokenize\{cv:pub-huang2023rmstc\}\]\{\{\[\}3\{\]\}\}", tex)
