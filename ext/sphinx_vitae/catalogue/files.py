"""The files that belong to entries: specified in a link field, or found in a folder by key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sphinx_vitae import bib
from sphinx_vitae.model import Problem, ProblemKind, Settings, quoted, slug

from .pictures import PICTURES, PREVIEW, is_shown, picture_size, size_problems
from .served import Served, is_file

__all__ = ["Files", "LocalFile", "Wanted"]

#: Suffix of a file that is found by key → kind of link.
_SUFFIXES: Final = {
    ".slides.pdf": "slides",
    ".poster.pdf": "poster",
    ".pdf": "pdf",
    **dict.fromkeys(PICTURES, PREVIEW),
}
#: If no file is found, and entries refer to at least this many files, a single problem reports this, with the
#: first names.
_MANY: Final = 4
_FIRST: Final = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that an entry refers to: where it can be, and the problem to report if it does not exist."""

    key: str
    kind: str
    label: str
    name: str
    places: tuple[str, ...]
    beside: str
    looked: str
    problem: Problem

    def find(self, served: Served) -> tuple[str, Problem | None]:
        """The first path where the file exists; empty if there is none."""
        place = next((place for place in self.places if is_file(place)), "")
        if not place:
            return "", self.problem
        objection = served.objection(place, self.beside)
        if not objection:
            return place, None
        message = f"{self.kind} refers to a file that is not published: {objection}"
        fix = self.problem.fix if served.is_outside(objection) else "write the name of another file, or a URL"
        return "", replace(self.problem, kind=ProblemKind.LINK_REFUSED, message=message, fix=fix)


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file that an entry provides. ``name`` is its file name in the folder of the page.

    :param size: the size of a picture in pixels; 0 if unknown.
    """

    kind: str
    label: str
    path: Path
    name: str
    size: tuple[int, int] = (0, 0)


def _summed_up(looked: Sequence[tuple[Wanted, str, Problem | None]]) -> Iterator[Problem]:
    """The problems with files. If a bibliography refers to many files and none of them is found, they are
    probably in an unknown folder, and a single problem reports this.
    """
    absent: dict[str, list[Wanted]] = defaultdict(list)
    others: set[str] = set()
    for each, _, problem in looked:
        if problem is each.problem:
            absent[problem.file].append(each)
        else:
            others.add(each.problem.file)
    for each, _, problem in looked:
        group = absent.get(each.problem.file, [])
        if problem and (len(group) < _MANY or problem.file in others):
            yield problem
        elif problem and each is group[0]:
            message = f"none of the {len(group)} files that entries refer to is in {each.looked}: {_first_names(group)}"
            fix = "add their folder to vitae_files, or copy them next to the bibliography"
            if any("/" in wanted.name for wanted in group):
                fix = "copy them next to the bibliography, in these folders, or add the folder that contains these folders to vitae_files"
            yield replace(problem, message=message, key="", fix=fix)


def _first_names(wanted: Sequence[Wanted]) -> str:
    names = dict.fromkeys(each.name for each in wanted)
    return ", ".join([*map(quoted, list(names)[:_FIRST]), *(["…"] if len(names) > _FIRST else [])])


class Files:
    """The files that entries provide, in their current state on disk.

    :param wanted: the files that entries refer to.
    :param folders: ``vitae_files``, where files are also found by key.
    """

    def __init__(self, wanted: Sequence[Wanted], folders: Sequence[Path], served: Served) -> None:
        looked = [(each, *each.find(served)) for each in wanted]
        self._found = [(each, place) for each, place, _ in looked]
        self.problems = list(_summed_up(looked))
        self._by_key: dict[str, list[tuple[str, Path]]] = {}
        for folder in folders:
            for path in self._listed(folder):
                self._add(path, served)
        self._sizes = {path: picture_size(path) for path in self._pictures}
        named = [(each.problem, Path(place)) for each, place in self._found if place and each.kind == PREVIEW]
        self.problems.extend(size_problems(named, self._sizes))

    def _listed(self, folder: Path) -> list[Path]:
        try:
            return sorted(folder.iterdir())
        except OSError as error:
            message = f"vitae_files contains {quoted(folder.name)}: {error.strerror or error}"
            self.problems.append(Problem(ProblemKind.CONFIG, message, fix="its files are not linked"))
            return []

    def _add(self, path: Path, served: Served) -> None:
        """Assign a file to the entry whose key is in its name."""
        suffix = next((suffix for suffix in _SUFFIXES if path.name.lower().endswith(suffix)), "")
        if not suffix:
            return
        objection = (
            served.objection(path) if is_file(path) else "it is a folder, a device, or a dangling link"
        )
        if objection:
            message = f"is not linked from the entry with this key: {objection}"
            self.problems.append(Problem(ProblemKind.LINK_REFUSED, message, str(path)))
        else:
            self._by_key.setdefault(path.name[: -len(suffix)], []).append((_SUFFIXES[suffix], path))

    @property
    def _pictures(self) -> list[Path]:
        """The previews, those that are found by key first."""
        by_key = [
            path for _, paths in sorted(self._by_key.items()) for kind, path in paths if kind == PREVIEW
        ]
        return by_key + [Path(place) for each, place in self._found if place and each.kind == PREVIEW]

    def __bool__(self) -> bool:
        return bool(self._by_key) or any(place for _, place in self._found)

    @property
    def state(self) -> object:
        """A value that stays equal as long as the same files exist and the pictures are unchanged."""
        return (
            [place for _, place in self._found],
            sorted((key, str(paths)) for key, paths in self._by_key.items()),
            [_stamp(path) for path in self._pictures],
        )

    def offered(self, settings: Settings) -> dict[str, tuple[LocalFile, ...]]:
        """Key → the entry's files, one of each kind. A file that the entry specifies takes precedence."""
        kinds = bib.link_kinds(settings.links)
        labels = {kind: each.label for kind, each in kinds.items()} | {PREVIEW: ""}
        offered: dict[str, dict[str, LocalFile]] = {}
        for key, paths in self._by_key.items():
            for kind, path in paths:
                if self._is_shown(path):
                    offered.setdefault(key, {}).setdefault(kind, self._local(key, kind, labels[kind], path))
        for each, place in self._found:
            if place and self._is_shown(Path(place)):
                local = self._local(each.key, each.kind, each.label, Path(place))
                offered.setdefault(each.key, {})[each.kind] = local
        order = {kind: n for n, kind in enumerate(labels)}
        return {key: tuple(sorted(of.values(), key=lambda f: order[f.kind])) for key, of in offered.items()}

    def _is_shown(self, path: Path) -> bool:
        """Whether a file is not a picture, or has enough pixels."""
        return path not in self._sizes or is_shown(path, self._sizes[path])

    def _local(self, key: str, kind: str, label: str, path: Path) -> LocalFile:
        middle = "" if kind == "pdf" else f".{kind}"
        size = self._sizes.get(path, (0, 0))
        return LocalFile(kind, label, path, f"{slug(key)}{middle}{path.suffix.lower()}", size)


def _stamp(path: Path) -> tuple[int, int]:
    """A value that changes when the file does. The file may have been deleted since it was found."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_size, status.st_mtime_ns)
