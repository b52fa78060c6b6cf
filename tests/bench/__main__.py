"""Run the benchmarks named, or all; all together write the table in docs/contributing."""

from __future__ import annotations

import argparse
import compileall
import site
from importlib import import_module
from pathlib import Path
from typing import Final

from report import Report

import sphinx_vitae

#: From short to long.
BENCHMARKS: Final = ("start", "reading", "citations", "lists", "works", "peers")
TABLE: Final = Path(__file__).resolve().parents[2] / "docs" / "contributing" / "speed.csv"


def compile_modules() -> None:
    """Compile all modules, so that the first build, which is ours, does not pay for it."""
    for folder in (*sphinx_vitae.__path__, *site.getsitepackages()):
        compileall.compile_dir(folder, quiet=2, workers=0)


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", choices=[*BENCHMARKS, []], help=", ".join(BENCHMARKS)
    )
    parser.add_argument("--table", action="store_true", help="write the table after any run")
    chosen = parser.parse_args()
    compile_modules()
    report = Report()
    for name in chosen.names or BENCHMARKS:
        import_module(name).run(report)
    if chosen.table or not chosen.names:
        report.write(TABLE)
        print(f"The table was written to {TABLE}.")
    print(f"{report.missed} of {len(report.rows)} measures miss their goal.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
