"""Positions, degrees, awards, service and grants in an ORCID record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ..dates import from_parts, interval
from ..markup.html import html_text
from ..markup.latex import address, written
from ..offer import Offer
from .steps import as_mapping

__all__ = ["activities"]

#: Section of a record → the entry type for its items, and the title of an item without a role.
_SECTIONS: Final = {
    "employments": ("employment", "position", "Employment"),
    "invited-positions": ("invited-position", "position", "Invited position"),
    "educations": ("education", "degree", "Education"),
    "qualifications": ("qualification", "degree", "Qualification"),
    "distinctions": ("distinction", "award", "Distinction"),
    "services": ("service", "service", "Service"),
    "memberships": ("membership", "membership", "Membership"),
}
#: Types that continue until an end date is given.
_LASTING: Final = frozenset(("position", "service", "membership"))


def activities(summaries: Mapping[str, object]) -> Iterator[Offer]:
    """The activities in a record, in order."""
    for section, (name, kind, otherwise) in _SECTIONS.items():
        for group in _list(as_mapping(summaries.get(section)).get("affiliation-group")):
            items = _list(as_mapping(group).get("summaries"))
            if items and (summary := as_mapping(as_mapping(items[0]).get(f"{name}-summary"))):
                yield _affiliation(summary, name, kind, otherwise)
    for group in _list(as_mapping(summaries.get("fundings")).get("group")):
        if items := _list(as_mapping(group).get("funding-summary")):
            yield _grant(as_mapping(items[0]))


def _affiliation(summary: Mapping[str, object], name: str, kind: str, otherwise: str) -> Offer:
    organization = as_mapping(summary.get("organization"))
    department, house = _text(summary.get("department-name")), _text(organization.get("name"))
    start, end = _date(summary.get("start-date")), _date(summary.get("end-date"))
    fields = {
        "title": _text(summary.get("role-title")) or otherwise,
        "organization": ", ".join(filter(None, (department, house))),
        "location": _place(organization),
        "date": (start or end) if kind == "award" else interval(start, end, lasting=kind in _LASTING) or end,
        "url": _address(summary.get("url")),
    }
    return _offer(f"orcid:{name}/{summary.get('put-code')}", kind, fields)


def _grant(summary: Mapping[str, object]) -> Offer:
    organization = as_mapping(summary.get("organization"))
    ids = [as_mapping(each) for each in _list(as_mapping(summary.get("external-ids")).get("external-id"))]
    own = next((each for each in ids if each.get("external-id-relationship") == "self"), {})
    title = as_mapping(as_mapping(summary.get("title")).get("title")).get("value")
    fields = {
        "title": _text(title) or "Grant",
        "organization": _text(organization.get("name")),
        "number": _text(as_mapping(own).get("external-id-value")),
        "date": interval(_date(summary.get("start-date")), _date(summary.get("end-date"))),
        "url": _address(summary.get("url")) or _address(as_mapping(own).get("external-id-url")),
    }
    return _offer(f"orcid:funding/{summary.get('put-code')}", "grant", fields)


def _offer(own: str, kind: str, fields: Mapping[str, str]) -> Offer:
    return Offer(own, kind, {name: value for name, value in fields.items() if value}, frozenset((own,)))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return written(html_text(value)) if isinstance(value, str) else ""


def _address(value: object) -> str:
    return address(str(as_mapping(value).get("value") or ""))


def _place(organization: Mapping[str, object]) -> str:
    place = as_mapping(organization.get("address"))
    return ", ".join(filter(None, (_text(place.get(part)) for part in ("city", "region", "country"))))


def _date(value: object) -> str:
    date = as_mapping(value)
    return from_parts([as_mapping(date.get(part)).get("value") or "" for part in ("year", "month", "day")])
