"""Fields that are given more than once in an entry, of which the first one counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from sphinx_vitae.model import ProblemKind, excerpt

from ..dates.date_parser import parse_year_month_day
from ..syntax.bib_file import BibFile
from ..syntax.grammar import RawEntry, RawField
from ..urls import plain_url, same_place
from ..vocabulary import words

__all__ = ["report_duplicate"]

#: Fields whose values are the same with and without hyphens.
_NUMBERS: Final = words("isbn issn")
#: Fields with the number of an issue, which some write into a second volume.
_ISSUES: Final = words("number issue")
#: Fields with URLs.
_ADDRESSES: Final = words("url link html pdf")
#: Fields whose values can be joined: lists, and texts.
_LISTS: Final = words("keywords keyword tags")
_TEXTS: Final = words(
    "abstract addendum annotation annote author comment comments editor file isbn issn note series"
)
#: Fields of which one value counts, while others may be of use to readers.
_KEPT: Final = _ADDRESSES | words("doi howpublished booktitle journal journaltitle number type")
#: Fields of which one value can extend another one, and the least length of that.
_EXTENDED: Final = (_TEXTS - words("author editor")) | words("howpublished booktitle journal journaltitle")
_FEWEST: Final = 3
_BEFORE_DOI: Final = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi\s*:\s*")
_DASHES: Final = re.compile(r"\s*[-–]+\s*")
_BETWEEN: Final = re.compile(r"[,;]")
#: Messages truncate longer values to this many characters.
_SHOWN: Final = 40


def report_duplicate(
    file: BibFile, raw: RawEntry, key: str, first: str, others: Sequence[tuple[RawField, str]]
) -> None:
    """Report a field that is given more than once, in a single problem at the second of its lines.

    :param first: the value that counts.
    :param others: the fields after it, with their values.
    """
    field = others[0][0]
    name = field.name.lower()
    found = (file.line(each.start) for each in raw.fields if each.name.lower() == name)
    lines = list(dict.fromkeys(found))
    count = "twice" if len(others) == 1 else f"{len(others) + 1} times"
    where = (
        f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}" if len(lines) > 1 else f"line {lines[0]}"
    )
    if all(_is_same(name, value, first) for _, value in others):
        ways = "" if all(value == first for _, value in others) else " in different forms"
        message = f"{field.name} is given {count}, with the same value{ways} ({where})"
        fix = "remove one of them" if len(others) == 1 else "keep one of them"
    else:
        used = f"“{excerpt(first, _SHOWN)}”" if first else "which is empty"
        message = f"{field.name} is given {count} ({where}); the first one, {used}, is used"
        fix = _one_of(name, [first, *(value for _, value in others)])
        if name == "volume" and _ISSUES.isdisjoint(each.name.lower() for each in raw.fields):
            fix += "; if the other is the number of the issue, rename it to number"
    file.report(ProblemKind.FIELD_DUPLICATE, message, file.line(field.start), key, fix)


def _is_same(name: str, one: str, other: str) -> bool:
    """Whether two values of a field are the same, apart from how a number, a month or a URL is written."""
    if one == other:
        return True
    if name in _NUMBERS:
        return _bare(one) == _bare(other)
    if name == "doi":
        return _BEFORE_DOI.sub("", plain_url(one).lower()) == _BEFORE_DOI.sub("", plain_url(other).lower())
    if name == "pages":
        return _DASHES.sub("-", one) == _DASHES.sub("-", other)
    if name == "month":
        months = [parse_year_month_day("2000", value).start for value in (one, other)]
        return months[0] is not None and months[0] == months[1]
    return name in _ADDRESSES and same_place(unquote(plain_url(one))) == same_place(unquote(plain_url(other)))


def _one_of(name: str, values: Sequence[str]) -> str:
    """What to do with several values of a field."""
    if not all(values):
        return "remove the empty one" if len(values) == 2 else "keep one that is not empty"
    if fix := _largest_of(name, values):
        return fix
    if name in _LISTS:
        return "merge them" if len(values) == 2 else "merge them into one"
    if name in _TEXTS:
        return "merge them, or keep one"
    if name not in _KEPT:
        return "keep the right one"
    other = "the other is right too, move it" if len(values) == 2 else "others are right too, move them"
    return f"keep one; if {other} to another field, such as note"


def _largest_of(name: str, values: Sequence[str]) -> str:
    """What to do if one value contains all the others; empty if none does."""
    if name in _LISTS:
        parts = [{part.strip().lower() for part in _BETWEEN.split(value)} for value in values]
        largest = next((n for n, each in enumerate(parts) if all(other <= each for other in parts)), None)
    elif name in _EXTENDED and min(map(len, values)) >= _FEWEST:
        largest = next((n for n, each in enumerate(values) if all(other in each for other in values)), None)
    else:
        return ""
    if largest is None:
        return ""
    which = ("first", "second", "third")[largest] if largest < 3 else f"{largest + 1}th"
    others = "the other" if len(values) == 2 else "the others"
    return f"keep the {which} one, because it contains {others}"


def _bare(number: str) -> str:
    """An ISBN or ISSN without the marks between its digits."""
    return "".join(filter(str.isalnum, number)).upper()
