"""``migration.md``: what of an old site was not carried over, by file and field."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from sphinx_vitae.bib import read
from sphinx_vitae.migration import Entry, OldSite

__all__ = ["migration_report"]

#: Kinds whose plural has no "s".
_PLURALS: Final = {
    "news": ("news item", "news items"),
    "teaching": ("course", "courses"),
    "service": ("service", "services"),
    "person": ("person", "people"),
    "cited": ("entry to cite", "entries to cite"),
}


def migration_report(old: OldSite, redirects: Mapping[str, str]) -> str:
    """The report, in Markdown."""
    return "\n".join(_lines(old, redirects)) + "\n"


def _lines(old: OldSite, redirects: Mapping[str, str]) -> Iterator[str]:
    yield from (
        "# Migration",
        "",
        f"This site was made from a site of {old.system}. This file is not part of the site: delete it when you have",
        "read it.",
        "",
        "## Carried over",
        "",
    )
    yield from (f"- {_number(count, what)}" for what, count in _counted(old).items() if count)
    yield from _incomplete(old)
    if old.leftovers:
        yield from ("", "## Not carried over", "", "By file and field, with the value.")
    for file, values in groupby(sorted(old.leftovers, key=lambda left: left.file), lambda left: left.file):
        yield from ("", f"### {_code(file)}", "")
        for left in values:
            yield f"- {_code(left.field)}: {_code(left.value)}" if left.field else f"- {_code(left.value)}"
    if old.samples:
        yield from ("", "## Content of the template", "", "Nobody has changed it, so it was left out.", "")
        yield from (f"- {_code(file)}" for file in old.samples)
    if redirects:
        yield from (
            "",
            "## Old addresses",
            "",
            "They are in `redirects.json`. After `python -m pip install sphinx-reredirects`, each old address leads to",
            "the new one. Add the package to `requirements.txt`. A host that has redirects of its own can use the list.",
            "",
            "| old | new |",
            "|---|---|",
        )
        yield from (f"| {_code(name)} | {_code(target)} |" for name, target in redirects.items())


def _counted(old: OldSite) -> dict[str, int]:
    """The number of entries of each kind, people, pages and files."""
    counts: Counter[str] = Counter()
    for each in old.bibliographies:
        records, _ = read([(each.name, each.content)])
        if each.mine:
            counts.update(each.kind or record.kind for record in records)
        else:
            counts["cited"] += len(records)
    made, _ = read([(old.made_name, old.made)])
    counts.update(record.kind for record in made)
    return {**counts, "person": len(old.people), "page": len(old.pages), "file": len(old.files)}


def _number(count: int, kind: str) -> str:
    one, several = _PLURALS.get(kind, (kind, f"{kind}s"))
    return f"{count} {one if count == 1 else several}"


def _incomplete(old: OldSite) -> Iterator[str]:
    lacking = [entry for entry in old.entries if not entry.complete]
    if not lacking:
        return
    known = [entry for entry in lacking if entry.doi]
    others = [entry for entry in lacking if not entry.doi]
    yield from ("", "## Works to complete", "", "Their pages do not say all that a bibliography needs.")
    if known:
        sources = " ".join(shlex.quote(entry.doi) for entry in known)
        yield from ("", "This command completes them, and shows each change first:", "", "```console")
        yield from (f"$ sphinx-vitae import {sources} --into {old.made_name}", "```", "")
        yield from map(_work, known)
    if others:
        yield from ("", "These have no DOI and no arXiv number in the old site:", "")
        yield from map(_work, others)


def _work(entry: Entry) -> str:
    return f"- {_code(entry.key)}, from {_code(entry.origin)}{f': {_code(entry.doi)}' if entry.doi else ''}"


def _code(value: str) -> str:
    """A value as inline code, on one line, whatever it contains."""
    text = " ".join(value.split())
    ticks = "`" * (
        1 + max((len(run) for run in "".join(c if c == "`" else " " for c in text).split()), default=0)
    )
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}" if text else ""
