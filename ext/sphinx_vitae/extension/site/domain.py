"""The domain: the catalogue, the dependencies of pages, the locations of entries, and links to them.

The catalogue is an attribute of the domain, not part of its data. It is never pickled with the
environment, and forked worker processes inherit it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType

from sphinx_vitae.catalogue import Bibliography, Catalogue, digest_of
from sphinx_vitae.model import N_, Problem, ProblemKind, Profile, Settings, record_id
from sphinx_vitae.render import FailedTemplates, Words

from ..doctree.only import hold
from ..settings.contacts import owner_of
from ..settings.printed_documents import Document, DocumentQueue
from .build_state import BuildState
from .canonical_numbers import unnumbered
from .dependencies import CitationDependency, Dependency, EntryDependency
from .entry_pages import Pages
from .links import Links
from .lists import Lists, headers_of, lists_of
from .placements import Placement, Placements, placements_of, toctree_order
from .references import Reference, is_elsewhere, problem_of, references, role_of
from .rendering import Rendering
from .search import WholeAnchor
from .site_checks import unlisted, untargeted

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags

__all__ = ["VitaeDomain"]

#: The parts of the data that are stored per page.
_PARTS: Final = ("dependencies", "placed", "lists", "headers", "linked", "cited", "numbered", "problems")


class VitaeDomain(Domain):
    """Publications, talks, awards and activities."""

    name = "vitae"
    label = "Academic record"
    data_version = 6
    object_types: ClassVar = {
        "publication": ObjType(N_("publication"), "pub", "pub-tag", "pub-number"),
        "talk": ObjType(N_("talk"), "talk"),
        "award": ObjType(N_("award"), "award"),
        "activity": ObjType(N_("activity"), "activity"),
    }
    initial_data: ClassVar = {
        "state": "",  # digest of everything that the catalogue depended on in the last build
        "choices": "",  # digest of the names of layouts in the last build
        "dependencies": {},  # docname → {dependency: digest of the answer}
        "placed": {},  # docname → [Placement]
        "lists": {},  # docname → [ListPlace]
        "headers": {},  # docname → [name of the person, or ""]
        "linked": {},  # docname → {key: line of the role, or 0 for a relation}
        "cited": {},  # docname → {key in a role of the "cite" domain: key of its record, or ""}
        "numbered": {},  # docname → {key: line of the list}, for lists with canonical numbers
        "problems": {},  # docname → [Problem]
        "unlisted": None,  # [Problem], as soon as they are known for these pages
        "labels": None,  # (style, {key: label in citations}), as soon as they are known for these pages
    }

    pages: Pages
    document_queue: DocumentQueue
    #: The printed documents with our theme; ``with_pdf``: whether their PDFs are next to the pages.
    documents: Sequence[Document] = ()
    with_pdf: bool = False
    #: The tags for the pages of the site.
    tags: Tags
    #: The locations in the current printed document, if there is one.
    printed: Placements | None = None
    #: The thresholds of the garbage collector before this build changed them.
    collector: tuple[int, int, int] | None = None
    _bibliography: Bibliography | None = None
    _everywhere: Placements | None = None
    _site: Placements | None = None
    _lists: Lists | None = None
    _headers: dict[str, list[Profile]] | None = None

    # The catalogue ----------------------------------------------------------------------------------

    def open(
        self,
        paths: Mapping[str, Path],
        folders: Sequence[Path],
        settings: Settings,
        build_state: BuildState,
        templates: Sequence[Path],
        version: str,
        words: Words,
    ) -> None:
        """Examine the files, without parsing them yet.

        :param paths: bibliography, as in ``bibtex_bibfiles`` → path.
        :param folders: the ``vitae_files`` setting.
        :param build_state: what this builder wrote earlier.
        :param templates: the folders of the site's custom templates.
        :param version: the version of this package.
        :param words: the words in the language of the site.
        """
        self.settings = settings
        self.paths = dict(paths)
        self.build_state = build_state
        self.failed_templates = FailedTemplates(build_state.path(".templates"))
        cache = Path(self.env.doctreedir) / "vitae"
        source = Path(self.env.srcdir)
        self._bibliography = Bibliography(paths, folders, settings, cache, version, source)
        self.rendering = Rendering(self._bibliography, templates, version, words)
        self.state = digest_of(self._bibliography.state, settings)
        if self.state != self._last_state:
            self._forget()

    @property
    def _last_state(self) -> str:
        """The state in the last build.

        Sphinx does not save the environment if no page was read, so the state stored next to it can be newer.
        """
        return self.build_state.state if self.data["state"] else ""

    @property
    def bibliography(self) -> Bibliography:
        """The bibliography of the site.

        :raises RuntimeError: before the ``builder-inited`` event.
        """
        if self._bibliography is None:
            raise RuntimeError("the bibliography is not available before the builder-inited event")
        return self._bibliography

    @property
    def has_examples(self) -> bool:
        """Whether the bibliography still contains example entries from ``sphinx-vitae new``."""
        return any(problem.kind is ProblemKind.EXAMPLE for problem in self.bibliography.problems)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue. The first access parses the files, or loads the cache."""
        return self.bibliography.catalogue

    @cached_property
    def labels(self) -> dict[str, str]:
        """Plain label → key."""
        return {record_id(record.kind, key): key for key, record in self.catalogue.records.items()}

    # Dependencies -----------------------------------------------------------------------------------

    def depend(self, docname: str, dependency: Dependency, digest: str = "") -> None:
        """Record that a page depends on the result of a dependency.

        :param digest: the digest of the result, if it is already known.
        """
        known = self.data["dependencies"].setdefault(docname, {})
        known[dependency] = digest or dependency.digest(self.catalogue)

    def mark(self, docname: str) -> None:
        """Record that a page has content from this extension, but no dependencies."""
        self.data["dependencies"].setdefault(docname, {})

    def outdated(self) -> Iterator[str]:
        """The pages whose dependencies have changed, or whose options would now be parsed differently."""
        known = self.data["dependencies"]
        if self.data["choices"] != self.rendering.choices_digest:
            yield from known
        elif self._last_state != self.state:
            catalogue = self.catalogue
            for docname, dependencies in known.items():
                if any(dependency.digest(catalogue) != answer for dependency, answer in dependencies.items()):
                    yield docname

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Record the entries that a page shows or refers to, after ids and numbers have been set."""
        for reference in references(document, self.name, self.catalogue, self.labels):
            self._follow(docname, reference)
        placed = list(placements_of(document))
        if placed:
            self.data["placed"][docname] = placed
            if lists := list(lists_of(document)):
                self.data["lists"][docname] = lists
        if names := headers_of(document, self.data["dependencies"].get(docname, ())):
            self.data["headers"][docname] = names

    def _follow(self, docname: str, reference: Reference) -> None:
        """Record the entry that a reference refers to, and report any problem with the reference."""
        record, role = reference.record, reference.role
        self.reference(docname, reference.target if role or record is None else record.key)
        if record is not None:
            line = (reference.node.line or 0) if role else 0
            self.link(docname, record.key, line)
            if role == "pub-number":
                self.number_later(docname, record.key, line)
        if role and (record or not self._is_elsewhere(role, reference.target)):
            problem = problem_of(reference, str(self.env.doc2path(docname)), self.catalogue.nearest)
            if problem:
                self.note(docname, problem)

    def _is_elsewhere(self, role: str, target: str) -> bool:
        types = [f"{self.name}:{type_}" for type_ in self.objtypes_for_role(role) or ()]
        return is_elsewhere(self.env, types, target)

    def link(self, docname: str, key: str, line: int = 0) -> None:
        """Record that a page links to an entry, either with a role on this line or through a relation."""
        linked = self.data["linked"].setdefault(docname, {})
        linked[key] = linked.get(key) or line

    def cite(self, docname: str, key: str) -> None:
        """Record that a page cites a key."""
        self.depend(docname, CitationDependency(key))
        record = self.catalogue.find(key)
        self.data["cited"].setdefault(docname, {})[key] = record.key if record else ""

    def number_later(self, docname: str, key: str, line: int) -> None:
        """Record that a list on this line uses the canonical number of an entry."""
        self.data["numbered"].setdefault(docname, {})[key] = line

    def note(self, docname: str, problem: Problem) -> None:
        """Record a problem with a page, so that it is reported on every build."""
        self.data["problems"].setdefault(docname, []).append(problem)

    def has(self, docname: str) -> bool:
        """Whether a page has content from this extension.

        Citations do not count, because the upstream extension styles them.
        """
        known = self.data["dependencies"].get(docname)
        cites = known and all(isinstance(dependency, CitationDependency) for dependency in known)
        return docname in self.data["placed"] or (known is not None and not cites)

    @property
    def problems(self) -> list[Problem]:
        """All problems on pages, in page order."""
        found = self.data["problems"]
        pages = [problem for docname in sorted(found) for problem in found[docname]]
        path_of = self.env.doc2path
        missing = untargeted(self.data["linked"], self.everywhere.canonical, path_of)
        without = unnumbered(self.data["numbered"], self.everywhere.numbered, path_of)
        return [*pages, *missing, *without, *self._unlisted()]

    def _unlisted(self) -> list[Problem]:
        """The problems with unlisted works. They are stored, because finding them loads the catalogue."""
        if self.data["unlisted"] is None:
            self.data["unlisted"] = list(unlisted(self.catalogue, self.everywhere))
        known: list[Problem] = self.data["unlisted"]
        return known

    def _forget(self) -> None:
        """Discard data that depends on all placements, because they have changed."""
        self._everywhere = self._site = self._lists = self._headers = None
        self.data["unlisted"] = None
        self.data["labels"] = None

    def clear_doc(self, docname: str) -> None:
        """Discard the data stored for a page."""
        for part in _PARTS:
            self.data[part].pop(docname, None)
        self._forget()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Add the data that another process stored for these pages."""
        for part in _PARTS:
            self.data[part].update({d: value for d, value in otherdata[part].items() if d in docnames})
        self._forget()

    @property
    def placements(self) -> Placements:
        """The occurrences of entries in the current output: a printed document, or the site."""
        return self.printed or self.site

    @property
    def site(self) -> Placements:
        """The locations of entries on the pages of the site, after all pages have been read."""
        if self._site is None:
            placed: dict[str, list[Placement]] = self.data["placed"]
            if not any(placement.conditions for placements in placed.values() for placement in placements):
                self._site = self.everywhere
            else:
                seen = {
                    docname: [placement for placement in placements if hold(placement.conditions, self.tags)]
                    for docname, placements in placed.items()
                }
                self._site = Placements(seen, toctree_order(self.env))
        return self._site

    @property
    def lists(self) -> Lists:
        """The lists on the pages of the site, after all pages have been read."""
        if self._lists is None:
            order = toctree_order(self.env)
            self._lists = Lists(self.data["lists"], order, lambda conditions: hold(conditions, self.tags))
        return self._lists

    @property
    def headers(self) -> dict[str, list[Profile]]:
        """The pages with headers, in page order, and the people in these headers."""
        if self._headers is None:
            self._headers = self._ordered_headers()
        return self._headers

    def _ordered_headers(self) -> dict[str, list[Profile]]:
        found = self.data["headers"]
        order = {docname: n for n, docname in enumerate(toctree_order(self.env))} if found else {}
        pages = sorted(found, key=lambda docname: (order.get(docname, len(order)), docname))
        people = {page: [owner_of(self.settings, name) for name in found[page]] for page in pages}
        return {page: [person for person in persons if person] for page, persons in people.items()}

    @property
    def everywhere(self) -> Placements:
        """The locations of entries, including those that are only in printed documents."""
        if self._everywhere is None:
            self._everywhere = Placements(self.data["placed"], toctree_order(self.env))
        return self._everywhere

    def offered(self, docname: str) -> list[Document]:
        """The documents that start with a page, if their PDFs are available for links."""
        return [found for found in self.documents if self.with_pdf and found.docname == docname]

    @property
    def cv(self) -> Document | None:
        """The first printed document, if its PDF is available: the CV that the site links to as such."""
        return self.documents[0] if self.with_pdf and self.documents else None

    def public_address(self, docname: str, id_: str = "") -> str:
        """The address of a location on the published site; empty without ``html_baseurl``."""
        config = self.env.config
        if not config.html_baseurl:
            return ""
        suffix = config.html_link_suffix or config.html_file_suffix or ".html"
        return f"{config.html_baseurl.rstrip('/')}/{docname}{suffix}" + (f"#{id_}" if id_ else "")

    # Links ------------------------------------------------------------------------------------------

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """The link for a role; ``None`` if the entry does not exist."""
        record = self.catalogue.find(target)
        if record is None and self._is_elsewhere(typ, target):
            return None  # for intersphinx
        if record is None:
            return cast(nodes.reference, contnode)  # no link; reported when the page was read
        return self._links.resolve(builder, fromdocname, typ, record, node, contnode)

    def outside(self, key: str, contnode: Element) -> nodes.reference:
        """A link to an entry that is not in the document. It goes to the site, or else to the work itself."""
        return self._links.outside(self.catalogue.records[key], contnode)

    @property
    def _links(self) -> Links:
        return Links(self.placements, self.everywhere, self.site, self.public_address)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The link from the ``any`` role to an entry, by key or label."""
        key = self.stands(target)
        if not key:
            return []
        kind = role_of(self.catalogue.records[key].kind)
        found = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
        return [(f"vitae:{self.role_for_objtype(kind)}", found)] if found is not None else []

    def stands(self, target: str) -> str:
        """The key of an entry that is on a page of the site; empty if there is no such entry."""
        record = self.catalogue.find(target)
        return record.key if record and record.key in self.everywhere.canonical else ""

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """All entries, for search and for inventories."""
        for key, (docname, placement) in self.site.canonical.items():
            yield key, placement.name, role_of(placement.kind), docname, WholeAnchor(placement.id), 1

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """The kind alone, without the name of the domain, for search results."""
        return self.rendering.words(type.lname)

    def reference(self, docname: str, key: str) -> None:
        """Record that a page refers to an entry, in a role or in a list."""
        self.depend(docname, EntryDependency(key))
