"""Visitors for HTML: lists and entries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from docutils import nodes
from markupsafe import Markup, escape

from sphinx_vitae.render import Chart, draw

from ..doctree.nodes import vitae_legend, vitae_record
from ..site.addresses import FORMS, SiteAddresses, writes_files
from . import html_people
from .guarding import domain_of, guarded
from .templates import around, entries, in_full, occasions

if TYPE_CHECKING:
    from sphinx_vitae.model import Record

    from ..doctree.nodes import (
        vitae_bar,
        vitae_chart,
        vitae_downloads,
        vitae_group_title,
        vitae_list,
        vitae_occasions,
        vitae_occasions_title,
        vitae_page,
        vitae_plain,
        vitae_work,
    )

__all__ = ["VISITORS"]


class _Page:
    """The render context for an HTML page."""

    def __init__(self, translator: Any) -> None:
        self._translator = translator
        #: Form and name of a list → the address of the file with its entries.
        self._files: dict[tuple[str, str], str] = {}

    def address(self, key: str) -> str:
        """The relative URL of an entry; empty if it is not on the site."""
        builder = self._translator.builder
        here = builder.current_docname
        found = domain_of(self._translator).placements.find(key, prefer=here)
        if found is None:
            return ""
        docname, placement = found
        if builder.name == "singlehtml" or docname == here:
            return f"#{placement.id}"
        return f"{builder.get_relative_uri(here, docname)}#{placement.id}"

    def page(self, key: str) -> str:
        """The relative URL of an entry page; empty if it does not exist, or is this page."""
        builder = self._translator.builder
        here = builder.current_docname
        found = domain_of(self._translator).placements.page(key)
        if found is None or found[0] == here or builder.name == "singlehtml":
            return ""
        return str(builder.get_relative_uri(here, found[0]))

    def math(self, source: str) -> str:
        """A formula, rendered by the site's math renderer."""
        body = self._translator.body
        mark = len(body)
        node = nodes.math(source, source)
        node.parent = nodes.paragraph()
        try:
            self._translator.visit_math(node)
            self._translator.depart_math(node)
        except nodes.SkipNode:
            pass
        made = "".join(body[mark:])
        del body[mark:]
        return made

    def label(self, key: str) -> str:
        """The text of a citation."""
        return domain_of(self._translator).rendering.label(key)

    def file(self, name: str) -> str:
        """The URL of a file next to the page; empty in EPUB, which cannot contain other documents."""
        return "" if self._translator.builder.name == "epub" else name

    def picture(self, name: str, path: Path) -> str:
        """The URL of a picture, which the builder copies."""
        return quote(self.file(name))

    def download(self, key: str, form: str, files: str = "") -> str:
        """The relative address of a file; that of a list has the entry's key in BibTeX as its fragment."""
        domain, builder = domain_of(self._translator), self._translator.builder
        record = domain.catalogue.find(key)
        if record is None or not writes_files(builder):
            return ""
        if files and domain.locations.site.page(key) is None:
            address = self._files.get((form, files))
            if address is None:
                address = self._files[form, files] = self._file(record, form, files)
        else:
            address = self._file(record, form, files)
        fragment = f"#{quote(record.written_key or key)}" if files else ""
        return address + fragment if address else ""

    def _file(self, record: Record, form: str, files: str) -> str:
        """The relative address of a file; empty if it is not written."""
        builder = self._translator.builder
        here, addresses = builder.current_docname, SiteAddresses(domain_of(self._translator), builder)
        uri = addresses.calendar(record) if form == "ics" else addresses.file(record.key, form, here, files)
        return addresses.from_page(here, uri) if uri else ""

    def number(self, key: str) -> str:
        """Return an empty string: references on pages are links, and do not need numbers."""
        return ""


def visit_list(self: Any, node: vitae_list) -> None:
    """Write the entries here. docutils' own way to each of them costs a tenth of writing it."""
    node["mark"] = len(self.body)
    write = entries(self, "html", node, _Page(self))
    for child in node.children:
        if type(child) is vitae_record:
            _write(self, child, write, long=node["long"])
        else:
            child.walkabout(self)
    raise nodes.SkipChildren


def depart_list(self: Any, node: vitae_list) -> None:
    made = "".join(self.body[node["mark"] :])
    del self.body[node["mark"] :]
    # for a list with several labels
    self.body.extend(f'<span id="{escape(id_)}"></span>' for id_ in node["ids"][1:])
    self.body.append(around(self, "html", node, made))


def visit_bar(self: Any, node: vitae_bar) -> None:
    legend = next(iter(node.findall(vitae_legend)), None)
    facts = {name: node[name] for name in ("kind", "listing", "jumps", "facets", "total", "counted")}
    renderer = domain_of(self).rendering.renderer("html")
    marks = legend["marks"] if legend else []
    made = guarded(self, "the bar above lists", lambda: renderer.template("bar", marks=marks, **facts))
    self.body.append(made or "")
    raise nodes.SkipNode


def visit_chart(self: Any, node: vitae_chart) -> None:
    node["mark"] = len(self.body)


