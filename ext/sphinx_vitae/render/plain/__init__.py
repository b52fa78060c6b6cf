"""Records as plain text: what searches and builders without markup see. It takes no templates."""

from .plain_records import PlainText

__all__ = ["PlainText"]
