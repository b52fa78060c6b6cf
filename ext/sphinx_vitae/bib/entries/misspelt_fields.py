"""Report unknown fields that look like a misspelling of a field that the entry lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from sphinx_vitae.model import NAME_FIELDS, ProblemKind

from ..names.name_lists import separated
from ..syntax.bib_file import BibFile
from ..syntax.grammar import RawEntry, RawField
from ..vocabulary import canonical_field, canonical_type, in_biblatex
from ..vocabulary.misspellings import near_fields
from ..vocabulary.printed_fields import printed_fields

__all__ = ["report_misspelt"]

_PAGES: Final = re.compile(r"[A-Za-z]?\d{1,6}\s?(?:-{1,3}|–)\s?[A-Za-z]?\d{1,6}")
#: Two years are a period rather than pages.
_YEARS: Final = re.compile(r"(?:19|20)\d\d\D+(?:19|20)\d\d")
_ISSUE: Final = re.compile(r"\d{1,4}(?:\s?(?:-{1,3}|–|/)\s?\d{1,4})?")
#: Fields for the institution, in the order in which one of them is preferred.
_PLACES: Final = ("institution", "organization", "howpublished")


class _Written(NamedTuple):
    """The type of an entry, its fields with their values, and the canonical names of the fields."""

    type: str
    fields: Sequence[tuple[str, str]]
    given: frozenset[str]


def report_misspelt(
    file: BibFile,
    raw: RawEntry,
    key: str,
    written: Sequence[tuple[str, str]],
    unknown: Sequence[tuple[RawField, str]],
) -> None:
    """Report those of the unknown fields that stand for another field.

    :param key: the key of the entry.
    :param written: the fields of the entry, as written, with their values.
    :param unknown: the unknown fields, and their names in lower case.
    """
    misspelt = near_fields(name for name, _ in written)
    if not misspelt:
        return
    entry = _Written(raw.type, written, frozenset(canonical_field(name) for name, _ in written))
    for field, name in unknown:
        if name in misspelt:
            value = next(value for given, value in written if given.lower() == name)
            fix = _same_value(entry, name, value) or _meant(entry, misspelt[name], value)
            message = f"unknown field {field.name}"
            file.report(ProblemKind.FIELD_UNKNOWN, message, file.line(field.start), key, fix)


def _same_value(entry: _Written, name: str, value: str) -> str:
    """What to do with a field that repeats another one; empty if it does not."""
    others = (given for given, other in entry.fields if value and other == value and given.lower() != name)
    same = next(others, "")
    return f"remove it, because {same} has the same value" if same else ""


def _meant(entry: _Written, near: str, value: str) -> str:
    """The field that is meant, and what else to change.

    :param near: the field with the most similar name.
    """
    if near == "note" and "pages" not in entry.given and _PAGES.fullmatch(value) and not _YEARS.match(value):
        return "did you mean pages?"
    if near == "issue" and "number" not in entry.given and _ISSUE.fullmatch(value):
        return "did you mean number?"
    if near in NAME_FIELDS and (names := separated(value)):
        return f"did you mean {near}? If so, write {names}"
    if near == "institution" and (other := _printed_place(entry)):
        return f"rename it to {other}, because styles do not print {near} for @{entry.type}"
    return f"did you mean {near}?"


def _printed_place(entry: _Written) -> str:
    """The field that is printed for the type of the entry instead of the institution; empty if that is printed."""
    biblatex = in_biblatex({name.lower() for name, _ in entry.fields})
    printed = printed_fields(canonical_type(entry.type)[0], biblatex=biblatex)
    place = next((name for name in _PLACES if name in printed), "institution")
    return "" if place == "institution" or place in entry.given else place
