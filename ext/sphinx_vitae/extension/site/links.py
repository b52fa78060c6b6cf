"""Links to entries on the site, in a printed document, and from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.nodes import make_refnode

from sphinx_vitae import render
from sphinx_vitae.model import Record

from ..doctree.nodes import vitae_page
from ..doctree.text_nodes import text_nodes
from .placements import Placements, pages_in_print

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.builders import Builder

__all__ = ["Links"]


@dataclass(frozen=True, slots=True)
class Links:
    """Creates links to entries.

    :param placements: the locations of entries in the current output; ``everywhere``: in all outputs;
        ``site``: on the pages of the site.
    :param address: page and id → the address on the published site; empty if unknown.
    """

    placements: Placements
    everywhere: Placements
    site: Placements
    address: Callable[[str, str], str]

    def resolve(
        self,
        builder: Builder,
        fromdocname: str,
        role: str,
        record: Record,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference:
        """The link for a role. If the record is not in this output, the link points to the site or to the
        work itself.
        """
        printed = pages_in_print(builder)
        if not node.get("refexplicit"):
            named = self._named(role, record, [fromdocname, *sorted(printed or ())])
            contnode = nodes.inline("", "", *named, classes=["xref", "vitae"])
        found = self.placements.find(record.key, printed)
        if found is None:
            return self.outside(record, contnode)
        docname, placement = found
        numbered = printed is not None and node.get("refexplicit") and placement.number
        if numbered:  # on paper, readers cannot follow a link whose text is not the title
            contnode = nodes.inline("", "", contnode, nodes.Text(f"\u00a0[{placement.number}]"))
        reference = make_refnode(builder, fromdocname, docname, placement.id, contnode, str(record.title))
        if printed is not None and not numbered:
            page = vitae_page(label=f"{docname}:{placement.id}")
            return cast(nodes.reference, nodes.inline("", "", reference, page))
        return reference

    def outside(self, record: Record, contnode: Element) -> nodes.reference:
        """A link to an entry that is not in the document. It goes to the site, or else to the work itself."""
        place = self.site.canonical.get(record.key)
        url = self.address(place[0], place[1].id) if place else ""
        url = url or (record.links[0].url if record.links else "")
        if not url:
            return cast(nodes.reference, contnode)
        return nodes.reference("", "", contnode, refuri=url, internal=False)

    def _named(self, role: str, record: Record, docnames: Sequence[str]) -> list[nodes.Node]:
        """The content of a role without its own text: the title, venue tag or number.

        :param docnames: the pages in the document.
        """
        if role == "pub-tag":
            return [nodes.Text(render.tag(record) or str(record.title))]
        if role == "pub-number":
            number = self.placements.number(record.key, docnames) or self.everywhere.number(record.key)
            return [nodes.Text(number or str(record.title))]
        return text_nodes(record.title)
