"""JSON Resume: one JSON file with ``basics``."""

from __future__ import annotations

import re
from typing import Final

from ..builder import Builder
from ..cv_items import add_item
from ..field_values import family_first, web
from ..links import profile_link
from ..text import plain
from ..values import Values

__all__ = ["add_resume"]

_SECTIONS: Final = {
    "work": "position",
    "volunteer": "service",
    "education": "education",
    "awards": "awards",
    "certificates": "certificates",
    "publications": "publications",
    "presentations": "presentations",
    "projects": "projects",
    "teaching": "teaching",
    "skills": "skills",
    "languages": "languages",
    "interests": "interests",
    "references": "references",
}


def add_resume(builder: Builder, values: Values) -> None:
    """Add what a resume has."""
    values.use("$schema", "meta")
    _add_owner(builder, values.child("basics"))
    for name, section in _SECTIONS.items():
        for item in values.children(name):
            if name == "work":
                item.rename("name", "organization")
            item.use("icon")
            add_item(builder, section, item)


def _add_owner(builder: Builder, basics: Values) -> None:
    if name := basics.text("name"):
        builder.owner.setdefault("name", family_first(name))
    for field, names in (("headline", ("label",)), ("email", ("email",)), ("phone", ("phone",))):
        if text := basics.text(*names):
            builder.owner.setdefault(field, plain(text))
    place = basics.child("location")
    parts = [place.text(part) for part in ("address", "postalCode", "city", "region", "countryCode")]
    if any(parts):
        builder.owner.setdefault("address", ", ".join(plain(part) for part in parts if part))
    for url in basics.texts("url", "website"):
        if web(url):
            builder.links.setdefault("Website", url)
    picture = basics.text("image", "picture")
    if picture:
        photo = builder.copy_photo(picture, basics.file, "vitae_owner", "photo")
        builder.owner.setdefault("photo", photo)
    for each in basics.children("profiles"):
        network, user, url = each.text("network"), each.text("username"), each.text("url")
        if found := re.search(
            r"(?:\d{4}-){3}\d{3}[\dX]", f"{url} {user}" if network.lower() == "orcid" else ""
        ):
            builder.owner.setdefault("orcid", found[0])
        elif web(url):
            builder.links.setdefault(network or url, url)
        elif user and (made := profile_link(network, user))[1]:
            builder.links.setdefault(*made)
        elif user or url:
            builder.left(basics.file, each.place.rstrip("."), f"{network}: {user or url}")
    if summary := basics.text("summary"):
        builder.set_home(summary, basics.file)
