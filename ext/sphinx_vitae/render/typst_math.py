r"""TeX formulas → Typst's math.

As many commands as may stand in a bibliography (`sphinx_vitae.bib.formulas`), and the environments of displayed
formulas. Every character is escaped or a word of its own, so that nothing of a formula means anything else to Typst.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from sphinx_vitae.bib.formulas import UnsetFormulaError

from .formats.typst import literal
from .math_symbols import MATH_SYMBOLS
from .typst_commands import (
    ALIGNED,
    AROUND,
    BRACKETS,
    CHARACTERS,
    DECLARATIONS,
    MATRICES,
    OPERATORS,
    PAIRED,
    SIGNS,
    SIZES,
    TEXTS,
    WORDS,
)

__all__ = ["typst_formula"]

_TOKEN: Final = re.compile(r"\\([A-Za-z]+)(\*?)|\\(.)|(%[^\n]*\n?)|(\d+(?:\.\d+)?)|(\s+)|(.)", re.S)
_ENVIRONMENT: Final = re.compile(r"\s*\{([a-zA-Z]+)\*?\}")
_COLUMNS: Final = re.compile(r"\s*\{([clr|\s]*)\}")
_INDEX: Final = re.compile(r"\s*\[([^\[\]]*)\]")
_WORD: Final = re.compile(r"\s*\{((?:[^{}\\$]|\\[ %&#_{}$,-])*)\}")


def typst_formula(source: str) -> str:
    """A formula as the inside of ``$…$``.

    :raises UnsetFormulaError: if it has a command that is not known here, or does not match.
    """
    reader = _Reader(source)
    made = reader.group(top=True)
    if not reader.at_end:
        raise UnsetFormulaError("it has a bracket or an environment that does not match")
    return made


class _Reader:
    """Reads a formula from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._position = 0

    @property
    def at_end(self) -> bool:
        return self._position >= len(self._source)

    # Tokens -----------------------------------------------------------------------------------------

    def _peek(self) -> re.Match[str] | None:
        """The next token that prints something."""
        while found := _TOKEN.match(self._source, self._position):
            if found[4] is None and found[6] is None:
                return found
            self._position = found.end()
        return None

    def _take(self) -> re.Match[str]:
        if (found := self._peek()) is None:
            raise UnsetFormulaError("an argument is missing")
        self._position = found.end()
        return found

    def _option(self, pattern: re.Pattern[str]) -> str | None:
        if found := pattern.match(self._source, self._position):
            self._position = found.end()
            return found[1]
        return None

    # Groups -----------------------------------------------------------------------------------------

    def group(self, ends: Sequence[str] = (), *, top: bool = False) -> str:
        """Everything up to one of these tokens, which is left; at the *top*, lines and columns are its own."""
        made: list[str] = []
        while (token := self._peek()) and token[0] not in ends:
            name = token[1]
            if name == "end" or (name == "right" and r"\right" not in ends) or token[0] == "}":
                break
            if token[0] in {"&", r"\\"}:
                if not top:
                    break
                self._position = token.end()
                made.append("&" if token[0] == "&" else "\\ \n")
            elif name in DECLARATIONS:
                self._position = token.end()
                made.append(DECLARATIONS[name].format(self.group(ends, top=top)))
            else:
                made.append(self._scripted())
        return " ".join(part for part in made if part)

    def _argument(self) -> str:
        """What belongs to a command or to a script: a group, or one token."""
        if (token := self._peek()) and token[0] == "{":
            self._position = token.end()
            made = self.group(top=True)
            self._close()
            return made
        if token and token[5]:  # one figure
            self._position = token.start() + 1
            return token[5][0]
        return self._nucleus()

    def _close(self) -> None:
        if self._take()[0] != "}":
            raise UnsetFormulaError("} is missing")

    def _scripted(self) -> str:
        """A part with its primes and scripts."""
        token = self._peek()
        base = '""' if token and token[0] in {"^", "_", "'"} else self._nucleus()
        while (token := self._peek()) and (token[1] in {"limits", "nolimits"}):
            self._position = token.end()
            base = f"{'limits' if token[1] == 'limits' else 'scripts'}({base})"
        while (token := self._peek()) and token[0] in {"^", "_", "'"}:
            self._position = token.end()
            base += "'" if token[0] == "'" else f"{token[0]}({self._argument() or chr(34) * 2})"
        return base

    # What a part may be -------------------------------------------------------------------------------

    def _nucleus(self) -> str:
        token = self._take()
        name, star, symbol, _, number, _, character = token.groups()
        if name:
            return self._command(name, star)
        if symbol is not None:
            return self._symbol(symbol)
        if number:
            return str(number)
        if character == "{":
            made = self.group(top=True)
            self._close()
            return f'class("normal", {made})' if made else '""'
        return self._character(character)

    @staticmethod
    def _symbol(symbol: str) -> str:
        if symbol in SIGNS:
            return SIGNS[symbol]
        if symbol in "{}%#&$_":
            return f"\\{symbol}"
        raise UnsetFormulaError(f"\\{symbol} is not known in formulas", symbol)

    @staticmethod
    def _character(character: str) -> str:
        if character in {"$", "#", "}", "&"} or not character.isprintable():
            raise UnsetFormulaError(f"{character} must be written \\{character}")
        if character in CHARACTERS:
            return CHARACTERS[character]
        return character if character.isalnum() or ord(character) > 127 else f"\\{character}"

    def _command(self, name: str, star: str) -> str:
        for reader in (self._simple, self._with_arguments, self._with_text):
            if (made := reader(name)) is not None:
                return made
        if name == "begin":
            return self._environment()
        if name == "left":
            return self._fenced()
        if name == "middle":
            return f"mid({self._delimiter()})"
        if size := SIZES.get(name.rstrip("lrm")):
            return f"lr({self._delimiter() or chr(34) * 2}, size: #{size})"
        if name == "operatorname":
            word = self._option(_WORD)
            if word is None:
                return f"op(upright({self._argument()}), limits: #{str(bool(star)).lower()})"
            return f"op({literal(_unescaped(word))}, limits: #{str(bool(star)).lower()})"
        if name == "not":
            return self._negated()
        raise UnsetFormulaError(f"the command \\{name} is not known in formulas", name)

    @staticmethod
    def _simple(name: str) -> str | None:
        if name in OPERATORS:
            return name
        made = MATH_SYMBOLS.get(name) or WORDS.get(name)
        # as a word of its own, a bracket would look for the other one
        return f"\\{made}" if made in BRACKETS else made

    def _with_arguments(self, name: str) -> str | None:
        if name in AROUND:
            return AROUND[name].format(self._argument() or '""')
        if name in PAIRED:
            first = self._argument() or '""'
            return PAIRED[name].format(first, self._argument() or '""')
        if name == "sqrt":
            index = self._option(_INDEX)
            inner = self._argument()
            return f"root({typst_formula(index)}, {inner})" if index else f"sqrt({inner})"
        return None

    def _with_text(self, name: str) -> str | None:
        """Text, and text of another face in it."""
        if name not in TEXTS:
            return None
        if self._take()[0] != "{":
            raise UnsetFormulaError("a text in it has no braces")
        made: list[str] = []
        run = ""
        while (found := _TOKEN.match(self._source, self._position)) and found[0] != "}":
            self._position = found.end()
            if found[1] in TEXTS:
                made += [str(literal(run))] if run else []
                run = ""
                made.append(self._with_text(found[1]) or "")
            elif found[1] or found[0] in {"{", "$"}:
                raise UnsetFormulaError(f"{found[0]} may not stand in its text", found[1] or "")
            else:
                run += " " if found[0] == "~" or found[6] else found[3] or found[0]
        self._close()
        made += [str(literal(run))] if run or not made else []
        return TEXTS[name].format("".join(made) if len(made) == 1 else " ".join(made))

    def _negated(self) -> str:
        """Unicode has most of them; any other is struck through."""
        part = self._nucleus()
        plain = part.removeprefix("\\")
        composed = unicodedata.normalize("NFC", plain + "\u0338")
        return composed if len(plain) == 1 and len(composed) == 1 else f"cancel({part})"

    # Brackets, and what has rows ------------------------------------------------------------------------

    def _delimiter(self) -> str:
        """A bracket behind a command; empty for the full stop that stands for none."""
        token = self._take()
        if token[0] == ".":
            return ""
        if token[0] in {"<", ">"}:
            return "\\⟨" if token[0] == "<" else "\\⟩"
        if token[1]:
            if token[1] in {"lvert", "rvert"}:
                return "\\|"
            if token[1] in {"lVert", "rVert"}:
                return "‖"
            if (made := self._simple(token[1])) is not None:
                return made
        elif token[3]:
            return self._symbol(token[3])
        elif token[7]:
            return self._character(token[7])
        raise UnsetFormulaError(f"{token[0]} is no bracket")

    def _fenced(self) -> str:
        first = self._delimiter()
        inner = self.group((r"\right",))
        if self._take()[1] != "right":
            raise UnsetFormulaError(r"\left has no \right")
        return f"lr({first} {inner} {self._delimiter()})"

    def _environment(self) -> str:
        name = self._option(_ENVIRONMENT)
        columns = self._option(_COLUMNS) if name == "array" else ""
        rows = list(self._rows())
        if self._take()[1] != "end" or self._option(_ENVIRONMENT) != name:
            raise UnsetFormulaError(f"\\end{{{name}}} is missing")
        if name in MATRICES:
            cells = "; ".join(", ".join(cell or '""' for cell in row) for row in rows)
            bars = _bars(columns or "")
            made = f"mat(delim: {MATRICES[name]}, {bars}{cells})"
            return f"{'inline' if name == 'smallmatrix' else 'display'}({made})"
        if name == "cases":
            return f"display(cases({', '.join(' & '.join(row) for row in rows)}))"
        if name in ALIGNED:
            return f"display(mat(delim: #none, row-gap: #.5em, {'; '.join(' & '.join(row) for row in rows)}))"
        raise UnsetFormulaError(f"the environment {name} is not known in formulas", name or "")

    def _rows(self) -> Iterator[list[str]]:
        """The cells of each row; the last one may be empty."""
        row = [self.group()]
        while (token := self._peek()) and token[0] in {"&", r"\\"}:
            self._position = token.end()
            if token[0] == "&":
                row.append(self.group())
            else:
                yield row
                row = [self.group()]
        if row != [""]:
            yield row


def _bars(columns: str) -> str:
    """Lines between the columns of an array."""
    before = [len(re.sub(r"[|\s]", "", columns[:n])) for n, sign in enumerate(columns) if sign == "|"]
    count = len(re.sub(r"[|\s]", "", columns))
    inner = [n for n in dict.fromkeys(before) if 0 < n < count]
    return f"augment: #(vline: ({''.join(f'{n}, ' for n in inner)})), " if inner else ""


def _unescaped(word: str) -> str:
    return re.sub(r"\\([ %&#_{}$-])", r"\1", word).replace("\\,", "\u202f").replace("\\ ", " ")
