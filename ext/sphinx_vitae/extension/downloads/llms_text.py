"""``llms.txt`` (https://llmstxt.org): the pages and works of the site, for language models."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from sphinx_vitae.export import unicode_text
from sphinx_vitae.model import Record
from sphinx_vitae.render import Words

from ..site.addresses import SiteAddresses
from ..site.domain import VitaeDomain
from ..site.feeds import owner_name
from ..writers.guarding import guarded
from .output_files import OutputFile

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["llms_files"]

#: The characters that end a link or begin markup in Markdown.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>]")


def llms_files(app: Sphinx, domain: VitaeDomain, addresses: SiteAddresses) -> Iterator[OutputFile]:
    """The file, if ``vitae_metadata`` asks for it."""
    if "llms" in domain.settings.metadata:
        yield OutputFile("llms.txt", "", lambda: _text(app, domain, addresses))


def _text(app: Sphinx, domain: VitaeDomain, addresses: SiteAddresses) -> str | None:
    works = domain.catalogue.listable("publication")
    own = {docname for record in works if addresses.work_on(docname := addresses.page_with(record.key))}
    titles = (
        (name, app.env.titles[name].astext()) for name in sorted(app.env.found_docs & set(app.env.titles))
    )
    pages = [
        (_line(title), Markup(addresses.absolute(addresses.uri(name)) or addresses.uri(name)))
        for name, title in titles
        if name not in own
    ]
    owner = owner_name(domain)
    facts = {
        "title": _line(app.config.project or owner),
        "owner": _line(owner),
        "pages": pages,
        "works": [_work(addresses, record, domain.rendering.words) for record in works],
    }
    return guarded(app, "llms.txt", lambda: domain.rendering.renderer("html").template("head/llms", **facts))


def _work(addresses: SiteAddresses, record: Record, words: Words) -> tuple[Markup, Markup, Markup]:
    """The title, the address and the rest of a work."""
    uri = addresses.entry(record.key)
    year = record.date.year if record.date else None
    people = record.people("author", "editor")
    names = words.comma.join(map(str, people.persons[:10]))
    if len(people.persons) > 10:
        names += f" {words('et al.')}"
    venue = unicode_text(record.text("journaltitle", "booktitle", "eventtitle", "institution", "publisher"))
    facts = words.comma.join(filter(None, (names, venue, str(year) if year is not None else "")))
    return _line(unicode_text(record.title)), Markup(addresses.absolute(uri) or uri), _line(facts)


def _line(text: str) -> Markup:
    """Text as one line of Markdown."""
    return Markup(_MARKUP.sub(r"\\\g<0>", " ".join(text.split())))
