"""Functions that the templates for all kinds of entries use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

import jinja2

from sphinx_vitae.bib import link_kinds
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.export import to_bibtex
from sphinx_vitae.model import Link, PartialDate, Publication, Record, Talk, Text, Venue, find_venue

from ..entries.previews import Picture, picture_of
from ..entries.relations import RelationGroup, relations_of
from ..entries.summary import summary_of
from ..entries.translated_titles import OtherTitle, other_titles
from ..formats.addresses import link_word, printed_link
from ..formats.context import RenderContext
from ..formats.writer import PrintWriter, RawSource, Writer
from ..language.calendar import Form
from ..language.dates import DateText, print_date
from ..language.translated_words import Words
from ..names.name_printer import NamePrinter
from ..names.printed_names import Hidden, Name
from ..options import COMPACT, EntryOptions
from ..styles.registry import StyledReference, Styles
from ..texts import commas, distinct, unlinked, with_comma
from ..venue.by_entry_type import where_published
from ..venue.remarks import remarks, status
from ..venue.tag import mark, tag
from .composed import Composed

__all__ = ["EntryFunctions", "TemplateContext"]

_NO_VENUE: Final = Venue()
#: Maps ``page`` to the page for which an entry is rendered, and ``options`` to the options of its list.
TemplateContext = Mapping[str, Any]


class EntryFunctions:
    """The functions for one format.

    Functions that depend on the list or the page take the template's context.
    """

    def __init__(
        self, catalogue: Catalogue, words: Words, writer: Writer, styles: Styles, composed: Composed
    ) -> None:
        self._catalogue = catalogue
        self._words = words
        self._writer = writer
        self._names = NamePrinter(catalogue, words)
        self._styles = styles
        self._composed = composed
        self._dates: dict[tuple[PartialDate | None, Form, bool], DateText] = {}
        self._order = {kind: n for n, kind in enumerate(link_kinds(catalogue.settings.links))}

    @property
    def by_name(self) -> dict[str, Callable[..., Any]]:
        """All functions, by the names that templates use."""
        methods = (
            self.text, self.prose, self.names, self.date, self.venue, self.where, self.status, self.links,
            self.ties, self.awards, self.address, self.number_of, self.reference, self.on_page, self.printed_link, self.url, self.short_names,
            self.published, self.remarks, self.title, self.other_titles, self.preview, self.publisher,
            self.venue_of, self.verbatim, self.styled, self.fetched, self.downloads, self.summary,
        )  # fmt: skip
        return {method.__name__: method for method in methods} | {
            "_": self._words,
            "ngettext": self._words.plural,
            "pgettext": self._words.in_context,
            "bibtex": to_bibtex,
            "tag": tag,
            "mark": mark,
        }

    @jinja2.pass_context
    def text(self, context: TemplateContext, text: Text) -> str:
        """Text from a record, on one line."""
        return self.written(text, context["page"])

    def written(self, text: Text, page: RenderContext) -> str:
        """Text as source, with the commas of the language between its parts."""
        return self._writer.text(with_comma(text, self._words.comma), page)

    @jinja2.pass_context
    def prose(self, context: TemplateContext, text: Text) -> str:
        """Text from a record, as paragraphs and bullet points."""
        return self._writer.prose(text, context["page"])

    @jinja2.pass_context
    def summary(self, context: TemplateContext, record: Record) -> str:
        """The first sentence of the annotation or abstract."""
        return self._writer.text(summary_of(record), context["page"])

    @jinja2.pass_context
    def names(self, context: TemplateContext, record: Record, *fields: str) -> list[Name | Hidden]:
        """The names in the first of these fields that exists; by default, the names that are used as the
        author.
        """
        options: EntryOptions = context["options"]
        if fields:
            return self._names.names(record, options, *fields)
        return self._composed.part("names", record, options, lambda: self._names.names(record, options))

    @jinja2.pass_context
    def short_names(self, context: TemplateContext, record: Record) -> list[Name]:
        """A few names, for one line."""
        return self._names.short(record, context["options"])

    @jinja2.pass_context
    def title(self, context: TemplateContext, record: Record, linked: bool = False) -> str:
        """The title, without its own links if it is going to be *linked*."""
        return self._writer.text(unlinked(record.title) if linked else record.title, context["page"])

    @jinja2.pass_context
    def other_titles(self, context: TemplateContext, record: Record) -> list[OtherTitle]:
        """The title in other scripts, and in the language of the site."""
        if not record.other_titles:  # nearly always
            return []
        page: RenderContext = context["page"]
        settings = self._catalogue.settings
        return list(other_titles(record, settings, lambda text: self._writer.text(text, page)))

    def date(self, record: Record, form: str = "long") -> DateText:
        """The date, made once for all entries that have it; the ``short`` form abbreviates months and omits days."""
        short: Form = "short" if form == "short" else "long"
        asked = (record.date, short, record.kind != "publication")
        if (printed := self._dates.get(asked)) is None:
            printed = self._dates[asked] = print_date(record.date, self._words, short, alone=asked[2])
        return printed

    @jinja2.pass_context
    def venue(self, context: TemplateContext, record: Record) -> Text:
        """Where a work appeared, a talk was given, or an activity took place; for publications, with remarks."""
        if isinstance(record, Publication):
            options: EntryOptions = context["options"]
            return self._composed.part("venue", record, options, lambda: self._venue(options, record))
        if isinstance(record, Talk):
            return commas(record.event, record.host, record.place)
        return commas(*_occasion(record), record.text("location"))

    def _venue(self, options: EntryOptions, record: Publication) -> Text:
        published = where_published(record, self._words, self._names.naming(options))
        return distinct(published, self._remarks(options, record, within=bool(published)))

    @jinja2.pass_context
    def published(self, context: TemplateContext, record: Publication) -> Text:
        """Where a publication appeared, without remarks."""
        return where_published(record, self._words, self._names.naming(context["options"]))

    @jinja2.pass_context
    def remarks(self, context: TemplateContext, record: Publication) -> Text:
        """The status of a publication, unless it is hidden, and its notes."""
        return self._remarks(context["options"], record)

    def _remarks(self, options: EntryOptions, record: Publication, *, within: bool = False) -> Text:
        """The remarks, which begin a sentence unless something is before them *within* it, as in a line of the
        compact layout.
        """
        begins = not within and options.layout != COMPACT
        return remarks(record, self._words, with_status=options.shows("status"), begins=begins)

    @jinja2.pass_context
    def preview(self, context: TemplateContext, record: Record) -> Picture | None:
        """The preview of a work; ``None`` if it has no preview, or if the format does not show images."""
        return picture_of(record, self._catalogue.files.get(record.key, ()), context["page"], self._words)

    def publisher(self, record: Record) -> str:
        """The URL of the work itself, at the publisher or else in an archive; empty if there is none."""
        link = record.link("html", "doi", "url", "eprint", "arxiv", "acl", "openreview", "hal", "handle")
        return link.url if link else ""

    def venue_of(self, record: Record) -> Venue:
        """What ``vitae_venues`` has for the tag of a work; an empty venue if it has nothing."""
        return find_venue(self._catalogue.settings.venues, str(record.text("abbr"))) or _NO_VENUE

    @jinja2.pass_context
    def links(self, context: TemplateContext, record: Record, *without: str) -> list[Link]:
        """Links and local files, at most one of each kind, except for the kinds in *without*."""
        files = [file for file in self._catalogue.files.get(record.key, ()) if file.kind in self._order]
        calendar = self._calendar(context, record) if record.kind == "talk" else []
        if not files:
            return self._labelled([link for link in record.links if link.kind not in without]) + calendar
        found = {link.kind: link for link in record.links}
        for file in files:
            if address := context["page"].file(file.name):
                found.setdefault(file.kind, Link(file.kind, file.label, address))
        kinds = sorted(found, key=lambda kind: self._order[kind])
        return self._labelled([found[kind] for kind in kinds if kind not in without]) + calendar

    def _labelled(self, links: list[Link]) -> list[Link]:
        """The links, with labels in the language of the site."""
        if self._words.unchanged:
            return links
        return [Link(link.kind, self._words(link.label), link.url) for link in links]

    def _calendar(self, context: TemplateContext, record: Record) -> list[Link]:
        """The calendar file of a talk, unless the list hides downloads."""
        shown = context["options"].shows("downloads")
        address = context["page"].download(record.key, "ics") if shown else ""
        return [Link("ics", self._words("Calendar"), address)] if address else []

    @jinja2.pass_context
    def fetched(self, context: TemplateContext, record: Record) -> str:
        """The address of the BibTeX file to load the entry from; empty if the list contains its BibTeX."""
        files = context["options"].fetched
        if not files or record.link("bibtex") or record.written_key not in ("", record.key):
            return ""  # two entries with one key cannot be told apart in a file
        address: str = context["page"].download(record.key, "bib", files)
        return address

    @jinja2.pass_context
    def downloads(self, context: TemplateContext, record: Record) -> list[tuple[str, str]]:
        """The files of a work with a page: ``bib``, ``json`` or ``ris``, and the address."""
        files = ((form, context["page"].download(record.key, form)) for form in ("bib", "json", "ris"))
        return [(form, address) for form, address in files if address]

    @jinja2.pass_context
    def ties(self, context: TemplateContext, record: Record, *without: str) -> list[RelationGroup]:
        """Related entries by kind, except for the kinds in *without*."""
        if not self._catalogue.ties(record.key):
            return []
        page: RenderContext = context["page"]
        groups = relations_of(
            record,
            self._catalogue,
            self._words,
            lambda text: self._writer.text(unlinked(text), page),
            page.address,
        )
        return [group for group in groups if group.kind not in without]

    @jinja2.pass_context
    def awards(self, context: TemplateContext, record: Record) -> list[tuple[str, str, str]]:
        """The awards of a work: the name in the format of the page, and the key and address of the entry."""
        page: RenderContext = context["page"]
        return [
            (
                self._writer.text(unlinked(title) if key else title, page),
                key,
                page.address(key) if key else "",
            )
            for title, key in self._catalogue.awards(record)
        ]

    @jinja2.pass_context
    def reference(self, context: TemplateContext, key: str, inner: object = "") -> str:
        """In print: a link to an entry, without its page number."""
        return RawSource(self._printer.internal(context["page"].address(key), str(self._finalized(inner))))

    @jinja2.pass_context
    def on_page(self, context: TemplateContext, *keys: str) -> str:
        """In print: the number of the page that has all these entries, if it is not the page of this place."""
        addresses = [context["page"].address(key) for key in keys]
        return RawSource(self._printer.on_page(addresses))

    @jinja2.pass_context
    def printed_link(self, context: TemplateContext, link: Link, beside: str = "") -> str:
        """In print: the text of a link: an identifier if the document prints these, else a word.

        :param beside: the source beside it, which can contain the identifier already; the link is then a word.
        """
        shown = printed_link(link) if context["page"].prints_addresses else ""
        return link_word(link) if not shown or shown in beside else shown

    @jinja2.pass_context
    def styled(self, context: TemplateContext, record: Record) -> StyledReference:
        """The reference for a record, in the style that is the layout of the list."""
        options: EntryOptions = context["options"]
        text = self._styles.compose(record, options.layout, options.owner, options.hide)
        return StyledReference(self.written(text, context["page"]), self._styles.places(text))

    def _finalized(self, value: object) -> object:
        return value if isinstance(value, RawSource) else self._writer.escape(str(value))

    def url(self, url: str) -> str:
        """In print: a URL as an argument."""
        return self._printer.url(url)

    def verbatim(self, source: str) -> str:
        """In print: source code, unchanged."""
        return self._printer.verbatim(source)

    @property
    def _printer(self) -> PrintWriter:
        """The writer; templates for HTML do not call the functions that need it."""
        return cast(PrintWriter, self._writer)

    @jinja2.pass_context
    def address(self, context: TemplateContext, key: str) -> str:
        """The URL of the entry with this key, relative to this page."""
        address: str = context["page"].address(key)
        return address

    @jinja2.pass_context
    def number_of(self, context: TemplateContext, key: str) -> str:
        """The number of the entry with this key on this page; empty if it does not have one."""
        number: str = context["page"].number(key)
        return number

    def where(self, record: Record) -> Text:
        """Role, type, organisation, event and status, without the place."""
        return commas(*_occasion(record))

    def status(self, record: Record) -> Text:
        """The publication status, within a sentence; empty if it has none."""
        return status(record, self._words)


def _occasion(record: Record) -> tuple[Text, ...]:
    """Role, type, organisation, event and status of an activity."""
    return (
        record.text("role"),
        record.text("type"),
        record.organization,
        record.text("eventtitle", "journaltitle"),
        record.text("status"),
    )
