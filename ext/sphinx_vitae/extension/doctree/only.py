"""The ``only`` directive: content for pages, for print, or for one printed document."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.directives.other import Only
from sphinx.util.tags import Tags

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.builders import Builder

__all__ = ["OnlyDirective", "conditions_of", "hold", "site_tags"]


class OnlyDirective(Only):
    """Sphinx's directive, except that in Markdown, too, it contains the sections that start in it.

    MyST moves sections out of the directive and into the document, where they would always be shown.
    """

    def run(self) -> list[Node]:
        """Create the node. In Markdown, the sections are moved back into it."""
        known = self._structure()
        here = known[-1] if known else self.state.document
        made = super().run()
        if not made:  # Sphinx has moved the node to where its sections belong
            return made
        only = cast(addnodes.only, made[0])
        new = {id(node) for node in self._structure()} - set(map(id, known))
        escaped = [node for node in self._structure() if id(node) in new and id(node.parent) not in new]
        labels = list(takewhile(lambda node: isinstance(node, nodes.target), reversed(only.children)))
        for parent, group in groupby(escaped, lambda node: node.parent):
            sections = list(group)
            holder = only
            if parent is not here:
                holder = addnodes.only(expr=only["expr"])
                holder.document = self.state.document
                self.set_source_info(holder)
                parent.insert(parent.index(sections[0]), holder)
            for node in [*reversed(labels), *sections]:  # labels belong to the section that follows
                node.parent.remove(node)
                holder += node
            labels = []
        return made

    def _structure(self) -> list[nodes.Element]:
        """All sections and conditions so far, in order. The last one is still open."""
        found = self.state.document.findall(lambda node: isinstance(node, (nodes.section, addnodes.only)))
        return cast("list[nodes.Element]", list(found))


def conditions_of(node: nodes.Node) -> tuple[str, ...]:
    """The expressions of all ``only`` nodes that contain a node."""
    found = []
    while node := node.parent:
        if isinstance(node, addnodes.only):
            found.append(str(node["expr"]))
    return tuple(found)


def hold(conditions: Iterable[str], tags: Tags) -> bool:
    """Whether all expressions are true. As in Sphinx, which reports them, invalid expressions are true."""
    return all(_holds(condition, tags) for condition in conditions)


def _holds(condition: str, tags: Tags) -> bool:
    try:
        return bool(tags.eval_condition(condition))
    except Exception:  # Sphinx's expression parser can raise anything
        return True


def site_tags(builder: Builder, printed: Iterable[str]) -> Tags:
    """The tags for the pages that are the targets of links in this builder's output.

    :param printed: the tags of printed documents, whose links go to pages on the site.
    """
    tags = builder.tags
    if builder.format != "latex" and builder.name != "cvpdf":
        return tags
    own = {*printed, builder.format, builder.name, f"format_{builder.format}", f"builder_{builder.name}"}
    return Tags({*(set(tags) - own), "html", "format_html", "builder_html"})
