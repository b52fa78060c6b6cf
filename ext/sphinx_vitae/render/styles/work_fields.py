"""A work in the form that house styles use: its category, and its parts as `Text` values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sphinx_vitae.bib import parse_date
from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.bib.vocabulary import type_name
from sphinx_vitae.catalogue import People
from sphinx_vitae.model import EMPTY, Link, NameList, PartialDate, Person, Record, Text

from ..language.translated_words import Words
from ..names.name_marks import Signs
from ..texts import around_number, bare, emph, joined
from .categories import Category, category_of
from .name_lists import NameStyle, listed
from .punctuation import wrapped
from .sentence_case import in_sentence_case

__all__ = ["WorkFields"]

_NAMED_AFTER_EVENTS: Final = frozenset(("proceedings", "mvproceedings", "periodical"))
_ARCHIVED: Final = re.compile(r"\s*(?:preprint)?\s*arxiv\s*:\s*\S+|\bpreprint\b|^\s*corr\s*$", re.I)


@dataclass(frozen=True)
class WorkFields:
    """A record with everything that is needed to print it.

    :param owners: people whose names are emphasised.
    :param people: people whose names are linked.
    :param signs: the marks after names.
    :param also: the title in the language of the site, in brackets; empty if the title is in that language.
    """

    record: Record
    words: Words
    owners: People
    people: People
    signs: Signs
    also: Text = EMPTY

    # What it is -------------------------------------------------------------------------------------

    @cached_property
    def category(self) -> Category:
        """The category of the work."""
        return category_of(self.record, archived=bool(self.archive))

    @property
    def status(self) -> str:
        """The publication status (``pubstate``); empty for published works and for preprints."""
        return "" if self.record.status == "prepublished" else self.record.status

    # Its parts --------------------------------------------------------------------------------------

    def text(self, *fields: str) -> Text:
        """The first of these fields that the record has, as a `Text`."""
        return self.record.text(*fields)

    @property
    def title(self) -> Text:
        """The title, with its translation."""
        return joined(" ", self.record.title, self.also)

    @property
    def title_in_italics(self) -> Text:
        """The title in italics; its translation is not."""
        return joined(" ", emph(self.record.title), self.also)

    def sentence_case(self, *, after_colon: bool) -> Text:
        """The title in sentence case. Titles of proceedings and periodicals are names, and are not changed."""
        if self.record.type in _NAMED_AFTER_EVENTS or self._in_other_language:
            return self.record.title
        return in_sentence_case(self.record, self.record.title, "title", "subtitle", after_colon=after_colon)

    @property
    def _in_other_language(self) -> bool:
        """Whether the title is in the language of a site that is not in English."""
        return self.words.calendar is not None and not self.record.title_language

    def book_title(self, *, sentence_case: bool = False, after_colon: bool = True) -> Text:
        """The title of the book, proceedings or journal that the work appeared in."""
        for field, subtitle in (("booktitle", "booksubtitle"), ("maintitle", "mainsubtitle")):
            if title := self.text(field):
                if not sentence_case or self._in_other_language:
                    return title
                return in_sentence_case(self.record, title, field, subtitle, after_colon=after_colon)
        return self.text("journaltitle")

    @property
    def volume(self) -> Text:
        """The volume; for a periodical, with the issue."""
        if self.record.type == "periodical":
            return joined(", ", self.text("volume"), self.said("no. {}", self.issue))
        return self.text("volume")

    @property
    def issue(self) -> Text:
        """The number of the issue."""
        return self.text("number", "issue")

    @property
    def pages(self) -> Text:
        """The pages."""
        return self.text("pages")

    @property
    def one_page(self) -> bool:
        """Whether the work is on a single page."""
        return not any(c in str(self.pages) for c in "–-,+;&")

    @property
    def publisher(self) -> Text:
        """The publisher or institution, unless it is used as the author."""
        for field in ("publisher", "institution", "organization"):
            if (text := self.text(field)) and str(text) != str(self.body):
                return text
        return EMPTY

    @property
    def school(self) -> Text:
        """The institution of a thesis; its publisher may be an archive."""
        return self.text("institution") or self.publisher

    @property
    def place(self) -> Text:
        """The place of the publisher or event."""
        return self.text("location", "venue")

    def kind(self, names: dict[str, str], default: str = "") -> Text:
        """The ``type`` of the entry.

        :param names: biblatex's names for types → the style's names for them.
        :param default: the name for an entry without ``type``.
        """
        written = str(self.text("type"))
        name = names.get(written.lower(), type_name("", written) if written else default)
        return bare(self.words(name)) if name else self.text("type")

    @property
    def version(self) -> str:
        """The version, without a leading v."""
        return re.sub(r"^v(?=\d)", "", str(self.text("version")))

    def notes(self) -> tuple[Text, ...]:
        """The entry's notes, except those that only repeat its status."""
        said = str(self.text("pubstate"))
        how, note = self.text("howpublished"), self.text("note")
        if any(how.spans("link")) or self.category in {"preprint", "lecture"}:
            how = EMPTY  # a URL, which the entry's links include, or the name of the archive
        return tuple(
            text for text in (how, EMPTY if str(note) == said else note, self.text("addendum")) if text
        )

    # Who --------------------------------------------------------------------------------------------

    def names(self, field: str, style: NameStyle) -> Text:
        """A name field of the entry, in the form that the style uses."""
        names = self.record.people(field)
        return listed(names, self.owners.among(names), style, self.address, self.signs.of, self.words)

    def address(self, person: Person) -> str:
        """The URL of a person's home page; empty if there is none."""
        profile = self.people.find(person)
        return checked_url(person.url or (profile.url if profile else ""))

    def creators(self, style: NameStyle, editor: tuple[str, str], translator: str) -> Text:
        """The names that are used as the author, with their role.

        :param editor: the role around one editor, and around several editors, as ``{} (Ed.)``; ``translator``:
            the role around translators.
        """
        if not self.author_field:
            return self.body
        names = self.names(self.author_field, style)
        count = len(self.record.people(self.author_field).persons)
        if self.author_field == "editor":
            return self.counted(*editor, count, names)
        return self.said(translator, names) if self.author_field == "translator" else names

    # In words ---------------------------------------------------------------------------------------

    def said(self, phrase: str, text: Text | str) -> Text:
        """A translated phrase around a text, as ``Vol. {}``; empty if the text is empty."""
        if not text:
            return EMPTY
        before, after = around_number(self.words.around(phrase), text)
        return wrapped(before, text, after)

    def counted(self, one: str, several: str, count: int, text: Text) -> Text:
        """The same as `said` with a phrase that depends on a number."""
        before, _, after = self.words.plural(one, several, count).partition("{}")
        before, after = around_number((before, after), text)
        return wrapped(before, text, after)

    def edition(self, one: str, several: str, stop: str = "") -> Text:
        """The edition, as ``{}nd ed.``; text that is not a number is used as it is.

        :param stop: printed after the English ordinal (ACM has ``2nd.``).
        """
        edition = self.text("edition")
        number = str(edition)
        if not (number.isascii() and number.isdecimal()):
            return (
                self.said(several.replace("{}th", "{}"), edition) if self.words.calendar is None else edition
            )
        said = self.words.ordinal(one, several, int(number))
        return bare(said.replace(" ", f"{stop} ", 1) if self.words.calendar is None else said)

    @property
    def author_field(self) -> str:
        """The name field that is used as the author; empty if there is none."""
        for field in ("author", "editor", "translator", "holder"):
            if self.record.people(field):
                return field
        return ""

    @cached_property
    def body(self) -> Text:
        """The organisation that is used as the author if no names are given."""
        if self.author_field or self.category in {"article", "paper", "chapter", "thesis"}:
            return EMPTY
        return self.text("organization", "institution")

    def editors(self) -> NameList:
        """The editors, unless they are used as the author."""
        return self.record.people("editor") if self.author_field != "editor" else NameList()

    # When -------------------------------------------------------------------------------------------

    @property
    def date(self) -> PartialDate | None:
        """The date; ``None`` if it only says that the work is not published (see `status`)."""
        date = self.record.date
        return None if date and date.literal and str(self.text("pubstate")) == date.literal else date

    def other_date(self, field: str) -> PartialDate | None:
        """Another date field: ``eventdate`` or ``urldate``."""
        written = self.record.fields.get(field, "")
        return parse_date(written) if written else None

    # Where ------------------------------------------------------------------------------------------

    @property
    def doi(self) -> str:
        """The DOI; empty if the work has none."""
        return self.record.fields.get("doi", "") if self.record.link("doi") else ""

    @property
    def doi_link(self) -> Link | None:
        """The link for the DOI."""
        return self.record.link("doi")

    @property
    def url(self) -> str:
        """The URL of a work without a DOI."""
        found = None if self.doi else self.record.link("url", "html", "arxiv", "eprint")
        return found.url if found and (found.kind == "url" or self.category in {"preprint", "web"}) else ""

    @cached_property
    def archive(self) -> Text:
        """For a preprint: ``arXiv:1706.03762``, or else the name of the archive."""
        fields = self.record.fields
        name, number = self.archive_name, fields.get("eprint", "") or _arxiv_number(self.record)
        return bare(f"{name}:{number}") if number and name else bare(name)

    @property
    def archive_name(self) -> str:
        """The name of a preprint's archive."""
        fields = self.record.fields
        if fields.get("eprint") or self.record.link("arxiv"):
            name = fields.get("eprinttype", "arXiv")
            return "arXiv" if name.lower() == "arxiv" else name
        written = self.text("publisher", "journaltitle", "howpublished", "institution")
        return _ARCHIVED.sub("", str(written)).strip(" ,.") or (
            "arXiv" if "arxiv" in str(written).lower() else ""
        )

    def with_place(self, separator: str = ": ") -> Text:
        """Place and publisher: ``Cambridge, MA: MIT Press``."""
        return joined(separator, self.place, self.publisher)


def _arxiv_number(record: Record) -> str:
    found = record.link("arxiv")
    return found.url.rpartition("/abs/")[2] if found else ""
