"""Home pages of people and groups, and lists."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_vitae.model import Profile

from ..addresses import Addresses
from ..facts import line_of
from .nodes import Node, document, filled, group_member, organization, person_node

__all__ = ["group_jsonld", "list_jsonld", "person_jsonld"]


def person_jsonld(
    profile: Profile,
    addresses: Addresses,
    *,
    job_title: str = "",
    alumni_of: Sequence[str] = (),
    awards: Sequence[str] = (),
) -> Node:
    """The home page of a person: a ``ProfilePage`` about a ``Person``.

    :param addresses: the addresses of the page; ``image`` is the photo.
    :param job_title: the current position; by default, the role in the profile.
    :param alumni_of: the institutions where the person earned degrees.
    :param awards: the names of the person's awards.
    """
    person = person_node(profile, addresses.owner, image=addresses.image)
    person |= filled(
        {
            "jobTitle": line_of(job_title or profile.role),
            "alumniOf": [organization(name) for name in dict.fromkeys(alumni_of) if line_of(name)],
            "award": list(dict.fromkeys(filter(None, map(line_of, awards)))),
        }
    )
    page = addresses.page or addresses.home
    return document(filled({"@type": "ProfilePage", "@id": page, "url": page, "mainEntity": person}))


def group_jsonld(name: str, members: Sequence[Profile], addresses: Addresses) -> Node:
    """The home page of a group: a ``ResearchOrganization`` with its members.

    :param addresses: the addresses of the page; ``image`` is a picture of the group.
    """
    node = {
        "@type": "ResearchOrganization",
        "@id": addresses.owner,
        "name": line_of(name),
        "url": addresses.home,
        "image": addresses.image,
        "member": [group_member(profile) for profile in members],
    }
    return document(filled(node))


def list_jsonld(name: str, addresses: Addresses, items: Sequence[str]) -> Node:
    """A list: a ``CollectionPage`` with an ``ItemList`` of addresses.

    :param addresses: the addresses of the page with the list.
    :param items: the absolute addresses of the entries, in order; empty ones are omitted.
    """
    urls = [url for url in items if url]
    elements = [{"@type": "ListItem", "position": n, "url": url} for n, url in enumerate(urls, 1)]
    page = {
        "@type": "CollectionPage",
        "@id": addresses.page,
        "name": line_of(name),
        "url": addresses.page,
        "author": {"@id": addresses.owner} if addresses.owner else "",
        "mainEntity": {"@type": "ItemList", "numberOfItems": len(urls), "itemListElement": elements}
        if urls
        else "",
    }
    return document(filled(page))
