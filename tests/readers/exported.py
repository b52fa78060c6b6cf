"""The files that ``sphinx-vitae export`` writes, and the downloads of the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import rispy
from jsonschema import Draft7Validator
from pybtex.database import parse_string

from sphinx_vitae.bib import read
from sphinx_vitae.catalogue import catalogue_of
from sphinx_vitae.export import EXPORTS, Context
from sphinx_vitae.model import Record, Settings
from sphinx_vitae.select import Arrangement, arrange, items
from unit.export.readers import read_atom, read_ics, read_json_feed

from .programs import NodePackages, Reading, need, run

__all__ = ["FILE_CHECKS", "json_documents"]

_ROOT: Final = Path(__file__).parents[2]
#: The sample, the gallery, the examples of the reference, and a work of each type.
_BIBLIOGRAPHIES: Final = (
    _ROOT / "references.bib",
    *sorted((_ROOT / "docs" / "gallery").glob("*.bib")),
    *sorted((_ROOT / "docs" / "reference").glob("*.bib")),
    _ROOT / "tests" / "unit" / "export" / "works.bib",
)
_STYLES: Final = ("plain", "alpha", "unsrt", "abbrv")
#: biber's data model has few fields for software; styles print it as @misc.
_FEW_FIELDS: Final = "for entrytype 'software'"


@lru_cache
def _records(path: Path) -> tuple[Context, tuple[Record, ...]]:
    """Everything in a bibliography, of whatever kind."""
    catalogue, _ = catalogue_of({path.name: path}, Settings())
    records = arrange([record for record in catalogue.works if record.written], Arrangement())
    return Context(catalogue, "https://example.org/"), tuple(item.record for item in items(records))


def _exports(name: str, work: Path, *, kinds: tuple[str, ...] = ()) -> Iterator[tuple[Path, list[Record]]]:
    """Each bibliography in a format: the file, and its records. Without kinds, those that the format is for."""
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    for path in _BIBLIOGRAPHIES:
        context, records = _records(path)
        chosen = [record for record in records if record.kind in (kinds or EXPORTS[name].kinds)]
        if chosen:
            written, _ = EXPORTS[name].write(chosen, context)
            file = folder / f"{path.stem}.{'bib' if 'bib' in name else name}"
            file.write_text(written, encoding="utf-8", newline="")
            yield file, chosen


def _downloads(site: Path, pattern: str) -> list[Path]:
    return [path for path in sorted(site.rglob(pattern)) if "_static" not in path.parts]


def _failing(path: Path, check: Callable[[str], object]) -> list[str]:
    """Why a file is rejected, if it is."""
    try:
        check(path.read_bytes().decode())  # with its line ends
    except Exception as error:
        return [f"{path.name}: {type(error).__name__}: {str(error)[:300]}"]
    return []


def bibtex(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """BibTeX 0.99 makes an item of every entry, in each of its standard styles; pybtex finds as many entries."""
    need("bibtex")
    folder = work / "bibtex-runs"
    folder.mkdir(exist_ok=True)
    for file, records in _exports("bibtex", work, kinds=_all_kinds()):
        rejected = [line for style in _STYLES for line in _run_bibtex(folder, file, style, len(records))]
        yield Reading("entries in 4 styles", len(records), rejected)
    for path in _downloads(site, "*.bib"):
        count = len(read([(path.name, path.read_bytes())])[0])
        yield Reading("entries of downloads", count, list(_run_bibtex(folder, path, _STYLES[0], count)))


def _run_bibtex(folder: Path, file: Path, style: str, count: int) -> Iterator[str]:
    """Why BibTeX or pybtex rejects a file, if they do.

    :param count: the number of entries that they must find.
    """
    yield from _failing(file, lambda text: parse_string(text, "bibtex"))
    (folder / "run.bib").write_bytes(file.read_bytes())
    (folder / "run.aux").write_text(f"\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{run}}\n")
    done = run("bibtex", "run", cwd=folder)
    made = (folder / "run.bbl").read_text("utf-8", "replace").count("\\bibitem")
    if made != count or done.returncode:
        yield f"{file.name}, {style}: {made} of {count} items: {done.stdout[-300:]}"


def _all_kinds() -> tuple[str, ...]:
    return tuple({record.kind for path in _BIBLIOGRAPHIES for record in _records(path)[1]})


def biber(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """biber reads every file, and its data model has every field; mandatory fields may be missing, as in the source."""
    need("biber")
    for file, records in _exports("biblatex", work, kinds=_all_kinds()):
        command = (
            "biber",
            "--tool",
            "--validate-datamodel",
            "--nolog",
            f"--output-file={file.stem}.out",
            file.name,
        )
        done = run(*command, cwd=file.parent)
        said = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
        rejected = [line for line in said if not _is_expected(line)]
        yield Reading("entries", len(records), rejected + ([done.stdout[-300:]] if done.returncode else []))


def _is_expected(line: str) -> bool:
    return "Missing mandatory field" in line or _FEW_FIELDS in line


def csl(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """CSL's own schema accepts every item."""
    schema = json.loads(Path(__file__).with_name("csl-data.json").read_text("utf-8"))
    validator = Draft7Validator(schema)
    for file, records in _exports("csl-json", work, kinds=_all_kinds()):
        yield Reading("items", len(records), _errors(validator, file))
    downloads = [path for path in _downloads(site, "*.json") if _is_csl(path)]
    for path in downloads:
        yield Reading("items of downloads", 1, _errors(validator, path))


