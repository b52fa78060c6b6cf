"""The venue tag for an entry without ``abbr``: ``series = {WWW '23}`` as in ACM's exports, ``{CCS}
2024`` as in DBLP's. And the name of the venue for an entry that has only its tag.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from typing import Final

from sphinx_vitae.model import PartialDate, Text, Venue, find_venue

__all__ = ["complete_venue", "tag_of"]

_YEAR: Final = r"['’`]?(?P<year>(?:19|20)\d\d|\d\d)"
#: A series that is an acronym and a year.
_SERIES: Final = re.compile(rf"\{{?(?P<tag>[A-Z][\w+&/-]{{1,14}})\}}?[ ~-]*{_YEAR}")
#: An acronym and a year between commas, in the title of proceedings. The acronym is in braces, or has two
#: capitals.
_WITHIN: Final = re.compile(
    rf"(?:^|, )(?:\{{(?P<braced>[A-Z][\w+&/-]{{1,14}})\}}|(?P<tag>(?=\w*[A-Z]\w*[A-Z])[A-Z][\w+&/-]{{1,14}}))[ ~-]+{_YEAR}"
    r"(?=,|\}?$| \()"
)
#: Fields that name where something appeared.
_CONTAINERS: Final = ("journaltitle", "booktitle", "maintitle", "eventtitle", "howpublished")
_IN_BOOKS: Final = frozenset(("inproceedings", "incollection", "inbook"))


def tag_of(fields: Mapping[str, str], date: PartialDate | None) -> str:
    """A conference's acronym, with its year if that differs from the date; empty if the entry contains no
    acronym.
    """
    year = date.year if date else None
    series, book = fields.get("series", ""), fields.get("booktitle", "")
    found = _SERIES.fullmatch(series) if series else None
    if found is None and book and year and str(year)[-2:] in book:
        found = _WITHIN.search(book)
    if found is None:
        return ""
    tag = found["tag"] or found["braced"]
    written = found["year"][-2:]
    return tag if year is not None and f"{year % 100:02d}" == written else f"{tag}’{written}"


def complete_venue(
    texts: MutableMapping[str, Text], type_: str, kind: str, venues: Mapping[str, Venue]
) -> None:
    """Add the name that ``vitae_venues`` has for the tag, unless the entry names where it appeared.

    :param texts: the texts of the entry, with ``abbr``; changed in place.
    :param type_: the entry type.
    """
    venue = find_venue(venues, str(texts["abbr"]))
    if not venue or not venue.name or any(field in texts for field in _CONTAINERS):
        return
    if kind == "talk":
        texts["eventtitle"] = Text((venue.name,))
    elif kind == "publication":
        texts["booktitle" if type_ in _IN_BOOKS else "journaltitle"] = Text((venue.name,))
