"""Determines whether an offer belongs to an entry, to a deleted work, or to neither.

Two records that one source lists at the same time are two works, whatever their titles: for example, a talk
that was given twice, or a talk with the DOI of a paper. Only a preprint and its publication are combined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .drafts import Draft
from .identity import Work, are_versions, is_same
from .known import KnownWorks
from .matching import Matcher
from .offer import Offer

__all__ = ["Placer"]


class Placer:
    """Finds the entry, and the work from an earlier import, for each offer.

    :param present: the records that the sources list now.
    """

    def __init__(self, matcher: Matcher, known: KnownWorks, present: Iterable[str]) -> None:
        self.matcher, self.known = matcher, known
        self._present = frozenset(present)
        self._given: dict[int, set[str]] = defaultdict(set)
        self.met: set[int] = set()

    def belongs(self, draft: Draft, offer: Offer) -> None:
        """Record that an offer belongs to an entry."""
        self._given[id(draft)].add(offer.id)
        self.met.add(id(draft))

    def place(self, offer: Offer, work: Work) -> int | None:
        """The index of the earlier work from the same record, or with a shared identifier."""
        own = self.known.find(offer.id)
        if own is not None:
            return own
        places = (self.known.find(each) for each in sorted(work.ids))
        return next(
            (place for place in places if place is not None and not self._is_other(place, offer)), None
        )

    def entry(self, offer: Offer, work: Work, place: int | None) -> Draft | None:
        """The entry for an offer, found by identifier, by the key in the state, or by title."""
        keyed = self.matcher.of_key(self.known.works[place].key) if place is not None else None
        own = place is not None and offer.id in self.known.works[place].offered
        sharing = [
            draft
            for draft in self.matcher.sharing(work)
            if (own and draft is keyed) or not self._has_sibling(draft, offer, work)
        ]
        if keyed is not None and (keyed in sharing or not sharing):
            return keyed
        return sharing[0] if sharing else self._titled(offer, work)

    def _titled(self, offer: Offer, work: Work) -> Draft | None:
        """The entry with the same title, author and year, preferably with the same date."""
        found = [draft for draft in self.matcher.same(work) if not self._records(draft, offer)]

        def distance(draft: Draft) -> tuple[bool, bool, bool]:
            return draft.work.date != work.date, draft.work.place != work.place, id(draft) in self.met

        return min(found, key=distance, default=None)

    def version(self, offer: Offer, work: Work) -> tuple[Draft | None, list[Draft]]:
        """The entry for the preprint of a published work, or the reverse; and other publications with the
        same title.

        A manuscript that is not in an archive can be anything, even a talk. It counts as a preprint only if
        the source does not list it and the publication as two records.
        """
        others: list[Draft] = []
        for draft in self.matcher.versions(work, offer.versions):
            archived = draft.work if draft.work.preprint else work
            if draft.work.preprint == work.preprint and not work.preprint:
                others.append(draft)
            elif archived.type != "unpublished" or not self._records(draft, offer):
                return draft, others
        return None, others

    def deleted(self, offer: Offer, work: Work) -> int | None:
        """The index of an earlier work with the same title that is no longer in the file."""
        for place, known in self.known.works.items():
            if (known.key and self.matcher.of_key(known.key)) or self._is_other(place, offer):
                continue
            before = self.known.described(place)
            if before and (
                is_same(before, work) or (before.preprint != work.preprint and are_versions(before, work))
            ):
                return place
        return None

    def _has_sibling(self, draft: Draft, offer: Offer, work: Work) -> bool:
        """Whether this entry belongs to another record from the same source, at the same stage."""
        if draft.work.preprint != work.preprint or not self._records(draft, offer):
            return False
        doi = {each for each in draft.work.ids & work.ids if each.startswith("doi:")}
        return not (doi and draft.work.title == work.title and draft.work.type == work.type)

    def _records(self, draft: Draft, offer: Offer) -> set[str]:
        """The other records from the offer's source that belong to an entry."""
        place = self.known.of_key(draft.key)
        earlier = set(self.known.works[place].offered) if place is not None else set()
        return self._siblings(earlier | self._given[id(draft)], offer)

    def _is_other(self, place: int, offer: Offer) -> bool:
        """Whether an earlier work belongs to another record from the same source."""
        return bool(self._siblings(set(self.known.works[place].offered), offer))

    def _siblings(self, records: set[str], offer: Offer) -> set[str]:
        origin = _origin(offer.id)
        return {each for each in records & self._present - {offer.id} if _origin(each) == origin}


def _origin(record: str) -> str:
    """The source of a record: ``dblp`` for ``dblp:conf/x/Y``, ``file:a.bib`` for ``file:a.bib#key``."""
    return record.partition("#")[0] if "#" in record else record.partition(":")[0]
