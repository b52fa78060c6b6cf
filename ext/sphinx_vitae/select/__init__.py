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
from .query import WHEN, Query, Words, Years, parse_keywords, parse_words, parse_years, select, type_words

__all__ = [
    "GROUPINGS",
    "NUMBERINGS",
    "UNPUBLISHED",
    "WHEN",
    "Arrangement",
    "Group",
    "Item",
    "Query",
    "Sorting",
    "Words",
    "Years",
    "arrange",
    "items",
    "parse_keywords",
    "parse_sort",
    "parse_words",
    "parse_years",
    "select",
    "sort_fields",
    "type_words",
]
