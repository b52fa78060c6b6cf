"""Adds metadata to pages while they are written: to the head, and COinS at the end of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..site.addresses import SiteAddresses
from ..site.domain import VitaeDomain
from ..site.feeds import feed_name, feed_title, feeds_on
from .open_graph import Card, add_card
from .parts import Page
from .site_pages import add_home, add_list, card_of_home, coins_of, is_home
from .works import add_work, card_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["add_metadata"]


def add_metadata(app: Sphinx, domain: VitaeDomain, docname: str, context: dict[str, Any]) -> None:
    """Add what machines read to a page of a site.

    :param context: the context of the page's template.
    """
    page = Page(app, domain, SiteAddresses(domain, app.builder), docname, context)
    home, listed = is_home(page), bool(domain.locations.lists.on(docname))
    if page.wants("opengraph") and (card := _card(page, home, listed)):
        add_card(page, card)  # first, because it searches the head so far
    if page.record:
        add_work(page, page.record)
    elif page.wants("jsonld"):
        if home:
            add_home(page)
        if listed:
            add_list(page)
    if listed and page.wants("coins") and (items := coins_of(page)):
        context["body"] = Markup(context.get("body", "")) + Markup(page.rendered("coins", items=items))
    if links := _alternates(page):
        page.add("alternate", links=links)


def _card(page: Page, home: bool, listed: bool) -> Card | None:
    if page.record:
        return card_of(page, page.record)
    if home:
        return card_of_home(page)
    return Card(page.title, "website") if listed else None


def _alternates(page: Page) -> list[tuple[str, str, str]]:
    """The feeds that the page announces: media type, address and title."""
    types = {"atom": "application/atom+xml", "json": "application/feed+json"}
    return [
        (
            media_type,
            page.addresses.from_page(page.docname, feed_name(name, form)),
            feed_title(page.domain, name),
        )
        for name in feeds_on(page.domain, page.addresses, page.docname)
        for form, media_type in types.items()
    ]
