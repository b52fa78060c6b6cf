"""DOIs, of any agency, by content negotiation; arXiv's numbers are DOIs too. PubMed answers in the same format."""

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
    """The DOI in an address of doi.org; empty if it is another address."""
    return (
        clean_doi(word)
        if re.match(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|10\.\d{4,9}/", word, re.I)
        else ""
    )


def doi(value: str) -> Steps:
    """The work with a DOI."""
    bare = clean_doi(value) or clean_doi(f"doi:{value}")
    if not bare:
        raise SourceError("this is not a DOI; a DOI looks like 10.1000/182")
    return (yield from _work(bare))


def _work(bare: str) -> Steps:
    answer = yield Request("doi", f"/{quote(bare, safe='/')}", CSL)
    found = csl_offers(json_of(answer), "doi")
    if not found.offers:
        raise SourceError(f"the answer for {bare} has no title")
    return found


def each_doi(dois: Iterable[str]) -> Generator[Request, Answer, Found]:
    """The works with these DOIs. One that fails becomes a note, and the others are still asked for."""
    answers: list[Found] = []
    for bare in dois:
        try:
            answers.append((yield from _work(bare)))
        except SourceError as error:
            answers.append(Found((), (f"{bare}: {error}",), complete=False))
    return combined(answers)


def arxiv_id(word: str) -> str:
    """The number in an address of arXiv."""
    return clean_arxiv(word) if _ARXIV_ADDRESS.match(word) else ""


def arxiv(value: str) -> Steps:
    """The work with an arXiv number, by its DOI."""
    number = clean_arxiv(f"arxiv:{value}")
    if not number:
        raise SourceError("this is not an arXiv number; one looks like 2401.00001 or math/0309136")
    return (yield from _work(f"10.48550/arXiv.{_VERSION.sub('', number)}"))


def pmid_id(word: str) -> str:
    """The number in an address of PubMed."""
    found = _PUBMED.fullmatch(word)
    return found[1] if found else ""


def pmid(value: str) -> Steps:
    """The work with a PubMed number."""
    if not value.isdigit():
        raise SourceError("this is not a PubMed number, which has digits only")
    answer = yield Request("pubmed", f"/lit/ctxp/v1/pubmed/?format=csl&id={value}")
    found = csl_offers(json_of(answer), "pmid")
    if not found.offers:
        raise SourceError(f"PubMed has no work with the number {value}")
    return found
