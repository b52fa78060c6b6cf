"""Patterns for names of conferences, journals and institutions, which people write into fields for something else."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "ACRONYM",
    "ANY",
    "CONFERENCE",
    "CONFERENCE_ALONE",
    "INSTITUTION",
    "INSTITUTIONAL",
    "JOURNAL",
    "NO_NUMBER",
    "NO_PUBLISHER",
    "OF_JOURNALS",
    "PATENT",
    "PROCEEDINGS",
    "SERIES_OF_ARTICLES",
    "URL",
    "is_institution",
    "may_be_journal",
]

#: A conference, a journal, and an institution, in a field for something else.
CONFERENCE: Final = re.compile(
    r"\b(?:proc(?:eedings|\.)?|conf(?:erence|\.)?|symp(?:osium|\.)?|workshop|congress|meeting|colloqui(?:um|a)|colloque"
    r"|kolloquium|congreso|congrès|simposio|coloquio|jornadas?|convegno|tagung|konferenz)\b|'\d\d\b|(?-i:\b[A-Z]{3,}\d\d\b)",
    re.I,
)
ACRONYM: Final = re.compile(r"\{*[A-Z]+[a-z]{0,3}[A-Z]+[A-Za-z]*\}*(?:[ -]?'?\d{2,4})?")
JOURNAL: Final = re.compile(
    r"\b(?:journal|transactions|letters|reviews?|annals|magazine|bulletin|zeitschrift|revista|revue|archives?|acta)\b",
    re.I,
)
#: A publisher that is a journal instead, and one that may be.
_NO_JOURNAL: Final = (
    r"^(?!.*\b(?:press|publish\w*|publications|books|verlag|services|group|library|inc|ltd|llc|citeseer|acm|ieee|springer|elsevier"
    r"|wiley|francis|sage|society|association|universi\w*|institut\w*|academ\w*|organi[sz]ation|office|cent(?:er|re)|board"
    r"|council|department|ministry|agency|bureau|foundation|commission|laborator\w*|routledge|prentice|kaufmann|sons)\b)"
)
OF_JOURNALS: Final = re.compile(
    rf"{_NO_JOURNAL}.*\b(?:journal|transactions|letters|annals|bulletin|zeitschrift|revista|revue|acta)\b",
    re.I,
)
_LIKE_JOURNALS: Final = re.compile(
    rf"^(?:communications|journal|transactions|annals) (?:of|on)\b|{_NO_JOURNAL}.*\w \b(?:and|of|in|for|&|\\&)\b",
    re.I,
)
INSTITUTION: Final = re.compile(
    r"univ|institut|school|college|hochschule|akademi|academ|fakult|facult|departe?ment|laborator|corporation|consortium|committee|foundation|agency|organi[sz]ation|council|bureau|\bgroup\b|ministr|polit[eé]cnic",
    re.I,
)
#: The name of an institution on its own, and how long it can be.
_NAME: Final = re.compile(r"[A-Z][^\d:;.]*")
_LONG: Final = 60
ANY: Final = re.compile("")
URL: Final = re.compile(r"^\s*(?:\\url\s*\{)?https?://[^\s{}]+\}?\s*$")
#: A publisher that may be the institution, and one that is a conference instead.
INSTITUTIONAL: Final = re.compile(
    r"^(?!.*(?:citeseer|proquest|umi\b|springer|elsevier|ieee|acm\b|arxiv|academia\.edu|researchgate))", re.I
)
NO_PUBLISHER: Final = re.compile(
    rf"^(?!.*\b(?:press|publish\w*|publications|services)\b).*{CONFERENCE.pattern}", re.I
)
#: A series that is a conference, and not a series of proceedings of several conferences.
CONFERENCE_ALONE: Final = re.compile(
    r"^(?!.*\b(?:series|lecture notes|machine learning research|pmlr|ceur|jmlr|conference proceedings\W*$|communications in)\b)"
    rf".*(?:{CONFERENCE.pattern}|advances in neural information)",
    re.I,
)
#: A title, and not only the number of a volume.
NO_NUMBER: Final = re.compile(
    r"^(?!\W*(?:(?:volume|vol|band|bd|tome|number|no|issue|pages|pp?)\b)?[\W\d]*$)", re.I
)
_NUMBER_OF_PATENT: Final = r"[A-Z]{2} ?\d{6,12}(?: ?[A-Z]\d?)?"
#: The numbers of a patent: "US Patent App. 12/345,678", as Google Scholar exports it, or one for each country.
PATENT: Final = re.compile(
    r"\s*(?:[A-Z]{2} )?patents?\b[\w .:]{0,12}[\d/,]{4,}\w?\s*"
    rf"|(?:patents?:? )?{_NUMBER_OF_PATENT}(?:\s?[/,;]\s?{_NUMBER_OF_PATENT}){{0,9}}",
    re.I,
)
#: A series that may be a journal.
SERIES_OF_ARTICLES: Final = re.compile(
    rf"^(?!.*(?:\b(?:lecture notes|series|papers?|reports?|notes)\b|{CONFERENCE.pattern}))(?=.*[^\W\d_]{{4}})",
    re.I,
)
#: A journal whose name begins like that of proceedings.
PROCEEDINGS: Final = re.compile(
    r"proceedings (?:of the (?:acm on|vldb endowment|national academy|royal society|ieee$|american|london|edinburgh)|on privacy enh)"
    r"|(?:pvldb|pnas)\b",
    re.I,
)


def is_institution(note: str) -> bool:
    """Whether a note is no more than the name of an institution."""
    is_name = len(note) < _LONG and _NAME.fullmatch(note) is not None
    return is_name and INSTITUTION.search(note) is not None


def may_be_journal(publisher: str) -> bool:
    """Whether the name of a publisher can be that of a journal."""
    return _LIKE_JOURNALS.search(publisher) is not None
