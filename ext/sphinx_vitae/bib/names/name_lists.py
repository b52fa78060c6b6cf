"""The value of a name field → `NameList`.

Names are joined with "and" outside braces, and a final "and others" stands for further names. This module
also handles common mistakes: other separators, braces around a whole list, "et al." Such lists are parsed as
intended, and reported. No name is ever lost.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple

from sphinx_vitae.model import NOBODY, NameList, Person, excerpt

from ..syntax.braces import is_balanced, is_group, split_outside_braces
from .east_asian import split_cjk
from .name_marks import take_marks
from .name_parts import (
    COMMA,
    INITIALS,
    is_extended,
    is_suffix,
    ordinary_person,
    read_extended,
    read_person,
    unmarked,
)

__all__ = ["ParsedNames", "parse_name", "read_names"]

Flaws = tuple[tuple[str, str], ...]


class ParsedNames(NamedTuple):
    """The names of a field. ``flaws`` are pairs of a problem and its fix."""

    names: NameList
    flaws: Flaws = ()


class _ParsedNames(NamedTuple):
    """The names in the text between two "and"s: usually one, or several that were not joined with "and"."""

    persons: tuple[Person, ...]
    flaws: Flaws = ()
    others: bool = False


#: The maximum length of a name. A whole paragraph in place of a name is not split.
_LONGEST: Final = 400
_AND: Final = re.compile(r"\s+and(?=\s)|^and(?=\s)|\s+and$", re.I)
_ET_AL: Final = re.compile(r"(?:^|[\s,~]+)et\.?[\s~]+al\.?$|[\s,]*…$", re.I)
_OTHERS: Final = frozenset(("others", "others.", "{others}"))
#: What exporters write instead of a name that is missing.
_PLACEHOLDERS: Final = frozenset(("undefined", "null", "nan"))
#: "and" in other languages, between two names. It can also be part of a name: "Ortega y Gasset".
_FOREIGN_AND: Final = re.compile(r"\s+(?:und|et|y|e|og|och|i|en)\s+")
_FULL_NAME: Final = re.compile(r"[^\W\d_a-zß-ÿ]\S*(?: [^\W\d_a-zß-ÿ]\S*){1,3}")
_SEPARATORS: Final = (re.compile(r"\s*[;；、]\s*"), re.compile(r"\s+(?:\\?&|&amp;)\s+"))
#: "Family, Given" in braces. Company names have more words before the comma, or other words after it.
_BRACED_PERSON: Final = re.compile(
    r"\{([^\W\d_]+[a-zß-ÿ](?:-[^\W\d_]+)?, (?!Inc|Ltd|LLC|Corp|Co\b|GmbH|AG\b)"
    r"[^\W\d_]+\.?(?: [^\W\d_]+\.?){0,2})\}"
)
#: A command with an argument.
_COMMANDED: Final = re.compile(r"\\([A-Za-z]+)\s*(\{.*\})", re.S)
#: DBLP distinguishes people with the same name by numbers: "Wei Wang 0001".
_HOMONYM: Final = re.compile(r"(?<=[^\W\d_.}])\s0\d{3}(?=\s*(?:,|$))")
#: An HTML entity, which an exporter may have escaped for LaTeX: ``&eacute;``, ``\\&328;``. ``&amp;`` separates names.
_ENTITY: Final = re.compile(r"\\?&\\?(?!amp;)(#?[xX]?[A-Za-z0-9]{2,8});")
#: Longer words with a full stop are not abbreviations.
_ABBREVIATED: Final = 4
_AND_AND_COMMA: Final = "write “and” between names, and a single comma in each name"
#: Initials between the commas of several names.
_GIVEN: Final = re.compile(rf"{INITIALS.pattern}|(?:[A-Z]\.[ -]?){{0,3}}[A-Z]")
_GIVEN_FAMILY: Final = re.compile(r"(?:[A-Z]\.[ -]?){0,2}[A-Z]\. [^\W\d_]{2}\S*(?: \S+){0,2}")
_GLUED: Final = re.compile(r"((?:[A-Z]\.-?){1,3})([A-Z][^\W\d_]\S*)")
_FAMILY_INITIALS: Final = re.compile(r"(\S+(?:[ -]\S+)?) ((?:[A-Z]\.?[ -]?){1,3})")


def parse_name(text: str) -> Person:
    """Parse one name, in any format. If it contains several names, the result is a literal."""
    text = " ".join(text.split())
    persons = _read_name(text).persons
    return persons[0] if len(persons) == 1 else Person(literal=unmarked(text))


def read_names(value: str) -> ParsedNames:
    """Parse the value of a name field, in which each run of spaces is a single space."""
    names = _split(value)
    flaws: dict[tuple[str, str], None] = {}
    if len(names) == 1 and (inner := _braced_list(value)):
        flaws["braces around the whole list turn it into a single name", "remove those braces"] = None
        names = _split(inner)
    elif (
        len(names) == 1
        and (found := _COMMANDED.fullmatch(value.strip()))
        and (inner := _braced_list(found[2]))
    ):
        message = f"the command \\{found[1]} encloses the whole list, and BibTeX sees no “and” within braces"
        flaws[message, f"remove \\{found[1]}{{ and }}"] = None
        names = _split(inner)
    persons: list[Person] = []
    others = False
    gaps = "" in names
    for number, written in enumerate(names):
        name = written.strip()
        if gaps and names[number + 1 : number + 2] == [""]:  # the comma is reported with the extra "and"
            name = name.removesuffix(",").rstrip()
        if not name:
            flaws[_extra_and(names, number)] = None
        elif number and number == len(names) - 1 and name.lower() in _OTHERS:
            others = True
        else:
            reading = _read_name(name)
            persons.extend(reading.persons)
            others = others or reading.others
            if reading.flaws:
                flaws.update(dict.fromkeys(reading.flaws))
    return ParsedNames(NameList(tuple(persons), others) if persons or others else NOBODY, tuple(flaws))


def _extra_and(names: list[str], number: int) -> tuple[str, str]:
    """The problem with an "and" that has no name on one side."""
    before = names[number - 1].strip() if number else ""
    if before.endswith(","):
        message = f"“{excerpt(before[:-1].strip(), 40)}” is followed by a comma and an extra “and”"
        return message, "remove both, or write the given name after the comma"
    if before:
        return f"“{excerpt(before, 40)}” is followed by an extra “and”", "remove it"
    return "there is an extra “and”", "remove it"


def _split(value: str) -> list[str]:
    """The names of a list."""
    names = value.split(" and ")
    if value.lower().count("and") == len(names) - 1 and ("{" not in value or all(map(is_balanced, names))):
        return names  # nearly all: every "and" separates names
    if "{" not in value:
        edge = names[0].startswith("and ") or names[-1].endswith(" and") or " and and " in value
        if not edge and " AND " not in value and " And " not in value:
            return names
    return split_outside_braces(value, _AND)


def _braced_list(value: str) -> str:
    """The names in braces around a whole list, if each of them is "Family, Given"."""
    value = value.strip()
    if not is_group(value):
        return ""
    names = _split(value[1:-1])
    return value[1:-1] if len(names) > 1 and all("," in name for name in names) else ""


@lru_cache(32768)
def _read_name(name: str) -> _ParsedNames:
    """Parse the text between two "and"s."""
    if person := ordinary_person(name):
        return _ParsedNames((person,))
    if len(name) > _LONGEST:
        flaw = (f"“{excerpt(name, 40)}” is too long for a name", "write “and” between names")
        return _ParsedNames((Person(literal=unmarked(name)),), (flaw,))
    if found := _ET_AL.search(name):
        reading = _read_name(name[: found.start()]) if found.start() else _ParsedNames(())
        return _ParsedNames(reading.persons, reading.flaws, others=True)
    if is_extended(name):
        return _ParsedNames((read_extended(name),))
    if "&" in name and ";" in name and (read := _with_entities(name)):
        return read
    name, marks = take_marks(_HOMONYM.sub("", name))
    if not name.strip("{}, "):
        return _ParsedNames((), (("empty name", "remove it"),))
    if name.strip("{}, ").lower() in _PLACEHOLDERS:
        return _ParsedNames((), ((f"“{name.strip('{}, ')}” is not a name", "remove it"),))
    if found := _BRACED_PERSON.fullmatch(name):
        first = _ET_AL.sub("", found[1])
        others = first != found[1]
        fix = f"write {first}{' and others' if others else ''}"
        flaw = (f"the braces around “{found[1]}” turn it into a single word", fix)
        return _ParsedNames((read_person(first, marks).person,), (flaw,), others)
    several = _separated(name) if not is_group(name) else None
    if several:
        return several
    person, flaws = read_person(name, marks)
    return _ParsedNames((person,), flaws)


def _with_entities(name: str) -> _ParsedNames | None:
    """Names with HTML entities, whose semicolons do not separate names; ``None`` if there are no entities.

    Well-formed numeric entities are not reported, because they are characters in all fields; neither is ``&amp;``.
    """
    flaws: dict[tuple[str, str], None] = {}

    def character(found: re.Match[str]) -> str:
        number = f"#{found[1]}" if found[1].isdecimal() else found[1]
        decoded = unescape(f"&{number};")
        if len(decoded) != 1 or not decoded.isprintable():
            return found[0]
        if number != found[1] or number[0] != "#" or "\\" in found[0]:
            message = f"“{excerpt(name)}” contains the HTML entity {found[0]}"
            flaws[message, f"write {decoded}"] = None
        return decoded

    decoded = _ENTITY.sub(character, name.replace("\\&amp;", "\\&").replace("&amp;", "\\&"))
    if decoded == name:
        return None
    reading = _read_name(decoded)
    return reading._replace(flaws=(*flaws, *reading.flaws))


def _separated(name: str) -> _ParsedNames | None:
    """Several names that were joined with something other than "and"."""
    names = _names_within(name)
    return _several(name, names) if names else None


def _names_within(name: str) -> list[str]:
    """The names in a text, if it contains several; each can be parsed on its own."""
    for separator in _SEPARATORS:
        pieces = [piece.strip() for piece in split_outside_braces(name, separator) if piece.strip()]
        if len(pieces) > 1 and (
            separator is _SEPARATORS[0] or all(re.search("[ ,]", piece) for piece in pieces)
        ):
            pieces = [piece.strip(" ,") for piece in pieces]
            return [each for piece in pieces for each in _names_within(piece) or [piece] if each]
    if several := _with_foreign_and(name):
        return several
    if not COMMA.search(name):
        return []
    if not name.isascii() and (several := _separated_cjk(name)):
        return several
    parts = [part.strip() for part in split_outside_braces(name, COMMA)]
    filled = [part for part in parts if part]
    pairs = [_FAMILY_INITIALS.fullmatch(part) for part in filled]
    if len(pairs) > 1 and all(pairs) and _are_several(filled):  # Smith J, Doe A
        return [f"{pair[1]}, {pair[2]}" for pair in pairs if pair]
    initials = len(filled) > 3 and len(filled) % 2 == 0 and all(map(_GIVEN.fullmatch, filled[1::2]))
    if initials and all(len(family) > 1 for family in filled[::2]):  # Smith, J., Doe, A.
        return [f"{family}, {given}" for family, given in zip(filled[::2], filled[1::2], strict=True)]
    if len(filled) > 2 and all(1 < len(part.split()) < 5 for part in filled):
        return filled  # John Smith, Jane Doe, Max Roe
    if len(filled) > 1 and all(map(_GIVEN_FAMILY.fullmatch, filled)):  # J. Smith, J. Doe
        return filled
    inverted = len(filled) > 2 and _GIVEN.fullmatch(filled[1]) and " " not in filled[0]
    if inverted and all(map(_GIVEN_FAMILY.fullmatch, filled[2:])):  # Smith, J., J. Doe, M. Roe
        return [f"{filled[0]}, {filled[1]}", *filled[2:]]
    glued = [_GLUED.fullmatch(part) for part in filled]
    if len(filled) > 2 and all(glued):  # J.Smith, J.Doe, M.Roe
        return [f"{each[1]} {each[2]}" for each in glued if each]
    return []


def _with_foreign_and(name: str) -> list[str]:
    """The names in a list that another language's "and" joins; all of them must have a given and a family
    name.
    """
    pieces = [piece.strip() for piece in _FOREIGN_AND.split(name)]
    if len(pieces) < 2:
        return []
    names = [part.strip() for piece in pieces for part in piece.split(",") if part.strip()]
    return names if all(map(_FULL_NAME.fullmatch, names)) else []


def _are_several(parts: list[str]) -> bool:
    """Whether a comma between two names of this form separates them, unlike the one in "Crane III, Carl D"."""
    if len(parts) > 2:
        return True
    return (
        not any(is_suffix(part.rpartition(" ")[2]) for part in parts)
        and len({"." in part for part in parts}) == 1
    )


def _separated_cjk(name: str) -> list[str]:
    """Several Chinese, Japanese or Korean names, separated by commas. A single comma can be part of one
    name.
    """
    pieces = [piece.strip() for piece in COMMA.split(name) if piece.strip()]
    if len(pieces) < 2 or not all(map(split_cjk, pieces)):
        return []
    whole = min(len("".join(piece.split())) for piece in pieces)
    return pieces if len(pieces) > 2 or whole > 2 else []


def _several(name: str, names: list[str]) -> _ParsedNames:
    names = [_without_full_stop(written) for written in names]
    readings = [_read_name(written) for written in names]
    persons = tuple(person for reading in readings for person in reading.persons)
    if len(names) == 2 and not any(" " in each or "," in each for each in names):
        fix = "write “and” between two names, or a comma within one"
        return _ParsedNames(persons, ((f"“{excerpt(name)}” was interpreted as two names", fix),))
    fix = f"write {' and '.join(map(_unambiguous, names, readings))}"
    if any(reading.flaws and reading.persons[0].literal for reading in readings if reading.persons):
        fix = _AND_AND_COMMA
    return _ParsedNames(persons, ((f"“{excerpt(name)}” is several names without “and”", fix),))


def _without_full_stop(name: str) -> str:
    """A name without a full stop after its last word, unless that is an initial or an abbreviation."""
    last = name.rpartition(" ")[2]
    return name.rstrip(".") if len(last) > _ABBREVIATED and last.count(".") == 1 else name


def _unambiguous(written: str, reading: _ParsedNames) -> str:
    """A name as it can be written without a problem."""
    if not reading.flaws or len(reading.persons) != 1:
        return written
    person = reading.persons[0]
    family = " ".join(filter(None, (person.prefix, person.family)))
    return person.literal or ", ".join(filter(None, (family, person.suffix, person.given)))
