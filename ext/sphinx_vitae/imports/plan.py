"""The plan for an import: a list of changes for the user to decide on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .drafts import Draft, LocalFile
from .known import KnownWorks
from .layout import Layout, written_entry
from .patch import EntryEdit, PatchError, patched
from .state import State

__all__ = ["Change", "ChangeKind", "FieldChange", "Plan", "state_after", "text_after"]

#: ``new`` adds an entry, ``update`` adds or updates fields that nobody has edited, ``published`` turns a
#: preprint into a published work, ``proposal`` would replace something that a person wrote.
ChangeKind = Literal["new", "update", "published", "proposal"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The current and the new value of a field. Empty means that it is missing, or would be removed."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One decision.

    :param safe: whether it keeps everything that a person wrote; other changes need consent.
    :param kind_before: the entry type, if it changes to ``kind_after``.
    :param sources: the sources that offered it.
    :param remark: a remark for the summary; often empty.
    """

    kind: ChangeKind
    key: str
    title: str
    sources: tuple[str, ...]
    fields: tuple[FieldChange, ...] = ()
    kind_before: str = ""
    kind_after: str = ""
    safe: bool = True
    remark: str = ""
    draft: Draft | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes that an import would make, and its messages.

    :param notes: sentences about works that do not change anything.
    :param unchanged: the number of works that were found but do not change.
    :param forgotten: keys or titles of works that were deleted after an import, or refused.
    """

    file: LocalFile
    changes: tuple[Change, ...]
    known: KnownWorks
    notes: tuple[str, ...] = ()
    unchanged: int = 0
    forgotten: tuple[str, ...] = ()


def text_after(plan: Plan, accepted: Collection[Change]) -> tuple[str, tuple[str, ...]]:
    """The text of the file with the accepted changes, and the keys of entries that could not be edited."""
    edits: dict[int, tuple[EntryEdit, dict[str, str | None], str]] = {}
    new: list[str] = []
    for change in plan.changes:
        if change not in accepted or change.draft is None:
            continue
        draft = change.draft
        if draft.raw is None:
            if change.kind == "new":
                new.append(_written(draft, plan.file.layout))
            continue
        edit, fields, kind = edits.get(draft.raw.start, (EntryEdit(draft.raw), {}, ""))
        fields |= {each.name: each.after or None for each in change.fields}
        edits[draft.raw.start] = edit, fields, change.kind_after or kind
    made = [EntryEdit(edit.entry, fields, kind) for edit, fields, kind in edits.values()]
    return _patched(plan.file, made, new)


def _written(draft: Draft, layout: Layout) -> str:
    return written_entry(draft.type, draft.key, draft.values, layout)


def _patched(file: LocalFile, edits: Sequence[EntryEdit], new: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Apply all edits. If they change too much, apply only those that do not."""
    try:
        return patched(file.text, edits, new, file.layout), ()
    except PatchError:
        pass
    good, failed = list[EntryEdit](), list[str]()
    for edit in edits:
        try:
            patched(file.text, [edit], (), file.layout)
            good.append(edit)
        except PatchError:
            failed.append(edit.entry.key)
    return patched(file.text, good, new, file.layout), tuple(failed)


def state_after(plan: Plan, accepted: Collection[Change]) -> State:
    """The state after the accepted changes. All other changes count as refused, and are not offered again."""
    refused: Mapping[str, bool] = {
        change.key: True for change in plan.changes if change.kind == "new" and change not in accepted
    }
    return plan.known.state(refused)
