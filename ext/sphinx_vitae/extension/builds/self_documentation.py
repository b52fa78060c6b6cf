"""A Sphinx extension for this project's documentation. It generates tables from declarations, and shows
examples.

``{vitae-reference}`` generates a definition list from the code for a directive or for another declaration.
``{vitae-example}`` shows its own source and the result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_vitae.export import EXPORTS
from sphinx_vitae.export.facts import GROUP_TYPES, KIND_TYPES, SPECIAL_TYPES
from sphinx_vitae.model import SETTINGS, ProblemKind
from sphinx_vitae.options import Option

from ..directives.chart import ChartDirective
from ..directives.cv import HeaderDirective, ItemDirective
from ..directives.letter import LetterDirective
from ..directives.news import NewsDirective
from ..directives.people import PeopleDirective
from ..options.declared import OPTIONS

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from ..directives.base import VitaeDirective


class ReferenceDirective(SphinxDirective):
    """A definition list generated from a declaration."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """Generate the list for the argument, or an error if the argument is unknown."""
        table = _TABLES.get(self.arguments[0])
        if table is None:
            raise self.error(f"vitae-reference must be one of: {', '.join(_TABLES)}")
        listing = nodes.definition_list(classes=["vitae-reference"])
        for name, fact, explanation in table():
            term = nodes.term("", "", nodes.literal(name, name), nodes.Text(f" ({fact})" if fact else ""))
            definition = nodes.definition("", *self.parse_text_to_nodes(explanation))
            listing += nodes.definition_list_item("", term, definition)
        return [listing]


def _told(options: Iterable[Option]) -> Iterator[tuple[str, str, str]]:
    """Options with their valid input: first the words, then the other forms."""
    for option in options:
        parts = [_literals(option.words), _literals(option.forms)]
        also = ", also ".join(part for part in parts if part)
        fact = option.values + (f", default {option.default}" if option.default else "")
        yield option.name, fact, option.explanation + (f"\n\nValues: {also}." if also else "")


def _literals(words: Iterable[str]) -> str:
    return ", ".join(f"``{word}``" for word in words)


def _options() -> Iterator[tuple[str, str, str]]:
    return _told(OPTIONS)


def _own(directive: type[VitaeDirective]) -> Callable[[], Iterator[tuple[str, str, str]]]:
    """The options that a directive has in addition to the list options."""
    return lambda: _told(option for option in directive.takes if option not in OPTIONS)


def _configuration() -> Iterator[tuple[str, str, str]]:
    for setting in SETTINGS:
        fact = f"default {setting.default!r}"
        if setting.deprecated:
            fact = f"deprecated, write {setting.deprecated}"
        yield f"vitae_{setting.name}", fact, setting.explanation


def _problems() -> Iterator[tuple[str, str, str]]:
    return ((f"vitae.{kind.code}", kind.severity, kind.explanation) for kind in ProblemKind)


def _exports() -> Iterator[tuple[str, str, str]]:
    return ((name, ", ".join(export.kinds), export.explanation) for name, export in EXPORTS.items())


def _export_types() -> Iterator[tuple[str, str, str]]:
    """The names of publication groups, of entry types with a more specific name, and of talks in other
    programs.
    """
    groups = {group: ("", each) for group, each in GROUP_TYPES.items()}
    own = {f"@{kind}": (f"in {group}", each) for (group, kind), each in SPECIAL_TYPES.items()}
    kinds = {kind: ("kind", each) for kind, each in KIND_TYPES.items()}
    for name, (fact, each) in (groups | own | kinds).items():
        names = {"BibTeX": f"@{each.bibtex}", "CSL": each.csl, "RIS": each.ris, "Zotero": each.zotero}
        names["schema.org"] = each.schema
        yield name, fact, ", ".join(f"{program} ``{word}``" for program, word in names.items())


_FENCE: Final = re.compile(r"(?P<fence>`{3,})\{(?P<name>[\w-]+)\} ?(?P<argument>.*)")
_ROLE: Final = re.compile(r"\{([\w:-]+)\}(?=`)")


def restructured(source: str) -> str:
    """MyST roles and directives with backquoted fences, converted to reStructuredText."""
    lines: list[str] = []
    fences: list[str] = []
    for line in source.splitlines():
        indent = "   " * len(fences)
        if match := _FENCE.fullmatch(line):
            lines.append(f"{indent}.. {match['name']}:: {match['argument']}".rstrip())
            fences.append(match["fence"])
        elif fences and line == fences[-1]:
            fences.pop()
            lines.append("")
        else:
            lines.append((indent + _ROLE.sub(r":\1:", line)).rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip())


class ExampleDirective(SphinxDirective):
    """Shows the source in Markdown and in reStructuredText, followed by the result."""

    has_content = True
    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """Create two literal blocks, and parse the body."""
        source = "\n".join(self.content)
        blocks = [
            nodes.literal_block(text, text, language=language)
            for text, language in ((source, "text"), (restructured(source), "rst"))
        ]
        printed = nodes.container("", *self.parse_content_to_nodes(), classes=["vitae-example-result"])
        return [nodes.container("", *blocks, classes=["vitae-example"]), printed]


_TABLES: Final = {
    "options": _options,
    "news": _own(NewsDirective),
    "publications-chart": _own(ChartDirective),
    "people": _own(PeopleDirective),
    "cv-header": _own(HeaderDirective),
    "cv-item": _own(ItemDirective),
    "cv-letter": _own(LetterDirective),
    "configuration": _configuration,
    "problems": _problems,
    "exports": _exports,
    "export-types": _export_types,
}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the two directives."""
    app.add_directive("vitae-reference", ReferenceDirective)
    app.add_directive("vitae-example", ExampleDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
