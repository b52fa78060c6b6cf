"""Talks, awards, activities and news as plain text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sphinx_vitae.model import EMPTY, Record

from ..entries.talk_kinds import listed_kind
from ..entries.title_groups import EntryPart, Occasion, SharedParts
from ..formats.fragments import stop
from ..language.translated_words import Words
from ..options import TABLE
from ..texts import commas
from ..venue.activity_details import activity_details, heading_number, leads_with_name, talk_details, thesis
from .entry_printer import EntryPrinter

__all__ = ["activity", "news", "occasions_of", "talk"]


def talk(part: EntryPart, printer: EntryPrinter, dated: str) -> Iterator[str]:
    """A talk that was given once: its title, then the rest."""
    yield stop(printer.text(part.record.title))
    yield from _given(part, printer, dated)


def activity(part: EntryPart, printer: EntryPrinter, dated: str, *, titled: bool = True) -> Iterator[str]:
    """An award or activity.

    :param titled: whether to include its title.
    """
    record, tabular = part.record, printer.options.layout == TABLE
    names = printer.names(printer.activity_functions.others(printer.context, record))
    student = leads_with_name(record)
    number = "" if tabular else printer.text(heading_number(record))
    parts = (
        names if student else f"{printer.text(record.title) if titled else ''} {number}".strip(),
        printer.text(thesis(record)) if student else names,
        printer.text(activity_details(record, printer.options, printer.words, tabular=tabular)),
        "" if tabular else dated,
    )
    yield stop(printer.words.comma.join(part for part in parts if part))
    yield from _remarks(record, printer)
    yield from printer.asked(record, "abstract", True)
    yield from _tied(
        part,
        printer.words.in_context("an award for a paper", "For") if record.kind == "award" else "",
        printer.words,
    )


def news(record: Record, printer: EntryPrinter) -> Iterator[str]:
    """A news item; an entry of another kind is announced."""
    said = printer.activity_functions.announcement(printer.context, record)
    yield f"{said.long}{printer.words.colon}".rstrip() if said.long else ""
    yield stop(said.text)
    if record.kind == "news":
        if printer.options.shows("venue"):
            yield stop(printer.text(printer.functions.venue(printer.context, record)))
        yield stop(printer.text(record.text("note")))
        yield from printer.asked(record, "abstract", True)
        yield from (link.url for link in printer.links(record))


def occasions_of(kind: str, occasions: Sequence[Occasion], printer: EntryPrinter) -> Iterator[Iterable[str]]:
    """Entries with the same title: the common part, followed by each entry; only a list of dates if nothing
    else differs.
    """
    whole: SharedParts = printer.activity_functions.shared(printer.context, occasions)
    dates = [printer.date(occasion.record) for occasion in occasions]
    if kind == "talk":
        yield talk(whole.common, printer, "")
        yield from (_given(own, printer, dated) for own, dated in zip(whole.own, dates, strict=True))
        return
    together = whole.alike and not occasions[0].number
    yield activity(
        whole.common, printer, printer.words.comma.join(date for date in dates if date) if together else ""
    )
    for own, dated in zip(whole.own, dates, strict=True):
        yield () if together else activity(own, printer, dated, titled=False)


def _given(part: EntryPart, printer: EntryPrinter, dated: str) -> Iterator[str]:
    """The occasion of a talk: everything except its title."""
    record = part.record
    given = printer.text(commas(talk_details(record, printer.options), dated))
    kind = printer.text(listed_kind(record, printer.words))
    yield stop(printer.names(printer.activity_functions.others(printer.context, record)))
    yield (
        f"{kind}{printer.words.colon}{stop(given)}"
        if kind and given
        else stop(given) or (f"{kind}." if kind else "")
    )
    yield from _remarks(record, printer)
    yield from printer.asked(record, "abstract")
    yield from _tied(part, printer.words.in_context("a talk on a paper", "On"), printer.words)


def _remarks(record: Record, printer: EntryPrinter) -> Iterator[str]:
    for field in ("note", "addendum"):
        yield stop(printer.text(record.texts.get(field, EMPTY)))
    yield from map(stop, printer.asked(record, "annotation"))
    if record.keywords and printer.options.shows("keywords", False):
        yield stop(printer.words.comma.join(record.keywords))


def _tied(part: EntryPart, word: str, words: Words) -> Iterator[str]:
    """Related entries and links.

    :param word: printed before works, instead of their label.
    """
    for group in part.ties:
        if group.kind == "news":
            continue
        work = group.kind == "publication"
        label = f"{word} " if word and work else group.label + words.colon
        yield label + stop(words.comma.join(each.title if work else each.short for each in group.members))
    yield from (link.url for link in part.links)
