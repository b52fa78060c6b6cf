"""Rendering records with templates, with one `Renderer` for each format."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import jinja2
from markupsafe import Markup

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import Record, language_tag, slug

from ..entries.title_groups import Occasion
from ..formats.context import RenderContext
from ..formats.fragments import stop
from ..formats.html import Html, as_markup, escaped
from ..formats.writer import RawSource, Writer
from ..hidden_parts import without_hidden
from ..language.translated_words import Words
from ..options import EntryOptions
from ..styles.registry import Styles
from ..texts import capital
from .activity_functions import ActivityFunctions
from .composed import Composed
from .entry_functions import EntryFunctions
from .environment import environment, load, template_name
from .icons import icon, icon_of
from .layouts import GENERAL, STYLED

__all__ = ["Renderer"]

#: In print, cards are replaced by the reference layout, because paper is not interactive.
_INSTEAD: Final = {
    (format_, layout): "reference" for format_ in ("latex", "typst") for layout in ("card", "feature")
}


def _writer(format_: str, *, from_right: bool) -> Writer:
    """The writer for a format; a build does not load the others."""
    if format_ == "latex":
        from ..formats.latex import Latex

        return Latex(from_right=from_right)
    if format_ == "typst":
        from ..formats.typst import Typst

        return Typst(from_right=from_right)
    return Html(from_right=from_right)


def _attributes(id_: str, value: int, facets: Mapping[str, Sequence[str]]) -> Markup:
    """The HTML attributes for an entry's element."""
    made = f' id="{escaped(id_)}"' if id_ else ""
    if value:
        made += f' value="{value}"'
    for name, words in facets.items():
        if text := " ".join(words):
            made += f' data-{name}="{escaped(text)}"'
    return as_markup(made)


