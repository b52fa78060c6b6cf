"""The targets of citations, after all pages have been read.

The target is an upstream ``bibliography`` on the same page, or else the entry page or the canonical list, or
else an upstream bibliography on another page. In print, targets inside the document take precedence over
targets outside it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from .entries import labels

if TYPE_CHECKING:
    from sphinxcontrib.bibtex.domain import BibtexDomain, Citation

    from ..site.domain import VitaeDomain
    from ..site.placements import Placement

__all__ = ["LinkTarget", "LinkTargets"]


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """The target of a citation.

    :param key: the key of the record; as written if only an upstream bibliography contains it.
    :param label: the label, for styles that show one.
    :param citation: the citation in an upstream bibliography; ``order`` is its position among all citations.
    :param inside: whether the current document contains it.
    """

    key: str
    docname: str
    id: str
    label: str
    citation: Citation | None = None
    order: int = -1
    inside: bool = True


class LinkTargets:
    """The citation targets of a site.

    :param cite: the upstream domain, with its bibliographies.
    :param domain: our domain, with lists and pages.
    """

    def __init__(self, cite: BibtexDomain, domain: VitaeDomain) -> None:
        self._cite = cite
        self._domain = domain

    def find(
        self, written: str, key: str, docname: str, printed: Set[str] | None = None
    ) -> LinkTarget | None:
        """The target of a citation; ``None`` if it has none.

        :param written: the key as written in the role.
        :param key: the key of its record.
        :param printed: the pages in a printed document.
        """
        upstream = [_of_upstream(order, citation, printed) for order, citation in self._of_key(written)]
        here = [target for target in upstream if target.docname == docname]
        inside = [target for target in upstream if target.inside]
        if here or not self._domain.settings.cite:
            return _last(here or inside or upstream)
        ours = self._ours(key, printed)
        if ours and (ours.inside or not inside):
            return ours
        return _last(inside or upstream)

    def _ours(self, key: str, printed: Set[str] | None) -> LinkTarget | None:
        found = self._domain.placements.find(key, printed)
        place = found or self._domain.locations.site.canonical.get(key)
        if place is None:
            return None
        docname, placement = place
        label = self._number(docname, placement) or self._labels.get(key, key)
        return LinkTarget(key, docname, placement.id, label, inside=found is not None)

    def _number(self, docname: str, placement: Placement) -> str:
        """The number of the entry in the list; on an entry page, its canonical number."""
        elsewhere = placement.key in self._domain.data["numbered"].get(docname, ())
        if placement.number or not (elsewhere or placement.rank < 0):
            return placement.number
        return self._domain.locations.everywhere.number(placement.key)

    @property
    def _labels(self) -> dict[str, str]:
        """Key → label, for cited entries. The labels are stored, because generating them requires records."""
        data = self._domain.data
        style = self._cite.env.config.bibtex_default_style
        if data["labels"] is None or data["labels"][0] != style:
            keys = {key for cited in data["cited"].values() for key in cited.values()}
            entries = self._cite.bibdata.data.entries
            known = (
                entries.get(key) for key in sorted(keys & self._domain.locations.everywhere.canonical.keys())
            )
            data["labels"] = style, labels([entry for entry in known if entry], style)
        return cast("dict[str, str]", data["labels"][1])

    def _of_key(self, key: str) -> Sequence[tuple[int, Citation]]:
        """The targets for a key in upstream bibliographies, in order."""
        return self._upstream.get(key, ())

    @cached_property
    def _upstream(self) -> dict[str, list[tuple[int, Citation]]]:
        found: dict[str, list[tuple[int, Citation]]] = {}
        for order, citation in enumerate(self._cite.citations):
            if self._cite.bibliographies[citation.bibliography_key].list_ == "citation":
                found.setdefault(citation.key, []).append((order, citation))
        return found


def _last(targets: Sequence[LinkTarget]) -> LinkTarget | None:
    return targets[-1] if targets else None


def _of_upstream(order: int, citation: Citation, printed: Set[str] | None) -> LinkTarget:
    docname = citation.bibliography_key.docname
    label = citation.formatted_entry.label
    inside = printed is None or docname in printed
    return LinkTarget(citation.key, docname, citation.citation_id, label, citation, order, inside)
