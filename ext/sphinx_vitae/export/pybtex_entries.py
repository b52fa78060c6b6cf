"""Records as pybtex entries, for its formatting styles and sphinxcontrib-bibtex.

Each entry equals the result of pybtex's own parser for the same file. Fields are added only if
pybtex's styles would otherwise miss data that biblatex has under another name or in another entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Entry
from pybtex.database import Person as PybtexPerson
from pybtex.database.input.bibtex import month_names
from pybtex.exceptions import PybtexError
from pybtex.textutils import normalize_whitespace

from sphinx_vitae.bib.vocabulary import canonical_field, type_name
from sphinx_vitae.model import NOBODY, NameList, PartialDate, Person, Record

from .bibtex.soundness import sound

__all__ = ["to_pybtex", "to_pybtex_person"]

#: biblatex entry type → entry type in pybtex's formatting styles; all others become ``misc``.
_TYPES: Final = {
    "thesis": "phdthesis",
    "report": "techreport",
    "collection": "book",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "proceedings",
    "bookinbook": "inbook",
    "suppbook": "inbook",
    "suppcollection": "incollection",
    "inreference": "incollection",
    "reference": "book",
    "mvreference": "book",
    "suppperiodical": "article",
}
#: Fields that have other names in pybtex's styles than in biblatex (manual §2.2.5).
_FIELDS: Final = {"journaltitle": "journal", "location": "address", "institution": "institution"}
#: Fields that are derived from other fields of the entry, and not inherited.
_FOUND: Final = frozenset(("doi", "eprint", "eprinttype"))
_MONTHS: Final = tuple(month_names.values())
_MONTH: Final = re.compile(rf"(?<![^\W_])(?:{'|'.join(month_names)})(?![^\W_]|\.)")


def to_pybtex(record: Record, knows: Callable[[str], bool]) -> Entry:
    """A record as pybtex would parse it, with the fields that its styles would otherwise lack.

    :param knows: whether the style has a template for an entry type; other types become the nearest one.
    """
    values: dict[str, tuple[str, str]] = {}
    for name, value in record.written:
        values.setdefault(name.lower(), (name, value))
    kind = record.written_type
    if not knows(kind.lower()):
        kind = _known_type(record, knows)
        if "type" in values:
            name, value = values["type"]
            values["type"] = name, type_name("", value.lower()) or value
    for name, value in (*_other_names(record, kind.lower(), values), *_date(record.date, values)):
        values.setdefault(name, (name, value))
    entry = Entry(kind)
    for name, written in values.values():
        value = _value(name, written)
        if name.lower() in PybtexPerson.valid_roles:
            if persons := _persons(value, record.names.get(name.lower(), NOBODY)):
                entry.persons[name] = persons
        else:
            entry.fields[name] = value
    entry.key = record.key
    return entry


def _known_type(record: Record, knows: Callable[[str], bool]) -> str:
    """The nearest type for which the style has a template."""
    kind = _TYPES.get(record.type, record.type)
    if record.type == "thesis" and re.search("master|mathesis", record.fields.get("type", ""), re.I):
        kind = "mastersthesis"
    return kind if knows(kind) else "misc"


def _other_names(record: Record, kind: str, own: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Fields that the entry has under a name that pybtex's styles do not use, or that are in its parent."""
    canonical = {canonical_field(name) for name in own}
    inherits = "crossref" in own or "xdata" in own
    for name, value in record.fields.items():
        theirs = _FIELDS.get(name, name)
        if name == "institution" and kind in ("phdthesis", "mastersthesis"):
            theirs = "school"
        if name in canonical:
            if name in _FIELDS:
                yield theirs, value
        elif inherits and name not in _FOUND and not (name == "type" and type_name("", value)):
            yield theirs, value


def _date(date: PartialDate | None, own: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Year and month from the date, if the entry has no year."""
    moment = date and (date.start or date.end)
    if moment and "year" not in own:
        yield "year", str(moment.year)
        if 1 <= moment.month <= len(_MONTHS):
            yield "month", _MONTHS[moment.month - 1]


def _value(name: str, value: str) -> str:
    """A value as pybtex's parser returns it: with white space collapsed and month macros expanded."""
    value = normalize_whitespace(value)
    if name.lower() == "month":
        value = _MONTH.sub(lambda found: month_names[found[0]], value)
    return sound(value)


def _persons(value: str, names: NameList) -> list[PybtexPerson]:
    """The people in a name list, as split by pybtex, or by this package if pybtex cannot split them."""
    try:
        persons = [PybtexPerson(name) for name in split_name_list(value)]
    except PybtexError:
        others = [PybtexPerson("others")] if names.others else []
        persons = [*map(to_pybtex_person, names.persons), *others]
    for person in persons:
        for parts in _parts(person):
            parts[:] = filter(None, map(sound, parts))
    return persons


def _parts(person: PybtexPerson) -> tuple[list[str], ...]:
    return (
        person.first_names,
        person.middle_names,
        person.prelast_names,
        person.last_names,
        person.lineage_names,
    )


def to_pybtex_person(person: Person) -> PybtexPerson:
    """A name, as split by this package."""
    made = PybtexPerson()
    given = (person.given, "", person.prefix, person.family or person.literal, person.suffix)
    for parts, part in zip(_parts(made), given, strict=True):
        parts.append(part)
    return made
