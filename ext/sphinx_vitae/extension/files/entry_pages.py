"""Entry pages (``vitae_pages``): documents whose sources are written at the start of a build.

A source file contains the slug of its entry and our marker, but no text from the bibliography. Files without the
marker are never changed. The content of the page depends on the bibliography, which its parser reads, so a source
file is written only once, and removed with its entry.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from sphinx_vitae.model import ACTIVITIES, Problem, ProblemKind, Record, did_you_mean, slug

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

__all__ = ["FILE_TYPE", "SUFFIX", "Pages", "remove_outputs", "slug_in"]

_MARK: Final = "Written by sphinx_vitae from the bibliography. What you change here is lost."
#: The suffix of the source files, and what Sphinx calls their type.
SUFFIX: Final = ".vitae"
FILE_TYPE: Final = "vitae"
_SOURCE: Final = f"# {_MARK}\n\nslug: {{slug}}\n"
#: Earlier versions wrote Markdown or reStructuredText.
_SUFFIXES: Final = (SUFFIX, ".md", ".rst")
_IGNORE: Final = f"# {_MARK}\n"
_KINDS: Final = ("publication", "talk", "award", *ACTIVITIES)


class Pages:
    """The folders with the entry pages of a site.

    :param source: the folder of conf.py.
    :param folders: kind → folder, relative to *source*.
    :param suffixes: the suffixes of the source files that Sphinx reads on this site.
    :param memory: a file that records which pages were written for which state of the bibliography.
    """

    def __init__(
        self, source: Path, folders: Mapping[str, str], suffixes: Iterable[str], memory: Path
    ) -> None:
        self._source = source
        self._folders = dict(folders)
        self._suffixes = tuple(suffixes)
        self._memory = memory

    def update(self, state: str, listable: Callable[[str], Iterable[Record]]) -> list[Problem]:
        """Write and remove pages so that they match the records.

        :param state: a value that changes with the records; if it has not changed, nothing is done.
        :param listable: kind → its records.
        :returns: a problem for each page that could not be written.
        """
        state = f"{state} {sorted(self._folders.items())} {self._suffixes} {_SOURCE}"
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
            pages.update({f"{slug(record.key)}{SUFFIX}": record for record in records})
            if not records and kind not in _KINDS:
                problems.append(self._unknown(kind))
        for path, pages in wanted.items():
            problems += self._fill(path, pages)
        # A problem may disappear before the next build even if no record changes, so the next build must
        # check again.
        self._remember("" if problems else state, wanted)
        return problems

    @property
    def docnames(self) -> set[str]:
        """The documents that are entry pages."""
        return {name.rpartition(".")[0] for name in self._remembered().get("pages", ())}

    @staticmethod
    def _unknown(kind: str) -> Problem:
        message = f"vitae_pages contains the kind {kind!r}, but there are no entries of that kind"
        return Problem(ProblemKind.CONFIG, message, fix=did_you_mean(kind, _KINDS))

    def _fill(self, folder: Path, pages: Mapping[str, Record]) -> Iterator[Problem]:
        """Write missing pages, and remove our pages for entries that no longer exist."""
        ours = set(_ours(folder))
        written = []
        for name, record in pages.items():
            path = folder / name
            rivals = (path.with_name(path.stem + suffix) for suffix in self._suffixes)
            # Another build may have written one since `ours` was listed.
            rival = next((r for r in rivals if r.name not in ours and r.exists() and not _is_ours(r)), None)
            if rival:
                where = rival.relative_to(self._source).as_posix()
                message = f"{where} is a file of your own, so no page was written for the entry"
                yield _taken(record, message, "rename your page, or add the {publication} directive to it")
                continue
            try:
                _write(path, _SOURCE.format(slug=slug(record.key)))
                written.append(name)
            except OSError as error:
                yield _taken(record, f"the page for the entry cannot be written: {error}", "")
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


def slug_in(source: str) -> str:
    """The slug in the text of a source file; empty if there is none."""
    found = re.search(r"^slug: (\S+)$", source, re.MULTILINE)
    return found[1] if found else ""


def remove_outputs(app: Sphinx, docnames: Iterable[str]) -> None:
    """Remove the output of pages that no longer exist, which Sphinx would keep."""
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
    """The files in a folder that contain our marker."""
    return (path.name for path in sorted(folder.glob("*")) if path.suffix in _SUFFIXES and _is_ours(path))


def _is_ours(path: Path) -> bool:
    """Whether a file contains our marker."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return path.is_file() and _MARK in path.read_text("utf-8")
    return False


def _write(path: Path, text: str) -> None:
    """Write a file only if its content differs, because Sphinx reads a file again if its modification time
    changes.
    """
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if path.read_text("utf-8") == text:
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    # Write atomically, because several builds of the site may run at the same time.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    Path(name).chmod(0o644)
    Path(name).replace(path)


def _ignore(folder: Path, pages: Iterable[str]) -> None:
    """Make git ignore our pages. A ``.gitignore`` that is not ours is kept."""
    path = folder / ".gitignore"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if path.exists() and not path.read_text("utf-8").startswith(_IGNORE):
            return
        names = sorted(pages)
        if names:
            _write(path, _IGNORE + "".join(f"/{name}\n" for name in [".gitignore", *names]))
            return
        path.unlink(missing_ok=True)
        folder.rmdir()  # if it is empty
