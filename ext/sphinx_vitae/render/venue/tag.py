"""The short tag for a venue: ``SC’20``."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import Record

__all__ = ["mark", "tag"]

#: A year in a tag: four digits, or two digits at the end of a word, as in ``SC20``, but not in ``AI4Science``
#: or ``3DV``.
_YEAR: Final = re.compile(r"\d{4}|\d\d\b")


def tag(record: Record) -> str:
    """The tag for a venue: the ``abbr`` field, followed by ’YY if it does not contain a year."""
    written = str(record.text("abbr"))
    if written and record.date and record.date.year and not _YEAR.search(written):
        return f"{written}’{record.date.year % 100:02d}"
    return written.replace("'", "’")


def mark(record: Record) -> str:
    """The tag, or else the year."""
    return tag(record) or (str(record.date.year) if record.date and record.date.year is not None else "")
