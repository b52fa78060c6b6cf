"""A work as house styles see it: what it is, and its parts as texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from sphinx_vitae.bib import parse_date
from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.catalogue import People
from sphinx_vitae.model import EMPTY, Link, NameList, PartialDate, Person, Record, Text

from ..language.translated_words import Words
from ..names.name_marks import Signs
from ..texts import bare, joined
from .name_lists import NameStyle, listed
from .sentence_case import in_sentence_case

__all__ = ["Category", "WorkFields"]

#: What styles distinguish. A ``paper`` is one in proceedings, a ``lecture`` one that was only presented.
Category = Literal[
    "article", "paper", "lecture", "chapter", "book", "thesis", "report", "patent", "software", "dataset",
    "preprint", "web", "unpublished", "other",
]  # fmt: skip

_CATEGORIES: Final[dict[str, Category]] = {
    **dict.fromkeys(("article", "suppperiodical", "review"), "article"),
    "inproceedings": "paper",
    **dict.fromkeys(("incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference"), "chapter"),
    **dict.fromkeys(
        ("book", "mvbook", "booklet", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "periodical",
         "mvreference", "manual"),
        "book",
    ),
    "thesis": "thesis",
    "report": "report",
    "patent": "patent",
    "software": "software",
    "dataset": "dataset",
    "online": "web",
    "unpublished": "unpublished",
}  # fmt: skip
_NAMED_AFTER_EVENTS: Final = frozenset(("proceedings", "mvproceedings", "periodical"))
_ARCHIVED: Final = re.compile(r"\s*(?:preprint)?\s*arxiv\s*:\s*\S+|\bpreprint\b|^\s*corr\s*$", re.I)


@dataclass(frozen=True)
class WorkFields:
    """A record with what it needs to be printed.

    :param owners: whose names are emphasised.
    :param people: whose names are linked.
    :param signs: behind names.
    """

    record: Record
    words: Words
    owners: People
    people: People
    signs: Signs

    # What it is -------------------------------------------------------------------------------------

    @cached_property
    def category(self) -> Category:
        record = self.record
        category = _CATEGORIES.get(record.type, "other")
        if (
            "preprint" in record.groups
            and category in {"article", "web", "other", "unpublished"}
            and self.archive
        ):
            return "preprint"
        if category == "paper" and not self.text("booktitle", "journaltitle", "maintitle"):
            return "lecture"
        if (
            category == "other"
            and record.type == "misc"
            and record.link("url")
            and not self.text("howpublished")
        ):
            return "web"
        return category

    @property
    def status(self) -> str:
        """biblatex's word for how far it got; empty once it is published, and for preprints."""
        return "" if self.record.status == "prepublished" else self.record.status

    # Its parts --------------------------------------------------------------------------------------

    def text(self, *fields: str) -> Text:
        return self.record.text(*fields)

    @property
    def title(self) -> Text:
        return self.record.title

    def sentence_case(self, *, after_colon: bool) -> Text:
        """The title in sentence case; the name of a conference or periodical is a name."""
        if self.record.type in _NAMED_AFTER_EVENTS:
            return self.title
        return in_sentence_case(self.record, self.title, "title", "subtitle", after_colon=after_colon)

    def book_title(self, *, sentence_case: bool = False, after_colon: bool = True) -> Text:
        """Of the book or proceedings that it stands in."""
        for field, subtitle in (("booktitle", "booksubtitle"), ("maintitle", "mainsubtitle")):
            if title := self.text(field):
                if not sentence_case:
                    return title
                return in_sentence_case(self.record, title, field, subtitle, after_colon=after_colon)
        return self.text("journaltitle")

    @property
    def volume(self) -> Text:
        if self.record.type == "periodical":
            return joined(", no. ", self.text("volume"), self.issue)
        return self.text("volume")

    @property
    def issue(self) -> Text:
        return self.text("number", "issue")

    @property
    def pages(self) -> Text:
        return self.text("pages")

    @property
    def one_page(self) -> bool:
        return not any(c in str(self.pages) for c in "–-,+;&")

    @property
    def publisher(self) -> Text:
        """Who published it, or where it was made: not who stands in the place of the author."""
        for field in ("publisher", "institution", "organization"):
            if (text := self.text(field)) and str(text) != str(self.body):
                return text
        return EMPTY

    @property
    def school(self) -> Text:
        """Of a thesis; its publisher may be an archive."""
        return self.text("institution") or self.publisher

    @property
    def place(self) -> Text:
        return self.text("location", "venue")

    def kind(self, names: dict[str, str], default: str = "") -> Text:
        """What it says it is (``type``): a word of biblatex's by the name that the style has for it."""
        written = str(self.text("type"))
        name = names.get(written.lower(), "" if written else default)
        return bare(self.words(name)) if name else self.text("type")

    @property
    def version(self) -> str:
        return re.sub(r"^v(?=\d)", "", str(self.text("version")))

    def notes(self) -> tuple[Text, ...]:
        """What the entry has to say besides; not what says again that it is not published yet."""
        said = str(self.text("pubstate"))
        how, note = self.text("howpublished"), self.text("note")
        if any(how.spans("link")) or self.category in {"preprint", "lecture"}:
            how = EMPTY  # an address, which is a link of the entry, or the name of the archive
        return tuple(
            text for text in (how, EMPTY if str(note) == said else note, self.text("addendum")) if text
        )

    # Who --------------------------------------------------------------------------------------------

    def names(self, field: str, style: NameStyle) -> Text:
        """A name list of the entry."""
        names = self.record.people(field)
        return listed(names, self.owners.among(names), style, self.address, self.signs.of)

    def address(self, person: Person) -> str:
        """Of a person's home page; empty for none."""
        profile = self.people.find(person)
        return checked_url(person.url or (profile.url if profile else ""))

    def creators(self, style: NameStyle, editor: tuple[str, str], translator: str) -> Text:
        """Who stands in the place of the author.

        :param editor: behind one editor, and behind several; ``translator`` behind those.
        """
        if not self.author_field:
            return self.body
        several = len(self.record.people(self.author_field).persons) > 1
        role = {"editor": editor[several], "translator": translator}.get(self.author_field, "")
        return self.names(self.author_field, style) + role

    @property
    def author_field(self) -> str:
        """The name list in the place of the author; ``editor`` and ``translator`` are said to be such."""
        for field in ("author", "editor", "translator", "holder"):
            if self.record.people(field):
                return field
        return ""

    @cached_property
    def body(self) -> Text:
        """The organisation in the place of an author, where nobody is named."""
        if self.author_field or self.category in {"article", "paper", "chapter", "thesis"}:
            return EMPTY
        return self.text("organization", "institution")

    def editors(self) -> NameList:
        """The editors, unless they stand in the place of the author."""
        return self.record.people("editor") if self.author_field != "editor" else NameList()

    # When -------------------------------------------------------------------------------------------

    @property
    def date(self) -> PartialDate | None:
        """Not a word that says that it is not published yet: that is `status`."""
        date = self.record.date
        return None if date and date.literal and str(self.text("pubstate")) == date.literal else date

    def other_date(self, field: str) -> PartialDate | None:
        """``eventdate`` or ``urldate``."""
        written = self.record.fields.get(field, "")
        return parse_date(written) if written else None

    # Where ------------------------------------------------------------------------------------------

    @property
    def doi(self) -> str:
        return self.record.fields.get("doi", "") if self.record.link("doi") else ""

    @property
    def doi_link(self) -> Link | None:
        return self.record.link("doi")

    @property
    def url(self) -> str:
        """Where it is, if it has no DOI."""
        found = None if self.doi else self.record.link("url", "html", "arxiv", "eprint")
        return found.url if found and (found.kind == "url" or self.category in {"preprint", "web"}) else ""

    @cached_property
    def archive(self) -> Text:
        """Of a preprint: ``arXiv:1706.03762``, else the name of the archive."""
        fields = self.record.fields
        name, number = self.archive_name, fields.get("eprint", "") or _arxiv_number(self.record)
        return bare(f"{name}:{number}") if number and name else bare(name)

    @property
    def archive_name(self) -> str:
        fields = self.record.fields
        if fields.get("eprint") or self.record.link("arxiv"):
            name = fields.get("eprinttype", "arXiv")
            return "arXiv" if name.lower() == "arxiv" else name
        written = self.text("publisher", "journaltitle", "howpublished", "institution")
        return _ARCHIVED.sub("", str(written)).strip(" ,.") or (
            "arXiv" if "arxiv" in str(written).lower() else ""
        )

    def with_place(self, separator: str = ": ") -> Text:
        """``Cambridge, MA: MIT Press``."""
        return joined(separator, self.place, self.publisher)


def _arxiv_number(record: Record) -> str:
    found = record.link("arxiv")
    return found.url.rpartition("/abs/")[2] if found else ""
