"""Pages of single works (``vitae_pages``): documents whose sources are written when a build begins.

A source holds the slug of its work, and a mark that says that it is ours. No text of the bibliography is ever
put into a source: a key could end the directive and begin anything. A file without the mark is never touched.
What the page shows follows the bibliography by the dependency that its directive notes, so a source is written
once, and removed when its entry goes.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from sphinx_vitae.model import ACTIVITIES, Problem, ProblemKind, Record, did_you_mean, slug

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

__all__ = ["Pages", "remove_outputs"]

_MARK: Final = "Written by sphinx_vitae from the bibliography. What you change here is lost."
_SOURCES: Final = {
    ".md": "---\norphan: true\n---\n\n% {mark}\n\n```{{publication}}\n:slug: {slug}\n```\n",
    ".rst": ":orphan:\n\n.. {mark}\n\n.. publication::\n   :slug: {slug}\n",
}
_IGNORE: Final = f"# {_MARK}\n"
_KINDS: Final = ("publication", "talk", "award", *ACTIVITIES)


class Pages:
    """The folders with pages of a site.

    :param source: the folder of conf.py.
    :param folders: kind → folder, relative to it.
    :param suffixes: of sources that Sphinx reads on this site.
    :param memory: where it is remembered what was written for which state of the bibliography.
    """

    def __init__(
        self, source: Path, folders: Mapping[str, str], suffixes: Iterable[str], memory: Path
    ) -> None:
        self._source = source
        self._folders = dict(folders)
        self._suffixes = tuple(suffixes)
        self._memory = memory

    def update(self, state: str, listable: Callable[[str], Iterable[Record]]) -> list[Problem]:
        """Bring the folders in line with the records.

        :param state: changes with the records; nothing is asked where it did not.
        :param listable: the records of a kind.
        :returns: which pages could not be written.
        """
        state = f"{state} {sorted(self._folders.items())} {self._suffixes} {_SOURCES}"
        known = self._remembered()
        paths = [self._source / name for name in known.get("pages", ())]
        if known.get("state") == state and all(path.exists() for path in paths):
            return []
        if not self._folders and not paths:
            return []
        wanted: dict[Path, dict[str, Record]] = {path.parent: {} for path in paths}
        problems: list[Problem] = []
        for kind, folder in self._folders.items():
            records = list(listable(kind))
            pages = wanted.setdefault(self._source / folder, {})
            pages.update({f"{slug(record.key)}{self._suffix}": record for record in records})
            if not records and kind not in _KINDS:
                problems.append(self._unknown(kind))
        for path, pages in wanted.items():
            problems += self._fill(path, pages)
        # A problem may be gone at the next build without any change of the records: then look again.
        self._remember("" if problems else state, wanted)
        return problems

    @property
    def docnames(self) -> set[str]:
        """The documents that were written for entries."""
        return {name.rpartition(".")[0] for name in self._remembered().get("pages", ())}

    @property
    def _suffix(self) -> str:
        return next((suffix for suffix in _SOURCES if suffix in self._suffixes), ".rst")

    @staticmethod
    def _unknown(kind: str) -> Problem:
        message = f"vitae_pages names the kind {kind!r}, of which there are no entries"
        return Problem(ProblemKind.CONFIG, message, fix=did_you_mean(kind, _KINDS))

    def _fill(self, folder: Path, pages: Mapping[str, Record]) -> Iterator[Problem]:
        """Write what is missing, and remove what is ours and no more wanted."""
        ours = set(_ours(folder))
        written = []
        for name, record in pages.items():
            path = folder / name
            rivals = (path.with_name(path.stem + suffix) for suffix in self._suffixes)
            # Another build may have written one since `ours` was listed.
            rival = next((r for r in rivals if r.name not in ours and r.exists() and not _is_ours(r)), None)
            if rival:
                where = rival.relative_to(self._source).as_posix()
                message = f"{where} is a page of your own, so none was written for the entry"
                yield _taken(record, message, "rename that page, or write {publication} in it")
                continue
            try:
                _write(path, _SOURCES[self._suffix].format(mark=_MARK, slug=slug(record.key)))
                written.append(name)
            except OSError as error:
                yield _taken(record, f"its page cannot be written: {error}", "")
        for name in ours.difference(written):
            with contextlib.suppress(OSError):
                (folder / name).unlink()
        _ignore(folder, written)

    def _remembered(self) -> dict[str, Any]:
        try:
            known = json.loads(self._memory.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _remember(self, state: str, wanted: Mapping[Path, Mapping[str, Record]]) -> None:
        paths = [folder / name for folder, pages in wanted.items() for name in pages]
        there = [path.relative_to(self._source).as_posix() for path in paths if path.exists()]
        with contextlib.suppress(OSError):
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            self._memory.write_text(json.dumps({"state": state, "pages": there}), "utf-8")


def remove_outputs(app: Sphinx, docnames: Iterable[str]) -> None:
    """Remove what a builder wrote of pages that are no more: Sphinx leaves it in place."""
    if app.builder.format != "html":
        return
    builder = cast("StandaloneHTMLBuilder", app.builder)
    for docname in docnames:
        files = [Path(builder.get_outfilename(docname))]
        files += Path(app.outdir, "_sources", docname).parent.glob(f"{docname.rpartition('/')[2]}.*.txt")
        for path in files:
            with contextlib.suppress(OSError):
                path.unlink()


def _taken(record: Record, message: str, fix: str) -> Problem:
    return Problem(ProblemKind.PAGE_TAKEN, message, record.source.file, record.source.line, record.key, fix)


def _ours(folder: Path) -> Iterator[str]:
    """The files in a folder that carry our mark."""
    return (path.name for path in sorted(folder.glob("*")) if path.suffix in _SOURCES and _is_ours(path))


def _is_ours(path: Path) -> bool:
    """Whether a file carries our mark."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return path.is_file() and _MARK in path.read_text("utf-8")
    return False


def _write(path: Path, text: str) -> None:
    """Only where it differs: Sphinx reads a file again when its time changes."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if path.read_text("utf-8") == text:
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    # Whole or not at all: the site may be built into several folders at the same time.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    Path(name).chmod(0o644)
    Path(name).replace(path)


def _ignore(folder: Path, pages: Iterable[str]) -> None:
    """Have git ignore our pages; a file of that name that is not ours is left alone."""
    path = folder / ".gitignore"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if path.exists() and not path.read_text("utf-8").startswith(_IGNORE):
            return
        names = sorted(pages)
        if names:
            _write(path, _IGNORE + "".join(f"/{name}\n" for name in [".gitignore", *names]))
            return
        path.unlink(missing_ok=True)
        folder.rmdir()  # if nothing is left in it
