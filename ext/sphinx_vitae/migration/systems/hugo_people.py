"""People of Hugo Blox: ``content/authors/NAME/_index.md``, and ``data/authors/NAME.yaml`` since 2025."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from sphinx_vitae.model import Profile

from ..builder import Builder
from ..cv_items import add_item, add_text
from ..field_values import family_first, web
from ..links import label_of
from ..text import plain
from ..values import Values

__all__ = ["add_people", "full_name"]

_SAMPLE_NAMES: Final = frozenset(("Nelson Bighetti", "Dr. Alex Johnson", "Alex Johnson", "吳恩達"))
_LAYOUT: Final = (
    "authors", "highlight_name", "first_name", "last_name", "schema", "slug", "status", "profile", "build", "cascade", "superuser",
    "is_owner", "weight", "avatar_filename",
)  # fmt: skip


def add_people(builder: Builder) -> None:
    """Add the owner and the other people."""
    folder = builder.folder
    names = [name for name in folder.under("content/authors", "/_index.md") if name.count("/") > 2]
    for name in names:
        values, body = builder.page(name)
        _add_person(builder, PurePosixPath(name).parent.name, values, body, alone=len(names) == 1)
    data = folder.under("data/authors", ".yaml", ".yml")
    for name in data:
        values = builder.values(builder.yaml(name), name)
        _add_person(builder, PurePosixPath(name).stem, values, "", alone=len(data) == 1)


def full_name(builder: Builder, author: str) -> str:
    """The name of an author, who may be named by the folder of a profile."""
    owner = builder.owner.get("name", "") if author in ("admin", "me") else ""
    return builder.profiles.get(author) or owner or author


def _add_person(builder: Builder, folder: str, values: Values, body: str, *, alone: bool) -> None:
    written = _name(builder, folder, values)
    if not written:
        return
    is_owner = (
        values.peek("superuser") == "true"
        or values.peek("is_owner") == "true"
        or folder in ("admin", "me")
        or alone
    )
    values.use(*_LAYOUT)
    links, fields = _links(builder, values)
    fields |= {"headline": plain(values.text("role")), **_affiliation(values)}
    setting, target = ("vitae_owner", "photo") if is_owner else ("vitae_people", folder)
    picture = _picture(builder, values.file, folder, setting, target)
    groups = values.texts("user_groups")
    if is_owner and not builder.owner.get("name"):
        builder.owner |= {"name": written, "photo": picture, **fields}
        builder.links |= links
        _add_owner(builder, values, body)
        return
    bio, url = values.text("bio"), next((url for label, url in links.items() if label == "Website"), "")
    builder.person(
        Profile(
            name=written,
            role=", ".join(map(plain, groups)),
            photo=picture,
            url=url,
            links=tuple(links.items()),
            headline=fields["headline"],
            affiliation=fields["affiliation"],
            email=fields.get("email", ""),
            phone=fields.get("phone", ""),
            orcid=fields.get("orcid", ""),
        )
    )
    if body.strip() or bio:
        builder.left(values.file, "body", " ".join((body.strip() or bio).split()))


def _name(builder: Builder, folder: str, values: Values) -> str:
    """The name of a person, which other pages refer to by the folder; empty if it is not to be carried over."""
    naming = values.child("name")
    name = plain(naming.text("display")) if naming else plain(values.text("title", "name"))
    name = re.sub(r"^(?:Prof\.|Dr\.)\s+", "", name)
    naming.use("given", "family", "pronunciation", "pronouns")
    for note in values.texts("postnominals"):
        builder.left(values.file, "postnominals", note)
    if not name:
        builder.left(values.file, "", "has no name")
        return ""
    given = naming.peek("given")
    builder.profiles[folder] = family_first(f"{naming.peek('family')}, {given}" if given else name)
    if name in _SAMPLE_NAMES:
        builder.sample(values.file)
        return ""
    return builder.profiles[folder]


def _affiliation(values: Values) -> dict[str, str]:
    """The organizations of a person; people write their telephone number among them."""
    names = [
        plain(each.text("name"))
        for field in ("organizations", "affiliations")
        for each in values.children(field)
        if each.peek("name")
    ]
    phones = [name for name in names if name.lower().startswith("phone:")]
    made = {"affiliation": ", ".join(name for name in names if name not in phones)}
    return made | ({"phone": phones[0][6:].strip()} if phones else {})


def _picture(builder: Builder, file: str, folder: str, setting: str, target: str) -> str:
    beside = PurePosixPath(file).parent.as_posix()
    for start in (beside, "assets/media/authors", "assets/media"):
        for stem in ("avatar", folder):
            for suffix in (".jpg", ".jpeg", ".png", ".webp"):
                if f"{start}/{stem}{suffix}" in builder.folder.names:
                    return builder.copy_photo(f"/{start}/{stem}{suffix}", file, setting, target)
    return ""


def _links(builder: Builder, values: Values) -> tuple[dict[str, str], dict[str, str]]:
    """The links of a person, and the fields that stand among them."""
    links: dict[str, str] = {}
    fields: dict[str, str] = {}
    if email := values.text("email"):
        fields["email"] = email
    for each in [
        *values.children("social"),
        *values.children("links"),
        *values.child("profile").children("links"),
    ]:
        url, name = each.text("link", "url"), each.text("label", "display_name", "name")
        each.use("icon", "icon_pack", "display", "label")
        if url.startswith("mailto:"):
            fields["email"] = url.removeprefix("mailto:").partition("?")[0]
        elif found := re.search(r"orcid\.org/((?:\d{4}-){3}\d{3}[\dX])", url):
            fields["orcid"] = found[1]
        elif web(url):
            label = (
                "Website"
                if each.peek("icon") in ("globe", "house", "home", "hero/globe-alt")
                else label_of(url, name)
            )
            links.setdefault(label, url)
        elif url and not url.startswith(("#", "/#")):
            copied = builder.copy(url, values.file)
            if copied:
                links.setdefault(name or each.peek("icon").upper() or "File", copied)
            else:
                builder.left(values.file, each.place.rstrip("."), url)
    return links, fields


def _add_owner(builder: Builder, values: Values, body: str) -> None:
    """Education, experience and awards of the owner, and the biography as the home page."""
    courses = values.child("education").children("courses") or values.children("education")
    for item in courses:
        item.rename("course", "degree")
        add_item(builder, "education", item)
    for item in values.children("experience"):
        item.rename("role", "position")
        item.rename("org", "company")
        add_item(builder, "experience", item)
    for item in values.children("awards"):
        add_item(builder, "awards", item)
    for group in values.children("skills"):
        for skill in group.children("items"):
            add_text(builder, group.peek("name") or "Skills", skill.text("label", "name"))
            skill.use("icon")
        group.use("name", "color", "color_border")
    for language in values.children("languages"):
        add_text(
            builder, "Languages", ", ".join(filter(None, (language.text("name"), language.text("label"))))
        )
        language.use("percent")
    for interest in values.texts("interests"):
        add_text(builder, "Interests", interest)
    bio = values.text("bio")
    text = body.strip() or bio
    if text:
        builder.set_home(text, values.file)
    if body.strip() and bio and plain(bio) not in plain(body):
        builder.left(values.file, "bio", bio)
