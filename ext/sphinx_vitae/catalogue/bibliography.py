"""A site's bibliographies, parsed on first use and cached for the next build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sphinx_vitae.bib import FieldLines, read
from sphinx_vitae.model import Problem, ProblemKind, Record, Settings

from .cache import Cache
from .catalogue import Catalogue
from .checks import check
from .digest import digest_of
from .entry_problems import without_consequences
from .files import Files, Wanted, wanted_files
from .relations import derived_awards
from .served import Served
from .translated import in_language_of_site

__all__ = ["Bibliography", "catalogue_of", "problems_of"]


@dataclass(frozen=True, slots=True)
class ParsedFiles:
    """The result of parsing: records (with derived awards), problems, and the files that entries refer to."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    wanted: tuple[Wanted, ...]


class Bibliography:
    """A site's bibliographies, and the result of parsing them, either now or in an earlier build.

    Nothing is parsed until it is needed.

    :param paths: bibliography, as in conf.py → path.
    :param folders: the paths in ``vitae_files``.
    :param cache: the cache folder.
    :param version: the version of this package, because other versions may parse differently.
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
        self._parsed: ParsedFiles | None = None

    @cached_property
    def state(self) -> str:
        """A digest of everything that records and problems depend on."""
        return digest_of(self._digest, self._files.state)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All problems with the bibliographies, and with the files that they refer to."""
        return (*self._part("problems"), *_located(self._files.problems, _contents(self._paths)))

    @cached_property
    def catalogue(self) -> Catalogue:
        """The records, from the cache if possible."""
        return Catalogue(self._part("records"), self._settings, self._files.offered(self._settings))

    @property
    def has_examples(self) -> bool:
        """Whether the entries from ``sphinx-vitae new`` are still in a file."""
        return any(problem.kind is ProblemKind.EXAMPLE for problem in self.problems)

    @property
    def offers(self) -> bool:
        """Whether any entry has files."""
        return bool(self._files)

    @cached_property
    def _files(self) -> Files:
        return Files(self._part("wanted"), self._folders, self._served)

    def _part(self, name: str) -> Any:
        """A part of the result, from the cache if possible."""
        known = self._cache.read(name) if self._parsed is None else None
        return getattr(self._reading, name) if known is None else known

    @property
    def _reading(self) -> ParsedFiles:
        """Parse the files, and cache the result."""
        if self._parsed is None:
            contents = _contents(self._paths)
            self._parsed = _read(contents, self._settings, self._folders, self._beside)
            if _digests(contents) == self._read_from:  # otherwise, a file has been saved in the meantime
                parts = {field.name: getattr(self._parsed, field.name) for field in fields(self._parsed)}
                self._cache.store(parts)
        return self._parsed


def problems_of(
    paths: Mapping[str, Path], settings: Settings, folders: Sequence[Path] = ()
) -> tuple[Problem, ...]:
    """All problems in bibliographies, found without a cache.

    :param paths: the name of the file in messages → path.
    :param folders: the paths in ``vitae_files``.
    :returns: the problems; problems with settings are attributed to the first file.
    """
    contents = _contents(paths)
    reading = _read_now(contents, paths, settings, folders)
    served = Served((*(path.parent for path in paths.values()), *folders))
    absent = Files(reading.wanted, folders, served).problems
    return _in_files((*reading.problems, *_located(absent, contents)), paths)


def catalogue_of(paths: Mapping[str, Path], settings: Settings) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Parse bibliographies without a cache; return the catalogue and the problems.

    :param paths: the name of the file in messages → path.
    """
    reading = _read_now(_contents(paths), paths, settings)
    return Catalogue(reading.records, settings), _in_files(reading.problems, paths)


def _read_now(
    contents: tuple[tuple[str, bytes | str], ...],
    paths: Mapping[str, Path],
    settings: Settings,
    folders: Sequence[Path] = (),
) -> ParsedFiles:
    return _read(contents, settings, folders, {name: path.parent for name, path in paths.items()})


def _in_files(problems: Iterable[Problem], paths: Mapping[str, Path]) -> tuple[Problem, ...]:
    """The problems. Problems with settings are attributed to the first file."""
    first = next(iter(paths), "")
    return tuple(p if p.file else replace(p, file=first) for p in problems)


def _contents(paths: Mapping[str, Path]) -> tuple[tuple[str, bytes | str], ...]:
    """The contents of the files, or why they cannot be read."""
    return tuple((name, _content(path)) for name, path in paths.items())


def _content(path: Path) -> bytes | str:
    try:
        return path.read_bytes()
    except OSError as error:
        return error.strerror or type(error).__name__


def _digests(contents: tuple[tuple[str, bytes | str], ...]) -> tuple[tuple[str, bytes | str], ...]:
    """Short digests of the contents."""
    return tuple(
        (name, blake2b(content, digest_size=16).digest() if isinstance(content, bytes) else content)
        for name, content in contents
    )


def _read(
    contents: tuple[tuple[str, bytes | str], ...],
    settings: Settings,
    folders: Sequence[Path],
    beside: Mapping[str, Path],
) -> ParsedFiles:
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
    problems = (*absent, *found, *_located((*refused, *check(records, settings)), contents))
    records = in_language_of_site(records, settings)
    return ParsedFiles(records, tuple(without_consequences(problems)), wanted)


def _readable(contents: tuple[tuple[str, bytes | str], ...]) -> Iterator[tuple[str, bytes]]:
    return ((name, content) for name, content in contents if isinstance(content, bytes))


def _located(
    problems: Iterable[Problem], contents: tuple[tuple[str, bytes | str], ...]
) -> tuple[Problem, ...]:
    """The problems, each at the line of its field."""
    lines = FieldLines(_readable(contents))
    return tuple(map(lines.located, problems))
