"""Several names that are joined with something other than "and": commas, semicolons, nothing, or other languages' "and"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..syntax.braces import is_group, split_outside_braces
from .east_asian import split_cjk
from .list_splitting import AND
from .name_words import COMMA, INITIALS, is_suffix
from .non_names import INITIAL, is_plain_person

__all__ = ["GIVEN_FAMILY", "names_within", "persons_within"]

#: "and" in other languages, between two names. It can also be part of a name: "Ortega y Gasset".
_FOREIGN_AND: Final = re.compile(r"\s+(?:und|et|y|e|og|och|i|en)\s+")
#: A particle of a Romance language can be within a name that has an "and": "de Souza e Silva Costa".
_FULL_NAME: Final = re.compile(
    r"[^\W\d_a-zß-ÿ]\S*(?: (?:[^\W\d_a-zß-ÿ]\S*|v[ao]n|de[rn]|te[rn])){0,4} [^\W\d_a-zß-ÿ]\S*"
)
#: An "and" without a space before it.
_GLUED_AND: Final = re.compile(r"(?<=\.)and\s+")
_SEPARATORS: Final = (re.compile(r"\s*[;；、]\s*"), re.compile(r"\s+(?:\\?&|&amp;)\s+"))
#: Initials between the commas of several names.
_GIVEN: Final = re.compile(rf"{INITIALS.pattern}|(?:[A-Z]\.[ -]?){{0,3}}[A-Z]")
_FAMILY_THEN_INITIALS: Final = re.compile(
    r"((?:[a-z]{2,3} )?[^\W\d_a-zß-ÿ][^\W\d_](?:[^\W\d_]|['’-])*) ([A-Z]\.?(?:[ -]?[A-Z]\.?){0,2})"
    r"(?:,?\s*(?:and|&)\s+|,?\s+|,?$)"
)
#: An "and" before a name, and a family name on its own.
_JOINED: Final = re.compile(r"^(?:\\?&|and)\s+")
_ONE_FAMILY: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_](?:[^\W\d_]|['’-])+")
#: The space before the initials of another name.
_BEFORE_INITIALS: Final = re.compile(r"(?<=[a-zß-ÿ]{2}) (?=[A-Z]\.)")
_GLUED: Final = re.compile(r"((?:[A-Z]\.-?){1,3})([A-Z][^\W\d_]\S*)")
_FAMILY_INITIALS: Final = re.compile(
    r"(\S+(?:[ -](?:[a-z]{2,3} ){0,2}(?![A-Z]\.)\S+)?) ((?:[A-Z]\.?[ -]?){1,3})"
)
GIVEN_FAMILY: Final = re.compile(
    r"(?:[A-Z]\.[ -]?){0,2}[A-Z]\. (?:[^\W\d_]{2}|[^\W\d_]?\{?\\['\"`^~])\S*(?: \S+){0,2}"
)


def persons_within(text: str) -> list[str]:
    """The names in braces, if they are plainly those of several people; a name with initials makes it plain."""
    if "~" in text and "\\~" not in text:
        text = text.replace("~", " ")
    pieces = [
        " ".join(each.split()) for part in AND.split(text) for each in COMMA.split(part) if each.strip()
    ]
    several = len(pieces) > 2 or (len(pieces) == 2 and any(map(INITIAL.search, pieces)))
    return pieces if several and all(map(is_plain_person, pieces)) else []


def names_within(name: str) -> list[str]:
    """The names in a text, if it contains several; each can be parsed on its own."""
    if "~" in name and "\\~" not in name:
        name = name.replace("~", " ")
    for separator in _SEPARATORS:
        pieces = [piece.strip() for piece in split_outside_braces(name, separator) if piece.strip()]
        if len(pieces) > 1 and separator is _SEPARATORS[0]:
            pieces = [each for piece in pieces for each in _GLUED_AND.split(piece)]
        if len(pieces) > 1 and (
            separator is _SEPARATORS[0] or all(re.search("[ ,]", piece) for piece in pieces)
        ):
            pieces = [_with_space(piece.strip(" ,")) for piece in pieces]
            given_first = any(" " in piece and "," not in piece for piece in pieces)
            return [
                each
                for piece in pieces
                for each in names_within(piece) or (given_first and _two_full_names(piece)) or [piece]
                if each
            ]
    if several := _with_foreign_and(name):
        return several
    if name.count(".") > 2 and (several := _glued_names(name)):
        return several
    if not COMMA.search(name):
        return []
    if not name.isascii() and (several := _separated_cjk(name)):
        return several
    parts = [part.strip() for part in split_outside_braces(name, COMMA)]
    filled = [_JOINED.sub("", part) for part in parts if part]
    pairs = [_FAMILY_INITIALS.fullmatch(part) for part in filled]
    if len(pairs) > 1 and all(pairs) and _are_several(filled):  # Smith J, Doe A
        return [f"{pair[1]}, {pair[2]}" for pair in pairs if pair]
    initials = len(filled) > 3 and len(filled) % 2 == 0 and all(map(_GIVEN.fullmatch, filled[1::2]))
    if initials and all(len(family) > 1 for family in filled[::2]):  # Smith, J., Doe, A.
        return [f"{family}, {given}" for family, given in zip(filled[::2], filled[1::2], strict=True)]
    if len(filled) > 2 and all(1 < len(part.split()) < 6 and " and " not in part for part in filled):
        return filled  # John Smith, Jane Doe, Max Roe
    if len(filled) > 1 and all(map(GIVEN_FAMILY.fullmatch, filled)):  # J. Smith, J. Doe
        return filled
    inverted = len(filled) > 2 and _GIVEN.fullmatch(filled[1]) and " " not in filled[0]
    if inverted and all(map(GIVEN_FAMILY.fullmatch, filled[2:])):  # Smith, J., J. Doe, M. Roe
        return [f"{filled[0]}, {filled[1]}", *filled[2:]]
    if several := _run_of_initials(name):
        return several
    return _of_mixed_forms(filled)


def _with_space(name: str) -> str:
    """A name with a space after its initials: "J.Roe"."""
    found = _GLUED.fullmatch(name)
    return f"{found[1]} {found[2]}" if found else name


def _two_full_names(piece: str) -> list[str]:
    """The names in "Mary Roe, Jane Doe", in a list of names with the given name first; none if it is one name."""
    parts = [part.strip() for part in COMMA.split(piece)]
    return parts if len(parts) == 2 and all(" " in part and is_plain_person(part) for part in parts) else []


def _of_mixed_forms(parts: Sequence[str]) -> list[str]:
    """At least two names with initials, each in any form, between at least two commas: "Roe, M., Doe J.", "J.Roe"."""
    names: list[str] = []
    rest = list(parts)
    if len(rest) < 3 or any(map(is_suffix, rest)):
        return []
    while rest:
        part = rest.pop(0)
        if found := _FAMILY_THEN_INITIALS.fullmatch(part):
            names.append(f"{found[1]}, {found[2]}")
        elif _GLUED.fullmatch(part):
            names.append(_with_space(part))
        elif GIVEN_FAMILY.fullmatch(part):
            names.append(part)
        elif _ONE_FAMILY.fullmatch(part) and rest and "." in rest[0] and _GIVEN.fullmatch(rest[0]):
            names.append(f"{part}, {rest.pop(0)}")
        elif _ONE_FAMILY.fullmatch(part) and not rest and len(names) > 1:
            names.append(part)
        else:
            return []
    return names if len(names) > 1 else []


def _glued_names(name: str) -> list[str]:
    """At least three names with initials, of which some have nothing between them: "J. Roe M. Doe A. Poe"."""
    parts = [part.strip() for part in split_outside_braces(name, COMMA)]
    pieces = [piece for part in parts for piece in _BEFORE_INITIALS.split(part) if piece]
    if len(pieces) < 3 or len(pieces) == len(parts):
        return []
    return pieces if all(GIVEN_FAMILY.fullmatch(piece) or is_group(piece) for piece in pieces) else []


def _run_of_initials(name: str) -> list[str]:
    """At least three names with initials after them, some without a comma between them: "Roe M., Doe A. Poe J."."""
    names, position = [], 0
    while found := _FAMILY_THEN_INITIALS.match(name, position):
        names.append(f"{found[1]}, {found[2]}")
        position = found.end()
    return names if position == len(name) and len(names) > 2 else []


def _with_foreign_and(name: str) -> list[str]:
    """The names in a list that another language's "and" joins; all of them must have a given and a family
    name.
    """
    pieces = [piece.strip() for piece in _FOREIGN_AND.split(name)]
    if len(pieces) < 2:
        return []
    names = [part.strip() for piece in pieces for part in piece.split(",") if part.strip()]
    return names if all(map(_FULL_NAME.fullmatch, names)) else []


def _are_several(parts: list[str]) -> bool:
    """Whether a comma between two names of this form separates them, unlike the one in "Crane III, Carl D"."""
    if len(parts) > 2:
        return True
    return (
        not any(is_suffix(part.rpartition(" ")[2]) for part in parts)
        and len({"." in part for part in parts}) == 1
    )


def _separated_cjk(name: str) -> list[str]:
    """Several Chinese, Japanese or Korean names, separated by commas. A single comma can be part of one
    name.
    """
    pieces = [piece.strip() for piece in COMMA.split(name) if piece.strip()]
    if len(pieces) < 2 or not all(map(split_cjk, pieces)):
        return []
    whole = min(len("".join(piece.split())) for piece in pieces)
    return pieces if len(pieces) > 2 or whole > 2 else []
