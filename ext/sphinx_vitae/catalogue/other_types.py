"""Other entry types that an entry may have if it lacks a field that its type requires.

What the entry contains shows which types are likely. Every type is offered with its condition, because the entry
can also be incomplete.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Final

from sphinx_vitae.bib.fields.record_kinds import is_archive
from sphinx_vitae.bib.vocabulary import canonical_field
from sphinx_vitae.model import Publication

from .elsewhere import may_be_journal
from .entry_problems import and_list

__all__ = ["in_biblatex", "is_preprint", "other_types"]

#: Names of fields that only biblatex has.
_OF_BIBLATEX: Final = ("journaltitle", "date", "eprinttype", "langid")
#: Type of entry that lacks a field → the field, and where a work of this type appears.
_APPEARS: Final = {
    "article": ("journaltitle", "in a journal"),
    "inproceedings": ("booktitle|eventtitle", "in proceedings"),
    "report": ("institution", "a report"),
}
#: Fields of works in journals or books, which a work on its own does not have.
_OF_PARTS: Final = frozenset(("volume", "number", "issue", "pages", "eid", "doi", "eprint"))
#: Fields that show where a work appeared, and that neither BibTeX nor biblatex prints for a ``@misc``.
_UNPRINTED: Final = frozenset(("volume", "number", "issue", "pages", "eid", "series", "chapter"))
#: Those of them that can also be the total of pages, or the number of a law.
_TO_NOTE: Final = frozenset(("number", "pages"))
#: Fields that tell where a work appeared, and that BibTeX does not print for a ``@misc``.
_LOST_IN_BIBTEX: Final = ("journaltitle", "publisher", "organization", "location")
#: Fields that only works in journals have, among those that are said to be in proceedings.
_OF_JOURNALS: Final = frozenset(("number", "issue", "issn"))
#: Types whose title can be that of a book, if they lack the title of the book that they appear in.
_PARTS: Final = frozenset(("inbook", "incollection"))
#: Fields with the number of a report.
_REPORTS: Final = frozenset(("report", "reportnumber", "reportno", "reportid"))
#: Fields that describe a work, and the number of characters that are looked at.
_TELLING: Final = ("type", "howpublished", "note", "number", "url", "html", "pdf", "abbr", "series")
_BEGINNING: Final = 200
#: Fields for the university of a thesis, and for any institution that issues a work.
_UNIVERSITIES: Final = frozenset(("school", "university"))
_ISSUERS: Final = _UNIVERSITIES | {"institution"}
_UNIVERSITY: Final = re.compile(r"univ|hochschule|\bETH\b|politecnic", re.I)
_THESIS: Final = re.compile(
    r"(?<![a-z])(?:thes[ei]s|dissertation|ph\.?d|bachelor'?s?|diplom(?:a|arbeit)|doktorarbeit"
    r"|masterarbeit|bachelorarbeit|habilitation|mémoire|tesis|tese)(?![a-z])|tel-\d",
    re.I,
)
_TITLE_OF_THESIS: Final = re.compile(
    r"\b(?:(?:ph\.?\s?d\.?|master'?s?|doctoral|bachelor'?s?|diploma)[\s-]+(?:thesis|dissertation)|diplomarbeit"
    r"|masterarbeit|bachelorarbeit)\b",
    re.I,
)
_REPORT: Final = re.compile(
    r"(?<![a-z])(?:(?:tech(?:nical|\.)?|research|working|white|discussion|internal|annual|final)[\s_-]*"
    r"(?:reports?|papers?|notes?)|techreports?|(?<!scientific )reports?|deliverable)(?![a-z])",
    re.I,
)
_CONFERENCE: Final = re.compile(
    r"(?<![a-z])(?:proc(?:eedings|\.)|conference|workshop|symposium|congress(?!\.gov))(?![a-z])", re.I
)
_VOLUME: Final = re.compile(r"\b(?:proceedings|(?:workshop|conference|symposium) (?:report|summary))\b", re.I)
_SOFTWARE: Final = re.compile(r"(?<![a-z])(?:data ?sets?|software|source code|artifacts?)(?![a-z])", re.I)
_TITLE_OF_SOFTWARE: Final = re.compile(
    r"\b(?:r|python|stata|julia) (?:package|module|library)\b|\b(?:artifact|data ?set|source code) (?:for|of)\b",
    re.I,
)
#: Archives of data and software: the prefixes of their DOIs, and their hosts.
_DATA_ARCHIVE: Final = re.compile(
    r"10\.(?:5281/zenodo|6084/m9\.figshare|5061/dryad|7910/dvn|17605/osf|1594/pangaea|24432/|57967/hf|17632/)"
    r"|//(?:www\.)?(?:zenodo\.org|figshare\.com|datadryad\.org|github\.com|gitlab\.com|cran\.r-project\.org|pypi\.org"
    r"|huggingface\.co)/",
    re.I,
)
#: Archives of preprints, likewise.
_PREPRINT_ARCHIVE: Final = re.compile(
    r"10\.(?:48550/arxiv|1101/(?:\d{4}\.\d\d\.\d\d\.)?\d{6}|31234/osf|31219/osf|31235/osf|20944/preprints|21203/rs|2139/ssrn"
    r"|26434/chemrxiv|36227/techrxiv|22541/|35542/osf|33774/apsa|31223/|32942/|5194/egusphere)"
    r"|//(?:\w+\.)?(?:arxiv\.org|biorxiv\.org|medrxiv\.org|psyarxiv\.com|preprints\.org|ssrn\.com|researchsquare\.com)/",
    re.I,
)


def in_biblatex(in_file: Container[str]) -> bool:
    """Whether a file with fields of these names is written for biblatex."""
    return any(name in in_file for name in _OF_BIBLATEX)


def is_preprint(fields: Mapping[str, str]) -> bool:
    """Whether the DOI or the URL of an entry leads to an archive of preprints."""
    return any(_PREPRINT_ARCHIVE.search(fields.get(name, "")) for name in ("doi", "url", "html"))


def other_types(record: Publication, name: str, in_file: Container[str]) -> str:
    """What to do instead of adding a field: ``change the type to @misc if it is not in a journal``; empty if
    nothing else is likely.

    :param name: the missing field, as in the table of required fields.
    :param in_file: the names of all fields in the file.
    """
    if record.type in _PARTS and name.startswith("booktitle"):
        return "change the type to @book if the title is that of the book"
    if record.type == "unpublished" and name == "author":
        return "change the type to @misc if it has none"
    missing, appears = _APPEARS.get(record.type, ("", ""))
    if name != missing:
        return ""
    found = [*_likely(record, in_file), *_otherwise(record, appears, in_file)]
    types = f"change the type {', or '.join(found)}" if found else ""
    publisher = record.fields.get("publisher", "")
    # An editor and a publisher that are the same are neither, but where the work appeared.
    is_repeated = publisher != "" and publisher == record.fields.get("editor")
    if record.type == "article" and (is_repeated or may_be_journal(publisher)):
        return f"rename publisher to journal if it is one, or {types}".removesuffix(", or ")
    return types


def _likely(record: Publication, in_file: Container[str]) -> Iterator[str]:
    """The types that the content of an entry suggests."""
    fields, title = record.fields, str(record.title)
    is_placed = "volume" in fields and "pages" in fields
    told = (
        ""
        if is_placed or record.type == "inproceedings"
        else " ".join([fields.get(name, "")[:_BEGINNING] for name in _TELLING])
    )
    biblatex = in_biblatex(in_file)
    given = {written.lower() for written, value in record.written if value}
    at = fields.get("institution", "")
    if (
        given & _UNIVERSITIES
        or _UNIVERSITY.search(at)
        or _THESIS.search(told)
        or _TITLE_OF_THESIS.search(title)
    ):
        yield f"to {'@thesis' if biblatex else '@phdthesis or @mastersthesis'} if it is a thesis"
    is_report = "institution" in given or not _REPORTS.isdisjoint(fields) or _REPORT.search(told)
    if record.type != "report" and is_report:
        yield f"to {'@report' if biblatex else '@techreport'} if it is a report"
    places = " ".join([fields.get(name, "")[:_BEGINNING] for name in ("doi", "url", "html")])
    if _DATA_ARCHIVE.search(places) or _SOFTWARE.search(told) or _TITLE_OF_SOFTWARE.search(title):
        yield "to @software or @dataset if it is one"
    if record.type == "article" and "patent" in told.lower():
        yield "to @patent if it is a patent"
    if record.type == "article" and _CONFERENCE.search(told):
        yield "to @inproceedings if it is in proceedings"
    is_numbered = "journaltitle" in fields and not _UNPRINTED.isdisjoint(fields)
    if is_numbered and record.type == "report" and not is_archive(fields["journaltitle"]):
        yield "to @article if it is in a journal"
    if record.type == "inproceedings" and not _OF_JOURNALS.isdisjoint(fields):
        yield "to @article if it is in a journal"
    if record.type == "inproceedings" and _VOLUME.search(title):
        yield "to @proceedings if the title is that of the proceedings"
    if record.type == "article" and "publisher" in fields and _OF_PARTS.isdisjoint(fields):
        yield "to @book if it is a book"


def _otherwise(record: Publication, appears: str, in_file: Container[str]) -> Iterator[str]:
    """The type of a work that did not appear in this way, unless something shows that it did."""
    fields = record.fields
    if any(written.lower() in _ISSUERS and value for written, value in record.written):
        return
    if is_preprint(fields) or is_archive(fields.get("journaltitle", "")):
        yield f"to @misc{_kept(record, in_file)} if it is only a preprint"
    elif not _is_placed(record):
        yield f"to @misc{_kept(record, in_file)} if it is not {appears}"


def _is_placed(record: Publication) -> bool:
    """Whether numbers show that a work appeared in a journal, in a book or in a series. A single number of pages is
    often their total, and a number that of a law or a standard.
    """
    fields = record.fields
    if record.type == "inproceedings" and "isbn" in fields:
        return True
    placed = _UNPRINTED.intersection(fields)
    is_total = record.type != "report" and fields.get("pages", "1").isdecimal()
    return not placed <= _TO_NOTE if is_total else bool(placed)


def _kept(record: Publication, in_file: Container[str]) -> str:
    """How to keep what BibTeX, or biblatex, does not print for a ``@misc``."""
    own = {
        canonical_field(written): written.lower()
        for written, value in record.written
        if value and canonical_field(written) in record.fields  # the second of two fields does not count
    }
    unprinted = ("journaltitle", "publisher") if in_biblatex(in_file) else _LOST_IN_BIBTEX
    lost = [own[name] for name in unprinted if name in own]
    is_whole = len(lost) == 1 and "location" not in own and "howpublished" not in own
    moves = []
    if lost:
        moves.append(f"{and_list(lost)} {'renamed' if is_whole else 'moved'} to howpublished")
    if numbers := sorted(own[name] for name in _TO_NOTE if name in own):
        moves.append(f"{and_list(numbers)} moved to note")
    return f", with {and_list(moves)}," if moves else ""
