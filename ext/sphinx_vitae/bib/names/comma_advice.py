"""What to write instead of a name whose commas BibTeX cannot interpret as they are meant.

A comma in a BibTeX name divides "Last, First" or "Last, Jr, First". With three or more commas, BibTeX gives up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .initials_advice import with_comma
from .name_flaw import NameFlaw
from .name_words import DEGREE_INITIALS, unmarked
from .non_names import EDITOR, braces_removed, has_title, is_organization, is_plain_person

__all__ = ["AND_AND_COMMA", "IN_EDITOR", "extra_comma", "hidden_comma", "role_in_name", "too_many_commas"]

AND_AND_COMMA: Final = "write “and” between names, and at most one comma in each name"
#: What to do with the names of editors in another field.
IN_EDITOR: Final = "; the names of editors belong in editor"
#: The role of a person, after a comma.
_ROLE: Final = re.compile(rf"\(?{EDITOR}\)?", re.I)
#: An "and" with a letter missing, or without the space after it.
_MISWRITTEN_AND: Final = re.compile(
    r"\s+(?:ad|an|nd|adn|nad|amd|[/|+])\s+|,and\s+(?=[A-Z])|\s+and(?=[A-Z])"
    r"|(?<=\.)and(?:\s+|(?=(?:v[ao]n|de[rn]?|ter?|d[aiu]|l[ae]) ))|(?<=[^\W\d_]|\.)and(?=[^\W\d_a-zß-ÿ])"
    r"|(?<=[bcdfghjklmnpqrstvwxz])nd\s+(?=[^\W\d_a-zß-ÿ])"
)
#: An "and" without a space before it, which can also be the end of a name, unless it follows an initial.
_GLUED_AND: Final = re.compile(r"(?:(?<=[a-zß-ÿ]{2})|(?<=, [A-QS-Z]))and (?=[^\W\d_a-zß-ÿ])")
#: Given names that end in "and".
_ENDS_IN_AND: Final = re.compile(
    r"\b(?:Am|An|Arm|Bertr|Brigh?|Cand|Ch|Clevel|Ferdin|Fern|Ferr|Garl|Gontr|Hill|Holl|Lel|Morel|Norm|Orl|R|Rol?l|Sig|Wiel)"
    r"and\b"
)
#: An "and" within the braces of a command.
_HIDDEN_AND: Final = re.compile(r"\\[A-Za-z]+\{[^{}]* and [^{}]*\}")
#: Two names in one: "Doe, J. Roe, R." and "Doe, J Roe, R".
_TWO_NAMES: Final = re.compile(
    r"([^\s,]+, (?:[A-Z]\.[ -]?)+) ?([^\s,.]{2,}, (?:[A-Z]\.[ -]?)+)"
    r"|([^\s,]+, [A-Z]{1,2}) ([A-Z][a-z][^\s,.]*, [A-Z]{1,2})"
)
#: A name of one word; one or two given names; and a given name with the family name of the next person.
_ONE_WORD: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GIVEN_NAMES: Final = re.compile(r"[^\W\d_a-zß-ÿ](?:[^\W\d_]|-)*\.?(?: [^\W\d_a-zß-ÿ](?:[^\W\d_]|-)*\.?)?")
_GIVEN_AND_FAMILY: Final = re.compile(
    rf"([^\W\d_a-zß-ÿ][^\W\d_]+) ((?:(?:De|Di|Da|Del|Della|Van|Von|Le|La) )?{_ONE_WORD.pattern})"
)
#: Words with a conjunction or preposition between them, as in the names of organizations.
_CONNECTED: Final = re.compile(r"[^\W\d_]{2} (?:and|und|et|of|for|für|pour|og|och|en|&) [^\W\d_]{2}")
#: A family name, which may follow particles.
_FAMILY: Final = re.compile(r"(?:[a-zß-ÿ'’]+ )*\S+")
#: Academic titles before a name.
_LEADING_TITLE: Final = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mag|Ing|Dipl|Mr|Mrs|Ms)(?:\.\s*|\s+))+(?=[^\W\d_a-z])"
)
#: A thin space, whose comma BibTeX counts; in a word, it is a misspelt accent.
_THIN_SPACE: Final = re.compile(r"\\,\s*")
_IN_WORD: Final = re.compile(r"(?<=[^\W\d_])\\,\s*(?=\{?[a-z])")
#: A date or a note in parentheses.
_OTHER_DATA: Final = re.compile(r"\b(?:1[89]|20)\d\d\b|\(")
#: A person for a group.
_ON_BEHALF: Final = re.compile(r"([^,]+, [^,]+), on behalf of (?:the )?([^,]+)")
#: A family name of one word, which may follow particles, and given names without initials. Acronyms are neither.
_FAMILY_NAME: Final = re.compile(
    r"(?:(?:de[nrl]?|d[aio]s?|la|v[ao]n|El|Al|Le|La|D[aeiou]|V[ao]n|De[nrl]) )*(?![A-Z]+$)[^\W\d_a-zß-ÿ][^\W\d_][\w'’-]*"
)
_GIVEN_NAME: Final = re.compile(
    r"(?![A-Z]+$)(?:(?:de[nrl]?|v[ao]n) )*[^\W\d_a-zß-ÿ][^\W\d_][\w'’-]*(?: [^\W\d_]{2}[\w'’-]*){0,2}"
)
#: The initials of one person: "J", "J. A.", "J.-P."
_GIVEN_INITIALS: Final = re.compile(r"[A-Z]|(?:[A-Z]\.[ -]?)+")


def hidden_comma(name: str) -> NameFlaw:
    """The problem with a comma in braces: "Doe{,} J."."""
    return NameFlaw(f"braces hide the comma in “{unmarked(name)}”", f"write {name.replace('{,}', ',')}")


def extra_comma(name: str, parts: Sequence[str]) -> NameFlaw:
    """The problem with a comma that has nothing on one side.

    :param parts: the text between the commas.
    """
    filled = [part for part in parts if part]
    meant = ", ".join(map(braces_removed, filled))
    if len(filled) == 1 and " " in meant and is_organization(meant):
        meant = f"{{{meant}}}"
    fix = f"write {meant}"
    if len(filled) == 1 and not parts[-1] and " " not in meant:
        fix = "write the given name after the comma, or remove the comma"
    if len(filled) == 1 and not parts[0] and meant[0] != "{":
        fix = f"write the family name before the comma, or remove the comma if “{meant}” is the whole name"
    if len(filled) == 2 and not parts[-1] and all(map(is_plain_person, filled)):  # Jane Doe, Max Roe, and …
        fix = f"write {' and '.join(filled)} if these are two names, or {meant} if it is one"
    return NameFlaw(f"extra comma in “{unmarked(name)}”", fix)


def role_in_name(name: str, parts: Sequence[str]) -> tuple[str, NameFlaw] | None:
    """The name before the role of a person, and the problem: "Doe, Jane, editor"; ``None`` if there is no role."""
    if not _ROLE.fullmatch(parts[-1]):
        return None
    meant = ", ".join(parts[:-1])
    message = f"“{unmarked(name)}” ends with the role of a person"
    return meant, NameFlaw(message, f"write {meant}{IN_EDITOR}")


def too_many_commas(name: str, parts: Sequence[str]) -> NameFlaw:
    """The problem with a name of at least three parts, which is not "Last, Jr, First"."""
    written = unmarked(name)
    if _THIN_SPACE.search(name) and _THIN_SPACE.sub(" ", name).count(",") < 2:
        return NameFlaw(f"“{name}” has too many commas for a name", _without_thin_space(name))
    if len(parts) == 3 and not _MISWRITTEN_AND.search(written) and (fix := _given_twice(*parts)):
        return NameFlaw(
            f"“{written}” has two commas, so BibTeX reads “{parts[1]}” as a suffix, such as Jr.", fix
        )
    shown = written if written.count(",") > 1 else name  # BibTeX counts the comma of a thin space, too
    message = f"“{shown}” has too many commas for a name"
    if parts[0] == "others":
        fix = f"write {', '.join(parts[1:])} instead, and “and others” only after the last name"
        return NameFlaw(f"“{written}” begins with “others”, which means further names", fix)
    if _HIDDEN_AND.search(name):
        return NameFlaw(
            message, "write “and” outside the braces of commands, and at most one comma in each name"
        )
    if " " in parts[0] and is_organization(parts[0]):
        message = f"“{written}” is an organization with commas, not the name of a person"
        fix = (
            "put braces around it if the organization is meant; if it is an affiliation, move it to the "
            "annotation +an:affiliation, or leave it out"
        )
        return NameFlaw(message, fix)
    return NameFlaw(message, _fewer_commas(written, parts))


def _without_thin_space(name: str) -> str:
    """What to write instead of a name whose thin space has the comma too many."""
    if _IN_WORD.search(name):
        return "write the accent that is meant, such as \\~, instead of \\,"
    return f"write {_THIN_SPACE.sub('~', name)}"


def _fewer_commas(name: str, parts: Sequence[str]) -> str:
    """What to write instead of a name with too many commas."""
    joined = _MISWRITTEN_AND.sub(" and ", name)
    if joined != name and all(each.count(",") < 2 for each in joined.split(" and ")):
        return _without_titles(joined)
    if found := _TWO_NAMES.fullmatch(name):
        return f"write {(found[1] or found[3]).strip()} and {found[2] or found[4]}"
    if len(parts) == 4 and parts[1].endswith(".") and parts[3].endswith("."):  # Doe, Jane B., Roe, R.
        return f"write {parts[0]}, {parts[1]} and {parts[2]}, {parts[3]}"
    if found := _ON_BEHALF.fullmatch(name):
        return f"write {found[1]} and {{{found[2]}}}"
    if len(parts) == 3 and " " in parts[2] and is_organization(parts[2]) and not is_organization(parts[1]):
        return f"write {parts[0]}, {parts[1]}; an affiliation belongs in the annotation +an:affiliation"
    if people := _people(parts):
        return f"write {' and '.join(people)} if these are {len(people)} people; otherwise, {AND_AND_COMMA}"
    if two := _two_inverted(name, parts):
        return f"write {' and '.join(two)} if these are 2 people; otherwise, {AND_AND_COMMA}"
    if has_title(name):
        return "write only names, with “and” between them, without titles and affiliations"
    if _OTHER_DATA.search(name):
        return "write only names, with “and” between them, and move the rest to other fields, such as note"
    if _CONNECTED.search(name):
        return f"put braces around it if it is an organization, or {AND_AND_COMMA}"
    return AND_AND_COMMA


def _people(parts: Sequence[str]) -> list[str]:
    """The people in "Roe, Mary, Doe, Jane" or "Roe, Mary, Jane Doe, Max Poe"; none if these can be other names."""
    if len(parts) < 4 or not all(map(_GIVEN_NAME.fullmatch, parts)):
        return []
    if _FAMILY_NAME.fullmatch(parts[0]) and all(map(is_plain_person, parts[2:])):
        return [f"{parts[0]}, {parts[1]}", *parts[2:]]
    if len(parts) % 2 or not all(map(_FAMILY_NAME.fullmatch, parts[::2])):
        return []
    return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]


def _two_inverted(name: str, parts: Sequence[str]) -> list[str]:
    """Two names in one, family name first: "Doe, Jane Roe, Max" and "Doe, Janeand Roe, Max";
    empty for others.
    """
    glued = [] if _ENDS_IN_AND.search(name) else _GLUED_AND.split(name)
    if len(glued) == 2 and all(each.count(",") == 1 for each in glued):
        return glued
    middle = _GIVEN_AND_FAMILY.fullmatch(parts[1]) if len(parts) == 3 else None
    if middle is None or not _ONE_WORD.fullmatch(parts[0]) or not _GIVEN_NAMES.fullmatch(parts[2]):
        return []
    return [f"{parts[0]}, {middle[1]}", f"{middle[2]}, {parts[2]}"]


def _without_titles(joined: str) -> str:
    """What to write instead of names, of which some have titles. Without a title, a name may be only a family name."""
    names = list(map(with_comma, joined.split(" and ")))
    titles = [found[0].strip() for name in names if (found := _LEADING_TITLE.match(name))]
    untitled = [_LEADING_TITLE.sub("", name) for name in names]
    fix = f"write {' and '.join(untitled)}"
    if titles:
        fix += f", without {', '.join(dict.fromkeys(titles))}"
    bare = [new for new, name in zip(untitled, names, strict=True) if new != name and "," not in new]
    return f"{fix}; write {bare[0]}, … if that is only the family name" if bare else fix


def _given_twice(family: str, one: str, other: str) -> str:
    """What to write instead of "Doe, Jane, B", "Doe, J. A., Jane" and "Doe, J., B.": a comma divides the given
    names. Of two initials, either can be the first.
    """
    first, second = (bool(_GIVEN_INITIALS.fullmatch(part)) for part in (one, other))
    if second and family == other:  # J., Doe, J.
        return f"write {one}, {other}"
    if not _FAMILY.fullmatch(family) or not (first or second) or not (first or " " not in one):
        return ""
    one, other = (f"{part}." if len(part) == 1 else part for part in (one, other))
    if first and second:
        if one == other:
            return f"write {family}, {one} {other}"
        return f"write {family}, {one} {other}, or {family}, {other} {one}, in the order of the given names"
    if second:
        return f"write {family}, {one} {other}"
    if " " in other:
        return ""
    if one in DEGREE_INITIALS:
        return (
            f"write {family}, {other} if {one} is a degree, or {family}, {other} {one} if these are initials"
        )
    return f"write {family}, {other} {one} if {other} is a given name, or “and” between two names"
