"""Where a work appeared, as a text: one composition for every format.

The types and fields are those of biblatex's data model (manual §2.1.1 and §2.2), in the order of BibTeX's and
biblatex's standard styles: people of the book, book, number in a series, people of the work, pages, publisher.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sphinx_vitae.model import EMPTY, NameList, Publication, Record, Text

from .credits import book_people
from .imprint import Imprint, emph, joined
from .names import Name, Naming, enumerated, print_name
from .types import called
from .words import Words

__all__ = ["mark", "remarks", "status", "tag", "venue", "where_published"]


#: A year in a tag: four digits, or two that end a word, as in ``SC20``. That of ``AI4Science`` or ``3DV`` is none.
_YEAR: Final = re.compile(r"\d{4}|\d\d\b")


def tag(record: Record) -> str:
    """The venue tag: ``abbr``, and ’YY behind it where it holds no year itself."""
    written = str(record.text("abbr"))
    if written and record.date and record.date.year and not _YEAR.search(written):
        return f"{written}’{record.date.year % 100:02d}"
    return written.replace("'", "’")


def mark(record: Record) -> str:
    """What stands in the place of a tag: the tag, else the year."""
    return tag(record) or (str(record.date.year) if record.date and record.date.year is not None else "")


def venue(record: Publication, words: Words, naming: Naming | None = None) -> Text:
    """Everything between the title and the date: journal and pages, book and publisher, and remarks."""
    return joined(where_published(record, words, naming), remarks(record, words))


def where_published(record: Publication, words: Words, naming: Naming | None = None) -> Text:
    """Where it appeared, without remarks: journal and pages, book and publisher, institution.

    :param naming: how names are printed; without it, in full.
    """
    imprint = Imprint(record, words, naming or _in_full(words))
    composed = _BY_TYPE.get(record.type, _other)(imprint)
    return imprint.begun(joined(record.text("titleaddon"), *composed))


def remarks(record: Publication, words: Words, *, with_status: bool = True) -> Text:
    """What else is to be said: how far it got, and what the entry notes."""
    said, note = str(record.text("pubstate")), record.text("note")
    # A status that was recognised in another field is printed there, not twice.
    told = said and said in {str(record.container), str(record.date and record.date.literal)}
    return joined(
        EMPTY if told or not with_status else status(record, words),
        EMPTY if said and said == str(note) else note,
        record.text("addendum"),
        record.text("additional_info"),
    )


def status(record: Record, words: Words) -> Text:
    """The status as the entry words it; a code of biblatex's ``pubstate`` by its name."""
    if not record.status:
        return EMPTY
    written = str(record.text("pubstate"))
    return Text((words.status(record.status),)) if written in {"", record.status} else Text((written,))


def _in_full(words: Words) -> Naming:
    def naming(names: NameList) -> Text:
        printed = [Name(print_name(person, "full")) for person in names.persons]
        return enumerated(printed, words, others=names.others)

    return naming


_Parts = tuple[Text, ...]


def _article(imprint: Imprint) -> _Parts:
    """``*Journal* 26(5):1–46``, with what there is of it; a special issue by its title."""
    text = imprint.text
    journal = joined(imprint.titled("journaltitle"), imprint.journal_series)
    if not journal:
        return _other(imprint)
    return (
        _numbered(imprint, journal),
        imprint.titled("issuetitle"),
        imprint.event,
        *imprint.credits(),
        imprint.version,
        text("howpublished"),
        imprint.language,
        imprint.original,
    )


def _numbered(imprint: Imprint, journal: Text) -> Text:
    """A journal with volume, issue and pages."""
    text = imprint.text
    volume, pages = text("volume"), text("pages")
    issue = joined(text("number"), text("issue"))
    where = volume + "(" + issue + ")" if issue else volume
    if not where:
        return joined(journal, imprint.article_number, imprint.pages)
    if pages:
        return joined(journal + " " + where + ":" + pages, imprint.article_number)
    return journal + " " + where + (Text((":",)) + text("eid") if text("eid") else EMPTY)


def _periodical(imprint: Imprint) -> _Parts:
    """A whole issue: the title of the periodical may stand in the place of the title."""
    own = imprint.text("journaltitle")
    repeated = str(own) == str(imprint.record.title)
    return (
        imprint.series if repeated or not own else _numbered(imprint, imprint.titled("journaltitle")),
        imprint.titled("issuetitle"),
        *imprint.credits(),
        imprint.publisher,
    )


