"""Items of a CV, in the words of RenderCV, JSON Resume and al-folio → entries, by their shape and their section."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from .builder import Builder
from .field_values import author_list, found_ids, period, periods, web
from .text import plain, prose, sentence, title_of
from .values import Values

__all__ = ["add_item", "add_text", "kind_of"]

_KINDS: Final = (
    (re.compile(r"publication|paper|article|preprint", re.I), "publication"),
    (re.compile(r"award|hono[u]?r|prize|fellowship|scholarship|distinction", re.I), "award"),
    (re.compile(r"grant|funding", re.I), "grant"),
    (re.compile(r"service|volunteer|review|committee|editor|outreach|leadership", re.I), "service"),
    (re.compile(r"talk|presentation|lecture|seminar|invited", re.I), "talk"),
    (re.compile(r"teaching|course", re.I), "teaching"),
    (re.compile(r"project|software|portfolio|open.source", re.I), "project"),
    (re.compile(r"member|certificat|licen[cs]e", re.I), "membership"),
    (re.compile(r"educat|degree|training", re.I), "degree"),
    (re.compile(r"experience|position|employ|work|appointment|career|profession", re.I), "position"),
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_LAST_YEAR: Final = re.compile(r"\s*[(,]\s*(?:19|20)\d\d\)?\.?$")
#: Kinds whose items may be one line of text.
_IN_WORDS: Final = frozenset(("award", "grant", "service", "teaching", "membership", "talk"))
_ORGANIZATION: Final = (
    "institution",
    "company",
    "organization",
    "org",
    "awarder",
    "issuer",
    "entity",
    "publisher",
)
_TITLES: Final = ("title", "name", "position", "role", "label", "degree", "studyType", "area")
_TEXTS: Final = ("summary", "description", "highlights", "courses", "responsibilities", "keywords", "items")


def kind_of(section: str) -> str:
    """The kind of the entries in a section; empty if its heading does not say."""
    return next((kind for pattern, kind in _KINDS if pattern.search(section.replace("_", " "))), "")


def add_item(builder: Builder, section: str, item: Values) -> None:
    """Add an item as an entry if it has the shape of one, and as text for the CV otherwise."""
    kind = kind_of(section)
    if "authors" in item:
        _add_work(builder, item)
    elif kind == "publication" and item.peek("name"):
        _add_listed_work(builder, item)
    elif "institution" in item and any(name in item for name in ("area", "degree", "studyType")):
        _add(builder, "degree", item, {"title": _degree(item)})
    elif any(item.peek(name) for name in ("company", "position")) and kind != "service":
        title = item.text("position", "role", "title")
        _add(builder, "position", item, {"title": title_of(title)})
    elif kind and any(item.peek(name) for name in _TITLES):
        _add(builder, kind, item, {})
    else:
        _as_text(builder, section, item)


def _add(builder: Builder, kind: str, item: Values, fields: Mapping[str, str]) -> None:
    title = fields.get("title") or title_of(item.text("title", "name", "position", "label", "role"))
    texts = [prose(text) for name in _TEXTS if (text := _bullets(item, name))]
    made = {
        "author": _own_name(builder) if kind in ("talk", "award", "grant") else "",
        "title": title,
        "organization" if kind != "talk" else "eventtitle": sentence(item.text(*_ORGANIZATION)),
        "role": sentence(item.text("role", "position")) if kind in ("project", "grant") else "",
        "location": sentence(_location(item)),
        "date": _date(item),
        "note": sentence("; ".join(filter(None, (item.text("details"), item.text("score", "gpa"))))),
        "abstract": r" \par ".join(texts)
        if not texts or not texts[-1].startswith(r"\item")
        else " ".join(texts),
        "url": web(item.text("url", "website", "link")),
        "doi": found_ids(item.text("doi")).get("doi", ""),
    }
    if not builder.add(kind, made, item.file):
        builder.left(item.file, item.place.rstrip("."), "an item without a title")


def _own_name(builder: Builder) -> str:
    return author_list([builder.owner.get("name", "")])


def _bullets(item: Values, name: str) -> str:
    """A text, or a list of texts, or of texts with subordinate ones."""
    if nested := item.children(name):
        lines = []
        for each in nested:
            lines.append(f"- {each.text('title', 'name', 'label')}")
            lines += [f"- {text}" for text in each.texts("contents", "items", "keywords")]
        return "\n".join(lines)
    texts = item.texts(name)
    if name in ("keywords",):
        return ", ".join(texts)
    return texts[0] if len(texts) == 1 and name != "highlights" else "\n".join(f"- {text}" for text in texts)


def _location(item: Values) -> str:
    place = item.child("location")
    if place:
        return ", ".join(
            filter(None, (place.text("city"), place.text("region"), place.text("countryCode", "country")))
        )
    return item.text("location")


def _date(item: Values) -> str:
    start = item.text("start_date", "startDate", "date_start", "start")
    end = item.text("end_date", "endDate", "date_end", "end")
    if start or end:
        lasting = period(start, end or ("present" if start and _may_last(item) else ""))
        return lasting
    return periods(item.text("date", "year", "releaseDate", "release_date", "period"))


def _may_last(item: Values) -> bool:
    """Whether an item without an end has not ended: the program writes an empty end for this."""
    return any(name in item for name in ("end_date", "endDate", "date_end")) or any(
        item.peek(name) for name in ("company", "position", "organization")
    )


def _degree(item: Values) -> str:
    """``PhD`` and ``Physics`` as one title."""
    degree, area = item.text("degree", "studyType"), item.text("area")
    return title_of(
        f"{degree} in {area}" if degree and area and area.lower() not in degree.lower() else degree or area
    )


def _add_work(builder: Builder, item: Values) -> None:
    """A publication of RenderCV: title, authors, journal, DOI."""
    url = item.text("url")
    ids = found_ids(item.text("doi"), url)
    venue = sentence(item.text("journal", "publisher", "booktitle"))
    kind = "article" if venue else "online" if ids.get("eprint") else "misc"
    fields = {
        "author": author_list(item.texts("authors")),
        "title": title_of(item.text("title", "name")),
        "journaltitle": venue,
        "date": _date(item),
        "abstract": prose(item.text("summary")),
        "url": "" if ids else web(url),
        **ids,
    }
    builder.add(kind, fields, item.file, complete=bool(venue))


def _add_listed_work(builder: Builder, item: Values) -> None:
    """A publication of JSON Resume, which has no authors."""
    url = item.text("url", "website")
    ids = found_ids(item.text("doi"), url)
    venue = sentence(item.text("publisher", "journal"))
    fields = {
        "title": title_of(item.text("name")),
        "howpublished": venue,
        "date": _date(item),
        "abstract": prose(item.text("summary")),
        "url": "" if ids else web(url),
        **ids,
    }
    builder.add("misc", fields, item.file, complete=False)


def _as_text(builder: Builder, section: str, item: Values) -> None:
    """An item that cannot be an entry, as a bullet of the CV."""
    head = item.text("label", "name", "title", "language", "network")
    details = [item.text("details", "fluency", "level", "reference", "summary", "value")]
    details += [", ".join(item.texts(name)) for name in ("keywords", "items", "highlights", "contents")]
    details.append(_location(item) if "location" in item else "")
    said = ", ".join(filter(None, details))
    text = f"**{head}:** {said}" if head and said else head or said
    bullet = "" if text else item.text("bullet", "number", "reversed_number", "description")
    if text or bullet:
        add_text(builder, section, text or bullet, kind_of(section) if bullet else "", item.file)


def add_text(builder: Builder, section: str, text: str, kind: str = "", origin: str = "CV") -> None:
    """Add a line of text to a section: as an entry if its kind is known, else as text of the CV."""
    if kind in _IN_WORDS:
        years = _YEAR.findall(plain(text))
        told = _LAST_YEAR.sub("", text) if years else text
        place = ""
        if kind == "talk":
            told, _, place = told.partition(" — ")
        fields = {
            "author": _own_name(builder) if kind in ("award", "grant", "talk") else "",
            "title": title_of(told),
            "eventtitle": sentence(place),
            "date": years[-1] if years else "",
        }
        builder.add(kind, fields, origin)
        return
    heading = section.replace("_", " ")
    builder.cv.setdefault(heading[:1].upper() + heading[1:], []).append(f"- {' '.join(text.split())}")
