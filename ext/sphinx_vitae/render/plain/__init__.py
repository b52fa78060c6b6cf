"""Records as plain text, for searches and for builders without markup. This does not use templates."""

from .plain_records import PlainText

__all__ = ["PlainText"]
