"""The answers to the questions of ``sphinx-vitae new``, and their validation."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.bib import parse_name
from sphinx_vitae.model import known_language, near_language

__all__ = ["HOSTS", "Answers", "ScaffoldError", "checked_languages", "checked_name"]

#: Where a site can be published.
HOSTS: Final = ("github", "gitlab", "readthedocs", "none")
#: Allowed characters besides letters and marks. None of them is special in Python, YAML, Markdown or BibTeX.
_IN_NAMES: Final = frozenset(" ,.-'’‐‑·")
_LONGEST_NAME: Final = 100


class ScaffoldError(Exception):
    """The site cannot be written. The message says why, and what to do, in one sentence."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The details of a new site.

    :param name: the owner, or the head of a group; family name first, as in ``Lovelace, Ada``.
    :param group: whether several people share the site.
    :param host: one of `HOSTS`.
    :param sample: whether to create the site of a fictional person, as an example to explore.
    :param languages: as in Sphinx; the first one is that of the pages.
    :param monthly: the services to import from every month, on GitHub.
    """

    name: str
    group: bool = False
    host: str = "none"
    sample: bool = False
    monthly: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)


def checked_name(written: str) -> str:
    """Return a name in the form used in bibliographies, ``Lovelace, Ada``.

    :raises ScaffoldError: if it is empty, too long, or contains characters that do not occur in names.
    """
    name = " ".join(unicodedata.normalize("NFC", written).split())
    strange = sorted({c for c in name if not (unicodedata.category(c)[0] in "LM" or c in _IN_NAMES)})
    if not name:
        raise ScaffoldError('the name is empty; write it family name first: --name "Lovelace, Ada"')
    if strange:
        raise ScaffoldError(f'the name contains {strange[0]!a}; write letters only: --name "Lovelace, Ada"')
    if len(name) > _LONGEST_NAME or name.count(",") > 1:
        raise ScaffoldError('the name is not one name; write one, family name first: --name "Lovelace, Ada"')
    person = parse_name(name)
    if not person.given or not person.family or person.family_first:
        return name
    family = " ".join(part for part in (person.prefix, person.family) if part)
    return f"{family}, {person.given}"


def checked_languages(written: str) -> tuple[str, ...]:
    """Return languages in the form that Sphinx uses, such as ``de`` and ``pt_BR``.

    :param written: names or codes, separated by commas.
    :raises ScaffoldError: if one of them is unknown.
    """
    found: dict[str, None] = {}
    for name in filter(None, (part.strip() for part in written.split(","))):
        code = known_language(name)
        if not code:
            near = near_language(name)
            meant = f"did you mean {near}?" if near else "write codes: --language en,de"
            raise ScaffoldError(f"the language {name!a} is unknown; {meant}")
        found[code.replace("-", "_")] = None
    if not found:
        raise ScaffoldError("no language is given; write codes: --language en,de")
    return tuple(found)
