"""What a list tells its templates about its entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["AFFILIATIONS", "LAYOUTS", "PARTS", "EntryOptions"]

#: The layouts of publications that have templates here; the first is the default.
LAYOUTS: Final = ("card", "tagged", "compact", "reference")
#: How the affiliations of authors are printed.
AFFILIATIONS: Final = ("none", "grouped", "each")
#: What a list can be told to show or to hide of its entries.
PARTS: Final = (
    "abstract", "annotation", "award", "bibtex", "keywords", "links", "preview", "related", "status", "tag", "venue",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOptions:
    """Options of a list that concern the look of its entries.

    :param layout: of the template to use.
    :param names: one of `sphinx_vitae.model.NAME_FORMS`.
    :param max_authors: shorten name lists beyond this many; 0 for never.
    :param affiliations: one of `AFFILIATIONS`.
    :param show: parts (`PARTS`) that the list asks for, whatever its layout does by itself; ``hide``: those
        that it does not want.
    :param owner: whose names are emphasised, as written; empty for the owner of the site.
    """

    layout: str = "card"
    names: str = "full"
    max_authors: int = 0
    affiliations: str = "none"
    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    owner: str = ""

    def shows(self, part: str, default: bool = True) -> bool:
        """Whether a part is shown, by a layout that does so *by default* or not."""
        return part not in self.hide and (part in self.show or bool(default))
