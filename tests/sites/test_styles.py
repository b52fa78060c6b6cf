"""Lists whose layout is a style: a house style of ours, or one of pybtex."""

from __future__ import annotations

from pathlib import Path

import pytest

from declared import words
from site_builder import Site
from sphinx_vitae.render import HOUSE_STYLES, LAYOUTS

NUMBERED = """\
# Publications

```{{publications}}
:layout: {layout}
:number: descending
```
"""
FIRST = {
    "ieee": "G. Huang and Z. Wang, “RM-STC: A sparse tensor core,” in Symposium on Microarchitecture, 2023, doi: 10.1145/3613424.3623775.",
    "acm": "Guyue Huang and Zhengyang Wang. 2023. RM-STC: A Sparse Tensor Core. In Symposium on Microarchitecture. https://doi.org/10.1145/3613424.3623775",
    "apa": "Huang, G., & Wang, Z. (2023). RM-STC: A sparse tensor core. In Symposium on Microarchitecture. https://doi.org/10.1145/3613424.3623775",
    "chicago": "Huang, Guyue, and Zhengyang Wang. “RM-STC: A Sparse Tensor Core.” In Symposium on Microarchitecture, 2023. https://doi.org/10.1145/3613424.3623775.",
    "vancouver": "Huang G, Wang Z. RM-STC: a sparse tensor core. In: Symposium on Microarchitecture; 2023. doi: 10.1145/3613424.3623775.",
    "plain": "Guyue Huang and Zhengyang Wang. RM-STC: a sparse tensor core. In Symposium on Microarchitecture. 2023. doi:10.1145/3613424.3623775.",
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.mark.parametrize("layout", FIRST)
def test_a_styled_list_on_a_page(site: Site, layout: str) -> None:
    site.write("index.md", NUMBERED.format(layout=layout))
    built = site.build()
    assert built.texts(".vitae-styled")[0] == FIRST[layout]
    assert built.texts(".vitae-key") == ["3", "2", "1"]
    assert built.one("ol.vitae-list")["class"] == ["vitae-list", "vitae-reference", f"vitae-{layout}"]
    assert len(built.all(".vitae-me")) == 3
    links = [a["href"] for a in built.all("#pub-huang2023rmstc a.external")]
    assert links == ["https://doi.org/10.1145/3613424.3623775"]  # not once more among the links


@pytest.mark.parametrize("layout", FIRST)
def test_a_styled_list_in_print(site: Site, layout: str) -> None:
    site.write("index.md", NUMBERED.format(layout=layout))
    tex = site.build("latex").text("cv.tex")
    assert r"\begin{vitaelist}{3}" in tex
    assert tex.count(r"\vitaeitem{") == 3
    assert tex.count(r"\vitaeme{") == 3
    assert tex.count("https://doi.org/10.1145/3613424.3623775}") == 1
    assert r"\emph{Symposium on Microarchitecture}" in tex or layout == "vancouver"


@pytest.mark.parametrize("layout", FIRST)
def test_a_styled_list_in_plain_text(site: Site, layout: str) -> None:
    site.write("index.md", NUMBERED.format(layout=layout))
    text = " ".join(site.build("text").text("index.txt").split())
    assert f"[3] {FIRST[layout]}" in text
    assert "[2] " in text
    assert "Best Paper Nominee." in text


def test_restructuredtext_has_the_same_layouts(site: Site) -> None:
    site.write("index.rst", "Publications\n============\n\n.. publications::\n   :layout: apa\n")
    assert site.build().texts(".vitae-styled")[0] == FIRST["apa"]


def test_the_default_layout_may_be_a_style_and_other_kinds_keep_their_look(site: Site) -> None:
    site.configure(vitae_layout="ieee")
    page = "# Works\n\n```{publications}\n```\n\n```{talks}\n```\n\n```{awards}\n```\n\n```{activities} position\n```\n"
    site.write("index.md", page)
    built = site.build()
    assert built.texts(".vitae-styled")[0] == FIRST["ieee"]
    assert "Pipelining in compilers" in built.one(".vitae-talks").get_text()
    assert len(built.all(".vitae-dated")) == 2


def test_a_style_that_is_asked_for_where_there_is_none_is_an_error(site: Site) -> None:
    site.write("index.md", "# Talks\n\n```{talks}\n:layout: ieee\n```\n")
    site.build(expect=("index.md:3: ERROR: talks: option 'layout': 'ieee' is not one of: card",))


def test_an_unknown_layout_is_one_error_that_names_all_there_are(site: Site) -> None:
    site.write("_templates/vitae/html/publication-mine.html.jinja", "<li>mine</li>")
    site.configure(templates_path=["_templates"])
    site.write("index.md", "# Publications\n\n```{publications}\n:layout: iee\n```\n")
    built = site.build(expect=("index.md:3: ERROR: publications: option 'layout': 'iee' is not one of: ",))
    said = built.warnings.partition("is not one of: ")[2].splitlines()[0].partition(" [")[0].split(", ")
    assert {
        "card",
        "reference",
        "tagged",
        "mine",
        *HOUSE_STYLES,
        "plain",
        "unsrt",
        "alpha",
        "unsrtalpha",
    } <= set(said)
    assert "styled" not in said
    assert "none" not in built.text("index.html").split("<article")[-1].lower() or built.texts(
        "cite.vitae-title"
    )


def test_an_unknown_default_layout_is_a_warning_that_names_all_there_are(site: Site) -> None:
    site.configure(vitae_layout="iee")
    site.write("index.md", "# Publications\n\n```{publications}\n```\n")
    built = site.build(
        expect=(f"vitae_layout is 'iee'; it must be one of {words((*sorted(LAYOUTS), *HOUSE_STYLES))}, ",)
    )
    assert built.texts("cite.vitae-title")


def test_a_template_of_the_site_replaces_a_style_on_pages_and_not_in_print(site: Site) -> None:
    site.write(
        "_templates/vitae/html/publication-ieee.html.jinja", "<li class='own'>{{ text(record.title) }}</li>"
    )
    site.configure(templates_path=["_templates"])
    site.write("index.md", NUMBERED.format(layout="ieee").replace(":number: descending", ":names: initials"))
    built = site.build()
    assert built.texts(".own")[0] == "RM-STC: A Sparse Tensor Core"
    assert not built.all(".vitae-styled")
    assert "“RM-STC: A sparse tensor core,”" in site.build("latex").text("cv.tex")


def test_a_style_of_pybtex_that_conf_registers(site: Site) -> None:
    style = """
from pybtex.plugin import register_plugin
from pybtex.style.formatting.unsrt import Style
from pybtex.style.template import field, join, tag

class Loud(Style):
    def get_inproceedings_template(self, entry):
        return join[tag("strong")[field("title")], ", by ", self.format_names("author", as_sentence=False), "!"]
    get_article_template = get_inproceedings_template

register_plugin("pybtex.style.formatting", "Loud", Loud, force=True)
"""
    site.configure()
    site.write("conf.py", (site.folder / "conf.py").read_text("utf-8") + style)
    site.write("index.md", NUMBERED.format(layout="Loud"))
    built = site.build()
    entry = built.all(".vitae-styled")[0]
    assert entry.strong is not None
    assert entry.strong.get_text() == "RM-STC: A Sparse Tensor Core"
    assert entry.get_text() == "RM-STC: A Sparse Tensor Core, by Guyue Huang and Zhengyang Wang!"
    # The style does not print the DOI, so it stands among the links.
    assert [a.get_text() for a in built.all("#pub-huang2023rmstc a.external")] == ["DOI"]
    tex = site.build("latex").text("cv.tex")
    assert r"\textbf{RM-STC: A Sparse Tensor Core}, by \vitaeme{Guyue Huang} and Zhengyang Wang!" in tex
    assert r"\vitaelink{https://doi.org/10.1145/3613424.3623775}{doi:10.1145/3613424.3623775}" in tex


def test_awards_and_links_are_shown_unless_the_list_hides_them(site: Site) -> None:
    talks = "\n```{talks}\n```\n"
    site.write("index.md", "# Publications\n\n```{publications}\n:layout: apa\n```\n" + talks)
    built = site.build()
    assert built.texts(".vitae-award") == ["Best Paper Nominee"]
    assert "Talk" in built.texts("#pub-huang2023rmstc a")
    site.write(
        "index.md", "# Publications\n\n```{publications}\n:layout: apa\n:hide: award, links, related\n```\n"
    )
    built = site.build()
    assert not built.all(".vitae-award")
    assert built.texts("#pub-huang2023rmstc a") == ["https://doi.org/10.1145/3613424.3623775"]
    tex = site.build("latex").text("cv.tex")
    assert "vitaeaward{" not in tex
    assert tex.count("vitaelinks{") <= 1  # that of the talk


@pytest.mark.parametrize("option", [":names: initials", ":max-authors: 3", ":affiliations: grouped"])
def test_options_for_names_do_nothing_in_a_style_and_this_is_said(site: Site, option: str) -> None:
    site.write("index.md", f"# Publications\n\n```{{publications}}\n:layout: acm\n{option}\n```\n")
    name = option.split(":")[1]
    built = site.build(expect=(f"option {name!r} has no effect in the 'acm' layout",))
    assert built.texts(".vitae-styled")[0] == FIRST["acm"]


def test_the_owner_of_a_list_is_emphasised_in_a_style(site: Site) -> None:
    site.write(
        "index.md", "# Publications\n\n```{publications}\n:layout: vancouver\n:owner: Wang, Zhengyang\n```\n"
    )
    assert site.build().texts(".vitae-me") == ["Wang Z"]


def test_years_stand_beside_styled_lists_as_beside_references(site: Site) -> None:
    site.write("index.md", "# Publications\n\n```{publications}\n:layout: ieee\n:group-by: year\n```\n")
    assert len(site.build().all(".vitae-by-year")) == 3


def test_what_a_bibliography_says_is_escaped_in_every_style(site: Site) -> None:
    site.write(
        "references.bib",
        '@article{k, author = {Huang, Guyue and <b>Doe</b>, J.}, title = {<script>alert("x")</script> \\\\% & co},'
        ' journal = {"><img src=x>}, volume = {<i>}, pages = {"1"}, date = 2020, note = {]]> & \\\\input{x}},'
        " doi = {10.1145/a_b%20c}}\n",
    )
    layouts = [*HOUSE_STYLES, "plain"]
    site.write(
        "index.md",
        "# P\n\n" + "".join(f"```{{publications}}\n:layout: {layout}\n```\n\n" for layout in layouts),
    )
    page = site.build().text("index.html")
    assert not any(tag in page for tag in ("<script>alert", "<img src=x", "<b>Doe", "<i>"))
    tex = site.build("latex").text("cv.tex").partition(r"\begin{vitaelist}")[2]
    assert r"\input" not in tex
    assert r"\textless{}script\textgreater{}" in tex
    assert "<" not in tex.partition(r"\end{vitaelist}")[0]


@pytest.mark.parametrize("layout", FIRST)
def test_a_brace_that_is_missing_in_a_formula_costs_no_entry(site: Site, layout: str) -> None:
    site.write(
        "references.bib",
        r"@article{a, author={Huang, Guyue}, title={On $\frac{1$ and } more}, journal={J}, year={2020}}",
    )
    site.write("index.md", NUMBERED.format(layout=layout))
    built = site.build(expect=("the formula $\\frac{1$ is printed as source code",))
    assert "more" in built.one(".vitae-styled").get_text()
    assert "2020" in built.one(".vitae-styled").get_text()
