"""Collects the changes for a plan while offers are processed one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .drafts import Draft
from .plan import Change, FieldChange
from .threeway import Comparison

__all__ = ["Ledger"]


class Ledger:
    """The safe changes to each entry, combined into one decision, and each change that needs consent."""

    def __init__(self) -> None:
        self._updates: dict[int, _Update] = {}
        self._proposals: list[Change] = []
        self._sources: dict[int, dict[str, None]] = {}
        self._remarks: dict[int, str] = {}

    def found(self, draft: Draft, source: str) -> None:
        """Record the source in which an entry was found."""
        self._sources.setdefault(id(draft), {})[source] = None

    def remark(self, draft: Draft, remark: str) -> None:
        """Record a remark about a new entry for the summary."""
        self._remarks[id(draft)] = remark

    def update(
        self, draft: Draft, fields: Mapping[str, str | None], kind: str = "", *, published: bool = False
    ) -> None:
        """Record safe changes, and apply them to the draft. All changes to a new entry are combined into one."""
        if not draft.new:
            update = self._updates.setdefault(id(draft), _Update(dict(draft.values), draft.type, {}))
            update.fields |= fields
            update.kind = kind or update.kind
            update.published = update.published or published
        draft.change(fields, kind)

    def propose(self, draft: Draft, source: str, result: Comparison, *, published: bool) -> None:
        """Record changes that need consent: separately, or combined if a preprint was published."""
        changes = [
            FieldChange(name, draft.values.get(name, ""), value or "")
            for name, value in result.proposed.items()
        ]
        title = str(draft.record.title)
        base = Change("proposal", draft.key, title, (source,), safe=False, draft=draft)
        kinded = replace(base, kind_before=draft.type, kind_after=result.kind_proposed)
        if published:
            whole = kinded if result.kind_proposed else base
            self._proposals.append(replace(whole, kind="published", fields=tuple(changes)))
            return
        earlier = [change for change in self._proposals if change.draft is draft]
        asked = {field.name for change in earlier for field in change.fields}
        self._proposals += [replace(base, fields=(change,)) for change in changes if change.name not in asked]
        if result.kind_proposed and not any(change.kind_after for change in earlier):
            self._proposals.append(kinded)

    def changes(self, drafts: Sequence[Draft]) -> tuple[Change, ...]:
        """All changes: first the safe ones in the order of the entries, then those that need consent."""
        return (*(change for draft in drafts if (change := self._safe(draft))), *self._proposals)

    def _safe(self, draft: Draft) -> Change | None:
        sources = tuple(self._sources.get(id(draft), ()))
        whole = Change("new", draft.key, str(draft.record.title), sources, draft=draft)
        if draft.new:
            fields = tuple(FieldChange(name, "", value) for name, value in draft.values.items())
            return replace(
                whole, fields=fields, kind_after=draft.type, remark=self._remarks.get(id(draft), "")
            )
        update = self._updates.get(id(draft))
        if update is None:
            return None
        return replace(
            whole,
            kind="published" if update.published else "update",
            fields=tuple(
                FieldChange(name, update.before.get(name, ""), new or "")
                for name, new in update.fields.items()
            ),
            kind_before=update.kind_before if update.kind else "",
            kind_after=update.kind,
        )


@dataclass(slots=True)
class _Update:
    """The safe changes to an entry, from all sources."""

    before: Mapping[str, str]
    kind_before: str
    fields: dict[str, str | None]
    kind: str = ""
    published: bool = False
