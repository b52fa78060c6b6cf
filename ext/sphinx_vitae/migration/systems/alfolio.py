"""al-folio: Jekyll, with ``_bibliography`` and ``_data``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.bib.vocabulary import LINK_KINDS
from sphinx_vitae.model import Profile

from ..builder import Builder, normal_address
from ..field_values import date_of, family_first, web
from ..folder import Folder
from ..links import profile_link
from ..old_site import OldSite
from ..text import TEMPLATE, plain, prose, sentence, title_of
from ..values import Values
from .alfolio_cv import add_cv

__all__ = ["is_alfolio", "read_alfolio"]

_BELOW: Final = (
    "",
    "assets",
    "assets/pdf",
    "assets/img",
    "assets/img/publication_preview",
    "assets/html",
    "_bibliography",
)
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
#: Keys of the sample bibliography, and people of the sample co-authors.
_SAMPLE_KEYS: Final = frozenset(
    ("einstein1920relativity", "einstein1956investigations", "einstein1950meaning", "physrev.47.777",
     "einstein1905molekularkinetischen", "einstein1905movement", "einstein1905electrodynamics", "einstein1905photoelectriceffect",
     "przibram1967letters", "einstein1935can")
)  # fmt: skip
_SAMPLE_PEOPLE: Final = frozenset(
    ("adams", "podolsky", "rosen", "bach", "przibram", "schrodinger", "lorentz", "planck")
)
_SAMPLE_TEXT: Final = re.compile(
    r"A simple inline announcement|Jean shorts raw denim|Every project has a beautiful feature showcase page|"
    r"Write your biography here|Put your address / P\.O\. box|This page displays a collection of courses"
)
_TERMS: Final = {"spring": "21", "summer": "22", "fall": "23", "autumn": "23", "winter": "24"}
_BIBLIOGRAPHY: Final = re.compile(r"\{%-?\s*bibliography\b(.*?)%\}", re.S)
_FILE: Final = re.compile(r"(?:--file|-f)\s+([\w./-]+)")
_KINDS: Final = (
    ("talk|presentation|seminar|lecture", "talk"),
    ("award|honor|prize", "award"),
    ("teaching", "teaching"),
    ("service", "service"),
)


def is_alfolio(folder: Folder) -> bool:
    """Whether this is the folder of a site of al-folio."""
    return folder.has("_bibliography")


def read_alfolio(folder: Folder) -> OldSite:
    """Read the site."""
    builder = Builder(folder, "al-folio", _BELOW)
    _read_config(builder)
    _read_bibliographies(builder)
    _read_socials(builder, builder.values(builder.yaml("_data/socials.yml"), "_data/socials.yml"))
    _read_coauthors(builder)
    _read_venues(builder)
    add_cv(builder)
    for name in _pages(folder, "_news"):
        _read_news(builder, name)
    for name in _pages(folder, "_teachings"):
        _read_teaching(builder, name)
    for name in _pages(folder, "_projects"):
        _read_project(builder, name)
    for name in _pages(folder, "_team"):
        _read_member(builder, name)
    for name in _pages(folder, "_posts"):
        _read_post(builder, name)
    for name in _pages(folder, "_pages"):
        _read_page(builder, name)
    _copy_files(builder)
    for name in folder.under("_data", ".yml", ".yaml"):
        if name not in ("_data/socials.yml", "_data/coauthors.yml", "_data/venues.yml", *CV_FILES):
            builder.left(name, "", builder.yaml(name))
    return builder.finish()


CV_FILES: Final = ("_data/cv.yml", "_data/cv-2026.yml")


def _pages(folder: Folder, name: str) -> list[str]:
    return folder.under(name, ".md", ".html", ".markdown")


def _read_config(builder: Builder) -> None:
    value = builder.yaml("_config.yml")
    config = Values(value, "_config.yml")  # most of it configures Jekyll: nothing else of it is reported
    given = " ".join(filter(None, (config.text("first_name"), config.text("middle_name"))))
    family = config.text("last_name")
    if family and (given, family) not in (("You", "R. Name"), ("Albert", "Einstein"), ("You", "Name")):
        builder.owner["name"] = family_first(f"{family}, {given}")
        if config.peek("middle_name"):
            builder.aliases.append(family_first(f"{family}, {config.text('first_name')}"))
        scholar = config.child("scholar")
        for last in scholar.texts("last_name"):
            for first in scholar.texts("first_name"):
                builder.aliases.append(family_first(f"{last.strip('[]')}, {first.strip('[]')}"))
        builder.aliases = [
            alias for alias in builder.aliases if "Einstein" not in alias or family == "Einstein"
        ]
    _read_socials(builder, config, reported=False)
    builder.left("_config.yml", "description", config.text("description"))
    builder.leftovers = [left for left in builder.leftovers if left.value]


def _read_socials(builder: Builder, values: Values, *, reported: bool = True) -> None:
    for name in values.names():
        if name in (
            "first_name",
            "middle_name",
            "last_name",
            "url",
            "baseurl",
            "title",
            "rss_icon",
            "email",
            "orcid_id",
        ):
            continue
        custom = values.child(name) if reported else Values({}, "")
        label, url = profile_link(name, values.peek(name))
        if custom and web(custom.peek("url")) and "alberteinstein" not in custom.peek("url"):
            builder.links[custom.text("title") or name] = custom.text("url")
            custom.use("logo")
        elif custom:
            custom.use("logo", "title", "url")
        elif url and (reported or name.endswith(("_id", "_username", "_userid", "_profile", "_url"))):
            builder.links[label] = url
            values.use(name)
    values.use("rss_icon")
    email = values.text("email")
    if email and not email.endswith("@example.com"):
        builder.owner["email"] = email
    orcid = re.search(r"(?:\d{4}-){3}\d{3}[\dX]", values.text("orcid_id"))
    if orcid:
        builder.owner["orcid"] = orcid[0]


def _read_bibliographies(builder: Builder) -> None:
    names = builder.folder.under("_bibliography", ".bib")
    names.sort(key=lambda name: (not name.endswith("/papers.bib"), name))
    listed = _listed_files(builder)
    for name in names:
        records, _ = read([(name, re.sub(rb"\A\s*---\s*\n---\s*\n", b"", builder.folder.content(name)))])
        keys = {record.written_key.lower() for record in records}
        if keys and keys <= _SAMPLE_KEYS:
            builder.sample(name)
            continue
        stem = PurePosixPath(name).stem
        kind = next((kind for pattern, kind in _KINDS if re.search(pattern, stem, re.I)), "")
        first = name == names[0] and stem != "references"
        builder.bibliography(
            name,
            as_name="references.bib" if first and "_bibliography/references.bib" not in names else "",
            kind=kind,
            mine=not listed or PurePosixPath(name).name in listed,
        )


def _listed_files(builder: Builder) -> set[str]:
    """The .bib files that pages list; ``papers.bib`` is the default."""
    found: set[str] = set()
    for name in builder.folder.under("_pages", ".md", ".html"):
        for options in _BIBLIOGRAPHY.findall(builder.folder.text(name)):
            file = _FILE.search(options)
            found.add(f"{PurePosixPath(file[1]).name.removesuffix('.bib')}.bib" if file else "papers.bib")
    return found


def _read_coauthors(builder: Builder) -> None:
    name = "_data/coauthors.yml"
    value = builder.yaml(name)
    families = value if isinstance(value, dict) else {}
    if families and set(families) <= _SAMPLE_PEOPLE:
        builder.sample(name)
        return
    written = {
        person.family.lower(): person.family
        for record in builder.records
        for names in record.names.values()
        for person in names.persons
    }
    for family, people in families.items():
        if family in _SAMPLE_PEOPLE and family not in written:
            continue
        for number, each in enumerate(people if isinstance(people, list) else [people], 1):
            person = builder.values(each, name, f"{family}[{number}].")
            first = person.texts("firstname")
            url = person.text("url")
            if first:
                last = written.get(family.lower(), family.title() if family.islower() else family)
                aliases = tuple(f"{last}, {other}" for other in first[1:])
                builder.person(Profile(name=f"{last}, {first[0]}", aliases=aliases, url=web(url)))


def _read_venues(builder: Builder) -> None:
    name = "_data/venues.yml"
    value = builder.yaml(name)
    for venue, each in (value if isinstance(value, dict) else {}).items():
        if venue in ("AJP", "PhysRev", "Vision") and not any(
            record.fields.get("abbr") == venue for record in builder.records
        ):
            continue
        values = builder.values(each, name, f"{venue}.")
        color, url = values.text("color"), values.text("url")
        made = {"color": color if re.fullmatch(r"#[0-9A-Fa-f]{3,8}", color) else "", "url": web(url)}
        if any(made.values()):
            builder.venues[venue] = {name: value for name, value in made.items() if value}


def _read_news(builder: Builder, name: str) -> None:
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


def _read_teaching(builder: Builder, name: str) -> None:
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
    if instructor and family_first(instructor) != builder.owner.get("name"):
        builder.left(name, "instructor", instructor)
    key = builder.add("teaching", fields, name)
    if key:
        builder.addresses.setdefault(normal_address(f"teachings/{PurePosixPath(name).stem}"), "teaching")


def _read_project(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if _SAMPLE_TEXT.search(body):
        builder.sample(name)
        return
    values.use(*_LAYOUT)
    title, slug = values.text("title"), PurePosixPath(name).stem
    picture = values.text("img")
    copied = builder.copy(picture, name, slug) if picture else ""
    if picture and not copied:
        builder.left(name, "img", picture)
    fields = {
        "title": title_of(title),
        "abstract": prose(values.text("description")),
        "keywords": sentence(values.text("category")),
        "preview": PurePosixPath(copied).name if copied else "",
        "website": web(values.text("redirect", "website")),
        "code": web(values.text("github")),
    }
    builder.add("project", fields, name, key=f"project-{slug}" if slug.isascii() else "")
    if body.strip():
        builder.add_page(f"projects/{slug}", plain(title), body, name, normal_address(f"projects/{slug}"))


def _read_member(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    values.use(*_LAYOUT)
    who = values.text("title", "name")
    if not who:
        builder.left(name, "", "has no name")
        return
    picture = values.text("img", "image")
    copied = builder.copy(picture, name) if picture else ""
    if picture and not copied:
        builder.left(name, "img", picture)
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


def _read_post(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    if "al-folio" in body or "Hipster" in body or not body.strip():
        builder.sample(name)
        return
    values.use(*_LAYOUT, "date", "tags", "categories", "description")
    slug = re.sub(r"^\d{4}-\d{2}-\d{2}-", "", PurePosixPath(name).stem)
    date = date_of(values.peek("date") or PurePosixPath(name).name)
    address = normal_address(f"blog/{date[:4]}/{slug}")
    builder.add_page(f"blog/{slug}", plain(values.text("title") or slug), body, name, address)


def _read_page(builder: Builder, name: str) -> None:
    values, body = builder.page(name)
    slug = PurePosixPath(name).stem
    address = normal_address(values.text("permalink") or slug)
    if values.peek("layout") == "about" or address == "/":
        _read_about(builder, name, values, body)
        return
    values.use(*_LAYOUT, "title", "description")
    text = re.sub(r"<!--.*?-->|<[^<>]*>|^#+.*$", "", TEMPLATE.sub("", body), flags=re.S | re.M).strip()
    standard = _STANDARD.get(slug, "")
    lists = len(_BIBLIOGRAPHY.findall(body)) > 1
    if (not text and not lists) or _SAMPLE_TEXT.search(body):
        if standard:
            builder.addresses.setdefault(address, standard)
        return
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
        copied = builder.copy(picture, name, "photo")
        if copied:
            builder.owner["photo"] = copied
        else:
            builder.left(name, "profile.image", picture)
    info = re.findall(r"<p>(.*?)</p>", profile.peek("more_info"), re.S)
    if info:
        profile.use("more_info")
        builder.owner.setdefault("address", ", ".join(plain(line) for line in info))
    builder.set_home(body, name)


def slug_is_sample(name: str) -> bool:
    """Whether a page is that of the sample person."""
    return PurePosixPath(name).stem == "about_einstein"


def _copy_files(builder: Builder) -> None:
    """The files that entries name, and those that are named by keys."""
    for origin, key, field, value in _named_files(builder):
        path = builder.folder.find(value, below=_BELOW)
        copied = builder.copy(value, target=PurePosixPath(value).name) if path else ""
        if copied != f"files/{value}":
            builder.left(origin, f"{key}.{field}", value)
    builder.copy_named(("assets/pdf", "assets/img/publication_preview"))


def _named_files(builder: Builder) -> Iterator[tuple[str, str, str, str]]:
    names = {*LINK_KINDS, "preview", "pdf", "slides", "poster", "supp", "html"} - {"doi", "eprint", "arxiv", "dblp", "pmid", "pmcid", "hal", "url", "openreview", "zenodo", "acl", "bibtex"}  # fmt: skip
    for record in builder.records:
        for field in sorted(names & set(record.fields)):
            value = record.fields[field].strip()
            if value and "://" not in value and "." in PurePosixPath(value).name:
                yield record.source.file, record.written_key, field, value
