"""What the values of a list's options can be on a site, and what is said of any other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sphinx_vitae.bib.vocabulary import GROUP_OF_TYPE
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import PUBLICATION_GROUPS, fold
from sphinx_vitae.select import sort_fields, type_words

__all__ = ["Choices", "OptionError", "Parse"]


class OptionError(ValueError):
    """Says what is wrong with a value, and what is allowed."""


@dataclass(frozen=True)
class Choices:
    """What the values of options can be on this site.

    :param kinds: of the records that the list is for.
    :param layouts: that there are templates for.
    :param bibfiles: as ``bibtex_bibfiles`` names them.
    """

    catalogue: Catalogue
    kinds: tuple[str, ...]
    layouts: tuple[str, ...]
    bibfiles: tuple[str, ...]

    @property
    def types(self) -> set[str]:
        found = (type_words(r) for r in self.catalogue.records.values() if r.kind in self.kinds)
        return set().union(
            *found,
            set(GROUP_OF_TYPE) | set(PUBLICATION_GROUPS) | {"misc", "online"}
            if "publication" in self.kinds
            else (),
        )

    @property
    def files(self) -> set[str]:
        names = {fold(name) for name in self.bibfiles}
        return names | {name.replace("\\", "/").rsplit("/", 1)[-1] for name in names}

    @property
    def sort_fields(self) -> list[str]:
        return sort_fields(self.catalogue.records.values())

    def has_person(self, name: str) -> bool:
        """Whether any entry names this person."""
        person = self.catalogue.named((name,))
        lists = (names for record in self.catalogue.records.values() for names in record.names.values())
        return any(person.among(names) for names in lists)


#: The reader of an option's value.
Parse = Callable[[str, Choices], Any]
