"""Links within the single page of ``singlehtml``.

Up to version 9.0, Sphinx turned ``#document-page#id`` into ``#id``. Later versions keep the longer form
in references to other pages and in tables of contents, but it has no target.
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
    """Fix the references in the text."""
    if app.builder.name == "singlehtml":
        for reference in doctree.findall(nodes.reference):
            if match := _TWOFOLD.fullmatch(reference.get("refuri", "")):
                reference["refuri"] = match[1]


def mend_toctrees(app: Sphinx, context: dict[str, Any]) -> None:
    """Fix the table of contents that themes display."""
    if app.builder.name == "singlehtml":
        if toc := context.get("toc"):
            context["toc"] = _TWOFOLD.sub(r"\1", toc)
        if toctree := context.get("toctree"):
            context["toctree"] = lambda **options: _TWOFOLD.sub(r"\1", toctree(**options) or "")
