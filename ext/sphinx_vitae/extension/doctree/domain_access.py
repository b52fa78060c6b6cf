"""What transforms of a page need of the domain, which stands above them in the order of imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags

    from sphinx_vitae.model import Problem

__all__ = ["PageDomain", "page_domain"]


class PageDomain(Protocol):
    """The part of ``VitaeDomain`` that transforms use."""

    #: The tags of the pages of the site.
    tags: Tags

    def note(self, docname: str, problem: Problem) -> None:
        """Keep a problem of a page, so that every build reports it."""


def page_domain(env: BuildEnvironment) -> PageDomain:
    """Return our domain, as far as transforms know it."""
    return cast(PageDomain, env.domains["vitae"])
