"""All tasks for this repository, one session each.

``python3 noxfile.py SESSION`` requires only Python, and installs its own nox; ``nox -s SESSION`` does the
same if you have nox. The default session builds the site. Arguments after ``--`` are passed to the program
that the session runs: ``python3 noxfile.py tests -- -k numbering``.

All sessions except ``compat`` install the versions in requirements.lock, so that new releases of dependencies
cannot break a fresh clone. ``lock`` updates that file after a change to the dependencies in pyproject.toml,
or, with ``-- --upgrade``, switches to the newest versions.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
sys.path.append(str(ROOT / ".ci"))

if __name__ == "__main__":
    from run_nox import main

    sys.exit(main(sys.argv[1:]))

import nox  # noqa: E402  (the lines above run without nox)

from locked import lowest  # noqa: E402
from tex import NO_TEX, has_tex  # noqa: E402

nox.needs_version = ">=2025.2.9"  # nox reads this line without running it, so it must be a literal
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["site"]

PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
BUILD = Path("_build")
SITE = ("build", "site", "typst")  # the groups and extras that sessions need to build the documents
PACKAGE = ("--no-deps", "--no-build-isolation", "-e", ".")  # built with the locked version of hatchling
PYTEST = ("python", "-m", "pytest", "--ignore=tests/browser", "-n", "auto", "--dist", "worksteal")
#: With the newest versions, only our own deprecated calls are errors, because other packages fix theirs on
#: their own schedule.
NEWEST_WARNINGS = "\n".join(
    [
        *PROJECT["tool"]["pytest"]["ini_options"]["filterwarnings"],
        *(f"ignore::{kind}" for kind in ("DeprecationWarning", "PendingDeprecationWarning")),
        *(f"error::{kind}:sphinx_vitae" for kind in ("DeprecationWarning", "PendingDeprecationWarning")),
    ]
)
READTHEDOCS_PYTHON = "3.13"  # as in .readthedocs.yaml


def pythons() -> list[str]:
    """The versions of Python that are newer than this one, in the form ``3.13``, newest first.

    The versions that pyenv has installed are not on the path, so they are appended to it for nox to find.
    """
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions").glob("3.*/bin")
    os.environ["PATH"] = os.pathsep.join([os.environ["PATH"], *map(str, sorted(kept))])
    minors = range(30, sys.version_info.minor, -1)
    return [f"3.{minor}" for minor in minors if shutil.which(f"python3.{minor}")]


NEWER = pythons()
OLDEST_PYTHON = PROJECT["project"]["requires-python"].removeprefix(">=")


def requirements(*names: str) -> list[str]:
    """The requirements of groups and extras in pyproject.toml."""
    extras = PROJECT["project"]["optional-dependencies"]
    return [
        each for name in names for each in extras.get(name) or nox.project.dependency_groups(PROJECT, name)
    ]


def install(session: nox.Session, *names: str) -> None:
    """Install the locked versions of groups and extras, unless this environment contains them from an earlier
    run.

    If the build backend is included, this package is installed too.
    """
    wanted = requirements(*names)
    package = "build" in names
    if package:
        wanted += PROJECT["project"]["dependencies"]
    made_from = f"{wanted}\n{PROJECT['project']}\n{LOCK.read_text('utf-8')}"
    record = Path(session.virtualenv.location, "installed.txt")
    if not record.exists() or record.read_text(encoding="utf-8") != made_from:
        try:
            session.install("-c", str(LOCK), *wanted)
        except nox.command.CommandFailed:
            if session.venv_backend == "uv":
                session.warn(
                    "uv does not read pip's settings; to install with pip instead, add --default-venv-backend virtualenv"
                )
            raise
        if package:
            session.install(*PACKAGE)
        record.write_text(made_from, encoding="utf-8")


def sphinx_build(session: nox.Session, builder: str, *options: str, after: str = "") -> Path:
    """Build the documents; return the folder. With ``-- -W``, warnings are errors, as in CI.

    :param after: another builder in this session, whose warnings are not printed again.
    """
    out = BUILD / builder
    common = ("-d", str(BUILD / "doctrees" / builder), "-w", str(BUILD / f"{builder}.warnings"), *options)
    command = ("python", "-m", "sphinx", "-b", builder, *common, *session.posargs, "docs", str(out))
    BUILD.mkdir(exist_ok=True)  # for the file with the warnings
    if not after:
        session.run(*command)
        return out
    printed = set(Path(BUILD, f"{after}.warnings").read_text("utf-8").splitlines())
    # If the build fails, nox prints all lines.
    lines = (session.run(*command, silent=True) or "").splitlines()
    print("\n".join(line for line in lines if line not in printed))
    return out


def pdfs(session: nox.Session, after: str = "") -> list[Path]:
    """Typeset the documents in latex_documents, with LaTeX or else with Typst; return the PDFs."""
    out = sphinx_build(session, "latex" if has_tex() else "cvpdf", after=after)
    if has_tex():
        session.run("python", ".ci/latexmk.py", str(out))
    return sorted(out.glob("*.pdf"))


def tell(session: nox.Session, path: Path) -> None:
    """Print the path of a PDF, and the program that typeset it."""
    session.log(f"PDF, typeset with {'LuaLaTeX' if has_tex() else 'Typst'}: {path.resolve()}")


@nox.session
def site(session: nox.Session) -> None:
    """Build the site, the demo for its gallery, and the CVs as PDFs."""
    install(session, *SITE)
    html = sphinx_build(session, "html", "-t", "pdf")  # this tag includes the links to the PDF
    session.run("python", ".ci/demo.py", str(html / "gallery" / "demo"), *session.posargs)
    for made in pdfs(session, after="html"):
        shutil.copy(made, html)
    session.log(f"HTML: {(html / 'index.html').resolve()}")
    tell(session, html / "cv.pdf")
    if not has_tex():
        session.log(f"LaTeX was not used: {NO_TEX}")


@nox.session
def pdf(session: nox.Session) -> None:
    """Build only the CVs."""
    install(session, *SITE)
    for made in pdfs(session):
        tell(session, made)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests that cover everything, in a few minutes, with the locked versions."""
    install(session, *SITE, "test")
    session.run(*PYTEST, "-m", "not thorough and not languages", *session.posargs)


