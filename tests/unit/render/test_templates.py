"""How templates are found: those of a site replace ours, in print also the ones that LaTeX and Typst share."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from sphinx_vitae.render import EntryOptions, Renderer
from unit.render.printing import WORDS, Page, catalogue

BIB = """
@article{k, author={Huang, Guyue and Wang, B.}, title={A Title}, journaltitle={J}, date={2020}}
@membership{m, title={Society}, date={2020}}
@award{a, title={Prize}, date={2021}}
"""
ENDINGS = {"html": "html", "latex": "tex", "typst": "typ"}


def rendered(folder: Path, format_: str, key: str) -> str:
    found = catalogue(BIB)
    return Renderer(found, WORDS, format_, [folder]).entry(found.records[key], Page(), EntryOptions())


def write(folder: Path, format_: str, name: str, source: str) -> None:
    path = folder / "vitae" / format_ / f"{name}.{ENDINGS[format_]}.jinja"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, "utf-8")


@pytest.mark.parametrize(
    ("format_", "name", "key"),
    [
        ("html", "award-card", "a"),
        ("html", "activity-card", "m"),
        ("latex", "award", "a"),
        ("latex", "membership", "m"),
        ("typst", "award", "a"),
        ("typst", "membership", "m"),
        ("latex", "publication-reference", "k"),
        ("typst", "publication-reference", "k"),
    ],
)
def test_a_template_of_the_site_replaces_ours_of_the_same_name(
    tmp_path: Path, format_: str, name: str, key: str
) -> None:
    assert rendered(tmp_path, format_, key) != "own"
    write(tmp_path, format_, name, "own")
    assert rendered(tmp_path, format_, key) == "own"


@pytest.mark.parametrize(("format_", "others"), [("latex", "typst"), ("typst", "latex")])
def test_a_part_of_shared_templates_is_replaced_in_one_format_alone(
    tmp_path: Path, format_: str, others: str
) -> None:
    write(tmp_path, format_, "_names", "NOBODY")
    assert "NOBODY" in rendered(tmp_path, format_, "k")
    assert "NOBODY" not in rendered(tmp_path, others, "k")


def test_a_template_of_the_site_extends_and_includes_shared_ones_by_their_names_in_the_format(
    tmp_path: Path,
) -> None:
    write(
        tmp_path,
        "latex",
        "publication-reference",
        '<% extends "vitae/latex/publication-tagged.tex.jinja" %>',
    )
    assert rendered(tmp_path, "latex", "k").startswith(r"\vitaetaggeditem{2020}{}\vitaework{")
    write(
        tmp_path,
        "latex",
        "publication-reference",
        '<% set people = names(record) %><% include "vitae/latex/_names.tex.jinja" %>',
    )
    assert rendered(tmp_path, "latex", "k") == r"\vitaeme{Guyue Huang}, B. Wang"


def test_a_template_that_does_not_exist_is_said_to_be_missing_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, "typst", "award", '<% include "_nothing" %>')
    with pytest.raises(jinja2.TemplateNotFound, match=r"vitae/typst/_nothing\.typ\.jinja"):
        rendered(tmp_path, "typst", "a")


def test_what_a_block_of_a_printed_template_made_is_not_escaped_again(tmp_path: Path) -> None:
    write(
        tmp_path,
        "latex",
        "award",
        r"<% set a %>\emph{<%= record.title %>}<% endset %><%= a %> <%= '\\emph{x}' %>",
    )
    assert rendered(tmp_path, "latex", "a") == r"\emph{Prize} \textbackslash{}emph\{x\}"


WHOLE = r"""
@talk{t, title={A Talk}, type={keynote}, eventtitle={E \& F}, location={There}, date={2020-05}, author={Doe, Jane},
  slides={https://a.example/s}, abstract={More.}}
@award{a, title={Prize}, organization={Org}, date={2021}, note={A note}}
@grant{g, title={Big}, institution={NSF}, amount={\$5}, date={2021}}
"""


@pytest.mark.parametrize(
    ("format_", "key", "made"),
    [
        (
            "latex",
            "t",
            r"Jane Doe\par Keynote: E \& F, There, May 2020. \vitaelinks{\vitaelink{https://a.example/s}{Slides}}\par "
            r"\begin{vitaeprose} More.\par \end{vitaeprose}",
        ),
        ("latex", "a", r"Org, 2021.\par \vitaenote{A note}\par"),
        ("latex", "g", r"NSF, \$5, 2021.\par"),
        ("typst", "g", '#"NSF";, #"$5";, #"2021";.#parbreak();'),
    ],
)
def test_the_page_of_any_entry_is_printed_below_its_heading(format_: str, key: str, made: str) -> None:
    found = catalogue(WHOLE)
    page = Renderer(found, WORDS, format_).in_full(
        found.records[key], Page(), EntryOptions(), newer=None, older=None
    )
    assert " ".join(page.split()) == made


SHOWN_KEYWORDS = """
@talk{talk, title={A Talk}, date={2020}, keywords={one, two}}
@award{award, title={Prize}, date={2020}, keywords={one, two}}
@membership{membership, title={Society}, date={2020}, keywords={one, two}}
@position{position, title={Analyst}, date={2020}, keywords={one, two}}
"""


@pytest.mark.parametrize("format_", ["html", "latex", "typst"])
@pytest.mark.parametrize("key", ["talk", "award", "membership", "position"])
def test_keywords_are_printed_once_with_any_kind_of_entry_that_shows_them(format_: str, key: str) -> None:
    found = catalogue(SHOWN_KEYWORDS)
    made = Renderer(found, WORDS, format_).entry(
        found.records[key], Page(), EntryOptions(show=("keywords",)), target=""
    )
    text = "".join(char for char in made if char not in '#";[]{}')
    assert text.count("Keywords: one, two") == 1
