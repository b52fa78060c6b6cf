"""Replay what Read the Docs makes of .readthedocs.yaml, in a copy of this checkout.

``PYTHONPATH=.ci python tests/rtd_replay.py FOLDER [--without-pdf]`` copies the checkout to
``FOLDER/checkout`` (what git tracks or would track), makes a virtualenv for it and runs the commands in their
order (readthedocs/doc_builder: director.py, python_environments.py, backends/sphinx.py). It fails where Read
the Docs would, and also if a page or the PDF is not what its readers should get.
"""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from latexmk import compile_pdf

ROOT = Path(__file__).resolve().parents[1]
SLUG = "sphinx-vitae"
LANGUAGE = "en"
MADE_FROM = ("pyproject.toml", "requirements.lock", ".readthedocs.yaml")
CANONICAL = f"https://{SLUG}.readthedocs.io/{LANGUAGE}/latest/"


@dataclass(frozen=True, slots=True)
class Replay:
    """One build: what was asked for, and where it happens."""

    config: dict[str, Any]
    checkout: Path
    virtualenv: Path

    @property
    def output(self) -> Path:
        return self.checkout / "_readthedocs"

    @property
    def environment(self) -> dict[str, str]:
        """The variables that Read the Docs sets, and of this machine's only what any program needs."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NOX_"))}
        return kept | {
            "NO_COLOR": "1",
            "PATH": os.pathsep.join([str(self.scripts), os.environ["PATH"]]),
            "READTHEDOCS": "True",
            "READTHEDOCS_CANONICAL_URL": CANONICAL,
            "READTHEDOCS_LANGUAGE": LANGUAGE,
            "READTHEDOCS_OUTPUT": str(self.output),
            "READTHEDOCS_PROJECT": SLUG,
            "READTHEDOCS_VERSION": "latest",
            "READTHEDOCS_VERSION_NAME": "latest",
            "READTHEDOCS_VERSION_TYPE": "branch",
            "READTHEDOCS_VIRTUALENV_PATH": str(self.virtualenv),
            "VIRTUAL_ENV": str(self.virtualenv),
        }

    @property
    def scripts(self) -> Path:
        return self.virtualenv / ("Scripts" if os.name == "nt" else "bin")

    @property
    def docs(self) -> Path:
        return Path(self.checkout, self.config["sphinx"]["configuration"]).parent

    def run(self, *command: str, cwd: Path | None = None, shell: bool = False) -> None:
        line = command[0] if shell else shlex.join(command)
        print(f"$ {line}", flush=True)
        where = cwd or self.checkout
        done = subprocess.run(
            line if shell else command, cwd=where, env=self.environment, shell=shell, check=False
        )
        if done.returncode:
            sys.exit(f"Read the Docs would stop here, with exit code {done.returncode}.")

    def python(self, *arguments: str, cwd: Path | None = None) -> None:
        self.run(str(self.scripts / "python"), *arguments, cwd=cwd)


def copy_checkout(target: Path) -> None:
    """Copy what a clone would hold once everything here were committed."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout.decode().split("\0")
    if target.exists():
        shutil.rmtree(target)
    for name in filter(None, names):
        if (ROOT / name).is_file():  # not where it has been deleted since
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def install(replay: Replay) -> None:
    """The virtualenv, kept from an earlier run as long as what it was made from has not changed."""
    wanted = b"".join((replay.checkout / name).read_bytes() for name in MADE_FROM)
    record = replay.virtualenv / "made-from.txt"
    if not record.exists() or record.read_bytes() != wanted:
        replay.run(sys.executable, "-m", "venv", "--clear", str(replay.virtualenv))
    record.write_bytes(wanted)
    for command in replay.config["build"]["jobs"]["install"]:
        replay.run(command, shell=True)


def sphinx_build(replay: Replay, builder: str, out: Path, *options: str) -> None:
    common = ("-b", builder, "-d", "_build/doctrees", "-D", f"language={LANGUAGE}", ".", str(out))
    replay.python("-m", "sphinx", "-T", *options, *common, cwd=replay.docs)


def build_html(replay: Replay) -> None:
    strict = ("-W", "--keep-going") if replay.config["sphinx"].get("fail_on_warning") else ()
    sphinx_build(replay, "html", replay.output / "html", *strict)


def build_pdf(replay: Replay) -> None:
    folder = replay.output / "pdf"
    sphinx_build(replay, "latex", folder)
    faults = compile_pdf(folder, SLUG)
    if faults:
        sys.exit("\n".join(["LaTeX is not content:", *faults]))
    # what is left in the folder is served, and must be one file
    made = (folder / f"{SLUG}.pdf").rename(replay.output / f"{SLUG}.pdf")
    shutil.rmtree(folder)
    folder.mkdir()
    made.rename(folder / made.name)


def check(replay: Replay, *, pdf: bool) -> None:
    """Look at what would be served."""
    home = (replay.output / "html" / "index.html").read_text("utf-8")
    if f'<link rel="canonical" href="{CANONICAL}' not in home:
        sys.exit(f"The home page does not name its canonical address below {CANONICAL}")
    demo = ("gallery/demo/index.html", "gallery/demo/cv.pdf")
    for name in (*demo, *(("cv.pdf", "cv-hanxian-huang.pdf") if pdf else ())):
        if not (replay.output / "html" / name).exists():
            sys.exit(f"{name} is missing from the site")
    page = (replay.output / "html" / demo[0]).read_text("utf-8")
    if f'<link rel="canonical" href="{CANONICAL}gallery/demo/' not in page:
        sys.exit(f"The demo does not name its canonical address below {CANONICAL}gallery/demo/")


def main(folder: str, *options: str) -> int:
    pdf = "--without-pdf" not in options
    checkout = Path(folder).resolve() / "checkout"
    copy_checkout(checkout)
    config = yaml.safe_load((checkout / ".readthedocs.yaml").read_text("utf-8"))
    replay = Replay(config, checkout, checkout.parent / "virtualenv")
    wanted = config["build"]["tools"]["python"]
    if not platform.python_version().startswith(wanted):
        print(f"Read the Docs would take Python {wanted}; this is {platform.python_version()}.")
    install(replay)
    build_html(replay)
    if pdf and "pdf" in config["formats"]:
        build_pdf(replay)
    for command in config["build"]["jobs"]["post_build"]:
        replay.run(command, shell=True)
    check(replay, pdf=pdf)
    print(f"As Read the Docs would serve it: {replay.output}" + ("" if pdf else " (without the PDF: no TeX)"))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
