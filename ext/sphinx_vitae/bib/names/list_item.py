"""The text between two "and"s of a name field → people: usually one, or several that were not joined with "and"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple

from sphinx_vitae.model import Person, excerpt

from ..markup.symbols import ACCENTS, SYMBOLS
from ..syntax.braces import is_group
from .comma_advice import AND_AND_COMMA, IN_EDITOR
from .initials_advice import run_of_inverted, with_comma
from .left_out import gap_flaw, may_have_gap, names_beside_gap
from .list_splitting import AND
from .name_flaw import NameFlaw
from .name_marks import OWN, SIGNS, take_marks
from .name_parts import is_extended, ordinary_person, read_extended, read_person
from .name_words import COMMA, LONGEST, unmarked
from .non_names import EDITOR, braces_removed, without_library_note
from .separated_names import names_within, persons_within

__all__ = ["OTHERS", "SEVERAL", "ParsedItem", "read_item"]


class ParsedItem(NamedTuple):
    """The people, the problems, and whether the text stands for further names as well."""

    persons: tuple[Person, ...]
    flaws: tuple[NameFlaw, ...] = ()
    others: bool = False


_ET_AL: Final = re.compile(r"(?:^|[\s,~]+)et\.?[\s~]*al\.?,?$|[\s,]*…$|(?<=\w),\s*others\.?$", re.I)
#: How several names in one are reported.
SEVERAL: Final = "is several names without “and”"
#: Words for further names at the end of a list.
OTHERS: Final = frozenset(("others", "others.", "{others}"))
#: The role of a person, after the name.
_ROLE: Final = re.compile(rf"\s*\((?:{EDITOR}|(auth|authors?)\.?)\)", re.I)
#: What exporters write instead of a name that is missing.
_PLACEHOLDERS: Final = frozenset(("undefined", "null", "nan"))
#: "Family, Given" in braces. Company names have more words before the comma, or other words after it.
_BRACED_PERSON: Final = re.compile(
    r"[^\W\d_]+[a-zß-ÿ](?:-[^\W\d_]+)?, (?!Inc|Ltd|LLC|Corp|Co\b|GmbH|AG\b)"
    r"[^\W\d_a-zß-ÿ][^\W\d_]*\.?(?: [^\W\d_]+\.?){0,2}"
)
#: DBLP distinguishes people with the same name by numbers: "Wei Wang 0001".
_HOMONYM: Final = re.compile(r"(?<=[^\W\d_.}])\s0\d{3}(?=\s*(?:,|$))")
#: An HTML entity, which an exporter may have escaped for LaTeX: ``&eacute;``, ``\\&328;``. ``&amp;`` separates names.
_ENTITY: Final = re.compile(r"\\?&\\?(?!amp;)(#?[xX]?[A-Za-z0-9]{2,8});")
#: A prefix whose capital BibTeX takes for a given name: "Freek Van de Velde".
_CAPITAL_PREFIX: Final = re.compile(
    r"([^\W\d_][^,{}]*?) ((?:Van|Von) (?:de[nr]?|het|'t|zu[mr]?) [^\W\d_][^,{} ]+)"
)
#: The backslash of an accent, twice.
_DOUBLED: Final = re.compile(r"\\\\(?=['\"`^~]\{?[A-Za-z])")
#: Advice that contains the name.
_WRITE_NAME: Final = re.compile(r"write (?=[^\W\d_a-zß-ÿ])")
#: A single year is not that of a person's birth and death.
_YEAR: Final = re.compile(r"\((\d{4})\)$")
#: A semicolon beside a comma, in "Doe;, Jane".
_EXTRA_SEMICOLON: Final = re.compile(r"\s*;\s*(?=,)|(?<=,)\s*;")
#: A comma in the argument of a command, where BibTeX does not see it.
_BRACED_COMMA: Final = re.compile(r"\\[A-Za-z]+\s*\{[^{},]*,[^{}]*\}")
#: A command without an argument, instead of a name.
_COMMAND: Final = re.compile(r"\{*\\([A-Za-z]{2,})\*?\s*(?:\{\s*\})?\}*")
#: Characters without which nothing is left of an empty name.
_EMPTY: Final = "{}, "
#: Longer words with a full stop are not abbreviations.
_ABBREVIATED: Final = 4


@lru_cache(32768)
def read_item(name: str) -> ParsedItem:
    """Parse the text between two "and"s."""
    if person := ordinary_person(name):
        return ParsedItem((person,))
    if len(name) > LONGEST:  # a whole paragraph in place of a name
        flaw = NameFlaw(f"“{excerpt(name, 40)}” is too long for a name", "write “and” between names")
        return ParsedItem((Person(literal=unmarked(name)),), (flaw,))
    if found := _ET_AL.search(name):
        reading = read_item(name[: found.start()]) if found.start() else ParsedItem(())
        flaws = reading.flaws
        if flaws and SEVERAL in flaws[-1].message:
            message = f"“{excerpt(name)}” {SEVERAL}"
            flaws = (*flaws[:-1], NameFlaw(message, f"{flaws[-1].fix} and others"))
        return ParsedItem(reading.persons, flaws, others=True)
    if may_have_gap(name) and (beside := names_beside_gap(name)) is not None:
        return _with_gap(name, beside)
    if is_extended(name):
        return ParsedItem((read_extended(name),))
    if "&" in name and ";" in name and (read := _with_entities(name)):
        return read
    bare, marks = take_marks(_HOMONYM.sub("", name))
    if read := _macro(bare if bare.strip(_EMPTY) else name, marks) or _nobody(bare):
        return read
    if read := _repaired(bare, marks):
        return read._replace(flaws=_with_symbols(read.flaws, bare, name)) if read.flaws and marks else read
    person, flaws = read_person(bare, marks)
    return ParsedItem((person,), _with_symbols(flaws, bare, name) if flaws and marks else flaws)


def _with_symbols(flaws: tuple[NameFlaw, ...], bare: str, name: str) -> tuple[NameFlaw, ...]:
    """The problems with a name that has symbols or formatting, which are in the file, and stay there.

    :param bare: the name without its symbols.
    """
    commas = ", but write no comma within braces" if _BRACED_COMMA.search(name) else ""
    return tuple(
        NameFlaw(
            message.replace(f"“{unmarked(bare)}”", f"“{excerpt(name)}”").replace(
                f"“{excerpt(bare)}”", f"“{excerpt(name)}”"
            ),
            f"{fix}; keep its symbols and formatting{commas}" if _WRITE_NAME.match(fix) else fix,
        )
        for message, fix in flaws
    )


def _macro(name: str, marks: tuple[str, ...]) -> ParsedItem | None:
    """The reading of an unknown command in place of a name: ``\\me{}``; ``None`` if it is a name."""
    found = _COMMAND.fullmatch(name.strip())
    if found is None or f"\\{found[1]}" in SIGNS or found[1] in SYMBOLS or found[1] in ACCENTS:
        return None
    person = Person(literal=f"\\{found[1]}", marks=tuple(mark for mark in marks if mark == OWN))
    message = f"“\\{found[1]}” is an unknown command in place of a name"
    return ParsedItem((person,), (NameFlaw(message, "write the name that it stands for"),))


def _nobody(name: str) -> ParsedItem | None:
    """The reading of a text that names no one; ``None`` if it is a name."""
    bare = name.strip(_EMPTY)
    if not bare:
        return ParsedItem((), (NameFlaw("empty name", "remove it"),))
    if name.rstrip(", ").lower() in OTHERS:
        message = "“others” means further names, but is not the last of several names"
        fix = "write “and others” after the last name, or remove it"
        return ParsedItem((), (NameFlaw(message, fix),), others=True)
    if bare.lower() in _PLACEHOLDERS:
        return ParsedItem((), (NameFlaw(f"“{bare}” is not a name", "remove it"),))
    return None


def _repaired(name: str, marks: tuple[str, ...]) -> ParsedItem | None:
    """The names in a text that is not in a format for one name; ``None`` if it may be."""
    if name[0] == "{" and (read := _within_braces(name) or _braced_person(name, marks)):
        return read
    if (")" in name or name.count(",") > 1 or name.endswith("texte")) and (read := _without_note(name)):
        return read
    if name.count(";") == 1 and _EXTRA_SEMICOLON.search(name):
        meant = _EXTRA_SEMICOLON.sub("", name)
        flaw = NameFlaw(f"extra semicolon in “{excerpt(name)}”", f"write {meant}")
        return ParsedItem(read_item(meant).persons, (flaw,))
    names = names_within(name) if not is_group(name) else []
    return _several(name, names) if names else None


def _braced_person(name: str, marks: tuple[str, ...]) -> ParsedItem | None:
    """ "Family, Given" in braces; ``None`` if it is the name of an organization, or several names."""
    if not is_group(name) or not _BRACED_PERSON.fullmatch(unmarked(name[1:-1])) or AND.search(name):
        return None
    inner = name[1:-1].strip()
    first = _ET_AL.sub("", inner)
    others = first != inner
    message = f"the braces around “{excerpt(inner)}” turn it into a single word"
    flaw = NameFlaw(message, f"write {first}{' and others' if others else ''}")
    return ParsedItem((read_person(first, marks).person,), (flaw,), others)


def _within_braces(name: str) -> ParsedItem | None:
    """Several names in one pair of braces; ``None`` if they are a single name."""
    group = name.rstrip(" ,")
    names = persons_within(group[1:-1]) if is_group(group) else []
    if not names:
        return None
    reading = _several(name, names)
    message = f"“{excerpt(group[1:-1])}” is several names within braces, which turn them into one"
    return reading._replace(flaws=(NameFlaw(message, reading.flaws[0].fix),))


def _without_note(name: str) -> ParsedItem | None:
    """A name with a note from a library's catalogue; ``None`` if there is no such note."""
    noted = without_library_note(name)
    reading = read_item(noted) if noted else None
    if reading is None or len(reading.persons) != 1 or reading.flaws:
        return None
    message = f"“{excerpt(name)}” contains a library’s note on the person"
    fix = f"write {noted}"
    if year := _YEAR.search(name):
        message = f"“{excerpt(name)}” contains a year"
        fix = f"write {noted}; {year[1]} belongs in year if the work is of that year"
    return reading._replace(flaws=(NameFlaw(message, fix),))


