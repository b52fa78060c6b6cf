"""Zotero: a user's My Publications, a collection, or a group library."""

from __future__ import annotations

import re
from typing import Final

from ..offer import Found, SourceError, combined
from ..records import bibtex_offers
from .steps import Request, Steps

__all__ = ["zotero", "zotero_id"]

_ADDRESS: Final = re.compile(r"(?:https?://)?(?:www\.|api\.)?zotero\.org/(groups|users)/(\d+)(?:/.*)?", re.I)
_COLLECTION: Final = re.compile(r"/collections/([A-Z0-9]{8})(?:/|$)")
_VALUE: Final = re.compile(r"(?:(groups|users)/)?(\d+)(?:/([A-Z0-9]{8}))?")
_SECRET: Final = ("ZOTERO_API_KEY", "Zotero-API-Key")
_PAGE: Final = 100
_PAGES: Final = 100


def zotero_id(word: str) -> str:
    """``groups/1/ABCD2345`` from a Zotero URL. The URL of a user's page does not contain the number of the
    user.
    """
    found = _ADDRESS.fullmatch(word)
    collection = _COLLECTION.search(word)
    return "/".join((found[1], found[2], *(collection.groups() if collection else ()))) if found else ""


def zotero(value: str) -> Steps:
    """The works in a library or a collection."""
    asked = _VALUE.fullmatch(value)
    if asked is None:
        raise SourceError(
            "this is not a Zotero library; write its number, and for a collection, a slash and its key"
        )
    library = f"/{asked[1] or 'users'}/{asked[2]}"
    if asked[3]:
        path = f"{library}/collections/{asked[3]}/items/top"
    else:
        path = f"{library}/items/top" if asked[1] == "groups" else f"{library}/publications/items"
    answers: list[Found] = []
    for page in range(_PAGES):
        answer = yield Request(
            "zotero",
            f"{path}?format=biblatex&v=3&limit={_PAGE}&start={page * _PAGE}",
            "application/x-bibtex",
            _SECRET,
        )
        answers.append(bibtex_offers(answer.content, "zotero") if answer.content.strip() else Found())
        total = answer.headers.get("Total-Results", "")
        if (page + 1) * _PAGE >= (int(total) if total.isdigit() else 0):
            break
    found = combined(answers)
    if not found.offers:
        where = (
            "this collection is"
            if asked[3]
            else "this library is"
            if asked[1] == "groups"
            else "My Publications is"
        )
        raise SourceError(f"{where} empty, or not public")
    return found
