"""Visitors for Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes

from sphinx_vitae.render.formats.typst import Typst, literal

from .print_common import Paper, PrintedPage, visitors
from .templates import escaped

if TYPE_CHECKING:
    from ..doctree.nodes import (
        vitae_item,
        vitae_item_title,
        vitae_legend,
        vitae_letter,
        vitae_letter_part,
        vitae_letter_to,
        vitae_page,
        vitae_page_break,
        vitae_people,
    )

__all__ = ["VISITORS"]

_typst: Final = Typst()


class _Page(PrintedPage):
    """The render context for an entry in Typst."""

    pictures: ClassVar = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp")

    def math(self, source: str) -> str:
        """A formula, translated to Typst."""
        made: str = self._translator.formula(source)
        return made


def _target(translator: Any, id_: str) -> str:
    return _typst.anchor(translator.label(id_))


def visit_legend(self: Any, node: vitae_legend) -> None:
    marks = node["comma"].join(
        f"#super[{_typst.escape(sign)}];~{_typst.escape(meaning)}" for sign, meaning in node["marks"]
    )
    self.body.append(f"\n\n#vitae-note[{marks}];\n\n")
    raise nodes.SkipNode


def visit_people(self: Any, node: vitae_people) -> None:
    self.body.append("\n#vitae-rows[\n")


def depart_people(self: Any, node: vitae_people) -> None:
    self.body.append("];\n")


def visit_item(self: Any, node: vitae_item) -> None:
    self.body.append("\n#vitae-entry([")


def visit_item_title(self: Any, node: vitae_item_title) -> None:
    if url := node.parent["url"]:
        self.body.append(f"#link({_typst.url(url)})[")


def depart_item_title(self: Any, node: vitae_item_title) -> None:
    item = node.parent
    facts = "], [".join(escaped(self, "typst", item[part]) for part in ("date", "organization", "location"))
    self.body.append(f"{'];' if item['url'] else ''}], [{facts}])[\n")


def depart_item(self: Any, node: vitae_item) -> None:
    self.body.append("\n];\n")


def visit_page(self: Any, node: vitae_page) -> None:
    self.body.append(f"#vitae-page({literal(node['label'])});")
    raise nodes.SkipNode


def visit_letter(self: Any, node: vitae_letter) -> None:
    self.body.append("\n#vitae-letter[\n")


def depart_letter(self: Any, node: vitae_letter) -> None:
    self.body.append("\n];\n")


def visit_letter_part(self: Any, node: vitae_letter_part) -> None:
    self.body.append(f"\n#vitae-letter-part({literal(node['part'])})[")


def depart_letter_part(self: Any, node: vitae_letter_part) -> None:
    self.body.append("];\n")


def visit_letter_to(self: Any, node: vitae_letter_to) -> None:
    lines = "#linebreak();".join(self.rendered(line.children) for line in node)
    self.body.append(f'\n#vitae-letter-part("to")[{lines}];\n')
    raise nodes.SkipNode


def visit_page_break(self: Any, node: vitae_page_break) -> None:
    self.body.append("\n#pagebreak(weak: true);\n")
    raise nodes.SkipNode


#: Node class → visitors.
VISITORS: Final[dict[str, tuple[Any, Any]]] = {
    **visitors(Paper("typst", "Typst", _Page, _target)),
    "vitae_legend": (visit_legend, None),
    "vitae_item": (visit_item, depart_item),
    "vitae_item_title": (visit_item_title, depart_item_title),
    "vitae_letter": (visit_letter, depart_letter),
    "vitae_letter_part": (visit_letter_part, depart_letter_part),
    "vitae_letter_to": (visit_letter_to, None),
    "vitae_page": (visit_page, None),
    "vitae_page_break": (visit_page_break, None),
    "vitae_people": (visit_people, depart_people),
}
