"""Compile the output of Sphinx's LaTeX builder, and check the log rather than the exit code.

``python .ci/latexmk.py FOLDER NAME`` creates ``FOLDER/NAME.pdf``; without a name, it creates a PDF of each
document in the folder. The command is the same as on Read the Docs
(readthedocs/doc_builder/backends/sphinx.py). Read the Docs considers a run successful if a PDF was written;
here, missing characters, undefined references and TeX errors are failures.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

FAULT = re.compile(r"^(!|Missing character|LaTeX Warning: (Reference|Citation|There were undefined))")


def latexmk(folder: Path, name: str) -> tuple[int, list[str]]:
    """Compile a document to ``name.pdf``; return the exit code and what latexmk and LaTeX printed.

    The document is ``name.tex`` if it exists, or else the one in ``latexmkrc``, as on Read the Docs.
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
    """How often latexmk ran LaTeX, according to its output."""
    return sum(line.startswith("Run number ") for line in output)


def compile_pdf(folder: Path, name: str) -> list[str]:
    """Compile a document to ``name.pdf``; return a description of the problems, if any."""
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
            print(f"LaTeX reported problems with {name}; the full log is {Path(folder, name)}.log")
        faults += len(found)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
