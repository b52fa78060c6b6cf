"""LaTeX's accents and symbol commands, as Unicode characters.

The commands are from LaTeX's own encodings and textcomp, plus mathematical symbols that people use in
titles without dollar signs. The journal macros are from NASA ADS (aas_macros.sty).
"""

from __future__ import annotations

from typing import Final

__all__ = ["ACCENTS", "CONTROL_SYMBOLS", "JOURNALS", "SYMBOLS"]

#: Accent command → combining character.
ACCENTS: Final = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "r": "\u030a",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "d": "\u0323",
    "t": "\u0361",
    "h": "\u0309",
    "U": "\u030e",
    "G": "\u030f",
    "f": "\u0311",
    "textcommabelow": "\u0326",
    "textogonekcentered": "\u0328",
}

#: A backslash and one character that is not a letter.
CONTROL_SYMBOLS: Final = {
    "&": "&",
    "%": "%",
    "$": "$",
    "#": "#",
    "_": "_",
    "{": "{",
    "}": "}",
    " ": " ",
    "\t": " ",
    "\n": " ",
    "\\": " ",
    ",": "\u202f",
    ":": " ",
    ";": " ",
    "!": "",
    "-": "",
    "/": "",
    "@": "",
    ">": " ",
    "*": "",
    "|": "‖",
}

#: Commands that print a character or a word, as pairs ``name text``.
_PAIRS: Final = """
aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß SS ẞ i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
ij ĳ IJ Ĳ textdj đ
LaTeX LaTeX LaTeXe LaTeX2ε TeX TeX BibTeX BibTeX XeTeX XeTeX XeLaTeX XeLaTeX LuaTeX LuaTeX LuaLaTeX LuaLaTeX
pdfTeX pdfTeX pdfLaTeX pdfLaTeX ConTeXt ConTeXt AmS AMS AMS AMS
ldots … dots … textellipsis … cdots ⋯ dotsc … dotsb … vdots ⋮ ddots ⋱
textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ”
textquotesingle ' textquotedbl " textasciigrave ` quotesinglbase ‚ quotedblbase „ dq " lq ‘ rq ’ glq ‚ grq ‘
glqq „ grqq “ flq ‹ frq › flqq « frqq » guillemotleft « guillemotright » guillemetleft « guillemetright »
guilsinglleft ‹ guilsinglright › og « fg »
textbackslash \\ backslash \\ textasciitilde ~ textasciicircum ^ textunderscore _ textbar | textless <
textgreater >
textbraceleft { textbraceright } lbrace { rbrace } textdollar $ textnumbersign # textampersand &
textpercent %
slash / textslash / lbrack [ rbrack ] bracketleft [ bracketright ] textbardbl ‖ textbrokenbar ¦
textexclamdown ¡ textquestiondown ¿ exclamdown ¡ textvisiblespace ␣ texttildelow ˷ textperiodcentered ·
textcentereddot ·
textbullet • textopenbullet ◦ textasteriskcentered ∗ textdagger † textdaggerdbl ‡ dag † ddag ‡ dagger †
ddagger ‡
textsection § textparagraph ¶ S § P ¶ textpilcrow ¶ textreferencemark ※
copyright © textcopyright © textregistered ® texttrademark ™ textservicemark ℠ circledR ® textcircledP ℗
pounds £ textsterling £ texteuro € euro € EUR € textyen ¥ yen ¥ textcent ¢ textcurrency ¤ textwon ₩
textrupee ₹
textpeso ₱ textbaht ฿ textdong ₫ textlira ₤ textflorin ƒ textnaira ₦
textdegree ° degree ° degrees ° textcelsius ℃ celsius ℃ textmu µ micro µ textohm Ω ohm Ω textmho ℧
angstrom Å
textpertenthousand ‱ textperthousand ‰ textpermille ‰ permil ‰ textnumero № No № textordfeminine ª
textordmasculine º textestimated ℮ textrecipe ℞ textminus − textpm ± texttimes × textdiv ÷
textfractionsolidus ⁄
textonequarter ¼ textonehalf ½ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³
cprime ʹ textsurd √ textlnot ¬ textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textmusicalnote ♪
textasciiacute ´ textasciibreve ˘ textasciicaron ˇ textasciidieresis ¨ textasciimacron ¯ textacutedbl ˝
textmacron ¯ textinterrobang ‽
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
lambda λ
mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ
psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textzeta ζ texteta η texttheta θ textiota ι
textkappa κ textlambda λ textnu ν textxi ξ textpi π textrho ρ textsigma σ texttau τ textupsilon υ textphi φ
textchi χ textpsi ψ textomega ω textGamma Γ textDelta Δ textTheta Θ textLambda Λ textXi Ξ textPi Π
textSigma Σ textUpsilon Υ textPhi Φ textPsi Ψ textOmega Ω upalpha α upbeta β upgamma γ updelta δ upmu μ
times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ wedge ∧ vee ∨ cap ∩
cup ∪
leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ lesssim ≲ gtrsim ≳
subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ in ∈ notin ∉ ni ∋ forall ∀ exists ∃ neg ¬ lnot ¬ emptyset ∅
varnothing ∅
infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ surd √ angle ∠ perp ⊥ parallel ∥ mid ∣ prime ′ hbar ℏ ell ℓ
Re ℜ Im ℑ
aleph ℵ wp ℘ Box □ square □ diamond ⋄ Diamond ◇ triangle △ bigcirc ○ blacksquare ■ checkmark ✓ spadesuit ♠
heartsuit ♥ diamondsuit ♦ clubsuit ♣ flat ♭ natural ♮ sharp ♯ sun ☉ earth ⊕
to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ uparrow ↑
downarrow ↓
longrightarrow ⟶ longleftarrow ⟵ mapsto ↦ implies ⟹ iff ⟺ langle ⟨ rangle ⟩ textlangle ⟨ textrangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈
rceil ⌉
mathsemicolon ; textsemicolon ; textcolon : textcomma , textquotestraightbase ‚
newline &sp; linebreak &sp; space &sp; quad &sp; qquad &sp; enspace &sp; enskip &sp;
thinspace &nnb;
nobreakspace &nb; addspace &sp; addnbspace &nb; bibrangedash – bibrangessep ,&sp; newblock &sp; hfill &sp;
allowbreak &; protect &; relax &; nobreak &; unskip &; ignorespaces &; noindent &; centering &; xspace &;
nolinebreak &; pagebreak &; smallskip &sp; medskip &sp; bigskip &sp; isdot &; adddot . addcomma , addcolon :
addsemicolon ; addperiod . addslash / hyphen - nbhyphen ‑ addat @ addplus + addbdot . addbdotbefore . tiny &; small &; footnotesize &; normalsize &; large &; Large &;
displaystyle &; limits &; left &; right &; big &; Big &; bigl &; bigr &; nocorr &; active &; string &;
"""

