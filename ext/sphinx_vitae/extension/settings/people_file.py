"""``vitae_people`` as the path to a YAML file, which has the same structure as the setting in conf.py."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_vitae.model import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yaml import Event, Node

__all__ = ["PeopleFile"]

#: The maximum nesting depth. The most deeply nested value is an address: people, a person, the links.
_DEEPEST: Final = 20
#: The maximum number of values in a file, where the values of an alias count at each use.
_MOST: Final = 200_000
_STEPS: Final = {
    "MappingStartEvent": 1,
    "SequenceStartEvent": 1,
    "MappingEndEvent": -1,
    "SequenceEndEvent": -1,
}
_QUOTED: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


class PeopleFile:
    """The people on a site, from conf.py or from a file.

    :param value: the value of ``vitae_people``. A string is a path, relative to the folder of conf.py;
        anything else is kept unchanged.
    """

    def __init__(self, value: object, confdir: Path) -> None:
        self.value = value
        self.problems: list[Problem] = []
        self._path: Path | None = None
        self._lines: dict[str, int] = {}
        self._shown: dict[str, int] = {}
        if isinstance(value, str) and value.strip():
            self._path = confdir / value.strip()
            self.value = self._read(self._path)

    def located(self, problem: Problem) -> Problem:
        """A problem with its line in the file: the line at which the person in the message starts."""
        if self._path is None or not problem.message.startswith("vitae_people "):
            return problem
        if problem.file or not self._lines:
            return problem
        quoted = _QUOTED.findall(problem.message)
        # In the message, the invalid value comes before the person to whom it belongs.
        line = next((self._shown[text] for text in reversed(quoted) if text in self._shown), 1)
        return dataclasses.replace(problem, file=str(self._path), line=line)

    def _read(self, path: Path) -> dict[str, Any]:
        try:
            import yaml
        except ImportError:
            self._problem(
                "is a YAML file, but PyYAML is not installed",
                0,
                'install it: pip install "sphinx-vitae[yaml]"',
            )
            return {}
        try:
            text = path.read_text("utf-8")
            _check_depth(yaml.parse(text, Loader=yaml.BaseLoader))
            tree = yaml.compose(text, Loader=yaml.BaseLoader)
            if tree is None:
                return {}
            _check_size(tree)
            # Load everything as strings: a year must not become a number, nor "no" a boolean.
            value = yaml.BaseLoader("").construct_document(tree)
        except (OSError, ValueError) as error:
            self._problem(f"is a file that cannot be read: {error}", 0)
        except _TooMuchError as error:
            self._problem(str(error), error.line)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            self._problem(f"is not YAML: {error.problem}", line)
        except yaml.YAMLError as error:
            self._problem(f"is not YAML: {error}", 0)
        else:
            return self._checked(value, tree)
        return {}

    def _checked(self, value: object, tree: Node) -> dict[str, Any]:
        """The people in the file. The lines at which they start are stored."""
        if not isinstance(value, dict) or not isinstance(tree.value, list):
            if value:
                fix = "write a name, a colon, and a URL or a description of the person"
                self._problem("is not a mapping from names to people", 1, fix)
            return {}
        for key, _ in tree.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in self._lines:
                message = f"contains {name!r} twice, first on line {self._lines[name]}"
                self._problem(message, line, "only the last one was used; merge the two")
            self._lines[name] = line
        self._shown = {repr(name): line for name, line in self._lines.items()}
        return value

    def _problem(self, message: str, line: int, fix: str = "no people were read") -> None:
        self.problems.append(
            Problem(
                ProblemKind.CONFIG, f"vitae_people {message}", str(self._path) if line else "", line, fix=fix
            )
        )


class _TooMuchError(Exception):
    """A file is nested too deeply, or its aliases expand to too many values."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def _check_depth(events: Iterable[Event]) -> None:
    """Check the nesting depth, without recursion, from the parser's events."""
    depth = 0
    for event in events:
        depth += _STEPS.get(type(event).__name__, 0)
        if depth > _DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else 0
            raise _TooMuchError(f"is nested more than {_DEEPEST} levels deep", line)


def _check_size(tree: Node) -> None:
    """Check the number of values, counting the values of an alias at each use."""
    sizes: dict[int, int] = {}

    def size(node: Node) -> int:
        if id(node) not in sizes:
            sizes[id(node)] = _MOST  # in case an alias contains itself
            parts = node.value if isinstance(node.value, list) else ()
            inner = (part for pair in parts for part in (pair if isinstance(pair, tuple) else (pair,)))
            sizes[id(node)] = 1 + sum(map(size, inner))
            if sizes[id(node)] > _MOST:
                message = f"expands to more than {_MOST} values through its aliases"
                raise _TooMuchError(message, node.start_mark.line + 1 if node.start_mark else 1)
        return sizes[id(node)]

    size(tree)
