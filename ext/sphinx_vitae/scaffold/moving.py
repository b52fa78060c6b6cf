"""A new site with what an old one has."""

from __future__ import annotations

from sphinx_vitae.migration import OldSite

from .answers import Answers
from .installation import Installation
from .moved import Moved
from .overview import Overview, overview
from .site import Site, plan

__all__ = ["moved_site"]


def moved_site(answers: Answers, old: OldSite, installation: Installation, examples: Overview) -> Site:
    """Compose a site.

    :param examples: the overview of the examples, which are written if the old site has no entries.
    """
    mine = [each for each in old.bibliographies if each.mine]
    content = b"\n".join([*(each.content for each in mine if not each.kind), old.made])
    kinds = tuple(dict.fromkeys(each.kind for each in mine if each.kind))
    if not content.strip() and not kinds:
        return plan(answers, examples, installation, moved=Moved(old, examples.kinds))
    found = overview(content, answers.name, "the old site", required=False) if content.strip() else Overview()
    found = Overview(
        tuple(dict.fromkeys((*found.kinds, *kinds))), found.groups, found.aliases, found.selected
    )
    moved = Moved(old, found.kinds)
    return plan(answers, found, installation, moved=moved)
