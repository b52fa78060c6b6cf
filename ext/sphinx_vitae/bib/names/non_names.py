"""What is not a person's name in a name field: organizations, affiliations, titles, and notes of library catalogues."""

from __future__ import annotations

import re
from typing import Final

from ..syntax.braces import is_group
from ..vocabulary import words

__all__ = [
    "COMPANY_INITIALS",
    "EDITOR",
    "INITIAL",
    "braces_removed",
    "ends_with_head",
    "has_title",
    "is_organization",
    "is_plain_person",
    "without_library_note",
]

#: Words that occur in the names of organizations, in several languages, and their usual abbreviations.
_ORGANIZATION: Final = re.compile(
    r"\b(?:academ\w*|agenc\w*|associa\w*|bank|board|bureau|cent(?:er|re|ro)s?|college|collab\w*|commission|committee|communit\w*"
    r"|compan\w*|consortium|contributors|corp\w*|council|data|department|dept|developers|engineering|escuela|facult\w*"
    r"|foundation|fakult\w*|gmbh|government|group|hochschule|hospital|inc|industr\w*|initiative|inst|institut\w*"
    r"|international|lab|labs|laborator\w*|llc|ltd|minist\w*|museum|national|network|office|organi[sz]ation|partners|press"
    r"|program\w*|project|research|school|sciences?|service|societ\w*|software|systems?|team|technolog\w*|trust|union|united"
    r"|univ|universi\w*|world)\b",
    re.I,
)
#: Nouns at the end of the names of organizations.
_HEADS: Final = words(
    """
    Administration Agency Alliance Association Authority Board Bureau Center Centre Commission Committee Company Council
    Department Foundation Institute Institution Laboratory Museum Network Office Organisation Organization Program
    Programme Service Services Society Survey Trust
    """
)
#: Initials that are more often those of a company, a state or a field of research, or the form of a company.
COMPANY_INITIALS: Final = words("AI AG AB SE TV UK US EU S.A. S.A.S. S.L. B.V. N.V. A.S. A.B. A.G. S.A.R.L.")
#: How the role of an editor is written, in English and German.
EDITOR: Final = r"(?:eds?|editors?|hrsg|hg)\.?"
#: An initial with its full stop.
INITIAL: Final = re.compile(r"(?:^|[ .-])[^\W\d_]\.")
_PERSON: Final = re.compile(
    r"(?:[^\W\d_a-zß-ÿ]\S*|d[aeiou]|della|v[ao]n|der|la|le|dos|\{\\\S+)(?: (?:[^\W\d_]|\{\\)\S*){1,3}"
)
_TITLE: Final = re.compile(
    r"\b(?:Prof|Dr|Dipl|Ing|Mag|Rechtsanw\w+|Ph\.? ?D|M\.? ?D|Esq|Eng|[BM]\.? ?(?:A|Sc|S|Eng))\b"
)
#: The dates of a person's life, and what catalogues add to them: ``(1706-1749 ; marquise)``.
_LIFE: Final = (
    r"(?:(?:ca?\.|b\.|d\.|born|active|approximately)\s*)*\d{3,4}\??(?:\s*[-–]\s*(?:\d{3,4}\??|\.{2,4})?)?"
)
#: Roles in the catalogues of the Bibliothèque nationale de France, the Library of Congress, and others.
_ROLE: Final = (
    r"(?:auteure?(?: (?:du texte|adapté|présumé))?|éditeur (?:scientifique|commercial)|directeur de (?:la )?publication"
    r"|traduct(?:eur|rice)|préfaci(?:er|ère)|illustrat(?:eur|rice)|graveur|cartographe|compositeur|imprimeur(?:-libraire)?"
    r"|photographe|annotateur|commentateur|collaborateur|dédicataire|ancien possesseur|author|editor|translator|illustrator"
    r"|compiler|contributor|verfasser(?:in)?|herausgeber(?:in)?|übersetzer(?:in)?|mitwirkende[rn]?)"
)
_NOTE: Final = re.compile(
    rf"\s*,?\s*\({_LIFE}(?:\s*;[^()]*)?\)\s*,?\s*(?:{_ROLE}\.?)?"  # Diderot, Denis (1713-1784) Auteur du texte
    rf"|,\s*{_LIFE}\.?(?:,\s*{_ROLE}\.?)?"  # Roe, Mary, 1950-, author
    rf"|(?<=\)) {_ROLE}\.?|\s+auteur du texte",  # Académie (France) Auteur du texte
    re.I,
)


def is_organization(text: str) -> bool:
    """Whether a text contains a word that occurs in the names of organizations."""
    return _ORGANIZATION.search(text) is not None


def ends_with_head(name: str) -> bool:
    """Whether the last word of a name is the noun of an organization."""
    return name.rpartition(" ")[2] in _HEADS


def has_title(text: str) -> bool:
    """Whether a text contains an academic title or a profession."""
    return _TITLE.search(text) is not None


def is_plain_person(text: str) -> bool:
    """Whether a text has the form of one person's name, given name first, and contains no word of an organization."""
    return "," not in text and _PERSON.fullmatch(text) is not None and not is_organization(text)


def braces_removed(name: str) -> str:
    """A name without the braces around all of it, if it is a person's, which braces turn into a single word."""
    return name[1:-1].strip() if is_group(name) and is_plain_person(name[1:-1].strip()) else name


def without_library_note(name: str) -> str:
    """The name without the dates and the role that a library's catalogue adds; empty if there is no such note."""
    found = next((each for each in _NOTE.finditer(name) if each.end() == len(name)), None)
    if found is None or (found[0].strip(" ,").isdecimal() and name.count(",") < 2):  # Roe, 1950
        return ""
    return name[: found.start()].strip(" ,")
