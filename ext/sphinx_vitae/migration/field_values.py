"""Dates, names and addresses of an old site → values of fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sphinx_vitae.bib import parse_date, parse_name
from sphinx_vitae.bib.fields.identifiers import clean_arxiv, clean_doi
from sphinx_vitae.imports.dates import edtf, from_parts, interval
from sphinx_vitae.imports.markup.latex import address, identifier
from sphinx_vitae.imports.names import is_organization, listed, literal_name, written_name
from sphinx_vitae.model import sorted_name

from .text import plain

__all__ = ["author_list", "date_of", "family_first", "found_ids", "period", "periods"]

_ISO: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?!\d{2})(?:[-/](\d{1,2}))?)?(?!\d)")
_NOW: Final = re.compile(r"(?:present|now|today|current|ongoing|heute|-)\.?", re.I)
_BETWEEN: Final = re.compile(r"\s*[–—]\s*|\s+-{1,2}\s+|\s+to\s+|(?<=\d{4})-{1,2}(?=\d{4}|\D|$)|--", re.I)
_MARKS: Final = re.compile(r"[*†‡§¶^]+|^dr\.\s+", re.I)
_DOI: Final = re.compile(r"\b10\.\d{4,9}/(?:[^\s\"'<>()\[\]{},;]|\([^\s\"'<>()]{0,100}\))+")
_ARXIV: Final = re.compile(r"arxiv\.org/(?:abs|pdf)/([\w.-]+(?:/\d+)?)|arxiv:\s*(\d{4}\.\d{4,5})", re.I)


def date_of(text: str, *, filled: bool = False) -> str:
    """A date in EDTF, with the precision that it has; empty if the text is not a date.

    :param filled: whether the first of January stands for a year without a month.
    """
    text = plain(text)
    if found := _ISO.match(text):
        date = from_parts([part for part in found.groups() if part])
        return date[:4] if filled and date.endswith("-01-01") else date
    return edtf(parse_date(text)).partition("/")[0] if len(text) < 40 else ""


def period(start: str, end: str, *, filled: bool = False) -> str:
    """From one date to another; ``present`` has no end."""
    first = date_of(start, filled=filled)
    if _NOW.fullmatch(end.strip()):
        return f"{first}/" if first else ""
    last = date_of(end, filled=filled)
    if not first or (last and last < first[: len(last)]):
        return last
    return interval(first, last)


def periods(text: str) -> str:
    """A date or a period in one text: ``1933 - 1955``, ``Apr 2021 – present``."""
    text = plain(text).strip()
    parts = _BETWEEN.split(text, maxsplit=1)
    if len(parts) == 2 and (date_of(parts[0])):
        return period(parts[0], parts[1] or "present")
    return date_of(text)


def author_list(names: Iterable[str]) -> str:
    """Names in any form as a name list."""
    return listed(map(_name, names))


def _name(written: str) -> str:
    name = " ".join(_MARKS.sub("", plain(written)).split()).strip(" ,;")
    if name.lower() in ("et al.", "et al", "others"):
        return "others"
    if not name or is_organization(name):
        return literal_name(name)
    return written_name(parse_name(name)) if name.count(",") < 3 else literal_name(name)


def family_first(name: str) -> str:
    """A name as ``vitae_owner`` and ``people.yaml`` have it: ``Lovelace, Ada``."""
    return sorted_name(parse_name(" ".join(_MARKS.sub("", plain(name)).split())))


def found_ids(*texts: str) -> dict[str, str]:
    """The DOI or arXiv number in texts or addresses, as fields."""
    for text in texts:
        if found := _DOI.search(text):
            doi = clean_doi(found[0].rstrip(".")).lower()
            if doi.startswith("10.48550/arxiv."):
                return {"eprint": identifier(doi.removeprefix("10.48550/arxiv.")), "eprinttype": "arxiv"}
            if doi:
                return {"doi": identifier(doi)}
        if (found := _ARXIV.search(text)) and (
            number := clean_arxiv(f"arxiv:{(found[1] or found[2]).removesuffix('.pdf')}")
        ):
            return {"eprint": identifier(re.sub(r"v\d+$", "", number)), "eprinttype": "arxiv"}
    return {}


def web(url: str) -> str:
    """An address on the web as a field; empty if it is none."""
    return address(url)
