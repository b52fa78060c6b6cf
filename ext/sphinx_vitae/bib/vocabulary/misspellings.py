"""For unknown field names: which known name was probably meant, and whether that is certain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from typing import Final

from sphinx_vitae.model import NAME_FIELDS, edits

from .fields import TEXT_FIELDS, canonical_field, field_names, is_known
from .other_programs import FIELDS_OF_OTHERS
from .types import entry_types
from .words import words

__all__ = ["is_given", "near_field", "near_fields", "near_type", "sure_field"]

#: Names whose misspellings are corrected: only names that have an effect here, and only if no other word is
#: likely.
_CORRECTIONS: Final = sorted(
    (
        TEXT_FIELDS
        | frozenset(NAME_FIELDS)
        | words("""
    title subtitle date year month eventdate doi eprint eprinttype eprintclass url isbn issn keywords selected
    crossref related pdf slides code html video poster website arxiv urldate journal school address
    eventurl preview bibtex_show
    """)
    )
    - words("role part award_name amount abbr namea nameb namec")
)
#: Prefixes that people use to disable a field, or to keep another version of it. Any single letter can be one.
_PREFIX: Final = re.compile(r"[a-z]|xx|ot|_+|my|old|new|opt|alt|bdsk-|no_?|un|orig|prev|tmp|todo")
#: Languages, as suffixes of field names.
_LANGUAGE: Final = re.compile(
    r"[-_]?(?:ar|br|ca|ch|cn|cs|cz|da|de|dk|el|en|eng|es|et|fa|fi|fr|ger|gr|he|hr|hu|id|it|ja|jp|ko|kr|lt|lv|nl|no"
    r"|pl|pt|ro|rs|ru|se|sk|sl|sr|sv|tr|tw|ua|uk|us|vi|vn|zh|arabic|chinese|czech|danish|dutch|english|finnish"
    r"|french|german|greek|italian|japanese|korean|polish|portuguese|russian|spanish|swedish|turkish|orig"
    r"|original|native|local|translated|romanized)"
)
_SHORTEST: Final = 4
_LONGEST: Final = 30
#: The minimum length of a name for a suggestion with two edits, and for a fix with one edit.
_LONG: Final = 9
_LONG_ENOUGH: Final = 6
#: Equivalent fields: if one is given, the others are not missing.
_DATES: Final = frozenset(("date", "year", "month", "day"))


@lru_cache(1024)
def near_type(name: str) -> str:
    """The known entry type of which an unknown type is probably a misspelling; empty if none is similar."""
    limit = 0 if not _SHORTEST < len(name) <= _LONGEST else 2 if len(name) >= _LONG else 1
    near = _near(name, entry_types(), limit)
    count, other = min((pair for pair in near if pair[0]), default=(0, ""))
    return "thesis" if count > 1 and name.endswith("thesis") else other


def is_given(field: str, given: Set[str]) -> bool:
    """Whether a field is given, under any of its names. A ``year`` or ``month`` counts as a date.

    :param given: canonical names, looked up once for each misspelt field of an entry.
    """
    wanted = canonical_field(field)
    same = _DATES if wanted in _DATES else {wanted}
    return any(name in given for name in same)


@lru_cache(4096)
def near_field(name: str) -> str:
    """The known field of which an unknown name is probably a misspelling; empty if none is similar."""
    name = name.lower().partition("+")[0]
    if (bare := name.rstrip(":;")) != name and is_known(bare):  # title:= {…}
        return bare
    if _is_meant(name):
        return ""
    limit = 2 if len(name) >= _LONG else 1
    near = min(_near(name, _CORRECTIONS, limit), default=(0, ""))[1]
    # In a short name, another letter usually makes another word: core, code.
    is_word = len(name) == len(near) == _SHORTEST and not _is_swapped(name, near)
    # Letters before a known name are a prefix: ytpreview.
    return "" if is_word or name.endswith(near) else near


def near_fields(names: Iterable[str]) -> dict[str, str]:
    """The misspelt names in an entry, and the known field that each stands for.

    A name is not misspelt if the entry has that field already, or if another name would stand for it as well.

    :param names: the names of all fields of the entry.
    """
    every = {name.lower() for name in names}
    near = {name: other for name in every if (other := near_field(name))}
    if not near:
        return near
    given = {canonical_field(name) for name in every}
    meant = Counter(map(canonical_field, near.values()))
    return {
        name: other
        for name, other in near.items()
        if meant[canonical_field(other)] == 1 and not is_given(other, given)
    }


@lru_cache(4096)
def sure_field(name: str) -> str:
    """The only field of which a name can be a misspelling; empty if there is any doubt.

    Either two adjacent letters are swapped, or one letter inside a long name is omitted, added or replaced,
    and no other known name is as similar.
    """
    name = name.lower()
    if _is_meant(name):
        return ""
    near = [other for count, other in _near(name, field_names(), 1) if count == 1]
    if len(near) != 1 or near[0] not in _CORRECTIONS:
        return ""
    return near[0] if _is_swapped(name, near[0]) or _is_slip_within(name, near[0]) else ""


def _near(name: str, known: Iterable[str], limit: int) -> Iterator[tuple[int, str]]:
    """The known names that are at most ``limit`` edits away, each preceded by its number of edits.

    One edit adds at most one new letter and removes at most one. Comparing letters is faster than counting
    edits, so it is done first.
    """
    letters = set(name)
    for other in known:
        if abs(len(other) - len(name)) <= limit and len(letters.symmetric_difference(other)) <= 2 * limit:
            count = edits(name, other)
            if count <= limit:
                yield count, other


def _is_meant(name: str) -> bool:
    """Whether a name is intentional: known, used by another program, or deliberately changed."""
    if not _SHORTEST <= len(name) <= _LONGEST or not name.replace("_", "").replace("-", "").isalpha():
        return True
    if not name.isascii() or is_known(name) or name in FIELDS_OF_OTHERS:
        return True
    if name[-1] == name[-2] and is_known(name[:-1]):  # doii: a common way to disable a field
        return True
    return _has_prefix(name) or _has_language(name)


def _has_prefix(name: str) -> bool:
    """Whether a name is a known field after a prefix: ``oldtitle``, ``bpages``."""
    return any(
        is_known(name[end:].lstrip("-_")) and _PREFIX.fullmatch(name, 0, end) for end in range(1, len(name))
    )


def _has_language(name: str) -> bool:
    """Whether a name is a known field followed by a language: ``abstract_en``, ``titleen``."""
    return any(
        is_known(name[:length]) and _LANGUAGE.fullmatch(name, length) for length in range(3, len(name) - 1)
    )


def _is_swapped(one: str, other: str) -> bool:
    return len(one) == len(other) and sorted(one) == sorted(other)


def _is_slip_within(written: str, meant: str) -> bool:
    """Whether two long names differ in one letter that is neither the first nor the last."""
    if min(len(written), len(meant)) < _LONG_ENOUGH:
        return False
    longer, shorter = (written, meant) if len(written) >= len(meant) else (meant, written)
    before = _common(longer, shorter)
    behind = _common(longer[::-1], shorter[::-1])
    first = len(longer) - 1 - behind  # either of two equal letters may be the extra one
    slipped = {longer[before], shorter[before]} if len(longer) == len(shorter) else {longer[before]}
    return first >= 1 and before <= len(longer) - 2 and all(map(str.isalpha, slipped))


def _common(one: str, other: str) -> int:
    """The length of the common prefix of two words."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
