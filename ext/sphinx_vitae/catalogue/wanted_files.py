"""The files that entries refer to in link fields, whether or not they exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from sphinx_vitae.bib import link_kinds
from sphinx_vitae.model import Problem, ProblemKind, Record, Settings, quoted

from .entry_problems import entry_problem
from .file_names import file_name
from .files import Wanted
from .pictures import PREVIEW

__all__ = ["wanted_files"]

#: Fields that contain a URL, rather than a file.
_ADDRESSES: Final = frozenset(("url", "html", "website", "eventurl", "blog"))
#: Values that are not file names.
_NO_NAME: Final = frozenset(("", "true", "false", "yes", "no"))


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
            name, problem = file_name(record, field, value, kinds)
            if problem:
                refused.append(problem)
            elif name:
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
    message = f"{field} refers to the file {quoted(name)}, which is not in {looked}"
    fix = "copy it next to the bibliography, or add its folder to vitae_files"
    if field in _ADDRESSES and "/" in name:
        message = f"{field} is {quoted(name)}, which is neither a whole URL nor a file in {looked}"
        fix = f"write the whole URL, which begins with https://, or {fix}"
    missing = entry_problem(ProblemKind.FILE_ABSENT, record, message, fix, field)
    paths = tuple(str(folder / name) for folder in (*folders, *([beside] if beside else [])))
    own = str(beside) if beside and "/" not in name and "\\" not in name else ""
    return Wanted(record.key, field, label, paths, own, looked, missing)
