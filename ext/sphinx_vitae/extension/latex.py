"""Visitors for LaTeX."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from sphinx_vitae.render import Latex

from .contacts import contacts, home_and_contacts, owner_of
from .writing import around, described, domain_of, entry, in_full, occasions, person_of

if TYPE_CHECKING:
    from .nodes import (
        vitae_bar,
        vitae_header,
        vitae_item,
        vitae_item_title,
        vitae_legend,
        vitae_letter,
        vitae_letter_part,
        vitae_letter_to,
        vitae_list,
        vitae_occasions,
        vitae_occasions_title,
        vitae_page,
        vitae_page_break,
        vitae_people,
        vitae_person,
        vitae_plain,
        vitae_record,
        vitae_work,
    )

__all__ = ["VISITORS"]

_tex: Final = Latex()
#: What LaTeX engines include.
_PICTURES: Final = (".png", ".jpg", ".jpeg")


class _Document:
    """The surroundings of an entry in a printed document."""

    def __init__(self, translator: Any) -> None:
        self._translator = translator

    def address(self, key: str) -> str:
        """A label of this document, or the address on the site."""
        domain = domain_of(self._translator)
        builder = self._translator.builder
        here = self._translator.curfilestack[-1]
        if found := domain.places.find(key, builder.docnames, here):
            label: str = self._translator.idescape(f"{found[0]}:{found[1].id}")
            return f"#{label}"
        found = domain.site.find(key)
        return domain.public_address(found[0], found[1].id) if found else ""

    def page(self, key: str) -> str:
        return ""

    def math(self, source: str) -> str:
        return rf"\({source}\)"

    def label(self, key: str) -> str:
        number = self.number(key)
        return f"[{number}]" if number else domain_of(self._translator).printing.label(key)

    def file(self, name: str) -> str:
        """On the site, if it has an address."""
        page = domain_of(self._translator).public_address(self._translator.curfilestack[-1])
        return posixpath.join(posixpath.dirname(page), name) if page else ""

    def picture(self, name: str, path: Path) -> str:
        """The builder copies it beside the document, at the end of the build; TeX reads not every format."""
        if path.suffix.lower() not in _PICTURES:
            return ""
        self._translator.builder.images[str(path)] = name
        return name

    def number(self, key: str) -> str:
        here = self._translator.curfilestack[-1]
        found = domain_of(self._translator).places.find(key, self._translator.builder.docnames, here)
        return found[1].number if found else ""


def visit_list(self: Any, node: vitae_list) -> None:
    node["mark"] = len(self.body)


def depart_list(self: Any, node: vitae_list) -> None:
    """Its labels stand before it already: Sphinx sets the anchors of targets where these are."""
    entries = "".join(self.body[node["mark"] :])
    del self.body[node["mark"] :]
    self.body.append("\n" + around(self, "latex", node, entries) + "\n")


def visit_record(self: Any, node: vitae_record) -> None:
    target = "".join(self.hypertarget(id_) for id_ in node["ids"])
    made = entry(self, "latex", node, _Document(self), target)
    if made is not None:
        self.body.append(made.strip() + "\n")  # TeX reads a line whole, and has room for 200,000 characters
        raise nodes.SkipNode
    self.body.append(f"\n{target}")


def depart_record(self: Any, node: vitae_record) -> None:
    """Only where the template failed: the plain text stands alone."""
    self.body.append("\n\n")


def visit_work(self: Any, node: vitae_work) -> None:
    page = _Document(self)
    made = in_full(self, "latex", node, page, page.address)
    if made is not None:
        self.body.append("\n" + made.strip() + "\n")
        raise nodes.SkipNode


def depart_work(self: Any, node: vitae_work) -> None:
    """Only where the template failed: the plain text stands alone."""


def pass_bar(self: Any, node: vitae_bar) -> None:
    """In print there is the legend in it alone, if any, and nothing around that."""


def visit_legend(self: Any, node: vitae_legend) -> None:
    marks = ", ".join(
        rf"\textsuperscript{{{_tex.escape(sign)}}}~{_tex.escape(meaning)}" for sign, meaning in node["marks"]
    )
    self.body.append(f"\n\\vitaenote{{{marks}}}\n\n")
    raise nodes.SkipNode


def visit_occasions(self: Any, node: vitae_occasions) -> None:
    def target_of(record: nodes.Element) -> str:
        return "".join(self.hypertarget(id_) for id_ in record["ids"])

    made = occasions(self, "latex", node, _Document(self), target_of)
    if made is not None:
        self.body.append(made.strip() + "\n")
        raise nodes.SkipNode


def depart_occasions(self: Any, node: vitae_occasions) -> None:
    """Only where the template failed: the entries stand one by one."""


def visit_people(self: Any, node: vitae_people) -> None:
    self.body.append("\n\\begin{vitaerows}\n")


def depart_people(self: Any, node: vitae_people) -> None:
    self.body.append("\\end{vitaerows}\n")


def visit_person(self: Any, node: vitae_person) -> None:
    if person := person_of(self, node):
        home, ways = home_and_contacts(person)
        facts = {"role": node["role"], "home": home.url if home else "", "contacts": ways}
        self.body.append(described(self, "latex", "person", person, **facts).strip() + "\n\n")
    raise nodes.SkipNode


def visit_header(self: Any, node: vitae_header) -> None:
    if person := owner_of(domain_of(self), node["owner"]):
        self.body.append("\n" + described(self, "latex", "header", person, contacts=contacts(person)))
    raise nodes.SkipNode


def visit_item(self: Any, node: vitae_item) -> None:
    self.body.append("\n\\begin{vitaeentry}{")


def visit_item_title(self: Any, node: vitae_item_title) -> None:
    if url := node.parent["url"]:
        self.body.append(rf"\href{{{_tex.url(url)}}}{{")


def depart_item_title(self: Any, node: vitae_item_title) -> None:
    item = node.parent
    facts = "}{".join(_tex.escape(item[part]) for part in ("date", "organization", "location"))
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
    r"""Sphinx begins each of its lines with ``\item[]``."""
    self.body.append("\n\\begin{vitaeletterto}\n")


def depart_letter_to(self: Any, node: vitae_letter_to) -> None:
    self.body.append("\\end{vitaeletterto}\n")


def visit_page_break(self: Any, node: vitae_page_break) -> None:
    self.body.append("\n\\vitaepagebreak\n")
    raise nodes.SkipNode


def skip(self: Any, node: vitae_occasions_title | vitae_plain) -> None:
    """The plain form of an item or of a title is said elsewhere."""
    raise nodes.SkipNode


def visit_page(self: Any, node: vitae_page) -> None:
    label = self.idescape(node["label"])
    self.body.append(rf"\ifdefined\vitaeonpage\vitaeonpage{{{label}}}\fi{{}}")
    raise nodes.SkipNode


#: Node class → visitors.
VISITORS: Final[dict[str, tuple[Any, Any]]] = {
    "vitae_bar": (pass_bar, pass_bar),
    "vitae_list": (visit_list, depart_list),
    "vitae_legend": (visit_legend, None),
    "vitae_work": (visit_work, depart_work),
    "vitae_record": (visit_record, depart_record),
    "vitae_header": (visit_header, None),
    "vitae_item": (visit_item, depart_item),
    "vitae_item_title": (visit_item_title, depart_item_title),
    "vitae_letter": (visit_letter, depart_letter),
    "vitae_letter_part": (visit_letter_part, depart_letter_part),
    "vitae_letter_to": (visit_letter_to, depart_letter_to),
    "vitae_occasions": (visit_occasions, depart_occasions),
    "vitae_occasions_title": (skip, None),
    "vitae_page": (visit_page, None),
    "vitae_page_break": (visit_page_break, None),
    "vitae_people": (visit_people, depart_people),
    "vitae_person": (visit_person, None),
    "vitae_plain": (skip, None),
}
