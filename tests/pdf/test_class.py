"""The class of the CV and the package of its records by themselves, without the extension.

A small Sphinx project holds the constructs as raw LaTeX. It is compiled once as a CV and once as an ordinary
``howto``; each test looks at one of the ways in which such pages have gone wrong.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from pdf_checks import MISSING, Pdf, output
from shared import Shared
from site_builder import build_strictly
from sphinx_vitae.extension.builds.latex_needs import latex_scripts

pytestmark = pytest.mark.pdf
needs_tex = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")

THEME = Path(__file__).resolve().parents[2] / "ext" / "sphinx_vitae" / "latex_theme"
CJK_FONTS = [
    "FandolSong-Regular.otf",
    "NotoSerifCJK-Regular.ttc",
    "NotoSansCJK-Regular.ttc",
    "HaranoAjiMincho-Regular.otf",
    "DroidSansFallbackFull.ttf",
]

# latex_elements hold for every document; the CV must not look like what they say
CONF = r"""
project = author = "Ada Lovelace"
language = {language!r}
latex_engine = "lualatex"
latex_theme_path = [{theme!r}]
latex_additional_files = {files!r}
templates_path = {templates!r}
latex_documents = [("index", "doc.tex", "Curriculum vitae", author, {kind!r})]
latex_elements = {{
    "papersize": "letterpaper", "pointsize": "12pt", "maketitle": r"\sphinxmaketitle Leaked.",
    "fontpkg": r"\setmainfont{{lmroman10-regular.otf}}[BoldFont=lmroman10-bold.otf,"
               r"ItalicFont=lmroman10-italic.otf]\setsansfont{{lmsans10-regular.otf}}[BoldFont=lmsans10-bold.otf]"
               r"\setmonofont{{lmmono10-regular.otf}}",
}}
def setup(app):
    app.add_latex_package("sphinxvitae")
    app.connect("builder-inited", lambda app: app.builder.context.update(vitae_cv={{
        "paper": "a4", "accent": "7A1F1F", "fontsize": "10pt", "page_numbers": True, "lang": "en-GB",
        "scripts": {scripts!r}}}))
"""

LONG = "https://example.org/very/long/path/of/an/address/that/is/its/own/text/and-goes-on/for-ever/index.html"
TABLE = """
===== =================================================================== ============
Year  Course                                                              Level of it
===== =================================================================== ============
1841  A course the name of which is long enough for two lines, because it First degree
      never comes to an end, as it goes on and on
1842  Looms                                                               First degree
===== =================================================================== ============
"""
PAGE = r"""
The title
=========

.. raw:: latex

   \vitaeheader{Ada Lovelace}{Countess of computing}{London}
   \begin{vitaecontacts}\vitaecontact{Email: }{ada@example.org}{mailto:ada@example.org}\vitaecontactsep
   \vitaecontact{Room: }{12}{}\end{vitaecontacts}

See https://example.org/~ada/a_b?c=d&e=1:2 and the footnote [#]_.

