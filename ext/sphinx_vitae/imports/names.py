"""Converts names from services to BibTeX name lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sphinx_vitae.model import NameList, Person

from .markup.capitals import titled_name
from .markup.html import html_text
from .markup.latex import escaped

__all__ = ["csl_names", "is_organization", "listed", "literal_name", "name_list", "written_name"]

_HOMONYM: Final = re.compile(r"\s0\d{3}$")
_INVERTED: Final = re.compile(r"([^,]{2,40}), ([^,]{1,40})")
#: Words in names of organizations, which can contain commas, too.
_ORGANIZATION: Final = re.compile(
    r"\b(?:of|for|and|the|für|university|universit[äéày]\w*|institut\w*|inc|ltd|llc|gmbh|team|group|consortium"
    r"|collaboration|department|school|center|centre|society|association|foundation|project|network|laborator\w+)\b",
    re.I,
)
#: Matches a part of a name that BibTeX would split.
_JOINED: Final = re.compile(r",|(?:^|\s)(?:and|others)(?:\s|$)", re.I)


def csl_names(value: object) -> str:
    """CSL-JSON names as a name list; empty if there are none."""
    names = (
        [_csl_name(name) for name in value if isinstance(name, Mapping)] if isinstance(value, list) else []
    )
    return listed(names)


def listed(names: Iterable[str]) -> str:
    """Names joined with "and"."""
    return " and ".join(name for name in names if name)


def _csl_name(name: Mapping[str, object]) -> str:
    family, given = _plain(name.get("family")), _plain(name.get("given"))
    if not family:
        return literal_name(_plain(name.get("literal")) or _plain(name.get("name")) or given)
    particles = (_plain(name.get("dropping-particle")), _plain(name.get("non-dropping-particle")))
    prefix = " ".join(filter(None, particles))
    return written_name(Person(family, given, prefix, _plain(name.get("suffix")).rstrip(".,")))


def literal_name(name: str) -> str:
    """A name that a service stores as one string: an organization, or ``Family, Given``."""
    found = _INVERTED.fullmatch(name)
    if found and not is_organization(name):
        return written_name(Person(found[1], found[2]))
    return f"{{{escaped(name)}}}" if name else ""


def is_organization(name: str) -> bool:
    """Whether a name contains a word that is typical of organizations."""
    return bool(_ORGANIZATION.search(name))


def _plain(value: object) -> str:
    return " ".join(str(html_text(value)).split()) if isinstance(value, str) else ""


def name_list(names: NameList) -> str:
    """A parsed name list in BibTeX syntax."""
    written = listed(map(written_name, names.persons))
    return f"{written} and others" if names.others and written else written


def written_name(person: Person) -> str:
    """A name, family name first, without the numbers that DBLP adds to homonyms."""
    if person.literal:
        return f"{{{escaped(person.literal)}}}"
    if person.family_first:
        return f"{_part(person.family)}, {_part(person.given)}"
    family = titled_name(_HOMONYM.sub("", person.family).strip())
    given = _HOMONYM.sub("", person.given).strip()
    given = titled_name(given) if family != person.family and " " not in given and "." not in given else given
    parts = [part for part in (person.prefix, family) if part]
    last = " ".join(map(_part, parts))
    if not given and not person.suffix:
        return f"{{{escaped(' '.join(parts))}}}" if " " in last else last
    return ", ".join(part for part in (last, _part(person.suffix), _part(given)) if part)


def _part(part: str) -> str:
    made = escaped(part)
    return f"{{{made}}}" if _JOINED.search(made) else made
