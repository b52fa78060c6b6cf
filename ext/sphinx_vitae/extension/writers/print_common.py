"""Code that LaTeX and Typst share: the render context for printed documents, and visitors that use templates."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_vitae.model import Problem, ProblemKind

from ..doctree.nodes import vitae_photo
from ..settings.contacts import contacts, home_and_contacts, owner_of
from ..site.problem_log import report
from .guarding import domain_of
from .templates import around, described, entry, in_full, occasions, person_of

if TYPE_CHECKING:
    from sphinx_vitae.model import Design
    from sphinx_vitae.render import Words

    from ..doctree.nodes import (
        vitae_header,
        vitae_list,
        vitae_occasions,
        vitae_person,
        vitae_record,
        vitae_work,
    )

__all__ = ["Paper", "PrintedPage", "page_name", "visitors"]


class PrintedPage:
    """The render context for an entry in a printed document."""

    #: Suffixes of the pictures that the typesetting program can include.
    pictures: ClassVar[tuple[str, ...]] = ()

    def __init__(self, translator: Any) -> None:
        self._translator = translator

    @property
    def _here(self) -> str:
        docname: str = self._translator.curfilestack[-1]
        return docname

    def anchor(self, label: str) -> str:
        """A label in the document, in the form that links to it require."""
        return label

    def math(self, source: str) -> str:
        """A formula in the format."""
        raise NotImplementedError

    def address(self, key: str) -> str:
        """A label in this document, or the address on the site."""
        domain = domain_of(self._translator)
        builder = self._translator.builder
        if found := domain.placements.find(key, builder.docnames, self._here):
            return "#" + self.anchor(f"{found[0]}:{found[1].id}")
        found = domain.locations.site.find(key)
        return domain.build.address(found[0], found[1].id) if found else ""

    def page(self, key: str) -> str:
        """Return an empty string: the format adds page numbers to links itself."""
        return ""

    def label(self, key: str) -> str:
        """The text of a citation."""
        number = self.number(key)
        return f"[{number}]" if number else domain_of(self._translator).rendering.label(key)

    def file(self, name: str) -> str:
        """The URL on the site; empty if the site's address is unknown."""
        page = domain_of(self._translator).build.address(self._here)
        return posixpath.join(posixpath.dirname(page), name) if page else ""

    def download(self, key: str, form: str, files: str = "") -> str:
        """Empty: files to download belong to pages."""
        return ""

    def picture(self, name: str, path: Path) -> str:
        """The name of a picture, which the builder copies; empty if the format does not support it."""
        if path.suffix.lower() not in self.pictures:
            return ""
        self._translator.builder.images[str(path)] = name
        return name

    @property
    def prints_addresses(self) -> bool:
        """Whether links are printed as addresses that readers can type."""
        design = design_of(self._translator)
        return design is not None and design.links == "addresses"

    def number(self, key: str) -> str:
        """The number of an entry in the document; empty if it has none."""
        found = domain_of(self._translator).placements.find(
            key, self._translator.builder.docnames, self._here
        )
        return found[1].number if found else ""


def page_name(words: Words) -> tuple[str, str]:
    """The words before and after the number of a page, in "(p. 2)", with spaces at which no line breaks."""
    before, after = (part.replace(" ", "\u00a0") for part in words.around("p. {}"))
    return before, after


def design_of(translator: Any) -> Design | None:
    """The design of the current document; ``None`` if it uses another theme."""
    document = domain_of(translator).document_queue.current
    return document.design if document else None


#: Source code for a node: always the same, or made by a function of the translator and the node.
Source = str | Callable[[Any, Any], str]


@dataclass(frozen=True, slots=True)
class Paper:
    """A format for print.

    :param name: the name of the folder with its templates.
    :param program: the program that typesets it.
    :param page: translator → render context for its entries.
    :param target: translator and id → code for the anchor.
    :param around: node class → what is before and after the content of the node.
    :param instead: node class → what replaces the content of the node.
    """

    name: str
    program: str
    page: Callable[[Any], PrintedPage]
    target: Callable[[Any, str], str]
    around: Mapping[str, tuple[Source, Source]]
    instead: Mapping[str, Source]


