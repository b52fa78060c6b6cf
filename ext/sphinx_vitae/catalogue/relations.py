"""Relations between records: ties from both ends, and awards that stand in a publication's entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sphinx_vitae.model import Award, Publication, Record, Text, Tie, fold

__all__ = ["cited_keys", "derived_awards", "tie"]


def cited_keys(record: Record) -> Iterator[str]:
    """The keys that its texts name by ``\\cite``."""
    for text in (record.title, *record.texts.values()):
        if any(not isinstance(part, str) for part in text.parts):
            for span in text.spans("cite"):
                yield span.target


def tie(records: Mapping[str, Record], aliases: Mapping[str, str]) -> dict[str, tuple[Tie, ...]]:
    """What each record is tied to.

    A tie is written at one end, by ``related`` or by ``\\cite`` in a text, and holds at both; written at
    both ends it is one tie.

    :param aliases: other keys (biblatex's ``ids``) → key.
    :returns: by key, the ties written there, then those written elsewhere in the order of the
        records that have them. Keys that no entry has were reported when the file was read.
    """
    ties: dict[str, dict[str, Tie]] = {key: {} for key in records}
    for record in records.values():
        for written in (*record.ties, *(Tie(key) for key in cited_keys(record))):
            key = aliases.get(written.key, written.key)
            if key in records and key != record.key:
                ties[record.key].setdefault(key, Tie(key, written.type, written.text))
    for key, own in [(key, tuple(own.values())) for key, own in ties.items()]:
        for written in own:
            ties[written.key].setdefault(key, Tie(key, written.type, written.text, inverse=True))
    return {key: tuple(found.values()) for key, found in ties.items() if found}


def derived_awards(records: Sequence[Record]) -> list[Award]:
    """Awards from the ``award`` fields of publications.

    One that an award entry related to the publication repeats is that entry, not another award.
    """
    entries: dict[str, set[str]] = {}
    for record in records:
        if isinstance(record, Award):
            for written in record.ties:
                entries.setdefault(written.key, set()).add(fold(str(record.title)))
        else:
            for written in record.ties:
                entries.setdefault(record.key, set()).add(written.key)
    taken = {record.key for record in records}
    titles = {record.key: fold(str(record.title)) for record in records if isinstance(record, Award)}
    awards = []
    for record in records:
        if not isinstance(record, Publication) or not (title := award_title(record)):
            continue
        known = {titles.get(name, name) for name in entries.get(record.key, ())}
        if known.isdisjoint({fold(str(title)), fold(str(record.text("award")))}):
            key = f"{record.key}.award"
            while key in taken:
                key += "+"
            taken.add(key)
            awards.append(_award(key, record, title))
    return awards


def award_title(record: Publication) -> Text:
    """The award that a publication's own entry names; ``award = {true}`` is no name."""
    title = record.text("award_name", "award")
    return title if fold(str(title)) not in {"true", "false", "yes", "no"} else Text()


def _award(key: str, record: Publication, title: Text) -> Award:
    texts = (
        {"organization": venue} if (venue := record.text("eventtitle", "booktitle", "journaltitle")) else {}
    )
    return Award(
        key=key,
        kind="award",
        type="award",
        source=record.source,
        title=title,
        position=record.position,
        date=record.date,
        names=record.names,
        texts=texts,
        ties=(Tie(record.key),),
        written_key=record.key,
    )
