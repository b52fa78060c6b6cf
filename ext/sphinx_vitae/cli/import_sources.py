"""Requests the works from the sources on the command line, with a progress line, and a sentence for each
failure.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sphinx_vitae.imports import (
    BASES,
    SERVICES,
    Found,
    Source,
    SourceError,
    Web,
    combined,
    read_file,
    source_of,
)
from sphinx_vitae.model import did_you_mean, printable

__all__ = ["UsageError", "ask", "bases_of", "named"]

#: Seconds until the progress line appears.
_PATIENCE: Final = 1.0


class UsageError(Exception):
    """A command cannot be run. The message is a sentence without a full stop."""


def bases_of(values: Sequence[str]) -> dict[str, str]:
    """The base addresses of services that ``--base`` gives, for tests.

    :raises UsageError: if a name is not that of a service.
    """
    pairs = dict(value.partition("=")[::2] for value in values)
    if unknown := set(pairs) - set(BASES):
        raise UsageError(f"--base {min(unknown)} is not a service; allowed: {', '.join(BASES)}")
    return {name: url.rstrip("/") for name, url in pairs.items()}


def named(words: Sequence[str]) -> list[Source | Path]:
    """The services and files that the arguments refer to.

    :raises UsageError: if an argument is neither.
    """
    return [_named(word) for word in dict.fromkeys(words)]


def _named(word: str) -> Source | Path:
    path = Path(word)
    try:
        if path.is_file():
            return path
    except (OSError, ValueError):
        pass
    if source := source_of(word):
        return source
    scheme, colon, _ = word.partition(":")
    if colon and "/" not in scheme:
        near = did_you_mean(scheme.lower(), SERVICES)
        examples = ", ".join(service.example for service in SERVICES.values())
        raise UsageError(
            f"{word} is not a source; {near or f'a source is a file, or one of these: {examples}'}"
        )
    raise UsageError(
        f"{word} does not exist; a source is a file, or an identifier such as {SERVICES['dblp'].example}"
    )


def ask(
    sources: Sequence[Source | Path], web: Web, progress: Progress
) -> tuple[list[tuple[str, Found]], bool]:
    """The results, with the names of their sources, and whether all of them are complete."""
    answers: list[tuple[str, Found]] = []
    whole = True
    for source in sources:
        name = str(source) if isinstance(source, Source) else f"file:{source.name}"
        progress.begin(name)
        try:
            found = web.run(source.steps()) if isinstance(source, Source) else _file(source)
        except SourceError as error:
            progress.end()
            whole = False
            print(printable(f"sphinx-vitae import: {name}: {error}"), file=sys.stderr)
            continue
        progress.end()
        answers.append((name, found))
        whole = whole and found.complete
        for note in found.notes:
            print(printable(f"sphinx-vitae import: {name}: {note}"), file=sys.stderr)
    return answers, whole


def _file(path: Path) -> Found:
    try:
        return combined([read_file(path.name, path.read_bytes())])
    except OSError as error:
        raise SourceError(f"the file cannot be read: {error.strerror}") from None


class Progress:
    """A progress line in the terminal while a source is slow."""

    def __init__(self) -> None:
        self._name = ""
        self._began = 0.0
        self._shown = False
        self._before = 0
        self._count = 0

    def begin(self, name: str) -> None:
        self._name, self._began, self._shown, self._before = (
            printable(name),
            time.monotonic(),
            False,
            self._count,
        )

    def __call__(self, count: int) -> None:
        """Update the line, before each request."""
        self._count = count
        if time.monotonic() - self._began < _PATIENCE:
            return
        if sys.stderr.isatty():
            print(f"\r{self._name}: {count - self._before} requests …", end="", file=sys.stderr, flush=True)
        elif not self._shown:
            print(f"{self._name}: sending requests; this can take minutes …", file=sys.stderr, flush=True)
        self._shown = True

    def end(self) -> None:
        if self._shown and sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
