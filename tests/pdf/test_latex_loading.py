"""LaTeX runs as often as pages change, and loads what the text needs: also what its source does not tell.

The documents have no ``cv-header``: their author and title stand in its place.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from latexmk import FAULT, latexmk, runs
from pdf_checks import MISSING, Pdf, output
from shared import Shared
from site_builder import Site

LETTERS = ["LibertinusSerif-Regular.otf", "FreeSerif.otf", "DejaVuSerif.ttf"]


def has_letters() -> bool:
    if MISSING:
        return False
    run = subprocess.run(["kpsewhich", *LETTERS], capture_output=True, text=True, check=False)
    return bool(run.stdout.strip())


pytestmark = [
    pytest.mark.pdf,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}"),
]
needs_letters = pytest.mark.skipif(not has_letters(), reason="no font with Cyrillic letters")

#: The second reference is on its target's page, hence without its number; a reference to nowhere never has one.
PLAIN = r"""
# Plain

Łukasz wrote {pub}`a sparse core <huang2023rmstc>`, for “€ 5” – and more …

```{raw} latex
\hyperref[nowhere]{Nothing}\vitaeonpage{nowhere}.
```

```{page-break}
```

Of {pub}`it <huang2023rmstc>` again.

```{publications}
```
"""
#: With its page the reference is pushed to the page of its target, and without it back.
RESTLESS = r"""
# Restless

