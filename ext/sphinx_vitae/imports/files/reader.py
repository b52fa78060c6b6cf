"""Reads entries from a file in any of the supported formats."""

from __future__ import annotations

import json
import re
from typing import Final

from ..csl import csl_items, csl_offers
from ..offer import Found, SourceError
from ..records import bibtex_offers
from .nbib import nbib_items
from .ris import ris_items

__all__ = ["read_file"]

_RIS: Final = re.compile(r"^TY {1,2}- ?\w+", re.M)
_NBIB: Final = re.compile(r"^PMID ?- ?\d+", re.M)
_BIBTEX: Final = re.compile(r"^[ \t]*@\s*\w+\s*[{(]", re.M)
#: Keys of CSL-JSON items; every item has at least one of them.
_CSL: Final = ("title", "DOI", "author", "container-title")


def read_file(name: str, content: bytes) -> Found:
    """The works in a file.

    :param name: the file name, which becomes part of the identifiers of the works.
    :raises SourceError: if the format is not supported.
    """
    origin = f"file:{name}"
    text = _decoded(content)
    start = text.lstrip()[:1]
    if start in ("{", "["):
        if start == "{" and _BIBTEX.search(text) and not text.lstrip().startswith('{"'):
            return bibtex_offers(content, origin, own=True)
        return _csl(text, origin)
    if _BIBTEX.search(text):
        return bibtex_offers(content, origin, own=True)
    if _RIS.search(text):
        return csl_offers(list(ris_items(text)), origin)
    if _NBIB.search(text):
        return csl_offers(list(nbib_items(text)), origin)
    if not text.strip():
        raise SourceError("the file is empty")
    raise SourceError("the format is not supported; it must be BibTeX, CSL-JSON, RIS or PubMed’s format")


def _csl(text: str, origin: str) -> Found:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise SourceError(f"the file is not valid JSON{where}") from None
    items = [item for item in csl_items(value) if any(name in item for name in _CSL)]
    if not items and value:
        raise SourceError("the file is JSON, but not CSL-JSON: no item has a title")
    return csl_offers(items, origin)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", "replace")
