r"""Converts `Text` to a LaTeX field value that is safe whatever the text contains.

Every character with a special meaning in TeX or BibTeX is escaped, braces are always balanced, and values do
not contain line breaks. The only commands are those in this module. Accented letters stay Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from sphinx_vitae.bib.formulas import UnsetFormulaError, checked_formula
from sphinx_vitae.bib.syntax.characters import cleaned
from sphinx_vitae.model import Inline, Span, Text

__all__ = ["address", "escaped", "identifier", "written"]

_ESCAPES: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
}
_SPECIAL: Final = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BLANKS: Final = re.compile(r"[ \t\r\n\v\f]+")
_COMMANDS: Final = {
    "emph": "emph",
    "strong": "textbf",
    "smallcaps": "textsc",
    "sub": "textsubscript",
    "sup": "textsuperscript",
    "code": "texttt",
    "quote": "enquote",
}
#: Matches a word whose capitals are protected together.
_WORD: Final = re.compile(r"[^\W_][\w'’+]*")
_BRACES: Final = {"\\{": "\\lbrace ", "\\}": "\\rbrace "}
_ESCAPED_BRACE: Final = re.compile(r"\\[{}]")
#: Characters that a URL in a .bib file must not contain. All others are already percent-encoded.
_UNSAFE_IN_ADDRESS: Final = re.compile(r"[\s<>\"{}|\\^`]")
_NOT_IN_IDENTIFIER: Final = re.compile(r"[\s{}\\\"%#~,]")


def escaped(text: str) -> str:
    """Plain text as LaTeX on one line, without control characters."""
    return _escaped(_BLANKS.sub(" ", _clean(text)).strip(" "))


def _clean(text: str) -> str:
    """The text without characters that a file cannot contain: control characters, and the lone surrogates
    that JSON allows.
    """
    return cleaned(_SURROGATES.sub("", text))[0]


def _escaped(text: str) -> str:
    # Two hyphens or quotes in a row are intended as the dash or quotation mark that LaTeX prints.
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)


def written(text: Text, protected: Container[str] = ()) -> str:
    """Convert `Text` to LaTeX.

    :param protected: words to put in braces, so that bibliography styles keep their capitals.
    """
    value = _BLANKS.sub(" ", "".join(_part(part, protected) for part in text.parts)).strip(" ")
    return value if _is_balanced(value) else escaped(str(text))


def _part(part: Inline, protected: Container[str]) -> str:
    if isinstance(part, str):
        return _protected(_BLANKS.sub(" ", _clean(part)), protected)
    if part.kind == "math":
        return _formula(part)
    if part.kind == "par":
        return r" \par "
    inner = "".join(_part(each, protected) for each in part.parts)
    if part.kind == "item":
        return f" {inner}"
    if part.kind == "link" and (url := address(part.target)):
        return f"\\href{{{url.replace('%', chr(92) + '%').replace('#', chr(92) + '#')}}}{{{inner}}}"
    return f"\\{_COMMANDS[part.kind]}{{{inner}}}" if part.kind in _COMMANDS else inner


def _protected(text: str, protected: Container[str]) -> str:
    pieces, behind = [], 0
    for found in _WORD.finditer(text):
        if found[0] in protected:
            pieces += [_escaped(text[behind : found.start()]), f"{{{_escaped(found[0])}}}"]
            behind = found.end()
    return "".join([*pieces, _escaped(text[behind:])])


def _formula(span: Span) -> str:
    """A formula between dollar signs if every typesetter accepts it; its text otherwise."""
    source = "".join(part for part in span.parts if isinstance(part, str))
    bare = _ESCAPED_BRACE.sub(lambda found: _BRACES[found[0]], source)
    try:
        checked = checked_formula(bare)
    except UnsetFormulaError:
        return _escaped(source)
    return f"${checked}$" if _is_balanced(checked) else _escaped(source)


def _is_balanced(value: str) -> bool:
    depth = 0
    for brace in re.findall("[{}]", value):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def address(url: str) -> str:
    """A URL as the value of ``url``; empty if it is not a web address."""
    url = _clean(url).strip()
    if not re.match(r"https?://[^\s/]", url, re.I):
        return ""
    return _UNSAFE_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)


def identifier(value: str) -> str:
    """An identifier such as a DOI, which is not LaTeX, without characters that are invalid in identifiers."""
    return _NOT_IN_IDENTIFIER.sub("", _clean(value))
