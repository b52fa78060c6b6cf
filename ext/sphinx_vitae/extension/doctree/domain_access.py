"""Access to the domain for transforms, which may not import it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags

    from sphinx_vitae.model import Problem

__all__ = ["PageDomain", "page_domain"]


class PageDomain(Protocol):
    """The part of ``VitaeDomain`` that transforms use."""

    @property
    def tags(self) -> Tags:
        """The tags for the pages of the site."""

    def note(self, docname: str, problem: Problem) -> None:
        """Store a problem with a page, so that it is reported on every build."""


def page_domain(env: BuildEnvironment) -> PageDomain:
    """Our domain, with the interface that transforms use."""
    return cast(PageDomain, env.domains["vitae"])
