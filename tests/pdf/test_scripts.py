"""Printed documents in scripts that the fonts of the CV lack, and from right to left."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from latexmk import latexmk
from pdf_checks import MISSING, READERS, Pdf, missing_programs, output
from site_builder import BIB, Site

unreadable = ", ".join(missing_programs(READERS))
pytestmark = [pytest.mark.pdf, pytest.mark.skipif(bool(unreadable), reason=f"not installed: {unreadable}")]

NATIVE = """
@article{native,
  author       = {Huang, Guyue and %s},
  title        = {%s (SnowNet)},
  journaltitle = {%s},
  pages        = {45--67},
  date         = {2024-05},
}
"""
PAGE = """# CV

```{cv-header}
```

## %s

```{activities} position
```

- Field station (Abisko)

| %s | B |
|----|---|
| 1  | 2 |

```{publications}
:number: ascending
:show: bibtex
```
"""


def write(site: Site, language: str, word: str, name: str) -> None:
    site.configure(language=language)
    site.write("references.bib", BIB + NATIVE % (name, word, word))
    site.write("index.md", PAGE % (word, word))


def fonts(pdf: Path) -> set[str]:
    return {line.split()[0].partition("+")[2] for line in output("pdffonts", str(pdf)).splitlines()[2:]}


@pytest.mark.parametrize(
    ("language", "named"), [("en", "(p. 2)"), ("de", "(S. 2)"), ("hu", "(2. o.)"), ("ja", "(2ページ)")]
)
def test_the_number_of_a_page_has_the_words_of_the_language_around_it(
    site: Site, language: str, named: str
) -> None:
    pytest.importorskip("typst", reason="not installed: typst")
    site.configure(language=language)
    site.write(
        "index.md",
        "# CV\n\nOf {pub}`it <huang2023rmstc>`.\n\n```{page-break}\n```\n\n```{publications}\n```\n",
    )
    text = Pdf(site.build("cvpdf").folder / "cv.pdf").text()
    assert f"it {named}." in " ".join(text.split()).replace("2 ペ", "2ペ")
    tex = (site.build("latex").folder / "cv.tex").read_text("utf-8")
    before, after = named[1:-1].replace(" ", "\u00a0").split("2")
    assert rf"\def\vitaepagename#1{{{before}#1{after}}}" in tex


@pytest.mark.parametrize(
    ("language", "word", "name", "font"),
    [
        ("he", "הידרולוגיה", "כהן, שלום", "NotoSerifHebrew"),
        ("zh_CN", "积雪水文学", "王, 小明", "NotoSerifCJKsc"),
        ("el", "Υδρολογία", "Ιωάννου, Νίκος", "LibertinusSerif"),
    ],
)
def test_typst_prints_other_scripts(site: Site, language: str, word: str, name: str, font: str) -> None:
    typst = pytest.importorskip("typst", reason="not installed: typst")
    families = {family.replace(" ", "").lower() for family in typst.Fonts().families()}
    if font.lower() not in families:
        pytest.skip(f"not installed: {font}")
    write(site, language, word, name)
    pdf = site.build("cvpdf").folder / "cv.pdf"
    assert any(name.startswith(font) for name in fonts(pdf))
    assert word in Pdf(pdf).text()


def test_typst_names_the_package_of_a_missing_font_and_prints_no_box(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    typst = pytest.importorskip("typst", reason="not installed: typst")
    from sphinx_vitae.extension.cvpdf import compiler

    bundled = typst.Fonts(include_system_fonts=False, font_paths=[str(compiler.FOLDER / "fonts")])
    monkeypatch.setattr(compiler.Compiler, "_fonts", bundled)
    write(site, "ja", "積雪水文学", "佐藤, 恵子")
    built = site.build("cvpdf", expect=("no installed font has Japanese characters",))
    assert built.warnings.count("fonts-noto-cjk") == 1
    text = Pdf(built.folder / "cv.pdf").text()
    assert "????? (SnowNet)" in text
    assert "積" not in text


@pytest.mark.parametrize(
    ("language", "babel"),
    [("ko", "{ko}{vitaelanguage}"), ("zh_CN", "{zh-Hans}{vitaelanguage}"), ("pt_BR", "{pt-BR,pt}{brazil}")],
)
def test_latex_of_every_language_is_for_lualatex_and_needs_no_language_package(
    site: Site, language: str, babel: str
) -> None:
    """Sphinx warns of Korean, which is unknown to docutils, and would choose XeLaTeX for Chinese."""
    site.configure(language=language)
    site.write("index.md", "# CV\n")
    latex = site.build("latex").text("cv.tex")
    assert f"\\vitaecvlanguage{babel}" in latex
    assert r"\documentclass[a4paper,10pt]{vitaecv}" in latex
    assert r"\DocumentMetadata" in latex


FRENCH = """# CV

