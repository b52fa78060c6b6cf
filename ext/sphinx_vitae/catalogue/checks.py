"""Checks on parsed records: missing fields, duplicates, and works by other people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sphinx_vitae.bib.fields.identifiers import short_doi
from sphinx_vitae.bib.vocabulary import canonical_field, written_name
from sphinx_vitae.model import (
    Nearest,
    Problem,
    ProblemKind,
    Publication,
    Record,
    Settings,
    is_private,
    quoted,
    sorted_name,
)

from .entry_problems import entry_problem
from .namesakes import Namesakes
from .ownership import Ownership, aliases_of, mostly
from .people import Doubt, People
from .relations import citations
from .required_fields import missing_fields
from .same_works import same_works

__all__ = ["check"]


def check(records: Sequence[Record], settings: Settings) -> list[Problem]:
    """All problems with these records, in their order.

    :returns: problems of the kinds field-missing, work-duplicate, related-unknown, doi-short, owner-unknown,
        owner-absent, bibfile-shared, name-doubtful, field-private and example. Problems with settings
        have no file.
    """
    namesakes = Namesakes(records)
    by_key = {record.key: record for record in records}
    ownership = Ownership(by_key, settings, namesakes, aliases_of(records))
    return [
        *missing_fields(records),
        *same_works(records, ownership),
        *_unknown_citations(records),
        *_short_dois(records),
        *_unknown_owners(ownership, namesakes),
        *_shared_files(ownership),
        *_strangers(records, ownership),
        *_doubtful_names(records, settings, namesakes, ownership),
        *_private_fields(records),
        *_examples(records),
    ]


def _unknown_citations(records: Sequence[Record]) -> Iterator[Problem]:
    known = {record.key: None for record in records}
    known |= {alias.strip(): None for r in records for alias in r.fields.get("ids", "").split(",")}
    nearest = Nearest(known)
    for record in records:
        for field, key in citations(record):
            if key not in known:
                called = written_name(field, (name for name, _ in record.written))
                message = f"{called} cites {quoted(key)}, which is not in the files checked"
                otherwise = "correct the key, or add the file that contains it"
                if field == "abstract":
                    otherwise = "remove \\cite from the abstract, or correct the key"
                fix = nearest.did_you_mean(key) or otherwise
                problem = entry_problem(ProblemKind.RELATED_UNKNOWN, record, message, fix, field)
                yield replace(problem, place=key)


def _short_dois(records: Sequence[Record]) -> Iterator[Problem]:
    """A single problem for all short DOIs in a file, at the first of them."""
    files: dict[str, list[tuple[Record, str]]] = defaultdict(list)
    for record in records:
        if (doi := record.fields.get("doi", "")) and (short := short_doi(doi)):
            files[record.source.file].append((record, short))
    for (record, short), *others in files.values():
        message = f"doi is the short DOI {short}"
        if others:
            more = "1 more entry has one" if len(others) == 1 else f"{len(others)} more entries have one"
            message += f", and {more}"
        fix = f"write the full DOI that https://doi.org/{short} leads to"
        yield entry_problem(ProblemKind.DOI_SHORT, record, message, fix, "doi")


def _unknown_owners(ownership: Ownership, namesakes: Namesakes) -> Iterator[Problem]:
    """Owners who do not appear in any entry, for example because the name is left over from another site."""
    for owner, entries in ownership.unnamed():
        message = f"vitae_owner {quoted(owner.name)} is named in 0 of {entries} {'entry' if entries == 1 else 'entries'}"
        near = namesakes.nearest(owner.name, 1)
        fix = f"nearest: {near[0]}" if near else "write the name as in the bibliography"
        yield Problem(ProblemKind.OWNER_UNKNOWN, message, fix=fix)


def _shared_files(ownership: Ownership) -> Iterator[Problem]:
    if files := ownership.given_away:
        message = (
            f"bibtex_bibfiles contains {' and '.join(files)}, which a bibliography directive reads: "
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
                    field = next(iter(record.names))
                    yield entry_problem(ProblemKind.OWNER_ABSENT, record, message, fix, field)


def _doubtful_names(
    records: Sequence[Record], settings: Settings, namesakes: Namesakes, ownership: Ownership
) -> Iterator[Problem]:
    """Each ambiguous name once, at the first entry that contains it."""
    people = People((*settings.owners, *settings.people), (), namesakes, settings.owners)
    if not any(people.doubtful()):
        return
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
        fix = _settled_by(name, place, doubt, people)
        field = place.partition("+an")[0]
        yield entry_problem(ProblemKind.NAME_DOUBTFUL, record, f"{doubt}{entries}", fix, field)


def _settled_by(name: str, place: str, doubt: Doubt, people: People) -> str:
    """What to write to resolve the ambiguity."""
    owner = people.is_owner(doubt.profile)
    where = "vitae_owner" if owner else "vitae_people"
    fix = f'add the alias "{name}" to {doubt.profile.name} in {where}, or to the other person in vitae_people'
    return f"{fix}; for this entry alone, write {place}" if owner else fix


def _private_fields(records: Sequence[Record]) -> Iterator[Problem]:
    private = {
        name for name in {name for record in records for name, _ in record.written} if is_private(name)
    }
    for record in records if private else ():
        if found := [name for name, _ in record.written if name in private]:
            message = f"{', '.join(found)}: neither shown nor exported"
            yield entry_problem(ProblemKind.FIELD_PRIVATE, record, message, field=canonical_field(found[0]))


def _examples(records: Sequence[Record]) -> Iterator[Problem]:
    """A single problem for all the example entries that ``sphinx-vitae new`` wrote."""
    found = [
        record
        for record in records
        if record.key.startswith("example-") and str(record.title).startswith("Example:")
    ]
    if found:
        count = f"{len(found)} entries are examples" if len(found) > 1 else "this entry is an example"
        yield entry_problem(ProblemKind.EXAMPLE, found[0], count, "replace them with your own")
