"""Entry types of biblatex (manual §2.1 and §2.1.2), of BibTeX, and of other programs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import Final

from sphinx_vitae.model import ACTIVITIES

from .words import words

__all__ = [
    "GROUP_OF_TYPE",
    "KINDS",
    "TITLE_SUBSTITUTES",
    "canonical_type",
    "entry_types",
    "is_activity",
    "is_foreign",
    "is_known_type",
]

#: Entry type alias → biblatex's name, and the ``type`` that the alias implies.
_TYPE_ALIASES: Final = {
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "www": ("online", ""),
    "phdthesis": ("thesis", "phdthesis"),
    "mastersthesis": ("thesis", "mathesis"),
    "masterthesis": ("thesis", "mathesis"),
    "bachelorsthesis": ("thesis", "bathesis"),
    "bachelorthesis": ("thesis", "bathesis"),
    "techreport": ("report", "techreport"),
    "data": ("dataset", ""),
}

#: Entry types that neither belong to a publication group nor are a kind of record below.
_OTHER_TYPES: Final = words(
    """
    misc online booklet set xdata artwork audio bibnote commentary image jurisdiction legislation legal
    letter movie music performance video custom customa customb customc customd custome customf webpage website
    newspaper magazine blog podcast
    """
)

_TALK_TYPES: Final = frozenset({"talk", "presentation", "lecture"})
_AWARD_TYPES: Final = frozenset({"award", "honor", "prize", "fellowship"})

#: Word in ``entrysubtype`` or ``vitae_kinds`` → kind.
KINDS: Final = {
    "publication": "publication",
    **dict.fromkeys(_TALK_TYPES, "talk"),
    **dict.fromkeys(_AWARD_TYPES, "award"),
    **{word: word for word in ACTIVITIES},
}

GROUP_OF_TYPE: Final = {
    "article": "journal",
    "suppperiodical": "journal",
    "inproceedings": "conference",
    "book": "book",
    "mvbook": "book",
    "collection": "edited",
    "mvcollection": "edited",
    "proceedings": "edited",
    "mvproceedings": "edited",
    "periodical": "edited",
    "reference": "edited",
    "mvreference": "edited",
    "inbook": "chapter",
    "incollection": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "inreference": "chapter",
    "review": "review",
    "unpublished": "preprint",
    "preprint": "preprint",
    "thesis": "thesis",
    "report": "report",
    "manual": "report",
    "standard": "report",
    "patent": "patent",
    "software": "software",
    "dataset": "dataset",
    "poster": "poster",
}

#: Entry type of a volume → the field with its title, if that is not ``title``.
TITLE_SUBSTITUTES: Final = {
    "proceedings": "booktitle",
    "collection": "booktitle",
    "book": "booktitle",
    "mvbook": "maintitle",
    "mvcollection": "maintitle",
    "mvproceedings": "maintitle",
    "periodical": "journaltitle",
}


@lru_cache(1024)
def canonical_type(name: str) -> tuple[str, str]:
    """The biblatex name of an entry type, and the ``type`` that its old name implies."""
    name = name.lower()
    return _TYPE_ALIASES.get(name, (intern(name), ""))


_KNOWN: Final = frozenset(GROUP_OF_TYPE) | frozenset(KINDS) | frozenset(_TYPE_ALIASES) | _OTHER_TYPES


def entry_types() -> frozenset[str]:
    """All known entry types, including aliases."""
    return _KNOWN


#: Fields of works, whatever their types.
_OF_WORKS: Final = frozenset(
    (
        "title",
        "author",
        "editor",
        "year",
        "date",
        "url",
        "doi",
        "booktitle",
        "journal",
        "journaltitle",
        "publisher",
    )
)

#: Those of them that activities do not have.
_OF_PUBLICATIONS: Final = _OF_WORKS - {"year", "date", "url"}


def is_foreign(entry_type: str, names: Iterable[str]) -> bool:
    """Whether entries of a type, with these fields, are not works: those of a glossary, for example."""
    return not is_known_type(entry_type.lower()) and _OF_WORKS.isdisjoint(name.lower() for name in names)


def is_activity(entry_type: str, names: Iterable[str]) -> bool:
    """Whether entries of an unknown type, with these fields, are probably activities, such as posts and visits."""
    return not is_known_type(entry_type.lower()) and _OF_PUBLICATIONS.isdisjoint(map(str.lower, names))


def is_known_type(name: str) -> bool:
    """Whether an entry type, in lower case, is known."""
    return name in _KNOWN
