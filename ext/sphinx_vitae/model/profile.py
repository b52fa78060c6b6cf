"""People and the look of the CV, as the configuration describes them.

Each field says what it is for; the readers take the keys that there are from these fields, and the reference
page its explanations.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

__all__ = ["Look", "Profile", "explained", "keys_of"]


def _says(explanation: str, default: object = "") -> Any:
    """A field with its explanation: reStructuredText and Markdown alike."""
    return field(default=default, metadata={"says": explanation})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person as the configuration describes one; empty where nothing is said."""

    name: str = field(metadata={"says": "as bibliographies have it, ``Huang, Guyue``; it must be there"})
    aliases: tuple[str, ...] = _says(
        "a list of other forms of the name; ``Huang, G.`` among them settles whose name that is", ()
    )
    orcid: str = _says("``0000-0002-1825-0097``; decides who is meant where the bibliography has it too")
    url: str = _says("the address of a home page; names in lists lead there")
    headline: str = _says("a line below the name in ``cv-header``")
    affiliation: str = _says("printed below the headline")
    address: str = _says("printed behind the affiliation")
    email: str = _says("an address; text that is none, such as ``me at example``, is printed as it is")
    phone: str = _says("a number as people write it")
    photo: str = _says("the path of an image, from the source folder")
    role: str = _says(
        "what they do, as ``PhD student``; several are separated by commas. ``people`` prints it, and selects by it"
    )
    date: str = _says(
        "since when, or from when to when: ``2022-09/``, ``2018/2022``, or any text; printed by ``people``"
    )
    links: tuple[tuple[str, str], ...] = _says(
        "a dictionary: label → address, file of the site (``cv.pdf``), or text", ()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Look of the printed CV. ``accent`` is six hexadecimal digits."""

    paper: str = _says("``a4`` or ``letter``", "a4")
    accent: str = _says("a colour as ``#1F4E79``, with a contrast to white of 4.5:1 at least", "1F4E79")
    fontsize: str = _says("``10pt``, ``11pt`` or ``12pt``", "10pt")
    page_numbers: bool = _says("``True`` or ``False``", True)


def keys_of(kind: type[Profile] | type[Look]) -> tuple[str, ...]:
    """The keys of the dictionary that conf.py has for one of these."""
    return tuple(f.name.replace("_", "-") for f in fields(kind))


def explained(kind: type[Profile] | type[Look]) -> str:
    """All keys with their explanations, as a list in reStructuredText and Markdown alike."""
    said = (f.metadata["says"] for f in fields(kind))
    return "\n".join(f"- ``{key}``: {says}" for key, says in zip(keys_of(kind), said, strict=True))
