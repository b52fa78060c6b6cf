"""A site's bibliographies, parsed on first use and cached for the next build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_vitae.model import Problem, ProblemKind, Settings

from .cache import Cache
from .digest import digest_of
from .file_contents import FileContents, contents_of
from .files import Files
from .served import Served

if TYPE_CHECKING:
    from .catalogue import Catalogue
    from .reading import ParsedFiles

__all__ = ["Bibliography"]

#: To be increased whenever records are pickled in another way, between releases too.
_PICKLED: Final = 3


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
        self._read_from = _digests(contents_of(paths))
        self._digest = digest_of(
            version, _PICKLED, settings.reading, self._read_from, self._folders, self._beside
        )
        self._cache = Cache(cache, self._digest)
        self._parsed: ParsedFiles | None = None

    @cached_property
    def state(self) -> str:
        """A digest of everything that records and problems depend on."""
        return digest_of(self._digest, self._files.state)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All problems with the bibliographies, and with the files that they refer to."""
        if not (absent := self._files.problems):
            return tuple(self._part("problems"))
        from .reading import located  # a site without problems does not load the reader

        return (*self._part("problems"), *located(absent, contents_of(self._paths)))

    @cached_property
    def catalogue(self) -> Catalogue:
        """The records, from the cache if possible."""
        from .catalogue import Catalogue  # only a build that changes pages loads it

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
            from .reading import parsed  # only a build in which a bibliography has changed loads it

            contents = contents_of(self._paths)
            self._parsed = parsed(contents, self._settings, self._folders, self._beside)
            if _digests(contents) == self._read_from:  # otherwise, a file has been saved in the meantime
                self._cache.store({part: getattr(self._parsed, part) for part in self._parsed.__slots__})
        return self._parsed


def _digests(contents: FileContents) -> FileContents:
    """Short digests of the contents."""
    return tuple(
        (name, blake2b(content, digest_size=16).digest() if isinstance(content, bytes) else content)
        for name, content in contents
    )
