r"""A formula costs at most itself: what is handed on is typeset by Typst and LuaLaTeX, all in one document each."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from property.formulas import random_formulas
from sphinx_vitae.bib.formulas import UnsetFormulaError, checked_formula
from sphinx_vitae.render.mathematics.typst_formulas import typst_formula

SEED = 20
PREAMBLE = r"""\documentclass{article}
\usepackage{fontspec}
\usepackage{amsmath,amssymb,amstext}
\usepackage{unicode-math}
\setmathfont{latinmodern-math.otf}
\begin{document}
"""


def handed_on(seed: int, count: int) -> list[str]:
    """The formulas that are typeset; the others are printed as their source."""
    made = []
    for formula in random_formulas(seed, count):
        with contextlib.suppress(UnsetFormulaError):
            made.append(checked_formula(formula))
    assert count / 5 < len(made) < count / 1.5
    return made


def typeset_by_typst(folder: Path, formulas: Iterable[str]) -> None:
    package: Any = pytest.importorskip("typst", reason="not installed: typst")
    source = folder / "formulas.typ"
    source.write_text("\n\n".join(f"${typst_formula(formula)}$" for formula in formulas), "utf-8")
    compiler = package.Compiler(input=str(source), root=str(folder), ignore_system_fonts=True)
    compiler.compile(output=str(folder / "formulas.pdf"))


def errors_of_lualatex(folder: Path, formulas: list[str]) -> list[str]:
    """What LuaLaTeX says of the formulas, with each of them; an error may be one of the formula before."""
    if not shutil.which("lualatex"):
        pytest.skip("not installed: lualatex")
    lines = "\n".join(rf"\begingroup\({formula}\)\par\endgroup" for formula in formulas)
    (folder / "formulas.tex").write_text(PREAMBLE + lines + "\n\\end{document}\n", "utf-8")
    command = ["lualatex", "-interaction=nonstopmode", "-file-line-error", "formulas.tex"]
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
    log = (folder / "formulas.log").read_text("utf-8", "replace")
    assert "Output written on formulas.pdf" in log.replace("\n", "")
    first = PREAMBLE.count("\n") + 1
    return [
        f"{error}: {formulas[min(int(line) - first, len(formulas) - 1)]}"
        for line, error in re.findall(r"^\./formulas\.tex:(\d+): (.*)$", log, re.M)
    ]


def test_typst_accepts_every_formula_that_is_handed_on(tmp_path: Path) -> None:
    typeset_by_typst(tmp_path, handed_on(SEED, 800))


@pytest.mark.pdf
def test_lualatex_accepts_every_formula_that_is_handed_on(tmp_path: Path) -> None:
    assert errors_of_lualatex(tmp_path, handed_on(SEED, 250)) == []


@pytest.mark.thorough(reason="thousands of formulas; a few hundred are in the quick test")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_typst_accepts_thousands_of_formulas(tmp_path: Path, seed: int) -> None:
    typeset_by_typst(tmp_path, handed_on(seed, 8000))


@pytest.mark.thorough(reason="thousands of formulas; a few hundred are in the quick test")
@pytest.mark.pdf
@pytest.mark.parametrize("seed", [4, 5, 6])
def test_lualatex_accepts_thousands_of_formulas(tmp_path: Path, seed: int) -> None:
    assert errors_of_lualatex(tmp_path, handed_on(seed, 8000)) == []


def test_a_formula_that_typst_would_refuse_is_found(tmp_path: Path) -> None:
    """What the tests above rest on."""
    package: Any = pytest.importorskip("typst", reason="not installed: typst")
    (tmp_path / "bad.typ").write_text("$sqrt()$", "utf-8")
    with pytest.raises(package.TypstError):
        package.Compiler(input=str(tmp_path / "bad.typ"), root=str(tmp_path)).compile()


@pytest.mark.pdf
def test_a_formula_that_lualatex_refuses_is_found(tmp_path: Path) -> None:
    assert "Double superscript" in errors_of_lualatex(tmp_path, ["x", "x^a^b", "y"])[0]
