"""Parsers for settings: any Python value → a valid value and findings, never an exception.

A parser takes the raw value, and the `SettingProblems` to which it reports problems. It returns the valid
part of the value, or ``None`` for the default.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any, Final

from .languages import known_language, language_tag, near_language
from .setting_problems import LEFT_OUT, SettingProblems, is_text, listed, shown, texts_among

__all__ = [
    "FEEDS",
    "METADATA",
    "SettingParser",
    "choice",
    "read_count",
    "read_feeds",
    "read_flag",
    "read_kinds",
    "read_languages",
    "read_links",
    "read_metadata",
    "read_optional_texts",
    "read_pages",
    "read_text",
    "read_texts",
    "read_today",
    "read_words",
]

_FOLDER: Final = re.compile(r"[^\W.][\w. -]*(?:/[^\W.][\w. -]*)*/?")
_PATH: Final = re.compile(r"/(?:[\w.~%+-]+(?:/[\w.~%+-]+)*/?)?")
_ALLOWED_SCHEME: Final = re.compile(r"(?:https?|ftp|mailto|tel):", re.I)
#: The feeds that a site can have; ``all`` contains the entries of the others.
FEEDS: Final = ("publications", "talks", "awards", "news", "all")
#: The default number of entries in a feed.
_FEED_LENGTH: Final = 50
#: The parts of the metadata. ``True`` means all except the last.
METADATA: Final = ("citation", "opengraph", "jsonld", "signposting", "coins", "llms")

SettingParser = Callable[[Any, SettingProblems], object]


def choice(*allowed: str) -> SettingParser:
    """A parser that accepts one of these words."""

    def read(value: Any, found: SettingProblems) -> object:
        if isinstance(value, str) and value in allowed:
            return value
        found.wrong(value, f"it must be one of {listed(allowed)}")
        return None

    return read


def read_text(value: Any, found: SettingProblems) -> str | None:
    """A string."""
    if is_text(value):
        return value.strip()
    found.wrong(value, "it must be a string")
    return None


def read_texts(value: Any, found: SettingProblems) -> tuple[str, ...] | None:
    """A list of strings. A single string is treated as a list of one."""
    if not isinstance(value, (list, tuple)) and not is_text(value):
        found.wrong(value, "it must be a list of strings")
        return None
    kept = texts_among(value, found, "")
    return kept if kept or not value else None


def read_optional_texts(value: Any, found: SettingProblems) -> tuple[str, ...] | None:
    return None if value is None else read_texts(value, found)


def read_count(value: Any, found: SettingProblems) -> int | None:
    """0 or a positive integer."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    found.wrong(value, "it must be 0 or a positive integer")
    return None


def read_flag(value: Any, found: SettingProblems) -> bool | None:
    """``True`` or ``False``."""
    if isinstance(value, bool):
        return value
    found.wrong(value, "it must be True or False")
    return None


def read_today(value: Any, found: SettingProblems) -> datetime.date | None:
    """A date."""
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        found.wrong(value, "it must be a date such as '2026-01-31'")
        return None


def read_kinds(value: Any, found: SettingProblems) -> dict[str, str] | None:
    """File name or entry type → kind."""
    if not isinstance(value, dict):
        found.wrong(value, "it must be a dictionary: file name or entry type → kind")
        return None
    kinds = {}
    for name, kind in value.items():
        if not is_text(name):
            found.part(name, "as a key", "it must be the name of a file, or an entry type")
        elif not is_text(kind):
            found.part(
                kind, f"for {shown(name)}", "a kind must be a word, such as 'publication', 'talk', 'award'"
            )
        else:
            kinds[name.strip()] = kind.strip()
    return kinds


def read_words(value: Any, found: SettingProblems) -> dict[str, str] | None:
    """Phrase → what to print instead."""
    if not isinstance(value, dict):
        found.wrong(value, "it must be a dictionary: phrase → what to print instead")
        return None
    words = {}
    for phrase, said in value.items():
        if not is_text(phrase):
            found.part(phrase, "as a key", "it must be a phrase, such as 'to appear'")
        elif not is_text(said):
            found.part(said, f"for {shown(phrase)}", "it must be a string")
        else:
            words[phrase] = said
    return words


