"""The Typst equivalents of the commands in TeX formulas."""

from __future__ import annotations

from typing import Final

from sphinx_vitae.bib.vocabulary import words

__all__ = [
    "AROUND",
    "BRACKETS",
    "CHARACTERS",
    "DECLARATIONS",
    "DELIMITERS",
    "MATRICES",
    "OPERATORS",
    "PAIRED",
    "SIGNS",
    "SIZES",
    "TEXTS",
    "WORDS",
]

#: Command with one argument → Typst code around the argument.
AROUND: Final = {
    "acute": "acute({})", "bar": "macron({})", "breve": "breve({})", "check": "caron({})", "ddot": "dot.double({})",
    "dddot": "dot.triple({})", "dot": "dot({})", "grave": "grave({})", "hat": "hat({})", "widehat": "hat({})",
    "mathring": "circle({})", "tilde": "tilde({})", "widetilde": "tilde({})", "vec": "arrow({})",
    "overrightarrow": "arrow({})", "overleftarrow": "arrow.l({})", "overleftrightarrow": "arrow.l.r({})",
    "overline": "overline({})", "underline": "underline({})",
    "overbrace": "limits(overbrace({}))", "underbrace": "limits(underbrace({}))",
    "mathbb": "bb(upright({}))", "mathbf": "bold(upright({}))", "mathcal": "cal({})", "mathfrak": "frak({})",
    "mathit": "italic({})", "mathnormal": "{}", "mathrm": "upright({})", "mathsf": "sans({})", "mathtt": "mono({})",
    "boldsymbol": "bold({})", "bm": "bold({})", "pmb": "bold({})", "mathscr": "scr({})", "mathds": "bb(upright({}))",
    "mathbbm": "bb(upright({}))", "Bbb": "bb(upright({}))", "frak": "frak({})",
    "mathbin": 'class("binary", {})', "mathrel": 'class("relation", {})', "mathord": 'class("normal", {})',
    "mathopen": 'class("opening", {})', "mathclose": 'class("closing", {})', "mathpunct": 'class("punctuation", {})',
    "mathop": 'limits(class("large", {}))',
    "phantom": "#hide(${}$)", "hphantom": "#box(height: 0pt, hide(${}$))",
    "vphantom": "#box(width: 0pt, hide(${}$))", "boxed": "#box(stroke: .5pt, inset: 3pt, ${}$)",
    "substack": "{}",
}  # fmt: skip
#: Command with two arguments.
PAIRED: Final = {
    "frac": "frac({}, {})", "tfrac": "inline(frac({}, {}))", "dfrac": "display(frac({}, {}))", "cfrac": "display(frac({}, {}))",
    "binom": "binom({}, {})", "tbinom": "inline(binom({}, {}))", "dbinom": "display(binom({}, {}))",
    "overset": "attach(limits({1}), t: {0})", "underset": "attach(limits({1}), b: {0})",
    "stackrel": 'class("relation", attach(limits({1}), t: {0}))',
}  # fmt: skip
TEXTS: Final = {
    **dict.fromkeys(("text", "textrm", "textup", "textnormal", "mbox", "hbox"), "{}"),
    "textbf": "bold({})", "textit": "italic({})", "textsf": "sans({})", "texttt": "mono({})",
}  # fmt: skip
#: Declaration → Typst code around the rest of its group.
DECLARATIONS: Final = {
    "displaystyle": "display({})", "textstyle": "inline({})", "scriptstyle": "script({})", "rm": "upright({})",
    "bf": "bold(upright({}))", "it": "italic({})", "sf": "sans({})", "tt": "mono({})", "cal": "cal({})",
}  # fmt: skip
OPERATORS: Final = words(
    """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max
    min Pr sec sin sinh sup tan tanh
    """
)
_BAR: Final = 'class("normal", \\|)'
WORDS: Final = {
    "bmod": 'class("binary", mod)', "injlim": 'op("inj lim", limits: #true)', "projlim": 'op("proj lim", limits: #true)',
    "quad": "quad", "qquad": "wide", "thinspace": "thin", "negthinspace": "#h(-1em / 6)",
    "colon": 'class("punctuation", \\:)', "degree": 'class("normal", ""^(∘))', "micro": "μ",
    "lvert": 'class("opening", \\|)', "rvert": 'class("closing", \\|)', "lVert": 'class("opening", ‖)',
    "rVert": 'class("closing", ‖)', "vert": _BAR, "Vert": "‖", "backslash": "\\\\",
    "lbrace": "\\{", "rbrace": "\\}", "lbrack": "\\[", "rbrack": "\\]",
}  # fmt: skip
SIGNS: Final = {
    ",": "thin", ":": "med", ">": "med", ";": "thick", "!": "#h(-1em / 6)", " ": "space", "~": "space", "|": "‖",
}  # fmt: skip
CHARACTERS: Final = {"-": "−", "*": "∗", "|": _BAR}
SIZES: Final = {"big": "1.2em", "Big": "1.8em", "bigg": "2.4em", "Bigg": "3em"}
#: Characters that Typst would try to pair with others.
BRACKETS: Final = frozenset("⟨⟩⌈⌉⌊⌋⟮⟯⌜⌝⌞⌟⎰⎱√")
#: Brackets after ``\\left`` that differ from the character or symbol with the same name.
DELIMITERS: Final = {
    "<": "\\⟨", ">": "\\⟩", "|": "\\|", "lvert": "\\|", "rvert": "\\|", "vert": "\\|",
    "\\|": "‖", "lVert": "‖", "rVert": "‖", "Vert": "‖",
    # As text, which is not enlarged: in bold, Typst would put these two together from so many pieces that they
    # take gigabytes.
    "Uparrow": '"⇑"', "Updownarrow": '"⇕"',
}  # fmt: skip
#: Matrix environment → its brackets.
MATRICES: Final = {
    "matrix": "#none", "smallmatrix": "#none", "array": "#none", "pmatrix": '"("', "bmatrix": '"["', "Bmatrix": '"{"',
    "vmatrix": '"|"', "Vmatrix": '"‖"',
}  # fmt: skip
