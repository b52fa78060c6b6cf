"""The directive `publications-chart`, on pages and in print."""

from __future__ import annotations

import re

import pytest
from bs4 import Tag

from declared import words
from site_builder import Built, Site
from sphinx_vitae.extension.builds.self_documentation import restructured
from sphinx_vitae.select import COUNTED

#: The works of the site by year and type.
HEAD = ["Year", "Journal articles", "Conference papers", "Total"]
ROWS = [["2021", "1", "0", "1"], ["2022", "0", "1", "1"], ["2023", "0", "1", "1"], ["Total", "1", "2", "3"]]


def page(site: Site, markup: str, *options: str, body: str = "") -> None:
    text = "\n".join(["```{publications-chart}", *options, *([body] if body else []), "```", ""])
    title = "# P\n\n" if markup == "md" else "P\n=\n\n"
    site.write(f"index.{markup}", title + (text if markup == "md" else restructured(text) + "\n"))


def rows(built: Built, name: str = "index.html") -> list[list[str]]:
    table = built.one("table.vitae-counts", name)
    return [
        [" ".join(cell.get_text().split()) for cell in row.select("th, td")] for row in table.select("tr")
    ]


def says(built: Built) -> list[str]:
    return [title.get_text() for title in built.all(".vitae-chart rect > title")]


@pytest.mark.parametrize("markup", ["md", "rst"])
def test_works_are_counted_by_year(site: Site, markup: str) -> None:
    page(site, markup)
    built = site.build()
    assert rows(built) == [["Year", "Papers"], ["2021", "1"], ["2022", "1"], ["2023", "1"]]
    assert says(built) == ["2021: 1", "2022: 1", "2023: 1"]
    svg = built.one(".vitae-chart > svg")
    assert svg["role"] == "img"
    children = [child.name for child in svg.children if isinstance(child, Tag)]
    assert children[:2] == ["title", "desc"]
    assert built.texts(".vitae-chart > svg > title") == ["Papers by year"]
    assert built.texts(".vitae-chart > svg > desc") == ["3 papers. Most: 2021, 1."]
    assert not built.all(".vitae-chart-legend")
    assert "vitae.css" in built.text("index.html")


@pytest.mark.parametrize("markup", ["md", "rst"])
def test_bars_are_divided_and_the_table_has_all_the_numbers(site: Site, markup: str) -> None:
    page(site, markup, ":group-by: year, type", ":caption: What *kind*", ":name: kinds", ":class: mine")
    built = site.build()
    assert rows(built) == [HEAD, *ROWS]
    assert says(built) == [
        "2021, Journal articles: 1",
        "2022, Conference papers: 1",
        "2023, Conference papers: 1",
    ]
    assert built.texts(".vitae-chart-legend > li") == ["Journal articles", "Conference papers"]
    assert built.texts(".vitae-chart > svg > title") == ["What kind"]
    assert built.texts(".vitae-caption#kinds > em") == ["kind"]
    assert built.all(".vitae-chart.mine")
    swatches = {tag["class"][-1] for tag in built.all(".vitae-swatch")}
    assert swatches == {"vitae-colour-1", "vitae-colour-2"}
    assert {tag["class"][0] for tag in built.all(".vitae-chart rect")} == swatches


def test_what_there_is_more_of_is_down(site: Site) -> None:
    page(site, "md", ":group-by: type, year")
    built = site.build()
    assert rows(built) == [HEAD, *ROWS]
    assert built.texts(".vitae-chart-legend > li") == ["2021", "2022", "2023"]


def test_options_choose_what_is_counted(site: Site) -> None:
    page(site, "md", ":type: conference", ":year: 2023", ":group-by: venue")
    assert rows(site.build()) == [["Venue", "Papers"], ["MICRO", "1"]]


def test_keys_choose_too(site: Site) -> None:
    page(site, "md", ":group-by: venue", body="\nhuang2021eda\nhuang2023rmstc")
    assert [row[0] for row in rows(site.build())] == ["Venue", "ACM TODAES", "MICRO"]


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "latex", "epub"])
def test_elsewhere_it_is_a_table(site: Site, builder: str) -> None:
    names = {
        "text": "index.txt",
        "man": "test.1",
        "texinfo": "test.texi",
        "latex": "cv.tex",
        "epub": "index.xhtml",
    }
    site.configure(copyright="me", epub_show_urls="no", man_pages=[("index", "test", "Test", "Me", 1)])
    page(site, "md", ":group-by: year, type")
    text = site.build(builder).text(names[builder]).split("</head>")[-1]
    assert "svg" not in text
    words = [word for row in (HEAD, *ROWS) for word in row]
    assert re.search(r"\W.*?\b".join(map(re.escape, words)), text, re.S), text


