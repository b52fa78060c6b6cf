"""Changes a .bib file by position. Everything else stays the same, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sphinx_vitae.bib.reader import entries_of
from sphinx_vitae.bib.syntax.bib_file import BibFile
from sphinx_vitae.bib.syntax.grammar import RawEntry, RawField
from sphinx_vitae.bib.syntax.scanner import scan
from sphinx_vitae.bib.vocabulary import canonical_field

from .layout import Layout, column_of, dialect_type, is_aligned, named_fields, year_and_month

__all__ = ["EntryEdit", "PatchError", "patched"]

_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:%[^\n]*)?(?=\r?\n)")
_TYPE: Final = re.compile(r"@\s*[^\s{(]+")
_DATES: Final = ("year", "month", "day")


class PatchError(Exception):
    """An edit would change more than it should. The message contains the key of the entry."""


@dataclass(frozen=True, slots=True)
class EntryEdit:
    """The changes to one entry.

    :param kind: the new entry type in biblatex; empty if the type stays the same.
    :param fields: biblatex name → new value, without delimiters; ``None`` removes the field.
    """

    entry: RawEntry
    fields: Mapping[str, str | None] = field(default_factory=dict)
    kind: str = ""


def patched(text: str, edits: Sequence[EntryEdit], new: Sequence[str], layout: Layout) -> str:
    """The text after the edits, with new entries appended.

    :raises PatchError: if anything else would change.
    """
    pieces: list[tuple[int, int, str]] = []
    for edit in edits:
        pieces += _Patch(text, edit, layout).pieces()
    after, behind = [], 0
    for start, end, replacement in sorted(pieces, key=lambda piece: piece[:2]):
        if start < behind:
            raise PatchError(edits[0].entry.key)
        after += [text[behind:start], replacement]
        behind = end
    changed = "".join([*after, text[behind:]])
    if new:
        gap = layout.newline
        kept = changed.rstrip("\r\n")
        begin = changed if not kept else changed + gap * (1 if changed != kept else 2)
        changed = begin + (gap * 2).join(new) + gap
    _verify(text, changed, edits, len(new))
    return changed


class _Patch:
    """The pieces of text to replace for one entry."""

    def __init__(self, text: str, edit: EntryEdit, layout: Layout) -> None:
        self.text, self.edit, self.layout = text, edit, layout
        self.entry = edit.entry
        self.own: dict[str, RawField] = {}
        for raw in self.entry.fields:
            self.own.setdefault(canonical_field(raw.name), raw)

    def pieces(self) -> Iterator[tuple[int, int, str]]:
        if self.edit.kind and (found := _TYPE.match(self.text, self.entry.start)):
            values = {name: value for name, value in self.edit.fields.items() if value}
            yield found.start(), found.end(), f"@{dialect_type(self.edit.kind, values, self._layout())}"
        added: list[tuple[str, str]] = []
        for name, value in self._written():
            raw = self.own.get(canonical_field(name))
            if value is None:
                if raw is not None:
                    yield self._removal(raw)
            elif raw is None:
                added.append((name, value))
            else:
                yield self._replacement(raw, value)
        if added:
            yield from self._insertion(added)

    def _layout(self) -> Layout:
        """The layout of this entry, which can differ from the rest of the file."""
        names = {raw.name.lower() for raw in self.entry.fields}
        if names & {"date", "journaltitle"}:
            return Layout(True)
        return Layout(False) if names & {"year", "journal"} else self.layout

    def _written(self) -> Iterator[tuple[str, str | None]]:
        """The fields, with the names that the entry uses, and with delimited values."""
        layout = self._layout()
        kind = self.edit.kind or self.entry.type.lower()
        for name, value in self.edit.fields.items():
            if name == "date" and "date" not in self.own and (not layout.biblatex or "year" in self.own):
                parts = year_and_month(value) if value else {}
                for part in _DATES:
                    if part in parts or part in self.own:
                        written = parts.get(part)
                        yield part, written if written is None or part == "month" else f"{{{written}}}"
            elif value is None:
                yield name, None
            elif name in self.own:
                yield name, f"{{{value}}}"
            else:
                yield from named_fields(kind, {name: value}, layout)

    def _replacement(self, raw: RawField, value: str) -> tuple[int, int, str]:
        start = self.text.index("=", raw.start) + 1
        start += len(self.text[start : raw.end]) - len(self.text[start : raw.end].lstrip())
        end = raw.start + len(self.text[raw.start : raw.end].rstrip())
        quoted = self.text[start] == '"' and value.startswith("{") and '"' not in value
        return start, end, f'"{value[1:-1]}"' if quoted else value

    def _removal(self, raw: RawField) -> tuple[int, int, str]:
        """Remove a field, and the whole line if it contains nothing else."""
        start, end = raw.start, raw.end
        if found := re.compile(r"\s*,").match(self.text, end):
            end = found.end()
        line = self.text.rfind("\n", 0, start) + 1
        rest = re.compile(r"[ \t]*\r?\n").match(self.text, end)
        if not self.text[line:start].strip() and rest:
            return line, rest.end(), ""
        return start, end, ""

    def _insertion(self, added: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
        """Insert fields after the last one, with the same indentation and alignment."""
        if not self.entry.fields:
            at = self.text.index(self.entry.key, self.entry.start) + len(self.entry.key)
            comma = re.compile(r"\s*,").match(self.text, at)
            body = "".join(
                f"{self.layout.newline}{self.layout.indent}{name} = {value}," for name, value in added
            )
            yield (comma.end(), comma.end(), body) if comma else (at, at, f",{body}")
            return
        last = self.entry.fields[-1]
        end = last.start + len(self.text[last.start : last.end].rstrip())
        comma = re.compile(r"\s*,").match(self.text, last.end)
        line = self.text.rfind("\n", 0, last.start) + 1
        if self.text[line : last.start].strip():  # several fields on a line
            body = ", ".join(f"{name} = {value}" for name, value in added)
            yield (comma.end(), comma.end(), f" {body},") if comma else (end, end, f", {body}")
            return
        width = column_of(self.text, last.start) if is_aligned(self.text, self.entry) else 0
        space = "" if re.compile(r"[^\s=]+=\S").match(self.text, last.start) else " "
        lines = [
            f"{self.text[line : last.start]}{name:<{max(width - 1, 0)}}{space}={space}{value}"
            for name, value in added
        ]
        body = "".join(f"{self.layout.newline}{each}," for each in lines)
        if not comma:
            yield end, end, ","
            body = body[:-1]
        at = comma.end() if comma else end
        rest = _REST_OF_LINE.match(self.text, at)  # a comment stays on the line of its field
        at = rest.end() if rest else at
        yield at, at, body


def _verify(before: str, after: str, edits: Sequence[EntryEdit], new: int) -> None:
    """Parse both texts. Every entry must be the same in both, except for the edits.

    :raises PatchError: if an entry has other changes.
    """
    old, made = _contents(before), _contents(after)
    if len(made) != len(old) + new or len(scan(after).faults) > len(scan(before).faults):
        raise PatchError(edits[0].entry.key if edits else "")
    changed = {edit.entry.start: edit for edit in edits}
    for (start, *mine), (_, *theirs) in zip(old, made, strict=False):
        edit = changed.get(start)
        if edit is None and mine == theirs:
            continue
        if edit is None or not _as_said(mine, theirs, edit):
            raise PatchError(str(mine[1]))


def _as_said(mine: Sequence[object], theirs: Sequence[object], edit: EntryEdit) -> bool:
    names = set(edit.fields) | (set(_DATES) if "date" in edit.fields else set())

    def others(written: object) -> list[tuple[str, str]]:
        pairs = written if isinstance(written, tuple) else ()
        return [(name, value) for name, value in pairs if canonical_field(name) not in names]

    return (
        mine[1] == theirs[1]
        and (bool(edit.kind) or mine[0] == theirs[0])
        and others(mine[2]) == others(theirs[2])
    )


def _contents(text: str) -> list[tuple[int, str, str, tuple[tuple[str, str], ...]]]:
    entries = entries_of([BibFile("", text.encode("utf-8", "surrogatepass"))])
    return [(entry.raw.start, entry.raw.type, entry.written_key, entry.written) for entry in entries]
