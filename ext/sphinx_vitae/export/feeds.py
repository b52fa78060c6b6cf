"""Atom (RFC 4287) and JSON Feed 1.1 feeds from the same entries.

A feed is deterministic: it contains the dates of its entries, but not the time of the build. An id consists
of the site, the kind and the key of an entry, so that it stays the same if the title or page of the entry
changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from xml.etree import ElementTree as ET

from sphinx_vitae.model import PartialDate, Record, record_id

from .facts import first_moment, legal, line_of
from .scripts import to_json

__all__ = ["Feed", "FeedEntry", "entry_id", "newest", "to_atom", "to_json_feed", "updated_at"]

_ATOM: Final = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """An entry in a feed.

    :param id: from `entry_id`.
    :param url: the absolute address of the entry.
    :param updated: from `updated_at`.
    :param authors: names in reading order.
    :param html: the complete entry, with absolute addresses.
    :param summary: plain text.
    """

    id: str
    title: str
    url: str
    updated: str
    authors: tuple[str, ...] = ()
    html: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed. All addresses are absolute.

    :param id: the id; by default, the address of the Atom feed.
    :param url: the address of the page with the same entries.
    :param atom: the address of the Atom feed.
    :param json: the address of the JSON Feed.
    :param author: the owner, or the site.
    """

    title: str
    url: str
    atom: str = ""
    json: str = ""
    author: str = ""
    language: str = ""
    icon: str = ""
    entries: tuple[FeedEntry, ...] = ()

    @property
    def updated(self) -> str:
        """The time of the newest entry; the epoch for an empty feed, because a time is required."""
        return max((entry.updated for entry in self.entries), default="1970-01-01T00:00:00Z")


def entry_id(home: str, record: Record) -> str:
    """The id of a record in feeds and calendars, which consists of the site's address, the kind and the key.

    :param home: the absolute address of the site.
    """
    return f"{home}#{record_id(record.kind, record.key)}"


def updated_at(date: PartialDate | None) -> str:
    """The first instant of a date, in RFC 3339 format; empty if there is no valid date.

    A date without a month or day means its first day, and an interval means its start.
    """
    moment = first_moment(date)
    if not moment or not 0 < moment.year <= 9999:
        return ""
    year, month, day = moment.key
    return f"{year:04d}-{month or 1:02d}-{day or 1:02d}T00:00:00Z"


def newest(entries: Iterable[FeedEntry], limit: int) -> tuple[FeedEntry, ...]:
    """The entries with a date, newest first. Entries with the same date keep their order."""
    dated = [entry for entry in entries if entry.updated]
    return tuple(sorted(dated, key=lambda entry: entry.updated, reverse=True)[:limit])


def to_atom(feed: Feed) -> str:
    """The feed as an Atom document."""
    root = ET.Element("feed", {"xmlns": _ATOM, **({"xml:lang": feed.language} if feed.language else {})})
    _add(root, "id", feed.atom or feed.url)
    _add(root, "title", line_of(feed.title))
    _add(root, "updated", feed.updated)
    _link(root, "self", feed.atom, "application/atom+xml")
    _link(root, "alternate", feed.url, "text/html")
    _author(root, feed.author)
    if feed.icon:
        _add(root, "icon", feed.icon)
    for entry in feed.entries:
        _entry(root, entry)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _entry(root: ET.Element, entry: FeedEntry) -> None:
    made = ET.SubElement(root, "entry")
    _add(made, "id", entry.id)
    _add(made, "title", line_of(entry.title))
    _add(made, "updated", entry.updated)
    _add(made, "published", entry.updated)
    _link(made, "alternate", entry.url, "text/html")
    for name in entry.authors:
        _author(made, name)
    if entry.summary:
        _add(made, "summary", line_of(entry.summary))
    if entry.html:
        _add(made, "content", legal(entry.html), type="html")


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text


def _link(parent: ET.Element, relation: str, address: str, media_type: str) -> None:
    if address:
        ET.SubElement(parent, "link", {"rel": relation, "type": media_type, "href": address})


def _author(parent: ET.Element, name: str) -> None:
    if name := line_of(name):
        _add(ET.SubElement(parent, "author"), "name", name)


def to_json_feed(feed: Feed) -> str:
    """The feed as JSON Feed 1.1."""
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": line_of(feed.title),
        "home_page_url": feed.url,
        "feed_url": feed.json,
        "icon": feed.icon,
        "authors": _authors([feed.author]),
        "language": feed.language,
    }
    made: dict[str, Any] = {name: value for name, value in values.items() if value}
    made["items"] = [_item(entry) for entry in feed.entries]
    return to_json(made)


def _item(entry: FeedEntry) -> dict[str, Any]:
    values = {
        "id": entry.id,
        "url": entry.url,
        "title": line_of(entry.title),
        "content_html": legal(entry.html),
        "content_text": "" if entry.html else line_of(entry.summary) or line_of(entry.title),
        "summary": line_of(entry.summary),
        "date_published": entry.updated,
        "authors": _authors(entry.authors),
    }
    return {name: value for name, value in values.items() if value}


def _authors(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"name": line_of(name)} for name in names if line_of(name)]
