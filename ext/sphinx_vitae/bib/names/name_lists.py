"""The value of a name field → `NameList`.

Names are joined with "and" outside braces, and a final "and others" stands for further names. This module
also handles common mistakes: other separators, braces around a whole list, "et al." Such lists are parsed as
intended, and reported. No name is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple

from sphinx_vitae.model import NOBODY, NameList, Person, excerpt

from ..syntax.braces import is_group, is_plainly_grouped, split_outside_braces
from .book_titles import book_titles, may_be_titles
from .cut_names import cut_organizations, ends_with_head, only_initials, paired, rejoined, with_spaces
from .name_marks import take_marks
from .name_parts import (
    COMMA,
    is_extended,
    ordinary_person,
    read_extended,
    read_person,
    unmarked,
)
from .non_names import braces_removed, without_library_note
from .separated_names import AND, GIVEN_FAMILY, names_within, persons_within

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
_ET_AL: Final = re.compile(r"(?:^|[\s,~]+)et\.?[\s~]+al\.?$|[\s,]*…$", re.I)
_OTHERS: Final = frozenset(("others", "others.", "{others}"))
#: The role of a person, after the name.
_ROLE: Final = re.compile(r"\s*\((?:auth|authors?|eds?|editors?|hrsg|hg)\.?\)", re.I)
#: What exporters write instead of a name that is missing.
_PLACEHOLDERS: Final = frozenset(("undefined", "null", "nan"))
#: "Family, Given" in braces. Company names have more words before the comma, or other words after it.
_BRACED_PERSON: Final = re.compile(
    r"[^\W\d_]+[a-zß-ÿ](?:-[^\W\d_]+)?, (?!Inc|Ltd|LLC|Corp|Co\b|GmbH|AG\b)"
    r"[^\W\d_a-zß-ÿ][^\W\d_]*\.?(?: [^\W\d_]+\.?){0,2}"
)
#: A command with an argument.
_COMMANDED: Final = re.compile(r"\\([A-Za-z]+)\s*(\{.*\})", re.S)
#: DBLP distinguishes people with the same name by numbers: "Wei Wang 0001".
_HOMONYM: Final = re.compile(r"(?<=[^\W\d_.}])\s0\d{3}(?=\s*(?:,|$))")
#: An HTML entity, which an exporter may have escaped for LaTeX: ``&eacute;``, ``\\&328;``. ``&amp;`` separates names.
_ENTITY: Final = re.compile(r"\\?&\\?(?!amp;)(#?[xX]?[A-Za-z0-9]{2,8});")
#: A prefix whose capital BibTeX takes for a given name: "Freek Van de Velde".
_CAPITAL_PREFIX: Final = re.compile(
    r"([^\W\d_][^,{}]*?) ((?:Van|Von) (?:de[nr]?|het|'t|zu[mr]?) [^\W\d_][^,{} ]+)"
)
#: Longer words with a full stop are not abbreviations.
_ABBREVIATED: Final = 4
_AND_AND_COMMA: Final = "write “and” between names, and a single comma in each name"


def parse_name(text: str) -> Person:
    """Parse one name, in any format. If it contains several names, the result is a literal."""
    text = " ".join(text.split())
    persons = _read_name(text).persons
    return persons[0] if len(persons) == 1 else Person(literal=unmarked(text))


def read_names(value: str) -> ParsedNames:
    """Parse the value of a name field, in which each run of spaces is a single space."""
    names = _split(value)
    flaws: dict[tuple[str, str], None] = {}
    if len(names) == 1 or "}and " in value:
        names = _regrouped(value, names, flaws)
    if "," not in value and len(names) > 3 and (pairs := paired(names)):
        names, flaw = pairs
        flaws[flaw] = None
    cut: Mapping[int, tuple[str, str]] | None = None
    if (  # a fast test for most lists
        (", and " in value or "(" in value or " of " in value or " for " in value)
        or (len(names) == 2 and ends_with_head(names[1]))
    ):
        names, joined = rejoined(names)
        flaws.update(dict.fromkeys(joined))
        cut = cut_organizations(names)
    if may_be_titles(value) and (titles := book_titles(names)):
        cut = {**(cut or {}), **titles}
    persons: list[Person] = []
    others = False
    gaps = "" in names
    for number, written in enumerate(names):
        name = written.strip()
        if gaps and names[number + 1 : number + 2] == [""]:  # the comma is reported with the extra "and"
            name = name.removesuffix(",").rstrip()
        if not name:
            flaws[_extra_and(names, number)] = None
        elif number == 1 and gaps and not names[0].strip() and name.lower().startswith("others "):
            flaws = {("“others” is before the names", f"write {name[7:].strip()} and others"): None}
            persons.extend(_read_name(name[7:].strip()).persons)
            others = True
        elif number and number == len(names) - 1 and name.lower() in _OTHERS:
            others = True
        else:
            reading = _read_name(name)
            if reading.flaws and _is_inverted(name, names):
                reading = _ParsedNames((read_person(name).person,))
            persons.extend(reading.persons)
            others = others or reading.others
            if cut and number in cut:
                flaws[cut[number]] = None
            elif (
                name[-1] == "."
                and name[1:2] == "."
                and (alone := only_initials(name, _at(names, number - 1), _at(names, number + 1)))
            ):
                flaws[alone] = None
            elif reading.flaws:
                flaws.update(dict.fromkeys(reading.flaws))
    return ParsedNames(NameList(tuple(persons), others) if persons or others else NOBODY, tuple(flaws))


def _regrouped(value: str, names: list[str], flaws: dict[tuple[str, str], None]) -> list[str]:
    """The names of a list in which braces hide an "and". The problems are added to ``flaws``."""
    if "}and " in value:
        value, touching = with_spaces(value)
        flaws.update(dict.fromkeys(touching))
        names = _split(value)
    if len(names) > 1:
        return names
    if inner := _braced_list(value):
        flaws["braces around the whole list turn it into a single name", "remove those braces"] = None
        return _split(inner)
    if (found := _COMMANDED.fullmatch(value.strip())) and (inner := _braced_list(found[2])):
        message = f"the command \\{found[1]} encloses the whole list, and BibTeX sees no “and” within braces"
        flaws[message, f"remove \\{found[1]}{{ and }}"] = None
        return _split(inner)
    return names


def _at(names: Sequence[str], number: int) -> str:
    """The name at a position of the list, if any."""
    return names[number].strip() if 0 <= number < len(names) else ""


def _is_inverted(name: str, names: Sequence[str]) -> bool:
    """Whether "H. Roe, J. Mary" is one name, because another name in the list has its family name first."""
    pair = [part.strip() for part in split_outside_braces(name, COMMA)]
    return (
        len(pair) == 2
        and all(map(GIVEN_FAMILY.fullmatch, pair))
        and any(other.count(",") == 1 and ordinary_person(other.strip()) for other in names)
    )


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
    if value.lower().count("and") == len(names) - 1 and (
        "{" not in value or all(map(is_plainly_grouped, names))
    ):
        return names  # nearly all: every "and" separates names
    if "{" not in value:
        edge = names[0].startswith("and ") or names[-1].endswith(" and") or " and and " in value
        if not edge and " AND " not in value and " And " not in value:
            return names
    return split_outside_braces(value, AND)


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
    if name.rstrip(", ").lower() in _OTHERS:
        message = "“others” means further names, but is not the last of several names"
        return _ParsedNames(
            (), ((message, "write “and others” after the last name, or remove it"),), others=True
        )
    if name.strip("{}, ").lower() in _PLACEHOLDERS:
        return _ParsedNames((), ((f"“{name.strip('{}, ')}” is not a name", "remove it"),))
    if name[0] == "{" and (read := _within_braces(name)):
        return read
    if (")" in name or name.count(",") > 1 or name.endswith("texte")) and (read := _without_note(name)):
        return read
    if is_group(name) and _BRACED_PERSON.fullmatch(unmarked(name[1:-1])) and not AND.search(name):
        inner = name[1:-1].strip()
        first = _ET_AL.sub("", inner)
        others = first != inner
        fix = f"write {first}{' and others' if others else ''}"
        flaw = (f"the braces around “{excerpt(inner)}” turn it into a single word", fix)
        return _ParsedNames((read_person(first, marks).person,), (flaw,), others)
    several = _separated(name) if not is_group(name) else None
    if several:
        return several
    person, flaws = read_person(name, marks)
    return _ParsedNames((person,), flaws)


def _within_braces(name: str) -> _ParsedNames | None:
    """Several names in one pair of braces; ``None`` if they are a single name."""
    group = name.rstrip(" ,")
    names = persons_within(group[1:-1]) if is_group(group) else []
    if not names:
        return None
    reading = _several(name, names)
    message = f"“{excerpt(group[1:-1])}” is several names within braces, which turn them into one"
    return reading._replace(flaws=((message, reading.flaws[0][1]),))


def _without_note(name: str) -> _ParsedNames | None:
    """A name with a note from a library's catalogue; ``None`` if there is no such note."""
    noted = without_library_note(name)
    reading = _read_name(noted) if noted else None
    if reading is None or len(reading.persons) != 1 or reading.flaws:
        return None
    message = f"“{excerpt(name)}” contains a library’s note on the person"
    return reading._replace(flaws=((message, f"write {noted}"),))


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
    names = names_within(name)
    return _several(name, names) if names else None


