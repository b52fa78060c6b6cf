"""Publications as plain text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_vitae.export import to_bibtex
from sphinx_vitae.model import EMPTY, Publication

from ..formats.fragments import stop
from ..venue.remarks import status
from ..venue.tag import tag
from .entry_printer import EntryPrinter

__all__ = ["compact", "publication", "styled"]


def publication(record: Publication, printer: EntryPrinter) -> Iterator[str]:
    """Names, title, venue and date, followed by the other parts that the list shows."""
    options, functions, context = printer.options, printer.functions, printer.context
    yield stop(printer.names(functions.names(context, record)))
    yield stop(_title(record, printer))
    if options.shows("tag", options.layout == "tagged") and (named := tag(record)):
        yield f"{named}{printer.words.colon}".rstrip()
    shown = functions.venue if options.shows("venue") else functions.remarks
    where, printed = printer.text(shown(context, record)), printer.date(record)
    yield f"{where}{printer.words.comma}{stop(printed)}" if where and printed else stop(where or printed)
    yield from _more(record, printer)


def compact(record: Publication, printer: EntryPrinter) -> Iterator[str]:
    """Tag, title and a few names, on one line."""
    options, functions, context = printer.options, printer.functions, printer.context
    named = tag(record) if options.shows("tag") else ""
    where = EMPTY
    if options.shows("venue", False):
        where = functions.venue(context, record)
    elif options.shows("status"):
        where = status(record, printer.words)
    people = printer.names(functions.short_names(context, record))
    rest = (people, printer.text(where), "" if named else printer.date(record))
    yield named
    yield stop(_title(record, printer))
    yield stop(printer.words.comma.join(part for part in rest if part))
    yield from _more(record, printer, quiet=True)


def styled(record: Publication, printer: EntryPrinter) -> Iterator[str]:
    """The reference in the style of the list, with a link if the reference does not contain one."""
    made = printer.functions.styled(printer.context, record)
    yield made.text
    yield from _awards(record, printer)
    if record.links and not made.places and printer.options.shows("links"):
        yield record.links[0].url


def _title(record: Publication, printer: EntryPrinter) -> str:
    """The title and its translations."""
    others = printer.functions.other_titles(printer.context, record)
    if not others:  # nearly always
        return printer.text(record.title)
    behind = (f" {other.brackets[0]}{other.text}{other.brackets[1]}" for other in others)
    return printer.text(record.title) + "".join(behind)


def _awards(record: Publication, printer: EntryPrinter) -> Iterator[str]:
    if printer.options.shows("award"):
        for title, _, _ in printer.functions.awards(printer.context, record):
            yield f"{title}."


def _more(record: Publication, printer: EntryPrinter, *, quiet: bool = False) -> Iterator[str]:
    """The parts after the venue.

    :param quiet: for layouts that show neither links nor relations by default.
    """
    options, words = printer.options, printer.words
    yield from _awards(record, printer)
    for group in printer.functions.ties(printer.context, record, "award"):
        if options.shows("related", group.worded and not quiet):
            yield f"{group.label}{words.colon}{stop(', '.join(member.short for member in group.members))}"
    if options.shows("links", not quiet):
        for link in record.links if "links" in options.show else record.links[:1]:
            yield link.url
    if record.keywords and options.shows("keywords", False):
        yield f"{words('Keywords')}{words.colon}{', '.join(record.keywords)}."
    if options.shows("summary", False) and (said := printer.functions.summary(printer.context, record)):
        yield said
    for field in ("annotation", "abstract"):
        if options.shows(field, False):
            yield from printer.asked(record, field)
    if record.written and options.shows("bibtex", False):
        yield to_bibtex(record)
