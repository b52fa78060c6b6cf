r"""Stage 2: TeX formulas, as far as they may reach a page and TeX itself.

A formula is the one thing of a bibliography that is handed on as it was written: to MathJax, and to LaTeX.
There ``\input`` reads files, ``\directlua`` runs programs, ``\href`` leads anywhere, and a brace too few ends
the document. So only formulas are handed on whose commands are all known, and whose parts all match. The
commands are those of LaTeX, amsmath and amssymb, which Sphinx loads and MathJax knows.
"""

from __future__ import annotations

import re
from typing import Final

from .vocabulary import words

__all__ = ["UnsetFormulaError", "checked_formula"]

_TOKEN: Final = re.compile(r"\\([A-Za-z]+)\*?|\\(.|\Z)|(\s+)|(.)", re.S)
_NAME: Final = re.compile(r"\s*\{([A-Za-z]+)\*?\}")
_COLUMNS: Final = re.compile(r"\s*\{[clr|\s]*\}")
_INDEX: Final = re.compile(r"\s*\[[\w+\-/ ]*\]")
_DELIMITER: Final = re.compile(r"\s*(?:[()\[\]|/.<>]|\\[{}|]|\\([A-Za-z]+))")

#: What is the same where only amsmath and amssymb are there.
_SUBSTITUTES: Final = {
    "bm": r"\boldsymbol",
    "pmb": r"\boldsymbol",
    "mathds": r"\mathbb",
    "mathbbm": r"\mathbb",
    "Bbb": r"\mathbb",
    "frak": r"\mathfrak",
    "mathscr": r"\mathcal",
    "degree": r"{^\circ}",
    "micro": r"\mu ",
    "hbox": r"\mbox",
}
#: Commands with arguments, and how many.
_ARGUMENTS: Final = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "binom", "dbinom", "tbinom", "overset", "underset"), 2),
    **dict.fromkeys(("stackrel",), 2),
    **dict.fromkeys(
        words(
            """
            sqrt acute bar breve check ddot dddot dot grave hat mathring tilde vec widehat widetilde overline
            underline overbrace underbrace overleftarrow overrightarrow overleftrightarrow mathbb mathbf mathcal
            mathfrak mathit mathnormal mathrm mathsf mathtt boldsymbol operatorname phantom hphantom vphantom
            boxed substack mathbin mathrel mathop mathord mathopen mathclose mathpunct
            """
        ),
        1,
    ),
}
#: Commands whose argument is text, and the commands that may stand in it.
_TEXTS: Final = words("text textrm textsf texttt textup textbf textit textnormal mbox")
_DELIMITERS: Final = words(
    """
    langle rangle lceil rceil lfloor rfloor lbrace rbrace lbrack rbrack lvert rvert lVert rVert vert Vert
    uparrow downarrow updownarrow Uparrow Downarrow Updownarrow backslash ulcorner urcorner llcorner lrcorner
    lgroup rgroup lmoustache rmoustache
    """
)
_BEFORE_DELIMITERS: Final = words(
    """
    left right middle big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm
    """
)
_ENVIRONMENTS: Final = words(
    "matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases aligned gathered split array"
)
_COMMANDS: Final = _DELIMITERS | words(
    """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi
    psi omega varepsilon vartheta varpi varrho varsigma varphi varkappa digamma Gamma Delta Theta Lambda Xi Pi
    Sigma Upsilon Phi Psi Omega aleph beth gimel daleth hbar hslash imath jmath ell wp Re Im partial infty prime
    emptyset varnothing nabla surd top bot angle measuredangle sphericalangle triangle forall exists nexists neg
    lnot flat natural sharp clubsuit diamondsuit heartsuit spadesuit Box Diamond bigstar blacksquare
    blacktriangle blacktriangledown blacklozenge lozenge square triangledown complement eth Finv Game Bbbk mho
    backprime circledR circledS checkmark maltese diagup diagdown
    sum prod coprod int iint iiint oint smallint bigcap bigcup bigodot bigoplus bigotimes bigsqcup biguplus bigvee
    bigwedge limits nolimits
    pm mp times div cdot ast star dagger ddagger amalg cap cup uplus sqcap sqcup vee wedge lor land oplus ominus
    otimes oslash odot circ bullet diamond lhd rhd unlhd unrhd triangleleft triangleright bigtriangleup
    bigtriangledown bigcirc setminus smallsetminus wr dotplus boxplus boxminus boxtimes boxdot ltimes rtimes
    leftthreetimes rightthreetimes barwedge doublebarwedge veebar curlywedge curlyvee circledast circledcirc
    circleddash centerdot intercal divideontimes Cap Cup
    le leq ge geq ne neq equiv sim simeq approx cong asymp doteq propto prec succ preceq succeq ll gg subset supset
    subseteq supseteq sqsubset sqsupset sqsubseteq sqsupseteq in ni owns notin vdash dashv models mid parallel perp
    smile frown bowtie Join leqq geqq leqslant geqslant eqslantless eqslantgtr lesssim gtrsim lessapprox gtrapprox
    approxeq lessdot gtrdot lll ggg lessgtr gtrless lesseqgtr gtreqless doteqdot risingdotseq fallingdotseq
    backsim backsimeq subseteqq supseteqq Subset Supset preccurlyeq succcurlyeq precsim succsim precapprox
    succapprox vDash Vdash Vvdash smallsmile smallfrown shortmid shortparallel bumpeq Bumpeq pitchfork triangleq
    circeq eqcirc thicksim thickapprox therefore because varpropto between vartriangleleft vartriangleright
    trianglelefteq trianglerighteq nless ngtr nleq ngeq lneq gneq lneqq gneqq nprec nsucc npreceq nsucceq nsim ncong
    nmid nparallel nvdash nvDash nVDash ntriangleleft ntriangleright nsubseteq nsupseteq subsetneq supsetneq
    subsetneqq supsetneqq varsubsetneq varsupsetneq lnsim gnsim lnapprox gnapprox not
    to gets leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow longleftarrow longrightarrow
    longleftrightarrow Longleftarrow Longrightarrow Longleftrightarrow implies impliedby iff mapsto longmapsto
    hookleftarrow hookrightarrow leftharpoonup leftharpoondown rightharpoonup rightharpoondown rightleftharpoons
    leftrightharpoons nearrow searrow swarrow nwarrow leadsto leftleftarrows rightrightarrows leftrightarrows
    rightleftarrows upuparrows downdownarrows twoheadleftarrow twoheadrightarrow leftarrowtail rightarrowtail
    rightsquigarrow leftrightsquigarrow multimap curvearrowleft curvearrowright circlearrowleft circlearrowright
    nleftarrow nrightarrow nleftrightarrow nLeftarrow nRightarrow nLeftrightarrow dashleftarrow dashrightarrow
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max
    min Pr sec sin sinh sup tan tanh injlim projlim bmod
    dots ldots cdots vdots ddots dotsb dotsc dotsi dotsm dotso colon quad qquad thinspace
    negthinspace displaystyle textstyle scriptstyle rm bf it sf tt cal
    """
)


