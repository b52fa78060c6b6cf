"""What documents on paper share, whichever program sets them: where their entries stand, and the visitors that
write records through templates."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from ..settings.contacts import contacts, home_and_contacts, owner_of
from .templates import around, described, domain_of, entry, in_full, occasions, person_of

if TYPE_CHECKING:
    from ..doctree.nodes import (
        vitae_header,
        vitae_list,
        vitae_occasions,
        vitae_person,
        vitae_record,
        vitae_work,
    )

__all__ = ["Paper", "PrintedPage", "visitors"]


class PrintedPage:
    """The surroundings of an entry in a printed document."""

    #: What the program that sets it includes.
    pictures: ClassVar[tuple[str, ...]] = ()

    def __init__(self, translator: Any) -> None:
        self._translator = translator

    @property
    def _here(self) -> str:
        docname: str = self._translator.curfilestack[-1]
        return docname

    def anchor(self, label: str) -> str:
        """A label of the document as links to it have it."""
        return label

    def math(self, source: str) -> str:
        raise NotImplementedError

    def address(self, key: str) -> str:
        """A label of this document, or the address on the site."""
        domain = domain_of(self._translator)
        builder = self._translator.builder
        if found := domain.placements.find(key, builder.docnames, self._here):
            return "#" + self.anchor(f"{found[0]}:{found[1].id}")
        found = domain.site.find(key)
        return domain.public_address(found[0], found[1].id) if found else ""

    def page(self, key: str) -> str:
        return ""

    def label(self, key: str) -> str:
        number = self.number(key)
        return f"[{number}]" if number else domain_of(self._translator).rendering.label(key)

    def file(self, name: str) -> str:
        """On the site, if it has an address."""
        page = domain_of(self._translator).public_address(self._here)
        return posixpath.join(posixpath.dirname(page), name) if page else ""

    def picture(self, name: str, path: Path) -> str:
        """The builder copies it beside the document; not every format can be set."""
        if path.suffix.lower() not in self.pictures:
            return ""
        self._translator.builder.images[str(path)] = name
        return name

    def number(self, key: str) -> str:
        found = domain_of(self._translator).placements.find(
            key, self._translator.builder.docnames, self._here
        )
        return found[1].number if found else ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A format.

    :param name: of its templates.
    :param page: translator → the surroundings of its entries.
    :param target: translator and id → code of what links to the id lead to.
    """

    name: str
    page: Callable[[Any], PrintedPage]
    target: Callable[[Any, str], str]


def visitors(paper: Paper) -> dict[str, tuple[Any, Any]]:
    """Node class → visitors, of what templates write. Their translators gather source in ``body``."""
    made = _Visitors(paper)
    return {
        # in print there is the legend in a bar alone, if any, and nothing around that
        "vitae_bar": (_pass, _pass),
        "vitae_list": (_visit_list, made.depart_list),
        "vitae_record": (made.visit_record, made.depart_record),
        # the template failed: the plain text stands alone, and entries one by one
        "vitae_work": (made.visit_work, _pass),
        "vitae_occasions": (made.visit_occasions, _pass),
        "vitae_occasions_title": (_skip, None),
        "vitae_header": (made.visit_header, None),
        "vitae_person": (made.visit_person, None),
        # the plain form of an item is said elsewhere
        "vitae_plain": (_skip, None),
    }


def _visit_list(translator: Any, node: vitae_list) -> None:
    node["mark"] = len(translator.body)


def _pass(translator: Any, node: nodes.Element) -> None:
    """Its children print themselves."""


def _skip(translator: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


class _Visitors:
    """Those that have to know the format."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    def depart_list(self, translator: Any, node: vitae_list) -> None:
        """Its labels stand before it already: Sphinx sets the anchors of targets where these are."""
        entries = "".join(translator.body[node["mark"] :])
        del translator.body[node["mark"] :]
        translator.body.append("\n" + around(translator, self._paper.name, node, entries) + "\n")

    def visit_record(self, translator: Any, node: vitae_record) -> None:
        target = self._targets(translator, node)
        made = entry(translator, self._paper.name, node, self._paper.page(translator), target)
        if made is not None:
            # TeX reads a line whole, and has room for 200,000 characters
            translator.body.append(made.strip() + "\n")
            raise nodes.SkipNode
        translator.body.append(f"\n{target}")

    def depart_record(self, translator: Any, node: vitae_record) -> None:
        """Only where the template failed: the plain text stands alone."""
        translator.body.append("\n\n")

    def visit_work(self, translator: Any, node: vitae_work) -> None:
        page = self._paper.page(translator)
        made = in_full(translator, self._paper.name, node, page, page.address)
        if made is not None:
            translator.body.append("\n" + made.strip() + "\n")
            raise nodes.SkipNode

    def visit_occasions(self, translator: Any, node: vitae_occasions) -> None:
        def target_of(record: nodes.Element) -> str:
            return self._targets(translator, record)

        made = occasions(translator, self._paper.name, node, self._paper.page(translator), target_of)
        if made is not None:
            translator.body.append(made.strip() + "\n")
            raise nodes.SkipNode

    def visit_person(self, translator: Any, node: vitae_person) -> None:
        if person := person_of(translator, node):
            home, ways = home_and_contacts(person)
            facts = {"role": node["role"], "home": home.url if home else "", "contacts": ways}
            made = described(translator, self._paper.name, "person", person, **facts)
            translator.body.append(made.strip() + "\n\n")
        raise nodes.SkipNode

    def visit_header(self, translator: Any, node: vitae_header) -> None:
        if person := owner_of(domain_of(translator).settings, node["owner"]):
            made = described(translator, self._paper.name, "header", person, contacts=contacts(person))
            translator.body.append("\n" + made)
        raise nodes.SkipNode

    def _targets(self, translator: Any, node: nodes.Element) -> str:
        return "".join(self._paper.target(translator, id_) for id_ in node["ids"])
