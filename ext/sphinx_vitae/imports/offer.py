"""Offers: works and activities from a source, as bibliography entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["Found", "Offer", "SourceError", "combined"]


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry as described by a source. Its values are safe to write to a .bib file.

    :param id: the source's record, with the same identifier in every import: ``doi:10.1000/1``.
    :param type: the biblatex name of the entry type.
    :param fields: biblatex names → LaTeX values, as written between braces.
    :param ids: identifiers of this work (`identity.identifiers`), in addition to those in its fields.
    :param key: the source's own key; empty if it has none.
    :param versions: identifiers of other versions of the same work, according to the source.
    :param source: the source that the user specified: ``dblp:12/345``.
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
    """The result from a source.

    :param notes: sentences for the user about what could not be read or is missing.
    :param complete: whether these are all of the source's works. If not, a missing work has no meaning.
    """

    offers: tuple[Offer, ...] = ()
    notes: tuple[str, ...] = ()
    complete: bool = field(default=True)


class SourceError(Exception):
    """A source did not return a result. The message is a sentence for the user, without a full stop."""


def combined(answers: Iterable[Found]) -> Found:
    """Combine several results."""
    parts = tuple(answers)
    return Found(
        tuple(offer for part in parts for offer in part.offers),
        tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        all(part.complete for part in parts),
    )
