"""Code that both BibTeX dialects share: keys, names, and the layout of entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from sphinx_vitae.model import NameList, Record

from ..facts import line_of

__all__ = ["address_value", "entry_source", "names_value"]

#: Characters that end a key, or that some programs do not accept in keys.
_ODD: Final = re.compile(r"[\s,{}()\"#%~\\'=@]+")
_LOWER: Final = re.compile(r"(?:^|\s)[a-zß-öø-ÿ]")
_SEPARATOR: Final = re.compile(r",|\band\b|^others$", re.I)
_UNSAFE: Final = re.compile(r"[\s{}\\]|[^\x00-\x7f]")
#: Values without characters that are unsafe, as nearly all are.
_SAFE: Final = re.compile(r"[!-\[\]-z|~]*")


def entry_source(kind: str, record: Record, fields: Iterable[tuple[str, str]]) -> str:
    """An entry with one field per line and aligned equals signs. Empty fields are omitted.

    The key is the same as in the file, unless another entry has the same key, or a program could not read it.
    """
    given = [(name, value) for name, value in fields if value]
    width = max([len(name) for name, _ in given], default=0)
    lines = [f"  {name.ljust(width)} = {value}," for name, value in given]
    return "\n".join((f"@{kind}{{{_ODD.sub('-', line_of(record.key)) or 'entry'},", *lines, "}"))


def names_value(names: NameList, encode: Callable[[str], str]) -> str:
    """A name list that BibTeX parses as the same names.

    :param encode: plain text → text for the file.
    """
    found = [
        name
        for person in names.persons
        if (name := _name(person.literal, person.prefix, person.family, person.suffix, person.given, encode))
    ]
    return " and ".join((*found, *(["others"] if names.others and found else [])))


@lru_cache(4096)  # the same people occur again and again
def _name(
    literal: str, prefix: str, family: str, suffix: str, given: str, encode: Callable[[str], str]
) -> str:
    """A name as ``von Last, Jr, First``, with braces where BibTeX would otherwise split it."""
    if literal:
        literal = encode(line_of(literal))
        return f"{{{literal}}}" if literal else ""
    given, suffix = line_of(given), line_of(suffix)
    family = _family(line_of(family), encode, alone=not given)
    family = " ".join(filter(None, (encode(line_of(prefix)), family)))
    rest = [_guarded(part, encode) for part in (suffix, given) if part]
    return ", ".join((family, *rest)) + ("," if suffix and not given else "")


def _family(family: str, encode: Callable[[str], str], *, alone: bool) -> str:
    """A family name, in braces if BibTeX would otherwise treat part of it as a particle, or all of it as a
    given name.
    """
    if _LOWER.search(family) or (alone and " " in family):
        return f"{{{encode(family)}}}"
    return _guarded(family, encode)


def _guarded(part: str, encode: Callable[[str], str]) -> str:
    """A part of a name, in braces if it contains a separator of parts or names."""
    return f"{{{encode(part)}}}" if _SEPARATOR.search(part) else encode(part)


def address_value(url: str) -> str:
    """A URL, with non-ASCII characters, and characters that would end the value, percent-encoded."""
    if _SAFE.fullmatch(url):
        return url
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