class Renderer:
    """Renders records in one format.

    :param format_: ``html``, ``latex`` or ``typst``.
    :param folders: the site's folders, whose templates replace ours.
    :param styles: the styles, which all renderers for a site share.
    :param composed: the parts that the formats of a site compose for each other.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        words: Words,
        format_: str,
        folders: Sequence[Path] = (),
        styles: Styles | None = None,
        composed: Composed | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._format = format_
        self.writer = _writer(format_, from_right=words.from_right)
        self._environment = environment(format_, self.writer, folders)
        styles = styles or Styles(catalogue, words)
        self._styles = styles.names
        functions = EntryFunctions(catalogue, words, self.writer, styles, composed or Composed())
        activity_functions = ActivityFunctions(functions, catalogue, words, self.writer)
        self._environment.globals.update(functions.by_name | activity_functions.by_name)
        self._environment.globals |= {"comma": words.comma, "colon": words.colon}
        self._environment.filters.update(
            raw=RawSource,
            tex=RawSource,
            typst=RawSource,
            language=language_tag,
            slug=slug,
            stop=stop,
            capital=capital,
        )
        if isinstance(self.writer, Html):
            # of names, which are not a `Text`; the same people occur again and again
            isolated = lru_cache(4096, typed=True)(self.writer.escape)
            self._environment.filters |= {"isolated": isolated, "in_parts": self.writer.in_parts}
            self._environment.globals.update(icon=icon, icon_of=icon_of)
        else:
            self._environment.globals["markup"] = self._environment.get_template(
                template_name(format_, "_markup")
            ).module
        self._templates: dict[tuple[str, str, str], jinja2.Template] = {}

    def entry(
        self,
        record: Record,
        page: RenderContext,
        options: EntryOptions,
        *,
        kind: str = "",
        id_: str = "",
        target: str = "",
        number: str = "",
        value: int = 0,
        facets: Mapping[str, Sequence[str]] = MappingProxyType({}),
        legend: Sequence[tuple[str, str]] = (),
    ) -> str:
        """One entry in a list.

        :param kind: the kind whose template is used, if it differs from the record's own kind.
        :param id_: the id of the element; empty if it does not need one.
        :param target: code that sets the anchor, in formats that need it.
        :param number: the number as printed; *value* is the same number as an integer, or 0.
        :param facets: the words for each facet, in a list that readers can filter.
        :param legend: the marks after names that this entry explains, with their meanings.
        :raises jinja2.TemplateError: and any other exception that a custom template raises.
        """
        kind = kind or record.kind
        styled = self._is_style(kind, options.layout)  # a style hides parts itself
        return self._template("", kind, options.layout).render(
            record=record if styled else without_hidden(record, options.hide),
            page=page,
            options=options,
            id=id_,
            target=RawSource(target),
            number=number,
            value=value,
            legend=legend,
            attributes=_attributes(id_, value, facets) if self._format == "html" else "",
        )

    def occasions(
        self, kind: str, occasions: Sequence[Occasion], page: RenderContext, options: EntryOptions
    ) -> str:
        """Entries with the same title as one entry, with their common parts printed once.

        :raises jinja2.TemplateError: and any other exception that a custom template raises.
        """
        names = [template_name(self._format, name) for name in (f"occasions-{kind}", "occasions")]
        return self._environment.select_template(names).render(
            occasions=occasions, page=page, options=options
        )

    def in_full(self, record: Record, page: RenderContext, options: EntryOptions, **facts: Any) -> str:
        """A full entry, for its own page, without the title, which is the heading of the page.

        :param facts: additional variables for the template.
        :raises jinja2.TemplateError: and any other exception that a custom template raises.
        """
        return self._template("", record.kind, "page").render(
            record=without_hidden(record, options.hide), page=page, options=options, **facts
        )

    def around(self, kind: str, layout: str, entries: str, **facts: Any) -> str:
        """A whole list: its template, around its entries.

        Styles use the template of the ``reference`` layout.

        :param entries: the rendered entries.
        :param facts: additional variables for the template.
        :raises jinja2.TemplateError: and any other exception that a custom template raises.
        """
        styled = self._is_style(kind, layout)
        if styled:
            word = re.sub(r"[^\w-]+", "-", layout)
            facts["classes"] = f"vitae-{word} {facts.get('classes', '')}".strip()
            layout = "reference"
        return self._template("list-", kind, layout).render(
            entries=self._marked(entries), kind=kind, layout=layout, styled=styled, **facts
        )

    def template(self, name: str, /, **facts: Any) -> str:
        """Render any other template in the format (``header``, ``person``).

        :raises jinja2.TemplateError: and any other exception that a custom template raises.
        """
        return self._environment.get_template(template_name(self._format, name)).render(**facts)

    def load(self, kind: str, *names: str) -> None:
        """Compile the template for the entry pages of a kind, and templates with other names, with all that they use."""
        paths = [template_name(self._format, name) for name in names]
        with contextlib.suppress(jinja2.TemplateError):  # reported when it is rendered
            paths.append(self._template("", kind, "page").name or "")
        load(self._environment, paths)

    def _is_style(self, kind: str, layout: str) -> bool:
        """Whether a layout is a style that no template replaces."""
        if kind != "publication" or layout not in self._styles:
            return False
        return template_name(self._format, f"{kind}-{layout}") not in self._own_templates

    @cached_property
    def _own_templates(self) -> frozenset[str]:
        return frozenset(self._environment.list_templates())

    def _marked(self, source: str) -> str:
        return Markup(source) if self._format == "html" else RawSource(source)

    def _template(self, prefix: str, kind: str, layout: str) -> jinja2.Template:
        """The most specific template: for this kind, then for activities, then for any layout."""
        if (prefix, kind, layout) not in self._templates:
            kinds = [kind] if kind in GENERAL else [kind, "activity"]
            first = STYLED if self._is_style(kind, layout) else layout
            wanted = [first, _INSTEAD.get((self._format, layout), "card"), "reference"]
            names = [f"{prefix}{name}-{look}" for look in wanted for name in kinds]
            names += [f"{prefix}{name}" for name in kinds] + (["list"] if prefix else [])
            self._templates[prefix, kind, layout] = self._environment.select_template(
                [template_name(self._format, name) for name in names]
            )
        return self._templates[prefix, kind, layout]
