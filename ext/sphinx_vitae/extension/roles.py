"""The roles: links to entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.roles import XRefRole

from sphinx_vitae.model import Problem, ProblemKind

from .domain import VitaeDomain, role_of

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, system_message
    from sphinx.environment import BuildEnvironment

__all__ = ["ROLES", "EntryRole"]

#: Role → kind of object.
ROLES = {
    "pub": "publication",
    "talk": "talk",
    "award": "award",
    "activity": "activity",
    "pub-tag": "publication",
    "pub-number": "publication",
}


class EntryRole(XRefRole):
    """``{pub}`` and its like, with the domain's prefix and without it."""

    def __init__(self, role: str) -> None:
        super().__init__(innernodeclass=nodes.inline)
        self._role = role

    def run(self) -> tuple[list[Node], list[system_message]]:
        self.name = f"vitae:{self._role}"
        return super().run()

    def process_link(
        self, env: BuildEnvironment, refnode: Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        domain = cast(VitaeDomain, env.domains["vitae"])
        domain.reference(env.docname, target)
        record = domain.catalogue.find(target)
        if record is None:
            self._problem(
                domain,
                env,
                ProblemKind.KEY_UNKNOWN,
                f"no entry has the key {target!r}",
                domain.catalogue.nearest(target),
            )
        else:
            title = title if has_explicit_title else str(record.title)
            domain.link(env.docname, record.key, self.lineno)
            if self._role == "pub-number":
                domain.number_later(env.docname, record.key, self.lineno)
            if role_of(record.kind) != ROLES[self._role]:
                right = next(role for role, kind in ROLES.items() if kind == role_of(record.kind))
                message = f"{target!r} is of the kind {record.kind!r}"
                self._problem(domain, env, ProblemKind.KIND_MISMATCH, message, f"write the role {right!r}")
        return title, target

    def _problem(
        self, domain: VitaeDomain, env: BuildEnvironment, kind: ProblemKind, message: str, fix: str
    ) -> None:
        source, line = self.get_source_info()
        domain.note(env.docname, Problem(kind, f"role {self._role!r}: {message}", source, line or 0, fix=fix))
