"""People, as they appear in a bibliography."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .pickling import pickled_as_tuple

__all__ = ["NAME_FIELDS", "NOBODY", "NameList", "Person"]

#: The name lists in the biblatex data model (manual §2.2.2), in the order in which they are searched.
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
    """One name in a name list. All parts are plain Unicode.

    Either ``literal`` is the whole name (of an organization, or a name that could not be split), or the
    other parts have biblatex's meaning: ``prefix`` (de la), ``suffix`` (Jr). ``marks`` are the words in
    the name's annotation (``equal``, ``corresponding``, ``me``, …) and characters written into the name
    (``*``, ``†``), in order.
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
        """Whether the family name comes first, without a space: Han, kana and Hangul."""
        return bool(self.given and _EAST_ASIAN.match(self.family))

    def __hash__(self) -> int:
        """A hash of the parts that nearly always tell people apart, which takes half as long as one of all parts."""
        return hash((self.family, self.given, self.literal))

    def __str__(self) -> str:
        """The name in reading order."""
        if self.literal:
            return self.literal
        given, family = self.given, self.family
        if given and not family.isascii() and self.family_first:
            return family + given
        if given and family and not self.prefix and not self.suffix:
            return f"{given} {family}"
        return " ".join(filter(None, (given, self.prefix, family, self.suffix)))


@pickled_as_tuple
@dataclass(frozen=True, slots=True)
class NameList:
    """The names in one field; ``others`` if it ends in ``and others``."""

    persons: tuple[Person, ...] = ()
    others: bool = False

    def __bool__(self) -> bool:
        return bool(self.persons)


NOBODY: Final = NameList()
