"""People, as the configuration describes them.

Each field says what it is for; the readers take the keys that there are from these fields, and the reference
page its explanations.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

__all__ = ["Profile", "explained", "keys_of", "says"]


def says(explanation: str, default: object = "") -> Any:
    """A field with its explanation: reStructuredText and Markdown alike."""
    return field(default=default, metadata={"says": explanation})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person as the configuration describes one; empty where nothing is said."""

    name: str = field(metadata={"says": "as bibliographies have it, ``Huang, Guyue``; it must be there"})
    aliases: tuple[str, ...] = says(
        "a list of other forms of the name; ``Huang, G.`` among them settles whose name that is", ()
    )
    orcid: str = says("``0000-0002-1825-0097``; decides who is meant where the bibliography has it too")
    url: str = says("the address of a home page; names in lists lead there")
    headline: str = says("a line below the name in ``cv-header``")
    affiliation: str = says("printed below the headline")
    address: str = says("printed behind the affiliation")
    email: str = says("an address; text that is none, such as ``me at example``, is printed as it is")
    phone: str = says("a number as people write it")
    photo: str = says("the path of an image, from the source folder")
    role: str = says(
        "what they do, as ``PhD student``; several are separated by commas. ``people`` prints it, and selects by it"
    )
    date: str = says(
        "since when, or from when to when: ``2022-09/``, ``2018/2022``, or any text; printed by ``people``"
    )
    links: tuple[tuple[str, str], ...] = says(
        "a dictionary: label → address, file of the site (``cv.pdf``), or text", ()
    )


def keys_of(kind: type[Any]) -> tuple[str, ...]:
    """The keys of the dictionary that conf.py has for one of these."""
    return tuple(f.name.replace("_", "-") for f in fields(kind))


def explained(kind: type[Any]) -> str:
    """All keys with their explanations, as a list in reStructuredText and Markdown alike."""
    said = (f.metadata["says"] for f in fields(kind))
    return "\n".join(f"- ``{key}``: {says}" for key, says in zip(keys_of(kind), said, strict=True))
