"""Talks, as events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sphinx_vitae.model import NOBODY, Record

from ..addresses import Addresses
from ..facts import Facts, line_of, unicode_text
from ..facts.times import event_times
from ..known_profiles import KnownPeople
from .nodes import Node, filled, organization, people_nodes, person_node, web_address

__all__ = ["event_node"]

_ONLINE: Final = re.compile(r"\b(?:online|virtual|zoom|webinar|remote)\b", re.I)


def event_node(
    record: Record, addresses: Addresses, people: KnownPeople, works: Sequence[tuple[str, str]]
) -> Node:
    """A talk. Its speaker is the author, or else the owner of the site.

    :param works: the title and address of each work that the talk presents.
    """
    facts = Facts(record.own)
    start, end = event_times(record)
    speakers = people_nodes(record.names.get("author", NOBODY), addresses, people)
    if not speakers and people.owner:
        speakers = [person_node(people.owner, addresses.owner)]
    video = record.link("video")
    return filled(
        {
            "@type": "Event",
            "@id": addresses.page,
            "url": addresses.page,
            "name": facts.title,
            "alternateName": [unicode_text(title) for title in record.other_titles.values()],
            "startDate": start,
            "endDate": end,
            "location": _place(facts),
            "eventAttendanceMode": _mode(facts),
            "performer": speakers,
            "organizer": organization(facts.text("organization", "institution")),
            "superEvent": filled({"@type": "Event", "name": facts.event}) if facts.event else "",
            "description": facts.abstract,
            "inLanguage": facts.language,
            "image": addresses.image,
            "workFeatured": [_work(title, url) for title, url in works if line_of(title)],
            "recordedIn": _video(facts, web_address(video.url) if video else ""),
        }
    )


def _place(facts: Facts) -> Node:
    """The place of the event; empty for an online event."""
    place = facts.event_place
    return {"@type": "Place", "name": place} if place and not _ONLINE.search(place) else {}


def _mode(facts: Facts) -> str:
    place = facts.event_place
    if not place:
        return ""
    online = _ONLINE.search(place)
    return f"https://schema.org/{'Online' if online else 'Offline'}EventAttendanceMode"


def _work(title: str, url: str) -> Node:
    return filled({"@type": "CreativeWork", "@id": url, "name": line_of(title), "url": url})


def _video(facts: Facts, url: str) -> Node:
    return {"@type": "VideoObject", "name": facts.title, "url": url} if url and facts.title else {}
