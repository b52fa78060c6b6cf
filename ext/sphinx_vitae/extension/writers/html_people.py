"""Visitors for HTML: people, and the CV directives."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from docutils import nodes
from markupsafe import escape
from sphinx.util.images import get_image_size
from sphinx.util.osutil import relative_uri

from sphinx_vitae.render import DateText

from ..doctree.nodes import vitae_photo
from ..settings.contacts import Contact, contacts, home_and_contacts, owner_of
from .guarding import domain_of
from .templates import described, escaped, person_of

if TYPE_CHECKING:
    from ..doctree.nodes import (
        vitae_header,
        vitae_item,
        vitae_item_title,
        vitae_letter,
        vitae_letter_part,
        vitae_people,
        vitae_person,
    )

__all__ = ["VISITORS"]


def visit_header(self: Any, node: vitae_header) -> None:
    if person := owner_of(domain_of(self).settings, node["owner"]):
        local = self.builder.name != "epub"
        ways = contacts(person, local=local)
        known = {way.url for way in ways}
        if local:
            pdfs = _pdfs(self) or _cv_of_site(self, node)
            ways += [way for way in pdfs if way.url not in known]
        facts = {
            "contacts": _seen(self, ways),
            "photo": _photo(self, node),
            "named": node["named"],
        }
        self.body.append(described(self, "html", "header", person, **facts))
    raise nodes.SkipNode


def visit_letter(self: Any, node: vitae_letter) -> None:
    self.body.append('<article class="vitae vitae-letter">\n')


def depart_letter(self: Any, node: vitae_letter) -> None:
    self.body.append("</article>\n")


def visit_letter_part(self: Any, node: vitae_letter_part) -> None:
    self.body.append(f'<p class="vitae-{node["part"]}">')


def depart_letter_part(self: Any, node: vitae_letter_part) -> None:
    self.body.append("</p>\n")


def _pdfs(translator: Any) -> list[Contact]:
    """The printed documents that start with this page, if the ``pdf`` tag is set."""
    found = domain_of(translator).build.offered(translator.builder.current_docname)
    pdfs = ((f"{document.title} (PDF)" if len(found) > 1 else "PDF", document.name) for document in found)
    return [Contact(label, label, f"{name}.pdf", local=True) for label, name in pdfs]


def _cv_of_site(translator: Any, node: vitae_header) -> list[Contact]:
    """The CV of the owner, for the header on the first page."""
    domain = domain_of(translator)
    first = translator.builder.current_docname == translator.config.root_doc
    if not (domain.build.cv and first and not node["owner"] and len(domain.settings.owners) == 1):
        return []
    return [Contact("CV", "CV", f"{domain.build.cv.name}.pdf", local=True)]


def _seen(translator: Any, ways: Iterable[Contact]) -> list[Contact]:
    """Contact details, with relative URLs for files on the site."""
    builder = translator.builder
    here = builder.get_target_uri(builder.current_docname)
    return [dataclasses.replace(way, url=relative_uri(here, way.url)) if way.local else way for way in ways]


def _photo(translator: Any, node: nodes.Element) -> dict[str, object]:
    """The photo among the children of a node: its URL, and its size if that is known."""
    for image in node.findall(vitae_photo):
        uri = image["uri"]
        if "://" in uri:
            return {"src": uri, "size": None}
        if name := translator.builder.images.get(uri):
            size = get_image_size(Path(translator.builder.srcdir, uri))
            return {"src": posixpath.join(translator.builder.imgpath, quote(name)), "size": size}
    return {}


def visit_item(self: Any, node: vitae_item) -> None:
    self.body.append('<div class="vitae-item">\n')
    if node["date"]:
        text, iso = escaped(self, "html", node["date"]), escape(node["iso"])
        name = "vitae-key vitae-period" if node.get("is_period") else "vitae-key"
        moment = (
            f'<time class="{name}" datetime="{iso}">{text}</time>'
            if iso
            else f'<span class="{name}">{text}</span>'
        )
        self.body.append(f"{moment}\n")


def visit_item_title(self: Any, node: vitae_item_title) -> None:
    self.body.append('<div><span class="vitae-title">')
    if url := node.parent["url"]:
        self.body.append(f'<a class="reference external" href="{escape(url)}">')


def depart_item_title(self: Any, node: vitae_item_title) -> None:
    item = node.parent
    parts = (item["organization"], item["location"])
    where = ", ".join(escaped(self, "html", part) for part in parts if part)
    self.body.append("</a></span>" if item["url"] else "</span>")
    self.body.append(f', <span class="vitae-venue">{where}</span></div>\n' if where else "</div>\n")
    self.body.append('<div class="vitae-prose">\n')


def depart_item(self: Any, node: vitae_item) -> None:
    self.body.append("</div>\n</div>\n")


def visit_people(self: Any, node: vitae_people) -> None:
    self.body.extend(f'<span id="{escape(id_)}"></span>' for id_ in node["ids"][1:])
    classes = escape(f"vitae-people {node['extra']}".strip())
    first = f' id="{escape(node["ids"][0])}"' if node["ids"] else ""
    self.body.append(f'<ul{first} class="{classes}">\n')


def depart_people(self: Any, node: vitae_people) -> None:
    self.body.append("</ul>\n")


def visit_person(self: Any, node: vitae_person) -> None:
    if person := person_of(self, node):
        home, ways = home_and_contacts(person, local=self.builder.name != "epub")
        facts = {
            "role": node["role"],
            "period": DateText(node["date"], node["iso"]),
            "home": "".join(way.url for way in _seen(self, [home] if home else [])),
            "contacts": _seen(self, ways),
            "photo": _photo(self, node),
        }
        self.body.append(described(self, "html", "person", person, **facts))
    raise nodes.SkipNode


#: Node class → visitors.
VISITORS: Final[dict[str, tuple[Any, Any]]] = {
    "vitae_header": (visit_header, None),
    "vitae_item": (visit_item, depart_item),
    "vitae_item_title": (visit_item_title, depart_item_title),
    "vitae_letter": (visit_letter, depart_letter),
    "vitae_letter_part": (visit_letter_part, depart_letter_part),
    "vitae_people": (visit_people, depart_people),
    "vitae_person": (visit_person, None),
}
