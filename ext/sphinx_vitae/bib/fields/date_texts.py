"""What a date field can contain besides a date, and the fields in which such texts belong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sphinx_vitae.model import Moment, excerpt

from ..dates.months import BESIDES
from .identifiers import clean_arxiv

__all__ = ["field_for", "iso", "moved", "numeric_day_fix", "year_in_figures"]

_TOTAL: Final = re.compile(r"(\d{1,4})\s*(?:pp?|pages|seiten|s|с|стр)\.?", re.I)
_EDITION: Final = re.compile(r"\b(?:edition|édition|ed|éd|edición|edição|auflage|aufl)\b", re.I)
_NUMBER: Final = re.compile(r"(?<![A-Z])[A-Z]{2,}[\s/-]*\d|\b[Nn]o\.? ?\d|#")
_NAME: Final = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[ .-]+[^\W\d_a-zß-ÿ][^\W\d_]*)*\.?"
_PLACE: Final = re.compile(rf"{_NAME}(?:, {_NAME})+")
#: Two figures for a year, and a year in Roman numerals.
_SHORT_YEAR: Final = re.compile(r"['’](\d\d)")
_ROMAN: Final = re.compile(r"(?=[MDCLXVI]{3})M{1,2}(?:CM|D?C{0,3})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
#: Later years with two figures are those of the last century.
_THIS_CENTURY: Final = 30
#: A day in figures, whose parts can be in any order.
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SLASHED_DAY: Final = re.compile(r"(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/(\d{4})")
_COMPACT_DAY: Final = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_MONTHS: Final = 12
#: Shorter texts are not worth a field of their own.
_FEWEST: Final = 3


def iso(day: Moment) -> str:
    """A whole day as ``YYYY-MM-DD``, as biblatex requires it."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def year_in_figures(text: str) -> str:
    """The year that a text such as ``'98`` or ``MCMXCVIII`` stands for; empty if it stands for none."""
    if short := _SHORT_YEAR.fullmatch(text):
        return f"{20 if int(short[1]) <= _THIS_CENTURY else 19}{short[1]}"
    if not _ROMAN.fullmatch(text):
        return ""
    values = [_VALUES[letter] for letter in text]
    year = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return str(year)


def numeric_day_fix(text: str) -> str:
    """What to write instead of a day in figures that does not exist, or is in another form; empty for other texts."""
    if compact := _COMPACT_DAY.fullmatch(text):
        return f"write {'-'.join(compact.groups())}"
    if slashed := _SLASHED_DAY.fullmatch(text):
        first, second = int(slashed[1]), int(slashed[2])
        days = [f"{slashed[3]}-{month:02d}-{day:02d}" for day, month in ((first, second), (second, first))]
        return f"write {days[0]} if the day is first, or {days[1]} if the month is first"
    if (day := _ISO_DAY.fullmatch(text)) is None:
        return ""
    if int(day[2]) <= _MONTHS:
        return "correct the day, because the month does not have it"
    if int(day[3]) in range(1, _MONTHS + 1):
        return (
            f"write {day[1]}-{day[3]}-{day[2]} if day and month are exchanged; otherwise, correct the month"
        )
    return "correct the month"


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