```{raw} latex
\clearpage\hrule height 0pt\nobreak\vskip\dimexpr\textheight-28pt\relax\hrule height 0pt
\noindent\hbox to \dimexpr\linewidth-1em{Restless\hfil} \vitaeonpage{there}\par
\noindent\phantomsection\label{there}Its target.
```
"""
#: Characters that LuaTeX stops at, that no font has, or that are none; as text, as code, and as raw LaTeX.
ODD = "".join(map(chr, (0xFFFD, 0xE000, 0xFDD0, 0xFFFF, 0x10FFFE, 0x07, 0x7F, 0x9B)))
PAGES = {
    "odd": f"# Odd {ODD}\n\nA{ODD}B `C{ODD}D`\n\n```\nE{ODD}F\n```\n\n```{{raw}} latex\nG{ODD}H\n```\n",
    "headed": "# Headed\n\n```{cv-header}\n```\n\nWords\n",
    "restless": RESTLESS,
    "plain": PLAIN,
    "cyrillic": "# Cyrillic\n\nЖук and α.\n",
    "greek": "# Greek\n\nΗ Ελλάδα, **ἀρχή** and α.\n",
    "formula": "# Formula\n\nOf {math}`x^2`.\n",
    "secret": '# Secret\n\n```{raw} latex\n\\char"0416\\char"0443\\char"043A, \\csname ensuremath\\endcsname{y}.\n```\n',
    "included": "# Included\n\n```{raw} latex\n\\input{included-text}\n```\n",
}


@dataclass(frozen=True)
class Printed:
    """A document, and what is said of it."""

    pdf: Pdf
    runs: int
    faults: list[str]
    loaded: str
    aux: str

    @property
    def mathematics(self) -> bool:
        return "unicode-math.sty" in self.loaded

    @property
    def fonts(self) -> str:
        return output("pdffonts", str(self.pdf.path))


@pytest.fixture(scope="module")
def printed(shared: Shared) -> dict[str, Printed]:
    """The documents by name."""
    folder = shared.folder("loading", print_all) / "_build" / "latex"
    return {name: read(folder, name) for name in PAGES}


def print_all(folder: Path) -> None:
    site = Site(folder)
    site.configure(
        latex_documents=[(name, f"{name}.tex", name.title(), "Ada", "vitae") for name in PAGES],
        latex_additional_files=["included-text.tex"],
        vitae_cv={"restless.tex": {"density": "compact"}},  # its measures are those of lines of 12 points
    )
    site.write("index.md", "# Home\n\n```{toctree}\n:glob:\n*\n```\n")
    site.write("included-text.tex", "Жук and $z$.\n")
    for name, page in PAGES.items():
        site.write(f"{name}.md", page)
    written = site.build("latex").folder
    for name in PAGES:
        _, said = latexmk(written, name)
        (written / f"{name}.said").write_text("\n".join(said), "utf-8")


def read(folder: Path, name: str) -> Printed:
    said = (folder / f"{name}.said").read_text("utf-8").splitlines()
    log = (folder / f"{name}.log").read_text("utf-8", "replace")
    faults = [line for line in log.splitlines() if FAULT.match(line)]
    return Printed(
        Pdf(folder / f"{name}.pdf"),
        runs(said),
        faults,
        (folder / f"{name}.fls").read_text("utf-8"),
        (folder / f"{name}.aux").read_text("utf-8"),
    )


def missing(document: Printed) -> list[str]:
    """What the class noticed on its own."""
    return re.findall(r"known\{missing\}\{(.*?)\}", document.aux)


def test_a_document_with_references_to_pages_is_done_in_three_runs(printed: dict[str, Printed]) -> None:
    plain = printed["plain"]
    assert plain.runs == 3
    text = plain.pdf.text("-raw")
    assert "a sparse core (p. 2), for" in text
    assert "Of it again" in text


def test_a_reference_to_nowhere_has_no_page(printed: dict[str, Printed]) -> None:
    """The first run reserves its room."""
    assert "Nothing." in printed["plain"].pdf.text("-raw")


def test_a_document_without_references_is_done_in_two_runs(printed: dict[str, Printed]) -> None:
    assert printed["formula"].runs == 2


def test_a_reference_that_moves_itself_comes_to_rest(printed: dict[str, Printed]) -> None:
    restless = printed["restless"]
    assert restless.runs == 5, "latexmk gives up after five"
    assert "(p. 3)" in restless.pdf.text("-raw")
    assert re.search(r"known\{place1\}\{\{3\}\{1\}\{2\}\{[0-9A-F]{32}\}\}", restless.aux)


def test_latin_letters_need_no_other_font(printed: dict[str, Printed]) -> None:
    plain = printed["plain"]
    assert [fault for fault in plain.faults if "nowhere" not in fault and "There were" not in fault] == []
    assert not plain.mathematics
    assert missing(plain) == []
    assert {font.split("-")[0][-7:] for font in re.findall(r"\+(\S+)", plain.fonts)} <= {
        "Pagella",
        "reHeros",
        "eCursor",
    }


def test_author_and_title_stand_where_there_is_no_header(printed: dict[str, Printed]) -> None:
    assert printed["formula"].pdf.text("-raw").startswith("Ada Formula Of")
    assert printed["headed"].pdf.text("-raw").startswith("Guyue Huang Words")


def test_no_character_costs_a_document(printed: dict[str, Printed]) -> None:
    odd = printed["odd"]
    assert odd.faults == missing(odd) == []
    text = odd.pdf.text("-raw")
    assert [pair for pair in ("A?????B", "C?????D", "E?????F", "G?????H") if pair not in text] == []


@needs_letters
def test_other_letters_have_their_font_in_the_first_run(printed: dict[str, Printed]) -> None:
    cyrillic = printed["cyrillic"]
    assert cyrillic.faults == missing(cyrillic) == []
    assert cyrillic.runs == 2
    assert not cyrillic.mathematics
    assert "Жук" in cyrillic.pdf.text()


def test_a_formula_has_its_font_in_the_first_run(printed: dict[str, Printed]) -> None:
    formula = printed["formula"]
    assert formula.mathematics
    assert missing(formula) == []
    assert "Math" in formula.fonts or "Pagella-Italic" in formula.fonts


@needs_letters
def test_a_greek_word_is_of_one_font(printed: dict[str, Printed]) -> None:
    greek, cyrillic = printed["greek"], printed["cyrillic"]
    assert greek.faults == missing(greek) == []
    assert "Η Ελλάδα, ἀρχή and α." in greek.pdf.text("-raw")
    assert [font for font in with_greek(greek) if "Pagella" in font] == []
    assert [font for font in with_greek(cyrillic) if "Pagella" in font] != [], "its own, without accents"


def with_greek(document: Printed) -> list[str]:
    """The fonts that print Greek letters."""
    with pikepdf.open(document.pdf.path) as pdf:
        fonts = [font for page in pdf.pages for _, font in page.Resources.Font.items()]
        return [
            str(font.BaseFont)
            for font in fonts
            if re.search(rb"<[0-9A-F]{4}> <(03|1F)", font.ToUnicode.read_bytes())
        ]


@needs_letters
def test_what_is_read_from_a_file_has_its_fonts_in_the_first_run(printed: dict[str, Printed]) -> None:
    included = printed["included"]
    assert included.faults == missing(included) == []
    assert included.mathematics
    assert "Жук" in included.pdf.text()


@needs_letters
def test_what_no_source_tells_has_its_fonts_in_the_next_run(printed: dict[str, Printed]) -> None:
    secret = printed["secret"]
    assert secret.faults == []
    assert missing(secret) == ["cyrillic,letters,math"]
    assert secret.mathematics
    assert "Жук" in secret.pdf.text()
    assert "CMMI" not in secret.fonts
    assert secret.runs == 2
