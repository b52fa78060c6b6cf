"""The report of an import: a summary and a diff."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator

from sphinx_vitae.imports import Change, Plan
from sphinx_vitae.model import printable

__all__ = ["diff", "one_line", "summary"]

_LONGEST = 72


def diff(name: str, before: str, after: str) -> Iterator[str]:
    """A unified diff with one line of context."""
    old, new = before.splitlines(), after.splitlines()
    for line in difflib.unified_diff(old, new, name, f"{name} (after the import)", n=1, lineterm=""):
        yield printable(line)


def summary(plan: Plan) -> Iterator[str]:
    """A line for each entry that would change, the notes, and the totals."""
    for change in plan.changes:
        yield printable(one_line(change))
    for note in plan.notes:
        yield printable(f"note: {note}")
    for title in plan.forgotten:
        yield printable(f"skipped, because it was deleted or refused earlier: {title}")
    yield _numbers(plan)


def one_line(change: Change) -> str:
    """A change in one line."""
    origin = f" ({', '.join(change.sources)})" if change.sources else ""
    if change.kind == "new":
        remark = f", {change.remark}" if change.remark else ""
        return f"new: {change.key}: {_shortened(change.title)}{remark}{origin}"
    if change.kind == "proposal":
        if change.kind_after:
            return f"proposed: {change.key}: @{change.kind_before} → @{change.kind_after}{origin}"
        field = change.fields[0]
        after = f"“{_shortened(field.after)}”" if field.after else "nothing"
        before = f"“{_shortened(field.before)}”" if field.before else "nothing"
        return f"proposed: {change.key}: {field.name}: {before} → {after}{origin}"
    names = ", ".join(field.name for field in change.fields)
    kind = f"@{change.kind_before} → @{change.kind_after}; " if change.kind_after else ""
    if change.kind == "published":
        word = "published" if change.safe else "proposed: published"
        return f"{word}: {change.key}: {_shortened(change.title)}: {kind}{names}{origin}"
    return f"changed: {change.key}: {kind}{names}{origin}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _numbers(plan: Plan) -> str:
    safe = Counter(change.kind for change in plan.changes if change.safe)
    proposed = sum(not change.safe for change in plan.changes)
    changed = safe["update"] + safe["published"]
    parts = [
        f"{safe['new']} new {'entry' if safe['new'] == 1 else 'entries'}",
        f"{changed} changed",
        f"{plan.unchanged} unchanged",
    ]
    if proposed:
        parts.append(f"{proposed} proposed {'change' if proposed == 1 else 'changes'} to what you wrote")
    if plan.forgotten:
        parts.append(f"{len(plan.forgotten)} deleted or refused earlier (--again offers them again)")
    return ", ".join(parts)
