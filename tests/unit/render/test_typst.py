"""Texts and formulas as Typst's own compiler reads them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_vitae.bib import parse_text
from sphinx_vitae.bib.formulas import UnsetFormulaError, checked_formula, commands
from sphinx_vitae.render.formats.fragments import stop
from sphinx_vitae.render.formats.typst import Typst, literal
from sphinx_vitae.render.formats.writer import RawSource
from sphinx_vitae.render.mathematics.typst_formulas import typst_formula
from unit.render.printing import Page, printed

typst = Typst()


@pytest.fixture(scope="module")
def compiler() -> Any:
    package = pytest.importorskip("typst", reason="not installed: typst")
    return package.Compiler(ignore_system_fonts=True)


@pytest.fixture(scope="module")
def evaluated() -> Callable[[str], Any]:
    """What an expression is, as JSON has it; a compiler evaluates once, so each call makes its own."""
    package = pytest.importorskip("typst", reason="not installed: typst")
    fonts = package.Fonts(include_system_fonts=False)
    return lambda expression: json.loads(package.Compiler(font_paths=fonts).eval(expression))


# ---- Strings ------------------------------------------------------------------------------------------

CODE = st.text(st.characters() | st.sampled_from('"\\{}[]()#$*_`@<>/~=-+;\n\t\r'), max_size=40)


def kept(text: str) -> str:
    """The text without controls, and with a question mark for what no font has."""
    unknown = {
        c for c in text if c == "\ufffd" or unicodedata.category(c) == "Co" or ord(c) & 0xFFFE == 0xFFFE
    }
    unknown |= {c for c in text if "\ufdd0" <= c <= "\ufdef"}
    controls = {c for c in text if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\t\n"}
    return "".join("?" if c in unknown else c for c in text if c not in controls)


@given(CODE)
@settings(max_examples=300, deadline=None)
def test_typst_reads_a_literal_as_the_text_it_holds(evaluated: Callable[[str], Any], text: str) -> None:
    assert evaluated(literal(text)) == kept(text.replace("\r\n", "\n").replace("\r", "\n"))


@given(CODE)
@settings(max_examples=300, deadline=None)
def test_escaped_text_is_strings_and_blanks_alone(evaluated: Callable[[str], Any], text: str) -> None:
    """As content it has no elements but texts and single spaces, which say the same."""
    found = evaluated(
        f'({{ let body = [{typst.escape(text)}]; if body.has("children") {{ body.children }} else {{ (body,) }} }})'
        '.map(it => if it == [ ] { " " } else if it.func() == text { it.text } else { panic(repr(it.func())) }).join()'
        if text.strip()
        else '""'
    )
    said = found or ""
    assert said.split() == kept(re.sub("[\r\x0b\x0c\x85]", " ", text)).split()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", ""),
        (" ", " "),
        ("a", '#"a";'),
        (" a  b\n", ' #"a b"; '),
        ('say "x" \\n', '#"say \\"x\\" \\\\n";'),
        ("a\u00a0b\x00", '#"a\u00a0b";'),
    ],
)
def test_blanks_at_the_ends_stay_outside_of_the_string(text: str, made: str) -> None:
    assert typst.escape(text) == made


# ---- Texts of a bibliography ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("latex", "made"),
    [
        (r"\emph{a} \textbf{b}", '#emph[#"a";]; #strong[#"b";];'),
        (r"H\textsubscript{2}O", '#"H";#sub[#"2";];#"O";'),
        (r"\texttt{x\_y}", '#vitae-literal[#"x_y";];'),
        (r"\href{https://a.b/c}{here}", '#link("https://a.b/c")[#"here";];'),
        (r"\href{javascript:x}{here}", '#"here";'),
        (
            r"\url{https://a.b/c-d}",
            '#link("https://a.b/c-d")[#"https://a";#vitae-break;#".b";#vitae-break;#"/";#vitae-break;#"c";#vitae-break;#"-d";];',
        ),
        (r"see \cite{key}", '#"see"; #vitae-jump("key")[#"[key]";];#vitae-page("key");'),
        (r"$O(n)$", "<O(n)>"),
    ],
)
def test_markup(latex: str, made: str) -> None:
    assert typst.text(parse_text(latex), Page()) == made


def test_prose_is_paragraphs_and_lists() -> None:
    text = parse_text(
        "One. \\begin{itemize}\\item a \\item b \\begin{itemize}\\item c\\end{itemize}\\end{itemize} Three."
    )
    assert typst.prose(text, Page()) == (
        '#vitae-par(sticky: true)[#"One.";];\n#list([#vitae-par[#"a";];], '
        '[#vitae-par(sticky: true)[#"b";];\n#list([#vitae-par[#"c";];]);]);\n#vitae-par[#"Three.";];'
    )


@pytest.mark.parametrize(
    ("source", "stopped"),
    [
        ('#"et al.";', '#"et al.";'),
        ('#emph[#"Why?";];', '#emph[#"Why?";];'),
        ('#"“Why?”";', '#"“Why?”";'),
        ('#emph[#"Why";];', '#emph[#"Why";];.'),
        ('#link("https://a.b/c.")[#"Why";];', '#link("https://a.b/c.")[#"Why";];.'),
        ("", ""),
    ],
)
def test_a_full_stop_is_added_where_there_is_none(source: str, stopped: str) -> None:
    assert stop(RawSource(source)) == stopped


# ---- Templates -----------------------------------------------------------------------------------------------

TEMPLATES = Path(__file__).parents[3] / "ext" / "sphinx_vitae" / "templates" / "vitae"


def macros(path: str) -> set[str]:
    return set(re.findall(r"<%- macro (\w+)\(", (TEMPLATES / path).read_text("utf-8")))


def test_the_macros_of_the_shared_templates_are_defined_for_both_formats() -> None:
    latex, typst_ = macros("latex/_markup.tex.jinja"), macros("typst/_markup.typ.jinja")
    shared = "".join(path.read_text("utf-8") for path in (TEMPLATES / "print").iterdir())
    used = set(re.findall(r"\bmarkup\.(\w+)\(", shared))
    assert len(used) > 25
    assert used <= latex & typst_
    assert {name for name in latex ^ typst_ if not name.startswith("_")} == set()
    assert "\\vitae" not in shared
    assert "#vitae" not in shared


def test_every_function_of_the_templates_is_in_the_library() -> None:
    library = TEMPLATES.parents[1] / "typst_theme" / "vitaecv.typ"
    defined = set(re.findall(r"^#let (vitae-[\w-]+)", library.read_text("utf-8"), re.M))
    folders = (TEMPLATES / "typst", TEMPLATES.parents[1] / "extension", TEMPLATES.parents[1] / "render")
    files = (path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".jinja"})
    source = "".join(path.read_text("utf-8") for path in files)
    used = set(re.findall(r"#(vitae-[\w-]+)", source))
    assert len(used) > 30
    assert used <= defined


BIB = r"""
@article{k, author = {Huang, Guyue and Wang, B.}, title = {A {$x^2$} title}, journaltitle = {J}, volume = 3, date = {2020},
  doi = {10.1000/182}, code = {https://a.example}, keywords = {a, b}, abstract = {One. \item b}, award = {Best Paper}}
@talk{t, title = {T?}, type = {keynote}, eventtitle = {E}, date = {2020-01}, related = {k}}
@award{a, title = {Prize}, organization = {Org}, date = {2021}, note = {Noted}}
@position{p, title = {Architect}, organization = {Org}, location = {There}, date = {2020/}, abstract = {Text. \item b}}
"""


@pytest.mark.parametrize(
    "layout", ["reference", "tagged", "compact", "card", "page", "ieee", "acm", "apa", "chicago", "vancouver"]
)
def test_an_entry_compiles_in_every_layout(compiler: Any, tmp_path: Path, layout: str) -> None:
    made = printed(BIB, "typst", "k", number="3", layout=layout, show=("abstract", "bibtex", "keywords"))
    assert "#vitae-me[" in made
    compile_(compiler, tmp_path, f"#vitae-list([[3]])[{made}]\n#vitae-tagged()[{made}]")


@pytest.mark.parametrize("key", ["t", "a", "p"])
def test_other_entries_compile(compiler: Any, tmp_path: Path, key: str) -> None:
    compile_(compiler, tmp_path, f"#vitae-rows[{printed(BIB, 'typst', key)}]")


def compile_(compiler: Any, folder: Path, body: str) -> None:
    library = TEMPLATES.parents[1] / "typst_theme" / "vitaecv.typ"
    (folder / "vitaecv.typ").write_bytes(library.read_bytes())
    body = re.sub(r"<(.*?)>", "#[m]", body)  # a formula, as the page of these tests has it
    source = f'#import "vitaecv.typ": *\n#set page(width: 20cm, height: auto)\n{body}'
    (folder / "it.typ").write_text(source, "utf-8")
    compiler.compile(input=str(folder / "it.typ"), root=str(folder), output=str(folder / "it.pdf"))


# ---- Formulas --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tex", "made"),
    [
        ("O(n^2)", r"O \( n^(2) \)"),
        (r"\frac12", "frac(1, 2)"),
        (r"x_{i,j}'", r"x'_(i \, j)"),
        ("3.14x^2, 10^{6}", r"3.14 x^(2) \, 10^(6)"),
        (r"{}^{14}\mathrm{C}", '""^(14) upright(C)'),
        (r"\alpha \le \beta", "α ≤ β"),
        (r"\text{if } x", '"if " x'),
        (r"\operatorname*{arg\,max}_x", 'op("arg\u202fmax", limits: #true)_(x)'),
        (r"\left( \frac{a}{b} \right]", r"lr(\( frac(a, b) \])"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", 'display(mat(delim: "(", a, b ; c, d))'),
        (r"\begin{pmatrix} a \! \\ b \end{pmatrix}", 'display(mat(delim: "(", a #h(-1em / 6) ; b))'),
        (r"\text{if $x$ or \textbf{y}}", '"if " class("normal", x) " or " bold("y")'),
        (r"\sqrt[3]{x} \not\in \mathbb{R}", "root(3, x) ∉ bb(upright(R))"),
        (r"\sum\limits_i^n", "limits(∑)_(i)^(n)"),
        (r"{\bf x} y", 'class("normal", bold(upright(x))) y'),
        (r'a/b - c * "d" # \# \$', None),
        (r"a/b - c * d \# \$", r"a \/ b − c ∗ d \# \$"),
        ("a % comment\n b", "a b"),
    ],
)
def test_formulas(tex: str, made: str | None) -> None:
    if made is None:
        with pytest.raises(UnsetFormulaError):
            typst_formula(tex)
    else:
        assert typst_formula(tex) == made


@pytest.mark.parametrize(
    "tex", [r"\foo", r"\frac{a}", "{a", "a}", r"\left( a", r"\begin{tikzcd}a\end{tikzcd}", r"\text{$x}", "$"]
)
def test_what_is_not_understood_is_said(tex: str) -> None:
    with pytest.raises(UnsetFormulaError):
        typst_formula(tex)


def test_brackets_in_bold_consist_of_few_pieces(compiler: Any, tmp_path: Path) -> None:
    r"""In bold, Typst puts ``\Uparrow`` together from so many that a few formulas take gigabytes."""
    path = tmp_path / "it.typ"
    for name in sorted(commands.BRACKETS):
        formula = typst_formula(rf"\Biggl\{name}")
        path.write_text(f"#set page(width: 9cm, height: 9cm)\n#strong[${formula}$]", "utf-8")
        made = compiler.compile(input=str(path), root=str(tmp_path), format="svg")
        assert made.count(b"<use ") < 50, name


def samples() -> list[str]:
    """A formula with every command that may stand in a bibliography."""
    made = [r"\not= \not\in \not\Re x", r"\sum\limits_i \int\nolimits_0", r"90\degree, 3\micro m"]
    for name in sorted(commands.SYMBOLS | commands.SPACES):
        fenced = name in commands.BRACKETS
        made.append(rf"\left\{name} x \right. \bigl\{name}" if fenced else rf"a \{name} b^{{\{name}}}_x")
    made += [rf"{{\{name} ab}} c" for name in sorted(commands.DECLARATIONS)]
    for name, count in commands.ARGUMENTS.items():
        made.append(f"\\{name}" + "{a, b; c:d}" * count + "_x^{y'}")
    made += [rf"\{name}{{if \textbf{{a, \% b}} é}} x" for name in sorted(commands.TEXTS)]
    made += [rf"\{name}( x \{name}\|" for name in sorted(commands.SIZES)]
    for name in sorted(commands.ENVIRONMENTS):
        columns = "{c|cc}" if name == "array" else ""
        row = "e, f" if name == "gathered" else "e & f, c"
        made.append(
            rf"\begin{{{name}}}{columns} a & b, c & d; \\ e & f & \frac12 \end{{{name}}}"
            if commands.COLUMNS.get(name, 3) > 2
            else rf"\begin{{{name}}} a; \! \\ {row} \end{{{name}}}"
        )
    return made


def test_every_command_that_may_stand_in_a_bibliography_is_set(compiler: Any, tmp_path: Path) -> None:
    """With the fonts of the compiler alone: PDF/A allows no character without a glyph."""
    found = [typst_formula(checked_formula(sample)) for sample in samples()]
    assert len(found) > 550
    lines = [f'#math.equation(alt: "x", ${made}$)' for made in found]
    (tmp_path / "it.typ").write_text(
        '#set document(title: "x", date: datetime(year: 2026, month: 1, day: 1))\n' + "\n\n".join(lines),
        "utf-8",
    )
    _, warnings = compiler.compile_with_warnings(
        input=str(tmp_path / "it.typ"),
        root=str(tmp_path),
        output=str(tmp_path / "it.pdf"),
        pdf_standards=["ua-1", "a-2a"],
    )
    assert warnings == []
