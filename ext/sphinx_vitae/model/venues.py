"""Venues as described in conf.py (``vitae_venues``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from .colours import COLOUR_WANTED, colour_of
from .folding import fold
from .setting_problems import SettingProblems, is_text, shown

__all__ = ["Venue", "find_venue", "read_venues"]

_KEYS: Final = ("name", "url", "color")
#: A year at the end of a tag, as in ``MICRO’23``, ``SC20`` and ``WSDM 2024``, but not in ``Top500``.
_YEAR: Final = re.compile(r"[\s’'`-]*(?<!\d)(?:(?:19|20)\d\d|\d\d)$")
_URL: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.I)


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue: its full name, its URL, and the colour of its tag (``#RRGGBB``). Each of them can be empty."""

    name: str = ""
    url: str = ""
    color: str = ""


def find_venue(venues: Mapping[str, Venue], tag: str) -> Venue | None:
    """The venue with this tag; ``None`` if it is not in the setting.

    :param venues: the venues by `_key`, as returned by `read_venues`.
    :param tag: with or without its year.
    """
    return venues.get(_key(tag)) if venues and tag else None


def _key(tag: str) -> str:
    """A key that is the same for a tag with any year, and in upper or lower case: ``micro`` for ``MICRO’23``."""
    written = fold(tag)
    return _YEAR.sub("", written) or written


def read_venues(value: Any, found: SettingProblems) -> dict[str, Venue] | None:
    """Parse a dictionary: tag without its year → venue. The keys of the result are folded tags."""
    if not isinstance(value, dict):
        found.wrong(value, "it must be a dictionary: tag → {'name': …, 'url': …, 'color': …}")
        return None
    venues: dict[str, Venue] = {}
    for tag, venue in value.items():
        if not is_text(tag):
            found.part(tag, "as a key", "it must be the tag of a venue, such as 'MICRO'")
        elif not isinstance(venue, dict):
            found.part(venue, f"for {shown(tag)}", "it must be a dictionary with 'name', 'url', 'color'")
        elif _key(tag) in venues:
            found.part(tag, "as a key", "another key is the same tag, because case and year are ignored")
        else:
            venues[_key(tag)] = _venue(venue, found, shown(tag))
    return venues


def _venue(value: dict[Any, Any], found: SettingProblems, tag: str) -> Venue:
    """The valid parts of a venue."""
    parts = {}
    for key, part in value.items():
        where = f"for {shown(key)} of {tag}"
        if key not in _KEYS:
            found.unknown(key, _KEYS, f"for {tag}")
        elif key == "color":
            if colour := colour_of(part):
                parts[key] = colour
            else:
                found.part(part, where, COLOUR_WANTED, "grey was used")
        elif not is_text(part):
            found.part(part, where, "it must be a string")
        elif key == "url" and not _URL.fullmatch(part.strip()):
            found.part(part, where, "it must be an address that begins with https://")
        else:
            parts[key] = " ".join(part.split())
    return Venue(**parts)
