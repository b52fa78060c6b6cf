"""Records by kind."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_vitae.model import Record

from ..addresses import Addresses
from ..known_profiles import STRANGERS, KnownPeople
from .nodes import Node, document
from .talks import event_node
from .works import work_node

__all__ = ["to_jsonld"]


def to_jsonld(
    record: Record,
    addresses: Addresses,
    people: KnownPeople = STRANGERS,
    *,
    awards: Sequence[str] = (),
    works: Sequence[tuple[str, str]] = (),
) -> Node:
    """A work, or a talk as an ``Event``; empty for other kinds, because schema.org has no types for them.

    :param awards: the names of the awards for a work.
    :param works: the title and address of each work that a talk presents.
    """
    if record.kind == "publication":
        return document(work_node(record, addresses, people, awards))
    if record.kind == "talk":
        return document(event_node(record, addresses, people, works))
    return {}
