r"""Text as LaTeX for other people's documents. All commands are defined by LaTeX itself.

The source of a field is kept if it is valid, including protected capitals. If LaTeX would stop at a field, or
only this package can read it (HTML, Markdown, bare ``&``), it is rewritten from the parsed text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from sphinx_vitae.bib.formulas.symbols import MATH_SYMBOLS
from sphinx_vitae.bib.markup.symbols import ACCENTS, SYMBOLS
from sphinx_vitae.bib.markup.text_parser import read_text
from sphinx_vitae.bib.vocabulary import words
from sphinx_vitae.model import Inline, Text

from ..facts import legal, unicode_text
from .soundness import is_balanced, sound

__all__ = ["ascii_latex", "ascii_name", "escaped", "field_latex", "latex_of"]

_SPECIALS: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    **{character: f"\\{character}" for character in "$&%#_"},
}
_ESCAPES: Final = str.maketrans(_SPECIALS)
#: Characters that LaTeX creates from ligatures.
_LIGATURES: Final = {
    "–": "--", "—": "---", "“": "``", "”": "''", "‘": "`", "’": "'", "¿": "?`", "¡": "!`", "\u00a0": "~", "…": r"\ldots{}",
    "\u202f": r"\,", "\u2009": r"\,", "\u2010": "-", "\u2011": "-", "‚": r"\quotesinglbase{}", "„": r"\quotedblbase{}",
}  # fmt: skip
#: Commands that every LaTeX defines for letters and text symbols.
_LETTERS: Final = words("aa AA ae AE oe OE o O l L ss dh DH th TH dj DJ ng NG i j")
_SIGNS: Final = words(
    """
    textregistered texttrademark textdegree textmu textcelsius texttimes textdiv textpm texteuro textyen textcent textperthousand textnumero
    textbullet textdagger textdaggerdbl textsection textparagraph copyright pounds guillemotleft guillemotright
    guilsinglleft guilsinglright textordfeminine textordmasculine textonequarter textonehalf textthreequarters
    textonesuperior texttwosuperior textthreesuperior textperiodcentered textbrokenbar textcurrency
    """
)
_SYMBOLS: Final = {
    symbol: f"\\ensuremath{{\\{name}}}" for name, symbol in MATH_SYMBOLS.items() if not symbol.isascii()
}
_COMMANDS: Final = (
    {SYMBOLS[name]: f"\\{name}{{}}" for name in _SIGNS if name in SYMBOLS}
    | {SYMBOLS[name]: f"{{\\{name}}}" for name in _LETTERS}
    | _LIGATURES
)
#: Combining character → accent command.
_ACCENTS: Final = {
    character: command for command, character in ACCENTS.items() if command in "`'^~\"=.uvHrckbdt"
}
_SPANS: Final = {
    "emph": r"\emph{%s}",
    "strong": r"\textbf{%s}",
    "smallcaps": r"\textsc{%s}",
    "sub": r"\textsubscript{%s}",
    "sup": r"\textsuperscript{%s}",
    "code": r"\texttt{%s}",
    "math": "$%s$",
    "quote": "``%s''",
}
_ABROAD: Final = re.compile(r"[^\x00-\x7f][\u0300-\u036f]*|[A-Za-z][\u0300-\u036f]+")
#: Outside formulas, these characters are commands or comments in TeX.
_BARE: Final = re.compile(r"\\.|\$[^$]*\$|\\\(.*?\\\)|([&%#_^])", re.S)
#: Matches markup that only this package reads, and LaTeX that is written differently here.
_FOREIGN: Final = re.compile(r"\\(?:ensuremath|href|url|cite|begin|par\b|item)|<[A-Za-z/]|\]\(|&\w+;|\\$")
#: Outside braces, sources without other characters mean themselves, except for dashes and URLs.
_ORDINARY: Final = re.compile(r"[A-Za-z0-9 ,.:;()/?!+*=@-]*")
_STRAIGHT: Final = str.maketrans("’‘“”", "''\"\"")


def ascii_latex(source: str) -> str:
    """LaTeX in ASCII, except for letters for which LaTeX has no command.

    Accented letters are in braces, so that BibTeX treats each as one letter.
    """
    return source if source.isascii() else _ABROAD.sub(lambda found: _command(found[0]), source)


def ascii_name(source: str) -> str:
    """The same for a name, in which styles do not expect formulas."""
    if source.isascii():
        return source
    return _ABROAD.sub(lambda found: found[0] if found[0] in _SYMBOLS else _command(found[0]), source)


@lru_cache(1024)
def _command(letter: str) -> str:
    if known := _COMMANDS.get(letter) or _SYMBOLS.get(letter):
        return known
    decomposed = normalize("NFD", letter)
    base, marks = decomposed[0], decomposed[1:]
    if not marks or any(mark not in _ACCENTS for mark in marks):
        return letter
    made = _COMMANDS.get(base, base).strip("{}")
    if not made.isascii():
        return letter
    for mark in marks:
        command = _ACCENTS[mark]
        plain = len(made) == 1 and not command.isalpha()
        made = f"\\{command}{made}" if plain else f"\\{command}{{{made}}}"
    return f"{{{made}}}"


#: How to write characters other than ASCII.
Letters = Callable[[str], str]


def field_latex(source: str, text: Text, letters: Letters = ascii_latex) -> str:
    """Convert a field to LaTeX.

    :param source: the field as written in the file; kept if it is valid and is parsed as the same text.
    :param text: the parsed text of the field.
    :param letters: converts non-ASCII characters.
    """
    source = _on_one_line(source)
    if _is_ordinary(source, text):
        return source
    if source and sound(source) == source and not _FOREIGN.search(source):
        kept = letters(_BARE.sub(lambda found: f"\\{found[1]}" if found[1] else found[0], source))
        if _reads_as(kept, text):
            return kept
    return latex_of(text, letters)


def _on_one_line(source: str) -> str:
    if source.isprintable() and "  " not in source:  # nearly all
        return source.strip()
    return legal(" ".join(source.split()))


def _is_ordinary(source: str, text: Text) -> bool:
    """Whether a source means its text without being parsed, as most do: letters, with braces that protect capitals."""
    bare = source.replace("{", "").replace("}", "") if "{" in source or "}" in source else source
    if not _ORDINARY.fullmatch(bare) or "--" in bare or "://" in bare or "  " in bare:
        return False
    meant = unicode_text(text)
    return (meant == bare or meant == bare.rstrip(".,;: ")) and (bare == source or is_balanced(source))


def _reads_as(source: str, text: Text) -> bool:
    reading = read_text(source)
    if reading.flaws:
        return False
    read, meant = _straight(reading.text), _straight(text)
    return read == meant or read.rstrip(".,;: ") == meant  # the end mark that was taken off


def _straight(text: Text) -> str:
    """The text with straight quotation marks, because TeX and Unicode quotation marks are equivalent."""
    return unicode_text(text).replace("``", '"').replace("''", '"').translate(_STRAIGHT)


def latex_of(text: Text, letters: Letters = ascii_latex) -> str:
    """Convert `Text` to LaTeX."""

    if not text.parts:
        return ""
    return " ".join("".join([_inline(part, letters) for part in text.parts]).split())


def _inline(part: Inline, letters: Letters) -> str:
    if isinstance(part, str):
        return letters(escaped(legal(part)))
    if part.kind == "math":
        source = legal(str(Text(part.parts)))
        return f"${letters(source)}$" if is_balanced(source) else letters(escaped(source))
    inner = "".join([_inline(each, letters) for each in part.parts])
    return f" {inner}" if part.kind in ("item", "par") else _SPANS.get(part.kind, "%s") % inner


def escaped(text: str) -> str:
    """Escape a plain string, so that TeX prints all characters literally. The result has no braces that
    BibTeX would count.
    """
    return text.translate(_ESCAPES)
