"""Finds the phrases in a Python module.

Babel's own extractor reads tokens, and finds different phrases in f-strings and nested calls, depending on its
version and on that of Python.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Collection, Iterator, Mapping
from typing import IO

__all__ = ["python_phrases"]


def python_phrases(
    file: IO[bytes],
    keywords: Collection[str],
    tags: Collection[str],
    options: Mapping[str, str],  # noqa: ARG001
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """The calls of the functions that mark or translate phrases, in the form that Babel expects.

    :param keywords: the names of the functions.
    :param tags: how comments for translators begin; such a comment is on the line before its call.
    :returns: the line, the function, its arguments (``None`` unless they are literals), and the comments.
    """
    source = file.read()
    tokens = tokenize.tokenize(io.BytesIO(source).readline)
    comments = {
        token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT
    }
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := _name(node.func)) in keywords:
            comment = comments.get(node.lineno - 1, "")
            found = [comment] if comment.startswith(tuple(tags)) else []
            yield node.lineno, name, tuple(map(_literal, node.args)), found


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literal(argument: ast.expr) -> str | None:
    value = argument.value if isinstance(argument, ast.Constant) else None
    return value if isinstance(value, str) else None
