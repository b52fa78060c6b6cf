"""The translator from docutils to Typst, node by node.

It collects the source in ``body``, always in Typst's markup mode. If a node has no visitor, it
logs a warning and prints the text of the node.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, cast

from docutils import nodes
from sphinx.builders import Builder
from sphinx.locale import _, admonitionlabels
from sphinx.util.docutils import SphinxTranslator

from sphinx_vitae.model import Problem, ProblemKind
from sphinx_vitae.render.formats.typst import Typst, literal

from ..doctree.nodes import vitae_record
from ..site.problem_log import report
from .blocks import TypstBlocks
from .media import TypstMedia

__all__ = ["TypstTranslator"]

_typst: Final = Typst()

#: Node class → source before and after its children.
_AROUND: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("emphasis", "title_reference"), ("#emph[", "];")),
    "strong": ("#strong[", "];"),
    "subscript": ("#sub[", "];"),
    "superscript": ("#super[", "];"),
    "literal": ("#vitae-literal[", "];"),
    **dict.fromkeys(("literal_emphasis", "manpage"), ("#emph[#vitae-literal[", "];];")),
    "literal_strong": ("#strong[#vitae-literal[", "];];"),
    "paragraph": ("\n\n", "\n\n"),
    "bullet_list": ("\n#list(", ");\n"),
    "block_quote": ("\n#vitae-quote[", "];\n"),
    "attribution": ("\n\n#align(end)[— ", "];\n\n"),
    "caption": ("\n\n#strong[", "];\n\n"),
    "subtitle": ("\n#vitae-subject[", "];\n"),
    "centered": ("\n#align(center)[", "];\n"),
    "transition": ("\n#vitae-transition;\n", ""),
    "classifier": ("(", ")"),
    "desc_signature": ("\n\n#vitae-literal[", "];\n\n"),
    "desc_parameterlist": ("(", ")"),
    "desc_parameter": ("", " "),
    **dict.fromkeys(("admonition", "topic", "sidebar"), ("\n#vitae-admonition[][", "];\n")),
}
#: Nodes that print only their children.
_PASSED: Final = frozenset((
    "inline", "generated", "problematic", "compound", "container", "only", "pending_xref", "glossary", "hlist",
    "hlistcol", "acks", "versionmodified", "download_reference", "target", "legend", "term", "definition",
    "acronym", "thebibliography", "desc", "desc_content", "desc_addname", "desc_name", "desc_annotation", "desc_returns",
))  # fmt: skip
#: Nodes that are not visible to readers, as in LaTeX.
_SKIPPED: Final = frozenset((
    "comment", "index", "meta", "toctree", "highlightlang", "tabular_col_spec", "substitution_definition",
    "pending", "docinfo", "decoration", "system_message", "label", "colspec",
))  # fmt: skip
#: Nodes that write the anchors for their ids themselves.
_ANCHORED: Final = (nodes.section, nodes.list_item, nodes.footnote, nodes.citation, nodes.Part, vitae_record)
#: Links and anchors in the source.
_JUMP: Final = re.compile(r'#vitae-(?:jump|ref)\((".*?")\)')
_ANCHOR: Final = re.compile(r'#vitae-anchor\((".*?")\)')


class TypstTranslator(TypstBlocks, TypstMedia, SphinxTranslator):
    """Writes one document.

    :param document: the doctree, with all pages in it.
    """

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self.body: list[str] = []
        self.curfilestack: list[str] = []
        self._level = 0
        self._titled = False
        self._explained: set[str] = set()
        self._told: set[str] = set()
        self._printed_notes: set[tuple[str, str]] = set()

    def astext(self) -> str:
        """The source so far."""
        return "".join(self.body)

    # Dispatch ---------------------------------------------------------------------------------------

    def dispatch_visit(self, node: nodes.Node) -> None:
        """Visit a node with the visitor for its most specific class that has one."""
        if isinstance(node, nodes.Element) and not isinstance(node, _ANCHORED):
            self.body.append(self.anchors(node))
        for name in _class_names(node):
            if method := getattr(self, f"visit_{name}", None):
                method(node)
            elif name in _AROUND:
                self.body.append(_AROUND[name][0])
            elif name in admonitionlabels:
                self.body.append(f"\n#vitae-admonition[{_typst.escape(_admonition(name))}][")
            elif name in _SKIPPED:
                raise nodes.SkipNode
            elif name not in _PASSED:
                continue
            return
        self.unknown_visit(node)

    def dispatch_departure(self, node: nodes.Node) -> None:
        """Depart from a node, with the visitor for the same class."""
        for name in _class_names(node):
            if method := getattr(self, f"depart_{name}", None):
                method(node)
            elif name in _AROUND or name in admonitionlabels:
                self.body.append(_AROUND.get(name, ("", "];\n"))[1])
            elif name not in _PASSED and not hasattr(self, f"visit_{name}"):
                continue
            return
        self.unknown_departure(node)

    def unknown_visit(self, node: nodes.Node) -> None:
        """Report each unsupported type of node once, and print the text of the node."""
        name = type(node).__name__
        self.problem(
            node, name, f"{name!r} cannot be printed in the CV", "its text is printed without formatting"
        )
        self._break(node)

    def unknown_departure(self, node: nodes.Node) -> None:
        self._break(node)

    def _break(self, node: nodes.Node) -> None:
        if not isinstance(node, nodes.Inline | nodes.Text):
            self.body.append("\n\n")

    def problem(self, node: nodes.Node | None, once: str, message: str, fix: str = "") -> None:
        """Report, only once, something that cannot be printed as it is on the page.

        :param once: identifies the problem, so that it is reported only once.
        :param node: the node with the problem; ``None`` if its position on the page is unknown.
        """
        if once not in self._told:
            self._told.add(once)
            page = str(self.builder.env.doc2path(self.curfilestack[-1]))
            source, line = _place(node) if node else (page, 0)
            problem = Problem(ProblemKind.PRINTED_PLAINLY, message, source, line, fix=fix)
            report([problem], {})

    def rendered(self, children: Iterable[nodes.Node]) -> str:
        """The source for nodes that are printed elsewhere."""
        outside, self.body = self.body, []
        for child in children:
            child.walkabout(self)
        made, self.body = self.body, outside
        return "".join(made).strip()

    def label(self, id_: str) -> str:
        """The label for an id on the current page."""
        return f"{self.curfilestack[-1]}:{id_}"

    def anchors(self, node: nodes.Element) -> str:
        """The anchors for the ids of a node."""
        return "".join(_typst.anchor(self.label(id_)) for id_ in node["ids"])

    # Documents and sections ---------------------------------------------------------------------------

    def visit_document(self, node: nodes.document) -> None:
        self.curfilestack.append(node.get("docname", ""))
        self.body.append(_typst.anchor(self.label(":doc")))

    def depart_document(self, node: nodes.document) -> None:
        if len(self.curfilestack) == 1:
            source = self.astext()
            missing = dict.fromkeys(_JUMP.findall(source)).keys() - set(_ANCHOR.findall(source))
            for label in sorted(missing):
                self.problem(None, label, f"a link to {label} has no target", "its text is printed")
        self.curfilestack.pop()

    visit_start_of_file = visit_document
    depart_start_of_file = depart_document

    def visit_section(self, node: nodes.section) -> None:
        """Skip the first title: as in LaTeX, it is the document's title, which is part of the header."""
        if self._titled:
            self._level += 1

    def depart_section(self, node: nodes.section) -> None:
        self._level = max(self._level - 1, 0)

    def visit_title(self, node: nodes.title) -> None:
        if not isinstance(node.parent, nodes.section):
            self.body.append("\n#vitae-subject[")
            return
        anchors = self.anchors(node.parent)
        if not self._titled:
            self._titled = True
            self.body.append(anchors)
            raise nodes.SkipNode
        self.body.append(f"\n#heading(level: {max(self._level, 1)})[{anchors}")

    def depart_title(self, node: nodes.title) -> None:
        self.body.append("];\n")

    def visit_rubric(self, node: nodes.rubric) -> None:
        if node.astext() in {"Footnotes", _("Footnotes")} and len(node.children) == 1:
            raise nodes.SkipNode  # footnotes are printed at the foot of the page
        self.body.append("\n#vitae-rubric[")

    def depart_rubric(self, node: nodes.rubric) -> None:
        self.body.append("];\n")

    # Text -----------------------------------------------------------------------------------------------

    def visit_Text(self, node: nodes.Text) -> None:
        self.body.append(_typst.escape(node.astext()))

    def depart_Text(self, node: nodes.Text) -> None:
        """Do nothing: text has no children."""

    def visit_abbreviation(self, node: nodes.Element) -> None:
        """Spell out an abbreviation on first use."""

    def depart_abbreviation(self, node: nodes.Element) -> None:
        explanation: str = node.get("explanation", "")
        if explanation and node.astext() not in self._explained:
            self._explained.add(node.astext())
            self.body.append(_typst.escape(f" ({explanation})"))

    def visit_reference(self, node: nodes.reference) -> None:
        uri = self.address(node)
        if uri.startswith("#"):
            self.body.append(f"#vitae-jump({literal(uri[1:])})[#emph[")
        else:
            self.body.append(f"#link({_typst.url(uri)})[" if uri else "#[")

    def depart_reference(self, node: nodes.reference) -> None:
        self.body.append("];];" if self.address(node).startswith("#") else "];")

    def visit_raw(self, node: nodes.raw) -> None:
        if "typst" in node.get("format", "").split():
            self.body.append(node.astext())
        raise nodes.SkipNode

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        self.body.append(f"\n#vitae-source({literal(node.astext())});\n")
        raise nodes.SkipNode

    def visit_doctest_block(self, node: nodes.doctest_block) -> None:
        self.visit_literal_block(cast(nodes.literal_block, node))


def _class_names(node: nodes.Node) -> Iterable[str]:
    return (cls.__name__ for cls in type(node).__mro__)


def _admonition(name: str) -> str:
    """The title of an admonition, as in "Note:"."""
    label = str(admonitionlabels[name])
    return label if name == "seealso" else f"{label}:"


def _place(node: nodes.Node) -> tuple[str, int]:
    """The file and line of a node, or of the nearest ancestor that has them."""
    here: Any = node
    while here is not None:
        if here.line and here.source:
            return here.source, here.line
        here = here.parent
    return getattr(node, "source", None) or "", 0
