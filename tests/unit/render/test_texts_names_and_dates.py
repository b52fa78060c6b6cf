"""Dates, names, venues and texts in print."""

from __future__ import annotations

from typing import Any

import pytest

from records import date, record
from sphinx_vitae.bib import parse_date, parse_name, parse_text
from sphinx_vitae.model import Text
from sphinx_vitae.render import Words, print_date, print_name, words_in
from sphinx_vitae.render.formats.fragments import stop
from sphinx_vitae.render.formats.html import Html
from sphinx_vitae.render.formats.latex import Latex
from sphinx_vitae.render.formats.plain_text import Plain
from sphinx_vitae.render.language.calendar import Form
from sphinx_vitae.render.names.printed_names import Hidden, Name, shorten
from sphinx_vitae.render.venue.by_entry_type import venue
from sphinx_vitae.render.venue.tag import tag
from unit.render import printing

WORDS = Words()


class Page(printing.Page):
    """A page on which every entry is numbered 7."""

    def label(self, key: str) -> str:
        return "[7]"

    def number(self, key: str) -> str:
        return "7"


@pytest.mark.parametrize(
    ("written", "long", "short"),
    [
        ("2024", "2024", "2024"),
        ("2024-05", "May 2024", "May 2024"),
        ("2024-03-05", "5 March 2024", "Mar 2024"),
        ("2022-06/2022-09", "June – September 2022", "Jun – Sep 2022"),
        ("2020-09/2024", "September 2020 – 2024", "Sep 2020 – 2024"),
        ("2016/2020", "2016 – 2020", "2016 – 2020"),
        ("2024-05/", "May 2024 – present", "May 2024 – present"),
        ("2024-06-17/2024-06-19", "17–19 June 2024", "Jun 2024"),
        ("2024-06-30/2024-07-02", "30 June – 2 July 2024", "Jun – Jul 2024"),
        ("2021~", "c. 2021", "c. 2021"),
        ("2021?", "2021?", "2021?"),
        ("2023-22", "Summer 2023", "Summer 2023"),
        ("last spring", "last spring", "last spring"),
    ],
)
def test_a_date_is_as_precise_as_it_was_given(written: str, long: str, short: str) -> None:
    parsed = parse_date(written)
    assert print_date(parsed, WORDS).text == long
    assert print_date(parsed, WORDS, "short").text == short


@pytest.mark.parametrize(
    ("written", "form", "is_period"),
    [
        ("2022-06/2022-09", "short", True),
        ("2024-05/", "short", True),
        ("2024-06-17/2024-06-19", "days", True),
        ("2024-06-17/2024-06-19", "short", False),  # Jun 2024
        ("/2024", "short", False),
        ("2024-05", "short", False),
    ],
)
def test_a_period_has_a_start_and_an_end_in_any_language(written: str, form: Form, is_period: bool) -> None:
    words, _ = words_in("ja")
    assert print_date(parse_date(written), WORDS, form).is_period == is_period
    assert print_date(parse_date(written), words, form).is_period == is_period


def test_a_date_for_machines_is_its_beginning() -> None:
    assert [print_date(parse_date(d), WORDS).iso for d in ("2024-05/", "2024-05-17", "2023-22")] == [
        "2024-05",
        "2024-05-17",
        "2023",
    ]


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("Huang, Guyue", ("Guyue Huang", "G. Huang", "Huang G.")),
        ("Tsai, Po-An", ("Po-An Tsai", "P.-A. Tsai", "Tsai P.-A.")),
        ("de la Cruz, María José", ("María José de la Cruz", "M. J. de la Cruz", "de la Cruz M. J.")),
        ("King, Jr, Martin Luther", ("Martin Luther King Jr", "M. L. King Jr", "King Jr M. L.")),
        ("Huang, G.", ("G. Huang", "G. Huang", "Huang G.")),
        ("Hughes, Thomas J.R.", ("Thomas J.R. Hughes", "T. J. R. Hughes", "Hughes T. J. R.")),
        ("Brody, JR", ("JR Brody", "J. R. Brody", "Brody J. R.")),
        ("LI, WEI", ("WEI LI", "W. LI", "LI W.")),
        ("Po, J.-P.", ("J.-P. Po", "J.-P. Po", "Po J.-P.")),
        ("{IceCube Collaboration}", ("IceCube Collaboration",) * 3),
        ("Plato", ("Plato",) * 3),
        ("黄, 小明", ("黄小明",) * 3),
    ],
)
def test_a_name_has_three_forms(written: str, forms: tuple[str, str, str]) -> None:
    person = parse_name(written)
    assert tuple(print_name(person, form) for form in ("full", "initials", "family-initials")) == forms


