"""Values that plainly belong in another field: a DOI in ``month``, an ISBN in ``doi``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from ..urls import checked_url, is_address, plain_url
from .identifiers import doi_in

__all__ = ["Misplaced", "misplaced", "where_it_belongs"]

_DOI: Final = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?10\.\d{4,9}/\S+", re.I)
_YEAR: Final = re.compile(r"(?:1[4-9]|20)\d\d")
_NAME_OF_NUMBER: Final = re.compile(r"IS[BS]N(?:-1[03])?\s*:?\s*", re.I)
_NOT_DIGITS: Final = re.compile(r"[\s.–-]")
_ISBN: Final = re.compile(r"97[89]\d{10}|\d{9}[\dX]")
_ARTICLE: Final = re.compile(r"e\d{4,6}")
_ISSN: Final = re.compile(r"\d{4}-\d{3}[\dX]")


class Misplaced(NamedTuple):
    """What a value is, the field that it belongs in, and the value for that field."""

    kind: str
    field: str
    value: str


def misplaced(value: str) -> Misplaced | None:
    """What a value plainly is: a DOI, a URL, a year, the number of an article, an ISBN or an ISSN; ``None`` for anything else."""
    value = _NAME_OF_NUMBER.sub("", value.strip())
    if _DOI.fullmatch(value):
        return Misplaced("a DOI", "doi", doi_in(value))
    if is_address(address := plain_url(value)) and checked_url(address) and not address.endswith("//"):
        return Misplaced("a URL", "url", value)
    if _YEAR.fullmatch(value):
        return Misplaced("a year", "year", value)
    if _ARTICLE.fullmatch(value):
        return Misplaced("the number of an article", "eid", value)
    if _ISSN.fullmatch(value) and _is_issn(value):
        return Misplaced("an ISSN", "issn", value)
    digits = _NOT_DIGITS.sub("", value).upper()
    return Misplaced("an ISBN", "isbn", value) if _ISBN.fullmatch(digits) and _is_isbn(digits) else None


def where_it_belongs(fields: Mapping[str, str], found: Misplaced) -> str:
    """What to do with a value in the wrong field, in an entry with these fields."""
    there = fields.get(found.field)
    if there is None:
        return f"move it: {found.field} = {{{found.value}}}"
    if found.field == "year" or there == found.value:
        return f"remove it, because {found.field} is given"
    return (
        f"remove it, or write {found.field} = {{{found.value}}} if the {found.field} that is given is wrong"
    )


def _is_isbn(digits: str) -> bool:
    """Whether the last digit of an ISBN is right."""
    numbers = [10 if digit == "X" else int(digit) for digit in digits]
    if len(numbers) == 13:
        return sum(number * (3 if place % 2 else 1) for place, number in enumerate(numbers)) % 10 == 0
    return sum(number * (10 - place) for place, number in enumerate(numbers)) % 11 == 0


def _is_issn(value: str) -> bool:
    numbers = [10 if digit == "X" else int(digit) for digit in value.replace("-", "")]
    return sum(number * (8 - place) for place, number in enumerate(numbers)) % 11 == 0
