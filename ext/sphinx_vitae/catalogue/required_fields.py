"""Checks for missing fields that an entry's type requires."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sphinx_vitae.bib.vocabulary import called_in, canonical_field
from sphinx_vitae.bib.vocabulary.misspellings import is_given, near_fields
from sphinx_vitae.model import Problem, ProblemKind, Publication, Record

from .entry_problems import entry_problem

__all__ = ["missing_fields"]

#: The fields that each type requires (biblatex manual §2.1.1). If several fields are joined, one of them is
#: enough. A type that is not listed requires only a title.
_REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "article": ("author", "journaltitle", "date"),
    "book": ("author|editor", "date"),
    "mvbook": ("author|editor", "date"),
    "booklet": ("author|editor", "date"),
    "collection": ("editor", "date"),
    "mvcollection": ("editor", "date"),
    "dataset": ("author|editor", "date"),
    "inbook": ("author", "booktitle", "date"),
    "incollection": ("author", "booktitle", "date"),
    "inproceedings": ("author", "booktitle|eventtitle", "date"),
    "manual": ("author|editor", "date"),
    "online": ("author|editor", "date", "url|doi|eprint"),
    "patent": ("author|holder", "number", "date"),
    "periodical": ("editor", "date"),
    "proceedings": ("date",),
    "report": ("author", "institution", "date"),
    "thesis": ("author", "institution", "date"),
    "unpublished": ("author", "date"),
}
#: Entry type → the field without which an entry should be a ``@misc``, and the words for the fix.
_OR_MISC: Final = {
    "article": ("journaltitle", "in a journal"),
    "inproceedings": ("booktitle|eventtitle", "in proceedings"),
    "report": ("institution", "a report"),
}
#: Missing field → other fields that people use instead.
_INSTEAD: Final = {
    "editor": ("author",),
    "institution": ("publisher", "organization"),
    "booktitle|eventtitle": ("journaltitle", "publisher"),
}
#: A conference in a field for publishers.
_CONFERENCE: Final = re.compile(r"\b(?:proc(?:eedings|\.)|conference|symposium|workshop|congress)", re.I)
#: Entry type that requires editors → the type for works by authors.
_BY_AUTHORS: Final = {"collection": "book", "mvcollection": "mvbook"}
#: Types whose organization can take the place of an author.
_BY_ORGANIZATIONS: Final = frozenset(("manual", "online", "booklet"))
#: If this many entries of a type all lack a field, they are reported together.
_MANY: Final = 4


class _Gaps(NamedTuple):
    """An entry and its missing fields, as in `_REQUIRED`."""

    record: Publication
    names: tuple[str, ...]


def missing_fields(records: Sequence[Record]) -> Iterator[Problem]:
    """A problem for each entry with missing fields. If all entries of a type in a file lack the same field,
    there is a single problem.
    """
    written_in: dict[str, set[str]] = defaultdict(set)
    entries: Counter[tuple[str, str]] = Counter()
    for record in records:
        written_in[record.source.file].update([name for name, _ in record.written])
        entries[_class_of(record)] += 1
    found = [_Gaps(record, _gaps_of(record)) for record in records if isinstance(record, Publication)]
    lacking: dict[tuple[str, str, str], list[Publication]] = defaultdict(list)
    for record, names in found:
        for name in names:
            lacking[(*_class_of(record), name)].append(record)
    in_none = {gap: without for gap, without in lacking.items() if _MANY <= len(without) == entries[gap[:2]]}
    names_in = {file: {name.lower() for name in written} for file, written in written_in.items()}
    said: set[tuple[str, str, str]] = set()
    for record, names in found:
        words = names_in[record.source.file]
        gaps = [(*_class_of(record), name) for name in names]
        for gap in gaps:
            if gap in in_none and gap not in said:
                said.add(gap)
                yield _problem_of_all(in_none[gap], gap[2], words)
        if own := [gap[2] for gap in gaps if gap not in in_none]:
            yield _problem_of_one(record, own, words)


def _class_of(record: Record) -> tuple[str, str]:
    return record.source.file, record.type


def _gaps_of(record: Publication) -> tuple[str, ...]:
    if record.written_type and not any(value for _, value in record.written):
        return ()  # that the entry is empty has already been reported
    gaps = [names for names in _REQUIRED.get(record.type, ()) if not _has(record, names.split("|"))]
    return tuple(_not_misspelt(record, gaps)) if gaps else ()


def _has(record: Publication, names: Sequence[str]) -> bool:
    """Whether the entry has one of these fields.

    An unpublished work does not need a date or a container, and a preprint does not need a journal. In
    BibTeX, the title of an ``@inbook`` with a chapter is the title of the book.
    """
    for name in names:
        if name in record.fields or name in record.texts or name in record.names:
            return True
        if record.status and name in {"date", "journaltitle", "booktitle"}:
            return True
        if name == "date" and record.date is not None:
            return True
        if name == "journaltitle" and "preprint" in record.groups:
            return True
        if name == "editor" and record.type in _BY_ORGANIZATIONS and "organization" in record.fields:
            return True
        if name == "booktitle" and record.type == "inbook" and "chapter" in record.fields:
            return True
    return False


def _not_misspelt(record: Record, gaps: Sequence[str]) -> list[str]:
    """The missing fields, except those for which a misspelt field has already been reported."""
    meant = set(map(canonical_field, near_fields(name for name, _ in record.written).values()))
    return [names for names in gaps if not any(is_given(name, meant) for name in names.split("|"))]


def _problem_of_all(without: Sequence[Publication], name: str, in_file: Container[str]) -> Problem:
    """The problem with all entries of a type in a file, located at the first of them."""
    record = without[0]
    words = _in_words_of(name, record, in_file)
    message = (
        f"none of the {len(without)} @{record.written_type or record.type} entries has {_article(words)}"
    )
    fixes = {_renamed(each, name)[0] for each in without}
    same = fixes.pop() if len(fixes) == 1 else ""
    fix = f"in each of them, {same}" if same else f"add {_or(words)} to each"
    return replace(entry_problem(ProblemKind.FIELD_MISSING, record, message, fix), key="")


def _problem_of_one(record: Publication, names: Sequence[str], in_file: Container[str]) -> Problem:
    listed = [_in_words_of(name, record, in_file) for name in names]
    said = _and([f"no {words}" for words in listed])
    fix, field = f"add {_and(list(map(_or, listed)))}", ""
    if len(names) == 1:
        renamed = _renamed(record, names[0])
        if renamed[0]:
            fix, field = renamed
        elif _OR_MISC.get(record.type, ("",))[0] == names[0] and "volume" not in record.fields:
            fix += f", or change the type to @misc if it is not {_OR_MISC[record.type][1]}"
    message = f"@{record.written_type or record.type} has {said}"
    return entry_problem(ProblemKind.FIELD_MISSING, record, message, fix, field)


def _renamed(record: Publication, name: str) -> tuple[str, str]:
    """The fix, and the field, if another field contains the value: for example, if a volume has authors
    instead of editors, or a report has a publisher instead of an institution.
    """
    for other in _INSTEAD.get(name, ()):
        value = record.fields.get(other, "")
        if value and (other != "publisher" or name == "institution" or _CONFERENCE.search(value)):
            called = called_in(other, record.type, {field.lower() for field, _ in record.written})
            fix = f"rename {called} to {called_in(name.partition('|')[0], record.type, ())}"
            if other == "journaltitle":
                fix += ", or change the type to @article if it is in a journal"
            elif instead := _BY_AUTHORS.get(record.type):
                fix += f", or change the type to @{instead} if the authors wrote it"
            return fix, other
    return "", ""


def _in_words_of(names: str, record: Record, in_file: Container[str]) -> str:
    known = [name for name in names.split("|") if name != "eventtitle" or name in in_file]  # biblatex's alone
    return " or ".join(called_in(name, record.type, in_file) for name in known)


def _and(items: Sequence[str]) -> str:
    """The items of a list in one phrase, with a comma before "and" if an item contains "or"."""
    before = ", ".join(items[:-1])
    return f"{before}{',' if ' or ' in before else ''} and {items[-1]}" if before else items[-1]


def _or(words: str) -> str:
    """``booktitle or eventtitle`` → ``booktitle = {…} or eventtitle = {…}``."""
    return " or ".join(f"{word} = {{…}}" for word in words.split(" or "))


def _article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' and not words.startswith('url') else 'a'} {words}"
