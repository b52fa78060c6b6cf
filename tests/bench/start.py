"""How long Python takes to import the extension, and to print the help of the command."""

from __future__ import annotations

import resource
import subprocess
import sys
from typing import Final

from builds import environment
from report import Report

ROUNDS: Final = 10
NOTHING: Final = ("-c", "pass")
COMMANDS: Final = {
    "import sphinx_vitae, beyond Python’s start": ("-c", "import sphinx_vitae"),
    "sphinx-vitae --help, beyond Python’s start": ("-m", "sphinx_vitae", "--help"),
}


def seconds(*arguments: str) -> float:
    """Processor time of Python with these arguments."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True, env=environment())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run(report: Report) -> None:
    report.title("Start")
    for name, arguments in COMMANDS.items():
        halves = []
        for _ in range(2):
            runs = [(seconds(*NOTHING), seconds(*arguments)) for _ in range(ROUNDS)]
            halves.append(min(ours for _, ours in runs) - min(bare for bare, _ in runs))
        report.most(name, halves, "s", 0.1)
