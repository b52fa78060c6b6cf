"""Everything that is done with this checkout, one session each.

``python3 noxfile.py SESSION`` needs nothing but Python and makes itself a nox; ``nox -s SESSION`` is the
same for who has one. Without a session, the site is built. What follows ``--`` goes to the program that the
session runs: ``python3 noxfile.py tests -- -k numbering``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
NOX = "nox>=2025.2.9"


def main(arguments: list[str]) -> int:
    """Run nox from an environment of its own, made on the first run."""
    if sys.version_info < (3, 11):  # noqa: UP036  (this may be the first line of ours that an old Python runs)
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
        return 1
    home = ROOT / ".nox" / "nox-itself"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    complete = home / "complete"
    if not (complete.exists() and python.exists()):
        if subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=False).returncode:
            print("venv does not work with this Python. Debian, Ubuntu: sudo apt install python3-venv")
            return 1
        if subprocess.run([str(python), "-m", "pip", "install", "-q", NOX], check=False).returncode:
            print(f"pip could not install {NOX}; the reason stands above.")
            return 1
        complete.touch()
    if arguments and not arguments[0].startswith("-"):
        arguments = ["--session", *arguments]
    command = [str(python), "-m", "nox", "--noxfile", str(ROOT / "noxfile.py"), *arguments]
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:  # how `live` ends
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

import nox  # noqa: E402  (the lines above run where there is none yet)

nox.needs_version = ">=2025.2.9"  # nox reads this line without running it: a literal, as NOX says
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["site"]

PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
BUILD = Path("_build")
SITE = ".[site,typst]"
OLDEST = ("sphinx==8.1.*", "sphinxcontrib-bibtex==2.7.*")  # the lower bounds in pyproject.toml
PARALLEL = ("-n", "auto", "--dist", "loadfile")  # a file's tests share what they build
READTHEDOCS_PYTHON = "3.13"  # as in .readthedocs.yaml
TEX_FILES = ("luaotfload.sty", "microtype.sty", "tabulary.sty")  # one of each of Debian's packages below
NO_TEX = (
    "LuaLaTeX, latexmk or one of their packages is missing. Debian, Ubuntu: sudo apt install"
    " texlive-luatex texlive-latex-recommended texlive-latex-extra fonts-texgyre latexmk; Fedora: sudo dnf"
    " install texlive-collection-luatex texlive-collection-latexextra texlive-tex-gyre latexmk; macOS: brew"
    " install --cask mactex-no-gui; Windows: winget install TeXLive.TeXLive"
)


def pythons() -> list[str]:
    """The Pythons newer than this one, as ``3.13``, newest first.

    pyenv keeps its Pythons off the path: they are put at its end, where nox finds them too.
    """
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions").glob("3.*/bin")
    os.environ["PATH"] = os.pathsep.join([os.environ["PATH"], *map(str, sorted(kept))])
    minors = range(30, sys.version_info.minor, -1)
    return [f"3.{minor}" for minor in minors if shutil.which(f"python3.{minor}")]


NEWER = pythons()


def install(session: nox.Session, *requirements: str) -> None:
    """Install the requirements, unless this environment holds them from an earlier run."""
    wanted = f"{requirements}\n{PROJECT['project']}"
    record = Path(session.virtualenv.location, "installed.txt")
    if not record.exists() or record.read_text(encoding="utf-8") != wanted:
        session.install(*requirements)
        record.write_text(wanted, encoding="utf-8")


def group(name: str) -> tuple[str, ...]:
    """The requirements of a group in pyproject.toml."""
    return nox.project.dependency_groups(PROJECT, name)


def has_tex() -> bool:
    """Whether LaTeX can make the PDF here."""
    if not all(shutil.which(program) for program in ("lualatex", "latexmk", "kpsewhich")):
        return False
    return subprocess.run(["kpsewhich", *TEX_FILES], stdout=subprocess.DEVNULL, check=False).returncode == 0


def sphinx_build(session: nox.Session, builder: str, *options: str) -> Path:
    """Build the documents; return the folder. Warnings are errors with ``-- -W``, as in CI."""
    out = BUILD / builder
    common = ("-d", str(BUILD / "doctrees" / builder), *options)
    session.run("python", "-m", "sphinx", "-b", builder, *common, *session.posargs, "docs", str(out))
    return out


def pdfs(session: nox.Session) -> list[Path]:
    """Typeset the documents of latex_documents, by LaTeX where there is one and else by Typst; return the PDFs."""
    out = sphinx_build(session, "latex" if has_tex() else "cvpdf")
    if has_tex():
        session.run("python", "tests/latexmk.py", str(out))
    return sorted(out.glob("*.pdf"))


def tell(session: nox.Session, path: Path) -> None:
    """Say where a PDF is, and what has set it."""
    session.log(f"PDF, set by {'LuaLaTeX' if has_tex() else 'Typst'}: {path.resolve()}")


@nox.session
def site(session: nox.Session) -> None:
    """Build the site, and its CVs as PDF."""
    install(session, "-e", SITE)
    html = sphinx_build(session, "html", "-t", "pdf")  # what links to the PDF stands under this tag
    for made in pdfs(session):
        shutil.copy(made, html)
    session.log(f"HTML: {(html / 'index.html').resolve()}")
    tell(session, html / "cv.pdf")
    if not has_tex():
        session.log(f"LaTeX was not used: {NO_TEX}")


@nox.session
def pdf(session: nox.Session) -> None:
    """Build the CVs alone."""
    install(session, "-e", SITE)
    for made in pdfs(session):
        tell(session, made)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests with the newest Sphinx that this Python takes."""
    install(session, "-e", SITE, *group("test"))
    session.run("python", "-m", "pytest", "--ignore=tests/browser", *PARALLEL, *session.posargs)


