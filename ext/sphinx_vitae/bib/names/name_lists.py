"""The value of a name field → `NameList`.

Names are joined with "and" outside braces, and a final "and others" stands for further names. This module
also handles common mistakes: other separators, braces around a whole list, "et al." Such lists are parsed as
intended, and reported. No name is ever lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sphinx_vitae.model import NOBODY, NameList, Person, excerpt

from ..syntax.braces import split_outside_braces
from .book_titles import book_titles, may_be_titles
from .cut_names import cut_organizations, may_be_cut, paired, rejoined
from .initials_advice import FAMILY_FIRST, only_initials
from .list_item import OTHERS, SEVERAL, ParsedItem, read_item
from .list_splitting import split_list
from .name_flaw import NameFlaw
from .name_parts import ordinary_person, read_person
from .name_words import COMMA, unmarked
from .separated_names import GIVEN_FAMILY

__all__ = ["ParsedNames", "parse_name", "read_names", "separated"]

#: What advice contains besides the names to write.
_MORE_ADVICE: Final = re.compile("”|; |, and move ")


class ParsedNames(NamedTuple):
    """The names of a field, and the problems with them."""

    names: NameList
    flaws: tuple[NameFlaw, ...] = ()


def parse_name(text: str) -> Person:
    """Parse one name, in any format. If it contains several names, the result is a literal."""
    text = " ".join(text.split())
    persons = read_item(text).persons
    return persons[0] if len(persons) == 1 else Person(literal=unmarked(text))


def read_names(value: str) -> ParsedNames:
    """Parse the value of a name field, in which each run of spaces is a single space."""
    names, flaws = _restored(value)
    others = False
    gaps = "" in names
    if gaps and (first := _after_others(names)):
        names = [first, *names[2:]]
        flaws.append(NameFlaw("“others” is before the names", f"write {first} and others"))
        others = True
    advice = _advice(value, names)
    persons: list[Person] = []
    singles: list[int] = []  # the positions of names such as "Doe J"
    for number, written in enumerate(names):
        name = written.strip()
        if gaps and names[number + 1 : number + 2] == [""]:  # the comma is reported with the extra "and"
            name = name.removesuffix(",").rstrip()
        if not name:
            flaws.append(_extra_and(names, number))
        elif number and number == len(names) - 1 and name.lower() in OTHERS:
            others = True
        elif number and number == len(names) - 1 and name[0] == "\\" and unmarked(name).lower() in OTHERS:
            others = True
            flaws.append(NameFlaw(f"“{name}” is a name in BibTeX, because it is formatted", "write others"))
        else:
            reading = read_item(name)
            if reading.flaws and _is_inverted(name, names):
                reading = ParsedItem((read_person(name).person,))
            if name[-2:-1] == " " and "," not in name and len(reading.persons) == 1:
                singles.append(len(persons))
            persons.extend(reading.persons)
            others = others or reading.others
            if number in advice:
                flaws.append(advice[number])
            elif (
                name[-1] == "."
                and name[1:2] == "."
                and (alone := only_initials(name, *_neighbours(names, number)))
            ):
                flaws.append(alone)
            elif reading.flaws:
                flaws.extend(reading.flaws)
    if len(singles) > 1 and any(FAMILY_FIRST in flaw.message for flaw in flaws):
        flaws += _inverted(persons, singles)
    found = NameList(tuple(persons), others) if persons or others else NOBODY
    return ParsedNames(found, tuple(dict.fromkeys(flaws)))


def separated(value: str) -> str:
    """The value with an "and" between all names, if there are other separators; empty if it has only "and"s, or if what is
    meant is not certain.
    """
    spaced = value if "\\~" in value else value.replace("~", " ")
    names = [" ".join(name.split()) for name in split_list(spaced)[0]]
    found = list(names)
    for number, name in enumerate(names):
        for message, fix in read_item(name).flaws if name else ():
            if SEVERAL not in message or not fix.startswith("write ") or _MORE_ADVICE.search(fix):
                return ""
            found[number] = fix.removeprefix("write ")
    return " and ".join(found) if found != names else ""


def _inverted(persons: list[Person], singles: Sequence[int]) -> Iterator[NameFlaw]:
    """Exchange the parts of names such as "Doe J" in a list in which other names have their family name first. A
    single one can be a given name and the family name "X".
    """
    for number in singles:
        person = persons[number]
        if len(person.family) == 1 and person.family.isupper() and len(person.given) > 1:
            persons[number] = replace(person, family=person.given, given=person.family)
            yield NameFlaw(
                f"“{person.given} {person.family}” {FAMILY_FIRST}", f"write {person.given}, {person.family}"
            )


def _restored(value: str) -> tuple[list[str], list[NameFlaw]]:
    """The names of a list, with those in one piece that an "and" divides; and the problems."""
    names, flaws = split_list(value)
    if "," not in value and len(names) > 3 and (pairs := paired(names)):
        names, flaw = pairs
        flaws.append(flaw)
    if may_be_cut(value, names):
        names, joined = rejoined(names)
        flaws += joined
    return names, flaws


def _advice(value: str, names: Sequence[str]) -> Mapping[int, NameFlaw]:
    """The positions of names that are the halves of organizations or of titles, and their problems."""
    advice: dict[int, NameFlaw] = {}
    if may_be_cut(value, names):
        advice.update(cut_organizations(names))
    if may_be_titles(value):
        advice.update(book_titles(names))
    return advice


def _after_others(names: Sequence[str]) -> str:
    """The first name of a list that starts with "and others", as in "and others Doe, J."; empty if it does not."""
    if len(names) < 2 or names[0].strip():
        return ""
    word, _, name = names[1].strip().partition(" ")
    return name.strip() if word.lower() == "others" else ""


def _neighbours(names: Sequence[str], number: int) -> tuple[str, str]:
    """The names before and after a name of the list, if any."""
    before = names[number - 1].strip() if number else ""
    return before, names[number + 1].strip() if number + 1 < len(names) else ""


def _is_inverted(name: str, names: Sequence[str]) -> bool:
    """Whether "H. Roe, J. Mary" is one name, because another name in the list has its family name first."""
    pair = [part.strip() for part in split_outside_braces(name, COMMA)]
    return (
        len(pair) == 2
        and all(map(GIVEN_FAMILY.fullmatch, pair))
        and any(other.count(",") == 1 and ordinary_person(other.strip()) for other in names)
    )


def _extra_and(names: Sequence[str], number: int) -> NameFlaw:
    """The problem with an "and" that has no name on one side."""
    before, _ = _neighbours(names, number)
    if before.endswith(","):
        message = f"“{excerpt(before[:-1].strip(), 40)}” is followed by a comma and an extra “and”"
        return NameFlaw(message, "remove both, or write the given name after the comma")
    if before:
        return NameFlaw(f"“{excerpt(before, 40)}” is followed by an extra “and”", "remove it")
    return NameFlaw("there is an extra “and”", "remove it")