def _in_book(imprint: Imprint) -> _Parts:
    """``In A and B (eds.), *Book*, LNCS 9, pages 4–5, Publisher, Place``."""
    book = _book_title(imprint)
    field, people = book_people(imprint.record, imprint.words, imprint.naming) if book else ("", EMPTY)
    return (
        imprint.word("In", people) + ", " + book if people else book,
        imprint.event,
        *imprint.credits(field),
        imprint.edition,
        imprint.extent,
        imprint.series if not imprint.text("maintitle") else _series_alone(imprint),
        imprint.chapter,
        imprint.article_number,
        imprint.pages,
        imprint.version,
        imprint.text("howpublished"),
        imprint.text("organization"),
        imprint.publisher,
        imprint.language,
        imprint.original,
    )


def _book_title(imprint: Imprint) -> Text:
    """``*Whole*, volume 2: *Book*``."""
    text = imprint.text
    main = text("maintitle")
    if not main or not text("booktitle") or str(main) == str(text("booktitle")):
        return imprint.titled("booktitle", "maintitle", "journaltitle")
    return (
        joined(imprint.titled("maintitle"), imprint.volume)
        + (": " if text("volume") else ", ")
        + imprint.titled("booktitle")
    )


def _series_alone(imprint: Imprint) -> Text:
    """Series and number, where the volume is one of the whole work."""
    series, number = imprint.text("series"), imprint.text("number")
    return series + " " + number if series and number else series or imprint.word("number", number)


def _book(imprint: Imprint) -> _Parts:
    """``edited by A, 2nd edition, volume 2 of *Whole*, LNCS 9, Publisher, Place, 312 pages, ISBN …``."""
    text = imprint.text
    main = text("maintitle")
    inside = bool(main) and str(main) != str(imprint.record.title)
    of_whole = emph(main)
    if inside and imprint.volume:
        of_whole = imprint.volume + f" {imprint.words('of')} " + of_whole
    return (
        *imprint.credits(),
        imprint.edition,
        of_whole if inside else EMPTY,
        _series_alone(imprint) if inside else imprint.series,
        imprint.event if str(text("eventtitle")) != str(imprint.record.title) else EMPTY,
        text("howpublished"),
        _kind(imprint),
        imprint.version,
        text("organization"),
        imprint.publisher,
        imprint.chapter,
        imprint.pages,
        imprint.extent,
        imprint.language,
        imprint.original,
        imprint.isbn,
    )


def _kind(imprint: Imprint, number: Text = EMPTY) -> Text:
    """What it is, and its number among these: ``PhD thesis``, ``Technical report 12``."""
    name = called(imprint.record.type, str(imprint.text("type")))
    kind = Text((imprint.words(name),)) if name else imprint.text("type")
    if not kind:
        return imprint.word("number", number)
    return kind + " " + number if number else kind


def _thesis(imprint: Imprint) -> _Parts:
    return (
        _kind(imprint),
        imprint.text("institution", "organization", "publisher"),
        imprint.place,
        imprint.chapter,
        imprint.pages,
        imprint.extent,
        imprint.language,
        EMPTY if imprint.text("institution") else imprint.preprint,
    )


def _report(imprint: Imprint) -> _Parts:
    return (
        _kind(imprint, imprint.text("number")),
        imprint.text("series"),
        imprint.version,
        imprint.text("institution", "organization", "publisher"),
        imprint.place,
        imprint.chapter,
        imprint.pages,
        imprint.extent,
        imprint.language,
    )


def _patent(imprint: Imprint) -> _Parts:
    """``US patent 9,876,543 (United States), NVIDIA``."""
    kind, countries = _kind(imprint, imprint.text("number")), imprint.countries
    holder = imprint.record.names.get("holder")
    mine = imprint.record.names.get("author")
    return (
        kind + " (" + countries + ")" if countries else kind,
        imprint.naming(holder) if holder and mine and holder != mine else EMPTY,
        imprint.text("organization", "institution"),
    )


def _other(imprint: Imprint) -> _Parts:
    """Any other type: what it says of itself, in the order of biblatex's standard styles."""
    text = imprint.text
    container = imprint.titled("journaltitle", "booktitle", "maintitle")
    return (
        _numbered(imprint, container) if container else EMPTY,
        imprint.event,
        *imprint.credits(),
        _kind(imprint, EMPTY if container else text("number")),
        imprint.edition,
        EMPTY if container else imprint.volume,
        text("series"),
        imprint.version,
        text("howpublished"),
        text("organization"),
        imprint.publisher,
        EMPTY if container else joined(imprint.chapter, imprint.article_number, imprint.pages),
        imprint.extent,
        imprint.language,
        EMPTY if container else imprint.preprint,
        EMPTY if imprint.record.date else imprint.visited,
        imprint.original,
    )


_BY_TYPE: Final[dict[str, Callable[[Imprint], _Parts]]] = {
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
