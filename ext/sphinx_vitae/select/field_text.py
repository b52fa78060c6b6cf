"""The text of a field, for sorting and for filters."""

from __future__ import annotations

from sphinx_vitae.model import Record

__all__ = ["field_text"]


def field_text(record: Record, name: str) -> str:
    """A field as printed text, in the language of the entry, or else as written; empty if the record does not have the field.

    :param name: biblatex's name of the field.
    """
    return str(record.own_text(name)) or record.fields.get(name, "")
