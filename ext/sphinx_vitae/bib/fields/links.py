"""The fields of an entry that are links.

`KINDS` declares every kind of link, in the order in which they are shown. If the value of a field is a URL,
the link goes to that URL. Otherwise, the value is inserted into the URL template of the kind, if it has one.
File names are not links yet: they stay in the fields, and the files are looked up later.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from sphinx_vitae.model import Link, ProblemKind, edits, excerpt

from ..markup.flaws import Flaw
from ..urls import address_of, checked_url, is_address, plain_url, same_place, separate_urls
from ..vocabulary import LINK_KINDS, LinkKind
from .identifiers import clean_arxiv, clean_doi, doi_url, short_doi

__all__ = ["OF_MATERIAL", "link_kinds", "links_of"]


#: Kind of record → the label for ``url``, if it is not "Link".
_URL_LABELS: Final = {"talk": "Talk"}
#: Eprint type, from biblatex (manual §3.14.7) or in common use → kind of link.
_EPRINT_TYPES: Final = {
    "arxiv": "arxiv",
    "jstor": "jstor",
    "pubmed": "pmid",
    "pmid": "pmid",
    "hdl": "handle",
    "handle": "handle",
    "hal": "hal",
    "iacr": "iacr",
    "openreview": "openreview",
}
#: Kinds with generic labels.
_GENERAL: Final = frozenset(("html", "url", "website", "eprint"))
#: Fields with links to material that has DOIs of its own.
OF_MATERIAL: Final = frozenset(("code", "data", "slides", "poster", "video", "demo", "supp"))
_LONGEST_SCHEME: Final = 8
#: An identifier at arXiv from before 2007, followed by its archive.
_OLD_ARXIV: Final = re.compile(r"(?:arxiv:)?(\d{7}(?:v\d+)?) \[([a-z-]+)[^\[\]]*\]", re.I)
#: A misspelt scheme before the host of a URL.
_MISSPELT: Final = re.compile(r"h+t+[a-z]*p[a-z]{0,3}://[\w-]+\.", re.I)
#: A URL after something else, and the punctuation after it.
_WITHIN: Final = re.compile(r"https?://[^\s{}<>\"\\$]+")
_PUNCTUATION: Final = ",.;"
_SAFE: Final = "/:;()._-~!*,@$&=+"


def link_kinds(configured: Mapping[str, Mapping[str, str]]) -> Mapping[str, LinkKind]:
    """The kinds of links, including those that ``vitae_links`` adds or changes."""
    kinds = dict(LINK_KINDS)
    for field, change in configured.items():
        known = kinds.get(field, LinkKind(field.replace("_", " ").capitalize()))
        value = "" if change.get("url") else known.value
        kinds[field] = LinkKind(change.get("label") or known.label, change.get("url") or known.url, value)
    return {field: replace(kind, rank=rank) for rank, (field, kind) in enumerate(kinds.items())}


def links_of(
    fields: Mapping[str, str], kinds: Mapping[str, LinkKind], record_kind: str
) -> tuple[tuple[Link, ...], list[tuple[str, Flaw]]]:
    """An entry's links in the order of their kinds, and the problems with them, by field.

    Each URL is linked once, with the first of its kinds.
    """
    urls: dict[str, str] = {}
    flaws: list[tuple[str, Flaw]] = []
    for field in fields:
        if field in kinds:
            url, flaw = _url_of(field, fields[field], kinds[field], fields.get("doi", ""))
            if url:
                urls[field] = url
            elif flaw:
                flaws.append((field, flaw))
    if "eprint" in fields and "eprint" not in urls:
        field = _EPRINT_TYPES.get(fields.get("eprinttype", "").lower(), "")
        if field in kinds and field not in urls:
            urls[field] = _url_of(field, fields["eprint"], kinds[field])[0]
    links = []
    for field in _once_each(urls, kinds):
        label = _URL_LABELS.get(record_kind, "") if field == "url" else ""
        links.append(Link(field, label or kinds[field].label, urls[field]))
    return tuple(links), flaws


def _once_each(urls: Mapping[str, str], kinds: Mapping[str, LinkKind]) -> list[str]:
    """The fields in the order of their kinds.

    If two fields link to the same place, only the one with the more specific kind is kept.
    """
    fields = sorted(filter(urls.get, urls), key=lambda field: kinds[field].rank)
    places = {field: same_place(urls[field]) for field in fields}
    if len(set(places.values())) == len(places):
        return fields
    leading = {places[field]: field for field in reversed(fields) if field in _GENERAL}
    leading |= {places[field]: field for field in reversed(fields) if field not in _GENERAL}
    return [field for field in fields if leading[places[field]] == field]


def _url_of(field: str, written: str, kind: LinkKind, doi: str = "") -> tuple[str, Flaw | None]:
    """The URL from a field, if any, or the problem with it. Of several URLs, it is the first."""
    value = separate_urls(plain_url(written), doi)[0]
    if (field == "doi" or value[:4].lower() == "doi:") and (doi := clean_doi(value) or short_doi(value)):
        return doi_url(doi), None
    if field in OF_MATERIAL and not is_address(value) and (doi := clean_doi(value)):
        return doi_url(doi), None
    if (field == "arxiv" or value[:6].lower() == "arxiv:") and (identifier := clean_arxiv(value)):
        return LINK_KINDS["arxiv"].url.replace("{value}", identifier), None
    if field == "pmcid" and value.isdigit():
        value = f"PMC{value}"
    if kind.url and value and "://" not in value and re.fullmatch(kind.value or r".*", value):
        return kind.url.replace("{value}", quote(value, safe=_SAFE)), None
    if not is_address(value) or (field == "google_scholar_id" and "://" not in value):
        return "", None
    if url := checked_url(value):
        return url, None
    if field == "arxiv":
        fix = "write the number, such as 2301.00001, or remove the field"
        if found := _OLD_ARXIV.fullmatch(value):
            fix = f"write {found[2]}/{found[1]}"
        return "", Flaw(ProblemKind.VALUE_UNKNOWN, f"“{excerpt(value)}” is not an arXiv number", fix)
    message = (
        f"“{excerpt(value)}” begins with {value.partition(':')[0][:20]}:, which is not allowed in a link"
    )
    return "", Flaw(ProblemKind.LINK_REFUSED, message, _link_fix(value))


def _link_fix(value: str) -> str:
    """What to write instead of a URL whose scheme is not allowed, or is misspelt."""
    scheme = value.partition(":")[0][:_LONGEST_SCHEME]
    if edits(scheme.lower(), "https") == 1 or _MISSPELT.match(value):
        return f"write https: instead of {scheme}:"
    if found := _WITHIN.search(value):
        return f"write {found[0].rstrip(_PUNCTUATION)}"
    if address := address_of(value):
        return f"write {address}"
    if scheme.lower() == "file":
        return "write a URL that begins with https://, or move the path to file, which is not printed, or remove it if file is given"
    return "write a URL that begins with https://, or remove the field"
