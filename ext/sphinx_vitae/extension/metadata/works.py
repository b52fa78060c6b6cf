"""The head of a page about a publication or talk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sphinx_vitae.export import highwire, known_people, to_jsonld, unicode_text
from sphinx_vitae.model import Record

from .open_graph import Card
from .parts import Page

__all__ = ["add_work", "card_of"]

_ORCID: Final = "https://orcid.org/"
_SCHEMA: Final = "https://schema.org/"
#: Form of a file with the work → its media type.
_TYPES: Final = {
    "bib": "application/x-bibtex",
    "csl": "application/vnd.citationstyles.csl+json",
    "ris": "application/x-research-info-systems",
}
#: Search engines show about this many characters of a description.
_LONGEST: Final = 200
#: A description names this many people.
_NAMED: Final = 3


def add_work(page: Page, record: Record) -> None:
    """Add the tags of Google Scholar and Zotero, Signposting links, and structured data."""
    if page.wants("citation"):
        page.add("citation", tags=highwire(record, page.in_full))
    if not page.wants("jsonld") and not page.wants("signposting"):
        return
    data = _data(page, record)
    if page.wants("signposting"):
        page.add("signposting", links=list(_links(page, record, data)))
    if page.wants("jsonld"):
        page.add_data(data)


def _data(page: Page, record: Record) -> dict[str, Any]:
    catalogue = page.domain.catalogue
    awards = (
        [unicode_text(title) for title, _ in catalogue.awards(record)] if record.kind == "publication" else []
    )
    others = (
        [catalogue.records[tie.key] for tie in catalogue.ties(record.key)] if record.kind == "talk" else []
    )
    works = [
        (unicode_text(other.title), page.addresses.in_full(other).page)
        for other in others
        if other.kind == "publication"
    ]
    return to_jsonld(record, page.in_full, known_people(catalogue), awards=awards, works=works)


def _links(page: Page, record: Record, data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Signposting, level 1 (https://signposting.org/FAIR/): relation, address and media type."""
    near = page.addresses.seen_from(page.docname, record)
    if doi := record.link("doi"):
        yield "cite-as", doi.url, ""
    yield from (("author", address, "") for address in _orcids(data))
    for form, media_type in _TYPES.items():
        if address := getattr(near, form):
            yield "describedby", address, media_type
    if near.pdf:
        yield "item", near.pdf, "application/pdf"
    if "@type" in data:
        yield "type", f"{_SCHEMA}{data['@type']}", ""
    yield "type", f"{_SCHEMA}AboutPage", ""
    if str(data.get("license", "")).startswith(("http://", "https://")):
        yield "license", data["license"], ""
    if near.collection:
        yield "collection", near.collection, "text/html"


def _orcids(data: Mapping[str, Any]) -> list[str]:
    people = [person for part in ("author", "editor", "performer") for person in _listed(data.get(part))]
    found = [address for person in people for address in (person.get("@id"), *_listed(person.get("sameAs")))]
    return list(dict.fromkeys(address for address in found if str(address).startswith(_ORCID)))


def _listed(value: Any) -> list[Any]:
    """The values of a property, which can be one value or a list."""
    return value if isinstance(value, list) else [value] if value else []


def card_of(page: Page, record: Record) -> Card:
    """What is shown when somebody shares the page."""
    title, image = unicode_text(record.title), page.in_full.image
    return Card(title, "article", _description(record), image, title if image else "")


def _description(record: Record) -> str:
    """The beginning of the abstract, or else people, venue and year."""
    if text := unicode_text(record.text("abstract")):
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]}…"
    people = record.people("author", "editor", "translator", "holder").persons
    names = [str(person) for person in people[:_NAMED]] + (["…"] if len(people) > _NAMED else [])
    venue = unicode_text(record.text("journaltitle", "booktitle", "eventtitle", "institution", "publisher"))
    year = record.date.year if record.date else None
    facts = [", ".join(names), venue, str(year) if year is not None else ""]
    return ". ".join(fact for fact in facts if fact)
