"""``sphinx-vitae import``: works from services and files, merged into a bibliography."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from sphinx_vitae.imports import (
    EMPTY_STATE,
    SERVICES,
    Change,
    Options,
    Plan,
    State,
    StateError,
    Web,
    plan_import,
    read_state,
    state_after,
    state_path,
    text_after,
    written_state,
)
from sphinx_vitae.model import printable

from .import_questions import chosen
from .import_report import diff, summary
from .import_sources import Progress, UsageError, ask, bases_of, named
from .replacement import write_file

__all__ = ["declare"]

_BOM: Final = b"\xef\xbb\xbf"
_INTERRUPTED: Final = 130
_ADDRESS: Final = re.compile(r"[!-'*+\--?A-~]+@[A-Za-z0-9.-]+")
_EPILOG: Final = (
    "A source is a .bib, CSL-JSON, RIS or PubMed file, the address of a page on one of these services, or: "
    + ", ".join(service.example for service in SERVICES.values())
)


class _Bibliography(NamedTuple):
    """The file to change, its content, and the state next to it. Both are empty if they do not exist."""

    path: Path
    content: bytes
    state: State
    state_content: bytes


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``sphinx-vitae import``."""
    parser.description = (
        "Add works from services and files to a bibliography. Shows a diff first, and keeps everything that "
        "you wrote."
    )
    parser.epilog = _EPILOG
    parser.add_argument("sources", nargs="+", metavar="SOURCE")
    parser.add_argument(
        "--into",
        type=Path,
        default=Path("references.bib"),
        metavar="FILE.bib",
        help="default: references.bib",
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="write, without asking, all changes that do not replace anything you wrote",
    )
    parser.add_argument(
        "--mailto",
        default="",
        metavar="ADDRESS",
        help="your e-mail address, which is sent to the services with each request",
    )
    parser.add_argument(
        "--versions",
        choices=("join", "keep"),
        default="join",
        help="whether a preprint and its publication become one entry (join) or two (keep)",
    )
    parser.add_argument(
        "--keys",
        choices=("ours", "source"),
        default="ours",
        help="generate the keys of new entries (ours), or keep those of the source",
    )
    parser.add_argument("--abstracts", action="store_true", help="import abstracts too")
    parser.add_argument(
        "--again", action="store_true", help="offer deleted and refused works and changes again"
    )
    parser.add_argument("--base", action="append", default=[], help=argparse.SUPPRESS)  # NAME=URL, for tests
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    """Import; return 1 if a source failed or a file cannot be written, and 2 if the command is wrong."""
    try:
        return _import(options)
    except UsageError as error:
        print(printable(f"sphinx-vitae import: {error}"), file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print("\nsphinx-vitae import: interrupted; nothing was written", file=sys.stderr)
        return _INTERRUPTED


def _import(options: argparse.Namespace) -> int:
    sources = named(options.sources)
    bibliography = _bibliography(options.into)
    for source in sources:
        if isinstance(source, Path) and options.into.exists() and source.samefile(options.into):
            raise UsageError(f"{source} is the bibliography itself; specify another one with --into")
    progress = Progress()
    with Web(options.version, _contact(options.mailto), bases_of(options.base), progress=progress) as web:
        answers, whole = ask(sources, web, progress)
    if not any(found.offers for _, found in answers):
        print("sphinx-vitae import: no works were found, and nothing was changed", file=sys.stderr)
        return int(not whole)
    chosen_options = Options(options.versions, options.keys, options.abstracts, options.again)
    plan = plan_import(str(options.into), bibliography.content, bibliography.state, answers, chosen_options)
    if plan.file.encoding:
        raise UsageError(
            f"{options.into} is {plan.file.encoding}, not UTF-8; convert it with sphinx-vitae check --fix {options.into}"
        )
    accepted, write = _shown(plan, options)
    return int(not whole) if not write else _written(plan, accepted, bibliography) or int(not whole)


def _contact(address: str) -> str:
    if address and not _ADDRESS.fullmatch(address):
        raise UsageError(f"--mailto {address} is not an e-mail address")
    return address


def _bibliography(path: Path) -> _Bibliography:
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist")
    content = _content(path)
    beside = state_path(path)
    state_content = _content(beside)
    try:
        state = read_state(state_content) if state_content else EMPTY_STATE
    except StateError as error:
        fix = "restore it from version control, or delete it; the next import then works without it"
        raise UsageError(f"{beside}: {error}; {fix}") from None
    return _Bibliography(path, content, state, state_content)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None


def _shown(plan: Plan, options: argparse.Namespace) -> tuple[list[Change], bool]:
    """Show the changes; return the changes to write, and whether to write anything."""
    safe = [change for change in plan.changes if change.safe]
    after, _ = text_after(plan, safe)
    for line in (*diff(str(options.into), plan.file.text, after), *summary(plan)):
        print(line)
    if options.write:
        if len(safe) < len(plan.changes):
            print(
                "Proposed changes were not written. To see them again, run the command in a terminal with --again."
            )
        return safe, True
    if sys.stdin.isatty() and sys.stdout.isatty():
        return chosen(plan.changes)
    if plan.changes:
        print("Nothing was written. To write the changes, add --write.")
    return [], False


def _written(plan: Plan, accepted: Sequence[Change], bibliography: _Bibliography) -> int:
    """Write the file, then the state. The other way round, entries would seem deleted if the file could not
    be written.
    """
    path, before = bibliography.path, bibliography.content
    text, failed = text_after(plan, accepted)
    for key in failed:
        print(
            printable(f"sphinx-vitae import: {key} was not changed, because its syntax is unusual"),
            file=sys.stderr,
        )
    content = _bytes(text, before)
    state = written_state(state_after(plan, accepted))
    beside = state_path(path)
    if _content(path) != before or _content(beside) != bibliography.state_content:
        print(
            f"sphinx-vitae import: {path} has changed in the meantime; nothing was written; run the command again",
            file=sys.stderr,
        )
        return 1
    target = path
    try:
        if content != before:
            write_file(path, content)
        target = beside
        if state != bibliography.state_content:
            write_file(beside, state)
    except OSError as error:
        print(f"sphinx-vitae import: {target} cannot be written: {error.strerror or error}", file=sys.stderr)
        return 1
    return 0


def _bytes(text: str, before: bytes) -> bytes:
    """The text as bytes, with the byte order mark and line endings of the file."""
    if b"\n" not in before and b"\r" in before:
        text = text.replace("\n", "\r")
    return (_BOM if before.startswith(_BOM) else b"") + text.encode()
