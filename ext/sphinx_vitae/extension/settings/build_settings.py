"""The settings of one build: those in conf.py, and what follows from them and from the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sphinx.util.tags import Tags

from sphinx_vitae.model import Settings
from sphinx_vitae.render import Words

from .printed_documents import Document

__all__ = ["BuildSettings"]


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """Everything that is known before the bibliography is parsed, and does not change during the build.

    :param settings: the ``vitae_`` settings.
    :param paths: bibliography, as in ``bibtex_bibfiles`` → path.
    :param folders: the paths in ``vitae_files``.
    :param templates: the folders of the site's custom templates.
    :param version: the version of this package.
    :param words: the words in the language of the site.
    :param documents: the printed documents with our theme.
    :param with_pdf: whether their PDFs are next to the pages.
    :param tags: the tags for the pages of the site.
    :param base: the address of the published site, without the final slash; empty if it is unknown.
    :param suffix: what the addresses of pages end in.
    """

    settings: Settings
    paths: Mapping[str, Path]
    folders: Sequence[Path]
    templates: Sequence[Path]
    version: str
    words: Words
    documents: Sequence[Document]
    with_pdf: bool
    tags: Tags
    base: str
    suffix: str

    def address(self, docname: str, id_: str = "") -> str:
        """The address of a location on the published site; empty if it is unknown."""
        return f"{self.base}/{docname}{self.suffix}" + (f"#{id_}" if id_ else "") if self.base else ""

    def offered(self, docname: str) -> list[Document]:
        """The documents that start with a page, if their PDFs are available for links."""
        return [found for found in self.documents if self.with_pdf and found.docname == docname]

    @property
    def cv(self) -> Document | None:
        """The first printed document, if its PDF is available: the CV that the site links to as such."""
        return self.documents[0] if self.with_pdf and self.documents else None
