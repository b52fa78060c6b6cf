"""Fingerprints of pages, computed after all pages have been read.

A page is rewritten if its fingerprint has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from sphinx_vitae.catalogue import digest_of, digest_of_strings
from sphinx_vitae.model import record_id

from ..citations.cite_domain import CiteDomain
from ..site.addresses import home_page

if TYPE_CHECKING:
    from ..site.domain import VitaeDomain

#: Used instead of a page name for content that appears on all pages.
EVERY_PAGE: Final = ""

__all__ = ["EVERY_PAGE", "fingerprints", "note_labels"]


def fingerprints(domain: VitaeDomain, everywhere: Sequence[object]) -> dict[str, str]:
    """For each page, a digest of everything that we show on that page.

    :param everywhere: what all pages show, besides the notice of examples.
    """
    templates = domain.rendering.templates_digest
    heads, home = _heads(domain), home_page(domain)
    citations = cast(CiteDomain, domain.env.domains["cite"])
    # The home page has metadata even if it has none of our content.
    alone = {EVERY_PAGE: digest_of(domain.bibliography.has_examples, everywhere), home: digest_of(heads)}
    return alone | {
        docname: digest_of(
            sorted(asked.values()),
            _targets(domain, docname),
            _numbers(domain, docname),
            list(citations.shown(docname)),
            [(document.name, document.title) for document in domain.build.offered(docname)],
            domain.build.cv.name if domain.build.cv else "",
            templates,
            _files(domain, docname),
            heads,
        )
        for docname, asked in domain.data["dependencies"].items()
    }


def _targets(domain: VitaeDomain, docname: str) -> list[tuple[str, str, str]]:
    """The targets of the links on a page."""
    keys = sorted(domain.data["linked"].get(docname, ()))
    # Relations prefer an occurrence on the same page; roles link to the canonical one.
    found = ((key, place) for key in keys for place in domain.locations.site.both(key, docname))
    targets = [(key, place[0], place[1].id) for key, place in found]
    placed = (placement.key for placement in domain.data["placed"].get(docname, ()))
    pages = ((key, domain.locations.site.page(key)) for key in placed)
    return targets + [
        (key, page[0], "") for key, page in pages if page
    ]  # titles in lists link to entry pages


def _files(domain: VitaeDomain, docname: str) -> list[object]:
    """The files that a page links to, and the locations of entries that its metadata links to."""
    lists = domain.locations.lists.on(docname)
    offered = [(place.files, domain.locations.lists.offers(docname, place)) for place in lists]
    keys = (key for place in lists for key in place.keys)
    found = ((key, domain.locations.site.canonical.get(key)) for key in keys)
    canonical = [(key, place[0], place[1].id) for key, place in found if place]
    works = [placement.key for placement in domain.data["placed"].get(docname, ()) if placement.rank < 0]
    collections = [place[0] for key in works if (place := domain.locations.lists.canonical(key))]
    return [offered, digest_of_strings(canonical), collections]


def _heads(domain: VitaeDomain) -> str:
    """A digest of the data on which the metadata of all pages depends."""
    settings = domain.settings
    people = (settings.owners, settings.people)
    return digest_of(
        settings.metadata, settings.coins, settings.feeds, settings.downloads, people, home_page(domain)
    )


def _numbers(domain: VitaeDomain, docname: str) -> list[tuple[str, str]]:
    """The numbers on a page that are taken from other lists."""
    keys = sorted(domain.data["numbered"].get(docname, ()))
    found = ((key, domain.locations.everywhere.numbered.get(key)) for key in keys)
    return [(key, placement.number) for key, placement in found if placement]


def note_labels(domain: VitaeDomain) -> None:
    """Register entries as plain labels, so that other sites can link to them without this extension.

    The site's own labels are kept.
    """
    standard = domain.env.domains.standard_domain
    anonymous, labels = standard.anonlabels, standard.labels
    found_docs = domain.env.found_docs
    ours: set[tuple[str, str]] = set()
    for docname, placement in domain.locations.site.canonical.values():
        label = record_id(placement.kind, placement.key)
        known, place = anonymous.get(label), (docname, placement.id)
        if known == place and labels.get(label) == (*place, placement.title):
            continue  # all labels, if no page was read
        ours = ours or {(page, p.id) for page, placed in domain.data["placed"].items() for p in placed}
        if known is None or known in ours or known[0] not in found_docs:
            anonymous[label] = place
            labels[label] = *place, placement.title
