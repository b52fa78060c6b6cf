"""People as described in conf.py.

Each field carries its own explanation. The valid keys and the reference page are generated from these
fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Final

__all__ = ["LARGEST_PHOTO", "SHARP_PHOTO", "Profile", "explained", "keys_of", "says"]

#: The maximum size of a photo in bytes. Photos in the largest size that we show need less than a fifth of this.
LARGEST_PHOTO: Final = 1_000_000
#: The number of pixels on each side below which a photo is blurred.
SHARP_PHOTO: Final = {"vitae_owner": 192, "vitae_people": 64}


def says(explanation: str, default: object = "") -> Any:
    """A dataclass field with an explanation, which is valid in both reStructuredText and Markdown."""
    return field(default=default, metadata={"says": explanation})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person as described in conf.py. Fields that are not set are empty."""

    name: str = field(metadata={"says": "as in a bibliography: ``Lovelace, Ada``; required"})
    aliases: tuple[str, ...] = says(
        "a list of other forms of the name; add ``Lovelace, A.`` to resolve an ambiguous name", ()
    )
    orcid: str = says("``0000-0002-1825-0097``; identifies the person if the bibliography has it too")
    url: str = says("the address of a home page; names in lists link to it")
    headline: str = says("a line below the name in ``cv-header``")
    affiliation: str = says("shown below the headline")
    address: str = says("shown after the affiliation")
    email: str = says("an e-mail address; other text, such as ``me at example``, is shown unchanged")
    phone: str = says("a telephone number, in any format")
    photo: str = says("the path of an image, relative to the source folder")
    role: str = says(
        "a role, such as ``PhD student``, or several, separated by commas; the ``people`` directive shows it and can filter by it"
    )
    date: str = says(
        "the period, such as ``2022-09/`` or ``2018/2022``, or any text; the ``people`` directive shows it"
    )
    links: tuple[tuple[str, str], ...] = says(
        "a dictionary: label → address, file of the site (``cv.pdf``), or text", ()
    )


def keys_of(kind: type[Any]) -> tuple[str, ...]:
    """The keys that are allowed in a dictionary in conf.py for this class."""
    return tuple(f.name.replace("_", "-") for f in fields(kind))


def explained(kind: type[Any]) -> str:
    """All keys with their explanations, as a list that is valid in both reStructuredText and Markdown."""
    said = (f.metadata["says"] for f in fields(kind))
    return "\n".join(f"- ``{key}``: {says}" for key, says in zip(keys_of(kind), said, strict=True))
