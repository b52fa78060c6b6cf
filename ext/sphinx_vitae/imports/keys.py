"""Generates the keys of new entries, such as ``lovelace1843sketch``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import count
from string import ascii_lowercase
from typing import Final
from unicodedata import normalize

from sphinx_vitae.bib.vocabulary import words
from sphinx_vitae.model import NAME_FIELDS, Record, fold

__all__ = ["key_for", "usable_key"]

_STOP: Final = words(
    """
    a an the on of in for to and or at by from with is are be as into via towards toward about der die
    das ein eine einer eines dem den zu zur zum und uber von im am auf fur le la les un une des du de et
    sur dans pour l d el los las una y en il lo gli i e o os as do da
    """
)
_WORD: Final = re.compile(r"[a-z0-9]+")
_LONGEST: Final = 24
_USABLE: Final = re.compile(r"[^\s{},\\\"%#~()=']+")


def usable_key(key: str) -> bool:
    """Whether a source's key is valid in a .bib file, and in ``ids``."""
    return bool(_USABLE.fullmatch(key)) and key.isprintable()


def key_for(record: Record, taken: Container[str]) -> str:
    """Family name, year, and the first significant word of the title; a, b, … is appended if the key is
    taken.

    :param taken: keys in use, in lower case.
    """
    names = next((record.names[field] for field in NAME_FIELDS if field in record.names), None)
    first = names.persons[0] if names and names.persons else None
    family = _ascii(f"{first.prefix}{first.family}" or first.literal) if first else ""
    if not family:
        family = "" if record.kind == "publication" else record.type
    year = str(record.date.year) if record.date and record.date.year else ""
    words = _WORD.findall(_ascii(str(record.title)[:500].replace("-", ""), " "))
    word = next((word for word in words if word not in _STOP), words[0] if words else "")
    base = f"{family[:_LONGEST]}{year}{word[:_LONGEST]}" or "work"
    return next(key for key in _suffixed(base) if key not in taken)


def _suffixed(base: str) -> Iterator[str]:
    yield base
    for letter in ascii_lowercase:
        yield f"{base}{letter}"
    for number in count(27):
        yield f"{base}-{number}"


def _ascii(text: str, between: str = "") -> str:
    folded = normalize("NFKD", fold(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", between, re.sub(r"['’]", "", folded))
