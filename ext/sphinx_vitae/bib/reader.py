"""Whole bibliographies → records and problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from sphinx_vitae.model import Problem, ProblemKind, Record, Venue

from .entries.entry import Entry, by_key, expand
from .entries.inheritance import inherit
from .entries.macros import Macros
from .entries.unique_keys import make_keys_unique
from .fields.links import link_kinds
from .garbage_collection import collector_paused
from .record_builder import Builder
from .syntax.bib_file import BibFile
from .syntax.grammar import RawEntry
from .syntax.scanner import scan
from .vocabulary import is_foreign

__all__ = ["entries_of", "read"]

_NO_KINDS: Final[Mapping[str, str]] = MappingProxyType({})
_NO_LINKS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({})
_NO_VENUES: Final[Mapping[str, Venue]] = MappingProxyType({})
#: Types that control a LaTeX bibliography style, and types that provide fields for other entries or group entries.
_CONTROLS: Final = frozenset(
    ("control", "ieeetranbstctl", "abnt-options", "iso-options", "bstcontrol", "jurabibopt")
)
#: Other code in a file without entries, and what it looks like.
_OTHER_CODE: Final = {
    "HTML code": re.compile(r"<(?:!doctype|html|head|body|div)\b", re.I),
    "TeX code": re.compile(
        r"\\(?:Provides\w+|documentclass|usepackage|(?:re)?newcommand|def|begin|input|section|bibitem)\b"
    ),
}
_NO_RECORDS: Final = frozenset(("xdata", "set", *_CONTROLS))


def read(
    files: Iterable[tuple[str, bytes]],
    *,
    kinds: Mapping[str, str] = _NO_KINDS,
    links: Mapping[str, Mapping[str, str]] = _NO_LINKS,
    venues: Mapping[str, Venue] = _NO_VENUES,
    private: Iterable[str] = (),
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Parse bibliographies.

    :param files: file names, as in conf.py, and contents. Macros, ``crossref``, ``xdata``, ``related`` and
        keys apply to all files.
    :param kinds: ``vitae_kinds``: file name or entry type → kind.
    :param links: ``vitae_links``: field → ``label``, ``url``.
    :param venues: ``vitae_venues``: their names complete entries.
    :param private: ``vitae_private_fields``: removed from all records.
    :returns: the records in the order of files and entries, and the problems in the order of files and
        lines.
    """
    with collector_paused(kept=True):
        sources = [BibFile(name, content) for name, content in files]
        entries = entries_of(sources)
        known = by_key(entries)
        inherit(entries, known)
        make_keys_unique([entry for entry in entries if entry.type not in _CONTROLS])
        builder = Builder(known, kinds, link_kinds(links), venues, private)
        listed = [entry for entry in entries if entry.type not in _NO_RECORDS]
        records = tuple(builder.record(entry, position) for position, entry in enumerate(listed))
    problems = [problem for source in sources for problem in sorted(source.problems, key=_line)]
    return records, tuple(problems)


def _is_silent(raw: RawEntry) -> bool:
    """Whether words that are not macros are valid values in an entry."""
    return raw.type.lower() in _CONTROLS or is_foreign(raw.type, (field.name for field in raw.fields))


def _line(problem: Problem) -> int:
    return problem.line


def entries_of(sources: Sequence[BibFile]) -> list[Entry]:
    """The entries of all files, with macros expanded, before inheritance."""
    macros = Macros(sum(len(source.text) for source in sources))
    scans = [scan(source.text) for source in sources]
    for found in scans:
        macros.collect(raw for raw in found.entries if raw.type.lower() == "string")
    entries: list[Entry] = []
    for source, found in zip(sources, scans, strict=True):
        for fault in found.faults:
            source.report(fault.kind, fault.message, source.line(fault.offset), fault.key, fault.fix)
        for raw in found.entries:
            if raw.type.lower() == "string":
                macros.define(source, raw)
            else:
                entries.append(expand(source, raw, macros, silent=_is_silent(raw)))
        macros.report(source)
        if not found.entries:
            fix = "write entries, such as @misc{key, title = {…}}"
            code = next((name for name, sign in _OTHER_CODE.items() if sign.search(source.text)), "")
            message = (
                f"the file contains {code} instead of entries" if code else "the file contains no entries"
            )
            source.report(ProblemKind.FILE_EMPTY, message, 0, fix=fix)
    return entries
