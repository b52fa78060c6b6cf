"""Compares an offer with its entry: what to add, what to update, what to propose.

Three versions of a field are compared: the value in the file, the value that the source offers now, and the
value that it offered last. If the source has not changed the value, the file is not changed either. If only
the source has changed it, the field is updated. If both have changed it, the change is proposed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sphinx_vitae.bib.vocabulary import words
from sphinx_vitae.model import Record

from .drafts import Draft
from .equality import is_equal, is_finer_date
from .fields import ADDED, PLACES, QUIET, is_never_touched
from .layout import Layout
from .offer import Offer

__all__ = ["Comparison", "as_preprint", "as_published", "compared"]

#: Entry types that services use interchangeably.
_ALIKE: Final = frozenset(("inproceedings", "incollection", "inbook"))
_LOOSE: Final = frozenset(("misc", "online", "unpublished"))
_IN_PLACE: Final = words(
    """
    volume number pages eid series publisher editor isbn journaltitle booktitle institution
    """
)


@dataclass(slots=True)
class Comparison:
    """The changes to an entry. ``safe`` changes keep everything that a person wrote.

    ``kind`` is a new entry type; ``kind_proposed`` is one that needs consent.
    """

    safe: dict[str, str | None] = field(default_factory=dict)
    proposed: dict[str, str | None] = field(default_factory=dict)
    kind: str = ""
    kind_proposed: str = ""


def compared(
    draft: Draft, offer: Offer, record: Record, base: Mapping[str, str] | None, layout: Layout
) -> Comparison:
    """Compare an offer with the same work in the file.

    :param record: the offer as a parsed record.
    :param base: the last offer from the source; ``None`` if there was none.
    """
    result = Comparison()
    _compare_type(result, draft, offer, base, layout)
    fits = _fits(draft.type, offer.type) or bool(result.kind)
    for name, value in offer.fields.items():
        if is_never_touched(name) or (base is not None and base.get(name, "") == value):
            continue
        mine = draft.values.get(name, "")
        if not mine:
            if (base is None or name not in base) and _may_add(name, draft, fits=fits):
                result.safe[name] = value
            elif base is not None and name in base and name not in QUIET:
                result.proposed[name] = value
        elif is_equal(name, draft.record, record) or draft.new:
            continue
        elif (base is not None and name in base and draft.is_untouched(name, base, layout)) or (
            base is None and name == "date" and is_finer_date(draft.record.date, record.date)
        ):
            result.safe[name] = value
        elif name not in QUIET:
            result.proposed[name] = value
    return result


def _compare_type(
    result: Comparison, draft: Draft, offer: Offer, base: Mapping[str, str] | None, layout: Layout
) -> None:
    before = (base or {}).get("type", "")
    if before == offer.type or draft.has_type(offer.type, offer.fields, layout) or draft.new:
        return
    if base is not None and draft.has_type(before, base, layout):
        result.kind = offer.type
    elif not {draft.type, offer.type} <= _ALIKE and offer.type not in _LOOSE:
        result.kind_proposed = offer.type


def _fits(mine: str, theirs: str) -> bool:
    return mine == theirs or {mine, theirs} <= _ALIKE


def _may_add(name: str, draft: Draft, *, fits: bool) -> bool:
    """Whether a missing field may be added without asking."""
    values = draft.values
    if name == "abstract":
        return True
    if name not in ADDED or (name in _IN_PLACE and not fits and not draft.new):
        return draft.new and name not in QUIET
    if name == "eid" and "pages" in values:
        return False
    if name == "pages" and "eid" in values:
        return False
    if name in ("eprinttype", "eprintclass"):
        return "eprint" not in values or "eprinttype" not in values or name == "eprintclass"
    if name == "url":
        return not any(other in values for other in ("doi", "html", "eprint"))
    return True


def as_preprint(draft: Draft, offer: Offer, base: Mapping[str, str] | None) -> Comparison:
    """The changes to a published entry from its preprint: the archive and the number of the preprint, if the
    entry lacks them, and the abstract.
    """
    names = ("eprint", "eprinttype", "eprintclass")
    result = Comparison()
    if "eprint" not in draft.values and (base is None or "eprint" not in base):
        result.safe = {name: offer.fields[name] for name in names if name in offer.fields}
    if (
        "abstract" in offer.fields
        and "abstract" not in draft.values
        and (base is None or "abstract" not in base)
    ):
        result.safe["abstract"] = offer.fields["abstract"]
    return result


def as_published(
    draft: Draft,
    offer: Offer,
    record: Record,
    offered: Mapping[str, Mapping[str, str]],
    layout: Layout,
) -> Comparison:
    """The changes that turn a preprint in the file into a published work: type, venue, date and DOI, all or
    none of them.

    :param offered: everything that any source has offered for this entry.
    """
    fields: dict[str, str | None] = {}
    for name, value in offer.fields.items():
        if is_never_touched(name) or name == "abstract":
            continue
        if name not in draft.values and any(name in each for each in offered.values()):
            continue  # removed by hand
        same = (
            name in draft.values
            and (name == "title" or name in ("author", "editor"))
            and is_equal(name, draft.record, record)
        )
        if (
            same
            or draft.values.get(name) == value
            or (name in ("eprint", "eprinttype", "eprintclass") and name in draft.values)
        ):
            continue
        fields[name] = value
    for name in PLACES:
        if name in draft.values and name not in offer.fields:
            fields[name] = None
    if "note" in draft.values and not draft.record.texts.get("note") and draft.record.status:
        fields["note"] = None  # it says that the work is under review, and nothing else
    if "url" in draft.values and "doi" in offer.fields and "arxiv.org" in draft.values["url"]:
        fields["url"] = None
    if "doi" in draft.values and "doi" not in offer.fields:
        fields["doi"] = None
    kind = "" if draft.has_type(offer.type, offer.fields, layout) else offer.type
    imported = bool(offered) and all(_was_imported(draft, name, offered, layout) for name in fields)
    imported = imported and any(
        draft.has_type(each.get("type", ""), each, layout) for each in offered.values()
    )
    if imported or draft.new:
        return Comparison(safe=fields, kind=kind)
    return Comparison(proposed=fields, kind_proposed=kind)


def _was_imported(draft: Draft, name: str, offered: Mapping[str, Mapping[str, str]], layout: Layout) -> bool:
    if name not in draft.values:
        return True
    return any(name in each and draft.is_untouched(name, each, layout) for each in offered.values())
