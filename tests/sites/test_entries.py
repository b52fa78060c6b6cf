"""Entries on the pages of a site: what lists tell of them, and the pictures beside them."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from declared import words
from latexmk import compile_pdf
from pdf_checks import MISSING, Pdf, joined, output
from png_files import png
from site_builder import Site
from sphinx_vitae.render import PARTS

SOME = """
@article{paper, author={Doe, Jane and Huang, Guyue}, author+an:affiliation={1="MIT"; 2="UCSB"}, author+an={1=student},
  title={A Paper}, journal={Journal}, volume={3}, date={2024}, abbr={JRN}, keywords={alpha, beta}, code={https://example.org/c},
  abstract={First paragraph.

  Second paragraph with 100\\% of \\emph{it}.}, note={Unpaid}, annotation={Read this.}}
"""


def write_picture(path: Path, width: int, height: int) -> None:
    path.parent.mkdir(exist_ok=True)
    before = path.stat().st_mtime if path.exists() else 0.0
    path.write_bytes(png(width, height))
    if before:
        later = max(before + 2, time.time())
        os.utime(path, (later, later))


@pytest.fixture
def entries(site: Site) -> Site:
    site.write("references.bib", SOME)
    return site


OPTIONS = {"md": ("```{publications}\n", ":", "```\n"), "rst": (".. publications::\n", "   :", "\n")}


def page(site: Site, markup: str, **options: str) -> None:
    first, colon, last = OPTIONS[markup]
    title = "# P\n" if markup == "md" else "P\n=\n\n"
    lines = "".join(f"{colon}{name.replace('_', '-')}: {value}\n" for name, value in options.items())
    site.write(f"index.{markup}", title + first + lines + last)


@pytest.mark.parametrize("markup", OPTIONS)
def test_a_list_shows_and_hides_parts(entries: Site, markup: str) -> None:
    page(entries, markup, show="keywords, tag", hide="links, annotation, abstract")
    built = entries.build()
    assert built.texts(".vitae-keywords") == ["Keywords: alpha, beta"]
    assert built.texts(".vitae-tag") == ["JRN’24"]
    assert built.texts("summary") == ["BibTeX"]
    assert not built.all(".vitae-annotation, .vitae-source > a")


@pytest.mark.parametrize("markup", OPTIONS)
def test_a_list_says_where_authors_are_and_emphasises_whom_it_names(entries: Site, markup: str) -> None:
    page(entries, markup, affiliations="each", owner="Doe, Jane")
    built = entries.build()
    assert built.texts(".vitae-legend") == ["‡ student"]
    assert built.texts(".vitae-names") == ["Jane Doe‡ (MIT); Guyue Huang (UCSB)"]
    assert built.texts("strong.vitae-me") == ["Jane Doe"]
    assert built.one(".vitae-names sup.vitae-mark")["title"] == "student"


def test_signs_of_other_entries_reach_a_page_that_stayed(entries: Site) -> None:
    entries.configure(suppress_warnings=["vitae.unlisted", "vitae.owner-absent"])
    entries.write("index.md", "# P\n```{publications}\npaper\n```\n")
    assert entries.build().one(".vitae-names sup").get_text() == "‡"
    first = "@misc{zero, title={Zero}, author={A, A}, author+an={1=visitor}, date=2020}\n"
    entries.replace("references.bib", "@article{paper", first + "@article{paper")
    assert entries.build().one(".vitae-names sup").get_text() == "§"


def test_a_part_that_there_is_not_is_an_error(entries: Site) -> None:
    page(entries, "md", show="pictures")
    entries.build(expect=(f"option 'show': 'pictures' is not one of: {words(PARTS)} [",))


def test_a_picture_is_found_by_key_or_name_and_stands_beside_the_page(entries: Site) -> None:
    page(entries, "md")
    entries.configure(vitae_files=["figs"])
    write_picture(entries.folder / "figs" / "paper.png", 320, 200)
    built = entries.build()
    image = built.one("img.vitae-preview")
    assert (image["width"], image["height"]) == ("320", "200")
    assert image["alt"] == "Figure from “A Paper”"
    assert (built.folder / str(image["src"])).read_bytes() == png(320, 200)
    # A name in the entry counts more; it is no link.
    write_picture(entries.folder / "figs" / "other.png", 100, 200)
    entries.replace(
        "references.bib", "title={A Paper}", "title={A Paper}, preview={other.png}, preview_alt={A chart}"
    )
    built = entries.build()
    image = built.one("img.vitae-preview")
    assert (image["width"], image["alt"]) == ("100", "A chart")
    assert (built.folder / str(image["src"])).read_bytes() == png(100, 200)
    assert "other" not in built.one(".vitae-source").get_text()


@pytest.mark.parametrize(
    ("size", "message"),
    [
        ((3, 3), "has 3 × 3 pixels; a preview needs about 300 × 200 pixels; it was not shown"),
        ((60, 99), "has 60 × 99 pixels; a preview needs about 300 × 200 pixels; it is shown in its own size"),
    ],
    ids=["3", "60"],
)
@pytest.mark.parametrize("named", [True, False], ids=["by name", "by key"])
def test_a_picture_with_few_pixels_is_a_warning_and_shown_if_anything_can_be_seen(
    entries: Site, size: tuple[int, int], message: str, named: bool
) -> None:
    page(entries, "md")
    entries.configure(vitae_files=["figs"])
    name = "other.png" if named else "paper.png"
    write_picture(entries.folder / "figs" / name, *size)
    if named:
        entries.replace("references.bib", "title={A Paper}", "title={A Paper}, preview={other.png}")
    built = entries.build(expect=(f"the preview {name!r} {message}",))
    assert "[vitae.picture-small]" in built.warnings
    assert ("references.bib:" in built.warnings) == named
    assert len(built.all("img.vitae-preview")) == (size != (3, 3))


def test_another_picture_of_that_name_is_another_page(entries: Site) -> None:
    page(entries, "md")
    entries.configure(vitae_files=["figs"])
    write_picture(entries.folder / "figs" / "paper.png", 320, 200)
    entries.build()
    write_picture(entries.folder / "figs" / "paper.png", 111, 222)
    image = entries.build().one("img.vitae-preview")
    assert (image["width"], image["height"]) == ("111", "222")


def test_an_svg_and_a_broken_picture_are_shown_as_they_are(entries: Site) -> None:
    page(entries, "md")
    entries.configure(vitae_files=["figs"])
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"></svg>'
    entries.write("figs/paper.svg", drawing)
    assert entries.build().one("img.vitae-preview")["width"] == "60"
    entries.write("figs/paper.svg", "not one")
    assert not entries.build().one("img.vitae-preview").has_attr("width")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("absent.png", "preview refers to the file 'absent.png', which is not in the folder"),
        ("paper.pdf", "preview refers to 'paper.pdf', which is not a picture"),
        ("../secret.png", "preview refers to '../secret.png', which leads out of the folders with files"),
        (
            "https://example.org/p.png",
            "preview is a URL, 'https://example.org/p.png'; pictures on other servers",
        ),
        ("//example.org/p.png", "preview is a URL"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_reported(entries: Site, name: str, problem: str) -> None:
    page(entries, "md")
    entries.replace("references.bib", "title={A Paper}", f"title={{A Paper}}, preview={{{name}}}")
    built = entries.build(expect=(problem,))
    assert not built.all("img")


def test_preview_false_is_no_picture(entries: Site) -> None:
    page(entries, "md")
    entries.replace("references.bib", "title={A Paper}", "title={A Paper}, preview={false}")
    assert not entries.build().all("img")


def test_private_fields_leave_with_the_setting(entries: Site) -> None:
    page(entries, "md", show="annotation")
    assert "Unpaid" in entries.build().text("index.html")
    entries.configure(vitae_private_fields=["note", "annote"])
    html = entries.build().text("index.html")
    assert "Unpaid" not in html
    assert "Read this" not in html
    entries.configure(vitae_private_fields=3)
    entries.build(expect=("vitae_private_fields is 3; it must be a list of strings",))


def test_simple_builders_say_it_too(entries: Site) -> None:
    page(entries, "md", show="abstract, keywords", affiliations="grouped")
    text = " ".join(entries.build("text").text("index.txt").split())
    assert (
        "Jane Doe‡, MIT; Guyue Huang, UCSB. A Paper. Journal 3, Unpaid, 2024. https://example.org/c" in text
    )
    assert "Keywords: alpha, beta. First paragraph. Second paragraph with 100% of it." in text


@pytest.mark.pdf
@pytest.mark.skipif(bool(MISSING), reason=f"missing: {MISSING}")
def test_what_a_list_asks_for_is_on_paper(entries: Site) -> None:
    entries.write(
        "index.md",
        "# P\n```{publications}\n:show: abstract, bibtex, preview, keywords, annotation, tag\n:affiliations: each\n```\n"
        "# Q\n```{publications}\n:layout: compact\n```\n",
    )
    entries.configure(vitae_files=["figs"])
    write_picture(entries.folder / "figs" / "paper.png", 320, 200)
    entries.replace("references.bib", "date={2024}", "date={2024}, pages={1--9}, series={'S'}")
    built = entries.build("latex")
    assert not compile_pdf(built.folder, "cv")
    text = Pdf(built.folder / "cv.pdf").text()
    assert "Keywords: alpha, beta." in text
    assert "First paragraph. Second paragraph with 100% of it." in text
    assert "pages = {1--9}," in text
    assert "series = {'S'}," in joined(output("pdftotext", str(built.folder / "cv.pdf"), "-"))
    assert "JRN'24 A Paper J. Doe and G. Huang." in text


def test_an_award_that_a_work_brings_along_has_no_legend_of_the_work_s_authors(site: Site) -> None:
    marked = "author    = {Dai, Guohao and Huang, Guyue and Huang, Jiayi},"
    site.replace("references.bib", marked, f"{marked}\n  author+an = {{1=equal; 2=equal}},")
    site.write("index.md", "# P\n```{awards}\n```\n## Q\n```{publications}\n```\n")
    built = site.build()
    assert "Best Paper Nominee" in " ".join(built.texts(".vitae-entry"))
    assert built.texts(".vitae-legend") == ["* equal contribution"]


def test_a_list_of_short_names_which_have_no_signs_has_no_legend(site: Site) -> None:
    marked = "author    = {Dai, Guohao and Huang, Guyue and Huang, Jiayi},"
    site.replace("references.bib", marked, f"{marked}\n  author+an = {{1=equal; 2=equal}},")
    site.write("index.md", "# P\n```{publications}\n:layout: compact\n```\n")
    built = site.build()
    assert "*" not in built.one("main, [role=main]").get_text()
    assert "equal contribution" not in site.build("latex").text("cv.tex")


def test_in_print_the_first_work_with_a_mark_explains_it(site: Site) -> None:
    marked = "author    = {Dai, Guohao and Huang, Guyue and Huang, Jiayi},"
    site.replace("references.bib", marked, f"{marked}\n  author+an = {{1=equal; 2=equal}},")
    site.write("index.md", "# P\n```{publications}\n```\n## Q\n```{publications}\n:layout: ieee\n```\n")
    text = site.build("latex").text("cv.tex")
    assert text.count("equal contribution") == 2
    first, second = (match.start() for match in re.finditer("equal contribution", text))
    assert r"\textsuperscript{*}, " in text[:first].rpartition(r"\vitaework{")[2]
    assert text[:first].endswith(r" (\textsuperscript{*}~")
    assert r"\vitaeitem" not in text[text.index(r"\section{Q}") : second], (
        "house styles have it above the list"
    )
