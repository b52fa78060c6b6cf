"""Visitors for LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from sphinx_vitae.render.formats.latex import Latex

from .print_common import Paper, PrintedPage, visitors
from .templates import escaped

if TYPE_CHECKING:
    from ..doctree.nodes import vitae_item_title, vitae_legend, vitae_letter_part, vitae_page

__all__ = ["VISITORS"]

_tex: Final = Latex()


class _Page(PrintedPage):
    """The render context for an entry in LaTeX."""

    pictures: ClassVar = (".png", ".jpg", ".jpeg")

    def anchor(self, label: str) -> str:
        """The label in its full form, as LaTeX documents use it."""
        escaped: str = self._translator.idescape(label)
        return escaped

    def math(self, source: str) -> str:
        """A formula, in the form that Sphinx uses in LaTeX."""
        return rf"\({source}\)"


def _target(translator: Any, id_: str) -> str:
    made: str = translator.hypertarget(id_)
    return made


def _legend(translator: Any, node: vitae_legend) -> str:
    marks = node["comma"].join(
        rf"\textsuperscript{{{_tex.escape(sign)}}}~{_tex.escape(meaning)}" for sign, meaning in node["marks"]
    )
    return f"\n\\vitaenote{{{marks}}}\n\n"


def _link(translator: Any, node: vitae_item_title) -> str:
    url = node.parent["url"]
    return rf"\href{{{_tex.url(url)}}}{{" if url else ""


def _facts(translator: Any, node: vitae_item_title) -> str:
    item = node.parent
    facts = "}{".join(
        escaped(translator, "latex", item[part]) for part in ("date", "organization", "location")
    )
    return f"{'}' if item['url'] else ''}}}{{{facts}}}{{}}\n"


def _letter_part(translator: Any, node: vitae_letter_part) -> str:
    return f"\n\\vitaeletter{node['part']}{{"


def _page(translator: Any, node: vitae_page) -> str:
    label = translator.idescape(node["label"])
    return rf"\ifdefined\vitaeonpage\vitaeonpage{{{label}}}\fi{{}}"


#: Node class → visitors.
VISITORS: Final = visitors(
    Paper(
        "latex",
        "LaTeX",
        _Page,
        _target,
        around={
            "vitae_chart": ("\n\\begin{vitaechart}\n", "\\end{vitaechart}\n"),
            "vitae_item": ("\n\\begin{vitaeentry}{", "\n\\end{vitaeentry}\n"),
            "vitae_item_title": (_link, _facts),
            "vitae_letter": ("\n\\begin{vitaeletter}\n", "\n\\end{vitaeletter}\n"),
            "vitae_letter_part": (_letter_part, "}\n"),
            # Sphinx starts each of the recipient's lines with \item[].
            "vitae_letter_to": ("\n\\begin{vitaeletterto}\n", "\\end{vitaeletterto}\n"),
            "vitae_people": ("\n\\begin{vitaerows}\n", "\\end{vitaerows}\n"),
        },
        instead={
            "vitae_legend": _legend,
            "vitae_page": _page,
            "vitae_page_break": "\n\\vitaepagebreak\n",
        },
    )
)