.. [#] It has its number.

Positions
---------

.. raw:: latex

   \begin{vitaeentry}{Analyst}{1842 – 1843}{Analytical Engine}{London}{}
   Wrote \hyperref[\detokenize{index:ten}]{[10]}\vitaeonpage{\detokenize{index:ten}} at home.
   \end{vitaeentry}
   \begin{vitaeentry}{Translator of a title so long that it has no place on one line with the date of its
   translation}{1841}{}{Turin}{}
   \begin{itemize}\item {} Took part in many things that fill a line to its end and then have one more
   unhyphenatable word, which stands at the place where the paper has come to its end\end{itemize}
   \end{vitaeentry}
   \begin{vitaeentry}{Correspondent}{October 1841 – December 1841 and again February 1843 – November 1843}{}{}{}
   \end{vitaeentry}

TABLE

.. raw:: latex

   \clearpage\hrule height 0pt\nobreak\vskip\dimexpr\textheight-62pt\relax

Records
-------

.. raw:: latex

   \begin{vitaeentry}{Kept}{1844}{Together}{}{}
   Body of the entry.
   \end{vitaeentry}
   \begin{vitaelist}{10}
   \vitaeitem{10}{\phantomsection\label{\detokenize{index:ten}}}\vitaeme{Ada Lovelace} and Łukasz Wójcik.
   \vitaetitle{Efficient offices, affine workflows and fluffy first-order filters: an analysis of \(O(n^2)\)
   engines}. In \vitaevenue{Proceedings of Difficult Fonts}, 1843. \vitaeaward{Best Paper}.
   \vitaelinks{\vitaelink{https://example.org/a.pdf}{PDF}\vitaelinksep\vitaelink{https://example.org/c}{Code}}
   \vitaeitem{9}{}\vitaeme{NAMED}. \vitaetitle{A second one}. 1842. \vitaelinks{\vitaelink{ADDRESS}{ADDRESS}}
   \end{vitaelist}
   \begin{vitaerows}
   \vitaerow{October 1843}{}An award for the first of all programs, with a name as long as those of awards may be when
   societies never agree upon a shorter one, \hyperref[\detokenize{index:ten}]{[10]}\vitaeonpage{\detokenize{index:ten}}

   \vitaerow{1838 – 1840}{}Short
   \vitaerow{}{}\hbox to \dimexpr\linewidth-\vitaecolumn-4em\relax{Full\hfil} \vitaelink{https://example.org/two}{two words of a link}
   \vitaerow{1839}{}Listed:
   \begin{itemize}\item {} within\end{itemize}
   \end{vitaerows}
   \begin{vitaetagged}
   \vitaetaggeditem{FONTS’43}{}\vitaetitle{Tagged}.
   \vitaetaggeditem{TYPOGRAPHY’42}{}\vitaetitle{Widely}.
   \end{vitaetagged}
"""


def has_cjk() -> bool:
    if MISSING:
        return False
    run = subprocess.run(["kpsewhich", *CJK_FONTS], capture_output=True, text=True, check=False)
    return bool(run.stdout.strip())


def write(folder: Path, kind: str, *, template: bool = True, language: str = "en") -> Path:
    """The page as LaTeX, by a theme."""
    templates = [str(THEME / "templates")] if template else []
    files = [str(path) for path in THEME.iterdir() if path.suffix in {".cls", ".sty"}]
    conf = CONF.format(
        theme=str(THEME),
        files=files,
        templates=templates,
        kind=kind,
        language=language,
        scripts=latex_scripts(language),
    )
    name = "黄小明" if kind == "vitae" and has_cjk() else "Ada"
    page = PAGE.replace("NAMED", name).replace("ADDRESS", LONG)
    page = page.replace("TABLE", TABLE if kind == "vitae" else "")  # Sphinx's own tables stick out
    (folder / "conf.py").write_text(conf, "utf-8")
    (folder / "index.rst").write_text(page, "utf-8")
    return build_strictly(folder, folder, "latex").folder


@pytest.fixture(scope="session")
def cv(shared: Shared) -> Pdf:
    return compiled(shared, "vitae")


@pytest.fixture(scope="session")
def howto(shared: Shared) -> Pdf:
    return compiled(shared, "howto")


def compiled(shared: Shared, kind: str) -> Pdf:
    written = shared.folder(f"class-{kind}", lambda folder: write(folder, kind))
    return Pdf.by_latex(shared.pdf(written / "latex", "doc"))


Word = tuple[int, float, float, float, float, str]


def words(pdf: Pdf) -> list[Word]:
    """Every word with its page and its box: left, top, right, bottom."""
    found: list[Word] = []
    for number, page in enumerate(output("pdftotext", "-bbox", str(pdf.path), "-").split("<page ")[1:], 1):
        for box in re.findall(
            r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page
        ):
            left, top, right, bottom = (float(edge) for edge in box[:4])
            found.append((number, left, top, right, bottom, box[4]))
    return found


def right_edge(pdf: Pdf, word: str) -> float:
    return max(right for _, _, _, right, _, text in words(pdf) if text == word)


def lines(pdf: Pdf) -> list[str]:
    return output("pdftotext", "-layout", str(pdf.path), "-").splitlines()


def contrast(colour: str) -> float:
    """With white, as WCAG 2.1 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


# ---- The template and the package, as they are written --------------------------------------------


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", ["howto", "manual"])
def test_another_document_is_byte_for_byte_sphinxs_own(tmp_path: Path, kind: str, language: str) -> None:
    for name in ("with", "without"):
        (tmp_path / name).mkdir()
    ours = write(tmp_path / "with", kind, language=language)
    sphinxs = write(tmp_path / "without", kind, template=False, language=language)
    assert (ours / "doc.tex").read_bytes() == (sphinxs / "doc.tex").read_bytes()


def test_the_cv_has_settings_of_its_own(tmp_path: Path) -> None:
    tex = (write(tmp_path, "vitae", language="de") / "doc.tex").read_text("utf-8")
    assert tex.startswith(r"\IfFormatAtLeastTF{2025-06-01}{\DocumentMetadata{lang=en-GB,")
    assert r"\documentclass[a4paper,10pt,german]{vitaecv}" in tex
    assert r"\usepackage{babel}" in tex
    assert r'\shorthandoff{"}' in tex
    for other in ("polyglossia", "lmroman", "Leaked", "fncychap"):
        assert other not in tex


def test_the_package_defines_names_of_its_own_only() -> None:
    code = re.sub(r"(?m)(?<!\\)%.*$", "", (THEME / "sphinxvitae.sty").read_text("utf-8"))
    define = r"\\(?:newcommand|providecommand|newif|newdimen|newcounter|newlength|DeclareRobustCommand|newenvironment)"
    names = re.findall(rf"(?m)^\s*{define}\s*\{{?\\?([A-Za-z@]+)", code)
    assert len(names) > 40
    assert [name for name in names if not re.match(r"(if)?vitae", name)] == []
    assert not re.search(r"(?m)^\s*\\(renew|set(length|counter)|pagestyle|usepackage)", code)


def test_colours_can_be_read() -> None:
    styles = (THEME / "sphinxvitae.sty").read_text("utf-8")
    colours = re.findall(r"\\providecolor\{vitae\w+\}\{HTML\}\{(\w{6})\}", styles)
    assert len(colours) == 2
    assert min(map(contrast, colours)) >= 4.5


def test_a_rule_says_how_wide_it_is() -> None:
    """Without, it grows with a line that sticks out."""
    code = "".join(path.read_text("utf-8") for path in sorted(THEME.glob("*.[cs][lt][sy]")))
    rules = re.findall(r"\\hrule *(\w*)", re.sub(r"(?m)(?<!\\)%.*$", "", code))
    assert len(rules) >= 2
    assert set(rules) == {"width"}


def test_rows_are_not_coloured(tmp_path: Path) -> None:
    """Sphinx colours them unless told otherwise, which never ends where LaTeX of 2026 tags tables."""
    tex = (write(tmp_path, "vitae") / "doc.tex").read_text("utf-8")
    assert "booktabs" in tex
    assert "colorrows" not in tex


# ---- The CV -----------------------------------------------------------------------------------------


@needs_tex
def test_it_passes_every_check_that_this_latex_can_pass(cv: Pdf) -> None:
    assert cv.expected() - {name for name, ok in cv.checks().items() if ok} == set()


@needs_tex
@pytest.mark.parametrize("document", ["cv", "howto"])
def test_no_line_sticks_out_or_lacks_words(document: str, request: pytest.FixtureRequest) -> None:
    log = request.getfixturevalue(document).path.with_suffix(".log").read_text("utf-8", "replace")
    wide = [float(points) for points in re.findall(r"Overfull \\[hv]box \(([\d.]+)pt too", log)]
    assert [points for points in wide if points > 1] == []
    assert "multiply defined" not in log
    assert document == "howto" or "Underfull" not in log, "ragged lines are never stretched"
    assert "PDF standard validation failure" not in log


@needs_tex
@pytest.mark.parametrize("mode", ["-layout", "-raw"])
def test_words_come_out_whole_and_in_order(cv: Pdf, mode: str) -> None:
    text, position = cv.text(mode), 0
    for phrase in [
        "Ada Lovelace",
        "Countess of computing",
        "Email: ada@example.org · Room: 12",
        "See https://example.org/~ada/a_b?c=d&e=1:2 and",
        "Positions",
        "Analyst 1842 – 1843",
        "Analytical Engine London",
        "Wrote [10] (p. 3) at home.",
        "translation 1841" if mode == "-raw" else "has no place 1841",  # the date is beside the first line
        "Year Course Level of it",
        "1 It has its number.",
        "Records",
        "Kept 1844",
        "[10] Ada Lovelace and Łukasz Wójcik.",
        "Efficient offices, affine workflows and fluffy first-order filters",
        "Best Paper. PDF · Code",
        "[9]",
        "Short 1838 – 1840",
        "Listed: 1839 • within",
        "FONTS'43 Tagged.",
    ]:
        found = text.find(phrase, position)
        assert found >= 0, f"{phrase!r} is not in {text[position : position + 400]!r}"
        position = found


@needs_tex
def test_it_has_its_own_paper_and_fonts(cv: Pdf) -> None:
    assert re.search(r"Page size:.*\(A4\)", output("pdfinfo", str(cv.path)))
    assert "TeXGyrePagella-Regular" in output("pdffonts", str(cv.path)) or "fonts of TeX Gyre not found" in (
        cv.path.with_suffix(".log").read_text("utf-8", "replace")
    )
    assert "Leaked" not in cv.text()


@needs_tex
def test_a_font_that_is_not_there_stands_in_for_no_character(cv: Pdf) -> None:
    """TeX would stop at it."""
    fonts = re.findall(r"[\w-]+\.(?:otf|ttf|ttc)", latex_scripts("en"))
    run = subprocess.run(["kpsewhich", *fonts], capture_output=True, text=True, check=False)
    there = {Path(line).name for line in run.stdout.splitlines()}
    assert len(fonts) > 5
    if there >= set(fonts):
        pytest.skip("all of them are installed")
    assert cv.pages > 1


@needs_tex
def test_the_name_is_the_largest_text(cv: Pdf) -> None:
    heights = {text: bottom - top for page, _, top, _, bottom, text in words(cv)}
    assert heights.pop("Lovelace") > 0
    largest = max(words(cv), key=lambda word: word[4] - word[2])
    assert largest[5] in {"Ada", "Lovelace"}


@needs_tex
def test_dates_end_at_the_right_edge(cv: Pdf) -> None:
    edges = [right_edge(cv, date) for date in ("1841", "1844", "1843", "1839")]
    assert max(edges) - min(edges) < 1


@needs_tex
def test_a_long_text_keeps_clear_of_its_date_on_the_first_line(cv: Pdf) -> None:
    last = [word for word in words(cv) if word[0] == 3]
    date = next(word for word in last if word[5] == "October")
    first = next(word for word in last if word[5] == "award")
    assert abs(first[2] - date[2]) < 2
    beside = [right for _, left, top, right, _, _ in last if abs(top - date[2]) < 2 and left < date[1]]
    assert len(beside) > 5
    assert max(beside) < date[1]


@needs_tex
def test_a_date_without_room_goes_on_the_next_line(cv: Pdf) -> None:
    at = next(i for i, line in enumerate(lines(cv)) if line.strip().startswith("Correspondent"))
    assert "November 1843" in lines(cv)[at] or "November 1843" in lines(cv)[at + 1]


@needs_tex
def test_labels_are_aligned_at_their_right(cv: Pdf) -> None:
    ten = min(word for word in words(cv) if word[0] == 3 and word[5] == "[10]")
    assert abs(right_edge(cv, "[9]") - ten[3]) < 1


@needs_tex
def test_tags_share_a_column(cv: Pdf) -> None:
    lefts = [left for _, left, _, _, _, text in words(cv) if text in {"Tagged.", "Widely."}]
    assert len(lefts) == 2
    assert abs(lefts[0] - lefts[1]) < 1


@needs_tex
def test_a_heading_stays_with_what_it_heads(cv: Pdf) -> None:
    pages = {text: page for page, _, _, _, _, text in words(cv)}
    assert pages["Records"] == pages["Kept"] == pages["Together"] == pages["Body"] == 3


@needs_tex
def test_a_page_is_named_only_when_it_is_another_one(cv: Pdf) -> None:
    assert cv.text("-raw").count("(p. 3)") == 1


@needs_tex
def test_one_link_is_one_annotation(cv: Pdf) -> None:
    addresses = cv.addresses
    for address in ("https://example.org/a.pdf", "https://example.org/two", "mailto:ada@example.org"):
        assert addresses.count(address) == 1
    assert cv.dangling() == []


@needs_tex
def test_a_long_address_breaks_without_a_hyphen(cv: Pdf) -> None:
    assert LONG in output("pdftotext", "-raw", str(cv.path), "-").replace("\n", "")
    assert not any(line.rstrip().endswith(("https:", "-")) for line in lines(cv))


@needs_tex
def test_chinese_is_printed(cv: Pdf) -> None:
    if not has_cjk():
        pytest.skip("no font with Chinese characters")
    assert "黄小明" in cv.text()


@needs_tex
def test_nothing_is_attached(cv: Pdf) -> None:
    """LaTeX of 2025 and later attaches MathML and style sheets, which PDF/A-2 forbids."""
    with pikepdf.open(cv.path) as pdf:
        kinds = [str(thing.get("/Type")) for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
    assert "/EmbeddedFile" not in kinds


@needs_tex
def test_header_cells_are_tagged(cv: Pdf) -> None:
    if cv.release < "2024-11-01":
        pytest.skip("this LaTeX tags no header cells")
    structure = output("pdfinfo", "-struct", str(cv.path))
    assert len(re.findall(r"^\s*TH\b", structure, re.M)) == 3
    assert len(re.findall(r"^\s*TD\b", structure, re.M)) == 6


@needs_tex
def test_the_identifier_does_not_depend_on_the_folder(cv: Pdf) -> None:
    digest = hashlib.md5(b"Ada Lovelace|Curriculum vitae|doc", usedforsecurity=False).digest()
    with pikepdf.open(cv.path) as pdf:
        assert [bytes(part) for part in pdf.trailer.ID] == [digest, digest]


# ---- An ordinary document -------------------------------------------------------------------------------


@needs_tex
def test_the_records_print_without_the_class(howto: Pdf) -> None:
    text = howto.text("-raw")
    for phrase in (
        "Analyst 1842 – 1843",
        "[10] Ada Lovelace and",
        "PDF · Code",
        "Short 1838 – 1840",
        "TYPOGRAPHY'42",
    ):
        assert phrase in text


@needs_tex
def test_the_records_leave_an_ordinary_document_alone(howto: Pdf) -> None:
    assert re.search(r"Page size:.*\(letter\)", output("pdfinfo", str(howto.path)))
    assert "TeXGyre" not in output("pdffonts", str(howto.path))
    assert "Leaked" in howto.text()
