"""The domain: the catalogue, the dependencies of pages, the locations of entries, and links to them.

The catalogue is an attribute of the domain, not part of its data. It is never pickled with the
environment, and forked worker processes inherit it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType

from sphinx_vitae.catalogue import Bibliography, digest_of
from sphinx_vitae.model import N_, Problem, Settings
from sphinx_vitae.render import FailedTemplates

from ..files.build_state import BuildState
from ..files.entry_pages import Pages
from ..settings.build_settings import BuildSettings
from ..settings.printed_documents import DocumentQueue
from .dependencies import CitationDependency, Dependency, EntryDependency
from .links import Links
from .lists import headers_of, lists_of
from .locations import Locations
from .placements import Placements, placements_of, toctree_order
from .references import Reference, is_elsewhere, problem_of, references, role_of
from .rendering import Rendering
from .search import WholeAnchor

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags

    from sphinx_vitae.catalogue import Catalogue

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

    build: BuildSettings
    build_state: BuildState
    pages: Pages
    document_queue: DocumentQueue
    #: The locations in the current printed document, if there is one.
    printed: Placements | None = None
    #: The fingerprints of all pages, until this build writes one.
    fingerprints: Mapping[str, str] | None = None
    _locations: Locations | None = None

    # The catalogue ----------------------------------------------------------------------------------

    def open(self, build: BuildSettings, build_state: BuildState) -> None:
        """Examine the files, without parsing them yet.

        :param build_state: what this builder wrote earlier.
        """
        self.build, self.build_state = build, build_state
        self.failed_templates = FailedTemplates(build_state.path(".templates"))
        cache = Path(self.env.doctreedir) / "vitae"
        source = Path(self.env.srcdir)
        self.bibliography = Bibliography(
            build.paths, build.folders, build.settings, cache, build.version, source
        )
        self.rendering = Rendering(self.bibliography, build.templates, build.version, build.words)
        self.state = digest_of(self.bibliography.state, build.settings)
        if self.state != self._last_state:
            self._forget()

    @property
    def settings(self) -> Settings:
        """The ``vitae_`` settings of this build."""
        return self.build.settings

    @property
    def tags(self) -> Tags:
        """The tags for the pages of the site."""
        return self.build.tags

    @property
    def _last_state(self) -> str:
        """The state in the last build.

        Sphinx does not save the environment if no page was read, so the state stored next to it can be newer.
        """
        return self.build_state.state if self.data["state"] else ""

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue. The first access parses the files, or loads the cache."""
        return self.bibliography.catalogue

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
        for reference in references(document, self.name, self.catalogue):
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
        if role and (record or not is_elsewhere(self.env, self.name, role, reference.target)):
            problem = problem_of(reference, str(self.env.doc2path(docname)), self.catalogue.nearest)
            if problem:
                self.note(docname, problem)

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

    def kind_of_page(self, docname: str) -> str:
        """The kind of the entry to which an entry page belongs; empty if the page is not an entry page."""
        return next((place.kind for place in self.data["placed"].get(docname, ()) if place.rank < 0), "")

    def _forget(self) -> None:
        """Discard data that depends on all placements, because they have changed."""
        self._locations = None
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
        return self.printed or self.locations.site

    @property
    def locations(self) -> Locations:
        """The locations of entries, lists and headers, after all pages have been read."""
        if self._locations is None:
            found = (self.data["placed"], self.data["lists"], self.data["headers"])
            self._locations = Locations(*found, tuple(toctree_order(self.env)), self.settings, self.tags)
        return self._locations

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
        if record is None and is_elsewhere(env, self.name, typ, target):
            return None  # for intersphinx
        if record is None:
            return cast(nodes.reference, contnode)  # no link; reported when the page was read
        return self._links.resolve(builder, fromdocname, typ, record, node, contnode)

    def outside(self, key: str, contnode: Element) -> nodes.reference:
        """A link to an entry that is not in the document. It goes to the site, or else to the work itself."""
        return self._links.outside(self.catalogue.records[key], contnode)

    @property
    def _links(self) -> Links:
        return Links(self.placements, self.locations.everywhere, self.locations.site, self.build.address)

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
        return record.key if record and record.key in self.locations.everywhere.canonical else ""

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """All entries, for search and for inventories."""
        for key, (docname, placement) in self.locations.site.canonical.items():
            yield key, placement.name, role_of(placement.kind), docname, WholeAnchor(placement.id), 1

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """The kind alone, without the name of the domain, for search results."""
        return self.rendering.words(type.lname)

    def reference(self, docname: str, key: str) -> None:
        """Record that a page refers to an entry, in a role or in a list."""
        self.depend(docname, EntryDependency(key))
