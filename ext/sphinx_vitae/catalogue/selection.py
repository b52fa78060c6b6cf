"""The records that a query selects from a catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sphinx_vitae.select import QueryPeople, select

if TYPE_CHECKING:
    from sphinx_vitae.model import Record
    from sphinx_vitae.select import Query

    from .catalogue import Catalogue

__all__ = ["candidates", "selected"]


def candidates(catalogue: Catalogue, query: Query) -> Iterable[Record]:
    """The records to select from.

    If the query contains keys or files, these are all records; otherwise, only the owner's.
    """
    if query.keys:
        return catalogue.records.values()
    return catalogue.works if query.bibfiles.wanted else catalogue.owned


def selected(catalogue: Catalogue, query: Query, records: Iterable[Record]) -> list[Record]:
    """The records that match a query, unsorted."""
    return select(records, query, catalogue.settings.today, _cast(query, catalogue))


def _cast(query: Query, catalogue: Catalogue) -> QueryPeople:
    """The people that the names in a query refer to. A role is the author's, or else the owner's."""
    author = query.author
    wanted = catalogue.named(author.wanted) if author.wanted else None
    unwanted = catalogue.named(author.unwanted) if author.unwanted else None
    return QueryPeople(wanted, unwanted, wanted or catalogue.owners)
