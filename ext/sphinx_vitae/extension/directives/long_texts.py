"""The long texts of an entry in full, its abstract and its BibTeX, which are put into a page when it is written.

Sphinx keeps the pages that it has read in memory until it writes them. These texts are most of the page of an entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vitae import export

from ..doctree.nodes import vitae_work
from ..doctree.text_nodes import text_nodes

if TYPE_CHECKING:
    from docutils.nodes import Node

    from sphinx_vitae.model import Record

    from ..site.domain import VitaeDomain

__all__ = ["LongTextTransform", "can_wait", "long_texts"]


def can_wait(record: Record) -> bool:
    """Whether nothing needs the long texts of an entry before its page is written.

    Sphinx must know of formulas when it reads a page, because only pages with formulas load MathJax.
    """
    return not any(record.text("abstract").spans("math"))


def long_texts(record: Record) -> Iterator[Node]:
    """The long texts as plain nodes, for searches and for simple builders."""
    if record.kind == "publication" and (abstract := record.text("abstract")):
        yield nodes.paragraph("", "", *text_nodes(abstract), support_smartquotes=False)
    if record.kind == "publication" and record.written:
        source = export.to_bibtex(record)
        yield nodes.literal_block(source, source, language="none", classes=["no-search"])


class LongTextTransform(SphinxPostTransform):
    """Puts the long texts into a page that is about to be written."""

    default_priority: ClassVar[int] = 1  # before any transform that looks at them

    def run(self, **kwargs: Any) -> None:
        """Complete the entries in full on this page."""
        domain = cast("VitaeDomain", self.env.domains["vitae"])
        for work in list(self.document.findall(vitae_work)):
            record = domain.catalogue.find(work["key"]) if work["shortened"] else None
            if record is not None:
                work["shortened"] = False
                work.extend(long_texts(record))
