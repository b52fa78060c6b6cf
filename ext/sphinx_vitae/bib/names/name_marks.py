r"""Symbols and emphasis in names.

``Last*, First``, daggers, ``$^{*}$``, ``\textsuperscript{1}`` and similar symbols are removed from a name
before it is parsed, and become its marks; ``*`` is the mark ``equal``. People print their own name in bold,
which becomes the mark ``me``. A custom command around a whole name, such as ``\student{…}``, becomes a mark
with the name of the command. Underlining and italics have no known meaning.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ..markup.commands import SPANS, TRANSPARENT
from ..markup.symbols import ACCENTS, SYMBOLS

__all__ = ["OWN", "SIGNS", "Marked", "mark_of", "take_marks"]

#: The mark of the owner's name.
OWN: Final = "me"
_OWN_WORDS: Final = frozenset(("me", "highlight", "self", "myname"))


class Marked(NamedTuple):
    """A name without its symbols, and the meaning of the symbols."""

    name: str
    marks: tuple[str, ...] = ()


_SUSPECT: Final = re.compile(r"[*∗⁎＊†‡§¶#⋆♯¹²³⁴⁵⁶⁷⁸⁹⁰$^<]|__|\\[A-Za-z#*]{2}|\\[SP](?![a-z])|\\#")
_EQUAL: Final = "*∗⁎＊"
SIGNS: Final = {
    **dict.fromkeys((*_EQUAL, "\\ast", "\\textasteriskcentered"), "equal"),
    **dict.fromkeys(("\\dagger", "\\dag", "\\textdagger"), "†"),
    **dict.fromkeys(("\\ddagger", "\\ddag", "\\textdaggerdbl"), "‡"),
    **dict.fromkeys(("\\S", "\\textsection"), "§"),
    **dict.fromkeys(("\\P", "\\textparagraph"), "¶"),
    "\\star": "⋆",
    "\\sharp": "♯",
    "\\#": "#",
    "\\diamond": "⋄",
    **dict(zip("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890", strict=True)),
}
_NAMES: Final = "|".join(sorted((sign[1:] for sign in SIGNS if sign.startswith("\\")), key=len, reverse=True))
_INNER: Final = r"((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)"
#: Bold type in LaTeX, HTML and Markdown.
_OWN: Final = re.compile(
    rf"\{{\s*\\(?:textbf|mkbibbold)\s*\{{{_INNER}\}}\s*\}}"
    rf"|\\(?:textbf|mkbibbold)\s*\{{{_INNER}\}}"
    rf"|\{{\s*\\(?:bf|bfseries)\s+{_INNER}\}}"
    r"|<(?:b|strong)>([^<>]*)</(?:b|strong)>"
    r"|\*\*([^*]+)\*\*|__([^_]+)__"
)
#: Superscripts and footnotes. Each word in them is a mark.
_RAISED: Final = re.compile(
    rf"\{{?\s*(?:\\textsuperscript\s*\{{{_INNER}\}}"
    r"|\$\s*(?:\{\s*\})?\^\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+|[^\s$]))\s*\$"
    rf"|\$\s*(\\(?:{_NAMES}))\s*\$"
    r"|(?<!\\)\^\{([^{}]*)\}"
    r"|<sup>([^<>]*)</sup>"
    r"|\\(?:thanks|footnote|footnotemark)\s*(?:\{([^{}]*)\}|\[([^\[\]]*)\])"
    r")\s*\}?"
)
_SIGN: Final = re.compile(rf"\{{?(\\(?:{_NAMES}))(?![A-Za-z])(?:\{{\}})?\}}?|(\*+|[∗⁎＊†‡§¶#⋆♯¹²³⁴⁵⁶⁷⁸⁹⁰])")
_WRAPPED: Final = re.compile(rf"\\([A-Za-z]+)\s*\{{{_INNER}\}}")
_TAG: Final = re.compile(r"</?(?:u|i|em|span)\b[^<>]*>")
_WORDS: Final = re.compile(r"[,;\s]+")
_BLANKS: Final = re.compile(r"\s{2,}")
_EDGES: Final = re.compile(r"\s+(?=,)|^[\s,]+|\s+$")


def take_marks(name: str) -> Marked:
    """Remove symbols and emphasis from a name, and interpret them."""
    if not _SUSPECT.search(name):
        return Marked(name)
    marks: list[str] = []

    def own(found: re.Match[str]) -> str:
        marks.append(OWN)
        return _content(found)

    def raised(found: re.Match[str]) -> str:
        words = (word.strip("{}$") for word in _WORDS.split(_content(found)))
        marks.extend(SIGNS.get(word, word) for word in words if word)
        return ""

    def sign(found: re.Match[str]) -> str:
        written = _content(found)
        marks.append(SIGNS.get(written, written))
        return ""

    name = _OWN.sub(own, name)
    name = _RAISED.sub(raised, name.replace("\\*", "*"))
    name = _TAG.sub("", _SIGN.sub(sign, name))
    if found := _WRAPPED.fullmatch(name.strip()):
        if not (found[1] in SPANS or found[1] in TRANSPARENT or found[1] in ACCENTS or found[1] in SYMBOLS):
            marks.append(mark_of(found[1]))
        name = found[2] if found[1] not in ACCENTS else name
    return Marked(_EDGES.sub("", _BLANKS.sub(" ", name)), tuple(dict.fromkeys(marks)))


def mark_of(word: str) -> str:
    """The mark that a word stands for. CV templates use several different words to mark the owner's name."""
    return OWN if word.lower() in _OWN_WORDS else word


def _content(found: re.Match[str]) -> str:
    """The first group that matched."""
    return next((group for group in found.groups() if group is not None), "")
