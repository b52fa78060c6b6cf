"""Plans the changes that an import would make to a bibliography. This module does not write anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sphinx_vitae.model import Record

from .drafts import Draft, LocalFile, read_offer
from .identity import Work, key_identifiers, work_of
from .keys import key_for, usable_key
from .known import KnownWorks
from .ledger import Ledger
from .matching import Matcher
from .offer import Found, Offer
from .placing import Placer
from .plan import Plan
from .state import State
from .threeway import Comparison, as_preprint, as_published, compared

__all__ = ["Options", "plan_import"]

_TITLE: Final = 70


@dataclass(frozen=True, slots=True)
class Options:
    """The user's options.

    :param versions: ``join`` combines a preprint and its published version in one entry; ``keep`` creates
        two.
    :param keys: ``ours`` generates keys with `key_for`; ``source`` keeps the keys from the source, if any.
    :param abstracts: whether abstracts are imported.
    :param again: whether to offer deleted or refused works, and refused differences, again.
    """

    versions: str = "join"
    keys: str = "ours"
    abstracts: bool = False
    again: bool = False


def plan_import(
    name: str, content: bytes, state: State, answers: Sequence[tuple[str, Found]], options: Options
) -> Plan:
    """Plan an import.

    :param name: the name of the .bib file, for messages.
    :param content: the content of the file; empty if it does not exist yet.
    :param answers: each source, as written on the command line, with its offers.
    """
    notes: list[str] = []
    prepared = _prepared(answers, options, notes)
    planner = _Planner(LocalFile(name, content), state, options, (offer.id for offer, _, _ in prepared))
    planner.notes += notes
    for offer, record, work in prepared:
        planner.take(offer, record, work)
    planner.report_missing(answers)
    return planner.plan()


def _prepared(
    answers: Iterable[tuple[str, Found]], options: Options, notes: list[str]
) -> list[tuple[Offer, Record, Work]]:
    """All offers as parsed records, published works first."""
    prepared: list[tuple[Offer, Record, Work]] = []
    seen: Counter[str] = Counter()
    for source, found in answers:
        for offer in found.offers:
            fields = offer.fields
            if not options.abstracts:
                fields = {field: value for field, value in fields.items() if field != "abstract"}
            seen[offer.id] += 1
            own = f"{offer.id}~{seen[offer.id]}" if seen[offer.id] > 1 else offer.id
            named = replace(offer, id=own, source=source, fields=fields)
            record = read_offer(named)
            if record is None:
                notes.append(f"{offer.id} cannot be converted to an entry and was skipped")
                continue
            work = work_of(record, offer.ids | key_identifiers((offer.key,)))
            prepared.append((named, record, work))
    return sorted(
        prepared, key=lambda item: (item[2].preprint, item[0].fields.get("eprinttype") not in ("arxiv", None))
    )


class _Planner:
    def __init__(self, file: LocalFile, state: State, options: Options, present: Iterable[str]) -> None:
        self.file, self.options = file, options
        self.known = KnownWorks(state)
        self.drafts = list(file.drafts)
        self.matcher = Matcher(self.drafts)
        self.placer = Placer(self.matcher, self.known, present)
        self.taken = {key.lower() for draft in self.drafts for key in draft.all_keys()} | file.keys
        self.notes: list[str] = []
        self.forgotten: dict[str, None] = {}
        self.ledger = Ledger()
        self.places: set[int] = set()  # indices of works in the state that were found again

    # Finding the entry for an offer -------------------------------------------------------------------------

    def take(self, offer: Offer, record: Record, work: Work) -> None:
        place = self.placer.place(offer, work)
        if place is not None:
            self.places.add(place)
        draft = self.placer.entry(offer, work, place)
        if draft is None and self._was_deleted(offer, record, work, place):
            return
        if draft is not None:
            return self._compare(draft, offer, record, work, place)
        draft, others = self.placer.version(offer, work)
        for other in others:
            self.notes.append(
                f"{_shortened(record)}: {other.key} has the same or a similar title; both are kept"
            )
        if draft is None or self.options.versions == "keep":
            return self._add(offer, record, work, place, related=draft)
        return self._compare(draft, offer, record, work, place)

    def _was_deleted(self, offer: Offer, record: Record, work: Work, place: int | None) -> bool:
        """Whether a work was imported earlier and then deleted by hand, or refused. If so, it is not offered
        again.
        """
        if place is None:
            place = self.placer.deleted(offer, work)
        if place is None or self.options.again:
            return False
        self.forgotten[_shortened(record)] = None
        self.places.add(place)
        return True

    # Changes ------------------------------------------------------------------------------------------------

    def _add(
        self, offer: Offer, record: Record, work: Work, place: int | None, related: Draft | None = None
    ) -> None:
        fields = dict(offer.fields)
        key = self._key(offer, record)
        if offer.key and offer.key != key and usable_key(offer.key) and offer.key.lower() not in self.taken:
            fields["ids"] = offer.key
            self.taken.add(offer.key.lower())
        strangers = [
            draft for draft in self.matcher.titled(work) if not set(draft.work.families) & set(work.families)
        ]
        if strangers and work.families:
            self.notes.append(
                f"{key} has the same title as {strangers[0].key}, but different authors; both are kept"
            )
        draft = Draft(replace(record, written_key=key), None, ids=work.ids)
        draft.change(fields)
        if related is not None:
            preprint, published = (draft, related) if work.preprint else (related, draft)
            self._relate(preprint, published)
        self.drafts.append(draft)
        self.matcher.add(draft)
        self._found(draft, offer, work, place)

    def _key(self, offer: Offer, record: Record) -> str:
        own = offer.key
        if self.options.keys == "source" and usable_key(own) and own.lower() not in self.taken:
            key = own
        else:
            key = key_for(record, self.taken)
        self.taken.add(key.lower())
        return key

    def _relate(self, preprint: Draft, published: Draft) -> None:
        if "related" in preprint.values:
            return
        fields = {"related": published.key, "relatedtype": "preprintof", "relatedstring": "Preprint of"}
        self.ledger.update(preprint, fields)

    def _compare(self, draft: Draft, offer: Offer, record: Record, work: Work, place: int | None) -> None:
        here = self.known.of_key(draft.key)
        if place is None:
            place = here
        elif here is not None:
            self.known.join(here, place)
            place = here
        offered = self.known.works[place].offered if place is not None else {}
        base = None if self.options.again else offered.get(offer.id)
        if work.preprint and not draft.work.preprint:
            result = as_preprint(draft, offer, base)
            if draft.new:
                self._join(draft, offer)
        elif draft.work.preprint and not work.preprint:
            result = self._published(draft, offer, record, offered, base)
        elif work.preprint and draft.work.preprint and not draft.work.ids & work.ids and not base:
            result = as_preprint(draft, offer, base)  # the same work in another archive
        else:
            result = compared(draft, offer, record, base, self.file.layout)
        if self.options.again and place is not None and offered.get(offer.id) is not None:
            result = _only_proposed(result)
        self._apply(draft, offer, result, published=draft.work.preprint and not work.preprint)
        self._found(draft, offer, work, place)

    def _published(
        self,
        draft: Draft,
        offer: Offer,
        record: Record,
        offered: Mapping[str, Mapping[str, str]],
        base: Mapping[str, str] | None,
    ) -> Comparison:
        if base is not None and all(base.get(name) == value for name, value in offer.fields.items()):
            return Comparison()
        result = as_published(draft, offer, record, offered, self.file.layout)
        return result if base is None else _only_proposed(result)

    def _join(self, draft: Draft, offer: Offer) -> None:
        """Add the key from the second source record to the ``ids`` of a new entry, so that citations with it
        work.
        """
        if offer.key and usable_key(offer.key) and offer.key.lower() not in self.taken:
            self.taken.add(offer.key.lower())
            draft.change({"ids": ", ".join(filter(None, (draft.values.get("ids", ""), offer.key)))})
        self.ledger.remark(draft, "with its preprint")

    def _apply(self, draft: Draft, offer: Offer, result: Comparison, *, published: bool) -> None:
        if draft.broken and (result.safe or result.proposed or result.kind):
            self.notes.append(
                f"{draft.key} was not changed, because it has a syntax error; `sphinx-vitae check` prints the fix"
            )
            return
        if result.proposed or result.kind_proposed:
            self.ledger.propose(draft, offer.source, result, published=published)
        if result.safe or result.kind:
            self.ledger.update(draft, result.safe, result.kind, published=published)
            self.matcher.add(draft)

    def _found(self, draft: Draft, offer: Offer, work: Work, place: int | None) -> None:
        draft.identify(work.ids)
        self.matcher.add(draft)
        self.placer.belongs(draft, offer)
        self.ledger.found(draft, offer.source)
        self.places.add(self.known.note(place, draft.key, work.ids, offer))

    # Result -------------------------------------------------------------------------------------------------

    def report_missing(self, answers: Sequence[tuple[str, Found]]) -> None:
        """Report works that a source no longer lists. Their entries stay."""
        whole = {source for source, found in answers if found.complete and found.offers}
        for place, work in self.known.works.items():
            gone = sorted(work.sources & whole)
            if place not in self.places and gone and work.key and self.matcher.of_key(work.key):
                self.notes.append(f"{work.key} is no longer listed by {', '.join(gone)}; the entry stays")

    def plan(self) -> Plan:
        changes = self.ledger.changes(self.drafts)
        touched = {id(change.draft) for change in changes}
        notes = tuple(dict.fromkeys(self.notes))
        return Plan(
            self.file, changes, self.known, notes, len(self.placer.met - touched), tuple(self.forgotten)
        )


def _only_proposed(result: Comparison) -> Comparison:
    """The comparison, with all changes proposed: a change that was refused once is never made without asking."""
    return Comparison(
        proposed={**result.safe, **result.proposed}, kind_proposed=result.kind or result.kind_proposed
    )


def _shortened(record: Record) -> str:
    title = str(record.title)
    return title if len(title) <= _TITLE else f"{title[:_TITLE]}…"
