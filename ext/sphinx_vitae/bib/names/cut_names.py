"""Names that their own "and" cuts in two: "Doe, and J." and "Centre for Ecology and Hydrology"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from sphinx_vitae.model import excerpt

from ..vocabulary import words
from .name_parts import INITIALS, is_suffix
from .non_names import is_organization

__all__ = ["cut_organizations", "ends_with_head", "only_initials", "paired", "rejoined", "with_spaces"]

#: A family name at the end of which the given name is missing.
_FAMILY: Final = re.compile(r"[^\W\d_a-zß-ÿ](?:[^\W\d_]|['’-])+(?: [^\W\d_a-zß-ÿ](?:[^\W\d_]|['’-])+)?,")
#: Initials with full stops. More of them are an acronym.
_ONLY_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[ -]?){1,3}")
#: A word that goes on with the name of an organization: "Control and *Prevention*". Acronyms are names of their own.
_ONE_WORD: Final = re.compile(r"[A-Z][a-z]{3,}")
_FUNCTION_WORD: Final = re.compile(r" (?:of|for) ")
#: A family name of one word, and a given name that ends with an initial.
_SINGLE_WORD: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS_WITH_INITIAL: Final = re.compile(r"(?:^|[ .])[^\W\d_]\.$")
#: Longer lists are not written out.
_LONGEST_FIX: Final = 200
#: Messages truncate longer names to this many characters.
_SHOWN: Final = 60
#: Longer texts are not names.
_LONGEST: Final = 400

#: An "and" that touches the braces around the name before it.
_TOUCHING: Final = re.compile(r"(?<=[^\W\d_]{2}\})and (?=[A-Z\\{])")

#: Nouns at the end of the names of organizations.
_HEADS: Final = words(
    """
    Administration Agency Alliance Association Authority Board Bureau Center Centre Commission Committee Company Council
    Department Foundation Institute Institution Laboratory Museum Network Office Organisation Organization Program
    Programme Service Services Society Survey Trust
    """
)

Flaw = tuple[str, str]


def ends_with_head(name: str) -> bool:
    """Whether the last word of a name is the noun of an organization."""
    return name.rpartition(" ")[2] in _HEADS


def with_spaces(value: str) -> tuple[str, list[Flaw]]:
    """The value with a space before each "and" that touches a brace, and the problem of the first of these."""
    found = _TOUCHING.search(value)
    if found is None:
        return value, []
    before = value[max(value.rfind(" and ", 0, found.start()) + 1, found.start() - _SHOWN) : found.start()]
    flaw = (f"there is no space before the “and” after “{before}”", "insert it")
    return _TOUCHING.sub(" and ", value), [flaw]


def rejoined(names: Sequence[str]) -> tuple[list[str], list[Flaw]]:
    """The names, with those joined that are plainly one: "Doe," and "J. B."; and an organization with an "and"
    within parentheses, which becomes a group.
    """
    joined: list[str] = []
    flaws: list[Flaw] = []
    for name in names:
        written, before = name.strip(), joined[-1].strip() if joined else ""
        if len(before) > _LONGEST or len(written) > _LONGEST:
            joined.append(name)
            continue
        if _FAMILY.fullmatch(before) and INITIALS.fullmatch(written) and not is_suffix(written):
            joined[-1] = f"{before} {written}"
            flaws.append(
                (f"an “and” divides “{before} and {written}”, which is one name", f"write {joined[-1]}")
            )
        elif before.count("(") > before.count(")") and written.count(")") > written.count("("):
            joined[-1] = f"{{{before} and {written}}}"
            message = (
                f"the “and” within the parentheses of “{excerpt(before, _SHOWN)}” divides the name in two"
            )
            flaws.append((message, _braced_fix(before, written)))
        else:
            joined.append(name)
    return joined, flaws


def _braced_fix(before: str, after: str) -> str:
    """How to keep both parts of a name, which is an organization's or a person's with a remark."""
    whole = f"{{{before} and {after}}}"
    if is_organization(before.partition("(")[0]):
        return f"put braces around the whole name: {whole}"
    return (
        f"if this is the name of an organization, put braces around all of it: {whole}; if it is a person, "
        "leave only the name here, and move what is in parentheses to another field, such as note"
    )


def paired(names: Sequence[str]) -> tuple[list[str], Flaw] | None:
    """The names of a list in which an "and" is in place of each comma: "Doe and J. B. and Roe and Mary A."."""
    families, given = ([name.strip(" {}") for name in names[start::2]] for start in (0, 1))
    if len(families) != len(given) or not all(map(_SINGLE_WORD.fullmatch, families)):
        return None
    if 2 * sum(_ENDS_WITH_INITIAL.search(name) is not None for name in given) < len(given):
        return None
    joined = [f"{family}, {name}" for family, name in zip(families, given, strict=True)]
    message = (
        f"an “and” is between the family and the given name of each person, as in “{names[0]} and {names[1]}”"
    )
    written = " and ".join(joined)
    fix = (
        f"write {written}"
        if len(written) <= _LONGEST_FIX
        else f"write commas there: {joined[0]} and {joined[1]} …"
    )
    return joined, (message, fix)


def cut_organizations(names: Sequence[str]) -> Mapping[int, Flaw]:
    """The positions of names that look like the first half of an organization's name, and their problems.

    These are read as two names, because they can be two organizations.
    """
    found: dict[int, Flaw] = {}
    for number, pair in enumerate(pairwise(names)):
        before, after = (name.strip() for name in pair)
        if "{" not in before and "{" not in after and "," not in after and _is_half(before, after):
            message = f"“{excerpt(before, _SHOWN)}” and “{excerpt(after, _SHOWN)}” are read as two names"
            found[number] = (
                message,
                f"if they are a single organization, put braces around the whole name: {{{before} and {after}}}; "
                "if not, put each organization in braces of its own",
            )
    return found


def _is_half(before: str, after: str) -> bool:
    """Whether a name looks like the first half of an organization's: "Food", "Office for Rain", "National Rain"."""
    headed = ends_with_head(after)
    if headed and _ONE_WORD.fullmatch(before):
        return True
    if not is_organization(before):
        return False
    alone = _ONE_WORD.fullmatch(after) is not None
    if before.count(",") > 1:
        return alone or is_organization(after)
    if "," in before.removesuffix(","):
        return False
    return (headed and not ends_with_head(before)) or (alone and _FUNCTION_WORD.search(before) is not None)


def only_initials(name: str, before: str, after: str) -> Flaw | None:
    """The problem with a name that consists only of initials: its family name is missing. The only name of a list can be
    an acronym.
    """
    if not (before or after) or not _ONLY_INITIALS.fullmatch(name):
        return None
    family, comma, given = before.partition(",")
    message = f"“{name}” is only initials, without a family name"
    if comma and family.strip() and _ONLY_INITIALS.fullmatch(given.strip()):
        return message, f"write {before} {name} if they are one person; otherwise add the family name"
    if before and not comma and _FAMILY.fullmatch(f"{before},"):
        return message, f"write {before}, {name} if they are one person; otherwise add the family name"
    if _FAMILY.fullmatch(f"{after},"):
        return message, f"write {name} {after} if they are one person; otherwise add the family name"
    last = after.rpartition(" ")[2]
    if after and "," not in after and last != after and _FAMILY.fullmatch(f"{last},"):
        return (
            message,
            f"write {name} {last} if this is the family name of both; otherwise add the family name",
        )
    return message, "add the family name"
