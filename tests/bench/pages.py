"""How long a page of many entries takes, and how much memory: ours, sphinxcontrib-bibtex's, hand-written.

Each site is built by ``sphinx-build`` in a process of its own; the list is not on the root page, and all are
bare furo. The time of the same site without the list is given too.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from samples import bibliography, rst_page

SIZES = (100, 1_000, 10_000)
CONF = 'project = "Bench"\nhtml_theme = "furo"\nbibtex_bibfiles = ["references.bib"]\nextensions = [{}]\n'
PAGES = {
    "bare": ("", "Nothing.\n"),
    "ours": ('"sphinx_vitae"', ".. publications::\n   :group-by: year\n   :number: descending\n"),
    "stock": ('"sphinxcontrib.bibtex"', ".. bibliography::\n   :all:\n   :style: unsrt\n"),
    "hand": ("", ""),
}


class Cost(NamedTuple):
    """Seconds, and megabytes at the peak."""

    time: float
    memory: float


def build(site: Path) -> Cost:
    """One build, in a process whose peak of memory is its own."""
    code = (
        "import resource, sys; from sphinx.cmd.build import main; code = main(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024); sys.exit(code)"
    )
    start = perf_counter()
    command = [sys.executable, "-c", code, "-Q", "-b", "html", str(site), str(site / "_build")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return Cost(perf_counter() - start, float(run.stdout.split()[-1]))


def write(site: Path, kind: str, count: int) -> None:
    extensions, page = PAGES[kind]
    site.mkdir()
    (site / "conf.py").write_text(CONF.format(extensions), "utf-8")
    (site / "references.bib").write_text(bibliography(count), "utf-8")
    (site / "index.rst").write_text("Home\n====\n\n.. toctree::\n\n   list\n", "utf-8")
    (site / "list.rst").write_text("List\n====\n\n" + (page or rst_page(count)), "utf-8")


def edit(site: Path) -> None:
    """One title changes."""
    path = site / "references.bib"
    text = path.read_text("utf-8")
    path.write_text(text.replace("{BERT} 7}", "{BERT} 7 edited}", 1), "utf-8")


def main() -> None:
    print("One page of so many entries, clean build, furo: seconds and megabytes; ratios to ours")
    clean: dict[int, float] = {}
    for count in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            cost = {}
            for kind in PAGES:
                write(Path(folder, kind), kind, count)
                cost[kind] = build(Path(folder, kind))
            bare, ours, stock, hand = (cost[kind] for kind in PAGES)
            clean[count] = ours.time
            print(f"  {count:>6}: ours {ours.time:.2f} s {ours.memory:.0f} MB, bare site {bare.time:.2f} s")
            print(f"          stock {stock.time:.2f} s ({stock.time / ours.time:.1f}×) {stock.memory:.0f} MB ({stock.memory / ours.memory:.1f}×), by hand {hand.time:.2f} s ({hand.time / ours.time:.1f}×)")  # fmt: skip
            again = {kind: build(Path(folder, kind)).time for kind in ("bare", "ours")}
            edit(Path(folder, "ours"))
            edited = build(Path(folder, "ours")).time
            print(f"          nothing changed: {again['ours'] - again['bare']:+.2f} s to the bare site; one entry edited: {edited:.2f} s")  # fmt: skip
    small, large = SIZES[-2:]
    growth = math.log(clean[large] / clean[small]) / math.log(large / small)
    print(f"  growth from {small:,} to {large:,}: entries to the power of {growth:.2f}")


if __name__ == "__main__":
    main()
