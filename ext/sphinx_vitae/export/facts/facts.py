"""The facts about a record that formats use: title, people, container, numbers, pages, publisher,
identifiers.

All facts are single lines of Unicode, and empty if the record lacks them. Nothing is guessed: if an entry
does not contain a fact, every format omits it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sphinx_vitae.bib.fields.identifiers import short_doi
from sphinx_vitae.bib.vocabulary import country_name, type_name
from sphinx_vitae.model import EMPTY, NOBODY, Person, Record, language_tag

from .entry_types import export_type
from .unicode_text import line_of, unicode_text

__all__ = ["STATUS_WORDS", "Facts", "family_name", "given_last", "given_name"]

#: Fields that replace a missing ``title`` (see `sphinx_vitae.bib.vocabulary.TITLE_SUBSTITUTES`).
_TITLES: Final = ("title", "booktitle", "maintitle", "journaltitle")
#: The status of an unpublished work, in words.
STATUS_WORDS: Final = {
    "inpress": "in press",
    "forthcoming": "forthcoming",
    "submitted": "submitted",
    "inpreparation": "in preparation",
    "prepublished": "advance online publication",
}
_ARCHIVES: Final = {"arxiv": "arXiv", "hal": "HAL", "iacr": "Cryptology ePrint Archive", "pubmed": "PubMed"}
#: The number of names to remember, because the same people occur again and again in a bibliography.
_NAMES: Final = 4096
_LIST: Final = re.compile(r"\s+and\s+")
_RANGE: Final = re.compile(r"\s*–\s*")
_ISBN: Final = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]")
_ISSN: Final = re.compile(r"\d{4}-?\d{3}[\dXx]")
#: Identifiers of common licences for works (https://spdx.org/licenses).
_SPDX: Final = re.compile(
    r"CC0-1\.0|CC-BY(?:-NC)?(?:-SA|-ND)?-[1-4]\.\d|MIT|ISC|Apache-2\.0|BSD-[23]-Clause|[AL]?GPL-[23]\.[01]-(?:only|or-later)"
    r"|MPL-2\.0|EPL-2\.0|EUPL-1\.2|LPPL-1\.3c|ODbL-1\.0|PDDL-1\.0|Unlicense"
)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Facts:
    """The facts about a record.

    Formats ask for some facts many times, so that these are read at once.

    :ivar key: the key, on one line.
    :ivar texts: field → its text without markup.
    :ivar type: the names of its type in other programs.
    :ivar rich_title: the title with markup; empty if the entry has no title, and its record uses the key instead.
    :ivar title: the title without markup.
    :ivar author_list: the authors, or the inventors of a patent; empty for a work that only has editors.
    :ivar authors: the people in ``author_list``.
    :ivar in_journal: whether the work is in a periodical, in which case ``number`` is the issue.
    :ivar rich_container: the journal, proceedings or book that contains the work.
    :ivar container: the container without markup.
    :ivar series: the series of a book or report.
    :ivar volume: the volume.
    :ivar issue: the issue of a periodical.
    :ivar number: the number of a report, patent, standard or other separate document.
    :ivar series_number: the number in the series, which is the volume in BibTeX and the number in biblatex (manual
        §2.3.7).
    :ivar event: the conference, or the occasion of a talk.
    :ivar pages: the first and the last page; the last is empty for a single page or a list of pages.
    :ivar publisher: the publisher; the institution for a thesis or report; the archive for a preprint.
    :ivar url: the URL of the work, apart from a full DOI: as written, in the archive that contains it, or of a
        short DOI.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.key = line_of(record.key)
        texts = self.texts = {name: unicode_text(text) for name, text in record.texts.items() if text.parts}
        self.type = export_type(record)
        self.rich_title = record.title if self._has_title else EMPTY
        self.title = unicode_text(self.rich_title)
        self.author_list = record.names.get("author", NOBODY)
        self.authors = _named(self.author_list.persons)
        whole = record.text("journaltitle", "booktitle", "maintitle")
        self.rich_container = whole if str(whole) != str(record.title) else EMPTY
        self.container = unicode_text(self.rich_container)
        self.in_journal = bool(record.text("journaltitle"))
        self.series = "" if self.in_journal else self.text("series", "shortseries")
        self.volume = texts.get("volume", "")
        number, issue = texts.get("number", ""), texts.get("issue", "")
        self.issue = (number or issue) if self.in_journal else issue
        self.number = "" if self.in_journal or self.series else number
        self.series_number = (number or self.volume) if self.series else ""
        self.event = texts.get("eventtitle", "")
        self.pages = _first_and_last(texts.get("pages", ""))
        self.publisher = self._publisher
        self.url = self._url

    def text(self, *fields: str) -> str:
        """The value of the first of these fields that the entry has."""
        texts = self.texts
        for name in fields:
            if name in texts:
                return texts[name]
        return ""

    @property
    def _has_title(self) -> bool:
        record = self.record
        return str(record.title) != record.key or any(name in record.fields for name in _TITLES)

    def people(self, *fields: str) -> tuple[Person, ...]:
        """The people in the first of these name lists that the entry has."""
        record = self.record
        return () if record.names.keys().isdisjoint(fields) else _named(record.people(*fields).persons)

    @property
    def editors(self) -> tuple[Person, ...]:
        """The editors, in any role."""
        return self.people("editor", "editora")

    @property
    def event_place(self) -> str:
        """The place of the event, from the room to the city."""
        record = self.record
        if "venue" not in self.texts and "location" not in self.texts:
            return ""
        city = record.text("location") if record.kind != "publication" or self._has_two_places else EMPTY
        return ", ".join(dict.fromkeys(filter(None, (self.text("venue"), unicode_text(city)))))

    @property
    def _has_two_places(self) -> bool:
        """Whether the location is that of the event, because the entry also has an address, or has an event
        but no publisher.
        """
        return "address" in self.record.fields or (bool(self.event) and not self.publisher)

    @property
    def _publisher(self) -> str:
        return self.text("publisher", "institution", "organization") or (
            self.archive if self.type.zotero == "preprint" else ""
        )

    @property
    def archive(self) -> str:
        """The archive that contains the eprint."""
        if not self.eprint:
            return ""
        name = line_of(self.record.fields.get("eprinttype", ""))
        return _ARCHIVES.get(name.lower(), name)

    @property
    def eprint(self) -> str:
        """The identifier in the archive."""
        return line_of(self.record.fields["eprint"]) if "eprint" in self.record.fields else ""

    @property
    def place(self) -> str:
        """The publisher's location; the countries for a patent."""
        if self.record.kind != "publication" or self._has_two_places:
            return line_of(self.record.fields.get("address", ""))
        location = self.text("location")
        return ", ".join(map(country_name, _LIST.split(location))) if location else ""

    @property
    def genre(self) -> str:
        """The kind of thesis, report or talk, in words."""
        written = self.text("type")
        return (type_name("", written.lower()) or written) if written else ""

    @property
    def doi(self) -> str:
        """The DOI, full or short."""
        return line_of(self.record.fields["doi"]) if "doi" in self.record.fields else ""

    @property
    def full_doi(self) -> str:
        """The DOI, unless it is a short one, which registries and services do not know."""
        doi = self.doi
        return doi if doi.startswith("10.") or not short_doi(doi) else ""

    @property
    def _url(self) -> str:
        link = self.record.link("url", "html", "arxiv", "acl", "openreview", "hal", "eprint")
        if not link and not self.full_doi:
            link = self.record.link("doi")
        return link.url if link and link.url.startswith(("http://", "https://")) else ""

    @property
    def isbns(self) -> tuple[str, ...]:
        fields = self.record.fields
        return tuple(_ISBN.findall(fields["isbn"])) if "isbn" in fields else ()

    @property
    def issns(self) -> tuple[str, ...]:
        fields = self.record.fields
        return tuple(_ISSN.findall(fields["issn"])) if "issn" in fields else ()

    @property
    def language(self) -> str:
        """The language as a tag (BCP 47)."""
        written = self.record.fields.get("langid", "") or self.text("language")
        tag = language_tag(written) if written else ""
        return tag if tag and _LANGUAGE.fullmatch(tag) else ""

    @property
    def keywords(self) -> tuple[str, ...]:
        keywords = self.record.keywords
        return tuple(filter(None, map(line_of, keywords))) if keywords else ()

    @property
    def license(self) -> str:
        """The URL of the licence: as written, or for an SPDX identifier such as ``CC-BY-4.0``."""
        written = line_of(self.record.fields.get("license", "") or self.record.fields.get("licence", ""))
        if written.startswith(("https://", "http://")):
            return written
        identifier = re.sub(r"[\s_]+", "-", written)
        return f"https://spdx.org/licenses/{identifier}" if _SPDX.fullmatch(identifier) else ""

    @property
    def abstract(self) -> str:
        return self.text("abstract")


def _named(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people whose names are not empty in plain text."""
    return tuple(
        [p for p in people if p.family.isalpha() or line_of(p.literal or p.family) or line_of(str(p))]
    )


def _first_and_last(pages: str) -> tuple[str, str]:
    if "–" not in pages:
        return pages, ""
    first, *rest = _RANGE.split(pages)
    return (first, rest[0]) if len(rest) == 1 and "," not in pages else (pages, "")


def family_name(person: Person) -> str:
    """The family name with its particle: ``de la Cruz``; the whole name of an organization."""
    if person.literal:
        return line_of(person.literal)
    return line_of(f"{person.prefix} {person.family}")


def given_name(person: Person) -> str:
    """The given names."""
    return "" if person.literal else line_of(person.given)


def given_last(person: Person) -> str:
    """``de la Cruz, María``: the name as Google Scholar and Zotero split it; an organization has no comma."""
    return _given_last(person.literal, person.prefix, person.family, person.given)


@lru_cache(_NAMES)
def _given_last(literal: str, prefix: str, family: str, given: str) -> str:
    if literal:
        return line_of(literal.replace(",", " "))
    return ", ".join(filter(None, (line_of(f"{prefix} {family}"), line_of(given))))
