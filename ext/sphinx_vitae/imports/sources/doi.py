"""DOIs from any registration agency, by content negotiation. arXiv numbers are DOIs, too. PubMed uses the
same format.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from typing import Final
from urllib.parse import quote

from sphinx_vitae.bib.fields.identifiers import clean_arxiv, clean_doi

from ..csl import csl_offers
from ..offer import Found, SourceError, combined
from .steps import CSL, Answer, Request, Steps, json_of

__all__ = ["arxiv", "arxiv_id", "doi", "doi_id", "each_doi", "pmid", "pmid_id"]

_PUBMED: Final = re.compile(
    r"(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,9})/?(?:[?#].*)?"
)
_VERSION: Final = re.compile(r"v\d+$")
_ARXIV_ADDRESS: Final = re.compile(r"(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/\S+", re.I)


def doi_id(word: str) -> str:
    """The DOI in a doi.org URL; empty if the URL is a different one."""
    return (
        clean_doi(word)
        if re.match(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|10\.\d{4,9}/", word, re.I)
        else ""
    )


def doi(value: str) -> Steps:
    """The work with this DOI."""
    bare = clean_doi(value) or clean_doi(f"doi:{value}")
    if not bare:
        raise SourceError("this is not a DOI; a DOI looks like 10.1000/182")
    return (yield from _work(bare))


def _work(bare: str) -> Steps:
    answer = yield Request("doi", f"/{quote(bare, safe='/', errors='replace')}", CSL)
    found = csl_offers(json_of(answer), "doi")
    if not found.offers:
        raise SourceError(f"the response for {bare} has no title")
    return found


def each_doi(dois: Iterable[str]) -> Generator[Request, Answer, Found]:
    """The works with these DOIs. If a request fails, a note is added, and the other works are still
    requested.
    """
    answers: list[Found] = []
    for bare in dois:
        try:
            answers.append((yield from _work(bare)))
        except SourceError as error:
            answers.append(Found((), (f"{bare}: {error}",), complete=False))
    return combined(answers)


def arxiv_id(word: str) -> str:
    """The number in an arXiv URL."""
    return clean_arxiv(word) if _ARXIV_ADDRESS.match(word) else ""


def arxiv(value: str) -> Steps:
    """The work with this arXiv number, found by its DOI."""
    number = clean_arxiv(f"arxiv:{value}")
    if not number:
        raise SourceError("this is not an arXiv number; a number looks like 2401.00001 or math/0309136")
    return (yield from _work(f"10.48550/arXiv.{_VERSION.sub('', number)}"))


def pmid_id(word: str) -> str:
    """The number in a PubMed URL."""
    found = _PUBMED.fullmatch(word)
    return found[1] if found else ""


def pmid(value: str) -> Steps:
    """The work with this PubMed number."""
    if not (value.isascii() and value.isdigit()):
        raise SourceError("this is not a PubMed number, which consists of digits only")
    answer = yield Request("pubmed", f"/lit/ctxp/v1/pubmed/?format=csl&id={value}")
    found = csl_offers(json_of(answer), "pmid")
    if not found.offers:
        raise SourceError(f"PubMed does not list a work with the number {value}")
    return found
