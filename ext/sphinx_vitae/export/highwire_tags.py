"""Highwire Press tags for the head of an entry page, for Google Scholar and Zotero."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sphinx_vitae.model import Person, Record

from .addresses import Addresses
from .facts import Facts, export_type, given_last, iso_date

__all__ = ["highwire", "zotero_type"]

_JOURNALS: Final = frozenset(("journalArticle", "magazineArticle", "newspaperArticle"))


def highwire(record: Record, addresses: Addresses) -> tuple[tuple[str, str], ...]:
    """The names and contents of the ``meta`` elements, in the required order, not yet escaped.

    Zotero reads the proceedings of a paper from ``citation_inbook_title`` only if this element precedes
    ``citation_conference_title``. Talks have no conference title, which would turn them into papers.
    """
    facts = Facts(record.own)
    tags = (*_work(facts), *_venue(facts), *_identifiers(facts), *_addresses(addresses))
    return (*((name, content) for name, content in tags if content), ("z:itemType", zotero_type(record)))


def zotero_type(record: Record) -> str:
    """The Zotero item type, for ``z:itemType``."""
    return export_type(record).zotero


def _work(facts: Facts) -> Iterator[tuple[str, str]]:
    yield "citation_title", facts.title
    yield from (("citation_author", name) for name in _names(facts.authors))
    yield from (("citation_editor", name) for name in _names(facts.editors))
    yield "citation_publication_date", _date(facts)


def _names(people: tuple[Person, ...]) -> list[str]:
    """The names, with the family name first.

    Zotero reads a single name that has spaces on both sides of the comma as two people. In such a name, the
    given names are therefore joined with no-break spaces.
    """
    names = [given_last(person) for person in people]
    if len(names) == 1:
        family, comma, given = names[0].partition(", ")
        return [f"{family}{comma}{given.replace(' ', chr(0xA0)) if ' ' in family else given}"]
    return names


def _date(facts: Facts) -> str:
    """``YYYY/MM/DD``, or only the year, because Google Scholar supports nothing in between."""
    iso = iso_date(facts.record.date)
    return iso.replace("-", "/") if len(iso) == 10 else iso[:4]


def _venue(facts: Facts) -> Iterator[tuple[str, str]]:
    kind = facts.type.zotero
    first, last = facts.pages
    if kind in _JOURNALS:
        yield "citation_journal_title", facts.container
        yield "citation_journal_abbrev", facts.text("shortjournal")
    elif kind == "conferencePaper":
        yield "citation_inbook_title", facts.container
        yield "citation_conference_title", facts.event or facts.container
    elif kind in ("bookSection", "encyclopediaArticle"):
        yield "citation_inbook_title", facts.container
    elif kind == "thesis":
        yield "citation_dissertation_institution", facts.publisher
        yield "citation_dissertation_name", facts.genre
    elif kind == "report":
        yield "citation_technical_report_institution", facts.publisher
        yield "citation_technical_report_number", facts.number
    yield "citation_volume", facts.volume
    yield "citation_issue", facts.issue
    yield "citation_firstpage", first or facts.text("eid")
    yield "citation_lastpage", last
    yield from (("citation_issn", issn) for issn in facts.issns)
    yield from (("citation_isbn", isbn) for isbn in facts.isbns)
    yield "citation_publisher", facts.publisher if kind not in ("thesis", "report") else ""


def _identifiers(facts: Facts) -> Iterator[tuple[str, str]]:
    fields = facts.record.fields
    yield "citation_doi", facts.full_doi
    if fields.get("eprinttype") == "arxiv":
        yield "citation_arxiv_id", fields.get("eprint", "")
    yield "citation_language", facts.language
    yield "citation_keywords", "; ".join(facts.keywords)
    yield "citation_abstract", facts.abstract


def _addresses(addresses: Addresses) -> Iterator[tuple[str, str]]:
    yield "citation_abstract_html_url", addresses.page
    yield "citation_pdf_url", addresses.pdf
