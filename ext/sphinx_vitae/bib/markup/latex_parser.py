"""Parses a field with LaTeX markup in one pass.

A command without braces takes one token, as in TeX.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from sphinx_vitae.model import Inline, Span

from ..formulas import UnsetFormulaError, checked_formula
from ..urls import checked_url, plain_url
from .command_advice import has_argument
from .commands import CITATIONS, DECLARATIONS, DROPPED, FORMULAS, LENGTHS, SPANS, TAGS, TRANSPARENT
from .flaws import (
    Flaw,
    broken_braces,
    broken_dollars,
    refused_link,
    unknown_command,
)
from .formula_flaws import unset_formula
from .span_stack import SpanStack
from .symbols import ACCENTS, CONTROL_SYMBOLS, JOURNALS, SYMBOLS

__all__ = ["LatexParser"]


_GROUP = r"\{([^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*\}[^{}]*+)*)\}"
_ARGUMENT: Final = re.compile(rf"\s*+{_GROUP}")
_OPTION: Final = re.compile(r"\s*+\[([^\[\]{}]*+)\]")
_TOKEN: Final = re.compile(
    r"\\([A-Za-z]++)\*?+([ \t]*+)"  # 1 a command, 2 the spaces after it
    r"|\\(.|\Z)"  # 3 a control symbol
    r"|(\$++)"  # 4 math
    r"|((?:\{\})+|\{++|\}++)"  # 5 braces
    r"|(---?|``|''|~|[?!]`)"  # 6 a ligature
    r"|(&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)"  # 7 an entity
    r"|(https?://(?:[^\s{}\\\"<>$]|\\[_%&#~$])+)"  # 8 an address
    r"|`([^`'{}\\$]++)'(?![A-Za-z'])"  # 9 a quotation in single quotes
    r"|(<(/?)(?:jats:)?((?ai:"
    + "|".join(TAGS)
    + r"))(?:\s[^<>]{0,200})?\s*/?>)"  # 10 HTML: 11 its slash, 12 its name (``ſ`` does not count as ``s``)
    r"|((?:[^\\${}~&`'?!h<-]++|-(?!-)|'(?!')|[?!](?!`)|h(?!ttps?://)|<(?![A-Za-z/]))+|.)",  # 13 text
    re.S,
)
_MATH: Final = re.compile(r"\$\$([^$]++)\$\$|\$((?:[^$\\]++|\\.)+)\$", re.S)
#: A length of TeX, with what it may be stretched and shrunk by.
_LENGTH: Final = re.compile(
    r"\s*=?\s*[+-]?(?:\d++(?:[.,]\d*+)?|[.,]\d++)\s*(?:pt|em|ex|cm|mm|in|sp|bp|pc|dd|cc|mu)(?![A-Za-z])"
    r"(?:\s*(?:plus|minus)\s*-?[\d.,]+\s*(?:pt|em|ex|cm|mm|in|sp|bp|pc|dd|cc|mu|fill?l?)(?![A-Za-z])){0,2}"
)
_LIGATURES: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0", "?`": "¿", "!`": "¡"}
_ESCAPED_ENTITY: Final = re.compile(r"(amp|lt|gt|quot|nbsp);")
#: An exporter's form of ``&amp;``: ``{\&}amp$\mathsemicolon$``.
_MANGLED_ENTITY: Final = re.compile(r"\{?\\?&\}?(amp|lt|gt|quot|nbsp|#\d{1,7})\$\\mathsemicolon\$")
_PUNCTUATION: Final = re.compile(r"[.,;:!?)\]'*]+$")


class LatexParser(SpanStack):
    """Parses one value. `parts` is its text, `flaws` are its problems."""

    def __init__(self, source: str) -> None:
        super().__init__()
        if "mathsemicolon" in source:
            source = _MANGLED_ENTITY.sub(r"&\1;", source)
        self.source = source
        self.flaws: dict[Flaw, None] = {}
        self.absent: set[str] = set()  # closing commands that do not occur in the rest of the value
        self.last: dict[str, int] = {}  # the last positions of closing tags
        self.unknown_names: dict[str, set[bool]] = {}  # with and without an argument

    def parts(self) -> list[Inline]:
        source, position, token = self.source, 0, _TOKEN.match
        while position < len(source) and (found := token(source, position)):
            group = found.lastindex
            position = found.end()
            if group == 13 and not self.stack[-1].single:
                self.stack[-1].parts.append(found[13])
            elif group == 13:
                position = self.token_of(found[13], found.start())
            elif group == 10:
                self.tag(found)
            elif group == 2:
                position = self.command(found[1], position, found[2])
            elif group == 3:
                position = self.symbol(found[3], position)
            elif group == 4:
                position = self.math(found[4], found.start())
            elif group == 5:
                self.braces(found[5], found.start())
            elif group == 6:
                self.add(_LIGATURES[found[6]])
            elif group == 7:
                self.add(_character(found[7]))
            elif group == 8:
                position = self.address(found[8], found.start())
            else:
                self.add(f"‘{found[9]}’")
        if self.groups or self.flat:
            self.flaws[broken_braces(source)] = None
        return self.close_all()

    def tag(self, found: re.Match[str]) -> None:
        """Parse a harmless HTML tag. A tag without a counterpart is text."""
        written, closes, name = found[10], found[11], found[12].lower()
        kind = "smallcaps" if "small-caps" in written else TAGS[name]
        if name == "p":
            self.add(Span("par", (" ",)))
        elif name == "br":
            self.add(" ")
        elif closes:
            if not self.close_to(f"<{name}>"):
                self.add(written)
        elif self.closes(f"</{found[12]}>", found.end()) or self.closes(f"</jats:{found[12]}>", found.end()):
            self.open(f"<{name}>", kind, single=False)
        else:
            self.add(written)

    def closes(self, tag: str, position: int) -> bool:
        """Whether a closing tag follows. Its last position is cached, so the total time is linear."""
        if tag not in self.last:
            self.last[tag] = self.source.rfind(tag)
        return self.last[tag] >= position

    def braces(self, run: str, position: int) -> None:
        """Open or close groups. Empty groups matter only if a command is waiting for its argument."""
        if run.startswith("{}"):
            if self.stack[-1].single:
                self.open_groups(1)
                self.close_groups(1)
        elif run[0] == "{":
            self.open_groups(len(run))
        elif not self.close_groups(len(run)):
            self.flaws[broken_braces(self.source, position)] = None

    def command(self, name: str, position: int, blanks: str) -> int:
        """Parse a command by name; return the position after it and its arguments."""
        if name in self.unknown_names:
            self.unknown(name, position, blanks)
        elif name in SYMBOLS:
            self.add(SYMBOLS[name])
        elif name == "par":
            self.add(Span("par", (" ",)))
        elif name in SPANS:
            self.open(SPANS[name])
        elif name in ACCENTS:
            self.open("accent", ACCENTS[name])
        elif name in DECLARATIONS:
            self.open(DECLARATIONS[name], single=False)
        elif name in ("url", "href", "doi", "nolinkurl"):
            return self.link(name, position)
        elif name in CITATIONS:
            return self.cite(position)
        elif name in ("item", "begin", "end"):
            return self.environment(name, position)
        elif name == "ensuremath" and (formula := _ARGUMENT.match(self.source, position)):
            self.set_formula(formula[1], f"${formula[1]}$")
            return formula.end()
        elif name in ("footnote", "thanks"):
            self.open("note")
        elif name in ("MakeUppercase", "uppercase"):
            self.open("upper")
        elif name in LENGTHS and (length := _LENGTH.match(self.source, position)):
            self.add(" ")
            return length.end()
        elif name in DROPPED:
            return self.behind_dropped(name, position)
        elif name in JOURNALS:
            self.add(JOURNALS[name])
        elif name not in TRANSPARENT:
            self.unknown(name, position, blanks)
        return position

    def behind_dropped(self, name: str, position: int) -> int:
        """The position after the arguments of a command that are not shown, and the options before them."""
        for _ in range(DROPPED[name]):
            option = _OPTION.match(self.source, position)
            argument = _ARGUMENT.match(self.source, option.end() if option else position)
            if not argument:
                break
            position = argument.end()
        return position

    def unknown(self, name: str, position: int, blanks: str) -> None:
        """Print the argument of an unknown command, or its name if it has none."""
        argument = has_argument(self.source, position)
        if not argument:
            self.add(f"\\{name}{blanks}")
        said = self.unknown_names.setdefault(name, set())
        if argument not in said:
            said.add(argument)
            self.flaws[unknown_command(self.source, name, position)] = None

    def symbol(self, character: str, position: int) -> int:
        """Parse a backslash followed by a character that is not a letter."""
        if character in ACCENTS:
            self.open("accent", ACCENTS[character])
        elif character in "([" and character:
            return self.formula(position, "\\)" if character == "(" else "\\]", character)
        elif character == "&" and (entity := _ESCAPED_ENTITY.match(self.source, position)):
            self.add(unescape(f"&{entity[0]}"))
            return entity.end()
        else:
            self.add(CONTROL_SYMBOLS.get(character, f"\\{character}"))
        return position

    def math(self, dollars: str, start: int) -> int:
        """Parse ``$…$`` or ``$$…$$``.

        A dollar sign without a partner, or before an amount of money, is printed.
        """
        found = _MATH.match(self.source, start) if len(dollars) < 3 else None
        if found:
            formula = found[1] or found[2]
            amount = formula.lstrip()[:1].isdigit() and self.source[found.end() : found.end() + 1].isdigit()
            if not amount:
                self.set_formula(formula, found[0])
                return found.end()
        self.flaws[broken_dollars(self.source, start, dollars)] = None
        self.add(dollars)
        return start + len(dollars)

    def formula(self, start: int, end: str, otherwise: str) -> int:
        """Parse a formula up to its closing command. If there is none, print ``otherwise``."""
        close = -1 if end in self.absent else self.source.find(end, start)
        if close < 0:
            self.absent.add(end)
            self.add(otherwise)
            return start
        formula = self.source[start:close]
        lines = end.startswith("\\end") and re.search(r"&|\\\\", formula)
        self.set_formula(rf"\begin{{aligned}}{formula}\end{{aligned}}" if lines else formula, f"${formula}$")
        return close + len(end)

    def set_formula(self, formula: str, written: str) -> None:
        """Add a formula. If it is not safe to pass on, it is printed as written."""
        if formula == "\\-":  # a soft hyphen, as Zotero exports it
            return
        if "\\ensuremath" in formula:  # it has no meaning in formulas
            formula = formula.replace("\\ensuremath", "")
        try:
            self.add(Span("math", (checked_formula(formula),)))
        except UnsetFormulaError as error:
            self.flaws[unset_formula(written, error)] = None
            self.add(written)

    def link(self, name: str, position: int) -> int:
        r"""Parse ``\url{…}`` or ``\href{…}{…}``."""
        found = _ARGUMENT.match(self.source, position)
        if not found:
            return position
        address = plain_url(found[1])
        url = checked_url(f"https://doi.org/{address}" if name == "doi" else address)
        if not url:
            self.flaws[refused_link(name, address, self.source, position)] = None
        if name == "href":
            self.open("link" if url else "plain", url)
        else:
            self.add(Span("link", (address,), url) if url else address)
        return found.end()

    def address(self, run: str, start: int) -> int:
        """Turn a bare address into a link, without trailing punctuation."""
        trailing = _PUNCTUATION.search(run)
        if trailing and not (trailing[0].startswith(")") and "(" in run):
            run = run[: trailing.start()]
        url = plain_url(run)
        self.add(Span("link", (url,), checked_url(url) or url))
        return start + len(run)

    def cite(self, position: int) -> int:
        r"""Parse ``\cite[before][after]{keys}``."""
        options = []
        while found := _OPTION.match(self.source, position):
            options.append(found[1].strip())
            position = found.end()
        found = _ARGUMENT.match(self.source, position)
        if not found:
            return position
        notes = [LatexParser(note).parts() if note else [] for note in options[:2]]
        parts: list[Inline] = [*notes[0], " "] if len(notes) > 1 and notes[0] else []
        for key in filter(None, (key.strip() for key in found[1].split(","))):
            if parts and isinstance(parts[-1], Span) and parts[-1].kind == "cite":
                parts.append(", ")
            parts.append(Span("cite", (key,), key))
        if notes and notes[-1]:
            parts.extend((", ", *notes[-1]))
        self.stack[-1].parts.extend(parts)
        self.complete()
        return found.end()

    def environment(self, name: str, position: int) -> int:
        r"""Parse ``\item``, ``\begin{…}`` and ``\end{…}``. Of environments, only items and formulas are kept."""
        if name == "item":
            self.close_to("item")
            self.open("item", single=False)
            return position
        found = _ARGUMENT.match(self.source, position)
        if name == "begin" and found and found[1] in FORMULAS:
            return self.formula(found.end(), f"\\end{{{found[1]}}}", "")
        if name == "begin":
            self.open("environment", single=False)
        else:
            self.close_to("environment")
        return found.end() if found else position


def _character(entity: str) -> str:
    """The character of an HTML entity; empty if it cannot be printed."""
    character = unescape(entity)
    return character if character.isprintable() or character.isspace() else ""
