"""What a list tells its templates about its entries."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EntryOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOptions:
    """Options of a list that concern the look of its entries.

    :param layout: of the template to use.
    :param names: one of `sphinx_vitae.model.NAME_FORMS`.
    :param max_authors: shorten name lists beyond this many; 0 for never.
    """

    layout: str = "card"
    names: str = "full"
    max_authors: int = 0