def test_numbers_are_a_table_with_heads_for_those_who_listen(site: Site) -> None:
    page(site, "md", ":group-by: year, type")
    built = site.build()
    assert built.texts(".vitae-chart-numbers > summary") == ["The numbers"]
    assert built.texts("thead th") == HEAD
    assert built.texts("tbody th") == [row[0] for row in ROWS]


def test_names_from_the_bibliography_are_escaped(site: Site) -> None:
    site.replace("references.bib", "{MICRO}", '{<b onload="x">A&B}')
    page(site, "md", ":group-by: venue, year")
    built = site.build()
    assert not built.all("main b, .vitae-chart b")
    assert '<b onload="x">A&B, 2023: 1' in says(built)


@pytest.mark.parametrize("markup", ["md", "rst"])
@pytest.mark.parametrize(
    ("option", "message", "code"),
    [
        (":group-by: yaer", f"'yaer' is not one of: {words(COUNTED)} [", "option-value"),
        (":group-by: title", f"'title' is not one of: {words(COUNTED)} [", "option-value"),
        (":group-by: year, year", f"'year, year' must be one or two of: {words(COUNTED)} [", "option-value"),
        (":group-by: year, type, venue", f"must be one or two of: {words(COUNTED)} [", "option-value"),
        (":group-by: ,", f"',' must be one or two of: {words(COUNTED)} [", "option-value"),
        (":layout: card", "unknown option 'layout'", "option-unknown"),
        (":year: soon", "option 'year': 'soon' is not a year", "option-value"),
        (":group-order: MICRA", "option 'group-order': this list has no group 'micra'", "option-value"),
    ],
)
def test_a_wrong_option_is_one_located_error_and_the_chart_is_there(
    site: Site, markup: str, option: str, message: str, code: str
) -> None:
    page(site, markup, option)
    built = site.build(expect=(message,))
    assert f"index.{markup}:{3 if markup == 'md' else 4}: ERROR: publications-chart: " in built.warnings
    assert f"[vitae.{code}]" in built.warnings
    assert [row[0] for row in rows(built)] == ["Year", "2021", "2022", "2023"]


def test_nothing_to_count_is_said(site: Site) -> None:
    page(site, "md", ":year: 1999")
    built = site.build(expect=("publications-chart: the list is empty",))
    assert not built.all(".vitae-chart, table")
    page(site, "md", ":year: 1999", ":empty: None *yet*.")
    assert site.build().texts(".vitae-empty") == ["None yet."]


def test_an_argument_is_an_error(site: Site) -> None:
    site.write("index.md", "# P\n\n```{publications-chart} year\n```\n")
    assert (
        rows(site.build(expect=("publications-chart: does not accept an argument, but has 'year'",)))[0][0]
        == "Year"
    )


def test_it_is_drawn_again_when_a_number_changes_and_only_then(site: Site) -> None:
    site.write("index.md", "# P\n\n```{publications}\n```\n\n```{toctree}\nchart\nall\n```\n")
    site.write("chart.md", "# C\n\n```{publications-chart}\n:group-by: venue\n```\n")
    site.write("all.md", "# A\n\nNothing.\n")
    site.build()
    assert site.build().written == []
    site.replace("references.bib", "Heuristic adaptability", "Heuristics")
    assert site.build().written == ["index"]
    site.replace("references.bib", "{MICRO}", "{ISCA}")
    built = site.build()
    assert sorted(built.written) == ["chart", "index"]
    assert "ISCA" in [row[0] for row in rows(built, "chart.html")]
    site.replace("references.bib", "{ISCA}", "{ACM TODAES}")
    assert ["ACM TODAES", "2"] in rows(site.build(), "chart.html")


def test_a_site_replaces_the_template(site: Site) -> None:
    site.configure(templates_path=["templates"])
    site.write(
        "templates/vitae/html/chart.html.jinja",
        "<p class='own'>{{ drawing.bars | length }} of {{ title }}</p>",
    )
    page(site, "md")
    assert site.build().texts("p.own") == ["3 of Papers by year"]


def test_a_template_that_fails_leaves_the_table(site: Site) -> None:
    site.configure(templates_path=["templates"])
    site.write("templates/vitae/html/chart.html.jinja", "{{ nothing.there }}")
    page(site, "md")
    built = site.build(expect=("the template for charts failed",))
    assert rows(built)[1] == ["2021", "1"]


def test_two_charts_on_one_page_and_in_one_document(site: Site) -> None:
    site.write("index.md", "# P\n\n```{publications-chart}\n:name: one\n```\n\n```{toctree}\nmore\n```\n")
    site.write(
        "more.md",
        "# M\n\n```{publications-chart}\n:name: two\n```\n\n{ref}`There <one>`.\n\n```{publications-chart}\n```\n",
    )
    built = site.build("singlehtml")
    assert len(built.all(".vitae-chart > svg")) == 3
    ids = [tag["id"] for tag in built.all("[id]")]
    assert len(ids) == len(set(ids))