_BLANKS: Final = {"&sp;": " ", "&nb;": "\u00a0", "&nnb;": "\u202f", "&;": "", ",&sp;": ", ", "\\\\": "\\"}


def _symbols() -> dict[str, str]:
    words = _PAIRS.split()
    return {name: _BLANKS.get(text, text) for name, text in zip(words[::2], words[1::2], strict=True)}


SYMBOLS: Final = _symbols()

JOURNALS: Final = {
    "aj": "Astronomical Journal",
    "actaa": "Acta Astronomica",
    "araa": "Annual Review of Astronomy and Astrophysics",
    "apj": "Astrophysical Journal",
    "apjl": "Astrophysical Journal Letters",
    "apjlett": "Astrophysical Journal Letters",
    "apjs": "Astrophysical Journal Supplement Series",
    "ao": "Applied Optics",
    "apss": "Astrophysics and Space Science",
    "aap": "Astronomy & Astrophysics",
    "aapr": "Astronomy & Astrophysics Review",
    "aaps": "Astronomy & Astrophysics Supplement Series",
    "azh": "Astronomicheskii Zhurnal",
    "baas": "Bulletin of the American Astronomical Society",
    "bain": "Bulletin of the Astronomical Institutes of the Netherlands",
    "caa": "Chinese Astronomy and Astrophysics",
    "cjaa": "Chinese Journal of Astronomy and Astrophysics",
    "fcp": "Fundamentals of Cosmic Physics",
    "gca": "Geochimica et Cosmochimica Acta",
    "grl": "Geophysical Research Letters",
    "iaucirc": "IAU Circulars",
    "icarus": "Icarus",
    "jcap": "Journal of Cosmology and Astroparticle Physics",
    "jcp": "Journal of Chemical Physics",
    "jgr": "Journal of Geophysical Research",
    "jqsrt": "Journal of Quantitative Spectroscopy and Radiative Transfer",
    "jrasc": "Journal of the Royal Astronomical Society of Canada",
    "memras": "Memoirs of the Royal Astronomical Society",
    "memsai": "Memorie della Società Astronomica Italiana",
    "mnras": "Monthly Notices of the Royal Astronomical Society",
    "na": "New Astronomy",
    "nar": "New Astronomy Reviews",
    "nat": "Nature",
    "nphysa": "Nuclear Physics A",
    "pasa": "Publications of the Astronomical Society of Australia",
    "pasj": "Publications of the Astronomical Society of Japan",
    "pasp": "Publications of the Astronomical Society of the Pacific",
    "physrep": "Physics Reports",
    "physscr": "Physica Scripta",
    "planss": "Planetary and Space Science",
    "pra": "Physical Review A",
    "prb": "Physical Review B",
    "prc": "Physical Review C",
    "prd": "Physical Review D",
    "pre": "Physical Review E",
    "prl": "Physical Review Letters",
    "procspie": "Proceedings of SPIE",
    "psj": "Planetary Science Journal",
    "qjras": "Quarterly Journal of the Royal Astronomical Society",
    "rmxaa": "Revista Mexicana de Astronomía y Astrofísica",
    "skytel": "Sky and Telescope",
    "solphys": "Solar Physics",
    "sovast": "Soviet Astronomy",
    "ssr": "Space Science Reviews",
    "zap": "Zeitschrift für Astrophysik",
}
