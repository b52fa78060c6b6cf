"""The fields that bibliography styles print for an entry type, among those that tell where a work appeared.

For BibTeX, they are those of ``plain`` and of the other standard styles; for biblatex, those of its standard styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from .words import words

__all__ = ["printed_fields", "unprinted_fields"]

#: Entry type → the fields that BibTeX prints, under the names that biblatex has for them.
_IN_BIBTEX: Final[Mapping[str, frozenset[str]]] = {
    "article": words("journaltitle volume number pages eid"),
    "book": words("publisher location volume number series edition"),
    "booklet": words("howpublished location"),
    "inbook": words("booktitle chapter pages publisher location volume number series type edition"),
    "incollection": words(
        "booktitle editor volume number series type chapter pages location edition publisher"
    ),
    "inproceedings": words("booktitle editor volume number series pages eid location organization publisher"),
    "manual": words("organization location edition"),
    "misc": words("howpublished"),
    "proceedings": words("editor volume number series location organization publisher"),
    "report": words("institution type number location"),
    "thesis": words("institution type location"),
    "unpublished": frozenset(),
}
#: Entry type → the fields that biblatex prints besides those, or its own types.
_IN_BIBLATEX: Final[Mapping[str, frozenset[str]]] = {
    "article": words("issue series version"),
    "book": words("maintitle part volumes chapter pages pagetotal"),
    "booklet": words("type chapter pages pagetotal"),
    "dataset": words("edition series number version type organization publisher location"),
    "inbook": words("maintitle part volumes"),
    "incollection": words("maintitle part volumes"),
    "inproceedings": words("maintitle eventtitle part volumes chapter"),
    "manual": words("series number type version publisher chapter pages pagetotal"),
    "misc": words("type version organization location"),
    "online": words("version organization"),
    "patent": words("number type location holder"),
    "proceedings": words("maintitle eventtitle part volumes chapter pages pagetotal"),
    "report": words("version chapter pages pagetotal"),
    "software": words("howpublished type version organization location"),
    "thesis": words("chapter pages pagetotal"),
    "unpublished": words("howpublished location type eventtitle"),
}


def printed_fields(type_: str, *, biblatex: bool) -> frozenset[str]:
    """The fields that styles of BibTeX, or of biblatex, print for a type. A type that BibTeX does not have is
    printed as ``misc``.

    :param type_: biblatex's name of the type.
    """
    if not biblatex:
        return _IN_BIBTEX.get(type_, _IN_BIBTEX["misc"])
    return _IN_BIBTEX.get(type_, frozenset()) | _IN_BIBLATEX.get(type_, frozenset())


def unprinted_fields(names: Iterable[str], type_: str, *, biblatex: bool) -> list[str]:
    """Those of the fields that are not printed for a type."""
    printed = printed_fields(type_, biblatex=biblatex)
    return [name for name in names if name not in printed]
