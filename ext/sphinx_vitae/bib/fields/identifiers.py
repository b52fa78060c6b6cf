"""An entry's DOI and arXiv identifier, normalised wherever they are given."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote

from ..urls import checked_url, is_address, plain_url

__all__ = ["arxiv_month", "clean_arxiv", "clean_doi", "doi_in", "doi_url", "settle_identifiers", "short_doi"]

_DOI: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_BEFORE_DOI: Final = re.compile(
    r"(?:https?://)?(?:dx\.|www\.)?doi\.org/(?=10\.)|(?:doi|info:doi/)\s*:?\s*", re.I
)
_SHORT_DOI: Final = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi\s*:\s*)?(10/[a-z0-9]{2,})", re.I)
#: A publisher's URL that ends in a DOI.
_BEHIND_ADDRESS: Final = re.compile(r"https?://[^\s/]+/(?:\S*?/)?(?=10\.\d{4,9}/)", re.I)
_ARXIV: Final = re.compile(
    r"(?:^|^abs/|arxiv\s?:\s?|arxiv\.org/(?:abs|pdf|html)/|^ar?xiv[\s:./]*(?:preprint)?[\s:.]*)"
    r"((?:\d{4}\.\d{4,5}|[a-z-]{2,15}(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?!\d)",
    re.I,
)
#: The year and month at the beginning of an identifier at arXiv.
_ARXIV_MONTH: Final = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d\d)(0[1-9]|1[0-2])\.?\d{3,5}")
#: The last two digits of the year before the first preprint at arXiv.
_FIRST_YEAR: Final = 90
#: Other fields that can contain an arXiv identifier, and what their value must contain.
#: DBLP and arXiv put it in the volume field for "CoRR".
_ARXIV_FIELDS: Final = ("journaltitle", "url", "html", "note", "howpublished", "volume", "number")


def clean_doi(value: str) -> str:
    """The bare DOI in a value, which can be a URL or start with ``doi:``; empty if the value does not contain
    a DOI.
    """
    value = plain_url(value)
    if not value.startswith("10."):
        found = _BEFORE_DOI.match(value)
        if found is None:
            return ""
        value = unquote(value[found.end() :])
    doi = _DOI.match(value)
    return doi[0].rstrip(".,;") if doi else ""


def _doi_within(value: str) -> str:
    """The DOI at the end of any URL: ``https://dl.acm.org/doi/10.1145/1.2``."""
    value = plain_url(value)
    found = _BEHIND_ADDRESS.match(value)
    return clean_doi(unquote(value[found.end() :])) if found else ""


def short_doi(value: str) -> str:
    """The short DOI in a value (https://shortdoi.org): ``10/aabbe``; empty if the value does not contain one."""
    value = plain_url(value)
    found = _SHORT_DOI.fullmatch(value)
    return found[1].lower() if found else ""


def doi_in(value: str) -> str:
    """The DOI anywhere in a value; empty if there is none."""
    found = _DOI.search(plain_url(value))
    return found[0].rstrip(".,;") if found else ""


def doi_url(doi: str) -> str:
    """The URL for a DOI, percent-encoded as recommended in the DOI Handbook (§2.5.2.4)."""
    return f"https://doi.org/{quote(doi, safe='/:;()._-~!*,@$&=+')}"


def arxiv_month(identifier: str) -> tuple[int, int] | None:
    """The year and the month in an arXiv identifier; ``None`` if it is not one."""
    found = _ARXIV_MONTH.match(identifier)
    if found is None:
        return None
    return (1900 if int(found[1]) > _FIRST_YEAR else 2000) + int(found[1]), int(found[2])


def clean_arxiv(value: str) -> str:
    """The arXiv identifier in a value; empty if the value does not contain one."""
    found = _ARXIV.search(plain_url(value)[:200])
    return found[1] if found else ""


def settle_identifiers(fields: dict[str, str]) -> str:
    """Make ``doi`` the bare DOI, and ``eprint`` with ``eprinttype`` an arXiv identifier.

    They are also recognised inside a URL, or in place of the name of a journal.

    :returns: the content of ``doi`` if it is not a DOI. It is removed from the field; a URL is moved
        to ``url``.
    """
    rejected = ""
    if written := fields.get("doi"):
        if doi := clean_doi(written) or short_doi(written) or _doi_within(written):
            fields["doi"] = doi
        else:
            rejected = fields.pop("doi")
            if is_address(address := plain_url(rejected)) and checked_url(address):
                fields.setdefault("url", rejected)
    if "doi" not in fields:
        for name in ("url", "html"):
            if name in fields and "doi.org" in fields[name] and (doi := clean_doi(fields[name])):
                fields["doi"] = doi
                break
    _settle_eprint(fields)
    return rejected


def _settle_eprint(fields: dict[str, str]) -> None:
    kind, eprint = fields.get("eprinttype", "").lower(), fields.get("eprint", "")
    if eprint:
        if kind in ("", "arxiv") and (identifier := clean_arxiv(eprint)):
            fields["eprint"], fields["eprinttype"] = identifier, "arxiv"
    elif identifier := _arxiv_elsewhere(fields):
        fields["eprint"], fields["eprinttype"] = identifier, "arxiv"


def _arxiv_elsewhere(fields: dict[str, str]) -> str:
    if "arxiv" in fields and (identifier := clean_arxiv(fields["arxiv"])):
        return identifier
    for name in _ARXIV_FIELDS:
        value = fields.get(name)
        if (
            value
            and ("arxiv" in value.lower() or value.startswith("abs/"))
            and (identifier := clean_arxiv(value))
        ):
            return identifier
    return ""
