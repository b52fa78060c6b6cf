"""Leaves objects.inv and searchindex.js alone if a build changes nothing that is in them.

Sphinx writes both at the end of each build, and reads the index before, which takes longer than the rest of a
build in which nothing has changed. Their content depends on the environment and on the pages that are written.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_vitae.bib import collector_paused
from sphinx_vitae.catalogue import digest_of

from ..site.domain import VitaeDomain

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx

__all__ = ["keep_indices"]


class _Indices:
    """The methods of a builder that read and write the two files, run only if something has changed.

    A record next to the environment says what the files were written from. It does not exist while they are
    being written, so that a build that was interrupted does not leave outdated files.
    """

    def __init__(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        domain = cast(VitaeDomain, app.env.domains["vitae"])
        self._builder = builder
        self._record = domain.build_state.path(".indices")
        self._files = [builder.outdir / "objects.inv", builder.outdir / builder.searchindex_filename]
        self._load, self._dump_search = builder.load_indexer, builder.dump_search_index
        self._dump_inventory = builder.dump_inventory
        self._changed = True
        self._asked = False

    def load(self, docnames: Set[str]) -> None:
        """Called before pages are written, with their names."""
        self._asked = True
        self._changed = bool(docnames) or not self._current()
        if self._changed:
            with contextlib.suppress(OSError):
                self._record.unlink(missing_ok=True)
            self._load(docnames)

    def dump_search(self) -> None:
        """Write the search index; Sphinx calls this first."""
        if self._changed:
            with collector_paused():  # both files list all entries
                self._dump_search()

    def dump_inventory(self) -> None:
        """Write the inventory."""
        if self._changed:
            with collector_paused():
                self._dump_inventory()
            with contextlib.suppress(OSError):
                self._record.parent.mkdir(parents=True, exist_ok=True)
                self._record.write_text(self._state(), "utf-8")

    def complete(self, app: Sphinx, exception: Exception | None) -> None:
        """Write files that are missing or outdated, although no page is: Sphinx 8.1 then stops before it does."""
        if exception is None and not self._asked and not self._current():
            self._builder.prepare_writing(set())
            self._builder.dump_search_index()
            self._builder.dump_inventory()

    def _current(self) -> bool:
        """Whether both files exist, and were written from what is known now."""
        return all(Path(file).is_file() for file in self._files) and self._recorded() == self._state()

    def _recorded(self) -> str:
        with contextlib.suppress(OSError):
            return self._record.read_text("utf-8")
        return ""

    def _state(self) -> str:
        """The pages, and when the environment was saved, which any builder does after it has read a page."""
        env = self._builder.env
        saved = Path(self._builder.doctreedir, ENV_PICKLE_FILENAME)
        return digest_of(sorted(env.found_docs), saved.stat().st_mtime_ns if saved.is_file() else 0)


def keep_indices(app: Sphinx) -> None:
    """Have a builder for pages with a search write the two files only if something in them may have changed."""
    builder = app.builder
    if isinstance(builder, StandaloneHTMLBuilder) and builder.search:
        indices = _Indices(app, builder)
        builder.load_indexer = indices.load  # type: ignore[method-assign]
        builder.dump_search_index = indices.dump_search  # type: ignore[method-assign]
        builder.dump_inventory = indices.dump_inventory  # type: ignore[method-assign]
        app.connect("build-finished", indices.complete)
