"""RenderCV: one YAML file with ``cv``."""

from __future__ import annotations

from ..builder import Builder
from ..cv_items import add_item, add_text, kind_of
from ..field_values import family_first, web
from ..links import profile_link
from ..text import plain
from ..values import Values

__all__ = ["add_rendercv"]


def add_rendercv(builder: Builder, values: Values) -> None:
    """Add what a file of RenderCV has. Its design and locale are about the printed CV of RenderCV."""
    values.use("design", "locale", "settings", "rendercv_settings")
    cv = values.child("cv")
    _add_owner(builder, cv)
    sections = cv.child("sections")
    for title in sections.names():
        items = sections.children(title)
        for item in items:
            add_item(builder, title, item)
        if not items:
            for text in sections.texts(title):
                add_text(builder, title, text, kind_of(title))


def _add_owner(builder: Builder, cv: Values) -> None:
    if name := cv.text("name"):
        builder.owner.setdefault("name", family_first(name))
    for field, names in (
        ("headline", ("headline", "label")),
        ("address", ("location",)),
        ("phone", ("phone",)),
    ):
        if text := cv.text(*names):
            builder.owner.setdefault(field, plain(text))
    if emails := cv.texts("email"):
        builder.owner.setdefault("email", emails[0])
        for other in emails[1:]:
            builder.left(cv.file, "cv.email", other)
    for url in cv.texts("website", "url"):
        if web(url):
            builder.links.setdefault("Website", url)
    picture = cv.text("photo", "image")
    if picture:
        photo = builder.copy_photo(picture, cv.file, "vitae_owner", "photo")
        builder.owner.setdefault("photo", photo)
    for each in cv.children("social_networks"):
        network, user = each.text("network"), each.text("username")
        if network.lower() == "orcid":
            builder.owner.setdefault("orcid", user)
            continue
        label, url = profile_link(network, user)
        if url:
            builder.links.setdefault(label, url)
        elif user:
            builder.left(cv.file, each.place.rstrip("."), f"{network}: {user}")
    if summary := cv.text("summary"):
        builder.set_home(summary, cv.file)
