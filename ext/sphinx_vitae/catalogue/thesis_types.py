"""Whether an entry of another type is that of a thesis, and how its type and its university are written."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from sphinx_vitae.bib.vocabulary import in_biblatex
from sphinx_vitae.model import Publication

__all__ = ["ISSUERS", "is_by_one", "is_like_thesis", "thesis_type"]

#: The number of characters of a field that are looked at.
_BEGINNING: Final = 200
#: Fields for the university of a thesis, and for any institution that issues a work.
_UNIVERSITIES: Final = frozenset(("school", "university"))
ISSUERS: Final = _UNIVERSITIES | {"institution"}
_UNIVERSITY: Final = re.compile(r"univ|hochschule|\bETH\b|politecnic", re.I)
#: A university as a publisher, and not the publisher of a university.
_AWARDS: Final = re.compile(rf"^(?!.*(?:press|publi|verlag|editorial)).*(?:{_UNIVERSITY.pattern})", re.I)
#: How Zotero writes the publisher of an article.
_NOTED: Final = re.compile(r"\s*publisher:\s*([^:;\n]+?)\s*(?:$|[;\n])", re.I)
#: The repositories of universities, in URLs.
_REPOSITORY: Final = re.compile(
    r"//(?:[\w-]+\.)*(?:etds?|theses|dissertations|\w*d?space)\.|/(?:etds?|dissertations)/|/handle/[\d.]+/|//hdl\.handle\.net/",
    re.I,
)
_THESIS: Final = re.compile(
    r"(?<![a-z])(?:thes[ei]s|dissertation|ph\.?d|bachelor'?s?|diplom(?:a|arbeit)|doktorarbeit"
    r"|masterarbeit|bachelorarbeit|habilitation|mémoire|tesis?|tese)(?![a-z])|tel-\d",
    re.I,
)
_TITLE_OF_THESIS: Final = re.compile(
    r"\b(?:(?:ph\.?\s?d\.?|master'?s?|doctoral|bachelor'?s?|diploma)[\s-]+(?:thesis|dissertation)|diplomarbeit"
    r"|masterarbeit|bachelorarbeit)\b",
    re.I,
)


def is_like_thesis(record: Publication, told: str) -> bool:
    """Whether the content of an entry suggests that the work is a thesis.

    :param told: the fields that describe the work.
    """
    given = {written.lower() for written, value in record.written if value}
    return (
        not _UNIVERSITIES.isdisjoint(given)
        or _UNIVERSITY.search(record.fields.get("institution", "")) is not None
        or _THESIS.search(told) is not None
        or _TITLE_OF_THESIS.search(str(record.title)) is not None
        or (told != "" and _is_from_university(record))
    )


def thesis_type(record: Publication, in_file: Container[str]) -> str:
    """The type for a thesis, and how to name the university."""
    biblatex = in_biblatex(in_file)
    types, name = ("@thesis", "institution") if biblatex else ("@phdthesis or @mastersthesis", "school")
    own = {written.lower() for written, value in record.written if value}
    if name in own:
        return types
    for other in (*sorted(ISSUERS & own), "publisher"):
        if other in own and (other != "publisher" or _AWARDS.search(record.fields.get(other, ""))):
            return f"{types} (rename {other} to {name})"
    university = _published_by(record)
    value = f" = {{{university}}}" if _AWARDS.search(university) else ""
    return f"{types} (add {name}{value})"


def is_by_one(record: Publication) -> bool:
    """Whether a work has a single author."""
    names = record.names.get("author")
    return names is not None and len(names.persons) == 1 and not names.others


def _is_from_university(record: Publication) -> bool:
    """Whether a work by a single author has a university as its publisher, or is in the repository of one."""
    published = (record.fields.get("publisher", ""), _published_by(record))
    is_there = any(_AWARDS.search(name) for name in published)
    return is_by_one(record) and (
        is_there or _REPOSITORY.search(record.fields.get("url", "")[:_BEGINNING]) is not None
    )


def _published_by(record: Publication) -> str:
    """The publisher that Zotero writes into the note of an article."""
    note = next((value for written, value in record.written if written.lower() == "note"), "")
    found = _NOTED.match(note[:_BEGINNING])
    return found[1] if found else ""
