"""The commands that are allowed in formulas: those of LaTeX, amsmath and amssymb, which Sphinx loads and
MathJax supports.
"""

from __future__ import annotations

from typing import Final

from sphinx_vitae.bib.vocabulary import words

__all__ = [
    "ALPHABETS",
    "ARGUMENTS",
    "BRACKETS",
    "COLUMNS",
    "DECLARATIONS",
    "DISPLAYS",
    "ENVIRONMENTS",
    "MULTIPLIED",
    "NOTHING",
    "OPERATORS",
    "PAGE_ARGUMENTS",
    "SIZES",
    "SPACES",
    "STRUCK",
    "SUBSTITUTES",
    "SYMBOLS",
    "SYNONYMS",
    "TEXTS",
    "UNSTRUCK",
]

#: Equivalents that require only amsmath and amssymb.
SUBSTITUTES: Final = {
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
#: Commands for text, and names that exporters use, that stand for a symbol of formulas.
SYNONYMS: Final = {
    "NestedGreaterGreater": "gg",
    "NestedLessLess": "ll",
    "apprge": "gtrsim",
    "apprle": "lesssim",
    "greaterequivlnt": "gtrsim",
    "lessequivlnt": "lesssim",
    "mathsl": "mathit",
    "textdegree": "degree",
    "textdiv": "div",
    "textmu": "mu",
    "textpm": "pm",
    "textrightarrow": "rightarrow",
    "texttimes": "times",
    "upmu": "mu",
    # slanted capitals of amsmath
    **{
        f"var{name}": name
        for name in (
            "Gamma",
            "Delta",
            "Theta",
            "Lambda",
            "Xi",
            "Pi",
            "Sigma",
            "Upsilon",
            "Phi",
            "Psi",
            "Omega",
        )
    },
}
_TWO: Final = words("frac dfrac tfrac binom dbinom tbinom overset underset stackrel")
_ONE: Final = words(
    """
    sqrt acute bar breve check ddot dddot dot grave hat mathring tilde vec widehat widetilde overline
    underline overbrace underbrace overleftarrow overrightarrow overleftrightarrow mathbb mathbf mathcal
    mathfrak mathit mathnormal mathrm mathsf mathtt boldsymbol operatorname phantom hphantom vphantom
    boxed substack mathbin mathrel mathop mathord mathopen mathclose mathpunct
    bm pmb mathds mathbbm Bbb frak mathscr
    """
)
#: Command → number of arguments.
ARGUMENTS: Final = {**dict.fromkeys(_TWO, 2), **dict.fromkeys(_ONE, 1)}
#: Commands that are allowed only in formulas on pages.
PAGE_ARGUMENTS: Final = {"cfrac": 2}
#: Commands that typeset an argument several times to measure it. If they are nested, the repetitions
#: multiply.
MULTIPLIED: Final = words(
    """
    overset underset phantom hphantom vphantom overleftarrow overrightarrow overleftrightarrow boldsymbol bm pmb
    """
)
#: Commands that select an alphabet. In TeX, they do not form groups: scripts inside them can clash with
#: scripts outside.
ALPHABETS: Final = words(
    """
    mathbb mathbf mathcal mathfrak mathit mathnormal mathrm mathsf mathtt boldsymbol
    bm pmb mathds mathbbm Bbb frak mathscr
    """
)
#: Commands whose argument is text, which can contain only these commands.
TEXTS: Final = words("text textrm textsf texttt textup textbf textit textnormal mbox hbox")
#: Commands that apply to the rest of their group.
DECLARATIONS: Final = words("displaystyle textstyle scriptstyle rm bf it sf tt cal")
#: Environment → the number of columns allowed; the argument of ``array`` specifies it.
COLUMNS: Final = {
    **dict.fromkeys(("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix"), 10),
    "cases": 2,
    "gathered": 1,
    "split": 2,
}
ENVIRONMENTS: Final = frozenset(COLUMNS) | {"smallmatrix", "aligned", "array"}
#: Environments for displayed formulas, which are allowed only on pages.
DISPLAYS: Final = words("align gather equation eqnarray multline displaymath")
#: Commands that are brackets, and can follow ``\left``.
BRACKETS: Final = words(
    """
    langle rangle lceil rceil lfloor rfloor lbrace rbrace lbrack rbrack lvert rvert lVert rVert vert Vert
    uparrow downarrow updownarrow Uparrow Downarrow Updownarrow backslash ulcorner urcorner llcorner lrcorner
    lgroup rgroup lmoustache rmoustache
    """
)
SIZES: Final = words(
    """
    big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm
    """
)
#: Commands that print nothing.
NOTHING: Final = words(
    """
    null relax nobreak allowbreak strut mathstrut
    tiny scriptsize footnotesize small normalsize large Large
    """
)
SPACES: Final = words("quad qquad thinspace negthinspace")
#: Commands that ``\limits`` can follow.
OPERATORS: Final = words(
    """
    sum prod coprod int iint iiint oint smallint bigcap bigcup bigodot bigoplus bigotimes bigsqcup
    biguplus bigvee bigwedge
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min Pr sec sin sinh sup tan tanh injlim projlim
    """
)
#: Symbols: commands without arguments.
SYMBOLS: Final = (
    BRACKETS
    | OPERATORS
    | words(
        """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau
    upsilon phi chi psi omega varepsilon vartheta varpi varrho varsigma varphi varkappa digamma
    Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega aleph beth gimel daleth hbar hslash
    imath jmath ell wp Re Im partial infty prime emptyset varnothing nabla surd top bot angle
    measuredangle sphericalangle triangle forall exists nexists neg lnot flat natural sharp clubsuit
    diamondsuit heartsuit spadesuit Box Diamond bigstar blacksquare blacktriangle blacktriangledown
    blacklozenge lozenge square triangledown complement eth Finv Game Bbbk mho backprime circledR
    circledS checkmark maltese diagup diagdown pm mp times div cdot ast star dagger ddagger amalg
    cap cup uplus sqcap sqcup vee wedge lor land oplus ominus otimes oslash odot circ bullet diamond
    lhd rhd unlhd unrhd triangleleft triangleright bigtriangleup bigtriangledown bigcirc setminus
    smallsetminus wr dotplus boxplus boxminus boxtimes boxdot ltimes rtimes leftthreetimes
    rightthreetimes barwedge doublebarwedge veebar curlywedge curlyvee circledast circledcirc
    circleddash centerdot intercal divideontimes Cap Cup le leq ge geq ne neq equiv sim simeq approx
    cong asymp doteq propto prec succ preceq succeq ll gg subset supset subseteq supseteq sqsubset
    sqsupset sqsubseteq sqsupseteq in ni owns notin vdash dashv models mid parallel perp smile frown
    bowtie Join leqq geqq leqslant geqslant eqslantless eqslantgtr lesssim gtrsim lessapprox
    gtrapprox approxeq lessdot gtrdot lll ggg lessgtr gtrless lesseqgtr gtreqless doteqdot
    risingdotseq fallingdotseq backsim backsimeq subseteqq supseteqq Subset Supset preccurlyeq
    succcurlyeq precsim succsim precapprox succapprox vDash Vdash Vvdash smallsmile smallfrown
    shortmid shortparallel bumpeq Bumpeq pitchfork triangleq circeq eqcirc thicksim thickapprox
    therefore because varpropto between vartriangleleft vartriangleright trianglelefteq
    trianglerighteq nless ngtr nleq ngeq lneq gneq lneqq gneqq nprec nsucc npreceq nsucceq nsim
    ncong nmid nparallel nvdash nvDash nVDash ntriangleleft ntriangleright nsubseteq nsupseteq
    subsetneq supsetneq subsetneqq supsetneqq varsubsetneq varsupsetneq lnsim gnsim lnapprox
    gnapprox to gets leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow
    longleftarrow longrightarrow longleftrightarrow Longleftarrow Longrightarrow Longleftrightarrow
    implies impliedby iff mapsto longmapsto hookleftarrow hookrightarrow leftharpoonup
    leftharpoondown rightharpoonup rightharpoondown rightleftharpoons leftrightharpoons nearrow
    searrow swarrow nwarrow leadsto leftleftarrows rightrightarrows leftrightarrows rightleftarrows
    upuparrows downdownarrows twoheadleftarrow twoheadrightarrow leftarrowtail rightarrowtail
    rightsquigarrow leftrightsquigarrow multimap curvearrowleft curvearrowright circlearrowleft
    circlearrowright nleftarrow nrightarrow nleftrightarrow nLeftarrow nRightarrow nLeftrightarrow
    dashleftarrow dashrightarrow bmod dots ldots cdots vdots ddots dotsb dotsc dotsi dotsm dotso
    colon
    degree micro
    """
    )
)

#: Composed symbols, which ``\\not`` cannot strike out; it can strike out the plain forms of three arrows.
UNSTRUCK: Final = OPERATORS | words(
    "dots ldots cdots dotsb dotsc dotsi dotsm dotso bmod colon dashleftarrow dashrightarrow degree micro triangle prime backprime"
)
STRUCK: Final = {"implies": "Longrightarrow", "impliedby": "Longleftarrow", "iff": "Longleftrightarrow"}
