"""Files of one's own that entries offer: by name in a link field, or found by key in a folder.

What a file is called in an entry is untrusted: a name that leaves its folder is refused, and `served` says which
files a site may publish at all. A picture is a file of one's own too: one that lies on another server is not shown, since every reader's browser would have to ask
that server for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sphinx_vitae.bib.fields.links import link_kinds
from sphinx_vitae.bib.urls import is_address, plain_url
from sphinx_vitae.bib.vocabulary import LinkKind
from sphinx_vitae.model import Problem, ProblemKind, Record, Settings, slug

from .served import Served, is_file

__all__ = ["PREVIEW", "Files", "LocalFile", "Wanted", "wanted_files"]

#: What looks like the name of a file; a leading slash or drive is one too, to be refused.
#: Endings of pages are left out: a file must never take the place of one.
_NAME: Final = re.compile(
    r"(?:[A-Za-z]:)?[\w ./\\()+,~-]+\.(?!x?html?$|js$|css$)[A-Za-z][A-Za-z0-9]{1,4}", re.I
)
#: The field that names a picture, and the kind of such a file; it is no link.
PREVIEW: Final = "preview"
#: What browsers show.
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
#: Ends of names of files that are found by key → the kind of link.
_SUFFIXES: Final = {
    ".slides.pdf": "slides",
    ".poster.pdf": "poster",
    ".pdf": "pdf",
    **dict.fromkeys(_PICTURES, PREVIEW),
}
#: So much of a name is shown.
_SHOWN: Final = 60
#: Values of ``preview`` that name nothing.
_NO_NAME: Final = frozenset(("", "true", "false", "yes", "no"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that an entry names: where it may lie, and what is wrong if it lies nowhere.

    :param beside: the folder of the bibliography, where the name is that of a file there and of no folder.
    """

    key: str
    kind: str
    label: str
    places: tuple[str, ...]
    beside: str
    problem: Problem

    def find(self, served: Served) -> tuple[str, Problem | None]:
        """The first place where it lies, and what is wrong: it lies nowhere, or may not be published."""
        place = next((place for place in self.places if is_file(place)), "")
        if not place:
            return "", self.problem
        objection = served.objection(place, self.beside)
        if not objection:
            return place, None
        message = f"{self.kind} names a file that is not published: {objection}"
        return "", replace(self.problem, kind=ProblemKind.LINK_REFUSED, message=message)


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file that an entry offers; ``name`` is what it is called beside the page.

    :param size: of a picture, in pixels; 0 where it is not known.
    """

    kind: str
    label: str
    path: Path
    name: str
    size: tuple[int, int] = (0, 0)


def wanted_files(
    records: Iterable[Record], settings: Settings, folders: Sequence[Path], beside: Mapping[str, Path]
) -> tuple[tuple[Wanted, ...], tuple[Problem, ...]]:
    """The files that entries name, and the names that are refused.

    :param folders: ``vitae_files``, where files are looked for first.
    :param beside: the name of a bibliography → its folder, where they are looked for then.
    """
    kinds = link_kinds(settings.links)
    wanted, refused = [], []
    for record in records:
        linked = {link.kind for link in record.links}
        for field, name in record.fields.items():
            if field == PREVIEW and name.lower() not in _NO_NAME and (problem := _no_picture(record, name)):
                refused.append(problem)
                continue
            if field == PREVIEW:
                if name.lower() in _NO_NAME:
                    continue
            elif field not in kinds or field in linked:
                continue
            elif not _NAME.fullmatch(name):
                if not kinds[field].url and field not in _OF_OTHERS and _leads_nowhere(name):
                    refused.append(_nowhere(record, field, name))
                continue
            if _leaves(name):
                refused.append(
                    _problem(record, f"{field} names {name!r}, which is not below its folder", _REFUSED)
                )
                continue
            wanted.append(_wanted(record, field, name, kinds, folders, beside.get(record.source.file)))
    return tuple(wanted), tuple(refused)


def _wanted(
    record: Record,
    field: str,
    name: str,
    kinds: Mapping[str, LinkKind],
    folders: Sequence[Path],
    beside: Path | None,
) -> Wanted:
    missing = _problem(
        record, f"{field} names the file {name[:_SHOWN]!r}, which does not exist", ProblemKind.FILE_ABSENT
    )
    places = [*folders, *([beside] if beside else [])]
    plain = "/" not in name and "\\" not in name
    label = kinds[field].label if field in kinds else ""
    paths = tuple(str(folder / name) for folder in places)
    return Wanted(record.key, field, label, paths, str(beside) if beside and plain else "", missing)


_REFUSED: Final = ProblemKind.LINK_REFUSED
#: Kinds of links whose fields may hold what is no address and no file: identifiers, read elsewhere.
_OF_OTHERS: Final = frozenset(("doi", "eprint", "google_scholar_id"))


def _leads_nowhere(value: str) -> bool:
    """Whether this is neither an address nor a word for there being something or nothing."""
    return bool(value.strip()) and value.strip().lower() not in _NO_NAME and not is_address(plain_url(value))


def _nowhere(record: Record, field: str, value: str) -> Problem:
    message = f"{field} is {value[:_SHOWN]!r}, which is neither an address nor the name of a file"
    return _problem(record, message, ProblemKind.VALUE_UNKNOWN, "write a URL that begins with https://")


def _leaves(name: str) -> bool:
    """Whether a name is absolute, or leads up; on any system."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] in {"", "~"} or ":" in parts[0]


