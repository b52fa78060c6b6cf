"""Where a talk or activity took place, and in what role, composed as a single `Text` for all formats."""

from __future__ import annotations

from sphinx_vitae.model import EMPTY, Record, Text

from ..options import EntryOptions
from ..texts import commas, emph

__all__ = ["activity_details", "talk_details"]


def activity_details(
    record: Record, options: EntryOptions, *, place: bool = True, amount: bool = True
) -> Text:
    """The role, type, organisation, event, status, place and amount, if the list shows them.

    :param place: whether to include the place; ``False`` if it is printed in its own column.
    :param amount: whether to include the amount.
    :returns: the parts separated by commas; empty if there are none.
    """
    venue = options.shows("venue")
    return commas(
        record.text("role"),
        record.text("type"),
        record.organization if venue else None,
        record.text("eventtitle", "journaltitle", "booktitle") if venue else None,
        record.text("status") if options.shows("status") else None,
        record.text("location", "venue") if venue and place else None,
        record.text("amount") if amount else None,
    )


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
