"""Nodes that several documents use: people, organizations, places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import NameList, Person, Profile

from ..addresses import Addresses
from ..facts import line_of
from ..known_profiles import KnownPeople

__all__ = [
    "Node",
    "document",
    "filled",
    "group_member",
    "organization",
    "people_nodes",
    "person_node",
    "web_address",
]

#: A JSON-LD node.
Node = dict[str, Any]
_ORCID: Final = re.compile(r"(?:\d{4}-){3}\d{3}[\dX]$")


def document(node: Node) -> Node:
    """The node as a separate document."""
    return {"@context": "https://schema.org", **node}


def filled(values: Mapping[str, object]) -> Node:
    """The properties that have a value. A list with one value is replaced with that value."""
    found: Node = {}
    for name, value in values.items():
        if isinstance(value, (list, tuple)):
            if value:
                found[name] = list(value) if len(value) > 1 else value[0]
        elif value:
            found[name] = value
    return found


def web_address(written: str) -> str:
    """The address if it is a web address, rather than an e-mail address or a telephone number."""
    return line_of(written) if written.startswith(("https://", "http://")) else ""


def organization(name: str) -> Node:
    """An organization; empty if it has no name."""
    return {"@type": "Organization", "name": line_of(name)} if line_of(name) else {}


def people_nodes(names: NameList, addresses: Addresses, people: KnownPeople) -> list[Node]:
    """The people in a name list. Data from the list overrides data from their profiles."""
    profiles = people.profiles(names)
    made = (_in_list(person, profiles.get(person), addresses, people) for person in names.persons)
    return [node for node in made if node.get("name")]


def _in_list(person: Person, profile: Profile | None, addresses: Addresses, people: KnownPeople) -> Node:
    if person.literal and profile is None:
        return organization(person.literal)
    orcid = _orcid(person.orcid or (profile.orcid if profile else ""))
    url = web_address(person.url or (profile.url if profile else ""))
    owned = addresses.owner if profile is not None and profile == people.owner else ""
    return filled(
        {
            "@type": "Person",
            "@id": owned or orcid,
            "name": line_of(str(person)),
            "givenName": line_of(person.given),
            "familyName": line_of(f"{person.prefix} {person.family}"),
            "honorificSuffix": line_of(person.suffix),
            "affiliation": organization(person.affiliation),
            "url": url,
            "sameAs": orcid,
        }
    )


def person_node(profile: Profile, identifier: str, *, image: str = "") -> Node:
    """A person from conf.py.

    :param identifier: the ``@id``; by default, the ORCID.
    :param image: the absolute address of their photo.
    """
    person = parse_name(profile.name)
    orcid = _orcid(profile.orcid)
    links = [web_address(address) for _, address in profile.links]
    return filled(
        {
            "@type": "Person",
            "@id": identifier or orcid,
            "name": line_of(str(person)),
            "givenName": line_of(person.given),
            "familyName": line_of(f"{person.prefix} {person.family}"),
            "description": line_of(profile.headline),
            "affiliation": organization(profile.affiliation),
            "url": web_address(profile.url),
            "image": image,
            "sameAs": list(dict.fromkeys(filter(None, (orcid, *links)))),
        }
    )


def group_member(profile: Profile) -> Node:
    """A member of a group, with the member's role."""
    return person_node(profile, "") | filled({"jobTitle": line_of(profile.role)})


def _orcid(written: str) -> str:
    """The URL for an ORCID; empty if it is invalid."""
    found = _ORCID.search(written.strip().rstrip("/").upper())
    return f"https://orcid.org/{found[0]}" if found else ""
