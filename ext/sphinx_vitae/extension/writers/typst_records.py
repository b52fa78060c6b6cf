"""Visitors for Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from sphinx_vitae.render.formats.typst import Typst, literal

from .print_common import Paper, PrintedPage, visitors
from .templates import escaped

if TYPE_CHECKING:
    from ..doctree.nodes import (
        vitae_item_title,
        vitae_legend,
        vitae_letter_part,
        vitae_letter_to,
        vitae_page,
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


def _legend(translator: Any, node: vitae_legend) -> str:
    marks = node["comma"].join(
        f"#super[{_typst.escape(sign)}];~{_typst.escape(meaning)}" for sign, meaning in node["marks"]
    )
    return f"\n\n#vitae-note[{marks}];\n\n"


def _link(translator: Any, node: vitae_item_title) -> str:
    url = node.parent["url"]
    return f"#link({_typst.url(url)})[" if url else ""


def _facts(translator: Any, node: vitae_item_title) -> str:
    item = node.parent
    facts = "], [".join(
        escaped(translator, "typst", item[part]) for part in ("date", "organization", "location")
    )
    return f"{'];' if item['url'] else ''}], [{facts}])[\n"


def _letter_part(translator: Any, node: vitae_letter_part) -> str:
    return f"\n#vitae-letter-part({literal(node['part'])})["


def _letter_to(translator: Any, node: vitae_letter_to) -> str:
    lines = "#linebreak();".join(translator.rendered(line.children) for line in node)
    return f'\n#vitae-letter-part("to")[{lines}];\n'


def _page(translator: Any, node: vitae_page) -> str:
    return f"#vitae-page({literal(node['label'])});"


#: Node class → visitors.
VISITORS: Final = visitors(
    Paper(
        "typst",
        "Typst",
        _Page,
        _target,
        around={
            "vitae_item": ("\n#vitae-entry([", "\n];\n"),
            "vitae_item_title": (_link, _facts),
            "vitae_letter": ("\n#vitae-letter[\n", "\n];\n"),
            "vitae_letter_part": (_letter_part, "];\n"),
            "vitae_people": ("\n#vitae-rows[\n", "];\n"),
        },
        instead={
            "vitae_legend": _legend,
            "vitae_letter_to": _letter_to,
            "vitae_page": _page,
            "vitae_page_break": "\n#pagebreak(weak: true);\n",
        },
    )
)
