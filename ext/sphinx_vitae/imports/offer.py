"""What a source offers: works and activities, as entries of a bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["Found", "Offer", "SourceError", "combined"]


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry as a source describes it. Nothing in it can break a .bib file.

    :param id: the source's record, which stays the same from one import to the next: ``doi:10.1000/1``.
    :param type: the biblatex name of the entry type.
    :param fields: biblatex names → values in LaTeX, as they would stand between braces.
    :param ids: identifiers of this work (`identity.identifiers`), besides those in its fields.
    :param key: the source's own key; empty if it has none.
    :param versions: identifiers of other versions of the same work, as the source relates them.
    :param source: where the user asked for it: ``dblp:12/345``.
    """

    id: str
    type: str
    fields: Mapping[str, str]
    ids: frozenset[str] = frozenset()
    key: str = ""
    versions: frozenset[str] = frozenset()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a source.

    :param notes: sentences for the user: what could not be read, or is missing.
    :param complete: whether the offers are all that the source has; if not, nothing follows from a work that
        is missing.
    """

    offers: tuple[Offer, ...] = ()
    notes: tuple[str, ...] = ()
    complete: bool = field(default=True)


class SourceError(Exception):
    """A source that gives no answer; the message is a sentence for the user, without a full stop."""


def combined(answers: Iterable[Found]) -> Found:
    """Several answers as one."""
    parts = tuple(answers)
    return Found(
        tuple(offer for part in parts for offer in part.offers),
        tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        all(part.complete for part in parts),
    )
