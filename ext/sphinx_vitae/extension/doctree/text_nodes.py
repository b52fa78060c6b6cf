"""`Text` as docutils nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from docutils import nodes

from sphinx_vitae.model import Inline, Text

__all__ = ["plain_nodes", "text_nodes"]

_NODES: Final[dict[str, Callable[..., nodes.TextElement]]] = {
    "emph": nodes.emphasis,
    "strong": nodes.strong,
    "smallcaps": nodes.inline,
    "sub": nodes.subscript,
    "sup": nodes.superscript,
    "code": nodes.literal,
}
_MATH: Final = "\0"


def text_nodes(text: Text) -> list[nodes.Node]:
    """The inline nodes for a `Text`, without links, because the result is used inside a link."""
    return list(_inline(text.parts))


def _inline(parts: tuple[Inline, ...]) -> Iterator[nodes.Node]:
    for part in parts:
        if isinstance(part, str):
            yield nodes.Text(part)
        elif part.kind == "math":
            source = str(Text(part.parts))
            yield nodes.math(source, source)
        elif part.kind == "quote":
            yield nodes.Text("“")
            yield from _inline(part.parts)
            yield nodes.Text("”")
        elif part.kind in _NODES:
            node = _NODES[part.kind]("", "")
            node.extend(_inline(part.parts))
            yield node
        else:
            yield from _inline(part.parts)


class PlainPage:
    """The render context for plain text. Formulas are marked, so that `plain_nodes` finds them.

    :param label: returns the text of a citation.
    """

    def __init__(self, label: Callable[[str], str]) -> None:
        self.label = label

    def address(self, key: str) -> str:
        """Return an empty string: plain text has no links."""
        return ""

    def page(self, key: str) -> str:
        """Return an empty string: plain text has no links."""
        return ""

    def math(self, source: str) -> str:
        """The source, between markers."""
        return f"{_MATH}{source}{_MATH}"

    def file(self, name: str) -> str:
        """Return an empty string: plain text has no links."""
        return ""

    def number(self, key: str) -> str:
        """Return an empty string: lists add numbers later."""
        return ""

    def download(self, key: str, form: str, files: str = "") -> str:
        """Empty: plain text has no links."""
        return ""

    def picture(self, name: str, path: Path) -> str:
        """Return an empty string: plain text has no pictures."""
        return ""


def plain_nodes(text: str) -> Iterator[nodes.Node]:
    """Plain text with marked formulas, as text nodes and math nodes."""
    for n, part in enumerate(text.split(_MATH)):
        if part:
            yield nodes.math(part, part) if n % 2 else nodes.Text(part)
