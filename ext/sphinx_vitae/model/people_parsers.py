"""Parsers for the people in conf.py. The valid parts of a person are kept."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any, Final

from .profile import Profile, keys_of
from .setting_problems import LEFT_OUT, SettingProblems, is_name, is_text, shown, texts_among

__all__ = ["read_owners", "read_people"]

_PICTURES: Final = ".png, .jpg, .jpeg, .gif, .webp, .svg or .avif"
#: Matches a picture, or a URL on another server. Any other file would be copied to the site as well.
_PHOTO: Final = re.compile(r"^https?://|^(?!.*://).*\.(?:png|jpe?g|gif|webp|svg|avif)$|^$", re.I | re.S)


def read_owners(value: Any, found: SettingProblems) -> tuple[Profile, ...] | None:
    if value is None:
        return None
    persons = (_owner(item, found) for item in (value if isinstance(value, (list, tuple)) else [value]))
    return tuple(person for person in persons if person)


def _owner(value: Any, found: SettingProblems) -> Profile | None:
    if is_name(value):
        return Profile(name=value.strip())
    meant = ""
    if isinstance(value, dict):
        if is_name(name := value.get("name", "")):
            return _profile(value, name.strip(), found)
        near = [] if name else get_close_matches("name", [key for key in value if isinstance(key, str)], n=1)
        meant = f"did you mean 'name' instead of {near[0]!r}? " if near else ""
    found.part(value, "", "a person must be a name, or a dictionary with 'name'", f"{meant}{LEFT_OUT}")
    return None


def read_people(value: Any, found: SettingProblems) -> tuple[Profile, ...] | None:
    if not isinstance(value, dict):
        found.wrong(value, "it must be a dictionary: name → URL or person")
        return None
    people = []
    for key, person in value.items():
        if not is_name(key):
            found.part(key, "as a key", "it must be the name of a person")
        elif isinstance(person, str):
            people.append(Profile(name=key.strip(), url=person.strip()))
        elif not isinstance(person, dict):
            found.part(person, f"for {shown(key)}", "it must be a URL, or a person as in vitae_owner")
        else:
            name = person.get("name", key)
            if not is_name(name):
                found.part(name, f"for 'name' of {shown(key)}", "it must be a name", f"{key!r} was used")
                name = key
            people.append(_profile(person, name.strip(), found))
    return tuple(people)


def _profile(value: dict[Any, Any], name: str, found: SettingProblems) -> Profile:
    """A person with this name and the valid other keys."""
    kept: dict[str, Any] = {}
    for key, item in value.items():
        where = f"for {shown(key)} of {shown(name)}"
        if not isinstance(key, str) or key not in keys_of(Profile):
            found.unknown(key, keys_of(Profile), f"for {shown(name)}")
        elif key == "name":
            continue  # read by the caller
        elif key == "aliases":
            kept[key] = texts_among(item, found, where)
        elif key == "links":
            kept[key] = _addresses(item, found, shown(name))
        elif not isinstance(item, str):
            found.part(item, where, "it must be a string")
        elif key == "photo" and not _PHOTO.search(item.strip()):
            found.part(item, where, f"it must be the path of a picture, ending in {_PICTURES}")
        else:
            kept[key] = item.strip()
    return Profile(**kept | {"name": name})


def _addresses(value: Any, found: SettingProblems, name: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        found.part(value, f"for 'links' of {name}", "it must be a dictionary: label → URL")
        return ()
    for label, url in value.items():
        if not is_text(label):
            found.part(label, f"among 'links' of {name}", "a label must be a string")
        elif not is_text(url):
            found.part(url, f"for {shown(label)} among 'links' of {name}", "it must be a URL")
    return tuple((k.strip(), v.strip()) for k, v in value.items() if is_text(k) and is_text(v))
