"""``sphinx-vitae check``: all problems in bibliographies, as text, JSON or GitHub annotations."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from sphinx_vitae.catalogue import problems_of
from sphinx_vitae.model import (
    Problem,
    ProblemKind,
    Profile,
    Settings,
    Severity,
    did_you_mean,
    printable,
    summed_up,
)

from .fix import fix_files
from .site_folders import folders_of_site

__all__ = ["FORMATS", "declare"]

#: The maximum number of bibliographies in a folder that a message lists.
_NEIGHBOURS: Final = 5


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``sphinx-vitae check``."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.bib")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 on warnings too")
    parser.add_argument(
        "--owner", action="append", default=[], metavar="NAME", help="the owner of the bibliography"
    )
    parser.add_argument(
        "--files",
        action="append",
        default=[],
        type=_folder,
        metavar="FOLDER",
        dest="folders",
        help="a folder with files of entries, in addition to vitae_files of the conf.py of the site",
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument(
        "--verbose", action="store_true", help="print every problem, even if there are many of the same kind"
    )
    parser.add_argument(
        "--fix", action="store_true", help="correct everything that is unambiguous, and show the changes"
    )
    parser.set_defaults(run=_run)


def _folder(name: str) -> Path:
    """:raises argparse.ArgumentTypeError: if there is no such folder."""
    if not Path(name).is_dir():
        raise argparse.ArgumentTypeError(f"{name} is not a folder")
    return Path(name)


def _run(options: argparse.Namespace) -> int:
    """Print the problems in the files.

    With ``fix``, files are corrected first, and the changes are printed to standard error, so that
    standard output stays the same.

    :returns: 1 if there are errors, or warnings with ``strict``; 0 otherwise.
    """
    if options.fix:
        for line in fix_files(options.files):
            print(line, end="", file=sys.stderr)
    folders = {str(folder): folder for folder in options.folders}
    for path in options.files:
        folders |= folders_of_site(path)
    owners = tuple(Profile(name=name) for name in options.owner)
    settings = Settings(owners=owners, files=tuple(folders))
    names = {str(path): path for path in options.files}
    places = {name: number for number, name in enumerate(names)}
    problems = sorted(
        problems_of(names, settings, tuple(folders.values())), key=lambda p: (places.get(p.file, -1), p.line)
    )
    problems = [_with_neighbours(problem) for problem in problems]
    shown = problems
    if options.format == "text" and not options.verbose:
        shown = summed_up(problems, "--verbose lists them")
    print(FORMATS[options.format](shown), end="")
    failing = {"error", "warning"} if options.strict else {"error"}
    return int(any(problem.kind.severity in failing for problem in problems))


def _with_neighbours(problem: Problem) -> Problem:
    """The problem. If its file does not exist, the fix lists the bibliographies in the same folder."""
    path = Path(problem.file)
    if problem.kind is not ProblemKind.FILE_MISSING or path.exists():
        return problem
    try:
        names = sorted(other.name for other in path.parent.glob("*.bib") if other.name != path.name)
    except OSError:
        names = []
    near = did_you_mean(path.name, names)
    if not near and names:
        near = f"its folder contains {', '.join(names[:_NEIGHBOURS])}"
    message = "is a link to a file that does not exist" if path.is_symlink() else "does not exist"
    return replace(problem, message=message, fix=near)


def _text(problems: Sequence[Problem]) -> str:
    """``file:line: severity: key: message [code]``, one per line."""
    lines = (f"{p.file}:{p.line or 1}: {p.kind.severity}: {p} [{p.kind.code}]" for p in problems)
    return "".join(f"{printable(line)}\n" for line in lines)


def _json(problems: Sequence[Problem]) -> str:
    """A list of objects. ``fix`` is what to write instead, if that is unambiguous."""
    values = [
        {
            "file": problem.file,
            "line": problem.line or 1,
            "severity": problem.kind.severity,
            "code": problem.kind.code,
            "key": problem.key,
            "message": problem.message,
            "fix": problem.fix,
        }
        for problem in problems
    ]
    return json.dumps(values, ensure_ascii=True, indent=2) + "\n"


_COMMANDS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "note": "notice"}


def _github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows as annotations on the lines of a change."""
    return "".join(
        f"::{_COMMANDS[p.kind.severity]} file={_property(printable(p.file))},line={p.line or 1},title={p.kind.code}"
        f"::{_data(printable(str(p)))}\n"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Final[Mapping[str, Callable[[Sequence[Problem]], str]]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
