"""Every builder prints every entry, without a warning."""

from __future__ import annotations

import re
from html import unescape

import pytest

from png_files import png
from site_builder import Site

PAGE = """\
# Record

{pub}`huang2021eda`, {talk}`a talk <tvmcon>`, {award}`travel`, {activity}`nvidia`, {any}`huang2023rmstc`,
{ref}`the survey <pub-huang2021eda>`.

```{cv-header}
```

```{cv-item} A *thing*
:organization: Somewhere
:date: 2020-01/2020-03

Prose.

- A bullet
```

```{publications}
:group-by: year
:number: descending
```

## More

```{talks}
```

```{awards}
```

```{activities} position
```
"""
SHOWN = (
    "RM-STC: A Sparse Tensor Core",
    "Machine learning for circuits: a survey",
    "Heuristic adaptability",
    "Pipelining in compilers",
    "Travel Grant",
    "Best Paper Nominee",
    "Architect",
    "NVIDIA",
    "One thing",
    "Somewhere",
    "Prose.",
    "A bullet",
)
OUTPUTS = {
    "html": "index.html",
    "dirhtml": "index.html",
    "singlehtml": "index.html",
    "latex": "cv.tex",
    "text": "index.txt",
    "man": "test.1",
    "texinfo": "test.texi",
    "epub": "index.xhtml",
    "xml": "index.xml",
    "pseudoxml": "index.pseudoxml",
}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("builder", OUTPUTS)
def test_a_builder_prints_every_entry_once_without_a_warning(site: Site, builder: str, jobs: int) -> None:
    site.configure(
        copyright="me",
        epub_show_urls="no",
        man_pages=[("index", "test", "Test", "Me", 1)],
        vitae_owner={"name": "Huang, Guyue"},
    )
    site.write("index.md", PAGE)
    built = site.build(builder, jobs=jobs)
    text = unescape(built.text(OUTPUTS[builder]))
    flat = " ".join(text.replace("\\-", "-").replace("@*", " ").split())
    for phrase in SHOWN:
        assert phrase in flat, phrase


def test_the_plain_text_is_the_whole_reference(site: Site) -> None:
    site.write("index.md", "# P\n```{publications}\n:number: ascending\nhuang2023rmstc\n```\n")
    text = " ".join(site.build("text").text("index.txt").split())
    assert text.endswith(
        "[1] Guyue Huang, Zhengyang Wang. RM-STC: A Sparse Tensor Core. Symposium on Microarchitecture, 2023. "
        "https://doi.org/10.1145/3613424.3623775"
    )


def test_links_of_ties_work_in_each_html_builder(site: Site) -> None:
    site.write("index.md", "# P\n```{talks}\n```\n```{toctree}\nsub/pubs\n```\n")
    site.write("sub/pubs.md", "# Q\n```{publications}\n```\n")
    assert site.build("html").one("#talk-tvmcon .vitae-note a")["href"] == "sub/pubs.html#pub-huang2023rmstc"
    assert site.build("dirhtml").one("#talk-tvmcon .vitae-note a")["href"] == "sub/pubs/#pub-huang2023rmstc"
    assert site.build("singlehtml").one("#talk-tvmcon .vitae-note a")["href"] == "#pub-huang2023rmstc"


def test_a_list_in_restructuredtext_with_the_prefix_of_the_domain(site: Site) -> None:
    site.write(
        "index.rst",
        "P\n=\n\n:vitae:pub:`huang2021eda` and :pub:`this <huang2023rmstc>`\n\n.. vitae:publications::\n   :limit: 3\n",
    )
    built = site.build()
    assert built.texts("p > a.reference.internal") == ["Machine learning for circuits: a survey", "this"]


def test_objects_and_labels_are_in_the_inventory(site: Site) -> None:
    from sphinx.util.inventory import InventoryFile

    site.write("index.md", "# P\n```{publications}\n```\n")
    built = site.build()
    with (built.folder / "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda a, b: b)
    assert "huang2021eda" in inventory["vitae:publication"]
    assert "pub-huang2021eda" in inventory["std:label"]


def test_a_page_without_lists_loads_nothing_of_ours(site: Site) -> None:
    site.write("index.md", "# P\n```{publications}\n```\n```{toctree}\nplain\n```\n")
    site.write("plain.md", "# Plain\n")
    built = site.build()
    assert "vitae.css" in built.text("index.html")
    assert "vitae" not in built.text("plain.html").split("</head>")[0]


def test_stock_citations_keep_working_beside_lists(site: Site) -> None:
    site.write(
        "index.md", "# P\n{cite:p}`huang2021eda`\n\n```{bibliography}\n```\n\n```{publications}\n```\n"
    )
    built = site.build()
    assert (
        "Machine learning for circuits" in built.one("div.citation > p, .citation > :last-child").get_text()
    )


def test_each_entry_has_lines_of_its_own_in_latex(site: Site) -> None:
    # TeX cannot read a line of more than 200,000 characters.
    site.write("index.md", "# P\n```{publications}\n```\n\n```{talks}\n```\n\n```{awards}\n```\n")
    lines = site.build("latex").text("cv.tex").splitlines()
    for begin in (r"\vitaeitem", r"\begin{vitaeentry}", r"\vitaerow{"):
        assert all(line.count(begin) <= 1 for line in lines)
        assert any(line.startswith(begin) for line in lines)


def test_pages_of_a_book_are_well_formed(site: Site) -> None:
    from xml.etree import ElementTree

    site.configure(
        copyright="me", epub_show_urls="no", vitae_owner={"name": "Huang, Guyue", "photo": "me.png"}
    )
    (site.folder / "me.png").write_bytes(png(400))
    site.write("index.md", PAGE)
    built = site.build("epub")
    for path in built.folder.rglob("*.xhtml"):
        ElementTree.parse(path)


def test_one_page_of_all_pages_has_no_id_twice(site: Site) -> None:
    site.write("index.md", "# P\n```{publications}\n:limit: 2\n```\n```{toctree}\nmore\n```\n")
    site.write("more.md", "# Q\n```{publications}\n```\n")
    built = site.build("singlehtml")
    ids = [str(tag["id"]) for tag in built.all("[id^=pub-]")]
    assert sorted(ids) == sorted(set(ids))
    assert len(ids) == 3


def test_links_in_print_lead_to_documents_of_any_name(site: Site) -> None:
    site.configure(latex_documents=[("für", "cv.tex", "CV", "Me", "vitae")])
    site.write("index.md", "# P\n```{toctree}\nfür\n```\n")
    site.write("für.md", "# F\n```{talks}\n```\n```{publications}\n:number: ascending\n```\n")
    tex = site.build("latex").text("cv.tex")
    label = re.search(r"\\label\{(\S*pub-huang2023rmstc\})\}", tex)
    assert label
    assert f"\\hyperref[{label[1]}]" in tex
