"""The folders in ``vitae_files``, for commands that do not run Sphinx.

``conf.py`` is parsed, but never executed: a command that only reads files must not run somebody's code.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

__all__ = ["folders_of_site"]

#: Where ``conf.py`` is, relative to the root of a project.
_PLACES: Final = (".", "docs", "source", "docs/source", "doc")
#: The maximum number of folders above a bibliography that are searched.
_ABOVE: Final = 4


def folders_of_site(bibliography: Path) -> dict[str, Path]:
    """The folders in ``vitae_files`` of the nearest ``conf.py`` that sets it to a literal list: name → path.

    The folder of the bibliography and the folders above it are searched, up to the root of a repository.
    """
    for root in _roots(bibliography):
        for place in _PLACES:
            if names := _listed(root / place / "conf.py"):
                return {name: (root / place / name) for name in names}
    return {}


def _roots(bibliography: Path) -> Iterator[Path]:
    folder = bibliography.absolute().parent
    for root in (folder, *folder.parents)[: _ABOVE + 1]:
        yield root
        if (root / ".git").exists():
            return


def _listed(conf: Path) -> tuple[str, ...]:
    """The names in ``vitae_files``; empty if the file does not exist, is not valid, or does not list names."""
    try:
        tree = ast.parse(conf.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "vitae_files" for target in node.targets
        ):
            items = node.value.elts if isinstance(node.value, ast.List | ast.Tuple) else [node.value]
            values = [item.value for item in items if isinstance(item, ast.Constant)]
            return tuple(value for value in values if isinstance(value, str) and value)
    return ()
