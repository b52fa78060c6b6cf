"""The base class of all directives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from docutils import nodes

from sphinx_vitae.model import Problem, ProblemKind
from sphinx_vitae.options import Choices, read_options

from ..site.domain import VitaeDomain
from .on_use import OurDirective

__all__ = ["VitaeDirective", "free_id"]


def free_id(document: nodes.document, wanted: str) -> str:
    """This id, with a number appended if the document already has such an id."""
    free, n = wanted, 1
    while free in document.ids:
        n += 1
        free = f"{wanted}-{n}"
    return free


class VitaeDirective(OurDirective):
    """A directive with access to the domain. Problems are stored per page, and reported on every build."""

    #: The kind of records, if the directive lists only one kind.
    kind: ClassVar[str] = ""

    @property
    def domain(self) -> VitaeDomain:
        """The ``vitae`` domain of this build."""
        return cast(VitaeDomain, self.env.domains["vitae"])

    def problem(self, kind: ProblemKind, message: str, fix: str = "", key: str = "") -> None:
        """Report a problem with this directive. The page is built without the directive.

        :param fix: what to write instead; empty if there is no unambiguous answer.
        :param key: the key of the entry in question.
        """
        source, line = self.get_source_info()
        self.domain.note(
            self.env.docname, Problem(kind, f"{self.name}: {message}", source, line or 0, key, fix)
        )

    def read_options(self, choices: Choices) -> tuple[dict[str, Any], bool]:
        """The parsed options, and whether any option was invalid. Invalid options are reported and ignored."""
        options, unknown, wrong = read_options(self.options, choices, self.takes)
        for message in unknown:
            self.problem(ProblemKind.OPTION_UNKNOWN, message)
        for message in wrong:
            self.problem(ProblemKind.OPTION_VALUE, message)
        return options, bool(wrong)

    def free_id(self, wanted: str) -> str:
        """This id, with a number appended if the page already has such an id."""
        return free_id(self.state.document, wanted)

    def target(self, name: str, id_: str) -> nodes.target:
        """The target for the label in ``:name:``, which applies to the node that follows."""
        node = nodes.target("", "", ids=[self.free_id(id_)], names=[nodes.fully_normalize_name(name)])
        self.state.document.note_explicit_target(node)
        return node

    def heading(self, options: Mapping[str, Any], id_: str) -> list[nodes.Node]:
        """The caption of a list and the target for its label, if they are given."""
        name, caption = options.get("name"), options.get("caption")
        if not name and not caption:
            return []
        heading: nodes.Element = nodes.target("", "")
        if caption:
            text, messages = self.parse_inline(caption)
            heading = nodes.rubric(caption, "", *text, classes=["vitae-caption"])
            heading.extend(messages)
        self.set_source_info(heading)
        if name:
            heading["ids"] = [self.free_id(id_)]
            heading["names"] = [nodes.fully_normalize_name(name)]
            self.state.document.note_explicit_target(heading)
        return [heading]

    def nothing(self, options: Mapping[str, Any], message: str, fix: str) -> list[nodes.Node]:
        """The text to show for an empty list; if the ``empty`` option is not given, a problem is reported."""
        if text := options.get("empty"):
            inline, messages = self.parse_inline(text)
            node = nodes.paragraph(text, "", *inline, classes=["vitae-empty"])
            self.set_source_info(node)
            return [node, *messages]
        if "empty" not in options:
            self.problem(
                ProblemKind.LIST_EMPTY, message, f"{fix}, or set :empty: to the text for an empty list"
            )
        return []
