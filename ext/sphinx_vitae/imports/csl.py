"""Converts CSL-JSON, as returned by doi.org, PubMed and Zotero, and Crossref's own messages to entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sphinx_vitae.bib import parse_date
from sphinx_vitae.bib.fields.identifiers import clean_arxiv, clean_doi
from sphinx_vitae.model import Text

from .dates import edtf, from_parts
from .identity import identifiers, record_id
from .markup.capitals import protected_words
from .markup.html import html_text
from .markup.latex import address, identifier, written
from .names import csl_names
from .offer import Found, Offer

__all__ = ["csl_items", "csl_offer", "csl_offers"]

_TYPES: Final = {
    "article-journal": "article",
    "journal-article": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "peer-review": "review",
    "paper-conference": "inproceedings",
    "proceedings-article": "inproceedings",
    "chapter": "incollection",
    "book-chapter": "incollection",
    "book-section": "incollection",
    "book-part": "incollection",
    "entry": "inreference",
    "entry-encyclopedia": "inreference",
    "entry-dictionary": "inreference",
    "reference-entry": "inreference",
    "book": "book",
    "monograph": "book",
    "reference-book": "book",
    "edited-book": "collection",
    "proceedings": "proceedings",
    "thesis": "thesis",
    "dissertation": "thesis",
    "report": "report",
    "report-component": "report",
    "dataset": "dataset",
    "database": "dataset",
    "software": "software",
    "article": "online",
    "posted-content": "online",
    "preprint": "online",
    "manuscript": "unpublished",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
    "patent": "patent",
    "speech": "talk",
}
_CONTAINERS: Final = {
    "article": "journaltitle",
    "review": "journaltitle",
    "inproceedings": "booktitle",
    "incollection": "booktitle",
    "inreference": "booktitle",
    "talk": "eventtitle",
}
_PREPRINTS: Final = frozenset(("article", "posted-content", "preprint"))
_PUBLISHED_BY: Final = frozenset(("thesis", "report"))
_RELATIONS: Final = ("is-preprint-of", "has-preprint", "is-version-of", "has-version")
_DATES: Final = ("issued", "published-print", "published-online", "published", "posted")
_DASH: Final = re.compile(r"\s*(?:-{1,3}|–|—|‐|‑|−)\s*(?=[A-Za-z]{0,3}\d|[ivxlc]+$)")
_THESES: Final = (
    (re.compile(r"master|diplom|m\.?sc", re.I), "mathesis"),
    (re.compile(r"bachelor|b\.?sc", re.I), "bathesis"),
    (re.compile(r"ph\.?\s?d|doctor|dissertation", re.I), "phdthesis"),
)
_CATEGORY: Final = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)$")
_ARXIV_DOI: Final = "10.48550/arxiv."


def csl_items(value: object) -> Iterator[Mapping[str, object]]:
    """The works in a response: an item, a list of items, or a Crossref message."""
    if isinstance(value, list):
        for item in value:
            yield from csl_items(item)
    elif isinstance(value, Mapping):
        if isinstance(value.get("message"), Mapping):
            yield from csl_items(value["message"])
        elif isinstance(value.get("items"), list):
            yield from csl_items(value["items"])
        else:
            yield value


def csl_offers(value: object, origin: str) -> Found:
    """All works in a response or a file.

    :param origin: the source, for the identifiers of works that do not have their own.
    """
    offers, untitled = [], 0
    for item in csl_items(value):
        offer = csl_offer(item, origin)
        if offer is None:
            untitled += 1
        else:
            offers.append(offer)
    notes = (f"{untitled} has no title and was skipped",) if untitled else ()
    return Found(tuple(offers), notes)


def csl_offer(item: Mapping[str, object], origin: str) -> Offer | None:
    """One work; ``None`` if it has no title."""
    text = _title(item)
    title = written(text, protected_words(text))
    if not title:
        return None
    fields = {"author": csl_names(item.get("author")), "title": title}
    kind = _TYPES.get(_string(item, "type").lower(), "misc")
    fields |= _identifiers(item)
    container = _container(item)
    if kind == "online" and container and _string(item, "volume") and "eprint" not in fields:
        kind = "article"
    if kind in ("article", "review") and not container:
        kind = "online" if "eprint" in fields else "misc"
    fields |= _venue(item, kind, container)
    fields |= {"editor": csl_names(item.get("editor")), "translator": csl_names(item.get("translator"))}
    if kind == "book" and fields["editor"] and not fields["author"]:
        kind = "collection"
    fields |= {"date": _date(item), **_numbers(item, kind), **_publication(item, kind, fields)}
    fields["abstract"] = written(_text(item, "abstract"))
    key = identifier(_string(item, "citation-key") or _string(item, "id"))
    kept = {name: value for name, value in fields.items() if value}
    known = identifiers(kept)
    own = record_id(origin, known, key or title[:60])
    is_key = bool(key) and not key.startswith(("http", "10.")) and not key.isdigit()
    return Offer(own, kind, kept, known, key if is_key else "", frozenset(_versions(item)))


def _title(item: Mapping[str, object]) -> Text:
    """The title and subtitle, without a final full stop."""
    title = _text(item, "title")
    if str(title).endswith(".") and not str(title).endswith(("..", " etc.", " Jr.")):
        title = _without_full_stop(title)
    subtitle = _text(item, "subtitle")
    if (
        title
        and subtitle
        and str(subtitle).lower() not in str(title).lower()
        and not str(subtitle).endswith(".")
    ):
        title = title + ("" if str(title).endswith(("?", "!", ":")) else ":") + " " + subtitle
    return title


def _without_full_stop(title: Text) -> Text:
    last = title.parts[-1]
    return Text((*title.parts[:-1], last[:-1])) if isinstance(last, str) else title


def _string(item: Mapping[str, object], name: str) -> str:
    """The value as a string. It can be a string or a number; of a list, the first item counts."""
    value = item.get(name)
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("value")
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _text(item: Mapping[str, object], name: str) -> Text:
    return html_text(_string(item, name))


def _container(item: Mapping[str, object]) -> tuple[str, ...]:
    """The titles of the containers of the work, outermost first."""
    value = item.get("container-title")
    titles = value if isinstance(value, list) else [value]
    return tuple(made for title in titles if isinstance(title, str) and (made := written(html_text(title))))


def _identifiers(item: Mapping[str, object]) -> dict[str, str]:
    fields: dict[str, str] = {}
    doi = clean_doi(_string(item, "DOI") or _string(item, "doi"))
    if doi.lower().startswith(_ARXIV_DOI):
        eprint = doi[len(_ARXIV_DOI) :]
    else:
        fields["doi"] = identifier(doi.lower())
        eprint = _arxiv(item)
    if eprint := clean_arxiv(f"arxiv:{eprint}"):
        fields |= {
            "eprint": re.sub(r"v\d+$", "", eprint),
            "eprinttype": "arxiv",
            "eprintclass": _category(item),
        }
    fields["pmid"] = "".join(re.findall(r"^\d+$", _string(item, "PMID")))
    fields["pmcid"] = "".join(re.findall(r"^PMC\d+$", _string(item, "PMCID")))
    url = _string(item, "URL")
    if not fields.get("doi") and "eprint" not in fields and "doi.org/" not in url:
        fields["url"] = address(url)
    return {name: value for name, value in fields.items() if value}


def _arxiv(item: Mapping[str, object]) -> str:
    if _string(item, "archive").lower() == "arxiv" or "arxiv" in _string(item, "number").lower():
        return _string(item, "archive_location") or _string(item, "number").lower().removeprefix("arxiv:")
    return ""


def _category(item: Mapping[str, object]) -> str:
    categories = item.get("categories")
    for category in categories if isinstance(categories, list) else ():
        if isinstance(category, str) and (found := _CATEGORY.search(category)):
            return found[1]
    return ""


def _venue(item: Mapping[str, object], kind: str, container: Sequence[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    if container and kind in _CONTAINERS:
        fields[_CONTAINERS[kind]] = container[-1]
        if len(container) > 1 and kind != "article":
            fields["series"] = container[0]
    elif container and kind not in ("online", "misc"):
        fields["series"] = container[-1]
    fields["series"] = written(_text(item, "collection-title")) or fields.get("series", "")
    event = written(_text(item, "event-title") or _text(item, "event"))
    if kind in ("inproceedings", "talk") and event and "booktitle" not in fields:
        fields["booktitle" if kind == "inproceedings" else "eventtitle"] = event
    if kind == "talk":
        fields["venue"] = written(_text(item, "event-place"))
    return fields


def _date(item: Mapping[str, object]) -> str:
    """The publication date: the first known date, or a more precise date in the same year."""
    found = ""
    for name in _DATES:
        value = item.get(name)
        if isinstance(value, Mapping):
            parts = value.get("date-parts")
            date = from_parts(parts[0]) if isinstance(parts, list) and parts else ""
            literal = value.get("raw") or value.get("literal")
            if not date and isinstance(literal, str):
                date = edtf(parse_date(literal))
            if not found or date.startswith(f"{found}-"):
                found = date or found
    return found


def _numbers(item: Mapping[str, object], kind: str) -> dict[str, str]:
    page = _DASH.sub("--", str(_text(item, "page")))
    made = {name: written(_text(item, theirs)) for name, theirs in _NUMBERS.items()}
    made["pages"] = written(Text((page.replace(",", ", ").replace(",  ", ", "),)) if page else Text())
    if not page:
        made["eid"] = written(_text(item, "article-number"))
    number = "collection-number" if kind in ("book", "collection", "proceedings") else "number"
    made["number"] = made["number"] or written(_text(item, number))
    if "arxiv" in made["number"].lower():
        made["number"] = ""
    return made


_NUMBERS: Final = {"volume": "volume", "number": "issue", "edition": "edition", "version": "version"}


def _publication(item: Mapping[str, object], kind: str, fields: Mapping[str, str]) -> dict[str, str]:
    publisher = written(_text(item, "publisher"))
    place = written(_text(item, "publisher-place") or _text(item, "publisher-location"))
    institution = written(_text(item, "institution") or _text(item, "group-title"))
    made: dict[str, str] = {}
    if kind in _PUBLISHED_BY:
        made["institution"] = institution or publisher
        made["type"] = _thesis(_string(item, "genre")) if kind == "thesis" else ""
    elif kind == "online" and "eprint" not in fields:
        made["howpublished"] = institution or publisher
        if _string(item, "type").lower() in _PREPRINTS:
            made["entrysubtype"] = "preprint"
    elif kind not in ("article", "review", "online", "talk"):
        made["publisher"] = publisher
        made["location"] = place
    isbn = item.get("ISBN")
    first = isbn[0] if isinstance(isbn, list) and isbn else isbn
    if isinstance(first, str) and kind != "article":
        made["isbn"] = identifier(first.split()[0].rpartition("/")[2]) if first.split() else ""
    return made


def _thesis(genre: str) -> str:
    return next(
        (word for pattern, word in _THESES if pattern.search(genre)), "phdthesis" if not genre else ""
    )


def _versions(item: Mapping[str, object]) -> Iterator[str]:
    """Identifiers of works that Crossref lists as the preprint, the published version, or another version."""
    relation = item.get("relation")
    for name in _RELATIONS if isinstance(relation, Mapping) else ():
        others = relation.get(name) if isinstance(relation, Mapping) else None
        for other in others if isinstance(others, list) else ():
            if isinstance(other, Mapping) and other.get("id-type") == "doi":
                yield from identifiers({"doi": str(other.get("id"))})
