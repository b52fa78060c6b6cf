"""Which records a list shows, and in what order. Pure functions on records."""

from .arrange import (
    GROUPINGS,
    UNPUBLISHED,
    Arrangement,
    Group,
    Item,
    Sorting,
    arrange,
    group_values,
    items,
    parse_sort,
    sort_fields,
)
from .counts import COUNTED, YEARS, Counts, count
from .facets import FACETS, Choice, Facet, facets, facets_of
from .filtering import FILTER_FORMS, Filter, FilterError, parse_filter
from .query import STATUSES, WHEN, YEAR_FORMS, Query, Years, parse_keywords, parse_years, select, type_words
from .roles import ROLES, Cast, parse_people
from .words import ANY, Words, parse_words

__all__ = [
    "ANY",
    "COUNTED",
    "FACETS",
    "FILTER_FORMS",
    "GROUPINGS",
    "ROLES",
    "STATUSES",
    "UNPUBLISHED",
    "WHEN",
    "YEARS",
    "YEAR_FORMS",
    "Arrangement",
    "Cast",
    "Choice",
    "Counts",
    "Facet",
    "Filter",
    "FilterError",
    "Group",
    "Item",
    "Query",
    "Sorting",
    "Words",
    "Years",
    "arrange",
    "count",
    "facets",
    "facets_of",
    "group_values",
    "items",
    "parse_filter",
    "parse_keywords",
    "parse_people",
    "parse_sort",
    "parse_words",
    "parse_years",
    "select",
    "sort_fields",
    "type_words",
]