@nox.session
def thorough(session: nox.Session) -> None:
    """Run the long tests, which the `tests` session omits."""
    install(session, *SITE, "test")
    session.run(*PYTEST, "-m", "thorough and not languages", *session.posargs)


@nox.session
def languages(session: nox.Session) -> None:
    """Build two sites in every language, and check their words and anchors."""
    install(session, *SITE, "test")
    session.run(*PYTEST, "tests/languages", *session.posargs)


@nox.session(reuse_venv=False)
@nox.parametrize(
    ("python", "newest"),
    [
        nox.param(OLDEST_PYTHON if shutil.which(f"python{OLDEST_PYTHON}") else None, False, id="lowest"),
        nox.param(NEWER[0] if NEWER else None, True, id="newest"),
    ],
)
def compat(session: nox.Session, newest: bool) -> None:
    """Run the tests without the lock: first with the lowest allowed versions, then with the newest."""
    wanted = requirements(*SITE, "yaml", "test") + PROJECT["project"]["dependencies"]
    session.install(*(wanted if newest else lowest(wanted)))
    session.install(*PACKAGE)
    warnings = ("-o", f"filterwarnings={NEWEST_WARNINGS}") if newest else ()
    try:
        session.run(*PYTEST, "-m", "not languages", *warnings, *session.posargs)
    except nox.command.CommandFailed:
        session.run("python", ".ci/locked.py")
        raise


