r"""References in a pybtex formatting style: one that is included in pybtex, or one that a site registers.

The record becomes a pybtex entry, the style formats it, and its rich text becomes a `Text`. The names are
those that we have parsed, so that the owner is known and marks are not mistaken for parts of names. Markup
that pybtex cannot parse (formulas, commands such as ``\emph``) passes through the style as a placeholder
character. To learn how a site can add styles, see "Step 6: Custom Formatting" in sphinxcontrib-bibtex's
documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from pybtex import richtext
from pybtex.database import Entry
from pybtex.database import Person as PybtexPerson
from pybtex.database.input.bibtex import month_names
from pybtex.plugin import find_plugin
from pybtex.style.template import FieldIsMissing, join, tag

from sphinx_vitae.bib import parse_text
from sphinx_vitae.bib.vocabulary import TEXT_FIELDS, canonical_field
from sphinx_vitae.export import sound
from sphinx_vitae.export.pybtex_entries import to_pybtex, to_pybtex_person
from sphinx_vitae.model import Inline, Person, Publication, Span, SpanKind, Text

from ..language.dates import print_date
from ..texts import bare, commas, joined
from ..venue.by_entry_type import venue
from .name_lists import NameStyle, given_first
from .punctuation import sentences
from .work_fields import WorkFields

__all__ = ["PybtexStyle"]

_PLUGINS: Final = "pybtex.style.formatting"
_TAGS: Final[dict[str, SpanKind]] = {
    "em": "emph", "i": "emph", "emph": "emph", "strong": "strong", "b": "strong", "bf": "strong", "tt": "code",
    "code": "code", "sup": "sup", "sub": "sub", "vitae-me": "me", "vitae-mark": "mark",
}  # fmt: skip
_SYMBOLS: Final = {"ndash": "–", "mdash": "—", "nbsp": "\u00a0", "newblock": " "}
_PERSON: Final = "vitae-person "
_GROUP: Final = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
#: Markup that pybtex cannot parse: formulas, and commands with an argument, except for accents.
_MARKUP: Final = re.compile(
    rf"(?<!\\)\$[^$]+\$|\\\(.+?\\\)|\\href\s*{_GROUP}\s*{_GROUP}|\\[A-Za-z]{{2,}}\*?\s*{_GROUP}"
    r"|\\[$&%#_{}]|\{\\(?:em|it|bf|tt|sc|sl)(?:series|shape|family)?\b[^{}]*\}"
)
#: The first placeholder character, from Unicode's private use area.
_FIRST: Final = 0xE000
_MOST: Final = 1000
#: An offset that is added to the code points of TeX's special characters in names, where they are ordinary
#: text.
_LITERAL: Final = 0xF000
_READ_BY_TEX: Final = re.compile(r"[\\&%$#_{}~^]")
_MONTHS: Final = tuple(month_names.values())
_TITLES: Final = TEXT_FIELDS | {"title", "subtitle", "booksubtitle"}
#: How to print names if the style cannot print an entry.
_NAMES: Final = NameStyle(name=lambda person: given_first(person, person.given))


class PybtexStyle:
    """A formatting style. Finding its plugin is slow, so use the same object for all entries.

    :param name: the name of the plugin.
    """

    def __init__(self, name: str) -> None:
        self._style: Any = find_plugin(_PLUGINS, name)()
        self._format_name = self._style.format_name
        self._style.format_name = self._name
        self._persons: dict[int, tuple[str, bool, str]] = {}

    def compose(self, work: WorkFields) -> Text:
        """The reference of a work.

        If an entry lacks the title, or a field that the style requires, its names, title, venue and date are
        printed.
        """
        entry = to_pybtex(work.record, self._knows)
        _tidy(entry)
        if "title" not in entry.fields:  # styles silently omit it, and print nothing at all for some entries
            return _anyhow(work)
        shielded = _shield(entry)
        self._set_names(entry, work)
        try:
            made = self._style.format_entry("", entry).text
        except FieldIsMissing:
            return _anyhow(work)
        return Text(tuple(_merged(_inlines(made, shielded))))

    def _knows(self, kind: str) -> bool:
        return hasattr(self._style, f"get_{kind}_template") or hasattr(self._style, f"format_{kind}")

    def _set_names(self, entry: Entry, work: WorkFields) -> None:
        """Replace the entry's names with ours, and remember until the next entry to whom they belong."""
        self._persons = {}
        for role in list(entry.persons):
            names = work.record.people(role.lower())
            if not names:
                continue
            mine = work.owners.among(names)
            persons = []
            for person in names.persons:
                theirs = _person(person)
                self._persons[id(theirs)] = work.signs.of(person), person in mine, work.address(person)
                persons.append(theirs)
            entry.persons[role] = persons + ([PybtexPerson("others")] if names.others else [])

    def _name(self, person: PybtexPerson, abbr: bool = False) -> Any:
        """Replaces the style's own ``format_name``."""
        made = self._format_name(person, abbr)
        marks, me, url = self._persons.get(id(person), ("", False, ""))
        if url:
            made = tag(_PERSON + url)[made]
        if me:
            made = tag("vitae-me")[made]
        return join[made, tag("vitae-mark")[marks]] if marks else made


