"""Entries as the Typst compiler sets them: many inputs in one document, and alone only where that fails."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sphinx_vitae.extension.cvpdf.compiler import FOLDER, Compiler, has_compiler

from .checks import catalogue_of, printed
from .searching import Tally, dice_of, examine, failure_of

__all__ = ["search_typesetting"]

_TOGETHER: Final = 40
_FONTS: Final = '("TeX Gyre Pagella", "FreeSerif", "DejaVu Sans",)'
_BEGINNING: Final = (
    f'#import "/vitaecv.typ": *\n#show: vitae-cv.with(name: "A", title: "B", fonts: {_FONTS})\n'
)


def search_typesetting(tally: Tally, make: Callable[[random.Random], bytes], seed: int, until: float) -> None:
    """Set inputs until it is *until* by the monotonic clock."""
    if not has_compiler():
        tally.notes.append("skipped: typst is not installed")
        return
    compiler = Compiler()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(FOLDER / "vitaecv.typ", folder)
        root = Path(folder)

        def check(content: bytes, number: int) -> None:
            _set(compiler, root, _source(content, number))

        while time.monotonic() < until:
            numbers = range(tally.tried, tally.tried + _TOGETHER)
            inputs = {number: make(dice_of(seed, tally.part, number)) for number in numbers}
            sources = {number: _source_or_nothing(content, number) for number, content in inputs.items()}
            together = "".join(sources.values()).encode("utf-8", "replace")
            if failure_of(lambda content, number: _set(compiler, root, content.decode()), together, 0):
                for number, content in inputs.items():
                    examine(tally, check, content, number)
            tally.tried += _TOGETHER


def _source(content: bytes, number: int) -> str:
    entries = "\n".join(printed(catalogue_of(content), "typst", number, set_=True))
    return f"#vitae-list([])[\n{entries}\n];\n#vitae-rows[\n{entries}\n];\n"


def _source_or_nothing(content: bytes, number: int) -> str:
    """What cannot be printed is found by another part."""
    made = ""

    def print_(content: bytes, number: int) -> None:
        nonlocal made
        made = _source(content, number)

    failure_of(print_, content, number)
    return made


def _set(compiler: Compiler, root: Path, source: str) -> None:
    path = root / "cv.typ"
    path.write_text(_BEGINNING + source, "utf-8")
    assert not (error := compiler.compile(path, root).error), error
