"""Where a work appeared, by entry type, composed as a single `Text` for all formats.

The types and fields are from biblatex's data model (manual §2.1.1 and §2.2), in the order of the standard
styles of BibTeX and biblatex: contributors to the book, book, number in a series, contributors to the work,
pages, publisher.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sphinx_vitae.bib.vocabulary import type_name
from sphinx_vitae.model import EMPTY, NameList, Publication, Text

from ..language.translated_words import Words
from ..names.contributors import book_contributors
from ..names.printed_names import Name, Naming, enumerated, print_name
from ..texts import chained, distinct, emph, filled
from .details import PublicationDetails
from .remarks import remarks

__all__ = ["venue", "where_published"]


def venue(record: Publication, words: Words, naming: Naming | None = None) -> Text:
    """Everything between the title and the date: journal and pages, book and publisher, and remarks.

    :param naming: a function that prints names; by default, in full.
    """
    published = where_published(record, words, naming)
    return distinct(published, remarks(record, words, begins=not published))


def where_published(record: Publication, words: Words, naming: Naming | None = None) -> Text:
    """Where a work appeared, without remarks: journal and pages, book and publisher, institution.

    :param naming: a function that prints names; by default, in full.
    """
    details = PublicationDetails(record, words, naming or _in_full(words))
    composed = _BY_TYPE.get(record.type, _other)(details)
    return details.begun(distinct(record.text("titleaddon"), *composed))


def _in_full(words: Words) -> Naming:
    def naming(names: NameList) -> Text:
        printed = [Name(print_name(person, "full")) for person in names.persons]
        return enumerated(printed, words, others=names.others)

    return naming


_Parts = tuple[Text, ...]


def _article(details: PublicationDetails) -> _Parts:
    """``*Journal* 26(5):1–46``, and the title of a special issue."""
    text = details.text
    journal = distinct(details.titled("journaltitle"), details.journal_series)
    if not journal:
        return _other(details)
    return (
        _numbered(details, journal),
        details.titled("issuetitle"),
        details.event,
        *details.credits(),
        details.version,
        text("howpublished"),
        details.language,
        details.original,
    )


def _numbered(details: PublicationDetails, journal: Text) -> Text:
    """A journal with volume, issue and pages."""
    text = details.text
    volume, pages = text("volume"), text("pages")
    issue = distinct(text("number"), text("issue"))
    where = chained(volume, "(", issue, ")") if issue else volume
    if not where:
        return distinct(journal, details.article_number, details.pages)
    if pages:
        return distinct(chained(journal, " ", where, ":", pages), details.article_number)
    return chained(journal, " ", where, ":", text("eid")) if text("eid") else chained(journal, " ", where)


def _periodical(details: PublicationDetails) -> _Parts:
    """A whole issue; the title of the periodical may be the title of the entry."""
    own = details.text("journaltitle")
    repeated = str(own) == str(details.record.title)
    return (
        details.series if repeated or not own else _numbered(details, details.titled("journaltitle")),
        details.titled("issuetitle"),
        *details.credits(),
        details.publisher,
    )


def _in_book(details: PublicationDetails) -> _Parts:
    """``In A and B (eds.), *Book*, LNCS 9, pages 4–5, Publisher, Place``."""
    book = _book_title(details)
    field, people = book_contributors(details.record, details.words, details.naming) if book else ("", EMPTY)
    return (
        # Translators: before the editors or the title of a book that contains a paper
        details.word("In {}", people) + ", " + book if people else book,
        details.event,
        *details.credits(field),
        details.edition,
        details.extent,
        details.series if not details.text("maintitle") else _series_alone(details),
        details.chapter,
        details.article_number,
        details.pages,
        details.version,
        details.text("howpublished"),
        details.text("organization"),
        details.publisher,
        details.language,
        details.original,
    )


def _book_title(details: PublicationDetails) -> Text:
    """``*Whole*, volume 2: *Book*``."""
    text = details.text
    main = text("maintitle")
    if not main or not text("booktitle") or str(main) == str(text("booktitle")):
        return details.titled("booktitle", "maintitle", "journaltitle")
    return (
        distinct(details.titled("maintitle"), details.volume)
        + (": " if text("volume") else ", ")
        + details.titled("booktitle")
    )


def _series_alone(details: PublicationDetails) -> Text:
    """The series and number, if the volume refers to the whole work."""
    series, number = details.text("series"), details.text("number")
    return series + " " + number if series and number else series or details.word("number {}", number)


def _book(details: PublicationDetails) -> _Parts:
    """``edited by A, 2nd edition, volume 2 of *Whole*, LNCS 9, Publisher, Place, 312 pages, ISBN …``."""
    text = details.text
    main = text("maintitle")
    inside = bool(main) and str(main) != str(details.record.title)
    of_whole = emph(main)
    if inside and details.volume:
        # Translators: as in "volume 3 of Collected works"
        of_whole = filled(details.words("{volume} of {whole}"), volume=details.volume, whole=of_whole)
    return (
        *details.credits(),
        details.edition,
        of_whole if inside else EMPTY,
        _series_alone(details) if inside else details.series,
        details.event if str(text("eventtitle")) != str(details.record.title) else EMPTY,
        text("howpublished"),
        _kind(details),
        details.version,
        text("organization"),
        details.publisher,
        details.chapter,
        details.pages,
        details.extent,
        details.language,
        details.original,
        details.isbn,
    )


def _kind(details: PublicationDetails, number: Text = EMPTY) -> Text:
    """The ``type`` and the number: ``PhD thesis``, ``Technical report 12``."""
    name = type_name(details.record.type, str(details.text("type")))
    kind = Text((details.words(name),)) if name else details.text("type")
    if not kind:
        return details.word("number {}", number)
    return kind + " " + number if number else kind


def _thesis(details: PublicationDetails) -> _Parts:
    return (
        _kind(details),
        details.text("institution", "organization", "publisher"),
        details.place,
        details.chapter,
        details.pages,
        details.extent,
        details.language,
        EMPTY if details.text("institution") else details.preprint,
    )


def _report(details: PublicationDetails) -> _Parts:
    return (
        _kind(details, details.text("number")),
        details.text("series"),
        details.version,
        details.text("institution", "organization", "publisher"),
        details.place,
        details.chapter,
        details.pages,
        details.extent,
        details.language,
    )


def _patent(details: PublicationDetails) -> _Parts:
    """``US patent 9,876,543 (United States), NVIDIA``."""
    kind, countries = _kind(details, details.text("number")), details.countries
    holder = details.record.names.get("holder")
    mine = details.record.names.get("author")
    return (
        kind + " (" + countries + ")" if countries else kind,
        details.naming(holder) if holder and mine and holder != mine else EMPTY,
        details.text("organization", "institution"),
    )


def _other(details: PublicationDetails) -> _Parts:
    """Any other type, in the order of biblatex's standard styles."""
    text = details.text
    container = details.titled("journaltitle", "booktitle", "maintitle")
    return (
        _numbered(details, container) if container else EMPTY,
        details.event,
        *details.credits(),
        _kind(details, EMPTY if container else text("number")),
        details.edition,
        EMPTY if container else details.volume,
        text("series"),
        details.version,
        text("howpublished"),
        text("organization"),
        details.publisher,
        EMPTY if container else distinct(details.chapter, details.article_number, details.pages),
        details.extent,
        details.language,
        EMPTY if container else details.preprint,
        EMPTY if details.record.date else details.visited,
        details.original,
    )


_BY_TYPE: Final[dict[str, Callable[[PublicationDetails], _Parts]]] = {
    **dict.fromkeys(("article", "suppperiodical", "review"), _article),
    "periodical": _periodical,
    **dict.fromkeys(
        ("inproceedings", "incollection", "inbook", "inreference", "bookinbook", "suppbook", "suppcollection"), _in_book
    ),
    **dict.fromkeys(
        ("book", "mvbook", "booklet", "collection", "mvcollection", "proceedings", "mvproceedings", "reference",
         "mvreference", "manual"),
        _book,
    ),
    "thesis": _thesis,
    "report": _report,
    "patent": _patent,
}  # fmt: skip
