"""Addresses on the one page of ``singlehtml``.

Until 9.0 Sphinx itself turned ``#document-page#id`` into ``#id``. Since then it leaves the former, which leads
nowhere, in references to places on other pages and in tables of contents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["mend_references", "mend_toctrees"]

_TWOFOLD: Final = re.compile(r"#document-[^\"#]*(#[^\"#]+)")


def mend_references(app: Sphinx, doctree: nodes.document) -> None:
    """In the text."""
    if app.builder.name == "singlehtml":
        for reference in doctree.findall(nodes.reference):
            if match := _TWOFOLD.fullmatch(reference.get("refuri", "")):
                reference["refuri"] = match[1]


def mend_toctrees(app: Sphinx, context: dict[str, Any]) -> None:
    """In what themes print of the table of contents."""
    if app.builder.name == "singlehtml":
        if toc := context.get("toc"):
            context["toc"] = _TWOFOLD.sub(r"\1", toc)
        if toctree := context.get("toctree"):
            context["toctree"] = lambda **options: _TWOFOLD.sub(r"\1", toctree(**options) or "")
