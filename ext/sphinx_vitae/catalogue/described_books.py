"""The description of a book in place of its title, as publishers cite it: "In: Doe J. (eds) Rain. Springer, Cham"."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import and_list

__all__ = ["described_book"]

#: The editors, the title, and the publisher with its city.
_DESCRIPTION: Final = re.compile(
    r"\s*(?:in:\s*)?([^()]{3,300}?),?\s*\(eds?\.?\)[.,:]?\s+(\S.{3,300}?)(?:\.\s+([^.,]{2,60}), ([^.,]{2,40}))?\.?\s*",
    re.I | re.S,
)
#: A family name, and initials.
_EDITOR: Final = re.compile(r"(\S.*?),? ((?:[A-Z]\.[ -]?)+|[A-Z]{1,3})")
_BETWEEN: Final = re.compile(r"(?<=[A-Z.]),?\s+(?:and|&)\s+|(?<=[A-Z.]),\s+")


def described_book(value: str) -> str:
    """The fields to write instead of a value that describes a book with its editors; empty for other values."""
    found = _DESCRIPTION.fullmatch(value)
    if found is None:
        return ""
    editors, title, publisher, city = found.groups()
    people = [_EDITOR.fullmatch(each.strip()) for each in _BETWEEN.split(editors)]
    names = " and ".join(f"{each[1]}, {each[2].strip()}" for each in people if each)
    fields = [f"booktitle = {{{title}}}", f"editor = {{{names if all(people) else editors}}}"]
    if publisher:
        fields += [f"publisher = {{{publisher}}}", f"address = {{{city}}}"]
    return and_list(fields)
