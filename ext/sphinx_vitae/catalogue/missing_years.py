"""Where the missing year of a work is given, besides the fields for it."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.bib.fields.date_advice import day_of_access
from sphinx_vitae.bib.fields.identifiers import arxiv_month
from sphinx_vitae.bib.vocabulary import written_name
from sphinx_vitae.model import Publication

__all__ = ["visit_elsewhere", "year_elsewhere"]

#: Two digits up to these are a year after 2000.
_LATEST_YEAR: Final = 90
#: The year of a conference after its acronym: "Web3D '15".
_SHORT_YEAR: Final = re.compile(r"[A-Z]\w* ?['’](\d\d)(?!\w)")
#: Fields with the title of a conference, which contains the year.
_VENUES: Final = ("booktitle", "eventtitle", "journaltitle", "series")
_CONFERENCE: Final = re.compile(r"\b(?:proceedings|conference|symposium|workshop|congress)\b", re.I)
#: A single year, rather than a period.
_YEAR: Final = re.compile(r"(?<![\d–-])(?:19|20)\d\d(?![\d–-])")


def year_elsewhere(record: Publication) -> tuple[str, str] | None:
    """What to do about a missing year that another field shows, and this field; ``None`` if none does.

    The title of the proceedings of a conference contains the year. Of a preprint, the number at arXiv does.
    """
    fields = record.fields
    if _YEAR.fullmatch(fields.get("note", "")):
        return "rename note to year", "note"
    for name in _VENUES:
        venue = fields.get(name, "")
        if record.type == "inproceedings" or (record.type == "article" and _CONFERENCE.search(venue)):
            years = set(_YEAR.findall(venue)) or {_in_full(short) for short in _SHORT_YEAR.findall(venue)}
            if len(years) == 1:
                written = written_name(name, (field for field, _ in record.written))
                return f"add year = {{{years.pop()}}}, as in {written}", name
    if "preprint" not in record.groups or fields.get("eprinttype", "").lower() != "arxiv":
        return None
    at_arxiv = arxiv_month(fields.get("eprint", ""))
    return (f"add year = {{{at_arxiv[0]}}}, from the arXiv number", "eprint") if at_arxiv else None


def visit_elsewhere(record: Publication) -> tuple[str, str] | None:
    """What to write instead of the missing date of a page, if a field says when somebody visited it, and biblatex's
    name of that field; ``None`` if no field does.
    """
    for name in ("note", "howpublished") if record.type == "online" else ():
        if accessed := day_of_access(record.fields.get(name, "")):
            written = written_name(name, (field for field, _ in record.written))
            return f"move the day of the visit from {written} to urldate = {{{accessed}}}", name
    return None


def _in_full(short: str) -> str:
    """The year whose last two digits are given."""
    return f"{19 if int(short) > _LATEST_YEAR else 20}{short}"