Non ; oui ! Vraiment ? Voici : « cela ». Page <https://example.org/a:b;c?d=e!f> et `a ; b`.

%s

```{publications}
```
"""


def gaps(pdf: Path, line: str) -> dict[str, float]:
    """The distances between the words of a line: word → what is before it, in points."""
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>',
        output("pdftotext", "-bbox", str(pdf), "-"),
    )
    height = next(y for _, y, _, word in found if word == line)
    words = [(float(left), float(right), word) for left, y, right, word in found if y == height]
    return {word: round(left - before, 2) for (_, before, _), (left, _, word) in itertools.pairwise(words)}


@pytest.mark.thorough
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")
def test_latex_narrows_the_spaces_of_french_punctuation_and_adds_none_to_links_code_and_other_titles(
    site: Site,
) -> None:
    site.configure(language="fr")
    site.write(
        "index.md", FRENCH % " ".join(f"{'mot' * (n % 5 + 1)} ; non ! « oui » : {n}" for n in range(80))
    )
    folder = site.build("latex").folder
    _, said = latexmk(folder, "cv")
    log = (folder / "cv.log").read_text("utf-8", "replace")
    assert not re.findall(r"^!.*|Missing character.*", log, re.M), said
    text = output("pdftotext", "-layout", str(folder / "cv.pdf"), "-")
    assert "https://example.org/a:b;c?d=e!f" in text
    assert "RM-STC: A Sparse" in text
    assert not re.findall(r"^ *[;:!?»].*|.*« *$", text, re.M)
    width = gaps(folder / "cv.pdf", "Vraiment")
    assert width[";"] == width["!"] == width["?"] < 0.6 * width["oui"]
    assert width["cela"] < 0.8 * width["oui"] < width[":"]


@pytest.mark.thorough
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")
def test_latex_prints_hebrew_from_right_to_left(site: Site) -> None:
    if not output("kpsewhich", "-all", "NotoSerifHebrew-Regular.ttf", "texmf.cnf").count("NotoSerifHebrew"):
        pytest.skip("not installed: fonts-noto-core")
    write(site, "he", "הידרולוגיה", "כהן, שלום")
    folder = site.build("latex").folder
    _, said = latexmk(folder, "cv")
    log = (folder / "cv.log").read_text("utf-8", "replace")
    assert not re.findall(r"^!.*|Missing character.*", log, re.M), said
    assert {"NotoSerifHebrew-Regular", "NotoSansHebrew-Bold"} <= fonts(folder / "cv.pdf")
    assert "הידרולוגיה" in output("pdftotext", str(folder / "cv.pdf"), "-")
    words = {word: float(x) for x, word in _words(folder / "cv.pdf")}
    assert words["[1]"] > words["2021"]  # the number is on the right, the date on the left
    assert words["Field"] < words["(Abisko)"]


@pytest.mark.thorough
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")
def test_latex_names_the_package_of_a_missing_font_and_prints_no_box(site: Site) -> None:
    write(site, "ja", "積雪水文学", "佐藤, 恵子")
    folder = site.build("latex").folder
    source = (folder / "cv.tex").read_text("utf-8")
    head, scripts, rest = re.split(r"(?m)^(\\def\\vitaecvscripts.*)$", source)
    absent = re.sub(r"[\w-]+(?=\.(?:otf|ttf|ttc))", "absent", scripts)
    (folder / "cv.tex").write_text(head + absent + rest, "utf-8")
    latexmk(folder, "cv")
    log = (folder / "cv.log").read_text("utf-8", "replace")
    assert log.count("fonts-noto-cjk\n") == 1
    assert "Missing character" not in log
    text = Pdf(folder / "cv.pdf").text()
    assert "????? (SnowNet)" in text
    assert "積" not in text


def _words(pdf: Path) -> list[tuple[str, str]]:
    """The words of the first page, with the position of their left edge."""
    boxes = output("pdftotext", "-l", "1", "-bbox", str(pdf), "-")
    return re.findall(r'<word xMin="([\d.]+)"[^>]*>([^<]*)</word>', boxes)
