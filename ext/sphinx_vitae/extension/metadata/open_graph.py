"""Open Graph: what others show when somebody shares a page, with sphinxext-opengraph and without it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from sphinx_vitae.model import Profile

from ..settings.contacts import full_name
from .parts import Page

__all__ = ["Card", "add_card", "photo_of"]

#: The name of an element in a head.
_NAME: Final = re.compile(r"""\b(?:property|name)=["']?([^"'\s/>]+)""")
_OTHER: Final = "sphinxext.opengraph"
#: The formats of pictures that other sites show.
_SHOWN: Final = re.compile(r"\.(png|jpe?g|gif|webp)$", re.I)


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown of a page.

    :param type: Open Graph's type of the page.
    :param image: an absolute address.
    :param alt: describes the image.
    """

    title: str
    type: str
    description: str = ""
    image: str = ""
    alt: str = ""


def add_card(page: Page, card: Card) -> None:
    """Add the card to the head. If sphinxext-opengraph writes the head too, it takes the facts from us.

    Whatever the page says by itself, in ``html_meta`` or as a field of sphinxext-opengraph, is kept.
    """
    image, alt, large = card.image, card.alt, True
    if not _SHOWN.search(image):
        image, alt, large = *_owner_photo(page), False
    tags = {
        "og:title": card.title,
        "og:type": card.type,
        "og:url": page.url,
        "og:description": card.description,
        "og:image": image,
        "og:image:alt": alt if image else "",
    }
    tags = {name: content for name, content in tags.items() if content}
    names = {"description": card.description}
    if _OTHER in page.app.extensions:
        # A new dictionary: this one is the environment's.
        given = page.context.get("meta") or {}
        page.context["meta"] = {**tags, **given}
        if "ogp_disable" in given:
            return
        tags = {}
        names["twitter:card"] = ("summary_large_image" if large else "summary") if image else ""
    else:
        tags["og:site_name"] = str(page.app.config.project)
        names["twitter:card"] = "summary_large_image" if image and large else "summary"
    page.add("opengraph", tags=list(_new(page, tags)), names=list(_new(page, names)))


def _new(page: Page, tags: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The tags that the head does not have yet."""
    others = getattr(page.app.config, "ogp_custom_meta_tags", ())
    head = " ".join([str(page.context.get("metatags", "")), *map(str, others)])
    known = set(_NAME.findall(head))
    yield from ((name, content) for name, content in tags.items() if content and name not in known)


def _owner_photo(page: Page) -> tuple[str, str]:
    """The address of the photo of a single owner, and the name of the owner."""
    owners = page.domain.settings.owners
    photo = photo_of(page, owners[0]) if len(owners) == 1 else ""
    return (photo, full_name(owners[0])) if photo and _SHOWN.search(photo) else ("", "")


def photo_of(page: Page, person: Profile) -> str:
    """The absolute address of a photo; empty if no page shows it, so that it is not on the site."""
    if "://" in person.photo:
        return person.photo
    known = page.app.env.images.get(person.photo.lstrip("/"))
    return (
        page.addresses.absolute(posixpath.join(page.app.builder.imagedir, quote(known[1]))) if known else ""
    )
