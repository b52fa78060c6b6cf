"""The locations of entries on the pages of a site, including the targets of links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx import addnodes

from sphinx_vitae.model import pickled_as_tuple

from ..doctree.nodes import vitae_occurrence, vitae_record, vitae_work
from ..doctree.only import conditions_of

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

__all__ = [
    "Placement",
    "Placements",
    "elements_in_print",
    "is_printed",
    "pages_in_print",
    "placements_in_print",
    "placements_of",
    "toctree_order",
]


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Placement:
    """An occurrence of an entry on a page.

    :param id: the id of the element.
    :param name: the name in searches and inventories.
    :param title: the text of its label.
    :param number: the number as shown; empty if the list does not number the entry itself.
    :param value: the number as an integer; 0 if there is none.
    :param rank: the rank as a link target: -1 for an entry page, 0 for a list with ``:canonical:``, 1 for a
        list of all works, and 2 for any other list.
    :param conditions: the expressions of all ``only`` directives around it. Some pages and documents may
        exclude it.
    """

    key: str
    kind: str
    id: str
    name: str
    title: str = ""
    number: str = ""
    value: int = 0
    rank: int = 2
    conditions: tuple[str, ...] = ()


def placements_of(document: nodes.document) -> Iterator[Placement]:
    """The entries on a page, after ids and numbers have been set."""
    found = map(_placement, document.findall(vitae_occurrence))
    return (placement for placement in found if placement)


def placements_in_print(document: nodes.document, docname: str) -> dict[str, list[Placement]]:
    """The entries in a printed document, by the pages that the document consists of.

    :param docname: the first page of the document.
    """
    found: dict[str, list[Placement]] = {}
    for page, node in elements_in_print(document, docname):
        if placement := _placement(node):
            found.setdefault(page, []).append(placement)
    return found


def elements_in_print(parent: nodes.Element, docname: str) -> Iterator[tuple[str, nodes.Element]]:
    """All elements below an element of this page, each with the page that it comes from.

    The tree is walked from the root downwards, because in an assembled document, the parents of elements are
    still those on the page.
    """
    for child in parent.children:
        if isinstance(child, nodes.Element):
            page = str(child["docname"]) if isinstance(child, addnodes.start_of_file) else docname
            yield page, child
            yield from elements_in_print(child, page)


def _placement(node: nodes.Element) -> Placement | None:
    if isinstance(node, vitae_work):
        place = (node["key"], node["kind"], node["target"], node["name"], node["title"])
        return Placement(*place, rank=-1, conditions=conditions_of(node))
    if isinstance(node, vitae_record) and node["ids"]:
        facts = node.attributes  # looked up directly, because a list can have thousands of entries
        place = (facts["key"], facts["kind"], facts["ids"][0], facts["name"], facts["title"])
        return Placement(*place, facts["number"], facts["value"], facts["rank"], conditions_of(node))
    return None


class Placements:
    """The occurrences of entries on a site, after all pages have been read, or in a printed document.

    :param placed: page → placements, in page order.
    :param order: the order of the pages; other pages follow by name.
    """

    def __init__(self, placed: Mapping[str, Sequence[Placement]], order: Iterable[str]) -> None:
        #: Page → key → the first occurrence with the best rank.
        self._on: dict[str, dict[str, Placement]] = {}
        for docname, placements in placed.items():
            here = self._on.setdefault(docname, {})
            for placement in placements:
                if placement.rank < here.setdefault(placement.key, placement).rank:
                    here[placement.key] = placement
        self._rank = {docname: n for n, docname in enumerate(order)}
        #: Key → link target: the first occurrence with the best rank.
        self.canonical: dict[str, tuple[str, Placement]] = {}
        #: The keys of entries that are in a list.
        self.listed: set[str] = set()
        #: Key → number: in the canonical list, or in the numbered list with the best rank.
        self.numbered: dict[str, Placement] = {}
        for docname in sorted(placed, key=self._order):
            for placement in placed[docname]:
                known = self.canonical.get(placement.key)
                if known is None or placement.rank < known[1].rank:
                    self.canonical[placement.key] = (docname, placement)
                if placement.rank >= 0:
                    self.listed.add(placement.key)
                if placement.number:
                    best = self.numbered.setdefault(placement.key, placement)
                    if placement.rank < best.rank:
                        self.numbered[placement.key] = placement

    def find(
        self, key: str, docnames: Set[str] | None = None, prefer: str = ""
    ) -> tuple[str, Placement] | None:
        """Find the page and placement of an entry.

        :param docnames: if given, restricts the search to these pages (those in a printed document).
        :param prefer: the page whose occurrence takes precedence.
        """
        if placement := self._on.get(prefer, {}).get(key):
            return prefer, placement
        found = self.canonical.get(key)
        if docnames is None or (found and found[0] in docnames):
            return found
        there = [(docname, place) for docname in docnames if (place := self._on.get(docname, {}).get(key))]
        return min(there, key=lambda found: (found[1].rank, *self._order(found[0])), default=None)

    def _order(self, docname: str) -> tuple[int, str]:
        return self._rank.get(docname, len(self._rank)), docname

    def both(self, key: str, docname: str) -> list[tuple[str, Placement]]:
        """The canonical occurrence of an entry, and the one on a page."""
        here = self._on.get(docname, {}).get(key)
        canonical = self.canonical.get(key)
        return [*([canonical] if canonical else []), *([(docname, here)] if here else [])]

    def page(self, key: str) -> tuple[str, Placement] | None:
        """The entry page of an entry."""
        found = self.canonical.get(key)
        return found if found and found[1].rank < 0 else None

    def number(self, key: str, docnames: Iterable[str] = ()) -> str:
        """The number of an entry in a list on these pages, or else its canonical number; empty if there is
        none.
        """
        for docname in docnames:
            here = self._on.get(docname, {}).get(key)
            if here and here.number:
                return here.number
        numbered = self.numbered.get(key)
        return numbered.number if numbered else ""


def toctree_order(env: BuildEnvironment) -> Iterator[str]:
    """The pages in the order of the toctrees, from the root."""
    seen: set[str] = set()
    waiting = [env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname not in seen:
            seen.add(docname)
            yield docname
            waiting.extend(reversed(env.toctree_includes.get(docname, [])))


def is_printed(builder: Builder) -> bool:
    """Whether a builder creates printed documents from several pages."""
    return builder.format == "latex" or builder.name == "cvpdf"


def pages_in_print(builder: Builder) -> Set[str] | None:
    """The pages in the current document; ``None`` if the builder creates a site."""
    return cast("Set[str]", builder.docnames) if is_printed(builder) else None  # type: ignore[attr-defined]