def _no_picture(record: Record, name: str) -> Problem | None:
    """What is wrong with what ``preview`` names, if it can be no picture of one's own."""
    if name.lower().endswith(_PICTURES) and "://" not in name and not name.startswith("//"):
        return None
    if "//" in name:
        message = f"preview is an address, {name!r}; pictures of other servers are not shown"
        return _problem(record, message, ProblemKind.FILE_ABSENT, "save it in a folder of vitae_files")
    message = f"preview names {name!r}, which is no picture"
    return _problem(record, message, ProblemKind.VALUE_UNKNOWN, f"a picture ends in {', '.join(_PICTURES)}")


def _problem(record: Record, message: str, kind: ProblemKind, fix: str = "") -> Problem:
    key = record.written_key if record.written_type else record.key  # as the file has it
    return Problem(kind, message, record.source.file, record.source.line, key, fix)


class Files:
    """What entries offer, as it lies on the disk now.

    :param wanted: what entries name.
    :param folders: ``vitae_files``, in which files are also found by key.
    :param served: which files may be published.
    """

    def __init__(self, wanted: Sequence[Wanted], folders: Sequence[Path], served: Served) -> None:
        looked = [(each, *each.find(served)) for each in wanted]
        self._found = [(each, place) for each, place, _ in looked]
        self.problems = [problem for _, _, problem in looked if problem]
        self._by_key: dict[str, list[tuple[str, Path]]] = {}
        for folder in folders:
            for path in self._listed(folder):
                self._add(path, served)

    def _listed(self, folder: Path) -> list[Path]:
        try:
            return sorted(folder.iterdir())
        except OSError as error:
            message = f"vitae_files names {folder.name[:_SHOWN]!r}: {error.strerror or error}"
            self.problems.append(Problem(ProblemKind.CONFIG, message, fix="its files are not offered"))
            return []

    def _add(self, path: Path, served: Served) -> None:
        """Offer a file to the entry whose key it bears."""
        suffix = next((suffix for suffix in _SUFFIXES if path.name.lower().endswith(suffix)), "")
        if not suffix:
            return
        objection = (
            served.objection(path) if is_file(path) else "it is a folder, a device, or a link to nothing"
        )
        if objection:
            message = f"is not offered to the entry of this key: {objection}"
            self.problems.append(Problem(ProblemKind.LINK_REFUSED, message, str(path)))
        else:
            self._by_key.setdefault(path.name[: -len(suffix)], []).append((_SUFFIXES[suffix], path))

    def __bool__(self) -> bool:
        return bool(self._by_key) or any(place for _, place in self._found)

    @property
    def state(self) -> object:
        """Equal as long as the same files are there, and the same pictures."""
        pictures = [
            path for _, paths in sorted(self._by_key.items()) for kind, path in paths if kind == PREVIEW
        ]
        pictures += [Path(place) for each, place in self._found if place and each.kind == PREVIEW]
        return (
            [place for _, place in self._found],
            sorted((key, str(paths)) for key, paths in self._by_key.items()),
            [_stamp(path) for path in pictures],
        )

    def offered(self, settings: Settings) -> dict[str, tuple[LocalFile, ...]]:
        """By key, what each entry offers: of each kind one, that which the entry names."""
        kinds = link_kinds(settings.links)
        labels = {kind: each.label for kind, each in kinds.items()} | {PREVIEW: ""}
        offered: dict[str, dict[str, LocalFile]] = {}
        for key, paths in self._by_key.items():
            for kind, path in paths:
                offered.setdefault(key, {}).setdefault(kind, _local(key, kind, labels[kind], path))
        for each, place in self._found:
            if place:
                offered.setdefault(each.key, {})[each.kind] = _local(
                    each.key, each.kind, each.label, Path(place)
                )
        order = {kind: n for n, kind in enumerate(labels)}
        return {key: tuple(sorted(of.values(), key=lambda f: order[f.kind])) for key, of in offered.items()}


def _stamp(path: Path) -> tuple[int, int]:
    """Changes with a file; it may be gone since it was found."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_size, status.st_mtime_ns)


def _local(key: str, kind: str, label: str, path: Path) -> LocalFile:
    middle = "" if kind == "pdf" else f".{kind}"
    size = _size(path) if kind == PREVIEW else (0, 0)
    return LocalFile(kind, label, path, f"{slug(key)}{middle}{path.suffix.lower()}", size)


def _size(path: Path) -> tuple[int, int]:
    """Width and height of a picture, from its header; unknown where there is no imagesize, as without Sphinx."""
    try:
        import imagesize

        width, height = imagesize.get(path)
    except Exception:  # a file with this ending can hold anything
        return (0, 0)
    return (round(width), round(height)) if width > 0 and height > 0 else (0, 0)