def _is_csl(path: Path) -> bool:
    value = json.loads(path.read_text("utf-8"))
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict) and "id" in value[0]


def _errors(validator: Draft7Validator, path: Path) -> list[str]:
    errors = validator.iter_errors(json.loads(path.read_text("utf-8")))
    return [f"{path.name}: {error.json_path}: {error.message[:200]}" for error in errors]


def ris(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """rispy reads every reference, and knows every tag."""

    def check(text: str) -> None:
        references = rispy.loads(text.replace("\r\n", "\n"))
        assert references
        for reference in references:
            assert "unknown_tag" not in reference, reference["unknown_tag"]
            assert reference["type_of_reference"]
            assert reference["id"]

    for file, records in _exports("ris", work, kinds=_all_kinds()):
        yield Reading("references", len(records), _failing(file, check))
    for path in _downloads(site, "*.ris"):
        yield Reading("downloads", 1, _failing(path, check))


def atom(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """feedparser reads every feed, which conforms to RFC 4287."""
    for file, records in _exports("atom", work, kinds=_all_kinds()):
        yield Reading(
            "entries", sum(record.date is not None for record in records), _failing(file, read_atom)
        )
    for path in _downloads(site, "*.atom"):
        yield Reading("feeds of the site", 1, _failing(path, read_atom))
    for path in (site / "feeds").glob("*.json"):
        yield Reading("JSON feeds of the site", 1, _failing(path, read_json_feed))


def calendar(site: Path, work: Path, packages: NodePackages) -> Iterator[Reading]:
    """icalendar reads every talk that has a day."""
    for file, _ in _exports("ics", work):
        yield Reading("talks", file.read_text("utf-8").count("BEGIN:VEVENT"), _failing(file, read_ics))
    for path in _downloads(site, "*.ics"):
        yield Reading("calendars of the site", 1, _failing(path, read_ics))


def json_documents(work: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The JSON-LD of every entry in the bibliographies, with the name of its file."""
    for file, _ in _exports("jsonld", work):
        for node in json.loads(file.read_text("utf-8"))["@graph"]:
            yield file.stem, node


FILE_CHECKS: Final = {
    "BibTeX 0.99": bibtex,
    "biber --tool": biber,
    "CSL schema": csl,
    "rispy": ris,
    "feedparser, RFC 4287": atom,
    "icalendar": calendar,
}
