"""Works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sphinx_vitae.bib.fields.identifiers import doi_url
from sphinx_vitae.model import NOBODY, Record

from ..addresses import Addresses
from ..facts import Facts, iso_date, line_of, read_date, unicode_text
from ..known_profiles import KnownPeople
from .nodes import Node, filled, organization, people_nodes, web_address

__all__ = ["work_node"]

#: Kinds of links to the work itself, in any location.
_SAME: Final = (
    "doi",
    "html",
    "arxiv",
    "acl",
    "openreview",
    "hal",
    "pmid",
    "pmcid",
    "jstor",
    "handle",
    "urn",
    "iacr",
    "zenodo",
)
#: Field → the name of the identifier.
_IDENTIFIERS: Final = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "hal": "HAL", "zenodo": "Zenodo"}
#: Types for which search engines require a headline.
_ARTICLES: Final = frozenset(("ScholarlyArticle", "Article", "NewsArticle", "BlogPosting"))
#: Statuses of works that are not available yet, so that their date is not a publication date.
_UNREAD: Final = frozenset(("submitted", "inpreparation"))


def work_node(record: Record, addresses: Addresses, people: KnownPeople, awards: Sequence[str]) -> Node:
    """A work, with all data in its entry for which schema.org has a property."""
    facts = Facts(record.own)
    kind = facts.type.schema
    first, last = facts.pages
    node = {
        "@type": kind,
        "@id": addresses.page or (doi_url(facts.full_doi) if facts.full_doi else ""),
        "url": addresses.page,
        "name": facts.title,
        "alternateName": [unicode_text(title) for title in record.other_titles.values()],
        "headline": facts.title if kind in _ARTICLES else "",
        "datePublished": iso_date(record.date) if record.status not in _UNREAD else "",
        "creativeWorkStatus": record.status,
        "isPartOf": _whole(facts),
        "publication": _event(facts),
        "publisher": organization(facts.publisher),
        "pageStart": first if last else "",
        "pageEnd": last,
        "pagination": "" if last else facts.text("pages") or facts.text("eid"),
        "inLanguage": facts.language,
        "abstract": facts.abstract,
        "keywords": list(facts.keywords),
        "identifier": _identifiers(facts),
        "sameAs": [link.url for link in record.links if link.kind in _SAME and web_address(link.url)],
        "license": facts.license,
        "award": list(dict.fromkeys(filter(None, map(line_of, awards)))),
        "image": addresses.image,
        "encoding": _file(addresses.pdf),
        "version": facts.text("version"),
    }
    return filled(node | _people(record, addresses, people) | _own(facts, kind))


def _people(record: Record, addresses: Addresses, people: KnownPeople) -> Node:
    roles = {"author": ("author",), "editor": ("editor", "editora"), "translator": ("translator",)}
    return {
        role: people_nodes(
            next((record.names[f] for f in fields if f in record.names), NOBODY), addresses, people
        )
        for role, fields in roles.items()
    }


def _own(facts: Facts, kind: str) -> Node:
    """The properties that are specific to this type."""
    if kind == "Book":
        pages = facts.text("pagetotal")
        return {
            "isbn": list(facts.isbns),
            "bookEdition": facts.text("edition"),
            "numberOfPages": int(pages) if pages.isascii() and pages.isdecimal() and len(pages) < 6 else "",
        }
    if kind == "Thesis":
        return {"inSupportOf": facts.genre}
    if kind == "Report":
        return {"reportNumber": facts.number}
    if kind == "SoftwareSourceCode":
        link = facts.record.link("code", "github")
        return {"codeRepository": web_address(link.url) if link else ""}
    return {}


def _whole(facts: Facts) -> Node:
    """The container of the work: an issue and volume of a periodical, a book, or a series of books."""
    if facts.in_journal and facts.container:
        whole = filled({"@type": "Periodical", "name": facts.container, "issn": list(facts.issns)})
        if facts.volume:
            whole = {"@type": "PublicationVolume", "volumeNumber": facts.volume, "isPartOf": whole}
        if facts.issue:
            whole = {"@type": "PublicationIssue", "issueNumber": facts.issue, "isPartOf": whole}
        return whole
    series = filled({"@type": "BookSeries", "name": facts.series})
    if not facts.container:
        return series if facts.series else {}
    book = {"@type": "Book", "name": facts.container, "isbn": list(facts.isbns)}
    return filled({**book, "isPartOf": series if facts.series else ""})


def _event(facts: Facts) -> Node:
    """The conference where the work was presented."""
    if not facts.event:
        return {}
    date = read_date(facts.record.fields.get("eventdate", ""))
    place = facts.event_place
    return filled(
        {
            "@type": "PublicationEvent",
            "name": facts.event,
            "startDate": iso_date(date),
            "location": {"@type": "Place", "name": place} if place else "",
        }
    )


def _identifiers(facts: Facts) -> list[Node]:
    fields = facts.record.fields
    found = {name: line_of(fields.get(field, "")) for field, name in _IDENTIFIERS.items()}
    found["DOI"] = facts.full_doi
    found[facts.archive] = facts.eprint if facts.archive else ""
    if facts.type.zotero in ("patent", "standard"):
        found[f"{facts.type.zotero} number"] = facts.number
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in found.items()
        if value
    ]


def _file(address: str) -> Node:
    if not address:
        return {}
    return {"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": address}
