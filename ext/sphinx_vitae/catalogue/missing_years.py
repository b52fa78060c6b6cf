"""Where the missing year of a work is given, besides the fields for it."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import Publication

__all__ = ["year_elsewhere"]

#: The year and month at the beginning of an identifier at arXiv.
_NUMBER_AT_ARXIV: Final = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d\d)(?:0[1-9]|1[0-2])\.?\d{3,5}")
#: The last two digits of the year before the first preprint at arXiv.
_FIRST_YEAR: Final = 90
#: A single year, rather than a period.
_YEAR: Final = re.compile(r"(?<![\d–-])(?:19|20)\d\d(?![\d–-])")


def year_elsewhere(record: Publication) -> tuple[str, str] | None:
    """What to do about a missing year that another field shows, and this field; ``None`` if none does.

    The title of the proceedings of a conference contains the year. Of a preprint, the number at arXiv does.
    """
    fields = record.fields
    if _YEAR.fullmatch(fields.get("note", "")):
        return "rename note to year", "note"
    if record.type == "inproceedings" and len(years := set(_YEAR.findall(fields.get("booktitle", "")))) == 1:
        return f"add year = {{{years.pop()}}}, as in booktitle", "booktitle"
    if "preprint" not in record.groups or fields.get("eprinttype", "").lower() != "arxiv":
        return None
    found = _NUMBER_AT_ARXIV.match(fields.get("eprint", ""))
    if found is None:
        return None
    century = 19 if int(found[1]) > _FIRST_YEAR else 20
    return f"add year = {{{century}{found[1]}}}, from the arXiv number", "eprint"