def read_languages(value: Any, found: SettingProblems) -> dict[str, str] | None:
    """Language → the path of the site in that language, with slashes at both ends."""
    if not isinstance(value, dict):
        found.wrong(value, "it must be a dictionary: language → path, such as {'en': '/', 'de': '/de/'}")
        return None
    paths: dict[str, str] = {}
    for language, path in value.items():
        if not is_text(language) or not known_language(language):
            near = near_language(language) if is_text(language) else ""
            code = language_tag(near).replace("-", "_")
            fix = f"did you mean {code!r}? {LEFT_OUT}" if near else LEFT_OUT
            found.part(
                language, "as a key", "it must be a language as in Sphinx, such as 'de' or 'pt_BR'", fix
            )
        elif not is_text(path) or not _PATH.fullmatch(path.strip()) or ".." in path.split("/"):
            found.part(path, f"for {shown(language)}", "it must be a path such as '/' or '/de/'")
        elif (folder := f"{path.strip().rstrip('/')}/") in paths.values():
            found.part(path, f"for {shown(language)}", "another language has the same path")
        else:
            paths[language.strip()] = folder
    return paths


def read_pages(value: Any, found: SettingProblems) -> dict[str, str] | None:
    """Kind → folder. ``True`` means publications, in a folder of that name."""
    if value is True:
        return {"publication": "publications"}
    if value in (False, None):
        return {}
    if not isinstance(value, dict):
        found.wrong(value, "it must be True, or a dictionary: kind → folder")
        return None
    pages = {}
    for kind, folder in value.items():
        if not is_text(kind):
            found.part(kind, "as a key", "it must be a kind, such as 'publication' or 'talk'")
        elif not is_text(folder) or not _FOLDER.fullmatch(folder.strip()) or ".." in folder.split("/"):
            found.part(folder, f"for {shown(kind)}", "it must be the name of a folder next to conf.py")
        else:
            pages[kind.strip()] = folder.strip().strip("/")
    return pages


def read_feeds(value: Any, found: SettingProblems) -> dict[str, int] | None:
    """Parse feeds, as a list of names or a dictionary: feed → the number of its entries."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, (list, tuple, dict)):
        found.wrong(value, f"it must be a list of {listed(FEEDS)}, or a dictionary: name → number of entries")
        return None
    lengths = value.items() if isinstance(value, dict) else ((name, _FEED_LENGTH) for name in value)
    feeds = {}
    for name, length in lengths:
        if not isinstance(name, str) or name not in FEEDS:
            found.unknown(name, FEEDS, "", "the feeds are")
        elif not isinstance(length, int) or isinstance(length, bool) or length < 1:
            found.part(
                length, f"for {shown(name)}", "it must be a positive integer", f"{_FEED_LENGTH} was used"
            )
            feeds[name] = _FEED_LENGTH
        else:
            feeds[name] = length
    return feeds


def read_metadata(value: Any, found: SettingProblems) -> tuple[str, ...] | None:
    """Parse parts of the metadata, in the order of `METADATA`. ``True`` means all except ``llms``."""
    if isinstance(value, bool):
        return METADATA[:-1] if value else ()
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, (list, tuple)):
        found.wrong(value, f"it must be True, False, or a list of {listed(METADATA)}")
        return None
    parts = [part for part in value if isinstance(part, str)]
    for part in value:
        if not isinstance(part, str) or part not in METADATA:
            found.unknown(part, METADATA, "", "the parts are")
    return tuple(part for part in METADATA if part in parts)


def read_links(value: Any, found: SettingProblems) -> dict[str, dict[str, str]] | None:
    """Field → label and URL, either of which is optional."""
    if not isinstance(value, dict):
        found.wrong(value, "it must be a dictionary: field → {'label': …, 'url': …}")
        return None
    links = {}
    for name, link in value.items():
        if not is_text(name):
            found.part(name, "as a key", "it must be the name of a field")
        elif not isinstance(link, dict):
            found.part(link, f"for {shown(name)}", "it must be a dictionary with 'label' and 'url'")
        elif parts := _link(link, found, shown(name)):
            links[name.strip()] = parts
    return links


def _link(link: dict[Any, Any], found: SettingProblems, name: str) -> dict[str, str]:
    parts = {}
    for key, part in link.items():
        where = f"for {shown(key)} of {name}"
        if key not in ("label", "url"):
            found.unknown(key, ("label", "url"), f"for {name}")
        elif not is_text(part):
            found.part(part, where, "it must be a string")
        elif key == "url" and "{value}" not in part:
            found.part(part, where, "it must contain {value}")
        elif key == "url" and not _ALLOWED_SCHEME.match(part.strip()):
            found.part(part, where, "it must begin with https://")
        else:
            parts[key] = part.strip()
    return parts
