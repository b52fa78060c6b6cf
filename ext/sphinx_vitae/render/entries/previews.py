"""The picture beside an entry: a file of one's own, in its real size, with words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sphinx_vitae.bib.markup.text_parser import plain
from sphinx_vitae.catalogue.files import PREVIEW, LocalFile
from sphinx_vitae.model import Record

from ..formats.context import RenderContext
from ..language.translated_words import Words

__all__ = ["Picture", "picture_of"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page.

    :param address: as seen from the page, or the name by which a document knows the file.
    :param width: in pixels, as is ``height``; 0 where it is not known.
    """

    address: str
    alt: str
    width: int
    height: int


def picture_of(
    record: Record, files: Iterable[LocalFile], page: RenderContext, words: Words
) -> Picture | None:
    """The preview of a record, if it has one and the page a place for it.

    The words for it are those of the field ``preview_alt``; without them, whose figure it is.
    """
    file = next((file for file in files if file.kind == PREVIEW), None)
    address = page.picture(file.name, file.path) if file else ""
    if file is None or not address:
        return None
    told = plain(record.fields.get("preview_alt", ""))
    alt = told or words("Figure from “{}”").format(record.title)
    return Picture(address, alt, *file.size)
