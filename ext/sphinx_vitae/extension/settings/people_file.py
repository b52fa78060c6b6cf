"""``vitae_people`` as the path of a YAML file: read as if conf.py had its content."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from sphinx_vitae.model import Problem, ProblemKind

__all__ = ["PeopleFile"]


class PeopleFile:
    """The people of a site, wherever they are written.

    :param value: of ``vitae_people``: a text is a path, relative to the folder of conf.py; anything else is
        left as it is.
    """

    def __init__(self, value: object, confdir: Path) -> None:
        self.value = value
        self.problems: list[Problem] = []
        self._path: Path | None = None
        self._lines: dict[str, int] = {}
        if isinstance(value, str) and value.strip():
            self._path = confdir / value.strip()
            self.value = self._read(self._path)

    def located(self, problem: Problem) -> Problem:
        """A problem of the value, at the person of the file that it speaks of."""
        if self._path is None or not problem.message.startswith("vitae_people "):
            return problem
        if problem.file or not self._lines:
            return problem
        line = next((line for name, line in self._lines.items() if repr(name) in problem.message), 1)
        return dataclasses.replace(problem, file=str(self._path), line=line)

    def _read(self, path: Path) -> dict[str, Any]:
        try:
            import yaml
        except ImportError:
            self._problem(
                "names a file, and PyYAML, which reads it, is not installed",
                0,
                'install it: pip install "sphinx-vitae[yaml]"',
            )
            return {}
        try:
            text = path.read_text("utf-8")
            # Everything is a text there: a year is none of YAML's numbers, and "no" no truth value.
            value = yaml.load(text, Loader=yaml.BaseLoader)
            tree = yaml.compose(text, Loader=yaml.BaseLoader)
        except (OSError, UnicodeDecodeError) as error:
            self._problem(f"names a file that cannot be read: {error}", 0)
            return {}
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            self._problem(f"is no YAML: {error.problem}", line)
            return {}
        except yaml.YAMLError as error:
            self._problem(f"is no YAML: {error}", 0)
            return {}
        if isinstance(value, dict) and isinstance(tree, yaml.MappingNode):
            for key, _ in tree.value:
                name, line = str(key.value), key.start_mark.line + 1
                if name in self._lines:
                    message = f"has {name!r} twice, in line {self._lines[name]} too"
                    self._problem(message, line, "only the last was read; make one of them")
                self._lines[name] = line
            return value
        if value:
            self._problem(
                "is no mapping of names",
                1,
                "write a name, a colon, and a URL or what there is to say of the person",
            )
        return {}

    def _problem(self, message: str, line: int, fix: str = "no people were read") -> None:
        self.problems.append(
            Problem(
                ProblemKind.CONFIG, f"vitae_people {message}", str(self._path) if line else "", line, fix=fix
            )
        )
