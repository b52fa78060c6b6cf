"""The printed documents by the builder ``cvpdf``, which needs no TeX."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from pdf_checks import MISSING, READERS, Pdf, joined, missing_programs, output
from shared import Shared
from site_builder import BIB, CONF, ROOT, Built, Site

pytest.importorskip("typst", reason="not installed: typst")
unreadable = ", ".join(missing_programs(READERS))
pytestmark = [pytest.mark.pdf, pytest.mark.skipif(bool(unreadable), reason=f"not installed: {unreadable}")]

#: Author and title of a document of a small site, which has no header.
HEAD = "Guyue Huang Curriculum vitae"
DOCUMENTS = ("cv", "cv-short", "cv-hanxian-huang")


@pytest.fixture(scope="session")
def sample(shared: Shared) -> Built:
    """The documents of the sample site."""
    return shared.sample("cvpdf")


@pytest.fixture(scope="session")
def by_latex(shared: Shared) -> Callable[[str], Pdf]:
    if MISSING:
        pytest.skip(f"not installed: {MISSING}")
    return lambda name: Pdf.by_latex(shared.pdf(shared.sample("latex").folder, name))


def printed(site: Site, *expect: str, jobs: int = 1) -> Pdf:
    """The document of a small site; so many warnings are expected, with these words in them."""
    return Pdf(site.build("cvpdf", expect=expect, jobs=jobs).folder / "cv.pdf")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as people type it."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-b",
        "cvpdf",
        *arguments,
        str(folder),
        str(folder / "out"),
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "ext"), **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


# ---- The sample ---------------------------------------------------------------------------------------


def words(pdf: Pdf) -> list[str]:
    """What a document says, but for what depends on where its lines and pages end, and the letters of formulas."""
    raw = output("pdftotext", "-raw", str(pdf.path), "-").replace("’", "'")
    pages = [page.strip().splitlines() for page in raw.split("\f")]
    lines = [line for page in pages for line in page if not re.search(r" · \d+/\d+$", line)]
    text = joined(unicodedata.normalize("NFKC", "\n".join(lines)))
    text = re.sub(r" ?\(p\. ?\d+\)", "", text).replace("·", " ")
    return re.sub(r" ([,.])", r"\1", text).split()  # behind signs that are raised, and words of another font


@pytest.mark.parametrize(
    "name",
    [
        "cv",
        pytest.param("cv-hanxian-huang", marks=pytest.mark.thorough(reason="takes another PDF by LaTeX")),
    ],
)
def test_it_says_what_the_document_by_latex_says(
    sample: Built, by_latex: Callable[[str], Pdf], name: str
) -> None:
    ours, latex = Pdf(sample.folder / f"{name}.pdf"), by_latex(name)
    assert words(ours) == words(latex)
    assert sorted(set(ours.addresses)) == sorted(set(latex.addresses))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_passes_every_check(sample: Built, name: str) -> None:
    pdf = Pdf(sample.folder / f"{name}.pdf")
    assert [check for check, passed in pdf.checks().items() if not passed] == []
    assert pdf.dangling() == []


def test_pages_are_counted_in_the_foot(sample: Built) -> None:
    pdf = Pdf(sample.folder / "cv.pdf")
    text = pdf.text("-layout")
    for page in range(1, pdf.pages + 1):
        assert f"Guyue Huang · Curriculum vitae · {page}/{pdf.pages}" in text


def test_a_reference_to_another_page_names_it(sample: Built) -> None:
    assert re.search(r"Paper: \[\d+\] \(p\. \d\)", Pdf(sample.folder / "cv.pdf").text("-raw"))


def test_dates_are_flush_right_on_the_line_of_the_title(sample: Built) -> None:
    lines = output("pdftotext", "-layout", str(sample.folder / "cv.pdf"), "-").splitlines()
    assert any(re.fullmatch(r"\s*Deep Learning Architect\s{8,}May 2024 – present", line) for line in lines)


def test_sections_entries_and_labels_are_tagged_as_such(sample: Built) -> None:
    structure = output("pdfinfo", "-struct-text", str(sample.folder / "cv.pdf"))
    assert re.findall(r'H1 "(.*?)"', structure)[:4] == [
        "Education",
        "Experience",
        "Research interests",
        "Publications",
    ]
    assert re.search(r"LI \(block\)\s+Lbl \(block\)\s+\"\[13\]\"\s+LBody", structure)
    assert re.search(r'P \(block\)\s+Span \(inline\)\s+"Ph.D. and Master’s"\s+"\s*Sep 2020', structure)


def test_the_fonts_are_those_that_the_package_carries(sample: Built) -> None:
    fonts = {
        line.split()[0].partition("+")[2]
        for line in output("pdffonts", str(sample.folder / "cv.pdf")).splitlines()[2:]
    }
    assert {font.partition("-")[0] for font in fonts} == {"TeXGyrePagella", "TeXGyreHeros"}


# ---- Links ------------------------------------------------------------------------------------------------

LINKS = """\
# CV

