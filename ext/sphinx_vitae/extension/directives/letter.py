"""Additions to a printed CV: cover letters and page breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from docutils import nodes

from sphinx_vitae.bib import parse_date
from sphinx_vitae.model import ProblemKind
from sphinx_vitae.options import Choices, Option, text
from sphinx_vitae.render import print_date

from ..doctree.nodes import vitae_letter, vitae_letter_part, vitae_letter_to, vitae_page_break
from ..settings.contacts import full_name
from .base import VitaeDirective
from .cv import OWNER, OfOwner

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

__all__ = ["LetterDirective", "PageBreakDirective"]

_OF_LETTERS: Final = (
    Option(
        "to",
        "lines",
        "The recipient, on several lines, or on a single line with semicolons instead of line breaks.",
        text,
        (),
        ("Prof. Ada Lovelace; Institute of Engines; London",),
    ),
    Option(
        "date",
        "date",
        "A date as in the bibliography, shown in full. Any other text is shown unchanged.",
        text,
        (),
        ("2024-05-17", "May 17, 2024"),
    ),
    Option("opening", "text", "The salutation above the body: ``Dear Professor Lovelace,``.", text),
    Option("closing", "text", "The closing below the body, above the name: ``Yours sincerely,``.", text),
    OWNER,
)


class LetterDirective(OfOwner):
    """A cover letter in the design of the CV.

    The argument is the subject, and the body is the text of the letter.
    """

    takes: ClassVar[tuple[Option, ...]] = _OF_LETTERS

    def run(self) -> list[Node]:
        """The header for the owner, followed by the parts of the letter."""
        options, _ = self.read_options(Choices(self.domain.catalogue, (), (), ()))
        name = options.get("owner", "")
        person = self.owner(name)
        if not self.content:
            self.problem(
                ProblemKind.CONTENT,
                "the letter is empty",
                "write the text of the letter in the body, after a blank line",
            )
        if person is None or not self.content:
            return []
        node = vitae_letter("", self.header(name, person, named=True), classes=["vitae"])
        self.set_source_info(node)
        written = options.get("date", "")
        date = print_date(
            parse_date(written) if written else None, self.domain.rendering.words, alone=True
        ).text
        subject = self.arguments[0] if self.arguments else ""
        messages: list[Node] = []
        if date:
            node += vitae_letter_part("", date, part="date")
        messages += self._to(node, options.get("to", ""))
        messages += self._part(node, "subject", subject)
        messages += self._part(node, "opening", options.get("opening", ""))
        node += self.parse_content_to_nodes()
        messages += self._part(node, "closing", options.get("closing", ""))
        node += vitae_letter_part("", full_name(person), part="name")
        return [node, *messages]

    def _part(self, letter: vitae_letter, part: str, written: str) -> list[system_message]:
        if not written:
            return []
        inline, messages = self.parse_inline(written)
        node = vitae_letter_part(written, "", *inline, part=part)
        self.set_source_info(node)
        letter += node
        return messages

    def _to(self, letter: vitae_letter, written: str) -> list[system_message]:
        lines = [line.strip() for line in re.split(r"[;\n]", written) if line.strip()]
        messages: list[system_message] = []
        block = vitae_letter_to(classes=["vitae-to"])
        for line in lines:
            inline, said = self.parse_inline(line)
            node = nodes.line(line, "", *inline)
            self.set_source_info(node)
            block += node
            messages += said
        if lines:
            letter += block
        return messages


class PageBreakDirective(VitaeDirective):
    """Starts a new page in print. It has no effect elsewhere."""

    def run(self) -> list[Node]:
        """A node that is visible only in print formats."""
        self.read_options(Choices(self.domain.catalogue, (), (), ()))
        if self.arguments or self.content:
            self.problem(
                ProblemKind.ARGUMENT, "accepts neither an argument nor a body", "put the text below it"
            )
        return [vitae_page_break()]
