"""The domain: the catalogue, what pages asked of it, where entries stand, and links to them.

The catalogue lies on the Domain object, not in its data: it is never pickled with the environment, and
forked workers inherit it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinx_vitae.catalogue import Bibliography, Catalogue, digest_of
from sphinx_vitae.model import Problem, ProblemKind, Settings

from .markup import text_nodes
from .nodes import vitae_page
from .printing import Printing
from .questions import EntryQuestion, Question

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

__all__ = ["Placement", "VitaeDomain", "role_of"]

_ROLES: Final = ("publication", "talk", "award")
#: Up to this share of the works, those on no list were forgotten; beyond it, the site shows a selection.
_OVERSIGHTS: Final = 0.2


def role_of(kind: str) -> str:
    """The object type of a kind of record: its own, or ``activity``."""
    return kind if kind in _ROLES else "activity"


@dataclass(frozen=True, slots=True)
class Placement:
    """An entry on a page.

    :param id: of the element; also a label for ``{ref}`` and intersphinx.
    :param name: for searches and inventories.
    :param narrowed: on a list that leaves entries out, to which links lead last.
    """

    key: str
    kind: str
    id: str
    name: str
    number: str = ""
    narrowed: bool = False


class VitaeDomain(Domain):
    """Publications, talks, awards and activities."""

    name = "vitae"
    label = "Academic record"
    data_version = 1
    object_types: ClassVar = {
        "publication": ObjType("publication", "pub"),
        "talk": ObjType("talk", "talk"),
        "award": ObjType("award", "award"),
        "activity": ObjType("activity", "activity"),
    }
    initial_data: ClassVar = {
        "state": "",  # digest of everything that answers depend on, at the last build
        "templates": "",  # digest of the site's own templates, at the last build
        "asked": {},  # docname → {question: digest of the answer}
        "placed": {},  # docname → [Placement]
        "linked": {},  # docname → {key: line of the role, or 0 for a tie}
        "problems": {},  # docname → [Problem]
        "targets": {},  # docname → digest of where its links led
        "unlisted": None,  # [Problem], once known for these pages
    }

    _bibliography: Bibliography | None = None
    _canonical: dict[str, tuple[str, Placement]] | None = None

    # The catalogue ----------------------------------------------------------------------------------

    def open(
        self,
        paths: Mapping[str, Path],
        folders: Sequence[Path],
        settings: Settings,
        cache: Path,
        version: str,
        templates: Sequence[Path],
    ) -> None:
        """Look at the files; nothing is parsed yet.

        :param folders: ``vitae_files``.
        :param templates: folders with templates of the site's own.
        """
        self.settings = settings
        self.paths = dict(paths)
        self.printing = Printing(self, templates)
        self._bibliography = Bibliography(paths, folders, settings, cache, version)
        self.state = digest_of(self._bibliography.state, settings)
        if self.state != self.data["state"]:
            self._forget()

    @property
    def bibliography(self) -> Bibliography:
        if self._bibliography is None:
            raise RuntimeError("the bibliography is opened at builder-inited")
        return self._bibliography

    @property
    def catalogue(self) -> Catalogue:
        return self.bibliography.catalogue

    # What pages ask ---------------------------------------------------------------------------------

    def ask(self, docname: str, question: Question) -> None:
        """Remember that a page depends on the answer to this."""
        self.data["asked"].setdefault(docname, {})[question] = question.digest(self.catalogue)

    def outdated(self) -> Iterator[str]:
        """The pages that would get another answer than they got."""
        if self.data["state"] == self.state:
            return
        catalogue = self.catalogue
        for docname, asked in self.data["asked"].items():
            if any(question.digest(catalogue) != answer for question, answer in asked.items()):
                yield docname

    def place(self, docname: str, placement: Placement) -> None:
        """Remember that an entry stands on a page."""
        self.data["placed"].setdefault(docname, []).append(placement)

    def link(self, docname: str, key: str, line: int = 0) -> None:
        """Remember that a page links to an entry, with a role in this line or by a tie."""
        linked = self.data["linked"].setdefault(docname, {})
        linked[key] = linked.get(key) or line

    def note(self, docname: str, problem: Problem) -> None:
        """Remember what is wrong with a page, to say so at every build."""
        self.data["problems"].setdefault(docname, []).append(problem)

    @property
    def pages(self) -> set[str]:
        """All pages that have anything of ours."""
        return {*self.data["asked"], *self.data["placed"]}

    @property
    def problems(self) -> list[Problem]:
        """Everything wrong with pages, in their order."""
        found = self.data["problems"]
        if self.data["unlisted"] is None:
            self.data["unlisted"] = list(self._unlisted())
        pages = [problem for docname in sorted(found) for problem in found[docname]]
        return [*pages, *self._untargeted(), *self.data["unlisted"]]

    def _untargeted(self) -> list[Problem]:
        return [
            Problem(
                ProblemKind.TARGET_MISSING,
                f"{key!r} stands on no list, so this links to nothing",
                str(self.env.doc2path(docname)),
                line,
                fix="put it on a list",
            )
            for docname, linked in sorted(self.data["linked"].items())
            for key, line in linked.items()
            if line and key not in self.canonical
        ]

    def _unlisted(self) -> Iterator[Problem]:
        """Works of the owner on no list, where nearly all others are on one: then it is no policy."""
        if not any(placement.kind == "publication" for _, placement in self.canonical.values()):
            return
        catalogue = self.catalogue
        works = [record for record in catalogue.owned if catalogue.is_mine(record)]
        missing = [record for record in works if record.key not in self.canonical]
        if len(missing) <= _OVERSIGHTS * len(works):
            for record in missing:
                yield Problem(
                    ProblemKind.UNLISTED,
                    "stands on no list of the site",
                    record.source.file,
                    record.source.line,
                    record.key,
                    "put it on one, or move it to a file that is not in vitae_bibfiles",
                )

    def _forget(self) -> None:
        """Placements change: what follows from all of them is to be found again."""
        self._canonical = None
        self.data["unlisted"] = None

    def clear_doc(self, docname: str) -> None:
        for part in ("asked", "placed", "linked", "problems"):
            self.data[part].pop(docname, None)
        self._forget()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for part in ("asked", "placed", "linked", "problems"):
            self.data[part].update({d: value for d, value in otherdata[part].items() if d in docnames})
        self._forget()

    # Where entries stand ----------------------------------------------------------------------------

    @property
    def canonical(self) -> dict[str, tuple[str, Placement]]:
        """Where links to each entry lead: page and placement. Known once all pages are read."""
        if self._canonical is None:
            self._canonical = self._find_canonical()
        return self._canonical

    def _find_canonical(self) -> dict[str, tuple[str, Placement]]:
        """The first list in toctree order that leaves nothing out, else the first at all."""
        found: dict[str, tuple[str, Placement]] = {}
        order = {docname: n for n, docname in enumerate(toctree_order(self.env))}
        placed = self.data["placed"]
        for docname in sorted(placed, key=lambda d: (order.get(d, len(order)), d)):
            for placement in placed[docname]:
                known = found.get(placement.key)
                if known is None or (known[1].narrowed and not placement.narrowed):
                    found[placement.key] = (docname, placement)
        return found

    def locate(
        self, key: str, docnames: Set[str] | None = None, prefer: str = ""
    ) -> tuple[str, Placement] | None:
        """Page and placement of an entry.

        :param docnames: only on these pages (those of a printed document).
        :param prefer: an occurrence on this page is better than any other.
        """
        if prefer:
            for placement in self.data["placed"].get(prefer, ()):
                if placement.key == key:
                    return prefer, placement
        found = self.canonical.get(key)
        if docnames is None or (found and found[0] in docnames):
            return found
        for docname in sorted(docnames):
            for placement in self.data["placed"].get(docname, ()):
                if placement.key == key:
                    return docname, placement
        return None

    def moved(self) -> Iterator[str]:
        """The pages whose links lead elsewhere than when they were last written."""
        targets = self.data["targets"]
        for docname, linked in self.data["linked"].items():
            where = [(key, *self.canonical.get(key, ())) for key in sorted(linked)]
            now = digest_of(where)
            if targets.get(docname) != now:
                targets[docname] = now
                yield docname

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
        record = self.catalogue.find(target)
        if record is None:
            return cast(nodes.reference, contnode)  # no link; why was said when the page was read
        if not node.get("refexplicit"):
            contnode = nodes.inline("", "", *text_nodes(record.title), classes=["xref", "vitae"])
        printed: Set[str] | None = builder.docnames if builder.format == "latex" else None  # type: ignore[attr-defined]
        found = self.locate(record.key, printed)
        if found is None:
            return self._outside(builder, record.key, contnode)
        docname, placement = found
        reference = make_refnode(builder, fromdocname, docname, placement.id, contnode, str(record.title))
        if builder.format == "latex":
            page = vitae_page(label=f"{docname}:{placement.id}")
            return cast(nodes.reference, nodes.inline("", "", reference, page))
        return reference

    def _outside(self, builder: Builder, key: str, contnode: Element) -> nodes.reference:
        """In print, a link out of the document leads to the site, else to the work itself."""
        record = self.catalogue.records[key]
        found = self.canonical.get(key)
        base = builder.config.html_baseurl
        if found and base:
            url = f"{base.rstrip('/')}/{found[0]}.html#{found[1].id}"
        elif record.links:
            url = record.links[0].url
        else:
            return cast(nodes.reference, contnode)
        return nodes.reference("", "", contnode, refuri=url, internal=False)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        if target not in self.canonical:
            return []
        kind = role_of(self.canonical[target][1].kind)
        found = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
        return [(f"vitae:{self.role_for_objtype(kind)}", found)] if found is not None else []

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        for key, (docname, placement) in self.canonical.items():
            yield key, placement.name, role_of(placement.kind), docname, placement.id, 1

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """In search results: the kind alone, without the name of the domain."""
        return type.lname

    def get_full_qualified_name(self, node: Element) -> str | None:
        return None

    def reference(self, docname: str, key: str) -> None:
        """A role on this page is about this entry."""
        self.ask(docname, EntryQuestion(key))


def toctree_order(env: BuildEnvironment) -> Iterator[str]:
    """Pages in the order of the site's tables of contents, from the root."""
    seen: set[str] = set()
    waiting = [env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname not in seen:
            seen.add(docname)
            yield docname
            waiting.extend(reversed(env.toctree_includes.get(docname, [])))
