"""OpenAlex, which is only used to find works. Their data is requested by DOI."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from sphinx_vitae.bib.fields.identifiers import clean_doi

from ..offer import SourceError
from .doi import each_doi
from .steps import Answer, Request, Steps, as_mapping, json_of

__all__ = ["openalex", "openalex_id"]

_ADDRESS: Final = re.compile(
    r"(?:https?://)?(?:api\.|explore\.)?openalex\.org/(?:works/|authors/|people/)?([AW]\d+).*", re.I
)
_SECRET: Final = ("OPENALEX_API_KEY", "?api_key")
_SELECT: Final = "id,doi,title"
_PAGES: Final = 50


def openalex_id(word: str) -> str:
    """The identifier in an OpenAlex URL: ``A5023888391``, ``W2741809807``."""
    found = _ADDRESS.fullmatch(word)
    return found[1].upper() if found else ""


def openalex(value: str) -> Steps:
    """The works by an author, or one work."""
    name = value.upper()
    if re.fullmatch(r"W\d+", name):
        answer = yield Request("openalex", f"/works/{name}?select={_SELECT}", secret=_SECRET)
        works = [as_mapping(json_of(answer))]
    elif re.fullmatch(r"A\d+", name):
        works = yield from _works(name)
    else:
        raise SourceError(
            "this is not an OpenAlex identifier; an identifier looks like A5023888391 or W2741809807"
        )
    dois = list(dict.fromkeys(_dois(works)))
    without = [str(work.get("title")) for work in works if not work.get("doi")]
    if not works:
        raise SourceError(f"OpenAlex does not list any works by {name}")
    found = yield from each_doi(dois)
    notes = tuple(f"not imported, because it has no DOI: {title}" for title in without)
    return replace(found, notes=(*found.notes, *notes))


def _works(author: str) -> Generator[Request, Answer, list[Mapping[str, object]]]:
    works: list[Mapping[str, object]] = []
    cursor = "*"
    for _ in range(_PAGES):
        path = f"/works?filter=author.id:{author}&per_page=100&cursor={quote(cursor)}&select={_SELECT}"
        answer = as_mapping(json_of((yield Request("openalex", path, secret=_SECRET))))
        page = answer.get("results")
        works += [as_mapping(work) for work in page] if isinstance(page, list) else []
        cursor = str(as_mapping(answer.get("meta")).get("next_cursor") or "")
        if not page or not cursor:
            break
    return works


def _dois(works: Sequence[Mapping[str, object]]) -> Iterator[str]:
    for work in works:
        if doi := clean_doi(str(work.get("doi") or "")):
            yield doi.lower()
