"""ORCID: a person's record. It lists works, whose data is requested by identifier, and contains positions,
degrees and more.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import Final

from sphinx_vitae.bib.fields.identifiers import clean_arxiv, clean_doi

from ..csl import csl_offers
from ..offer import Found, Offer, SourceError, combined
from ..records import bibtex_offers
from .doi import each_doi
from .orcid_activities import activities
from .steps import Answer, Request, Steps, as_mapping, json_of

__all__ = ["orcid", "orcid_id", "works_of"]

_ID: Final = re.compile(
    r"(?:https?://)?(?:www\.|pub\.|sandbox\.)?(?:orcid\.org/)?((?:\d{4}-){3}\d{3}[\dX])/?(?:[?#].*)?", re.I
)
_JSON: Final = "application/vnd.orcid+json"
#: ORCID returns at most a hundred works per request.
_AT_ONCE: Final = 100
_TYPES: Final = {
    "journal-article": "article-journal",
    "magazine-article": "article-magazine",
    "newspaper-article": "article-newspaper",
    "conference-paper": "paper-conference",
    "conference-abstract": "paper-conference",
    "conference-output": "paper-conference",
    "conference-proceedings": "proceedings",
    "book-chapter": "chapter",
    "dictionary-entry": "entry-dictionary",
    "encyclopedia-entry": "entry-encyclopedia",
    "edited-book": "edited-book",
    "dissertation": "thesis",
    "dissertation-thesis": "thesis",
    "supervised-student-publication": "thesis",
    "data-set": "dataset",
    "research-technique": "software",
    "working-paper": "report",
    "technical-standard": "standard",
    "conference-presentation": "speech",
    "lecture-speech": "speech",
    "website": "webpage",
    "online-resource": "webpage",
}


def orcid_id(word: str) -> str:
    """The iD in an ORCID URL."""
    found = _ID.fullmatch(word)
    return found[1].upper() if found and "orcid.org" in word.lower() else ""


def orcid(value: str) -> Steps:
    """The works and activities in a person's record."""
    found = _ID.fullmatch(value)
    if found is None:
        raise SourceError("this is not an ORCID iD; an iD looks like 0000-0002-1825-0097")
    person = found[1].upper()
    record = as_mapping(json_of((yield Request("orcid", f"/v3.0/{person}/record", _JSON))))
    summaries = as_mapping(record.get("activities-summary"))
    groups = works_of(as_mapping(summaries.get("works")))
    dois = list(dict.fromkeys(doi for doi, _, _ in groups if doi))
    answers = [Found(tuple(activities(summaries)))]
    answers.append((yield from each_doi(dois)))
    for number in dict.fromkeys(number for doi, number, _ in groups if number and not doi):
        answers.append((yield from _pubmed(number)))
    others = [
        code for doi, number, code in groups if not doi and not number and re.fullmatch(r"[0-9]{1,20}", code)
    ]
    for start in range(0, len(others), _AT_ONCE):
        answers.append((yield from _details(person, others[start : start + _AT_ONCE])))
    everything = combined(answers)
    if not everything.offers and not everything.notes:
        raise SourceError("the record does not contain any public works or activities")
    return everything


def works_of(works: Mapping[str, object]) -> list[tuple[str, str, str]]:
    """The DOI, PubMed number and put-code of each work, in the order of the record."""
    found: list[tuple[str, str, str]] = []
    for group in _list(works.get("group")):
        summaries = _list(as_mapping(group).get("work-summary"))
        own = [pair for summary in summaries for pair in _own_ids(as_mapping(summary))]
        own += list(_own_ids(as_mapping(group)))
        doi = next(
            (
                made
                for kind, value in own
                if kind == "doi" and (made := clean_doi(value) or clean_doi(f"doi:{value}"))
            ),
            "",
        )
        if not doi:
            numbers = (
                clean_arxiv(f"arxiv:{value.removeprefix('arXiv:')}") for kind, value in own if kind == "arxiv"
            )
            doi = next(
                (f"10.48550/arXiv.{re.sub(r'v[0-9]+$', '', number)}" for number in numbers if number), ""
            )
        pmid = next(
            (value for kind, value in own if kind == "pmid" and value.isascii() and value.isdigit()), ""
        )
        code = str(as_mapping(summaries[0]).get("put-code")) if summaries else ""
        if summaries:
            found.append((doi.lower() if doi.startswith("10.") and "arXiv" not in doi else doi, pmid, code))
    return found


def _own_ids(owner: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The identifiers of the work itself, not those of a containing book or another version."""
    for each in map(as_mapping, _list(as_mapping(owner.get("external-ids")).get("external-id"))):
        if each.get("external-id-relationship") == "self":
            normal = as_mapping(each.get("external-id-normalized")).get("value")
            yield (
                str(each.get("external-id-type")).lower(),
                str(normal or each.get("external-id-value") or ""),
            )


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _pubmed(number: str) -> Generator[Request, Answer, Found]:
    try:
        answer = yield Request("pubmed", f"/lit/ctxp/v1/pubmed/?format=csl&id={number}")
        return csl_offers(json_of(answer), "pmid")
    except SourceError as error:
        return Found((), (f"PubMed {number}: {error}",), complete=False)


def _details(person: str, codes: Sequence[str]) -> Generator[Request, Answer, Found]:
    """Works without an identifier, with the data that was entered on ORCID."""
    try:
        answer = yield Request("orcid", f"/v3.0/{person}/works/{','.join(codes)}", _JSON)
        value = as_mapping(json_of(answer))
    except SourceError as error:
        return Found(
            (), (f"{len(codes)} works without a DOI could not be requested: {error}",), complete=False
        )
    works = [as_mapping(as_mapping(each).get("work")) for each in _list(value.get("bulk"))]
    return combined(Found((offer,)) for work in works if (offer := described(work)))


def described(work: Mapping[str, object]) -> Offer | None:
    """A work, from its BibTeX citation if that can be parsed, or else from its other fields."""
    own = f"orcid:{work.get('put-code')}"
    citation = as_mapping(work.get("citation"))
    if citation.get("citation-type") == "bibtex":
        try:
            offers = bibtex_offers(
                str(citation.get("citation-value")).encode("utf-8", "replace"), "orcid"
            ).offers
        except SourceError:
            offers = ()
        if len(offers) == 1 and "title" in offers[0].fields:
            return Offer(
                own, offers[0].type, offers[0].fields, offers[0].ids | {own}, "", source=offers[0].source
            )
    title = as_mapping(work.get("title"))
    contributors = _list(as_mapping(work.get("contributors")).get("contributor"))
    date = as_mapping(work.get("publication-date"))
    item = {
        "type": _TYPES.get(str(work.get("type")).lower(), str(work.get("type")).lower()),
        "title": _value(title.get("title")),
        "subtitle": _value(title.get("subtitle")),
        "container-title": _value(work.get("journal-title")),
        "author": [_named(_value(as_mapping(each).get("credit-name"))) for each in contributors],
        "issued": {"date-parts": [[_value(date.get(part)) for part in ("year", "month", "day")]]},
        "URL": _value(work.get("url")),
    }
    offers = csl_offers(item, "orcid").offers
    return Offer(own, offers[0].type, offers[0].fields, offers[0].ids | {own}) if offers else None


def _named(name: str) -> dict[str, str]:
    given, _, family = name.rpartition(" ")
    return {"literal": name} if "," in name or not given else {"family": family, "given": given}


def _value(holder: object) -> str:
    value = as_mapping(holder).get("value")
    return str(value) if value is not None else ""
