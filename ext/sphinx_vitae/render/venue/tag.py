"""The short tag of a venue: ``SC’20``."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import Record

__all__ = ["mark", "tag"]

#: A year in a tag: four digits, or two that end a word, as in ``SC20``. That of ``AI4Science`` or ``3DV`` is none.
_YEAR: Final = re.compile(r"\d{4}|\d\d\b")


def tag(record: Record) -> str:
    """The venue tag: ``abbr``, and ’YY behind it where it holds no year itself."""
    written = str(record.text("abbr"))
    if written and record.date and record.date.year and not _YEAR.search(written):
        return f"{written}’{record.date.year % 100:02d}"
    return written.replace("'", "’")


def mark(record: Record) -> str:
    """What stands in the place of a tag: the tag, else the year."""
    return tag(record) or (str(record.date.year) if record.date and record.date.year is not None else "")
