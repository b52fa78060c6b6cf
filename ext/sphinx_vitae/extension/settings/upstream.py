"""The files that sphinxcontrib-bibtex's ``bibliography`` directives read.

The source files are searched before any page is read. The lists and the entry pages depend on which
files are the owner's, so this must not depend on the order in which pages are read.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx.project import EXCLUDE_PATHS
from sphinx.util.matching import get_matching_files

if TYPE_CHECKING:
    from sphinx.config import Config

__all__ = ["upstream_files"]

#: The directive with its argument, which can continue on the next lines in reStructuredText.
_DIRECTIVE: Final = re.compile(
    r"^(?P<indent>[ \t]*)\.\.[ \t]+bibliography::(?P<rst>[^\n]*(?:\n(?P=indent)[ \t]+[^\s:][^\n]*)*)"
    r"|^[ \t>*-]*(?:`{3,}|~{3,}|:{3,})\{bibliography\}(?P<myst>[^\n]*)",
    re.M,
)


def upstream_files(
    config: Config, srcdir: Path, paths: Mapping[str, Path], *, with_owner: bool
) -> tuple[str, ...]:
    """The names of the files that directives read, in the order of conf.py.

    A directive without an argument reads all files, and shows the cited entries. Such a directive counts
    only if there is an owner who is named in most works of the other files.

    :param paths: bibliography, as in ``bibtex_bibfiles`` → path.
    """
    read: set[Path] = set()
    for source in _sources(config, srcdir):
        for arguments in _arguments(source):
            if arguments:
                read.update(_resolved(argument, source, srcdir) for argument in arguments)
            elif with_owner:
                read.update(paths.values())
    return tuple(name for name, path in paths.items() if path in read)


def _sources(config: Config, srcdir: Path) -> Iterator[Path]:
    """The site's files that are pages."""
    excluded = [*config.exclude_patterns, *config.templates_path, *EXCLUDE_PATHS]
    for name in get_matching_files(srcdir, config.include_patterns, excluded):
        if name.endswith(tuple(config.source_suffix)):
            yield srcdir / name


def _arguments(source: Path) -> Iterator[list[str]]:
    """The arguments of each directive in a file."""
    with contextlib.suppress(OSError):
        text = source.read_text("utf-8", "replace")
        if "bibliography" in text:
            for found in _DIRECTIVE.finditer(text):
                yield (found["rst"] or found["myst"] or "").split()


def _resolved(argument: str, source: Path, srcdir: Path) -> Path:
    """The path of a file that a page refers to. As in Sphinx, it is relative to the page, or, with a leading
    slash, to the source folder.
    """
    folder = srcdir if argument.startswith("/") else source.parent
    return Path(os.path.realpath(folder / argument.lstrip("/")))
