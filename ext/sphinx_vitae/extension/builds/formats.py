"""Loads the code for the format of a build, and for no other format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sphinx.builders import Builder

from ..doctree import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["CvPdf", "add_visitors"]


class CvPdf(Builder):
    """The ``cvpdf`` builder for Sphinx's registry, which needs only its name until the builder is used."""

    name = "cvpdf"
    format = "typst"

    def __new__(cls, app: Sphinx, env: BuildEnvironment) -> Builder:  # type: ignore[misc]
        from ..cvpdf.builder import TypstBuilder

        return TypstBuilder(app, env)


def add_visitors(app: Sphinx) -> None:
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
