"""Hugo Blox, once Wowchemy and Academic: ``content`` with a folder for each work."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.imports.markup.latex import escaped

from ..builder import Builder
from ..field_values import author_list, date_of, period, web
from ..folder import Folder
from ..old_site import OldSite
from ..text import TEMPLATE, plain, prose, sentence, title_of
from .hugo_people import add_people, full_name
from .hugo_widgets import add_widgets
from .hugo_works import SAMPLE_TEXT, abstract_of, add_links, address_of, is_sample, read_work, use_layout

__all__ = ["is_hugo", "read_hugo"]

_BELOW: Final = ("static", "assets", "assets/media", "content", "static/media", "static/uploads", "")


def is_hugo(folder: Folder) -> bool:
    """Whether this is the folder of a site of Hugo Blox."""
    return any(
        folder.has(name)
        for name in ("content/authors", "data/authors", "content/publication", "content/publications")
    )


def read_hugo(folder: Folder) -> OldSite:
    """Read the site."""
    builder = Builder(folder, "Hugo Blox", _BELOW)
    add_people(builder)
    for name in _pages(folder, "publication", "publications"):
        read_work(builder, name)
    for name in _pages(folder, "event", "events", "talk", "talks"):
        _read_talk(builder, name)
    for name in _pages(folder, "project", "projects"):
        _read_project(builder, name)
    for name in _pages(folder, "post", "posts", "blog", "news", "courses", "teaching", "notes"):
        _read_post(builder, name)
    add_widgets(builder)
    _read_others(builder)
    return builder.finish()


def _pages(folder: Folder, *names: str) -> list[str]:
    found = [page for name in names for page in folder.under(f"content/{name}", ".md")]
    return [name for name in found if PurePosixPath(name).name != "_index.md"]


def _slug(name: str) -> str:
    path = PurePosixPath(name)
    return path.parent.name if path.name == "index.md" else path.stem


def _read_talk(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if is_sample(values, body):
        builder.sample(name)
        return
    use_layout(values)
    place = values.child("address")
    where = ", ".join(filter(None, (place.text("city"), place.text("region"), place.text("country"))))
    place.use("street", "postcode")
    venue = values.text("location")
    names = [full_name(builder, each) for each in values.texts("authors")] or [builder.owner.get("name", "")]
    fields = {
        "author": author_list(names),
        "title": title_of(values.text("title")),
        "eventtitle": sentence(values.text("event", "event_name")),
        "eventurl": web(values.text("event_url")),
        "venue": sentence(venue) if where else "",
        "location": sentence(where or venue),
        "date": period(
            values.text("event_start", "date", "time_start"), values.text("event_end", "date_end", "time_end")
        ),
        "abstract": prose(abstract_of(values)) or prose(TEMPLATE.sub("", body)),
        "keywords": ", ".join(escaped(plain(tag)) for tag in values.texts("tags")),
        "selected": "true" if values.text("featured") == "true" else "",
    }
    values.use("date")
    key = builder.add("talk", fields, name, address=address_of(name))
    add_links(builder, name, key, values)


def _read_project(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if is_sample(values, body):
        builder.sample(name)
        return
    summary = values.text("summary")
    use_layout(values)
    fields = {
        "title": title_of(values.text("title")),
        "abstract": prose(summary)
        if summary
        else prose(TEMPLATE.sub("", body)[:1_000] if len(body) < 1_000 else ""),
        "date": date_of(values.text("date"), filled=True),
        "keywords": ", ".join(escaped(plain(tag)) for tag in values.texts("tags")),
        "website": web(values.text("external_link")),
    }
    key = builder.add("project", fields, name)
    add_links(builder, name, key, values)
    if body.strip() and (summary or len(body) >= 1_000):
        builder.add_page(f"projects/{_slug(name)}", plain(values.peek("title")), body, name, address_of(name))
    elif key:
        builder.addresses.setdefault(address_of(name), "projects")


def _read_post(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if SAMPLE_TEXT.search(body) or not body.strip():
        builder.sample(name)
        return
    use_layout(values)
    values.use("authors", "featured")
    date = date_of(values.text("date"))
    body = f"*{date}*\n\n{body}" if date else body
    builder.add_page(
        f"blog/{_slug(name)}", plain(values.text("title") or _slug(name)), body, name, address_of(name)
    )


def _read_others(builder: Builder) -> None:
    """Pages elsewhere in ``content``."""
    read_already = re.compile(
        r"content/(?:publications?|events?|talks?|projects?|posts?|blog|news|courses|teaching|notes|authors|home|slides)/"
    )
    for name in builder.folder.under("content", ".md"):
        if read_already.match(name) or PurePosixPath(name).name == "_index.md":
            continue
        values, body = builder.page(name)
        use_layout(values)
        values.use("date", "title", "sections")
        text = re.sub(r"<[^<>]*>", "", TEMPLATE.sub("", body)).strip()
        if text and not SAMPLE_TEXT.search(text):
            title = plain(values.peek("title") or _slug(name))
            builder.add_page(f"pages/{_slug(name)}", title, body, name, address_of(name))
