"""An entry in full, as on its entry page, and the ``publication`` directive, which shows one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_vitae.model import ProblemKind, Record, record_id
from sphinx_vitae.render import EntryOptions

from ..doctree.nodes import vitae_publication, vitae_work
from ..doctree.text_nodes import text_nodes
from ..site.dependencies import ChoicesDependency, EntryDependency, WorkDependency
from ..site.search import search_name
from .base import VitaeDirective, free_id
from .long_texts import can_wait, long_texts

if TYPE_CHECKING:
    from docutils.nodes import Node

    from ..site.domain import VitaeDomain

__all__ = ["PublicationDirective", "entry_section", "recorded"]


class PublicationDirective(VitaeDirective):
    """Shows a single entry in full: title, people, venue, links, abstract, related entries, BibTeX."""

    def run(self) -> list[Node]:
        """The entry, after reporting all problems with the options, the body and the key."""
        catalogue = self.domain.catalogue
        key = " ".join(self.arguments).strip()
        if not key:
            self._no_key()
            return []
        for name in self.options:
            self.problem(
                ProblemKind.OPTION_UNKNOWN,
                f"unknown option {name!r}; this directive does not accept any options",
            )
        if self.content:
            self.problem(ProblemKind.CONTENT, "does not accept a body", "put the text below it")
        record = recorded(self.domain, self.env.docname, key)
        if record is None:
            self.problem(ProblemKind.KEY_UNKNOWN, f"no entry has the key {key!r}", catalogue.nearest(key))
            return []
        section = entry_section(self.domain, self.state.document, record)
        self.set_source_info(section)
        self.set_source_info(section[-1])
        return [section]

    def _no_key(self) -> None:
        """Report a missing key only once.

        If there are options or a body, the author probably meant ``publications``.
        """
        if self.options or self.content:
            fix = "write the key after the name of the directive, or use {publications} for a list"
            self.problem(ProblemKind.ARGUMENT, "shows a single entry, but has no key", fix)
        else:
            self.problem(
                ProblemKind.ARGUMENT,
                "has no key",
                "write the key of an entry after the name of the directive",
            )


def recorded(domain: VitaeDomain, docname: str, key: str) -> Record | None:
    """The entry that a page shows in full, after its dependencies are recorded; ``None`` if there is none."""
    catalogue = domain.catalogue
    record = catalogue.find(key)
    domain.depend(docname, EntryDependency(key))
    if record is None:
        domain.depend(docname, ChoicesDependency(()))
        return None
    domain.depend(docname, WorkDependency(record.key))
    tied = [tie.key for tie in catalogue.ties(record.key)]
    beside = [other.key for other in catalogue.beside(record) if other]
    for other in (*tied, *beside):
        domain.link(docname, other)
    return record


def entry_section(domain: VitaeDomain, document: nodes.document, record: Record) -> vitae_publication:
    """The section of an entry in full: its title, and the entry, which the writers render with a template."""
    id_ = free_id(document, record_id(record.kind, record.key))
    section = vitae_publication(ids=[id_])
    document.ids[id_] = section
    # The bibliography contains the translations of titles, not the catalogues of the site.
    section += nodes.title("", "", *text_nodes(record.title), translatable=False)
    options = _options(domain.settings.names)
    section += vitae_work(
        "",
        *_plain(domain, record, options),
        key=record.key,
        kind=record.kind,
        name=search_name(record),
        title=str(record.title),
        entry_options=_attribute(options),
        target=id_,
        shortened=can_wait(record),
        classes=["vitae"],
    )
    return section


@lru_cache
def _options(names: str) -> EntryOptions:
    return EntryOptions(layout="page", names=names, show=("keywords",))


@lru_cache
def _attribute(options: EntryOptions) -> dict[str, Any]:
    """Options as an attribute, which all pages share while Sphinx keeps them in memory."""
    return dataclasses.asdict(options)


def _plain(domain: VitaeDomain, record: Record, options: EntryOptions) -> Iterator[Node]:
    """The entry as plain text, for searches and for simple builders."""
    plain = dataclasses.replace(options, layout="reference")
    text = list(domain.rendering.plain(record, record.kind, plain))
    yield nodes.paragraph("", "", *text, support_smartquotes=False)
    if not can_wait(record):
        yield from long_texts(record)