class UnsetFormulaError(ValueError):
    """Says why a formula cannot be set. ``command`` is the one that is not known, if that is why."""

    def __init__(self, message: str, command: str = "") -> None:
        super().__init__(message)
        self.command = command


def checked_formula(source: str) -> str:
    """The formula with commands that are there everywhere.

    :raises UnsetFormulaError: if it cannot be handed on.
    """
    return _Formula(source).read()


class _Group:
    """What is open: a brace, an environment, or the formula itself.

    ``close`` is what ends it; ``missing``, how many arguments are still to come; ``scripts``, what the last
    part has of ``^`` and ``_``.
    """

    __slots__ = ("close", "missing", "scripts", "text", "waiting")

    def __init__(self, close: str, *, text: bool = False) -> None:
        self.close = close
        self.text = text
        self.missing = 0
        self.scripts: set[str] = set()
        self.waiting = ""  # the ^ or _ whose script must come


class _Formula:
    def __init__(self, source: str) -> None:
        self._source = source
        self._position = 0
        self._open = [_Group("")]
        self._lefts: list[int] = []  # how deep each \left stands

    def read(self) -> str:
        if re.search(r"\n\s*\n", self._source):
            raise UnsetFormulaError("it has an empty line")
        made: list[str] = []
        text_next = False
        while found := _TOKEN.match(self._source, self._position):
            self._position = found.end()
            name, symbol, blank, character = found.groups()
            if blank:
                made.append(" ")
                continue
            if text_next and character != "{":
                raise UnsetFormulaError("a text in it has no braces")
            start = found.start()
            replaced = self._command(name) if name else ""
            if not name:
                self._sign(symbol, character, text=text_next)
            text_next = bool(name) and (name in _TEXTS or name == "hbox")
            made.append(replaced or self._source[start : self._position])
        self._finish()
        if len(self._open) > 1:
            raise UnsetFormulaError(f"{self._open[-1].close} is missing")
        return "".join(made).strip()

    def _command(self, name: str) -> str:
        """Reads what belongs to a command; what to write instead of it, if anything."""
        if self._open[-1].text and name not in _TEXTS:
            raise UnsetFormulaError(f"\\{name} may not stand in its text")
        if name in {"begin", "end"}:
            self._environment(name)
        elif name in _BEFORE_DELIMITERS:
            self._delimiter(name)
        elif name in _SUBSTITUTES or name in _ARGUMENTS or name in _TEXTS:
            self._part()
            instead = _SUBSTITUTES.get(name, f"\\{name}")
            self._open[-1].missing += 1 if name in _TEXTS or name == "hbox" else _arguments(instead)
            if name == "sqrt" and (index := _INDEX.match(self._source, self._position)):
                self._position = index.end()
            return instead if name in _SUBSTITUTES else ""
        elif name in _COMMANDS:
            self._part()
        else:
            raise UnsetFormulaError(f"the command \\{name} is not known in formulas", name)
        return ""

    def _environment(self, name: str) -> None:
        found = _NAME.match(self._source, self._position)
        if not found or found[1] not in _ENVIRONMENTS:
            raise UnsetFormulaError(f"\\{name} is not followed by a kind of matrix")
        self._position = found.end()
        if name == "end":
            self._close(f"\\end{{{found[1]}}}")
            return
        self._part()
        self._open.append(_Group(f"\\end{{{found[1]}}}"))
        if found[1] == "array":
            columns = _COLUMNS.match(self._source, self._position)
            if not columns:
                raise UnsetFormulaError("an array has no columns")
            self._position = columns.end()

    def _delimiter(self, name: str) -> None:
        found = _DELIMITER.match(self._source, self._position)
        if not found or (found[1] and found[1] not in _DELIMITERS):
            raise UnsetFormulaError(f"\\{name} is not followed by a bracket")
        self._position = found.end()
        if name == "left":
            self._lefts.append(len(self._open))
        elif name == "right" and (not self._lefts or self._lefts.pop() != len(self._open)):
            raise UnsetFormulaError(r"\right has no \left")
        elif name == "middle" and (not self._lefts or self._lefts[-1] != len(self._open)):
            raise UnsetFormulaError(r"\middle has no \left")
        self._part()

    def _sign(self, symbol: str | None, character: str | None, *, text: bool) -> None:
        """Reads a control symbol, or one character."""
        group = self._open[-1]
        if symbol is not None and symbol not in set("{}%#&$_|,;:!> \\"):
            raise UnsetFormulaError(f"\\{symbol} is not known in formulas", symbol)
        if symbol == "\\" or character == "&":
            if not group.close.startswith("\\end"):
                raise UnsetFormulaError("& and \\\\ belong into a matrix")
            self._finish()
            group.scripts.clear()
        elif character == "{":
            self._part()
            self._open.append(_Group("}", text=text or group.text))
        elif character == "}":
            self._close("}")
        elif character in {"%", "#", "$"} or (character and not character.isprintable()):
            raise UnsetFormulaError(f"{character} must be written \\{character}")
        elif character in {"^", "_"}:
            self._script(character or "")
        elif character == "'" and not group.text:
            if "^" in group.scripts:
                raise UnsetFormulaError("a prime follows a superscript")
        elif not (symbol and symbol in ",;:!> "):
            self._part()

    def _script(self, sign: str) -> None:
        group = self._open[-1]
        if group.text or group.waiting or group.missing or sign in group.scripts:
            raise UnsetFormulaError(f"{sign} stands where no script can be")
        group.scripts.add(sign)
        group.waiting = sign

    def _part(self) -> None:
        """One more part: a script or an argument that was to come, or a new one."""
        group = self._open[-1]
        if group.waiting:
            group.waiting = ""
        elif group.missing:
            group.missing -= 1
        else:
            group.scripts.clear()

    def _close(self, close: str) -> None:
        self._finish()
        if self._open[-1].close != close:
            raise UnsetFormulaError(f"there is a {close} too many")
        self._open.pop()

    def _finish(self) -> None:
        """Nothing may be left to come where a group or a cell ends."""
        group = self._open[-1]
        if group.waiting:
            raise UnsetFormulaError(f"nothing follows {group.waiting}")
        if group.missing:
            raise UnsetFormulaError("an argument is missing")
        if self._lefts and self._lefts[-1] >= len(self._open):
            raise UnsetFormulaError(r"\left has no \right")


def _arguments(command: str) -> int:
    return _ARGUMENTS.get(command.strip("\\ "), 1 if command == r"\mbox" else 0)
