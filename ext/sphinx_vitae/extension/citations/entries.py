"""Our entries for sphinxcontrib-bibtex, so that the bibliography is read only once.

The upstream parser stops the build on many bibliographies. It does not run if the ``bibdata`` of its domain
is up to date, as ours always is. The entries equal those that it would parse from the same file, so that
citations stay the same. They get additional fields only if a style would otherwise miss data that biblatex
has under another name or in another entry.

Entries are created on first use; until then, the catalogue is not loaded. The domain is pickled in the state
in which it has not read any files, so that the next build can start from there, with or without this
extension.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pybtex.database import BibliographyData, Entry
from pybtex.plugin import PluginNotFound, find_plugin
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from sphinx_vitae import export

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_vitae.catalogue import Bibliography
    from sphinx_vitae.model import Record

__all__ = ["hand_over", "labels"]


class Entries(Mapping[str, Entry]):
    """All entries by case-insensitive key. Each entry is created on first use.

    :param style: a formatting style; entry types for which it has a template are kept.
    """

    def __init__(self, bibliography: Bibliography, style: str) -> None:
        self._bibliography = bibliography
        self._style = style
        self._made: dict[str, Entry] = {}

    def __getitem__(self, key: str) -> Entry:
        key = key if key in self.records else self._any_case[key.lower()]
        if key not in self._made:
            self._made[key] = export.to_pybtex(self.records[key], self._knows)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and (key in self.records or key.lower() in self._any_case)

    def __iter__(self) -> Iterator[str]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    @cached_property
    def records(self) -> dict[str, Record]:
        """The records that are entries in a file. Derived records do not have an entry type."""
        records = self._bibliography.catalogue.records
        return {key: record for key, record in records.items() if record.written_type}

    @cached_property
    def _any_case(self) -> dict[str, str]:
        """Key in lower case → the first such key."""
        found: dict[str, str] = {}
        for key in self.records:
            found.setdefault(key.lower(), key)
        return found

    @cached_property
    def _knows(self) -> Callable[[str], bool]:
        """Whether the style has a template for an entry type."""
        style = _style(self._style)
        return cache(lambda kind: hasattr(style, f"get_{kind}_template"))


def _style(name: str) -> Any:
    """Find the class of a pybtex formatting style."""
    try:
        return find_plugin("pybtex.style.formatting", name)
    except PluginNotFound:
        return find_plugin("pybtex.style.formatting", "unsrt")


def labels(entries: Sequence[Entry], style: str) -> dict[str, str]:
    """The labels of cited entries that have no number in their list, by key.

    The style generates the labels. If they are numbers, which would be meaningless, labels from ``alpha``
    replace them.

    :param style: ``bibtex_default_style``.
    """
    made = _style(style)()
    if isinstance(made.label_style, find_plugin("pybtex.style.labels", "number")):
        made = _style("alpha")()
    ordered = list(made.sort(entries))
    found = zip(ordered, made.format_labels(ordered), strict=True)
    # The alpha style drops names in non-Latin scripts.
    return {entry.key: label if any(map(str.isalpha, label)) else entry.key for entry, label in found}


class Keys(Mapping[str, None]):
    """The keys in a file, in the form that sphinxcontrib-bibtex expects."""

    def __init__(self, entries: Entries, file: str) -> None:
        self._entries = entries
        self._file = file

    def __getitem__(self, key: str) -> None:
        return self._keys[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def _keys(self) -> dict[str, None]:
        return {
            key: None for key, record in self._entries.records.items() if record.source.file == self._file
        }


class HandedOver(BibData):
    """Our entries, for the builds in this process. They are pickled as if no file had been read."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return (BibData, ("", {}, BibliographyData()))


def hand_over(env: BuildEnvironment, bibliography: Bibliography, paths: Mapping[str, Path]) -> None:
    """Give the ``cite`` domain our entries, so that it does not read the files.

    :param paths: bibliography, as in ``bibtex_bibfiles`` → path.
    """
    entries = Entries(bibliography, env.config.bibtex_default_style)
    files = {
        path: BibFile(get_mtime(path), cast("dict[str, None]", Keys(entries, name)))
        for name, path in paths.items()
    }
    data = BibliographyData()
    data.entries = entries
    env.domains["cite"].data["bibdata"] = HandedOver(env.config.bibtex_encoding, files, data)
