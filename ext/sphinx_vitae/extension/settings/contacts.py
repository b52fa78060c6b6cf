"""People and their contact details."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_vitae import bib, render
from sphinx_vitae.bib.urls import checked_url, is_address
from sphinx_vitae.model import N_, Problem, ProblemKind, Profile, Settings, fold

__all__ = [
    "Contact",
    "contacts",
    "full_name",
    "home_and_contacts",
    "is_local",
    "is_refused",
    "owner_of",
    "web_address",
    "with_addresses",
]

_SCHEME: Final = re.compile(r"^(?:https?://)?(?:www\.)?")
_FILE: Final = re.compile(r"[\w./-]+\.(\w+)(?:#[\w.-]+)?")
_HOST: Final = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
#: Suffixes of files on a site; any other word after a dot is considered a top-level domain.
_FILE_SUFFIXES: Final = frozenset((
    "asc", "bib", "csv", "docx", "gz", "htm", "html", "ics", "jpeg", "jpg", "json", "key",
    "md", "odt", "pdf", "png", "pptx", "ps", "svg", "tex", "txt", "vcf", "webp", "xml", "zip",
))  # fmt: skip
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.I)
#: The minimum number of digits in a telephone number.
_LEAST_DIGITS: Final = 4
#: The maximum length of a URL that is printed; for longer ones, the label is more useful.
_READABLE: Final = 34


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact detail: its label, its text in print, and its address. Our labels are translated where they are printed.

    ``local``: whether it is the path of a file on the site, relative to the root. Print omits such details.
    """

    label: str
    text: str
    url: str = ""
    local: bool = False


def owner_of(settings: Settings, name: str) -> Profile | None:
    """The person with this name; if no name is given, the first owner."""
    if not name:
        return settings.owners[0] if settings.owners else None
    for profile in (*settings.owners, *settings.people):
        if fold(name) in {fold(other) for other in (profile.name, *profile.aliases)}:
            return profile
    return None


def full_name(person: Profile) -> str:
    """The name in reading order. In conf.py, it can be ``Huang, Guyue``."""
    return render.print_name(bib.parse_name(person.name), "full")


def web_address(written: str) -> str:
    """The address to link to; empty if the text is not an address.

    The rules are the same as for bibliographies (`sphinx_vitae.bib.urls`), except that telephone numbers
    (``tel:``) and bare host names (``example.de``) are addresses too.

    :param written: the text, as it is in conf.py or on a page.
    """
    address = _plain(written)
    if address[:4].lower() == "tel:":
        return _dialled(address)
    if is_address(address):
        return checked_url(address)
    return f"https://{address}" if _HOST.fullmatch(address) and not is_local(address) else ""


def is_refused(written: str) -> bool:
    """Whether this is an address that must not be linked, such as ``javascript:``."""
    address = _plain(written)
    return is_address(address) and not web_address(address)


def is_local(written: str) -> bool:
    """Whether this is the path of a file on the site."""
    path = _FILE.fullmatch(written)
    if path is None or is_address(written):
        return False
    return "/" in written or path[1].lower() in _FILE_SUFFIXES


def _plain(written: str) -> str:
    """Remove the characters that browsers ignore in URLs, so that these cannot hide the scheme."""
    return "".join(character for character in written if character.isprintable()).strip()


def _dialled(number: str) -> str:
    """The address for a telephone number; empty if it has too few digits."""
    digits = re.sub(r"[^+\d]", "", number)
    return f"tel:{digits}" if sum(map(str.isdigit, digits)) >= _LEAST_DIGITS else ""


def with_addresses(settings: Settings) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings with addresses that can be linked, and a problem for each address that is rejected."""
    problems: dict[Problem, None] = {}

    def checked(name: str, persons: Sequence[Profile], told: Sequence[Profile] = ()) -> tuple[Profile, ...]:
        for person in persons:
            for where, url in [("'url'", person.url), *((repr(k), url) for k, url in person.links)]:
                if is_refused(url) and person not in told:
                    message = f"{name} contains {url!r} for {where} of {person.name!r}; a link must be an address with https, http, mailto, ftp or tel"
                    problems[Problem(ProblemKind.CONFIG, message, fix="it was ignored")] = None
        return tuple(map(_with_addresses, persons))

    people = checked("vitae_people", settings.people)
    owners = checked("vitae_owner", settings.owners, settings.people)
    return dataclasses.replace(settings, owners=owners, people=people), tuple(problems)


def _with_addresses(person: Profile) -> Profile:
    links = tuple((label, web_address(url) or url) for label, url in person.links if not is_refused(url))
    url = "" if is_refused(person.url) else web_address(person.url) or person.url
    return dataclasses.replace(person, url=url, links=links)


def contacts(person: Profile, *, local: bool = False) -> list[Contact]:
    """All contact details of a person, starting with the most personal.

    Details that cannot be linked remain text.

    :param local: whether to include files on the site.
    """
    found = []
    if person.email:
        email = person.email.removeprefix("mailto:")
        found.append(Contact(N_("Email"), email, f"mailto:{email}" if _EMAIL.fullmatch(email) else ""))
    if person.phone:
        phone = person.phone.removeprefix("tel:")
        found.append(Contact(N_("Phone"), phone, _dialled(phone)))
    if person.url:
        # Translators: the label before the address of a personal site
        found.append(_web(N_("Web"), person.url))
    if person.orcid:
        number = person.orcid.rstrip("/").rsplit("/", 1)[-1]
        found.append(
            Contact("ORCID", number, f"https://orcid.org/{number}" if _ORCID.fullmatch(number) else "")
        )
    found += [_web(label, url) for label, url in person.links if not is_refused(url)]
    return [contact for contact in found if local or not contact.local]


def home_and_contacts(person: Profile, *, local: bool = False) -> tuple[Contact | None, list[Contact]]:
    """The home page of a person, to which the name links, and all other contact details.

    :param local: whether to include files on the site.
    """
    found = contacts(person, local=local)
    written = _web(N_("Web"), person.url) if person.url else None
    home = next((way for way in found if way.url and way == written), None)
    return home, [way for way in found if way is not home]


def _web(label: str, written: str) -> Contact:
    url = web_address(written)
    if not url:
        return Contact("", label, written, local=True) if is_local(written) else Contact(label, written)
    text = _SCHEME.sub("", url).rstrip("/")
    return Contact(label, text, url) if len(text) <= _READABLE else Contact("", label, url)
