"""What to write instead of an unknown LaTeX command."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from ..formulas.near import character_of, is_formula_command, near_formula_command, swapped_formula_command
from ..urls import is_address
from .commands import near_command

__all__ = ["ARGUMENTS", "has_argument", "instead_of"]

#: Two arguments of a command, of which the second can contain braces.
ARGUMENTS: Final = re.compile(r"\{([^{}\s]{1,400})\}\s?\{((?:[^{}]|\{[^{}]*\}){1,1000})\}")
#: A single argument of a command, without braces.
_ARGUMENT: Final = re.compile(r"\{([^{}\s]{1,400})\}")
#: A longer value is not offered as what to write.
_WHOLE: Final = 120
#: The number of a symbol.
_NUMBERED: Final = re.compile(r"\{(\d{1,3})\}")
_HEX: Final = re.compile(r"\{([0-9A-Fa-f]{3,4})\}")
#: The words in a name such as ``HonorableMention``.
_WORDS_OF_NAME: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_VERB: Final = re.compile(r"([^\w\s{])([^\n]+?)\1")
_ORDINAL: Final = re.compile(r"(\d+)\\(st|nd|rd)$")
#: A letter without the braces or the space after it: ``Fran\ccais``, ``Stra\sse``.
_GLUED_LETTER: Final = re.compile(r"[^\W\d_]\\(cc|ss|aa|ae|oe)([a-z]*)$")
#: What to write instead of some commands without an argument.
_WORDS: Final = {
    "and": "write and",
    "n": "write a space or a line break",
    "r": "write a space or a line break",
    "t": "write a space",
    "ensuremath": "put braces around the command after it",
}
#: Commands that refer to something in a LaTeX document or only concern its authors.
_FOR_PRINT: Final = frozenset(
    [
        "ref",
        "eqref",
        "autoref",
        "pageref",
        "nameref",
        "cref",
        "Cref",
        "vref",
        "includegraphics",
        "todo",
        "index",
    ]
)
#: Commands for numbers with units.
_QUANTITIES: Final = frozenset(("SI", "qty", "SIrange", "qtyrange", "unit", "unitfrac", "ang"))
_DEFINITIONS: Final = frozenset(("newcommand", "renewcommand", "providecommand", "def"))
#: French commands for ordinal numbers.
_RAISED: Final = {"up": "", "ieme": "{e}", "iemes": "{es}", "ier": "{er}", "iere": "{re}", "fup": ""}
#: The number of a character after ``\char``.
_CODE: Final = re.compile(r"\d{2,5}(?!\d)")
#: ``\url`` without braces, and what follows it.
_GLUED_URL: Final = frozenset(("urlhttp", "urlhttps"))
_ADDRESS: Final = re.compile(r"://(?:https?://)?([^\s{}]+)")
_ARXIV: Final = re.compile(r"\s*\{\s*(?:arXiv:)?\s*([\w.-]+(?:/\d{7})?)\s*\}", re.I)


def has_argument(source: str, position: int) -> bool:
    """Whether a command before this position has an argument. Empty braces only end the name of a command."""
    return source.startswith("{", position) and not source.startswith("{}", position)


def instead_of(source: str, name: str, position: int) -> str:
    """What to write instead of an unknown command whose argument, if any, is at ``position``."""
    argument = has_argument(source, position)
    if not argument and (fix := _in_context(source, name, position)):
        return fix
    if name in _FOR_PRINT:
        return f"remove \\{name} with its argument"
    if name in _QUANTITIES:
        return f"write the quantity without \\{name}, such as 5 MHz"
    if name in _DEFINITIONS:
        return "remove the definition, and write what it stands for instead of the new command"
    if name in _RAISED:
        return f"write \\textsuperscript{_RAISED[name]} instead of \\{name}"
    if name.lower() == "arxiv" and (found := _ARXIV.match(source, position)):
        return f"write eprint = {{{found[1]}}} and eprinttype = {{arxiv}} instead"
    if name == "verb" and (found := _VERB.match(source, position)):
        command = "url" if "://" in found[2] else "texttt"
        return f"write \\{command}{{{found[2] if len(found[2]) <= _WHOLE else '…'}}}"
    if found := _NUMBERED.match(source, position):
        return f"write the character that \\{name}{found[0]} stands for, or remove it if it stands for none"
    if not argument and (character := character_of(name)):
        return f"write {character}"
    if name == "x" and (found := _HEX.match(source, position)) and chr(int(found[1], 16)).isprintable():
        return f"write {chr(int(found[1], 16))}"
    if name.startswith("backslash") and (near := near_formula_command(name)):
        return near
    if near := near_command(name):
        return near
    if name == "tilde" and not argument:
        return "write \\textasciitilde instead"
    if is_formula_command(name):
        return f"write it in a formula: $\\{name}{'{…}' if argument else ''}$"
    if not argument and len(character := unescape(f"&{name};")) == 1:
        return f"write {character}"
    if not argument and (near := swapped_formula_command(name)):
        return f"write $\\{near}$"
    if found := ARGUMENTS.match(source, position):
        return _one_argument(name, found[1], found[2])
    if (found := _ARGUMENT.match(source, position)) and is_address(found[1]):
        return _of_url(name, found[1])
    if argument:
        return f"remove \\{name}, or write a known command, such as \\emph, instead"
    return f"write the text that \\{name} stands for, or remove it if it stands for none"


def _in_context(source: str, name: str, position: int) -> str:
    """What to write instead of a command that the text around it explains; empty if it does not.

    :param position: where the text after the command begins.
    """
    before = source[max(position - 40, 0) : position].rstrip()
    if found := _ORDINAL.search(before):
        return f"write {found[1]}{found[2]}"
    if found := _GLUED_LETTER.search(before):
        letter = "\\c{c}" if found[1] == "cc" else f"{{\\{found[1]}}}"
        return f"write {letter}{found[2]}"
    if name in _WORDS:
        return _WORDS[name]
    if name == "char" and (found := _CODE.match(source, position)) and chr(int(found[0])).isprintable():
        return f"write {chr(int(found[0]))} instead of \\char{found[0]}"
    if name in _GLUED_URL and (found := _ADDRESS.match(source, position)):
        return f"write \\url{{https://{found[1]}}}" if len(found[1]) <= _WHOLE else "write \\url{https://…}"
    return ""


def _of_url(name: str, url: str) -> str:
    """What to write instead of an unknown command with a URL: its name, unless it is an abbreviation, is the text."""
    words = " ".join(_WORDS_OF_NAME.findall(name))
    if len(url) > _WHOLE:
        return (
            "write \\href with the URL and the text of the link"
            if " " in words
            else "write \\url with the URL"
        )
    return f"write \\href{{{url}}}{{{words}}}" if " " in words else f"write \\url{{{url}}}"


def _one_argument(name: str, first: str, second: str) -> str:
    """What to write instead of an unknown command with two arguments."""
    if is_address(first):
        shown = f"{{{second}}}" if len(second) <= _WHOLE else "its second argument"
        return f"write only {shown}, and move the URL to url unless it is there"
    return f"remove \\{name} and the argument that is not to be printed"
