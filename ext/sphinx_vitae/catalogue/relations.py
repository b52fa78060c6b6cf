"""Relations between records, seen from both sides, and awards in publication entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sphinx_vitae.model import EMPTY, Award, Inline, Publication, Record, Text, Tie, fold

__all__ = ["award_titles", "citations", "derived_awards", "tie"]


def citations(record: Record) -> Iterator[tuple[str, str]]:
    r"""The keys that the record's text fields ``\cite``, each with its field, in all languages."""
    record = record.own
    for field, text in (("title", record.title), *record.texts.items()):
        parts = text.parts
        if len(parts) > 1 or (parts and not isinstance(parts[0], str)):
            for span in text.spans("cite"):
                yield field, span.target


def tie(records: Mapping[str, Record], aliases: Mapping[str, str]) -> dict[str, tuple[Tie, ...]]:
    r"""The relations of each record.

    A relation is written in one of the two entries, as ``related`` or as ``\cite`` in a text field, and
    applies to both. If both entries contain it, it still counts as one relation.

    :param aliases: alternative key (biblatex's ``ids``) → key.
    :returns: key → the relations written there, then those written in other entries, in the order of
        these entries. Keys that do not exist were reported when the file was parsed.
    """
    ties: dict[str, dict[str, Tie]] = {key: {} for key in records}
    for record in records.values():
        for written in (*record.ties, *(Tie(key) for _, key in citations(record))):
            key = aliases.get(written.key, written.key)
            if key in records and key != record.key:
                ties[record.key].setdefault(key, Tie(key, written.type, written.text))
    for key, own in [(key, tuple(own.values())) for key, own in ties.items()]:
        for written in own:
            ties[written.key].setdefault(key, Tie(key, written.type, written.text, inverse=True))
    return {key: tuple(found.values()) for key, found in ties.items() if found}


def derived_awards(records: Sequence[Record]) -> list[Award]:
    """Awards from the ``award`` fields of publications.

    If an award entry that is related to the publication has the same title, the two are the same award.
    """
    entries: dict[str, set[str]] = {}
    for record in records:
        if isinstance(record, Award):
            for written in record.ties:
                entries.setdefault(written.key, set()).add(fold(str(record.title)))
        else:
            for written in record.ties:
                entries.setdefault(record.key, set()).add(written.key)
    keys = _FreeKeys(record.key for record in records)
    titles = {record.key: fold(str(record.title)) for record in records if isinstance(record, Award)}
    awards = []
    for record in records:
        if not isinstance(record, Publication):
            continue
        named = award_titles(record)
        if not named:  # most
            continue
        known = {titles.get(name, name) for name in entries.get(record.key, ())}
        full = record.text("award") if len(named) == 1 else EMPTY
        for title in named:
            if known.isdisjoint({fold(str(title)), fold(str(full))}):
                more = fold(str(full)).rstrip(" .") != fold(str(title))
                awards.append(_award(keys.of(record.key), record, title, full if more else EMPTY))
    return awards


class _FreeKeys:
    """Generates keys for awards given to works: ``KEY.award``, then ``KEY.award+``, then with a number after
    the plus.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def of(self, work: str) -> str:
        """An unused key for another award given to a work."""
        key = f"{work}.award"
        while key in self._taken:
            number = self._numbers[work] = self._numbers.get(work, 0) + 1
            key = f"{work}.award+" + (str(number) if number > 1 else "")
        self._taken.add(key)
        return key


def award_titles(record: Publication) -> list[Text]:
    """The awards in a publication's own entry, separated by semicolons.

    ``award = {true}`` does not count as an award. A semicolon in parentheses is not a separator.
    """
    named = record.text("award_name", "award")
    if not named.parts:
        return []
    parts: list[list[Inline]] = [[]]
    depth = 0
    for part in named.parts:
        if not isinstance(part, str):
            parts[-1].append(part)
            continue
        begin = 0
        for n, character in enumerate(part):
            depth += {"(": 1, ")": -1}.get(character, 0)
            if character == ";" and depth <= 0:
                parts[-1].append(part[begin:n])
                parts.append([])
                begin = n + 1
        parts[-1].append(part[begin:])
    found = (Text(_stripped(each)) for each in parts)
    return [title for title in found if title and fold(str(title)) not in _NO_NAMES]


_NO_NAMES: Final = frozenset({"true", "false", "yes", "no"})


def _stripped(parts: list[Inline]) -> tuple[Inline, ...]:
    """The parts, without leading and trailing spaces."""
    stripped = list(parts)
    if stripped and isinstance(first := stripped[0], str):
        stripped[0] = first.lstrip()
    if stripped and isinstance(last := stripped[-1], str):
        stripped[-1] = last.rstrip(" .")
    return tuple(part for part in stripped if part != "")


def _award(key: str, record: Publication, title: Text, full: Text) -> Award:
    """An award given to a publication. If it has a short name, the longer field becomes its note."""
    venue = record.text("eventtitle", "booktitle", "journaltitle")
    texts = {"organization": venue, "note": full}
    return Award(
        key=key,
        kind="award",
        type="award",
        source=record.source,
        title=title,
        position=record.position,
        date=record.date,
        names=record.names,
        texts={name: text for name, text in texts.items() if text},
        ties=(Tie(record.key),),
        written_key=record.key,
    )
