"""Templates that failed in a build: how often, on which entries, and which are no longer tried.

Several processes write pages, so failures are recorded on disk, and the main process reports them at the end.
"""

from __future__ import annotations

import contextlib
import json
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import TemplateSyntaxError

from sphinx_vitae.model import Problem, ProblemKind, Record

__all__ = ["FailedTemplates"]

#: A template that fails on so many entries in a row is given up for the build.
_PATIENCE: Final = 20
#: A message names so many entries.
_NAMED: Final = 3


class _Failures(NamedTuple):
    """The failures of a template since it last worked, and the message of the latest one."""

    in_a_row: int
    message: str


class FailedTemplates:
    """The templates that failed in this build.

    :param path: the file that records them.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._failing: dict[str, _Failures] = {}
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)  # of a build that was interrupted

    def attempt(self, name: str, what: str, key: str, render: Callable[[], str]) -> str | None:
        """The output of a template; ``None`` if it failed, or was given up.

        :param name: identifies the template.
        :param what: the description of the template in the message.
        :param key: the key of the entry; empty if the template does not render one.
        """
        known = self._failing.get(name)
        if known is None or known.in_a_row < _PATIENCE:
            try:
                made = render()
            except Exception as error:  # a custom template can raise anything
                hopeless = isinstance(error, TemplateSyntaxError)
                count = _PATIENCE if hopeless else known.in_a_row + 1 if known else 1
                known = _Failures(count, _message(error))
                self._failing[name] = known
            else:
                if known:
                    del self._failing[name]
                return made
        self._record(name, what, key, known.message)
        return None

    def _record(self, *facts: str) -> None:
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(facts)}\n")

    def problems(self, find: Callable[[str], Record | None]) -> list[Problem]:
        """The failures of all processes: one problem for each template.

        :param find: key → record.
        """
        found: dict[str, tuple[str, str, list[str]]] = {}
        with contextlib.suppress(OSError):
            for line in self._path.read_text("utf-8").splitlines():
                name, what, key, message = json.loads(line)
                found.setdefault(name, (what, message, []))[2].append(key)
        return [
            _problem(what, message, list(dict.fromkeys(keys)), find) for what, message, keys in found.values()
        ]


def _problem(what: str, message: str, keys: list[str], find: Callable[[str], Record | None]) -> Problem:
    """One problem, at the first entry on which a template failed."""
    record = find(keys[0])
    source = (record.source.file, record.source.line) if record else ("", 0)
    said = f"the template for {what} failed"
    if len(keys) > 1:
        named = ", ".join(repr(key) for key in keys[:_NAMED])
        said += f" on {len(keys):,} entries ({named}{', …' if len(keys) > _NAMED else ''})"
    return Problem(ProblemKind.TEMPLATE, f"{said}: {message}", *source, keys[0] if len(keys) == 1 else "")


def _message(error: Exception) -> str:
    """The type of an error, what it says, and where it was raised, on one line."""
    said = error.message if isinstance(error, TemplateSyntaxError) else error
    return f"{type(error).__name__}: {said}{_place(error)}"


def _place(error: Exception) -> str:
    """The location in a template where an error was raised; empty if it was raised elsewhere."""
    if isinstance(error, TemplateSyntaxError):
        return f" (line {error.lineno} of {error.name or 'it'})"
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if frame.filename.endswith(".jinja")]
    return f" (line {found[-1].lineno} of {Path(found[-1].filename).name})" if found else ""
