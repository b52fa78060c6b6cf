"""Remarks after the venue: the publication status and notes."""

from __future__ import annotations

from sphinx_vitae.model import EMPTY, Publication, Record, Text

from ..language.translated_words import Words
from ..texts import distinct

__all__ = ["remarks", "status"]


def remarks(record: Publication, words: Words, *, with_status: bool = True) -> Text:
    """The publication status and the notes of an entry.

    :param with_status: whether to include the status.
    """
    said, note = str(record.text("pubstate")), record.text("note")
    # A status that was recognised in another field is printed there, so it is not repeated.
    told = said and said in {str(record.container), str(record.date and record.date.literal)}
    return distinct(
        EMPTY if told or not with_status else status(record, words),
        EMPTY if said and said == str(note) else note,
        record.text("addendum"),
        record.text("additional_info"),
    )


def status(record: Record, words: Words) -> Text:
    """The status as worded in the entry; a ``pubstate`` key is replaced with its name."""
    if not record.status:
        return EMPTY
    written = str(record.text("pubstate"))
    return Text((words.status(record.status),)) if written in {"", record.status} else Text((written,))
