"""The command line."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sphinx_vitae.version import __version__

__all__ = ["main"]


def _check(parser: argparse.ArgumentParser) -> None:
    from .check import declare

    declare(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    from .export import declare

    declare(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    from .imports import declare

    declare(parser)


def _new(parser: argparse.ArgumentParser) -> None:
    from .new import declare

    declare(parser)


def _upgrade(parser: argparse.ArgumentParser) -> None:
    from .new import declare_upgrade

    declare_upgrade(parser)


#: Command → its line in the help, and what declares its arguments. Only the module of the command that runs is
#: imported, so that ``--help`` does not wait for the others.
_COMMANDS: Final[Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]] = {
    "check": ("print all problems in bibliographies", _check),
    "export": ("export entries to other programs' formats", _export),
    "import": ("add works from services and files", _import),
    "new": ("create a starter site", _new),
    "upgrade": ("show what this version would write differently", _upgrade),
}


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
    arguments = sys.argv[1:] if arguments is None else arguments
    named = next((word for word in arguments if not word.startswith("-")), "")
    for name, (explanation, declare) in _COMMANDS.items():
        command = commands.add_parser(name, help=explanation)
        if name == named:
            declare(command)
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
