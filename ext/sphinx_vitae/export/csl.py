"""Records as CSL-JSON items (CSL 1.0.2, ``csl-data.json``), for Zotero, Pandoc and citeproc."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from json.encoder import JSONEncoder, encode_basestring
from typing import Any, Final

from sphinx_vitae.model import Inline, Moment, PartialDate, Person, Record, Text

from .facts import STATUS_WORDS, Facts, formula_text, line_of, read_date

__all__ = ["to_csl", "to_csl_json"]

_ENCODER: Final = JSONEncoder(ensure_ascii=False, check_circular=False)
#: The number of names to remember.
_NAMES: Final = 4096
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
    particle = _particle(facts)
    people = {field: [_name(person, particle) for person in found] for field, found in _people(facts).items()}
    return _texts(facts) | people | _dates(facts)


def to_csl_json(record: Record, facts: Facts | None = None) -> str:
    """The same as JSON, on one line. A person is encoded once, because the same people occur again and again.

    :param facts: the facts about the record, if another format has read them.
    """
    facts = facts or Facts(record.own)
    particle, encode = _particle(facts), _ENCODER.encode
    parts = [f'"{name}": {encode_basestring(value)}' for name, value in _texts(facts).items()]
    for field, found in _people(facts).items():
        parts.append(f'"{field}": [{", ".join([_name_json(person, particle) for person in found])}]')
    parts += [f'"{name}": {encode(value)}' for name, value in _dates(facts).items()]
    return "{" + ", ".join(parts) + "}"


def _texts(facts: Facts) -> dict[str, str]:
    text, fields = facts.texts.get, facts.record.fields
    texts = {
        "title": _rich(facts.rich_title, facts.title),
        "title-short": text("shorttitle"),
        "container-title": _rich(facts.rich_container, facts.container),
        "container-title-short": text("shortjournal"),
        "collection-title": _rich(
            facts.record.text("series", "shortseries"), facts.text("series", "shortseries")
        ),
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
    item = {"id": facts.key, "type": facts.type.csl}
    return item | {name: value for name, value in texts.items() if value}


def _people(facts: Facts) -> Mapping[str, tuple[Person, ...]]:
    names = {
        "author": facts.authors,
        _ROLES.get(facts.record.fields.get("editortype", ""), "editor"): facts.people("editor"),
        "container-author": facts.people("bookauthor"),
        "translator": facts.people("translator"),
    }
    return {field: people for field, people in names.items() if people}


def _particle(facts: Facts) -> str:
    used = "use" in facts.record.fields.get("options", "")
    return "non-dropping-particle" if used else "dropping-particle"


@lru_cache(_NAMES)
def _name_json(person: Person, particle: str) -> str:
    return _ENCODER.encode(_name(person, particle))


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


def _dates(facts: Facts) -> dict[str, Any]:
    fields = facts.record.fields
    dates = {
        "issued": facts.record.date,
        "event-date": read_date(fields.get("eventdate", ""))
        if facts.record.kind != "talk"
        else facts.record.date,
        "original-date": read_date(fields.get("origdate", "")),
        "accessed": read_date(fields.get("urldate", "")),
    }
    return {name: made for name, date in dates.items() if date and (made := _date(date))}


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


def _rich(text: Text, plain: str) -> str:
    """A title with CSL's formatting tags.

    :param plain: the title without markup.
    """
    if not text.parts or (len(text.parts) == 1 and isinstance(text.parts[0], str)):  # nearly all
        return plain
    return line_of("".join(map(_tagged, text.parts)))


def _tagged(part: Inline) -> str:
    if isinstance(part, str):
        return part
    if part.kind == "math":
        return formula_text(str(Text(part.parts)))
    begin, end = _TAGS.get(part.kind, ("", ""))
    return f"{begin}{''.join(map(_tagged, part.parts))}{end}"
