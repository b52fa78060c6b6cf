"""The owner of a site, and how to reach them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import Profile, fold
from sphinx_vitae.render import print_name

if TYPE_CHECKING:
    from .domain import VitaeDomain

__all__ = ["Contact", "contacts", "full_name", "owner_of"]

_SCHEME: Final = re.compile(r"^(?:https?://)?(?:www\.)?")
_LINK: Final = re.compile(r"(?:https?|ftp|mailto|tel):", re.IGNORECASE)
_FILE: Final = re.compile(r"[\w./-]+\.\w+")
#: An address that is longer than this says less than its name.
_READABLE: Final = 34


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach somebody: what it is called, as it reads on paper, and its address.

    ``local`` for a file of the site, by its path from the root: on paper there is no such thing.
    """

    label: str
    text: str
    url: str = ""
    local: bool = False


def owner_of(domain: VitaeDomain, name: str) -> Profile | None:
    """The person of this name; without a name the first owner."""
    settings = domain.settings
    if not name:
        return settings.owners[0] if settings.owners else None
    for profile in (*settings.owners, *settings.people):
        if fold(name) in {fold(other) for other in (profile.name, *profile.aliases)}:
            return profile
    return None


def full_name(person: Profile) -> str:
    """The name as one reads it; a configuration may have it as ``Huang, Guyue``."""
    return print_name(parse_name(person.name), "full")


def contacts(person: Profile, *, local: bool = False) -> list[Contact]:
    """All ways to reach a person, the most personal first; an address that is no link stays text.

    :param local: with files of the site.
    """
    found = []
    if person.email:
        found.append(Contact("Email", person.email, f"mailto:{person.email}"))
    if person.phone:
        found.append(Contact("Phone", person.phone, "tel:" + re.sub(r"[^+\d]", "", person.phone)))
    if person.url:
        found.append(_web("Web", person.url))
    if person.orcid:
        number = person.orcid.rstrip("/").rsplit("/", 1)[-1]
        found.append(Contact("ORCID", number, f"https://orcid.org/{number}"))
    found += [_web(label, url) for label, url in person.links]
    return [contact for contact in found if local or not contact.local]


def _web(label: str, url: str) -> Contact:
    if not _LINK.match(url):
        return Contact("", label, url, local=True) if _FILE.fullmatch(url) else Contact(label, url)
    text = _SCHEME.sub("", url).rstrip("/")
    return Contact(label, text, url) if len(text) <= _READABLE else Contact("", label, url)
