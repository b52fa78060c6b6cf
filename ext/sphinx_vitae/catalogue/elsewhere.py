"""Required fields whose content is in another field, or whose absence shows that the entry has the wrong type."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Final, NamedTuple

from sphinx_vitae.bib.fields.identifiers import clean_arxiv
from sphinx_vitae.bib.fields.publication_status import state_key, status_in_venue
from sphinx_vitae.bib.fields.record_kinds import is_archive
from sphinx_vitae.bib.vocabulary import called_in, canonical_field
from sphinx_vitae.model import Publication

from .described_books import described_book
from .missing_authors import authors_elsewhere
from .missing_years import visit_elsewhere, year_elsewhere
from .venue_names import (
    ACRONYM,
    ANY,
    CONFERENCE,
    CONFERENCE_ALONE,
    INSTITUTION,
    INSTITUTIONAL,
    JOURNAL,
    NO_NUMBER,
    NO_PUBLISHER,
    OF_JOURNALS,
    PATENT,
    PROCEEDINGS,
    SERIES_OF_ARTICLES,
    URL,
)

__all__ = ["FILL_IN", "Instead", "instead_of"]

#: How the advice about an empty field begins.
FILL_IN: Final = "fill in "
#: Missing field → other fields that people use instead, and what their values must contain.
_INSTEAD: Final[Mapping[str, Mapping[str, re.Pattern[str]]]] = {
    "editor": {"author": ANY},
    "institution": {
        "university": ANY,
        "institute": ANY,
        "publisher": INSTITUTIONAL,
        "organization": ANY,
        "location": INSTITUTION,
        "journaltitle": INSTITUTION,
        "booktitle": INSTITUTION,
        "series": INSTITUTION,
        "howpublished": INSTITUTION,
    },
    "booktitle": {
        "maintitle": ANY,
        "journaltitle": NO_NUMBER,
        "booktitleaddon": ANY,
        "conference": ANY,
        "proceedings": ANY,
        "proceedingstitle": ANY,
        "conferencename": ANY,
        "publisher": NO_PUBLISHER,
        "organization": CONFERENCE,
        "series": CONFERENCE_ALONE,
        "howpublished": CONFERENCE,
        "location": CONFERENCE,
    },
    "journaltitle": {
        "publicationtitle": ANY,
        "shortjournal": ANY,
        "fjournal": ANY,
        "publisher": OF_JOURNALS,
        "series": SERIES_OF_ARTICLES,
    },
    "url": {"note": URL, "bdsk-url-1": URL},
    "number": {
        "note": PATENT,
        "howpublished": PATENT,
        "journaltitle": PATENT,
        "booktitle": PATENT,
        "publisher": PATENT,
    },
}
#: Fields with the number of a volume or an issue.
_IN_JOURNALS: Final = frozenset(("volume", "number", "issue"))
#: Entry type that requires editors → the type for works by authors.
_BY_AUTHORS: Final = {"collection": "book", "mvcollection": "mvbook"}
#: Words that are not part of the name of a conference.
_TOLD: Final = re.compile(r"\b(?:presented|invited|talk|poster|available|accepted|paper)\b", re.I)
#: Words that are not part of the name of an institution.
_KINDS: Final = re.compile(
    r"\b(?:(?<!of )thesis|dissertation|ph\.? ?d|report|degree|diploma|master'?s?|bachelor'?s?)\b", re.I
)
#: Types of works in books that are not proceedings.
_IN_BOOKS: Final = frozenset(("incollection", "inbook"))
#: What people write before the title of a book.
_IN: Final = re.compile(r"\s*in(?:(?: book)?:\s*| (?=(?:the )?proc))(\S.*\S)\s*", re.I | re.S)
#: Prefixes with which Emacs disables fields.
_DISABLED: Final = ("opt", "alt")


class Instead(NamedTuple):
    """What to do about a missing field, and the field that has its content, if that is the only gap."""

    fix: str
    field: str
    is_empty: bool = False


def instead_of(record: Publication, names: str, in_file: Container[str]) -> Instead | None:
    """What to do about a missing field, or one of several, if another field shows what is meant.

    :param in_file: the names of all fields in the file.
    """
    for name in names.split("|"):
        found = _disabled(record, name) or _emptied(record, name)
        found = found or _in_proceedings(record, name) or _renamed(record, name, in_file)
        if found := found or _written(record, name) or _dated(record, name) or _retyped(record, name):
            return found
    return None


def _emptied(record: Publication, name: str) -> Instead | None:
    """The field itself, without a value."""
    same = {"date", "year"} if name == "date" else {name}
    for written, value in record.written:
        if not value and canonical_field(written) in same:
            return Instead(f"{FILL_IN}{written}", canonical_field(written), is_empty=True)
    return None


def _disabled(record: Publication, name: str) -> Instead | None:
    """The field with a prefix that disables it: ``ALTauthor``."""
    same = {"date", "year"} if name == "date" else {name}
    for written, value in record.written:
        if value and written.lower().startswith(_DISABLED) and canonical_field(written[3:]) in same:
            return Instead(f"rename {written} to {written[3:].lower()}", written.lower())
    return None


def _dated(record: Publication, name: str) -> Instead | None:
    """The year, or the day of a visit, if another field shows it."""
    found = (year_elsewhere(record) or visit_elsewhere(record)) if name == "date" else None
    return Instead(*found) if found else None


def _written(record: Publication, name: str) -> Instead | None:
    """The authors, if another field shows them."""
    found = authors_elsewhere(record) if name == "author" else None
    return Instead(*found) if found else None


def _in_proceedings(record: Publication, name: str) -> Instead | None:
    """Another entry type for a report with the title of proceedings."""
    if record.type != "report" or name != "institution":
        return None
    if not CONFERENCE.search(record.fields.get("booktitle", "")):
        return None
    return Instead("change the type to @inproceedings, or add institution = {…} if it is a report", "")


def _renamed(record: Publication, name: str, in_file: Container[str]) -> Instead | None:
    """Another field that contains the value: for example, if a volume has authors instead of editors, or a
    report has a publisher instead of an institution. An inherited field cannot be renamed.
    """
    own = {canonical_field(field): field for field, value in record.written if value}
    for other, pattern in _INSTEAD.get(name, {}).items():
        value = record.fields.get(other, "")
        if other not in own or not value or not pattern.search(value):  # no value: the first of two is empty
            continue
        written = own[other]
        meant = called_in(name, record.type, in_file)
        if other == "journaltitle" and name == "booktitle":
            if moved := _with_status(written, meant, value):
                return Instead(moved, other)
            return _of_journal(record, written, meant)
        fix = _as_title(written, meant, value) if name == "booktitle" else f"rename {written} to {meant}"
        if pattern is SERIES_OF_ARTICLES:
            if _IN_JOURNALS.isdisjoint(own):
                continue
            fix += f" if it is the journal, or add {meant} = {{…}}"
        if name == "booktitle" and other != "location" and (moved := _with_status(written, meant, value)):
            return Instead(moved, other)
        told = _KINDS if pattern is INSTITUTION else _TOLD
        is_told = pattern is not ANY and told.search(value) is not None
        if is_told or ("," in value and (pattern is INSTITUTION or other == "location")):
            what = "institution" if pattern is INSTITUTION else "conference"
            fix = f"move the name of the {what} from {written} to {meant}"
        if pattern is INSTITUTIONAL and not INSTITUTION.search(value):
            done = "awarded the degree" if record.type == "thesis" else "issued the report"
            fix += f" if it {done}, or add {meant} = {{…}}"
        if instead := _BY_AUTHORS.get(record.type):
            fix += f", or change the type to @{instead} if the authors wrote it"
        return Instead(fix, other)
    return None


def _with_status(written: str, meant: str, value: str) -> str:
    """How to divide a value that contains a status besides the title of proceedings; empty for other values."""
    status = status_in_venue(value)
    if status is None:
        return ""
    state = f"pubstate = {{{status.key}}}"
    if status.rest:
        return f"replace {written} by {meant} = {{{status.rest}}} and {state}"
    moved = "" if state_key(status.written) else f" and note = {{{status.written}}}"
    return f"replace {written} by {state}{moved}"


def _as_title(written: str, meant: str, value: str) -> str:
    """How to make the value of a field the title of a book or of proceedings, without "In:" before it."""
    if book := described_book(value):
        return f"replace {written} by {book}"
    if found := _IN.match(value):
        return f"replace {written} by {meant} = {{{found[1]}}}"
    return f"rename {written} to {meant}"


def _of_journal(record: Publication, written: str, meant: str) -> Instead:
    """What to do about a paper in proceedings that has a journal instead of their title.

    :param written: the field with the name of the journal, as in the entry.
    :param meant: the name of the missing field.
    """
    journal = record.fields["journaltitle"]
    otherwise = f"add {meant} = {{…}}, or change the type to @misc if it is only a preprint"
    if number := clean_arxiv(journal):
        instead = f"replace {written}, which is an arXiv number, by eprint = {{{number}}} and eprinttype = {{arxiv}}"
        if any(canonical_field(name) == "eprint" for name, _ in record.written):
            instead = f"remove {written}, which is an arXiv number, because eprint is given"
        return Instead(f"{instead}; then {otherwise}", "journaltitle")
    if is_archive(journal):
        return Instead(
            f"rename {written}, which is an archive of preprints, to howpublished; then {otherwise}",
            "journaltitle",
        )
    rename = _as_title(written, meant, journal)
    if described_book(journal):
        return Instead(rename, "journaltitle")
    if record.type in _IN_BOOKS:
        return Instead(
            f"{rename} if it is the title of the book, or change the type to @article if it is in a journal",
            "journaltitle",
        )
    if JOURNAL.search(journal) and not CONFERENCE.search(journal):
        return Instead(
            f"change the type to @article, or {rename} if it is the title of proceedings", "journaltitle"
        )
    if CONFERENCE.search(journal):
        return Instead(f"{rename}, or change the type to @article if it is in a journal", "journaltitle")
    return Instead(
        f"change the type to @article if it is in a journal, or {rename} if it is the title of proceedings",
        "journaltitle",
    )


def _retyped(record: Publication, name: str) -> Instead | None:
    """Another entry type for an article that has the title of a book instead of a journal."""
    booktitle = record.fields.get("booktitle", "")
    if record.type != "article" or name != "journaltitle" or not booktitle:
        return None
    if PROCEEDINGS.match(booktitle):
        return Instead("rename booktitle to journal", "booktitle")
    if is_archive(booktitle):
        fix = "rename booktitle to journal, because it is an archive of preprints"
        return Instead(fix, "booktitle")
    if CONFERENCE.search(booktitle) or (ACRONYM.fullmatch(booktitle) and any(map(str.isdigit, booktitle))):
        return Instead("change the type to @inproceedings", "")
    if all(canonical_field(written) != "booktitle" for written, _ in record.written):  # inherited
        return Instead("change the type to @inproceedings or @incollection", "")
    if JOURNAL.search(booktitle):
        return Instead("rename booktitle to journal", "booktitle")
    return Instead(
        "rename booktitle to journal if it is one, or change the type to @inproceedings or @incollection", ""
    )
