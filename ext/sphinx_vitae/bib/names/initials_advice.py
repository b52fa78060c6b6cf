"""What to write instead of a name with initials, but without a comma or a family name: "Doe J." and "J."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .name_flaw import NameFlaw
from .name_words import DEGREE_INITIALS, is_capital_particle, is_lower, unmarked
from .non_names import COMPANY_INITIALS

__all__ = [
    "FAMILY",
    "FAMILY_FIRST",
    "initials_after_family",
    "only_initials",
    "run_of_inverted",
    "with_comma",
]

#: A family name of one or two words.
FAMILY: Final = re.compile(r"[^\W\d_a-zß-ÿ](?:[^\W\d_]|['’-])+(?: [^\W\d_a-zß-ÿ](?:[^\W\d_]|['’-])+)?")
#: A family name with initials after it, and what separates it from the next one.
_INVERTED: Final = re.compile(
    r"((?:[^\W\d_][\w'’-]* ){0,3}[^\W\d_a-zß-ÿ][\w'’-]+) ((?:[A-Z]\.-?){1,4}|[A-Z]-[A-Z]\.|[A-Z]\.(?: [A-Z]\.){1,3})(?: |$)"
)
#: Initials with full stops. More of them are an acronym.
_ONLY_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[ -]?){1,3}")
#: A family name with initials after it, without a comma: "Doe J.".
_DOE_J: Final = re.compile(
    r"((?:[a-z]{2,3} ){0,2}[^\W\d_a-zß-ÿ][^ ,.]+(?: (?:[a-z]{2,3} ){0,2}[^\W\d_a-zß-ÿ][^ ,.]+)?) ((?:[A-Z]\.?[ -]?){1,3})"
)
#: How a name with its family name first is reported.
FAMILY_FIRST: Final = "was interpreted as a family name with initials"
#: What initials need to be a family name in capitals: a vowel, as in "GU", or the sound "ng".
_SYLLABIC: Final = re.compile(r"[AEIOUY]|NG")


def initials_after_family(name: str, family: Sequence[str], initials: Sequence[str]) -> NameFlaw:
    """The problem with "Doe J. A.", which BibTeX reads as given names, followed by the family name "A.".

    :param family: the words before the initials.
    """
    given, last = " ".join(initials), initials[-1]
    fix = f"write {' '.join(family)}, {given}"
    if len(family) == 2 and not is_lower(family[0]) and not is_capital_particle(family[0]):  # Doe Jane R.
        fix = f"write {family[0]}, {family[1]} {given}, or {' '.join(family)}, {given} if both words are the family name"
        if last in COMPANY_INITIALS:
            fix = "write a comma after the family name"
        if given in DEGREE_INITIALS:
            fix += f", and leave out {given} if it is a degree"
    if last in COMPANY_INITIALS or ("." not in last and len(last) > 2):
        fix = f"write {{{unmarked(name)}}} if it is an organization, or {fix.removeprefix('write ')}"
    elif "." not in last and len(last) > 1 and _SYLLABIC.search(last):
        fix += f", or {last}, {' '.join((*family, *initials[:-1]))} if {last} is the family name"
    return NameFlaw(f"“{unmarked(name)}” {FAMILY_FIRST}", fix)


def with_comma(name: str) -> str:
    """A name with a comma before the initials at its end, in a list in which other names have one: "Doe J."."""
    found = _DOE_J.fullmatch(name)
    return f"{found[1]}, {found[2]}" if found else name


def run_of_inverted(name: str) -> list[str]:
    """The names in "van der Roe M." or "Roe M. Doe J.", with commas; the name itself if it has another form."""
    found = list(_INVERTED.finditer(name))
    if "".join(each[0] for each in found) != name:
        return [name]
    return [f"{each[1]}, {each[2].strip()}" for each in found]


def only_initials(name: str, before: str, after: str) -> NameFlaw | None:
    """The problem with a name that consists only of initials: its family name is missing. The only name of a list can be
    an acronym.

    :param before: the name before it in the list, if any.
    :param after: the name after it.
    """
    if not (before or after) or not _ONLY_INITIALS.fullmatch(name):
        return None
    whole = ""
    family, comma, given = before.partition(",")
    last = after.rpartition(" ")[2]
    if comma and family.strip() and _ONLY_INITIALS.fullmatch(given.strip()):
        whole = f"{before} {name}"
    elif before and not comma and FAMILY.fullmatch(before):
        whole = f"{before}, {name}"
    elif FAMILY.fullmatch(after):
        whole = f"{name} {after}"
    fix = "add the family name"
    if whole:
        fix = f"write {whole} if they are one person; otherwise {fix}"
    elif "," not in after and last != after and FAMILY.fullmatch(last):
        fix = f"write {name} {last} if this is the family name of both; otherwise {fix}"
    return NameFlaw(f"“{name}” is only initials, without a family name", fix)
