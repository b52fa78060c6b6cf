"""A citation in prose, as academicpages has it → authors, volume, number and pages, as far as they are clear."""

from __future__ import annotations

import re
from html import unescape
from typing import Final, NamedTuple

from sphinx_vitae.model import fold

from .text import plain

__all__ = ["Citation", "read_citation"]

_LONGEST: Final = 3_000
_VOLUME: Final = re.compile(r"\bvol(?:ume)?\.?\s*(\d{1,4})|\b(\d{1,4})\s*\((\d{1,3}(?:[-–]\d{1,3})?)\)", re.I)
_NUMBER: Final = re.compile(r"\b(?:no|number|issue)\.?\s*(\d{1,3})\b", re.I)
_PAGES: Final = re.compile(
    r"\bpp?\.?\s*(\d{1,6}\s*(?:-{1,2}|–)\s*\d{1,6}|\d{1,6})|\)[:,]\s*(\d{1,6}\s*[-–]\s*\d{1,6})|\b\d{1,4}:\s*(\d{1,6}\s*[-–]\s*\d{1,6})"
)
_YEAR: Final = re.compile(r"[\[(]?\b(?:19|20)\d{2}[a-z]?\b[\])]?")
_QUOTES: Final = "“\"‘'«„"
_END: Final = re.compile(r"[\s,.;:“”\"‘'«»„(\[]+$")
_SEPARATOR: Final = re.compile(r"\s*(?:;|,?\s+and\s+|,?\s*&)\s*", re.I)
_INITIALS: Final = re.compile(r"(?:[A-Z][.\s-]*){1,4}|(?:Jr|Sr|I{2,3})\.?")
_ABBREVIATED: Final = re.compile(r"[A-Z](?:\.|[A-Z]{0,2}\.?$)")


class Citation(NamedTuple):
    """What was found.

    :param authors: names in any form.
    :param rest: the text after the title, without markup.
    """

    authors: tuple[str, ...] = ()
    volume: str = ""
    number: str = ""
    pages: str = ""
    rest: str = ""


def read_citation(citation: str, title: str) -> Citation:
    """Read a citation of a work.

    :returns: no authors if the title is not in it, or nothing precedes it.
    """
    text = plain(re.sub(r"<a\s[^<>]*>|</a>|<[bi]r?\s*/?>|</[bi]>", "", unescape(citation[:_LONGEST])))
    place = _find(text, plain(title))
    if place is None:  # the citation may have another title: its authors precede the year
        year = re.search(r"\s\(?(?:19|20)\d{2}\)?[.,:]?\s", text[:400])
        if year is None or not year.start():
            return Citation(rest=text)
        place = year.start(), year.end()
    start, end = place
    rest = text[end:].lstrip(" .,”\"’'»")
    volume, number, pages = _VOLUME.search(rest), _NUMBER.search(rest), _PAGES.search(rest)
    found = next((group for group in pages.groups() if group), "") if pages else ""
    return Citation(
        authors=_authors(text[:start]),
        volume=(volume[1] or volume[2]) if volume else "",
        number=number[1] if number else (volume[3] or "") if volume else "",
        pages=re.sub(r"\s*(?:-+|–)\s*", "--", found),
        rest=rest,
    )


def _find(text: str, title: str) -> tuple[int, int] | None:
    """The position of the title, compared by letters and digits."""
    letters = [
        (character, place)
        for place, each in enumerate(text)
        for character in fold(each)
        if character.isalnum()
    ]
    wanted = "".join(character for character in fold(title) if character.isalnum())
    place = "".join(character for character, _ in letters).find(wanted) if len(wanted) > 5 else -1
    if place < 0:
        return None
    return letters[place][1], letters[place + len(wanted) - 1][1] + 1


def _authors(before: str) -> tuple[str, ...]:
    text = _END.sub("", _YEAR.sub("", before))
    text = _END.sub("", re.sub(r"\(\s*(?:eds?\.?)?\s*\)", "", text)).strip()
    if not text or len(text) > 2_000:
        return ()
    text = re.sub(r"\bet al\b\.?", "", text).strip(" ,;")
    if re.search(r"\b[A-Z]$", text):
        text += "."
    others = ("others",) if re.search(r"\bet al\b", before) else ()
    parts = [part.strip(" ,") for part in _SEPARATOR.split(text) if part.strip(" ,")]
    names = [name for part in parts for name in _names(part, several=len(parts) > 1 or text.count(",") > 1)]
    return (*names, *others)


def _names(part: str, *, several: bool) -> list[str]:
    """The names in a part without "and": ``A. B, C. D``, ``Roe, Jane``, ``Roe, J., Doe, K.``"""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if len(pieces) == 1:
        return pieces
    if (
        len(pieces) == 2
        and " " not in pieces[0]
        and (not several or " " not in pieces[1] or _ABBREVIATED.match(pieces[1]))
    ):
        return [", ".join(pieces)]
    names: list[str] = []
    place = 0
    while place < len(pieces):
        family = pieces[place]
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        inverted = bool(following) and (
            _INITIALS.fullmatch(following) is not None or (place == 0 and " " not in family)
        )
        names.append(f"{family}, {following}" if inverted else family)
        place += 2 if inverted else 1
    return names
