"""academicpages: Jekyll, with a page for each work in ``_publications``."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from ..addresses import normal_address
from ..builder import Builder
from ..field_values import author_list, date_of, family_first, web
from ..folder import Folder
from ..links import profile_link
from ..old_site import OldSite
from ..text import TEMPLATE, plain, prose, sentence, title_of
from ..values import Values
from .academicpages_pages import LAYOUT, SAMPLE, OwnPage, own_page
from .academicpages_works import BELOW, add_files, read_work
from .jsonresume import add_resume

__all__ = ["is_academicpages", "read_academicpages"]

_STANDARD: Final = {
    "publications": "publications", "talks": "talks", "teaching": "teaching", "portfolio": "projects", "cv": "cv", "cv-json": "cv",
}  # fmt: skip
_SAMPLE_CV: Final = re.compile(r"GitHub University|Your Sidebar Name")
_TEMPLATE_PAGES: Final = frozenset(
    ("404", "archive-layout-with-content", "category-archive", "collection-archive", "markdown", "non-menu-page",
     "page-archive", "sitemap", "tag-archive", "talkmap", "terms", "year-archive", "publications", "talks", "teaching",
     "portfolio", "cv-json")
)  # fmt: skip
_HOST: Final = re.compile(r"universit|institut|department|school|college|laborator|\blab\b|academy", re.I)
_SEASON: Final = re.compile(r"\((Spring|Summer|Fall|Autumn|Winter) (\d{4})\)$", re.I)
_SEASONS: Final = {"spring": "21", "summer": "22", "fall": "23", "autumn": "23", "winter": "24"}
#: The fields of its author profile that are names at networks.
_PLAIN: Final = ("name", "avatar", "bio", "location", "employer", "email", "uri", "pronouns")


def is_academicpages(folder: Folder) -> bool:
    """Whether this is the folder of a site of academicpages."""
    return folder.has("_publications") or folder.has("_talks")


def read_academicpages(folder: Folder) -> OldSite:
    """Read the site."""
    builder = Builder(folder, "academicpages", BELOW)
    _read_config(builder)
    _read_resume(builder)
    readers = {
        "_publications": read_work,
        "_talks": _read_talk,
        "_teaching": _read_teaching,
        "_portfolio": _read_project,
        "_posts": _read_post,
    }
    for place, read in readers.items():
        for name in folder.under(place, ".md", ".html"):
            if page := own_page(builder, name):
                read(builder, page)
    for name in folder.under("_pages", ".md", ".html"):
        _read_page(builder, name)
    for name in folder.under("markdown_generator", ".tsv"):
        _report_table(builder, name)
    builder.copy_named(("files", "images"))
    return builder.finish()


def _read_config(builder: Builder) -> None:
    author = Values(builder.yaml("_config.yml"), "_config.yml").child("author")
    name = author.text("name")
    if name and name not in ("Your Sidebar Name", "Your Name"):
        builder.owner["name"] = family_first(name)
    builder.owner["headline"] = plain(author.text("bio"))
    builder.owner["affiliation"] = plain(author.text("employer"))
    builder.owner["address"] = plain(author.text("location"))
    email = author.text("email")
    builder.owner["email"] = "" if email == "none@example.org" else email
    if uri := web(author.text("uri")):
        builder.links["Website"] = uri
    picture = author.text("avatar")
    if picture:
        builder.owner["photo"] = builder.copy_photo(picture, "_config.yml", "vitae_owner", "photo")
    author.use(*_PLAIN)
    for network in author.names():
        if network in _PLAIN:
            continue
        value = author.text(network)
        if network == "orcid" and (found := re.search(r"(?:\d{4}-){3}\d{3}[\dX]", value)):
            builder.owner["orcid"] = found[0]
            continue
        label, url = profile_link(network, value) if value else ("", "")
        if url:
            builder.links[label] = url
        elif value:
            builder.left("_config.yml", f"author.{network}", value)


def _read_resume(builder: Builder) -> None:
    resume = builder.json("_data/cv.json")
    if resume and _SAMPLE_CV.search(str(resume)):
        builder.sample("_data/cv.json")
    elif isinstance(resume, dict):
        for name in ("publications", "presentations", "teaching", "portfolio"):
            resume.pop(name, None)  # made from the pages by a script of the template
        add_resume(builder, builder.values(resume, "_data/cv.json"))


def _read_talk(builder: Builder, page: OwnPage) -> None:
    name, title, values, body = page
    venue = sentence(values.text("venue"))
    kind = values.text("type")
    fields = {
        "author": author_list([builder.owner.get("name", "")]),
        "title": title_of(title),
        "organization" if _HOST.search(venue) else "eventtitle": venue,
        "location": sentence(values.text("location")),
        "date": date_of(values.text("date"), filled=True),
        "type": "" if kind.lower() == "talk" else sentence(kind),
        "abstract": prose(TEMPLATE.sub("", body)) or prose(values.text("excerpt")),
        "url": web(values.text("link", "talk_url", "url")),
    }
    _report_pictures(builder, name, body)
    address = page.address(f"talks/{page.slug}")
    key = builder.add("talk", fields, name, address=address)
    add_files(
        builder, name, key, {"slides": values.text("slidesurl", "slides_url"), "pdf": values.text("paperurl")}
    )


def _read_teaching(builder: Builder, page: OwnPage) -> None:
    name, title, values, body = page
    season = _SEASON.search(title)
    role, excerpt = "", values.text("excerpt")
    if found := re.match(r"\s*<i>([^<]*)</i>\s*(?:<br\s*/?>)?", excerpt):
        role = re.sub(rf"^{re.escape(values.peek('type'))},\s*", "", found[1])
        excerpt = excerpt[found.end() :]
    fields = {
        "title": title_of(title[: season.start()].strip() if season else title),
        "type": sentence(values.text("type")),
        "role": sentence(role),
        "organization": sentence(values.text("venue") or values.text("institution")),
        "location": sentence(values.text("location")),
        "date": f"{season[2]}-{_SEASONS[season[1].lower()]}"
        if season
        else date_of(values.text("date"), filled=True),
        "abstract": prose(TEMPLATE.sub("", body)) or prose(excerpt),
    }
    values.use("institution", "date")
    _report_pictures(builder, name, body)
    address = page.address(f"teaching/{page.slug}")
    if builder.add("teaching", fields, name):
        builder.addresses.setdefault(address, "teaching")


def _report_pictures(builder: Builder, name: str, body: str) -> None:
    for lost in re.findall(r"!\[[^\]]*\]\([^)]*\)|<(?:img|iframe)\s[^<>]*>", body):
        builder.left(name, "body", lost)
    for code in TEMPLATE.findall(body):
        builder.left(name, "body", " ".join(code.split()))


def _read_project(builder: Builder, page: OwnPage) -> None:
    name, title, values, body = page
    slug, excerpt = page.slug, values.text("excerpt")
    picture = re.search(r"<img\s[^<>]*?src\s*=\s*['\"]([^'\"<>]+)", excerpt)
    fields = {
        "title": title_of(title),
        "abstract": prose(excerpt),
        "date": date_of(values.text("date"), filled=True),
    }
    key = builder.add("project", fields, name)
    if picture and not builder.copy(picture[1], name, key):
        builder.left(name, "excerpt", picture[1])
    address = page.address(f"portfolio/{slug}")
    if body.strip():
        builder.add_page(f"projects/{slug}", plain(title), body, name, address)


def _read_post(builder: Builder, page: OwnPage) -> None:
    name, title, values, body = page
    values.use("date")
    slug = re.sub(r"^\d{4}-\d{2}-\d{2}-", "", page.slug)
    address = page.address(f"posts/{slug}")
    date = date_of(values.peek("date") or PurePosixPath(name).name)
    body = f"*{date}*\n\n{body}" if date else body
    builder.add_page(f"blog/{slug}", plain(title or slug), body, name, address)


def _read_page(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    slug = PurePosixPath(name).stem
    address = normal_address(values.text("permalink") or slug)
    others = values.texts("redirect_from")
    values.use(*LAYOUT, "title")
    if address == "/" or slug == "about":
        if "This is the front page of a website that is powered by the" in body:
            builder.sample(name)
        else:
            builder.set_home(body, name)
        return
    text = re.sub(r"<[^<>]*>|^#+.*$", "", TEMPLATE.sub("", body), flags=re.M).strip()
    if slug in _TEMPLATE_PAGES or _SAMPLE_CV.search(body):
        if _SAMPLE_CV.search(body):
            builder.sample(name)
        elif text:
            builder.left(name, "body", " ".join(text.split()))
        target = _STANDARD.get(slug, "")
    elif text:
        builder.add_page(f"pages/{slug}", plain(values.peek("title") or slug), body, name, address)
        target = builder.addresses.get(address, "")
    else:
        target = _STANDARD.get(slug, "")
    for other in (address, *map(normal_address, others)):
        if target:
            builder.addresses.setdefault(other, target)


def _report_table(builder: Builder, name: str) -> None:
    """The tables that pages were made from: what has no page is reported."""
    lines = builder.folder.text(name).strip().split("\n")
    titles = {record.lower() for record in builder.titles()}
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        title = next((cell for cell in cells[:2] if not re.match(r"\d{4}|$", cell)), "")
        if title and not SAMPLE.search(title) and plain(title).lower() not in titles:
            builder.left(name, f"line {number}", line)
