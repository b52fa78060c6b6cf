"""Quarto: ``_quarto.yml``, pages in .qmd, and .bib or YAML files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.imports.markup.latex import escaped

from ..addresses import normal_address
from ..builder import Builder
from ..field_values import author_list, date_of, family_first, found_ids, periods, web
from ..folder import Folder
from ..links import label_of
from ..old_site import OldSite
from ..text import TEMPLATE, plain, prose, sentence, title_of
from ..values import Values

__all__ = ["is_quarto", "read_quarto"]

_BELOW: Final = ("", "assets", "images", "files", "docs")
_LAYOUT: Final = (
    "format", "toc", "toc-location", "toc-depth", "toc-title", "toc-expand", "listing", "date-format", "page-layout", "css",
    "execute", "engine", "jupyter", "editor", "title-block-banner", "title-block-style", "comments", "search", "sidebar", "anchor-sections",
    "image-alt", "lang", "draft", "about", "bibliography", "csl", "nocite", "number-sections", "resources", "include-in-header",
    "include-after-body", "include-before-body", "code-fold", "header-includes",
)  # fmt: skip
_KINDS: Final = (
    ("talk|present|seminar|lecture", "talk"),
    ("award|honou?r|prize", "award"),
    ("teaching|course", "teaching"),
    ("service|review", "service"),
)
_STANDARD: Final = frozenset(("publications", "talks", "teaching", "projects", "awards", "news"))
_SETTINGS: Final = frozenset(
    ("_quarto.yml", "_quarto.yaml", "_variables.yml", "_publish.yml", "_metadata.yml")
)
_EMAIL: Final = re.compile(r"mailto:([^\s?]+@[^\s?]+)")


def is_quarto(folder: Folder) -> bool:
    """Whether this is the folder of a site of Quarto."""
    return folder.has("_quarto.yml") or folder.has("_quarto.yaml")


def read_quarto(folder: Folder) -> OldSite:
    """Read the site."""
    builder = Builder(folder, "Quarto", _BELOW)
    _read_settings(builder)
    for name in folder.under("", ".bib"):
        stem = PurePosixPath(name).stem
        kind = next((kind for pattern, kind in _KINDS if re.search(pattern, stem, re.I)), "")
        builder.bibliography(name, kind=kind)
    for name in folder.under("", ".yml", ".yaml"):
        if PurePosixPath(name).name not in _SETTINGS:
            _read_data(builder, name)
    for name in folder.under("", ".qmd", ".md"):
        _read_page(builder, name)
    builder.copy_named(("files", "assets", "papers", "pdf", "images"))
    return builder.finish()


def _read_settings(builder: Builder) -> None:
    name = "_quarto.yml" if builder.folder.has("_quarto.yml") else "_quarto.yaml"
    website = Values(builder.yaml(name), name).child("website")
    title = plain(website.text("title"))
    words = title.split()
    if 1 < len(words) < 5 and not re.search(r"\b(?:lab|group|research|website|home)\b", title, re.I):
        builder.owner["name"] = family_first(re.sub(r"^Dr\.?\s+", "", title))
    for place in ("left", "right"):
        for item in website.child("navbar").children(place):
            _add_link(builder, item.text("href"), item.text("aria-label", "text", "icon"))


def _add_link(builder: Builder, url: str, label: str) -> None:
    if found := re.search(r"orcid\.org/((?:\d{4}-){3}\d{3}[\dX])", url):
        builder.owner.setdefault("orcid", found[1])
    elif found := _EMAIL.search(url):
        builder.owner.setdefault("email", found[1])
    elif web(url):
        builder.links.setdefault(label_of(url, label), url)


def _read_page(builder: Builder, name: str) -> None:
    path = PurePosixPath(name)
    values, body = builder.page(name)
    if path.name.lower() in ("readme.md", "license.md", "changelog.md") or path.name.startswith("_"):
        values.use(*values.names())
        return
    values.use(*_LAYOUT)
    addresses = [normal_address(name), *map(normal_address, values.texts("aliases"))]
    folder = path.parts[0] if len(path.parts) > 1 else ""
    if path.as_posix() in ("index.qmd", "index.md"):
        _read_home(builder, name, values, body)
        target = ""
    elif folder in ("news", "posts") and path.stem != "index":
        target = _read_news(builder, name, values, body)
    elif ("author" in values or "authors" in values) and folder:
        target = _read_work(builder, name, values, body)
    else:
        target = _read_text(builder, name, values, body)
    for address in addresses:
        if target:
            builder.addresses.setdefault(address, target)


def _read_home(builder: Builder, name: str, values: Values, body: str) -> None:
    if title := values.text("title"):
        builder.owner.setdefault("name", family_first(title))
    subtitle = plain(values.text("subtitle"))
    headline, _, affiliation = subtitle.partition(" · ")
    builder.owner.setdefault("headline", headline)
    builder.owner.setdefault("affiliation", affiliation)
    about = Values(values.whole("about"), name)
    for link in about.children("links"):
        _add_link(builder, link.text("href", "url"), link.text("text", "icon"))
    picture = about.text("image") or values.text("image")
    if picture:
        builder.owner["photo"] = builder.copy_photo(picture, name, "vitae_owner", "photo")
    builder.set_home(body, name)


def _read_news(builder: Builder, name: str, values: Values, body: str) -> str:
    title, text = values.text("title"), body.strip()
    key = builder.add("news", {"title": title_of(title), "date": date_of(values.text("date"))}, name)
    if not key:
        return ""
    slug = PurePosixPath(name).stem
    if text:
        builder.add_page(f"news/{slug}", plain(title), text, name)
        return f"news/{slug}"
    return "news"


def _read_work(builder: Builder, name: str, values: Values, body: str) -> str:
    """A page of a work: title, authors with affiliations, DOI, links, abstract."""
    people = values.children("author") or values.children("authors")
    names = [each.text("name") for each in people] or values.texts("author", "authors")
    marks = {
        field: "; ".join(
            f'{number}="{value}"' for number, each in enumerate(people, 1) if (value := _quoted(each, field))
        )
        for field in ("affiliation", "orcid", "url")
    }
    info = values.child("pub-info")
    ids = found_ids(values.text("doi"), info.text("doi"))
    section = re.search(r"^#+\s*Abstract\s*\n(.*?)(?=^#|\Z)", body, re.S | re.M | re.I)
    abstract = values.text("abstract") or (section[1] if section else "")
    venue = sentence(values.text("journal", "publication", "venue", "container-title"))
    fields = {
        "author": author_list(names),
        **{f"author+an:{field}": value for field, value in marks.items()},
        "title": title_of(values.text("title")),
        "subtitle": title_of(values.text("subtitle")),
        "journaltitle": venue,
        "date": date_of(values.text("date"), filled=True),
        "abstract": prose(TEMPLATE.sub("", abstract)),
        "keywords": ", ".join(escaped(plain(each)) for each in values.texts("categories", "keywords")),
        **ids,
    }
    key = builder.add("article" if venue else "misc", fields, name, complete=bool(venue))
    made: dict[str, str] = {}
    for link in info.children("links"):
        label, url = link.text("name", "text", "type").lower(), link.text("url", "href")
        link.use("icon", "local")
        field = next((field for word, field in (("pdf", "pdf"), ("code", "code"), ("data", "data"), ("slide", "slides"), ("poster", "poster"), ("video", "video")) if word in label), "website")  # fmt: skip
        if web(url) and field not in made:
            made[field] = web(url)
        elif url and not builder.copy(
            url, name, f"{key}.pdf" if field == "pdf" else f"{key}.{field}{PurePosixPath(url).suffix}"
        ):
            builder.left(name, f"pub-info.links.{field}", url)
    builder.extend(key, made)
    rest = body.replace(section[0], "") if section else body
    if rest.strip():
        builder.left(name, "body", " ".join(rest.split()))
    return f"key:{key}" if key else ""


def _quoted(person: Values, field: str) -> str:
    nested = person.children(field) or [person.child(field)]
    text = person.text(field) or ", ".join(filter(None, (each.text("name") for each in nested)))
    return re.sub(r'["\\{}%#;]', "", plain(text) if field == "affiliation" else text)


def _read_text(builder: Builder, name: str, values: Values, body: str) -> str:
    path = PurePosixPath(name)
    values.use("title")
    text = re.sub(r"<[^<>]*>|^#+.*$|^:::.*$", "", TEMPLATE.sub("", body), flags=re.M).strip()
    stem = path.parent.name if path.stem == "index" and path.parent.name else path.stem
    if text:
        title = plain(values.peek("title")) or stem
        folder = "" if path.parent.as_posix() == "." else f"{path.parent.as_posix()}/"
        intro = [each for each in (values.text("subtitle"), values.text("description")) if each]
        body = "\n\n".join([*intro, body])
        target = f"pages/{folder}{path.stem}" if path.stem != "index" else f"pages/{stem}"
        builder.add_page(target, title if stem != "cv" else "Curriculum vitae in words", body, name)
        return target
    for code in TEMPLATE.findall(body):
        builder.left(name, "body", " ".join(code.split()))
    return stem if stem in _STANDARD else "cv" if stem == "cv" else ""


def _read_data(builder: Builder, name: str) -> None:
    """Lists of talks and of courses by academic year."""
    value, stem = builder.yaml(name), PurePosixPath(name).stem.lower()
    kind = (
        "talk"
        if re.search("talk|present", stem)
        else "teaching"
        if re.search(r"teach|course|ay_", stem)
        else ""
    )
    items = value if isinstance(value, list) else []
    if not kind or not items:
        if value and "/" in name:
            builder.left(name, "", value)
        return
    for number, each in enumerate(items, 1):
        values = builder.values(each, name, f"[{number}].")
        for fields in _talk(builder, values) if kind == "talk" else _courses(values):
            builder.add(kind, fields, name)


def _talk(builder: Builder, values: Values) -> Iterator[dict[str, str]]:
    links = {
        link.text("text", "name", "icon").lower(): link.text("href", "url")
        for link in values.children("links")
    }
    yield {
        "author": author_list([builder.owner.get("name", "")]),
        "title": title_of(values.text("title", "path")),
        "eventtitle": sentence(values.text("event", "venue", "description", "subtitle")),
        "location": sentence(values.text("location")),
        "date": periods(values.text("date")),
        **{
            field: web(url) for label, url in links.items() for field in ("slides", "video") if field in label
        },
    }


def _courses(values: Values) -> Iterator[dict[str, str]]:
    title, number = values.text("title", "name"), values.text("number", "code")
    fields = {
        "title": title_of(title),
        "number": escaped(number),
        "organization": sentence(values.text("university", "institution")),
        "role": sentence(values.text("role")),
    }
    semesters = values.children("semester") or values.children("semesters")
    for semester in semesters:
        said = semester.text("name", "title")
        semester.use("url", "href")
        yield {**fields, "date": periods(said) or _term(said)}
    if not semesters:
        yield {**fields, "date": periods(values.text("date", "year"))}


def _term(text: str) -> str:
    """``Fall 2023`` as a season."""
    year = re.search(r"\b(?:19|20)\d\d\b", text)
    season = next((number for word, number in (("spring", "21"), ("summer", "22"), ("fall", "23"), ("autumn", "23"), ("winter", "24")) if word in text.lower()), "")  # fmt: skip
    return f"{year[0]}-{season}" if year and season else year[0] if year else ""
