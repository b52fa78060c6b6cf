"""The venue tag for an entry without ``abbr``: ``series = {WWW '23}`` as in ACM's exports, ``{CCS}
2024`` as in DBLP's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sphinx_vitae.model import PartialDate

__all__ = ["tag_of"]

_YEAR: Final = r"['’`]?(?P<year>(?:19|20)\d\d|\d\d)"
#: A series that is an acronym and a year.
_SERIES: Final = re.compile(rf"\{{?(?P<tag>[A-Z][\w+&/-]{{1,14}})\}}?[ ~-]*{_YEAR}")
#: An acronym and a year between commas, in the title of proceedings. The acronym is in braces, or has two
#: capitals.
_WITHIN: Final = re.compile(
    rf"(?:^|, )(?:\{{(?P<braced>[A-Z][\w+&/-]{{1,14}})\}}|(?P<tag>(?=\w*[A-Z]\w*[A-Z])[A-Z][\w+&/-]{{1,14}}))[ ~-]+{_YEAR}"
    r"(?=,|\}?$| \()"
)


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
