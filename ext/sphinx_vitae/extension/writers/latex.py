"""Visitors for LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes

from sphinx_vitae.render.formats.latex import Latex

from .print_common import Paper, PrintedPage, visitors
from .templates import escaped

if TYPE_CHECKING:
    from ..doctree.nodes import (
        vitae_chart,
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


def visit_legend(self: Any, node: vitae_legend) -> None:
    marks = node["comma"].join(
        rf"\textsuperscript{{{_tex.escape(sign)}}}~{_tex.escape(meaning)}" for sign, meaning in node["marks"]
    )
    self.body.append(f"\n\\vitaenote{{{marks}}}\n\n")
    raise nodes.SkipNode


def visit_chart(self: Any, node: vitae_chart) -> None:
    self.body.append("\n\\begin{vitaechart}\n")


def depart_chart(self: Any, node: vitae_chart) -> None:
    self.body.append("\\end{vitaechart}\n")


def visit_people(self: Any, node: vitae_people) -> None:
    self.body.append("\n\\begin{vitaerows}\n")


def depart_people(self: Any, node: vitae_people) -> None:
    self.body.append("\\end{vitaerows}\n")


def visit_item(self: Any, node: vitae_item) -> None:
    self.body.append("\n\\begin{vitaeentry}{")


def visit_item_title(self: Any, node: vitae_item_title) -> None:
    if url := node.parent["url"]:
        self.body.append(rf"\href{{{_tex.url(url)}}}{{")


def depart_item_title(self: Any, node: vitae_item_title) -> None:
    item = node.parent
    facts = "}{".join(escaped(self, "latex", item[part]) for part in ("date", "organization", "location"))
    self.body.append(f"{'}' if item['url'] else ''}}}{{{facts}}}{{}}\n")


def depart_item(self: Any, node: vitae_item) -> None:
    self.body.append("\n\\end{vitaeentry}\n")


def visit_letter(self: Any, node: vitae_letter) -> None:
    self.body.append("\n\\begin{vitaeletter}\n")


def depart_letter(self: Any, node: vitae_letter) -> None:
    self.body.append("\n\\end{vitaeletter}\n")


def visit_letter_part(self: Any, node: vitae_letter_part) -> None:
    self.body.append(f"\n\\vitaeletter{node['part']}{{")


def depart_letter_part(self: Any, node: vitae_letter_part) -> None:
    self.body.append("}\n")


def visit_letter_to(self: Any, node: vitae_letter_to) -> None:
    r"""Sphinx starts each of the recipient's lines with ``\item[]``."""
    self.body.append("\n\\begin{vitaeletterto}\n")


def depart_letter_to(self: Any, node: vitae_letter_to) -> None:
    self.body.append("\\end{vitaeletterto}\n")


def visit_page_break(self: Any, node: vitae_page_break) -> None:
    self.body.append("\n\\vitaepagebreak\n")
    raise nodes.SkipNode


def visit_page(self: Any, node: vitae_page) -> None:
    label = self.idescape(node["label"])
    self.body.append(rf"\ifdefined\vitaeonpage\vitaeonpage{{{label}}}\fi{{}}")
    raise nodes.SkipNode


#: Node class → visitors.
VISITORS: Final[dict[str, tuple[Any, Any]]] = {
    **visitors(Paper("latex", "LaTeX", _Page, _target)),
    "vitae_chart": (visit_chart, depart_chart),
    "vitae_legend": (visit_legend, None),
    "vitae_item": (visit_item, depart_item),
    "vitae_item_title": (visit_item_title, depart_item_title),
    "vitae_letter": (visit_letter, depart_letter),
    "vitae_letter_part": (visit_letter_part, depart_letter_part),
    "vitae_letter_to": (visit_letter_to, depart_letter_to),
    "vitae_page": (visit_page, None),
    "vitae_page_break": (visit_page_break, None),
    "vitae_people": (visit_people, depart_people),
}
