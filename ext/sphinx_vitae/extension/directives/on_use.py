"""The directives, by name. Their modules are imported when a page uses one: most builds of a site read no page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final

from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from docutils.nodes import Node

    from sphinx_vitae.options import Option

__all__ = ["DIRECTIVES", "OurDirective", "directive_class", "directives", "load"]

#: Directive → its module in this package, and its class.
DIRECTIVES: Final = {
    "publications": ("lists", "PublicationsDirective"),
    "publications-chart": ("chart", "ChartDirective"),
    "talks": ("lists", "TalksDirective"),
    "awards": ("lists", "AwardsDirective"),
    "activities": ("lists", "ActivitiesDirective"),
    "news": ("news", "NewsDirective"),
    "people": ("people", "PeopleDirective"),
    "publication": ("entry", "PublicationDirective"),
    "cv-header": ("cv", "HeaderDirective"),
    "cv-item": ("cv", "ItemDirective"),
    "cv-letter": ("letter", "LetterDirective"),
    "page-break": ("letter", "PageBreakDirective"),
}


class AnyOption(dict[str, Callable[[str], str]]):
    """An option specification that accepts every option.

    docutils drops a directive with an unknown option, and MyST ignores the option. Lists must do
    neither, so `read_options` checks all options.
    """

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> Callable[[str], str]:
        return lambda value: str(value or "")


class OurDirective(SphinxDirective):
    """The syntax of all our directives: they check arguments, options and the body themselves."""

    option_spec: ClassVar[Any] = AnyOption()
    #: The options that the directive accepts.
    takes: ClassVar[tuple[Option, ...]] = ()
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True


class _OnUse(OurDirective):
    """Stands for a directive until a page uses it."""

    #: The name in `DIRECTIVES`. A page can write it with the prefix of the domain.
    registered: ClassVar[str]

    def run(self) -> Sequence[Node]:
        """The nodes of the directive itself."""
        return directive_class(self.registered)(
            self.name,
            self.arguments,
            self.options,
            self.content,
            self.lineno,
            self.content_offset,
            self.block_text,
            self.state,
            self.state_machine,
        ).run()


def directives() -> Iterator[tuple[str, type[OurDirective]]]:
    """Each name, and the class for Sphinx's registry."""
    for name, (_, called) in DIRECTIVES.items():
        yield name, type(called, (_OnUse,), {"registered": name})


def directive_class(name: str) -> type[OurDirective]:
    """The class of a directive, whose module is imported now."""
    module, called = DIRECTIVES[name]
    directive: type[OurDirective] = getattr(import_module(f".{module}", __package__), called)
    return directive


def load() -> None:
    """Import all directives, before processes are forked that would each import them."""
    for name in DIRECTIVES:
        directive_class(name)
