"""News that the entries themselves are: what is announced, when, and what somebody announced by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sphinx_vitae.model import PartialDate, Publication, Record, fold

from .catalogue import Catalogue

__all__ = ["announced", "told"]

#: Values of pubstate (biblatex manual §4.9.2.11) of works that are not announced: they may never be out.
_NOT_YET = frozenset({"inpreparation", "submitted"})


def announced(record: Record) -> Record | None:
    """A record as news: dated by the day on which it began; ``None`` if it is no news.

    Without a date there is no day to announce it on, and a work in preparation or under review is not out.
    """
    date = record.date
    begin = (date.start or date.end) if date else None
    if date is None or begin is None or (isinstance(record, Publication) and record.status in _NOT_YET):
        return None
    return replace(record, date=PartialDate(begin)) if date.ranged else record


def told(catalogue: Catalogue, news: Iterable[Record]) -> set[str]:
    """The keys of what these ``@news`` tell of: it is not announced a second time.

    That is what they are tied to; and of an award that stands in a work's own entry, and so has no key to
    be tied to, the news of this work that name the award.
    """
    keys: set[str] = set()
    for written in news:
        sentence = fold(str(written.title))
        for tie in catalogue.ties(written.key):
            keys.add(tie.key)
            keys.update(award for award in _awards_within(catalogue, tie.key, sentence))
    return keys


def _awards_within(catalogue: Catalogue, key: str, sentence: str) -> Iterable[str]:
    for tie in catalogue.ties(key):
        award = catalogue.records[tie.key]
        if award.kind == "award" and not award.written and fold(str(award.title)) in sentence:
            yield award.key
