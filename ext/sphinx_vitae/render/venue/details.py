"""The parts of a venue: volume, pages, publisher, event, original."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.bib import parse_date
from sphinx_vitae.bib.vocabulary import country_name
from sphinx_vitae.model import EMPTY, PartialDate, Publication, Text

from ..language.dates import print_date
from ..language.language_names import language_name
from ..language.translated_words import Words
from ..names.contributors import contributors
from ..names.printed_names import Naming
from ..texts import capital, distinct, emph, ordinal_number

__all__ = ["PublicationDetails"]

#: biblatex's ``pagination`` (manual §2.3.12) → the word for one, and for several.
_PAGINATION: Final = {
    "page": ("page", "pages"),
    "column": ("column", "columns"),
    "line": ("line", "lines"),
    "verse": ("verse", "verses"),
    "section": ("section", "sections"),
    "paragraph": ("paragraph", "paragraphs"),
    "none": ("", ""),
}
#: The words for journal series (manual §2.2.2, ``series``).
_SERIES: Final = {"newseries": "new series", "oldseries": "old series"}
_SEVERAL: Final = re.compile(r"[–,+;&]|\d-\d|ff?\b")
_LIST: Final = re.compile(r"\s+and\s+")


class PublicationDetails:
    """The parts of one record; a part is empty if the record does not have it."""

    def __init__(self, record: Publication, words: Words, naming: Naming) -> None:
        self.record = record
        self.words = words
        self.naming = naming
        self.text = record.text
        self._ours: set[str] = set()

    def word(self, word: str, text: Text) -> Text:
        """``volume 3``: a translated word before text from the record; empty if the text is empty."""
        if not text or not word:
            return text
        label = f"{self.words(word)} "
        self._ours.add(label)
        return Text((label,)) + text

    def credits(self, *without: str) -> list[Text]:
        """Contributors other than the author, except the fields in *without*."""
        said = contributors(self.record, self.words, self.naming, *without)
        self._ours.update(str(part.parts[0]) for part in said)
        return said

    def begun(self, text: Text) -> Text:
        """The text, capitalised if it begins with a translated word rather than a word from the record."""
        return capital(text) if text and text.parts[0] in self._ours else text

    def titled(self, *fields: str) -> Text:
        """The first of these titles, in italics, with its addon."""
        for field in fields:
            if title := self.text(field):
                return distinct(emph(title), self.text(f"{field}addon"))
        return EMPTY

    @property
    def pages(self) -> Text:
        """``pages 4–5``, with the unit that the entry specifies (``bookpagination``)."""
        pages = self.text("pages")
        unit = self.record.fields.get("bookpagination", "page").lower()
        one, several = _PAGINATION.get(unit, (unit, unit))
        return self.word(several if _SEVERAL.search(str(pages)) else one, pages)

    @property
    def article_number(self) -> Text:
        """``article 7``."""
        return self.word("article", self.text("eid"))

    @property
    def chapter(self) -> Text:
        """``chapter 3``; the title of a chapter is printed without the word."""
        chapter = self.text("chapter")
        return self.word("chapter" if str(chapter)[:1].isdigit() or len(str(chapter)) < 5 else "", chapter)

    @property
    def extent(self) -> Text:
        """The size of a whole work: ``3 volumes``, ``312 pages``."""
        volumes, pages = self.text("volumes"), self.text("pagetotal")
        return distinct(
            volumes + f" {self.words('volumes')}" if volumes else EMPTY,
            pages + f" {self.words('pages')}" if str(pages).isdecimal() else pages,
        )

    @property
    def edition(self) -> Text:
        """``2nd edition``; text that is not a number is returned unchanged."""
        edition = self.text("edition")
        if str(edition).isdecimal():
            return Text((f"{ordinal_number(int(str(edition)))} {self.words('edition')}",))
        return edition

    @property
    def volume(self) -> Text:
        """``volume 2, part 1``."""
        return distinct(self.word("volume", self.text("volume")), self.word("part", self.text("part")))

    @property
    def series(self) -> Text:
        """``LNCS 9``, ``volume 2, Lecture Notes 9``; without a series, the volume and number with their
        names.

        The number in a series is the volume in BibTeX, but the number in biblatex (manual §2.3.7).
        """
        series, number = self.text("series", "shortseries"), self.text("number", "issue")
        if not series:
            return distinct(self.volume, self.word("number", number))
        if number:
            return distinct(self.volume, series + " " + number)
        volume = self.text("volume")
        return distinct(
            series + " " + volume if volume else series,
            self.word("part", self.text("part")),
        )

    @property
    def journal_series(self) -> Text:
        """``2nd series``, ``new series``."""
        series = str(self.text("series"))
        if series.isdecimal():
            return Text((f"{ordinal_number(int(series))} {self.words('series')}",))
        return Text((self.words(_SERIES[series]),)) if series in _SERIES else self.text("series")

    @property
    def publisher(self) -> Text:
        """``Publisher, Place``."""
        return distinct(self.text("publisher", "institution"), self.place)

    @property
    def place(self) -> Text:
        """The publisher's place.

        If an entry has both an address and a location, the location is the place of the event.
        """
        address = self.record.fields.get("address", "")
        return Text((address,)) if address else self.text("location")

    @property
    def event(self) -> Text:
        """``Event (Place, 3–5 May 2024)``, unless the book has the same name."""
        title = self.text("eventtitle")
        name = distinct(
            emph(title) if self.record.container == title else title, self.text("eventtitleaddon")
        )
        if self.record.container == title and self.text("booktitle", "journaltitle"):
            name = EMPTY
        place = self.text("venue")
        if not place and "address" in self.record.fields:
            place = self.text("location")
        when = Text((text,)) if (text := self._event_date()) else EMPTY
        where = distinct(place, when)
        if not where:
            return name
        return name + " (" + where + ")" if name else where

    def _event_date(self) -> str:
        date = _date(self.record.fields.get("eventdate", ""))
        return print_date(date, self.words).text if date != self.record.date else ""

    @property
    def original(self) -> Text:
        """The original of a new edition or translation: ``originally published as *T*, Insel, 1920``."""
        title, date = self.text("origtitle"), _date(self.record.fields.get("origdate", ""))
        year = print_date(date, self.words).text
        facts = distinct(
            emph(title),
            self.text("origpublisher"),
            self.text("origlocation"),
            Text((year,)) if year else EMPTY,
        )
        original = self.word("originally published as" if title else "originally published", facts)
        return distinct(original, self.word("reprinted as", emph(self.text("reprinttitle"))))

    @property
    def version(self) -> Text:
        """``version 2``."""
        version = self.text("version")
        if not version:
            return EMPTY
        number = str(version).removeprefix("v")
        return self.word("version", Text((number,))) if number[:1].isdigit() else version

    @property
    def language(self) -> Text:
        """The language, unless it is English or the language of the list."""
        written = self.record.fields.get("language", "")
        names = [language_name(each) for each in re.split(r"\s+and\s+|\s*[,;]\s*", written) if each]
        told = [self.words(name) for name in names if name]
        return self.word("in", Text((", ".join(told),))) if told and told != ["English"] else EMPTY

    @property
    def visited(self) -> Text:
        """``visited on 1 May 2024``."""
        date = print_date(_date(self.record.fields.get("urldate", "")), self.words).text
        return self.word("visited on", Text((date,))) if date else EMPTY

    @property
    def isbn(self) -> Text:
        """``ISBN …``."""
        isbn = self.record.fields.get("isbn", "")
        return Text((f"ISBN {isbn.removeprefix('ISBN').strip(' :')}",)) if isbn else EMPTY

    @property
    def preprint(self) -> Text:
        """The eprint of a preprint: ``arXiv:2210.16691 [cs.LG]``."""
        fields = self.record.fields
        eprint, archive = fields.get("eprint", ""), fields.get("eprinttype", "arXiv")
        if not eprint:
            return EMPTY
        number = eprint if eprint.lower().startswith("arxiv:") else f"{_archive(archive)}:{eprint}"
        return Text((f"{number} [{fields['eprintclass']}]" if fields.get("eprintclass") else number,))

    @property
    def countries(self) -> Text:
        """The countries in which a patent is valid."""
        places = [country_name(place) for place in _LIST.split(str(self.text("location")))]
        return Text((", ".join(self.words(place) for place in places if place),)) if any(places) else EMPTY


def _archive(name: str) -> str:
    return "arXiv" if name.lower() == "arxiv" else name


def _date(written: str) -> PartialDate | None:
    return parse_date(written) if written else None