def _person(person: Person) -> PybtexPerson:
    """A name whose words are text, not LaTeX, with the given names separated, for initials."""
    made = to_pybtex_person(person)
    first, *middle = person.given.split() or [""]
    made.first_names[:], made.middle_names[:] = [first], middle
    for parts in (
        made.first_names,
        made.middle_names,
        made.prelast_names,
        made.last_names,
        made.lineage_names,
    ):
        parts[:] = [_READ_BY_TEX.sub(lambda c: chr(_LITERAL + ord(c[0])), part) for part in parts if part]
    return made


def _tidy(entry: Entry) -> None:
    """Remove empty fields, which BibTeX ignores, and write the month as a name."""
    for name in [name for name, value in entry.fields.items() if not value.strip(" {}")]:
        del entry.fields[name]
    month = entry.fields.get("month", "")
    if month.isdecimal() and 1 <= int(month) <= len(_MONTHS):
        entry.fields["month"] = _MONTHS[int(month) - 1]


def _shield(entry: Entry) -> list[Text]:
    """Replace markup that pybtex cannot parse with placeholders, and return the `Text` that each one stands
    for.
    """
    shielded: list[Text] = []

    def shield(found: re.Match[str]) -> str:
        """The placeholder for a piece of markup; the markup itself if there are too many."""
        if len(shielded) == _MOST:
            return found[0]
        shielded.append(parse_text(found[0]))
        return f"{{{chr(_FIRST + len(shielded) - 1)}}}"

    for name, value in entry.fields.items():
        if ("\\" in value or "$" in value) and canonical_field(name) in _TITLES:
            entry.fields[name] = sound(
                _MARKUP.sub(shield, value)
            )  # one of a pair of braces may now be hidden in a placeholder
    return shielded


def _inlines(text: richtext.BaseText, shielded: list[Text]) -> Iterator[Inline]:
    """Convert pybtex's rich text to parts of a `Text`."""
    if isinstance(text, richtext.String):
        yield from _unshielded(text.value, shielded)
        return
    if isinstance(text, richtext.Symbol):
        yield _SYMBOLS.get(text.name, " ")
        return
    inner = tuple(_merged(part for child in text.parts for part in _inlines(child, shielded)))
    if isinstance(text, richtext.HRef) and inner:
        yield Span("link", inner, str(text.url))
    elif isinstance(text, richtext.Tag) and inner and text.name.startswith(_PERSON):
        yield Span("person", inner, text.name.removeprefix(_PERSON))
    elif isinstance(text, richtext.Tag) and inner and text.name in _TAGS:
        yield Span(_TAGS[text.name], inner)
    else:
        yield from inner


def _unshielded(text: str, shielded: list[Text]) -> Iterator[Inline]:
    """A string with its placeholders resolved."""
    if all(ord(char) < _FIRST for char in text):
        yield text
        return
    for char in text:
        number = ord(char) - _FIRST
        if 0 <= number < len(shielded):
            yield from shielded[number].parts
        else:
            yield chr(ord(char) - _LITERAL) if 0 <= ord(char) - _LITERAL < 128 else char


def _merged(parts: Iterator[Inline]) -> Iterator[Inline]:
    """The parts with adjacent strings merged."""
    run: list[str] = []
    for part in parts:
        if isinstance(part, str):
            run.append(part)
            continue
        if run:
            yield "".join(run)
            run = []
        yield part
    if run:
        yield "".join(run)


def _anyhow(work: WorkFields) -> Text:
    """A fallback reference with the names, title, venue and date, if the entry has them."""
    record = work.record
    where = (
        venue(record, work.words) if isinstance(record, Publication) else joined(", ", record.organization)
    )
    date = bare(print_date(record.date, work.words).text)
    names = work.names(work.author_field, _NAMES) if work.author_field else work.body
    return sentences(names, work.title, commas(where, date))
