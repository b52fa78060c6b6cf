"""Compile what Sphinx's LaTeX builder wrote, and believe its log rather than its exit code.

``python .ci/latexmk.py FOLDER NAME`` makes ``FOLDER/NAME.pdf``; without a name, a PDF of each document in
the folder. The command is the one of Read the Docs
(readthedocs/doc_builder/backends/sphinx.py). That one counts as a success as soon as a PDF has been written;
here lost characters, undefined references and TeX errors are failures.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

FAULT = re.compile(r"^(!|Missing character|LaTeX Warning: (Reference|Citation|There were undefined))")


def latexmk(folder: Path, name: str) -> tuple[int, list[str]]:
    """Compile a document to ``name.pdf``; return the exit code and what latexmk and LaTeX printed.

    It is ``name.tex`` where there is one, else the one that ``latexmkrc`` names, as on Read the Docs.
    """
    source = [f"{name}.tex"] if (folder / f"{name}.tex").exists() else []
    options = ["-pdf", "-f", "-dvi-", "-ps-", f"-jobname={name}", "-interaction=nonstopmode"]
    run = subprocess.run(
        ["latexmk", "-r", "latexmkrc", *options, *source],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return run.returncode, run.stdout.decode("utf-8", "replace").splitlines()


def runs(output: list[str]) -> int:
    """How often latexmk ran LaTeX, by what it printed."""
    return sum(line.startswith("Run number ") for line in output)


def compile_pdf(folder: Path, name: str) -> list[str]:
    """Compile a document to ``name.pdf``; return what is wrong with it, if anything."""
    code, output = latexmk(folder, name)
    log = folder / f"{name}.log"
    lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
    faults = [line for line in lines if FAULT.match(line)]
    if code and not faults:
        faults = output[-20:]
    if not (folder / f"{name}.pdf").exists():
        faults.append("No PDF was written.")
    return faults


def main(folder: str, *names: str) -> int:
    faults = 0
    for name in names or sorted(path.stem for path in Path(folder).glob("*.tex")):
        found = compile_pdf(Path(folder), name)
        for fault in found:
            print(fault)
        if found:
            print(f"LaTeX is not content with {name}; all it said is in {Path(folder, name)}.log")
        faults += len(found)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
