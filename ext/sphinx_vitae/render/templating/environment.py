"""The Jinja environment for each format: the location and delimiters of its templates, and escaping.

LaTeX and Typst print the same entries, so they share templates, in ``vitae/print``. These contain no markup:
they call the macros of ``vitae/latex/_markup.tex.jinja`` or ``vitae/typst/_markup.typ.jinja``, under the name
``markup``. Each shared template also has a name in each format (``vitae/latex/talk.tex.jinja``), under which
a site can replace it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2 import meta
from jinja2.runtime import Context
from jinja2.utils import missing

from ..formats.writer import RawSource, Writer
from .compiler import PASS_CONTEXT, FastTemplate, Generator
from .layouts import TEMPLATES

__all__ = ["environment", "load", "template_name"]

#: The folder with our own templates.
_ENDINGS: Final = {"html": "html", "latex": "tex", "typst": "typ"}
_COMMON: Final[Mapping[str, Any]] = {
    "undefined": jinja2.StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "cache_size": -1,
    "auto_reload": False,
}


def template_name(format_: str, name: str) -> str:
    """The path of a template in a template folder: ``vitae/html/talk-card.html.jinja``.

    :param format_: ``html``, ``latex`` or ``typst``.
    """
    return f"vitae/{format_}/{name}.{_ENDINGS[format_]}.jinja"


def environment(format_: str, writer: Writer, folders: Iterable[Path]) -> jinja2.Environment:
    """The environment for a format, with the delimiters of Sphinx's own templates in that format.

    :param writer: escapes all values that are not already source code in the format.
    :param folders: the site's folders, whose templates replace ours.
    """
    if format_ == "html":
        loader = jinja2.FileSystemLoader([*folders, TEMPLATES])
        return _Environment(autoescape=True, loader=loader, **_COMMON)
    return _PrintEnvironment(format_, writer, folders)


def load(environment: jinja2.Environment, names: Iterable[str]) -> None:
    """Compile templates, and all that they import, extend or include.

    A template that does not exist or cannot be compiled is skipped. It is reported when it is rendered.
    """
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen or environment.loader is None:
            continue
        seen.add(name)
        with contextlib.suppress(jinja2.TemplateError):
            environment.get_template(name)
            source, *_ = environment.loader.get_source(environment, name)
            others = meta.find_referenced_templates(environment.parse(source))
            waiting += [environment.join_path(other, name) for other in others if other]


class _Context(Context):
    """Calls functions without the checks that Jinja performs on each call.

    Functions that take the context read the page and the options from it, but never loop variables.
    """

    def __init__(
        self,
        environment: jinja2.Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Any],
        globals: MutableMapping[str, Any] | None = None,  # noqa: ARG002  (all templates share them)
    ) -> None:
        super().__init__(environment, parent, name, blocks)

    def __getitem__(self, key: str) -> Any:
        """Return a variable."""
        return self.vars[key] if key in self.vars else self.parent[key]

    def call(self, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call a function, with the context if it requires it."""
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        if getattr(obj, "jinja_pass_arg", None) is PASS_CONTEXT:
            return obj(self, *args, **kwargs)
        return obj(*args, **kwargs)


class _Environment(jinja2.Environment):
    """Templates that share one dictionary of functions.

    By default, Jinja lets each template shadow global names, by means of a chain of dictionaries that is
    copied for every rendered entry.
    """

    context_class = _Context
    code_generator_class = Generator
    template_class = FastTemplate

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: dict[str, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        """Return a template, which does not change while this environment exists.

        :raises jinja2.TemplateNotFound: if it does not exist.
        """
        if isinstance(name, str) and not globals:
            full = self.join_path(name, parent) if parent is not None else name
            if full not in self._known:
                self._known[full] = super().get_template(full)
            return self._known[full]
        return super().get_template(name, parent, globals)

    def included(
        self, name: str, parent: str | None, context: Context, variables: Mapping[str, Any]
    ) -> Iterator[str]:
        """The output of an included template.

        :param variables: local variables of the template that includes it, some of them not assigned yet.
        """
        template = self.get_template(name, parent)
        included = self.context_class(self, context.parent, template.name, template.blocks)
        included.vars = context.vars | {
            key: value for key, value in variables.items() if value is not missing
        }
        return template.root_render_func(included)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the shared functions themselves, unless a template adds its own names."""
        return {**self.globals, **d} if d else self.globals


class _PrintEnvironment(_Environment):
    """Templates for LaTeX or Typst. Output of macros, blocks and included templates is not escaped again."""

    @staticmethod
    def concat(parts: Iterable[str]) -> RawSource:
        """Join pieces of output, all of which have already been escaped."""
        return RawSource("".join(parts))

    def __init__(self, format_: str, writer: Writer, folders: Iterable[Path]) -> None:
        super().__init__(
            block_start_string="<%",
            block_end_string="%>",
            variable_start_string="<%=",
            variable_end_string="%>",
            comment_start_string="<#",
            comment_end_string="#>",
            finalize=lambda value: value if isinstance(value, RawSource) else writer.escape(str(value)),
            loader=_PrintLoader(format_, folders),
            **_COMMON,
        )
        self._format = format_

    def join_path(self, template: str, parent: str) -> str:  # noqa: ARG002, the signature is Jinja's
        """Return the full name of a template that a shared template refers to without a format, such as
        ``_names``.
        """
        return template if "/" in template else template_name(self._format, template)


class _PrintLoader(jinja2.FileSystemLoader):
    """Finds a template by its name in the format, or else the template that the formats share."""

    def __init__(self, format_: str, folders: Iterable[Path]) -> None:
        super().__init__([*folders, TEMPLATES])
        self._before, self._after = template_name(format_, "*").split("*")

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the source of a template.

        :raises jinja2.TemplateNotFound: if it exists neither on the site, nor in the format, nor among the
            shared templates.
        """
        try:
            return super().get_source(environment, template)
        except jinja2.TemplateNotFound:
            name = template.removeprefix(self._before).removesuffix(self._after)
            shared = f"vitae/print/{name}.jinja"
            if template != f"{self._before}{name}{self._after}" or not (TEMPLATES / shared).is_file():
                raise
            return super().get_source(environment, shared)