See {pub}`huang2023rmstc`, {pub}`another <huang2021eda>` and {talk}`tvmcon`.

```{page-break}
```

## Publications

```{publications}
:number: descending
```

See {pub}`here <huang2023rmstc>`.

## Talks

```{talks}
```
"""


def test_a_page_is_named_only_when_it_is_another_one(site: Site) -> None:
    site.write("index.md", LINKS)
    text = printed(site).text("-raw")
    assert "See RM-STC: A Sparse Tensor Core (p. 2), another [1] and Pipelining in compilers (p. 2)." in text
    assert "See here [3]. Talks" in text
    assert "TVMCon, Online, on [3]" in text


def test_references_lead_to_their_entries(site: Site) -> None:
    site.write("index.md", LINKS)
    with pikepdf.open(printed(site).path) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        # the three of the first page, the one below the list, that of a talk to its paper
        assert len([note for note in notes if "/A" not in note or "/URI" not in note.A]) == 5


def test_citations_and_terms_are_links(site: Site) -> None:
    site.write(
        "index.rst",
        "CV\n==\n\n[Book]_ :term:`word` `Section`_\n\n.. [Book] A book.\n\n.. glossary::\n\n   word\n     Said.\n\nSection\n-------\n",
    )
    with pikepdf.open(printed(site).path) as pdf:
        assert len(pdf.pages[0].Annots) == 3


def test_a_link_that_finds_nothing_is_said(site: Site) -> None:
    site.configure(templates_path=["_templates"])
    site.write("_templates/vitae/typst/publication-reference.typ.jinja", "#vitae-item([])[No anchor];")
    site.write("index.md", "# CV\n\nSee {pub}`it <huang2021eda>`.\n\n```{publications}\nhuang2021eda\n```\n")
    pdf = printed(site, 'a link to "index:pub-huang2021eda" has no target; its text is printed')
    assert "See it. No anchor" in pdf.text("-raw")


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (17, ("r (p. 3)", "RM-STC")),  # at the end of a page
        # with the page named, its own line stands on page 3, where none has to be named; so it would go on for ever
        (18, ("Curriculum vitae · 2/3", "r (p. 3)")),
        (19, ("Curriculum vitae · 2/3", "r RM-STC")),  # at the beginning of the next
    ],
)
def test_a_page_is_named_where_it_is_another_one_at_the_edge_of_pages(
    site: Site, count: int, pages: tuple[str, str]
) -> None:
    space = "```{raw} typst\n#pagebreak()\n#v(715pt)\n```"
    site.configure(vitae_cv={"density": "compact"})
    link = f"{'word ' * count}{{pub}}`r <huang2023rmstc>`"
    site.write("index.md", f"# CV\n\n{space}\n\n{link}\n\n```{{publications}}\nhuang2023rmstc\n```\n")
    found = output("pdftotext", "-raw", str(printed(site).path), "-").split("\f")
    for page, phrase in zip(found[1:], pages, strict=False):
        assert phrase in " ".join(page.split())


def test_links_lead_out_of_the_document_to_the_site_if_it_has_an_address(site: Site) -> None:
    site.write(
        "index.md",
        "# CV\n\n{doc}`other`, {ref}`Label <there>`, {pub}`work <huang2023rmstc>`.\n",
    )
    site.write(
        "other.md", "---\norphan: true\n---\n# Other page\n\n(there)=\n## There\n\n```{publications}\n```\n"
    )
    text = printed(site)
    assert text.text("-raw").startswith(f"{HEAD} other, Label, work.")
    assert text.addresses == ["https://doi.org/10.1145/3613424.3623775"]
    site.configure(html_baseurl="https://me.example/")
    assert printed(site).addresses == [
        "https://me.example/other.html",
        "https://me.example/other.html#there",
        "https://me.example/other.html#pub-huang2023rmstc",
    ]


def test_pages_of_a_toctree_are_in_the_document_with_their_links_and_footnotes(site: Site) -> None:
    site.write("index.rst", "CV\n==\n\nNote [#]_.\n\n.. [#] Of the first page.\n\n.. toctree::\n\n   sub\n")
    site.write(
        "sub.rst",
        "Sub\n===\n\n.. _in-sub:\n\nBelow\n-----\n\nNote [#]_. See :ref:`in-sub` and :doc:`index`.\n\n.. [#] Of the second page.\n",
    )
    site.folder.joinpath("index.md").unlink(missing_ok=True)
    pdf = printed(site)
    text = pdf.text("-raw")
    assert "Sub Below Note1. See Below and CV." in text.replace(" .", ".")
    assert "1Of the first page." in text.replace("1 Of", "1Of")
    assert "1Of the second page." in text.replace("1 Of", "1Of")
    assert pdf.dangling() == []
    structure = output("pdfinfo", "-struct-text", str(pdf.path))
    assert re.findall(r'(H\d) "(\w+)"', structure) == [("H1", "Sub"), ("H2", "Below")]


def test_local_files_and_doubtful_schemes_are_no_links(site: Site) -> None:
    site.write(
        "index.rst",
        "CV\n==\n\n`file <files/a.pdf>`_, `script <javascript:alert(1)>`_, `mail <mailto:a@b.example>`_\n",
    )
    site.folder.joinpath("index.md").unlink(missing_ok=True)
    assert printed(site).addresses == ["mailto:a@b.example"]


# ---- Text is text -------------------------------------------------------------------------------------------

HOSTILE = (
    '#eval("1") #panic() *b* _c_ $x$ `d` @ref <label> </b> // e /* f */ [g](h) {i} = j - k + l / m ~ '
    'https://n.example \\o \\u{41} \'p\' "q" -- ... #"r"; z'
)


def bare(text: str) -> str:
    """Without blanks: lines end where they can."""
    return "".join(text.split())


def test_what_a_bibliography_says_is_printed_as_it_is(site: Site) -> None:
    """In every field that is printed, and in every place where a record stands."""
    tex = "".join(
        {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}"}.get(c, f"\\{c}" if c in "#$_{}%&" else c)
        for c in HOSTILE
    )
    tex = (
        tex.replace("--", "-{}-")
        .replace("'", r"{\textquotesingle}")
        .replace('"', r"{\textquotedbl}")
        .replace("`", r"{\textasciigrave}")
    )
    fields = {
        "article": ("title", "journaltitle", "note", "abstract"),
        "talk": ("title", "eventtitle", "note"),
        "position": ("title", "organization", "location", "note"),
    }
    entries = [
        f"@{kind}{{{kind}, author = {{Huang, Guyue}}, date = {{2020}},\n"
        + ",\n".join(f"{name} = {{{name.title()} {tex}}}" for name in names)
        + "}\n"
        for kind, names in fields.items()
    ]
    site.write("references.bib", "".join(entries))
    site.configure(
        vitae_owner={
            "name": "Huang, Guyue",
            "headline": HOSTILE,
            "address": HOSTILE,
            "links": {HOSTILE: "https://a.example"},
        }
    )
    site.write(
        "index.md",
        "# CV\n\n```{cv-header}\n```\n\n```{publications}\n:show: abstract, bibtex\n```\n\n"
        "```{talks}\n```\n\n```{activities} position\n```\n",
    )
    text = printed(site).text("-raw")
    assert bare(text).count(bare(HOSTILE)) == 3 + sum(map(len, fields.values())), text
    assert bare(f"title = {{Title {tex}}}") in bare(text)


def test_what_a_page_says_is_printed_as_it_is(site: Site) -> None:
    site.configure(smartquotes=False)
    site.write(
        "index.rst",
        "CV\n==\n\n.. |hostile| replace:: x\n\n"
        + re.sub(r"([\\*`|_<>@#])", r"\\\1", HOSTILE)
        + "\n\n::\n\n   "
        + HOSTILE
        + "\n",
    )
    site.folder.joinpath("index.md").unlink(missing_ok=True)
    assert bare(printed(site).text("-raw")).count(bare(HOSTILE)) == 2


# ---- What a page may have -------------------------------------------------------------------------------------

PAGE = """\
CV
==

