"""News from other entries: which entries are announced, when, and which ones a ``@news`` entry has already
announced.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_vitae.model import PartialDate, Publication, Record, fold

if TYPE_CHECKING:
    from .catalogue import Catalogue

__all__ = ["announced", "told"]

#: Values of pubstate (biblatex manual §4.9.2.11) for works that are not announced, because they may never
#: appear.
_NOT_YET = frozenset({"inpreparation", "submitted"})


def announced(record: Record) -> Record | None:
    """A record as news, with its start date; ``None`` if it is not announced.

    Works without a date, in preparation or under review are not announced.
    """
    date = record.date
    begin = (date.start or date.end) if date else None
    if date is None or begin is None or (isinstance(record, Publication) and record.status in _NOT_YET):
        return None
    return replace(record, date=PartialDate(begin)) if date.ranged else record


def told(catalogue: Catalogue, news: Iterable[Record]) -> set[str]:
    """The keys of the entries that these ``@news`` entries announce. They are not announced again.

    These are the related entries. An award in the entry of a work has no key. It is included if the news
    is related to the work and mentions the award.
    """
    keys: set[str] = set()
    for written in news:
        sentence = fold(str(written.own_title))
        for tie in catalogue.ties(written.key):
            keys.add(tie.key)
            keys.update(award for award in _awards_within(catalogue, tie.key, sentence))
    return keys


def _awards_within(catalogue: Catalogue, key: str, sentence: str) -> Iterable[str]:
    for tie in catalogue.ties(key):
        award = catalogue.records[tie.key]
        if award.kind == "award" and not award.written and fold(str(award.own_title)) in sentence:
            yield award.key
