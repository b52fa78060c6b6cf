"""Where a talk or activity took place, and in what role, composed as a single `Text` for all formats."""

from __future__ import annotations

from sphinx_vitae.model import EMPTY, Record, Text

from ..language.translated_words import Words
from ..options import EntryOptions
from ..texts import around_number, bare, commas, emph

__all__ = ["activity_details", "heading_number", "leads_with_name", "talk_details", "thesis"]


def activity_details(
    record: Record,
    options: EntryOptions,
    words: Words,
    *,
    place: bool = True,
    amount: bool = True,
    tabular: bool = False,
) -> Text:
    """Whichever of role, type, organisation, event, status, place, number and amount the list shows.

    The number of a grant is named as one. Other numbers, as of a course, belong to the title (`heading_number`).

    :param place: whether to include the place; ``False`` if it is printed in its own column.
    :param amount: whether to include the amount.
    :param tabular: whether role, amount and number have columns of their own (`ROW_CELLS`).
    :returns: the parts separated by commas; empty if there are none.
    """
    venue = options.shows("venue")
    return commas(
        None if tabular else record.text("role"),
        None if leads_with_name(record) else record.text("type"),
        record.organization if venue else None,
        record.text("eventtitle", "journaltitle", "booktitle") if venue else None,
        record.text("status") if options.shows("status") else None,
        record.text("location", "venue") if venue and place else None,
        None if tabular else grant_number(record, words),
        record.text("amount") if amount and not tabular else None,
    )


def heading_number(record: Record) -> Text:
    """The number that follows the title, as ``240`` in ``Compilers 240``; empty for a grant."""
    return EMPTY if record.kind == "grant" else record.text("number")


def leads_with_name(record: Record) -> bool:
    """Whether an entry begins with its people: a student, before the thesis."""
    return record.kind == "student" and bool(record.people("author").persons)


def thesis(record: Record) -> Text:
    """What a student wrote, after the name: ``PhD, Weaving by Numbers``."""
    return commas(record.text("type"), emph(record.title)) if leads_with_name(record) else EMPTY


def grant_number(record: Record, words: Words) -> Text:
    """The number of a grant, as ``no. 1000``; empty for other kinds."""
    number = record.text("number")
    if not number or record.kind != "grant":
        return EMPTY
    before, after = around_number(words.around("no. {}"), number)
    return bare(before) + number + bare(after)


def talk_details(record: Record, options: EntryOptions, *, emphasised: bool = False) -> Text:
    """The event, host, place and status of a talk, if the list shows them.

    :param emphasised: whether the event is in italics.
    :returns: the parts separated by commas; empty if there are none.
    """
    venue = options.shows("venue")
    event = record.text("eventtitle", "booktitle", "journaltitle", "howpublished") if venue else EMPTY
    return commas(
        emph(event) if emphasised else event,
        record.text("organization", "institution") if venue else None,
        record.text("venue", "location") if venue else None,
        record.text("status") if options.shows("status") else None,
    )
