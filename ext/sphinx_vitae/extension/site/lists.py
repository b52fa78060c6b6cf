"""The lists and headers on the pages of a site, and the lists that offer download files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes

from sphinx_vitae.model import pickled_as_tuple

from ..doctree.nodes import vitae_downloads, vitae_header, vitae_letter
from ..doctree.only import conditions_of
from .dependencies import Dependency, OwnerDependency

__all__ = ["ListPlace", "Lists", "headers_of", "lists_of"]


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class ListPlace:
    """A list of publications or talks on a page.

    :param files: the name of the list among the files of its page.
    :param keys: its entries, in order.
    :param rank: as in `sphinx_vitae.extension.site.placements.Placement`.
    :param offered: whether it offers files; ``None`` for only if it is canonical.
    :param fetched: whether the page links to its BibTeX file instead of containing the BibTeX of each entry.
    :param conditions: the conditions of every ``only`` around it.
    """

    files: str
    kind: str
    keys: tuple[str, ...]
    rank: int
    offered: bool | None
    fetched: bool
    conditions: tuple[str, ...] = ()


def lists_of(document: nodes.document) -> Iterator[ListPlace]:
    """The lists of publications and talks on a page."""
    for node in document.findall(vitae_downloads):
        facts = (node["rank"], node["offered"], node["fetched"], conditions_of(node))
        yield ListPlace(node["files"], node["kind"], tuple(node["keys"]), *facts)


def headers_of(document: nodes.document, dependencies: Iterable[Dependency]) -> list[str]:
    """The names in the headers on a page, except in letters. An empty name means the first owner.

    :param dependencies: those of the page. Only a page that depends on a person is searched.
    """
    if not any(isinstance(dependency, OwnerDependency) for dependency in dependencies):
        return []
    found = document.findall(vitae_header)
    return [node["owner"] for node in found if not isinstance(node.parent, vitae_letter)]


class Lists:
    """The lists on a site, after all pages have been read.

    :param found: page → its lists, in page order.
    :param order: the order of the pages; other pages follow by name.
    :param shown: whether pages show a list with these conditions.
    """

    def __init__(
        self,
        found: Mapping[str, Sequence[ListPlace]],
        order: Iterable[str],
        shown: Callable[[tuple[str, ...]], bool],
    ) -> None:
        rank = {docname: n for n, docname in enumerate(order)}
        self._on = {
            docname: tuple(place for place in found[docname] if shown(place.conditions))
            for docname in sorted(found, key=lambda name: (rank.get(name, len(rank)), name))
        }
        #: Key → the canonical list of the entry: the first with the best rank.
        self._canonical: dict[str, tuple[str, ListPlace]] = {}
        for docname, place in self:
            for key in place.keys:
                if key not in self._canonical or place.rank < self._canonical[key][1].rank:
                    self._canonical[key] = (docname, place)
        self._leading = {(docname, place.files) for docname, place in self._canonical.values()}

    def __iter__(self) -> Iterator[tuple[str, ListPlace]]:
        """All lists with their pages, in page order."""
        return ((docname, place) for docname, places in self._on.items() for place in places)

    def on(self, docname: str) -> tuple[ListPlace, ...]:
        """The lists on a page."""
        return self._on.get(docname, ())

    def canonical(self, key: str) -> tuple[str, ListPlace] | None:
        """The page and the canonical list of an entry."""
        return self._canonical.get(key)

    def offers(self, docname: str, place: ListPlace) -> bool:
        """Whether a list links to files with its works."""
        if place.offered is None:
            return place.kind == "publication" and (docname, place.files) in self._leading
        return place.offered
