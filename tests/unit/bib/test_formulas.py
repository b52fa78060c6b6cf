r"""Formulas are the one thing of a bibliography that reaches TeX as it was written: only harmless ones do."""

from __future__ import annotations

import pytest

from sphinx_vitae.bib.formulas import UnsetFormulaError, checked_formula
from sphinx_vitae.bib.tex import read_text


@pytest.mark.parametrize(
    "formula",
    [
        "x",
        r"\sqrt{s} = 13\;\mbox{TeV}",
        r"\sqrt{s}=13~\mathrm{TeV}",
        r"\rightarrow b\bar{b}",
        "^{-1}",
        r"{\rm d}x^2_i",
        r"\frac12",
        r"\frac{a}{b}^2",
        r"x'^2",
        r"\sqrt[3]{x}_1^2",
        r"\left( \frac{a}{b} \right]",
        r"\left\langle x \middle| y \right\rangle^2",
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
        r"\begin{array}{c|r} a^2 & b^2 \\ c & d \end{array}",
        r"\{x \in \mathbb{R} \mid x > 0\}",
        r"\text{if } x \text{ and } 5\,\%",
        r"\mathcal{O}(n \log n)",
        r"\sum\limits_{i=1}^{n} x_i",
    ],
)
def test_a_formula_as_people_write_it_is_handed_on(formula: str) -> None:
    assert checked_formula(formula) == formula


@pytest.mark.parametrize(
    ("formula", "instead"),
    [
        (r"\bm{x}", r"\boldsymbol{x}"),
        (r"30\degree", r"30{^\circ}"),
        (r"\hbox{TeV}", r"\mbox{TeV}"),
        (r"\mathds{1}", r"\mathbb{1}"),
    ],
)
def test_commands_of_other_packages_become_those_that_are_there(formula: str, instead: str) -> None:
    assert checked_formula(formula) == instead


@pytest.mark.parametrize(
    "formula",
    [
        r"\input{/etc/passwd}",
        r"\directlua{os.remove('x')}",
        r"\csname input\endcsname{x}",
        r"^^5cinput{x}",
        r"\href{javascript:alert(1)}{x}",
        r"\end{document}",
        r"\begin{filecontents}{x}\end{filecontents}",
        r"\def\x{}",
        r"x \) \input{x} \(",
        r"x\@input",
        "50 %",
        "#1",
        r"\frac{1",
        "}{",
        r"\frac1",
        r"\sqrt",
        r"\sqrt[3]",
        "x^2^3",
        "x^",
        "x_{}_{}",
        "a & b",
        r"a \\ b",
        r"\left( x",
        r"x \right)",
        r"\left{ x \right}",
        r"{\left( x} \right)",
        r"\begin{matrix} a",
        r"\begin{matrix} a \end{pmatrix}",
        r"\begin{array} a \end{array}",
        r"\text{a_b}",
        r"\text{\alpha}",
        r"\text x",
        "a\n\nb",
        "a\0b",
        "a\\",
    ],
)
def test_what_would_reach_files_or_end_the_formula_is_not_handed_on(formula: str) -> None:
    with pytest.raises(UnsetFormulaError):
        checked_formula(formula)


@pytest.mark.parametrize(
    "written",
    [
        r"$\input{/etc/passwd}$",
        r"\(\input{x}\)",
        r"\ensuremath{\input{x}}",
        r"\begin{math}\input{x}\end{math}",
    ],
)
def test_a_formula_that_is_not_handed_on_is_text_and_is_said(written: str) -> None:
    reading = read_text(f"A {written} b")
    assert all(isinstance(part, str) for part in reading.text.parts)
    assert r"\input" in str(reading.text)
    assert [flaw.kind.code for flaw in reading.flaws] == ["markup-unknown"]


def test_aligned_lines_of_a_display_are_set_in_a_formula() -> None:
    text = read_text(r"\begin{align} a &= b \\ c &= d \end{align}").text
    assert str(text) == r"\begin{aligned}a &= b \\ c &= d\end{aligned}"
