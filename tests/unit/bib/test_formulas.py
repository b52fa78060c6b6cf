r"""Formulas are the one thing of a bibliography that reaches TeX as it was written: only harmless ones do."""

from __future__ import annotations

import re

import pytest

from sphinx_vitae.bib.formulas import UnsetFormulaError, checked_formula
from sphinx_vitae.bib.markup.text_parser import read_text


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
        (r"\varUpsilon(5S)", r"\Upsilon (5S)"),
        ("a &lt; b -&gt; c", "a < b -> c"),
        ("łeq 3 + ąppa + ẹlta + ḩi_0", r"\leq 3 + \kappa + \delta + \chi_0"),
        ("łeo + ą + ø", "łeo + ą + ø"),
        ("a &le; b", "a ≤ b"),
        ("H<sub>2</sub>O<SUP>+</SUP> <i>x</i> <b>y</b>", r"H_{2}O^{+} {x} \mathbf{y}"),
        (r"^{\ensuremath{-}1}", r"^{{-}1}"),
        (r"\begin{split} a &= b \end{split}", r"\begin{aligned} a &= b \end{aligned}"),
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
        "a\ue000b",
        "a\ufffdb",
        "a\\",
        "",
        " ",
        r"x\limits_1",
        r"{\sum}\limits_1",
        r"\nolimits",
        r"\overset{a}{b}\limits",
        "x'_a^2",
        "x^2'",
        "x^2²",
        "x^2′",
        r"\hat",
        r"\hat'",
        r"\hat\bf",
        r"x^\bf",
        r"\not",
        r"\not\sum",
        r"\not∫",
        r"\not\frac12",
        r"\middle|",
        r"\left( {x \middle| y} \right)",
        r"\left( \begin{matrix} a \right) \end{matrix}",
        r"\begin{array}{} a \end{array}",
        r"\begin{array}{c} a & b \end{array}",
        r"\begin{cases} a & b & c \end{cases}",
        r"\begin{gathered} a & b \end{gathered}",
        r"\begin{matrix}" + "&" * 10 + r"\end{matrix}",
        r"\begin{matrix*} a \end{matrix*}",
        r"\begin{tikzcd} a \end{tikzcd}",
        r"\sqrt[3{x}",
        r"\sqrt[\left[ 3 \right]]{x}",
        r"\text{a\|b}",
        r"\text{$x$}",
        r"\tag{1}",
        r"\label{x}",
        r"\newcommand{\x}{y} \x",
        "x\u0483",
        "\u0302",
        "{" * 300 + "x" + "}" * 300,
        "{" * 50_000,
        r"\hat" * 300 + "x",
        r"\bf" * 300 + "x",
        "x^" * 300 + "x",
        r"\left(" * 300 + r"\right)" * 300,
        r"\text{" * 300 + "}" * 300,
        r"\begin{matrix}" * 300 + r"\end{matrix}" * 300,
        r"\phantom{" * 5 + "x" + "}" * 5,
        r"\boldsymbol{" * 5 + "x" + "}" * 5,
        "x" * 1_000_000,
    ],
)
def test_what_would_reach_files_or_stop_tex_is_not_handed_on(formula: str) -> None:
    with pytest.raises(UnsetFormulaError) as raised:
        checked_formula(formula)
    assert str(raised.value)


