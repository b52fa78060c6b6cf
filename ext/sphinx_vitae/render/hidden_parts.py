"""Works without the parts of their venue that a list hides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final, TypeVar

from sphinx_vitae.bib.vocabulary import canonical_field
from sphinx_vitae.model import Publication, Record

__all__ = ["without_hidden"]

_Record = TypeVar("_Record", bound=Record)
_EDITORS: Final = frozenset(("editor", "editora", "editorb", "editorc"))
_PUBLISHER: Final = frozenset(("publisher", "address"))


def without_hidden(record: _Record, hide: Collection[str], *, as_written: bool = False) -> _Record:
    """The record without its editors, unless they are shown as the authors, or without its publisher.

    :param hide: parts that a list hides.
    :param as_written: whether to omit them from ``written`` too, from which styles of pybtex are made.
    """
    if not isinstance(record, Publication):
        return record
    hidden: set[str] = set()
    if "editors" in hide and record.creators != record.people("editor"):
        hidden |= _EDITORS
    if "publisher" in hide and "publisher" in record.texts:
        hidden |= _PUBLISHER
        if "address" not in record.fields:  # otherwise the location is the place of the event
            hidden.add("location")
    if not hidden:
        return record
    return replace(
        record,
        names={name: people for name, people in record.names.items() if name not in hidden},
        texts={name: text for name, text in record.texts.items() if name not in hidden},
        fields={name: value for name, value in record.fields.items() if name not in hidden},
        written=tuple(
            (name, value)
            for name, value in record.written
            if not as_written or not hidden.intersection((name.lower(), canonical_field(name)))
        ),
    )
