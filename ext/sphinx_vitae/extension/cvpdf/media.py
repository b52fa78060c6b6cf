"""Links, pictures, formulas and footnotes in Typst."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import urljoin

from docutils import nodes
from sphinx.addnodes import start_of_file

from sphinx_vitae.bib.formulas import UnsetFormulaError
from sphinx_vitae.render.formats.typst import literal
from sphinx_vitae.render.mathematics.typst_formulas import typst_formula

from ..settings.contacts import web_address
from ..writers.guarding import domain_of

if TYPE_CHECKING:
    from sphinx.builders import Builder

__all__ = ["PICTURES", "TypstMedia"]

#: The suffixes of the pictures that the compiler can read.
PICTURES: Final = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
#: The nodes that contain a single page in the tree of a document.
_FILES: Final = (nodes.document, start_of_file)
_LENGTH: Final = re.compile(r"([\d.]+)\s*(%|[a-z]*)")
#: Unit in docutils → unit in Typst. A pixel has the same size as in Sphinx's LaTeX output.
_UNITS: Final = {"": 0.75, "px": 0.75, "pt": 1.0, "bp": 1.0, "pc": 12.0, "q": 0.7087}
_KNOWN_UNITS: Final = frozenset(("%", "em", "cm", "mm", "in"))


class TypstMedia:
    """Visitors for links, pictures, formulas and footnotes; a mixin for the translator."""

    if TYPE_CHECKING:
        body: list[str]
        builder: Builder
        document: nodes.document
        curfilestack: list[str]
        _printed_notes: set[tuple[str, str]]

        def rendered(self, children: Iterable[nodes.Node]) -> str: ...
        def anchors(self, node: nodes.Element) -> str: ...
        def label(self, id_: str) -> str: ...
        def problem(self, node: nodes.Node | None, once: str, message: str, fix: str = "") -> None: ...

    # Links --------------------------------------------------------------------------------------------

    def address(self, node: nodes.Element) -> str:
        """The target of a reference: ``#label`` for a target in the document, or an address; empty if there
        is neither.
        """
        uri: str = node.get("refuri", "")
        if node.get("refid"):
            return "#" + self.label(node["refid"])
        if uri.startswith("#"):
            return "#" + self.label(uri[1:])
        if uri.startswith("%"):  # how the builder addresses pages in a document
            docname, _, id_ = uri[1:].partition("#")
            return f"#{docname}:{id_ or ':doc'}"
        if url := web_address(uri):
            return url
        page = domain_of(self).build.address(self.curfilestack[-1])
        return web_address(urljoin(page, uri)) if page and uri else ""

    # Pictures -----------------------------------------------------------------------------------------

    def visit_image(self, node: nodes.image) -> None:
        alt = node.get("alt", "").strip()
        name = self.builder.images.get(node["uri"], "")
        if PurePosixPath(name).suffix.lower() not in PICTURES:
            if name:
                message = f"the picture {node['uri']!r} has a format that is not supported in the CV"
                self.problem(node, node["uri"], message, "use PNG, JPEG, SVG, GIF or WebP")
            self.body.append(f"#{literal(alt)};")
            raise nodes.SkipNode
        if not alt and not isinstance(node.parent, nodes.figure):
            message = f"the picture {node['uri']!r} has no alternative text"
            self.problem(node, f"{node['uri']} alt", message, "add the :alt: option")
        if not alt:
            captions = [part.astext() for part in node.parent.children if isinstance(part, nodes.caption)]
            alt = " ".join(captions) or PurePosixPath(node["uri"]).stem
        sizes = {key: _length(node[key]) for key in ("width", "height") if key in node}
        sizes |= {"scale": f"{node['scale']}%"} if "scale" in node else {}
        sizes |= {"align": node["align"]} if node.get("align") in {"left", "center", "right"} else {}
        options = "".join(f", {key}: {value}" for key, value in sizes.items() if value)
        inline = isinstance(node.parent, nodes.TextElement) and not isinstance(node.parent, nodes.reference)
        self.body.append(
            f"#vitae-image({literal(name)}, {literal(alt)}, inline: {str(inline).lower()}{options});"
        )
        raise nodes.SkipNode

    def visit_figure(self, node: nodes.figure) -> None:
        above = (nodes.caption, nodes.legend)
        inner = self.rendered(child for child in node.children if not isinstance(child, above))
        legend = self.rendered(child for child in node.children if isinstance(child, nodes.legend))
        caption = "#parbreak();".join(part for part in (self.caption(node), legend) if part)
        self.body.append(f"\n#vitae-figure([{caption}])[{inner}];\n")
        raise nodes.SkipNode

    def caption(self, node: nodes.Element) -> str:
        """The caption of a figure or table, with its number if the site numbers them."""
        kinds = (nodes.caption, nodes.title)
        found = [child for child in node.children if isinstance(child, kinds)]
        text = self.rendered(part for child in found for part in child.children)
        return f"#{literal(self._number(node))}; {text}" if text and self._number(node) else text

    def _number(self, node: nodes.Element) -> str:
        """The number of a figure or table, as in "Fig. 1:"; empty without ``numfig``."""
        config, env = self.builder.config, self.builder.env
        kind = env.domains.standard_domain.get_enumerable_node_type(node) or ""
        known = env.toc_fignumbers.get(self.curfilestack[-1], {}).get(kind, {})
        number = next((known[id_] for id_ in node["ids"] if id_ in known), ())
        if not config.numfig or not number:
            return ""
        return str(config.numfig_format.get(kind, "%s")) % ".".join(map(str, number)) + ":"

    # Formulas -----------------------------------------------------------------------------------------

    def visit_math(self, node: nodes.math) -> None:
        self.body.append(self.formula(node.astext(), node))
        raise nodes.SkipNode

    def visit_math_block(self, node: nodes.math_block) -> None:
        """Typeset several formulas one below the other.

        The last one gets the number that is shown on the page.
        """
        formulas = [part for part in re.split(r"\n\s*\n", node.astext().strip()) if part]
        for formula in formulas:
            number = node.get("number") if formula is formulas[-1] else None
            self.body.append(f"\n{self.formula(formula, node, block=True, number=number)}\n")
        raise nodes.SkipNode

    def formula(
        self, source: str, node: nodes.Node | None = None, *, block: bool = False, number: object = None
    ) -> str:
        """A TeX formula in Typst. If it cannot be translated, its source is shown, and a problem is reported.

        :param node: the node that contains the formula; ``None`` if an entry contains it.
        :param number: the number of a displayed formula, if it has one.
        """
        try:
            made = typst_formula(source)
        except UnsetFormulaError as error:
            shown = " ".join(source.split())[:60]
            message = f"the formula {shown} cannot be typeset in the CV: {error}"
            self.problem(node, source, message, "its source is printed")
            return f"#vitae-source({literal(source)});" if block else f"#vitae-literal[#{literal(source)};];"
        given = f"number: {literal(f'({number})')}, " if number else ""
        return f"#vitae-math({literal(source)}, {given}{f'$ {made} $' if block else f'${made}$'});"

    # Footnotes ----------------------------------------------------------------------------------------

    @cached_property
    def _notes(self) -> dict[tuple[str, str], nodes.footnote]:
        """The footnotes, by page and id."""
        return {(page, id_): note for page, note in _notes_in(self.document, "") for id_ in note["ids"]}

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        """Print the footnote, if this is the first reference to it."""
        place = self.curfilestack[-1], node.get("refid", "")
        note = self._notes.get(place)
        sign = literal(node.astext())
        if note is None:
            self.body.append(f"#super[#{sign};];")
            raise nodes.SkipNode
        label = f"label({literal('note:' + self.label(place[1]))})"
        if place in self._printed_notes:
            self.body.append(f"#footnote(numbering: _ => {sign}, {label});")
        else:
            self._printed_notes.add(place)
            inner = self.rendered(child for child in note.children if not isinstance(child, nodes.label))
            self.body.append(f"#footnote(numbering: _ => {sign})[{self.anchors(note)}{inner}]#{label};")
        raise nodes.SkipNode

    def visit_footnote(self, node: nodes.footnote) -> None:
        """Print a footnote in place if there is no reference to it."""
        if node.get("backrefs"):
            raise nodes.SkipNode
        self._labelled(node)

    def visit_citation(self, node: nodes.citation) -> None:
        self._labelled(node)

    def _labelled(self, node: nodes.Element) -> None:
        label = cast("nodes.label", node[0]).astext()
        inner = self.anchors(node) + self.rendered(node.children[1:])
        self.body.append(f"\n#terms(terms.item([#{literal(f'[{label}]')};], [{inner}]));\n")
        raise nodes.SkipNode


def _notes_in(node: nodes.Element, docname: str) -> Iterator[tuple[str, nodes.footnote]]:
    """The footnotes in a node, each with its page."""
    docname = node.get("docname", docname) if isinstance(node, _FILES) else docname
    for child in node.children:
        if isinstance(child, nodes.footnote):
            yield docname, child
        elif isinstance(child, nodes.Element):
            yield from _notes_in(child, docname)


def _length(written: str) -> str:
    """A docutils length in Typst; empty if it is not a length."""
    found = _LENGTH.fullmatch(written.strip().lower())
    if not found:
        return ""
    number, unit = found.groups()
    if unit in _KNOWN_UNITS:
        return f"{number}{unit}"
    return f"{float(number) * _UNITS[unit]:g}pt" if unit in _UNITS else ""
