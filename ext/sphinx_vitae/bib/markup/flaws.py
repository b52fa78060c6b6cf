"""Problems with LaTeX markup: what is wrong, where, and what to write instead."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from sphinx_vitae.model import ProblemKind, edits, excerpt

from .command_advice import ARGUMENTS, has_argument, instead_of

__all__ = [
    "Flaw",
    "broken_braces",
    "broken_dollars",
    "refused_link",
    "unknown_command",
]


class Flaw(NamedTuple):
    """A problem with the markup. If it is reported only once per file, ``once`` identifies it.

    ``place`` is a part of the value: the problem is in the line that contains it.
    """

    kind: ProblemKind
    message: str
    fix: str = ""
    once: str = ""
    place: str = ""


#: How much of a value a message shows on each side of a place.
_BEFORE: Final = 24
_AFTER: Final = 12
_BRACE: Final = re.compile(r"\\.|[{}]", re.S)
#: A formula that an exporter has escaped character by character.
_EXPORTED_FORMULA: Final = re.compile(
    r"\\textbackslash\s*(?:\{\}\s*)?[a-z]+\\\{|\\\$[^$]{0,80}\\textbackslash|\\vphantom\{?\\[{}]"
    r"|\\\$[^$\\]{0,60}\\_[^$]{0,200}\\\$"
    r"|\{\\\$\}(?=[^$]{0,300}?(?:\\backslash[a-z]|\{\\\^\{\}\}))"
)
#: A space after a backslash, as an exporter has escaped it.
_ESCAPED_SPACE: Final = r"{\\\}"
#: A backslash that an exporter has escaped, with the name of the command.
_ESCAPED_NAMES: Final = ("backslash", "textbackslash")
#: How long a formula with escaped dollar signs can be.
_WHOLE: Final = 120
#: A dollar sign before an amount of money.
_PRICE: Final = re.compile(r"\$\d[\d.,]*(?:\s?(?:[bmtr]illion|[KMBk])\b|(?=[\s/;:!?)-]|$))")
_AMOUNT: Final = re.compile(r"(?<!\\)\$\d")
#: A formula with escaped dollar signs, of which a part is a formula.
_HALF_ESCAPED: Final = re.compile(
    r"\\\$([^$\\{}]{1,80})(?:\{\$([^$\\{}]{1,80})\\\$\}|\$([^$\\{}]{1,80})\\?\$)([^$\\{}]{1,80})\\\$"
)
#: A dollar sign of a formula that is lost, and the HTML tag after it: ``$^{ </sup>``.
_REMNANT: Final = re.compile(r"\$[\^_]?\{?\s*+</?(?:sup|sub|i|em|b)>")
_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_LONGEST_SCHEME: Final = 8
#: A URL that was cut in two, up to the argument with its rest, and the number of characters that are looked at.
_TWO_URLS: Final = re.compile(r"\\url\s{0,9}\{[^{}]{1,200}\}\s{0,200}\\url\Z")
_LONGEST_URL: Final = 420


@lru_cache(4)  # a long value may have a command for each of its words
def _exported_formula(source: str) -> Flaw | None:
    """The problem with a formula that an exporter escaped character by character; ``None`` if there is none."""
    found = _EXPORTED_FORMULA.search(source)
    if found is None:
        return None
    shown = excerpt(source[found.start() :], _BEFORE)
    message = f"“{shown}” is a formula whose characters were escaped, so its source code is printed"
    fix = "write the formula again, as LaTeX between $ and $"
    return Flaw(ProblemKind.MARKUP_BROKEN, message, fix, place=found[0])


def broken_braces(source: str, position: int = -1) -> Flaw:
    """An unmatched brace: a closing one at ``position``, or else an opening one without a partner."""
    if flaw := _exported_formula(source):
        return flaw
    closing = position >= 0
    if not closing and _ESCAPED_SPACE in source:
        fix = f"write a space instead of {_ESCAPED_SPACE}"
        return _broken("unmatched opening brace", source, source.index(_ESCAPED_SPACE), fix)
    if not closing:
        position = _unmatched(source)
    same, other = ("right", "left") if closing else ("left", "right")
    escaped = "\\{" if closing else "\\}"
    if source.count("\\{") != source.count("\\}") and escaped in source:
        instead = f"remove {escaped} or write \\textbrace{other} instead of it"
        fix = f"remove it, and {instead}, because BibTeX counts that brace"
        if not closing:
            position = _paired_with_escaped(source)
    else:
        fix = f"remove it, or write \\textbrace{same} if the brace is to be printed"
    return _broken(f"unmatched {'closing' if closing else 'opening'} brace", source, position, fix)


def broken_dollars(source: str, position: int, dollars: str) -> Flaw:
    """Dollar signs at ``position`` that do not enclose a formula."""
    empty = len(dollars) % 2 == 0
    said = "there is nothing between two dollar signs" if empty else "unmatched dollar sign"
    fix = "remove them" if empty else "write \\$ for a dollar sign, or add the one that is missing"
    if not empty and _PRICE.match(source, position):
        each = "each" if len(_AMOUNT.findall(source)) > 1 else "a"
        said, fix = "dollar sign without a backslash", f"write \\$ for {each} dollar sign"
    elif not empty and (formula := _half_escaped(source, position)):
        fix = f"write {formula} if it is a formula, without backslashes before dollar signs"
    elif not empty and (remnant := _REMNANT.match(source, position)):
        said = "remnant of a formula with an HTML tag"
        brace = " (and the } after it, if two follow)" if "{" in remnant[0] else ""
        fix = f"remove {' '.join(remnant[0].split())}{brace}, or write the formula that is meant"
    return _broken(said, source, position, fix)


def _half_escaped(source: str, position: int) -> str:
    """The formula whose dollar signs are escaped around the one at ``position``; empty if there is none."""
    start = source.rfind("\\$", max(position - _WHOLE, 0), position)
    found = _HALF_ESCAPED.match(source, start) if start >= 0 else None
    return f"${' '.join(''.join(filter(None, found.groups())).split())}$" if found else ""


def _broken(message: str, source: str, position: int, fix: str) -> Flaw:
    """Broken markup at a position, which the message shows; -1 if the position is not known."""
    if position < 0:
        return Flaw(ProblemKind.MARKUP_BROKEN, message, fix)
    start, end = max(position - _BEFORE, 0), position + _AFTER
    shown = " ".join(source[start:end].split())
    shown = f"{'…' if start else ''}{shown}{'…' if end < len(source) else ''}"
    before, after = source[start:position].split(" "), source[position:end].split(" ")
    return Flaw(ProblemKind.MARKUP_BROKEN, f"{message} in “{shown}”", fix, place=before[-1] + after[0])


def _unmatched(source: str) -> int:
    """The position of the first opening brace without a partner; -1 if there is none."""
    opened: list[int] = []
    for found in _BRACE.finditer(source):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            opened.pop()
    return opened[0] if opened else -1


def _paired_with_escaped(source: str) -> int:
    """The position of the first opening brace that an escaped one closes, because BibTeX counts those too."""
    opened: list[tuple[int, bool]] = []
    for found in _BRACE.finditer(source):
        if found[0] in {"{", "\\{"}:
            opened.append((found.start(), found[0] == "{"))
        elif found[0] in {"}", "\\}"} and opened:
            start, plain = opened.pop()
            if plain and found[0] == "\\}":
                return start
    return _unmatched(source)


def unknown_command(source: str, name: str, position: int) -> Flaw:
    """An unknown command whose argument, if any, is at ``position``."""
    if (name.startswith(_ESCAPED_NAMES) or "\\_" in source) and (flaw := _exported_formula(source)):
        return flaw
    printed = "its argument is" if has_argument(source, position) else "the command itself is"
    printed = "its arguments are" if ARGUMENTS.match(source, position) else printed
    message = f"unknown LaTeX command \\{name}; {printed} printed"
    return Flaw(ProblemKind.MARKUP_UNKNOWN, message, instead_of(source, name, position), f"\\{name}")


def refused_link(command: str, address: str, source: str, position: int) -> Flaw:
    """The argument of a command such as ``\\url`` that is not a URL. The text of ``\\href`` stays.

    :param position: where the argument begins in the source.
    """
    found = _DOI.search(address)
    scheme, colon, rest = address.partition(":")
    fix = "write a URL that begins with https://"
    if found:
        fix = (
            f"write \\doi{{{found[0]}}}" if command == "url" else f"write https://doi.org/{found[0]} instead"
        )
    elif address.startswith("://"):
        fix = "write https before ://"
    elif _TWO_URLS.search(source, max(0, position - _LONGEST_URL), position):
        fix = "if it is the rest of the URL before it, write both in a single \\url{…}; otherwise, " + fix
    elif colon and rest.startswith("//") and edits(scheme.lower()[:_LONGEST_SCHEME], "https") == 1:
        fix = f"write https: instead of {scheme}:"
    elif command == "href":
        fix += ", or only the text"
    elif " " in address:
        fix += f", or remove \\{command}"
    return Flaw(ProblemKind.LINK_REFUSED, f"“{excerpt(address)}” cannot be linked", fix, address)