def _with_entities(name: str) -> ParsedItem | None:
    """Names with HTML entities, whose semicolons do not separate names; ``None`` if there are no entities.

    Well-formed numeric entities are not reported, because they are characters in all fields; neither is ``&amp;``.
    """
    flaws: list[NameFlaw] = []

    def character(found: re.Match[str]) -> str:
        number = f"#{found[1]}" if found[1].isdecimal() else found[1]
        decoded = unescape(f"&{number};")
        if len(decoded) != 1 or not decoded.isprintable():
            return found[0]
        if number != found[1] or number[0] != "#" or "\\" in found[0]:
            message = f"“{excerpt(name)}” contains the HTML entity {found[0]}"
            flaws.append(NameFlaw(message, f"write {decoded}"))
        return decoded

    decoded = _ENTITY.sub(character, name.replace("\\&amp;", "\\&").replace("&amp;", "\\&"))
    if decoded == name:
        return None
    reading = read_item(decoded)
    return reading._replace(flaws=(*dict.fromkeys(flaws), *reading.flaws))


def _with_gap(name: str, names: list[str]) -> ParsedItem:
    """The reading of names with three dots between them, which stand for further names."""
    readings = [read_item(written) for written in names]
    persons = tuple(person for reading in readings for person in reading.persons)
    return ParsedItem(persons, (gap_flaw(name, list(map(_unambiguous, names, readings))),), others=True)


