"""What is wrong with a date that cannot be parsed, and what to write instead, so that nothing that it contains is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sphinx_vitae.model import PartialDate, excerpt

from ..dates.date_parser import parse_date, parse_year_month_day
from ..dates.months import is_month, sides_of
from ..entries.entry import Entry
from ..markup.text_parser import plain
from .date_texts import iso, moved, numeric_day_fix, year_in_figures
from .day_advice import days_fix, listed_days
from .misplaced import misplaced, where_it_belongs
from .month_advice import MONTH_FIX, month_fix, year_for_month
from .publication_status import Status, status_in_date

__all__ = ["date_problem", "day_of_access"]

#: Part of a date → what to write instead.
#: A longer value is a text, whose markup would be parsed in vain.
_LONGEST: Final = 1000
_FIXES: Final = {
    "year": "write four digits, or remove the field if the year is not known",
    "month": MONTH_FIX,
    "day": "write a number from 1 to 31",
}
_BEFORE_CHRIST: Final = re.compile(r"\b(\d{1,4})\s*B\.?\s?C", re.I)
_YEARS: Final = re.compile(r"(?<![\w./:-])(?:1[4-9]|20)\d\d(?![\w/-]|\.\d)")
#: A year that can also be part of a number.
_YEARS_WITHIN: Final = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
#: A day within a text, in words.
_DAY_IN_WORDS: Final = re.compile(
    r"(?<![\d,] )(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.)?,?\s+(?:de\s+)?(?P<m>[^\W\d_]{3,})\.?,?\s+(?:de\s+)?(?P<y>\d{4})(?!\d)"
    r"|(?<![^\W\d_])(?P<M>[^\W\d_]{3,})\.?\s+(?P<D>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[\d:]{4,8}\s+(?:[A-Z]{2,4}\s+)?)?(?P<Y>\d{4})(?!\d)"
)
#: A day and a month that is misspelt.
_DAY_OF_MISSPELT: Final = re.compile(r"(?:\d{1,2}\.? [^\W\d_]{3,}|[^\W\d_]{3,}\.? \d{1,2}),?")
#: Words before a date that only say that it is one.
_LABELS: Final = re.compile(
    r"\b(?:first|last|originally|published|posted|released|created|updated|modified|revised|defended|uploaded|issued|date[ds]?"
    r"|publi[ée]e?|mise? à jour|soutenue?|révisée?|modifiée?|publiziert|veröffentlicht|erschienen|aktualisiert|eingereicht"
    r"|publicado|publicada|on|le|the|am|vom|den|el|em|as of|stand|mon|tue|wed|thu|fri|sat|sun)\b",
    re.I,
)
#: What templates contain in place of a year.
_PLACEHOLDER: Final = re.compile(r"x{2,}|\b(?:year|required|tbd|tba|todo)\b", re.I)
_DAY: Final = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
#: A German date, whose day comes first, with two digits for the year.
_SHORT_DAY: Final = re.compile(r"(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.([0-2]\d)")
_SEPARATORS: Final = re.compile(r"\D+")
_DAY_IN_TEXT: Final = re.compile(r"(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)")
_YEAR_RANGE: Final = re.compile(r"\s*(\d{4})\s*(?:-+|–|/)\s*(\d{4})\s*")
#: Words between two years that limit a period.
_PERIOD: Final = re.compile(r"\d\s*(?:and|or|to|until|und|oder|bis|et|ou|à|y|o|e|a)\s+\D{0,6}\d", re.I)
#: An approximate period.
_ABOUT: Final = re.compile(r"(?:ca?\.?|circa|about|um|vers|hacia)\s*\d{4}\s*(?:-+|–|/)\s*\d{4}", re.I)
#: Words for one unknown year in a period.
_BETWEEN: Final = re.compile(r"\b(?:between|zwischen|entre|tra)\b", re.I)
#: The year of the first edition, and the number and the year of a later one.
_LATER_EDITION: Final = re.compile(
    r"(\d{4})\W+(\d{1,2})(?:st|nd|rd|th|e|er|è?me|\.|ª|º)?\s*(?:edition|édition|edición|edição|auflage|aufl|éd|ed)\b\W*(\d{4})\W*",
    re.I,
)
#: What begins a remark after a date.
_AFTER_DATE: Final = re.compile(r"[,;(]")
#: A period that has not ended.
_BEGUN: Final = re.compile(
    r"(?:since|from|seit|depuis|desde|dal)\s+((?:1[4-9]|20)\d\d)|((?:1[4-9]|20)\d\d)\s*(?:-+|–|—)\s*(?:present|now|today|ongoing)?"
)
#: A period that may not have ended, or a work that may not have appeared yet.
_FROM: Final = re.compile(r"((?:1[4-9]|20)\d\d)\s*\+")
_TWO_DAYS: Final = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_TWO_YEARS: Final = re.compile(r"(\d{4})\s*[\[(]\s*(\d{4})\s*[\])]")
_UNDATED: Final = re.compile(
    r"0+|undated|unknown|none|null|nan|undefined|n\.?\s*d\.?|s\.?\s*[df]\.?|no date|o\.?\s*J\.?|z\.?\s*j\.?"
    r"|sans date|sin fecha|senza data|sem data|ohne Jahr|zonder jaar|tb[acd]|\?+|n/?a|-+",
    re.I,
)
#: What a work is if it has no date.
_UNPUBLISHED: Final = re.compile(
    r"unpublished|manuscript|draft|working paper|mimeo|personal communication", re.I
)
_NUMBERS: Final = re.compile(r"\d+")
_LETTERS: Final = re.compile(r"[^\W\d_]")
#: Fewer letters beside a status and a year say nothing.
_FEWEST_LETTERS: Final = 3
#: A year in MathSciNet: that of the publication, and that of the copyright.
_COPYRIGHT: Final = re.compile(r"\[(\d{4})\]\s*(?:\\copyright|©)")
#: Words for the date on which somebody looked at a website.
_ACCESSED: Final = re.compile(
    r"\b(?:access|retriev|visit|cited|abgeruf|aufgeruf|zugriff|consult|acess|besucht|hentet|lest)", re.I
)
_WORD: Final = re.compile(r"\b[^\W\d_]+\b")
#: A date such as 11/03/2012, whose first number can be the day or the month.
_DAY_OR_MONTH: Final = re.compile(r"\b(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/")


def date_problem(entry: Entry, field: str, written: str, date: PartialDate) -> tuple[str, str]:
    """What is wrong with a date, and what to write instead."""
    fields, called = entry.fields, entry.called(field)
    shown = f"{called} is “{excerpt(written)}”"
    if len(written) > _LONGEST:
        fix = f"write only the {field}, and move the rest to another field, such as note"
        return f"{shown}, which is too long for a date", fix
    text = plain(written)
    found = misplaced(written)
    if field == "year" and sides_of(text) and misplaced(fields.get("month", "")):
        return f"{shown}, which is a month", f"exchange it with {entry.called('month')}"
    if field == "year" and _UNPUBLISHED.fullmatch(text.strip()):
        other = "note" if "note" not in fields else "addendum"
        return f"{shown}, which is not a date", f"rename {called} to {other}"
    if field in _FIXES and _UNDATED.fullmatch(written):
        return f"{shown}, which is not a date", f"write the {field}, or remove the field if it is not known"
    if found and (found.field != "year" or field == "month"):
        return f"{shown}, which is {found.kind}", where_it_belongs(fields, found)
    if field == "month" and "year" not in fields and sides_of(text):
        return f"{shown}, but there is no year", year_for_month(fields, text)
    if field in ("year", "date") and (status := status_in_date(text)):
        if fix := _whole_status_fix(fields, field, text, status):
            return f"{shown}, which cannot be read as a date", fix
        return _status_problem(entry, field, status)
    if field == "year" and (years := _YEAR_RANGE.fullmatch(text)) and years[1] > years[2]:
        return f"{shown}, which ends before it begins", f"write date = {{{years[2]}/{years[1]}}} instead"
    return f"{shown}, which cannot be read as a date", _fix(entry, field, written, date)


def _fix(entry: Entry, field: str, written: str, date: PartialDate) -> str:
    """What to write instead of a field that cannot be read as a date."""
    fields = entry.fields
    if field == "month":
        return month_fix(fields, plain(written), date)
    if field == "date" and "year" in fields and (fix := days_fix(fields, entry.called(field))):
        return fix
    if field == "year" and (fix := _form_fix(written)):
        return fix
    return _date_fix(fields, field, written, date)


def _form_fix(written: str) -> str:
    """What to write instead of a year in one of the forms that have a field of their own; empty for other years."""
    if dotted := _DAY_IN_TEXT.search(written):
        return f"write date = {{{dotted[3]}-{int(dotted[2]):02d}-{int(dotted[1]):02d}}} instead"
    if both := _TWO_YEARS.fullmatch(written):
        first, last = sorted(both.groups())
        return f"write year = {{{last}}} and origdate = {{{first}}}"
    if begun := _BEGUN.fullmatch(plain(written).strip()):
        return f"write date = {{{begun[1] or begun[2]}/}} instead"
    if since := _FROM.fullmatch(plain(written).strip()):
        year = since[1]
        return f"write year = {{{year}}}, or date = {{{year}/}} instead if it goes on from {year}"
    if copied := _COPYRIGHT.search(written):
        return f"write year = {{{copied[1]}}}"
    if accessed := day_of_access(written):
        before = _YEARS.findall(_ACCESSED.split(written)[0])
        if before:
            return f"write year = {{{before[0]}}} and urldate = {{{accessed}}}"
        return f"write urldate = {{{accessed}}} instead"
    return ""


def _status_problem(entry: Entry, field: str, status: Status) -> tuple[str, str]:
    """The problem with a year or date that contains a publication status."""
    fields, called = entry.fields, entry.called(field)
    message = f"{called} is “{excerpt(fields[field])}”, which is a publication status"
    if field == "year" and sides_of(plain(fields.get("month", ""))) and not status.rest:
        message += f", so {entry.called('month')} is without a year"
    state = "" if "pubstate" in fields else f"pubstate = {{{status.key}}}"
    if years := _YEARS.findall(status.rest):
        fix = _year_fix(fields, field, status.rest, years)
        unless = " unless it has been published" if _may_have_appeared(fields) else ""
        return message, f"{fix}, and add {state}{unless}" if state else fix
    rest = f", move “{excerpt(plain(fields[field]))}” to another field, such as note" if status.rest else ""
    known = f"{called} = {{…}} when the year is known"
    if not state:
        return message, f"write {known}{rest}"
    fix = f"write {state} instead{rest}, and add {known}"
    if _may_have_appeared(fields):
        fix = f"if it has been published, write the year; otherwise, {fix}"
    return message, fix


def _whole_status_fix(fields: Mapping[str, str], field: str, text: str, status: Status) -> str:
    """What to write instead of a year beside a status that says more, such as to which journal; empty for others.

    Without its status, the name of a journal would look like that of a published work.
    """
    years = _YEARS.findall(text)
    if len(years) != 1 or not _YEARS.findall(status.rest):
        return ""
    if len(_LETTERS.findall(status.rest)) < _FEWEST_LETTERS:
        return ""
    before, after = text.split(years[0], 1)
    said = [part for part in (before, after) if _LETTERS.search(part)]
    if len(said) != 1 or status.written not in said[0]:
        return ""
    return f"{_write(field, years[0])}{moved(fields, said[0])}"


def _may_have_appeared(fields: Mapping[str, str]) -> bool:
    """Whether a work with a publication status has what only published works have."""
    return "doi" in fields or {"volume", "pages"} <= fields.keys()


#: A year and its month, without a day.
_MONTH_ALONE: Final = re.compile(r"(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d-])")


def day_of_access(written: str) -> str:
    """The value for ``urldate`` if a text says when somebody looked at a website; empty for other texts."""
    if not _ACCESSED.search(written):
        return ""
    if _DAY_OR_MONTH.search(written):
        return "YYYY-MM-DD"
    if month := _MONTH_ALONE.search(written):
        return month[0]
    text = plain(written)
    day = parse_date(_WORD.sub(_only_month, text).strip(" :,.")).start
    if day and day.day:
        return iso(day)
    years = _YEARS.findall(written)
    return years[0] if len(years) == 1 and not any(map(is_month, _WORD.findall(text))) else "YYYY-MM-DD"


def _only_month(word: re.Match[str]) -> str:
    """The word itself if it is the name of a month."""
    return word[0] if is_month(word[0]) else ""


def _year_fix(fields: Mapping[str, str], field: str, text: str, years: Sequence[str]) -> str:
    """What to write instead of a text that contains years: a date in it, a period, or the only year."""
    beginning = _AFTER_DATE.split(text)[0]
    day = parse_year_month_day(beginning).start
    if day and day.day:
        return f"{_write(field, iso(day))}{moved(fields, text[len(beginning) :])}"
    if days := listed_days(text):
        return _write(field, days)
    if len(years) == 2 and years[0] < years[1] and _BETWEEN.search(text):
        return f"{_write(field, f'{years[0]}?/{years[1]}?')}{moved(fields, text)}"
    if len(years) == 2 and years[0] < years[1] and _ABOUT.fullmatch(text):
        return _write(field, f"{years[0]}~/{years[1]}~")
    if len(years) == 2 and years[0] < years[1] and _PERIOD.search(text):
        return _write(field, f"{years[0]}/{years[1]}")
    if edition := _LATER_EDITION.fullmatch(text.strip()):
        later = f"write year = {{{edition[3]}}} and edition = {{{edition[2]}}}"
        return f"{later}, or year = {{{edition[1]}}} if the first edition is meant"
    if len(years) != 1:
        return "write a single year, and move the rest to another field, such as note"
    if (found := _DAY_IN_WORDS.search(text)) and is_month(found["m"] or found["M"]):
        day = parse_year_month_day(
            found["y"] or found["Y"], found["m"] or found["M"], found["d"] or found["D"]
        ).start
        if day and day.day:
            rest = (_LABELS.sub("", text[: found.start()]), text[found.end() :])
            time = ", without the time of day" if ":" in found[0] else ""
            return f"{_write(field, iso(day))}{moved(fields, *rest)}{time}"
    before, after = text.split(years[0], 1)
    if _DAY_OF_MISSPELT.fullmatch(before.strip()) and not after.strip():
        return _write(field, f"{years[0]}-MM-DD")
    return f"{_write(field, years[0])}{moved(fields, before, after)}"


def _write(field: str, date: str) -> str:
    """The advice to write a date in a field. ``year`` can hold only a year."""
    if field != "year":
        return f"write {date}"
    return f"write year = {{{date}}}" if date.isdecimal() else f"write date = {{{date}}} instead"


def _date_fix(fields: Mapping[str, str], field: str, written: str, date: PartialDate) -> str:
    """What to write instead of a date, for the part that could be parsed."""
    if found := _BEFORE_CHRIST.search(written):
        return f"write date = {{-{int(found[1]) - 1:04d}}}"
    text = plain(written).strip()
    if field == "year":
        years = _YEARS.findall(text) or _YEARS_WITHIN.findall(text)
        if years and (_YEARS.search(text) or len(_NUMBERS.findall(text)) == 1):
            return _year_fix(fields, field, text, years)
        if year := year_in_figures(text):
            return f"write year = {{{year}}} if that is the year"
        if day := _SHORT_DAY.fullmatch(text):
            return f"write date = {{20{day[3]}-{day[2]}-{day[1]}}} instead, if it is in 20{day[3]}"
        if _DAY.fullmatch(text):
            return "write date = {YYYY-MM-DD} instead"
        rest = "" if _PLACEHOLDER.search(text) else moved(fields, text, fewest=2)
        return f"write four digits{rest}, or leave it out" if " move " in rest else _FIXES["year"]
    if (days := _TWO_DAYS.fullmatch(text)) and days[1] > days[2]:
        return f"correct the wrong date, or write {days[2]}/{days[1]} if they are exchanged"
    if numeric := numeric_day_fix(text):
        return numeric
    if field in _FIXES:
        return _FIXES[field] if date.start else f"{_FIXES[field]}, and a year"
    if date.start and date.start.day:
        whole = iso(date.start)
        if _SEPARATORS.sub("-", written).startswith(whole):
            return f"write {whole}{moved(fields, written[len(whole) :])}"
    if _UNDATED.fullmatch(written):
        return "write the date, or remove the field if it is not known"
    fix = _year_fix(fields, field, text, years) if len(years := _YEARS.findall(text)) == 1 else ""
    return fix if " move " in fix else "write YYYY-MM-DD"
