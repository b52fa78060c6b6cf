"""What to do with two entries that are, or may be, for the same work."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.bib.entries.merging import differing_fields, fields_of, merged
from sphinx_vitae.model import Publication, Record, quoted

from .shared_dois import containers

__all__ = ["choice", "kept", "merely_written_twice", "parts_of", "same_work", "unless_by_url"]

#: Fields whose values often differ between two entries for one work.
_NOT_TELLING: Final = frozenset(("abstract", "keywords", "urldate", "issn", "langid", "month"))

#: Fields in which people say which part of a book they mean.
_PLACES: Final = frozenset(("addendum", "note", "pages"))


def kept(first: Record, record: Record) -> str:
    """What to do with two entries for the same publication: the fields that differ are named."""
    fields = merged(first.written, record.written, is_one_type=first.type == record.type)
    return f"keep one{'' if fields.startswith(',') or not fields else ', with '}{fields}"


def merely_written_twice(first: Record, record: Record) -> bool:
    """Whether two entries of one type contradict each other in nothing that tells works apart."""
    differing = differing_fields(fields_of(first.written), fields_of(record.written))
    return first.type == record.type and _NOT_TELLING.issuperset(differing)


def parts_of(first: Record, record: Record) -> str:
    """What to do with two entries for a book that only refer to different parts of it; empty for other entries."""
    differing = set(differing_fields(fields_of(first.written), fields_of(record.written)))
    if first.type != record.type or not differing & _PLACES or differing - _PLACES - _NOT_TELLING - {"url"}:
        return ""
    parts = "if they are for parts of one book, keep one, and name the part in each citation"
    return f"{parts}; {same_work(first, record)}"


def unless_by_url(first: Record, record: Record) -> str:
    """What to do with two entries that seem to be for the same work. If they differ only in their addresses, these
    can be of different works, such as two sets of data.
    """
    fix = kept(first, record)
    one, other = fields_of(first.written), fields_of(record.written)
    if first.type != record.type or one.keys() != other.keys() or differing_fields(one, other) != ["url"]:
        return fix
    return f"if each url is that of a work of its own, keep both, and say in each title or note which; otherwise, {fix}"


def same_work(first: Record, record: Record) -> str:
    return f"if they are the same publication, {kept(first, record)}"


def choice(first: Publication, record: Publication) -> str:
    """What to do with two entries that can be for the same publication, or for versions of one work.

    If they appeared in different places, they are probably versions.
    """
    same = same_work(first, record)
    if not first.written_key:
        return same
    versions = f"if they are versions of one work, {_related(first, record)}"
    places = containers(first, record)
    is_apart = first.type != record.type or (all(places) and places[0] != places[1])
    return f"{versions}; {same}" if is_apart else f"{same}; {versions}"


def _related(first: Publication, record: Publication) -> str:
    """The advice to relate a work to the first one. The published version refers to its preprint."""
    if "preprint" in record.groups and "preprint" not in first.groups and record.written_key:
        return "add this key to the related field of the other one"
    return f"add {quoted(first.written_key)} to the related field of this one"
