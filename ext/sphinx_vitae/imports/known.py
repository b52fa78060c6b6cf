"""The state from earlier imports, indexed by identifier and by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .drafts import read_offer
from .identity import Work, work_of
from .offer import Offer
from .state import KnownWork, State

__all__ = ["KnownWorks"]


class KnownWorks:
    """The works in a state, to which an import adds."""

    def __init__(self, state: State) -> None:
        self.works: dict[int, KnownWork] = dict(enumerate(state.works))
        self._next = len(self.works)
        self._places: dict[str, int] = {}
        for place, work in self.works.items():
            for each in (*work.offered, *work.ids):
                self._places.setdefault(each, place)
        self._described: dict[int, Work | None] = {}

    def find(self, record_or_identifier: str) -> int | None:
        """The work that a source offered as this record, or that has this identifier."""
        return self._places.get(record_or_identifier)

    def of_key(self, key: str) -> int | None:
        """The work with this key in the file."""
        return next((place for place, work in self.works.items() if work.key == key and key), None)

    def described(self, place: int) -> Work | None:
        """The values to compare for a work that is no longer in the file."""
        if place not in self._described:
            self._described[place] = self._describe(self.works[place])
        return self._described[place]

    def _describe(self, work: KnownWork) -> Work | None:
        for own, fields in work.offered.items():
            rest = {name: value for name, value in fields.items() if name != "type"}
            record = read_offer(Offer(own, fields.get("type", "misc"), rest))
            if record is not None:
                return work_of(record, work.ids)
        return None

    def note(self, place: int | None, key: str, ids: frozenset[str], offer: Offer) -> int:
        """Record that a work with this key was offered; return its index."""
        if place is None:
            place = self._next
            self._next += 1
            self.works[place] = KnownWork(key)
        work = self.works[place]
        fields = {**work.offered.get(offer.id, {}), **offer.fields, "type": offer.type}
        self.works[place] = KnownWork(
            key,
            work.ids | ids,
            work.sources | ({offer.source} if offer.source else frozenset()),
            {**work.offered, offer.id: fields},
        )
        for each in (offer.id, *ids):
            self._places[each] = place
        return place

    def join(self, place: int, other: int) -> None:
        """Merge two works that turned out to be the same."""
        if place != other and other in self.works:
            joined = self.works[place].joined(self.works.pop(other))
            self.works[place] = joined
            for each in (*joined.offered, *joined.ids):
                self._places[each] = place

    def state(self, refused: Mapping[str, bool]) -> State:
        """The state to store after the import.

        :param refused: keys of new entries that the user refused.
        """
        works = (
            replace(work, key="", declined=True) if work.key in refused else work
            for work in self.works.values()
        )
        return State(tuple(works))
