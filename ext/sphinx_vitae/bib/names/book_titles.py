"""Titles of books and journals among names: the title in front of the editors of a book."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sphinx_vitae.model import excerpt

from .non_names import is_organization

__all__ = ["book_titles", "may_be_titles"]

#: Beginnings of titles.
_TITLE: Final = re.compile(
    r"(?:The )?(?:[A-Z]\w+ ){0,2}(?:Handbook|Proceedings|Advances|Studies|Companion|Encyclop[a]?edia|Essays|Readings"
    r"|Perspectives|Journal|Transactions|Annals|Introduction|Lecture Notes) (?:of|in|on|to|for) \w"
)
#: Words in names of groups, which edit journals.
_GROUP: Final = re.compile(r"\b(?:editors?|editorial|staff|the) ", re.I)
#: Messages truncate longer titles to this many characters.
_SHOWN: Final = 80


def may_be_titles(value: str) -> bool:
    """A fast test, which is false for most lists of names."""
    return " of " in value or " in " in value or " on " in value or " to " in value


def book_titles(names: Sequence[str]) -> Mapping[int, tuple[str, str]]:
    """The positions of names that are the title of a book, and their problems. The "and" of a title cuts it in two, so
    that its end is in front of the next name.
    """
    found: dict[int, tuple[str, str]] = {}
    for number, name in enumerate(names):
        title = name.strip()
        if not _TITLE.match(title) or is_organization(title) or _GROUP.match(title.removeprefix("The ")):
            continue
        fix = "move it to the field for it, such as booktitle"
        end, comma, person = (
            names[number + 1].strip().partition(",") if number + 1 < len(names) else ("", "", "")
        )
        if "," in person and "," not in title:
            title = f"{title} and {end}"
            fix = f"move “{excerpt(title, _SHOWN)}” to the field for it, such as booktitle, and write {person.strip()} instead"
            found[number + 1] = found[number] = f"“{excerpt(title, _SHOWN)}” is a title, not a name", fix
        else:
            found[number] = f"“{excerpt(title, _SHOWN)}” is a title, not a name", fix
    return found
