"""Loads the code that a build needs: for reading and for writing pages, if it does so, and for its format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sphinx.builders import Builder

from sphinx_vitae import bib, catalogue, export, render, select
from sphinx_vitae.model.late_names import load_names

from ..directives import on_use
from ..doctree import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["CvPdf", "connect"]


class CvPdf(Builder):
    """The ``cvpdf`` builder for Sphinx's registry, which needs only its name until the builder is used."""

    name = "cvpdf"
    format = "typst"

    def __new__(cls, app: Sphinx, env: BuildEnvironment) -> Builder:  # type: ignore[misc]
        from ..cvpdf.builder import TypstBuilder

        return TypstBuilder(app, env)


def connect(app: Sphinx) -> None:
    """Connect what runs before the first page is read, and before the first page is written.

    Both are before worker processes are forked, which would otherwise each import what they use.
    """

    def read(app: Sphinx, env: BuildEnvironment, docnames: Sequence[str]) -> None:
        if docnames and app.parallel > 1:
            on_use.load()
            _load_packages()

    def write(app: Sphinx, *_arguments: Any) -> None:
        app.disconnect(writing)
        _add_visitors(app)
        if app.parallel > 1:
            _load_packages()

    app.connect("env-before-read-docs", read)
    writing = app.connect("doctree-resolved", write, priority=100)


def _load_packages() -> None:
    for package in (bib, select, catalogue, export, render):
        load_names(package)


def _add_visitors(app: Sphinx) -> None:
    """Register the visitors for our nodes with the writer of this builder."""
    writer = "cvpdf" if app.builder.name == "cvpdf" else app.builder.format
    for name, (visit, depart) in _visitors(writer).items():
        app.registry.add_translation_handlers(getattr(nodes, name), **{writer: (visit, depart)})


def _visitors(writer: str) -> Mapping[str, tuple[Any, Any]]:
    """Node class → visitors; empty for writers that print the text of our nodes."""
    if writer == "html":
        from ..writers import html

        return html.VISITORS
    if writer == "latex":
        from ..writers import latex

        return latex.VISITORS
    if writer == "cvpdf":
        from ..writers import typst_records

        return typst_records.VISITORS
    return {}