Section
-------

.. role:: red

Text with *emphasis*, **strong**, ``code  x``, H\\ :sub:`2`\\ O, x\\ :sup:`2`, :math:`a^2`, :red:`role`, `title`, |sub|,
:abbr:`CV (curriculum vitae)` and :abbr:`CV (curriculum vitae)`, :kbd:`Ctrl`, :menuselection:`a --> b`,
https://example.org/a_b?c=d, [Book]_, note [#n]_ and again [#n]_, [*]_.

.. |sub| replace:: substituted
.. [#n] A note.
.. [*] Starred.
.. [Book] A citation.

- bullet

  - deep

3. three
4. four

c) see

Term : kind
   Defined.

:Field: named

-a   option

| line
|   indented

   Quoted.

   -- Somebody

.. code-block:: python

   def f(x):
       return "é" # comment

.. note:: Noted.

.. admonition:: Own title

   Admonished.

.. rubric:: A rubric

+------+-----------+
| Head | Second    |
+======+===========+
| one  | two lines |
|      +-----+-----+
|      | 3   | 4   |
+------+-----+-----+
| both columns     |
+------------------+

.. list-table:: Captioned
   :stub-columns: 1
   :widths: 20 80

   * - stub
     - cell

.. image:: picture.png
   :alt: A square
   :width: 40px

