"""Bibliographies → records, problems, and the files that entries refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx_vitae.bib import FieldLines, read
from sphinx_vitae.model import Problem, ProblemKind, Record, Settings

from .catalogue import Catalogue
from .checks import check
from .entry_problems import empty_entries, without_consequences
from .file_contents import FileContents, contents_of
from .files import Files, Wanted
from .relations import derived_awards
from .served import Served
from .translated import in_language_of_site
from .wanted_files import wanted_files

__all__ = ["ParsedFiles", "catalogue_of", "located", "parsed", "problems_of"]


@dataclass(frozen=True, slots=True)
class ParsedFiles:
    """The result of parsing: records (with derived awards), problems, and the files that entries refer to."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    wanted: tuple[Wanted, ...]


def problems_of(
    paths: Mapping[str, Path], settings: Settings, folders: Sequence[Path] = ()
) -> tuple[Problem, ...]:
    """All problems in bibliographies, found without a cache.

    :param paths: the name of the file in messages → path.
    :param folders: the paths in ``vitae_files``.
    :returns: the problems; problems with settings are attributed to the first file.
    """
    contents = contents_of(paths)
    reading = _read_now(contents, paths, settings, folders)
    served = Served((*(path.parent for path in paths.values()), *folders))
    absent = Files(reading.wanted, folders, served).problems
    return _in_files((*reading.problems, *located(absent, contents)), paths)


def catalogue_of(paths: Mapping[str, Path], settings: Settings) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Parse bibliographies without a cache; return the catalogue and the problems.

    :param paths: the name of the file in messages → path.
    """
    reading = _read_now(contents_of(paths), paths, settings)
    return Catalogue(reading.records, settings), _in_files(reading.problems, paths)


def _read_now(
    contents: FileContents, paths: Mapping[str, Path], settings: Settings, folders: Sequence[Path] = ()
) -> ParsedFiles:
    return parsed(contents, settings, folders, {name: path.parent for name, path in paths.items()})


def _in_files(problems: Iterable[Problem], paths: Mapping[str, Path]) -> tuple[Problem, ...]:
    """The problems. Problems with settings are attributed to the first file."""
    first = next(iter(paths), "")
    return tuple(p if p.file else replace(p, file=first) for p in problems)


def parsed(
    contents: FileContents,
    settings: Settings,
    folders: Sequence[Path],
    beside: Mapping[str, Path],
) -> ParsedFiles:
    """Parse the files.

    :param folders: the paths in ``vitae_files``.
    :param beside: name of a bibliography → its folder.
    """
    absent = [
        Problem(ProblemKind.FILE_MISSING, f"cannot be read: {content}", name)
        for name, content in contents
        if isinstance(content, str)
    ]
    files = list(_readable(contents))
    records, found = read(
        files,
        kinds=settings.kinds,
        links=settings.links,
        venues=settings.venues,
        private=settings.private_fields,
    )
    records = (*records, *derived_awards(records))
    wanted, refused = wanted_files(records, settings, folders, beside)
    problems = (*absent, *found, *located((*refused, *check(records, settings)), contents))
    records = in_language_of_site(records, settings)
    return ParsedFiles(records, tuple(empty_entries(without_consequences(problems))), wanted)


def _readable(contents: FileContents) -> Iterator[tuple[str, bytes]]:
    return ((name, content) for name, content in contents if isinstance(content, bytes))


def located(problems: Iterable[Problem], contents: FileContents) -> tuple[Problem, ...]:
    """The problems, each at the line of its field."""
    lines = FieldLines(_readable(contents))
    return tuple(map(lines.located, problems))
