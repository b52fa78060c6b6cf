"""The parser for the source files of entry pages, which Sphinx Vitae writes itself.

They are not reStructuredText or Markdown: most of the time that a parser for these takes is spent on markup that
such a file never contains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from sphinx.parsers import RSTParser

from sphinx_vitae.model import Problem, ProblemKind

from ..files.entry_pages import FILE_TYPE, slug_in

if TYPE_CHECKING:
    from ..site.domain import VitaeDomain

__all__ = ["EntryPageParser"]


class EntryPageParser(RSTParser):
    """Turns a source file into the section of its entry.

    Other transforms read the settings of reStructuredText, so this parser declares them, too.
    """

    supported: ClassVar[tuple[str, ...]] = (FILE_TYPE,)

    def parse(self, inputstring: str, document: nodes.document) -> None:  # type: ignore[override]
        """Add the section of the entry to the document, which does not need a place in a toctree."""
        from .entry import entry_section, recorded  # only a build that reads an entry page loads it

        self.setup_parse(inputstring, document)
        env = document.settings.env
        domain = cast("VitaeDomain", env.domains["vitae"])
        orphan = nodes.field("", nodes.field_name("", "orphan"), nodes.field_body())
        document += nodes.docinfo("", orphan)
        key = domain.catalogue.key_of_slug(slug_in(inputstring))
        record = recorded(domain, env.docname, key)
        source = document["source"]
        if record is None:
            message = "the bibliography does not contain the entry of this page"
            domain.note(
                env.docname, Problem(ProblemKind.KEY_UNKNOWN, message, source, 1, "", "delete the file")
            )
        else:
            section = entry_section(domain, document, record)
            for node in (section, section[-1]):
                node.source, node.line = source, 1
            document += section
        self.finish_parse()
