"""Formulas as people write them, as they get them wrong, and as nobody would write them; from a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Final

from sphinx_vitae.bib.formulas import commands

__all__ = ["random_formulas"]

_CHARACTERS: Final = "abcxyzABRNuU0123456789+-=<>()[]|/.,;:!?*'\"`@~ "
#: Letters, symbols, scripts, primes, accents, brackets and roots of Unicode; controls, private use, no characters.
_UNICODE: Final = (
    "αβΓé中ж²³₁ⁿ′″‵½ªℝ𝔸→≤∑∫√∛⟨⟩⌈|‖·…°µ¯ˆ☃😀\u0302\u0301\u20d7\u0483\u00a0\u2003\u200b\u0007\ue000\ufffd\ufeff"
)
_SPACES: Final = (r"\,", r"\;", r"\:", r"\!", r"\ ", r"\>", "~", " ", r"\quad")
_SYMBOLS: Final = sorted(commands.SYMBOLS)
_ARGUMENTS: Final = sorted(commands.ARGUMENTS.items())
_TEXTS: Final = sorted(commands.TEXTS)
_BRACKETS: Final = (*"()[]|/<>.", r"\{", r"\}", r"\|", *(f"\\{name}" for name in sorted(commands.BRACKETS)))
_SIZES: Final = sorted(commands.SIZES)
_ENVIRONMENTS: Final = sorted(commands.ENVIRONMENTS)
_DECLARATIONS: Final = sorted(commands.DECLARATIONS)
_PIECES: Final = (
    *"{}[]^_&'$%#~\\",
    r"\\", r"\\[", r"\\*", r"\left", r"\right", r"\middle", r"\begin", r"\end", r"\begin{matrix}", r"\end{matrix}",
    r"\begin{tikzcd}", r"\limits", r"\nolimits", r"\not", r"\sqrt", r"\sqrt[", r"\frac", r"\hat", r"\text", r"\text{",
    r"\ensuremath{-}", r"\tag{1}", r"\label{x}", r"\foo", r"\newcommand{\x}{y}", r"\operatorname*", r"\substack{a\\[b}",
    r"\bf", r"\cal", r"\displaystyle", r"\surd", "^{}", "_{}", "{}", "\\|", "\\(", "\\)", "\\]", "^^5c",
)  # fmt: skip
_TOKEN: Final = re.compile(r"\\(?:[A-Za-z]+|.|\Z)|.", re.S)


def random_formulas(seed: int, count: int) -> Iterator[str]:
    """Half of them follow the grammar; of the others, some parts are lost, doubled, exchanged or added."""
    dice = random.Random(seed)
    for number in range(count):
        formula = _row(dice, dice.randint(1, 4))
        yield formula if number % 2 else _broken(dice, formula)


def _row(dice: random.Random, depth: int) -> str:
    made = [_scripted(dice, depth) for _ in range(dice.randint(0 if depth < 2 else 1, 4))]
    if dice.random() < 0.1:
        made.insert(dice.randint(0, len(made)), f"\\{dice.choice(_DECLARATIONS)} ")
    return "".join(made)


def _scripted(dice: random.Random, depth: int) -> str:
    made = _part(dice, depth)
    if dice.random() < 0.3:
        scripts = ["_" + _argument(dice, depth), "^" + _argument(dice, depth), "'" * dice.randint(1, 3)]
        dice.shuffle(scripts)
        made += "".join(scripts[: dice.randint(1, 2)])
    return made


def _argument(dice: random.Random, depth: int) -> str:
    if depth and dice.random() < 0.7:
        return "{" + _row(dice, depth - 1) + "}"
    return dice.choice(("x", "1", "{}", rf"\{dice.choice(_SYMBOLS)} ", " 2", r"\sqrt2", r"\mathrm{d}"))


def _part(dice: random.Random, depth: int) -> str:
    kinds = (
        _character,
        _character,
        _symbol,
        _symbol,
        _space,
        _group,
        _applied,
        _applied,
        _fenced,
        _array,
        _text,
        _sized,
    )
    return dice.choice(kinds if depth else kinds[:5])(dice, depth - 1)


def _character(dice: random.Random, depth: int) -> str:
    return dice.choice(_UNICODE if dice.random() < 0.1 else _CHARACTERS)


def _symbol(dice: random.Random, depth: int) -> str:
    made = (
        f"\\{dice.choice(_SYMBOLS)}"
        if dice.random() < 0.9
        else dice.choice((r"\{", r"\}", r"\%", r"\#", r"\&", r"\$"))
    )
    if made[1:] in commands.OPERATORS and dice.random() < 0.4:
        made += dice.choice((r"\limits", r"\nolimits"))
    if dice.random() < 0.05:
        made = r"\not" + made
    return made + " "


def _space(dice: random.Random, depth: int) -> str:
    return dice.choice(_SPACES) + " "


def _group(dice: random.Random, depth: int) -> str:
    return "{" + _row(dice, depth) + "}"


def _applied(dice: random.Random, depth: int) -> str:
    name, count = dice.choice(_ARGUMENTS)
    index = f"[{_row(dice, 0)}]" if name == "sqrt" and dice.random() < 0.4 else ""
    if name == "substack":
        return rf"\substack{{{_row(dice, depth)}\\{_row(dice, depth)}}}"
    return f"\\{name}{index} " + "".join(_argument(dice, depth) for _ in range(count))


def _fenced(dice: random.Random, depth: int) -> str:
    middle = rf"\middle{dice.choice(_BRACKETS)} " if dice.random() < 0.2 else ""
    inner = f"{_row(dice, depth)}{middle}{_row(dice, depth)}"
    return rf"\left{dice.choice(_BRACKETS)} {inner}\right{dice.choice(_BRACKETS)} "


def _sized(dice: random.Random, depth: int) -> str:
    return f"\\{dice.choice(_SIZES)}{dice.choice(_BRACKETS)} "


def _array(dice: random.Random, depth: int) -> str:
    name = dice.choice(_ENVIRONMENTS)
    most = min(commands.COLUMNS.get(name, 4), 4) + (dice.random() < 0.1)
    columns = "{" + dice.choice(("c", "l|", "r", "|c|")) * most + "}" if name == "array" else ""
    option = dice.choice(("[t]", "[x")) if dice.random() < 0.1 else ""
    rows = (
        "&".join(_row(dice, depth) for _ in range(dice.randint(1, most))) for _ in range(dice.randint(0, 3))
    )
    lines = dice.choice((r"\\", r"\\ ", r"\\[1ex]", r"\\[", r"\\*")).join(rows)
    return rf"\begin{{{name}}}{option}{columns}{lines}\end{{{name}}}"


def _text(dice: random.Random, depth: int) -> str:
    words = "".join(
        dice.choice(
            (
                "a",
                "if ",
                "é",
                "中",
                "-",
                "'",
                '"',
                "~",
                r"\,",
                r"\;",
                r"\!",
                r"\%",
                r"\_",
                "{b}",
                r"\textbf{c}",
                "(",
                "[",
                "`",
                "\u0301",
            )
        )
        for _ in range(dice.randint(0, 4))
    )
    return f"\\{dice.choice(_TEXTS)}{{{words}}}"


def _broken(dice: random.Random, formula: str) -> str:
    tokens = _TOKEN.findall(formula) or [""]
    for _ in range(dice.randint(1, 3)):
        here, there = dice.randrange(len(tokens)), dice.randrange(len(tokens))
        match dice.randrange(5):
            case 0:
                tokens[here] = ""
            case 1:
                tokens[here] *= 2
            case 2:
                tokens[here], tokens[there] = tokens[there], tokens[here]
            case 3:
                tokens.insert(here, dice.choice(_PIECES))
            case _:
                tokens[here] = dice.choice(_UNICODE + _CHARACTERS)
    return "".join(tokens)
