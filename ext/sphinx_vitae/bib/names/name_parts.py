"""One name → `Person`.

The three formats of BibTeX ("First von Last", "von Last, First", "von Last, Jr, First"), biblatex's
extended format (manual §3.4: ``family=…, given=…``), Chinese, Japanese and Korean names, and misplaced
suffixes and initials are supported. Any other name is kept as written.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sphinx_vitae.model import Person

from ..markup.text_parser import plain
from ..syntax.braces import is_group, split_outside_braces
from .east_asian import split_cjk
from .name_marks import take_marks
from .non_names import braces_removed, has_title, is_organization, is_plain_person

__all__ = [
    "COMMA",
    "INITIALS",
    "ParsedName",
    "is_extended",
    "is_suffix",
    "ordinary_person",
    "read_extended",
    "read_person",
    "unmarked",
]


class ParsedName(NamedTuple):
    """A name and its problems: pairs of a problem and its fix."""

    person: Person
    flaws: tuple[tuple[str, str], ...] = ()


COMMA: Final = re.compile("[,，]")
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}|[A-Z]{2,3}|[A-Z]-[A-Z]")
#: Suffixes that are more often initials, unless a comma indicates otherwise: "Hughes, Thomas J.R.", "Brody,
#: JR".
_INITIALS_TOO: Final = re.compile(r"JR|SR|MD|RN|(?:[^\W\d_]\.){2,}")
_SUFFIXES: Final = frozenset(("jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "filho", "neto", "junior"))
_DEGREES: Final = frozenset(("phd", "md", "msc", "mph", "dphil", "drph", "mba", "rn"))
_EXTENDED: Final = re.compile(r"\s*\"?(?:family|given|prefix|suffix|id|useprefix)(?:-i)?\s*=", re.I)
_PART: Final = re.compile(r"\s*\"?([a-z-]+)\s*=\s*(.*?)\"?\s*", re.I | re.S)
#: The commas in an extended name, each followed by another part.
_PART_COMMA: Final = re.compile(r",(?=\s*\"?[a-z-]{2,12}\s*=)", re.I)
_BLANK: Final = re.compile(r"\s+")
#: The common forms of names, if they start with capitals: "Doe, John A." and "John Doe".
#: An "and" with a letter missing, or without the space after it.
_MISWRITTEN_AND: Final = re.compile(
    r"\s+(?:ad|an|nd|adn|nad|amd)\s+|\s+and(?=[A-Z])|(?<=\.)and(?:\s+|(?=[^\W\d_a-zß-ÿ]))"
)
#: An "and" within the braces of a command.
_HIDDEN_AND: Final = re.compile(r"\\[A-Za-z]+\{[^{}]* and [^{}]*\}")
#: The role of a person, after a comma.
_ROLE: Final = re.compile(r"\(?(?:eds?|editors?|hrsg|hg)\.?\)?", re.I)
#: Two names in one: "Doe, J. Roe, R."
_TWO_NAMES: Final = re.compile(r"([^\s,]+, (?:[A-Z]\.[ -]?)+) ?([^\s,.]{2,}, (?:[A-Z]\.[ -]?)+)")
#: Words within the names of organizations.
_CONNECTED: Final = re.compile(r"[^\W\d_]{2} (?:and|und|et|of|for|für|pour|og|och|en|&) [^\W\d_]{2}")
#: A family name, which may follow particles.
_LAST_ALONE: Final = re.compile(r"(?:[a-zß-ÿ'’]+ )*\S+")
#: The initials of one person: "J", "J. A.", "J.-P."
_GIVEN_INITIALS: Final = re.compile(r"[A-Z]|(?:[A-Z]\.[ -]?)+")
#: Initials that are more often the form of a company.
_DEGREES_TOO: Final = frozenset(("M.A.", "B.A.", "M.S.", "B.S.", "M.D.", "LL.M.", "MA", "BA", "MS", "MD"))
_COMPANIES: Final = frozenset(
    (
        "AI",
        "AG",
        "AB",
        "SE",
        "TV",
        "UK",
        "US",
        "EU",
        "S.A.",
        "S.A.S.",
        "S.L.",
        "B.V.",
        "N.V.",
        "A.S.",
        "A.B.",
        "A.G.",
        "S.A.R.L.",
    )
)
#: A word before a family name, which belongs to it.
_PARTICLE: Final = re.compile(
    r"(?:d[aeiou]|del|della|le|la|van|von|der|den|mac|san|santa|st\.?|al|el|bin|ibn|ter)", re.I
)
#: What initials need to be a family name in capitals: a vowel, as in "GU", or the sound "ng".
_SYLLABIC: Final = re.compile(r"[AEIOUY]|NG")
#: A longer word with a full stop is not an abbreviation, such as "St."
_ABBREVIATED: Final = 3
_LETTER: Final = r"[^\W\d_¹²³⁰-⁹]"
_ORDINARY: Final = re.compile(
    rf"({_LETTER}+(?:-{_LETTER}+)*), ({_LETTER}(?:{_LETTER}|[. -])*)|({_LETTER}{{2,}}) ({_LETTER}{{4,}})"
)


def unmarked(text: str) -> str:
    """LaTeX → plain words, separated by single spaces."""
    if "--" in text:  # any kind of hyphen
        text = text.replace("---", "-").replace("--", "-")
    if "\\" in text or "{" in text or "~" in text or not text.isascii():
        text = plain(text)
        return " ".join(text.split())
    return text.strip()


def read_person(name: str, marks: tuple[str, ...] = ()) -> ParsedName:
    """Parse one name, without symbols, in one of BibTeX's formats.

    A name with too many commas becomes a literal.
    """
    if is_group(name):
        return ParsedName(Person(literal=unmarked(name[1:-1]), marks=marks))
    if "{,}" in name:
        written = name.replace("{,}", ",")
        flaw = (f"braces hide the comma in “{unmarked(name)}”", f"write {written}")
        return ParsedName(read_person(written, marks).person, (flaw,))
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
    before, _, last = given.rpartition(" ")
    if before and is_suffix(last) and not _INITIALS_TOO.fullmatch(last):
        return None
    return None if is_suffix(family) else Person(family, given)


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
    flaws: tuple[tuple[str, str], ...] = ()
    if len(filled) < len(parts):
        meant = ", ".join(map(braces_removed, filled))
        if len(filled) == 1 and " " in meant and is_organization(meant):
            meant = f"{{{meant}}}"
        fix = f"write {meant}"
        if (
            len(filled) == 2 and not parts[-1] and all(map(is_plain_person, filled))
        ):  # Jane Doe, Max Roe, and …
            fix = f"write {' and '.join(filled)} if these are two names, or {meant} if it is one"
        flaws = ((f"extra comma in “{unmarked(name)}”", fix),)
    if len(filled) == 1:
        reading = _without_comma(filled[0], marks)
        if flaws and reading.flaws:
            flaws = ((flaws[0][0], reading.flaws[0][1]),)
        return ParsedName(reading.person, flaws)
    if len(filled) == 3 and not is_suffix(filled[1]) and is_suffix(filled[2]):
        filled = [filled[0], filled[2], filled[1]]  # Doe, John, Jr.
    if len(filled) == 2 and is_suffix(filled[1]):  # John Doe, Jr.; but not Doe, MD
        person = _without_comma(filled[0], marks).person
        if person.given or person.literal:
            return ParsedName(
                Person(person.family, person.given, person.prefix, unmarked(filled[1]), person.literal, marks)
            )
    if len(filled) == 2 or (len(filled) == 3 and is_suffix(filled[1])):
        return ParsedName(_last_first(filled, marks), flaws)
    written = unmarked(name)
    if _ROLE.fullmatch(filled[-1]):
        meant = ", ".join(filled[:-1])
        fix = f"write {meant}; the names of editors belong in editor"
        return ParsedName(
            read_person(meant, marks).person, ((f"“{written}” ends with the role of a person", fix),)
        )
    shown = written if written.count(",") > 1 else name  # BibTeX counts the comma of a thin space, too
    flaw = (f"“{shown}” has too many commas for a name", _fewer_commas(written, filled))
    if _HIDDEN_AND.search(name):
        flaw = (flaw[0], "write “and” outside the braces of commands, and a single comma in each name")
    elif " " in filled[0] and is_organization(filled[0]):
        fix = (
            "put braces around it if the organization is meant; if it is an affiliation, move it to the "
            "annotation +an:affiliation, or leave it out"
        )
        flaw = (f"“{written}” is an organization with commas, not the name of a person", fix)
    if len(filled) == 3 and not _MISWRITTEN_AND.search(written) and (fix := _given_twice(*filled)):
        flaw = (f"“{written}” has two commas, so BibTeX reads “{filled[1]}” as a suffix, such as Jr.", fix)
    return ParsedName(Person(literal=written, marks=marks), (flaw,))


def _given_twice(family: str, one: str, other: str) -> str:
    """What to write instead of "Doe, Jane, B", "Doe, J. A., Jane" and "Doe, J., B.": a comma divides the given
    names. Of two initials, either can be the first.
    """
    first, second = (bool(_GIVEN_INITIALS.fullmatch(part)) for part in (one, other))
    if not _LAST_ALONE.fullmatch(family) or not (first or second) or not (first or " " not in one):
        return ""
    one, other = (f"{part}." if len(part) == 1 else part for part in (one, other))
    if first and second:
        if one == other:
            return f"write {family}, {one} {other}"
        return f"write {family}, {one} {other}, or {family}, {other} {one}, in the order of the given names"
    if second:
        return f"write {family}, {one} {other}"
    if " " in other:
        return ""
    if one in _DEGREES_TOO:
        return (
            f"write {family}, {other} if {one} is a degree, or {family}, {other} {one} if these are initials"
        )
    return f"write {family}, {other} {one} if {other} is a given name, or “and” between two names"


def _fewer_commas(name: str, parts: list[str]) -> str:
    """What to write instead of a name with too many commas."""
    joined = _MISWRITTEN_AND.sub(" and ", name)
    if joined != name and all(each.count(",") < 2 for each in joined.split(" and ")):
        return f"write {joined}"
    if found := _TWO_NAMES.fullmatch(name):
        return f"write {found[1].strip()} and {found[2]}"
    if len(parts) == 4 and parts[1].endswith(".") and parts[3].endswith("."):  # Doe, Jane B., Roe, R.
        return f"write {parts[0]}, {parts[1]} and {parts[2]}, {parts[3]}"
    if has_title(name):
        return "write only names, with “and” between them, without titles and affiliations"
    fix = "write “and” between names, and a single comma in each name"
    return f"put braces around it if it is an organization, or {fix}" if _CONNECTED.search(name) else fix


def _last_first(parts: list[str], marks: tuple[str, ...]) -> Person:
    prefix, family = _prefix_and_family(_split_words(parts[0]))
    suffix = unmarked(parts[1]) if len(parts) == 3 else ""
    given = unmarked(parts[-1])
    if not suffix:  # Doe Jr., John; Doe, John Jr.
        family, suffix = _without_suffix(family)
    if not suffix:
        given, suffix = _without_suffix(given)
    return Person(family, given, prefix, suffix, marks=marks)


def _without_suffix(words: str) -> tuple[str, str]:
    """Split off a suffix that is the last of several words."""
    first, _, last = words.rpartition(" ")
    return (first, last) if first and is_suffix(last) and not _INITIALS_TOO.fullmatch(last) else (words, "")


def _without_comma(name: str, marks: tuple[str, ...]) -> ParsedName:
    """Parse the format "First von Last"."""
    if cjk := split_cjk(name):
        return ParsedName(Person(*cjk, marks=marks) if cjk[1] else Person(literal=cjk[0], marks=marks))
    words = _split_words(name)
    if len(words) < 2:
        return ParsedName(Person(unmarked(name), marks=marks))
    suffix = unmarked(words.pop()) if len(words) > 2 and is_suffix(words[-1]) else ""
    last = unmarked(words[-1])
    capitals = words[0].isupper() and "." not in last  # the whole name is in capitals
    if (
        not suffix
        and len(words) < 4
        and _is_initials(last)
        and not capitals
        and not _is_initials(unmarked(words[0]))
    ):
        count = 2 if len(words) == 3 and _is_initials(unmarked(words[1])) else 1
        given = " ".join(map(unmarked, words[-count:]))
        names = [word.rstrip(".") if len(word) > _ABBREVIATED else word for word in words[:-count]]
        prefix, family = _prefix_and_family(names)  # Doe J.; Doe J. R.; Doe. J.
        fix = f"write {' '.join(names)}, {given}"
        if len(names) == 2 and not prefix and not _PARTICLE.fullmatch(names[0]):  # Doe Jane R.
            fix = "write a comma after the family name"
            if given in _DEGREES_TOO:
                fix += f", and leave out {given} if it is a degree"
        if last in _COMPANIES or ("." not in last and len(last) > 2):
            fix = f"write {{{unmarked(name)}}} if it is an organization, or {fix.removeprefix('write ')}"
        elif "." not in last and len(last) > 1 and _SYLLABIC.search(last):
            fix += f", or {last}, {' '.join(words[:-1])} if {last} is the family name"
        flaw = (f"“{unmarked(name)}” was interpreted as a family name with initials", fix)
        return ParsedName(Person(family, given, prefix, marks=marks), (flaw,))
    first = next((index for index, word in enumerate(words[:-1]) if _is_lower(word)), len(words) - 1)
    prefix, family = _prefix_and_family(words[first:])
    return ParsedName(Person(family, unmarked(" ".join(words[:first])), prefix, suffix, marks=marks))


def is_suffix(text: str) -> bool:
    """Whether a word is a suffix such as "Jr." or "III", or a degree."""
    word = text.replace(".", "").strip(" {}").lower()
    return word in _SUFFIXES or word in _DEGREES


def _is_initials(word: str) -> bool:
    """Whether a word consists of initials, such as "J.", "J.-P." or "JP".

    A single letter without a full stop can be a family name (X).
    """
    return bool(INITIALS.fullmatch(word)) and (not is_suffix(word) or bool(_INITIALS_TOO.fullmatch(word)))


def _prefix_and_family(words: list[str]) -> tuple[str, str]:
    """The prefix, which consists of the words up to the last one in lower case, and the family name.

    The last word always belongs to the family name, and so does a particle inside it ("Fernández de
    Córdoba, Ana").
    """
    last = -1
    if words and _is_lower(words[0]):
        last = max((index for index, word in enumerate(words[:-1]) if _is_lower(word)), default=-1)
    return unmarked(" ".join(words[: last + 1])), unmarked(" ".join(words[last + 1 :]))


def _split_words(text: str) -> list[str]:
    """Split a name into words, except inside braces. ``~`` counts as a space, but accents do not."""
    if "~" in text and "\\~" not in text:
        text = text.replace("~", " ")
    return [word for word in split_outside_braces(text, _BLANK) if word]


def _is_lower(word: str) -> bool:
    """Whether a word starts with a lower-case letter.

    Braces hide the letter, except those of an accent (as in BibTeX).
    """
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    for character in plain(word):
        if character.isalpha():
            return character.islower()
    return False
