"""Groups become sections where sections may stand, and rubrics elsewhere; entries get the ids that they keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from .domain_access import page_domain
from .nodes import vitae_group, vitae_group_title, vitae_listing, vitae_publication, vitae_record
from .only import conditions_of, hold

if TYPE_CHECKING:
    from typing import Any

__all__ = ["GroupTransform", "PlainIdTransform"]


class PlainIdTransform(SphinxTransform):
    """An entry on the page has the id without a number, though it may come again before, in print alone."""

    default_priority: ClassVar[int] = 213

    def apply(self, **kwargs: Any) -> None:
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
    """In a note, a list item or a table cell a section would be an error in docutils, and in LaTeX."""

    default_priority: ClassVar[int] = 215  # before anything looks for sections

    def apply(self, **kwargs: Any) -> None:
        for listing in list(self.document.findall(vitae_listing)):
            sections = _may_have_sections(listing.parent)
            listing.replace_self([_heading(child, sections=sections) for child in listing.children])
        for work in list(self.document.findall(vitae_publication)):
            _title(work, sections=_may_have_sections(work.parent))


def _may_have_sections(parent: nodes.Element) -> bool:
    """``only`` goes when its children stay."""
    while isinstance(parent, addnodes.only):
        parent = parent.parent
    return isinstance(parent, (nodes.section, nodes.document))


def _title(work: vitae_publication, *, sections: bool) -> None:
    """An entry in full, as a section of its own or as a rubric with its text."""
    if sections:
        work.replace_self(nodes.section("", *work.children))
    else:
        rubric = nodes.rubric("", "", *work[0].children)
        work.replace_self(nodes.container("", rubric, *work.children[1:]))  # it gets the ids


def _heading(node: nodes.Node, *, sections: bool) -> nodes.Node:
    """A group, and the groups in it, as a section or as a rubric with its entries."""
    if not isinstance(node, vitae_group):
        return node
    children = [_heading(child, sections=sections) for child in node.children]
    if sections:
        title = vitae_group_title(node["title"], node["title"], count=node["count"])
        return nodes.section("", title, *children, ids=node["ids"], classes=node["classes"])
    rubric = nodes.rubric(node["title"], node["title"], ids=node["ids"])
    return nodes.container("", rubric, *children, classes=node["classes"])
