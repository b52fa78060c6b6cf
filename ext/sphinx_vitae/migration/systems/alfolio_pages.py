"""The pages of al-folio: news, courses, projects, members, posts, and others."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.model import Profile

from ..addresses import normal_address
from ..builder import Builder
from ..field_values import date_of, family_first, web
from ..links import profile_link
from ..text import TEMPLATE, plain, prose, sentence, title_of
from ..values import Values
from .alfolio_bibliographies import BIBLIOGRAPHY

__all__ = ["read_member", "read_news", "read_page", "read_post", "read_project", "read_teaching"]

#: Settings of the layout of a page, which have no meaning in another one.
_LAYOUT: Final = (
    "layout", "inline", "related_posts", "nav", "nav_order", "toc", "display_categories", "horizontal", "dropdown",
    "social", "selected_papers", "news", "announcements", "latest_posts", "importance", "related_publications", "cv_format",
    "images", "giscus_comments", "pretty_table", "mermaid", "chart", "tikzjax", "code_diff", "map", "typograms", "calendar",
    "published", "_styles", "pseudocode", "math", "bibliography", "children", "pagination", "redirect",
)  # fmt: skip
#: Pages of the template → pages of the new site, which have the same lists.
_STANDARD: Final = {
    "publications": "publications", "cv": "cv", "projects": "projects", "teaching": "teaching", "news": "news",
    "talks": "talks", "people": "members", "team": "members",
}  # fmt: skip
_SAMPLE_TEXT: Final = re.compile(
    r"A simple inline announcement|Jean shorts raw denim|Every project has a beautiful feature showcase page|"
    r"Write your biography here|Put your address / P\.O\. box|This page displays a collection of courses"
)
_TERMS: Final = {"spring": "21", "summer": "22", "fall": "23", "autumn": "23", "winter": "24"}


def read_news(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if _SAMPLE_TEXT.search(body):
        builder.sample(name)
        return
    values.use(*_LAYOUT)
    title, address = values.text("title"), normal_address(f"news/{PurePosixPath(name).stem}")
    date = date_of(values.text("date")) or date_of(PurePosixPath(name).name)
    text = body.strip()
    inline = values.peek("inline") == "true" or not title
    _report_lost(builder, name, text if inline else "")
    told = title if not inline else " ".join(text.split()) or title
    key = builder.add("news", {"title": sentence(told) if inline else title_of(told), "date": date}, name)
    if not inline and text:
        slug = PurePosixPath(name).stem
        builder.add_page(f"news/{slug}", plain(title), text, name, address)
    elif key:
        builder.addresses.setdefault(address, "news")


def _report_lost(builder: Builder, name: str, text: str) -> None:
    """Report what a sentence cannot keep: template code, and links to files of the old site."""
    for code in TEMPLATE.findall(text):
        builder.left(name, "body", " ".join(code.split()))
    for label, url in re.findall(r"\[([^\[\]]+)\]\(([^()\s]+)\)", text):
        if not url.startswith(("http://", "https://")):
            builder.left(name, "link", f"{label} → {url}")
    for picture in re.findall(r"!\[[^\]]*\]\([^)]*\)|<img\s[^<>]*>", text):
        builder.left(name, "picture", picture)


def read_teaching(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if _SAMPLE_TEXT.search(body):
        builder.sample(name)
        return
    values.use(*_LAYOUT)
    year, term = date_of(values.text("year")), values.text("term")
    season = _TERMS.get(term.split(" ")[0].lower(), "") if term else ""
    if term and not season:
        builder.left(name, "term", term)
    fields = {
        "title": title_of(values.text("title")),
        "role": sentence(values.text("description")),
        "date": f"{year}-{season}" if season and len(year) == 4 else year,
        "organization": sentence(values.text("institution", "university")),
        "location": sentence(values.text("location")),
        "note": sentence(values.text("course_id")),
        "abstract": prose(TEMPLATE.sub("", body)),
    }
    _report_lost(builder, name, body)
    instructor = values.text("instructor")
    if instructor and family_first(instructor) not in (builder.owner.get("name"), *builder.aliases):
        builder.left(name, "instructor", instructor)
    key = builder.add("teaching", fields, name)
    if key:
        builder.addresses.setdefault(normal_address(f"teachings/{PurePosixPath(name).stem}"), "teaching")


def read_project(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if _SAMPLE_TEXT.search(body):
        builder.sample(name)
        return
    values.use(*_LAYOUT)
    title, slug = values.text("title"), PurePosixPath(name).stem
    fields = {
        "title": title_of(title),
        "abstract": prose(values.text("description")),
        "keywords": sentence(values.text("category")),
        "website": web(values.text("redirect", "website")),
        "code": web(values.text("github")),
    }
    key = builder.add("project", fields, name)
    picture = values.text("img")
    if picture and not builder.copy(picture, name, key):
        builder.left(name, "img", picture)
    if body.strip():
        builder.add_page(f"projects/{slug}", plain(title), body, name, normal_address(f"projects/{slug}"))


def read_member(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    values.use(*_LAYOUT)
    who = values.text("title", "name")
    if not who:
        builder.left(name, "", "has no name")
        return
    picture = values.text("img", "image")
    copied = builder.copy_photo(picture, name, "vitae_people") if picture else ""
    links = {
        label: url
        for item in ("github_username", "scholar_userid", "linkedin_username")
        for label, url in [profile_link(item, values.text(item))]
        if url
    }
    builder.person(
        Profile(
            name=family_first(who),
            headline=plain(values.text("description", "subtitle")),
            role=plain(values.text("category", "role")),
            email=values.text("email"),
            url=web(values.text("url", "website")),
            photo=copied,
            links=tuple(links.items()),
        )
    )
    if body.strip():
        builder.left(name, "body", " ".join(body.split()))


def read_post(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if "al-folio" in body or "Hipster" in body or not body.strip():
        builder.sample(name)
        return
    values.use(*_LAYOUT, "date")
    slug = re.sub(r"^\d{4}-\d{2}-\d{2}-", "", PurePosixPath(name).stem)
    date = date_of(values.peek("date") or PurePosixPath(name).name)
    address = normal_address(f"blog/{date[:4]}/{slug}")
    body = f"*{date}*\n\n{body}" if date else body
    builder.add_page(f"blog/{slug}", plain(values.text("title") or slug), body, name, address)


def read_page(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    slug = PurePosixPath(name).stem
    address = normal_address(values.text("permalink") or slug)
    if values.peek("layout") == "about" or address == "/":
        _read_about(builder, name, values, body)
        return
    values.use(*_LAYOUT, "title")
    description = values.text("description")
    text = re.sub(r"<!--.*?-->|<[^<>]*>|^#+.*$", "", TEMPLATE.sub("", body), flags=re.S | re.M).strip()
    standard = _STANDARD.get(slug, "")
    lists = len(BIBLIOGRAPHY.findall(body)) > 1
    if (not text and not lists) or _SAMPLE_TEXT.search(body):
        if standard:
            builder.addresses.setdefault(address, standard)
        return
    body = f"{description}\n\n{body}" if description else body
    title = values.peek("title")
    builder.add_page(f"pages/{slug}", plain(title[:1].upper() + title[1:] or slug), body, name, address)


def _read_about(builder: Builder, name: str, values: Values, body: str) -> None:
    if _SAMPLE_TEXT.search(body) or slug_is_sample(name):
        builder.sample(name)
        return
    values.use(*_LAYOUT, "title", "permalink")
    subtitle = values.text("subtitle")
    if "affiliation</a>. Address" not in subtitle.lower():
        builder.owner.setdefault("headline", plain(subtitle).rstrip("."))
    profile = values.child("profile")
    profile.use("align", "image_circular")
    picture = profile.text("image")
    if picture:
        builder.owner["photo"] = builder.copy_photo(picture, name, "vitae_owner", "photo")
    info = re.findall(r"<p>(.*?)</p>", profile.peek("more_info"), re.S)
    if info:
        profile.use("more_info")
        builder.owner.setdefault("address", ", ".join(plain(line) for line in info))
    builder.set_home(body, name)


def slug_is_sample(name: str) -> bool:
    """Whether a page is that of the sample person."""
    return PurePosixPath(name).stem == "about_einstein"
