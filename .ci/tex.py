"""Whether LaTeX can typeset the CV on this machine, and how to install what is missing."""

from __future__ import annotations

import shutil
import subprocess

TEX_FILES = ("luaotfload.sty", "microtype.sty", "tabulary.sty")  # one file from each Debian package below
NO_TEX = (
    "LuaLaTeX, latexmk or one of their packages is missing. Debian, Ubuntu: sudo apt install"
    " texlive-luatex texlive-latex-recommended texlive-latex-extra fonts-texgyre latexmk; Fedora: sudo dnf"
    " install texlive-collection-luatex texlive-collection-latexextra texlive-tex-gyre latexmk; macOS: brew"
    " install --cask mactex-no-gui; Windows: winget install TeXLive.TeXLive"
)


def has_tex() -> bool:
    """Whether LaTeX can build the PDF on this machine."""
    if not all(shutil.which(program) for program in ("lualatex", "latexmk", "kpsewhich")):
        return False
    return subprocess.run(["kpsewhich", *TEX_FILES], stdout=subprocess.DEVNULL, check=False).returncode == 0
