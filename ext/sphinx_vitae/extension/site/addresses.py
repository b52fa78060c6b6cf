"""The addresses of pages and files on the site that a build creates.

A file for download is named after its page, whatever the builder: ``publications/key.bib`` belongs to
``publications/key.html`` and to ``publications/key/``. Its address therefore never changes.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from sphinx.util.osutil import relative_uri

from sphinx_vitae import export
from sphinx_vitae.catalogue.pictures import PREVIEW
from sphinx_vitae.model import slug

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_vitae.export import Addresses
    from sphinx_vitae.model import Record

    from .domain import VitaeDomain
    from .lists import ListPlace

__all__ = ["ALL_WORKS", "CALENDAR", "FORMS", "SiteAddresses", "home_page", "writes_files"]

#: The extensions of files with works.
FORMS: Final = ("bib", "json", "ris")
#: The name of the files with all works by the owner, without extension.
ALL_WORKS: Final = "publications"
#: The calendar with all talks.
CALENDAR: Final = "talks.ics"
_BASE: Final = re.compile(r"https?://[^\s/]+", re.I)


def writes_files(builder: Builder) -> bool:
    """Whether a builder creates the pages of a site, with metadata and download files."""
    return builder.name in {"html", "dirhtml"}


def home_page(domain: VitaeDomain) -> str:
    """The home page: the root page, or, if it has no header, the first page with the owner's header."""
    root: str = domain.env.config.root_doc
    owners, with_header = domain.settings.owners, domain.locations.headers
    if len(owners) != 1 or root in with_header:
        return root
    return next((docname for docname, persons in with_header.items() if owners[0] in persons), root)


class SiteAddresses:
    """The addresses on a site. Addresses that do not include the site's own address are relative to the root."""

    def __init__(self, domain: VitaeDomain, builder: Builder) -> None:
        self._domain = domain
        self._builder = builder
        written = str(domain.env.config.html_baseurl or "").strip()
        #: The address of the site with a final slash; empty if unknown.
        self.base = f"{written.rstrip('/')}/" if _BASE.match(written) else ""

    def absolute(self, uri: str) -> str:
        """The absolute form of an address on the site; empty if the address of the site is unknown."""
        return self.base + uri if self.base else ""

    def uri(self, docname: str) -> str:
        """The address of a page."""
        return self._builder.get_target_uri(docname)

    def beside(self, docname: str, name: str) -> str:
        """The address of a file that is copied next to a page."""
        return posixpath.join(posixpath.dirname(self.uri(docname)), quote(name))

    def from_page(self, docname: str, uri: str) -> str:
        """An address on the site, relative to a page."""
        return relative_uri(self.uri(docname), uri)

    def entry(self, key: str) -> str:
        """The address of an entry: its page, or else its position in a list; empty if it is not on any page."""
        found = self._domain.locations.site.canonical.get(key)
        if found is None:
            return ""
        docname, place = found
        return self.uri(docname) if self.work_on(docname) == key else f"{self.uri(docname)}#{place.id}"

    def page_with(self, key: str) -> str:
        """The page with an entry; empty if there is none."""
        found = self._domain.locations.site.canonical.get(key)
        return found[0] if found else ""

    @cached_property
    def home(self) -> str:
        """The home page."""
        return home_page(self._domain)

    @property
    def owner(self) -> str:
        """The identifier of the owner in metadata; empty if the address of the site is unknown."""
        return self.absolute(f"{self.uri(self.home)}#me") if self.base else ""

    # Files ------------------------------------------------------------------------------------------

    def work_on(self, docname: str) -> str:
        """The key of the only publication or talk that a page is about; empty if there is none, or several."""
        placed = self._domain.data["placed"].get(docname, ())
        works = [place for place in placed if place.rank < 0]
        if (
            len(works) != 1
            or works[0].kind not in {"publication", "talk"}
            or self._domain.locations.lists.on(docname)
        ):
            return ""
        return str(works[0].key)

    def work_files(self, docname: str, key: str) -> str:
        """The name of the files with the work on a page, without extension."""
        return f"{docname}.{slug(key)}" if docname == ALL_WORKS else docname

    def list_files(self, docname: str, place: ListPlace) -> str:
        """The name of the files with the works in a list, without extension."""
        name = f"{docname}.{place.files}"
        return f"{name}.list" if name in self._domain.env.found_docs else name

    def calendar(self, record: Record) -> str:
        """The calendar file for a talk; empty if there is none."""
        if record.kind != "talk" or "talks" not in self._domain.settings.feeds or not export.has_day(record):
            return ""
        if not self._domain.catalogue.is_listable(record):
            return ""
        return f"talks/{slug(record.key)}.ics"

    def file(self, key: str, form: str, docname: str, files: str = "") -> str:
        """The file that contains an entry: its own, or else the file of the list with this name on this page."""
        if not self._domain.settings.downloads:
            return ""
        own = self._domain.locations.site.page(key)
        if own and self.work_on(own[0]) == key:
            return quote(f"{self.work_files(own[0], key)}.{form}")
        place = next(
            (place for place in self._domain.locations.lists.on(docname) if place.files == files), None
        )
        return quote(f"{self.list_files(docname, place)}.{form}") if place else ""

    # Entries ----------------------------------------------------------------------------------------

    def in_full(self, record: Record, docname: str = "") -> Addresses:
        """The addresses of an entry; all are empty if the address of the site is unknown.

        :param docname: the page that is about it; empty for its page or place in a list.
        """
        return self._of(record, docname, self.absolute) if self.base else export.NOWHERE

    def seen_from(self, docname: str, record: Record) -> Addresses:
        """The addresses of an entry, relative to its page."""
        return self._of(record, docname, lambda uri: self.from_page(docname, uri))

    def _of(self, record: Record, docname: str, made: Callable[[str], str]) -> Addresses:
        key, domain = record.key, self._domain
        page = docname or self.page_with(key)
        own = bool(page) and self.work_on(page) == key
        files = {file.kind: file for file in domain.catalogue.files.get(key, ())} if page else {}
        pdf, image = files.get("pdf") if own else None, files.get(PREVIEW)
        stem = quote(self.work_files(page, key)) if own and domain.settings.downloads else ""
        bib, csl, ris = (made(f"{stem}.{form}") if stem else "" for form in FORMS)
        calendar, found = self.calendar(record), domain.locations.lists.canonical(key)
        return export.Addresses(
            home=self.base,
            owner=self.owner,
            page=made(self.uri(docname) if docname else self.entry(key)) if page else "",
            pdf=made(self.beside(page, pdf.name)) if pdf and pdf.name.endswith(".pdf") else "",
            bib=bib,
            csl=csl,
            ris=ris,
            ics=made(calendar) if calendar else "",
            collection=made(self.uri(found[0])) if found else "",
            image=made(self.beside(page, image.name)) if image else "",
        )
