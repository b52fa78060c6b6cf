"""Transforms that turn groups into sections or rubrics, give entries their permanent ids, and repeat translated
texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from .domain_access import page_domain
from .nodes import (
    vitae_chart,
    vitae_group,
    vitae_group_title,
    vitae_item,
    vitae_listing,
    vitae_plain,
    vitae_publication,
    vitae_record,
)
from .only import conditions_of, hold

if TYPE_CHECKING:
    from typing import Any

__all__ = ["GroupTransform", "PlainIdTransform", "TranslatedTransform"]


class TranslatedTransform(SphinxTransform):
    """Adds what repeats a text of the page, after the catalogues of the site have translated the text."""

    default_priority: ClassVar[int] = 25  # after Sphinx's Locale

    def apply(self, **kwargs: Any) -> None:
        """Repeat the facts of items for builders without our visitors, and the captions of charts."""
        for item in self.document.findall(vitae_item):
            facts = [item[part] for part in ("organization", "location", "date") if item[part]]
            if facts:
                title = cast(nodes.Element, item[0])
                title += vitae_plain("", f", {', '.join(facts)}")
        for chart in self.document.findall(vitae_chart):
            caption = chart.previous_sibling()
            if isinstance(caption, nodes.rubric) and "vitae-caption" in caption["classes"]:
                chart["title"] = caption.astext()


class PlainIdTransform(SphinxTransform):
    """Gives the id without a number to the occurrence on the page, even if a print-only occurrence precedes
    it.
    """

    default_priority: ClassVar[int] = 213

    def apply(self, **kwargs: Any) -> None:
        """Swap ids if a print-only entry has taken the wrong one."""
        if next(self.document.findall(addnodes.only), None) is None:
            return
        tags = page_domain(self.env).tags
        hidden: dict[str, vitae_record] = {}
        for record in self.document.findall(vitae_record):
            if not record["ids"]:
                continue
            if not hold(conditions_of(record), tags):
                hidden.setdefault(record["key"], record)
            elif other := hidden.pop(record["key"], None):
                record["ids"], other["ids"] = other["ids"], record["ids"]
                for node in (record, other):
                    self.document.ids.update(dict.fromkeys(node["ids"], node))


class GroupTransform(SphinxTransform):
    """Turns groups into sections, or into rubrics.

    docutils and LaTeX do not allow sections in notes, list items and table cells.
    """

    default_priority: ClassVar[int] = 215  # before sections are collected

    def apply(self, **kwargs: Any) -> None:
        """Replace all groups and full entries on the page."""
        for listing in list(self.document.findall(vitae_listing)):
            sections = _may_have_sections(listing.parent)
            listing.replace_self([_heading(child, sections=sections) for child in listing.children])
        for work in list(self.document.findall(vitae_publication)):
            _title(work, sections=_may_have_sections(work.parent))


def _may_have_sections(parent: nodes.Element) -> bool:
    """Whether a node can contain sections. ``only`` counts as its parent, because it is removed later."""
    while isinstance(parent, addnodes.only):
        parent = parent.parent
    return isinstance(parent, (nodes.section, nodes.document))


def _title(work: vitae_publication, *, sections: bool) -> None:
    """Turn a full entry into a section, or into a rubric followed by its text."""
    if sections:
        work.replace_self(nodes.section("", *work.children))
    else:
        rubric = nodes.rubric("", "", *work[0].children)
        work.replace_self(nodes.container("", rubric, *work.children[1:]))  # the title gets the ids


def _heading(node: nodes.Node, *, sections: bool) -> nodes.Node:
    """A group and its subgroups as a section, or as a rubric followed by the entries."""
    if not isinstance(node, vitae_group):
        return node
    children = [_heading(child, sections=sections) for child in node.children]
    if sections:
        title = vitae_group_title(node["title"], node["title"], count=node["count"])
        return nodes.section("", title, *children, ids=node["ids"], classes=node["classes"])
    rubric = nodes.rubric(node["title"], node["title"], ids=node["ids"])
    return nodes.container("", rubric, *children, classes=node["classes"])
