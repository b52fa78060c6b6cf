"""The symbol commands of LaTeX and amssymb, as Unicode characters, which determine the spacing."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["MATH_SYMBOLS"]

_TABLE: Final = """
    Bbbk 𝕜 Box □ Bumpeq ≎ Cap ⋒ Cup ⋓ Delta Δ Diamond ◇ Downarrow ⇓ Finv Ⅎ Game ⅁ Gamma Γ Im ℑ Join ⨝ Lambda
    Λ Leftarrow ⇐ Leftrightarrow ⇔ Longleftarrow ⟸ Longleftrightarrow ⟺ Longrightarrow ⟹ Omega Ω Phi Φ Pi Π
    Psi Ψ Re ℜ Rightarrow ⇒ Sigma Σ Subset ⋐ Supset ⋑ Theta Θ Uparrow ⇑ Updownarrow ⇕ Upsilon Υ Vdash ⊩
    Vvdash ⊪ Xi Ξ aleph ℵ alpha α amalg ⨿ angle ∠ approx ≈ approxeq ≊ ast ∗ asymp ≍ backprime ‵ backsim ∽
    backsimeq ⋍ barwedge ⊼ because ∵ beta β beth ℶ between ≬ bigcap ⋂ bigcirc ◯ bigcup ⋃ bigodot ⨀ bigoplus
    ⨁ bigotimes ⨂ bigsqcup ⨆ bigstar ★ bigtriangledown ▽ bigtriangleup △ biguplus ⨄ bigvee ⋁ bigwedge ⋀
    blacklozenge ⧫ blacksquare ■ blacktriangle ▴ blacktriangledown ▾ bot ⊥ bowtie ⋈ boxdot ⊡ boxminus ⊟
    boxplus ⊞ boxtimes ⊠ bullet ∙ bumpeq ≏ cap ∩ cdot ⋅ cdots ⋯ centerdot ⋅ checkmark ✓ chi χ circ ∘ circeq
    ≗ circlearrowleft ↺ circlearrowright ↻ circledR ® circledS Ⓢ circledast ⊛ circledcirc ⊚ circleddash ⊝
    clubsuit ♣ complement ∁ cong ≅ coprod ∐ cup ∪ curlyvee ⋎ curlywedge ⋏ curvearrowleft ↶ curvearrowright ↷
    dagger † daleth ℸ dashleftarrow ⇠ dashrightarrow ⇢ dashv ⊣ ddagger ‡ ddots ⋱ delta δ diagdown ╲ diagup ╱
    diamond ⋄ diamondsuit ♢ digamma ϝ div ÷ divideontimes ⋇ doteq ≐ doteqdot ≑ dotplus ∔ dots … dotsb ⋯
    dotsc … dotsi ⋯ dotsm ⋯ dotso … doublebarwedge ⩞ downarrow ↓ downdownarrows ⇊ ell ℓ emptyset ∅ epsilon ϵ
    eqcirc ≖ eqslantgtr ⪖ eqslantless ⪕ equiv ≡ eta η eth ð exists ∃ fallingdotseq ≒ flat ♭ forall ∀ frown ⌢
    gamma γ ge ≥ geq ≥ geqq ≧ geqslant ⩾ gets ← gg ≫ ggg ⋙ gimel ℷ gnapprox ⪊ gneq ⪈ gneqq ≩ gnsim ⋧
    gtrapprox ⪆ gtrdot ⋗ gtreqless ⋛ gtrless ≷ gtrsim ≳ hbar ℏ heartsuit ♡ hookleftarrow ↩ hookrightarrow ↪
    hslash ℏ iff ⟺ iiint ∭ iint ∬ imath ı impliedby ⟸ implies ⟹ in ∈ infty ∞ int ∫ intercal ⊺ iota ι jmath ȷ
    kappa κ lambda λ land ∧ langle ⟨ lceil ⌈ ldots … le ≤ leadsto ⇝ leftarrow ← leftarrowtail ↢
    leftharpoondown ↽ leftharpoonup ↼ leftleftarrows ⇇ leftrightarrow ↔ leftrightarrows ⇆ leftrightharpoons
    ⇋ leftrightsquigarrow ↭ leftthreetimes ⋋ leq ≤ leqq ≦ leqslant ⩽ lessapprox ⪅ lessdot ⋖ lesseqgtr ⋚
    lessgtr ≶ lesssim ≲ lfloor ⌊ lgroup ⟮ lhd ⊲ ll ≪ llcorner ⌞ lll ⋘ lmoustache ⎰ lnapprox ⪉ lneq ⪇ lneqq ≨
    lnot ¬ lnsim ⋦ longleftarrow ⟵ longleftrightarrow ⟷ longmapsto ⟼ longrightarrow ⟶ lor ∨ lozenge ◊
    lrcorner ⌟ ltimes ⋉ maltese ✠ mapsto ↦ measuredangle ∡ mho ℧ mid ∣ models ⊧ mp ∓ mu μ multimap ⊸
    nLeftarrow ⇍ nLeftrightarrow ⇎ nRightarrow ⇏ nVDash ⊯ nabla ∇ natural ♮ ncong ≇ ne ≠ nearrow ↗ neg ¬ neq
    ≠ nexists ∄ ngeq ≱ ngtr ≯ ni ∋ nleftarrow ↚ nleftrightarrow ↮ nleq ≰ nless ≮ nmid ∤ notin ∉ nparallel ∦
    nprec ⊀ npreceq ⋠ nrightarrow ↛ nsim ≁ nsubseteq ⊈ nsucc ⊁ nsucceq ⋡ nsupseteq ⊉ ntriangleleft ⋪
    ntriangleright ⋫ nu ν nvDash ⊭ nvdash ⊬ nwarrow ↖ odot ⊙ oint ∮ omega ω ominus ⊖ oplus ⊕ oslash ⊘ otimes
    ⊗ owns ∋ parallel ∥ partial ∂ perp ⟂ phi ϕ pi π pitchfork ⋔ pm ± prec ≺ precapprox ⪷ preccurlyeq ≼
    preceq ⪯ precsim ≾ prime ′ prod ∏ propto ∝ psi ψ rangle ⟩ rceil ⌉ rfloor ⌋ rgroup ⟯ rhd ⊳ rho ρ
    rightarrow → rightarrowtail ↣ rightharpoondown ⇁ rightharpoonup ⇀ rightleftarrows ⇄ rightleftharpoons ⇌
    rightrightarrows ⇉ rightsquigarrow ⇝ rightthreetimes ⋌ risingdotseq ≓ rmoustache ⎱ rtimes ⋊ searrow ↘
    setminus ⧵ sharp ♯ shortmid ∣ shortparallel ∥ sigma σ sim ∼ simeq ≃ smallfrown ⌢ smallint ∫
    smallsetminus ∖ smallsmile ⌣ smile ⌣ spadesuit ♠ sphericalangle ∢ sqcap ⊓ sqcup ⊔ sqsubset ⊏ sqsubseteq
    ⊑ sqsupset ⊐ sqsupseteq ⊒ square □ star ⋆ subset ⊂ subseteq ⊆ subseteqq ⫅ subsetneq ⊊ subsetneqq ⫋ succ
    ≻ succapprox ⪸ succcurlyeq ≽ succeq ⪰ succsim ≿ sum ∑ supset ⊃ supseteq ⊇ supseteqq ⫆ supsetneq ⊋
    supsetneqq ⫌ surd √ swarrow ↙ tau τ therefore ∴ theta θ thickapprox ≈ thicksim ∼ times × to → top ⊤
    triangle △ triangledown ▿ triangleleft ◁ trianglelefteq ⊴ triangleq ≜ triangleright ▷ trianglerighteq ⊵
    twoheadleftarrow ↞ twoheadrightarrow ↠ ulcorner ⌜ unlhd ⊴ unrhd ⊵ uparrow ↑ updownarrow ↕ uplus ⊎
    upsilon υ upuparrows ⇈ urcorner ⌝ vDash ⊨ varepsilon ε varkappa ϰ varnothing ∅ varphi φ varpi ϖ
    varpropto ∝ varrho ϱ varsigma ς varsubsetneq ⊊ varsupsetneq ⊋ vartheta ϑ vartriangleleft ⊲
    vartriangleright ⊳ vdash ⊢ vdots ⋮ vee ∨ veebar ⊻ wedge ∧ wp ℘ wr ≀ xi ξ zeta ζ
"""

#: Command → character.
MATH_SYMBOLS: Final[dict[str, str]] = dict(re.findall(r"(\w+)\s+(\S)", _TABLE))
