"""The files that belong to entries: specified in a link field, or found in a folder by key.

File names in entries are untrusted. A path that leads out of its folder is rejected. A picture on another
server is not shown, because every reader's browser would send a request there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from sphinx_vitae.bib.fields.identifiers import clean_doi
from sphinx_vitae.bib.fields.links import link_kinds
from sphinx_vitae.bib.urls import is_address, plain_url
from sphinx_vitae.bib.vocabulary import LinkKind
from sphinx_vitae.model import Problem, ProblemKind, Record, Settings, slug

from .entry_problems import entry_problem
from .pictures import is_shown, picture_size, size_problems
from .served import Served, is_file

__all__ = ["PREVIEW", "Files", "LocalFile", "Wanted", "wanted_files"]

#: Matches a file name. A leading slash or drive letter is included, so that it can be rejected later.
_NAME: Final = re.compile(r"(?:[A-Za-z]:)?[\w ./\\()+,~'&-]+\.[A-Za-z][A-Za-z0-9]{1,4}")
#: The extensions of pages, which are not published, because a file must never overwrite a page.
_PAGES: Final = re.compile(r".*\.(?:x?html?|js|css)", re.I | re.S)
#: The field that specifies a picture; also the kind of that file, which is not a link.
PREVIEW: Final = "preview"
#: Image formats that browsers can display.
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
#: Suffix of a file that is found by key → kind of link.
_SUFFIXES: Final = {
    ".slides.pdf": "slides",
    ".poster.pdf": "poster",
    ".pdf": "pdf",
    **dict.fromkeys(_PICTURES, PREVIEW),
}
#: Messages truncate longer names to this many characters.
_SHOWN: Final = 60
#: If no file is found, and entries refer to at least this many files, a single problem reports this, with the
#: first names.
_MANY: Final = 4
_FIRST: Final = 3
#: Values that are not file names.
_NO_NAME: Final = frozenset(("", "true", "false", "yes", "no"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that an entry refers to: where it can be, and the problem to report if it does not exist."""

    key: str
    kind: str
    label: str
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
        return "", replace(self.problem, kind=ProblemKind.LINK_REFUSED, message=message)


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


def wanted_files(
    records: Iterable[Record], settings: Settings, folders: Sequence[Path], beside: Mapping[str, Path]
) -> tuple[tuple[Wanted, ...], tuple[Problem, ...]]:
    """The files that entries refer to, and a problem for each file name that is rejected.

    :param folders: ``vitae_files``, searched first.
    :param beside: name of a bibliography → its folder, searched next.
    """
    kinds = link_kinds(settings.links)
    looked = " or ".join(filter(None, (", ".join(settings.files), "the folder of the bibliography")))
    wanted, refused = [], []
    for record in records:
        linked = {link.kind for link in record.links}
        for field, value in record.fields.items():
            if field != PREVIEW and (field not in kinds or field in linked):
                continue
            if value.strip().lower() in _NO_NAME:
                continue
            name = unquote(plain_url(value))
            is_name = field == PREVIEW or _NAME.fullmatch(name)
            if (
                problem := _objection(record, field, name)
                if is_name
                else _nowhere(record, field, value, kinds)
            ):
                refused.append(problem)
            elif is_name:
                label = kinds[field].label if field in kinds else ""
                own = beside.get(record.source.file)
                wanted.append(_wanted(record, field, label, name, folders, own, looked))
    return tuple(wanted), tuple(refused)


def _wanted(
    record: Record,
    field: str,
    label: str,
    name: str,
    folders: Sequence[Path],
    beside: Path | None,
    looked: str,
) -> Wanted:
    """A file that an entry refers to, and the problem to report if it is not in any of the folders."""
    message = f"{field} refers to the file {name[:_SHOWN]!r}, which is not in {looked}"
    fix = "copy it next to the bibliography, or add its folder to vitae_files"
    missing = entry_problem(ProblemKind.FILE_ABSENT, record, message, fix, field)
    paths = tuple(str(folder / name) for folder in (*folders, *([beside] if beside else [])))
    own = str(beside) if beside and "/" not in name and "\\" not in name else ""
    return Wanted(record.key, field, label, paths, own, looked, missing)


def _objection(record: Record, field: str, name: str) -> Problem | None:
    """The problem with the name of a file that cannot be published; ``None`` if it can."""
    if field == PREVIEW and (problem := _no_picture(record, name)):
        return problem
    if _PAGES.fullmatch(name):
        message = f"{field} refers to {name[:_SHOWN]!r}, which is not a type of file that is published"
        fix = "write the URL where readers can find it"
        return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field)
    if _leaves(name):
        message = f"{field} refers to {name!r}, which is outside its folder"
        fix = "write its name in a folder of vitae_files, or its URL"
        return entry_problem(ProblemKind.LINK_REFUSED, record, message, fix, field)
    return None


#: Kinds of links whose fields can contain identifiers, which are parsed elsewhere.
_OF_OTHERS: Final = frozenset(("doi", "eprint", "google_scholar_id"))


def _nowhere(record: Record, field: str, value: str, kinds: Mapping[str, LinkKind]) -> Problem | None:
    """The problem with a value that is neither a URL nor a file name; ``None`` if it can be one."""
    if kinds[field].url or field in _OF_OTHERS or is_address(plain_url(value)):
        return None
    if doi := clean_doi(value):
        fix = "remove it" if clean_doi(record.fields.get("doi", "")) == doi else f"move it: doi = {{{doi}}}"
        message = f"{field} is the DOI {doi[:_SHOWN]!r}, not an address"
        return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field)
    message = f"{field} is {value[:_SHOWN]!r}, which is neither a URL nor a file name"
    fix = "write a URL that begins with https://, or remove the field"
    return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, field)


def _leaves(name: str) -> bool:
    """Whether a path is absolute, or leads out of its folder, on any system."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] in {"", "~"} or ":" in parts[0]


def _no_picture(record: Record, name: str) -> Problem | None:
    """The problem with a ``preview`` that cannot be a picture file; ``None`` if it can."""
    if name.lower().endswith(_PICTURES) and "://" not in name and not name.startswith("//"):
        return None
    if "//" in name:
        message = f"preview is a URL, {name[:_SHOWN]!r}; pictures on other servers are not shown"
        fix = "save the picture in a folder of vitae_files, and write its name"
        return entry_problem(ProblemKind.FILE_ABSENT, record, message, fix, PREVIEW)
    message = f"preview refers to {name[:_SHOWN]!r}, which is not a picture"
    fix = f"a picture ends in {', '.join(_PICTURES)}"
    return entry_problem(ProblemKind.VALUE_UNKNOWN, record, message, fix, PREVIEW)


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
            yield replace(problem, message=message, key="", fix=fix)


def _first_names(wanted: Sequence[Wanted]) -> str:
    names = dict.fromkeys(Path(each.places[0]).name[:_SHOWN] for each in wanted if each.places)
    return ", ".join([*map(repr, list(names)[:_FIRST]), *(["…"] if len(names) > _FIRST else [])])


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
            message = f"vitae_files contains {folder.name[:_SHOWN]!r}: {error.strerror or error}"
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
        kinds = link_kinds(settings.links)
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
