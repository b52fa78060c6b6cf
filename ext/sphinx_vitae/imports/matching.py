"""Finds the entry in the bibliography to which an offer belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from .drafts import Draft
from .identity import Work, are_versions, is_same

__all__ = ["Matcher"]

#: Identifiers by preference: the more specific to the published work, the earlier.
_RANKS: Final = ("doi", "dblp", "inspire", "pmid", "orcid", "arxiv")
_UNKNOWN_YEAR: Final = 9999


class Matcher:
    """Finds entries by identifier and by title, and other versions of a work."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._ids: dict[str, list[Draft]] = defaultdict(list)
        self._keys: dict[str, Draft] = {}
        self._titles: dict[str, list[Draft]] = defaultdict(list)
        self._families: dict[str, list[Draft]] = defaultdict(list)
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Add an entry to the index, or update it after a change."""
        for each in draft.work.ids:
            if draft not in self._ids[each]:
                self._ids[each].append(draft)
        for key in draft.all_keys():
            self._keys.setdefault(key, draft)
        for index, name in (
            (self._titles, draft.work.title),
            (self._families, (*draft.work.families, "")[0]),
        ):
            if draft not in index[name]:
                index[name].append(draft)

    def of_key(self, key: str) -> Draft | None:
        """The entry with this key, or with this key in ``ids``."""
        return self._keys.get(key)

    def sharing(self, work: Work) -> list[Draft]:
        """The entries that share an identifier, best match first: by stage, then by preference of the
        identifier.
        """
        found: dict[int, tuple[tuple[bool, int], Draft]] = {}
        for each in sorted(work.ids):
            scheme = each.partition(":")[0]
            rank = _RANKS.index(scheme) if scheme in _RANKS else len(_RANKS)
            for draft in self._ids.get(each, ()):
                place = (draft.work.preprint != work.preprint, rank)
                if id(draft) not in found or place < found[id(draft)][0]:
                    found[id(draft)] = place, draft
        return [draft for _, draft in sorted(found.values(), key=lambda item: item[0])]

    def same(self, work: Work) -> Iterator[Draft]:
        """The entries for the same work, according to title, author and year."""
        return (draft for draft in self._titles.get(work.title, ()) if is_same(draft.work, work))

    def titled(self, work: Work) -> Iterator[Draft]:
        """The entries with the same title, by any author."""
        return iter(self._titles.get(work.title, ()))

    def versions(self, work: Work, related: frozenset[str]) -> list[Draft]:
        """The entries for other versions of a work: those that the source lists come first, then the others,
        nearest year first.
        """
        found = [draft for each in sorted(related) for draft in self._ids.get(each, ())]
        if work.families:
            found += [
                draft for draft in self._families.get(work.families[0], ()) if are_versions(draft.work, work)
            ]

        def distance(draft: Draft) -> tuple[bool, int]:
            years = abs((draft.work.year or _UNKNOWN_YEAR) - (work.year or _UNKNOWN_YEAR))
            return not (draft.work.ids & related), years

        unique = {id(draft): draft for draft in found}
        return sorted(unique.values(), key=distance)
