"""Whether what templates made is well-formed, and holds no markup but theirs: in HTML, LaTeX and Typst."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

__all__ = [
    "check_html",
    "check_latex",
    "check_latex_formula",
    "check_typst",
    "check_typst_formula",
    "has_other_scheme",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_VOID: Final = frozenset(("br", "img", "input", "wbr"))
_TAGS: Final = _VOID | _words(
    "a cite code dd details div dl dt em figure h2 h3 i li nav ol p pre section small span strong sub summary sup time ul"
)
_ATTRIBUTES: Final = _words(
    "alt class datetime dir height href id lang loading name rel role src start title type value width aria-label"
)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_ALLOWED: Final = ("http:", "https:", "mailto:", "ftp:")


def has_other_scheme(address: str) -> bool:
    """Whether a browser would do something else with an address than go there."""
    # Browsers leave out blanks and controls before they look for the scheme.
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
    return scheme is not None and scheme[0].lower() not in _ALLOWED


class _Html(HTMLParser):
    """Fails at the first tag, attribute or address that no template of ours has."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, f"<{tag}>"
        for name, value in attrs:
            assert name in _ATTRIBUTES or name.startswith("data-"), f"<{tag} {name}={value!r}>"
            if name in {"href", "src"}:
                assert not has_other_scheme(value or ""), f"{name}={value!r}"
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        assert tag in _VOID, f"<{tag}/>"

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> in {self.open}"

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"<![{data}]>")


def check_html(source: str) -> None:
    """Every tag is closed and one of ours, no attribute runs a script, and no address has another scheme."""
    _check_characters(source)
    parser = _Html()
    parser.feed(source)
    parser.close()
    assert not parser.open, f"not closed: {parser.open}"


_TEX_COMMANDS: Final = _words(
    r"""
    \allowbreak \begin \emph \end \href \hspace \hyperref \ifdefined \fi \item \kern \ldots \leavevmode \par \quad \string
    \textasciicircum \textasciigrave \textasciitilde \textbackslash \textbar \textbf \textgreater \textit \textless
    \textquotedbl \textquotesingle \textsc \textsubscript \textsuperscript \texttt \textup \vitaefuzzmath
    """
)
_TEX_TOKEN: Final = re.compile(r"\\(?:[A-Za-z]+|.)|[{}$&#^_%]|\^\^", re.S)
_TEX_SIGNS: Final = frozenset(("\\{", "\\}", "\\$", "\\&", "\\%", "\\#", "\\_", "\\ ", "\\,"))
_ENVIRONMENT: Final = re.compile(r"\\(begin|end)\{([a-z]*)\}")


def check_latex(source: str) -> None:
    """Braces and environments are balanced, and there is no command and no special character but ours."""
    _check_characters(source)
    depth = 0
    for token in _TEX_TOKEN.findall(source):
        if token in "{}":
            depth += 1 if token == "{" else -1
            assert depth >= 0, "a brace closes nothing"
        elif token[0] != "\\":
            raise AssertionError(f"{token} is not escaped")
        elif token[1:].isalpha():
            assert token in _TEX_COMMANDS or token.startswith("\\vitae"), token
        else:
            assert token in _TEX_SIGNS, token
    assert depth == 0, "a brace is not closed"
    open_: list[str] = []
    for which, name in _ENVIRONMENT.findall(source):
        if which == "begin":
            assert name == "itemize" or name.startswith("vitae"), name
            open_.append(name)
        else:
            assert open_, rf"\end{{{name}}} ends nothing"
            assert open_.pop() == name, rf"\end{{{name}}}"
    assert not open_, f"not ended: {open_}"


_TEX_FORBIDDEN: Final = _words(
    r"\catcode \char \csname \def \directlua \edef \endcsname \gdef \include \input \let \loop \openout \special \write"
)


def check_latex_formula(source: str) -> None:
    """What LaTeX gets between its signs of a formula has balanced braces, and does nothing but print."""
    depth = 0
    for token in re.findall(r"\\(?:[A-Za-z]+|.)|[{}$]|\^\^", source, re.S):
        depth += (token == "{") - (token == "}")
        assert depth >= 0, "a brace of a formula closes nothing"
        assert token not in {"$", "^^"}, f"{token} in a formula"
        assert token not in _TEX_FORBIDDEN, f"{token} in a formula"
    assert depth == 0, "a brace of a formula is not closed"


_TYPST_FUNCTIONS: Final = _words(
    "#emph #h #link #list #parbreak #smallcaps #strong #sub #super #linebreak #image"
)
_TYPST_TOKEN: Final = re.compile(
    r"""
    (?P<string>"(?:[^"\\]|\\["\\nt])*")
    | (?P<function>\#[a-z-]*)
    | (?P<bracket>[\[\]()])
    | (?P<code>(?:bulleted|sticky):\ (?:true|false)|1(?:\.3)?em)
    | (?P<other>[\s;,.:~]+)
    """,
    re.X,
)
_TYPST_LITERAL: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\\.', re.S)
#: In formulas: what hides and frames, sizes, and the lines between columns.
_TYPST_CODE: Final = re.compile(r"#(?:hide|box|h|none|true|false|[\d.]+em|\(vline: [\d(), ]+\))")
_CLOSING: Final = {"[": "]", "(": ")"}


def check_typst(source: str) -> None:
    """Brackets are balanced; every text stands in a string, and outside of strings there are only functions of ours."""
    _check_characters(source)
    place, open_ = 0, [""]
    while place < len(source):
        token = _TYPST_TOKEN.match(source, place)
        assert token, f"not in a string: {source[place : place + 40]!r}"
        place, text = token.end(), token[0]
        if token.lastgroup == "function":
            string = text == "#" and source[place : place + 1] == '"'
            assert string or text in _TYPST_FUNCTIONS or text.startswith("#vitae-"), text
        elif text in _CLOSING:
            open_.append(_CLOSING[text])
        elif token.lastgroup == "bracket":
            assert open_.pop() == text, f"{text} closes nothing: {source[:place][-40:]!r}"
        elif token.lastgroup == "string" and open_[-1] != ")":
            assert source[place - len(text) - 1] == "#", f"a string in quotes alone: {text[:40]}"
    assert open_ == [""], f"not closed: {open_}"


def check_typst_formula(source: str) -> None:
    """Outside of strings and escapes, code is only what hides and frames, and its formulas end."""
    rest = _TYPST_LITERAL.sub("", source)
    assert '"' not in rest, "a string of a formula is not closed"
    assert rest.count("$") % 2 == 0, "a formula ends within itself"
    for code in re.findall(r"#\(vline: [^#$]*?\)|#[^\s(),]*", rest):
        assert _TYPST_CODE.fullmatch(code), f"code in a formula: {code}"


def _check_characters(source: str) -> None:
    if found := _UNPRINTABLE.search(source):
        raise AssertionError(f"U+{ord(found[0]):04X}: behind {source[: found.start()][-40:]!r}")
