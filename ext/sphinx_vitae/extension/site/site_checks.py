"""The problems with a site, after all pages have been read: those on pages, links without a target, and
unlisted works.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import TYPE_CHECKING, Final, cast

from sphinx_vitae import select
from sphinx_vitae.model import Problem, ProblemKind

from .canonical_numbers import unnumbered
from .placements import Placements

if TYPE_CHECKING:
    from sphinx_vitae.catalogue import Catalogue

    from .domain import VitaeDomain

__all__ = ["site_problems", "unlisted", "untargeted"]

#: If at most this share of the works is unlisted, they were probably forgotten; otherwise, the site shows a
#: selection.
_OVERSIGHTS: Final = 0.2


def site_problems(domain: VitaeDomain) -> list[Problem]:
    """All problems on pages, in page order, then those with the site as a whole."""
    data, everywhere, path_of = domain.data, domain.locations.everywhere, domain.env.doc2path
    pages = [problem for docname in sorted(data["problems"]) for problem in data["problems"][docname]]
    missing = untargeted(data["linked"], everywhere.canonical, path_of)
    without = unnumbered(data["numbered"], everywhere.numbered, path_of)
    if data["unlisted"] is None:  # they are stored, because finding them loads the catalogue
        data["unlisted"] = list(unlisted(domain.catalogue, everywhere))
    return [*pages, *missing, *without, *cast("list[Problem]", data["unlisted"])]


def untargeted(
    linked: Mapping[str, Mapping[str, int]], canonical: Container[str], path_of: Callable[[str], object]
) -> Iterator[Problem]:
    """A problem for each role whose entry is not on the site.

    :param linked: docname → key → line of the role, or 0 for a relation.
    :param canonical: the keys of the entries that are on a page.
    :param path_of: docname → source file.
    """
    for docname, links in sorted(linked.items()):
        for key, line in links.items():
            if line and key not in canonical:
                yield Problem(
                    ProblemKind.TARGET_MISSING,
                    f"{key!r} is not in any list on the site, so the link has no target",
                    str(path_of(docname)),
                    line,
                    fix="add it to a list",
                )


def unlisted(catalogue: Catalogue, everywhere: Placements) -> Iterator[Problem]:
    """A problem for each of the owner's works that is not in any list, if nearly all the others are."""
    if not any(placement.kind == "publication" for _, placement in everywhere.canonical.values()):
        return
    listable = select.select(catalogue.owned, select.Query(kinds=("publication",)), catalogue.settings.today)
    if all(record.key in everywhere.listed for record in listable):
        return
    works = [record for record in listable if catalogue.is_mine(record)]
    missing = [record for record in works if record.key not in everywhere.listed]
    if len(missing) <= _OVERSIGHTS * len(works):
        for record in missing:
            yield Problem(
                ProblemKind.UNLISTED,
                "is not in any list on the site",
                record.source.file,
                record.source.line,
                record.key,
                "add it to a list, or move it to a file that is not in vitae_bibfiles",
            )