def _several(name: str, names: list[str]) -> _ParsedNames:
    names = [braces_removed(_without_full_stop(written)) for written in names]
    readings = [_read_name(written) for written in names]
    persons = tuple(person for reading in readings for person in reading.persons)
    if len(names) == 2 and not any(" " in each or "," in each for each in names):
        fix = "write “and” between two names, or a comma within one"
        if COMMA.search(name):
            fix = f"write {' and '.join(names)}"
        return _ParsedNames(persons, ((f"“{excerpt(name)}” was interpreted as two names", fix),))
    fix = f"write {' and '.join(map(_unambiguous, names, readings))}"
    if _ROLE.search(fix):
        fix = f"{_ROLE.sub('', fix)}, and move editors to editor"
    if any(reading.flaws and reading.persons[0].literal for reading in readings if reading.persons):
        fix = _AND_AND_COMMA
    return _ParsedNames(persons, ((f"“{excerpt(name)}” is several names without “and”", fix),))


def _without_full_stop(name: str) -> str:
    """A name without a full stop after its last word, unless that is an initial or an abbreviation."""
    last = name.rpartition(" ")[2]
    return name.rstrip(".") if len(last) > _ABBREVIATED and last.count(".") == 1 else name


def _unambiguous(written: str, reading: _ParsedNames) -> str:
    """A name as it can be written without a problem."""
    if reading.others and reading.persons and not reading.flaws:
        return f"{_ET_AL.sub('', written)} and others"
    if found := _CAPITAL_PREFIX.fullmatch(written):
        return f"{found[2]}, {found[1]}"
    if not reading.flaws or len(reading.persons) != 1:
        return written
    person = reading.persons[0]
    family = " ".join(filter(None, (person.prefix, person.family)))
    return person.literal or ", ".join(filter(None, (family, person.suffix, person.given)))
