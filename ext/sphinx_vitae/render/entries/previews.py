"""The preview of a work: a local image with its size and alternative text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sphinx_vitae.bib.markup.text_parser import plain
from sphinx_vitae.catalogue.files import LocalFile
from sphinx_vitae.catalogue.pictures import PREVIEW
from sphinx_vitae.model import Record

from ..formats.context import RenderContext
from ..language.translated_words import Words

__all__ = ["Picture", "picture_of"]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on a page.

    :param address: its URL relative to the page, or the name of the file in a document.
    :param width: its width in pixels; 0 if unknown. The same applies to ``height``.
    """

    address: str
    alt: str
    width: int
    height: int


def picture_of(
    record: Record, files: Iterable[LocalFile], page: RenderContext, words: Words
) -> Picture | None:
    """The preview of a record; ``None`` if it has no preview, or if the format does not show images.

    The alternative text is the ``preview_alt`` field; without it, the text says which work the image is from.
    """
    file = next((file for file in files if file.kind == PREVIEW), None)
    address = page.picture(file.name, file.path) if file else ""
    if file is None or not address:
        return None
    told = plain(record.fields.get("preview_alt", ""))
    # Translators: describes a picture from the paper with this title
    alt = told or words("Figure from “{}”").format(record.title)
    return Picture(address, alt, *file.size)
