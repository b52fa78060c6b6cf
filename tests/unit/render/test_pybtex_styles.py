"""References as formatting styles of pybtex compose them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pybtex import plugin
from pybtex.plugin import register_plugin
from pybtex.richtext import HRef, Symbol, Tag
from pybtex.richtext import Text as RichText
from pybtex.style.formatting.unsrt import Style as Unsrt
from pybtex.style.template import Node, field, join, sentence, tag

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import People
from sphinx_vitae.catalogue.marks import Marks
from sphinx_vitae.model import NameList, Person, Profile, Text
from sphinx_vitae.render import Words
from sphinx_vitae.render.formats.html import Html
from sphinx_vitae.render.names.name_marks import Signs
from sphinx_vitae.render.styles.known_styles import pybtex_style_names
from sphinx_vitae.render.styles.pybtex_plugins import PybtexStyle
from sphinx_vitae.render.styles.work_fields import WorkFields

WORDS = Words()


class Page:
    def math(self, source: str) -> str:
        return rf"\({source}\)"


def text(style: str, source: str, owner: str = "", url: str = "") -> Text:
    records, _ = read([("references.bib", source.encode())])
    owners = People([Profile(name=owner, url=url)] if owner else [])
    return PybtexStyle(style).compose(
        WorkFields(records[0], WORDS, owners, owners, Signs(Marks((), frozenset()), WORDS))
    )


def html(style: str, source: str, owner: str = "", url: str = "") -> str:
    made = Html().text(text(style, source, owner, url), Page())  # type: ignore[arg-type]
    return str(made).replace("\u00a0", " ")  # pybtex ties initials


@pytest.fixture
def registered() -> Iterator[Any]:
    """Registers styles for one test."""
    before = dict(plugin._RUNTIME_PLUGINS)
    yield lambda name, style: register_plugin("pybtex.style.formatting", name, style, force=True)
    plugin._RUNTIME_PLUGINS.clear()
    plugin._RUNTIME_PLUGINS.update(before)


ARTICLE = """@article{k, author = {Huang*, Guyue and Wang, Zheng-Yang}, title = {The {SpMM} kernel of the {GPU}},
    journal = {ACM TODAES}, volume = 26, number = 5, pages = {1--46}, year = 2021, doi = {10.1145/1}}"""


def test_the_styles_of_pybtex_are_known() -> None:
    assert {"plain", "unsrt", "alpha", "unsrtalpha"} <= pybtex_style_names()


@pytest.mark.parametrize("style", ["plain", "unsrt", "alpha", "unsrtalpha"])
def test_an_article_in_each_style_of_pybtex(style: str) -> None:
    assert html(style, ARTICLE, "Huang, Guyue", "https://example.org/") == (
        '<strong class="vitae-me"><a class="reference external" href="https://example.org/">Guyue Huang</a></strong>'
        '<sup class="vitae-mark">*</sup> and Zheng-Yang Wang. The SpMM kernel of the GPU. <em>ACM TODAES</em>, 26(5):1–46, '
        '2021. <a class="reference external" href="https://doi.org/10.1145/1">doi:10.1145/1</a>.'
    )


def test_mathematics_and_markup_go_through_a_style_unchanged() -> None:
    source = r"@article{k, author = {Doe, J.}, title = {Sorting in $O(N \log N)$ \emph{In Vivo} by {\"O}zg{\"u}r \& Co}, journal = {J}, year = 2020}"
    assert html("unsrt", source) == (
        r"J. Doe. Sorting in \(O(N \log N)\) <em>In Vivo</em> by Özgür &amp; co. <em>J</em>, 2020."
    )


def test_what_a_bibliography_says_is_escaped() -> None:
    source = '@article{k, author = {<b>, J.}, title = {<script>alert(1)</script>}, journal = {"><img>}, year = 2020}'
    made = html("plain", source)
    assert "<script" not in made
    assert "<img" not in made
    assert "<b>" not in made


@pytest.mark.parametrize("name", ["AT&T", "100% Cotton", "A_B {Inc}", "Cash $ Co", "x^2 # y"])
def test_a_name_that_tex_would_misread_is_printed(name: str) -> None:
    records, _ = read([("r.bib", b"@misc{k, title = {T}}")])
    names = {"author": NameList((Person(literal=name),))}
    record = replace(records[0], names=names, written=(("author", "X"), ("title", "T")))
    made = PybtexStyle("unsrt").compose(
        WorkFields(record, WORDS, People([]), People([]), Signs(Marks((), frozenset()), WORDS))
    )
    assert str(made).replace("\u00a0", " ") == f"{name}. T."


def test_an_entry_that_lacks_what_a_style_needs_is_printed_with_what_it_has() -> None:
    source = (
        "@article{k, author = {Huang, Guyue}, title = {A title}, year = 2021, url = {https://example.org/}}"
    )
    assert (
        html("plain", source, "Huang, Guyue")
        == '<strong class="vitae-me">Guyue Huang</strong>. A title. 2021.'
    )


def test_an_entry_without_a_title_is_printed_by_its_key() -> None:
    assert html("plain", "@misc{k, year = 2020}") == "k. 2020."
    assert html("unsrtalpha", "@misc{k}") == "k."
    assert html("unsrtalpha", "@misc{k, title = {{}}}") == "k."


def test_empty_fields_are_none() -> None:
    source = "@article{k, author = {Doe, J.}, title = {A}, journal = {J}, volume = 3, number = {}, pages = {}, year = 2020}"
    assert "()" not in html("plain", source)


@pytest.mark.parametrize("type_", ["online", "thesis", "patent", "talk", "software", "custom"])
def test_types_that_a_style_does_not_know_are_printed(type_: str) -> None:
    source = (
        f"@{type_}{{k, author = {{Doe, J.}}, title = {{A title}}, institution = {{MIT}}, date = {{2020-05}}}}"
    )
    made = html("plain", source)
    assert "A title" in made
    assert "2020" in made


def test_a_style_of_a_site_is_used_with_all_its_markup(registered: Any) -> None:
    class Mine(Unsrt):  # type: ignore[misc]
        def get_article_template(self, entry: object) -> Node:
            marked = RichText(
                Tag("tt", "tt"),
                Tag("sup", "2"),
                Symbol("ndash"),
                Tag("nobody", "plain"),
                HRef("https://example.org/", "here"),
            )
            return join[self.format_names("author"), " ", tag("strong")[field("title")], " ", marked]

    registered("mine", Mine)
    assert "mine" in pybtex_style_names()
    assert html("mine", ARTICLE, "Wang, Zheng-Yang") == (
        'Guyue Huang<sup class="vitae-mark">*</sup> and <strong class="vitae-me">Zheng-Yang Wang</strong>. <strong>The SpMM '
        'kernel of the GPU</strong> <code>tt</code><sup>2</sup>–plain<a class="reference external" '
        'href="https://example.org/">here</a>'
    )


def test_a_style_that_abbreviates_names_still_knows_the_owner(registered: Any) -> None:
    class Short(Unsrt):  # type: ignore[misc]
        def __init__(self, **options: Any) -> None:
            super().__init__(abbreviate_names=True, **options)

        def get_article_template(self, entry: object) -> Node:
            return sentence[self.format_names("author", as_sentence=False)]

    registered("short", Short)
    assert html("short", ARTICLE, "Wang, Zheng-Yang") == (
        'G. Huang<sup class="vitae-mark">*</sup> and <strong class="vitae-me">Z.-Y. Wang</strong>.'
    )


def test_one_object_formats_all_entries_and_looks_for_no_plugin_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    style = PybtexStyle("plain")
    records, _ = read([("references.bib", (ARTICLE + ARTICLE.replace("{k,", "{l,")).encode())])

    def scan(*_: object, **__: object) -> object:
        raise AssertionError("an entry point was looked for")

    monkeypatch.setattr(plugin, "entry_points", scan)
    people = People([])
    made = [
        str(style.compose(WorkFields(record, WORDS, people, people, Signs(Marks((), frozenset()), WORDS))))
        for record in records
    ]
    assert made[0] == made[1]
