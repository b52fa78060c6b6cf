"""Complete entries → records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from sys import intern
from typing import Final
from urllib.parse import unquote

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
    excerpt,
    quoted,
)

from .entries.entry import Entry
from .fields.exporters import is_own_keyword, settle_exports
from .fields.identifiers import clean_arxiv, doi_in, settle_identifiers
from .fields.links import links_of
from .fields.misplaced import misplaced, where_it_belongs
from .fields.name_fields import names_of
from .fields.publication_status import state_key
from .fields.record_kinds import groups_of, kind_of
from .fields.status_and_date import appearance_of
from .fields.text_fields import report_flaw, text_of, texts_of, title_of
from .fields.venue_tags import complete_venue, tag_of
from .markup.text_parser import plain
from .urls import plain_url, same_place
from .vocabulary import LinkKind, canonical_field, is_known_type
from .vocabulary.misspellings import near_type

__all__ = ["Builder"]

_CLASSES: Final[Mapping[str, type[Record]]] = {"publication": Publication, "talk": Talk, "award": Award}
#: A full stop in place of the slash in a DOI.
_DOTTED: Final = re.compile(r"(10\.\d{4,9})\.(?=[^\s/]+$)")
_LIST_SEPARATOR: Final = re.compile(r"\s*[,;]\s*")
#: The number of a work in an address of the ACM, without the prefix of its DOI.
_AT_ACM: Final = re.compile(r"[\w:/.]{0,40}\bacm\.org\b.{0,60}[=/](\d{6,7}\.\d{6,8})", re.I)
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
            self._report_doi(entry, rejected)
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

    def _report_doi(self, entry: Entry, rejected: str) -> None:
        message = f"doi is “{excerpt(rejected)}”, which is not a DOI"
        found = misplaced(rejected)
        if number := clean_arxiv(rejected):
            message = f"doi is “{excerpt(rejected)}”, which is an arXiv number"
            fix = f"write eprint = {{{number}}} and eprinttype = {{arxiv}} instead"
            if any(canonical_field(name) == "eprint" for name, _ in entry.written):
                fix = _beside_eprint(entry.fields.get("eprint", ""), number)
        elif "doi.org/" in rejected:
            meant = _doi_meant(_DOTTED.sub(r"\1/", rejected))
            fix = (
                f"write doi = {{{meant}}}"
                if meant
                else "write the DOI after https://doi.org/, such as 10.1000/182"
            )
        elif found and found.field == "url":  # it has been moved there, unless there is another URL
            fix = _beside_url(entry, found.value)
        elif found and found.field in ("isbn", "issn"):
            message = f"doi is “{excerpt(rejected)}”, which is {found.kind}"
            fix = where_it_belongs(entry.fields, found)
        elif rejected.startswith("10.1.1."):
            message = f"doi is “{excerpt(rejected)}”, which is a number of CiteSeerX"
            fix = "remove the field" if "note" in entry.fields else "rename doi to note, or remove the field"
        elif at_acm := _AT_ACM.fullmatch(rejected):
            fix = f"write doi = {{10.1145/{at_acm[1]}}} if it is the DOI of this work, or remove the field"
        elif state := state_key(rejected):
            fix = f"write pubstate = {{{state}}} instead"
        elif doi := _doi_meant(rejected):
            fix = f"write doi = {{{doi}}}"
        else:
            has_number = any(map(str.isdigit, rejected)) and any(map(str.isalpha, rejected))
            moved = (
                ", or move the value to another field, such as note, if readers need it" if has_number else ""
            )
            fix = f"write a DOI, such as 10.1000/182, or remove the field{moved}"
        entry.report(ProblemKind.VALUE_UNKNOWN, message, "doi", fix)

    def _report_type(self, entry: Entry) -> None:
        """Report a type that looks like a misspelling. Any other unknown type may be intended."""
        near = near_type(entry.type)
        if near and entry.type not in self.kinds:
            message = f"unknown entry type @{entry.raw.type}; the entry is printed like @misc"
            entry.report(ProblemKind.TYPE_UNKNOWN, message, fix=f"did you mean @{near}?")

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


def _beside_eprint(eprint: str, number: str) -> str:
    """What to do with an arXiv number in ``doi`` if ``eprint`` is given."""
    if eprint == number or clean_arxiv(eprint).partition("v")[0] == number.partition("v")[0]:
        keep = f"; write eprint = {{{number}}} if this version is meant" if "v" in number else ""
        return f"remove it, because eprint is given{keep if eprint != number else ''}"
    return f"remove it, or write eprint = {{{number}}} if the eprint that is given is wrong"


def _beside_url(entry: Entry, address: str) -> str:
    """What to do with a URL in ``doi``."""
    if all(canonical_field(name) != "url" for name, _ in entry.written):
        return "move it to url"
    called = entry.called("url")
    if same_place(plain_url(entry.fields["url"])) == same_place(plain_url(address)):
        return f"remove it, because {called} has the same value"
    return f"remove it if {called} leads to the same work; otherwise, move it to another field, such as note"


def _doi_meant(written: str) -> str:
    """The DOI in a value that contains more, or in which it is damaged: a digit is missing, or spaces or percent
    signs were added.
    """
    ways = (written, f"1{written}", "".join(written.split()), unquote(written.replace("\\%", "%")))
    return next(filter(None, map(doi_in, ways)), "")


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
