"""Files with works: BibTeX, CSL-JSON and RIS of each work with a page, of lists, and of all works."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from sphinx_vitae.catalogue import digest_of
from sphinx_vitae.catalogue.cache import Cache
from sphinx_vitae.export import to_classic_bibtex, to_csl, to_ris
from sphinx_vitae.model import Record
from sphinx_vitae.version import __version__

from ..site.addresses import ALL_WORKS, FORMS, SiteAddresses
from ..site.domain import VitaeDomain
from .output_files import OutputFile

__all__ = ["WorkFiles"]

#: Form → one work in it, and a file of several.
_WRITERS: Final[dict[str, tuple[Callable[[Record], str], Callable[[Sequence[str]], str]]]] = {
    "bib": (to_classic_bibtex, lambda works: "\n\n".join(work.strip() for work in works) + "\n"),
    "json": (  # a line for each: Python writes indented JSON ten times slower
        lambda record: json.dumps(to_csl(record), ensure_ascii=False),
        lambda works: "[\n" + ",\n".join(works) + "\n]\n",
    ),
    "ris": (to_ris, "".join),
}
_PART: Final = "works"


class WorkFiles:
    """The files with works. Each work is put into each form once, and again only if it changes."""

    def __init__(self, domain: VitaeDomain, addresses: SiteAddresses) -> None:
        self._domain = domain
        self._addresses = addresses
        self._cache = Cache(Path(domain.env.doctreedir) / "vitae-works", digest_of(__version__))
        #: Form and key → digest of the work, and the work in this form.
        self._known: dict[tuple[str, str], tuple[str, str]] = self._cache.read(_PART) or {}
        self._texts = dict(self._known)

    def files(self) -> Iterator[OutputFile]:
        """All files with works."""
        domain, addresses = self._domain, self._addresses
        if works := [record.key for record in domain.catalogue.listable("publication")]:
            yield from self._files(ALL_WORKS, works, ("bib",))
        for docname in domain.data["placed"]:
            if key := addresses.work_on(docname):
                yield from self._files(addresses.work_files(docname, key), (key,), FORMS)
        for docname, place in domain.locations.lists:
            # The script of a page loads entries and abstracts from these two.
            forms = (
                FORMS
                if domain.locations.lists.offers(docname, place)
                else ("bib", "json")
                if place.fetched
                else ()
            )
            keys = [key for key in place.keys if key in domain.catalogue.records]
            yield from self._files(addresses.list_files(docname, place), keys, forms)

    def keep(self) -> None:
        """Keep the works for the next build, after the files are written."""
        records = self._domain.catalogue.records
        texts = {place: text for place, text in self._texts.items() if place[1] in records}
        if texts != self._known:
            self._cache.store({_PART: texts})

    def _files(self, name: str, keys: Sequence[str], forms: Sequence[str]) -> Iterator[OutputFile]:
        digest = digest_of(__version__, *map(self._domain.catalogue.digest, keys)) if forms else ""
        for form in forms:
            yield OutputFile(f"{name}.{form}", digest, lambda form=form: self._file(form, keys))  # type: ignore[misc]

    def _file(self, form: str, keys: Sequence[str]) -> str:
        return _WRITERS[form][1]([self._text(form, key) for key in keys])

    def _text(self, form: str, key: str) -> str:
        digest = self._domain.catalogue.digest(key)
        known = self._texts.get((form, key))
        if known is None or known[0] != digest:
            known = digest, _WRITERS[form][0](self._domain.catalogue.records[key])
            self._texts[form, key] = known
        return known[1]
