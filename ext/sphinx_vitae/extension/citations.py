"""One reading for both: sphinxcontrib-bibtex gets our entries, when it asks for one.

Its own parser stops the build on many bibliographies. It does not run where ``bibdata`` of its domain
is up to date already; ours is, and it is a mapping that makes each entry when it is looked up and is
pickled as the path of a cache, so that nothing of it weighs on the environment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from pybtex.database import BibliographyData, Entry
from pybtex.database import Person as PybtexPerson
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from sphinx_vitae.catalogue import Bibliography
from sphinx_vitae.model import Person, Record

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

__all__ = ["hand_over", "take_back"]

#: Entry types of biblatex → those that pybtex's formatting styles know; all others are ``misc``.
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
    "conference": "inproceedings",
}
_KNOWN: Final = frozenset(
    [
        "article",
        "book",
        "booklet",
        "inbook",
        "incollection",
        "inproceedings",
        "manual",
        "mastersthesis",
        "misc",
        "phdthesis",
        "proceedings",
        "techreport",
        "unpublished",
        "online",
    ]
)
#: Fields that pybtex's styles read, from ours.
_FIELDS: Final = {"journaltitle": "journal", "location": "address"}


class Entries(Mapping[str, Entry]):
    """All entries, by keys of any case, each made when asked for."""

    def __init__(self, bibliography: Bibliography | None) -> None:
        self._bibliography = bibliography
        self._made: dict[str, Entry] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return (Entries, (None,))

    @property
    def _records(self) -> Mapping[str, Record]:
        return self._bibliography.catalogue.records if self._bibliography else {}

    def __getitem__(self, key: str) -> Entry:
        if key not in self._made:
            self._made[key] = _entry(self._records[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


class Keys(Mapping[str, None]):
    """The keys of a file, as sphinxcontrib-bibtex wants them."""

    def __init__(self, entries: Entries, file: str) -> None:
        self._entries = entries
        self._file = file

    def __reduce__(self) -> tuple[Any, ...]:
        return (dict, ())

    def __getitem__(self, key: str) -> None:
        if key not in self._keys():
            raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())

    def _keys(self) -> dict[str, None]:
        return {
            key: None for key, record in self._entries._records.items() if record.source.file == self._file
        }


class Data(BibliographyData):  # type: ignore[misc]  # pybtex has no types
    """pybtex's bibliography, with our entries."""

    def __init__(self, entries: Entries) -> None:
        super().__init__()
        self.entries = entries

    def __reduce__(self) -> tuple[Any, ...]:
        return (Data, (self.entries,))


def hand_over(env: BuildEnvironment, bibliography: Bibliography, paths: Mapping[str, Path]) -> None:
    """Give the ``cite`` domain our entries, so that it does not read the files itself."""
    entries = Entries(bibliography)
    files = {
        path: BibFile(get_mtime(path), cast("dict[str, None]", Keys(entries, name)))
        for name, path in paths.items()
    }
    env.domains["cite"].data["bibdata"] = BibData(env.config.bibtex_encoding, files, Data(entries))


def take_back(env: BuildEnvironment) -> None:
    """Let the ``cite`` domain read the files itself, also where it had our entries at an earlier build."""
    data = env.domains["cite"].data
    if isinstance(data["bibdata"].data, Data):
        data["bibdata"] = BibData("", {}, BibliographyData())


def _entry(record: Record) -> Entry:
    """A record as pybtex has it: year from date, journal from journaltitle, a type that styles know."""
    kind = _TYPES.get(record.type, record.type)
    if record.type == "thesis" and "master" in record.fields.get("type", "").lower():
        kind = "mastersthesis"
    fields = {}
    for name, value in record.fields.items():
        if name not in record.names:
            theirs = (
                "school" if name == "institution" and record.type == "thesis" else _FIELDS.get(name, name)
            )
            fields[theirs] = value
    if record.date and record.date.year is not None:
        fields["year"] = str(record.date.year)
    persons = {role: [_person(person) for person in names.persons] for role, names in record.names.items()}
    entry = Entry(kind if kind in _KNOWN else "misc", fields=fields, persons=persons)
    entry.key = record.key
    return entry


def _person(person: Person) -> PybtexPerson:
    if person.literal:
        made = PybtexPerson("")
        made.last_names = [person.literal]
        return made
    return PybtexPerson(first=person.given, prelast=person.prefix, last=person.family, lineage=person.suffix)
