"""Build the demo for the gallery: the site that ``sphinx-vitae new --sample`` creates.

``python .ci/demo.py FOLDER [OPTION...]`` writes its pages and cv.pdf to the folder, and passes the options to
sphinx-build. The source of the site is created again each time, in _build. docs/gallery/demo/conf.py is
appended to its conf.py.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from pathlib import Path

from sphinx.cmd.build import build_main

from sphinx_vitae.cli import main as sphinx_vitae

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "_build" / "demo"
ADDED = ROOT / "docs" / "gallery" / "demo" / "conf.py"


def write(source: Path, added: str = "") -> None:
    """Create the source of the site.

    :param added: lines to append to its conf.py.
    """
    shutil.rmtree(source, ignore_errors=True)
    with contextlib.redirect_stdout(io.StringIO()):
        if sphinx_vitae(["new", str(source), "--sample", "--yes"]):
            sys.exit("sphinx-vitae new could not create the demo; the reason is above.")
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"\n{added}")


def build(source: Path, out: Path, kept: Path, *options: str) -> None:
    """Build a site, and its PDFs next to the pages.

    :param kept: the folder for files that are not part of the site.
    """
    for builder, folder in (("html", out), ("cvpdf", kept / "pdf")):
        command = ["-q", "-b", builder, "-d", str(kept / builder), *options, str(source), str(folder)]
        if code := build_main(command):
            sys.exit(code)
    for made in (kept / "pdf").glob("*.pdf"):
        shutil.copy(made, out)


def main(folder: str, *options: str) -> None:
    write(BUILD / "source", ADDED.read_text("utf-8"))
    build(BUILD / "source", Path(folder), BUILD, *options)


if __name__ == "__main__":
    main(*sys.argv[1:])