def _several(name: str, names: list[str]) -> ParsedItem:
    """Several names that were joined with something other than "and"."""
    names = [braces_removed(_without_full_stop(written)) for written in names]
    if any("," in each for each in names) or all(
        with_comma(each) != each for each in names
    ):  # Roe, M.; Doe J.
        names = list(map(with_comma, names))
    readings = [read_item(written) for written in names]
    persons = tuple(person for reading in readings for person in reading.persons)
    if len(names) == 2 and not any(" " in each or "," in each for each in names):
        fix = "write “and” between two names, or a comma within one"
        if COMMA.search(name):
            fix = f"write {' and '.join(names)}"
        return ParsedItem(persons, (NameFlaw(f"“{excerpt(name)}” was interpreted as two names", fix),))
    written = list(map(_unambiguous, names, readings))
    if 2 * sum("," in each for each in written) >= len(written):  # Roe, M. and Doe J. Poe A.
        written = [each for one in written for each in run_of_inverted(one)]
    fix = _DOUBLED.sub(r"\\", f"write {' and '.join(written)}")
    if _ROLE.search(fix):
        fix = _without_roles(names, readings)
    inverted = ";" in name and "," in names[0] and not re.search("[ ,]", names[-1])  # Roe, Max Poe; Mary
    is_list = any(";" in each and "{" in each for each in names)  # {Rain ; Oak}, Elm ; Lake
    if (
        inverted
        or is_list
        or any(reading.flaws and reading.persons[0].literal for reading in readings if reading.persons)
    ):
        fix = AND_AND_COMMA
    return ParsedItem(persons, (NameFlaw(f"“{excerpt(name)}” {SEVERAL}", fix),))


def _without_roles(names: Sequence[str], readings: Sequence[ParsedItem]) -> str:
    """What to write instead of names after which their roles are: "Mary Roe (auth.), Jane Doe (eds.)"."""
    meant = [_ROLE.sub("", name) for name in map(_unambiguous, names, readings)]
    roles = [_ROLE.search(name) for name in names]
    authors = max((number for number, role in enumerate(roles, 1) if role and role[1]), default=0)
    if authors == len(names):
        return f"write {' and '.join(meant)}"
    if authors:
        return f"write {' and '.join(meant[:authors])}, and move {' and '.join(meant[authors:])} to editor"
    return f"write {' and '.join(meant)}{IN_EDITOR}"


def _without_full_stop(name: str) -> str:
    """A name without a full stop after its last word, unless that is an initial or an abbreviation."""
    last = name.rpartition(" ")[2]
    return name.rstrip(".") if len(last) > _ABBREVIATED and last.count(".") == 1 else name


def _unambiguous(written: str, reading: ParsedItem) -> str:
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
