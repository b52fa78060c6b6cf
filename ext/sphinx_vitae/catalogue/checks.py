"""Checks on parsed records: missing fields, duplicates, and works by other people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from sphinx_vitae.bib.vocabulary import called_in, canonical_field
from sphinx_vitae.bib.vocabulary.misspellings import is_given, near_field
from sphinx_vitae.model import (
    Nearest,
    Problem,
    ProblemKind,
    Publication,
    Record,
    Settings,
    fold,
    is_private,
    sorted_name,
)

from .namesakes import Namesakes
from .ownership import Ownership, aliases_of, mostly
from .people import Doubt, People
from .relations import cited_keys

__all__ = ["check"]

#: biblatex manual §2.1.1: the fields that each type requires. ``|`` separates alternatives. A type
#: that is not listed requires only a title.
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

#: Types that people use for talks where the format has no type for talks.
_GIVEN: Final = frozenset(("misc", "unpublished"))


def check(records: Sequence[Record], settings: Settings) -> list[Problem]:
    """All problems with these records, in their order.

    :returns: problems of the kinds field-missing, work-duplicate, related-unknown, owner-unknown,
        owner-absent, bibfile-shared, name-doubtful, field-private and example. Problems with settings
        have no file.
    """
    namesakes = Namesakes(records)
    by_key = {record.key: record for record in records}
    ownership = Ownership(by_key, settings, namesakes, aliases_of(records))
    return [
        *_missing_fields(records),
        *_same_works(records, ownership),
        *_unknown_citations(records),
        *_unknown_owners(ownership, namesakes),
        *_shared_files(ownership),
        *_strangers(records, ownership),
        *_doubtful_names(records, settings, namesakes, ownership),
        *_private_fields(records),
        *_examples(records),
    ]


def _problem(kind: ProblemKind, record: Record, message: str, fix: str = "") -> Problem:
    key = record.written_key if record.written_type else record.key  # as in the file
    return Problem(kind, message, record.source.file, record.source.line, key, fix)


def _missing_fields(records: Sequence[Record]) -> Iterator[Problem]:
    names_in: dict[str, set[str]] = defaultdict(set)
    for record in records:
        names_in[record.source.file].update(name.lower() for name, _ in record.written)
    for record in records:
        if not isinstance(record, Publication):
            continue
        gaps = [names for names in _REQUIRED.get(record.type, ()) if not _has(record, names.split("|"))]
        gaps = _not_misspelt(record, gaps) if gaps else gaps
        if gaps:
            listed = ", ".join(_in_words_of(names, record, names_in[record.source.file]) for names in gaps)
            yield _problem(
                ProblemKind.FIELD_MISSING, record, f"@{record.written_type or record.type} lacks {listed}"
            )


def _not_misspelt(record: Record, gaps: Sequence[str]) -> list[str]:
    """The missing fields, except those that a misspelt field was meant to provide, because the misspelling is
    reported already.
    """
    meant = {canonical_field(near) for name, _ in record.written if (near := near_field(name))}
    return [names for names in gaps if not any(is_given(name, meant) for name in names.split("|"))]


def _in_words_of(names: str, record: Record, in_file: Container[str]) -> str:
    return " or ".join(called_in(name, record.type, in_file) for name in names.split("|"))


def _has(record: Record, names: Iterable[str]) -> bool:
    """Whether one of these fields is given. An unpublished work needs neither a date nor a container."""
    for name in names:
        if name in record.fields or name in record.names:
            return True
        if record.status and name in {"date", "journaltitle", "booktitle"}:
            return True
        if name == "date" and record.date is not None:
            return True
    return False


def _unknown_citations(records: Sequence[Record]) -> Iterator[Problem]:
    known = {record.key: None for record in records}
    known |= {alias.strip(): None for r in records for alias in r.fields.get("ids", "").split(",")}
    nearest = Nearest(known)
    for record in records:
        for key in cited_keys(record):
            if key not in known:
                message = f"a text cites {key!r}, which does not exist"
                yield _problem(ProblemKind.RELATED_UNKNOWN, record, message, nearest.did_you_mean(key))


def _same_works(records: Sequence[Record], ownership: Ownership) -> Iterator[Problem]:
    """A preprint and its published version may share a title, but should then be related to each other.

    The owner's files count as one bibliography, and every other file as a separate one: a reading list
    may well contain some of the owner's works.
    """
    seen: dict[object, Record] = {}
    tied = {record.key: {tie.key for tie in record.ties} for record in records if record.ties}
    for record in records:
        if not isinstance(record, Publication):
            continue
        bibliography = "" if ownership.holds(record) else record.source.file
        for mark in _marks(record):
            first = seen.setdefault((bibliography, mark), record)
            if first.written_key == record.written_key or _given_again(first, record):
                continue
            if not _tied(first.key, record.key, tied):
                message = f"is the same work as {first.key!r} ({first.source.file}:{first.source.line})"
                fix = "keep one, or name the other in its related field"
                yield _problem(ProblemKind.WORK_DUPLICATE, record, message, fix)
                break


def _marks(record: Publication) -> Iterator[object]:
    """Values that are different for every work."""
    if doi := record.link("doi"):
        yield doi.url.lower()
    author = record.creators.persons[0] if record.creators else None
    if author and record.date and record.date.year is not None and record.title:
        yield fold(str(record.title)), record.date.year, fold(author.family or author.literal)


def _given_again(one: Record, other: Record) -> bool:
    """Whether two talks or posters with the same title differ in event, place or month."""
    if not all(record.type in _GIVEN or "poster" in record.groups for record in (one, other)):
        return False
    return any(a and b and a != b for a, b in zip(_occasion(one), _occasion(other), strict=True))


def _occasion(record: Record) -> tuple[str, str, int]:
    event = record.text("eventtitle", "booktitle", "howpublished")
    begin = record.date.start if record.date else None
    return fold(str(event)), fold(str(record.text("venue", "location"))), begin.month if begin else 0


def _tied(one: str, other: str, tied: Mapping[str, Set[str]]) -> bool:
    return other in tied.get(one, ()) or one in tied.get(other, ())


def _unknown_owners(ownership: Ownership, namesakes: Namesakes) -> Iterator[Problem]:
    """Owners who do not appear in any entry, for example because the name is left over from another site."""
    for owner, entries in ownership.unnamed():
        message = (
            f"vitae_owner {owner.name!r} is named in 0 of {entries} {'entry' if entries == 1 else 'entries'}"
        )
        near = namesakes.nearest(owner.name, 1)
        fix = f"nearest: {near[0]}" if near else "write the name as in the bibliography"
        yield Problem(ProblemKind.OWNER_UNKNOWN, message, fix=fix)


def _shared_files(ownership: Ownership) -> Iterator[Problem]:
    if files := ownership.given_away:
        message = (
            f"bibtex_bibfiles has {' and '.join(files)}, which a bibliography directive reads: "
            f"lists exclude {'its' if len(files) == 1 else 'their'} entries"
        )
        fix = "set vitae_bibfiles to the files whose entries are the owner’s"
        yield Problem(ProblemKind.BIBFILE_SHARED, message, fix=fix)


def _strangers(records: Sequence[Record], ownership: Ownership) -> Iterator[Problem]:
    if not ownership.owners:
        return
    files: dict[str, list[tuple[Record, bool]]] = defaultdict(list)
    for record in records:
        is_work = isinstance(record, Publication) and record.names and not ownership.is_parent(record)
        if is_work and ownership.holds(record):
            files[record.source.file].append((record, ownership.may_name_owner(record)))
    for works in files.values():
        if mostly(mine for _, mine in works):
            for record, mine in works:
                if not mine:
                    message = "none of its authors is in vitae_owner"
                    fix = "add an alias to vitae_owner, or move the entry to a file that is not in vitae_bibfiles"
                    yield _problem(ProblemKind.OWNER_ABSENT, record, message, fix)


def _doubtful_names(
    records: Sequence[Record], settings: Settings, namesakes: Namesakes, ownership: Ownership
) -> Iterator[Problem]:
    """Each ambiguous name once, at the first entry that contains it."""
    people = People((*settings.owners, *settings.people), (), namesakes, settings.owners)
    found: dict[str, list[tuple[Record, str, Doubt]]] = {}
    for record in records:
        if record.written and ownership.holds(record):
            for field, names in record.names.items():
                for number, doubt in people.doubts(names):
                    place = f"{field}+an = {{{number}=me}}"
                    found.setdefault(sorted_name(doubt.name), []).append((record, place, doubt))
    for name, places in found.items():
        record, place, doubt = places[0]
        more = len({entry.key for entry, _, _ in places}) - 1
        entries = f"; also in {more} more {'entry' if more == 1 else 'entries'}" if more else ""
        yield _problem(
            ProblemKind.NAME_DOUBTFUL, record, f"{doubt}{entries}", _settled_by(name, place, doubt, people)
        )


def _settled_by(name: str, place: str, doubt: Doubt, people: People) -> str:
    """What to write to resolve the ambiguity."""
    owner = people.is_owner(doubt.profile)
    where = "vitae_owner" if owner else "vitae_people"
    fix = f'add the alias "{name}" to {doubt.profile.name} in {where}, or to the other person in vitae_people'
    return f"{fix}; for this entry alone, write {place}" if owner else fix


def _private_fields(records: Sequence[Record]) -> Iterator[Problem]:
    for record in records:
        if found := [name for name, _ in record.written if is_private(name)]:
            yield _problem(
                ProblemKind.FIELD_PRIVATE, record, f"{', '.join(found)}: neither shown nor exported"
            )


def _examples(records: Sequence[Record]) -> Iterator[Problem]:
    """A single problem for all the example entries that ``sphinx-vitae new`` wrote."""
    found = [
        record
        for record in records
        if record.key.startswith("example-") and str(record.title).startswith("Example:")
    ]
    if found:
        count = f"{len(found)} entries are examples" if len(found) > 1 else "this entry is an example"
        yield _problem(ProblemKind.EXAMPLE, found[0], count, "replace them with your own")
