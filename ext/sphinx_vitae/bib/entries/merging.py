"""How to make one entry of two: which fields differ, so that the right value of each is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sphinx_vitae.model import and_list, fold

from ..markup.text_parser import plain
from ..vocabulary import canonical_field, written_name

__all__ = ["differing_fields", "fields_of", "merged"]

#: Fields that programs write for themselves. Differences between them do not matter.
_OF_PROGRAMS: Final = frozenset(
    (
        "file",
        "timestamp",
        "owner",
        "date-added",
        "date-modified",
        "biburl",
        "bibsource",
        "localfile",
        "groups",
        "printed",
        "read",
        "comment",
    )
)
#: Fields that matter less than those that identify a work.
_MINOR: Final = frozenset(("abstract", "keywords", "url", "urldate", "issn", "language"))
#: What programs write if they do not know the author.
_PLACEHOLDER: Final = re.compile(
    r"\W*(?:na|n a|anon|anonymous|unknown|none|no author|author|nn|n n)\W*", re.I
)
_DATES: Final = frozenset(("date", "year"))
_CREATORS: Final = ("author", "editor")
#: Longer values are compared as they are.
_LONGEST: Final = 2000
#: How many differing fields a message names.
_NAMED: Final = 4

#: The fields of an entry by their names in biblatex.
_Fields = Mapping[str, str]
#: The fields as they are written.
_Written = Sequence[tuple[str, str]]


def fields_of(written: _Written) -> dict[str, str]:
    """The fields of an entry that are not empty, under the names that they have in biblatex."""
    found: dict[str, str] = {}
    for name, value in written:
        if value and "+" not in name:
            found.setdefault(canonical_field(name.lower()), value)
    return found


def differing_fields(one: _Fields, other: _Fields) -> list[str]:
    """The fields that both entries have, with values whose difference matters; the least important ones last."""
    names = [
        name
        for name, value in one.items()
        if name in other and name not in _OF_PROGRAMS and _differ(name, value, other[name])
    ]
    return sorted((name for name in names if not name.startswith("bdsk-")), key=_MINOR.__contains__)


def merged(written: _Written, also: _Written, *, is_one_type: bool) -> str:
    """What to keep of two entries for one publication; empty if they say the same. The fields that differ have
    the names that the second entry uses, and placeholders are not kept.
    """
    one, other = fields_of(written), fields_of(also)
    absent = [name for name in _CREATORS if any(_is_placeholder(each.get(name, "")) for each in (one, other))]
    for name in absent:
        for each in (one, other):
            if _is_placeholder(each.get(name, "")):
                del each[name]
    differing = differing_fields(one, other)
    names = [written_name(name, (each for each, _ in also)) for name in differing if name != "keywords"]
    more = len(names) - _NAMED
    shown = and_list([*names[:_NAMED], f"{more} more fields"] if more > 1 else names) if names else ""
    from_both = ["fields"] * (_adds(one, other) or _adds(other, one)) + ["keywords"] * (
        "keywords" in differing
    )
    both = f"the {and_list(from_both)} of both" if from_both else ""
    type_ = "" if is_one_type else "the right entry type"
    right = f"the right {'value' if len(names) == 1 else 'values'} of {shown}" if names else ""
    without = f", without the placeholder in {absent[0]}" if absent else ""
    kept = list(filter(None, (both, type_, right)))
    return (and_list(kept) if kept else "") + without


def _adds(one: _Fields, other: _Fields) -> bool:
    """Whether one of two entries says something that the other does not say, in any field."""
    said = set(other.values())
    dates = _DATES if _DATES & other.keys() else frozenset()
    return any(
        value not in said for name, value in one.items() if name not in {*other, *_OF_PROGRAMS, *dates}
    )


def _is_placeholder(creators: str) -> bool:
    """Whether a program wrote these names because it did not know any."""
    return len(creators) < 30 and bool(
        _PLACEHOLDER.fullmatch(" ".join(re.split(r"[^a-z]+", creators.lower())))
    )


def _differ(name: str, value: str, other: str) -> bool:
    """Whether the difference between two values matters. It does in long ones, which are not examined."""
    if value == other or max(len(value), len(other)) > _LONGEST:
        return value != other
    return _bare(name, value) != _bare(name, other)


def _bare(name: str, value: str) -> str:
    """A value without differences that do not matter, such as the order of a person's names."""
    text = fold(plain(value))
    if name in _CREATORS:
        return "".join(sorted(re.findall(r"\w+", text)))
    if name == "doi":
        text = text.rpartition("doi.org")[2]
    if name == "month" and text.strip().isalpha():
        text = text.strip()[:3]
    return "".join(filter(str.isalnum, text))
