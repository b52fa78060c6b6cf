"""``xdata`` and ``crossref``: fields that an entry inherits from others.

The rules are from the biblatex manual, appendix B and §2.4.1, plus two pairs of types that BibTeX users
combine: ``@incollection`` and ``@inproceedings`` in a ``@book``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sphinx_vitae.model import ProblemKind, quoted

from ..vocabulary import words
from .entry import Entry

__all__ = ["inherit"]

_TITLES: Final = {"title": "{}title", "subtitle": "{}subtitle", "titleaddon": "{}titleaddon"}
_SHORT: Final = frozenset(("shorttitle", "sorttitle", "indextitle", "indexsorttitle"))
#: Never inherited: biblatex's exceptions, and fields that identify, link or describe a single work.
_OWN: Final = words(
    """
    ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions
    relatedstring relatedtype shorthand shorthandintro sortkey abbr selected preview abstract annotation
    award award_name bibtex_show pdf html code slides video poster website supp blog data arxiv
    google_scholar_id additional_info doi eprint eprinttype eprintclass url urldate
    """
)
#: If the entry itself has one of these, it does not inherit any part of the date.
_DATES: Final = frozenset(("date", "year", "month", "day"))


def _renamed(prefix: str) -> dict[str, str]:
    return {source: target.format(prefix) for source, target in _TITLES.items()}


def _pairs() -> dict[tuple[str, str], dict[str, str]]:
    """(parent type, child type) → the fields that are renamed when they are inherited."""
    pairs: dict[tuple[str, str], dict[str, str]] = {}
    parts = {
        "book": ("inbook", "bookinbook", "suppbook"),
        "collection": ("incollection", "suppcollection"),
        "reference": ("inreference",),
        "proceedings": ("inproceedings",),
    }
    for whole, inner in parts.items():
        pairs[f"mv{whole}", whole] = _renamed("main")
        for part in inner:
            pairs[f"mv{whole}", part] = _renamed("main")
            pairs[whole, part] = _renamed("book")
    for whole, part in (
        ("book", "incollection"),
        ("book", "inproceedings"),
        ("collection", "inbook"),
        ("collection", "inproceedings"),
        ("proceedings", "incollection"),
    ):
        pairs[whole, part] = _renamed("book")
    for part in parts["book"]:
        for whole in ("book", "mvbook"):
            pairs[whole, part] = {**pairs[whole, part], "author": "bookauthor"}
    for part in ("article", "suppperiodical"):
        pairs["periodical", part] = {
            "title": "journaltitle",
            "subtitle": "journalsubtitle",
            "titleaddon": "journaltitleaddon",
        }
    return pairs


_PAIRS: Final = _pairs()


def inherit(entries: Iterable[Entry], known: Mapping[str, Entry]) -> None:
    """Complete the fields of all entries, parents first. Missing parents are reported."""
    visited: set[int] = set()
    for first in entries:
        if "crossref" not in first.fields and "xdata" not in first.fields:
            continue
        # Depth first, without recursion: chains can be long, or even circular.
        waiting = [(first, False)]
        while waiting:
            entry, sources_done = waiting.pop()
            if sources_done:
                for field, source in _sources(entry, known):
                    if source is not entry:
                        _take(entry, source, xdata=field == "xdata")
            elif id(entry) not in visited:
                visited.add(id(entry))
                _report_unknown(entry, known)
                waiting.append((entry, True))
                waiting.extend((source, False) for _, source in _sources(entry, known))


def _keys(entry: Entry) -> Mapping[str, str]:
    """The keys from which an entry inherits: its xdata entries in order, then its parent."""
    found: dict[str, str] = {}
    for field in ("xdata", "crossref"):
        if field in entry.fields:
            for key in entry.fields[field].split(","):
                found.setdefault(key.strip(), field)
    return found


def _sources(entry: Entry, known: Mapping[str, Entry]) -> list[tuple[str, Entry]]:
    return [(field, known[key]) for key, field in _keys(entry).items() if key in known]


def _report_unknown(entry: Entry, known: Mapping[str, Entry]) -> None:
    for key, field in _keys(entry).items():
        if key and key not in known:
            message = f"{field} refers to {quoted(key)}, which is not in the files checked"
            fix = "correct the key, or add the file that contains it"
            entry.report(ProblemKind.CROSSREF_UNKNOWN, message, field, fix, key)


def _take(entry: Entry, source: Entry, *, xdata: bool) -> None:
    """Add the fields that the entry itself does not have."""
    fields = entry.fields
    if xdata:
        for name, value in source.fields.items():
            if name != "ids":
                fields.setdefault(name, value)
        return
    renamed = _PAIRS.get((source.type, entry.type), {})
    dated = not _DATES.isdisjoint(fields)
    own = set(fields)
    for name, value in source.fields.items():
        if name in _OWN or (name in _DATES and dated) or (renamed and name in _SHORT):
            continue
        if name in renamed:
            if renamed[name] not in own:
                fields[renamed[name]] = value
            if name != "author":
                continue
        if name not in fields and not (name == "type" and source.type != entry.type):
            fields[name] = value
