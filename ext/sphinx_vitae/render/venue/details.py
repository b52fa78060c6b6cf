"""The parts of a venue: volume, pages, publisher, event, original."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.bib import parse_date
from sphinx_vitae.bib.vocabulary import country_name
from sphinx_vitae.model import EMPTY, N_, NN_, PartialDate, Publication, Text

from ..language.dates import print_date
from ..language.language_names import language_name
from ..language.translated_words import Words
from ..names.contributors import contributors
from ..names.printed_names import Naming
from ..texts import around_number, bare, capital, distinct, emph

__all__ = ["PublicationDetails"]

#: biblatex's ``pagination`` (manual §2.3.12) → the word for one, and for several.
_PAGINATION: Final = {
    "page": (N_("page {}"), N_("pages {}")),
    "column": (N_("column {}"), N_("columns {}")),
    "line": (N_("line {}"), N_("lines {}")),
    "verse": (N_("verse {}"), N_("verses {}")),
    "section": (N_("section {}"), N_("sections {}")),
    "paragraph": (N_("paragraph {}"), N_("paragraphs {}")),
    "none": ("", ""),
}
#: The words for journal series (manual §2.2.2, ``series``).
_SERIES: Final = {"newseries": N_("new series"), "oldseries": N_("old series")}
#: The fields of an event.
_OF_EVENT: Final = frozenset(("eventtitle", "eventtitleaddon", "venue", "address", "eventdate"))
#: The fields of an original.
_OF_ORIGINAL: Final = frozenset(("origtitle", "origdate", "origpublisher", "origlocation", "reprinttitle"))
_SEVERAL: Final = re.compile(r"[–,+;&]|\d-\d|ff?\b")
_LIST: Final = re.compile(r"\s+and\s+")
_LANGUAGES: Final = re.compile(r"\s+and\s+|\s*[,;]\s*")


class PublicationDetails:
    """The parts of one record; a part is empty if the record does not have it."""

    def __init__(self, record: Publication, words: Words, naming: Naming) -> None:
        self.record = record
        self.words = words
        self.naming = naming
        self.text = record.text
        self._ours: set[str] = set()

    def _has_any(self, fields: frozenset[str]) -> bool:
        return not (fields.isdisjoint(self.record.fields) and fields.isdisjoint(self.record.texts))

    def word(self, phrase: str, text: Text) -> Text:
        """A translated phrase around text from the record, as ``volume {}``; empty if the text is empty."""
        if not text or not phrase:
            return text
        before, after = around_number(self.words.around(phrase), text)
        if before:
            self._ours.add(before)
            text = Text((before,)) + text
        return text + after if after else text

    def _amount(self, phrase: str, number: Text) -> Text:
        """A number with what it counts, as ``{} pages``; the phrase has no form of its own for one."""
        if not number:
            return EMPTY
        count = int(str(number)) if str(number).isdecimal() else 2
        before, _, after = self.words.plural(phrase, phrase, count).partition("{}")
        before, after = around_number((before, after), number)
        return bare(before) + number + bare(after)

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
        one, several = _PAGINATION.get(unit, (f"{unit} {{}}", f"{unit} {{}}"))
        return self.word(several if _SEVERAL.search(str(pages)) else one, pages)

    @property
    def article_number(self) -> Text:
        """``article 7``."""
        return self.word("article {}", self.text("eid"))

    @property
    def chapter(self) -> Text:
        """``chapter 3``; the title of a chapter is printed without the word."""
        chapter = self.text("chapter")
        return self.word(
            N_("chapter {}") if str(chapter)[:1].isdigit() or len(str(chapter)) < 5 else "", chapter
        )

    @property
    def extent(self) -> Text:
        """The size of a whole work: ``3 volumes``, ``312 pages``."""
        volumes, pages = self.text("volumes"), self.text("pagetotal")
        return distinct(
            self._amount(NN_("{} volumes", "{} volumes")[0], volumes),
            self._amount(NN_("{} pages", "{} pages")[0], pages) if str(pages).isdecimal() else pages,
        )

    @property
    def edition(self) -> Text:
        """``2nd edition``; text that is not a number is returned unchanged."""
        edition = self.text("edition")
        if str(edition).isdecimal():
            return bare(self.words.ordinal("{}st edition", "{}th edition", int(str(edition))))
        return edition

    @property
    def volume(self) -> Text:
        """``volume 2, part 1``."""
        return distinct(self.word("volume {}", self.text("volume")), self.word("part {}", self.text("part")))

    @property
    def series(self) -> Text:
        """``LNCS 9``, ``volume 2, Lecture Notes 9``; without a series, the volume and number with their
        names.

        The number in a series is the volume in BibTeX, but the number in biblatex (manual §2.3.7).
        """
        series, number = self.text("series", "shortseries"), self.text("number", "issue")
        if not series:
            return distinct(self.volume, self.word("number {}", number))
        if number:
            return distinct(self.volume, series + " " + number)
        volume = self.text("volume")
        return distinct(
            series + " " + volume if volume else series,
            self.word("part {}", self.text("part")),
        )

    @property
    def journal_series(self) -> Text:
        """``2nd series``, ``new series``."""
        series = str(self.text("series"))
        if series.isdecimal():
            return bare(self.words.ordinal("{}st series", "{}th series", int(series)))
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
        if not self._has_any(_OF_EVENT):
            return EMPTY
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
        if not self._has_any(_OF_ORIGINAL):
            return EMPTY
        title, date = self.text("origtitle"), _date(self.record.fields.get("origdate", ""))
        year = print_date(date, self.words).text
        facts = distinct(
            emph(title),
            self.text("origpublisher"),
            self.text("origlocation"),
            Text((year,)) if year else EMPTY,
        )
        original = self.word(
            N_("originally published as {}") if title else N_("originally published {}"), facts
        )
        return distinct(original, self.word("reprinted as {}", emph(self.text("reprinttitle"))))

    @property
    def version(self) -> Text:
        """``version 2``."""
        version = self.text("version")
        if not version:
            return EMPTY
        number = str(version).removeprefix("v")
        return self.word("version {}", Text((number,))) if number[:1].isdigit() else version

    @property
    def language(self) -> Text:
        """The language, unless it is the language of the site."""
        written = self.record.fields.get("language", "")
        if not written:
            return EMPTY
        names = [language_name(each, self.words) for each in _LANGUAGES.split(written) if each]
        told = [name for name in names if name]
        if not told or told == [language_name(self.words.language, self.words)]:
            return EMPTY
        # Translators: the language of a work, as in "in German"
        said = self.words("in {language}").format(language=self.words.comma.join(told))
        self._ours.add(said)
        return bare(said)

    @property
    def visited(self) -> Text:
        """``visited on 1 May 2024``."""
        date = print_date(_date(self.record.fields.get("urldate", "")), self.words).text
        return self.word("visited on {}", Text((date,))) if date else EMPTY

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
        return (
            Text((self.words.comma.join(self.words(place) for place in places if place),))
            if any(places)
            else EMPTY
        )


def _archive(name: str) -> str:
    return "arXiv" if name.lower() == "arxiv" else name


def _date(written: str) -> PartialDate | None:
    return parse_date(written) if written else None
