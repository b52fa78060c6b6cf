"""The list options that determine the appearance of entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["AFFILIATIONS", "COMPACT", "LAYOUTS", "PARTS", "TABLE", "EntryOptions"]

#: The layouts for publications for which we have templates; the first one is the default.
LAYOUTS: Final = ("card", "feature", "tagged", "compact", "reference")
#: The layout with one line for each entry, in which remarks do not begin a sentence.
COMPACT: Final = "compact"
#: The layout of activities as rows of a table.
TABLE: Final = "table"
#: Forms of authors' affiliations.
AFFILIATIONS: Final = ("none", "grouped", "each")
#: Parts of entries that a list can show or hide.
PARTS: Final = (
    "abstract", "annotation", "award", "bibtex", "downloads", "editors", "keywords", "links", "preview", "publisher",
    "related", "status", "summary", "tag", "venue",
)  # fmt: skip
#: The parts that the venue consists of. To show one of them, a list shows the venue.
_OF_VENUE: Final = frozenset(("venue", "editors", "publisher"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOptions:
    """The options of a list that are available to its templates.

    :param layout: the name of the layout.
    :param names: one of `sphinx_vitae.model.NAME_FORMS`.
    :param max_authors: longer name lists are shortened; 0 means no limit.
    :param affiliations: one of `AFFILIATIONS`.
    :param show: parts (`PARTS`) that the list shows, regardless of its layout; ``hide``: the parts that it
        hides.
    :param owner: names to emphasise, as written; empty for the owner of the site.
    :param fetched: the id of the list in the names of its files, if pages link to its BibTeX file instead of
        containing the BibTeX of each entry.
    """

    layout: str = "card"
    names: str = "full"
    max_authors: int = 0
    affiliations: str = "none"
    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    owner: str = ""
    fetched: str = ""

    def shows(self, part: str, default: bool = True) -> bool:
        """Whether a part is shown.

        :param default: whether the layout shows the part by default.
        """
        if not self.show and not self.hide:
            return bool(default)
        asked = part in self.show if part != "venue" else not _OF_VENUE.isdisjoint(self.show)
        return part not in self.hide and (asked or bool(default))