@nox.session
def lock(session: nox.Session) -> None:
    """Write requirements.lock from pyproject.toml. With ``-- --upgrade``, use the newest versions."""
    install(session, "nox")
    groups = [f"--group={name}" for name in PROJECT["dependency-groups"]]
    options = ("--universal", f"--python-version={OLDEST_PYTHON}", "--all-extras", *groups, "--no-annotate")
    header = "--custom-compile-command=python3 noxfile.py lock"
    output = ("--quiet", header, "-o", LOCK.name)
    session.run("uv", "pip", "compile", "pyproject.toml", *options, *output, *session.posargs)


@nox.session
def assets(session: nox.Session) -> None:
    """Create the package's fonts and icons from npm packages; ``-- --check`` only compares them."""
    install(session, "assets")
    session.run("python", ".ci/assets.py", *session.posargs)


@nox.session
def locales(session: nox.Session) -> None:
    """Extract the phrases that are printed, and update and compile the catalogues; ``-- --check`` compares
    them.
    """
    install(session, "locales")
    session.run("python", ".ci/locales.py", *session.posargs)


@nox.session
def pictures(session: nox.Session) -> None:
    """Create the pictures in the README and the documentation from a build; arguments select some of them."""
    install(session, *SITE, "pictures")
    session.run("python", ".ci/pictures.py", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Check pages in five themes, with the system's Chromium."""
    install(session, *SITE, "test", "browser")
    session.run("python", "-m", "pytest", "tests/browser", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, the direction of imports, and workflows."""
    install(session, *SITE, "lint", "rtd", "test", "nox")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    # With the cache, packages that have moved are reported as missing.
    session.run("lint-imports", "--no-cache")
    workflows = [str(path) for path in sorted(Path(".github", "workflows").glob("*.yml"))]
    session.run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows)


@nox.session(python=READTHEDOCS_PYTHON if READTHEDOCS_PYTHON in NEWER else None)
def rtd(session: nox.Session) -> None:
    """Check .readthedocs.yaml, and run its commands in a copy of this repository."""
    install(session, "rtd")
    session.run("check-jsonschema", "--builtin-schema", "vendor.readthedocs", ".readthedocs.yaml")
    without = () if has_tex() else ("--without-pdf",)
    replay = ("python", "tests/rtd_replay.py", str(BUILD / "readthedocs"), *without)
    session.run(*replay, env={"PYTHONPATH": ".ci"})
    if not has_tex():
        session.log(f"No PDF: {NO_TEX}")


@nox.session
def hosts(session: nox.Session) -> None:
    """Create sites for GitHub, GitLab and Read the Docs with `sphinx-vitae new`, and run the same commands as
    these hosts.
    """
    install(session, "rtd", "hosts")
    session.run("python", "tests/hosts_replay.py", str(BUILD / "hosts"))


@nox.session
def readers(session: nox.Session) -> None:
    """Check every export, and every page of the sample and the gallery, with other projects' software."""
    install(session, *SITE, "test", "readers")
    site = sphinx_build(session, "html", "-q", "-D", "html_baseurl=https://example.org/")
    environment = {"PYTHONPATH": os.pathsep.join(["ext", "tests"])}
    session.run("python", "-m", "readers", str(site), str(BUILD / "readers"), env=environment)


@nox.session
def bench(session: nox.Session) -> None:
    """Compare the speed of parsing and building with alternatives, in one run; without arguments, also update
    the table in docs/contributing.
    """
    install(session, *SITE, "test")
    session.run(
        "python", "tests/bench", *session.posargs, env={"PYTHONPATH": os.pathsep.join(["ext", ".ci"])}
    )


@nox.session
def fuzz(session: nox.Session) -> None:
    """Search for bugs for five minutes; ``-- --help`` lists the options."""
    install(session, *SITE, "test")
    session.run(
        "python", "-m", "fuzz", *session.posargs, env={"PYTHONPATH": os.pathsep.join(["tests", ".ci"])}
    )


@nox.session
def live(session: nox.Session) -> None:
    """Serve the site, and rebuild it when a file changes."""
    install(session, *SITE, "live")
    options = ("--open-browser", "--watch", "references.bib", "--watch", "ext")
    session.run("sphinx-autobuild", *options, *session.posargs, "docs", str(BUILD / "live"))
