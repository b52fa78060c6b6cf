"""al-folio: Jekyll, with ``_bibliography`` and ``_data``."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import Profile

from ..builder import Builder
from ..field_values import family_first, web
from ..folder import Folder
from ..links import profile_link
from ..old_site import OldSite
from ..values import Values
from .alfolio_bibliographies import BELOW, copy_files, read_bibliographies
from .alfolio_cv import add_cv
from .alfolio_pages import read_member, read_news, read_page, read_post, read_project, read_teaching

__all__ = ["is_alfolio", "read_alfolio"]

_SAMPLE_PEOPLE: Final = frozenset(
    ("adams", "podolsky", "rosen", "bach", "przibram", "schrodinger", "lorentz", "planck")
)


def is_alfolio(folder: Folder) -> bool:
    """Whether this is the folder of a site of al-folio."""
    return folder.has("_bibliography")


def read_alfolio(folder: Folder) -> OldSite:
    """Read the site."""
    builder = Builder(folder, "al-folio", BELOW)
    _read_config(builder)
    read_bibliographies(builder)
    _read_socials(builder, builder.values(builder.yaml("_data/socials.yml"), "_data/socials.yml"))
    _read_coauthors(builder)
    _read_venues(builder)
    add_cv(builder)
    for name in _pages(folder, "_news"):
        read_news(builder, name)
    for name in _pages(folder, "_teachings"):
        read_teaching(builder, name)
    for name in _pages(folder, "_projects"):
        read_project(builder, name)
    for name in _pages(folder, "_team"):
        read_member(builder, name)
    for name in _pages(folder, "_posts"):
        read_post(builder, name)
    for name in _pages(folder, "_pages"):
        read_page(builder, name)
    copy_files(builder)
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
            builder.sample(f"{name}: {family}")
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
            builder.sample(f"{name}: {venue}")
            continue
        values = builder.values(each, name, f"{venue}.")
        color, url = values.text("color"), values.text("url")
        made = {"color": color if re.fullmatch(r"#[0-9A-Fa-f]{3,8}", color) else "", "url": web(url)}
        if any(made.values()):
            builder.venues[venue] = {name: value for name, value in made.items() if value}
