"""What stands above a list: the meaning of marks, links to groups, and what filters it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sphinx_vitae.select import Facet, facets

from .nodes import vitae_bar, vitae_group, vitae_legend

if TYPE_CHECKING:
    from sphinx_vitae.model import Record

    from .printing import Printing

__all__ = ["bar"]

#: A list that fits a screen needs no links to its groups.
_SCREEN: Final = 9


def bar(
    printing: Printing,
    kind: str,
    records: Sequence[Record],
    groups: Sequence[vitae_group],
    *,
    listing: str,
    filterable: bool,
) -> vitae_bar | None:
    """The bar above a list, if there is anything to stand in it.

    :param groups: the outermost ones.
    :param listing: a word that no other list of the page has.
    """
    jumps = [(group["ids"][0], group["title"]) for group in groups]
    found = [_facet(printing, facet) for facet in facets(records)] if filterable else []
    node = vitae_bar(
        kind=kind,
        listing=listing if filterable else "",
        jumps=jumps if len(jumps) > 1 and len(records) > _SCREEN else [],
        facets=found,
        total=len(records),
        counted=printing.words.counted(kind, len(records)),
    )
    # News, and an award that a work brings along, stand there without names.
    named = [record for record in records if record.written and kind != "news"]
    if marks := printing.legend(named):
        text = ", ".join(f"{sign} {meaning}" for sign, meaning in marks)
        node += vitae_legend(text, text, marks=marks, classes=["vitae-legend"])
    return node if node.children or node["jumps"] or filterable else None


def _facet(printing: Printing, facet: Facet) -> tuple[str, list[tuple[str, str, int]]]:
    words = printing.words
    choices = [(c.word, words.heading(facet.field, c.value), c.count) for c in facet.choices]
    return facet.field, choices
