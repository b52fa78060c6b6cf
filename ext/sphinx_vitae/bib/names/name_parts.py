"""One name → `Person`.

The three formats of BibTeX ("First von Last", "von Last, First", "von Last, Jr, First"), biblatex's
extended format (manual §3.4: ``family=…, given=…``), Chinese, Japanese and Korean names, and misplaced
suffixes and initials are supported. Any other name is kept as written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from sphinx_vitae.model import Person

from ..syntax.braces import is_group, split_outside_braces
from .comma_advice import extra_comma, hidden_comma, role_in_name, too_many_commas
from .east_asian import split_cjk
from .initials_advice import initials_after_family
from .name_flaw import NameFlaw
from .name_marks import take_marks
from .name_words import (
    COMMA,
    is_initials,
    is_lower,
    is_suffix,
    prefix_and_family,
    split_words,
    unmarked,
    without_suffix,
)

__all__ = ["ParsedName", "is_extended", "ordinary_person", "read_extended", "read_person"]


class ParsedName(NamedTuple):
    """A name and its problems."""

    person: Person
    flaws: tuple[NameFlaw, ...] = ()


_EXTENDED: Final = re.compile(r"\s*\"?(?:family|given|prefix|suffix|id|useprefix)(?:-i)?\s*=", re.I)
_PART: Final = re.compile(r"\s*\"?([a-z-]+)\s*=\s*(.*?)\"?\s*", re.I | re.S)
#: The commas in an extended name, each followed by another part.
_PART_COMMA: Final = re.compile(r",(?=\s*\"?[a-z-]{2,12}\s*=)", re.I)
#: A longer word with a full stop is not an abbreviation, such as "St."
_ABBREVIATED: Final = 3
_LETTER: Final = r"[^\W\d_¹²³⁰-⁹]"
#: The common forms of names, if they start with capitals: "Doe, John A." and "John Doe".
_ORDINARY: Final = re.compile(
    rf"({_LETTER}+(?:-{_LETTER}+)*), ({_LETTER}(?:{_LETTER}|[. -])*)|({_LETTER}{{2,}}) ({_LETTER}{{4,}})"
)


def read_person(name: str, marks: tuple[str, ...] = ()) -> ParsedName:
    """Parse one name, without symbols, in one of BibTeX's formats.

    A name with too many commas becomes a literal.
    """
    if is_group(name):
        return ParsedName(Person(literal=unmarked(name[1:-1]), marks=marks))
    if "{,}" in name:
        return ParsedName(read_person(name.replace("{,}", ","), marks).person, (hidden_comma(name),))
    if "&" in name:  # Johnson & Johnson: not a person
        return ParsedName(Person(literal=unmarked(name), marks=marks))
    parts = [part.strip() for part in split_outside_braces(name, COMMA)]
    if len(parts) == 1:
        return _without_comma(name, marks)
    return _with_commas(name, parts, marks)


def ordinary_person(name: str) -> Person | None:
    """Parse a name in one of the two common formats, without particles, symbols, suffixes or LaTeX."""
    found = _ORDINARY.fullmatch(name)
    if found is None or " et al" in name or "--" in name:
        return None
    family, given = (found[1], found[2]) if found[1] else (found[4], found[3])
    if not family[0].isupper() or not given[0].isupper():
        return None
    return None if without_suffix(given)[1] or is_suffix(family) else Person(family, given)


def is_extended(name: str) -> bool:
    """Whether a name is in biblatex's extended format."""
    return "=" in name and bool(_EXTENDED.match(name))


def read_extended(name: str) -> Person:
    """Parse a name in biblatex's extended format."""
    parts = {"family": "", "given": "", "prefix": "", "suffix": ""}
    marks: tuple[str, ...] = ()
    for part in split_outside_braces(name, _PART_COMMA):
        found = _PART.fullmatch(part)
        if found and found[1].lower() in parts:
            marked = take_marks(found[2].strip('" '))
            parts[found[1].lower()] = unmarked(marked.name)
            marks += marked.marks
    return Person(**parts, marks=marks)


def _with_commas(name: str, parts: list[str], marks: tuple[str, ...]) -> ParsedName:
    """Parse the formats "von Last, First" and "von Last, Jr, First"."""
    filled = [part for part in parts if part]
    flaws: tuple[NameFlaw, ...] = (extra_comma(name, parts),) if len(filled) < len(parts) else ()
    if len(filled) == 1:
        reading = _without_comma(filled[0], marks)
        fix = reading.flaws[0].fix if reading.flaws else flaws[0].fix
        return ParsedName(reading.person, (NameFlaw(flaws[0].message, fix),))
    if len(filled) == 3 and not is_suffix(filled[1]) and is_suffix(filled[2]):
        filled = [filled[0], filled[2], filled[1]]  # Doe, John, Jr.
    if len(filled) == 2 and is_suffix(filled[1]):  # John Doe, Jr.; but not Doe, MD
        person = _without_comma(filled[0], marks).person
        if person.given or person.literal:
            return ParsedName(replace(person, suffix=unmarked(filled[1])))
    if len(filled) == 2 or (len(filled) == 3 and is_suffix(filled[1])):
        return ParsedName(_last_first(filled, marks), flaws)
    if found := role_in_name(name, filled):
        meant, flaw = found
        return ParsedName(read_person(meant, marks).person, (flaw,))
    return ParsedName(Person(literal=unmarked(name), marks=marks), (too_many_commas(name, filled),))


def _last_first(parts: list[str], marks: tuple[str, ...]) -> Person:
    """Parse "von Last, First" or "von Last, Jr, First", where the suffix can also be after another part."""
    prefix, family = prefix_and_family(split_words(parts[0]))
    suffix = unmarked(parts[1]) if len(parts) == 3 else ""
    given = unmarked(parts[-1])
    if not suffix:  # Doe Jr., John; Doe, John Jr.
        family, suffix = without_suffix(family)
    if not suffix:
        given, suffix = without_suffix(given)
    return Person(family, given, prefix, suffix, marks=marks)


def _without_comma(name: str, marks: tuple[str, ...]) -> ParsedName:
    """Parse the format "First von Last"."""
    if cjk := split_cjk(name):
        return ParsedName(Person(*cjk, marks=marks) if cjk[1] else Person(literal=cjk[0], marks=marks))
    words = split_words(name)
    if len(words) < 2:
        return ParsedName(Person(unmarked(name), marks=marks))
    suffix = unmarked(words.pop()) if len(words) > 2 and is_suffix(words[-1]) else ""
    if not suffix and (count := _initials_at_end(words)):
        initials = [unmarked(word) for word in words[-count:]]
        before = [word.rstrip(".") if len(word) > _ABBREVIATED else word for word in words[:-count]]
        prefix, family = prefix_and_family(before)
        person = Person(family, " ".join(initials), prefix, marks=marks)
        return ParsedName(person, (initials_after_family(name, before, initials),))
    first = next((index for index, word in enumerate(words[:-1]) if is_lower(word)), len(words) - 1)
    prefix, family = prefix_and_family(words[first:])
    return ParsedName(Person(family, unmarked(" ".join(words[:first])), prefix, suffix, marks=marks))


def _initials_at_end(words: list[str]) -> int:
    """The number of words that are initials after a family name: "Doe J.", "Doe. J.", "Doe J. R."."""
    first, last = unmarked(words[0]), unmarked(words[-1])
    in_capitals = words[0].isupper() and "." not in last  # JANE DOE
    if len(words) > 3 or in_capitals or not is_initials(last) or is_initials(first):
        return 0
    return 2 if len(words) == 3 and is_initials(unmarked(words[1])) else 1
