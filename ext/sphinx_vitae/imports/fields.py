"""What an import may do with each field of an existing entry."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.bib.vocabulary import words
from sphinx_vitae.model import is_private, is_site_field

__all__ = ["ADDED", "PLACES", "QUIET", "is_never_touched"]

#: Fields that are added if they are missing.
ADDED: Final = words(
    """
    doi eprint eprinttype eprintclass pmid pmcid isbn volume number pages eid publisher series editor
    dblp url institution date journaltitle booktitle author title
    """
)
#: Fields in which differences are not worth a question, because every source writes them differently.
QUIET: Final = words(
    """
    url publisher series editor isbn location eprinttype eprintclass pmcid dblp translator edition
    version howpublished venue eventtitle langid chapter volumes part shortjournal collaboration
    issuetitle maintitle booktitleaddon type subtitle pubstate entrysubtype abstract titleaddon
    """
)
#: Fields for where a work appeared. They are replaced together when a preprint is published.
PLACES: Final = (
    "journaltitle", "booktitle", "volume", "number", "pages", "eid", "howpublished", "institution", "publisher",
    "series", "entrysubtype", "pubstate",
)  # fmt: skip
_PERSONAL: Final = words(
    """
    keywords note annotation ids crossref xref xdata xref key sortkey options langid
    """
)


def is_never_touched(field: str) -> bool:
    """Whether an import never changes or adds this field in an existing entry."""
    if field == "abstract":
        return False
    return field in _PERSONAL or is_site_field(field) or is_private(field) or field.startswith("related")
