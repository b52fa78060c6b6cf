"""The bar above a list: the legend of marks, links to groups, and filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sphinx_vitae.select import Facet, facets

from ..doctree.nodes import vitae_bar, vitae_group, vitae_legend

if TYPE_CHECKING:
    from sphinx_vitae.model import Record

    from ..site.rendering import Rendering

__all__ = ["bar"]

#: A list up to this length fits on one screen, so it does not need links to its groups.
_SCREEN: Final = 9
#: Layouts that show names without marks.
_FEW_NAMES: Final = frozenset({"compact"})


def bar(
    rendering: Rendering,
    kind: str,
    records: Sequence[Record],
    groups: Sequence[vitae_group],
    *,
    listing: str,
    layout: str,
    filterable: bool,
) -> vitae_bar | None:
    """The bar above a list; ``None`` if it would be empty.

    :param groups: the outermost groups.
    :param listing: an id that no other list on the page has.
    """
    jumps = [(group["ids"][0], group["title"]) for group in groups]
    found = [_facet(rendering, facet) for facet in facets(records)] if filterable else []
    node = vitae_bar(
        kind=kind,
        listing=listing if filterable else "",
        jumps=jumps if len(jumps) > 1 and len(records) > _SCREEN else [],
        facets=found,
        total=len(records),
        counted=rendering.words.counted(kind, len(records)),
    )
    if marks := rendering.legend(_with_names(kind, records) if layout not in _FEW_NAMES else ()):
        comma = rendering.words.comma
        text = comma.join(f"{sign} {meaning}" for sign, meaning in marks)
        node += vitae_legend(text, text, marks=marks, comma=comma, classes=["vitae-legend"])
    return node if node.children or node["jumps"] or filterable else None


def _with_names(kind: str, records: Sequence[Record]) -> list[Record]:
    """The records whose names are shown: all except announced works, and awards from a work's own entry."""
    if kind == "news":
        return []
    return [record for record in records if record.kind != "award" or record.written]


def _facet(rendering: Rendering, facet: Facet) -> tuple[str, list[tuple[str, str, int]]]:
    words = rendering.words
    choices = [(c.word, words.heading(facet.field, c.value), c.count) for c in facet.choices]
    return facet.field, choices
