"""What a list shows and hides of its entries, in every layout and format."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.catalogue.files import LocalFile
from sphinx_vitae.render import HOUSE_STYLES, PARTS, layouts, style_names
from unit.render.printing import catalogue, printed

BIB = """
@inproceedings{k, author={Dai, G. and Doe, Jane and Huang, Guyue}, title={Title of $x$}, booktitle={Symposium}, date={2023},
  editor={Roe, Rae}, publisher={Press}, location={Boston},
  abbr={SYM}, award={Best Paper}, keywords={kw one, kw two}, pubstate={inpress}, related={t}, code={https://example.org/code},
  doi={10.1000/1}, annotation={In a sentence. An annotation.}, abstract={Abstract one.

  Abstract two: \\item bullet}}
@talk{t, title={Talk}, eventtitle={TVMCon}, date={2023}}
"""
PICTURE = LocalFile("preview", "", Path("/site/figs/k.png"), "k.preview.png", (400, 300))
#: What each part prints, by format.
SHOWN = {
    "abstract": ("Abstract one.", "Abstract one.", "Abstract one."),
    "annotation": ("An annotation.", "An annotation.", "An annotation."),
    "award": ('class="vitae-award"', r"\vitaeaward{", "Best Paper."),
    "bibtex": ("@inproceedings{k,", r"@inproceedings\{k,", "@inproceedings{k,"),
    "downloads": ("", "", ""),  # of lists, not of entries
    "editors": ("Roe", "Roe", "Roe"),
    "keywords": ("kw one, kw two", "kw one, kw two", "kw one, kw two"),
    "links": ("https://example.org/code", "https://example.org/code", "https://example.org/code"),
    "preview": ('src="k.preview.png"', r"\vitaepreview{k.preview.png}", ""),
    "publisher": ("Press, Boston", "Press, Boston", "Press, Boston"),
    "related": ("#t", "Talk", "TVMCon"),
    "status": ("n press", "n press", "n press"),  # with a capital where it begins a sentence
    "summary": ("In a sentence.",) * 3,
    "tag": ('>SYM<small class="vitae-tag-year">’23</small><', "SYM’23", "SYM’23"),
    "venue": ("<em>Symposium</em>", r"\emph{Symposium}", "Symposium"),
}
FORMATS = ("html", "latex", "text")
#: What is shown with the venue alone.
WITHIN_VENUE = {"editors", "publisher"}
ENTRY_PARTS = {*PARTS} - {"downloads"}
QUIET = {"abstract", "bibtex", "annotation", "preview", "keywords", "summary"}
#: What a layout shows unasked, on a page and in print.
DEFAULTS = {
    ("card", "html"): ENTRY_PARTS - {"keywords", "summary", "tag"},
    ("feature", "html"): {"award", "links", "preview", "status", "summary", "tag"},
    ("tagged", "html"): ENTRY_PARTS - {"keywords", "summary", "venue"} - WITHIN_VENUE,
    ("reference", "html"): ENTRY_PARTS - QUIET - {"tag"},
    ("compact", "html"): {"award", "status", "tag"},
    # in print, the talk names the paper
    ("card", "latex"): ENTRY_PARTS - QUIET - {"tag", "related"},
    ("feature", "latex"): ENTRY_PARTS - QUIET - {"tag", "related"},
    ("tagged", "latex"): ENTRY_PARTS - QUIET - {"related"},
    ("reference", "latex"): ENTRY_PARTS - QUIET - {"tag", "related"},
    ("compact", "latex"): {"award", "status", "tag"},
    ("card", "text"): {"award", "status", "venue"} | WITHIN_VENUE,
    ("feature", "text"): {"award", "status", "venue"} | WITHIN_VENUE,
    ("tagged", "text"): {"award", "status", "venue", "tag"} | WITHIN_VENUE,
    ("reference", "text"): {"award", "status", "venue"} | WITHIN_VENUE,
    ("compact", "text"): {"award", "status", "tag"},
}


@pytest.fixture(scope="module")
def works() -> Catalogue:
    return catalogue(BIB, {"k": (PICTURE,)})


def visible(works: Catalogue, format_: str, **options: Any) -> set[str]:
    made = printed(works, format_, **options)
    # The title of a tag is for those who ask for it; BibTeX repeats what else may be shown.
    seen = re.sub(
        r"(?<=k,).*?(?=</pre>|\\end\{vitaebibtex\}|$)", "", re.sub('title="[^"]*Symposium[^"]*"', "", made)
    )
    seen = seen.replace("In a sentence. An annotation.", "An annotation.")  # the annotation, not the summary
    number = FORMATS.index(format_)
    return {part for part, told in SHOWN.items() if told[number] and told[number] in seen}


def test_every_layout_and_part_is_tried() -> None:
    assert set(SHOWN) == set(PARTS)
    templates = set(layouts("publication", ())) - set(style_names())
    assert set(DEFAULTS) == {(layout, format_) for layout in templates for format_ in FORMATS}


@pytest.mark.parametrize(("layout", "format_"), DEFAULTS)
def test_a_layout_shows_its_parts_unasked(works: Catalogue, layout: str, format_: str) -> None:
    assert visible(works, format_, layout=layout) == DEFAULTS[layout, format_]


@pytest.mark.parametrize(("layout", "format_"), DEFAULTS)
@pytest.mark.parametrize("part", PARTS)
def test_what_is_asked_for_is_shown_and_what_is_not_wanted_is_hidden(
    works: Catalogue, layout: str, format_: str, part: str
) -> None:
    usual = DEFAULTS[layout, format_]
    asked = {part} if SHOWN[part][FORMATS.index(format_)] else set()
    asked |= {"venue"} | WITHIN_VENUE if part in {"venue", *WITHIN_VENUE} else set()
    assert visible(works, format_, layout=layout, show=(part,)) == usual | asked
    hidden = visible(works, format_, layout=layout, hide=(part,))
    # Where the tag stands for the venue, an entry without its tag shows the venue; a tag said the year.
    expected = usual - {part}
    if layout in {"feature", "tagged"} and part == "tag" and format_ == "html":
        expected |= {"venue"} | WITHIN_VENUE
    if part == "venue":  # the status is no part of the venue
        expected = expected - WITHIN_VENUE | usual & {"status"}
    assert hidden == expected
    assert part not in visible(works, format_, layout=layout, show=(part,), hide=(part,))


@pytest.mark.parametrize(("layout", "format_"), DEFAULTS)
def test_everything_at_once(works: Catalogue, layout: str, format_: str) -> None:
    made = visible(works, format_, layout=layout, show=PARTS)
    assert made == {part for part, told in SHOWN.items() if told[FORMATS.index(format_)]}
    assert visible(works, format_, layout=layout, hide=PARTS) == set()


def test_a_hidden_venue_leaves_the_date(works: Catalogue) -> None:
    assert printed(works, "text", hide=("venue", "award", "links")) == (
        "G. Dai, Jane Doe, Guyue Huang. Title of <x>. In press, 2023."
    )


EDITED = """
@inproceedings{k, author={Doe, Jane}, title={T}, booktitle={B}, editor={Roe, Rae}, publisher={Press}, location={Boston}, year=2020}
@collection{c, title={C}, editor={Roe, Rae}, publisher={Press}, year=2020}
@inproceedings{m, author={Doe, Jane}, title={T}, booktitle={B}, publisher={Press}, address={Boston}, location={Rome}, year=2020}
@thesis{t, author={Doe, Jane}, title={T}, institution={School}, location={Boston}, year=2020}
"""
#: What is printed by styles that omit some of it.
EDITED_WORDS = {"ieee": {"Doe", "Roe", "Boston"}, "apa": {"Doe", "Roe", "Press"}}


@pytest.mark.parametrize("layout", ["reference", *HOUSE_STYLES, "plain"])
@pytest.mark.parametrize("format_", ["html", "latex", "typst", "text"])
def test_editors_and_publisher_are_hidden_in_every_style(layout: str, format_: str) -> None:
    works = catalogue(EDITED)
    whole, alone, hidden = (
        {
            word
            for word in ("Doe", "Roe", "Press", "Boston")
            if word in printed(works, format_, "k", layout=layout, hide=hide)
        }
        for hide in ((), ("editors",), ("editors", "publisher"))
    )
    assert hidden == {"Doe"}
    assert alone == whole - {"Roe"}
    assert whole == EDITED_WORDS.get(layout, {"Doe", "Roe", "Press", "Boston"})


def test_editors_who_are_the_authors_and_the_place_of_an_event_stay() -> None:
    works = catalogue(EDITED)
    assert "Roe" in printed(works, "text", "c", hide=("editors", "publisher"))
    shown = printed(works, "text", "m", hide=("publisher",))
    assert "Rome" in shown
    assert "Boston" not in shown
    assert "School, Boston" in printed(works, "text", "t", hide=("publisher",))


def test_an_abstract_has_its_paragraphs_and_bullets(works: Catalogue) -> None:
    assert (
        "<summary>Abstract</summary><p>Abstract one.</p> <p>Abstract two:</p> <ul><li>bullet</li></ul></details>"
    ) in printed(works, "html")
    assert (
        r"\begin{vitaeprose} Abstract one.\par Abstract two:\par \begin{itemize} \item bullet \end{itemize} \end{vitaeprose}"
    ) in printed(works, "latex", show=("abstract",))


def test_a_picture_has_its_size_and_words() -> None:
    works = catalogue("@misc{k, title={A \\emph{T}}}", {"k": (PICTURE,)})
    assert (
        '<img class="vitae-preview" src="k.preview.png" alt="Figure from “A T”" width="400" height="300" loading="lazy" />'
    ) in printed(works, "html")
    told = catalogue('@misc{k, title={T}, preview_alt={Two "boxes" \\& a line}}', {"k": (PICTURE,)})
    assert 'alt="Two &#34;boxes&#34; &amp; a line"' in printed(told, "html")
    assert r"\vitaepreview{k.preview.png}{Two \textquotedbl{}boxes\textquotedbl{} \& a line}" in printed(
        told, "latex", show=("preview",)
    )


COMPACT = """
@misc{one, title={One}, author={Huang, Guyue}, date={2020}, html={https://example.org/pub}, pdf={https://example.org/pdf}}
@misc{two, title={Two}, author={Dai, Guohao and Huang, Guyue}, date={2020-05}}
@misc{three, title={See \\href{https://example.org/x}{this}}, author={Dai, Guohao and B, B and Huang, Guyue and C, C}, doi={10.1000/1}}
@misc{first, title={First}, author={Huang, Guyue and B, B and C, C}, abbr={SYM}, date={2023}}
@misc{none, title={None}, author={A, A and others}}
"""


def test_one_line_has_few_names_and_the_owner_among_them() -> None:
    works = catalogue(COMPACT)
    assert [
        printed(works, "text", key, layout="compact") for key in ("one", "two", "three", "first", "none")
    ] == [
        "One. G. Huang, 2020.",
        "Two. G. Dai and G. Huang, May 2020.",
        "See this. G. Dai et al., with G. Huang.",
        "SYM’23 First. G. Huang et al.",
        "None. A. A et al.",
    ]
    assert printed(works, "text", "three", layout="compact", names="family-initials").endswith(
        "Dai G. et al., with Huang G."
    )


def test_one_line_leads_to_the_publisher() -> None:
    works = catalogue(COMPACT)
    assert printed(works, "html", "first", layout="compact") == (
        '<li class="vitae-entry"> <span class="vitae-key vitae-tag">SYM<small class="vitae-tag-year">’23</small></span> <cite class="vitae-title">First</cite> '
        '<span class="vitae-names" title="Guyue Huang, B B, C C"><strong class="vitae-me">G. Huang</strong> et al.</span> </li>'
    )
    assert (
        '<cite class="vitae-title"><a class="reference external" href="https://example.org/pub">One</a></cite>'
    ) in printed(works, "html", "one", layout="compact")
    # No link in a link.
    assert '<a class="reference external" href="https://doi.org/10.1000/1">See this</a>' in printed(
        works, "html", "three", layout="compact"
    )
    assert printed(works, "latex", "three", layout="compact") == (
        r"\vitaetaggeditem{}{}\vitaetitle{\href{https://doi.org/10.1000/1}{See this}}"
        r"\quad G. Dai et al., with \vitaeme{G. Huang}."
    )
    assert printed(works, "latex", "first", number="3", layout="compact") == (
        r"\vitaeitem{3}{}\vitaetitle{First}\quad \vitaeme{G. Huang} et al., 2023."
    )


def test_bibtex_is_as_it_was_written_without_what_concerns_this_site_alone() -> None:
    bib = """@Article{k,
  Author = {Huang, Guyue and {NVIDIA Research}}, author+an = {1=equal}, title = {{GPU}s -- a 'study' with {\\"o}},
  journal = J # " of X", year = 2020, abbr = {J}, selected = {true}, preview = {k.png}, preview_alt = {A}, file = {:x.pdf:},
  groups = {mine}, bibtex_show = {true}, comment = {do not}, salary = {100}, annote = {n}, additional_info = {i}}
"""
    works = catalogue(bib, private_fields=["salary"])
    assert printed(works, "html").partition("<pre")[2].partition("</details>")[0] == (
        ' class="no-search">@Article{k, Author = {Huang, Guyue and {NVIDIA Research}}, '
        "title = {{GPU}s -- a &#39;study&#39; with {\\&#34;o}}, journal = {J of X}, year = {2020}, }</pre>"
    )
    latex = printed(works, "latex", show=("bibtex",))
    assert (
        r"\vitaecode{2}{title\ \ \ = \{\{GPU\}s -\kern0pt - a \textquotesingle{}study\textquotesingle{}"
        in latex
    )
    assert r"with \{\textbackslash{}\textquotedbl{}o\}\}," in latex


def test_bibtex_show_false_hides_it_unless_the_list_asks() -> None:
    hidden = catalogue("@misc{k, title={T}, bibtex_show={false}}")
    assert "<pre" not in printed(hidden, "html")
    assert "<pre" in printed(hidden, "html", show=("bibtex",))
    assert "<pre" in printed(catalogue("@misc{k, title={T}, bibtex_show={true}}"), "html")


def test_a_private_field_is_nowhere() -> None:
    bib = "@misc{k, title={T}, author={A, A}, note={Secret}, annote={Hush}, code={https://example.org/s}, date=2020}"
    works = catalogue(bib, private_fields=["note", "annotation", "code"])
    for format_ in FORMATS:
        made = printed(works, format_, show=PARTS)
        assert not any(word in made for word in ("Secret", "Hush", "example.org")), made
    assert works.records["k"].written == (("title", "T"), ("author", "A, A"), ("date", "2020"))
    assert printed(catalogue(bib, private_fields=["title"])).startswith("A A. T.")
