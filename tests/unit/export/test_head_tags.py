"""The tags that Google Scholar and Zotero read: which there are, in which order, and which must not be there."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from sphinx_vitae.export import NOWHERE, coins, highwire, zotero_type
from unit.export.sample import ALL, PLACE, WORKS, entry


def names(key: str) -> list[str]:
    return [name for name, _ in highwire(ALL[key], PLACE)]


def test_a_journal_article_has_the_tags_in_order() -> None:
    assert list(highwire(WORKS["journal"], PLACE)) == [
        ("citation_title", "On α²-decay of H₂O in GPUs: 10⁵ steps & more"),
        ("citation_author", "Lovélace, Ada"),
        ("citation_author", "van der Berg, Jan"),
        ("citation_author", "Sämple Collaboration"),
        ("citation_author", "García y Vega, María del Carmen"),
        ("citation_publication_date", "2024/05/17"),
        ("citation_journal_title", "Journal of Sparse Matters"),
        ("citation_journal_abbrev", "J. Sparse Matt."),
        ("citation_volume", "26"),
        ("citation_issue", "5"),
        ("citation_firstpage", "1"),
        ("citation_lastpage", "46"),
        ("citation_issn", "1234-5679"),
        ("citation_doi", "10.1234/abc_(5)"),
        ("citation_language", "en-GB"),
        ("citation_keywords", 'sparse; "quoted"; C++'),
        ("citation_abstract", "We show that x<y & more. A second paragraph."),
        ("citation_abstract_html_url", PLACE.page),
        ("citation_pdf_url", PLACE.pdf),
        ("z:itemType", "journalArticle"),
    ]


def test_the_proceedings_come_before_the_conference_or_zotero_takes_the_name_of_the_site() -> None:
    found = names("conference")
    assert found.index("citation_inbook_title") < found.index("citation_conference_title")
    assert names("workshop").index("citation_inbook_title") < names("workshop").index(
        "citation_conference_title"
    )


@pytest.mark.parametrize("key", ["talk", "talkdays", "poster"])
def test_a_talk_or_poster_has_no_conference_title_which_would_make_it_a_paper(key: str) -> None:
    assert "citation_conference_title" not in names(key)
    assert "citation_inbook_title" not in names(key)


@pytest.mark.parametrize("key", ALL)
def test_the_item_type_is_always_there_and_last(key: str) -> None:
    assert highwire(ALL[key], PLACE)[-1] == ("z:itemType", zotero_type(ALL[key]))


@pytest.mark.parametrize(
    ("date", "content"),
    [
        ("2024-05-17", "2024/05/17"),
        ("2024-05", "2024"),
        ("2024", "2024"),
        ("2020-23", "2020"),
        ("2018/2020", "2018"),
    ],
)
def test_a_date_is_a_day_or_a_year(date: str, content: str) -> None:
    assert (
        dict(highwire(entry(f"title={{T}}, date={{{date}}}"), PLACE))["citation_publication_date"] == content
    )


def test_a_thesis_and_a_report_name_their_institution_and_no_publisher() -> None:
    assert (
        dict(highwire(WORKS["thesis"], PLACE))["citation_dissertation_institution"] == "University of London"
    )
    report = dict(highwire(WORKS["report"], PLACE))
    assert report["citation_technical_report_institution"] == "Office of Engines"
    assert report["citation_technical_report_number"] == "TR-42"
    assert "citation_publisher" not in names("thesis") + names("report")


def test_without_addresses_there_is_no_url() -> None:
    found = [name for name, _ in highwire(WORKS["journal"], NOWHERE)]
    assert not {"citation_pdf_url", "citation_abstract_html_url"} & set(found)


def decoded(key: str) -> list[tuple[str, str]]:
    return parse_qsl(coins(ALL[key]), strict_parsing=True)


@pytest.mark.parametrize(
    ("key", "form", "genre"),
    [
        ("journal", "journal", "article"),
        ("conference", "book", "proceeding"),
        ("workshop", "book", "proceeding"),
        ("chapter", "book", "bookitem"),
        ("book", "book", "book"),
        ("report", "book", "report"),
        ("thesis", "dissertation", ""),
    ],
)
def test_coins_have_the_format_that_zotero_maps_to_the_right_type(key: str, form: str, genre: str) -> None:
    said = dict(decoded(key))
    assert said["rft_val_fmt"] == f"info:ofi/fmt:kev:mtx:{form}"
    assert said.get("rft.genre", "") == genre


@pytest.mark.parametrize("key", ["preprint", "software", "dataset", "patent", "other", "talk", "poster"])
def test_coins_of_other_types_are_dublin_core_with_zoteros_type(key: str) -> None:
    said = dict(decoded(key))
    assert said["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:dc"
    assert said["rft.type"] == zotero_type(ALL[key])


def test_the_university_of_a_thesis_is_where_zotero_looks_for_it() -> None:
    said = dict(decoded("thesis"))
    assert said["rft.pub"] == "University of London"
    assert "rft.inst" not in said


def test_coins_name_all_authors_and_the_parts_of_the_first() -> None:
    said = decoded("journal")
    assert [value for name, value in said if name == "rft.au"] == [
        "van der Berg, Jan",
        "Sämple Collaboration,",
        "García y Vega, María del Carmen",
    ]
    assert {
        ("rft.aulast", "Lovélace"),
        ("rft.aufirst", "Ada"),
        ("rft_id", "info:doi/10.1234/abc_(5)"),
    } <= set(said)
    assert dict(decoded("report"))["rft.aucorp"] == "Office of Engines, Department of Works"


def test_the_only_author_is_not_split_at_the_comma() -> None:
    """Zotero takes "de la Cruz, Juana Inés" for two people if nobody else is named."""
    assert dict(highwire(WORKS["book"], PLACE))["citation_author"] == "de la Cruz, Juana\u00a0Inés"
    assert (
        dict(highwire(WORKS["report"], PLACE))["citation_author"] == "Office of Engines Department of Works"
    )
