"""Visitors for HTML."""

from __future__ import annotations

import dataclasses
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from docutils import nodes
from markupsafe import escape
from sphinx.util.osutil import relative_uri

from .contacts import contacts, full_name, owner_of
from .nodes import vitae_legend
from .writing import around, domain_of, entry, guarded

if TYPE_CHECKING:
    from .nodes import (
        vitae_bar,
        vitae_group_title,
        vitae_header,
        vitae_item,
        vitae_item_title,
        vitae_list,
        vitae_page,
        vitae_plain,
        vitae_record,
    )

__all__ = ["VISITORS"]


class _Page:
    """The surroundings of an entry on an HTML page."""

    def __init__(self, translator: Any) -> None:
        self._translator = translator

    def address(self, key: str) -> str:
        builder = self._translator.builder
        here = builder.current_docname
        found = domain_of(self._translator).places.find(key, prefer=here)
        if found is None:
            return ""
        docname, placement = found
        if builder.name == "singlehtml" or docname == here:
            return f"#{placement.id}"
        return f"{builder.get_relative_uri(here, docname)}#{placement.id}"

    def math(self, source: str) -> str:
        """Through the math renderer of the site."""
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
        return domain_of(self._translator).printing.label(key)

    def file(self, name: str) -> str:
        """It lies beside the page; an EPUB holds no other documents."""
        return "" if self._translator.builder.name == "epub" else name

    def picture(self, name: str, path: Path) -> str:
        return quote(self.file(name))

    def number(self, key: str) -> str:
        return ""


def visit_list(self: Any, node: vitae_list) -> None:
    node["mark"] = len(self.body)


def depart_list(self: Any, node: vitae_list) -> None:
    entries = "".join(self.body[node["mark"] :])
    del self.body[node["mark"] :]
    # A list that has several labels.
    self.body.extend(f'<span id="{escape(id_)}"></span>' for id_ in node["ids"][1:])
    self.body.append(around(self, "html", node, entries))


def visit_bar(self: Any, node: vitae_bar) -> None:
    legend = next(iter(node.findall(vitae_legend)), None)
    facts = {name: node[name] for name in ("kind", "listing", "jumps", "facets", "total", "counted")}
    renderer = domain_of(self).printing.renderer("html")
    marks = legend["marks"] if legend else []
    made = guarded(self, "the bar above lists", lambda: renderer.template("bar", marks=marks, **facts))
    self.body.append(made or "")
    raise nodes.SkipNode


def visit_record(self: Any, node: vitae_record) -> None:
    if self.builder.name == "singlehtml":
        _drop_repeated_id(self, node)
    made = entry(self, "html", node, _Page(self))
    if made is None:
        self.body.append(f'<li class="vitae-entry"{_id(node)}>')
        return
    self.body.append(made)
    raise nodes.SkipNode


def _drop_repeated_id(translator: Any, node: vitae_record) -> None:
    """All pages are one here: of an entry that stands on several, the first has the id."""
    seen = translator.__dict__.setdefault("vitae_ids", set())
    node["ids"] = [id_ for id_ in node["ids"] if id_ not in seen]
    seen.update(node["ids"])


def depart_record(self: Any, node: vitae_record) -> None:
    """Only where the template failed: the plain text stands alone."""
    self.body.append("</li>\n")


def _id(node: nodes.Element) -> str:
    return f' id="{escape(node["ids"][0])}"' if node["ids"] else ""


def visit_group_title(self: Any, node: vitae_group_title) -> None:
    self.visit_title(node)


def depart_group_title(self: Any, node: vitae_group_title) -> None:
    self.body.append(f' <span class="vitae-count">{escape(node["count"])}</span>')
    self.depart_title(node)


def visit_header(self: Any, node: vitae_header) -> None:
    domain = domain_of(self)
    person = owner_of(domain, node["owner"])
    if person is None:
        raise nodes.SkipNode
    photo = ""
    for image in node.findall(nodes.image):
        name = self.builder.images.get(image["uri"])
        photo = posixpath.join(self.builder.imgpath, quote(name)) if name else ""
    here = self.builder.get_target_uri(self.builder.current_docname)
    ways = [
        dataclasses.replace(way, url=relative_uri(here, way.url)) if way.local else way
        for way in contacts(person, local=self.builder.name != "epub")
    ]
    renderer = domain.printing.renderer("html")
    made = guarded(
        self,
        "cv-header",
        lambda: renderer.template(
            "header", person=person, name=full_name(person), contacts=ways, photo=photo
        ),
    )
    self.body.append(made or "")
    raise nodes.SkipNode


def visit_item(self: Any, node: vitae_item) -> None:
    self.body.append('<div class="vitae-item">\n')
    if node["date"]:
        moment = f' datetime="{escape(node["iso"])}"' if node["iso"] else ""
        self.body.append(f'<time class="vitae-key"{moment}>{escape(node["date"])}</time>\n')


def visit_item_title(self: Any, node: vitae_item_title) -> None:
    self.body.append('<div><span class="vitae-title">')
    if url := node.parent["url"]:
        self.body.append(f'<a class="reference external" href="{escape(url)}">')


def depart_item_title(self: Any, node: vitae_item_title) -> None:
    item = node.parent
    where = ", ".join(part for part in (item["organization"], item["location"]) if part)
    self.body.append("</a></span>" if item["url"] else "</span>")
    self.body.append(f', <span class="vitae-venue">{escape(where)}</span></div>\n' if where else "</div>\n")
    self.body.append('<div class="vitae-prose">\n')


def depart_item(self: Any, node: vitae_item) -> None:
    self.body.append("</div>\n</div>\n")


def skip(self: Any, node: vitae_page | vitae_plain) -> None:
    """Pages are for print; the plain form of a CV item is said elsewhere."""
    raise nodes.SkipNode


#: Node class → visitors.
VISITORS: Final[dict[str, tuple[Any, Any]]] = {
    "vitae_bar": (visit_bar, None),
    "vitae_list": (visit_list, depart_list),
    "vitae_record": (visit_record, depart_record),
    "vitae_group_title": (visit_group_title, depart_group_title),
    "vitae_header": (visit_header, None),
    "vitae_item": (visit_item, depart_item),
    "vitae_item_title": (visit_item_title, depart_item_title),
    "vitae_page": (skip, None),
    "vitae_plain": (skip, None),
}