@pytest.mark.parametrize(
    ("formula", "instead"),
    [
        (r"x^\sqrt2", r"x^{\sqrt2}"),
        (r"\frac\sqrt23", r"\frac{\sqrt2}3"),
        (r"\hat\alpha_\ldots", r"\hat{\alpha}_{\ldots}"),
        (r"\sqrt~", r"\sqrt{~}"),
        ("x' ^2", "x'^2"),
        (r"x^2\bf^3", r"x^2\bf{}^3"),
        (r"\mathbb{x^2}^3", r"{\mathbb{x^2}}^3"),
        (r"{\hat{x}^2}^3", r"{\hat{x}^2{}}^3"),
        (r"{\hat{x}^2} ^3", r"{\hat{x}^2{}} ^3"),
        (r"{{\hat{x}^2}}_3", r"{{\hat{x}^2}{}}_3"),
        (r"{\not=_a}_b", r"{\not=_a{}}_b"),
        ("x_∫", "x_{∫}"),
        (r"{\bar{B}^0}", r"{\bar{B}^0}"),
        (r"x'\mathrm{}", r"x'{\mathrm{}}"),
        (r"\not{\in}", r"\not\in"),
        (r"\not\implies", r"\not\Longrightarrow"),
        (r"\bm x", r"\boldsymbol x"),
        (r"\ensuremath a\alpha\ensuremath b", r"a\alpha b"),
        (r"\alphaé", r"\alpha é"),
        (r"\begin{matrix} a \\[b] \end{matrix}", r"\begin{matrix} a \\{}[b] \end{matrix}"),
        (r"\begin{matrix} a \\[1ex] b \end{matrix}", r"\begin{matrix} a \\[1ex] b \end{matrix}"),
        (r"\begin{matrix} a \\* b \end{matrix}", r"\begin{matrix} a \\ b \end{matrix}"),
        (r"\begin{matrix} a \\ * b \end{matrix}", r"\begin{matrix} a \\ {}* b \end{matrix}"),
        (r"\begin{aligned}[x] a \end{aligned}", r"\begin{aligned}{}[x] a \end{aligned}"),
        (r"\begin{aligned}[t] a \end{aligned}", r"\begin{aligned}[t] a \end{aligned}"),
        ("'`", "'{`}"),
        ("x²³", "x^{23}"),
        ("CO₂", "CO_{2}"),
        ("x′", "x'"),
        ("x\u0302", r"\hat{x}"),
        ("x\u00a0y", "x~y"),
        (" x\\ ", "x\\ "),
    ],
)
def test_what_only_people_understand_is_written_as_tex_does(formula: str, instead: str) -> None:
    assert checked_formula(formula) == instead


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        (r"x\limits_1", r"\limits does not follow an operator"),
        (r"\frac1", r"an argument of \frac is missing"),
        ("x^a^b", "it has two superscripts or two subscripts in the same place"),
        (r"\begin{cases} a & b & c \end{cases}", "a row of cases has more than 2 columns"),
        (r"\begin{matrix} a", r"\end{matrix} is missing"),
        (r"\left( a", r"\left has no \right"),
        (r"\dutchcal{x}", r"unknown command \dutchcal"),
        ("{" * 30, "it is nested too deeply"),
        ("a\ue000", "it contains the character U+E000, which cannot be typeset"),
        ("50 %", r"% must be written \%"),
    ],
)
def test_the_reason_is_said(formula: str, reason: str) -> None:
    with pytest.raises(UnsetFormulaError, match=f"^{re.escape(reason)}$"):
        checked_formula(formula)


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        (r"f$\"{u}$r", "remove the dollar signs"),
        (r"$x + \"{u}$", r"write \ddot instead of \""),
        (r"$\backslashsim x$", r"did you mean \sim?"),
        (r"{\$}\backslashsim{\$}", "write the formula again, as LaTeX between $ and $"),
        (r"$\\alpha^\\{2\\}$", r"write \ instead of \\ before commands, braces and punctuation"),
    ],
)
def test_what_to_write_instead_of_a_command_is_said(written: str, fix: str) -> None:
    assert [flaw.fix for flaw in read_text(written).flaws] == [fix]


def test_commands_that_print_nothing_are_omitted() -> None:
    reading = read_text(r"A $\null$ and $x\relax_2$\null")
    assert (str(reading.text), reading.flaws) == ("A {} and x{}_2", ())


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
    assert str(text) == r"\begin{aligned} a &= b \\ c &= d \end{aligned}"


@pytest.mark.parametrize("written", ["$$", "$ $", r"\(\)", r"\ensuremath{}", r"$x\limits_1$", "${{$"])
def test_an_empty_or_broken_formula_is_text_and_is_said_once(written: str) -> None:
    reading = read_text(f"A {written} b")
    assert all(isinstance(part, str) for part in reading.text.parts)
    assert [flaw.kind.code for flaw in reading.flaws] == ["markup-broken"]
