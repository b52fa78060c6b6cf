"""The files of a site: read when they are asked for, and remembered for the next build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sphinx_vitae.bib import read
from sphinx_vitae.model import Problem, ProblemKind, Record, Settings

from .cache import Cache
from .catalogue import Catalogue
from .checks import check
from .digest import digest_of
from .files import Files, Wanted, wanted_files
from .relations import derived_awards
from .served import Served

__all__ = ["Bibliography", "problems_of"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave: records (derived awards among them), what is wrong, and the files that entries name."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    wanted: tuple[Wanted, ...]


class Bibliography:
    """The files of a site, and what was read from them, now or at an earlier build.

    Nothing is parsed before it is asked for.

    :param paths: the name in the configuration → where the file lies.
    :param folders: ``vitae_files``, as they lie on the disk.
    :param cache: the folder in which readings are kept.
    :param version: of the code that reads; other code may read otherwise.
    :param source: the source folder of the site: files below it may be published.
    """

    def __init__(
        self,
        paths: Mapping[str, Path],
        folders: Sequence[Path],
        settings: Settings,
        cache: Path,
        version: str,
        source: Path | None = None,
    ) -> None:
        self._settings = settings
        self._paths = dict(paths)
        self._folders = tuple(folders)
        self._served = Served((*([source] if source else []), *folders))
        self._beside = {name: path.parent for name, path in paths.items()}
        self._read_from = _digests(_contents(paths))
        self._digest = digest_of(version, settings.reading, self._read_from, self._folders, self._beside)
        self._cache = Cache(cache, self._digest)
        self._parsed: Reading | None = None

    @cached_property
    def state(self) -> str:
        """Changes with everything that records and problems depend on."""
        return digest_of(self._digest, self._files.state)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with the bibliography, and with the files that it names."""
        return (*self._part("problems"), *self._files.problems)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The records, from the cache where they are there."""
        return Catalogue(self._part("records"), self._settings, self._files.offered(self._settings))

    @property
    def offers(self) -> bool:
        """Whether any entry offers a file of one's own."""
        return bool(self._files)

    @cached_property
    def _files(self) -> Files:
        return Files(self._part("wanted"), self._folders, self._served)

    def _part(self, name: str) -> Any:
        """A part of the reading: of an earlier one where that is kept."""
        known = self._cache.read(name) if self._parsed is None else None
        return getattr(self._reading, name) if known is None else known

    @property
    def _reading(self) -> Reading:
        """Parse, and remember."""
        if self._parsed is None:
            contents = _contents(self._paths)
            self._parsed = _read(contents, self._settings, self._folders, self._beside)
            if _digests(contents) == self._read_from:  # else somebody has just saved the file
                parts = {field.name: getattr(self._parsed, field.name) for field in fields(self._parsed)}
                self._cache.store(parts)
        return self._parsed


def problems_of(paths: Mapping[str, Path], settings: Settings) -> tuple[Problem, ...]:
    """Everything wrong with bibliographies, without a cache.

    :param paths: the name that problems give a file → where it lies.
    :returns: the problems; those of the settings are at the first file.
    """
    beside = {name: path.parent for name, path in paths.items()}
    reading = _read(_contents(paths), settings, (), beside)
    first = next(iter(paths), "")
    found = (problem if problem.file else replace(problem, file=first) for problem in reading.problems)
    return (*found, *Files(reading.wanted, (), Served(beside.values())).problems)


def _contents(paths: Mapping[str, Path]) -> tuple[tuple[str, bytes | str], ...]:
    """What the files hold, or why they cannot be read."""
    return tuple((name, _content(path)) for name, path in paths.items())


def _content(path: Path) -> bytes | str:
    try:
        return path.read_bytes()
    except OSError as error:
        return error.strerror or type(error).__name__


def _digests(contents: tuple[tuple[str, bytes | str], ...]) -> tuple[tuple[str, bytes | str], ...]:
    """Short digests in the place of what files hold."""
    return tuple(
        (name, blake2b(content, digest_size=16).digest() if isinstance(content, bytes) else content)
        for name, content in contents
    )


def _read(
    contents: tuple[tuple[str, bytes | str], ...],
    settings: Settings,
    folders: Sequence[Path],
    beside: Mapping[str, Path],
) -> Reading:
    absent = [
        Problem(ProblemKind.FILE_MISSING, f"cannot be read: {content}", name)
        for name, content in contents
        if isinstance(content, str)
    ]
    files = [(name, content) for name, content in contents if isinstance(content, bytes)]
    records, found = read(files, kinds=settings.kinds, links=settings.links, private=settings.private_fields)
    records = (*records, *derived_awards(records))
    wanted, refused = wanted_files(records, settings, folders, beside)
    return Reading(records, (*absent, *found, *refused, *check(records, settings)), wanted)
