"""Support for the ``linkcheck`` builder, which checks the external links of every entry once.

The builder collects reference nodes, but entries do not have any, because templates create their links.
During a link check, each entry therefore gets plain references to all addresses in its list form and in its
full form. They are added at the canonical occurrence of the entry, so that the builder reports that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vitae import render

from ..doctree.nodes import vitae_item, vitae_record, vitae_work
from ..doctree.text_nodes import PlainPage

if TYPE_CHECKING:
    from sphinx_vitae.model import Record

    from ..site.domain import VitaeDomain

__all__ = ["LinkTransform"]

_ADDRESS: Final = re.compile(r"""\bhref=(["'])(https?://.*?)\1""", re.IGNORECASE)

_WITH_LINKS: Final = (vitae_record, vitae_work, vitae_item)


class LinkTransform(SphinxPostTransform):
    """Adds reference nodes for the links that templates create."""

    builders = ("linkcheck",)
    default_priority: ClassVar[int] = 700  # before the builder collects them

    def run(self, **kwargs: Any) -> None:
        """Add the references to the canonical occurrences of entries on this page."""
        domain = cast("VitaeDomain", self.env.domains["vitae"])
        found = [node for node in self.document.findall(nodes.Element) if isinstance(node, _WITH_LINKS)]
        for node in found:
            for url in dict.fromkeys(_links_of(node, domain, self.env.docname)):
                node.append(nodes.reference("", "", nodes.Text(url), refuri=url, internal=False))


def _links_of(node: nodes.Element, domain: VitaeDomain, docname: str) -> Iterator[str]:
    if isinstance(node, vitae_item):
        if "://" in node["url"]:
            yield node["url"]
        return
    record = domain.catalogue.find(node["key"])
    place = domain.locations.site.canonical.get(node["key"])
    if record is None or (place and (place[0], place[1].id) != (docname, _id(node))):
        return
    yield from (link.url for link in record.links if link.url.startswith(("http://", "https://")))
    look = None if isinstance(node, vitae_work) else node.parent
    yield from (unescape(found[2]) for found in _ADDRESS.finditer(_printed(record, look, domain)))


def _id(node: nodes.Element) -> str:
    return str(node["target"] if isinstance(node, vitae_work) else next(iter(node["ids"]), ""))


def _printed(record: Record, parent: nodes.Element | None, domain: VitaeDomain) -> str:
    """The HTML of an entry, both in full and as its list shows it."""
    renderer = domain.rendering.renderer("html")
    page = PlainPage(domain.rendering.label)
    full = render.EntryOptions(layout="page", names=domain.settings.names, show=("keywords",))
    made = ""
    try:
        made = renderer.in_full(record, page, full, newer=None, older=None)
        if parent is not None:
            shown = render.EntryOptions(**parent["entry_options"])
            made += renderer.entry(record, page, shown, kind=parent["kind"])
    except Exception:  # a custom template can raise anything; other builders report it
        return made
    return made
