"""The files that entries refer to in link fields, whether or not they exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from sphinx_vitae.bib import link_kinds
from sphinx_vitae.bib.vocabulary import written_name
from sphinx_vitae.model import Problem, ProblemKind, Record, Settings, quoted

from .entry_problems import entry_problem
from .file_names import Refusal, file_name, several_urls
from .files import Wanted
from .pictures import PREVIEW

__all__ = ["wanted_files"]

#: Fields that contain a URL, rather than a file.
_ADDRESSES: Final = frozenset(("url", "html", "website", "eventurl", "blog"))
#: Values that are not file names.
_NO_NAME: Final = frozenset(("", "true", "false", "yes", "no"))
#: If at least this many links in a file have the same fault, a single problem reports it, with the first of them.
_MANY: Final = 4
_FIRST: Final = 3


def wanted_files(
    records: Iterable[Record], settings: Settings, folders: Sequence[Path], beside: Mapping[str, Path]
) -> tuple[tuple[Wanted, ...], tuple[Problem, ...]]:
    """The files that entries refer to, and a problem for each file name that is rejected.

    :param folders: ``vitae_files``, searched first.
    :param beside: name of a bibliography → its folder, searched next.
    """
    kinds = link_kinds(settings.links)
    looked = " or ".join(filter(None, (", ".join(settings.files), "the folder of the bibliography")))
    wanted: list[Wanted] = []
    refused: list[Refusal] = []
    for record in records:
        linked = {link.kind for link in record.links}
        for field, value in record.fields.items():
            if field != PREVIEW and field not in kinds:
                continue
            if field in linked:
                if "://" in value and (several := several_urls(record, field, value)):
                    refused.append(several)
                continue
            if value.strip().lower() in _NO_NAME:
                continue
            name, refusal = file_name(record, field, value, kinds)
            if refusal:
                refused.append(refusal)
            elif name:
                label = kinds[field].label if field in kinds else ""
                own = beside.get(record.source.file)
                wanted.append(_wanted(record, field, label, name, folders, own, looked))
    return tuple(wanted), tuple(_summed_up(refused))


def _summed_up(refused: Sequence[Refusal]) -> Iterator[Problem]:
    """The problems with links. Many links in a file that have the same fault are one problem, at the first of them."""
    groups: dict[tuple[str, str], list[Refusal]] = defaultdict(list)
    for each in refused:
        groups[each.problem.file, each.alike[0]].append(each)
    for each in refused:
        group = groups[each.problem.file, each.alike[0]]
        if not each.alike[0] or len(group) < _MANY:
            yield each.problem
        elif each is group[0]:
            what, fix = each.alike
            links = [f"{one.field} of {quoted(one.problem.key)}" for one in group[:_FIRST]]
            message = f"{len(group)} {what}: {', '.join(links)}, …"
            yield replace(each.problem, message=message, key="", fix=fix)


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
    written = written_name(field, (given.lower() for given, _ in record.written))
    message = f"{written} refers to the file {quoted(name)}, which is not in {looked}"
    fix = "copy it next to the bibliography, or add its folder to vitae_files"
    if inner := name.rpartition("/")[0]:
        fix = (
            f"copy it to the folder {quoted(inner)} next to the bibliography, "
            "or add the folder that contains this folder to vitae_files"
        )
    if field in _ADDRESSES and inner:
        message = f"{written} is {quoted(name)}, which is neither a whole URL nor a file in {looked}"
        fix = f"write the whole URL, which begins with https://, or {fix}"
    missing = entry_problem(ProblemKind.FILE_ABSENT, record, message, fix, field)
    paths = tuple(str(folder / name) for folder in (*folders, *([beside] if beside else [])))
    own = str(beside) if beside and "/" not in name and "\\" not in name else ""
    return Wanted(record.key, field, label, name, paths, own, looked, missing)
