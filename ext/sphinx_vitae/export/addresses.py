"""The addresses of an entry and its files on a site."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NOWHERE", "Addresses"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Absolute addresses of an entry or a page. An empty one does not exist, and is left out of every output.

    :param home: the site.
    :param owner: the identifier of the site's owner, a person or a group: the home page with a fragment.
    :param page: the page of the entry, or else its place in a list, with a fragment.
    :param pdf: the PDF beside the page, in the same folder.
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


#: An entry outside of any site.
NOWHERE = Addresses()
