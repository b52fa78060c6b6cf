"""What the writer tells the class of the printed CV to load."""

from __future__ import annotations

import pytest

from sphinx_vitae.extension.builds.latex_needs import latex_needs, latex_scripts

DOCUMENT = "\\catcode`^^^^00a0\\active\n\\begin{document}\n%s\n\\end{document}\n"


@pytest.mark.parametrize(
    ("body", "needs"),
    [
        ("Łukasz Wójcik – “Ångström”, 100 € … ™", ""),
        (r"costs \$5, \textbackslash{}( and a line\\[2pt] apart", ""),
        ("Ελλάδα", "letters,greek"),
        ("ἀρχή", "letters,greek"),
        ("α-helix", "letters"),
        ("Жук", "letters,cyrillic"),
        ("שלום", "letters,hebrew,rtl"),
        ("مايو", "letters,arabic,rtl"),
        ("a → b", "letters"),
        ("黄小明", "letters,cjk"),
        ("①", "letters,cjk"),
        ("𠮷", "letters,cjk"),
        (r"\(x\)", "math"),
        (r"$x$", "math"),
        (r"line\\\(x\)", "math"),
        (r"\[x\]", "math"),
        (r"\begin{equation}x\end{equation}", "math"),
        (r"\begin{align*}x\end{align*}", "math"),
        (r"\ensuremath{x}", "math"),
        (r"\textsuperscript{1}", "math"),
        (r"\begin{footnote}[1]Of it.\end{footnote}", "math"),
        (r"\input{more}", "letters,cjk,math"),
        (r"\include{more}", "letters,cjk,math"),
        (r"\includegraphics{more}", ""),
    ],
)
def test_it_is_what_the_source_holds(body: str, needs: str) -> None:
    assert latex_needs(DOCUMENT % body, "") == needs


@pytest.mark.parametrize("preamble", [r"\setmathfont{Asana-Math.otf}", r"\usepackage{mine}", "mine"])
def test_a_preamble_of_the_site_finds_mathematics_loaded(preamble: str) -> None:
    assert latex_needs(DOCUMENT % "Words.", preamble) == "math"


def test_a_preamble_of_blanks_is_none() -> None:
    assert latex_needs(DOCUMENT % "Words.", "\n \n") == ""


def test_the_class_gets_the_files_of_each_script_and_han_in_the_forms_of_the_language() -> None:
    scripts = dict(part.split("|", 1) for part in reversed(latex_scripts("ja").split(";")))
    assert [*reversed(scripts)] == ["hebrew", "arabic", "cyrillic", "greek", "letters", "cjk"]
    assert scripts["arabic"].startswith("Arabic|fonts-noto-core|arab|NotoNaskhArabic-Regular.ttf/")
    assert "|NotoSerifCJK-Regular.ttc/NotoSerifCJK-Bold.ttc//0," in scripts["cjk"]
    assert "|NotoSerifCJK-Regular.ttc/NotoSerifCJK-Bold.ttc//2," in latex_scripts("zh_CN")
