"""YAML, TOML and JSON of an old site → strings, lists and dictionaries, whatever the file contains.

Values stay as they are written: a date is text, and a number too. Nothing is constructed from a tag. The size is
bounded, also where a file refers to its own parts.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from .old_site import MigrationError

__all__ = ["DataError", "Plain", "front_matter", "json_data", "yaml_data"]

#: A string, a list of such values, or a dictionary of them.
Plain = Any
_MOST: Final = 100_000
_DEEPEST: Final = 40
_NULL: Final = frozenset(("", "~", "null", "Null", "NULL"))
_FRONT: Final = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)(?:^|\n)\1[ \t]*(?:\n|$)", re.S)
_COMMENT: Final = re.compile(r'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/', re.S)
_TRAILING_COMMA: Final = re.compile(r'("(?:\\.|[^"\\\n])*")|,(?=\s*[}\]])')


class DataError(Exception):
    """A file that cannot be read; the message is a sentence without a full stop."""


class _Budget:
    """How many values may still be read."""

    def __init__(self) -> None:
        self.left = _MOST

    def spend(self, depth: int) -> None:
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST:
            raise DataError(f"it has more than {_MOST} values, or is nested more than {_DEEPEST} levels deep")


def front_matter(text: str) -> tuple[dict[str, Plain], str]:
    """The values at the start of a page, between ``---`` (YAML) or ``+++`` (TOML), and its body.

    :raises DataError: if the values cannot be read.
    """
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    value = yaml_data(found[2]) if found[1] == "---" else _toml(found[2])
    return (value if isinstance(value, dict) else {}), text[found.end() :]


def yaml_data(text: str) -> Plain:
    """The values of a YAML file.

    :raises DataError: if it is not YAML, or too large.
    :raises MigrationError: without PyYAML.
    """
    try:
        import yaml
    except ImportError:
        raise MigrationError(
            'reading YAML needs PyYAML; install it: pip install "sphinx-vitae[yaml]"'
        ) from None
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise DataError(f"it is not valid YAML{line}: {error.problem}") from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise DataError("it is not valid YAML") from None
    return _of_node(node, _Budget(), 0) if node else ""


def _of_node(node: Any, budget: _Budget, depth: int) -> Plain:
    budget.spend(depth)
    if node.id == "scalar":
        return "" if node.style is None and node.value in _NULL else str(node.value)
    if node.id == "sequence":
        return [_of_node(each, budget, depth + 1) for each in node.value]
    made: dict[str, Plain] = {}
    for key, value in node.value:
        name = str(key.value) if key.id == "scalar" else "?"
        while name in made:
            name += " (again)"
        made[name] = _of_node(value, budget, depth + 1)
    return made


def _toml(text: str) -> Plain:
    try:
        return _plain(tomllib.loads(text), _Budget(), 0)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DataError(f"it is not valid TOML: {error}") from None


def json_data(text: str) -> Plain:
    """The values of a JSON file, which may have comments and trailing commas, as those of al-folio do.

    :raises DataError: if it is not JSON, or too large.
    """
    text = _TRAILING_COMMA.sub(lambda found: found[1] or "", _COMMENT.sub(lambda found: found[1] or "", text))
    try:
        return _plain(json.loads(text), _Budget(), 0)
    except json.JSONDecodeError as error:
        raise DataError(f"it is not valid JSON in line {error.lineno}") from None
    except (ValueError, RecursionError):
        raise DataError("it is not valid JSON") from None


def _plain(value: object, budget: _Budget, depth: int) -> Plain:
    budget.spend(depth)
    if isinstance(value, Mapping):
        return {str(name): _plain(each, budget, depth + 1) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, budget, depth + 1) for each in value]
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
