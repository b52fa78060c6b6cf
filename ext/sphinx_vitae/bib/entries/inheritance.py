"""``xdata`` and ``crossref``: fields that an entry inherits from others.

The rules are from the biblatex manual, appendix B and §2.4.1, plus two pairs of types that BibTeX users
combine: ``@incollection`` and ``@inproceedings`` in a ``@book``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

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
#: Where a work appeared.
_PLACES: Final = frozenset(("booktitle", "journaltitle"))
#: If at least this many entries refer to missing entries needlessly, a single problem reports it, with the first keys.
_MANY: Final = 4
_FIRST: Final = 3


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
    unknown: list[_Unknown] = []
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
                unknown += _unknown(entry, known)
                waiting.append((entry, True))
                waiting.extend((source, False) for _, source in _sources(entry, known))
    if unknown:
        _report(unknown, {key.lower(): key for key in known})


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


class _Unknown(NamedTuple):
    """A reference to an entry that does not exist.

    :param needless: whether the entry has all that it could inherit.
    """

    entry: Entry
    field: str
    key: str
    needless: bool


def _unknown(entry: Entry, known: Mapping[str, Entry]) -> Iterator[_Unknown]:
    """The references of an entry to entries that do not exist."""
    fields = entry.fields
    needless = not (_PLACES.isdisjoint(fields) or _DATES.isdisjoint(fields))
    for key, field in _keys(entry).items():
        if key and key not in known:
            yield _Unknown(entry, field, key, needless and field == "crossref")


def _report(unknown: Sequence[_Unknown], written: Mapping[str, str]) -> None:
    """Report entries that do not exist. If many entries of a file refer to such entries needlessly, as those that DBLP
    exports without the proceedings, there is a single problem.

    :param written: key in lower case → key.
    """
    needless: dict[str, list[_Unknown]] = defaultdict(list)
    for each in unknown:
        if each.needless:
            needless[each.entry.file.name].append(each)
    for each in unknown:
        entry, group = each.entry, needless[each.entry.file.name] if each.needless else []
        if len(group) < _MANY:
            message = f"{each.field} refers to {quoted(each.key)}, which is not in the files checked"
            fix = "correct the key, or add the file that contains it"
            if same := written.get(each.key.lower()):
                fix = f"write {quoted(same)}, because the case of a key matters"
            elif each.needless:
                place = next(name for name in entry.fields if name in _PLACES)
                fix += f", or remove crossref, because the entry has its own {entry.called(place)} and year"
            entry.report(ProblemKind.CROSSREF_UNKNOWN, message, each.field, fix, each.key)
        elif each is group[0]:
            keys = [quoted(key) for key in dict.fromkeys(one.key for one in group)][:_FIRST]
            message = f"crossref in {len(group)} entries refers to entries that are not in the files checked: {', '.join(keys)}, …"
            fix = "remove crossref from these entries, because they have their own booktitle or journal and their own year, or add the file with the other entries"
            entry.file.report(ProblemKind.CROSSREF_UNKNOWN, message, entry.line_of("crossref"), fix=fix)


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
