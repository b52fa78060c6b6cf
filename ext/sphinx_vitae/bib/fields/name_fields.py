"""An entry's name lists, with biblatex's annotations (manual §3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from sphinx_vitae.model import NAME_FIELDS, NameList, Person, ProblemKind, excerpt

from ..entries.entry import Entry
from ..markup.text_parser import plain
from ..names.comma_advice import IN_EDITOR
from ..names.garbled_letters import with_letters
from ..names.name_lists import read_names
from ..names.name_marks import mark_of

__all__ = ["names_of"]

_NAME_FIELDS: Final = frozenset(NAME_FIELDS)
#: The text between semicolons that are not in quotes.
_ITEMS: Final = re.compile(r"(?:\"[^\"]*+\"|[^;])+")
_ITEM: Final = re.compile(r"\s*(\d{1,4})\s*(?::\s*[a-z]+\s*)?=(.*)", re.S)
_WORDS: Final = re.compile(r"\"([^\"]*+)\"|([^,\"]++)")
_QUOTED: Final = re.compile("“([^”…]*)[^”]*”")
_ORCID: Final = re.compile(r"(?:\d{4}-){3}\d{3}[\dX]")
#: Named annotations that become fields of `Person`.
_NAMED: Final = ("affiliation", "url", "orcid")


def names_of(entry: Entry) -> Mapping[str, NameList]:
    """All name lists of an entry, by field."""
    found: dict[str, NameList] = {}
    fields = entry.fields
    annotations = []
    for field in fields:
        if field in _NAME_FIELDS:
            reading = read_names(fields[field])
            flaws = reading.flaws
            if field == "editor":
                flaws = tuple(flaw._replace(fix=flaw.fix.removesuffix(IN_EDITOR)) for flaw in flaws)
            _report_flaws(entry, field, flaws)
            if reading.names.persons or reading.names.others:
                found[field] = reading.names
        elif "+an" in field:
            annotations.append(field)
    if "author" not in found and (group := plain(fields.get("collaboration", ""))):
        found["author"] = NameList((Person(literal=_collaboration(group)),))
    for field in annotations:
        base, _, name = field.partition("+an")
        if base in found and (name == "" or name[1:] in _NAMED):
            found[base] = _annotated(entry, field, found[base], name[1:])
    return found


def _collaboration(name: str) -> str:
    """The author of a work by a collaboration: INSPIRE writes ``ATLAS``, and publishers write ``ATLAS
    Collaboration``.
    """
    return name if "collab" in name.lower() or "," in name else f"{name} Collaboration"


def _report_flaws(entry: Entry, field: str, flaws: Iterable[tuple[str, str]]) -> None:
    """Report problems with names, each at the line of its name. One problem covers all names of a field with
    the same fault.
    """
    same: dict[str, list[tuple[str, str]]] = {}
    for message, fix in flaws:
        same.setdefault(_QUOTED.sub("", message), []).append((message, fix))
    for (message, fix), *others in same.values():
        name = _QUOTED.search(message)
        also = (
            f" (this also applies to {len(others)} more name{'s' if len(others) > 1 else ''})"
            if others
            else ""
        )
        whole, place = f"{field}: {message}{also}", name[1] if name else ""
        entry.report(ProblemKind.NAME_UNREADABLE, whole, field, with_letters(fix), place)


def _annotated(entry: Entry, field: str, names: NameList, annotation: str) -> NameList:
    """The names, with the annotations from one field."""
    persons = list(names.persons)
    for item in _ITEMS.findall(entry.fields[field]):
        found = _ITEM.fullmatch(item)
        if found is None:
            if item.strip():
                message = f"{field} contains “{excerpt(item.strip(), 40)}”, which is not an annotation"
                entry.report(ProblemKind.VALUE_UNKNOWN, message, field, "write 1=equal; 2=corresponding")
            continue
        number = int(found[1])
        if not 1 <= number <= len(persons):
            count = "there is one name" if len(persons) == 1 else f"there are {len(persons)} names"
            message = f"{field} annotates name {number}, but {count}"
            entry.report(ProblemKind.VALUE_UNKNOWN, message, field)
            continue
        words = [plain(quoted or word).strip() for quoted, word in _WORDS.findall(found[2])]
        persons[number - 1] = _with(persons[number - 1], annotation, [word for word in words if word])
    return NameList(tuple(persons), names.others)


def _with(person: Person, annotation: str, words: list[str]) -> Person:
    """The person with an annotation added: marks, or the text of a named annotation."""
    text = ", ".join(words)
    if annotation == "affiliation":
        return replace(person, affiliation=text)
    if annotation == "url":
        return replace(person, url=text)
    if annotation == "orcid":
        orcid = _ORCID.search(text)
        return replace(person, orcid=orcid[0] if orcid else text)
    return replace(person, marks=tuple(dict.fromkeys((*person.marks, *map(mark_of, words)))))
