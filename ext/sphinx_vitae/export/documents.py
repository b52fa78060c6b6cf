"""Complete files: the entries in one format, as written by ``sphinx-vitae export``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.bib import parse_name
from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import Record

from .addresses import Addresses
from .bibtex import to_biblatex, to_classic_bibtex
from .calendar import has_day, to_ics
from .csl import to_csl
from .facts import Facts, unicode_text
from .feeds import Feed, FeedEntry, entry_id, newest, to_atom, updated_at
from .known_profiles import known_people
from .ris import to_ris
from .schema_org import to_jsonld
from .scripts import to_json

__all__ = ["EXPORTS", "Context", "Export"]

_WORKS: Final = ("publication",)


@dataclass(frozen=True, slots=True)
class Context:
    """Additional data for formats.

    :param base: the absolute address of the page that lists the entries; empty if unknown.
    """

    catalogue: Catalogue
    base: str

    @property
    def owner(self) -> str:
        """The names of the owners, in reading order."""
        return ", ".join(str(parse_name(owner.name)) for owner in self.catalogue.settings.owners)

    def addresses(self, record: Record) -> Addresses:
        """The addresses of an entry on the page."""
        if not self.base:
            return Addresses()
        return Addresses(home=self.base, owner=f"{self.base}#me", page=entry_id(self.base, record))


#: The output, and the entries that it omits.
_Written = tuple[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Export:
    """An export format.

    :param explanation: valid in both reStructuredText and Markdown.
    :param kinds: the kinds of entries for which it is intended.
    :param write: records and context → output.
    :param needs_address: whether it requires the address of the page.
    """

    explanation: str
    write: Callable[[Sequence[Record], Context], _Written]
    kinds: tuple[str, ...] = _WORKS
    needs_address: bool = False


def _each(
    convert: Callable[[Record], str], between: str = ""
) -> Callable[[Sequence[Record], Context], _Written]:
    """A format that consists only of its entries."""

    def write(records: Sequence[Record], context: Context) -> _Written:  # noqa: ARG001
        return between.join(map(convert, records)), ()

    return write


def _csl(records: Sequence[Record], context: Context) -> _Written:  # noqa: ARG001
    return to_json([to_csl(record) for record in records]), ()


def _jsonld(records: Sequence[Record], context: Context) -> _Written:
    catalogue = context.catalogue
    people = known_people(catalogue)
    nodes = []
    for record in records:
        awards = [unicode_text(title) for title, _ in catalogue.awards(record)]
        node = to_jsonld(record, context.addresses(record), people, awards=awards)
        nodes.append({name: value for name, value in node.items() if name != "@context"})
    return to_json({"@context": "https://schema.org", "@graph": [node for node in nodes if node]}), ()


def _ics(records: Sequence[Record], context: Context) -> _Written:
    left_out = [record for record in records if not has_day(record)]
    return to_ics(records, context.addresses, site=context.base or context.owner), left_out


def _atom(records: Sequence[Record], context: Context) -> _Written:
    entries = [_feed_entry(record, context) for record in records]
    dated = newest(entries, len(entries))
    feed = Feed(
        title=context.owner or context.base,
        url=context.base,
        author=context.owner or context.base,
        entries=dated,
    )
    return to_atom(feed), [
        record for record, entry in zip(records, entries, strict=True) if not entry.updated
    ]


def _feed_entry(record: Record, context: Context) -> FeedEntry:
    facts = Facts(record)
    venue = facts.container or facts.event or facts.publisher
    return FeedEntry(
        id=entry_id(context.base, record),
        title=facts.title or record.key,
        url=context.addresses(record).page,
        updated=updated_at(record.date),
        authors=tuple(map(str, facts.authors or facts.editors)),
        summary=" ".join(filter(None, (f"{venue}." if venue else "", facts.abstract))),
    )


EXPORTS: Final = {
    "bibtex": Export(
        "for BibTeX styles and pybtex, in ASCII", _each(lambda r: f"{to_classic_bibtex(r)}\n", "\n")
    ),
    "biblatex": Export("for biblatex, in Unicode", _each(lambda r: f"{to_biblatex(r)}\n", "\n")),
    "csl-json": Export("for Pandoc and other programs that use CSL", _csl),
    "ris": Export("for Zotero, EndNote and other reference managers", _each(to_ris, "\r\n")),
    "jsonld": Export("schema.org, for search engines", _jsonld, ("publication", "talk")),
    "ics": Export("iCalendar, for calendars", _ics, ("talk",)),
    "atom": Export(
        "Atom, for feed readers", _atom, ("publication", "talk", "award", "news"), needs_address=True
    ),
}