@nox.session
@nox.parametrize(
    ("python", "pins"),
    [
        nox.param(None, OLDEST, id="oldest-sphinx"),
        nox.param(NEWER[0] if NEWER else None, (), id="newest-python"),
    ],
)
def compat(session: nox.Session, pins: tuple[str, ...]) -> None:
    """Run the tests with the oldest Sphinx, then with the newest Python there is here."""
    if not pins and not NEWER:
        session.skip(f"there is no Python newer than 3.{sys.version_info.minor} on this machine")
    install(session, "-e", SITE, *group("test"), *pins)
    session.run("python", "-m", "pytest", "--ignore=tests/browser", *PARALLEL, *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Look at pages of ours in five themes, with the system's Chromium."""
    install(session, "-e", SITE, *group("test"), *group("browser"))
    session.run("python", "-m", "pytest", "tests/browser", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types and the direction of imports."""
    install(session, "-e", SITE, *group("lint"), *group("rtd"), *group("test"), NOX)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports", "--no-cache")  # it takes moved packages for lost ones


@nox.session(python=READTHEDOCS_PYTHON if READTHEDOCS_PYTHON in NEWER else None)
def rtd(session: nox.Session) -> None:
    """Check .readthedocs.yaml and replay its commands in a copy of this checkout."""
    install(session, *group("rtd"))
    session.run("check-jsonschema", "--builtin-schema", "vendor.readthedocs", ".readthedocs.yaml")
    without = () if has_tex() else ("--without-pdf",)
    session.run("python", "tests/rtd_replay.py", str(BUILD / "readthedocs"), *without)
    if not has_tex():
        session.log(f"No PDF: {NO_TEX}")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure reading and building against other ways to do the same, in one run; `peers` makes CVs by others."""
    install(session, "-e", SITE, *group("test"))
    for name in session.posargs or ("reading", "pages", "citations"):
        session.run("python", f"tests/bench/{name}.py")


@nox.session
def live(session: nox.Session) -> None:
    """Serve the site and rebuild it while one writes."""
    install(session, "-e", SITE, *group("live"))
    options = ("--open-browser", "--watch", "references.bib", "--watch", "ext")
    session.run("sphinx-autobuild", *options, *session.posargs, "docs", str(BUILD / "live"))
