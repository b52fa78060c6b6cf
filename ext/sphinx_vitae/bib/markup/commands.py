"""How LaTeX commands with arguments change a `Text`. Symbols and accents are in `symbols`."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from sphinx_vitae.model import SpanKind, edits

from ..formulas.near import as_formula, is_formula_command
from ..vocabulary import words
from .symbols import SYMBOLS

__all__ = [
    "CITATIONS",
    "DECLARATIONS",
    "DROPPED",
    "FORMULAS",
    "LENGTHS",
    "SPANS",
    "TAGS",
    "TRANSPARENT",
    "near_command",
]

#: Commands that format their argument.
SPANS: Final[dict[str, SpanKind]] = {
    "emph": "emph",
    "textit": "emph",
    "textsl": "emph",
    "mkbibemph": "emph",
    "mkbibitalic": "emph",
    "textbf": "strong",
    "mkbibbold": "strong",
    "textsc": "smallcaps",
    "textsuperscript": "sup",
    "mkbibsuperscript": "sup",
    "textsubscript": "sub",
    "mkbibsubscript": "sub",
    "texttt": "code",
    "code": "code",
    "enquote": "quote",
    "mkbibquote": "quote",
    "textquote": "quote",
}

#: Commands that format the rest of their group.
DECLARATIONS: Final[dict[str, SpanKind]] = {
    "em": "emph",
    "it": "emph",
    "itshape": "emph",
    "sl": "emph",
    "slshape": "emph",
    "bf": "strong",
    "bfseries": "strong",
    "sc": "smallcaps",
    "scshape": "smallcaps",
    "tt": "code",
    "ttfamily": "code",
}

#: Commands that have no effect here; only their argument is printed.
TRANSPARENT: Final = words(
    """
    text textrm textsf textup textnormal textmd mbox hbox fbox makebox underline uline ul uwave
    mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak mathnormal boldsymbol bm pmb operatorname
    textlatin textgreek textcyrillic rm sf upshape normalfont mdseries rmfamily sffamily selectfont
    mkbibparens mkbibbrackets autocap bibstring path num ce acronym ac acs acl gls natexlab nohyphens
    MakeLowercase lowercase MakeSentenceCase MakeTitlecase MakeCapital unskip
    raggedright raggedleft centering noindent sloppy null relax nobreak strut
    """
)

#: Commands with arguments that are not shown: sort keys, colours, languages, lengths → the number of these arguments.
DROPPED: Final[dict[str, int]] = {
    **dict.fromkeys(
        words(
            """
            hyphenation noopsort SortNoop noop switchargs singleletter label index nocite phantom hphantom vphantom
            color textcolor colorbox foreignlanguage textlang selectlanguage bibinfo hspace vspace hskip vskip
            raisebox rotatebox scalebox parbox
            """
        ),
        1,
    ),
    **dict.fromkeys(words("resizebox fcolorbox fontsize rule"), 2),
}

#: Commands of TeX for a space, followed by a length without braces.
LENGTHS: Final = words("kern hskip vskip mskip mkern")

#: HTML tag that formats text → its format, if any.
TAGS: Final[dict[str, SpanKind | Literal[""]]] = {
    "i": "emph",
    "em": "emph",
    "italic": "emph",
    "b": "strong",
    "strong": "strong",
    "bold": "strong",
    "sub": "sub",
    "sup": "sup",
    "scp": "smallcaps",
    "sc": "smallcaps",
    "tt": "code",
    "span": "",
    "br": "",
    "p": "",
}

#: Commands that cite entries by key.
CITATIONS: Final = words(
    """
    cite citep citet citealp citealt citeauthor citeyear citeyearpar citetitle parencite textcite autocite
    citeonline citeauthoronline footcite footcitetext fullcite footfullcite smartcite supercite Cite Citep Citet Parencite Textcite
    Autocite
    """
)

#: Environments that contain a formula.
FORMULAS: Final = words(
    """
    math displaymath equation equation* align align* eqnarray eqnarray* gather gather* multline multline*
    """
)

#: Shorter commands are not compared with other commands.
_SHORTEST: Final = 5


#: Misspelt symbols that are more than one edit away.
_MISSPELT: Final = {
    "copywrite": "copyright",
    "copyrite": "copyright",
    "pound": "pounds",
    "ndash": "textendash",
    "mdash": "textemdash",
}
#: The names and letters of LaTeX's commands for Cyrillic, such as ``\cyrzh``, in the same order.
_CYRILLIC_NAMES: Final = (
    "a b v g d e yo zh z i ishrt k l m n o p r s t u f h c ch sh shch hrdsn ery sftsn erev yu ya"
)
_CYRILLIC: Final = dict(zip(_CYRILLIC_NAMES.split(), "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", strict=True))
#: A backslash that an exporter has escaped.
_ESCAPED: Final = "textbackslash"


def _unescaped(name: str) -> str:
    """What to write instead of a command whose backslash an exporter has escaped."""
    if name in SYMBOLS or name in SPANS or name in DECLARATIONS or name in TRANSPARENT:
        return f"write \\{name}"
    beginnings = [name[:end] for end in range(len(name), 2, -1)]
    if symbol := next(filter(SYMBOLS.__contains__, beginnings), ""):
        return f"write \\{symbol}{{}}{name[len(symbol) :]}"
    if command := next(filter(is_formula_command, beginnings), ""):
        return f"write it in a formula: {as_formula(command, name[len(command) :])}"
    return f"write \\{name}"


def _symbol_in_text(name: str) -> str:
    """The symbol, such as ``textasciitilde``, with which the name of an unknown command begins; empty if there is none."""
    return next((name[:end] for end in range(len(name) - 1, 7, -1) if name[:end] in SYMBOLS), "")


def _cyrillic(name: str) -> str:
    """What to write instead of a command for a Cyrillic letter; empty if it is another command."""
    if name == "cyrchar":
        return "remove it, and write the Cyrillic letter instead of the command after it"
    letter = _CYRILLIC.get(name[3:].lower(), "") if name.startswith(("cyr", "CYR")) else ""
    return f"write {letter.upper() if name.isupper() else letter}" if letter else ""


@lru_cache(1024)
def near_command(name: str) -> str:
    r"""``did you mean \textit?`` if an unknown command is one edit away from a formatting command;
    ``write \emph{word}`` if it is such a command with a word.
    """
    if name in _MISSPELT:
        return f"write \\{_MISSPELT[name]} instead"
    if letter := _cyrillic(name):
        return letter
    if len(name) < _SHORTEST:
        return ""
    known = [other for other in (*SPANS, *DECLARATIONS) if len(other) >= _SHORTEST]
    if near := [other for other in known if edits(name, other) == 1]:
        return f"did you mean \\{min(near)}?"
    if name.startswith(_ESCAPED):
        return _unescaped(name.removeprefix(_ESCAPED))
    if name.startswith("text") and (beginning := _symbol_in_text(name)):
        return f"write \\{beginning}{{}}{name[len(beginning) :]}"
    symbols = [
        name[:end] for end in range(_SHORTEST - 1, len(name)) if name[end].isupper() and name[:end] in SYMBOLS
    ]
    if symbols:
        symbol, rest = symbols[-1], name[len(symbols[-1]) :]
        return f"write $\\{symbol}${rest}" if is_formula_command(symbol) else f"write \\{symbol}{{}}{rest}"
    glued = [other for other in SPANS if name.startswith(other) and not name[len(other) :].islower()]
    if not glued:
        return ""
    command = max(glued, key=len)
    return f"write \\{command}{{{name[len(command) :]}}}"
