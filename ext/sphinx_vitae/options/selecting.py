"""The options that select and sort entries, which lists and the command line share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sphinx_vitae.model import PUBLICATION_GROUPS
from sphinx_vitae.select import ANY, FILTER_FORMS, ROLES, STATUSES, WHEN, YEAR_FORMS, Query

from . import parsers
from .option import LEAVE_OUT, Option
from .parsers import choice
from .selection_parsers import author, filter_, one_of

__all__ = ["SELECTING", "query_of"]

SELECTING: Final = (
    Option(
        "type",
        "words",
        "Entry types, publication groups, or words from the entry's own ``type`` field. ``-x`` excludes ``x``, in this and every other option that takes words.",
        parsers.type_,
        PUBLICATION_GROUPS,
        ("inproceedings", "keynote", LEAVE_OUT),
    ),
    Option("year", "years", "The year of the entry. For a range of dates, the first year counts.", parsers.years, (), (*YEAR_FORMS, LEAVE_OUT)),
    Option("keywords", "words", "Any of these keywords; ``a & b`` means both.", parsers.keywords, (), ("a", "a, b", "a & b", LEAVE_OUT)),
    Option(
        "author",
        "people",
        "Entries with any of these people, joined by ``and``, in any name field. People in ``vitae_owner`` or "
        "``vitae_people`` also match by alias and ORCID; other people match by name.",
        author,
        (),
        ("Huang, Guyue", "Huang, Guyue and Xie, Yuan", LEAVE_OUT),
    ),
    Option(
        "role",
        "words",
        "The role of the people in ``author``, or else of the owner; several words mean any of them. If the first author is "
        "marked ``equal``, all authors with that mark count as ``first``.",
        one_of(ROLES),
        ROLES,
        (LEAVE_OUT,),
    ),
    Option(
        "status",
        "words",
        "The publication status, from ``pubstate`` or from phrases in the note; works without a status are ``published``.",
        one_of(STATUSES),
        STATUSES,
        (LEAVE_OUT,),
    ),
    Option("selected", "flag", "Only entries with ``selected = {true}``.", parsers.flag),
    Option("when", "word", "Upcoming, current or past entries, relative to ``vitae_today``.", choice(*WHEN), WHEN),
    Option("bibfile", "file names", "Only entries from these files.", parsers.bibfile, (), ("references.bib", LEAVE_OUT)),
    Option(
        "filter",
        "expression",
        'In the filter language of sphinxcontrib-bibtex: ``year >= 2020 and not (type == "thesis" or "survey" in keywords)``. '
        "Names refer to fields; ``%`` searches for a regular expression. Numbers are compared by value, strings are compared without regard "
        'to case or accents. ``keywords`` and name fields are lists (``"Huang" in author``); a field that an entry '
        "lacks is empty. ``cited`` and ``docnames`` are not available. In MyST, the expression must not begin with a quotation "
        "mark: put it in parentheses.",
        filter_,
        (),
        FILTER_FORMS,
    ),
    Option("exclude", "keys", "All entries except these.", parsers.keys),
    Option("limit", "number", "At most this many entries.", parsers.count),
    Option(
        "sort",
        "fields",
        "The fields to sort by, with ``-`` before a field for descending order. Keys in the body keep their order unless this option is given. Entries that are equal in these fields keep the order of the file.",
        parsers.sort,
        (),
        ("year", "-year", "author, -date"),
        "-date",
    ),
)  # fmt: skip


def query_of(
    options: Mapping[str, Any],
    kinds: tuple[str, ...],
    keys: tuple[str, ...] = (),
    exclude: Iterable[str] = (),
) -> Query:
    """The query of parsed options.

    :param keys: only these records, in this order.
    :param exclude: the keys of the option ``exclude`` that exist.
    """
    years, not_years = options.get("year", ((), ()))
    keywords, not_keywords = options.get("keywords", ((), ()))
    return Query(
        kinds=kinds,
        keys=keys,
        exclude=tuple(exclude),
        type=options.get("type", ANY),
        years=years,
        not_years=not_years,
        keywords=keywords,
        not_keywords=not_keywords,
        author=options.get("author", ANY),
        role=options.get("role", ANY),
        status=options.get("status", ANY),
        selected=options.get("selected", False),
        when=options.get("when", ""),
        bibfiles=options.get("bibfile", ANY),
        filter=options.get("filter"),
    )
