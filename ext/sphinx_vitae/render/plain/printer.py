"""Any record as plain text, in one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import Publication, Record

from ..functions import Functions
from ..occasions import Occasion, Part
from ..options import EntryOptions
from ..styling import Styles
from ..text import Surroundings
from ..words import Words
from .activities import activity, news, occasions_of, talk
from .publications import compact, publication, styled
from .scene import Scene
from .writer import Plain

__all__ = ["PlainText"]


class PlainText:
    """Records without markup.

    :param styles: that all formats share.
    """

    def __init__(self, catalogue: Catalogue, words: Words, styles: Styles | None = None) -> None:
        self._words = words
        self._styles = styles or Styles(catalogue, words)
        self._functions = Functions(catalogue, words, Plain(), self._styles)

    def entry(self, record: Record, page: Surroundings, options: EntryOptions, *, kind: str = "") -> str:
        """One entry of a list, without its number.

        :param kind: as what to print it, if not as that of the record: ``news``.
        """
        scene = Scene(self._functions, self._words, page, options)
        return _line(self._said(record, scene, kind or record.kind))

    def occasions(
        self, kind: str, occasions: Sequence[Occasion], page: Surroundings, options: EntryOptions
    ) -> list[str]:
        """Entries of one title: first what is common to all, then each; empty where there is nothing left to say."""
        scene = Scene(self._functions, self._words, page, options)
        return [_line(said) for said in occasions_of(kind, occasions, scene)]

    def _said(self, record: Record, scene: Scene, kind: str) -> Iterable[str]:
        if kind == "news":
            return news(record, scene)
        if not isinstance(record, Publication):
            part = Part(record, scene.links(record), scene.related(record))
            print_ = talk if kind == "talk" else activity
            return print_(part, scene, scene.date(record))
        if scene.options.layout in self._styles.names:
            return styled(record, scene)
        return compact(record, scene) if scene.options.layout == "compact" else publication(record, scene)


def _line(said: Iterable[str]) -> str:
    return " ".join(" ".join(said).split())
