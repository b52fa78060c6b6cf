"""Compares values by meaning, regardless of notation, abbreviation and markup. Equal values need no change."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from sphinx_vitae.model import (
    NAME_FIELDS,
    NameList,
    PartialDate,
    Person,
    Record,
    abbreviates,
    fold,
    same_name,
)
from sphinx_vitae.model.naming import family_key

from .dates import edtf
from .identity import title_key

__all__ = ["is_equal", "is_finer_date"]

_WORD: Final = re.compile(r"[^\W_]+")
_STOP: Final = frozenset(
    ("of", "the", "and", "for", "in", "on", "a", "an", "der", "die", "und", "für", "de", "la", "et")
)
_DASHES: Final = re.compile(r"\s*[-–—]+\s*")
_VENUES: Final = (
    "journaltitle",
    "booktitle",
    "eventtitle",
    "series",
    "publisher",
    "institution",
    "organization",
    "location",
)


def is_equal(field: str, mine: Record, theirs: Record) -> bool:
    """Whether a field has the same meaning in both records. A more precise value in my record also counts as
    equal.
    """
    if field in NAME_FIELDS:
        return _same_people(mine.names.get(field), theirs.names.get(field))
    if field == "date":
        return _same_date(mine.date, theirs.date)
    if field == "title":
        return title_key(mine.title) == title_key(theirs.title)
    if field == "subtitle":
        return title_key(mine.title) == title_key(theirs.title)
    one, other = (str(record.text(field)) or record.fields.get(field, "") for record in (mine, theirs))
    return _COMPARED.get(field, _same_text)(one, other)


def _same_people(mine: NameList | None, theirs: NameList | None) -> bool:
    if mine is None or theirs is None:
        return False
    if len(mine.persons) != len(theirs.persons) or mine.others != theirs.others:
        return theirs.others and _begins_with(mine, theirs)
    return all(_same_person(a, b) for a, b in zip(mine.persons, theirs.persons, strict=True))


def _begins_with(mine: NameList, theirs: NameList) -> bool:
    """Whether my list begins with all the names in theirs, which ends in "and others"."""
    return len(mine.persons) >= len(theirs.persons) and all(map(_same_person, mine.persons, theirs.persons))


def _same_person(mine: Person, theirs: Person) -> bool:
    if family_key(mine) != family_key(theirs):
        return False
    return not theirs.given or (same_name(mine, theirs) and not abbreviates(mine, theirs))


def _same_date(mine: PartialDate | None, theirs: PartialDate | None) -> bool:
    one, other = edtf(mine), edtf(theirs)
    return (
        one == other
        or one.startswith(f"{other}-")
        or (mine is not None and mine.ranged and one.startswith(other))
    )


def is_finer_date(mine: PartialDate | None, theirs: PartialDate | None) -> bool:
    """Whether their date is mine with an additional month or day."""
    one, other = edtf(mine), edtf(theirs)
    return bool(one) and "/" not in one and other.startswith(f"{one}-")


def _same_text(one: str, other: str) -> bool:
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if word not in _STOP]


def _same_venue(one: str, other: str) -> bool:
    """Whether two names refer to the same venue or publisher: one can abbreviate the other by words or by
    initial letters, or be part of it.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return mine == theirs
    if len(mine) == len(theirs) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(mine, theirs, strict=True)
    ):
        return True
    shorter, longer = sorted((mine, theirs), key=len)
    if set(shorter) <= set(longer):
        return True
    letters = "".join(word[0] for word in longer)
    return len(shorter) == 1 and len(shorter[0]) > 1 and shorter[0] in letters


def _same_pages(one: str, other: str) -> bool:
    mine, theirs = (_DASHES.split(fold(text).strip()) for text in (one, other))
    if mine[0] != theirs[0]:
        return False
    return (
        len(mine) == 1 or len(theirs) == 1 or mine[-1].endswith(theirs[-1]) or theirs[-1].endswith(mine[-1])
    )


def _same_number(one: str, other: str) -> bool:
    return fold(one).replace(" ", "").lstrip("0") == fold(other).replace(" ", "").lstrip("0")


def _same_letters(one: str, other: str) -> bool:
    return re.sub(r"[\s-]", "", one).lower() == re.sub(r"[\s-]", "", other).lower()


def _same_address(one: str, other: str) -> bool:
    def place(url: str) -> str:
        return url.partition("://")[2].removeprefix("www.").rstrip("/").lower()

    return place(one) == place(other)


_COMPARED: Final[Mapping[str, Callable[[str, str], bool]]] = {
    **dict.fromkeys(_VENUES, _same_venue),
    **dict.fromkeys(
        ("doi", "eprint", "eprinttype", "eprintclass", "isbn", "pmid", "pmcid", "dblp"), _same_letters
    ),
    **dict.fromkeys(("volume", "number", "eid", "edition"), _same_number),
    "pages": _same_pages,
    "url": _same_address,
}
