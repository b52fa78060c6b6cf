"""Which records a list shows, and in what order: pure functions on records."""

from typing import TYPE_CHECKING

from sphinx_vitae.model.late_names import late_names

if TYPE_CHECKING:
    from .arrangement import (
        GROUPINGS,
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
    from .counts import COUNTED, VALUE_ORDERS, YEARS, Counts, count
    from .facet_values import FACETS, Choice, Facet, facets, facets_of
    from .filters.parser import FILTER_FORMS, Filter, FilterError, parse_filter
    from .query import WHEN, YEAR_FORMS, Query, Years, parse_keywords, parse_years, select, type_words
    from .roles import ROLES, QueryPeople, parse_people
    from .statuses import STATUSES, UNPUBLISHED
    from .terms import ANY, Terms, parse_terms
else:
    __getattr__ = late_names(
        __name__,
        {
            "arrangement": "GROUPINGS Arrangement Group Item Sorting arrange group_values items parse_sort sort_fields",
            "counts": "COUNTED VALUE_ORDERS YEARS Counts count",
            "facet_values": "FACETS Choice Facet facets facets_of",
            "filters.parser": "FILTER_FORMS Filter FilterError parse_filter",
            "query": "WHEN YEAR_FORMS Query Years parse_keywords parse_years select type_words",
            "roles": "ROLES QueryPeople parse_people",
            "statuses": "STATUSES UNPUBLISHED",
            "terms": "ANY Terms parse_terms",
        },
    )

__all__ = [
    "ANY",
    "COUNTED",
    "FACETS",
    "FILTER_FORMS",
    "GROUPINGS",
    "ROLES",
    "STATUSES",
    "UNPUBLISHED",
    "VALUE_ORDERS",
    "WHEN",
    "YEARS",
    "YEAR_FORMS",
    "Arrangement",
    "Choice",
    "Counts",
    "Facet",
    "Filter",
    "FilterError",
    "Group",
    "Item",
    "Query",
    "QueryPeople",
    "Sorting",
    "Terms",
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
    "parse_terms",
    "parse_years",
    "select",
    "sort_fields",
    "type_words",
]
