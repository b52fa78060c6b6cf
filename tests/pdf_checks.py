"""What a CV as PDF should be: looked up with poppler's programs and pikepdf."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pikepdf

__all__ = ["DIRECTIVE", "MISSING", "READERS", "TAGGED", "Pdf", "joined", "missing_programs"]

READERS = ("pdftotext", "pdfinfo", "pdffonts")
PROGRAMS = ("lualatex", "latexmk", *READERS)
#: Code points that stand for a picture or a piece of a word, not for text.
STRAY = "\u00ad\ufffd\ufb00\ufb01\ufb02\ufb03\ufb04"
#: The check that finds a line beginning with ``:::``, which MyST does not read without ``colon_fence``.
DIRECTIVE = "no directive as text"
#: Checks that only a LaTeX that writes tagged PDF can pass, and from which release on.
TAGGED = {
    "tagged": "2023-11-01",
    "headings in the tag tree": "2023-11-01",
    "PDF/A identifier": "2023-11-01",
    "PDF/UA identifier": "2025-06-01",
}


def missing_programs(programs: tuple[str, ...] = PROGRAMS) -> list[str]:
    return [program for program in programs if not shutil.which(program)]


MISSING = ", ".join(missing_programs())


def output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=True).stdout


def joined(text: str) -> str:
    """On one line; a word that was broken behind its hyphen is one word."""
    return " ".join(text.split()).replace("- ", "-")


@dataclass
class Pdf:
    """A document, and the release of the LaTeX that made it (``2022-11-01``)."""

    path: Path
    release: str = ""

    def text(self, *mode: str) -> str:
        """Its text on one line, by ``pdftotext`` in this mode, with straight quotes."""
        found = output("pdftotext", *mode, str(self.path), "-").replace("’", "'")
        return joined(found)

    @property
    def pages(self) -> int:
        return int(re.search(r"^Pages:\s+(\d+)", output("pdfinfo", str(self.path)), re.M)[1])  # type: ignore[index]

    @property
    def addresses(self) -> list[str]:
        with pikepdf.open(self.path) as pdf:
            notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
            return [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]

    def dangling(self) -> list[str]:
        """Named destinations that internal links ask for and the document lacks."""
        with pikepdf.open(self.path) as pdf:
            names = (
                {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
                if "/Names" in pdf.Root
                else set()
            )
            notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
            asked = {str(note.A.D) for note in notes if "/A" in note and "/D" in note.A}
            return sorted(asked - names)

    def checks(self) -> dict[str, bool]:
        """Every check by its name."""
        info = dict(
            line.split(":", 1) for line in output("pdfinfo", str(self.path)).splitlines() if ":" in line
        )
        fonts = [line.split()[-5:-2] for line in output("pdffonts", str(self.path)).splitlines()[2:]]
        texts = [output("pdftotext", *mode, str(self.path), "-") for mode in ([], ["-layout"], ["-raw"])]
        with pikepdf.open(self.path) as pdf:
            root, meta = pdf.Root, pdf.open_metadata()
            found = {
                "syntax": not pdf.check_pdf_syntax(),
                "language": "/Lang" in root,
                "title shown": "/ViewerPreferences" in root
                and bool(root.ViewerPreferences.get("/DisplayDocTitle", False)),
                "bookmarks": "/Outlines" in root,
                "tagged": "/StructTreeRoot" in root,
                "PDF/UA identifier": bool(meta.get("pdfuaid:part")),
                "PDF/A identifier": bool(meta.get("pdfaid:part")),
            }
        structure = output("pdfinfo", "-struct", str(self.path)) if found["tagged"] else ""
        return found | {
            "title and author": bool(info.get("Title", "").strip() and info.get("Author", "").strip()),
            "neither scripts nor forms": (info["JavaScript"].strip(), info["Form"].strip()) == ("no", "none"),
            "fonts embedded": all(font[0] == "yes" for font in fonts),
            "fonts map to Unicode": all(font[2] == "yes" for font in fonts),
            "headings in the tag tree": bool(re.search(r"^\s*H[1-6]?\b", structure, re.M)),
            "text is text": not {
                c for t in texts for c in t if unicodedata.category(c) in {"Co", "Cn"} or c in STRAY
            },
            DIRECTIVE: not any(re.search(r"^\s*:::", text, re.M) for text in texts),
            "addresses are absolute": all(re.match(r"(https?|mailto|tel):", url) for url in self.addresses),
        }

    def expected(self) -> set[str]:
        """The checks that this LaTeX can pass."""
        return {name for name in self.checks() if TAGGED.get(name, "") <= self.release}
