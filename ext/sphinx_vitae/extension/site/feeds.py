"""The feeds of a site (``vitae_feeds``): kinds, names, titles, and the pages that link to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sphinx_vitae import bib, render
from sphinx_vitae.model import N_

from .addresses import SiteAddresses
from .domain import VitaeDomain

__all__ = ["FEED_KINDS", "feed_name", "feed_page", "feed_title", "feeds_on", "owner_name"]

#: Feed → the kinds of its entries.
FEED_KINDS: Final = {
    "publications": ("publication",),
    "talks": ("talk",),
    "awards": ("award",),
    "news": ("news",),
    "all": ("publication", "talk", "award", "news"),
}
#: Feed → its title, before the name of the owner.
_TITLES: Final = {
    "publications": N_("Publications"),
    "talks": N_("Talks"),
    "awards": N_("Awards"),
    "news": N_("News"),
}


def owner_name(domain: VitaeDomain) -> str:
    """The owner of the site, or all members of the group; if there is no owner, the name of the project."""
    names = [render.print_name(bib.parse_name(owner.name), "full") for owner in domain.settings.owners]
    return ", ".join(names) or str(domain.env.config.project)


def feed_name(name: str, form: str) -> str:
    """The path of a feed, relative to the root.

    :param form: ``atom`` or ``json``.
    """
    return f"feeds/{name}.{form}"


def feed_title(domain: VitaeDomain, name: str) -> str:
    """The title of a feed: its kind and the owner."""
    owner = owner_name(domain)
    words = domain.rendering.words
    return f"{words(_TITLES[name])}{words.colon}{owner}" if name in _TITLES else owner


def feed_page(domain: VitaeDomain, name: str) -> str:
    """The page with the entries of a feed: the page with the best list of their kind, or else the root."""
    kinds = FEED_KINDS[name]
    lists = [(place.rank, docname) for docname, place in domain.locations.lists if kinds == (place.kind,)]
    root: str = domain.env.config.root_doc
    return min(lists, key=lambda found: found[0])[1] if lists else root


def feeds_on(domain: VitaeDomain, addresses: SiteAddresses, docname: str) -> Iterator[str]:
    """The feeds that a page links to: all feeds on the home page and the root, and those of its kinds on
    other pages.
    """
    if not addresses.base:
        return
    home = docname in (addresses.home, domain.env.config.root_doc)
    kinds = {placement.kind for placement in domain.data["placed"].get(docname, ()) if placement.rank >= 0}
    for name in domain.settings.feeds:
        if home or not kinds.isdisjoint(FEED_KINDS[name]):
            yield name
