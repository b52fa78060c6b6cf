"""An extension for the project's own documentation: tables printed from the declarations.

``{vitae-reference} options`` (or ``configuration``, ``problems``) cannot lag behind the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_vitae.model import SETTINGS, ProblemKind

from .options import OPTIONS

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class ReferenceDirective(SphinxDirective):
    """A definition list of one of the declarations."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        table = _TABLES.get(self.arguments[0])
        if table is None:
            raise self.error(f"vitae-reference prints one of: {', '.join(_TABLES)}")
        listing = nodes.definition_list(classes=["vitae-reference"])
        for name, fact, explanation in table():
            term = nodes.term("", "", nodes.literal(name, name), nodes.Text(f" ({fact})" if fact else ""))
            definition = nodes.definition("", *self.parse_text_to_nodes(explanation))
            listing += nodes.definition_list_item("", term, definition)
        return [listing]


def _options() -> Iterator[tuple[str, str, str]]:
    return ((option.name, option.values, option.explanation) for option in OPTIONS)


def _configuration() -> Iterator[tuple[str, str, str]]:
    return ((f"vitae_{s.name}", f"default {s.default!r}", s.explanation) for s in SETTINGS)


def _problems() -> Iterator[tuple[str, str, str]]:
    return ((f"vitae.{kind.code}", kind.severity, kind.explanation) for kind in ProblemKind)


_TABLES: Final = {"options": _options, "configuration": _configuration, "problems": _problems}


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("vitae-reference", ReferenceDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