def depart_chart(self: Any, node: vitae_chart) -> None:
    """In EPUB, each file with SVG would have to be declared, so only the table is shown."""
    table = Markup("".join(self.body[node["mark"] :]))
    del self.body[node["mark"] :]
    self.body.extend(f'<span id="{escape(id_)}"></span>' for id_ in node["ids"][1:])
    rendering = domain_of(self).rendering
    drawing = None if self.builder.name == "epub" else draw(Chart(**node["chart"]), rendering.words)
    facts = {
        "id": node["ids"][0] if node["ids"] else "",
        "classes": " ".join(["vitae-chart", *node["classes"]]),
        "title": node["title"],
        "summary": node["summary"],
    }
    renderer = rendering.renderer("html")
    made = guarded(self, "charts", lambda: renderer.template("chart", drawing=drawing, table=table, **facts))
    self.body.append(table if made is None else made)


def visit_downloads(self: Any, node: vitae_downloads) -> None:
    domain, here = domain_of(self), self.builder.current_docname
    place = next((place for place in domain.locations.lists.on(here) if place.files == node["files"]), None)
    if place and writes_files(self.builder):
        addresses = SiteAddresses(domain, self.builder)
        stem = quote(addresses.list_files(here, place))
        forms = FORMS if domain.locations.lists.offers(here, place) else ()
        facts = {
            "files": [(form, addresses.from_page(here, f"{stem}.{form}")) for form in forms],
            "fetched": place.fetched,
        }
        renderer = domain.rendering.renderer("html")
        self.body.append(guarded(self, "downloads", lambda: renderer.template("downloads", **facts)) or "")
    raise nodes.SkipNode


def visit_record(self: Any, node: vitae_record) -> None:
    """Called only for an entry that is not in a list, as if its template for occasions failed."""
    _write(self, node, entries(self, "html", node.parent, _Page(self)), long=False)
    raise nodes.SkipNode


def _write(
    self: Any, node: vitae_record, write: Callable[[vitae_record, str], str | None], *, long: bool
) -> None:
    """Write an entry; its plain text if the template failed."""
    if self.builder.name == "singlehtml":
        _drop_repeated_id(self, node)
    made = write(node, "")
    if made is not None:
        self.body.append(_narrow(made) if long else made)
        return
    self.body.append(f'<li class="vitae-entry"{_id(node)}>')
    for child in node.children:
        child.walkabout(self)
    self.body.append("</li>\n")


def _narrow(made: str) -> str:
    """HTML with character references for what is not in Latin-1.

    Python stores all of a text with as many bytes per character as the widest one needs, and several copies of
    a page exist at once: a dash in one entry would double the memory for a list of thousands.
    """
    return made.encode("latin-1", "xmlcharrefreplace").decode("latin-1")


def visit_occasions(self: Any, node: vitae_occasions) -> None:
    if self.builder.name == "singlehtml":
        for record in node.findall(vitae_record):
            _drop_repeated_id(self, record)
    made = occasions(self, "html", node, _Page(self))
    if made is not None:
        self.body.append(made)
        raise nodes.SkipNode


def depart_occasions(self: Any, node: vitae_occasions) -> None:
    """Called only if the template failed. The entries are then shown one by one."""


def _drop_repeated_id(translator: Any, node: vitae_record) -> None:
    """On a single page, only the first occurrence of an entry keeps its id."""
    seen = translator.__dict__.setdefault("vitae_ids", set())
    node["ids"] = [id_ for id_ in node["ids"] if id_ not in seen]
    seen.update(node["ids"])


def _id(node: nodes.Element) -> str:
    return f' id="{escape(node["ids"][0])}"' if node["ids"] else ""


def visit_work(self: Any, node: vitae_work) -> None:
    page = _Page(self)
    made = in_full(self, "html", node, page, lambda key: page.page(key) or page.address(key))
    if made is not None:
        self.body.append(made)
        raise nodes.SkipNode


def depart_work(self: Any, node: vitae_work) -> None:
    """Called only if the template failed. The plain text is then shown."""


def visit_group_title(self: Any, node: vitae_group_title) -> None:
    self.visit_title(node)


def depart_group_title(self: Any, node: vitae_group_title) -> None:
    self.body.append(f' <span class="vitae-count">{escape(node["count"])}</span>')
    self.depart_title(node)


def skip(self: Any, node: vitae_occasions_title | vitae_page | vitae_plain) -> None:
    """Skip page numbers, which are for print, and plain forms, whose content is in other nodes."""
    raise nodes.SkipNode


#: Node class → visitors.
VISITORS: Final[dict[str, tuple[Any, Any]]] = {
    **html_people.VISITORS,
    "vitae_bar": (visit_bar, None),
    "vitae_chart": (visit_chart, depart_chart),
    "vitae_downloads": (visit_downloads, None),
    "vitae_list": (visit_list, depart_list),
    "vitae_record": (visit_record, None),
    "vitae_work": (visit_work, depart_work),
    "vitae_group_title": (visit_group_title, depart_group_title),
    "vitae_occasions": (visit_occasions, depart_occasions),
    "vitae_occasions_title": (skip, None),
    "vitae_page": (skip, None),
    "vitae_plain": (skip, None),
}
