"""Related entries, grouped and labelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sphinx_vitae.catalogue import Catalogue
from sphinx_vitae.model import N_, Record, Talk, Text, Tie

from ..language.dates import print_date
from ..language.translated_words import Words
from ..venue.tag import tag

__all__ = ["RELATIONS", "RelatedEntry", "RelationGroup", "relations_of", "short_name"]

#: biblatex's ``relatedtype`` (manual §4.5.1) → its label in the entry that contains it, and in the other
#: entry.
RELATIONS: Final = {
    # Translators: before the titles of the volumes of a work, and before the title of the whole work
    "multivolume": (N_("Volumes"), N_("Volume of")),
    # Translators: before a title, as in "Originally published as: …"
    "origpubas": (N_("Originally published as"), N_("Republished as")),
    # Translators: before the title of a book, as in "Originally published in: …"
    "origpubin": (N_("Originally published in"), N_("Republished in")),
    "translationas": (N_("Translated as"), N_("Translation of")),
    # Translators: before a title, as in "Translated from: …"
    "translationfrom": (N_("Translated from"), N_("Translated as")),
    "translationof": (N_("Translation of"), N_("Translated as")),
    "reprintas": (N_("Reprinted as"), N_("Reprint of")),
    "reprintof": (N_("Reprint of"), N_("Reprinted as")),
    "reprintfrom": (N_("Reprinted from"), N_("Reprinted in")),
    # Translators: before the title of a book, as in "Review of: …", and of its review
    "reviewof": (N_("Review of"), N_("Reviewed in")),
}
_SAID: Final = frozenset(label for labels in RELATIONS.values() for label in labels)


@dataclass(frozen=True, slots=True)
class RelatedEntry:
    """The entry at the other end of a relation.

    :param short: a short name, for use where space is limited.
    :param title: the title in the format of the page; ``plain`` is the title without markup.
    :param address: its URL relative to the page; empty if the entry is not on a page.
    """

    key: str
    short: str
    title: str
    plain: str
    address: str


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """Related entries of one kind; ``worded`` if the relation has its own wording (``relatedstring``)."""

    kind: str
    label: str
    worded: bool
    members: tuple[RelatedEntry, ...]


def relations_of(
    record: Record,
    catalogue: Catalogue,
    words: Words,
    printed: Callable[[Text], str],
    address: Callable[[str], str],
) -> list[RelationGroup]:
    """The entries related to a record, by kind and label.

    :param printed: title → the same title in the format of the page.
    :param address: key of an entry → its URL relative to the page.
    :returns: the groups in the order of the relations; the label is the ``relatedstring``, if there is one.
    """
    groups: dict[tuple[str, str], list[Record]] = {}
    for written in catalogue.ties(record.key):
        other = catalogue.records[written.key]
        if other.kind == "news" and not address(other.key):
            continue  # a date without a link is useless
        groups.setdefault((other.kind, _label(written)), []).append(other)
    return [
        RelationGroup(
            kind,
            words(label) if label in _SAID else label or words.kind(kind, len(others)),
            bool(label),
            tuple(
                RelatedEntry(
                    other.key,
                    short_name(other, words),
                    printed(other.title),
                    str(other.title),
                    address(other.key),
                )
                for other in others
            ),
        )
        for (kind, label), others in groups.items()
    ]


def _label(written: Tie) -> str:
    """The label of a relation in this entry; a ``relatedstring`` is suitable only in the entry that contains
    it.
    """
    there, back = RELATIONS.get(written.type.lower(), ("", ""))
    return back if written.inverse else str(written.text) or there


def short_name(record: Record, words: Words) -> str:
    """A short name for an entry, for use where space is limited: its tag, event or date, or else its title."""
    if record.kind == "publication":
        return tag(record) or str(record.title)
    if isinstance(record, Talk):
        return str(record.event or record.host or record.title)
    if record.kind == "news":
        return print_date(record.date, words, "short", alone=True).text or str(record.title)
    return str(record.title)
