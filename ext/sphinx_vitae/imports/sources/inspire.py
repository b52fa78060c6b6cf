"""INSPIRE: the works by an author, found by BAI, number or ORCID iD, or a single record."""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import Final
from urllib.parse import quote

from ..offer import Found, SourceError, combined
from ..records import bibtex_offers
from .steps import Answer, Request, Steps, as_mapping, json_of

__all__ = ["inspire", "inspire_id"]

_ADDRESS: Final = re.compile(
    r"(?:https?://)?(?:www\.|labs\.)?inspirehep\.net/(?:api/)?((?:authors|literature)/\d+).*", re.I
)
_BAI: Final = re.compile(r"[\w'.-]+\.\d+")
_PAGE: Final = 1000
#: INSPIRE returns at most ten thousand results per query.
_PAGES: Final = 10


def inspire_id(word: str) -> str:
    """``authors/1023550`` or ``literature/123`` from an INSPIRE URL."""
    found = _ADDRESS.fullmatch(word)
    return found[1] if found else ""


def inspire(value: str) -> Steps:
    """The works by an author (``A.Einstein.1``, ``authors/1``), or one work (``literature/1``)."""
    if re.fullmatch(r"literature/\d+", value):
        answer = yield Request("inspire", f"/api/{value}?format=bibtex", "application/x-bibtex")
        return bibtex_offers(answer.content, "inspire")
    bai = value
    if re.fullmatch(r"authors/\d+", value) or re.fullmatch(r"(?:\d{4}-){3}\d{3}[\dX]", value):
        bai = yield from _bai(value if "/" in value else f"orcid/{value}")
    if not _BAI.fullmatch(bai):
        raise SourceError(
            "this is not an INSPIRE author; write the BAI, such as A.Einstein.1, or the address of the author’s page"
        )
    answers: list[Found] = []
    for page in range(1, _PAGES + 1):
        query = (
            f"/api/literature?q={quote(f'a {bai}')}&size={_PAGE}&page={page}&sort=mostrecent&format=bibtex"
        )
        answer = yield Request("inspire", query, "application/x-bibtex")
        answers.append(bibtex_offers(answer.content, "inspire") if answer.content.strip() else Found())
        if len(answers[-1].offers) < _PAGE:
            break
    found = combined(answers)
    if not found.offers:
        raise SourceError(f"INSPIRE does not list any works by {bai}")
    return found


def _bai(path: str) -> Generator[Request, Answer, str]:
    answer = yield Request("inspire", f"/api/{path}")
    ids = as_mapping(as_mapping(json_of(answer)).get("metadata")).get("ids")
    for each in ids if isinstance(ids, list) else ():
        if as_mapping(each).get("schema") == "INSPIRE BAI":
            return str(as_mapping(each).get("value"))
    raise SourceError("this author does not have a BAI on INSPIRE")
