"""What a page of many entries costs: ours, sphinxcontrib-bibtex's, and the same page written by hand.

Each site is built by ``sphinx-build`` in a process of its own; the list is not on the root page, and all are
bare furo. The same site with the headings of the list, but without entries, is measured too. Give other numbers of entries as arguments.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from samples import OWNER, bibliography, rst_page

SIZES: Final = (100, 1_000, 10_000)
CONF: Final = (
    f'project = "Bench"\nhtml_theme = "furo"\nbibtex_bibfiles = ["references.bib"]\nvitae_owner = "{OWNER}"\n'
)
PAGES: Final = {
    "bare": ("", ""),
    "ours": ('"sphinx_vitae"', ".. publications::\n   :group-by: year\n   :number: descending\n"),
    "stock": ('"sphinxcontrib.bibtex"', ".. bibliography::\n   :all:\n   :style: unsrt\n"),
    "hand": ("", ""),
}
NAMES: Final = {
    "bare": "the site without the list",
    "ours": "ours",
    "stock": "sphinxcontrib-bibtex",
    "hand": "the page written by hand",
}
#: The limits are for pages of so many entries.
LARGE: Final = 10_000


class Cost(NamedTuple):
    """Seconds of processor time, how many of them went into writing pages, and megabytes at the peak."""

    time: float
    writing: float
    memory: float


def build(site: Path, times: int = 1) -> Cost:
    """The cheapest of so many builds."""
    script = Path(__file__).with_name("measured_build.py")
    command = [sys.executable, str(script), str(site), str(site / "_build")]
    # Without compiled modules, each build of ours would compile them, and the bare site would not.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        for _ in range(times)
    ]
    return min(Cost(*json.loads(run.stdout.splitlines()[-1])) for run in runs)


def write(site: Path, kind: str, count: int) -> None:
    extensions, page = PAGES[kind]
    site.mkdir()
    (site / "conf.py").write_text(f"{CONF}extensions = [{extensions}]\n", "utf-8")
    (site / "references.bib").write_text(bibliography(count), "utf-8")
    (site / "index.rst").write_text("Home\n====\n\n.. toctree::\n\n   list\n", "utf-8")
    body = page or (headings(count) if kind == "bare" else rst_page(count))
    (site / "list.rst").write_text("List\n====\n\n" + body, "utf-8")


def headings(count: int) -> str:
    """The headings of a list grouped by year, because they are in the navigation of each page."""
    years = sorted({1980 + n % 45 for n in range(count)}, reverse=True)
    return "".join(f"{year}\n----\n\nNothing.\n\n" for year in years)


def edit(site: Path) -> None:
    """One title changes."""
    path = site / "references.bib"
    text = path.read_text("utf-8")
    path.write_text(text.replace("{BERT} 7}", "{BERT} 7 edited}", 1), "utf-8")


class Limits:
    """Prints what was found beside what is wanted.

    :param hold: whether it is wanted of pages of this size.
    """

    def __init__(self, *, hold: bool) -> None:
        self._hold = hold

    def least(self, name: str, found: float, limit: float, unit: str) -> None:
        self._print(name, found, unit, f"at least {limit:.2f}", held=found >= limit)

    def most(self, name: str, found: float, limit: float, unit: str) -> None:
        self._print(name, found, unit, f"at most {limit:.2f}", held=found <= limit)

    def _print(self, name: str, found: float, unit: str, limit: str, *, held: bool) -> None:
        wanted = f"({limit}{'' if held else ': MISSED'})" if self._hold else ""
        print(f"    {name:<42} {found:6.2f} {unit:<7} {wanted}")


def measure(folder: Path, count: int) -> Cost:
    """Print what pages of so many entries cost.

    :returns: what our list adds to the bare site.
    """
    cost = {}
    for kind in PAGES:
        write(folder / kind, kind, count)
        cost[kind] = build(folder / kind)
        print(f"    {NAMES[kind]:<42} {cost[kind].time:6.2f} s, {cost[kind].memory:.0f} MB")
    bare, ours, stock, hand = (cost[kind] for kind in PAGES)
    unchanged = {kind: build(folder / kind, 3).time for kind in ("bare", "ours")}
    edit(folder / "ours")
    edited = build(folder / "ours")
    limits = Limits(hold=count >= LARGE)
    limits.least(f"{NAMES['stock']} takes", stock.time / ours.time, 8, "× ours")
    limits.least(f"{NAMES['hand']} takes", hand.time / ours.time, 5, "× ours")
    limits.most(f"memory, of that of {NAMES['stock']}", ours.memory / stock.memory, 0.5, "×")
    limits.most("the page", (folder / "ours" / "_build" / "list.html").stat().st_size / 1e6, 7, "MB")
    limits.most("memory", ours.memory, 270, "MB")
    limits.most("nothing changed, of the bare site", unchanged["ours"] / unchanged["bare"], 1.6, "×")
    limits.most("one entry edited", edited.time, 2 * unchanged["ours"] + edited.writing, "s")
    print(f"      (that is twice {unchanged['ours']:.2f} s, and {edited.writing:.2f} s of writing the page)")
    return Cost(*(a - b for a, b in zip(ours, bare, strict=True)))


def main(sizes: list[int]) -> None:
    print("One page of so many entries, clean build with furo: processor time, and memory at the peak")
    added = {}
    for count in sizes:
        print(f"  {count:,} entries")
        with tempfile.TemporaryDirectory() as folder:
            added[count] = measure(Path(folder), count).time
    for small, large in pairwise(sizes):
        growth = math.log(added[large] / added[small]) / math.log(large / small)
        Limits(hold=True).most(f"{small:,} to {large:,}: grows to the power of", growth, 1.1, "")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
