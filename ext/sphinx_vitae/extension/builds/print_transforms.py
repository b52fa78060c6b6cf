"""Transforms for printed documents: conditions, canonical numbers, repeated talks, excluded content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import process_only_nodes

from sphinx_vitae.model import is_right_to_left, runs

from ..doctree.nodes import (
    vitae_bar,
    vitae_header,
    vitae_legend,
    vitae_list,
    vitae_occasions,
    vitae_occasions_title,
    vitae_photo,
    vitae_plain,
    vitae_record,
)
from ..site.canonical_numbers import number_as_elsewhere
from ..site.domain import VitaeDomain
from ..site.placements import Placements, elements_in_print, placements_in_print, toctree_order

__all__ = [
    "BracketTransform",
    "LegendTransform",
    "LooseTransform",
    "PhotoTransform",
    "RepeatedTalkTransform",
    "TagTransform",
]

#: Nodes whose text is not prose.
_VERBATIM: Final = (nodes.FixedTextElement, nodes.literal, nodes.math, nodes.raw, vitae_plain)
#: The layouts of works that print a legend after the names.
_EXPLAINING: Final = frozenset(("card", "feature", "reference", "tagged"))
_BRACKET: Final = re.compile(r"[()\[\]{}]")


class TagTransform(SphinxPostTransform):
    """Sets the tag of a document while it is being built, so that ``only`` can include or exclude content."""

    default_priority = 5  # before references are resolved, so that excluded references are skipped
    builders = ("latex", "cvpdf")

    def run(self, **kwargs: Any) -> None:
        """Take the next document that starts here, and resolve its ``only``, numbers and placements."""
        domain = cast(VitaeDomain, self.env.domains["vitae"])
        docname = self.env.docname
        if domain.document_queue.take(docname) and any(self.document.findall(addnodes.only)):
            before = _anchors(self.document, docname)
            process_only_nodes(self.document, domain.document_queue.tags)
            domain.document_queue.left_out = before - _anchors(self.document, docname)
        number_as_elsewhere(self.document, domain.locations.everywhere.numbered)
        domain.printed = Placements(placements_in_print(self.document, docname), toctree_order(self.env))


class LooseTransform(SphinxPostTransform):
    """Redirects references to excluded content to the site, or turns them into text if the site's address is
    unknown.
    """

    default_priority = 12  # after references are resolved
    builders = TagTransform.builders

    def run(self, **kwargs: Any) -> None:
        """Replace references to content that the current document excludes."""
        domain = cast(VitaeDomain, self.env.domains["vitae"])
        left_out = domain.document_queue.left_out
        if not left_out:
            return
        for page, node in list(elements_in_print(self.document, self.env.docname)):
            if not isinstance(node, nodes.reference):
                continue
            docname, _, id_ = node.get("refuri", "").removeprefix("%").partition("#")
            if node.get("refid"):
                docname, id_ = page, node["refid"]
            if (docname, id_) in left_out:
                address = domain.build.address(docname, id_)
                children = node.children
                node.replace_self(
                    nodes.reference("", "", *children, refuri=address, internal=False)
                    if address
                    else children
                )


class BracketTransform(SphinxPostTransform):
    """Isolates Latin text with brackets in the text of pages from right to left, as entries do it everywhere.

    Browsers and Typst find out which brackets belong to Latin text (UAX #9, rule N0), but babel does not.
    """

    default_priority = 700
    formats = ("latex",)

    def is_supported(self) -> bool:
        """Whether the document is from right to left."""
        return super().is_supported() and is_right_to_left(self.config.language or "")

    def run(self, **kwargs: Any) -> None:
        """Put such text into an ``inline`` with a role that our class defines."""
        for text in list(self.document.findall(nodes.Text)):
            if text.parent is None or isinstance(text.parent, _VERBATIM) or not _BRACKET.search(text):
                continue
            new: list[nodes.Node] = []
            for piece, turned in runs(str(text), from_right=True):
                isolated = turned and _BRACKET.search(piece)
                new.append(nodes.inline("", piece, classes=["vitaeltr"]) if isolated else nodes.Text(piece))
            text.parent.replace(text, new)


class PhotoTransform(SphinxPostTransform):
    """Removes photos that a document does not show, so that their files are neither copied nor reported as
    missing.
    """

    default_priority = 6  # when the current document is known
    builders = TagTransform.builders

    def run(self, **kwargs: Any) -> None:
        """Keep the photo in the header if the design of the document includes it, and remove all others."""
        document = cast(VitaeDomain, self.env.domains["vitae"]).document_queue.current
        shown = document is not None and document.design is not None and document.design.photo
        for photo in list(self.document.findall(vitae_photo)):
            if not (shown and isinstance(photo.parent, vitae_header)):
                photo.parent.remove(photo)


class LegendTransform(SphinxPostTransform):
    """Moves the legend of marks after names to the first work with each mark, because a printed list is long."""

    default_priority = 14
    builders = TagTransform.builders

    def run(self, **kwargs: Any) -> None:
        """Move each mark; those that no work explains stay above the list."""
        domain = cast(VitaeDomain, self.env.domains["vitae"])
        for legend in list(self.document.findall(vitae_legend)):
            left = dict(legend["marks"])
            for record in self._works_after(legend.parent):
                found = domain.catalogue.find(record["key"])
                marks = domain.rendering.legend([found]) if found and left else []
                if first := [(sign, left.pop(sign)) for sign, _ in marks if sign in left]:
                    record["legend"] = first
            legend["marks"] = list(left.items())
            if not left:
                legend.parent.remove(legend)

    def _works_after(self, bar: nodes.Element) -> Iterator[vitae_record]:
        """The works in the lists below a bar whose templates print the legend."""
        siblings = bar.parent.children
        for node in siblings[siblings.index(bar) + 1 :]:
            if isinstance(node, vitae_bar):
                return
            for list_ in node.findall(vitae_list):
                if list_["kind"] == "publication" and list_["entry_options"]["layout"] in _EXPLAINING:
                    yield from list_.findall(vitae_record)


class RepeatedTalkTransform(SphinxPostTransform):
    """Combines the entries for a talk that was given several times, unless the list has groups or numbers."""

    default_priority = 13
    builders = TagTransform.builders

    def run(self, **kwargs: Any) -> None:
        """Combine each talk with the previous talk that has the same title."""
        for list_ in self.document.findall(vitae_list):
            if list_["kind"] != "talk" or list_["grouped"] or list_["number"] != "none":
                continue
            given: dict[str, list[vitae_record]] = {}
            for record in list_.children:
                if isinstance(record, vitae_record):
                    given.setdefault(record["title"].casefold(), []).append(record)
            for records in given.values():
                if len(records) > 1:
                    _gather(records)


def _gather(records: list[vitae_record]) -> None:
    """Replace the first of these entries with all of them, as occasions."""
    list_ = cast(vitae_list, records[0].parent)
    title = vitae_occasions_title("", "", nodes.Text(records[0]["title"]), support_smartquotes=False)
    whole = vitae_occasions("", title, kind=list_["kind"], entry_options=list_["entry_options"])
    list_.replace(records[0], whole)
    for record in records[1:]:
        list_.remove(record)
    whole.extend(records)


def _anchors(document: nodes.document, docname: str) -> set[tuple[str, str]]:
    """The page and id of every possible target in a printed document."""
    return {(page, id_) for page, node in elements_in_print(document, docname) for id_ in node["ids"]}
