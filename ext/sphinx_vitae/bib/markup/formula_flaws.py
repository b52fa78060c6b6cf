"""Problems with formulas that cannot be typeset: what is wrong, and what to write instead."""

from __future__ import annotations

import re
from typing import Final

from sphinx_vitae.model import ProblemKind, excerpt

from ..formulas import UnsetFormulaError, checked_formula
from ..formulas.near import is_formula_command, near_formula_command
from .flaws import Flaw

__all__ = ["unset_formula"]

#: A subscript or superscript in another font, whose command is outside its braces.
_RAISED_FONT: Final = re.compile(r"([_^])\\(rm|it|bf|sf|tt|cal)\s*\{([^{}]*)\}")
#: A chemical formula of the package mhchem, and the numbers in it.
_COMPOUND: Final = re.compile(r"\\ce\s*\{([A-Za-z0-9()]+)\}")
_NUMBER_OF_ATOMS: Final = re.compile(r"(?<=[A-Za-z)])(\d+)")
#: Escaped braces around the argument of a command, as exporters of databases write them.
_ESCAPED_ARGUMENT: Final = re.compile(
    r"(\\(?:text|math|mbox|operatorname)[a-z]{0,6})\s*\\\{([^{}\\$]{1,60})\\\}"
)
#: How many unknown commands of a formula a message names.
_NAMED: Final = 5
#: A formula that consists of a letter with an accent for text: ``$\"{u}$``.
_ACCENT_ALONE: Final = re.compile(r"\$+\s*\{?\s*\\[\"'`^~=.]\s*(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])\s*\}?\s*\$+")
#: A doubled backslash before a command, a brace or a space.
_DOUBLED: Final = re.compile(r"\\\\(?:([A-Za-z]{2,})|[{};,!:])")


def unset_formula(written: str, error: UnsetFormulaError) -> Flaw:
    """A formula that cannot be typeset."""
    printed = f"the formula {excerpt(written)} is printed as source code"
    message = f"{printed}: {error}"
    if _ACCENT_ALONE.fullmatch(written):
        return Flaw(ProblemKind.MARKUP_UNKNOWN, message, "remove the dollar signs", place=written)
    if _is_doubled(written):
        fix = "write \\ instead of \\\\ before commands, braces and punctuation"
        return Flaw(ProblemKind.MARKUP_BROKEN, message, fix, place=written)
    if raised := _RAISED_FONT.search(written):
        message = f"{printed}: \\{raised[2]} after {raised[1]} needs braces around it"
        fix = f"write {raised[1]}{{\\{raised[2]} {raised[3]}}} instead of {raised[0]}"
        if len(every := dict.fromkeys(_RAISED_FONT.findall(written))) > 1:
            fix += f", and change the other {'one' if len(every) == 2 else len(every) - 1} in the same way"
        return Flaw(ProblemKind.MARKUP_BROKEN, message, fix, place=written)
    if escaped := _ESCAPED_ARGUMENT.search(written):
        fix = f"write {escaped[1]}{{{escaped[2]}}} instead of {escaped[0]}"
        return Flaw(ProblemKind.MARKUP_BROKEN, message, fix, place=written)
    if error.command == "ce" and (compound := _COMPOUND.search(written)):
        atoms = _NUMBER_OF_ATOMS.sub(r"_{\1}", compound[1])
        fix = f"write \\mathrm{{{atoms}}} instead of {compound[0]}"
        return Flaw(ProblemKind.MARKUP_UNKNOWN, message, fix, place=written)
    if "\\\\" in written and not error.command:
        fix = "write \\begin{aligned} and \\end{aligned} around its lines"
        return Flaw(ProblemKind.MARKUP_BROKEN, message, fix, place=written)
    if not error.command:
        fix = "correct it, or write \\$ if a dollar sign is to be printed"
        return Flaw(ProblemKind.MARKUP_BROKEN, message, fix, place=written)
    fix = near_formula_command(error.command)
    if error.command == "^" and "\\^{}" in written:
        fix = "write ^ instead of \\^{}"
    if error.command and f"\\{error.command}{{" in written and "not allowed" in str(error):
        _, _, behind = written.partition(f"\\{error.command}{{")
        argument = behind.partition("}")[0]
        fix = f"write the formula without \\{error.command}{{{argument}}}" if "{" not in argument else fix
    if not fix and str(error).startswith("unknown"):
        fix = f"replace \\{error.command} with known commands, or with what it stands for"
        if len(unknown := _unknown_commands(written, error)) > 1:
            message = f"{printed}: unknown commands {', '.join(unknown[:-1])} and {unknown[-1]}"
            fix = "replace them with known commands, or with what they stand for"
    fix = fix or f"write the formula without \\{error.command}"
    return Flaw(ProblemKind.MARKUP_UNKNOWN, message, fix, place=written)


def _unknown_commands(formula: str, error: UnsetFormulaError | None) -> list[str]:
    """The unknown commands in a formula, of which ``error`` names the first: each is replaced to find the next."""
    names: list[str] = []
    rest = formula.strip("$")
    while error and error.command and str(error).startswith("unknown") and len(names) < _NAMED:
        names.append(f"\\{error.command}")
        rest = re.sub(rf"\\{re.escape(error.command)}(?![A-Za-z])", " x ", rest)
        error = _error_in(rest)
    return names


def _error_in(formula: str) -> UnsetFormulaError | None:
    try:
        checked_formula(formula)
    except UnsetFormulaError as error:
        return error
    return None


def _is_doubled(formula: str) -> bool:
    """Whether the backslashes of a formula are doubled, so that commands begin with a line break."""
    found = _DOUBLED.search(formula)
    return found is not None and (not found[1] or is_formula_command(found[1])) and "\\begin" not in formula
