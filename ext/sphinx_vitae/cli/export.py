"""``sphinx-vitae export``: exports entries to other programs' formats."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sphinx_vitae.catalogue import Catalogue, build_day, candidates, catalogue_of, selected
from sphinx_vitae.export import EXPORTS, Context
from sphinx_vitae.model import Problem, Profile, Record, Settings, printable
from sphinx_vitae.options import SELECTING, Choices, query_of, read_options
from sphinx_vitae.select import Arrangement, Sorting, arrange, items

__all__ = ["declare"]


def declare(export: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``sphinx-vitae export``."""
    export.description = (
        "Export entries to another program's format. Private fields, and fields that only matter to the site, "
        "are omitted."
    )
    formats = "; ".join(f"{name}: {each.explanation}" for name, each in EXPORTS.items())
    export.add_argument("format", choices=tuple(EXPORTS), metavar="FORMAT", help=formats)
    export.add_argument("files", nargs="+", type=Path, metavar="FILE.bib")
    export.add_argument(
        "--kind",
        metavar="KINDS",
        help="publication, talk, award, or the names of activities, separated by commas; by default, the kinds for which the format is intended",
    )
    export.add_argument(
        "--owner", action="append", default=[], metavar="NAME", help="the owner of the bibliography"
    )
    export.add_argument(
        "--base-url", default="", metavar="URL", help="the address of the page that lists the entries"
    )
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="the output file; by default, standard output"
    )
    selection = export.add_argument_group(
        "selection and order", "The same options, with the same input, as in lists."
    )
    for option in SELECTING:
        said = option.explanation.replace("``", "").replace("%", "%%")
        if option.values == "flag":
            selection.add_argument(f"--{option.name}", action="store_const", const="true", help=said)
        else:
            selection.add_argument(
                f"--{option.name}", metavar=option.values.upper().replace(" ", "-"), help=said
            )
    export.set_defaults(run=run_export)


def run_export(options: argparse.Namespace) -> int:
    """Write the entries.

    :returns: 1 if a bibliography has errors, or the output cannot be written; 2 if an option is wrong.
    """
    base = options.base_url
    export = EXPORTS[options.format]
    if base and not base.startswith(("https://", "http://")):
        return _wrong(f"--base-url is {base!r}; it must begin with https:// or http://")
    if export.needs_address and not base:
        return _wrong(f"{options.format} needs --base-url, the address of the page that lists the entries")
    settings = Settings(owners=tuple(Profile(name=name) for name in options.owner), today=build_day())
    catalogue, problems = catalogue_of({str(path): path for path in options.files}, settings)
    kinds = tuple(options.kind.replace(",", " ").split()) if options.kind else export.kinds
    if unknown := _unknown_kind(kinds, catalogue):
        return _wrong(unknown)
    given = {option.name: getattr(options, option.name.replace("-", "_")) for option in SELECTING}
    records, wrong = _chosen(
        catalogue, kinds, {name: text for name, text in given.items() if text is not None}
    )
    if wrong:
        return _wrong(wrong)
    written, left_out = export.write(records, Context(catalogue, base))
    failed = _report(problems, len(records), left_out, options.format)
    return _write(written, options.output) or failed


def _wrong(message: str) -> int:
    print(f"sphinx-vitae export: {printable(message)}", file=sys.stderr)
    return 2


def _unknown_kind(kinds: Sequence[str], catalogue: Catalogue) -> str:
    """An error message if a kind is unknown. A kind without entries is valid if a format is intended for it."""
    known = {record.kind for record in catalogue.records.values()}
    known.update(*(export.kinds for export in EXPORTS.values()))
    wrong = [kind for kind in kinds if kind not in known]
    return f"--kind: {wrong[0]!r} is not one of: {', '.join(sorted(known))}" if wrong else ""


def _chosen(
    catalogue: Catalogue, kinds: tuple[str, ...], given: Mapping[str, str]
) -> tuple[list[Record], str]:
    """The entries that the options select, in order, and an error message if an option is invalid."""
    files = tuple(dict.fromkeys(record.source.file for record in catalogue.records.values()))
    values, unknown, wrong = read_options(given, Choices(catalogue, kinds, (), files), SELECTING)
    if unknown or wrong:
        return [], "; ".join((*unknown, *wrong))
    missing = [key for key in values.get("exclude", ()) if not catalogue.find(key)]
    if missing:
        return [], f"option 'exclude': no entry has the key {missing[0]!r}{_question(catalogue, missing[0])}"
    if "role" in values and not values.get("author") and not catalogue.settings.owners:
        return [], "option 'role': neither an author nor an owner is set; add --author or --owner"
    found = [catalogue.find(key) for key in values.get("exclude", ())]
    query = query_of(values, kinds, exclude=[record.key for record in found if record])
    arrangement = Arrangement(
        sort=values.get("sort", (Sorting("date", descending=True),)), limit=values.get("limit", 0)
    )
    records = selected(catalogue, query, candidates(catalogue, query))
    return [item.record for item in items(arrange(records, arrangement))], ""


def _question(catalogue: Catalogue, key: str) -> str:
    near = catalogue.nearest(key)
    return f"; {near}" if near else ""


def _report(problems: Sequence[Problem], count: int, left_out: Sequence[Record], name: str) -> int:
    """Print the errors in the bibliography, and the entries that were omitted; return 1 if there are errors."""
    errors = [problem for problem in problems if problem.kind.severity == "error"]
    warnings = sum(problem.kind.severity == "warning" for problem in problems)
    said = [f"{p.file}:{p.line or 1}: {p.kind.severity}: {p} [{p.kind.code}]" for p in errors]
    if warnings:
        said.append(f"sphinx-vitae export: {warnings} warnings; to print them, run `sphinx-vitae check`")
    if not count:
        said.append("sphinx-vitae export: no entry matches; the output is empty")
    if left_out:
        keys = ", ".join(record.key for record in left_out)
        said.append(f"sphinx-vitae export: omitted from {name}, because their dates are unknown: {keys}")
    for line in said:
        print(printable(line), file=sys.stderr)
    return int(bool(errors))


def _write(written: str, output: Path | None) -> int:
    """Write the output in UTF-8, with the line endings of its format; return 1 if the file cannot be written."""
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        sys.stdout.write(written)
        return 0
    try:
        output.write_text(written, encoding="utf-8", newline="")
    except OSError as error:
        print(f"sphinx-vitae export: {output}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return 0
