"""The command line."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sphinx_vitae.version import __version__

from .check import FORMATS, run_check
from .export import add_export
from .imports import add_import
from .new import add_new, add_upgrade

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``sphinx-vitae``.

    :param arguments: by default, those of the current process.
    :returns: the exit status: 0 if all is well, 1 if there are errors, 2 if the command is wrong.
    """
    _tolerate_other_encodings()
    parser = argparse.ArgumentParser(
        prog="sphinx-vitae", description="Tools for academic sites and their bibliographies."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print all problems in bibliographies")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE.bib")
    check.add_argument("--strict", action="store_true", help="exit with status 1 on warnings too")
    check.add_argument(
        "--owner", action="append", default=[], metavar="NAME", help="the owner of the bibliography"
    )
    check.add_argument("--format", choices=tuple(FORMATS), default="text")
    check.add_argument(
        "--verbose", action="store_true", help="print every problem, even if there are many of the same kind"
    )
    check.add_argument(
        "--fix", action="store_true", help="correct everything that is unambiguous, and show the changes"
    )
    check.set_defaults(run=run_check)
    add_export(commands)
    add_import(commands)
    add_new(commands)
    add_upgrade(commands)
    options = parser.parse_args(arguments, argparse.Namespace(version=__version__))
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    """Run a command.

    If its output cannot be written, because the reader has gone or the disk is full, it ends without a
    traceback.
    """
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except OSError as error:  # the commands handle errors with files; this one is about the output
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # Python flushes it again when it exits
        if not isinstance(error, BrokenPipeError):
            print(f"sphinx-vitae: the output cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return code


def _tolerate_other_encodings() -> None:
    """Print escape sequences for characters that the terminal's encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
