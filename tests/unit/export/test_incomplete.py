"""What an entry lacks is left out of every format, and nothing takes its place."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

import pytest

from sphinx_vitae.export import (
    coins,
    highwire,
    to_biblatex,
    to_classic_bibtex,
    to_csl,
    to_ics,
    to_jsonld,
    to_ris,
    updated_at,
)
from sphinx_vitae.model import Record
from unit.export.readers import read_csl, read_ics, read_pybtex, read_ris
from unit.export.sample import PLACE, entry

TITLE = "title={Only a title}"


def outputs(record: Record) -> list[str]:
    return [
        to_classic_bibtex(record),
        to_biblatex(record),
        json.dumps(to_csl(record)),
        to_ris(record),
        coins(record),
        str(highwire(record, PLACE)),
        json.dumps(to_jsonld(record, PLACE)),
    ]


@pytest.mark.parametrize(
    "kind", ["article", "inproceedings", "book", "incollection", "thesis", "report", "misc", "talk"]
)
def test_a_title_alone_gives_a_title_alone(kind: str) -> None:
    record = entry(TITLE, kind)
    assert dict(read_pybtex(to_classic_bibtex(record)).fields) == {"title": "Only a title"}
    assert dict(read_pybtex(to_biblatex(record)).fields) == {"title": "Only a title"} | (
        {"type": "phdthesis"} if kind == "phdthesis" else {}
    )
    assert set(read_csl(to_csl(record))) == {"id", "type", "title"}
    assert set(read_ris(to_ris(record))) == {"type_of_reference", "id", "title"}
    assert [name for name, _ in parse_qsl(coins(record)) if name.startswith("rft.") and "itle" in name] != []
    names = [name for name, _ in highwire(record, PLACE)]
    assert names == ["citation_title", "citation_abstract_html_url", "citation_pdf_url", "z:itemType"]


def test_the_key_is_no_title() -> None:
    record = entry("author={Lovelace, Ada}, date={2020}")
    assert str(record.title) == record.key == "k"
    assert "title" not in read_pybtex(to_classic_bibtex(record)).fields
    assert "title" not in to_csl(record)
    assert "TI  - " not in to_ris(record)
    assert "citation_title" not in dict(highwire(record, PLACE))
    assert "name" not in {name for name, value in to_jsonld(record, PLACE).items() if value == "k"}


def test_a_title_equal_to_the_key_is_a_title() -> None:
    assert to_csl(entry("title={k}"))["title"] == "k"


def test_authors_that_are_not_named_are_not_invented() -> None:
    record = entry(f"{TITLE}, author={{Lovelace, Ada and others}}")
    assert len(to_csl(record)["author"]) == 1
    assert read_ris(to_ris(record))["authors"] == ["Lovelace, Ada"]
    assert [name for name, _ in highwire(record, PLACE)].count("citation_author") == 1
    assert to_jsonld(record, PLACE)["author"]["name"] == "Ada Lovelace"
    assert " and others}" in to_classic_bibtex(record)


def test_three_thousand_authors_are_all_there() -> None:
    record = entry(f"{TITLE}, author={{{' and '.join(f'Family{n}, Given' for n in range(3000))}}}")
    assert len(to_csl(record)["author"]) == 3000
    assert len(read_ris(to_ris(record))["authors"]) == 3000
    assert len(read_pybtex(to_classic_bibtex(record)).persons["author"]) == 3000
    assert [name for name, _ in highwire(record, PLACE)].count("citation_author") == 3000
    assert len(to_jsonld(record, PLACE)["author"]) == 3000
    assert len([name for name, _ in parse_qsl(coins(record)) if name == "rft.au"]) == 2999


@pytest.mark.parametrize("date", ["in press", "0000-00-00", "soon", "2024-13-45", "32 May"])
def test_a_date_that_cannot_be_read_is_no_date_for_machines(date: str) -> None:
    record = entry(f"{TITLE}, date={{{date}}}")
    assert read_csl(to_csl(record)).get("issued", {}).keys() <= {"literal"} or "2024" in date
    assert "datePublished" not in to_jsonld(record, PLACE) or "2024" in date
    assert read_ics(to_ics([entry(f"{TITLE}, date={{{date}}}", "talk")])) == []


def test_an_unpublished_work_has_no_date_of_publication() -> None:
    record = entry(f"{TITLE}, date={{2024}}, pubstate={{submitted}}")
    assert "datePublished" not in to_jsonld(record, PLACE)
    assert to_csl(record)["status"] == "submitted"


def test_nothing_without_an_address_has_an_address() -> None:
    from sphinx_vitae.export import NOWHERE

    record = entry(f"{TITLE}, author={{Lovelace, Ada}}, author+an={{1=me}}")
    assert "http" not in json.dumps(to_jsonld(record, NOWHERE)).replace("https://schema.org", "")
    assert "http" not in str(highwire(record, NOWHERE))


def test_what_has_no_date_is_not_dated() -> None:
    assert updated_at(None) == ""
    assert all("2026" not in output for output in outputs(entry(TITLE)))


def test_a_short_doi_is_an_address_where_a_full_doi_is_required() -> None:
    record = entry(f"{TITLE}, author={{Doe, Ada}}, journal={{J}}, year=2020, doi={{10/aabbe}}")
    address = "https://doi.org/10/aabbe"
    assert "citation_doi" not in dict(highwire(record, PLACE))
    assert dict(parse_qsl(coins(record)))["rft_id"] == address
    ris = to_ris(record)
    assert "DO  -" not in ris
    assert f"UR  - {address}" in ris
    node = json.dumps(to_jsonld(record, PLACE))
    assert '"DOI"' not in node
    assert address in node
    assert read_csl(to_csl(record))["DOI"] == "10/aabbe"
    assert "{10/aabbe}" in to_classic_bibtex(record)
    assert "{10/aabbe}" in to_biblatex(record)
