"""Talks, awards, activities and news as plain text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sphinx_vitae.model import EMPTY, Record

from ..announcements import joined
from ..occasions import Occasion, Part, Shared
from ..text import capital, stop
from .scene import Scene

__all__ = ["activity", "news", "occasions_of", "talk"]


def talk(part: Part, scene: Scene, dated: str) -> Iterator[str]:
    """A talk given once: its title, then all else."""
    yield stop(scene.text(part.record.title))
    yield from _given(part, scene, dated)


def activity(part: Part, scene: Scene, dated: str, *, titled: bool = True) -> Iterator[str]:
    """An award or activity.

    :param titled: whether its title is said, too.
    """
    record, options = part.record, scene.options
    seen = options.shows("venue")
    where = joined(
        record.text("role"),
        record.text("type"),
        record.organization if seen else None,
        record.text("eventtitle", "journaltitle", "booktitle") if seen else None,
        record.text("status") if options.shows("status") else None,
        record.text("location", "venue") if seen else None,
        record.text("amount"),
    )
    parts = (
        f"{scene.text(record.title) if titled else ''} {scene.text(record.text('number'))}".strip(),
        scene.names(scene.functions.activities.others(scene.context, record)),
        scene.text(where),
        dated,
    )
    yield stop(", ".join(part for part in parts if part))
    yield from _remarks(record, scene)
    yield from scene.asked(record, "abstract", True)
    yield from _tied(part, scene.words("For") if record.kind == "award" else "")


def news(record: Record, scene: Scene) -> Iterator[str]:
    """A line of news; of other entries, no more than that they are new."""
    said = scene.functions.activities.announcement(scene.context, record)
    yield f"{said.long}:" if said.long else ""
    yield stop(said.text)
    if record.kind == "news":
        if scene.options.shows("venue"):
            yield stop(scene.text(scene.functions.venue(scene.context, record)))
        yield stop(scene.text(record.text("note")))
        yield from scene.asked(record, "abstract", True)
        yield from (link.url for link in scene.links(record))


def occasions_of(kind: str, occasions: Sequence[Occasion], scene: Scene) -> Iterator[Iterable[str]]:
    """Entries of one title: what is common, then each. Where all are nothing but dates, these stand together."""
    whole: Shared = scene.functions.activities.shared(scene.context, occasions)
    dates = [scene.date(occasion.record) for occasion in occasions]
    if kind == "talk":
        yield talk(whole.common, scene, "")
        yield from (_given(own, scene, dated) for own, dated in zip(whole.own, dates, strict=True))
        return
    together = whole.alike and not occasions[0].number
    yield activity(whole.common, scene, ", ".join(date for date in dates if date) if together else "")
    for own, dated in zip(whole.own, dates, strict=True):
        yield () if together else activity(own, scene, dated, titled=False)


def _given(part: Part, scene: Scene, dated: str) -> Iterator[str]:
    """What a talk says besides its title."""
    record, options = part.record, scene.options
    seen = options.shows("venue")
    where = joined(
        record.text("eventtitle", "booktitle", "journaltitle", "howpublished") if seen else None,
        record.text("organization", "institution") if seen else None,
        record.text("venue", "location") if seen else None,
        record.text("status") if options.shows("status") else None,
        dated,
    )
    kind, given = scene.text(capital(record.text("type"))), scene.text(where)
    yield stop(scene.names(scene.functions.activities.others(scene.context, record)))
    yield f"{kind}: {stop(given)}" if kind and given else stop(given) or (f"{kind}." if kind else "")
    yield from _remarks(record, scene)
    yield from scene.asked(record, "abstract")
    yield from _tied(part, scene.words("On"))


def _remarks(record: Record, scene: Scene) -> Iterator[str]:
    for field in ("note", "addendum"):
        yield stop(scene.text(record.texts.get(field, EMPTY)))
    yield from map(stop, scene.asked(record, "annotation"))
    if record.keywords and scene.options.shows("keywords", False):
        yield stop(", ".join(record.keywords))


def _tied(part: Part, word: str) -> Iterator[str]:
    """What an entry is tied to, and its links.

    :param word: before works, instead of what these are called.
    """
    for group in part.ties:
        if group.kind == "news":
            continue
        work = group.kind == "publication"
        label = word if word and work else f"{group.label}:"
        yield f"{label} {stop(', '.join(each.title if work else each.short for each in group.members))}"
    yield from (link.url for link in part.links)
