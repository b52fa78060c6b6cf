"""Files with works: BibTeX, CSL-JSON and RIS of each work with a page, of lists, and of all works."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from sphinx_vitae.catalogue import digest_of
from sphinx_vitae.catalogue.cache import Cache
from sphinx_vitae.export import Facts, to_classic_bibtex, to_csl_json, to_ris
from sphinx_vitae.model import Record
from sphinx_vitae.version import __version__

from ..site.addresses import ALL_WORKS, FORMS, SiteAddresses
from ..site.domain import VitaeDomain
from .output_files import OutputFile

__all__ = ["WorkFiles"]


def _json_of(works: Iterable[str]) -> str:
    """A list of works in JSON, which is joined once, because that of a whole site is large."""
    listed = list(works)
    if listed:
        listed[0] = "[\n" + listed[0]
        listed[-1] += "\n]\n"
    return ",\n".join(listed) or "[\n\n]\n"


#: Form → one work in it, and a file of several.
_WRITERS: Final[dict[str, tuple[Callable[[Record, Facts], str], Callable[[Iterable[str]], str]]]] = {
    "bib": (to_classic_bibtex, lambda works: "\n\n".join(work.strip() for work in works) + "\n"),
    "json": (to_csl_json, _json_of),
    "ris": (to_ris, "".join),
}
_PART: Final = "works"


class WorkFiles:
    """The files with works. Each work is put into each form once, and again only if it changes."""

    def __init__(self, domain: VitaeDomain, addresses: SiteAddresses) -> None:
        self._domain = domain
        self._addresses = addresses
        self._cache = Cache(Path(domain.env.doctreedir) / "vitae-works", digest_of(__version__))
        #: Key → digest of the work, and the work in each form, of an earlier build.
        self._stored: Mapping[str, tuple[str, dict[str, str]]] = self._cache.read(_PART) or {}
        #: The same for the works of this build.
        self._works: dict[str, tuple[str, dict[str, str]]] = {}
        self._changed = False

    def files(self) -> Iterator[OutputFile]:
        """All files with works."""
        domain, addresses = self._domain, self._addresses
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
        # Last, because works are put into all the forms of a file at once.
        if works := [record.key for record in domain.catalogue.listable("publication")]:
            yield from self._files(ALL_WORKS, works, ("bib",))

    def keep(self) -> None:
        """Keep the works for the next build, after the files are written."""
        if self._changed or self._works.keys() != self._stored.keys():
            self._cache.store({_PART: self._works})

    def _files(self, name: str, keys: Sequence[str], forms: Sequence[str]) -> Iterator[OutputFile]:
        if not forms:
            return
        works = [self._work(key) for key in keys]
        digest = digest_of(__version__, [digest for digest, _ in works])
        for form in forms:
            yield OutputFile(f"{name}.{form}", digest, lambda form=form: self._file(form, keys, forms))  # type: ignore[misc]

    def _work(self, key: str) -> tuple[str, dict[str, str]]:
        """The digest of a work, and the forms that it has been put into."""
        work = self._works.get(key)
        if work is None:
            digest = self._domain.catalogue.digest(key)
            stored = self._stored.get(key)
            work = self._works[key] = stored if stored and stored[0] == digest else (digest, {})
        return work

    def _file(self, form: str, keys: Sequence[str], forms: Sequence[str]) -> str:
        for key in keys:
            if form not in (texts := self._works[key][1]):
                self._put_into(texts, key, forms)
        return _WRITERS[form][1](self._works[key][1][form] for key in keys)

    def _put_into(self, texts: dict[str, str], key: str, forms: Sequence[str]) -> None:
        """Put a work into all these forms, which share the facts about it."""
        record = self._domain.catalogue.records[key]
        facts = Facts(record.own)
        for form in forms:
            if form not in texts:
                texts[form] = _WRITERS[form][0](record, facts)
        self._changed = True
