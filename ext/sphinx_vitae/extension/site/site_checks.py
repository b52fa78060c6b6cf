"""What only shows when all pages are read: links to nothing, and works that were forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sphinx_vitae.model import Problem, ProblemKind
from sphinx_vitae.select import Query, select

if TYPE_CHECKING:
    from .domain import VitaeDomain

__all__ = ["unlisted", "untargeted"]

#: Up to this share of the works, those on no list were forgotten; beyond it, the site shows a selection.
_OVERSIGHTS: Final = 0.2


def untargeted(domain: VitaeDomain) -> Iterator[Problem]:
    """Roles whose entry stands nowhere."""
    for docname, linked in sorted(domain.data["linked"].items()):
        for key, line in linked.items():
            if line and key not in domain.everywhere.canonical:
                yield Problem(
                    ProblemKind.TARGET_MISSING,
                    f"{key!r} stands on no list of the site, so there is nothing to link to",
                    str(domain.env.doc2path(docname)),
                    line,
                    fix="put it on a list",
                )


def unlisted(domain: VitaeDomain) -> Iterator[Problem]:
    """Works of the owner on no list, where nearly all others are on one: then it is no policy."""
    canonical = domain.everywhere.canonical
    if not any(placement.kind == "publication" for _, placement in canonical.values()):
        return
    catalogue = domain.catalogue
    listable = select(catalogue.owned, Query(kinds=("publication",)), domain.settings.today)
    works = [record for record in listable if catalogue.is_mine(record)]
    missing = [record for record in works if record.key not in domain.everywhere.listed]
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
