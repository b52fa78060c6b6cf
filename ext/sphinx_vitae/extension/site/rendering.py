"""Access to the renderers for a site: one per format, created on first use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_vitae import render
from sphinx_vitae.catalogue import digest_of

from ..doctree.text_nodes import PlainPage, plain_nodes

if TYPE_CHECKING:
    from sphinx_vitae.catalogue import Bibliography
    from sphinx_vitae.model import Record
    from sphinx_vitae.render import Composed, EntryOptions, PlainText, Renderer, Styles, Words

__all__ = ["Rendering"]


class Rendering:
    """Turns records into output for one site.

    :param folders: the folders of the site's custom templates.
    :param version: the version of this package, because the templates depend on it.
    :param words: the words in the language of the site.
    """

    def __init__(
        self, bibliography: Bibliography, folders: Sequence[Path], version: str, words: Words
    ) -> None:
        self._version = version
        self._bibliography = bibliography
        self._folders = tuple(folders)
        self._renderers: dict[str, Renderer] = {}
        self._shipped: dict[str, Renderer] = {}
        self._layouts: dict[str, tuple[str, ...]] = {}
        self._loaded: set[str] = set()
        self.words = words

    def prepare_reading(self) -> None:
        """Create what each page needs to be read, before processes are forked: each of them would create it again."""
        self._bibliography.catalogue.complete()
        _ = (self._plain, self._made_styles.names)

    def prepare_pages(self, kind: str, metadata: Sequence[str]) -> None:
        """Compile what the entry pages of a kind need to be written, before processes are forked.

        :param metadata: the parts of their metadata.
        """
        if kind not in self._loaded:
            self._loaded.add(kind)
            self.renderer("html").load(kind, *(f"head/{part}" for part in metadata))

    @cached_property
    def templates_digest(self) -> str:
        """A digest of our templates and words and the site's, because Sphinx does not track them."""
        return digest_of(
            self._version, self.words.state, [(str(path), path.read_bytes()) for path in self._own_templates]
        )

    @cached_property
    def choices_digest(self) -> str:
        """A digest of the names of the templates and styles that are layouts, and of the site's words."""
        names = [path.name for path in self._own_templates]
        return digest_of(self._version, self.words.state, names, self._style_names)

    @cached_property
    def _style_names(self) -> tuple[str, ...]:
        """The names of all styles, which are looked up in the metadata of all packages."""
        return render.style_names()

    @cached_property
    def _own_templates(self) -> list[Path]:
        return sorted(path for folder in self._folders for path in (folder / "vitae").rglob("*.jinja"))

    def renderer(self, format_: str) -> Renderer:
        """The renderer for ``html``, ``latex`` or ``typst``."""
        if format_ not in self._renderers:
            self._renderers[format_] = render.Renderer(
                self._bibliography.catalogue,
                self.words,
                format_,
                self._folders,
                self._made_styles,
                self._composed,
            )
        return self._renderers[format_]

    def shipped(self, format_: str) -> Renderer:
        """The renderer that does not use the templates of the site."""
        if format_ not in self._shipped:
            self._shipped[format_] = render.Renderer(
                self._bibliography.catalogue, self.words, format_, (), self._made_styles, self._composed
            )
        return self._shipped[format_]

    @cached_property
    def _composed(self) -> Composed:
        return render.Composed()

    @cached_property
    def _made_styles(self) -> Styles:
        return render.Styles(self._bibliography.catalogue, self.words, self._style_names)

    @cached_property
    def _plain(self) -> PlainText:
        return render.PlainText(self._bibliography.catalogue, self.words, self._made_styles, self._composed)

    def layouts(self, kind: str) -> tuple[str, ...]:
        """The layouts available for a kind."""
        if kind not in self._layouts:
            self._layouts[kind] = tuple(render.layouts(kind, self._folders, self._style_names))
        return self._layouts[kind]

    @cached_property
    def styles(self) -> frozenset[str]:
        """The layouts that are house styles or pybtex styles, and that no custom template replaces."""
        names = {path.name.removesuffix(".html.jinja") for path in self._own_templates}
        return frozenset(style for style in self._style_names if f"publication-{style}" not in names)

    def plain(self, record: Record, kind: str, options: EntryOptions) -> Iterator[nodes.Node]:
        """An entry as text and formulas, without its number, for searches and simple builders."""
        return plain_nodes(self._plain.entry(record, PlainPage(self.label), options, kind=kind))

    def plain_occasions(
        self, records: Sequence[Record], kind: str, options: EntryOptions, *, numbered: bool
    ) -> list[list[nodes.Node]]:
        """Entries with the same title, as text and formulas: first their common part, then the rest of each."""
        # The numbers of entries are not known until the page is complete.
        found = [render.Occasion(record, number="0" if numbered else "") for record in records]
        texts = self._plain.occasions(kind, found, PlainPage(self.label), options)
        return [list(plain_nodes(text)) for text in texts]

    def legend(self, records: Sequence[Record]) -> list[tuple[str, str]]:
        """The marks after the names of these records, each with its meaning."""
        return render.legend(records, self._bibliography.catalogue, self.words)

    def label(self, key: str) -> str:
        """The text of a citation, for an entry without a number."""
        record = self._bibliography.catalogue.find(key)
        return f"[{render.short_name(record, self.words) if record else key}]"
