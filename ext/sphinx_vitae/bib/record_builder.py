"""Complete entries → records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from sys import intern
from typing import Final

from sphinx_vitae.model import (
    Activity,
    Award,
    Nearest,
    ProblemKind,
    Publication,
    Record,
    Source,
    Talk,
    Text,
    Tie,
    Venue,
    quoted,
)

from .entries.entry import Entry
from .fields.doi_advice import report_doi
from .fields.exporters import is_own_keyword, settle_exports
from .fields.identifiers import settle_identifiers
from .fields.links import links_of
from .fields.name_fields import names_of
from .fields.record_kinds import groups_of, kind_of
from .fields.status_and_date import appearance_of
from .fields.text_fields import report_flaw, text_of, texts_of, title_of
from .fields.venue_tags import complete_venue, tag_of
from .markup.text_parser import plain
from .vocabulary import LinkKind, canonical_field, is_known_type
from .vocabulary.misspellings import near_type

__all__ = ["Builder"]

_CLASSES: Final[Mapping[str, type[Record]]] = {"publication": Publication, "talk": Talk, "award": Award}
_LIST_SEPARATOR: Final = re.compile(r"\s*[,;]\s*")
_YES: Final = frozenset(("true", "yes", "1"))
_NO: Final = frozenset(("false", "no", "0"))


class Builder:
    """Makes records from entries.

    :param known: all entries by key, for relations.
    :param kinds: entry type or file name → kind (``vitae_kinds``).
    :param link_kinds: the fields that become links, in order.
    :param venues: by tag (``vitae_venues``).
    :param private: fields that are removed from all records, except the title.
    """

    def __init__(
        self,
        known: Mapping[str, Entry],
        kinds: Mapping[str, str],
        link_kinds: Mapping[str, LinkKind],
        venues: Mapping[str, Venue],
        private: Iterable[str] = (),
    ) -> None:
        self.private = frozenset(map(canonical_field, private)) - {"title"}
        self.known = known
        self.nearest = Nearest(known)
        self.kinds = kinds
        self.link_kinds = link_kinds
        self.venues = venues

    def record(self, entry: Entry, position: int) -> Record:
        """The record of one entry. Problems with its contents are added to its file."""
        written = entry.written
        if self.private:
            entry.fields = {name: value for name, value in entry.fields.items() if name not in self.private}
            written = tuple(each for each in written if canonical_field(each[0]) not in self.private)
        if rejected := settle_identifiers(entry.fields):
            report_doi(entry, rejected)
        settle_exports(entry.fields)
        kind = kind_of(entry, self.kinds)
        if not is_known_type(entry.type):
            self._report_type(entry)
        texts = texts_of(entry, kind)
        status, date = appearance_of(entry, kind, texts)
        conference = "booktitle" in texts or "series" in texts
        if (
            conference
            and kind == "publication"
            and "abbr" not in texts
            and (tag := tag_of(entry.fields, date))
        ):
            texts["abbr"] = Text((tag,))
        if self.venues and "abbr" in texts:
            complete_venue(texts, entry.type, kind, self.venues)
        links, flaws = links_of(entry.fields, self.link_kinds, kind)
        for field, flaw in flaws:
            report_flaw(entry, field, flaw)
        keywords = _keywords(entry)
        return _CLASSES.get(kind, Activity)(
            key=entry.key,
            kind=kind,
            type=entry.type,
            source=Source(entry.file.name, entry.line),
            title=title_of(entry, kind),
            position=position,
            groups=groups_of(entry) if kind == "publication" else (),
            names=names_of(entry),
            date=date,
            texts=texts,
            fields=entry.fields,
            links=links,
            keywords=tuple([word for word in keywords if word.lower() != "selected"]),
            status=status,
            selected=_selected(entry, keywords),
            ties=self._ties(entry) if "related" in entry.fields else (),
            written=written,
            written_type=intern(entry.raw.type),
            written_key=entry.written_key,
        )

    def _report_type(self, entry: Entry) -> None:
        """Report a type that looks like a misspelling. Any other unknown type may be intended."""
        near = near_type(entry.type)
        if near and entry.type not in self.kinds:
            message = f"unknown entry type @{entry.raw.type}; the entry is printed like @misc"
            fix = f"did you mean @{near}?"
            if near == "thesis" and "type" not in entry.fields:
                fix = "write @thesis, and add type = {…} with the kind of thesis"
            entry.report(ProblemKind.TYPE_UNKNOWN, message, fix=fix)

    def _ties(self, entry: Entry) -> tuple[Tie, ...]:
        """The entries in ``related``. ``relatedtype`` and ``relatedstring`` apply to all of them."""
        kind = entry.fields.get("relatedtype", "")
        text = text_of(entry, "relatedstring")
        ties: dict[str, Tie] = {}
        for key in filter(None, (key.strip() for key in entry.fields["related"].split(","))):
            if key in self.known:
                other = self.known[key].key
                ties.setdefault(other, Tie(other, kind, text))
            else:
                message = f"related refers to {quoted(key)}, which is not in the files checked"
                fix = self.nearest.did_you_mean(key) or "correct the key, or add the file that contains it"
                entry.report(ProblemKind.RELATED_UNKNOWN, message, "related", fix, key)
        return tuple(ties.values())


def _keywords(entry: Entry) -> tuple[str, ...]:
    value = entry.fields.get("keywords")
    if not value:
        return ()
    return tuple(
        dict.fromkeys(
            word for word in _LIST_SEPARATOR.split(plain(value).strip()) if word and not is_own_keyword(word)
        )
    )


def _selected(entry: Entry, keywords: tuple[str, ...]) -> bool:
    """Whether ``selected`` is true, or "selected" is one of the keywords."""
    written = entry.fields.get("selected", "").lower()
    if written and written not in _YES and written not in _NO:
        message = f"selected is “{entry.fields['selected']}”, which is neither true nor false"
        entry.report(ProblemKind.VALUE_UNKNOWN, message, "selected", "write selected = {true}")
    return written in _YES or (bool(keywords) and "selected" in map(str.lower, keywords))
