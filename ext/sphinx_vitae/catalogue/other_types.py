"""Other entry types that an entry may have if it lacks a field that its type requires.

What the entry contains shows which types are likely. Every type is offered with its condition, because the entry
can also be incomplete.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from sphinx_vitae.bib.fields.record_kinds import is_archive
from sphinx_vitae.bib.vocabulary import called_in, in_biblatex
from sphinx_vitae.model import Publication

from .manuscripts import is_manuscript, unpublished_type
from .thesis_types import is_by_one, is_like_thesis, thesis_type
from .unprinted import kept_names
from .venue_names import CONFERENCE_ALONE, SERIES_OF_ARTICLES, is_institution, may_be_journal

__all__ = ["other_types"]

#: Type of entry that lacks a field → the field, and where a work of this type appears.
_APPEARS: Final = {
    "article": ("journaltitle", "in a journal"),
    "inproceedings": ("booktitle|eventtitle", "in proceedings"),
    "report": ("institution", "a report"),
}
#: Type of entry → the works that it is often used for, and that are ``@misc``.
_OTHER_WORKS: Final = {
    "article": "anything else",
    "inproceedings": "a talk or anything else",
    "report": "anything else",
}
#: Fields of works in journals or books, which a work on its own does not have.
_OF_PARTS: Final = frozenset(("volume", "number", "issue", "pages", "eid", "doi", "eprint"))
#: Fields of works that somebody else than a university published.
_OF_PUBLISHED: Final = frozenset(("publisher", "organization"))
#: Fields with numbers that show that a work appeared in a journal, in a book or in a series.
_PLACES: Final = frozenset(("volume", "number", "issue", "pages", "eid", "series", "chapter"))
#: Those of them that can also be the total of pages, or the number of a law.
_TO_NOTE: Final = frozenset(("number", "pages"))
#: Fields of an article in a journal, besides the volume.
_OF_ARTICLES: Final = frozenset(("number", "issue", "pages", "eid", "doi", "issn"))
#: Fields that only works in journals have, among those that are said to be in proceedings.
_OF_JOURNALS: Final = frozenset(("number", "issue", "issn"))
#: Types whose title can be that of a book, if they lack the title of the book that they appear in.
_PARTS: Final = frozenset(("inbook", "incollection"))
#: So many pages are those of a thesis or a book.
_LONG: Final = 60
_IN_BOOKS: Final = "@inproceedings or @incollection (add booktitle)"
#: Fields with the number of a report.
_REPORTS: Final = frozenset(("report", "reportnumber", "reportno", "reportid"))
#: Fields that describe a work, and the number of characters that are looked at.
_TELLING: Final = (
    "type",
    "howpublished",
    "note",
    "number",
    "url",
    "html",
    "pdf",
    "abbr",
    "series",
    "publisher",
)
_BEGINNING: Final = 200
_REPORT: Final = re.compile(
    r"(?<![a-z])(?:(?:tech(?:nical|\.)?|research|working|white|discussion|internal|annual|final)[\s_-]*"
    r"(?:reports?|papers?|notes?)|techreports?|(?<!scientific )reports?|deliverable)(?![a-z])",
    re.I,
)
_CONFERENCE: Final = re.compile(
    r"(?<![a-z])(?:proc(?:eedings|\.)|conference|workshop|symposium|congress(?!\.gov))(?![a-z])", re.I
)
#: The numbers of a volume or of pages within a publisher.
_WITH_NUMBERS: Final = re.compile(r"(?<![a-z])(?:vol(?:ume|\.)?|issue|no\.|pp?\.|pages)\s*\d", re.I)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
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


def other_types(record: Publication, name: str, in_file: Container[str]) -> str:
    """What to do instead of adding a field, as the continuation of a sentence: ``; if it is not in a journal,
    change the type to …``. Empty if nothing else is likely.

    :param name: the missing field, as in the table of required fields.
    :param in_file: the names of all fields in the file.
    """
    if record.type in _PARTS and name.startswith("booktitle"):
        return _besides_parts(record, in_file)
    if record.type == "unpublished" and name == "author":
        return ", or change the type to @misc if it has none"
    missing, appears = _APPEARS.get(record.type, ("", ""))
    if name != missing:
        return ""
    publisher = record.fields.get("publisher", "")
    if record.type == "article" and _WITH_NUMBERS.search(publisher):
        return ", and the fields for the numbers that publisher contains, and keep only the publisher in it"
    likely, rest = list(_likely(record, in_file)), _otherwise(record, in_file)
    if not likely and _is_preprint(record) and rest:
        return f", or change the type to @misc{kept_names(record, in_file)} if it is only a preprint"
    types = [*(likely or _usual(record, in_file))]
    if rest:
        works = "a preprint" if _is_preprint(record) else _OTHER_WORKS[record.type]
        types.append(
            f"{rest} if no other type fits" if likely and works != "a preprint" else f"{rest} for {works}"
        )
    instead = f"; if it is not {appears}, change the type to {_or_list(types)}" if types else ""
    # An editor and a publisher that are the same are neither, but where the work appeared.
    is_repeated = publisher != "" and publisher == record.fields.get("editor")
    if record.type == "article" and (is_repeated or may_be_journal(publisher)):
        return f", or rename publisher to journal if it is one{instead}"
    if record.type == "inproceedings" and is_repeated:
        return f", or rename publisher to booktitle if it is the title of the proceedings{instead}"
    return instead


def _is_numbered(record: Publication) -> bool:
    """Whether the volume of a chapter can be that of its series, rather than of a book that is given as its series."""
    return SERIES_OF_ARTICLES.search(record.fields.get("series", "")) is None


def _besides_parts(record: Publication, in_file: Container[str]) -> str:
    """What to do about a chapter without the title of its book."""
    if is_manuscript(record):
        return f", or change the type to {unpublished_type(record)} for a work that is not published yet"
    given = {written.lower() for written, value in record.written if value}
    renamed = (
        ", or rename series to booktitle if it is the title of the book"
        if "series" in given and "number" not in given and ("volume" not in given or not _is_numbered(record))
        else ""
    )
    if len(_WORD.findall(record.fields.get("chapter", ""))) > 1:
        return ", or rename title to booktitle and chapter to title if these are the titles of the book and the chapter"
    journal = called_in("journaltitle", "article", in_file)
    return (
        f"{renamed}, or change the type to @book if the title is that of the book, @inproceedings (add booktitle) "
        f"for a conference paper, or @article (add {journal}) for an article"
    )


def _or_list(types: Sequence[str]) -> str:
    *others, last = types
    return f"{', '.join(others)}, or {last}" if others else last


def _likely(record: Publication, in_file: Container[str]) -> Iterator[str]:
    """The types that the content of an entry suggests, each with the works that it is for."""
    fields, title = record.fields, str(record.title)
    if is_manuscript(record):
        yield f"{unpublished_type(record)} for a work that is not published yet"
    is_placed = "volume" in fields and "pages" in fields
    told = (
        ""
        if is_placed or record.type == "inproceedings"
        else " ".join([fields.get(name, "")[:_BEGINNING] for name in _TELLING])
    )
    given = {written.lower() for written, value in record.written if value}
    if is_like_thesis(record, told):
        yield thesis_type(record, in_file)
    is_report = "institution" in given or not _REPORTS.isdisjoint(fields) or _REPORT.search(told)
    if record.type != "report" and is_report:
        yield _report(record, in_file)
    places = " ".join([fields.get(name, "")[:_BEGINNING] for name in ("doi", "url", "html")])
    is_data = _DATA_ARCHIVE.search(places) and "eprint" not in fields
    if is_data or _SOFTWARE.search(told) or _TITLE_OF_SOFTWARE.search(title):
        yield "@software or @dataset"
    if record.type == "article" and "patent" in told.lower():
        yield "@patent"
    in_series = CONFERENCE_ALONE.search(fields.get("series", "")) is not None
    if record.type == "article" and ("eventtitle" in fields or in_series or _CONFERENCE.search(told)):
        yield "@inproceedings (add booktitle)"
    is_numbered = "journaltitle" in fields and not _PLACES.isdisjoint(fields)
    if is_numbered and record.type == "report" and not is_archive(fields["journaltitle"]):
        yield "@article"
    if record.type == "inproceedings" and not _OF_JOURNALS.isdisjoint(fields):
        yield f"@article (add {called_in('journaltitle', 'article', in_file)})"
    if record.type == "inproceedings" and _VOLUME.search(title):
        change = "move" if "editor" in fields else "rename"
        kept = f" ({change} author to editor)" if "author" in record.names else ""
        yield f"@proceedings{kept} for a volume of proceedings"


def _usual(record: Publication, in_file: Container[str]) -> Iterator[str]:
    """The types that people often confuse with that of an entry whose content suggests none."""
    if record.type == "article":
        yield from _besides_articles(record, in_file)
        return
    with_journal = (
        "" if "journaltitle" in record.fields else f" (add {called_in('journaltitle', 'article', in_file)})"
    )
    yield f"@article{with_journal}"
    if record.type == "report":
        yield _IN_BOOKS
    else:
        yield "@incollection (add booktitle)"
    if _may_be_book(record):
        yield _book(record)
    if not _is_placed(record):
        if record.type != "report":
            yield _report(record, in_file)
        if is_by_one(record) and (_OF_PARTS | _OF_PUBLISHED).isdisjoint(record.fields):
            yield thesis_type(record, in_file)


def _besides_articles(record: Publication, in_file: Container[str]) -> Iterator[str]:
    """The types of works that people enter as articles."""
    fields = record.fields
    if _is_in_journal(record):
        return
    yield _IN_BOOKS
    if any(written.lower() == "journal" and not value for written, value in record.written):
        yield "@unpublished (add note)"
    if "pages" not in fields or fields["pages"].isdecimal():
        yield _book(record)
    yield _report(record, in_file)
    pages = fields.get("pages", "")
    is_long = pages.isdecimal() and len(pages) < 4 and int(pages) >= _LONG
    if not _is_placed(record) and (is_long or (is_by_one(record) and _OF_PARTS.isdisjoint(fields))):
        yield thesis_type(record, in_file)


def _is_in_journal(record: Publication) -> bool:
    """Whether numbers show that an article is in a journal."""
    fields = record.fields
    return "volume" in fields and "isbn" not in fields and not _OF_ARTICLES.isdisjoint(fields)


def _may_be_book(record: Publication) -> bool:
    """Whether an entry has no pages except a total of them."""
    return record.fields.get("pages", "1").isdecimal()


def _book(record: Publication) -> str:
    return f"@book{'' if 'publisher' in record.fields else ' (add publisher)'}"


def _report(record: Publication, in_file: Container[str]) -> str:
    """The type for a report, and how to name the institution."""
    type_ = "@report" if in_biblatex(in_file) else "@techreport"
    given = {written.lower() for written, value in record.written if value}
    if "institution" in given:
        return type_
    if record.type == "article" and "publisher" in given:
        return f"{type_} (rename publisher to institution)"
    if is_institution(record.fields.get("note", "")):
        return f"{type_} (rename note to institution)"
    return f"{type_} (add institution)"


def _is_preprint(record: Publication) -> bool:
    """Whether the DOI, the URL or the journal of an entry is that of an archive of preprints."""
    places = (record.fields.get(name, "") for name in ("doi", "url", "html"))
    return any(map(_PREPRINT_ARCHIVE.search, places)) or is_archive(record.fields.get("journaltitle", ""))


def _otherwise(record: Publication, in_file: Container[str]) -> str:
    """The type of a work that did not appear in a journal or book, unless something shows that it did."""
    if record.type == "article" and _is_in_journal(record) and not _is_preprint(record):
        return ""
    return f"@misc{kept_names(record, in_file)}"


def _is_placed(record: Publication) -> bool:
    """Whether numbers show that a work appeared in a journal, in a book or in a series. A single number of pages is
    often their total, and a number that of a law or a standard.
    """
    fields = record.fields
    if record.type == "inproceedings" and "isbn" in fields:
        return True
    placed = _PLACES.intersection(fields)
    is_total = record.type != "report" and fields.get("pages", "1").isdecimal()
    return not placed <= _TO_NOTE if is_total else bool(placed)
