"""The kind of an entry, and the groups of a publication."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.model import PUBLICATION_GROUPS

from ..entries.entry import Entry
from ..vocabulary import GROUP_OF_TYPE, KINDS

__all__ = ["groups_of", "is_archive", "kind_of"]

_SEPARATOR: Final = re.compile(r"[,;]")
_WORKSHOP: Final = re.compile(r"\bworkshops?\b|\bWS\b", re.I)
_POSTER: Final = re.compile(r"\bposter\b", re.I)
_ARCHIVES: Final = re.compile(
    r"(?:[a-z]+-?)?rxiv\b|(?:corr|hal)\b|ssrn|research square|osf preprints?|preprints(?:\.org)?$"
    r"|cryptology eprint|electron(?:ic|\.) colloquium|iacr (?:cryptol|eprint)|authorea|zenodo|nber working",
    re.I,
)


def kind_of(entry: Entry, kinds: Mapping[str, str]) -> str:
    """The kind of an entry.

    The following determine the kind, in this order: the entry itself, ``vitae_kinds`` for its type, its
    type, ``vitae_kinds`` for its file.

    :param kinds: entry type or file name → kind (``vitae_kinds``).
    """
    for word in subtypes(entry):
        if kind := KINDS.get(word) or (word if word in kinds.values() else ""):
            return kind
    for name in (entry.raw.type.lower(), entry.type) if kinds else ():
        if name in kinds:
            return KINDS.get(kinds[name], kinds[name])
    if entry.type != "publication" and (own := KINDS.get(entry.type)):
        return own
    if kinds:
        for name in (entry.file.name, PurePosixPath(entry.file.name).name):
            if name in kinds:
                return KINDS.get(kinds[name], kinds[name])
    if entry.type in ("unpublished", "misc") and "eventtitle" in entry.fields:
        return "talk"
    return "publication"


def subtypes(entry: Entry) -> tuple[str, ...]:
    """The words in ``entrysubtype``."""
    value = entry.fields.get("entrysubtype")
    return tuple(word.strip().lower() for word in _SEPARATOR.split(value) if word.strip()) if value else ()


def groups_of(entry: Entry) -> tuple[str, ...]:
    """The groups of a publication: those from its type, and those in ``entrysubtype``.

    A group in ``entrysubtype`` replaces the one from the type. Any other word is added before it.
    """
    words = tuple(word for word in subtypes(entry) if word not in KINDS)
    named = tuple(word for word in words if word in PUBLICATION_GROUPS)
    return tuple(dict.fromkeys((*words, *(named or (_group(entry.type, entry.fields),)))))


def _group(type_: str, fields: Mapping[str, str]) -> str:
    group = GROUP_OF_TYPE.get(type_, "other")
    if group == "journal":
        return _group_of_article(fields)
    if group == "conference":
        return _group_of_paper(fields)
    if group == "book":
        return "edited" if "editor" in fields and "author" not in fields else group
    if group == "other" and type_ in ("misc", "online"):
        archived = "eprint" in fields or is_archive(
            fields.get("howpublished", "") or fields.get("publisher", "")
        )
        return "preprint" if archived else group
    return group


def _group_of_article(fields: Mapping[str, str]) -> str:
    journal = fields.get("journaltitle", "")
    if journal:
        return "preprint" if is_archive(journal) else "journal"
    place = fields.get("institution", "") or fields.get("publisher", "") or fields.get("howpublished", "")
    return "preprint" if "eprint" in fields or is_archive(place) else "journal"


def _group_of_paper(fields: Mapping[str, str]) -> str:
    if "poster" in fields.get("type", "").lower() or any(
        _POSTER.search(fields.get(name, "")) for name in ("howpublished", "titleaddon")
    ):
        return "poster"
    venue = " ".join(fields.get(name, "") for name in ("booktitle", "eventtitle", "series", "journaltitle"))
    if _is_workshop(venue):
        return "workshop"
    return (
        "preprint"
        if is_archive(fields.get("booktitle", "") or fields.get("journaltitle", ""))
        else "conference"
    )


@lru_cache(4096)
def _is_workshop(venue: str) -> bool:
    return bool(_WORKSHOP.search(venue))


@lru_cache(4096)
def is_archive(venue: str) -> bool:
    """Whether a venue is a preprint archive, not a journal."""
    return bool(_ARCHIVES.match(venue.strip("{} ")))
