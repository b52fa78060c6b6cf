"""Build the demo of the gallery, the site that ``sphinx-vitae new --sample`` writes.

``python .ci/demo.py FOLDER [OPTION...]`` writes its pages and cv.pdf into the folder; options are those of
sphinx-build. The site is written anew, below _build. Its settings are followed by docs/gallery/demo/conf.py.
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
    """Write the site.

    :param added: lines for the end of its conf.py.
    """
    shutil.rmtree(source, ignore_errors=True)
    with contextlib.redirect_stdout(io.StringIO()):
        if sphinx_vitae(["new", str(source), "--sample", "--yes"]):
            sys.exit("sphinx-vitae new did not write the demo; the reason is above.")
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"\n{added}")


def build(source: Path, out: Path, kept: Path, *options: str) -> None:
    """Build a site, and its PDFs beside the pages.

    :param kept: the folder for what is not part of the site.
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
