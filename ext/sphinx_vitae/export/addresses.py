"""The addresses of entries and their files on a site."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NOWHERE", "Addresses"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The absolute addresses of an entry or a page. Empty addresses are omitted from every output.

    :param home: the address of the site.
    :param owner: the identifier of the site's owner, a person or a group: the home page with a fragment.
    :param page: the entry page, or else the position in a list, with a fragment.
    :param pdf: the PDF in the same folder as the page.
    :param collection: the page with the list that contains the entry.
    :param image: the picture of the entry.
    """

    home: str = ""
    owner: str = ""
    page: str = ""
    pdf: str = ""
    bib: str = ""
    csl: str = ""
    ris: str = ""
    ics: str = ""
    collection: str = ""
    image: str = ""


#: The addresses of an entry that is not on a site.
NOWHERE = Addresses()
