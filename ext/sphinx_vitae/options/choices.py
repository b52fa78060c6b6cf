"""The input that list options accept on a site."""

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
    """Invalid input. The message says what is wrong, and what is allowed."""


@dataclass(frozen=True)
class Choices:
    """The input that options accept on this site.

    :param kinds: the kinds of the records in the list.
    :param layouts: names of templates and styles.
    :param bibfiles: as in ``bibtex_bibfiles``.
    """

    catalogue: Catalogue
    kinds: tuple[str, ...]
    layouts: tuple[str, ...]
    bibfiles: tuple[str, ...]

    @property
    def types(self) -> set[str]:
        """The words that the ``type`` option accepts: entry types, groups, and words in ``type`` fields."""
        found = (type_words(r) for r in self.catalogue.records.values() if r.kind in self.kinds)
        return set().union(
            *found,
            set(GROUP_OF_TYPE) | set(PUBLICATION_GROUPS) | {"misc", "online"}
            if "publication" in self.kinds
            else (),
        )

    @property
    def files(self) -> set[str]:
        """The paths of the bibliographies, and their names without folders."""
        names = {fold(name) for name in self.bibfiles}
        return names | {name.replace("\\", "/").rsplit("/", 1)[-1] for name in names}

    @property
    def sort_fields(self) -> list[str]:
        """The fields of the records, for ``sort`` and ``filter``."""
        return sort_fields(self.catalogue.records.values())

    def has_person(self, name: str) -> bool:
        """Whether this person appears in any entry."""
        person = self.catalogue.named((name,))
        lists = (names for record in self.catalogue.records.values() for names in record.names.values())
        return any(person.among(names) for names in lists)


#: Parses the text of an option; raises `OptionError`.
Parse = Callable[[str, Choices], Any]
