"""What a date field can contain besides a date, and the fields in which such texts belong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sphinx_vitae.model import Moment, excerpt

from ..dates.months import BESIDES
from .identifiers import clean_arxiv

__all__ = ["field_for", "iso", "moved"]

_TOTAL: Final = re.compile(r"(\d{1,4})\s*(?:pp?|pages|seiten|s|с|стр)\.?", re.I)
_EDITION: Final = re.compile(r"\b(?:edition|édition|ed|éd|edición|edição|auflage|aufl)\b", re.I)
_NUMBER: Final = re.compile(r"(?<![A-Z])[A-Z]{2,}[\s/-]*\d|\b[Nn]o\.? ?\d|#")
_NAME: Final = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[ .-]+[^\W\d_a-zß-ÿ][^\W\d_]*)*\.?"
_PLACE: Final = re.compile(rf"{_NAME}(?:, {_NAME})+")
#: Shorter texts are not worth a field of their own.
_FEWEST: Final = 3


def iso(day: Moment) -> str:
    """A whole day as ``YYYY-MM-DD``, as biblatex requires it."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def moved(fields: Mapping[str, str], *rest: str, fewest: int = _FEWEST) -> str:
    """Where to move the texts beside a date; empty if there is only punctuation, or fewer than some letters."""
    texts = [text for each in rest if (text := each.strip(BESIDES))]
    texts = [text for text in texts if sum(map(str.isalpha, text)) >= fewest or _TOTAL.fullmatch(text)]
    if not texts:
        return ""
    if len(texts) == 1 and "pagetotal" not in fields and (total := _TOTAL.fullmatch(texts[0])):
        return f", and pagetotal = {{{total[1]}}}"
    if len(texts) == 1 and "eprint" not in fields and (number := clean_arxiv(texts[0])):
        return f", and eprint = {{{number}}}"
    where = field_for(fields, texts[0])
    return (
        f", and move {' and '.join(f'“{excerpt(text)}”' for text in texts)} to another field, such as {where}"
    )


def field_for(fields: Mapping[str, str], text: str) -> str:
    """The fields that a text can belong in: a place, a number, an edition, or any other text."""
    if _EDITION.search(text) and "edition" not in fields:
        return "edition"
    if _NUMBER.search(text) and "number" not in fields:
        return "number or note"
    if _PLACE.fullmatch(text) and "location" not in fields:
        return f"{'location' if 'date' in fields else 'address'} or note"  # biblatex, and BibTeX
    return "note"
