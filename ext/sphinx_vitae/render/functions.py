"""The functions that templates call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jinja2
from jinja2.runtime import Context

from sphinx_vitae.bib.links import link_kinds
from sphinx_vitae.bib.urls import checked_url
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.export import to_bibtex
from sphinx_vitae.model import Link, Person, Publication, Record, Talk, Text

from .dates import DateText, print_date
from .names import Hidden, Name, marks_of, print_name, shorten
from .options import EntryOptions
from .styling import Styled, Styles
from .text import Latex, Surroundings, Tex, Writer, unlinked
from .ties import TieGroup, ties
from .venue import mark, status, tag, venue
from .words import Words

__all__ = ["Functions"]


class Functions:
    """What templates call, for one format. Those that need to know the list or the page take the context."""

    def __init__(self, catalogue: Catalogue, words: Words, writer: Writer) -> None:
        self._catalogue = catalogue
        self._words = words
        self._writer = writer
        self.styles = Styles(catalogue, words)
        self._people: dict[tuple[Person, str, bool], Name] = {}
        self._order = {kind: n for n, kind in enumerate(link_kinds(catalogue.settings.links))}

    @property
    def by_name(self) -> dict[str, Callable[..., Any]]:
        """All of them, by the names that templates call them by."""
        methods = (
            self.text, self.prose, self.names, self.date, self.venue, self.where, self.status, self.links,
            self.ties, self.awards, self.address, self.number_of, self.internal, self.url, self.styled,
        )  # fmt: skip
        return {method.__name__: method for method in methods} | {
            "_": self._words,
            "bibtex": to_bibtex,
            "tag": tag,
            "mark": mark,
        }

    @jinja2.pass_context
    def text(self, context: Context, text: Text) -> str:
        """A text of a record, in one line."""
        return self._writer.text(text, context["page"])

    @jinja2.pass_context
    def prose(self, context: Context, text: Text) -> str:
        """A text of a record as paragraphs and bullets."""
        return self._writer.prose(text, context["page"])

    @jinja2.pass_context
    def names(self, context: Context, record: Record, *fields: str) -> list[Name | Hidden]:
        """The first of these name lists that the record has (authors, else editors, if none is named)."""
        options: EntryOptions = context["options"]
        names = record.people(*(fields or ("author", "editor", "translator", "holder")))
        mine = self._catalogue.owners.among(names)
        printed = [self._name(person, options.names, me=person in mine) for person in names.persons]
        shown = shorten(printed, options.max_authors)
        return [*shown, Name(self._words("et al."))] if names.others else shown

    def _name(self, person: Person, form: str, *, me: bool) -> Name:
        """A person in print; the same people stand in entry after entry."""
        known = self._people.get((person, form, me))
        if known is None:
            profile = self._catalogue.people.find(person)
            url = person.url or (profile.url if profile else "")
            known = Name(print_name(person, form), me, marks_of(person), checked_url(url))
            self._people[person, form, me] = known
        return known

    def date(self, record: Record, form: str = "long") -> DateText:
        return print_date(record.date, self._words, "short" if form == "short" else "long")

    def venue(self, record: Record) -> Text:
        """Where it appeared, was given, or took place."""
        if isinstance(record, Publication):
            return venue(record, self._words)
        if isinstance(record, Talk):
            return _joined(record.event, record.host, record.place)
        return _joined(*_occasion(record), record.text("location"))

    @jinja2.pass_context
    def links(self, context: Context, record: Record, *without: str) -> list[Link]:
        """Where it can be found: addresses, and files of one's own; one of each kind, without these kinds."""
        files = self._catalogue.files.get(record.key, ())
        if not files:
            return [link for link in record.links if link.kind not in without]
        found = {link.kind: link for link in record.links}
        for file in files:
            if address := context["page"].file(file.name):
                found.setdefault(file.kind, Link(file.kind, file.label, address))
        return [
            found[kind] for kind in sorted(found, key=lambda kind: self._order[kind]) if kind not in without
        ]

    @jinja2.pass_context
    def ties(self, context: Context, record: Record, *without: str) -> list[TieGroup]:
        """What it is tied to, by kind; without these kinds."""
        if not self._catalogue.ties(record.key):
            return []
        page: Surroundings = context["page"]
        groups = ties(
            record,
            self._catalogue,
            self._words,
            lambda text: self._writer.text(unlinked(text), page),
            page.address,
        )
        return [group for group in groups if group.kind not in without]

    @jinja2.pass_context
    def awards(self, context: Context, record: Record) -> list[tuple[str, str, str]]:
        """The awards of a work: name in the format of the page, key and address of their entries."""
        page: Surroundings = context["page"]
        return [
            (
                self._writer.text(unlinked(title) if key else title, page),
                key,
                page.address(key) if key else "",
            )
            for title, key in self._catalogue.awards(record)
        ]

    @jinja2.pass_context
    def internal(self, context: Context, key: str, inner: object = "") -> str:
        """LaTeX: a link to an entry, with its page where that is another one."""
        assert isinstance(self._writer, Latex)
        return Tex(self._writer.internal(context["page"].address(key), str(self._finalized(inner))))

    @jinja2.pass_context
    def styled(self, context: Context, record: Record) -> Styled:
        """The reference of a record in the style that the layout of the list names."""
        options: EntryOptions = context["options"]
        text = self.styles.compose(record, options.layout, options.owner)
        return Styled(self._writer.text(text, context["page"]), self.styles.places(text))

    def _finalized(self, value: object) -> object:
        return value if isinstance(value, Tex) else self._writer.escape(str(value))

    def url(self, url: str) -> str:
        """LaTeX: an address as an argument of ``\\href``."""
        assert isinstance(self._writer, Latex)
        return self._writer.url(url)

    @jinja2.pass_context
    def address(self, context: Context, key: str) -> str:
        """Where the entry of this key is, as seen from this page."""
        address: str = context["page"].address(key)
        return address

    @jinja2.pass_context
    def number_of(self, context: Context, key: str) -> str:
        """The number of the entry of this key on this page; empty if it has none."""
        number: str = context["page"].number(key)
        return number

    def where(self, record: Record) -> Text:
        """As what, for whom and at what something was done, without the place."""
        return _joined(*_occasion(record))

    def status(self, record: Record) -> Text:
        """The status, where there is one."""
        return status(record, self._words)


def _occasion(record: Record) -> tuple[Text, ...]:
    """As what, for whom, and at what something was done; and how far it got."""
    return (
        record.text("role"),
        record.text("type"),
        record.organization,
        record.text("eventtitle", "journaltitle"),
        record.text("status"),
    )


def _joined(*parts: Text) -> Text:
    found = [part for part in parts if part]
    joined = found[0] if found else Text()
    for part in found[1:]:
        joined = joined + ", " + part
    return joined
