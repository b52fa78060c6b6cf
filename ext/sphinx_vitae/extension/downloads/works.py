"""Files with works: BibTeX, CSL-JSON and RIS of each work with a page, of lists, and of all works."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from sphinx_vitae.catalogue import digest_of
from sphinx_vitae.export import to_classic_bibtex, to_csl, to_ris
from sphinx_vitae.model import Record
from sphinx_vitae.version import __version__

from ..site.addresses import ALL_WORKS, FORMS, SiteAddresses
from ..site.domain import VitaeDomain
from .output_files import OutputFile

__all__ = ["work_files"]

#: Form → one work in it, and a file of several.
_WRITERS: Final[dict[str, tuple[Callable[[Record], str], Callable[[Sequence[str]], str]]]] = {
    "bib": (to_classic_bibtex, lambda works: "\n\n".join(work.strip() for work in works) + "\n"),
    "json": (
        lambda record: json.dumps(to_csl(record), ensure_ascii=False, indent=1),
        lambda works: "[\n" + ",\n".join(works) + "\n]\n",
    ),
    "ris": (to_ris, "".join),
}


def work_files(domain: VitaeDomain, addresses: SiteAddresses) -> Iterator[OutputFile]:
    """All files with works. Each work is put into each form once."""
    catalogue = domain.catalogue

    @cache
    def written(form: str, key: str) -> str:
        return _WRITERS[form][0](catalogue.records[key])

    def files(name: str, keys: Sequence[str], forms: Sequence[str] = FORMS) -> Iterator[OutputFile]:
        digest = digest_of(__version__, *(catalogue.digest(key) for key in keys))
        for form in forms:
            content = lambda form=form: _WRITERS[form][1]([written(form, key) for key in keys])  # noqa: E731
            yield OutputFile(f"{name}.{form}", digest, content)

    works = [record.key for record in catalogue.listable("publication")]
    if works:
        yield from files(ALL_WORKS, works, ("bib",))
    for docname in domain.data["placed"]:
        if key := addresses.work_on(docname):
            yield from files(addresses.work_files(docname, key), (key,))
    for docname, place in domain.lists:
        forms = FORMS if domain.lists.offers(docname, place) else ("bib",) if place.fetched else ()
        keys = [key for key in place.keys if key in catalogue.records]
        yield from files(addresses.list_files(docname, place), keys, forms)