.. figure:: picture.png
   :alt: Another square
   :name: square

   Its caption

   Its legend.

:numref:`square`, :eq:`sum`, :term:`word`

.. math:: \\sum_{i=1}^n i = \\frac{n(n+1)}{2}
   :label: sum

----

.. raw:: typst

   #text(red)[raw words]

.. raw:: html

   <b>never</b>

.. only:: html

   never

.. only:: cv

   only here

.. centered:: centred

.. topic:: Topic

   Topical.

.. hlist::

   * first
   * second

.. glossary::

   word
      meaning

.. parsed-literal::

   parsed *literal*

>>> doctest()
"""
SAID = """\
Text with emphasis, strong, code x, H2O, x2, 𝑎2, role, title, substituted, CV (curriculum vitae) and CV, Ctrl, a ‣ b,
https://example.org/a_b?c=d, [Book], note1 and again1, *. | [Book] A citation. | • bullet | – deep | 3. three | 4. four | c) see |
Term (kind) Defined. | Field: named | -a option | line indented | Quoted. | — Somebody | def f(x): return "é" # comment |
Note: Noted. | Own title Admonished. | A rubric | Head Second | two lines one | 3 4 | both columns | Table 1: Captioned |
stub cell | Fig. 1: Its caption Its legend. | Fig. 1, (1), word | (1) | raw words | only here | centred | Topic Topical. |
• first | • second | word meaning | parsed literal | >>> doctest()
"""


@pytest.fixture
def page(site: Site) -> Site:
    site.configure(numfig=True)
    site.write("index.rst", PAGE)
    shutil.copy(ROOT / "tests" / "browser" / "site" / "portrait.png", site.folder / "picture.png")
    return site


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_common_node_is_printed(page: Site, jobs: int) -> None:
    pdf = printed(page, jobs=jobs)
    text, position = re.sub(r" ([,.])", r"\1", pdf.text("-raw")).replace(",*", ", *"), 0
    for phrase in SAID.replace("\n", " ").split(" | "):
        found = text.find(phrase.strip(), position)
        assert found >= 0, f"{phrase!r} is not in {text[position : position + 300]!r}"
        position = found
    assert "A note." in text
    assert "Starred." in text
    assert "never" not in text
    assert [check for check, passed in pdf.checks().items() if not passed] == []


def test_tables_have_headings_and_pictures_their_text(page: Site) -> None:
    structure = output("pdfinfo", "-struct", str(printed(page).path))
    assert len(re.findall(r"^\s*TH\b", structure, re.M)) == 2
    with pikepdf.open(page.folder / "_build" / "cvpdf" / "cv.pdf") as pdf:
        alternatives = {
            str(thing.Alt)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing
        }
    assert {"A square", "Another square", "a^2"} <= alternatives


def test_what_no_visitor_knows_is_said_once_and_printed(site: Site) -> None:
    site.write("index.md", "# CV\n\n```{todo} First *thing*\n```\n\n```{todo} Second\n```\n")
    site.configure(extensions=["myst_parser", "sphinx_vitae", "sphinx.ext.todo"], todo_include_todos=True)
    text = printed(
        site,
        "index.md:3: WARNING: 'todo_node' cannot be printed in the CV; its text is printed without formatting [vitae.printed-plainly]",
    )
    assert "Todo First thing Todo Second" in text.text("-raw")


def test_a_formula_that_cannot_be_typeset_is_said_and_printed_as_its_source(site: Site) -> None:
    site.write(
        "index.rst", "CV\n==\n\nThe :math:`\\dutchcal{x}`.\n\n.. math:: \\begin{tikzcd} A \\end{tikzcd}\n"
    )
    pdf = printed(site, r"unknown command \dutchcal", "unknown environment tikzcd")
    assert r"The \dutchcal{x}. \begin{tikzcd} A \end{tikzcd}" in pdf.text("-raw")


def test_a_formula_of_an_entry_costs_at_most_itself(site: Site) -> None:
    entry = "@article{{{}, author={{Huang, Guyue}}, title={{On {} here}}, journal={{J}}, year={{2020}}}}\n"
    fine = (
        r"$\sqrt{}$",
        r"$\sqrt[3]{}$",
        r"$\surd$",
        r"${x \bf}$",
        r"${x \cal}$",
        "x",
        r"$^{{\ensuremath{-}}1}$",
    )
    wrong = (r"$x\limits_1$", "$" + "{" * 300 + "}" * 300 + "$", r"\(\begin{cases} a & b & c \end{cases}\)")
    entries = (entry.format(f"k{n}", formula) for n, formula in enumerate((*fine, *wrong)))
    site.write("references.bib", "".join(entries))
    site.write("index.rst", "CV\n==\n\n.. publications::\n")
    text = printed(
        site,
        r"references.bib:8: WARNING: k7: title: the formula $x\limits_1$ is printed as source code",
        "references.bib:9: WARNING: k8: title: the formula ${{{",
        "references.bib:10: WARNING: k9: title: the formula",
    ).text("-raw")
    assert r"On $x\limits_1$ here" in text
    assert text.count("Guyue Huang J") == len((*fine, *wrong))


def test_formulas_that_pages_can_have_are_typeset_or_cost_themselves_alone(site: Site) -> None:
    """The first ones MathJax sets; what follows is wrong everywhere."""
    fine = (
        r"\begin{align*} a &= b \tag{Euler} \\[1ex] c &= d \label{x} \nonumber \end{align*}",
        r"a &= b % a note \\ \\ c &= \text{if $x$}",
        r"\begin{matrix} a & b & c & d & e & f & g & h & i & j & k & l \end{matrix} \cfrac{1}{2} \sqrt{}",
    )
    wrong = (
        r"x\limits_1",
        "x^a^b",
        "{" * 300,
        r"\hat" * 300 + "x",
        r"\frac{a}",
        r"\begin{matrix} a",
        "x" * 40_000,
    )
    blocks = "\n\n".join(f"$$\n{formula}\n$$" for formula in (*fine, *wrong))
    site.write("index.md", f"# CV\n\nThe ${wrong[0]}$ and $ {wrong[1]} $.\n\n{blocks}\n\nThe end.\n")
    site.configure(
        extensions=["myst_parser", "sphinx_vitae"],
        myst_enable_extensions=["dollarmath"],
        exclude_patterns=["*.rst"],
    )
    text = printed(
        site,
        r"the formula x\limits_1 cannot be typeset in the CV: \limits does not follow an operator",
        "two superscripts",
        "two superscripts",
        "nested too deep",
        "nested too deep",
        r"an argument of \frac is missing",
        r"\end{matrix} is missing",
        "longer than 30000 characters",
    ).text("-raw")
    assert "(Euler)" in text
    assert r"x\limits_1" in text
    assert "The end." in text


def test_a_picture_without_text_is_said(site: Site) -> None:
    site.write("index.rst", "CV\n==\n\n.. image:: picture.png\n")
    shutil.copy(ROOT / "tests" / "browser" / "site" / "portrait.png", site.folder / "picture.png")
    pdf = printed(site, "has no alternative text; add the :alt: option")
    assert pdf.checks()["PDF/UA identifier"]


def test_a_picture_that_cannot_be_printed_is_said_and_its_text_printed(site: Site) -> None:
    site.write("index.rst", "CV\n==\n\nSee\n\n.. image:: picture.bmp\n   :alt: A bitmap\n")
    site.write("picture.bmp", "BM")
    pdf = printed(site, "has a format that is not supported in the CV")
    assert "See A bitmap" in pdf.text("-raw")


def test_letters_have_all_their_parts_in_order(site: Site) -> None:
    site.write(
        "index.md",
        "# CV\n\n```{cv-letter} About *engines*\n:to: Ada Lovelace; London\n:date: 2024-05-17\n:opening: Dear Ada,\n"
        ":closing: Yours,\n\nI write.\n```\n\n```{cv-header}\n```\n\n## After\n\nText.\n",
    )
    pages = output("pdftotext", "-raw", str(printed(site).path), "-").split("\f")
    assert " ".join(pages[0].split()).startswith(
        "Guyue Huang 17 May 2024 Ada Lovelace London About engines Dear Ada, I write. Yours, Guyue Huang"
    )
    assert pages[0].split("\n")[-2].endswith("Guyue Huang · 1/2")  # its foot has no title
    assert "After Text." in " ".join(pages[1].split())


# ---- The look ----------------------------------------------------------------------------------------------------


def test_the_look_is_that_of_the_configuration(site: Site) -> None:
    site.write("index.md", "# CV\n\n```{cv-header}\n```\n\n## One\n\nText\n\n```{page-break}\n```\n\nMore\n")
    look = {"paper": "letter", "accent": "#7A1F2B", "font": "sans", "fontsize": "12pt", "page-numbers": False}
    site.configure(vitae_cv=look, language="de")
    pdf = printed(site)
    assert "(letter)" in output("pdfinfo", str(pdf.path))
    assert "Pagella" not in output("pdffonts", str(pdf.path))
    assert "· Curriculum vitae More" in pdf.text("-raw")
    assert "/2" not in pdf.text("-raw")
    with pikepdf.open(pdf.path) as found:
        assert str(found.Root.Lang) == "de"
        assert (
            b"0.478" in found.pages[0].Contents.read_bytes()
            or b".4784" in found.pages[0].Contents.read_bytes()
        )


def test_a_font_that_is_not_there_is_said(site: Site) -> None:
    site.write("index.md", "# CV\n\nText\n")
    site.configure(vitae_cv={"font": "No Such Font"})
    pdf = printed(
        site, "vitae_cv contains the font 'No Such Font', which is not installed; TeX Gyre Pagella was used"
    )
    assert "TeXGyrePagella" in output("pdffonts", str(pdf.path))


def test_a_font_is_found_by_its_name(site: Site) -> None:
    site.write("index.md", "# CV\n\nText\n")
    site.configure(vitae_cv={"font": "libertinus serif"})
    assert "LibertinusSerif" in output("pdffonts", str(printed(site).path))


def test_title_and_author_are_read_as_latex(site: Site) -> None:
    site.write("index.md", "# CV\n\nText\n")
    site.configure(latex_documents=[("index", "cv.tex", r"Works \& Days", r"Jos\'e \and Ada", "vitae")])
    info = output("pdfinfo", str(printed(site).path))
    assert re.search(r"Title:\s+José, Ada – Works & Days\n", info)
    assert re.search(r"Author:\s+José, Ada\n", info)


def test_a_date_stands_on_the_first_line_of_a_long_title(site: Site) -> None:
    title = "A title of so many words that they have no place on one line beside the date of what it is the title of"
    site.write(
        "index.md", f"# CV\n\n```{{cv-item}} {title}\n:date: 2024-05\n:organization: Org\n\nBody.\n```\n"
    )
    lines = output("pdftotext", "-layout", str(printed(site).path), "-").split("A title")[1].splitlines()
    assert re.match(r" of so many .*\s{3,}May 2024$", lines[0])
    assert lines[1].strip().endswith("the title of")
    assert lines[2].strip() == "Org"


def test_a_word_that_is_too_long_goes_on_on_the_next_line(site: Site) -> None:
    path = "/".join(["some", "folder", "of", "files"] * 12)
    site.write("index.rst", f"CV\n==\n\n{path} and {'x' * 150}\n")
    site.folder.joinpath("index.md").unlink(missing_ok=True)
    raw = output("pdftotext", "-bbox", str(printed(site).path), "-")
    width = float(re.findall(r'<page width="([\d.]+)"', raw)[0])
    assert max(float(edge) for edge in re.findall(r'xMax="([\d.]+)"', raw)) < width - 60
    assert "".join(re.findall(r">([^<]+)</word>", raw)) == f"{HEAD}{path}and{'x' * 150}".replace(" ", "")


# ---- What can go wrong -----------------------------------------------------------------------------------------------


def test_the_same_input_gives_the_same_bytes_in_any_folder(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two/deeper"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "conf.py").write_text(CONF, "utf-8")
        (folder / "references.bib").write_text(BIB, "utf-8")
        (folder / "index.md").write_text(LINKS, "utf-8")
        result = run(folder, SOURCE_DATE_EPOCH="1700000000")
        assert (result.returncode, result.stderr) == (0, "")
        made.append([(folder / "out" / file).read_bytes() for file in ("cv.typ", "cv.pdf")])
    assert made[0] == made[1]
    assert b"2023-11-14" in made[0][1]


def test_a_template_that_fails_is_reported_and_the_entry_printed_with_the_one_it_replaced(site: Site) -> None:
    site.configure(templates_path=["_templates"])
    site.write("_templates/vitae/typst/publication-reference.typ.jinja", "<%= nothing.at.all %>")
    site.write("index.md", "# CV\n\n```{publications}\n:number: ascending\n\nhuang2021eda\n```\n")
    text = printed(site, "the template for the 'card' layout failed").text("-raw")
    assert "[1] Machine learning for circuits: a survey 2021 G. Huang, Jingbo Hu, et al." in text


def test_a_template_of_the_site_takes_the_place_of_ours(site: Site) -> None:
    site.configure(templates_path=["_templates"])
    site.write(
        "_templates/vitae/typst/publication-reference.typ.jinja",
        "#vitae-item([])[Ours: <%= title(record) %>];",
    )
    site.write("index.md", "# CV\n\n```{publications}\nhuang2021eda\n```\n")
    assert "Ours: Machine learning for circuits: a survey" in printed(site).text("-raw")


def test_what_the_compiler_refuses_is_an_error_with_its_words_and_no_pdf(site: Site) -> None:
    site.write("index.md", '# CV\n\n```{raw} typst\n#panic("no such luck")\n```\n')
    built = site.build("cvpdf", expect=("cv.typ:1: ERROR: Typst cannot typeset this document",))
    assert "no such luck" in built.warnings
    assert "[vitae.pdf-failed]" in built.warnings
    assert not (built.folder / "cv.pdf").exists()
    result = run(site.folder)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_a_character_that_no_font_has_costs_the_claim_and_not_the_document(site: Site) -> None:
    site.write("index.md", "# CV\n\nText \U000e1234\n")
    built = site.build(
        "cvpdf", expect=("the PDF does not declare conformance to PDF/UA-1 and PDF/A-2a; install a font",)
    )
    assert "[vitae.pdf-standard]" in built.warnings
    checks = Pdf(built.folder / "cv.pdf").checks()
    assert checks["tagged"]
    assert not checks["PDF/UA identifier"]


def test_what_the_compiler_warns_of_is_a_warning(site: Site) -> None:
    site.write("index.md", '# CV\n\nText\n\n```{raw} typst\n#set text(font: "No Such Font")\n```\n\nMore\n')
    built = site.build("cvpdf", expect=("Typst typeset this document with a warning",))
    assert "unknown font family: no such font" in built.warnings
    assert "[vitae.pdf-doubtful]" in built.warnings


def test_without_the_package_one_reads_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(CONF, "utf-8")
    (tmp_path / "references.bib").write_text(BIB, "utf-8")
    (tmp_path / "index.md").write_text("# CV\n", "utf-8")
    arguments = ["-q", "-b", "cvpdf", str(tmp_path), str(tmp_path / "out")]
    code = f"import sys; sys.modules['typst'] = None; from sphinx.cmd.build import main; sys.exit(main({arguments!r}))"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "ext")}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=env
    )
    assert result.returncode == 1
    said = re.sub(r"\x1b\[[\d;]*m", "", result.stderr)
    assert said == (
        "ERROR: the cvpdf builder needs the Typst compiler, but the 'typst' package is not installed;"
        " install it: python -m pip install 'typst>=0.15' [vitae.pdf-failed]\n"
    )


def test_other_builders_do_not_need_the_package(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    site.write("index.md", "# CV\n\n```{publications}\n```\n")
    site.build("html")


def test_a_site_without_a_document_of_our_look_is_told_so(site: Site) -> None:
    site.write("index.md", "# CV\n")
    site.configure(latex_documents=[("index", "cv.tex", "CV", "Me", "manual")])
    site.build("cvpdf", expect=("latex_documents does not contain a document with the theme 'vitae'",))


def test_a_document_of_a_page_that_is_not_there_is_said(site: Site) -> None:
    site.write("index.md", "# CV\n")
    site.configure(latex_documents=[("gone", "cv.tex", "CV", "Me", "vitae")])
    site.build("cvpdf", expect=("latex_documents refers to the page 'gone', which does not exist",))


def test_entries_without_a_body_do_not_hold_together(site: Site) -> None:
    """One that keeps with the next would take all of them to the next page."""
    roles = "".join(f"@position{{p{n}, title = {{Role}}, date = {{{1990 + n}}}}}\n" for n in range(30))
    site.write("references.bib", roles)
    site.write(
        "index.md", "# CV\n\n" + 30 * "A paragraph.\n\n" + "## Positions\n\n```{activities} position\n```\n"
    )
    pages = output("pdftotext", str(printed(site).path), "-").split("\f")
    assert pages[0].count("Role") > 5


@pytest.mark.parametrize(
    ("page", "begins"),
    [
        ("# Page\n\nWords", "Guyue Huang Curriculum vitae Words"),
        ("# Page\n\n```{cv-header}\n```\n\nWords", "Guyue Huang Words"),
        ("# Page\n\n```{cv-letter}\n:to: Ada\n:opening: Dear Ada,\n\nWords\n```", "Guyue Huang"),
    ],
)
def test_author_and_title_stand_where_there_is_no_header(site: Site, page: str, begins: str) -> None:
    site.write("index.md", page)
    text = printed(site).text("-raw")
    assert text.startswith(begins)
    assert ("Curriculum vitae" in text) == ("Curriculum vitae" in begins)


def test_no_character_costs_a_document_or_its_claims(site: Site) -> None:
    """What is in private use, or no character at all, is forbidden in PDF/A."""
    odd = "".join(map(chr, (0xFFFD, 0xE000, 0xFDD0, 0xFFFF, 0x10FFFE, 0x07, 0x7F, 0x9B)))
    site.write("index.md", f"# CV {odd}\n\nA{odd}B `C{odd}D`\n\n```\nE{odd}F\n```\n")
    text = printed(site).text("-raw")
    assert [pair for pair in ("A?????B", "C?????D", "E?????F") if pair not in text] == []
