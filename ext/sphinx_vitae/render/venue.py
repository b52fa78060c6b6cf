"""Where a work appeared, as a text: one composition for every format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sphinx_vitae.model import EMPTY, Publication, Record, Span, Text

from .words import Words

__all__ = ["mark", "status", "tag", "venue"]

#: biblatex's names of thesis and report types (manual §4.9.2.14), in full.
_TYPE_NAMES: Final = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "patent": "Patent",
    "patentus": "US patent",
    "patenteu": "European patent",
    "patreq": "Patent request",
    "patreqeu": "European patent request",
    "patrequs": "US patent request",
    "software": "Software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
}


def tag(record: Record) -> str:
    """The venue tag: ``abbr``, and ’YY behind it where it holds no year itself."""
    written = str(record.text("abbr"))
    if written and record.date and record.date.year and not any(c.isdigit() for c in written):
        return f"{written}’{record.date.year % 100:02d}"
    return written.replace("'", "’")


def mark(record: Record) -> str:
    """What stands in the place of a tag: the tag, else the year."""
    return tag(record) or (str(record.date.year) if record.date and record.date.year is not None else "")


def venue(record: Publication, words: Words) -> Text:
    """Everything between the title and the date: journal and pages, book and publisher, institution."""
    compose = _BY_TYPE.get(record.type, _other)
    found = compose(record, words)
    # A status that was recognised in another field is printed there, not twice.
    said = str(record.text("pubstate"))
    note = record.text("note")
    return _joined(
        found,
        EMPTY
        if said and said in {str(record.container), str(record.date and record.date.literal)}
        else status(record, words),
        EMPTY if said and said == str(note) else note,
        record.text("addendum"),
    )


def status(record: Record, words: Words) -> Text:
    """The status as the entry words it; a code of biblatex's ``pubstate`` by its name."""
    if not record.status:
        return EMPTY
    written = str(record.text("pubstate"))
    return Text((words.status(record.status),)) if written in {"", record.status} else Text((written,))


def _joined(*parts: Text) -> Text:
    """The parts that are there, with commas between them."""
    joined = EMPTY
    for part in parts:
        if part:
            joined = joined + ", " + part if joined else part
    return joined


def _emph(text: Text) -> Text:
    return Text((Span("emph", text.parts),)) if text else EMPTY


def _pages(record: Record, words: Words) -> Text:
    pages = record.text("pages")
    if not pages:
        return Text(("article ",)) + record.text("eid") if record.text("eid") else EMPTY
    several = any(c in str(pages) for c in "–-,+")
    return Text((f"{words('pages') if several else words('page')} ",)) + pages


def _article(record: Publication, words: Words) -> Text:
    """``*Journal* 26(5):1–46``, with what there is of it."""
    where = EMPTY
    if volume := record.text("volume"):
        where = where + volume
    if number := record.text("number", "issue"):
        where = where + "(" + number + ")"
    if pages := record.text("pages") or record.text("eid"):
        where = where + ":" + pages if where else _pages(record, words)
    journal = _emph(record.container)
    if not where:
        return journal
    if not (record.text("volume") or record.text("number", "issue")):
        return _joined(journal, where)
    return journal + " " + where


def _in_book(record: Publication, words: Words) -> Text:
    return _joined(
        _emph(record.container),
        _volume(record, words),
        _pages(record, words),
        record.text("publisher", "organization"),
    )


def _volume(record: Record, words: Words) -> Text:
    series = record.text("series")
    volume = record.text("volume", "number")
    if series:
        return series + " " + volume if volume else series
    return Text((f"{words('volume')} ",)) + volume if volume else EMPTY


def _book(record: Publication, words: Words) -> Text:
    edition = record.text("edition")
    if str(edition).isdecimal():
        edition = Text((_ordinal(int(str(edition))) + " " + words("edition"),))
    return _joined(edition, _volume(record, words), record.text("publisher", "organization", "institution"))


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _kind(record: Record, words: Words, default: str = "") -> Text:
    written = record.text("type")
    if not written:
        return Text((words(default),)) if default else EMPTY
    name = _TYPE_NAMES.get(str(written))
    return Text((words(name),)) if name else written


def _thesis(record: Publication, words: Words) -> Text:
    return _joined(_kind(record, words, "Thesis"), record.text("institution", "organization", "publisher"))


def _report(record: Publication, words: Words) -> Text:
    kind = _kind(record, words, "Technical report")
    number = record.text("number")
    return _joined(
        kind + " " + number if number else kind, record.text("institution", "organization", "publisher")
    )


def _patent(record: Publication, words: Words) -> Text:
    kind, number = _kind(record, words, "Patent"), record.text("number")
    return _joined(kind + " " + number if number else kind, record.text("location"))


def _other(record: Publication, words: Words) -> Text:
    """Any other type: what it says of itself, in the order of biblatex's standard styles."""
    version = record.text("version")
    number = str(version).removeprefix("v")
    return _joined(
        _emph(record.container),
        _kind(record, words),
        Text((f"{words('version')} {number}",)) if version else EMPTY,
        record.text("howpublished"),
        record.text("organization", "institution"),
        record.text("publisher"),
        _preprint(record) if not record.container else EMPTY,
    )


def _preprint(record: Record) -> Text:
    """An eprint is where a preprint appeared."""
    eprint = record.fields.get("eprint", "")
    archive = record.fields.get("eprinttype", "arXiv")
    return Text((f"{'arXiv' if archive.lower() == 'arxiv' else archive}:{eprint}",)) if eprint else EMPTY


_Compose = Callable[[Publication, Words], Text]
_BY_TYPE: Final[dict[str, _Compose]] = {
    **dict.fromkeys(("article", "suppperiodical", "periodical", "review"), _article),
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
