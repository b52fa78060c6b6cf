"""Calendars: all talks, and each talk that has a day (``vitae_feeds``)."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_vitae.export import Addresses, to_ics
from sphinx_vitae.model import Record

from ..site.addresses import CALENDAR, SiteAddresses
from ..site.domain import VitaeDomain
from ..site.feeds import feed_title, owner_name
from .output_files import OutputFile

__all__ = ["calendar_files"]


def calendar_files(domain: VitaeDomain, addresses: SiteAddresses) -> Iterator[OutputFile]:
    """The calendar of all talks, and one for each."""
    if "talks" not in domain.settings.feeds:
        return
    talks = domain.catalogue.listable("talk")
    site = addresses.base or owner_name(domain)

    def calendar(name: str, listed: tuple[Record, ...], title: str = "") -> OutputFile:
        return OutputFile(name, "", lambda: to_ics(listed, where, name=title, site=site))

    def where(talk: Record) -> Addresses:
        return addresses.in_full(talk)

    own = {name: talk for talk in talks if (name := addresses.calendar(talk))}
    if own:  # a calendar without events is not valid
        yield calendar(CALENDAR, talks, feed_title(domain, "talks"))
    for name, talk in own.items():
        yield calendar(name, (talk,))
