"""Records as CSL-JSON items (CSL 1.0.2, ``csl-data.json``), for Zotero, Pandoc and citeproc."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sphinx_vitae.model import Inline, Moment, PartialDate, Person, Record, Text

from .facts import STATUS_WORDS, Facts, formula_text, line_of, read_date

__all__ = ["to_csl"]

#: CSL's formatting tags in titles (https://citeproc-js.readthedocs.io, "HTML-like formatting tags").
_TAGS: Final = {
    "emph": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "sub": ("<sub>", "</sub>"),
    "sup": ("<sup>", "</sup>"),
    "smallcaps": ('<span style="font-variant:small-caps;">', "</span>"),
    "quote": ("“", "”"),
}
#: Season in EDTF → season in CSL.
_SEASONS: Final = {21: 1, 22: 2, 23: 3, 24: 4}
#: The ``editortype`` roles for which CSL has a name.
_ROLES: Final = {
    "compiler": "compiler",
    "director": "director",
    "organizer": "organizer",
    "producer": "producer",
}


def to_csl(record: Record, facts: Facts | None = None) -> dict[str, Any]:
    """The item for a record. Its ``id`` is the key.

    :param facts: the facts about the record, if another format has read them.
    """
    facts = facts or Facts(record.own)
    item: dict[str, Any] = {"id": line_of(record.key), "type": facts.type.csl}
    item |= {name: value for name, value in _texts(facts).items() if value}
    item |= _people(facts)
    item |= {name: value for name, value in _dates(facts).items() if value}
    return item


def _texts(facts: Facts) -> Mapping[str, str | None]:
    text, fields = facts.texts.get, facts.record.fields
    return {
        "title": _rich(facts.rich_title),
        "title-short": text("shorttitle"),
        "container-title": _rich(facts.rich_container),
        "container-title-short": text("shortjournal"),
        "collection-title": _rich(facts.record.text("series", "shortseries")),
        "collection-number": facts.series_number,
        "event-title": facts.event,
        "event-place": facts.event_place,
        "volume": facts.volume if facts.volume != facts.series_number else "",
        "issue": facts.issue,
        "number": facts.number or text("eid"),
        "page": "-".join(filter(None, facts.pages)),
        "number-of-pages": text("pagetotal"),
        "number-of-volumes": text("volumes"),
        "chapter-number": text("chapter"),
        "edition": text("edition"),
        "version": text("version"),
        "publisher": facts.publisher,
        "publisher-place": facts.place,
        "genre": facts.genre,
        "language": facts.language,
        "abstract": facts.abstract,
        "keyword": ", ".join(facts.keywords),
        "status": STATUS_WORDS.get(facts.record.status, ""),
        "DOI": facts.doi,
        "URL": facts.url,
        "ISBN": " ".join(facts.isbns),
        "ISSN": " ".join(facts.issns),
        "PMID": line_of(fields["pmid"]) if "pmid" in fields else "",
        "PMCID": line_of(fields["pmcid"]) if "pmcid" in fields else "",
        "archive": facts.archive,
        "archive_location": facts.eprint,
    }


def _people(facts: Facts) -> Mapping[str, list[dict[str, str]]]:
    fields = facts.record.fields
    particle = "non-dropping-particle" if "use" in fields.get("options", "") else "dropping-particle"
    names = {
        "author": facts.authors,
        _ROLES.get(fields.get("editortype", ""), "editor"): facts.people("editor"),
        "container-author": facts.people("bookauthor"),
        "translator": facts.people("translator"),
    }
    return {
        field: [_name(person, particle) for person in people] for field, people in names.items() if people
    }


def _name(person: Person, particle: str) -> dict[str, str]:
    if person.literal:
        return {"literal": line_of(person.literal)}
    name = {"family": line_of(person.family)} if person.family else {}
    if person.given:
        name["given"] = line_of(person.given)
    if person.prefix:
        name[particle] = line_of(person.prefix)
    if person.suffix:
        name["suffix"] = line_of(person.suffix)
    return name


def _dates(facts: Facts) -> Mapping[str, dict[str, Any]]:
    fields = facts.record.fields
    dates = {
        "issued": facts.record.date,
        "event-date": read_date(fields.get("eventdate", ""))
        if facts.record.kind != "talk"
        else facts.record.date,
        "original-date": read_date(fields.get("origdate", "")),
        "accessed": read_date(fields.get("urldate", "")),
    }
    return {name: _date(date) for name, date in dates.items() if date}


def _date(date: PartialDate) -> dict[str, Any]:
    """A date. If it could not be parsed, its text is the ``literal``."""
    if date.literal:
        return {"literal": line_of(date.literal)} if line_of(date.literal) else {}
    moments = [moment for moment in (date.start or date.end, date.end if date.start else None) if moment]
    if not moments:
        return {}
    made: dict[str, Any] = {"date-parts": [_parts(moment) for moment in moments]}
    if moments[0].month in _SEASONS:
        made["season"] = _SEASONS[moments[0].month]
    if any(moment.approximate or moment.uncertain for moment in moments):
        made["circa"] = True
    return made


def _parts(moment: Moment) -> list[int]:
    """The year, month and day, if known."""
    parts = [moment.year]
    if 1 <= moment.month <= 12:
        parts += [moment.month, moment.day] if moment.day else [moment.month]
    return parts


def _rich(text: Text) -> str:
    """A title with CSL's formatting tags."""
    if not text.parts:
        return ""
    return line_of("".join(map(_tagged, text.parts)))


def _tagged(part: Inline) -> str:
    if isinstance(part, str):
        return part
    if part.kind == "math":
        return formula_text(str(Text(part.parts)))
    begin, end = _TAGS.get(part.kind, ("", ""))
    return f"{begin}{''.join(map(_tagged, part.parts))}{end}"
