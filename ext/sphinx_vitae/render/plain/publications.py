"""Works as plain text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_vitae.export import to_bibtex
from sphinx_vitae.model import EMPTY, Publication

from ..text import stop
from ..venue import status, tag
from .scene import Scene

__all__ = ["compact", "publication", "styled"]


def publication(record: Publication, scene: Scene) -> Iterator[str]:
    """Names, title, venue and date, then what else the list shows."""
    options, functions, context = scene.options, scene.functions, scene.context
    yield stop(scene.names(functions.names(context, record)))
    yield stop(_title(record, scene))
    if options.shows("tag", options.layout == "tagged") and (named := tag(record)):
        yield f"{named}:"
    shown = functions.venue if options.shows("venue") else functions.remarks
    where, printed = scene.text(shown(context, record)), scene.date(record)
    yield f"{where}, {stop(printed)}" if where and printed else stop(where or printed)
    yield from _more(record, scene)


def compact(record: Publication, scene: Scene) -> Iterator[str]:
    """Tag, title and few names: one line."""
    options, functions, context = scene.options, scene.functions, scene.context
    named = tag(record) if options.shows("tag") else ""
    where = EMPTY
    if options.shows("venue", False):
        where = functions.venue(context, record)
    elif options.shows("status"):
        where = status(record, scene.words)
    people = scene.names(functions.short_names(context, record))
    rest = (people, scene.text(where), "" if named else scene.date(record))
    yield named
    yield stop(_title(record, scene))
    yield stop(", ".join(part for part in rest if part))
    yield from _more(record, scene, quiet=True)


def styled(record: Publication, scene: Scene) -> Iterator[str]:
    """A reference as a style composes it, with an address where it has none."""
    made = scene.functions.styled(scene.context, record)
    yield made.text
    yield from _awards(record, scene)
    if record.links and not made.places and scene.options.shows("links"):
        yield record.links[0].url


def _title(record: Publication, scene: Scene) -> str:
    """The title, and what it is in other languages."""
    others = scene.functions.other_titles(scene.context, record)
    behind = (f" {other.brackets[0]}{other.text}{other.brackets[1]}" for other in others)
    return scene.text(record.title) + "".join(behind)


def _awards(record: Publication, scene: Scene) -> Iterator[str]:
    if scene.options.shows("award"):
        for title, _, _ in scene.functions.awards(scene.context, record):
            yield f"{title}."


def _more(record: Publication, scene: Scene, *, quiet: bool = False) -> Iterator[str]:
    """What stands behind the venue.

    :param quiet: for layouts that show neither links nor ties by themselves.
    """
    options, words = scene.options, scene.words
    yield from _awards(record, scene)
    for group in scene.functions.ties(scene.context, record, "award"):
        if options.shows("related", group.worded and not quiet):
            yield f"{group.label}: {stop(', '.join(member.short for member in group.members))}"
    if options.shows("links", not quiet):
        yield from (link.url for link in (record.links if "links" in options.show else record.links[:1]))
    if record.keywords and options.shows("keywords", False):
        yield f"{words('Keywords')}: {', '.join(record.keywords)}."
    yield from scene.asked(record, "annotation")
    yield from scene.asked(record, "abstract")
    if record.written and options.shows("bibtex", False):
        yield to_bibtex(record)
