"""Identifiers are cleaned and links made: in one order, each address once, only of allowed schemes."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_vitae.bib import read
from sphinx_vitae.bib.fields.identifiers import clean_arxiv, clean_doi
from sphinx_vitae.bib.vocabulary import LINK_KINDS
from sphinx_vitae.model import Link, ProblemKind
from unit.bib.reading import entry, kinds_of, records_of


def links(fields: str, entry_type: str = "misc", **configured: Any) -> list[tuple[str, str, str]]:
    text = f"@{entry_type}{{k, title = {{T}}, {fields}}}"
    records, _ = read([("refs.bib", text.encode())], links=configured)
    return [(link.kind, link.label, link.url) for link in records[0].links]


@pytest.mark.parametrize(
    "written",
    [
        "10.1000/a_b",
        "https://doi.org/10.1000/a_b",
        "http://dx.doi.org/10.1000/a_b",
        "doi.org/10.1000/a_b",
        "doi:10.1000/a_b",
        "DOI: 10.1000/a_b",
        "10.1000/a\\_b",
        "10.1000/a{\\_}b",
        "\\url{https://doi.org/10.1000/a_b}",
        "https://doi.org/10.1000/a%5Fb",
    ],
)
def test_a_doi_however_written(written: str) -> None:
    assert clean_doi(written) == "10.1000/a_b"
    assert entry(f"title = {{T}}, doi = {{{written}}}").fields["doi"] == "10.1000/a_b"
    assert links(f"doi = {{{written}}}") == [("doi", "DOI", "https://doi.org/10.1000/a_b")]


def test_a_doi_is_percent_encoded_in_its_address() -> None:
    doi = "10.1002/(SICI)1097(199706)15:1<65::AID#1>3.0.CO;2-8"
    assert links(f"doi = {{{doi}}}")[0][2] == (
        "https://doi.org/10.1002/(SICI)1097(199706)15:1%3C65::AID%231%3E3.0.CO;2-8"
    )


def test_a_doi_of_data_or_slides_is_a_link_without_a_message() -> None:
    assert links("data = {10.5281/zenodo.1}, slides = {10.1000/a_b}") == [
        ("data", "Data", "https://doi.org/10.5281/zenodo.1"),
        ("slides", "Slides", "https://doi.org/10.1000/a_b"),
    ]


def test_what_is_no_doi_is_reported_and_an_address_there_is_one() -> None:
    records, problems = records_of("@misc{k, title = {T}, doi = {https://example.org/x}}")
    assert records["k"].links == (Link("url", "Link", "https://example.org/x"),)
    assert "doi" not in records["k"].fields
    assert kinds_of(problems) == [ProblemKind.VALUE_UNKNOWN]


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("2101.00001", "2101.00001"),
        ("arXiv:2101.00001v3", "2101.00001v3"),
        ("https://arxiv.org/pdf/2101.00001", "2101.00001"),
        ("arXiv preprint arXiv:2101.00001", "2101.00001"),
        ("ArXiv e-prints, arXiv: 2101.00001", "2101.00001"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("math.GT/0309136", "math.GT/0309136"),
        ("abs/2101.00001", "2101.00001"),
        ("10.1000/2101.00001", ""),
        ("Journal of 2101", ""),
    ],
)
def test_an_arxiv_identifier_however_written(written: str, identifier: str) -> None:
    assert clean_arxiv(written) == identifier


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2101.00001}, archiveprefix = {arXiv}",
        "eprint = {2101.00001}, eprinttype = {arxiv}",
        "eprint = {arXiv:2101.00001}",
        "arxiv = {2101.00001}",
        "arxiv = {https://arxiv.org/abs/2101.00001}",
        "journal = {arXiv preprint arXiv:2101.00001}",
        "journal = {CoRR}, volume = {abs/2101.00001}",
        "url = {https://arxiv.org/abs/2101.00001}",
        "eprint = {2101.00001}, url = {https://arxiv.org/abs/2101.00001}",
    ],
)
def test_arxiv_is_linked_once_wherever_it_was_given(fields: str) -> None:
    assert links(fields) == [("arxiv", "arXiv", "https://arxiv.org/abs/2101.00001")]
    record = entry(f"title = {{T}}, {fields}")
    assert (record.fields["eprint"], record.fields["eprinttype"]) == ("2101.00001", "arxiv")


def test_links_have_the_declared_order_whatever_that_of_the_fields() -> None:
    fields = [
        f"{field} = {{https://example.org/{field}}}" for field in LINK_KINDS if field not in ("doi", "arxiv")
    ]
    forward = links(", ".join(fields))
    assert forward == links(", ".join(reversed(fields)))
    assert [kind for kind, _, _ in forward] == [kind for kind in LINK_KINDS if kind not in ("doi", "arxiv")]


def test_an_address_is_linked_once() -> None:
    fields = "doi = {10.1000/a}, url = {http://dx.doi.org/10.1000/A}, html = {https://doi.org/10.1000/a}"
    assert [kind for kind, _, _ in links(fields)] == ["doi"]
    same = "url = {https://example.org/x/}, html = {http://www.example.org/x}, pdf = {https://example.org/x}"
    assert [kind for kind, _, _ in links(same)] == ["pdf"]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("\\url{http://example.org/a\\_b\\&c}", "http://example.org/a_b&c"),
        ("http://example.org/$\\sim$doe", "http://example.org/~doe"),
        ("http://example.org/\\~{}doe", "http://example.org/~doe"),
        ("//example.org/x", "https://example.org/x"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/x", "https://example.org/x"),
        ("mailto:doe at example", "mailto:doe%20at%20example"),
        ("ftp://example.org", "ftp://example.org"),
        ("doi:10.1000/x", "https://doi.org/10.1000/x"),
        ("https://example.org/é", "https://example.org/é"),
    ],
)
def test_an_address_however_written(written: str, url: str) -> None:
    assert [link[2] for link in links(f"pdf = {{{written}}}")] == [url]


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "data:text/html,x", "file:///etc/x", "vbscript:x", "JavaScript:x"]
)
def test_other_schemes_are_refused(written: str) -> None:
    records, problems = records_of(f"@misc{{k, title = {{T}},\n\n code = {{{written}}}}}")
    assert records["k"].links == ()
    assert [(problem.kind, problem.line) for problem in problems] == [(ProblemKind.LINK_REFUSED, 3)]


@pytest.mark.parametrize(
    "written", ["paper.pdf", "files/paper.pdf", "paper v2.pdf", "C:\\x.pdf", "/assets/x.pdf", "true"]
)
def test_the_name_of_a_file_is_no_link_yet(written: str) -> None:
    records, problems = records_of(f"@misc{{k, title = {{T}}, pdf = {{{written}}}}}")
    assert (records["k"].links, problems) == ((), ())
    assert records["k"].fields["pdf"] == written


def test_links_of_talks_have_their_own_label() -> None:
    fields = "url = {https://example.org/t}, eventurl = {https://example.org/e}"
    assert [label for _, label, _ in links(fields, "talk")] == ["Talk", "Event"]
    assert [label for _, label, _ in links(fields, "article")] == ["Link", "Event"]


def test_links_are_configured() -> None:
    assert links(
        "slides = {https://example.org/s}, mine = {a/b}, hal = {x}",
        slides={"label": "Deck"},
        mine={"url": "https://example.org/{value}"},
        hal={"label": "H", "url": "https://h.example/{value}"},
    ) == [
        ("hal", "H", "https://h.example/x"),
        ("slides", "Deck", "https://example.org/s"),
        ("mine", "Mine", "https://example.org/a/b"),
    ]


@pytest.mark.parametrize("written", ["10/aabbe", "https://doi.org/10/AABBE", "doi:10/aabbe"])
def test_a_short_doi_is_linked(written: str) -> None:
    assert links(f"doi = {{{written}}}") == [("doi", "DOI", "https://doi.org/10/aabbe")]


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.org/web/2020/https://b.org/x",
        "https://b.org/?to=https://a.org/y",
    ],
)
def test_a_url_within_a_url_is_a_part_of_it(url: str) -> None:
    assert links(f"url = {{{url}}}") == [("url", "Link", url)]


def test_the_first_of_several_urls_is_linked() -> None:
    assert links("url = {https://a.org/1, https://b.org/2}") == [("url", "Link", "https://a.org/1")]
    assert links("url = {https://a.org/1{\\%}5Cnhttps://b.org/2}") == [("url", "Link", "https://a.org/1")]


def test_of_several_urls_that_of_the_doi_is_not_linked_twice() -> None:
    fields = "doi = {10.1000/182}, url = {http://dx.doi.org/10.1000/182 https://a.org/1}"
    assert [url for _, _, url in links(fields)] == ["https://doi.org/10.1000/182", "https://a.org/1"]
