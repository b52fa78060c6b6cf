"""Records as plain text, for searches and for builders without markup. No templates are involved."""

from .plain_records import PlainText

__all__ = ["PlainText"]
