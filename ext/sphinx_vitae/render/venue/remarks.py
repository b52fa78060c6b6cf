"""Remarks after the venue: the publication status and notes."""

from __future__ import annotations

from sphinx_vitae.bib.fields.publication_status import within_sentence
from sphinx_vitae.model import EMPTY, Publication, Record, Text

from ..language.translated_words import Words
from ..texts import capital, distinct

__all__ = ["remarks", "status"]


def remarks(record: Publication, words: Words, *, with_status: bool = True, begins: bool = False) -> Text:
    """The publication status and the notes of an entry.

    :param with_status: whether to include the status.
    :param begins: whether they begin a sentence.
    """
    said, note = str(record.text("pubstate")), record.text("note")
    # A status that was recognised in another field is printed there, so it is not repeated.
    told = said and said in {str(record.container), str(record.date and record.date.literal)}
    return distinct(
        EMPTY if told or not with_status else status(record, words, begins=begins),
        EMPTY if said and said == str(note) else note,
        record.text("addendum"),
        record.text("additional_info"),
    )


def status(record: Record, words: Words, *, begins: bool = False) -> Text:
    """The status in lower case, however it was given; with a capital where it *begins* a sentence.

    Words that say more than the status are printed as written.
    """
    if not record.status:
        return EMPTY
    written = str(record.text("pubstate"))
    if written in {"", record.status}:
        said = Text((words.status_within(record.status),))
    else:
        said = Text((within_sentence(written),))
    return capital(said) if begins else said
