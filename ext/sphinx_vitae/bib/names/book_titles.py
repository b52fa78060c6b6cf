"""Titles of books and journals among names: the title in front of the editors of a book."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sphinx_vitae.model import excerpt

from .name_flaw import NameFlaw
from .name_words import is_suffix
from .non_names import is_organization

__all__ = ["book_titles", "may_be_titles"]

#: Beginnings of titles.
_TITLE: Final = re.compile(
    r"(?:The )?(?:[A-Z]\w+ ){0,2}(?:Handbook|Proceedings|Advances|Studies|Companion|Encyclopa?edia|Essays|Readings"
    r"|Perspectives|Journal|Transactions|Annals|Introduction|Lecture Notes) (?:of|in|on|to|for) \w"
)
_FUNCTION_WORD: Final = re.compile(r" (?:of|in|on|to|for) ")
#: Words in names of groups, which edit journals.
_GROUP: Final = re.compile(r"\b(?:editors?|editorial|staff|the) ", re.I)
#: Messages truncate longer titles to this many characters.
_SHOWN: Final = 80


def may_be_titles(value: str) -> bool:
    """A fast test, which is false for most lists of names."""
    return " of " in value or " in " in value or " on " in value or " to " in value


def book_titles(names: Sequence[str]) -> Mapping[int, NameFlaw]:
    """The positions of names that belong to the title of a book, and their problems. The "and" of a title cuts it in
    two, so that its end is in front of the next name.
    """
    found: dict[int, NameFlaw] = {}
    for number, name in enumerate(names):
        title = name.strip()
        if is_organization(title) or _GROUP.match(title.removeprefix("The ")):
            continue
        fix = "move it to the field for it, such as booktitle"
        first = last = number
        if person := _person_after(title, names, number):
            first = 0 if not any("," in each or "{" in each for each in names[:number]) else number
            last = number + 1
            title = f"{' and '.join(each.strip() for each in names[first:last])} and {names[last].partition(',')[0].strip()}"
            fix = f"move “{excerpt(title, _SHOWN)}” to the field for it, such as booktitle, and write {person} instead"
        elif not _TITLE.match(title):
            continue
        flaw = NameFlaw(f"“{excerpt(title, _SHOWN)}” is a title, not a name", fix)
        found.update(dict.fromkeys(range(first, last + 1), flaw))
    return found


def _person_after(title: str, names: Sequence[str], number: int) -> str:
    """The person whose name is in front of the end of a title: "…, Doe, J."."""
    parts = [part.strip() for part in names[number + 1].split(",")] if number + 1 < len(names) else []
    if "," in title or "{" in title or len(parts) != 3 or any(map(is_suffix, parts)):
        return ""
    return ", ".join(parts[1:]) if _FUNCTION_WORD.search(title) else ""
