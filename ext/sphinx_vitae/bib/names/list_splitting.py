"""The value of a name field → the names in it, which "and" outside braces separates.

Braces around a whole list, and an "and" that touches a brace, hide names from BibTeX. Such lists are split as intended,
and reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sphinx_vitae.model import excerpt

from ..syntax.braces import is_group, is_plainly_grouped, split_outside_braces
from .name_flaw import NameFlaw

__all__ = ["AND", "split_list"]

AND: Final = re.compile(r"\s+and(?=\s)|^and(?=\s)|\s+and$", re.I)
#: An "and" that touches the braces around the name before it.
_TOUCHING: Final = re.compile(r"(?<=[^\W\d_]{2}\})and (?=[A-Z\\{])")
#: An "and" with a no-break space beside it, which BibTeX does not treat as a space.
_SPACED: Final = re.compile("(?<![ \xa0])[ \xa0]+and[ \xa0]+")
#: An "and" before the comma of a name: "Doe and , Jane".
_AND_COMMA: Final = re.compile(r"and\s*,")  # much faster than the whole pattern, which few lists need
_BEFORE_COMMA: Final = re.compile(r"(?:^|(?<=\sand\s))\s*([^\s,{}]+)\s+and\s*,\s*(?=[^\s,])")
_SEMICOLON: Final = re.compile(r"\s*;\s*")
#: A command with an argument.
_COMMANDED: Final = re.compile(r"\\([A-Za-z]+)\s*(\{.*\})", re.S)
#: Messages truncate longer names to this many characters.
_SHOWN: Final = 60


def split_list(value: str) -> tuple[list[str], list[NameFlaw]]:
    """The names of a list, and the problems with what is between them."""
    flaws: list[NameFlaw] = []
    if "}and " in value:
        value, flaws = _with_spaces(value)
    if "\xa0" in value and (
        found := next((each for each in _SPACED.finditer(value) if "\xa0" in each[0]), None)
    ):
        before = excerpt(value[: found.start()].rpartition(" and ")[2])
        message = f"a no-break space after “{before}” hides the “and” from BibTeX"
        flaws.append(NameFlaw(message, "write an ordinary space before and after each “and”"))
        value = _SPACED.sub(" and ", value)
    if _AND_COMMA.search(value) and (found := _BEFORE_COMMA.search(value)):
        message = f"there is an extra “and” between “{found[1]}” and the comma after it"
        flaws.append(NameFlaw(message, "remove that “and”"))
        value = _BEFORE_COMMA.sub(r"\1, ", value)
    names = _split(value)
    if ";" in value and "&" not in value and len(names) > 1 and (inverted := _with_commas(names)):
        shown = f"“{excerpt(names[0].strip())}”"
        message = f"{shown} has a semicolon between the family name and the given name, like the other names"
        return inverted, [*flaws, NameFlaw(message, f"write {' and '.join(inverted)}")]
    if len(names) > 1 or "{" not in value:
        return names, flaws
    if inner := _braced_list(value):
        message = "braces around the whole list turn it into a single name"
        return _split(inner), [*flaws, NameFlaw(message, "remove those braces")]
    if (found := _COMMANDED.fullmatch(value.strip())) and (inner := _braced_list(found[2])):
        message = f"the command \\{found[1]} encloses the whole list, and BibTeX sees no “and” within braces"
        return _split(inner), [*flaws, NameFlaw(message, f"remove \\{found[1]}{{ and }}")]
    return names, flaws


def _with_commas(names: Sequence[str]) -> list[str]:
    """The names with commas instead of semicolons, if each is "Family; Given"; otherwise, nothing.

    A given name on its own shows that a semicolon does not divide two names.
    """
    pairs = [[part.strip() for part in split_outside_braces(name, _SEMICOLON)] for name in names]
    is_inverted = all(len(pair) == 2 and all(pair) and "," not in "".join(pair) for pair in pairs)
    return (
        [", ".join(pair) for pair in pairs]
        if is_inverted and any(" " not in pair[1] for pair in pairs)
        else []
    )


def _with_spaces(value: str) -> tuple[str, list[NameFlaw]]:
    """The value with a space before each "and" that touches a brace, and the problem of the first of these."""
    found = _TOUCHING.search(value)
    if found is None:
        return value, []
    before = value[max(value.rfind(" and ", 0, found.start()) + 1, found.start() - _SHOWN) : found.start()]
    flaw = NameFlaw(f"there is no space before the “and” after “{before}”", "insert it")
    return _TOUCHING.sub(" and ", value), [flaw]


def _split(value: str) -> list[str]:
    """The names of a list."""
    names = value.split(" and ")
    if value.lower().count("and") == len(names) - 1 and (
        "{" not in value or all(map(is_plainly_grouped, names))
    ):
        return names  # nearly all: every "and" separates names
    if "{" not in value:
        edge = names[0].startswith("and ") or names[-1].endswith(" and") or " and and " in value
        if not edge and " AND " not in value and " And " not in value:
            return names
    return split_outside_braces(value, AND)


def _braced_list(value: str) -> str:
    """The names in braces around a whole list, if each of them is "Family, Given"."""
    value = value.strip()
    if not is_group(value):
        return ""
    names = _split(value[1:-1])
    return value[1:-1] if len(names) > 1 and all("," in name for name in names) else ""
