"""Facets, which readers use to filter a list on the page. All functions are pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.model import PUBLICATION_GROUPS, Record, fold

from .arrangement import value_of

__all__ = ["FACETS", "Choice", "Facet", "facets", "facets_of"]

_OTHER: Final = re.compile(r"\W+")
#: The facets, in the order in which they are displayed.
FACETS: Final = ("type", "year", "venue", "keyword")


@dataclass(frozen=True, slots=True)
class Choice:
    """A facet value: ``word`` is used in URLs and attributes, ``value`` is from `value_of`, and ``count`` is
    the number of entries.
    """

    word: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices for one field."""

    field: str
    choices: tuple[Choice, ...]


def facets_of(record: Record) -> dict[str, tuple[str, ...]]:
    """A record's words for each facet."""
    values = {field: _values(record, field) for field in FACETS}
    return {field: tuple(_word(value) for value in found) for field, found in values.items() if found}


def facets(records: Sequence[Record]) -> tuple[Facet, ...]:
    """The facets in which these records differ. Years start with the newest; types have a fixed order."""
    found = []
    for field in FACETS:
        counts = Counter(value for record in records for value in _values(record, field))
        words = {_word(value): value for value in counts}
        if len(words) > 1:
            numbers: Counter[str] = Counter()
            for value, count in counts.items():
                numbers[_word(value)] += count
            ordered = sorted(words, key=lambda word: _rank(field, words[word]))
            found.append(Facet(field, tuple(Choice(word, words[word], numbers[word]) for word in ordered)))
    return tuple(found)


def _values(record: Record, field: str) -> tuple[str, ...]:
    values: Iterable[str] = record.keywords if field == "keyword" else (value_of(record, field),)
    return tuple(dict.fromkeys(value for value in values if value))


def _word(value: str) -> str:
    """A value as a single word. Values that differ only in case, accents or punctuation are the same choice."""
    return _OTHER.sub("-", fold(value)).strip("-") or value.replace(" ", "-")


def _rank(field: str, value: str) -> tuple[int, str]:
    if field == "year":
        return (-int(value), "")
    if field == "type" and value in PUBLICATION_GROUPS:
        return (PUBLICATION_GROUPS.index(value), "")
    return (len(PUBLICATION_GROUPS), value.casefold())
