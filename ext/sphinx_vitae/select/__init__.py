"""Which records a list shows, and in what order. Pure functions on records."""

from .arrange import (
    GROUPINGS,
    NUMBERINGS,
    UNPUBLISHED,
    Arrangement,
    Group,
    Item,
    Sorting,
    arrange,
    items,
    parse_sort,
    sort_fields,
)
from .facets import FACETS, Choice, Facet, facets, facets_of
from .query import WHEN, Query, Words, Years, parse_keywords, parse_words, parse_years, select, type_words

__all__ = [
    "FACETS",
    "GROUPINGS",
    "NUMBERINGS",
    "UNPUBLISHED",
    "WHEN",
    "Arrangement",
    "Choice",
    "Facet",
    "Group",
    "Item",
    "Query",
    "Sorting",
    "Words",
    "Years",
    "arrange",
    "facets",
    "facets_of",
    "items",
    "parse_keywords",
    "parse_sort",
    "parse_words",
    "parse_years",
    "select",
    "sort_fields",
    "type_words",
]
