"""Feeds (``vitae_feeds``): Atom and JSON Feed of publications, talks, awards and news."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markupsafe import escape

from sphinx_vitae.catalogue import announced
from sphinx_vitae.export import (
    Feed,
    FeedEntry,
    entry_id,
    newest,
    to_atom,
    to_json_feed,
    unicode_text,
    updated_at,
)
from sphinx_vitae.model import Inline, Record, Text
from sphinx_vitae.render import EntryOptions

from ..site.addresses import SiteAddresses
from ..site.domain import VitaeDomain
from ..site.feeds import FEED_KINDS, feed_name, feed_page, feed_title, owner_name
from ..writers.guarding import guarded
from .output_files import OutputFile

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["feed_files"]

_OPTIONS: Final = EntryOptions(layout="page")


class _Anywhere:
    """The render context for an entry of a feed, which is read anywhere: all addresses are absolute."""

    def __init__(self, domain: VitaeDomain, addresses: SiteAddresses, key: str) -> None:
        self._addresses = addresses
        self._page = addresses.page_with(key)
        self.label = domain.rendering.label

    def address(self, key: str) -> str:
        """The absolute address of an entry."""
        uri = self._addresses.entry(key)
        return self._addresses.absolute(uri) if uri else ""

    def page(self, key: str) -> str:
        """Empty: the feed has the address of each entry itself."""
        return ""

    def math(self, source: str) -> str:
        """The source: programs that read feeds typeset no formulas."""
        return str(escape(source))

    def file(self, name: str) -> str:
        """The absolute address of a file beside the page of the entry."""
        return self._addresses.absolute(self._addresses.beside(self._page, name)) if self._page else ""

    def number(self, key: str) -> str:
        """Empty: entries in feeds have no numbers."""
        return ""

    def download(self, key: str, form: str, files: str = "") -> str:
        """Empty: the page of the entry offers its files."""
        return ""

    def picture(self, name: str, path: Path) -> str:
        """Empty: feeds have no pictures."""
        return ""


def feed_files(app: Sphinx, domain: VitaeDomain, addresses: SiteAddresses) -> Iterator[OutputFile]:
    """The feeds of the site; none if the address of the site is not known."""
    for name, length in domain.settings.feeds.items() if addresses.base else ():
        feed = _feed(app, domain, addresses, name, length)
        if feed is not None:
            made = {"atom": to_atom(feed), "json": to_json_feed(feed)}
            for form, text in made.items():
                yield OutputFile(feed_name(name, form), "", lambda text=text: text)  # type: ignore[misc]


def _feed(app: Sphinx, domain: VitaeDomain, addresses: SiteAddresses, name: str, length: int) -> Feed | None:
    """A feed; ``None`` if the template of its entries failed."""
    records = {
        entry_id(addresses.base, record): record
        for kind in FEED_KINDS[name]
        for record in domain.catalogue.listable(kind)
        if announced(record)
    }
    entries = newest((_entry(domain, addresses, id_, record) for id_, record in records.items()), length)
    bodies = [_body(app, domain, addresses, records[entry.id]) for entry in entries]
    if None in bodies:
        return None
    return Feed(
        title=feed_title(domain, name),
        url=addresses.absolute(addresses.uri(feed_page(domain, name))),
        atom=addresses.absolute(feed_name(name, "atom")),
        json=addresses.absolute(feed_name(name, "json")),
        author=owner_name(domain),
        language=app.config.language or "",
        entries=tuple(
            dataclasses.replace(entry, html=body or "") for entry, body in zip(entries, bodies, strict=True)
        ),
    )


def _entry(domain: VitaeDomain, addresses: SiteAddresses, id_: str, record: Record) -> FeedEntry:
    url = addresses.entry(record.key)
    people = record.people("author", "editor").persons if record.kind in ("publication", "talk") else ()
    return FeedEntry(
        id=id_,
        title=unicode_text(Text(tuple(_cited(domain, part) for part in record.title.parts))),
        url=addresses.absolute(url) if url else addresses.base,
        updated=updated_at(record.date),
        authors=tuple(map(str, people)),
    )


def _cited(domain: VitaeDomain, part: Inline) -> Inline:
    """A part of a title, with the label of a citation instead of its key."""
    return part if isinstance(part, str) or part.kind != "cite" else domain.rendering.label(part.target)


def _body(app: Sphinx, domain: VitaeDomain, addresses: SiteAddresses, record: Record) -> str | None:
    page = _Anywhere(domain, addresses, record.key)
    renderer = domain.rendering.renderer("html")
    return guarded(
        app,
        "entries in feeds",
        lambda: renderer.template("feed-entry", record=record, page=page, options=_OPTIONS),
        record.key,
    )
