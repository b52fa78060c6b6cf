"""The roles: links to entries. `sphinx_vitae.extension.site.references` records their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.roles import XRefRole

from ..site.references import ROLES

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, system_message
    from sphinx.environment import BuildEnvironment

    from ..site.domain import VitaeDomain

__all__ = ["ROLES", "EntryRole"]


class EntryRole(XRefRole):
    """``{pub}`` and the other roles, with and without the prefix of the domain."""

    def __init__(self, role: str) -> None:
        super().__init__(innernodeclass=nodes.inline)
        self._role = role

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Create Sphinx's cross-reference node, in our domain, whether or not the role was written with its
        prefix.
        """
        self.name = f"vitae:{self._role}"
        return super().run()

    def process_link(
        self, env: BuildEnvironment, refnode: Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Return the title of the entry, unless the role has its own text, and the key."""
        record = cast("VitaeDomain", env.domains["vitae"]).catalogue.find(target)
        return title if has_explicit_title or record is None else str(record.title), target
