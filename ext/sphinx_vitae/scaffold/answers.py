"""What ``sphinx-vitae new`` asks, and what it refuses."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.bib import parse_name

__all__ = ["HOSTS", "Answers", "ScaffoldError", "checked_name"]

#: Where a site can be published.
HOSTS: Final = ("github", "gitlab", "readthedocs", "none")
#: Besides letters and marks: no character here means anything to Python, YAML, Markdown or BibTeX.
_IN_NAMES: Final = frozenset(" ,.-'’‐‑·")
_LONGEST_NAME: Final = 100


class ScaffoldError(Exception):
    """Nothing can be written; the message says why, and what to do, in one sentence."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a new site.

    :param name: the owner, or the head of a group; family name first, as ``Lovelace, Ada``.
    :param group: whether several people have the site.
    :param host: one of `HOSTS`.
    :param sample: whether the site is that of an invented person, to look around in.
    """

    name: str
    group: bool = False
    host: str = "none"
    sample: bool = False


def checked_name(written: str) -> str:
    """Return a name as a bibliography has it, ``Lovelace, Ada``.

    :raises ScaffoldError: it is empty, too long, or holds characters that names do not have.
    """
    name = " ".join(unicodedata.normalize("NFC", written).split())
    strange = sorted({c for c in name if not (unicodedata.category(c)[0] in "LM" or c in _IN_NAMES)})
    if not name:
        raise ScaffoldError('the name is empty; write it family name first: --name "Lovelace, Ada"')
    if strange:
        raise ScaffoldError(f'the name has {strange[0]!a}; write letters only: --name "Lovelace, Ada"')
    if len(name) > _LONGEST_NAME or name.count(",") > 1:
        raise ScaffoldError('the name is not one name; write one, family name first: --name "Lovelace, Ada"')
    person = parse_name(name)
    if not person.given or not person.family or person.family_first:
        return name
    family = " ".join(part for part in (person.prefix, person.family) if part)
    return f"{family}, {person.given}"
