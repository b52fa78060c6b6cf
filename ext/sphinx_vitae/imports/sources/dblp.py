"""DBLP: all works of a person in one request, or one record."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from ..offer import SourceError
from ..records import bibtex_offers
from .steps import Request, Steps

__all__ = ["dblp", "dblp_id"]

_HOST: Final = r"(?:https?://)?(?:www\.)?dblp(?:1|2)?\.(?:org|uni-trier\.de|dagstuhl\.de)/"
_ADDRESS: Final = re.compile(
    rf"{_HOST}((?:pid|rec)/[^?#\s]+?)(?:\.(?:html|bib|xml|rdf|nt))?/?(?:[?#].*)?", re.I
)
_PERSON: Final = re.compile(r"[a-z0-9]+/[A-Za-z0-9-]+(?:-\d+)?")
_RECORD: Final = re.compile(r"(?:conf|journals|books|phd|reference|series|tr|data|homepages)/[\w./-]+")


def dblp_id(word: str) -> str:
    """``pid/12/345`` or ``rec/conf/x/Y`` from a DBLP URL."""
    found = _ADDRESS.fullmatch(word)
    return found[1].removeprefix("rec/bibtex/") if found else ""


def dblp(value: str) -> Steps:
    """The works of a person (``12/345``), or one work (``conf/x/Y``)."""
    bare = value.removeprefix("pid/").removeprefix("rec/")
    record = not value.startswith("pid/") and bool(_RECORD.fullmatch(bare))
    if not record and not _PERSON.fullmatch(bare):
        raise SourceError(
            "this is not a DBLP identifier; copy it from the address of the person’s page, dblp.org/pid/…"
        )
    answer = yield Request(
        "dblp", f"/{'rec' if record else 'pid'}/{quote(bare)}.bib?param=1", "application/x-bibtex"
    )
    found = bibtex_offers(answer.content, "dblp")
    if not found.offers:
        raise SourceError("the response contains no works")
    return found
