"""People as a bibliography names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .pickling import pickled_as_tuple

__all__ = ["NAME_FIELDS", "NOBODY", "NameList", "Person"]

#: Name lists of the biblatex data model (manual §2.2.2), in the order in which they are asked for.
NAME_FIELDS: Final = (
    "author",
    "editor",
    "editora",
    "editorb",
    "editorc",
    "translator",
    "bookauthor",
    "annotator",
    "commentator",
    "introduction",
    "foreword",
    "afterword",
    "holder",
    "shortauthor",
    "shorteditor",
    "namea",
    "nameb",
    "namec",
)

_EAST_ASIAN: Final = re.compile(
    "[\u1100-\u11ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class Person:
    """One name of a name list; all parts are plain Unicode.

    Either ``literal`` holds the whole name (a corporate author, or one that could not be taken
    apart), or the other parts do, called as in biblatex: ``prefix`` (de la), ``suffix`` (Jr).
    ``marks`` are the words of the name's annotation (``equal``, ``corresponding``, ``me``, …) and
    signs that were written into the name (``*``, ``†``), in their order.
    """

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""
    marks: tuple[str, ...] = ()
    affiliation: str = ""
    url: str = ""
    orcid: str = ""

    @property
    def family_first(self) -> bool:
        """Whether the family name is written first, with no blank behind it: Han, kana and Hangul."""
        return bool(self.given and _EAST_ASIAN.match(self.family))

    def __str__(self) -> str:
        """The name in reading order."""
        if self.literal:
            return self.literal
        if self.family_first:
            return self.family + self.given
        return " ".join(part for part in (self.given, self.prefix, self.family, self.suffix) if part)


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class NameList:
    """The names of one field; ``others`` when it ended in ``and others``."""

    persons: tuple[Person, ...] = ()
    others: bool = False

    def __bool__(self) -> bool:
        return bool(self.persons)


NOBODY: Final = NameList()