def shown(limit: int, me: int = -1, count: int = 6) -> list[Any]:
    printed = [Name(f"N{n}", me=n == me) for n in range(count)]
    return [len(n.names) if isinstance(n, Hidden) else n.text[-1] for n in shorten(printed, limit)]


@pytest.mark.parametrize(
    ("limit", "me", "expected"),
    [
        (0, -1, ["0", "1", "2", "3", "4", "5"]),
        (6, -1, ["0", "1", "2", "3", "4", "5"]),
        (3, -1, ["0", "1", 3, "5"]),
        (3, 3, ["0", "1", "2", "3", "4", "5"]),
        (2, 1, ["0", "1", 3, "5"]),
        (1, -1, ["0", 4, "5"]),
        (1, 2, ["0", "1", "2", 2, "5"]),
    ],
)
def test_long_lists_hide_neither_owner_nor_last_nor_one_alone(
    limit: int, me: int, expected: list[Any]
) -> None:
    assert shown(limit, me) == expected


@pytest.mark.parametrize(
    ("type_", "texts", "expected"),
    [
        ("article", {"journaltitle": "J", "volume": "2", "number": "3", "pages": "4–5"}, "J 2(3):4–5"),
        ("article", {"journaltitle": "J", "volume": "2"}, "J 2"),
        ("article", {"journaltitle": "J", "pages": "4"}, "J, page 4"),
        ("article", {"journaltitle": "J", "volume": "2", "eid": "e7"}, "J 2:e7"),
        ("article", {"journaltitle": "J"}, "J"),
        ("inproceedings", {"booktitle": "B", "pages": "4–5", "publisher": "ACM"}, "B, pages 4–5, ACM"),
        ("incollection", {"booktitle": "B", "series": "LNCS", "volume": "9"}, "B, LNCS 9"),
        ("book", {"edition": "2", "publisher": "MIT Press"}, "2nd edition, MIT Press"),
        ("book", {"edition": "11"}, "11th edition"),
        ("thesis", {"type": "phdthesis", "institution": "UCSB"}, "PhD thesis, UCSB"),
        ("thesis", {"institution": "UCSB"}, "Thesis, UCSB"),
        (
            "report",
            {"type": "techreport", "number": "12", "institution": "NASA"},
            "Technical report 12, NASA",
        ),
        ("patent", {"number": "US1"}, "Patent US1"),
        ("software", {"version": "v2.1", "publisher": "Zenodo"}, "Version 2.1, Zenodo"),
        ("misc", {"howpublished": "Online", "note": "A note"}, "Online, A note"),
        ("talkish", {"organization": "X"}, "X"),
    ],
)
def test_a_venue_says_what_there_is_of_it(type_: str, texts: dict[str, str], expected: str) -> None:
    made = Plain().text(venue(record("k", type=type_, texts=texts), WORDS), Page())
    assert made == expected


@pytest.mark.parametrize(
    ("type_", "texts", "expected"),
    [
        ("inproceedings", {"booktitle": "B", "pages": "4–5"}, "B, pages\u00a04–5"),
        ("inproceedings", {"booktitle": "B", "pages": "4, 7, 9"}, "B, pages\u00a04, 7, 9"),
        ("inproceedings", {"booktitle": "B", "pages": "all of it"}, "B, pages all of it"),
        ("inproceedings", {"booktitle": "B", "volume": "2"}, "B, volume\u00a02"),
        ("book", {"pagetotal": "312"}, "312\u00a0pages"),
        ("software", {"version": "v2.1"}, "Version\u00a02.1"),
    ],
)
def test_lines_do_not_break_between_a_word_and_its_number(
    type_: str, texts: dict[str, str], expected: str
) -> None:
    assert str(venue(record("k", type=type_, texts=texts), WORDS)) == expected


def test_an_eprint_is_where_a_preprint_appeared() -> None:
    preprint = record("k", type="misc", fields={"eprint": "2210.16691", "eprinttype": "arxiv"})
    assert str(venue(preprint, WORDS)) == "arXiv:2210.16691"


