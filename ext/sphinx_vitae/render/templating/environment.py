"""The Jinja environment of each format: where its templates are, how they are written, and how values are escaped.

LaTeX and Typst print the same entries. Their templates are shared, in ``vitae/print``, and write no markup of
their own: they call the macros of ``vitae/latex/_markup.tex.jinja`` or ``vitae/typst/_markup.typ.jinja``. Each
shared template still has a name in both formats (``vitae/latex/talk.tex.jinja``), under which a site replaces it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2.runtime import Context

from ..formats.writer import RawSource, Writer

__all__ = ["TEMPLATES", "environment", "template_name"]

#: The folder of our own templates.
TEMPLATES: Final = Path(__file__).resolve().parents[2] / "templates"
_ENDINGS: Final = {"html": "html", "latex": "tex", "typst": "typ"}
_COMMON: Final[Mapping[str, Any]] = {
    "undefined": jinja2.StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "cache_size": -1,
    "auto_reload": False,
}


def template_name(format_: str, name: str) -> str:
    """The name of a template within a folder of templates: ``vitae/html/talk-card.html.jinja``.

    :param format_: ``html``, ``latex`` or ``typst``.
    """
    return f"vitae/{format_}/{name}.{_ENDINGS[format_]}.jinja"


def environment(format_: str, writer: Writer, folders: Iterable[Path]) -> jinja2.Environment:
    """The environment of a format; its delimiters are those of Sphinx's own templates of the format.

    :param writer: escapes every value that is not source already.
    :param folders: of the site, in which templates replace ours.
    """
    if format_ == "html":
        loader = jinja2.FileSystemLoader([*folders, TEMPLATES])
        return _Environment(autoescape=True, loader=loader, **_COMMON)
    return _PrintEnvironment(format_, writer, folders)


class _Context(Context):
    """Calls what templates call, without the questions that Jinja asks of each function at each call.

    Functions that take the context read the page and the options from it, and no variable of a loop.
    """

    def call(self, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        if getattr(obj, "jinja_pass_arg", None) is _PASS_CONTEXT:
            return obj(self, *args, **kwargs)
        return obj(*args, **kwargs)


#: How `jinja2.pass_context` marks a function.
_PASS_CONTEXT: Final = jinja2.pass_context(lambda context: context).jinja_pass_arg  # type: ignore[attr-defined]


class _Environment(jinja2.Environment):
    """Templates that all share one plain dictionary of functions.

    Jinja's own lets the names of each template hide those of all, through a chain of dictionaries that is
    copied for every entry that is printed.
    """

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **d} if d else self.globals


class _PrintEnvironment(_Environment):
    """Templates of LaTeX or Typst. What a macro, a block or an included template made is source already."""

    @staticmethod
    def concat(parts: Iterable[str]) -> RawSource:
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

    def join_path(self, template: str, parent: str) -> str:  # noqa: ARG002, the signature is Jinja’s
        """A shared template names others without their format: ``_names``."""
        return template if "/" in template else template_name(self._format, template)


class _PrintLoader(jinja2.FileSystemLoader):
    """Finds a template under its name in the format; where there is none, the one that the formats share."""

    def __init__(self, format_: str, folders: Iterable[Path]) -> None:
        super().__init__([*folders, TEMPLATES])
        self._before, self._after = template_name(format_, "*").split("*")

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except jinja2.TemplateNotFound:
            name = template.removeprefix(self._before).removesuffix(self._after)
            shared = f"vitae/print/{name}.jinja"
            if template != f"{self._before}{name}{self._after}" or not (TEMPLATES / shared).is_file():
                raise
            return super().get_source(environment, shared)
