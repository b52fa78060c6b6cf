"""References in all styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_vitae.bib.urls import same_place
from sphinx_vitae.catalogue import Catalogue, translations_after
from sphinx_vitae.model import Record, Text

from ..hidden_parts import without_hidden
from ..language.translated_words import Words
from ..names.name_printer import NamePrinter
from ..options import LAYOUTS
from ..texts import bare, joined
from .known_styles import style_names

if TYPE_CHECKING:
    from .work_fields import WorkFields

__all__ = ["StyledReference", "Styles", "composer"]


def composer(style: str) -> Callable[[WorkFields], Text]:
    """What composes references in a style. The styles are loaded for the first list that uses one."""
    from . import acm, apa, chicago, ieee, vancouver
    from .pybtex_plugins import PybtexStyle

    house: Mapping[str, Callable[[WorkFields], Text]] = {
        "ieee": ieee.compose,
        "acm": acm.compose,
        "apa": apa.compose,
        "chicago": chicago.compose,
        "vancouver": vancouver.compose,
    }
    return house.get(style) or PybtexStyle(style).compose


@dataclass(frozen=True, slots=True)
class StyledReference:
    """A reference in the format of the page.

    :param places: the URLs that it prints or links to, normalised with `same_place`.
    """

    text: str
    places: frozenset[str]

    def kinds(self, record: Record) -> tuple[str, ...]:
        """The kinds of links that the reference already contains."""
        return tuple(link.kind for link in record.links if same_place(link.url) in self.places)


class Styles:
    """References in all styles, shared by all formats. Each style and each reference is created only once.

    :param known: the names of the styles, if they have been looked up.
    """

    def __init__(self, catalogue: Catalogue, words: Words, known: Iterable[str] | None = None) -> None:
        self._known = known
        self._people = catalogue.people
        self._settings = catalogue.settings
        self._words = words
        self._names = NamePrinter(catalogue, words)
        self._composers: dict[str, Callable[[WorkFields], Text]] = {}
        self._made: dict[tuple[str, str, str, tuple[str, ...]], Text] = {}

    @cached_property
    def names(self) -> frozenset[str]:
        """The styles that are not replaced by a layout with the same name."""
        return frozenset(style_names() if self._known is None else self._known).difference(LAYOUTS)

    def compose(self, record: Record, style: str, owner: str = "", hide: tuple[str, ...] = ()) -> Text:
        """The reference of a record.

        :param style: one of `style_names`.
        :param owner: names to emphasise; empty for the owner of the site.
        :param hide: parts that the list hides.
        """
        from .work_fields import WorkFields

        made = record.key, style, owner, hide
        if made not in self._made:
            record = without_hidden(record, hide, as_written=True)
            if style not in self._composers:
                self._composers[style] = composer(style)
            also = translations_after(record, self._settings)
            work = WorkFields(
                record,
                self._words,
                self._names.emphasised(owner),
                self._people,
                self._names.signs,
                joined(" ", *(bare("[") + text + "]" for text in also.values())),
            )
            self._made[made] = self._composers[style](work)
        return self._made[made]

    @staticmethod
    def places(text: Text) -> frozenset[str]:
        """The URLs that a reference contains."""
        return frozenset(same_place(span.target) for span in text.spans("link"))
