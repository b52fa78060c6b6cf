"""LaTeX markup becomes text with spans; nothing that can be read is lost."""

from __future__ import annotations

import unicodedata

import pytest

from sphinx_vitae.bib import parse_text
from sphinx_vitae.bib.markup.symbols import ACCENTS, SYMBOLS
from sphinx_vitae.model import ProblemKind, Span, Text
from unit.bib.reading import entry, kinds_of, records_of


def text(*parts: str | Span) -> Text:
    return Text(parts)


@pytest.mark.parametrize("accent", [name for name in ACCENTS if len(name) == 1 and name != "t"])
@pytest.mark.parametrize("form", ["\\{}{{a}}", "{{\\{}{{a}}}}", "{{\\{} a}}", "\\{} {{a}}"])
def test_every_accent_in_every_form(accent: str, form: str) -> None:
    expected = unicodedata.normalize("NFC", "a" + ACCENTS[accent])
    assert parse_text("x" + form.format(accent) + "y") == text(f"x{expected}y")


@pytest.mark.parametrize("name", sorted(SYMBOLS))
def test_every_symbol_prints_no_latex(name: str) -> None:
    printed = str(parse_text(f"a\\{name}{{}}b"))
    assert printed.startswith("a")
    assert printed.endswith("b")
    assert "\\" not in printed.replace(SYMBOLS[name], "")


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("", ""),
        ("plain", "plain"),
        ("Garc\\'{\\i}a", "García"),
        ("\\'\\i", "í"),
        ("{\\'{\\^e}}", "ế"),
        ("\\L ukasz \\L{}ukasz {\\L}ukasz", "Łukasz Łukasz Łukasz"),
        ("\\ss\\ a", "ß a"),
        ("\\~{} \\^{}", "~ ^"),
        ("{NLP} with {{BERT}}", "NLP with BERT"),
        ("``a'' `b' a--b---c", "“a” ‘b’ a–b—c"),
        ("don't 'this'", "don't 'this'"),
        ("a~b", "a\u00a0b"),
        ("\\& \\% \\_ \\# \\$ \\{ \\}", "& % _ # $ { }"),
        ('& % _ # ^ "', '& % _ # ^ "'),
        ("\\LaTeX\\ and \\TeX{} and \\BibTeX", "LaTeX and TeX and BibTeX"),
        ("a\\-b\\/c", "abc"),
        ("a$\\-$b", "ab"),
        ("?`a !`b", "¿a ¡b"),
        ("A &amp; B \\&amp; C {\\&}amp$\\mathsemicolon$ D", "A & B & C & D"),
        ("&lt;i&gt; &#233;&#xe9; &copy;", "<i> éé &copy;"),
        ("<i>x</i>", "x"),
        ("<script>x</script> <u>y</u>", "<script>x</script> <u>y</u>"),
        ("\\MakeUppercase{abc} \\textrm{x} \\mbox{y}", "ABC x y"),
        ("\\textcolor{red}{x} {\\noopsort{a}}B", "x B"),
        ("a  {}  b", "a b"),
        ("Title\\footnote{Equal.}", "Title (Equal.)"),
        ("\\apj", "Astrophysical Journal"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_what_is_printed(source: str, printed: str) -> None:
    assert str(parse_text(source)) == printed


@pytest.mark.parametrize(
    ("source", "parsed"),
    [
        ("a \\emph{b} c", text("a ", Span("emph", ("b",)), " c")),
        ("{\\em a} b", text(Span("emph", ("a",)), " b")),
        ("{\\bf a \\it b} c", text(Span("strong", ("a ", Span("emph", ("b",)))), " c")),
        ("\\textbf{a \\emph{b}}", text(Span("strong", ("a ", Span("emph", ("b",)))))),
        ("\\textsc{A} \\texttt{b}", text(Span("smallcaps", ("A",)), " ", Span("code", ("b",)))),
        (
            "H\\textsubscript{2}O\\textsuperscript{+}",
            text("H", Span("sub", ("2",)), "O", Span("sup", ("+",))),
        ),
        ("\\enquote{a}", text(Span("quote", ("a",)))),
        ("\\emph ab", text(Span("emph", ("a",)), "b")),
        ("\\emph{}", text()),
        ("$a_1$ and \\(b\\)", text(Span("math", ("a_1",)), " and ", Span("math", ("b",)))),
        ("$$a$$", text(Span("math", ("a",)))),
        ("a $\\$$ b", text("a ", Span("math", ("\\$",)), " b")),
        ("\\begin{equation}a\\end{equation}", text(Span("math", ("a",)))),
        ("\\url{http://a.b/~c\\_d}", text(Span("link", ("http://a.b/~c_d",), "http://a.b/~c_d"))),
        ("\\href{http://a.b}{c \\emph{d}}", text(Span("link", ("c ", Span("emph", ("d",))), "http://a.b"))),
        ("(https://a.b/c).", text("(", Span("link", ("https://a.b/c",), "https://a.b/c"), ").")),
        ("\\cite{a, b}", text(Span("cite", ("a",), "a"), ", ", Span("cite", ("b",), "b"))),
        ("\\citep[p.~3]{a}", text(Span("cite", ("a",), "a"), ", p.\u00a03")),
        ("\\item a \\item b", text(Span("item", ("a",)), Span("item", ("b",)))),
        (
            "x \\begin{itemize}\\item a \\begin{enumerate} \\item b\\end{enumerate}\\end{itemize} y",
            text("x ", Span("item", ("a ", Span("item", ("b",)))), " y"),
        ),
    ],
)
def test_what_is_marked(source: str, parsed: Text) -> None:
    assert parse_text(source) == parsed


@pytest.mark.parametrize(
    ("source", "printed", "kind"),
    [
        ("costs $5", "costs $5", ProblemKind.MARKUP_BROKEN),
        ("$5 to $10", "$5 to $10", ProblemKind.MARKUP_BROKEN),
        ("\\foo{a} b", "a b", ProblemKind.MARKUP_UNKNOWN),
        ("a \\foo b", "a \\foo b", ProblemKind.MARKUP_UNKNOWN),
        ("\\href{javascript:x}{a}", "a", ProblemKind.LINK_REFUSED),
        ("\\url{javascript:x}", "javascript:x", ProblemKind.LINK_REFUSED),
    ],
)
def test_what_is_not_understood_is_printed_and_reported(source: str, printed: str, kind: ProblemKind) -> None:
    records, problems = records_of(f"@misc{{k, title = {{{source}}}}}")
    assert str(records["k"].title) == printed
    assert kinds_of(problems) == [kind]


@pytest.mark.parametrize(
    ("source", "printed"), [("a } b", "a b"), ("a { b", "a b"), ("}{", ""), ("\\emph{a", "a")]
)
def test_braces_that_do_not_match_lose_nothing(source: str, printed: str) -> None:
    assert str(parse_text(source)) == printed


def test_an_unknown_command_is_reported_once_per_file() -> None:
    _, problems = records_of("@misc{a, title={\\foo{A}}, note={\\foo{B}}}@misc{b, title={\\foo{C} \\bar{D}}}")
    assert [(problem.key, problem.kind.code) for problem in problems] == [
        ("a", "markup-unknown"),
        ("b", "markup-unknown"),
    ]


def test_spans_are_never_nested_too_deep_to_walk_over() -> None:
    deep = parse_text("\\emph{" * 50_000 + "x" + "}" * 50_000)
    assert str(deep) == "x"
    assert 10 < len(list(deep.spans("emph"))) < 100


@pytest.mark.parametrize(
    ("pages", "printed"),
    [
        ("1--9", "1–9"),
        ("1-9", "1–9"),
        ("1 -- 9, 12-15", "1–9, 12-15"),
        ("1---9", "1–9"),
        ("S1-S9", "S1–S9"),
        ("e12", "e12"),
        ("R-12", "R-12"),
        ("1-2--1-10", "1-2–1-10"),
    ],
)
def test_pages(pages: str, printed: str) -> None:
    assert str(entry(f"pages = {{{pages}}}").texts["pages"]) == printed


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ("title = {{A Title.}}", "A Title"),
        ("title = {What?}", "What?"),
        ("title = {And so on...}", "And so on..."),
        ("title = {A}, subtitle = {B.}", "A: B"),
        ("title = {A?}, subtitle = {B}", "A? B"),
        ("title = {A on \\emph{B}}, subtitle = {C}", "A on B: C"),
        ("note = {x}", "k"),
    ],
)
def test_titles(fields: str, printed: str) -> None:
    assert str(entry(fields).title) == printed


def test_the_title_of_news_is_a_sentence() -> None:
    assert str(entry("title = {We moved.}", "news").title) == "We moved."
