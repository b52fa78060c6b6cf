"""Where the entries, lists and headers of a site are, after all pages have been read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from sphinx.util.tags import Tags

from sphinx_vitae.model import Profile, Settings

from ..doctree.only import hold
from ..settings.contacts import owner_of
from .lists import ListPlace, Lists
from .placements import Placement, Placements

__all__ = ["Locations"]


class Locations:
    """The locations on all pages, computed on first use.

    :param placed: page → the entries on it; ``lists``: page → the lists on it; ``headers``: page → the names in
        its headers.
    :param order: the pages in the order of the toctrees; other pages follow by name.
    :param tags: the tags for the pages of the site.
    """

    def __init__(
        self,
        placed: Mapping[str, Sequence[Placement]],
        lists: Mapping[str, Sequence[ListPlace]],
        headers: Mapping[str, Sequence[str]],
        order: Sequence[str],
        settings: Settings,
        tags: Tags,
    ) -> None:
        self._placed, self._lists, self._headers = placed, lists, headers
        self._order, self._settings, self._tags = order, settings, tags

    @cached_property
    def everywhere(self) -> Placements:
        """The locations of entries, including those that are only in printed documents."""
        return Placements(self._placed, self._order)

    @cached_property
    def site(self) -> Placements:
        """The locations of entries on the pages of the site."""
        placed = self._placed
        if not any(placement.conditions for placements in placed.values() for placement in placements):
            return self.everywhere
        seen = {
            docname: [placement for placement in placements if self._holds(placement.conditions)]
            for docname, placements in placed.items()
        }
        return Placements(seen, self._order)

    @cached_property
    def lists(self) -> Lists:
        """The lists on the pages of the site."""
        return Lists(self._lists, self._order, self._holds)

    @cached_property
    def headers(self) -> dict[str, list[Profile]]:
        """The pages with headers, in page order, and the people in these headers."""
        order = {docname: n for n, docname in enumerate(self._order)}
        pages = sorted(self._headers, key=lambda docname: (order.get(docname, len(order)), docname))
        people = {page: [owner_of(self._settings, name) for name in self._headers[page]] for page in pages}
        return {page: [person for person in persons if person] for page, persons in people.items()}

    def _holds(self, conditions: tuple[str, ...]) -> bool:
        """Whether the pages of the site contain what is under these conditions."""
        return hold(conditions, self._tags)
