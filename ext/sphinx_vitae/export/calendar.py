"""Talks as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from sphinx_vitae.model import Record, record_id

from .addresses import NOWHERE, Addresses
from .facts import Facts, line_of
from .facts.times import EventTime, event_span

__all__ = ["has_day", "to_ics"]

#: The maximum length of a line in octets, without its line break (§3.1).
_OCTETS: Final = 75
_ESCAPED: Final = re.compile(r"[\\;,]")


def to_ics(
    talks: Iterable[Record],
    addresses: Callable[[Record], Addresses] = lambda _: NOWHERE,
    *,
    name: str = "",
    site: str = "",
) -> str:
    """A calendar with an event for each talk on a known day. Other talks are omitted.

    :param addresses: talk → its addresses on the site.
    :param name: the name of the calendar.
    :param site: the address of the site, or else the name of its owner, to make the ids of events unique.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sphinx Vitae//Talks//EN", "CALSCALE:GREGORIAN"]
    if name := line_of(name):
        lines += [f"NAME:{_escaped(name)}", f"X-WR-CALNAME:{_escaped(name)}"]
    for talk in talks:
        lines += _event(talk, addresses(talk), site)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def has_day(talk: Record) -> bool:
    """Whether the talk can be in a calendar, because its day is known."""
    return event_span(talk)[0] is not None


def _event(talk: Record, addresses: Addresses, site: str) -> list[str]:
    start, end = event_span(talk)
    if start is None:
        return []
    facts = Facts(talk)
    about = "\n".join(filter(None, (facts.event, facts.text("organization", "institution"))))
    uid = uuid5(NAMESPACE_URL, f"{line_of(site)}#{record_id(talk.kind, talk.key)}")
    texts = {
        "SUMMARY": facts.title or facts.event or line_of(talk.key),
        "LOCATION": facts.event_place,
        "DESCRIPTION": about,
    }
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{_date(start)}T000000Z", *_span(start, end)]
    lines += [f"{name}:{_escaped(text)}" for name, text in texts.items() if text]
    lines += [f"URL:{line_of(addresses.page)}"] if addresses.page else []
    return [*lines, "END:VEVENT"]


def _span(start: EventTime, end: EventTime | None) -> Iterator[str]:
    """``DTSTART`` and ``DTEND``. Both are days, or both are times; an event on one day ends on the next day
    (§3.6.1).
    """
    if isinstance(start, datetime.datetime):
        yield f"DTSTART:{_instant(start)}"
        if (
            isinstance(end, datetime.datetime)
            and (end.tzinfo is None) == (start.tzinfo is None)
            and end > start
        ):
            yield f"DTEND:{_instant(end)}"
        return
    yield f"DTSTART;VALUE=DATE:{_date(start)}"
    last = end.date() if isinstance(end, datetime.datetime) else end or start
    if start <= last < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{_date(last + datetime.timedelta(1))}"


def _date(day: datetime.date) -> str:
    return day.isoformat()[:10].replace("-", "")


def _instant(time: datetime.datetime) -> str:
    """A time in UTC, or the local time if the time zone is unknown."""
    if time.tzinfo is None:
        return f"{_date(time)}T{time:%H%M%S}"
    try:
        time = time.astimezone(datetime.UTC)
    except OverflowError:  # the first or the last day of the calendar
        return f"{_date(time)}T{time:%H%M%S}"
    return f"{_date(time)}T{time:%H%M%S}Z"


def _escaped(text: str) -> str:
    """A value of type TEXT (§3.3.11)."""
    return _ESCAPED.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line, folded into parts of at most 75 octets, without splitting characters."""
    parts, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > _OCTETS:
            parts.append(" ")
            length = 1
        parts[-1] += character
        length += size
    return "\r\n".join(parts)