def visitors(paper: Paper) -> dict[str, tuple[Any, Any]]:
    """Node class → visitors. The translators collect source in ``body``."""
    made = _Visitors(paper)
    return {
        **{name: (_writing(before), _writing(after)) for name, (before, after) in paper.around.items()},
        **{name: (_writing(source, skip=True), None) for name, source in paper.instead.items()},
        # in print, a bar contains only the legend, and does not need any code around it
        "vitae_bar": (_pass, _pass),
        "vitae_list": (_visit_list, made.depart_list),
        "vitae_record": (made.visit_record, made.depart_record),
        # if the template failed, plain text is shown, and entries one by one
        "vitae_work": (made.visit_work, _pass),
        "vitae_occasions": (made.visit_occasions, _pass),
        "vitae_occasions_title": (_skip, None),
        "vitae_header": (made.visit_header, None),
        "vitae_person": (made.visit_person, None),
        # the content of an item's plain form is in another node
        "vitae_plain": (_skip, None),
    }


def _writing(source: Source, *, skip: bool = False) -> Callable[[Any, nodes.Element], None]:
    """A visitor that writes source code, and can skip the content of the node."""

    def visit(translator: Any, node: nodes.Element) -> None:
        if made := source if isinstance(source, str) else source(translator, node):
            translator.body.append(made)
        if skip:
            raise nodes.SkipNode

    return visit


def _visit_list(translator: Any, node: vitae_list) -> None:
    node["mark"] = len(translator.body)


def _pass(translator: Any, node: nodes.Element) -> None:
    """Visit the children, without printing anything for the node itself."""


def _skip(translator: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


class _Visitors:
    """The visitors that depend on the format."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    def depart_list(self, translator: Any, node: vitae_list) -> None:
        """Render the list with its template. Sphinx has already written the labels before it."""
        entries = "".join(translator.body[node["mark"] :])
        del translator.body[node["mark"] :]
        made = around(translator, self._paper.name, node, entries)
        # in a table cell, an empty line would start a paragraph
        translator.body.append(made.strip() if isinstance(node.parent, nodes.entry) else f"\n{made}\n")

    def visit_record(self, translator: Any, node: vitae_record) -> None:
        target = self._targets(translator, node)
        made = entry(translator, self._paper.name, node, self._paper.page(translator), target)
        if made is not None:
            # TeX's line buffer holds 200,000 characters
            translator.body.append(made.strip() + "\n")
            raise nodes.SkipNode
        translator.body.append(f"\n{target}")

    def depart_record(self, translator: Any, node: vitae_record) -> None:
        """Called only if the template failed. The plain text is then shown."""
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
            role = node["comma"].join(part for part in (node["role"], node["date"]) if part)
            facts = {"role": role, "home": home.url if home else "", "contacts": ways}
            made = described(translator, self._paper.name, "person", person, **facts)
            translator.body.append(made.strip() + "\n\n")
        raise nodes.SkipNode

    def visit_header(self, translator: Any, node: vitae_header) -> None:
        if person := owner_of(domain_of(translator).settings, node["owner"]):
            photo = self._photo(translator, node)
            made = described(
                translator, self._paper.name, "header", person, contacts=contacts(person), photo=photo
            )
            translator.body.append("\n" + made)
        raise nodes.SkipNode

    def _photo(self, translator: Any, node: vitae_header) -> dict[str, str] | None:
        """The owner's photo, with the name of the copied file; ``None`` if the document does not show a
        photo, or cannot show it, which is reported.
        """
        for image in node.findall(vitae_photo):
            name = translator.builder.images.get(image["uri"], "")
            if Path(name).suffix.lower() in self._paper.page(translator).pictures:
                return {"address": name, "alt": image["alt"]}
            if name:
                message = f"the photo {image['uri']!r} has a format that {self._paper.program} cannot print"
                fix = "use PNG or JPEG; it was not printed"
                source, line = image.source or node.source or "", image.line or node.line or 0
                report([Problem(ProblemKind.PRINTED_PLAINLY, message, source, line, fix=fix)], {})
        return None

    def _targets(self, translator: Any, node: nodes.Element) -> str:
        return "".join(self._paper.target(translator, id_) for id_ in node["ids"])
