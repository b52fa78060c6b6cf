"""An entry as BibTeX that somebody else can use: its own words, without what concerns this site alone."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import Record

__all__ = ["to_bibtex"]

#: Fields that steer this site, or that a page shows in its own way.
_SITE: Final = frozenset(
    """abbr abstract additional_info altmetric annotation annote award award_name bibtex bibtex_show blog code
    data dimensions entrysubtype google_scholar_id html ids pdf poster preview related relatedoptions
    relatedstring relatedtype selected slides supp video website xdata""".split()
)
#: Fields of reference managers, and notes to oneself.
_PRIVATE: Final = re.compile(
    r"file|owner|timestamp|date-(added|modified)|bdsk-.*|local-url|localfile|__markedentry|groups|ranking|"
    r"readstatus|read|printed|qualityassured|mendeley-.*|zotero.*|citeulike-.*|jabref.*|priority|rating|"
    r"creationdate|modificationdate|comment|comments|review|note-to-self|private.*"
)


def to_bibtex(record: Record) -> str:
    """The entry as its file has it, tidied: one field a line, equals signs aligned.

    Values are printed as they were written, so protected case and LaTeX stay; macros are expanded.
    """
    fields = [(name, value) for name, value in record.written if _shown(name.lower())]
    width = max((len(name) for name, _ in fields), default=0)
    lines = [f"  {name:<{width}} = {{{_one_line(value)}}}," for name, value in fields]
    return "\n".join((f"@{record.written_type or record.type}{{{record.written_key or record.key},", *lines, "}"))


def _shown(name: str) -> bool:
    return name not in _SITE and not _PRIVATE.fullmatch(name) and "+an" not in name


def _one_line(value: str) -> str:
    return " ".join(value.split())
