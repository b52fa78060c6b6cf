"""The ``cite`` domain: sphinxcontrib-bibtex roles that link to our lists and pages.

A subclass replaces the upstream domain. The reference styles still format citations;
`sphinx_vitae.extension.citations.targets` determines their targets. In print, a citation of an entry
outside the document links to the entry on the site. With ``vitae_cite = False``, everything works as in
the upstream extension.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar, Final, cast

from docutils import nodes
from pybtex.backends.plaintext import Backend as PlainText
from pybtex.richtext import Text
from pybtex.style import FormattedEntry
from sphinx.util import logging
from sphinx.util.nodes import make_refnode
from sphinxcontrib.bibtex.citation_target import CitationTarget, parse_citation_targets
from sphinxcontrib.bibtex.domain import BibtexDomain
from sphinxcontrib.bibtex.roles import CiteRole
from sphinxcontrib.bibtex.style.referencing import format_references
from sphinxcontrib.bibtex.style.template import SphinxReferenceInfo

from sphinx_vitae import render
from sphinx_vitae.model import Problem, ProblemKind

from ..doctree.nodes import vitae_page
from ..site.placements import is_printed, pages_in_print
from .targets import LinkTarget, LinkTargets

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, system_message
    from pybtex.database import Entry
    from pybtex.richtext import BaseText
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..site.domain import VitaeDomain

__all__ = ["CiteDomain", "CitingRole"]

_logger: Final = logging.getLogger(__name__)
_UNMADE: Final = "vitae-cite:"


class CitingRole(CiteRole):
    """All roles of the domain.

    In the upstream extension, a list of keys that cannot be parsed stops the build.
    """

    def result_nodes(
        self, document: nodes.document, env: BuildEnvironment, node: Element, is_ref: bool
    ) -> tuple[list[Node], list[system_message]]:
        """The upstream citation. A list of keys that cannot be parsed is a problem, not an exception."""
        try:
            list(parse_citation_targets(self.target))
        except ValueError:
            source, line = self.get_source_info()
            message = f"role {self.name!r}: {self.target!r} is not a list of keys"
            fix = "separate keys with commas, and put text before or after a key in braces"
            problem = Problem(ProblemKind.KEY_UNKNOWN, message, source, line or 0, fix=fix)
            cast("VitaeDomain", env.domains["vitae"]).note(env.docname, problem)
            return [nodes.inline(self.target, self.target)], []
        made = super().result_nodes(document, env, node, is_ref)  # type: ignore[no-untyped-call]
        return cast("tuple[list[Node], list[system_message]]", made)


class _Unmade:
    """Replaces the builder, so that reference styles leave the creation of links to us."""

    name: ClassVar = ""

    @staticmethod
    def get_relative_uri(from_: str, to: str) -> str:
        """Return an empty address."""
        return f"{_UNMADE}{to}"


class CiteDomain(BibtexDomain):
    """The ``cite`` domain, with our lists and pages as targets."""

    roles: ClassVar = dict.fromkeys(BibtexDomain.roles, CitingRole())

    _targets: LinkTargets

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._titles: dict[str, str] = {}
        self._known: dict[tuple[object, ...], BaseText] = {}

    @property
    def _vitae(self) -> VitaeDomain:
        return cast("VitaeDomain", self.env.domains["vitae"])

    # Reading pages ----------------------------------------------------------------------------------

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Make the page depend on the entries that it cites."""
        refs = takewhile(lambda ref: ref.docname == docname, reversed(self.citation_refs))
        for key in sorted({target.key for ref in refs for target in ref.targets}):
            self._vitae.cite(docname, key)

    def env_updated(self) -> Iterable[str]:
        """Order upstream bibliographies in the order in which a clean build reads them, because the last one
        takes precedence.
        """
        if self._vitae.settings.cite:
            ordered = sorted(self.bibliographies.items(), key=lambda item: item[0].docname)
            self.data["bibliographies"] = dict(ordered)
        updated = super().env_updated()
        self._targets = LinkTargets(self, self._vitae)
        return updated

    def shown(self, docname: str) -> Iterator[tuple[str, str, str, str]]:
        """The citations on a page: key as written, key, target and label. This does not load any records."""
        for written, key in sorted(self._vitae.data["cited"].get(docname, {}).items()):
            if target := self._targets.find(written, key, docname):
                yield written, target.docname, target.id, target.label

    # Links ------------------------------------------------------------------------------------------

    def resolve_xref(  # type: ignore[override]
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> Element:
        """Resolve all links in a citation, and format them with the reference style."""
        if not self._vitae.settings.cite:
            return super().resolve_xref(env, fromdocname, builder, typ, target, node, contnode)
        printed = pages_in_print(builder)
        targets: dict[str, tuple[LinkTarget, CitationTarget]] = {}
        for part in parse_citation_targets(target):
            record = self._vitae.catalogue.find(part.key)
            known = self._targets.find(part.key, record.key if record else "", fromdocname, printed)
            if known and (known.citation or known.key in self.bibdata.data.entries):
                targets[part.key] = known, part
            else:
                self._complain(part.key, fromdocname, node)
        found = list(targets.values())
        if all(target.citation for target, _ in found):  # as in the upstream extension
            found.sort(key=lambda pair: (pair[0].docname != fromdocname, pair[0].order))
        made = self._formatted(typ, found, fromdocname, builder).render(self.backend)
        result = nodes.inline(target, "", *made, classes=["bibtex-citation"])
        self._make_links(result, {target.key: target for target, _ in found}, fromdocname, builder)
        return result

    def _formatted(
        self,
        role: str,
        found: Sequence[tuple[LinkTarget, CitationTarget]],
        fromdocname: str,
        builder: Builder,
    ) -> BaseText:
        """A citation in the reference style.

        If we create all of its links, it is the same on every page and is cached, because pybtex is slow.
        """
        known = None
        if not any(target.citation and target.inside for target, _ in found):
            known = role, *((target.key, target.docname, target.label, part) for target, part in found)
            if known in self._known:
                return self._known[known]
        references = [self._reference(target, part, fromdocname, builder) for target, part in found]
        made = format_references(self.reference_style, role, references)
        if known:
            self._known[known] = made
        return made

    def _reference(
        self, target: LinkTarget, part: CitationTarget, fromdocname: str, builder: Builder
    ) -> tuple[Entry, FormattedEntry, SphinxReferenceInfo]:
        """The data that a reference style needs for one key."""
        if target.citation is None:
            entry = self.bibdata.data.entries[target.key]
            formatted = FormattedEntry(target.key, Text(target.key), target.label)
        else:
            entry, formatted = target.citation.entry, target.citation.formatted_entry
        if target.citation and target.inside:
            tooltip = target.citation.tooltip_entry
            title = tooltip.text.render(PlainText()).replace("\\url ", "") if tooltip else None
            place = SphinxReferenceInfo(
                builder, fromdocname, target.docname, target.id, title, part.pre, part.post
            )
        else:
            unmade = cast("Builder", _Unmade())
            place = SphinxReferenceInfo(unmade, "", target.key, "", None, part.pre, part.post)
        return entry, formatted, place

    def _make_links(
        self, result: Element, targets: dict[str, LinkTarget], docname: str, builder: Builder
    ) -> None:
        """Create the links that the reference style left to us."""
        pages = []
        for unmade in list(result.findall(nodes.reference)):
            key = unmade.get("refuri", "")
            if not key.startswith(_UNMADE):
                continue
            target = targets[key.removeprefix(_UNMADE)]
            if not target.inside:
                content = nodes.inline("", "", *unmade.children)
                unmade.replace_self(self._outside(target, content))
                continue
            title = self._title(target.key)
            link = make_refnode(builder, docname, target.docname, target.id, unmade.children, title)
            pages.append((link, vitae_page(label=f"{target.docname}:{target.id}")))
            unmade.replace_self(link)
        if is_printed(builder):
            for link, page in pages:
                _name_page(result, link, page, alone=len(targets) == 1)

    def _outside(self, target: LinkTarget, content: nodes.inline) -> Element:
        """A link from a printed document to the site; plain text if the site's address is unknown."""
        if target.citation is None:
            return self._vitae.outside(target.key, content)
        url = self._vitae.build.address(target.docname, target.id)
        return nodes.reference("", "", content, refuri=url, internal=False) if url else content

    def _title(self, key: str) -> str | None:
        """The entry as text, for the tooltip of a link (``bibtex_tooltips``)."""
        config = self.env.config
        if not config.bibtex_tooltips:
            return None
        if key not in self._titles:
            rendering = self._vitae.rendering
            style = config.bibtex_tooltips_style
            options = render.EntryOptions(layout=style if style in rendering.styles else "reference")
            record = self._vitae.catalogue.records[key]
            plain = rendering.plain(record, record.kind, options)
            self._titles[key] = "".join(part.astext() for part in plain)
        return self._titles[key]

    def _complain(self, key: str, docname: str, node: Element) -> None:
        """Warn, on every build, that neither a list nor a bibliography contains the key."""
        catalogue = self._vitae.catalogue
        if catalogue.find(key):
            hint = "the entry is not in any list or bibliography on the site; add it to one"
        else:
            hint = catalogue.nearest(key) or "no file in bibtex_bibfiles contains it"
        message = 'could not find bibtex key "%s"; %s'
        _logger.warning(message, key, hint, location=node, type="bibtex", subtype="key_not_found")
        self._vitae.build_state.fail(docname)

    def resolve_any_xref(  # type: ignore[override]
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, Element]]:
        """Return nothing for keys in our lists, because our own domain resolves them."""
        if self._vitae.settings.cite and self._vitae.stands(target):
            return []
        found: list[tuple[str, Element]] = super().resolve_any_xref(
            env, fromdocname, builder, target, node, contnode
        )
        return found


def _name_page(result: Element, link: nodes.reference, page: vitae_page, *, alone: bool) -> None:
    """Add the page number after a citation of one work, or after each link; never in a superscript."""
    above: Element = link
    while above.parent is not result and (alone or _raised(above.parent, result)):
        above = above.parent
    where = len(result) if alone else above.parent.index(above) + 1
    above.parent.insert(where, page)


def _raised(node: Element, result: Element) -> bool:
    """Whether part of a citation contains a superscript or is inside one."""
    while node is not result and not isinstance(node, nodes.superscript):
        node = node.parent
    return node is not result
