"""The list options that determine how entries look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["AFFILIATIONS", "LAYOUTS", "PARTS", "EntryOptions"]

#: The layouts of publications for which we have templates; the first is the default.
LAYOUTS: Final = ("card", "tagged", "compact", "reference")
#: Forms of authors' affiliations.
AFFILIATIONS: Final = ("none", "grouped", "each")
#: Parts of entries that a list can show or hide.
PARTS: Final = (
    "abstract", "annotation", "award", "bibtex", "keywords", "links", "preview", "related", "status", "tag", "venue",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOptions:
    """The options of a list that its templates read.

    :param layout: the name of the layout.
    :param names: one of `sphinx_vitae.model.NAME_FORMS`.
    :param max_authors: longer name lists are shortened; 0 for never.
    :param affiliations: one of `AFFILIATIONS`.
    :param show: parts (`PARTS`) that the list shows, whatever the default of its layout; ``hide``: those it hides.
    :param owner: names to emphasise, as written; empty for the owner of the site.
    """

    layout: str = "card"
    names: str = "full"
    max_authors: int = 0
    affiliations: str = "none"
    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    owner: str = ""

    def shows(self, part: str, default: bool = True) -> bool:
        """Whether a part is shown.

        :param default: whether the layout shows it if the list does not set it.
        """
        return part not in self.hide and (part in self.show or bool(default))