def test_a_status_is_printed_once() -> None:
    coded = record("k", texts={"journaltitle": "J", "pubstate": "inpress"}, status="inpress")
    worded = record("k", texts={"journaltitle": "J", "pubstate": "accepted, 2026"}, status="forthcoming")
    in_note = record("k", texts={"note": "under review", "pubstate": "under review"}, status="submitted")
    in_journal = record("k", texts={"journaltitle": "Submitted", "pubstate": "Submitted"}, status="submitted")
    printed = [str(venue(r, WORDS)) for r in (coded, worded, in_note, in_journal)]
    assert printed == ["J, in press", "J, accepted, 2026", "Under review", "Submitted"]


@pytest.mark.parametrize(
    ("abbr", "expected"),
    [
        ("MICRO", "MICRO’23"),
        ("MICRO'23", "MICRO’23"),
        ("ISCA 2025", "ISCA 2025"),
        ("SC20", "SC20"),
        ("AI4Science", "AI4Science’23"),
        ("3DV", "3DV’23"),
        ("", ""),
    ],
)
def test_a_tag_gets_the_year_it_lacks(abbr: str, expected: str) -> None:
    assert tag(record("k", texts={"abbr": abbr}, date=date(2023))) == expected


HOSTILE = "<b>&\"'</b> \\input{x} $x$ #1 %c ~ ^ _ {y} `` '' -- {{ 7*7 }} <%= 7 %>"


def test_every_format_escapes_what_it_would_read() -> None:
    text = Text((HOSTILE,))
    html = Html().text(text, Page())
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;&#34;&#39;" in html
    latex = Latex().text(text, Page())
    assert latex == (
        r"\textless{}b\textgreater{}\&\textquotedbl{}'\textless{}/b\textgreater{} \textbackslash{}input\{x\} "
        r"\$x\$ \#1 \%c \textasciitilde{} \textasciicircum{} \_ \{y\} "
        r"\textasciigrave{}\textasciigrave{} '{}' -{}- \{\{ 7*7 \}\} "
        r"\textless{}\%= 7 \%\textgreater{}"
    )
    assert Plain().text(text, Page()) == HOSTILE


def test_markup_is_printed_in_each_format() -> None:
    text = parse_text(
        r"\emph{in \textbf{vivo}} H\textsubscript{2}O $x^2$ \href{https://example.org/a_b}{here} \cite{k}"
    )
    assert Html().text(text, Page()) == (
        "<em>in <strong>vivo</strong></em> H<sub>2</sub>O <x^2> "
        '<a class="reference external" href="https://example.org/a_b">here</a> '
        '<a class="reference internal" href="#k">[7]</a>'
    )
    assert Latex().text(text, Page()) == (
        r"\emph{in \textbf{vivo}} H\textsubscript{2}O <x^2> \href{https://example.org/a\_b}{here} "
        r"\hyperref[k]{{[}7{]}}"
    )
    assert Plain().text(text, Page()) == "in vivo H2O <x^2> here [7]"


def test_bullets_are_lists_in_prose_and_stay_inline_elsewhere() -> None:
    text = parse_text(r"Did: \item one \item two")
    assert Html().prose(text, Page()) == "<p>Did:</p>\n<ul><li>one</li><li>two</li></ul>"
    assert (
        Latex().prose(text, Page()) == "Did:\\par\n\\begin{itemize}\n\\item one\n\\item two\n\\end{itemize}"
    )
    assert Plain().prose(text, Page()) == "Did: • one • two"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", ""]
)
def test_no_other_scheme_becomes_a_link(url: str) -> None:
    from sphinx_vitae.model import Span

    text = Text((Span("link", ("here",), url),))
    assert Html().text(text, Page()) == "here"
    assert Latex().text(text, Page()) == "here"


def test_an_address_in_latex_cannot_end_its_argument_or_call_a_command() -> None:
    assert (
        Latex().url("https://e.org/}\\x{a}%20#f_~^")
        == r"https://e.org/\%7D\%5Cx\%7Ba\%7D\%20\#f\_\string~\%5E"
    )


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("A", "A."),
        ("A.", "A."),
        ("Why?", "Why?"),
        ("A.</strong>", "A.</strong>"),
        ("", ""),
        (r"\emph{A.}", r"\emph{A.}"),
    ],
)
def test_a_sentence_has_one_full_stop(text: str, stopped: str) -> None:
    assert stop(text) == stopped
