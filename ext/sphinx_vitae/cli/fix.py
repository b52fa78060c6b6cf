"""``sphinx-vitae check --fix``: corrects files, and reports the changes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from sphinx_vitae.bib import Fixed, fixed, macro_names
from sphinx_vitae.model import printable

from .replacement import replace_file

__all__ = ["fix_files"]


def fix_files(paths: Sequence[Path]) -> Iterator[str]:
    """Correct files one by one, and yield the changes to each file, or the reason why it was not changed.

    Files that cannot be read are skipped, because the check reports them. The macros from all files apply to
    each file.
    """
    contents = {path: content for path in paths if (content := _content(path)) is not None}
    macros = {name for content in contents.values() for name in macro_names(content)}
    for path, before in contents.items():
        result = fixed(before, macros)
        if result.refusal:
            yield f"{printable(str(path))}: not fixed: {result.refusal}\n"
        elif result.content != before:
            yield from _replaced(path, before, result)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return None


def _replaced(path: Path, before: bytes, result: Fixed) -> Iterator[str]:
    try:
        replace_file(path, result.content)
    except OSError as error:
        yield f"{printable(str(path))}: not fixed: {error.strerror or error}\n"
        return
    for fix in result.fixes:
        key = f"{fix.key}: " if fix.key else ""
        yield printable(f"{path}:{fix.line}: fixed: {key}{fix.message}") + "\n"
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, result.content))
    for line in difflib.unified_diff(old, new, str(path), f"{path} (fixed)", n=0, lineterm=""):
        yield printable(line) + "\n"
