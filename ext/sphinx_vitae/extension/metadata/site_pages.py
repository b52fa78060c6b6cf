"""The heads of home pages and of pages with lists."""

from __future__ import annotations

import dataclasses

from sphinx_vitae.export import Addresses, coins, group_jsonld, list_jsonld, person_jsonld
from sphinx_vitae.model import Profile

from ..settings.contacts import full_name
from ..site.dependencies import Career, CareerDependency
from ..site.feeds import owner_name
from .open_graph import Card, photo_of
from .parts import Page

__all__ = ["add_home", "add_list", "card_of_home", "coins_of", "is_home"]


def is_home(page: Page) -> bool:
    """Whether the page is the home page of the site or of a person."""
    return page.docname == page.addresses.home or page.docname in page.domain.locations.headers


def _person(page: Page) -> Profile | None:
    """The person that the page is the home page of; ``None`` for the home page of a group."""
    owners = page.domain.settings.owners
    shown = page.domain.locations.headers.get(page.docname, [])
    if page.docname == page.addresses.home:
        return owners[0] if len(owners) == 1 else None
    return shown[0] if shown else None


def add_home(page: Page) -> None:
    """Say who the page is about: a person, or on the home page of a group, the group."""
    owners = page.domain.settings.owners
    home = page.addresses.base
    person = _person(page)
    if person:
        own = page.addresses.owner if owners == (person,) else f"{page.url}#me" if page.url else ""
        place = Addresses(home=home, owner=own, page=page.url, image=photo_of(page, person))
        # A page with the header depends on these facts; another one would keep those of its last build.
        known = owners == (person,) and page.docname in page.domain.locations.headers
        career = CareerDependency().answer(page.domain.catalogue) if known else Career()
        page.add_data(person_jsonld(person, place, **dataclasses.asdict(career)))
    elif owners and page.docname == page.addresses.home:
        place = Addresses(home=home, owner=page.addresses.owner, page=page.url)
        page.add_data(group_jsonld(str(page.app.config.project), owners, place))


def card_of_home(page: Page) -> Card:
    """The name of the person, and what the header says; the name of the site for a group."""
    person = _person(page)
    if person is None:
        return Card(str(page.app.config.project) or owner_name(page.domain), "website")
    said = ", ".join(part for part in (person.headline, person.affiliation) if part)
    return Card(full_name(person), "profile", said)


def add_list(page: Page) -> None:
    """Give the addresses of the works on the page, unless there are more than carry COinS."""
    if not page.addresses.base:
        return
    keys = list(
        dict.fromkeys(key for place in page.domain.locations.lists.on(page.docname) for key in place.keys)
    )
    short = keys if len(keys) <= page.domain.settings.coins else []
    items = [page.addresses.absolute(page.addresses.entry(key)) for key in short]
    place = Addresses(home=page.addresses.base, owner=page.addresses.owner, page=page.url)
    page.add_data(list_jsonld(page.title, place, items))


def coins_of(page: Page) -> list[str]:
    """The COinS of all works and talks in the lists on the page that are short enough."""
    domain = page.domain
    places = [
        place for place in domain.locations.lists.on(page.docname) if len(place.keys) <= domain.settings.coins
    ]
    keys = dict.fromkeys(key for place in places for key in place.keys)
    return [coins(record) for key in keys if (record := domain.catalogue.find(key))]
