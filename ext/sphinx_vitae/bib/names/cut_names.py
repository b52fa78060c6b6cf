"""Names that their own "and" cuts in two: "Doe, and J." and "Centre for Ecology and Hydrology"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from sphinx_vitae.model import excerpt

from .initials_advice import FAMILY
from .name_flaw import NameFlaw
from .name_words import INITIALS, LONGEST, is_suffix
from .non_names import ends_with_head, is_organization

__all__ = ["cut_organizations", "may_be_cut", "paired", "rejoined"]

#: A word that goes on with the name of an organization: "Control and *Prevention*". Acronyms are names of their own.
_ONE_WORD: Final = re.compile(r"[A-Z][a-z]{3,}")
_FUNCTION_WORD: Final = re.compile(r" (?:of|for) ")
#: A family name of one word, and a given name that ends with an initial.
_SINGLE_WORD: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS_WITH_INITIAL: Final = re.compile(r"(?:^|[ .])[^\W\d_]\.$")
#: Longer lists are not written out in advice.
_LONGEST_FIX: Final = len("write ") + 200
#: Messages truncate longer names to this many characters.
_SHOWN: Final = 60


def may_be_cut(value: str, names: Sequence[str]) -> bool:
    """A fast test, which is false for most lists of names."""
    if ", and " in value or "(" in value or " of " in value or " for " in value:
        return True
    return len(names) == 2 and ends_with_head(names[1])


def rejoined(names: Sequence[str]) -> tuple[list[str], list[NameFlaw]]:
    """The names, with those joined that are plainly one: "Doe," and "J. B."; and an organization with an "and"
    within parentheses, which becomes a group.
    """
    joined: list[str] = []
    flaws: list[NameFlaw] = []
    for name in names:
        written, before = name.strip(), joined[-1].strip() if joined else ""
        if len(before) > LONGEST or len(written) > LONGEST:
            joined.append(name)
            continue
        if _lacks_given(before) and INITIALS.fullmatch(written) and not is_suffix(written):
            joined[-1] = f"{before} {written}"
            message = f"an “and” divides “{before} and {written}”, which is one name"
            flaws.append(NameFlaw(message, f"write {joined[-1]}"))
        elif before.count("(") > before.count(")") and written.count(")") > written.count("("):
            joined[-1] = f"{{{before} and {written}}}"
            message = (
                f"the “and” within the parentheses of “{excerpt(before, _SHOWN)}” divides the name in two"
            )
            flaws.append(NameFlaw(message, _braced_fix(before, written)))
        else:
            joined.append(name)
    return joined, flaws


def _lacks_given(name: str) -> bool:
    """Whether a name ends at the comma before the given name: "Doe,"."""
    return name[-1:] == "," and FAMILY.fullmatch(name[:-1]) is not None


def _braced_fix(before: str, after: str) -> str:
    """How to keep both parts of a name, which is an organization's or a person's with a remark."""
    whole = f"{{{before} and {after}}}"
    if is_organization(before.partition("(")[0]):
        return f"put braces around the whole name: {whole}"
    return (
        f"if this is the name of an organization, put braces around all of it: {whole}; if it is a person, "
        "leave only the name here, and move what is in parentheses to another field, such as note"
    )


def paired(names: Sequence[str]) -> tuple[list[str], NameFlaw] | None:
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
    fix = f"write {' and '.join(joined)}"
    if len(fix) > _LONGEST_FIX:
        fix = f"write commas there: {joined[0]} and {joined[1]} …"
    return joined, NameFlaw(message, fix)


def cut_organizations(names: Sequence[str]) -> Mapping[int, NameFlaw]:
    """The positions of names that look like the first half of an organization's name, and their problems.

    These are read as two names, because they can be two organizations.
    """
    found: dict[int, NameFlaw] = {}
    for number, pair in enumerate(pairwise(names)):
        before, after = (name.strip() for name in pair)
        if "{" not in before and "{" not in after and "," not in after and _is_half(before, after):
            message = f"“{excerpt(before, _SHOWN)}” and “{excerpt(after, _SHOWN)}” are read as two names"
            fix = (
                f"if they are a single organization, put braces around the whole name: {{{before} and {after}}}; "
                "if not, put each organization in braces of its own"
            )
            found[number] = NameFlaw(message, fix)
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
