"""Records as COinS: the values of ``<span class="Z3988" title="…">`` in lists, for Zotero and library tools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from sphinx_vitae.model import Person, Record

from .facts import Facts, family_name, given_last, given_name, iso_date

__all__ = ["coins"]

_VERSION: Final = "Z39.88-2004"
_FORMAT: Final = "info:ofi/fmt:kev:mtx:"


def coins(record: Record) -> str:
    """The value of the ``title`` attribute, not yet escaped (ANSI/NISO Z39.88, key-encoded values)."""
    facts = Facts(record.own)
    form, genre = facts.type.coins
    said = [("ctx_ver", _VERSION), ("rft_val_fmt", f"{_FORMAT}{form}")]
    if form == "dc":
        said += [("rft.type", genre), *_dublin_core(facts)]
    else:
        said += [("rft.genre", genre), *_by_format(facts, form), *_identifiers(facts)]
    return urlencode([(name, value) for name, value in said if value])


def _by_format(facts: Facts, form: str) -> Iterator[tuple[str, str]]:
    text = facts.text
    if form == "journal":
        yield "rft.atitle", facts.title
        yield "rft.jtitle", facts.container
        yield "rft.stitle", text("shortjournal")
        yield "rft.volume", facts.volume
        yield "rft.issue", facts.issue
        yield from (("rft.issn", issn) for issn in facts.issns[:1])
    elif form == "dissertation":
        yield "rft.title", facts.title
        yield "rft.pub", facts.publisher  # Zotero reads the university from here
        yield "rft.degree", facts.genre
    else:
        if facts.type.coins[1] in ("proceeding", "bookitem"):
            yield "rft.atitle", facts.title
            yield "rft.btitle", facts.container or facts.event
        else:
            yield "rft.btitle", facts.title
        yield "rft.series", facts.series
        yield "rft.edition", text("edition")
        yield "rft.pub", facts.publisher
        yield "rft.place", facts.place
        yield from (("rft.isbn", isbn) for isbn in facts.isbns[:1])
    first, last = facts.pages
    yield "rft.pages", text("pages")
    yield "rft.spage", first if last else ""
    yield "rft.epage", last
    yield "rft.date", iso_date(facts.record.date)
    yield from _authors(facts)


def _authors(facts: Facts) -> Iterator[tuple[str, str]]:
    people = facts.authors or facts.editors
    for first in people[:1]:
        if first.literal:
            yield "rft.aucorp", family_name(first)
        else:
            yield "rft.aulast", family_name(first)
            yield "rft.aufirst", given_name(first)
    yield from (("rft.au", _whole(person)) for person in people[1:])


def _whole(person: Person) -> str:
    """A name as a single value. Without given names, it ends in a comma, so that Zotero does not split it."""
    name = given_last(person)
    return name if ", " in name else f"{name},"


def _identifiers(facts: Facts) -> Iterator[tuple[str, str]]:
    yield "rft_id", f"info:doi/{facts.full_doi}" if facts.full_doi else facts.url


def _dublin_core(facts: Facts) -> Iterator[tuple[str, str]]:
    yield "rft.title", facts.title
    yield from (("rft.creator", _whole(person)) for person in facts.authors or facts.editors)
    yield "rft.date", iso_date(facts.record.date)
    yield "rft.publisher", facts.publisher
    yield "rft.source", facts.container or facts.event
    yield "rft.language", facts.language
    yield "rft.identifier", f"urn:doi:{facts.full_doi}" if facts.full_doi else facts.url
