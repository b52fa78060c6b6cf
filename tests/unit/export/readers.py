"""The exports, read by the parsers of other projects, and checked against their specifications."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from xml.etree import ElementTree as ET

import feedparser
import icalendar
import rispy
from pybtex.database import Entry, parse_string

from sphinx_vitae.bib import read
from sphinx_vitae.model import Record

__all__ = ["read_again", "read_atom", "read_csl", "read_ics", "read_json_feed", "read_pybtex", "read_ris"]

#: CSL 1.0.2, ``csl-data.json``: item types, and variables by the type of their values.
CSL_TYPES: Final = frozenset(
    [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
)
CSL_NAMES: Final = frozenset(
    ["author", "editor", "translator", "container-author", "compiler", "director", "organizer", "producer"]
)
CSL_DATES: Final = frozenset(["issued", "event-date", "original-date", "accessed"])
CSL_TEXTS: Final = frozenset(
    [
        "id",
        "type",
        "title",
        "title-short",
        "container-title",
        "container-title-short",
        "collection-title",
        "collection-number",
        "event-title",
        "event-place",
        "volume",
        "issue",
        "number",
        "page",
        "number-of-pages",
        "number-of-volumes",
        "chapter-number",
        "edition",
        "version",
        "publisher",
        "publisher-place",
        "genre",
        "language",
        "abstract",
        "keyword",
        "status",
        "DOI",
        "URL",
        "ISBN",
        "ISSN",
        "PMID",
        "PMCID",
        "archive",
        "archive_location",
    ]
)
_NAME_PARTS: Final = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix"}
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_RIS_LINE: Final = re.compile(r"[A-Z][A-Z0-9]  - .*")


def read_again(source: str) -> Record:
    """The only entry in a file, as this package reads it."""
    records, _ = read([("again.bib", source.encode())])
    assert len(records) == 1, source
    return records[0]


def read_pybtex(source: str) -> Entry:
    """The only entry in a file, as pybtex reads it. A syntax error raises an exception."""
    entries = parse_string(source, "bibtex").entries
    assert len(entries) == 1, source
    return next(iter(entries.values()))


def read_csl(item: dict[str, Any]) -> dict[str, Any]:
    """The item after a round trip, if it conforms to CSL's schema."""
    found: dict[str, Any] = json.loads(json.dumps(item, ensure_ascii=False).encode())
    assert found["id"]
    assert found["type"] in CSL_TYPES
    for name, value in found.items():
        if name in CSL_NAMES:
            for person in value:
                assert set(person) <= _NAME_PARTS or set(person) == {"literal"}, person
                assert person
                assert all(isinstance(part, str) and part for part in person.values())
        elif name in CSL_DATES:
            assert value
            assert set(value) <= {"date-parts", "season", "circa", "literal"}
            for parts in value.get("date-parts", ()):
                assert 1 <= len(parts) <= 3
                assert all(isinstance(part, int) for part in parts)
            assert len(value.get("date-parts", [1])) in (1, 2)
        else:
            assert name in CSL_TEXTS, name
            assert isinstance(value, str)
            assert value
    return found


def read_ris(source: str) -> dict[str, Any]:
    """The only reference in a file, as rispy reads it."""
    lines = source.split("\r\n")
    assert lines.pop() == ""
    assert lines[0].startswith("TY  - ")
    assert lines[-1] == "ER  - "
    assert all(_RIS_LINE.fullmatch(line) for line in lines), source
    references = rispy.loads(source.replace("\r\n", "\n"))
    assert len(references) == 1
    assert not references[0].get("unknown_tag"), references[0]["unknown_tag"]
    found: dict[str, Any] = references[0]
    return found


def read_ics(source: str) -> list[icalendar.Event]:
    """The events of a calendar, as icalendar reads them."""
    lines = source.split("\r\n")
    assert lines.pop() == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines), source
    calendar = icalendar.Calendar.from_ical(source)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
    for event in events:
        assert not event.errors
        assert all(event.get(name) is not None for name in ("uid", "dtstamp", "dtstart", "summary"))
    assert len({str(event["uid"]) for event in events}) == len(events)
    return events


def read_atom(source: str) -> Any:
    """The feed as feedparser reads it, if it conforms to RFC 4287, which feedparser does not check."""
    root = ET.fromstring(source)
    assert root.tag == f"{_ATOM}feed"
    entries = root.findall(f"{_ATOM}entry")
    for node in (root, *entries):  # §4.1.1 and §4.1.2
        for name in ("id", "title", "updated"):
            found = node.findall(f"{_ATOM}{name}")
            assert len(found) == 1, name
            assert found[0].text, name
        assert re.match(r"[a-z][a-z0-9+.-]*:", node.findtext(f"{_ATOM}id") or "")
        assert _INSTANT.fullmatch(node.findtext(f"{_ATOM}updated") or "")
        assert node.findall(f"{_ATOM}author") or root.findall(f"{_ATOM}author")
        assert all(author.findtext(f"{_ATOM}name") for author in node.findall(f"{_ATOM}author"))
        assert all(link.get("href", "").startswith("https://") for link in node.findall(f"{_ATOM}link"))
        alternates = [link for link in node.findall(f"{_ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert not root.findall(f".//{_ATOM}email")
    feed = feedparser.parse(source.encode())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert len(feed.entries) == len(entries)
    return feed


def read_json_feed(source: str) -> dict[str, Any]:
    """The feed, if it conforms to JSON Feed 1.1."""
    feed: dict[str, Any] = json.loads(source.encode())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    for item in feed["items"]:
        assert item["id"]
        assert "content_html" in item or "content_text" in item
        assert _INSTANT.fullmatch(item["date_published"])
    return feed
