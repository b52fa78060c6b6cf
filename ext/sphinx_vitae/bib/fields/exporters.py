"""Data that reference managers and services add: repeated numbers, and internal notes.

These functions change the fields of an entry, so that pages and exports agree. ``written``
keeps the original content.
"""

from __future__ import annotations

import re
from typing import Final

from ..markup.text_parser import plain

__all__ = ["is_own_keyword", "settle_exports"]

#: An arXiv identifier and nothing else, as Zotero writes it: ``arXiv:2409.05555 [cs]``.
_ARXIV_ALONE: Final = re.compile(
    r"(?:arxiv:\s*)?(?P<id>(?:\d{4}\.\d{4,5}|[a-z-]{2,15}(?:\.[A-Z]{2})?/\d{7}))(?:v\d+)?"
    r"(?:\s*\[(?P<class>[\w.-]+)\])?(?:\s*version: \d+)?",
    re.I,
)
_VERSION: Final = re.compile(r"v\d+$")
_ARCHIVES: Final = frozenset(("arxiv", "arxiv.org"))
#: Labels in Zotero's "Extra" field that only Zotero uses, and those that people use too.
_LABELS: Final = (
    r"tex\.[\w.-]+|_eprint|_?Publisher|Conference Name|ISSN|ISBN|DOI|PMID|PMCID|Citation Key|Journal Abbreviation"
    r"|Google-?Books-?ID|GoogleBooksID|arXiv ID|Page Version ID|event-place|event-title|original-date|container-title"
    r"|Read_Status|Read_Status_Date|QID|ZSCC|ADS Bibcode|Library Catalog|Series Title|Number Of Volumes"
)
_OWN_LABELS: Final = (
    r"Number|Section|Volume|Issue|Pages|Place|Type|Version|Series|Edition|Rank|Status|Accepted"
)
_EXTRA: Final = re.compile(rf"(?:^|(?<=\s))(?:{_LABELS})\s*[:=](?:\s|$)")
_ANY_EXTRA: Final = re.compile(rf"(?:^|(?<=\s))(?:{_LABELS}|{_OWN_LABELS})\s*[:=](?:\s|$)")
#: Labels that identify a line of "Extra" wherever it occurs.
_OF_ZOTERO: Final = re.compile(r"(?:^|\s+)(?:tex\.[\w.-]+|_eprint)\s*[:=]")
_COMMENT: Final = re.compile(r"Comment:\s*")
#: arXiv comments that state only the length of a paper.
_LENGTH: Final = re.compile(
    r"(?:\W*\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|and|with|including|plus|main|text|in total|total|color"
    r"|colour|pages?|pp|figures?|figs?|tables?|appendi(?:x|ces)|supplement(?:ary|al)?|material|references?)\b)+\W*",
    re.I,
)
_LONGEST: Final = 300
#: Tags that reference managers add.
_OWN_KEYWORD: Final = re.compile(
    r"[⛔❓⚠🚩]|(?:no|multiple|invalid) dois? found|[_/](?:tablet|unread|reading|read|todo)\b", re.I
)


def settle_exports(fields: dict[str, str]) -> None:
    """Remove repetitions and reference managers' internal notes from the fields."""
    if "eid" in fields and "pages" in fields and _bare(fields["eid"]) == _bare(fields["pages"]):
        del fields["pages"]  # ADS
    if fields.get("eprinttype", "").lower() == "arxiv" and "eprint" in fields:
        _settle_arxiv(fields)
    if "note" in fields:
        note = (
            _without_extra(fields["note"])
            if ":" in fields["note"] or "=" in fields["note"]
            else fields["note"]
        )
        if note:
            fields["note"] = note
        else:
            del fields["note"]


def is_own_keyword(word: str) -> bool:
    """Whether a reference manager added a keyword for its own use: ``⛔ No DOI found``."""
    return _OWN_KEYWORD.match(word) is not None


def _bare(value: str) -> str:
    return value.strip("{} ").lower()


def _settle_arxiv(fields: dict[str, str]) -> None:
    identifier = _VERSION.sub("", fields["eprint"])
    for name in ("number", "note", "howpublished"):
        found = _ARXIV_ALONE.fullmatch(plain(fields[name])) if name in fields else None
        if found and found["id"] == identifier:
            del fields[name]
            if found["class"]:
                fields.setdefault("eprintclass", found["class"])
    if "publisher" in fields and plain(fields["publisher"]).lower() in _ARCHIVES:
        del fields["publisher"]


def _without_extra(note: str) -> str:
    """A note without the lines of Zotero's "Extra", and without a comment on the paper's length."""
    if found := _COMMENT.match(note):
        rest = note[found.end() :]
        return "" if len(rest) < _LONGEST and _LENGTH.fullmatch(rest) else rest
    if _EXTRA.match(note):
        return ""
    if (found := _OF_ZOTERO.search(note)) or (found := _ANY_EXTRA.match(note)):
        if found.re is _OF_ZOTERO:
            return note[: found.start()].strip() if not _ANY_EXTRA.match(note) else ""
        return "" if _EXTRA.search(note) else note
    return note
